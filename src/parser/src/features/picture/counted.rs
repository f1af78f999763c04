//! Are short items counted ① ② ③ the captions of pictures, though nobody is named who made them?

use super::LONG;
use crate::opening::{Stop, stop};
use crate::source::Ink;
use crate::wordlist::Chars;
use std::ops::Range;

/// How many short items are counted one behind the other from ① here, before their words or behind them.
pub fn run(inks: &[&[Ink]], first: usize) -> usize {
    const NUMBERS: &str = "①②③④⑤⑥⑦⑧⑨";
    const LONGEST: usize = 60;
    let is_counted = |at: usize, number: char| {
        let ends = || inks[at].last().is_some_and(|last| last.c == number);
        inks[at].len() <= LONGEST && (inks[at][0].c == number || ends())
    };
    let places = first..inks.len();
    places.zip(NUMBERS.chars()).take_while(|(at, number)| is_counted(*at, *number)).count()
}

/// Which items are captions of the text that they stand below.
pub fn counted(inks: &[&[Ink]]) -> Vec<bool> {
    let mut found = vec![false; inks.len()];
    for at in 0..inks.len() {
        let run = run(inks, at);
        if run > 1 && shows(inks, at..at + run) {
            found[at..at + run].fill(true);
        }
    }
    found
}

/// Below the last paragraph of a text, over a head or nothing: sentences that tell what is seen. What somebody should do
/// is a list of the text.
fn shows(inks: &[&[Ink]], items: Range<usize>) -> bool {
    const LONGEST: usize = 40;
    static ADVISES: Chars = Chars::of("应须要勿宜不可请忌将必能防:;");
    static SHOWS: Chars = Chars::of("在正着了");
    let is_item = |ink: &&[Ink]| {
        let stops = ink.iter().filter(|ink| "。!?".contains(ink.c)).count();
        let ends = usize::from(stop(ink) == Stop::Full);
        ink.len() <= LONGEST && stops == ends && !ink.iter().any(|ink| ADVISES.has(ink.c))
    };
    let above = items.start.checked_sub(1).map(|above| inks[above]);
    let is_below_text =
        above.is_some_and(|above| above.len() >= LONG / 2 && stop(above) == Stop::Full);
    let over_head =
        inks.get(items.end).is_none_or(|next| next.len() < LONG && stop(next) == Stop::Open);
    let items = &inks[items];
    is_below_text
        && over_head
        && items.iter().all(is_item)
        && items.iter().any(|ink| ink.iter().any(|ink| SHOWS.has(ink.c)))
}

#[cfg(test)]
mod tests {
    use edition::BlockKind;

    fn kinds(items: &str) -> Vec<BlockKind> {
        let text = format!(
            "渡口的修船人\n\n本报记者 周帆\n\n石有根在河口镇修了四十年木船,徒弟走了一个又一个,他还守着那口油锅。\n\n\
             一条船要修半个月,工钱从来没有涨过,船家都说他公道。\n\n{items}\n\n\
             水渠清淤完工\n\n本报讯(记者 王晓明)7月3日,上河村的两条水渠清完了淤,秧田不再缺水,大家都很高兴。\n"
        );
        let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
        page.articles[0].blocks.iter().skip(3).map(|block| block.kind).collect()
    }

    #[test]
    fn counted_sentences_that_tell_what_is_seen_are_captions() {
        use BlockKind::Caption;
        let seen = "①石有根在给船底填麻丝。\n\n②油锅用了四十年。\n\n③修好的船下水了。";
        assert_eq!(kinds(seen), [Caption, Caption, Caption]);
        let advice = "①船底要填麻丝。\n\n②油锅不可离人。\n\n③修好的船在岸上放三天。";
        assert!(!kinds(advice).contains(&Caption));
    }
}

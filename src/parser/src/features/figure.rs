//! Does a line tell what happened, or show it in a figure of speech?

use crate::cursor::{ends_with, is_han, starts_with};
use crate::source::Ink;

/// 一颗福橙的“变身”之旅, 从“卖石头”到“卖风景”, 坡上的水窖坡下的粮: a title that is no sentence, as stands below
/// the line that says what happened.
pub fn figures(ink: &[Ink]) -> bool {
    const SHORTEST: usize = 5;
    const LONGEST: usize = 20;
    let han = ink.iter().filter(|ink| is_han(ink.c)).count();
    (SHORTEST..=LONGEST).contains(&han)
        && (has_quotation(ink) || is_path(ink) || is_of_something(ink))
}

/// “变身”, “老郭,你来评评理”: words in marks, or all of it.
fn has_quotation(ink: &[Ink]) -> bool {
    const LONGEST: usize = 12;
    let Some(open) = ink.iter().position(|ink| ink.c == '“') else { return false };
    let close = ink[open..].iter().position(|ink| ink.c == '”');
    close.is_some_and(|length| (2..=LONGEST).contains(&length))
}

/// 从…到….
pub fn is_path(ink: &[Ink]) -> bool {
    let to = ink.iter().skip(2).position(|ink| ink.c == '到').map(|at| at + 2);
    starts_with(ink, "从") && to.is_some_and(|to| to + 1 < ink.len())
}

/// It ends with 的 or 之 and a word of one to three characters.
fn is_of_something(ink: &[Ink]) -> bool {
    const LONGEST_THING: usize = 3;
    let tail = ink.iter().rev().take(LONGEST_THING + 1).skip(1);
    let of = tail.take_while(|ink| is_han(ink.c)).any(|ink| matches!(ink.c, '的' | '之'));
    of && !ends_with(ink, "之一")
}

/// 全市油茶产业现场会召开, 兴山县关停小矿山: what happened, and where.
pub fn states(ink: &[Ink], opens_with_place: bool) -> bool {
    const SHORTEST: usize = 9;
    ink.len() >= SHORTEST && (opens_with_place || names_region(ink)) && !figures(ink)
}

/// 全县…, 我市…: it opens with the region as a whole.
pub fn names_region(ink: &[Ink]) -> bool {
    const WIDE: [&str; 10] =
        ["全省", "全市", "全县", "全区", "全州", "我省", "我市", "我县", "我区", "我州"];
    WIDE.iter().any(|word| starts_with(ink, word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn a_figure_is_told_from_what_happened() {
        let figures = |text: &str| figures(&Source::of(text).ink);
        assert!(["一粒米的“旅行”", "从“看天”到“看屏”", "渠边的账本"].into_iter().all(figures));
        assert!(!["河口县关停小煤窑", "村里的老戏台修好了"].into_iter().any(figures));
        let states = |text: &str| states(&Source::of(text).ink, false);
        assert!(states("全县水利工作现场会召开") && !states("全县人民的“水缸”满了"));
    }
}

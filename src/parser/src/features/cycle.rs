//! Does a title count its parts: 秋日二题 over 霜降 and 立冬?

use super::LONG;
use crate::cursor::{Cursor, is_han, is_numeral};
use crate::opening::{Stop, stop};
use crate::source::Ink;
use crate::wordlist::Words;

/// Pieces over which the parts of a title go.
const REACH: usize = 30;

/// Which pieces are the titles of parts that a title above them counts: as many as it says, the first right below it or
/// whoever wrote them, each over a text. `begins`: where another article does.
pub fn counted_parts(inks: &[&[Ink]], begins: &dyn Fn(usize) -> bool) -> Vec<bool> {
    let mut parts = vec![false; inks.len()];
    for title in 0..inks.len() {
        let Some(count) = counts(inks[title]) else { continue };
        // The byline stands between.
        let first = (title + 1..=title + 2).find(|at| titles_part(inks, *at));
        let Some(first) = first.filter(|first| *first == title + 1 || is_line(inks[title + 1]))
        else {
            continue;
        };
        let own = (first..inks.len().min(first + REACH)).take_while(|at| !begins(*at));
        let found: Vec<usize> = own.filter(|at| titles_part(inks, *at)).take(count).collect();
        if found.len() == count {
            found.into_iter().for_each(|at| parts[at] = true);
        }
    }
    parts
}

/// Two of 秋日二题, twelve of 乡居十二章; nothing of 第二题, 新闻两则.
fn counts(ink: &[Ink]) -> Option<usize> {
    const LENGTHS: std::ops::RangeInclusive<usize> = 4..=16;
    const MOST: u16 = 24;
    static OTHERS: Words = Words::of(&["第", "简讯", "新闻", "短波", "消息", "短讯", "来信"]);
    let [before @ .., kind] = ink else { return None };
    let is_kind = "题则章帖记篇札".contains(kind.c);
    if !is_kind || !LENGTHS.contains(&ink.len()) || !ink.iter().all(|ink| is_han(ink.c)) {
        return None;
    }
    let digits = before.iter().rev().take_while(|ink| is_numeral(ink.c)).count();
    let name = &before[..before.len() - digits];
    let count = match name {
        [name @ .., two] if digits == 0 && two.c == '两' && !OTHERS.end(name) => 2,
        _ if digits > 0 && !OTHERS.end(name) => Cursor { ink, at: name.len() }.number()?,
        _ => return None,
    };
    (2..=MOST).contains(&count).then_some(count.into())
}

/// A short line over a text.
fn titles_part(inks: &[&[Ink]], at: usize) -> bool {
    let is_text = |ink: &&[Ink]| ink.len() >= LONG || stop(ink) == Stop::Full;
    inks.get(at).is_some_and(|ink| is_line(ink)) && inks.get(at + 1).is_some_and(is_text)
}

fn is_line(ink: &[Ink]) -> bool {
    const LONGEST: usize = 8;
    ink.len() <= LONGEST && stop(ink) == Stop::Open && ink.iter().all(|ink| is_han(ink.c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn a_title_counts_its_parts() {
        let frost = "霜是悄悄来的。头天夜里还听见蛐蛐在灶后头叫,第二天瓦上就白了一层,奶奶说霜打过的菜才甜。";
        let snow =
            "雪下了一夜,院子里的磨盘高出一截。父亲推开门,先往外看了看牛棚,才回头叫我们起来扫雪。";
        let bridge =
            "老桥修了三个月,赶集的人又可以从桥上走过河去。桥头的石狮子洗干净了,孩子们都要摸一摸。";
        let heads = |title: &str| {
            let text = format!(
                "{title}\n\n周有根\n\n霜降\n\n{frost}\n\n小雪\n\n{snow}\n\n河口老桥又通人\n\n本报讯(记者 王明){bridge}\n"
            );
            let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
            let heads = page.articles.iter().flat_map(|article| &article.headline);
            heads.map(|span| span.of(&text).to_owned()).collect::<Vec<String>>()
        };
        assert_eq!(heads("冬日二题"), ["冬日二题", "河口老桥又通人"]);
        let counts = |text: &str| counts(&Source::of(text).ink);
        assert_eq!(["乡居十二章", "冬日两则"].map(counts), [Some(12), Some(2)]);
        assert_eq!(["高中数学第二题", "新闻两则", "老街游记"].map(counts), [None; 3]);
    }
}

//! Which lines between a headline and who signs its text name a series, as 非遗新生 under 望江挑花:针脚里的“绣娘工坊”?

mod dotted;
mod quoted;

pub use self::dotted::is_dotted;
pub use self::quoted::Quoted;
use super::{LONG, bare};
use crate::credit::Credit;
use crate::cursor::is_han;
use crate::opening::{Stop, stop};
use crate::source::Ink;
use crate::wordlist::Chars;
use std::ops::RangeInclusive;

/// Of 5,116 written articles 12 have the name of a series there, and 21 a further line of the head. What the text says
/// of the line above and not of this one tells them apart, and a mark before the line does. `echo`: how much of a line
/// the text below says.
pub fn under_heads(
    inks: &[&[Ink]],
    credits: &[Option<Credit>],
    has_head: &dyn Fn(usize) -> bool,
    echo: &dyn Fn(usize) -> f32,
) -> Vec<bool> {
    const HEARD: f32 = 0.35;
    const UNHEARD: f32 = 0.05;
    let is_byline = |credit: &Credit| credit.firm && !credit.bracketed && !credit.is_photo;
    let is_signed = |at: usize| credits[at].as_ref().is_some_and(is_byline);
    let is_line = |at: usize| credits[at].is_none() && !has_head(at);
    let is_under = |at: usize| {
        at > 0
            && at + 1 < inks.len()
            && is_line(at)
            && is_line(at - 1)
            && (is_signed(at + 1) || is_marked(inks[at]) && has_head(at + 1))
            && is_whole_head(inks[at - 1])
            && may_name(inks[at])
            && (is_marked(inks[at]) || echo(at - 1) >= HEARD && echo(at) <= UNHEARD)
    };
    (0..inks.len()).map(is_under).collect()
}

/// ●桔乡人物
fn is_marked(ink: &[Ink]) -> bool {
    bare(ink).len() < ink.len()
}

/// A dash leads to a subtitle.
fn is_led_to(ink: &[Ink]) -> bool {
    matches!(ink, [first, ..] if matches!(first.c, '—' | '-'))
}

/// Long enough for a headline, and not the first line of one.
fn is_whole_head(ink: &[Ink]) -> bool {
    const LENGTHS: std::ops::Range<usize> = 8..LONG;
    let joins = |ink: Option<&Ink>| ink.is_some_and(|ink| ",:—、的".contains(ink.c));
    LENGTHS.contains(&ink.len())
        && stop(ink) == Stop::Open
        && !joins(ink.first())
        && !joins(ink.last())
}

/// A few characters, none of which tells, asks or counts anything.
fn may_name(ink: &[Ink]) -> bool {
    const LENGTHS: RangeInclusive<usize> = 3..=7;
    static TELLS: Chars =
        Chars::of("的了着过吗呢何谁啥怎不把被又再才还吁促盼称曝拟将成一二三四五六七八九十两百千");
    let plain = bare(ink);
    !is_led_to(ink)
        && LENGTHS.contains(&plain.len())
        && plain.iter().all(|ink| is_han(ink.c))
        && (is_marked(ink) || !plain.iter().any(|ink| TELLS.has(ink.c)))
}

#[cfg(test)]
mod tests {
    /// Headlines and columns of a page.
    fn told(head: &str) -> (Vec<String>, Vec<String>) {
        let text = format!(
            "石桥重新通车\n\n本报讯(记者 王晓明)封了半年的石桥昨天重新通车,孩子上学不再绕路,大家都很高兴。\n\n\
             {head}\n\n本报记者 周有根\n\n渡口村的老周挑着一担杨梅下了山,走到镇上要一个半钟头。今年果园修了路,杨梅一天能卖两趟,\
             村里人都说这条路修得好。\n"
        );
        let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
        let shown = |spans: Vec<edition::Span>| {
            spans.iter().map(|span| span.of(&text).to_owned()).collect::<Vec<String>>()
        };
        let heads = page.articles.iter().flat_map(|article| article.headline.clone()).collect();
        (shown(heads), shown(page.columns.clone()))
    }

    #[test]
    fn the_name_of_a_series_may_stand_under_a_headline() {
        for name in ["非遗新生", "●田园笔记", "边走边看"] {
            let (heads, columns) = told(&format!("果园修了路 杨梅一天卖两趟\n\n{name}"));
            assert_eq!(heads[1..], ["果园修了路 杨梅一天卖两趟"], "{name}");
            assert_eq!(columns, [name]);
        }
        // What the text speaks of, or what asks or tells, is a line of the head.
        for line in ["渡口村的杨梅", "老周何时下山", "路修到家门口了"] {
            let (_, columns) = told(&format!("果园修了路 杨梅一天卖两趟\n\n{line}"));
            assert!(columns.is_empty(), "{line}");
        }
    }
}

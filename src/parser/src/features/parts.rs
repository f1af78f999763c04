//! Does a label in brackets open the first part of an article? 【案情回放】, and below its text 【法院判决】.

use super::LONG;
use crate::opening::{Stop, stop};
use crate::source::Ink;

/// Pieces over which a part goes.
const REACH: usize = 8;

/// Whether a label over a text has another over a text below it before anybody else writes; `begins`: where another
/// article may.
pub fn opens_parts(inks: &[&[Ink]], begins: &dyn Fn(usize) -> bool, at: usize) -> bool {
    let end = inks.len().min(at + 2 + REACH);
    labels_part(inks, at)
        && (at + 2..end)
            .take_while(|below| !begins(*below))
            .any(|below| labels_part(inks, below) && inks[at][0].c == inks[below][0].c)
}

/// 【法官说法】 over a text.
fn labels_part(inks: &[&[Ink]], at: usize) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 4..=10;
    let is_text = |ink: &&[Ink]| ink.len() >= LONG || stop(ink) == Stop::Full;
    matches!(inks[at], [open, .., close] if open.c == '【' && close.c == '】')
        && LENGTHS.contains(&inks[at].len())
        && inks.get(at + 1).is_some_and(is_text)
}

#[cfg(test)]
mod tests {
    use ::edition::BlockKind;

    #[test]
    fn the_first_of_several_parts_has_a_label_as_the_others_have() {
        let text = "邻居空调朝我家窗户 能要求移走吗?\n本报记者 赵小雷\n【案情回放】\n\
            家住河口镇的刘某与张某是前后院邻居。去年6月,张某在后墙装空调外机,正对刘某家的窗户,相距不足两米。刘某多次交涉未果,诉至法院。\n\
            【法院判决】\n法院审理认为,不动产的相邻权利人应当正确处理相邻关系。判决张某在10日内将外机移走。\n\
            【法官说法】\n相邻的人应当方便生活、团结互助。本案中,张某的行为已经影响了刘某的生活。\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let article = &page.articles[0];
        let kinds: Vec<BlockKind> = article.blocks.iter().map(|block| block.kind).collect();
        use BlockKind::{Byline, Lead, Para, Subhead};
        assert_eq!(kinds, [Byline, Subhead, Lead, Subhead, Para, Subhead, Para]);
        assert!(article.flags.is_empty() && article.column.is_none());
    }
}

//! Which items are marked alike, each with ★ or ◆ before it?

use crate::newshead::is_bullet;
use crate::piece::Piece;
use crate::source::Ink;

/// The pieces of a page. A credit that was split off the end of an item is part of the item.
pub struct Marked<'a> {
    pub inks: &'a [&'a [Ink]],
    pub pieces: &'a [Piece],
}

impl Marked<'_> {
    /// It has a mark, and the item below it has the same.
    pub fn is_listed(&self, at: usize) -> bool {
        let next = (at + 1..self.inks.len()).find(|next| !self.pieces[*next].trails);
        next.is_some_and(|next| self.are_alike(at, next))
    }

    /// It has a mark, and the item above it or below it has the same.
    pub fn is_among(&self, at: usize) -> bool {
        let before = (0..at).rev().find(|before| !self.pieces[*before].trails);
        before.is_some_and(|before| self.are_alike(before, at)) || self.is_listed(at)
    }

    fn are_alike(&self, one: usize, other: usize) -> bool {
        let mark = self.inks[one][0].c;
        is_bullet(mark) && self.inks[other][0].c == mark
    }
}

#[cfg(test)]
mod tests {
    use ::edition::BlockKind;

    #[test]
    fn items_with_one_mark_are_a_list_under_its_label_and_no_captions() {
        let text = "河口镇修好老桥\n\n本报讯(记者 王明)4月23日,河口镇的老桥修好了,村民又可以从桥上走过河去赶集。\n\n\
            三言两语\n\n▲河口镇的茶农昨天开始采摘今年的头一批春茶,一天采了三百斤。(沈芸)\n\n\
            ▲上河村的水渠清完了淤,三百亩秧田又有了水,比去年早了十天。(周帆)\n\n\
            ▲下河村的旧戏台修好以后昨天唱了头一场戏,来看的有五百多人。(杜晓)\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let briefs = &page.articles[1..];
        assert_eq!(briefs.len(), 3);
        for brief in briefs {
            assert_eq!(brief.rubric.as_deref(), Some("三言两语"));
            assert!(brief.blocks.iter().all(|block| block.kind != BlockKind::Caption));
        }
    }
}

//! Which line of a head of three is this? Over a text, three lines are mostly kicker, headline and subtitle.

use super::LONG;
use super::halves::is_balanced;
use crate::credit::Credit;
use crate::cursor::ends_with;
use crate::opening::{Stop, stop};
use crate::source::Ink;

/// A line of more characters is no label.
const LONGEST_LABEL: usize = 5;

/// A page's lines, and what tells those of heads.
pub struct Heads<'a> {
    pub inks: &'a [&'a [Ink]],
    pub credits: &'a [Option<Credit>],
    pub has_head: &'a dyn Fn(usize) -> bool,
    pub names_section: &'a dyn Fn(usize) -> bool,
    pub is_place: &'a dyn Fn(&[Ink]) -> bool,
}

impl Heads<'_> {
    /// Two lines that may be heads of it stand above it.
    pub fn is_third(&self, at: usize) -> bool {
        at > 1
            && self.may_head(at - 1)
            && self.may_head(at - 2)
            && (at < 3 || self.ends(at - 3))
            && self.is_more_than_label(at - 2)
    }

    /// Two more such lines stand below it, and then the text or whoever wrote it.
    pub fn opens_three(&self, at: usize) -> bool {
        let starts = at == 0 || self.ends(at - 1) || (self.names_section)(at - 1);
        starts
            && at + 3 < self.inks.len()
            && self.may_head(at)
            && self.may_head(at + 1)
            && self.may_close(at + 2)
            && self.is_text(at + 3)
            && self.is_more_than_label(at)
    }

    /// It may close a head, and another line that may stands directly above it. That text follows is not asked.
    pub fn is_under_head(&self, at: usize) -> bool {
        at > 0 && self.may_close(at) && self.may_close(at - 1) && self.is_more_than_label(at - 1)
    }

    /// It may open a head: nothing that goes on in it stands above, and another line that may be of it stands below.
    /// That text follows is not asked.
    pub fn is_over_head(&self, at: usize) -> bool {
        let starts = at == 0 || self.ends(at - 1) || (self.names_section)(at - 1);
        starts && at + 2 < self.inks.len() && self.may_close(at) && self.may_close(at + 1)
    }

    /// 一笔借款,还了十四年;一张欠条,存了十四年 behind the end of a text, over 债主不要了 儿子还要还.
    pub fn leads_in_turns(&self, at: usize) -> bool {
        is_balanced(self.inks[at])
            && (at == 0 || self.ends(at - 1) || (self.names_section)(at - 1))
            && (at + 2..self.inks.len().min(at + 5)).any(|below| self.is_text(below))
            // A second line of it, which ends in ——, or the headline.
            && (self.may_close(at + 1) || ends_with(self.inks[at + 1], "——"))
    }

    /// 校门口那道坎拖了九年, over 三家坐下看了一回: a short line that stops at a comma behind the end of a text, a line that
    /// may close a head below it, and below that the text or whoever wrote it.
    pub fn opens_torn(&self, at: usize) -> bool {
        const LENGTHS: std::ops::RangeInclusive<usize> = 5..=16;
        const LONGEST_SECOND: usize = 24;
        let (Some(ink), Some(next)) = (self.inks.get(at), self.inks.get(at + 1)) else {
            return false;
        };
        let starts = at == 0 || self.ends(at - 1) || (self.names_section)(at - 1);
        let marks =
            |ink: &[Ink], marks: &str| ink.iter().filter(|ink| marks.contains(ink.c)).count();
        starts
            && LENGTHS.contains(&ink.len())
            && ink.last().is_some_and(|last| last.c == ',')
            && marks(ink, ",。;:!?") == 1
            && !(self.has_head)(at)
            && next.len() <= LONGEST_SECOND
            && !(self.names_section)(at + 1)
            && marks(next, ",。;:") == 0
            && self.credits[at].is_none()
            && self.credits[at + 1].is_none()
            && !(self.has_head)(at + 1)
            && at + 2 < self.inks.len()
            && self.is_text(at + 2)
    }

    fn ends(&self, at: usize) -> bool {
        stop(self.inks[at]) == Stop::Full || self.credits[at].is_some()
    }

    fn is_more_than_label(&self, at: usize) -> bool {
        self.inks[at].len() > LONGEST_LABEL || (self.is_place)(self.inks[at])
    }

    fn may_head(&self, at: usize) -> bool {
        self.may_close(at) && !self.inks[at].iter().any(|ink| ink.c == ',')
    }

    /// The last line of a head may have a comma.
    fn may_close(&self, at: usize) -> bool {
        self.inks[at].len() < LONG
            && stop(self.inks[at]) != Stop::Full
            && self.credits[at].is_none()
            && !(self.names_section)(at)
    }

    fn is_text(&self, at: usize) -> bool {
        let signs = self.credits[at].as_ref().is_some_and(|credit| !credit.is_photo);
        self.inks[at].len() >= LONG || (self.has_head)(at) || signs
    }
}

#[cfg(test)]
mod tests {
    /// The headlines of a page.
    fn heads(text: &str) -> Vec<String> {
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let head = |article: &edition::Article| {
            article.headline.iter().map(|span| span.of(text)).collect::<Vec<_>>().join("/")
        };
        page.articles.iter().map(head).collect()
    }

    #[test]
    fn a_headline_may_be_torn_at_a_comma_or_ask_and_a_paragraph_that_is_cut_there_is_none() {
        let story = "本报讯(记者 王明)4月23日,河口镇的老桥修好了,村民又可以从桥上走过河去赶集。\n";
        let text = format!(
            "老桥修好了\n{story}渡口的水涨了三回,\n摆渡人一天也没有歇\n{story}学生问:赶集的日子为什么不上课?\n本报记者 李平\n{story}"
        );
        assert_eq!(
            heads(&text),
            [
                "老桥修好了",
                "渡口的水涨了三回,/摆渡人一天也没有歇",
                "学生问:赶集的日子为什么不上课?"
            ]
        );
        let text = format!(
            "老桥修好了\n{story}一笔借款,还了十年;一张欠条,存了十年\n债主不要了 儿子还要还\n{story}"
        );
        assert_eq!(heads(&text), ["老桥修好了", "债主不要了 儿子还要还"]);
        let story = format!(
            "\u{3000}\u{3000}{story}\u{3000}\u{3000}老人说,这座桥是爷爷那一辈修的,桥墩上的石头一块也没有换过,只是桥面叫大水冲走了两回,这一回用的是整块的青石板。\n"
        );
        let text =
            format!("老桥修好了\n{story}\u{3000}\u{3000}镇里的老人都说,\n渡口通了夜船\n{story}");
        assert_eq!(heads(&text), ["老桥修好了", "渡口通了夜船"]);
    }
}

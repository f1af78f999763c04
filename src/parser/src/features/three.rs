//! Which line of a head of three is this? Over a text, three lines are mostly kicker, headline and subtitle.

use super::LONG;
use crate::credit::Credit;
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

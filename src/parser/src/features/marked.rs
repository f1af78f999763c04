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

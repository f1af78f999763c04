//! Which places does one of several terms have? Its spots with their parts and documents.

use crate::answer::Tier;
use crate::engine::Engine;
use crate::folded::Cursor;
use crate::query::Term;
use crate::spot::{Needle, Reach, Spot, Spots};

/// Units of the folded texts that match a term, within one part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    pub start: u32,
    pub end: u32,
    /// Index of the part.
    pub part: u32,
    pub document: u32,
    /// Index of the term in the query.
    pub term: u16,
    pub tier: Tier,
    /// What it counts beside a match of the text itself, up to 1.
    pub worth: f32,
}

/// All places of one term.
#[derive(Default)]
pub(crate) struct Found {
    /// In reading order, none overlapping another; within a document all literal, or all of one other tier.
    pub places: Vec<Place>,
    /// Of the term, by the number of documents that hold it.
    pub rarity: f32,
}

impl Engine {
    pub(crate) fn find(&self, term: &Term, number: u16, reach: Reach) -> Found {
        let Some(needle) = self.needle(term) else { return Found::default() };
        let mut taken = vec![false; self.documents().len()];
        let mut places: Vec<Place> = Vec::new();
        for spots in self.groups(&needle, reach) {
            let from = places.len();
            let cursor = self.folded().cursor(0);
            self.each_place(&needle, &spots, 0..spots.len(), cursor, &mut |place| {
                if !taken[place.document as usize] {
                    places.push(Place { term: number, ..place });
                }
            });
            places[from..].iter().for_each(|place| taken[place.document as usize] = true);
        }
        // Group by group, each in order; one group needs no sorting.
        if !places.is_sorted_by_key(|place| place.start) {
            places = crate::order::by_key(&places, |place| place.start);
        }
        let holders = taken.iter().filter(|taken| **taken).count();
        Found { places, rarity: self.folded().weights.rarity(holders) }
    }

    /// Calls `put` with the places of some spots, leftmost first, none overlapping another; `cursor` stands before
    /// all of them.
    pub(crate) fn each_place(
        &self,
        needle: &Needle,
        spots: &Spots,
        range: std::ops::Range<usize>,
        mut cursor: Cursor,
        put: &mut dyn FnMut(Place),
    ) {
        let mut free = 0;
        for spot in range.map(|at| spots.at(at)).filter(|spot| spot.length > 0) {
            if spot.start < free {
                continue;
            }
            let (part, at) = cursor.advance(spot.start);
            if needle.in_heads && !at.field.is_head() {
                continue;
            }
            let Spot { start, worth, .. } = spot;
            free = start + u32::from(spot.length);
            let tier = self.tier(&spot, needle);
            let document = at.document;
            let worth = worth * spots.worth_in(document);
            put(Place { start, end: free, part, document, term: 0, tier, worth });
        }
    }

    /// The text itself is told from its variants only here, spot by spot.
    pub(crate) fn tier(&self, spot: &Spot, needle: &Needle) -> Tier {
        match spot.tier {
            Tier::Exact if !self.is_exact(spot, needle) => Tier::Folded,
            tier => tier,
        }
    }

    /// Whether the original at a spot is the text itself, and no variant of it.
    #[inline]
    fn is_exact(&self, spot: &Spot, needle: &Needle) -> bool {
        if !needle.is_varied {
            return needle.is_plain;
        }
        let folded = self.folded();
        let range = spot.start..spot.start + u32::from(spot.length);
        // Where neither holds a variant they are the same, and where only the term does they are not.
        match range.clone().any(|at| folded.is_altered(at)) {
            true => folded.is_literal(folded.part_at(spot.start), range, &needle.forms),
            false => needle.is_plain,
        }
    }
}

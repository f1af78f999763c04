//! How often does a text stand in each document? The short way for the most frequent of all queries: one term
//! that stands there as it is. Places are counted and not kept; matches are made for the hits that are shown.

use crate::answer::{Hit, Match, Tier};
use crate::document::Field;
use crate::engine::Engine;
use crate::pattern::Pattern;
use crate::term::Place;

/// One term, folded.
pub(crate) struct Needle<'a> {
    /// With variants and without.
    pub units: &'a [u16],
    pub forms: &'a [u16],
    pub in_heads: bool,
}

/// What is known of one document so far.
struct Tally {
    document: u32,
    tier: Tier,
    counts: [u32; Field::COUNT],
}

impl Engine {
    /// The documents that hold it, in order, without matches, and how many places they have.
    pub(crate) fn tally(&self, needle: &Needle, allowed: &[bool]) -> (Vec<Hit>, usize) {
        let mut hits = Vec::new();
        let mut places = 0;
        let mut holders = 0;
        let mut open: Option<Tally> = None;
        self.each_place(needle, &mut |place, field| {
            let same = open.as_mut().filter(|tally| tally.document == place.document);
            let tally = match same {
                Some(tally) => tally,
                None => {
                    let next = Tally {
                        document: place.document,
                        tier: Tier::Folded,
                        counts: [0; Field::COUNT],
                    };
                    holders += 1;
                    if let Some(done) = open.replace(next) {
                        places += self.close(done, allowed, &mut hits);
                    }
                    let Some(tally) = open.as_mut() else { return };
                    tally
                }
            };
            tally.counts[field.index()] += 1;
            if tally.tier != Tier::Exact && self.is_exact(&place, needle) {
                tally.tier = Tier::Exact;
            }
        });
        if let Some(done) = open {
            places += self.close(done, allowed, &mut hits);
        }
        let rarity = self.weights.rarity(holders);
        hits.iter_mut().for_each(|hit| hit.score *= rarity);
        (hits, places)
    }

    fn close(&self, tally: Tally, allowed: &[bool], hits: &mut Vec<Hit>) -> usize {
        let document = tally.document as usize;
        if !allowed[document] {
            return 0;
        }
        let score = self.weights.term(document, &tally.counts, 1.0);
        hits.push(Hit { document, tier: tally.tier, score, matches: Vec::new() });
        tally.counts.iter().sum::<u32>() as usize
    }

    /// Every place, leftmost first, none overlapping another.
    #[inline]
    fn each_place(&self, needle: &Needle, put: &mut impl FnMut(Place, Field)) {
        let mut cursor = self.folded.cursor();
        let mut free = 0;
        let length = needle.units.len() as u32;
        self.folded.row.each_occurrence(&Pattern::literal(needle.units), &mut |start| {
            if start < free {
                return;
            }
            let (part, at) = cursor.advance(start);
            if needle.in_heads && !at.field.is_head() {
                return;
            }
            free = start + length;
            put(Place::exact(start, free, part, at.document), at.field);
        });
    }

    /// Whether the original at a place is the text itself, and no variant of it.
    pub(crate) fn is_exact(&self, place: &Place, needle: &Needle) -> bool {
        let altered = (place.start..place.end).any(|at| self.folded.is_altered(at));
        // Where the term itself holds no variant, only a variant in the text makes a difference.
        if altered || needle.units != needle.forms {
            return self.folded.is_literal(place, needle.forms);
        }
        true
    }

    /// The matches within one document.
    pub(crate) fn matches_in(&self, document: usize, needle: &Needle) -> Vec<Match> {
        let mut places = Vec::new();
        for (part, at) in self.folded.parts_of(document) {
            if needle.in_heads && !at.field.is_head() {
                continue;
            }
            let units = &self.folded.row.units[at.start as usize..at.end as usize];
            let mut next = 0;
            while let Some(found) = position(&units[next..], needle.units) {
                let start = at.start + (next + found) as u32;
                next += found + needle.units.len();
                let end = start + needle.units.len() as u32;
                places.push(Place::exact(start, end, part, at.document));
            }
        }
        self.matches(&places)
    }
}

fn position(units: &[u16], needle: &[u16]) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + units[from..].iter().position(|unit| *unit == needle[0])?;
        if units[at..].starts_with(needle) {
            return Some(at);
        }
        from = at + 1;
    }
}

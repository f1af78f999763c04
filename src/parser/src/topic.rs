//! Does the text after a line speak of what the line says, or of what the text before it speaks of?

use crate::bond::Seam;
use crate::cursor::is_han;
use crate::features::LONG;
use crate::piece::Piece;
use crate::source::{Ink, Source};
use std::ops::Range;

/// Pairs of neighbouring Han characters, piece by piece.
pub struct Topics {
    /// The pairs of all long pieces, sorted, each once; elsewhere a pair is its place here.
    known: Vec<u32>,
    /// How much a known pair says: the fewer long pieces have it, the more.
    weights: Vec<f32>,
    /// The known pairs of each piece, sorted.
    pairs: Vec<Vec<u32>>,
    /// Pairs of each piece, known or not.
    counts: Vec<usize>,
    /// The ink of the long pieces, as far as it is searched.
    long: Vec<Range<usize>>,
    /// For each piece the long pieces before and after it.
    before: Vec<[Option<usize>; REACH]>,
    after: Vec<[Option<usize>; REACH]>,
}

/// Long pieces looked at on each side.
const REACH: usize = 3;

/// Of these so many are compared with each other.
const COMPARED: usize = 2;

/// Characters of a piece that are looked at: enough to know its topic, few enough for a line of a megabyte.
const MOST: usize = 600;

/// Characters of a page that are searched for the characters at a seam: more than a page has, and few enough for a
/// dump of ten thousand seams.
const SEARCHED: usize = 20_000;

fn pairs(ink: &[Ink]) -> Vec<u32> {
    let han = ink.windows(2).take(MOST).filter(|pair| is_han(pair[0].c) && is_han(pair[1].c));
    let mut pairs: Vec<u32> = han.map(|two| pair(two[0].c, two[1].c)).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Two characters in one number; those beyond the basic plane may share one.
fn pair(a: char, b: char) -> u32 {
    (a as u32) << 16 | (b as u32 & 0xFFFF)
}

impl Topics {
    pub fn of(source: &Source, pieces: &[Piece]) -> Self {
        let mut pairs: Vec<Vec<u32>> =
            pieces.iter().map(|piece| pairs(&source.ink[piece.ink.clone()])).collect();
        let long: Vec<bool> = pieces.iter().map(|piece| piece.ink.len() >= LONG).collect();
        let of_long = pairs.iter().zip(&long).filter(|(_, long)| **long);
        let mut all: Vec<u32> = of_long.flat_map(|(pairs, _)| pairs).copied().collect();
        all.sort_unstable();
        let count = pieces.len().max(2) as f32;
        let spreads = all.chunk_by(|a, b| a == b);
        let weights = spreads.map(|same| (count / same.len() as f32).ln().max(0.0)).collect();
        all.dedup();
        let counts = pairs.iter().map(Vec::len).collect();
        for own in &mut pairs {
            let known = own.iter().filter_map(|pair| all.binary_search(pair).ok());
            *own = known.map(|place| place as u32).collect();
        }
        let before = nearest(&mut (0..pieces.len()), &long);
        let after = nearest(&mut (0..pieces.len()).rev(), &long);
        let long = pieces.iter().map(|piece| piece.ink.clone());
        let mut left = SEARCHED;
        let searched = |ink: Range<usize>| {
            let end = ink.end.min(ink.start + left);
            left -= end - ink.start;
            ink.start..end
        };
        let long = long.filter(|ink| ink.len() >= LONG).map(searched).collect();
        Self { known: all, weights, pairs, counts, long, before, after }
    }

    /// What the page says of the seam of two pieces; `begins` is passed on.
    pub fn seam(&self, source: &Source, a: &[Ink], b: &[Ink], begins: f32) -> Seam {
        let unknown = Seam { begins, pair: false, triple: false };
        let (Some(last), Some(first)) = (a.last(), b.first()) else { return unknown };
        let is_known = is_han(last.c)
            && is_han(first.c)
            && self.known.binary_search(&pair(last.c, first.c)).is_ok();
        if !is_known {
            return unknown;
        }
        let before = a.len().checked_sub(2).map(|at| a[at].c);
        let after = b.get(1).map(|ink| ink.c);
        let has = |text: &[Ink]| {
            (1..text.len()).any(|at| {
                text[at - 1].c == last.c
                    && text[at].c == first.c
                    && (at > 1 && before == Some(text[at - 2].c)
                        || after.is_some() && after == text.get(at + 1).map(|ink| ink.c))
            })
        };
        let triple = self.long.iter().any(|ink| has(&source.ink[ink.clone()]));
        Seam { begins, pair: true, triple }
    }

    /// Share of a line's pairs that the text after it has.
    pub fn echo(&self, index: usize) -> f32 {
        let own = &self.pairs[index];
        if self.counts[index] == 0 {
            return 0.0;
        }
        let after = || self.after[index].iter().flatten();
        let heard =
            |pair: &&u32| after().any(|piece| self.pairs[*piece].binary_search(pair).is_ok());
        own.iter().filter(heard).count() as f32 / self.counts[index] as f32
    }

    /// Share of a piece's pairs that the text before it has.
    pub fn recall(&self, index: usize) -> f32 {
        let own = &self.pairs[index];
        if self.counts[index] == 0 {
            return 0.0;
        }
        let before = || self.before[index].iter().flatten();
        let said =
            |pair: &&u32| before().any(|piece| self.pairs[*piece].binary_search(pair).is_ok());
        own.iter().filter(said).count() as f32 / self.counts[index] as f32
    }

    /// What the texts on both sides share, rare pairs counting more, against the smaller side.
    pub fn cohesion(&self, index: usize) -> f32 {
        let side = |near: &[Option<usize>; REACH]| -> Vec<u32> {
            let near = near.iter().take(COMPARED).flatten();
            let mut side: Vec<u32> = near.flat_map(|piece| &self.pairs[*piece]).copied().collect();
            side.sort_unstable();
            side.dedup();
            side
        };
        let (before, after) = (side(&self.before[index]), side(&self.after[index]));
        let weight = |pair: &u32| self.weights[*pair as usize];
        let sum = |pairs: &[u32]| -> f32 { pairs.iter().map(weight).sum() };
        let shared: Vec<u32> =
            before.iter().copied().filter(|pair| after.binary_search(pair).is_ok()).collect();
        let least = sum(&before).min(sum(&after));
        if least > 0.0 { sum(&shared) / least } else { 0.0 }
    }
}

/// For each piece the long pieces that come before it in `order`, nearest first.
fn nearest(order: &mut dyn Iterator<Item = usize>, long: &[bool]) -> Vec<[Option<usize>; REACH]> {
    let mut near = vec![[None; REACH]; long.len()];
    let mut last = [None; REACH];
    for index in order {
        near[index] = last;
        if long[index] {
            last.rotate_right(1);
            last[0] = Some(index);
        }
    }
    near
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_searched_for_a_seam_does_not_grow_with_the_page() {
        let searched = |lines: usize| -> usize {
            let text = ("国".repeat(2 * LONG) + "\n").repeat(lines);
            let source = Source::of(&text);
            let topics = Topics::of(&source, &crate::piece::pieces(&source));
            topics.long.iter().map(ExactSizeIterator::len).sum()
        };
        assert_eq!(searched(10), 20 * LONG);
        assert_eq!((searched(1000), searched(2000)), (SEARCHED, SEARCHED));
    }
}

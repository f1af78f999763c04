//! Does the text after a line speak of what the line says, or of what the text before it speaks of?

mod matter;

use crate::bond::Seam;
use crate::cursor::is_han;
use crate::features::LONG;
use crate::piece::Piece;
use crate::source::{Ink, Source};
use std::cell::OnceCell;
use std::ops::Range;

/// Pairs of neighbouring Han characters, piece by piece.
pub struct Topics {
    /// The pairs of all long pieces, sorted, each once; elsewhere a pair is its place here.
    known: Vec<u32>,
    /// How much a known pair says: the fewer long pieces have it, the more.
    weights: Vec<f32>,
    /// The known pairs of each piece, sorted.
    pairs: Vec<Vec<u32>>,
    /// The pieces of each known pair, sorted, one pair behind the other, and where those of each end.
    holders: Vec<u32>,
    ends: Vec<u32>,
    /// Pairs of each piece, known or not.
    counts: Vec<usize>,
    /// The ink of the long pieces, as far as it is searched.
    long: Vec<Range<usize>>,
    /// For each piece the long pieces before and after it.
    before: Vec<[Option<usize>; REACH]>,
    after: Vec<[Option<usize>; REACH]>,
    /// How much a known pair says of what a text is about, once it was asked for.
    telling: OnceCell<Vec<f32>>,
    /// How much the long pieces before and after each place between them have in common, once it was asked for.
    cohesions: Vec<OnceCell<Option<f32>>>,
}

/// The known pairs of several pieces, a bit for each.
pub struct Told(Vec<u64>);

impl Told {
    fn has(&self, pair: u32) -> bool {
        self.0[pair as usize / BITS] >> (pair as usize % BITS) & 1 == 1
    }
}

/// Long pieces looked at on each side.
const REACH: usize = 3;

/// Of those after a line so many are compared with what stands before it.
const COMPARED: usize = 2;

/// Characters of a piece that are looked at: enough to know its topic, few enough for a line of a megabyte.
const MOST: usize = 600;

/// Characters of a page that are searched for the characters at a seam: more than a page has, and few enough for a
/// dump of ten thousand seams.
const SEARCHED: usize = 20_000;

const BITS: usize = u64::BITS as usize;

fn pairs(ink: &[Ink]) -> impl Iterator<Item = u32> {
    let han = ink.windows(2).take(MOST).filter(|pair| is_han(pair[0].c) && is_han(pair[1].c));
    han.map(|two| pair(two[0].c, two[1].c))
}

/// Two characters in one number; those beyond the basic plane may share one.
fn pair(a: char, b: char) -> u32 {
    (a as u32) << 16 | (b as u32 & 0xFFFF)
}

impl Topics {
    pub fn of(source: &Source, pieces: &[Piece]) -> Self {
        let long: Vec<bool> = pieces.iter().map(|piece| piece.ink.len() >= LONG).collect();
        // Sorted by pair, then by piece: one pass sees which pieces have a pair.
        let mut all: Vec<u64> = Vec::with_capacity(source.ink.len());
        for (index, piece) in pieces.iter().enumerate() {
            let own = pairs(&source.ink[piece.ink.clone()]);
            all.extend(own.map(|pair| u64::from(pair) << u32::BITS | index as u64));
        }
        all.sort_unstable();
        all.dedup();
        let count = pieces.len().max(2) as f32;
        let (mut known, mut weights) = (Vec::new(), Vec::new());
        let (mut holders, mut ends) = (Vec::new(), Vec::new());
        let most = |piece: &Piece| Vec::with_capacity(piece.ink.len().min(MOST));
        let mut pairs: Vec<Vec<u32>> = pieces.iter().map(most).collect();
        let mut counts = vec![0; pieces.len()];
        let pair_of = |one: &u64| (one >> u32::BITS) as u32;
        let piece_of = |one: &u64| (one & u64::from(u32::MAX)) as usize;
        for same in all.chunk_by(|a, b| pair_of(a) == pair_of(b)) {
            let spread = same.iter().filter(|one| long[piece_of(one)]).count();
            for piece in same.iter().map(piece_of) {
                counts[piece] += 1;
                if spread > 0 {
                    pairs[piece].push(known.len() as u32);
                    holders.push(piece as u32);
                }
            }
            if spread > 0 {
                ends.push(holders.len() as u32);
                known.push(pair_of(&same[0]));
                weights.push((count / spread as f32).ln().max(0.0));
            }
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
        let cohesions = vec![OnceCell::new(); pieces.len() + 1];
        let telling = OnceCell::new();
        Self {
            known,
            weights,
            pairs,
            holders,
            ends,
            counts,
            long,
            before,
            after,
            telling,
            cohesions,
        }
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
        let after: Vec<usize> = self.after[index].iter().flatten().copied().collect();
        self.said(own, &after).count() as f32 / self.counts[index] as f32
    }

    /// Share of a piece's pairs that was told, as far as some long piece of the page has them.
    pub fn recall(&self, index: usize, told: &Told) -> f32 {
        if self.counts[index] == 0 {
            return 0.0;
        }
        let own = self.pairs[index].iter();
        own.filter(|pair| told.has(**pair)).count() as f32 / self.counts[index] as f32
    }

    /// The pairs of a piece that were told, in nats: the fewer long pieces of the page have one, the more.
    pub fn heard(&self, index: usize, told: &Told) -> f32 {
        let own = self.pairs[index].iter();
        own.filter(|pair| told.has(**pair)).map(|pair| self.weights[*pair as usize]).sum()
    }

    /// Those of the known pairs that one of the pieces has.
    fn said(&self, pairs: &[u32], pieces: &[usize]) -> impl Iterator<Item = usize> {
        // A bit for each piece from the first to the last, for there are many more pairs.
        let first = pieces.iter().min().copied().unwrap_or(0);
        let length = pieces.iter().max().map_or(0, |last| last + 1 - first);
        let mut bits = vec![0u64; length.div_ceil(BITS)];
        pieces.iter().map(|piece| piece - first).for_each(|at| bits[at / BITS] |= 1 << (at % BITS));
        let has = move |holder: &u32| {
            let at = (*holder as usize).wrapping_sub(first);
            bits.get(at / BITS).is_some_and(|bits| bits >> (at % BITS) & 1 == 1)
        };
        pairs
            .iter()
            .map(|pair| *pair as usize)
            .filter(move |pair| self.holders(*pair).iter().any(&has))
    }

    /// The pieces that have a known pair.
    fn holders(&self, pair: usize) -> &[u32] {
        let start = pair.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.holders[start as usize..self.ends[pair] as usize]
    }

    /// What the texts on both sides of a short piece share, rare pairs counting more, against the smaller side.
    /// `None` where a side has none.
    pub fn cohesion(&self, index: usize) -> Option<f32> {
        // Asked for the first of the short pieces above one text, and the same for all of them.
        let below = self.after[index][0].unwrap_or(self.pairs.len());
        *self.cohesions[below].get_or_init(|| self.cohesion_of(index))
    }

    fn cohesion_of(&self, index: usize) -> Option<f32> {
        // Before it all that stands there, the heads over the first text included.
        let first = self.before[index].iter().flatten().copied().min().unwrap_or(index);
        let heads = self.before[first][0].map_or(0, |text| text + 1);
        let before = self.told(heads..index);
        let after = self.told(self.after[index].iter().take(COMPARED).flatten().copied());
        let both = Told(before.0.iter().zip(&after.0).map(|(a, b)| a & b).collect());
        let least = self.sum(&before).min(self.sum(&after));
        (least > 0.0).then(|| self.sum(&both) / least)
    }

    /// What several pieces tell.
    pub fn told(&self, pieces: impl IntoIterator<Item = usize>) -> Told {
        let mut all = vec![0; self.known.len().div_ceil(BITS)];
        for pair in pieces.into_iter().flat_map(|piece| &self.pairs[piece]) {
            all[*pair as usize / BITS] |= 1 << (*pair as usize % BITS);
        }
        Told(all)
    }

    /// What such pairs say together.
    fn sum(&self, told: &Told) -> f32 {
        let mut sum = 0.0;
        for (bits, weights) in told.0.iter().zip(self.weights.chunks(BITS)) {
            let mut bits = *bits;
            while bits != 0 {
                sum += weights[bits.trailing_zeros() as usize];
                bits &= bits - 1;
            }
        }
        sum
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

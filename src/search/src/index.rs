//! Where does each unit stand, in a text too long to scan? Lists of places, block by block.
//!
//! A block is of fewer than 65,536 units, so that a place is 16 bits; within a block the places are sorted by unit. Blocks
//! are made one at a time: what is not yet indexed is scanned, and every answer is complete at any moment.

use crate::order;
use crate::pattern::Element;
use crate::pinyin::Sounds;
use std::ops::Range;

/// As many rows of 64 bits as leave room for the end of the last one in 16 bits.
const BLOCK: usize = (1 << 16) - 64;
/// Below this many units a scan takes a few microseconds, and an index only costs memory.
pub(crate) const WORTH: usize = 1 << 16;

/// An element, and how many units behind another one it stands.
pub(crate) type Near<'a> = (&'a Element, isize);
/// Ranks in ascending order, in as few pieces as there are.
type Pieces = Vec<Range<usize>>;
/// A bit for each place of a block, and for all others that are 16 bits: then none needs to be checked.
type Bits = [u64; (1 << 16) / 64];

pub(crate) struct Index {
    blocks: Vec<Block>,
    ranks: Ranks,
}

/// The units of a row, numbered so that those which sound alike, or begin alike, follow one another: what is
/// looked for together then lies together.
struct Ranks {
    of: Vec<u16>,
    count: usize,
}

impl Ranks {
    /// No unit has it: U+FFFF stands in no row, so that one number is free.
    const ABSENT: u16 = u16::MAX;

    /// Of the units that stand somewhere, by how often.
    fn new(counts: &[u32], sounds: &Sounds) -> Self {
        let mut syllables = vec![u16::MAX; counts.len()];
        for own in sounds.readings.iter().filter(|own| own.rarity == 0) {
            syllables[usize::from(own.unit)] = own.syllable;
        }
        let held = counts.iter().enumerate().filter(|(_, count)| **count > 0);
        let held: Vec<usize> = held.map(|(unit, _)| unit).collect();
        let held = order::by_key(&held, |unit| u32::from(syllables[*unit]));
        let mut of = vec![Self::ABSENT; counts.len()];
        held.iter().enumerate().for_each(|(rank, unit)| of[*unit] = rank as u16);
        Self { of, count: held.len() }
    }

    fn of(&self, unit: u16) -> usize {
        usize::from(self.of[usize::from(unit)])
    }

    /// Of those that stand somewhere, in ascending order; ranks that follow one another in one piece, as most do
    /// that sound alike: looked up one by one they take longer than their places.
    fn of_all(&self, units: &[u16]) -> Pieces {
        let ranks = units.iter().map(|unit| self.of(*unit));
        let ranks = ranks.filter(|rank| *rank != usize::from(Self::ABSENT));
        let mut pieces: Pieces = Vec::new();
        for rank in order::by_key(&ranks.collect::<Vec<usize>>(), |rank| *rank as u32) {
            match pieces.last_mut() {
                Some(last) if last.end == rank => last.end += 1,
                _ => pieces.push(rank..rank + 1),
            }
        }
        pieces
    }
}

struct Block {
    /// Where the places of each unit begin in `places`, by its rank.
    starts: Vec<u16>,
    places: Vec<u16>,
}

impl Index {
    /// Of a row where each unit stands as often as `counts` says.
    pub fn new(counts: &[u32], sounds: &Sounds) -> Self {
        Self { blocks: Vec::new(), ranks: Ranks::new(counts, sounds) }
    }

    /// Indexes one more block; says whether there is still more to do.
    pub fn extend(&mut self, units: &[u16]) -> bool {
        if units.len() < WORTH {
            return false;
        }
        let start = self.blocks.len() * BLOCK;
        if start < units.len() {
            let end = units.len().min(start + BLOCK);
            self.blocks.reserve_exact(units.len().div_ceil(BLOCK) - self.blocks.len());
            self.blocks.push(Block::of(&units[start..end], &self.ranks));
        }
        self.blocks.len() * BLOCK < units.len()
    }

    /// How many units it covers.
    pub fn covered(&self) -> usize {
        self.blocks.iter().map(|block| block.places.len()).sum()
    }

    /// Calls `put` with the first unit of each block and places behind it that hold what `element` accepts, all
    /// in ascending order; of them only those where each of `near` may stand so many units behind (before, where
    /// the number is negative). At the edges of a block that is not looked up.
    pub fn each_near(&self, element: &Element, near: &[Near], put: &mut dyn FnMut(usize, &[u16])) {
        let mut merged = Merged::new();
        let own = self.ranks.of_all(element.units());
        let near = near.iter().map(|(near, by)| (self.ranks.of_all(near.units()), *by));
        let near: Vec<(Pieces, isize)> = near.collect();
        for (number, block) in self.blocks.iter().enumerate() {
            let places = match (&own[..], &near[..]) {
                ([ranks], []) if ranks.len() == 1 => block.places(ranks),
                ([ranks], [near]) if ranks.len() == 1 => merged.near(block, ranks, near),
                _ => merged.places(block, &own, &near),
            };
            if !places.is_empty() {
                put(number * BLOCK, places);
            }
        }
    }
}

impl Block {
    /// Counting sort.
    fn of(row: &[u16], ranks: &Ranks) -> Self {
        let mut ends = vec![0u16; ranks.count];
        row.iter().for_each(|unit| ends[ranks.of(*unit)] += 1);
        let mut starts = Vec::with_capacity(ranks.count);
        let mut end = 0;
        for own in &mut ends {
            starts.push(end);
            end += std::mem::replace(own, end);
        }
        let mut places = vec![0; row.len()];
        for (at, unit) in row.iter().enumerate() {
            let slot = &mut ends[ranks.of(*unit)];
            places[usize::from(*slot)] = at as u16;
            *slot += 1;
        }
        Self { starts, places }
    }

    /// Marks where units of these ranks stand on a row of bits.
    fn mark(&self, ranks: &[Range<usize>], bits: &mut Bits) {
        bits.fill(0);
        for ranks in ranks {
            self.places(ranks).iter().for_each(|at| bits[usize::from(at >> 6)] |= 1 << (at & 63));
        }
    }

    /// Of these ranks, those of one rank in ascending order.
    #[inline]
    fn places(&self, ranks: &Range<usize>) -> &[u16] {
        let end = self.starts.get(ranks.end).map_or(self.places.len(), |end| usize::from(*end));
        &self.places[usize::from(self.starts[ranks.start])..end]
    }
}

/// Places of several units of a block, put in order by marking them on a row of bits.
struct Merged {
    bits: Bits,
    near: Bits,
    places: Vec<u16>,
}

impl Merged {
    fn new() -> Self {
        Self { bits: [0; _], near: [0; _], places: Vec::new() }
    }

    /// The places of one unit; more than a look at each is not needed.
    fn near(&mut self, block: &Block, rank: &Range<usize>, near: &(Pieces, isize)) -> &[u16] {
        self.places.clear();
        let places = block.places(rank);
        if places.is_empty() {
            return &self.places;
        }
        let (near, by) = near;
        block.mark(near, &mut self.near);
        let near = &self.near;
        let holds = |at: &u16| {
            let place = (*at as isize + by) as usize;
            place >= BLOCK || near[place >> 6] >> (place & 63) & 1 == 1
        };
        self.places.extend(places.iter().copied().filter(holds));
        &self.places
    }

    fn places(
        &mut self,
        block: &Block,
        ranks: &[Range<usize>],
        near: &[(Pieces, isize)],
    ) -> &[u16] {
        self.places.clear();
        block.mark(ranks, &mut self.bits);
        for (ranks, by) in near {
            block.mark(ranks, &mut self.near);
            keep_near(&mut self.bits, &self.near, *by);
        }
        for (word, bits) in self.bits.iter().enumerate() {
            let mut left = *bits;
            while left > 0 {
                self.places.push((word * 64) as u16 + left.trailing_zeros() as u16);
                left &= left - 1;
            }
        }
        &self.places
    }
}

/// The places of a block around which all that is near lies in the block, too.
pub(crate) fn inner(near: &[Near]) -> Range<isize> {
    let by = |(_, by): &Near| *by;
    let (least, most) =
        (near.iter().map(by).fold(0, isize::min), near.iter().map(by).fold(0, isize::max));
    -least..BLOCK as isize - most
}

/// Keeps the bits for which one of `near` stands `by` places behind, and those where the row of these does not reach.
fn keep_near(bits: &mut Bits, near: &Bits, by: isize) {
    let (whole, rest) = (by.div_euclid(64), by.rem_euclid(64));
    // Before the row, too, there is none of so great an index.
    let word = |at: isize| near[..BLOCK / 64].get(at as usize).copied().unwrap_or(u64::MAX);
    let mut low = word(whole);
    for (at, own) in bits.iter_mut().enumerate() {
        let high = word(at as isize + whole + 1);
        // Shifted in two steps: 64 at once are none.
        *own &= low >> rest | high << 1 << (63 - rest);
        low = high;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_shifted_both_ways() {
        let (mut near, last) = ([0; _], BLOCK / 64 - 1);
        (near[0], near[1], near[last]) = (0b1010, 1 << 63, 1);
        let kept = |by| {
            let mut bits = [u64::MAX; _];
            keep_near(&mut bits, &near, by);
            [bits[0], bits[1], bits[last - 1], bits[last]]
        };
        assert_eq!(kept(0), [0b1010, 1 << 63, 0, 1]);
        assert_eq!(kept(1), [0b101, 1 << 62, 1 << 63, 1 << 63]);
        assert_eq!(kept(-1), [0b10101, 0, 0, 0b10]);
        assert_eq!(kept(-64), [u64::MAX, 0b1010, 0, 0]);
        assert_eq!(kept(70), [1 << 57, 0, u64::MAX << 58, u64::MAX]);
        let mut bits = [0; _];
        bits[0] = 0b110;
        keep_near(&mut bits, &near, 1);
        assert_eq!(bits[0], 0b100);
    }
}

//! Where does each unit stand, in a text too long to scan? Lists of places, block by block.
//!
//! A block is 65,536 units, so that a place is 16 bits; within a block the places are sorted by unit. Blocks
//! are made one at a time: what is not yet indexed is scanned, and every answer is complete at any moment.

use crate::pattern::Element;

const BLOCK: usize = 1 << 16;
/// Below this many units a scan takes a few microseconds, and an index only costs memory.
pub(crate) const WORTH: usize = 1 << 16;
/// Where a set has fewer units than this share of a block, they are looked up one by one.
const FEW: usize = 16;

#[derive(Default)]
pub(crate) struct Index {
    blocks: Vec<Block>,
}

struct Block {
    /// The units that stand in it, in ascending order, and where the places of each begin in `places`.
    units: Vec<u16>,
    starts: Vec<u16>,
    places: Vec<u16>,
}

impl Index {
    /// Indexes one more block; says whether there is still more to do.
    pub fn extend(&mut self, units: &[u16]) -> bool {
        if units.len() < WORTH {
            return false;
        }
        let start = self.blocks.len() * BLOCK;
        if start < units.len() {
            let end = units.len().min(start + BLOCK);
            self.blocks.reserve_exact(units.len().div_ceil(BLOCK) - self.blocks.len());
            self.blocks.push(Block::of(&units[start..end]));
        }
        self.blocks.len() * BLOCK < units.len()
    }

    /// How many units it covers.
    pub fn covered(&self) -> usize {
        self.blocks.iter().map(|block| block.places.len()).sum()
    }

    /// Calls `put` with the first unit of each block and places behind it that hold what `element` accepts, all
    /// in ascending order; of them only those where `near` may stand so many units behind (before, where the
    /// number is negative). At the edges of a block that is not looked up.
    pub fn each_near(
        &self,
        element: &Element,
        near: Option<(&Element, isize)>,
        put: &mut dyn FnMut(usize, &[u16]),
    ) {
        let mut merged = Merged::default();
        for (number, block) in self.blocks.iter().enumerate() {
            let places = match (element, near) {
                (Element::Unit(unit), None) => block.places(*unit),
                (Element::Unit(unit), Some(near)) => merged.near(block, *unit, near),
                _ => merged.places(block, element, near),
            };
            if !places.is_empty() {
                put(number * BLOCK, places);
            }
        }
    }
}

impl Block {
    /// Counting sort.
    fn of(row: &[u16]) -> Self {
        let mut counts = vec![0u32; 1 << 16];
        row.iter().for_each(|unit| counts[usize::from(*unit)] += 1);
        let distinct = counts.iter().filter(|count| **count > 0).count();
        let (mut units, mut starts) = (Vec::with_capacity(distinct), Vec::with_capacity(distinct));
        let mut end = 0;
        for (unit, count) in counts.iter_mut().enumerate().filter(|(_, count)| **count > 0) {
            let start = end;
            end += *count;
            *count = start;
            units.push(unit as u16);
            starts.push(start as u16);
        }
        let mut places = vec![0; row.len()];
        for (at, unit) in row.iter().enumerate() {
            let slot = &mut counts[usize::from(*unit)];
            places[*slot as usize] = at as u16;
            *slot += 1;
        }
        Self { units, starts, places }
    }

    fn places(&self, unit: u16) -> &[u16] {
        self.units.binary_search(&unit).map_or(&[], |at| self.places_at(at))
    }

    /// Marks where what `element` accepts stands on a row of bits.
    fn mark(&self, element: &Element, bits: &mut Vec<u64>) {
        bits.clear();
        bits.resize(BLOCK / 64, 0);
        let mut mark = |places: &[u16]| {
            places.iter().for_each(|at| bits[usize::from(at >> 6)] |= 1 << (at & 63))
        };
        match element {
            Element::Any(set) if set.units.len() >= self.units.len() / FEW => {
                let held = self.units.iter().enumerate().filter(|(_, unit)| set.holds(**unit));
                held.for_each(|(at, _)| mark(self.places_at(at)));
            }
            _ => element.units().iter().for_each(|unit| mark(self.places(*unit))),
        }
    }

    fn places_at(&self, at: usize) -> &[u16] {
        let end = self.starts.get(at + 1).map_or(self.places.len(), |end| usize::from(*end));
        &self.places[usize::from(self.starts[at])..end]
    }
}

/// Places of several units of a block, put in order by marking them on a row of bits.
#[derive(Default)]
struct Merged {
    bits: Vec<u64>,
    near: Vec<u64>,
    places: Vec<u16>,
}

impl Merged {
    /// The places of one unit; more than a look at each is not needed.
    fn near(&mut self, block: &Block, unit: u16, (near, by): (&Element, isize)) -> &[u16] {
        self.places.clear();
        let places = block.places(unit);
        if places.is_empty() {
            return &self.places;
        }
        block.mark(near, &mut self.near);
        let near = &self.near[..];
        let holds = |at: &u16| {
            let place = (*at as isize + by) as usize;
            near.get(place >> 6).is_none_or(|bits| bits >> (place & 63) & 1 == 1)
        };
        self.places.extend(places.iter().copied().filter(holds));
        &self.places
    }

    fn places(
        &mut self,
        block: &Block,
        element: &Element,
        near: Option<(&Element, isize)>,
    ) -> &[u16] {
        self.places.clear();
        block.mark(element, &mut self.bits);
        if let Some((near, by)) = near {
            block.mark(near, &mut self.near);
            let near = &self.near[..];
            let bits = self.bits.iter_mut().enumerate();
            bits.for_each(|(word, bits)| *bits &= shifted(near, word, by));
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

/// Whether what stands `by` places behind one of a block lies in the block, too.
pub(crate) fn is_within(at: u16, by: isize) -> bool {
    (0..BLOCK as isize).contains(&(at as isize + by))
}

/// The bits that stand `by` places behind those of `word`; ones where the row does not reach.
#[inline]
fn shifted(bits: &[u64], word: usize, by: isize) -> u64 {
    let at = (word * 64) as isize + by;
    let word = |at: isize| usize::try_from(at).ok().and_then(|at| bits.get(at)).copied();
    let (whole, rest) = (at.div_euclid(64), at.rem_euclid(64));
    let low = word(whole).unwrap_or(u64::MAX) >> rest;
    // Shifted in two steps: 64 at once are none.
    low | word(whole + 1).unwrap_or(u64::MAX) << 1 << (63 - rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_shifted_both_ways() {
        let bits = [0b1010, 1 << 63];
        assert_eq!(shifted(&bits, 0, 0), 0b1010);
        assert_eq!(shifted(&bits, 0, 1), 0b101);
        assert_eq!(shifted(&bits, 1, 1), 1 << 62 | 1 << 63);
        assert_eq!(shifted(&bits, 0, -1), 0b10101);
        assert_eq!(shifted(&[1 << 63, 1], 1, -1), 0b11);
        assert_eq!(shifted(&bits, 1, -64), 0b1010);
        assert_eq!(shifted(&bits, 1, 70), u64::MAX);
    }
}

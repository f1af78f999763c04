//! Where does each unit stand, in a text too long to scan? Lists of places, block by block.
//!
//! A block is 65,536 units, so that a place is 16 bits; within a block the places are sorted by unit. Blocks
//! are made one at a time: what is not yet indexed is scanned, and every answer is complete at any moment.

use crate::pattern::{Element, Set};

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
    /// in ascending order.
    pub fn each(&self, element: &Element, put: &mut dyn FnMut(usize, &[u16])) {
        let mut merged = Merged::default();
        for (number, block) in self.blocks.iter().enumerate() {
            let places = match element {
                Element::Unit(unit) => block.places(*unit),
                Element::Any(set) => merged.places(block, set),
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

    fn places_at(&self, at: usize) -> &[u16] {
        let end = self.starts.get(at + 1).map_or(self.places.len(), |end| usize::from(*end));
        &self.places[usize::from(self.starts[at])..end]
    }
}

/// Places of several units of a block, put in order by marking them on a row of bits.
#[derive(Default)]
struct Merged {
    bits: Vec<u64>,
    places: Vec<u16>,
}

impl Merged {
    fn places(&mut self, block: &Block, set: &Set) -> &[u16] {
        self.bits.resize(BLOCK / 64, 0);
        self.places.clear();
        if set.units.len() < block.units.len() / FEW {
            set.units.iter().for_each(|unit| self.mark(block.places(*unit)));
        } else {
            let held = block.units.iter().enumerate().filter(|(_, unit)| set.holds(**unit));
            held.for_each(|(at, _)| self.mark(block.places_at(at)));
        }
        for (word, bits) in self.bits.iter_mut().enumerate() {
            let mut left = std::mem::take(bits);
            while left > 0 {
                self.places.push((word * 64) as u16 + left.trailing_zeros() as u16);
                left &= left - 1;
            }
        }
        &self.places
    }

    fn mark(&mut self, places: &[u16]) {
        places.iter().for_each(|at| self.bits[usize::from(at >> 6)] |= 1 << (at & 63));
    }
}

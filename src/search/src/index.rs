//! Where does each unit stand, in a text too long to scan? Lists of places, block by block.
//!
//! A block is 65,536 units, so that a place is 16 bits; within a block the places are sorted by unit. Blocks
//! are made one at a time: what is not yet indexed is scanned, and every answer is complete at any moment.

use crate::pattern::Element;

const BLOCK: usize = 1 << 16;
/// Below this many units a scan takes a few microseconds, and an index only costs memory.
pub(crate) const WORTH: usize = 1 << 16;

#[derive(Default)]
pub(crate) struct Index {
    blocks: Vec<Block>,
}

struct Block {
    /// The units that stand in it, in ascending order, and where the places of each end in `places`.
    units: Vec<u16>,
    ends: Vec<u32>,
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
            self.blocks.push(Block::of(&units[start..end]));
        }
        self.blocks.len() * BLOCK < units.len()
    }

    /// Calls `put` with every place of a unit that `element` accepts, in ascending order; returns how many
    /// units the index covers.
    pub fn each(&self, element: &Element, put: &mut dyn FnMut(usize)) -> usize {
        let mut bits = vec![0u64; if element.units().len() > 1 { BLOCK / 64 } else { 0 }];
        for (number, block) in self.blocks.iter().enumerate() {
            let start = number * BLOCK;
            if let [unit] = element.units() {
                block.places(*unit).iter().for_each(|at| put(start + usize::from(*at)));
                continue;
            }
            // The places of several units are put in order by marking them on a row of bits.
            for at in element.units().iter().flat_map(|unit| block.places(*unit)) {
                bits[usize::from(*at >> 6)] |= 1 << (at & 63);
            }
            for (word, bits) in bits.iter_mut().enumerate() {
                let mut left = std::mem::take(bits);
                while left > 0 {
                    put(start + word * 64 + left.trailing_zeros() as usize);
                    left &= left - 1;
                }
            }
        }
        self.blocks.iter().map(|block| block.places.len()).sum()
    }
}

impl Block {
    /// Counting sort.
    fn of(row: &[u16]) -> Self {
        let mut counts = vec![0u32; 1 << 16];
        row.iter().for_each(|unit| counts[usize::from(*unit)] += 1);
        let (mut units, mut ends) = (Vec::new(), Vec::new());
        let mut end = 0;
        for (unit, count) in counts.iter_mut().enumerate().filter(|(_, count)| **count > 0) {
            let start = end;
            end += *count;
            *count = start;
            units.push(unit as u16);
            ends.push(end);
        }
        let mut places = vec![0; row.len()];
        for (at, unit) in row.iter().enumerate() {
            let slot = &mut counts[usize::from(*unit)];
            places[*slot as usize] = at as u16;
            *slot += 1;
        }
        units.shrink_to_fit();
        ends.shrink_to_fit();
        Self { units, ends, places }
    }

    fn places(&self, unit: u16) -> &[u16] {
        let Ok(at) = self.units.binary_search(&unit) else { return &[] };
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.places[start as usize..self.ends[at] as usize]
    }
}

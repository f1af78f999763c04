//! Which different texts stand at some places, how often, and in how many documents?

/// One of the texts.
pub(crate) struct Text {
    /// As [`key`] gives it.
    pub key: u32,
    /// The place where it stands first.
    pub first: u32,
    pub count: u32,
    pub holders: u32,
    /// The document that held it last, and the one to which it was added last.
    held: u32,
    pub summed: u32,
    pub worth: f32,
}

/// The texts in the order in which they were met, found by hash: the next free slot is theirs.
pub(crate) struct Texts {
    pub all: Vec<Text>,
    /// Indices of `all`; their number is a power of two.
    slots: Vec<u32>,
}

/// No document, and no text.
const NONE: u32 = u32::MAX;
/// Slots in the beginning: few of the places that sound alike have texts of their own.
const SLOTS: usize = 1 << 12;

impl Texts {
    /// For so many places.
    pub fn new(places: usize) -> Self {
        let slots = vec![NONE; (places * 2).next_power_of_two().clamp(2, SLOTS)];
        Self { all: Vec::new(), slots }
    }

    /// Counts a text by its key, and gives its index. Documents come in order.
    #[inline]
    pub fn add(&mut self, key: u32, place: u32, document: u32) -> u32 {
        let mut slot = self.slot(key);
        if self.slots[slot] == NONE {
            if self.all.len() * 2 >= self.slots.len() {
                self.grow();
                slot = self.slot(key);
            }
            self.slots[slot] = self.all.len() as u32;
            let (held, summed) = (NONE, NONE);
            let (first, count, holders) = (place, 0, 0);
            self.all.push(Text { key, first, count, holders, held, summed, worth: 0.0 });
        }
        let number = self.slots[slot];
        let own = &mut self.all[number as usize];
        own.count += 1;
        if std::mem::replace(&mut own.held, document) != document {
            own.holders += 1;
        }
        number
    }

    /// The slot of a key, or the free one where it belongs.
    #[inline]
    fn slot(&self, key: u32) -> usize {
        // The upper half of the product depends on every bit of the key.
        let mut slot = (u64::from(key).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize;
        loop {
            slot &= self.slots.len() - 1;
            match self.slots[slot] {
                NONE => return slot,
                own if self.all[own as usize].key == key => return slot,
                _ => slot += 1,
            }
        }
    }

    fn grow(&mut self) {
        self.slots = vec![NONE; self.slots.len() * 4];
        for at in 0..self.all.len() {
            let slot = self.slot(self.all[at].key);
            self.slots[slot] = at as u32;
        }
    }
}

/// A number for a text: of up to two units a number of its own, of longer ones a hash (FNV-1a). Should two texts
/// share one, they are weighed together.
pub(crate) fn key(text: &[u16]) -> u32 {
    match text.len() {
        0..=2 => text.iter().fold(0, |key, unit| key << 16 | u32::from(*unit)),
        _ => text
            .iter()
            .fold(0x811C_9DC5, |key: u32, unit| (key ^ u32::from(*unit)).wrapping_mul(0x0100_0193)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    #[test]
    fn texts_are_counted_as_a_map_would() {
        let mut dice = 1u64;
        let mut place = |number: u32| {
            dice = dice.wrapping_mul(0x5851_F42D_4C95_7F2D) + 1;
            ((dice >> 40) as u32 % 7_000, number / 5)
        };
        let places: Vec<(u32, u32)> = (0..60_000).map(&mut place).collect();
        let mut texts = Texts::new(places.len());
        let mut naive: BTreeMap<u32, (u32, BTreeSet<u32>)> = BTreeMap::new();
        for (at, (key, document)) in (0..).zip(&places) {
            let number = texts.add(*key, at, *document);
            let text = &texts.all[number as usize];
            assert_eq!((text.key, places[text.first as usize].0), (*key, *key));
            let own = naive.entry(*key).or_default();
            own.0 += 1;
            own.1.insert(*document);
        }
        assert!(texts.all.len() > SLOTS);
        assert_eq!(texts.all.len(), naive.len());
        for Text { key, count, holders, .. } in &texts.all {
            assert_eq!((*count, *holders as usize), (naive[key].0, naive[key].1.len()));
        }
    }
}

//! Which of the texts that sound alike was meant? Words rather than other runs, what stands often, the usual
//! readings; and the document that holds most of what may have been meant comes first.

use crate::engine::Engine;
use crate::folded::Stretch;
use crate::pattern::Pattern;
use crate::spot::Spot;

/// What a text that is no word of the documents counts beside a word: what is typed by its sounds is mostly a word.
const NO_WORD: f32 = 0.03;
/// Documents that anyone looks at: a text that more of them hold needs not be in every one of those.
const LOOKED_AT: u32 = 10;

/// One of the texts.
#[derive(Clone, Copy)]
struct Text {
    key: u64,
    count: u32,
    holders: u32,
    /// The last document that held it, or was weighed with it.
    last: u32,
    worth: f32,
}

/// Texts at the place that their key says or behind it; free where the count is 0.
struct Texts {
    slots: Vec<Text>,
    count: usize,
}

const NO_DOCUMENT: u32 = u32::MAX;
const FREE: Text = Text { key: 0, count: 0, holders: 0, last: NO_DOCUMENT, worth: 0.0 };

impl Texts {
    fn new() -> Self {
        Self { slots: vec![FREE; 1 << 8], count: 0 }
    }

    /// The place of a text, where it is or could be put.
    #[inline]
    fn slot(&self, key: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & mask;
        while self.slots[slot].count > 0 && self.slots[slot].key != key {
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// Counts a text in a document.
    #[inline]
    fn add(&mut self, key: u64, document: u32) {
        let mut slot = self.slot(key);
        if self.slots[slot].count == 0 {
            self.count += 1;
            if self.count * 2 > self.slots.len() {
                let larger = vec![FREE; self.slots.len() * 2];
                for text in std::mem::replace(&mut self.slots, larger) {
                    if text.count > 0 {
                        let slot = self.slot(text.key);
                        self.slots[slot] = text;
                    }
                }
                slot = self.slot(key);
            }
            self.slots[slot].key = key;
        }
        let text = &mut self.slots[slot];
        text.count += 1;
        text.holders += u32::from(text.last != document);
        text.last = document;
    }
}

impl Engine {
    /// Gives each spot what its document is worth beside the best one. The spots are in order, and stand where
    /// one of the patterns does.
    pub(crate) fn weigh(&self, spots: &mut [Spot], patterns: &[Pattern]) {
        let folded = self.folded();
        let text = |spot: &Spot| {
            let start = spot.start as usize;
            &folded.row.units[start..start + usize::from(spot.length)]
        };
        let mut texts = Texts::new();
        let stretches = &folded.stretches[..];
        let (mut at, mut documents) = (0, Vec::new());
        for (number, spot) in spots.iter().enumerate() {
            at = Stretch::behind(stretches, at, spot.start);
            let document = stretches[at].document;
            if documents.last().is_none_or(|(_, last)| *last != document) {
                documents.push((number, document));
            }
            texts.add(key(text(spot)), document);
        }
        for spot in spots.iter() {
            let text = text(spot);
            let slot = texts.slot(key(text));
            if texts.slots[slot].last != NO_DOCUMENT {
                let own = &mut texts.slots[slot];
                own.last = NO_DOCUMENT;
                own.worth = self.likelihood(text, own, patterns);
            }
        }
        // Document by document: what its texts are worth together, each counted once.
        let mut sums = Vec::with_capacity(documents.len());
        for (at, (first, document)) in documents.iter().enumerate() {
            let end = documents.get(at + 1).map_or(spots.len(), |(next, _)| *next);
            let mut sum = 0.0;
            for spot in &spots[*first..end] {
                let slot = texts.slot(key(text(spot)));
                let own = &mut texts.slots[slot];
                if own.last != *document {
                    own.last = *document;
                    sum += own.worth;
                }
            }
            sums.push((end - first, sum));
        }
        let best = sums.iter().map(|(_, sum)| *sum).fold(f32::MIN_POSITIVE, f32::max);
        let mut rest = &mut *spots;
        for (count, sum) in sums {
            let (own, behind) = rest.split_at_mut(count);
            // Squared: what was meant decides more than how well a document is about it.
            let worth = (sum / best) * (sum / best);
            own.iter_mut().for_each(|spot| spot.worth = worth);
            rest = behind;
        }
    }

    /// How likely a text was meant, for each of the documents that need to hold it.
    fn likelihood(&self, text: &[u16], counted: &Text, patterns: &[Pattern]) -> f32 {
        let own = patterns.iter().filter(|pattern| pattern.len() == text.len());
        let read = own.map(|pattern| pattern.worth_of(text)).fold(0.0, f32::max);
        let kind = if self.fold().tables.words.hold(text) { 1.0 } else { NO_WORD };
        // To the power of 5/4: what stands often is typed more often still.
        let count = counted.count as f32;
        let often = count * count.sqrt().sqrt();
        read * kind * often / counted.holders.min(LOOKED_AT) as f32
    }
}

/// A number for a text: of up to four units a number of its own, of longer ones a hash (FNV-1a).
fn key(text: &[u16]) -> u64 {
    match text.len() {
        0..=4 => text.iter().fold(0, |key, unit| key << 16 | u64::from(*unit)),
        _ => text.iter().fold(0xCBF2_9CE4_8422_2325, |key: u64, unit| {
            (key ^ u64::from(*unit)).wrapping_mul(0x100_0000_01B3)
        }),
    }
}

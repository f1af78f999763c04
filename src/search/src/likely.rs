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
struct Text {
    key: u64,
    /// Where it stands first.
    start: u32,
    length: u16,
    count: u32,
    holders: u32,
    /// The last document that held it, or was weighed with it.
    last: u32,
    worth: f32,
}

/// Texts by their keys: numbers of texts, at the place that the key says or behind it.
struct Texts {
    slots: Vec<u32>,
    all: Vec<Text>,
}

const NONE: u32 = u32::MAX;

impl Texts {
    fn new() -> Self {
        Self { slots: vec![NONE; 1 << 9], all: Vec::new() }
    }

    /// Where the number of a text stands, or could stand.
    #[inline]
    fn slot(&self, key: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & mask;
        while self.slots[slot] != NONE && self.all[self.slots[slot] as usize].key != key {
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// Counts the text of a spot in a document; gives its number.
    #[inline]
    fn add(&mut self, key: u64, spot: &Spot, document: u32) -> u32 {
        let slot = self.slot(key);
        let mut number = self.slots[slot];
        if number == NONE {
            number = self.all.len() as u32;
            let Spot { start, length, .. } = *spot;
            let (count, holders, last, worth) = (0, 0, NONE, 0.0);
            self.all.push(Text { key, start, length, count, holders, last, worth });
            self.slots[slot] = number;
            if self.all.len() * 2 > self.slots.len() {
                self.slots = vec![NONE; self.slots.len() * 2];
                for (number, text) in self.all.iter().enumerate() {
                    let slot = self.slot(text.key);
                    self.slots[slot] = number as u32;
                }
            }
        }
        let text = &mut self.all[number as usize];
        text.count += 1;
        text.holders += u32::from(text.last != document);
        text.last = document;
        number
    }
}

impl Engine {
    /// Gives each spot what its document is worth beside the best one. The spots are in order, and stand where
    /// one of the patterns does.
    pub(crate) fn weigh(&self, spots: &mut [Spot], patterns: &[Pattern]) {
        let folded = self.folded();
        let units = &folded.row.units[..];
        let text =
            |start: u32, length: u16| &units[start as usize..start as usize + usize::from(length)];
        let mut texts = Texts::new();
        let mut numbers = Vec::with_capacity(spots.len());
        let stretches = &folded.stretches[..];
        let (mut at, mut documents) = (0, Vec::new());
        for spot in spots.iter() {
            at = Stretch::behind(stretches, at, spot.start);
            let document = stretches[at].document;
            if documents.last().is_none_or(|(_, last)| *last != document) {
                documents.push((numbers.len(), document));
            }
            numbers.push(texts.add(key(text(spot.start, spot.length)), spot, document));
        }
        for own in &mut texts.all {
            own.last = NONE;
            own.worth = self.likelihood(text(own.start, own.length), own, patterns);
        }
        // Document by document: what its texts are worth together, each counted once.
        let mut sums = Vec::with_capacity(documents.len());
        for (at, (first, document)) in documents.iter().enumerate() {
            let end = documents.get(at + 1).map_or(spots.len(), |(next, _)| *next);
            let mut sum = 0.0;
            for number in &numbers[*first..end] {
                let own = &mut texts.all[*number as usize];
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
        let often = counted.count as f32;
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

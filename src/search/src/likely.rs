//! Which of the texts that sound alike was meant? Words rather than other runs, what stands often, the usual
//! readings; and the document that holds most of what may have been meant comes first.

use crate::engine::Engine;
use crate::order;
use crate::pattern::Pattern;
use crate::spot::Spot;
use crate::stretch::Stretch;

/// What a text that is no word of the documents counts beside a word: what is typed by its sounds is mostly a word.
const NO_WORD: f32 = 0.03;
/// Documents that anyone looks at: a text that more of them hold needs not be in every one of those.
const LOOKED_AT: usize = 10;
/// What is less likely by so much, even as a word, is not looked up.
const HOPELESS: f32 = 1e-3;

/// One of the texts.
struct Text<'a> {
    units: &'a [u16],
    count: usize,
    holders: usize,
}

impl Engine {
    /// Gives each spot what its document is worth beside the best one. The spots are in order, and stand where
    /// one of the patterns does.
    pub(crate) fn weigh(&self, spots: &mut [Spot], patterns: &[Pattern]) {
        let units = &self.folded().row.units[..];
        let text = |spot: &Spot| &units[spot.start as usize..][..usize::from(spot.length)];
        // Spots of one text side by side, in order: a table of texts would be asked at random, place by place.
        let number = |(at, spot): (usize, &Spot)| u64::from(key(text(spot))) << KEY | at as u64;
        let mut keys: Vec<u64> = spots.iter().enumerate().map(number).collect();
        order::radix(&mut keys, KEY);
        let (documents, count) = self.documents_of(spots);
        // What the texts of a document are worth together, each counted once.
        let mut sums = vec![0.0; count];
        let mut best = 0.0;
        let mut holders = Vec::new();
        for own in keys.chunk_by(|a, b| a >> KEY == b >> KEY) {
            let own = || own.iter().map(|key| *key as u32 as usize);
            holders.clear();
            holders.extend(own().map(|at| documents[at]));
            holders.dedup();
            let Some(first) = own().next() else { continue };
            let own =
                Text { units: text(&spots[first]), count: own().len(), holders: holders.len() };
            let worth = self.likelihood(&own, patterns, best);
            best = worth.max(best);
            holders.iter().for_each(|document| sums[*document as usize] += worth);
        }
        let best = sums.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
        for (spot, document) in spots.iter_mut().zip(documents) {
            let share = sums[document as usize] / best;
            // Squared: what was meant decides more than how well a document is about it.
            spot.worth = share * share;
        }
    }

    /// Of each spot its document, numbered from 0, and how many there are.
    fn documents_of(&self, spots: &[Spot]) -> (Vec<u32>, usize) {
        let stretches = &self.folded().stretches[..];
        let mut numbers = Vec::with_capacity(spots.len());
        let (mut at, mut count, mut last) = (0, 0, None);
        while let Some(first) = spots.get(numbers.len()) {
            at = Stretch::behind(stretches, at, first.start);
            let Stretch { end, document, .. } = stretches[at];
            count += u32::from(last != Some(document));
            last = Some(document);
            let own = spots[numbers.len()..].iter().take_while(|spot| spot.start <= end).count();
            numbers.resize(numbers.len() + own, count - 1);
        }
        (numbers, count as usize)
    }

    /// How likely a text was meant, for each of the documents that need to hold it. `best` is what another one
    /// has.
    fn likelihood(&self, text: &Text, patterns: &[Pattern], best: f32) -> f32 {
        let own = patterns.iter().filter(|pattern| pattern.len() == text.units.len());
        let read = own.map(|pattern| pattern.worth_of(text.units)).fold(0.0, f32::max);
        let often = read * text.count as f32 / text.holders.min(LOOKED_AT) as f32;
        let is_word = || self.fold().tables.words.hold(text.units);
        if often > best * HOPELESS && is_word() { often } else { often * NO_WORD }
    }
}

/// Bits of the number of a spot, below its key.
const KEY: u32 = u32::BITS;

/// A number for a text: of up to two units a number of its own, of longer ones a hash (FNV-1a). Should two texts
/// share one, they are weighed together.
fn key(text: &[u16]) -> u32 {
    match text.len() {
        0..=2 => text.iter().fold(0, |key, unit| key << 16 | u32::from(*unit)),
        _ => text
            .iter()
            .fold(0x811C_9DC5, |key: u32, unit| (key ^ u32::from(*unit)).wrapping_mul(0x0100_0193)),
    }
}

//! Which of the texts that sound alike was meant? Words rather than other runs, what stands often, the usual
//! readings; and the document that holds most of what may have been meant comes first.

use crate::engine::Engine;
use crate::pattern::Pattern;
use crate::spot::Spots;
use crate::stretch::Stretch;
use crate::texts::{Text, Texts, key};

/// What a text that is no word of the documents counts beside a word: what is typed by its sounds is mostly a word.
const NO_WORD: f32 = 0.03;
/// Documents that anyone looks at: a text that more of them hold needs not be in every one of those.
const LOOKED_AT: usize = 10;
/// What is less likely by so much, even as a word, is not looked up.
const HOPELESS: f32 = 1e-3;

impl Engine {
    /// What each document counts beside the best one, by the texts that it holds at `spots`; each stands where one
    /// of the patterns does.
    pub(crate) fn worths(&self, spots: &Spots, patterns: &[Pattern]) -> Vec<f32> {
        let folded = self.folded();
        let row = &folded.row.units[..];
        let units = |at: usize| {
            let spot = spots.at(at);
            &row[spot.start as usize..][..usize::from(spot.length)]
        };
        // All keys first, in a loop with nothing else in it: the texts lie far apart, and so many are fetched at
        // once. Two initials, which stand most often, have one of their own.
        let pair = |start: &u32| match row.get(*start as usize..*start as usize + 2) {
            Some([first, second]) => u32::from(*first) << 16 | u32::from(*second),
            _ => 0,
        };
        let keys: Vec<u32> = match spots.way() {
            Some(way) if way.length == 2 => spots.starts.iter().map(pair).collect(),
            _ => (0..spots.len()).map(|at| key(units(at))).collect(),
        };
        let mut texts = Texts::new(spots.len());
        // Of each spot its text, and of each document where its spots end.
        let mut numbers = Vec::with_capacity(spots.len());
        let mut ends: Vec<(u32, usize)> = Vec::new();
        let (mut at, mut best) = (0, 0.0);
        while let Some(first) = spots.starts.get(numbers.len()) {
            at = Stretch::behind(&folded.stretches, at, *first);
            let Stretch { end, document, .. } = folded.stretches[at];
            while let (Some(start), Some(key)) =
                (spots.starts.get(numbers.len()), keys.get(numbers.len()))
                && *start <= end
            {
                numbers.push(texts.add(*key, numbers.len() as u32, document));
            }
            match ends.last_mut() {
                Some((last, end)) if *last == document => *end = numbers.len(),
                _ => ends.push((document, numbers.len())),
            }
        }
        for text in &mut texts.all {
            // Short ones are what their key says, without a look at a text far away.
            let pair = [(text.key >> 16) as u16, text.key as u16];
            let units = match spots.at(text.first as usize).length {
                1 => &pair[1..],
                2 => &pair,
                _ => units(text.first as usize),
            };
            text.worth = self.likelihood(text, units, patterns, best);
            best = text.worth.max(best);
        }
        // What the texts of a document are worth together, each counted once.
        let mut sums = vec![0.0; self.documents().len()];
        let mut from = 0;
        for (document, end) in ends {
            for number in &numbers[from..end] {
                let text = &mut texts.all[*number as usize];
                if std::mem::replace(&mut text.summed, document) != document {
                    sums[document as usize] += text.worth;
                }
            }
            from = end;
        }
        let best = sums.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
        // Squared: what was meant decides more than how well a document is about it.
        sums.iter_mut().for_each(|sum| *sum = *sum / best * (*sum / best));
        sums
    }

    /// How likely a text was meant, for each of the documents that need to hold it. `best` is what another one
    /// has.
    fn likelihood(&self, text: &Text, units: &[u16], patterns: &[Pattern], best: f32) -> f32 {
        let own = patterns.iter().filter(|pattern| pattern.len() == units.len());
        let read = own.map(|pattern| pattern.worth_of(units)).fold(0.0, f32::max);
        let often = read * text.count as f32 / (text.holders as usize).min(LOOKED_AT) as f32;
        let is_word = || self.fold().tables.words.hold(units);
        if often > best * HOPELESS && is_word() { often } else { often * NO_WORD }
    }
}

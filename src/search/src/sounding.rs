//! Which word of the texts sounds like one that they do not have?

use crate::engine::Engine;
use crate::fold::Level;
use crate::pattern::{Element, Pattern, Set};
use std::rc::Rc;

/// Characters of a word: one alone sounds like too many, longer ones are sentences.
const SHORTEST: usize = 2;
const LONGEST: usize = 4;
/// A run of two characters that is in no list of words stands so often where it is a word or a name.
const REPEATED: usize = 2;
/// The word that was meant stands so many times as often as any other that sounds like it.
const CLEARLY: usize = 4;

impl Engine {
    /// A word of the texts that sounds like `text`, if there is one that was clearly meant: all its characters
    /// sound alike, and one at least is the same.
    pub(crate) fn sounding_word(&self, text: &str) -> Option<String> {
        let own = self.fold().units(text, Level::Class);
        if !(SHORTEST..=LONGEST).contains(&own.len()) {
            return None;
        }
        let sounds = &self.fold().tables.sounds;
        let mut elements = Vec::with_capacity(own.len());
        for unit in &own {
            let like = sounds.like(*unit);
            if like.is_empty() {
                return None;
            }
            let members: Vec<(u16, f32)> = like.into_iter().map(|unit| (unit, 1.0)).collect();
            elements.push(Element::Any(Rc::new(Set::of(&members))));
        }
        let row = &self.folded().row;
        let mut found: Vec<(&[u16], usize)> = Vec::new();
        for start in row.occurrences(&Pattern::of(elements)) {
            let text = &row.units[start as usize..start as usize + own.len()];
            match found.iter_mut().find(|(known, _)| *known == text) {
                Some((_, count)) => *count += 1,
                None => found.push((text, 1)),
            }
        }
        let is_word = |(text, count): &(&[u16], usize)| {
            text.iter().zip(&own).any(|(a, b)| a == b)
                && (own.len() > SHORTEST
                    || *count >= REPEATED
                    || self.fold().tables.words.hold(text))
        };
        found.retain(is_word);
        if found.iter().any(|(text, _)| *text == own) {
            return None;
        }
        let (best, count) = found.iter().copied().max_by_key(|(_, count)| *count)?;
        let rivals = found.iter().filter(|(text, own)| *text != best && own * CLEARLY > count);
        (rivals.count() == 0).then(|| String::from_utf16_lossy(best))
    }
}

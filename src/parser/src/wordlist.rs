//! Which word of a list stands here? Lists looked up by their first character.

use crate::cursor::starts_with;
use crate::source::Ink;
use places::CharSet;
use rustc_hash::FxHashMap;

/// Words of a list, by their first character, longest first.
pub struct WordList {
    /// Most characters of a text begin no word.
    firsts: CharSet,
    by_first: FxHashMap<char, Vec<&'static str>>,
}

impl WordList {
    pub fn of(words: impl IntoIterator<Item = &'static str>) -> Self {
        let mut by_first: FxHashMap<char, Vec<&'static str>> = FxHashMap::default();
        for word in words {
            if let Some(first) = word.chars().next() {
                by_first.entry(first).or_default().push(word);
            }
        }
        for list in by_first.values_mut() {
            list.sort_by_key(|word| std::cmp::Reverse(word.len()));
        }
        let firsts = CharSet::of(by_first.keys().copied());
        Self { firsts, by_first }
    }

    /// The longest word that the ink begins with, in characters.
    pub fn opens(&self, ink: &[Ink]) -> Option<usize> {
        let first = ink.first()?.c;
        if !self.firsts.may_have(first) {
            return None;
        }
        let list = self.by_first.get(&first)?;
        list.iter().find(|word| starts_with(ink, word)).map(|word| word.chars().count())
    }

    /// Whether the ink is one of the words.
    pub fn has(&self, ink: &[Ink]) -> bool {
        self.opens(ink) == Some(ink.len())
    }

    /// How many places of the ink begin one of the words.
    pub fn count(&self, ink: &[Ink]) -> usize {
        (0..ink.len()).filter(|at| self.opens(&ink[*at..]).is_some()).count()
    }
}

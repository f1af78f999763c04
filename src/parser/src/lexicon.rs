//! Which words are these? A word list with frequencies, and the likeliest division of a few characters into words.

mod class;
mod pairs;
mod tree;

pub use self::class::Class;
pub use self::pairs::pair;
use self::tree::{prefixes, uses, word};

/// log2 of the sum of all frequencies.
pub const ALL: f32 = 26.0;

/// A character that is no word of the list, in the same measure.
const UNKNOWN: f32 = -28.0;

/// Whether the list has the word.
pub fn is_word(chars: &[char]) -> bool {
    word(chars).is_some()
}

/// The class of a word of the list.
pub fn class_of(chars: &[char]) -> Class {
    word(chars).map_or(Class::Other, |word| word.class)
}

/// Whether the best division has a word of several characters that is in common use and names nobody and no place.
pub fn holds_word(text: &[char]) -> bool {
    /// log2 of the frequency of a word in use.
    const IN_USE: u8 = 9;
    let division = Division::of(text);
    let mut end = division.length;
    while end > 0 {
        let start = division.back(end);
        if end - start > 1
            && let Some(word) = word(&text[start..end])
            && word.bits >= IN_USE
            && !matches!(word.class, Class::Person | Class::Place)
        {
            return true;
        }
        end = start;
    }
    false
}

/// log2 of the odds that a character is a word by itself and not the beginning of a longer one.
pub fn alone_not_first(c: char) -> f32 {
    let uses = uses(c);
    odds(uses.alone, uses.first)
}

/// log2 of the odds that a character is a word by itself and not the rest of a longer one.
pub fn alone_not_later(c: char) -> f32 {
    let uses = uses(c);
    odds(uses.alone, uses.later)
}

fn odds(alone: f32, bound: f32) -> f32 {
    const RARE: f32 = 20.0;
    const MOST: f32 = 6.0;
    ((alone + RARE) / (bound + RARE)).log2().clamp(-MOST, MOST)
}

/// Tells of each word of the list that begins here, and of the first character alone, how long it is and log2 of how
/// likely.
pub fn words_at(text: &[char], mut tell: impl FnMut(usize, f32)) {
    let mut is_known = false;
    for (length, word) in prefixes(text) {
        is_known |= length == 1;
        tell(length, f32::from(word.bits) + 0.5 - ALL);
    }
    if !is_known {
        tell(1, UNKNOWN);
    }
}

/// Characters of the first word of the best division.
pub fn first_word(text: &[char]) -> usize {
    let division = Division::of(text);
    let mut at = division.length;
    while at > 0 && division.back(at) > 0 {
        at = division.back(at);
    }
    at
}

/// Characters of the last word of the best division.
pub fn last_word(text: &[char]) -> usize {
    let division = Division::of(text);
    division.length - division.back(division.length)
}

/// Whether the best division has a word's end before character `at`.
pub fn breaks_at(text: &[char], at: usize) -> bool {
    let division = Division::of(text);
    let mut end = division.length;
    while end > at {
        end = division.back(end);
    }
    end == at
}

/// No longer text is divided: what lies further from a seam says nothing of it.
const MOST: usize = 24;

/// The best division of a few characters into words.
struct Division {
    length: usize,
    /// log2 of the likelihood of the characters before each end …
    best: [f32; MOST + 1],
    /// … and the start of the word that ends there.
    back: [u8; MOST + 1],
}

/// Divisions made on this thread: what a test counts instead of time.
#[cfg(test)]
pub mod made {
    use std::cell::Cell;

    thread_local!(static DIVISIONS: Cell<usize> = const { Cell::new(0) });

    pub fn one() {
        DIVISIONS.set(DIVISIONS.get() + 1);
    }

    /// How many `work` makes.
    pub fn by(work: impl FnOnce()) -> usize {
        let before = DIVISIONS.get();
        work();
        DIVISIONS.get() - before
    }
}

impl Division {
    fn of(text: &[char]) -> Self {
        #[cfg(test)]
        made::one();
        let text = &text[..text.len().min(MOST)];
        let mut one = Self { length: text.len(), best: [f32::MIN; MOST + 1], back: [0; MOST + 1] };
        one.best[0] = 0.0;
        for start in 0..text.len() {
            one.reach(start, 1, UNKNOWN);
            for (length, word) in prefixes(&text[start..]) {
                one.reach(start, length, f32::from(word.bits) + 0.5 - ALL);
            }
        }
        one
    }

    fn reach(&mut self, start: usize, length: usize, value: f32) {
        let (sum, end) = (self.best[start] + value, start + length);
        if sum > self.best[end] {
            self.best[end] = sum;
            self.back[end] = start as u8;
        }
    }

    fn back(&self, end: usize) -> usize {
        usize::from(self.back[end])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn words_of_taiwan_are_known() {
        for word in ["健保", "计画", "随著", "营收"] {
            assert!(is_word(&chars(word)), "{word}");
        }
    }

    #[test]
    fn words_have_classes_and_characters_their_uses() {
        assert_eq!(class_of(&chars("江苏")), Class::Place);
        assert_eq!(class_of(&chars("按照")), Class::Preposition);
        assert_eq!(last_word(&chars("国家统计局")), 5);
        // 获 wants 获得, 获悉 …; 在 stands alone.
        assert!(alone_not_first('获') < alone_not_first('在'));
    }
}

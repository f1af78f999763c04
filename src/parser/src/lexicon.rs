//! Which words are these? A word list with frequencies, and the likeliest division of a few characters into words.

use places::Trie;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Lines of `log2(frequency)<TAB>class<TAB>word word …`: the words of jieba's dictionary up to five characters.
const WORDS: &str = include_str!("../data/words.txt");

/// The same of words in use in Taiwan alone, in simplified characters as all text is compared: 计程车, 健保, 计画.
const TAIWAN: &str = include_str!("../data/taiwan.txt");

/// log2 of the sum of all frequencies.
const ALL: f32 = 26.0;

/// A character that is no word of the list, in the same measure.
const UNKNOWN: f32 = -28.0;

/// What a word is, as far as a seam cares.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Class {
    #[default]
    Other,
    Noun,
    Person,
    Place,
    Body,
    Time,
    Verb,
    Adjective,
    Adverb,
    Pronoun,
    Preposition,
    Numeral,
    Measure,
    Locative,
    Particle,
}

impl Class {
    fn of(tag: &str) -> Self {
        match tag {
            "n" => Self::Noun,
            "nr" => Self::Person,
            "ns" => Self::Place,
            "nt" => Self::Body,
            "t" => Self::Time,
            "v" => Self::Verb,
            "a" => Self::Adjective,
            "d" => Self::Adverb,
            "r" => Self::Pronoun,
            "p" => Self::Preposition,
            "m" => Self::Numeral,
            "q" => Self::Measure,
            "f" => Self::Locative,
            "u" => Self::Particle,
            _ => Self::Other,
        }
    }
}

#[derive(Clone, Copy)]
struct Word {
    bits: u8,
    class: Class,
}

/// How often a character is a word, begins a longer one, stands later in one.
#[derive(Clone, Copy, Default)]
struct Uses {
    alone: f32,
    first: f32,
    later: f32,
}

struct Lexicon {
    words: Trie<Word>,
    uses: FxHashMap<char, Uses>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon { words: Trie::new(), uses: FxHashMap::default() };
    for line in WORDS.lines().chain(TAIWAN.lines()) {
        let mut fields = line.split('\t');
        let (Some(bits), Some(class), Some(words)) = (fields.next(), fields.next(), fields.next())
        else {
            continue;
        };
        let bits: u8 = bits.parse().unwrap_or(0);
        let word = Word { bits, class: Class::of(class) };
        words.split(' ').for_each(|text| lexicon.put(text, word));
    }
    lexicon
});

impl Lexicon {
    fn put(&mut self, text: &str, word: Word) {
        self.words.insert(text.chars(), word);
        let times = f32::from(word.bits).exp2();
        let mut chars = text.chars();
        let Some(first) = chars.next() else { return };
        let rest = chars.as_str();
        let uses = self.uses.entry(first).or_default();
        *(if rest.is_empty() { &mut uses.alone } else { &mut uses.first }) += times;
        for c in rest.chars() {
            self.uses.entry(c).or_default().later += times;
        }
    }
}

/// Whether the list has the word.
pub fn is_word(word: &[char]) -> bool {
    LEXICON.words.longest(word.iter().copied()).is_some_and(|(length, _)| length == word.len())
}

/// The class of a word of the list.
pub fn class_of(word: &[char]) -> Class {
    match LEXICON.words.longest(word.iter().copied()) {
        Some((length, [word_, ..])) if length == word.len() => word_.class,
        _ => Class::Other,
    }
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
            && let Some((_, [word, ..])) = LEXICON.words.longest(text[start..end].iter().copied())
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
    let uses = LEXICON.uses.get(&c).copied().unwrap_or_default();
    odds(uses.alone, uses.first)
}

/// log2 of the odds that a character is a word by itself and not the rest of a longer one.
pub fn alone_not_later(c: char) -> f32 {
    let uses = LEXICON.uses.get(&c).copied().unwrap_or_default();
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
    for (length, words) in LEXICON.words.prefixes(text.iter().copied()) {
        let bits = words.first().map_or(0, |word| word.bits);
        is_known |= length == 1;
        tell(length, f32::from(bits) + 0.5 - ALL);
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
            for (length, words) in LEXICON.words.prefixes(text[start..].iter().copied()) {
                let bits = words.first().map_or(0, |word| word.bits);
                one.reach(start, length, f32::from(bits) + 0.5 - ALL);
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

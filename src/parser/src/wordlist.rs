//! Which word of a list stands here? Lists looked up by their first character.

use crate::cursor::{ends_with, starts_with};
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

/// A short list of words in the order written, with the characters that begin and end any of them: most lines are none
/// of a list's, and are told so without a look at its words.
pub struct Words {
    list: &'static [&'static str],
    firsts: Chars,
    lasts: Chars,
}

impl Words {
    pub const fn of(list: &'static [&'static str]) -> Self {
        let (mut firsts, mut lasts) = (Chars::of(""), Chars::of(""));
        let mut at = 0;
        while at < list.len() {
            firsts.put(list[at].as_bytes(), 0);
            lasts.put(list[at].as_bytes(), last_start(list[at].as_bytes()));
            at += 1;
        }
        Self { list, firsts, lasts }
    }

    /// The first word of the list that the ink begins with.
    pub fn opening(&self, ink: &[Ink]) -> Option<&'static str> {
        if !self.may_open(ink) {
            return None;
        }
        self.list.iter().copied().find(|word| starts_with(ink, word))
    }

    /// Whether its first character is that of one of the words.
    pub fn may_open(&self, ink: &[Ink]) -> bool {
        ink.first().is_some_and(|first| self.firsts.may_have(first.c))
    }

    /// Whether the ink begins with one of the words.
    pub fn open(&self, ink: &[Ink]) -> bool {
        self.opening(ink).is_some()
    }

    /// Whether the ink ends with one of the words.
    pub fn end(&self, ink: &[Ink]) -> bool {
        ink.last().is_some_and(|last| self.lasts.may_have(last.c))
            && self.list.iter().any(|word| ends_with(ink, word))
    }

    /// Whether one of the words stands anywhere in the ink.
    pub fn stand(&self, ink: &[Ink]) -> bool {
        (0..ink.len()).any(|at| self.open(&ink[at..]))
    }

    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.list.iter().copied()
    }
}

/// The characters of a text, with a bit for each so that nearly all others are told at once.
pub struct Chars {
    text: &'static str,
    bits: [u64; WORDS],
}

/// Of 1024 bits few are set, so that few characters must be looked for.
const WORDS: usize = 16;
const BITS: u32 = 64;

impl Chars {
    pub const fn of(text: &'static str) -> Self {
        let mut chars = Self { text, bits: [0; WORDS] };
        let mut at = 0;
        while at < text.len() {
            at = chars.put(text.as_bytes(), at);
        }
        chars
    }

    pub fn has(&self, c: char) -> bool {
        self.may_have(c) && self.text.contains(c)
    }

    const fn may_have(&self, c: char) -> bool {
        self.bits[(c as u32 / BITS) as usize % WORDS] >> (c as u32 % BITS) & 1 == 1
    }

    /// Sets the bit of the character that begins at a byte; where the next one begins.
    const fn put(&mut self, utf8: &[u8], at: usize) -> usize {
        const OF_LEAD: [u8; 5] = [0, 0x7F, 0x1F, 0x0F, 0x07];
        const OF_NEXT: u8 = 0x3F;
        if at >= utf8.len() {
            return at;
        }
        let length = match utf8[at] {
            0..0x80 => 1,
            0x80..0xE0 => 2,
            0xE0..0xF0 => 3,
            0xF0.. => 4,
        };
        let mut code = (utf8[at] & OF_LEAD[length]) as u32;
        let mut next = at + 1;
        while next < at + length {
            code = code << 6 | (utf8[next] & OF_NEXT) as u32;
            next += 1;
        }
        self.bits[(code / BITS) as usize % WORDS] |= 1 << (code % BITS);
        next
    }
}

/// Where the last character of a text begins.
const fn last_start(utf8: &[u8]) -> usize {
    let mut at = utf8.len().saturating_sub(1);
    while at > 0 && utf8[at] & 0xC0 == 0x80 {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn words_are_found_at_both_ends_in_the_order_written() {
        static WORDS: Words = Words::of(&["据新华社", "据", "A版", "𠮷日", "é"]);
        let opening = |text: &str| WORDS.opening(&Source::of(text).ink);
        assert_eq!(opening("据新华社电"), Some("据新华社"));
        assert_eq!(opening("据悉"), Some("据"));
        assert_eq!(
            [opening("A版"), opening("𠮷日报"), opening("é")],
            [Some("A版"), Some("𠮷日"), Some("é")]
        );
        assert_eq!([opening("新华社"), opening("")], [None, None]);
        let ends = |text: &str| WORDS.end(&Source::of(text).ink);
        assert!(ends("第A版") && ends("𠮷日") && ends("证据") && !ends("版A") && !ends(""));
    }

    #[test]
    fn a_text_has_its_characters_and_no_others() {
        const TEXT: &str = "的了着é𠮷a";
        static CHARS: Chars = Chars::of(TEXT);
        for c in (0..0x3_0000).filter_map(char::from_u32) {
            assert_eq!(CHARS.has(c), TEXT.contains(c), "{c}");
        }
    }
}

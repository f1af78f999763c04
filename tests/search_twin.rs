//! What would the plainest search find? Fold by the books, try every place.

use search::{Document, Engine, Field, Part, Tables};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

const PLAIN: [&str; 4] = [
    include_str!("../src/search/data/STCharacters.txt"),
    include_str!("../src/search/data/TSCharacters.txt"),
    include_str!("../src/search/data/HKVariants.txt"),
    include_str!("../src/search/data/TWVariants.txt"),
];
const PUNCTUATION: &[(char, &str)] = &[
    ('.', "。"),
    (':', "∶"),
    ('"', "“”„「」"),
    ('\'', "‘’『』"),
    ('-', "—–―"),
    ('<', "《〈"),
    ('>', "》〉"),
];

/// The fold, character by character, straight from the sources.
pub struct Twin {
    neighbours: BTreeMap<char, BTreeSet<char>>,
}

/// The one twin: its tables take a while to read.
pub static TWIN: LazyLock<Twin> = LazyLock::new(Twin::new);

impl Twin {
    fn new() -> Self {
        let mut neighbours: BTreeMap<char, BTreeSet<char>> = BTreeMap::new();
        for line in PLAIN.iter().flat_map(|table| table.lines()) {
            let (from, to) = line.split_once('\t').expect("a table of two columns");
            let from = from.chars().next().expect("a character");
            for to in to.split(' ').map(|to| to.chars().next().expect("a character")) {
                neighbours.entry(from).or_default().insert(to);
                neighbours.entry(to).or_default().insert(from);
            }
        }
        Self { neighbours }
    }

    /// Folded characters, each with the range of original bytes it comes from.
    pub fn fold(&self, text: &str) -> Vec<(char, std::ops::Range<usize>)> {
        let mut folded = Vec::new();
        for (at, c) in text.char_indices() {
            for c in std::iter::once(c).nfkc().flat_map(char::to_lowercase) {
                if !c.is_whitespace()
                    && !c.is_control()
                    && !('\u{300}'..='\u{36F}').contains(&c)
                    && !"\u{200B}\u{200D}\u{200F}\u{FEFF}".contains(c)
                {
                    folded.push((
                        self.class(punctuation(plain(c))),
                        at..at + text[at..].chars().next().map_or(0, char::len_utf8),
                    ));
                }
            }
        }
        folded
    }

    /// The least character that chains of variants reach.
    fn class(&self, c: char) -> char {
        let mut seen = BTreeSet::from([c]);
        let mut open = vec![c];
        while let Some(next) = open.pop() {
            for other in self.neighbours.get(&next).into_iter().flatten() {
                if seen.insert(*other) {
                    open.push(*other);
                }
            }
        }
        *seen.first().unwrap_or(&c)
    }

    /// Leftmost occurrences that do not overlap, as ranges of original bytes; those of one character joined.
    pub fn find(&self, text: &Folded, query: &Folded) -> Vec<(u32, u32)> {
        let mut found: Vec<(u32, u32)> = Vec::new();
        let mut at = 0;
        while !query.is_empty() && at + query.len() <= text.len() {
            let window = &text[at..at + query.len()];
            if window[0].0 == query[0].0 && window.iter().zip(query).all(|(a, b)| a.0 == b.0) {
                let (start, end) = (window[0].1.start as u32, window[query.len() - 1].1.end as u32);
                match found.last_mut() {
                    Some(last) if start < last.1 => last.1 = end,
                    _ => found.push((start, end)),
                }
                at += query.len();
            } else {
                at += 1;
            }
        }
        found
    }
}

pub type Folded = [(char, std::ops::Range<usize>)];

fn punctuation(c: char) -> char {
    PUNCTUATION.iter().find(|(_, from)| from.contains(c)).map_or(c, |(to, _)| *to)
}

/// The letter without its accent, where it is one of Latin's commoner ones.
fn plain(c: char) -> char {
    let is_common = matches!(c, 'À'..='ſ' | 'Ǎ'..='ǜ');
    c.nfd().next().filter(|first| is_common && first.is_ascii_alphabetic()).unwrap_or(c)
}

/// Documents of one part each, in the body.
pub fn engine(texts: &[&str]) -> Engine {
    let part = |text: &&str| Part { field: Field::Body, text: (*text).to_owned().into() };
    let documents: Vec<Document> =
        texts.iter().map(|text| Document { parts: vec![part(text)] }).collect();
    engine_of(documents)
}

pub fn engine_of(documents: Vec<Document>) -> Engine {
    let texts = documents.iter().flat_map(|document| &document.parts);
    let all: String = texts.map(|part| &*part.text).collect();
    Engine::new(documents, Tables::decode(&search::tables::for_text(&all)).expect("own tables"))
}

/// The numbers of an answer's documents, best first.
pub fn ids(engine: &Engine, query: &str) -> Vec<usize> {
    engine.search(query).hits.iter().map(|hit| hit.document).collect()
}

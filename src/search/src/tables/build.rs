//! Which tables does this text need? Unicode's compatibility forms and OpenCC's variants, cut down to what
//! can meet the text.

use super::Tables;
use crate::fold::is_ignored;
use crate::lookalike::Shapes;
use crate::pinyin::Sounds;
use crate::words::Words;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

const SIMPLIFIED: &str = include_str!("../../data/STCharacters.txt");
const TRADITIONAL: &str = include_str!("../../data/TSCharacters.txt");
const HONG_KONG: &str = include_str!("../../data/HKVariants.txt");
const TAIWAN: &str = include_str!("../../data/TWVariants.txt");
const JAPAN: &str = include_str!("../../data/JPVariants.txt");
/// Radicals that PDF text layers put for characters and that Unicode gives no compatibility form.
const RADICALS: &str = include_str!("../../data/radicals.txt");

/// One character for each kind of punctuation that people type for one another, its variants behind it.
/// Width is Unicode's business (NFKC) and not repeated here.
const PUNCTUATION: &[(char, &str)] = &[
    ('.', "。"),
    ('"', "“”„‟″〝〞〟「」"),
    ('\'', "‘’‚‛′`´『』"),
    ('-', "‐‑‒–—―−⸺⸻─━"),
    ('~', "〜∼˜"),
    (':', "∶"),
    ('·', "•‧∙⋅・●"),
    ('[', "〔【〖"),
    (']', "〕】〗"),
    ('<', "〈《«‹"),
    ('>', "〉》»›"),
    ('¥', "￥"),
];

/// The tables for an engine over `text`, as bytes for [`Tables::decode`].
pub fn for_text(text: &str) -> Vec<u8> {
    Tables::for_text(text).encode()
}

/// The same with `names`, the values of its attributes, which the text need not hold, so that they are found by
/// pinyin. Those that are `misheard` are also known by other common characters that sound alike: some hundred
/// characters for the counties of a region, a kilobyte of tables.
pub fn for_names(text: &str, names: &str, misheard: &str) -> Vec<u8> {
    Tables::for_names(text, names, misheard).encode()
}

impl Tables {
    /// The tables for an engine over `text`; the same text always gives the same tables.
    pub fn for_text(text: &str) -> Self {
        Self::for_names(text, "", "")
    }

    /// The same with names, as [`for_names`].
    pub(crate) fn for_names(text: &str, names: &str, misheard: &str) -> Self {
        let forms = &*FORMS;
        let mut counts: HashMap<char, u32> = HashMap::new();
        for c in text.chars() {
            *counts.entry(c).or_default() += 1;
        }
        names.chars().chain(misheard.chars()).for_each(|c| _ = counts.entry(c).or_insert(1));
        let mut plain: BTreeMap<char, u32> = BTreeMap::new();
        for (c, count) in &counts {
            let small = [c.to_ascii_lowercase()];
            for form in forms.of(*c).unwrap_or(&small) {
                *plain.entry(*form).or_default() += count;
            }
        }
        let variants = variants(&plain);
        let stands: BTreeMap<char, char> = variants.iter().copied().collect();
        let met =
            |c: &char| plain.contains_key(stands.get(c).unwrap_or(c)) || stands.contains_key(c);
        let needed = |(_, form): &&(char, Vec<char>)| form.iter().all(met);
        let forms = forms.all.iter().filter(needed).cloned();
        let class = |c: &char| (*c, stands.get(c).copied().unwrap_or(*c));
        let mut sounds = Sounds::of(plain.keys().map(class));
        sounds.add_alike(misheard.chars().map(|c| class(&c).1), &stands);
        let words = Words::of(text, &stands);
        let shapes = Shapes::of(&plain.keys().map(|c| class(c).1).collect(), &stands);
        Self { forms: forms.collect(), variants, sounds, words, shapes }
    }
}

/// Every character whose class occurs in a text of these characters, with the one that stands for its class:
/// the most frequent of them, so that most of a text stands for itself.
fn variants(plain: &BTreeMap<char, u32>) -> Vec<(char, char)> {
    let mut pairs = Vec::new();
    for class in &*CLASSES {
        let count = |c: &char| plain.get(c).copied().unwrap_or(0);
        let stands = class.iter().copied().rev().max_by_key(count).filter(|c| count(c) > 0);
        let Some(stands) = stands else { continue };
        pairs.extend(class.iter().filter(|c| **c != stands).map(|c| (*c, stands)));
    }
    pairs.sort_unstable();
    pairs
}

/// What each character is but for width, case, punctuation and compatibility: those that are not themselves,
/// in ascending order; without ASCII letters and ignored characters, which need no table.
struct Forms {
    all: Vec<(char, Vec<char>)>,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let one = |(to, from): &(char, &'static str)| {
        let to = *to;
        from.chars().map(move |from| (from, to))
    };
    let punctuation: HashMap<char, char> = PUNCTUATION.iter().flat_map(one).collect();
    let radical = |(from, to): (char, Vec<char>)| to.first().map(|to| (from, *to));
    let radicals: HashMap<char, char> = lines(RADICALS).filter_map(radical).collect();
    let form = |c: char| {
        let c = radicals.get(&c).copied().unwrap_or(c);
        let full = std::iter::once(c).nfkc().filter(|c| !is_ignored(*c));
        let small = full.flat_map(char::to_lowercase);
        small.map(|c| punctuation.get(&c).copied().unwrap_or(c)).collect()
    };
    let every = ('\0'..=char::MAX).filter(|c| !c.is_ascii_alphabetic() && !is_ignored(*c));
    let all = every.map(|c| (c, form(c))).filter(|(c, form): &(char, Vec<char>)| form != &[*c]);
    Forms { all: all.collect() }
});

impl Forms {
    /// The form of a character that has one in the table.
    fn of(&self, c: char) -> Option<&[char]> {
        let at = self.all.binary_search_by_key(&c, |(from, _)| *from).ok()?;
        Some(&self.all[at].1)
    }
}

static CLASSES: LazyLock<Vec<BTreeSet<char>>> = LazyLock::new(classes);

/// Classes of characters that are forms of one another, each in ascending order, alone left out.
fn classes() -> Vec<BTreeSet<char>> {
    let mut union = Union::default();
    for (from, to) in [SIMPLIFIED, TRADITIONAL, HONG_KONG, TAIWAN].into_iter().flat_map(lines) {
        to.iter().for_each(|to| union.join(from, *to));
    }
    // Japan merged characters that Chinese keeps apart (弁 is 辨, 瓣 and 辯): one that the other tables know,
    // or that stands for two, would make a class of strangers.
    let known: BTreeSet<char> = union.parent.keys().copied().collect();
    let japan: Vec<(char, Vec<char>)> = lines(JAPAN).collect();
    let mut merged: HashMap<char, u32> = HashMap::new();
    japan.iter().flat_map(|(_, to)| to).for_each(|c| *merged.entry(*c).or_default() += 1);
    for (from, to) in &japan {
        let own = to.iter().filter(|to| !known.contains(to) && merged[to] == 1);
        own.for_each(|to| union.join(*from, *to));
    }
    union.classes()
}

/// `from<TAB>to to …`, single characters; lines that begin with # are comments.
fn lines(table: &'static str) -> impl Iterator<Item = (char, Vec<char>)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let (from, to) = line.split_once('\t')?;
        let from = single(from)?;
        Some((from, to.split(' ').filter_map(single).collect()))
    })
}

pub(super) fn single(text: &str) -> Option<char> {
    let mut chars = text.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// Union and find.
#[derive(Default)]
struct Union {
    parent: BTreeMap<char, char>,
}

impl Union {
    fn root(&mut self, c: char) -> char {
        let parent = *self.parent.entry(c).or_insert(c);
        if parent == c {
            return c;
        }
        let root = self.root(parent);
        self.parent.insert(c, root);
        root
    }

    fn join(&mut self, a: char, b: char) {
        let (a, b) = (self.root(a), self.root(b));
        self.parent.insert(a.max(b), a.min(b));
    }

    fn classes(mut self) -> Vec<BTreeSet<char>> {
        let all: Vec<char> = self.parent.keys().copied().collect();
        let mut classes: BTreeMap<char, BTreeSet<char>> = BTreeMap::new();
        for c in all {
            classes.entry(self.root(c)).or_default().insert(c);
        }
        classes.into_values().filter(|class| class.len() > 1).collect()
    }
}

//! Which values of the documents does a word name? In whole, by its sound, or nearly.

use crate::engine::Engine;
use crate::filter::Attribute;
use crate::fold::Level;
use crate::query::{Filter, Term};

/// A value that a word names.
#[derive(Clone, Copy)]
pub(crate) struct Name<'a> {
    pub attribute: Attribute,
    pub value: &'a str,
    /// As much of the value as the word is near to: it may lack the last character of a county.
    pub text: &'a str,
}

/// Values that a person would type in text, the likeliest meant first.
const NAMED: [Attribute; 5] =
    [Attribute::County, Attribute::Author, Attribute::Section, Attribute::Kind, Attribute::Paper];
/// What the names of counties and their like end in; people leave it out.
const LEVELS: [char; 3] = ['县', '市', '区'];
/// Fewer characters are near too many.
const SHORTEST: usize = 2;
/// Fewer letters are one slip from too many names.
const FEWEST_LETTERS: usize = 4;
/// Where more names than these sound like a word, none of them was meant more than another.
const ALIKE: usize = 2;

impl Engine {
    /// Values that `term` is the whole name of, as it is written or as it is read.
    pub(crate) fn whole_names(&self, term: &Term) -> Vec<Name<'_>> {
        let own = self.fold().units(&term.text, Level::Class);
        let letters = self.letters(term);
        let is_named = |name: &Name| {
            let units = self.fold().units(name.text, Level::Class);
            let sounds = &self.fold().tables.sounds;
            units == own
                || letters.as_ref().is_some_and(|typed| sounds.spell(&units, typed.as_bytes(), 0))
        };
        NAMED.into_iter().flat_map(|attribute| self.names(attribute, &is_named)).collect()
    }

    /// Values that differ from `text` in one character, or that sound like it or look like it; for letters, those that
    /// are read so but for one slip.
    pub(crate) fn near_names(&self, text: &str, attribute: Attribute) -> Vec<Name<'_>> {
        let own = self.fold().units(text, Level::Class);
        if own.len() < SHORTEST {
            return Vec::new();
        }
        let units = |text: &str| self.fold().units(text, Level::Class);
        let sounds = &self.fold().tables.sounds;
        let letters = self.letters(&Term { text: text.to_owned(), ..Term::default() });
        if let Some(letters) = letters.filter(|letters| letters.len() >= FEWEST_LETTERS) {
            return self.names(attribute, &|name| {
                let own = units(name.text);
                own.len() >= SHORTEST && sounds.spell(&own, letters.as_bytes(), 1)
            });
        }
        let like: Vec<Vec<u16>> = own.iter().map(|unit| sounds.like(*unit)).collect();
        let mut near =
            self.names(attribute, &|name| self.are_alike(&own, &like, &units(name.text)));
        if near.len() > ALIKE {
            near.clear();
        }
        near.extend(self.names(attribute, &|name| {
            name.text == name.value && differ_in_one(&own, &units(name.value))
        }));
        near
    }

    /// Values of an attribute of which the whole, or what people say of it, `is_meant`.
    pub(crate) fn names(
        &self,
        attribute: Attribute,
        is_meant: &dyn Fn(&Name) -> bool,
    ) -> Vec<Name<'_>> {
        let values = self.attributes.values(attribute).into_iter();
        let name = |value| {
            let whole = Name::whole(attribute, value);
            let short = Name { text: whole.short(), ..whole };
            [whole, short].into_iter().find(|name| is_meant(name))
        };
        values.filter_map(|(value, _)| name(value)).collect()
    }

    /// Whether one character at least is the same, and all that differ sound alike or the only one looks alike:
    /// half of a name of two may be the beginning of any word. `like` are the units that sound like those of `a`.
    fn are_alike(&self, a: &[u16], like: &[Vec<u16>], b: &[u16]) -> bool {
        if a.len() != b.len() {
            return false;
        }
        let differing = || (0..a.len()).filter(|at| a[*at] != b[*at]);
        let look = |at: usize| self.fold().tables.shapes.are_alike(a[at], b[at]);
        match differing().count() {
            count if count == 0 || count == a.len() => false,
            _ if differing().all(|at| like[at].contains(&b[at])) => true,
            1 => differing().all(look),
            _ => false,
        }
    }
}

impl<'a> Name<'a> {
    pub fn whole(attribute: Attribute, value: &'a str) -> Self {
        Self { attribute, value, text: value }
    }

    /// The value as people say it: 新绛 for 新绛县.
    fn short(&self) -> &'a str {
        match self.attribute {
            Attribute::County => self.value.strip_suffix(LEVELS).unwrap_or(self.value),
            _ => self.value,
        }
    }

    /// The filter that asks for the value.
    pub fn filter(&self) -> Filter {
        let typed = filter_text(self.attribute, self.value);
        let (attribute, value) = (self.attribute, self.value.to_owned());
        Filter { attribute, value, typed, is_excluded: false }
    }
}

/// A filter as one would type it.
pub(crate) fn filter_text(attribute: Attribute, value: &str) -> String {
    keyed(attribute.key(), value)
}

/// The same with the key before the colon.
pub(crate) fn keyed(key: &str, value: &str) -> String {
    let quote = if value.contains(char::is_whitespace) { "\"" } else { "" };
    [key, ":", quote, value, quote].concat()
}

/// Whether one unit of `a` is another one, missing or too many in `b`, and two at least are the same.
fn differ_in_one(a: &[u16], b: &[u16]) -> bool {
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (rest, other) = (&a[head..], &b[head..]);
    let tail = rest.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    (rest.len() - tail).max(other.len() - tail) == 1 && head + tail >= SHORTEST
}

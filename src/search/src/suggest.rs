//! What could be meant, while a filter is typed and where nothing is found?

use crate::engine::{Engine, Options};
use crate::filter::Attribute;
use crate::fold::Level;
use crate::order;
use crate::pinyin::letter;
use crate::query::{Query, Term};

/// A way to go on with a filter that is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The query with the filter completed.
    pub query: String,
    pub attribute: Attribute,
    pub value: String,
    /// Documents that have the value.
    pub documents: usize,
}

/// A query that finds something, near one that finds nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub query: String,
    pub reason: Reason,
    pub hits: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Without the filters and excluded words.
    WithoutFilters,
    /// Without one of the words.
    WithoutWord,
    /// A name of the edition that is nearly the one typed.
    NearName,
}

/// Suggestions and completions that are worth a line on a screen.
const MOST: usize = 8;

impl Engine {
    /// Completes the filter at the end of `query` (`县:新`, `作者:fu`) with values of the documents, most
    /// frequent first; in Chinese, pinyin or initials.
    pub fn complete_filter(&self, query: &str) -> Vec<Completion> {
        let start = query
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + query[at..].chars().next().map_or(0, char::len_utf8));
        let (before, last) = query.split_at(start);
        let Some((key, typed)) = last.split_once([':', '：']) else { return Vec::new() };
        let Some(attribute) = Attribute::of_key(key) else { return Vec::new() };
        let mut values = self.attributes.values(attribute);
        values.retain(|(value, _)| self.begins(value, typed));
        let mut values = order::by_key(&values, |(_, documents)| u32::MAX - *documents as u32);
        values.truncate(MOST);
        let completion = |(value, documents): (&str, usize)| {
            let quote = if value.contains(char::is_whitespace) { "\"" } else { "" };
            let query = [before, attribute.key(), ":", quote, value, quote].concat();
            Completion { query, attribute, value: value.to_owned(), documents }
        };
        values.into_iter().map(completion).collect()
    }

    /// Queries near `query` that find something; best first, none twice.
    pub fn suggest(&self, query: &str) -> Vec<Suggestion> {
        let parsed = Query::parse(query);
        let mut all: Vec<Suggestion> = Vec::new();
        let mut offer = |terms: &[Term], filters: bool, reason| {
            let filters = if filters { parsed.filters.clone() } else { Vec::new() };
            let next = Query { terms: terms.to_vec(), filters };
            let query = typed(&next);
            if query.is_empty() || all.iter().any(|own| own.query == query) {
                return;
            }
            let options = Options { exact_only: true, detailed: Some(0), ..Options::default() };
            let hits = self.search_with(&next, options).hits.len();
            if hits > 0 && all.len() < MOST {
                all.push(Suggestion { query, reason, hits });
            }
        };
        let wanted: Vec<Term> =
            parsed.terms.iter().filter(|term| !term.is_excluded).cloned().collect();
        if wanted.len() < parsed.terms.len() || !parsed.filters.is_empty() {
            offer(&wanted, false, Reason::WithoutFilters);
        }
        for at in 0..wanted.len() {
            for name in self.near_names(&wanted[at].text) {
                let mut terms = wanted.clone();
                terms[at] = Term { text: name.to_owned(), ..Term::default() };
                offer(&terms, true, Reason::NearName);
            }
        }
        if wanted.len() > 1 {
            for at in 0..wanted.len() {
                let mut terms = wanted.clone();
                terms.remove(at);
                offer(&terms, true, Reason::WithoutWord);
            }
        }
        all
    }

    /// Whether a value begins like what is typed, as it is written or as it is read.
    fn begins(&self, value: &str, typed: &str) -> bool {
        let fold = self.fold();
        let units = |text: &str| fold.units(text, Level::Class);
        let (value, own) = (units(value), units(typed));
        if value.starts_with(&own) || value.windows(own.len().max(1)).any(|window| window == own) {
            return true;
        }
        let letters: Vec<u8> = typed.to_lowercase().chars().filter_map(letter).collect();
        !letters.is_empty()
            && letters.len() == typed.chars().count()
            && fold.tables.sounds.begins(&value, &letters)
    }

    /// Values of all attributes but dates that differ from `text` in one character.
    fn near_names(&self, text: &str) -> Vec<&str> {
        const SHORTEST: usize = 2;
        let own = self.fold().units(text, Level::Class);
        let named = [Attribute::County, Attribute::Author, Attribute::Section];
        let values = named.into_iter().flat_map(|attribute| self.attributes.values(attribute));
        let mut names: Vec<&str> = values
            .map(|(value, _)| value)
            .filter(|value| {
                let value = self.fold().units(value, Level::Class);
                own.len() >= SHORTEST && differ_in_one(&own, &value)
            })
            .collect();
        names.dedup();
        names
    }
}

/// Whether one unit of `a` is another one, missing or too many in `b`.
fn differ_in_one(a: &[u16], b: &[u16]) -> bool {
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[head..], &b[head..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.len() - tail, b.len() - tail);
    a.max(b) == 1
}

/// A query as one would type it.
fn typed(query: &Query) -> String {
    let mut tokens: Vec<String> = Vec::new();
    for term in &query.terms {
        let minus = if term.is_excluded { "-" } else { "" };
        let heads = if term.in_heads { "标题:" } else { "" };
        let quote = if term.is_phrase { "\"" } else { "" };
        tokens.push([minus, heads, quote, &term.text, quote].concat());
    }
    tokens.extend(query.filters.iter().map(|filter| filter.typed.clone()));
    tokens.join(" ")
}

//! What could be meant, while a filter is typed and where nothing is found?

use crate::day;
use crate::engine::{Engine, Options};
use crate::filter::Attribute;
use crate::fold::Level;
use crate::name::{Name, keyed};
use crate::order;
use crate::query::{Filter, Query, Term, is_key, is_operator};

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
    /// A name of the edition that is nearly the one typed, or a word that sounds like it.
    NearName,
    /// A filter by the name that was typed as a word.
    OnlyValue,
    /// Another value for a filter that nothing has.
    OtherValue,
}

/// Suggestions and completions that are worth a line on a screen.
const MOST: usize = 8;
/// Other values for one filter.
const FEW: usize = 4;
/// What is suggested is there as it is written; where is not asked.
const FINDS: Options = Options { allow: None, exact_only: true, detailed: Some(0) };

impl Engine {
    /// Completes the filter at the end of `query` (`县:新`, `作者:fu`) with values of the documents, most
    /// frequent first; in Chinese, pinyin or initials.
    pub fn complete_filter(&self, query: &str) -> Vec<Completion> {
        // A space behind the colon of a key ends no word, unless another filter begins there.
        let ends = |at: usize| {
            let key = query[..at].trim_end().strip_suffix([':', '：']);
            let key = key.and_then(|before| before.rsplit(char::is_whitespace).next());
            let key = key.map(|key| key.strip_prefix(['-', '－']).unwrap_or(key));
            !key.is_some_and(is_key) || is_operator(query[at..].trim_start())
        };
        let mut spaces = query.char_indices().filter(|(_, c)| c.is_whitespace());
        let start = spaces.rfind(|(at, _)| ends(*at)).map_or(0, |(at, c)| at + c.len_utf8());
        let (before, last) = query.split_at(start);
        let Some((key, typed)) = last.split_once([':', '：']) else { return Vec::new() };
        let typed = typed.trim_start();
        let word = key.strip_prefix(['-', '－']).unwrap_or(key);
        let Some(attribute) = Attribute::of_key(word) else { return Vec::new() };
        let mut values = most_first(self.attributes.values(attribute));
        values.retain(|(value, _)| self.begins(value, typed));
        values.truncate(MOST);
        let completion = |(value, documents): (&str, usize)| {
            let query = [before, &keyed(key, value)].concat();
            Completion { query, attribute, value: value.to_owned(), documents }
        };
        values.into_iter().map(completion).collect()
    }

    /// Queries near `query` that find something; best first, none twice.
    pub fn suggest(&self, query: &str) -> Vec<Suggestion> {
        let parsed = self.bare(&Query::parse(query)).into_owned();
        let mut offers = Offers { engine: self, all: Vec::new() };
        for (at, filter) in parsed.filters.iter().enumerate() {
            if self.is_unmet(filter) {
                self.offer_values(&parsed, at, &mut offers);
            }
        }
        self.offer_named(&parsed, &mut offers);
        if parsed.terms.iter().any(|term| term.in_heads) {
            let mut anywhere = parsed.clone();
            anywhere.terms.iter_mut().for_each(|term| term.in_heads = false);
            offers.add(&anywhere, Reason::WithoutFilters);
        }
        let words: Vec<Term> = wanted(&parsed).map(|at| parsed.terms[at].clone()).collect();
        let all = parsed.filters.clone();
        for filters in [Vec::new(), all.clone()] {
            if words.len() < parsed.terms.len() || filters.len() < all.len() {
                offers.add(&Query { terms: words.clone(), filters }, Reason::WithoutFilters);
            }
        }
        for at in (0..all.len()).filter(|_| all.len() > 1) {
            let mut next = parsed.clone();
            next.filters.remove(at);
            offers.add(&next, Reason::WithoutFilters);
        }
        for at in wanted(&parsed) {
            self.offer_near(&parsed, at, &mut offers);
        }
        if wanted(&parsed).count() > 1 {
            for at in wanted(&parsed) {
                let mut next = parsed.clone();
                next.terms.remove(at);
                offers.add(&next, Reason::WithoutWord);
            }
        }
        offers.all
    }

    /// The query with filters for the names and days that its words are, and with names that are nearly its words,
    /// where that finds something.
    pub fn named(&self, query: &str) -> Vec<Suggestion> {
        let mut offers = Offers { engine: self, all: Vec::new() };
        let query = self.bare(&Query::parse(query)).into_owned();
        self.offer_named(&query, &mut offers);
        for at in wanted(&query) {
            self.offer_near(&query, at, &mut offers);
        }
        offers.all
    }

    fn offer_named(&self, query: &Query, offers: &mut Offers) {
        // Words of letters side by side may be the syllables of one name.
        let spelled = self.spelled(query).map(|spelled| spelled.query);
        for query in spelled.iter().chain([query]) {
            for at in wanted(query) {
                let text = &query.terms[at].text;
                // Papers seldom print the year of a day.
                let is_day = |_: &Attribute| day::is_of_year(text);
                let days = Attribute::DAYS.into_iter().filter(is_day);
                let days = days.map(|attribute| Name::whole(attribute, text));
                for name in self.whole_names(&query.terms[at]).into_iter().chain(days) {
                    offers.add(&with_filter(query, at, &name), Reason::OnlyValue);
                }
            }
        }
    }

    /// Names and words near the term at `at`.
    fn offer_near(&self, query: &Query, at: usize, offers: &mut Offers) {
        let text = &query.terms[at].text;
        let with_word = |text: String| {
            let mut next = query.clone();
            next.terms[at] = Term { text, ..Term::default() };
            next
        };
        for attribute in [Attribute::County, Attribute::Author, Attribute::Section] {
            for name in self.near_names(text, attribute) {
                // What the text has is what was meant to be found there.
                if !offers.add(&with_word(name.text.to_owned()), Reason::NearName) {
                    offers.add(&with_filter(query, at, &name), Reason::NearName);
                }
            }
        }
        if let Some(word) = self.sounding_word(text) {
            offers.add(&with_word(word), Reason::NearName);
        }
    }

    /// Values for the filter at `at`: those that begin so, near ones, then those that most documents have.
    fn offer_values(&self, query: &Query, at: usize, offers: &mut Offers) {
        let Filter { attribute, value, .. } = &query.filters[at];
        // The day may be that of the issue, and the other way round.
        for other in Attribute::DAYS.into_iter().filter(|_| Attribute::DAYS.contains(attribute)) {
            let mut next = query.clone();
            next.filters[at] = Name::whole(other, value).filter();
            offers.add(&next, Reason::OtherValue);
        }
        // Of thousands of authors only those are tried that what the rest of the query finds has.
        let mut without = query.clone();
        without.filters.remove(at);
        let there = if without == Query::default() {
            self.attributes.values(*attribute)
        } else {
            let found = self.search_with(&without, FINDS).hits;
            self.attributes.values_among(found.iter().map(|hit| hit.document), *attribute)
        };
        let there = most_first(there);
        let there = || there.iter().map(|(value, _)| *value);
        let near = self.near_names(value, *attribute).into_iter().map(|name| name.value);
        let near = near.filter(|near| there().any(|own| own == *near));
        let begun = there().filter(|own| self.begins(own, value));
        let mut left = FEW;
        for value in begun.chain(near).chain(there()) {
            let mut next = query.clone();
            next.filters[at] = Name::whole(*attribute, value).filter();
            left -= usize::from(offers.add(&next, Reason::OtherValue));
            if left == 0 {
                break;
            }
        }
    }

    /// Whether a value begins like what is typed, as it is written or as it is read.
    pub(crate) fn begins(&self, value: &str, typed: &str) -> bool {
        let fold = self.fold();
        let units = |text: &str| fold.units(text, Level::Class);
        let (value, own) = (units(value), units(typed));
        if value.starts_with(&own) || value.windows(own.len().max(1)).any(|window| window == own) {
            return true;
        }
        let letters = self.letters(&Term { text: typed.to_owned(), ..Term::default() });
        letters.is_some_and(|letters| fold.tables.sounds.begins(&value, letters.as_bytes()))
    }
}

/// Values with how many documents have them, most first.
fn most_first(values: Vec<(&str, usize)>) -> Vec<(&str, usize)> {
    order::by_key(&values, |(_, documents)| u32::MAX - *documents as u32)
}

/// Suggestions as they come.
struct Offers<'a> {
    engine: &'a Engine,
    all: Vec<Suggestion>,
}

impl Offers<'_> {
    /// Takes a query that finds something and is not there yet; says whether it finds something, while there is room.
    fn add(&mut self, next: &Query, reason: Reason) -> bool {
        let query = next.written(None);
        if query.is_empty() || self.all.len() == MOST {
            return false;
        }
        if self.all.iter().any(|own| own.query == query) {
            return true;
        }
        let hits = self.engine.search_with(next, FINDS).hits.len();
        if hits > 0 {
            self.all.push(Suggestion { query, reason, hits });
        }
        hits > 0
    }
}

/// The places of the terms that must be there.
fn wanted(query: &Query) -> impl Iterator<Item = usize> {
    let terms = query.terms.iter().enumerate();
    terms.filter(|(_, term)| !term.is_excluded).map(|(at, _)| at)
}

/// The query with a filter for its term at `at`.
fn with_filter(query: &Query, at: usize, name: &Name) -> Query {
    let mut next = query.clone();
    next.terms.remove(at);
    next.filters.push(name.filter());
    next
}

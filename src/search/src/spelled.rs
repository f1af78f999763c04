//! Are these words the syllables of one? Pinyin typed with spaces between them.

use crate::answer::{Answer, Tier};
use crate::engine::{Engine, Options};
use crate::fold::Level;
use crate::order;
use crate::query::{Query, Term};

/// A query whose words of letters, where several stand side by side, are one word.
pub(crate) struct Spelled {
    pub query: Query,
    /// Whether they are a syllable or an initial each: then nothing else was meant.
    is_one: bool,
}

impl Engine {
    /// First what holds the words themselves, then what sounds like all of them in a row, then what sounds like
    /// each of them. `None` where nothing sounds like them in a row.
    pub(crate) fn search_spelled(&self, query: &Query, options: Options) -> Option<Answer> {
        if options.exact_only {
            return None;
        }
        let spelled = self.spelled(query)?;
        let mut taken = vec![false; self.documents().len()];
        let mut answer = self.search_all(query, Options { exact_only: true, ..options });
        self.add(&mut answer, &mut taken, options, &|options| {
            self.search_with(&spelled.query, options)
        });
        if !taken.contains(&true) {
            return None;
        }
        if !spelled.is_one {
            self.add(&mut answer, &mut taken, options, &|options| self.search_all(query, options));
        }
        answer.hits = order::by_key(&answer.hits, |hit| hit.tier as u32);
        Some(answer)
    }

    /// Adds what `search` finds besides, if it is not only like it; `taken` says what is found so far, but for
    /// the first ones.
    fn add(
        &self,
        answer: &mut Answer,
        taken: &mut [bool],
        options: Options,
        search: &dyn Fn(Options) -> Answer,
    ) {
        let mut known = taken.to_vec();
        answer.hits.iter().for_each(|hit| known[hit.document] = true);
        let allow =
            |document: usize| !known[document] && options.allow.is_none_or(|allow| allow(document));
        let more = search(Options { allow: Some(&allow), ..options });
        if more.hits.first().is_some_and(|best| best.tier <= Tier::Pinyin) {
            more.hits.iter().for_each(|hit| taken[hit.document] = true);
            answer.places += more.places;
            answer.hits.extend(more.hits);
        }
    }

    /// The query with words of letters joined; `None` where no two stand side by side.
    pub(crate) fn spelled(&self, query: &Query) -> Option<Spelled> {
        let mut terms: Vec<Term> = Vec::with_capacity(query.terms.len());
        let (mut is_one, mut is_joined) = (true, false);
        // What the term before is read as, where it is letters alone.
        let mut open: Option<String> = None;
        for term in &query.terms {
            let letters = self.letters(term);
            is_one &= letters
                .as_ref()
                .is_none_or(|letters| self.fold().tables.sounds.opens(letters.as_bytes()));
            open = match (open, letters) {
                (Some(before), Some(letters)) => {
                    let text = format!("{before}'{letters}");
                    terms.pop();
                    terms.push(Term { text: text.clone(), ..Term::default() });
                    is_joined = true;
                    Some(text)
                }
                (_, letters) => {
                    terms.push(term.clone());
                    letters
                }
            };
        }
        let query = Query { terms, filters: query.filters.clone() };
        is_joined.then_some(Spelled { query, is_one })
    }

    /// The letters of a word that has nothing else.
    pub(crate) fn letters(&self, term: &Term) -> Option<String> {
        let units = self.fold().units(&term.text, Level::Form);
        let chars: Vec<char> = String::from_utf16_lossy(&units).chars().collect();
        let letters = self.fold().tables.sounds.letters(&chars);
        let is_all = letters.len() == chars.len() && letters.iter().any(u8::is_ascii_alphabetic);
        (is_all && term.is_plain()).then(|| String::from_utf8(letters).ok()).flatten()
    }
}

//! How does a query become an answer? Terms are found one by one; a hit has them all.

use crate::answer::{Answer, Hit, Match, Tier};
use crate::corpus::Corpus;
use crate::document::{Document, Field};
use crate::find::occurrences;
use crate::fold::{Fold, Level};
use crate::query::Query;
use crate::rank::{Weights, adjacency};
use crate::tables::Tables;

/// Documents, ready to be searched.
pub struct Engine {
    pub(crate) corpus: Corpus,
    weights: Weights,
}

/// Units of the corpus, of one term: which, and in which part.
#[derive(Clone, Copy)]
struct Place {
    part: u32,
    start: u32,
    end: u32,
    term: u32,
}

/// Where one term stands.
struct Found {
    /// In reading order, none overlapping another.
    places: Vec<Place>,
    /// Number of documents.
    holders: usize,
}

impl Engine {
    /// `tables` were made for the same texts; with others, variants are missed but nothing wrong is found.
    pub fn new(documents: Vec<Document>, tables: Tables) -> Self {
        let corpus = Corpus::new(documents, Fold::new(tables));
        let weights = Weights::of(&corpus);
        Self { corpus, weights }
    }

    pub fn documents(&self) -> &[Document] {
        &self.corpus.documents
    }

    pub fn search(&self, query: &str) -> Answer {
        let query = Query::parse(query);
        let fold = |term: &String| self.corpus.fold.units(term, Level::Class);
        let mut needles: Vec<(&str, Vec<u16>)> =
            query.terms.iter().map(|term| (term.as_str(), fold(term))).collect();
        needles.retain(|(_, units)| !units.is_empty());
        let literal = |needle: &(&str, _)| self.corpus.fold.units(needle.0, Level::Form);
        let literals: Vec<Vec<u16>> = needles.iter().map(literal).collect();
        let found: Vec<Found> = needles
            .iter()
            .enumerate()
            .map(|(term, (_, units))| self.find(term as u32, units))
            .collect();
        let mut hits = self.hits(&found, &literals);
        hits.sort_by(|a, b| a.tier.cmp(&b.tier).then(b.score.total_cmp(&a.score)));
        Answer { hits }
    }

    fn find(&self, term: u32, needle: &[u16]) -> Found {
        let mut found = Found { places: Vec::new(), holders: 0 };
        let mut part = 0;
        let mut holder = None;
        for start in occurrences(&self.corpus.units, &self.corpus.counts, needle) {
            if found.places.last().is_some_and(|last| start < last.end) {
                continue;
            }
            while self.corpus.parts[part].end < start {
                part += 1;
            }
            let document = self.corpus.parts[part].document;
            found.holders += usize::from(holder != Some(document));
            holder = Some(document);
            let end = start + needle.len() as u32;
            found.places.push(Place { part: part as u32, start, end, term });
        }
        found
    }

    /// The documents that hold every term, in order.
    fn hits(&self, found: &[Found], literals: &[Vec<u16>]) -> Vec<Hit> {
        let mut rests: Vec<&[Place]> = found.iter().map(|found| &found.places[..]).collect();
        let mut hits = Vec::new();
        let mut next = 0;
        'documents: while !rests.is_empty() {
            for rest in &mut rests {
                let skip = rest.partition_point(|place| self.document(place) < next);
                *rest = &rest[skip..];
                match rest.first() {
                    Some(place) if self.document(place) > next => {
                        next = self.document(place);
                        continue 'documents;
                    }
                    Some(_) => {}
                    None => break 'documents,
                }
            }
            let own = |rest: &&[Place]| rest.partition_point(|place| self.document(place) == next);
            let own: Vec<&[Place]> = rests.iter().map(|rest| &rest[..own(rest)]).collect();
            hits.push(self.hit(next as usize, &own, found, literals));
            next += 1;
        }
        hits
    }

    /// The hit of one document: `own` are its places of each term, none empty.
    fn hit(
        &self,
        document: usize,
        own: &[&[Place]],
        found: &[Found],
        literals: &[Vec<u16>],
    ) -> Hit {
        let mut score = 0.0;
        let mut tier = Tier::Exact;
        for (term, places) in own.iter().enumerate() {
            let mut counts = [0; Field::COUNT];
            for place in *places {
                counts[self.corpus.parts[place.part as usize].field.index()] += 1;
            }
            score += self.weights.term(document, &counts, found[term].holders);
            if !places.iter().any(|place| self.is_literal(place, &literals[term])) {
                tier = Tier::Folded;
            }
        }
        let mut places: Vec<Place> = own.concat();
        places.sort_unstable_by_key(|place| (place.start, place.end));
        if let Some(gap) = smallest_gap(&places) {
            score *= adjacency(gap);
        }
        Hit { document, tier, score, matches: self.matches(&places) }
    }

    fn document(&self, place: &Place) -> u32 {
        self.corpus.parts[place.part as usize].document
    }

    /// Whether the original is the term itself, but for width, case, punctuation and white space.
    fn is_literal(&self, place: &Place, literal: &[u16]) -> bool {
        let part = &self.corpus.parts[place.part as usize];
        let range = self.corpus.bytes(part, place.start, place.end);
        let original = self.corpus.fold.units(&self.corpus.text(part)[range], Level::Form);
        // A character of several units may stand for more than the term took of it.
        original.len() >= literal.len()
            && original.windows(literal.len()).any(|window| window == literal)
    }

    /// Ranges of the original, those that overlap made one.
    fn matches(&self, places: &[Place]) -> Vec<Match> {
        let mut matches: Vec<Match> = Vec::with_capacity(places.len());
        for place in places {
            let at = &self.corpus.parts[place.part as usize];
            let bytes = self.corpus.bytes(at, place.start, place.end);
            let (start, end) = (bytes.start as u32, bytes.end as u32);
            match matches.last_mut() {
                Some(last) if last.part == at.part && start < last.end => {
                    last.end = last.end.max(end)
                }
                _ => matches.push(Match { part: at.part, start, end }),
            }
        }
        matches
    }
}

/// Units between the two nearest places of different terms within one part; `None` where no part holds two.
fn smallest_gap(places: &[Place]) -> Option<u32> {
    let pairs = places.windows(2).filter(|pair| pair[0].term != pair[1].term);
    let near = pairs.filter(|pair| pair[0].part == pair[1].part);
    near.map(|pair| pair[1].start.saturating_sub(pair[0].end)).min()
}

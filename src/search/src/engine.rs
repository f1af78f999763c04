//! How does a query become an answer? Terms are found one by one; a hit has them all.

use crate::answer::{Answer, Hit, Match, Tier};
use crate::document::{Document, Field};
use crate::filter::{Attributes, Value};
use crate::fold::Fold;
use crate::folded::{Folded, Source, Writer};
use crate::order;
use crate::query::{Query, Term};
use crate::rank::adjacency;
use crate::spot::Reach;
use crate::tables::Tables;
use crate::term::{Found, Place};
use std::borrow::Cow;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Documents, ready to be searched.
pub struct Engine {
    source: Arc<Source>,
    /// What is folded so far; `None` when all is.
    writer: Mutex<Option<Writer>>,
    folded: OnceLock<Folded>,
    pub(crate) attributes: Attributes,
}

/// How to search.
#[derive(Clone, Copy, Default)]
pub struct Options<'a> {
    /// Documents that may be hits; all where it is `None`. The rarity of a term is that in all documents.
    pub allow: Option<&'a dyn Fn(usize) -> bool>,
    /// Only the first two tiers.
    pub exact_only: bool,
    /// How many hits get their matches at once, where `None` leaves it to the engine.
    pub detailed: Option<usize>,
}

/// Hits that get their matches at once: more than anyone looks at before asking again.
const DETAILED: usize = 60;
/// Units folded in one slice of idle work, about a millisecond.
const SLICE: usize = 1 << 17;

/// A query as the engine goes about it.
pub(crate) struct Plan {
    /// What each hit holds.
    pub terms: Vec<Term>,
    pub founds: Vec<Found>,
    /// For each document whether it may be a hit.
    pub allowed: Vec<bool>,
    pub is_filtered: bool,
}

impl Engine {
    /// `tables` were made for the same texts; with others, variants are missed but nothing wrong is found.
    /// Texts are folded and indexed by [`Engine::index_more`], or folded when the first query comes.
    pub fn new(documents: Vec<Document>, tables: Tables) -> Self {
        let source = Arc::new(Source { documents, fold: Fold::new(tables) });
        let writer = Mutex::new(Some(Writer::new(Arc::clone(&source))));
        Self { source, writer, folded: OnceLock::new(), attributes: Attributes::default() }
    }

    /// Lets filters of the query language (县:新绛) ask for these attributes, given document by document.
    pub fn with_attributes<I>(mut self, attributes: Vec<I>) -> Self
    where
        I: IntoIterator<Item = Value>,
    {
        self.attributes = Attributes::new(attributes);
        self
    }

    pub fn documents(&self) -> &[Document] {
        &self.source.documents
    }

    /// Folds or indexes some more of a long text, about a millisecond's work for idle moments; says whether
    /// there is more to do. Answers are the same before, between and after, only faster.
    pub fn index_more(&self) -> bool {
        if let Some(folded) = self.folded.get() {
            return folded.row.index_more();
        }
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        if writer.as_mut().is_some_and(|writer| writer.more(SLICE)) {
            return true;
        }
        drop(writer);
        self.folded().row.is_long()
    }

    pub(crate) fn fold(&self) -> &Fold {
        &self.source.fold
    }

    /// The folded texts; what is not yet folded is folded now.
    pub(crate) fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| {
            let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
            writer.unwrap_or_else(|| Writer::new(Arc::clone(&self.source))).finish()
        })
    }

    /// Everything that the query finds.
    pub fn search(&self, query: &str) -> Answer {
        self.search_with(&Query::parse(query), Options::default())
    }

    pub fn search_with(&self, query: &Query, options: Options) -> Answer {
        let query = match options.exact_only {
            true => Cow::Borrowed(query),
            false => self.bare(query),
        };
        if let Some(answer) = self.search_one(&query, options) {
            return answer;
        }
        self.search_spelled(&query, options).unwrap_or_else(|| self.search_all(&query, options))
    }

    /// What holds every term; where nothing does, what holds parts of them.
    pub(crate) fn search_all(&self, query: &Query, options: Options) -> Answer {
        let plan = self.plan(query, options);
        let mut hits = self.hits(&plan);
        if plan.terms.is_empty() && plan.is_filtered {
            hits = self.all(&plan);
        }
        if hits.is_empty() && !options.exact_only && plan.terms.iter().all(Term::is_plain) {
            hits = self.nearest(plan);
        }
        let places = hits.iter().map(|hit| hit.matches.len()).sum();
        Answer { hits: best_first(hits), places }
    }

    /// Adds the matches to a hit of `query` that has none yet.
    pub fn complete(&self, query: &Query, hit: &mut Hit) {
        if hit.matches.is_empty() {
            let allow = |document| document == hit.document;
            let options = Options { allow: Some(&allow), ..Options::default() };
            let own = self.search_with(query, options).hits.into_iter().next();
            hit.matches = own.map_or_else(Vec::new, |own| own.matches);
        }
    }

    /// The answer where the query is one term without filters and found as a whole; `None` where more is to be
    /// done.
    fn search_one(&self, query: &Query, options: Options) -> Option<Answer> {
        let [term] = &query.terms[..] else { return None };
        if !query.filters.is_empty() || term.is_excluded {
            return None;
        }
        let needle = self.needle(term)?;
        let groups = self.groups(&needle, reach(options));
        let detailed = options.detailed.unwrap_or(DETAILED);
        let answer = self.answer_one(&needle, &groups, &self.allowed(options), detailed);
        (!answer.hits.is_empty()).then_some(answer)
    }

    fn allowed(&self, options: Options) -> Vec<bool> {
        match options.allow {
            Some(allow) => (0..self.documents().len()).map(allow).collect(),
            None => vec![true; self.documents().len()],
        }
    }

    pub(crate) fn plan(&self, query: &Query, options: Options) -> Plan {
        let reach = reach(options);
        let mut allowed = self.allowed(options);
        let mut terms = query.terms.clone();
        let mut is_filtered = false;
        for filter in &query.filters {
            if self.attributes.knows(filter.attribute) {
                is_filtered = true;
                let passing = self.passing(filter);
                keep(&mut allowed, &passing, !filter.is_excluded);
            } else {
                let (text, is_excluded) = (filter.typed.clone(), filter.is_excluded);
                terms.push(Term { text, is_excluded, ..Term::default() });
            }
        }
        let (excluded, terms): (Vec<Term>, Vec<Term>) =
            terms.into_iter().partition(|term| term.is_excluded);
        for term in &excluded {
            is_filtered = true;
            let places = self.find(term, 0, Reach::Folded).places;
            places.iter().for_each(|place| allowed[place.document as usize] = false);
        }
        let (terms, founds) = self.find_all(terms, reach);
        Plan { terms, founds, allowed, is_filtered }
    }

    /// What each term finds; terms that fold to nothing are dropped.
    fn find_all(&self, terms: Vec<Term>, reach: Reach) -> (Vec<Term>, Vec<Found>) {
        let mut kept = Vec::new();
        let mut founds = Vec::new();
        for term in terms {
            if self.fold().is_nothing(&term.text) || kept.contains(&term) {
                continue;
            }
            founds.push(self.find(&term, kept.len() as u16, reach));
            kept.push(term);
        }
        (kept, founds)
    }

    /// The documents that hold every term, in order.
    pub(crate) fn hits(&self, plan: &Plan) -> Vec<Hit> {
        if let [found] = &plan.founds[..] {
            let documents = found.places.chunk_by(|a, b| a.document == b.document);
            let allowed = documents.filter(|own| plan.allowed[own[0].document as usize]);
            return allowed
                .map(|own| self.hit(own[0].document as usize, &[own], &plan.founds))
                .collect();
        }
        let mut rests: Vec<&[Place]> = plan.founds.iter().map(|found| &found.places[..]).collect();
        let mut hits = Vec::new();
        let mut next = 0;
        'documents: while !rests.is_empty() {
            for rest in &mut rests {
                *rest = &rest[before(rest, next)..];
                match rest.first() {
                    Some(place) if place.document > next => {
                        next = place.document;
                        continue 'documents;
                    }
                    Some(_) => {}
                    None => break 'documents,
                }
            }
            if plan.allowed[next as usize] {
                let own =
                    rests.iter().map(|rest| &rest[..before(rest, next + 1)]).collect::<Vec<_>>();
                hits.push(self.hit(next as usize, &own, &plan.founds));
            }
            next += 1;
        }
        hits
    }

    /// The hit of one document: `own` are its places of each term, none empty.
    fn hit(&self, document: usize, own: &[&[Place]], founds: &[Found]) -> Hit {
        let terms = own.iter().zip(founds);
        let mut score = terms.map(|(own, found)| self.share(document, own, found.rarity)).sum();
        let tier = |own: &&[Place]| own.iter().map(|place| place.tier).min();
        let tier = own.iter().filter_map(tier).max().unwrap_or(Tier::Exact);
        let matches = if let [own] = own {
            self.matches(own)
        } else {
            let places = order::by_key(&own.concat(), |place| place.start);
            if let Some(gap) = smallest_gap(&places) {
                score *= adjacency(gap);
            }
            self.matches(&places)
        };
        Hit { document, tier, score, matches }
    }

    /// What one term adds to the score of a document.
    pub(crate) fn share(&self, document: usize, own: &[Place], rarity: f32) -> f32 {
        let folded = self.folded();
        let mut counts = [0; Field::COUNT];
        let mut worth = 0.0f32;
        for place in own {
            counts[folded.parts[place.part as usize].field.index()] += 1;
            worth = worth.max(place.worth);
        }
        worth * folded.weights.term(document, &counts, rarity)
    }

    /// Every allowed document, without matches.
    fn all(&self, plan: &Plan) -> Vec<Hit> {
        let allowed = plan.allowed.iter().enumerate().filter(|(_, allowed)| **allowed);
        let hit =
            |(document, _)| Hit { document, tier: Tier::Exact, score: 0.0, matches: Vec::new() };
        allowed.map(hit).collect()
    }

    /// Ranges of the original, those that overlap made one.
    pub(crate) fn matches(&self, places: &[Place]) -> Vec<Match> {
        let folded = self.folded();
        let mut matches: Vec<Match> = Vec::with_capacity(places.len());
        for place in places {
            let at = &folded.parts[place.part as usize];
            let bytes = folded.bytes(at, place.start, place.end);
            let (start, end) = (bytes.start as u32, bytes.end as u32);
            match matches.last_mut() {
                Some(last) if last.part == at.part && start < last.end => {
                    last.end = last.end.max(end);
                }
                _ => matches.push(Match { part: at.part, start, end }),
            }
        }
        matches
    }
}

fn reach(options: Options) -> Reach {
    if options.exact_only { Reach::Folded } else { Reach::Generous }
}

/// By tier, then by score, then in document order.
fn best_first(mut hits: Vec<Hit>) -> Vec<Hit> {
    let keys = (0..).zip(&hits).map(|(at, hit)| order::key(hit.tier, hit.score, at));
    let mut keys: Vec<u64> = keys.collect();
    order::by_rank(&mut keys);
    let take = |key: u64| {
        let hit = &mut hits[order::ranked(key).2 as usize];
        Hit { matches: std::mem::take(&mut hit.matches), ..*hit }
    };
    keys.into_iter().map(take).collect()
}

/// Keeps the documents that pass, or, where that is not `wanted`, the others.
fn keep(allowed: &mut [bool], passing: &[bool], wanted: bool) {
    for (at, allowed) in allowed.iter_mut().enumerate() {
        *allowed &= passing.get(at).copied().unwrap_or(false) == wanted;
    }
}

/// How many of the places lie before `document`.
fn before(places: &[Place], document: u32) -> usize {
    // Mostly few: looked at one by one before halving.
    const NEAR: usize = 8;
    let near = places.iter().take(NEAR).take_while(|place| place.document < document).count();
    match near {
        NEAR => NEAR + places[NEAR..].partition_point(|place| place.document < document),
        near => near,
    }
}

/// Units between the two nearest places of different terms within one part; `None` where no part holds two.
pub(crate) fn smallest_gap(places: &[Place]) -> Option<u32> {
    let pairs = places.windows(2).filter(|pair| pair[0].term != pair[1].term);
    let near = pairs.filter(|pair| pair[0].part == pair[1].part);
    near.map(|pair| pair[1].start.saturating_sub(pair[0].end)).min()
}

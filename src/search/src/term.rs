//! Where does one term stand, and how was it found there?

use crate::answer::Tier;
use crate::engine::Engine;
use crate::fold::Level;
use crate::numeral;
use crate::order;
use crate::pattern::Pattern;
use crate::pinyin::{Spelling, letter};
use crate::query::Term;
use crate::tally::Needle;

/// Units of the folded texts that match a term, within one part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    pub start: u32,
    pub end: u32,
    /// Index of the part.
    pub part: u32,
    pub document: u32,
    /// Index of the term in the query.
    pub term: u16,
    pub tier: Tier,
    /// What it counts beside a match of the text itself, up to 1.
    pub worth: f32,
}

impl Place {
    /// Where the text itself stands.
    pub fn exact(start: u32, end: u32, part: u32, document: u32) -> Self {
        Self { start, end, part, document, term: 0, tier: Tier::Exact, worth: 1.0 }
    }
}

/// All places of one term.
#[derive(Default)]
pub(crate) struct Found {
    /// In reading order, none overlapping another; within a document all literal, or all of one other tier.
    pub places: Vec<Place>,
    /// Of the term, by the number of documents that hold it.
    pub rarity: f32,
}

/// How generous a search is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// The text and its variants.
    Folded,
    /// What sounds or looks like it, too.
    Generous,
}

/// Worth of another writing of a number.
const NUMERAL: f32 = 0.9;
/// From this many units on, a text that looks like the term is shown beside the term itself: shorter ones
/// have neighbours that are words of their own (土地, 工地). In long texts it is shown only instead of it.
pub(crate) const LONG: usize = 3;
impl Engine {
    pub(crate) fn find(&self, term: &Term, number: u16, reach: Reach) -> Found {
        let folded = &self.folded;
        let units = folded.fold.units(&term.text, Level::Class);
        if units.is_empty() {
            return Found::default();
        }
        let forms = folded.fold.units(&term.text, Level::Form);
        let mut finder =
            Finder { engine: self, number, in_heads: term.in_heads, places: Vec::new() };
        finder.exact(&units, &forms);
        let chars: Vec<char> = String::from_utf16_lossy(&forms).chars().collect();
        for writing in numeral::writings(&chars) {
            let units = folded.fold.units(&writing.text, Level::Class);
            let pattern = Pattern { closed: writing.closed, ..Pattern::literal(&units) };
            finder.put(&pattern, Tier::Folded, NUMERAL);
        }
        if reach == Reach::Generous && !term.is_phrase {
            finder.sounding(&chars);
            finder.looking(&units);
        }
        finder.found()
    }
}

/// FNV-1a. Texts of one hash are weighed together, which does no harm.
fn hash(units: &[u16]) -> u32 {
    units.iter().fold(0x811C_9DC5, |hash, unit| (hash ^ u32::from(*unit)).wrapping_mul(0x0100_0193))
}

struct Finder<'a> {
    engine: &'a Engine,
    number: u16,
    in_heads: bool,
    places: Vec<Place>,
}

impl Finder<'_> {
    fn exact(&mut self, units: &[u16], forms: &[u16]) {
        self.put(&Pattern::literal(units), Tier::Exact, 1.0);
        let needle = Needle { units, forms, in_heads: self.in_heads };
        for place in &mut self.places {
            if !self.engine.is_exact(place, &needle) {
                place.tier = Tier::Folded;
            }
        }
    }

    /// Places that sound like it, in the best spelling that there is.
    fn sounding(&mut self, term: &[char]) {
        if !term.iter().any(|c| letter(*c).is_some_and(|letter| letter != b'\'')) {
            return;
        }
        let folded = &self.engine.folded;
        let fold = |c: char| folded.fold.units(c.encode_utf8(&mut [0; 4]), Level::Class);
        let before = self.places.len();
        for spelling in Spelling::ALL {
            let sounds = &folded.fold.tables.sounds;
            for pattern in sounds.patterns(term, spelling, &folded.row, &fold) {
                self.put(&pattern, Tier::Pinyin, spelling.worth());
            }
            if self.places.len() > before {
                self.weigh(before);
                return;
            }
        }
    }

    /// Several texts may sound alike: the more often one of them stands in the documents, the likelier it is
    /// the one that was meant.
    fn weigh(&mut self, from: usize) {
        let units = &self.engine.folded.row.units;
        let text = |place: &Place| hash(&units[place.start as usize..place.end as usize]);
        let mut sounding = order::by_key(&self.places[from..], text);
        let texts = sounding.chunk_by(|a, b| text(a) == text(b));
        let most = texts.map(<[Place]>::len).max().unwrap_or(1) as f32;
        for own in sounding.chunk_by_mut(|a, b| text(a) == text(b)) {
            let share = own.len() as f32 / most;
            own.iter_mut().for_each(|place| place.worth *= share);
        }
        self.places.truncate(from);
        self.places.extend(sounding);
    }

    fn looking(&mut self, units: &[u16]) {
        let folded = &self.engine.folded;
        if !self.places.is_empty() && (units.len() < LONG || folded.row.is_long()) {
            return;
        }
        if let Some(near) = folded.fold.tables.shapes.find(&folded.row, units) {
            self.add(&near.starts, units.len(), Tier::Lookalike, 1.0 - near.distance);
        }
    }

    fn put(&mut self, pattern: &Pattern, tier: Tier, worth: f32) {
        let starts = self.engine.folded.row.occurrences(pattern);
        self.add(&starts, pattern.len(), tier, worth);
    }

    /// Of overlapping places the leftmost.
    fn add(&mut self, starts: &[u32], length: usize, tier: Tier, worth: f32) {
        let mut cursor = self.engine.folded.cursor();
        let mut free = 0;
        self.places.reserve(starts.len());
        for start in starts.iter().copied() {
            if start < free {
                continue;
            }
            let (part, at) = cursor.advance(start);
            if self.in_heads && !at.field.is_head() {
                continue;
            }
            free = start + length as u32;
            let (document, term) = (at.document, self.number);
            self.places.push(Place { start, end: free, part, document, term, tier, worth });
        }
    }

    fn found(mut self) -> Found {
        // Finding by finding, each in order; one finding needs no sorting.
        if !self.places.is_sorted_by_key(|place| place.start) {
            let by_tier = order::by_key(&self.places, |place| place.tier as u32);
            self.places = order::by_key(&by_tier, |place| place.start);
        }
        if self.places.iter().all(|place| place.tier <= Tier::Folded) {
            let holders = self.places.chunk_by(|a, b| a.document == b.document).count();
            return Found { places: self.places, rarity: self.engine.weights.rarity(holders) };
        }
        let mut places = Vec::with_capacity(self.places.len());
        let mut holders = 0;
        for own in self.places.chunk_by(|a, b| a.document == b.document) {
            let best = own.iter().map(|place| place.tier).min().unwrap_or(Tier::Exact);
            let tiers = if best <= Tier::Folded { Tier::Exact..=Tier::Folded } else { best..=best };
            let mut free = 0;
            for place in own.iter().filter(|place| tiers.contains(&place.tier)) {
                if place.start >= free {
                    free = place.end;
                    places.push(*place);
                }
            }
            holders += 1;
        }
        Found { places, rarity: self.engine.weights.rarity(holders) }
    }
}

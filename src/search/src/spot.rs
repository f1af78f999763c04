//! Where does one term stand, and how was it found there? Spots of the row, way by way, best first.

use crate::answer::Tier;
use crate::engine::Engine;
use crate::fold::Level;
use crate::numeral;
use crate::order;
use crate::pattern::Pattern;
use crate::pinyin::{Spelling, letter};
use crate::query::Term;
use crate::tables::Tables;

/// Units of the row that match a term, within one part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spot {
    pub start: u32,
    pub length: u16,
    pub tier: Tier,
    /// What it counts beside a match of the text itself, up to 1.
    pub worth: f32,
}

/// Spots in ascending order; some may overlap.
pub(crate) enum Spots {
    /// All of one kind, like `of` but for the start.
    Alike {
        starts: Vec<u32>,
        of: Spot,
    },
    Mixed(Vec<Spot>),
}

impl Spots {
    pub fn len(&self) -> usize {
        match self {
            Self::Alike { starts, .. } => starts.len(),
            Self::Mixed(spots) => spots.len(),
        }
    }

    #[inline]
    pub fn at(&self, at: usize) -> Spot {
        match self {
            Self::Alike { starts, of } => Spot { start: starts[at], ..*of },
            Self::Mixed(spots) => spots[at],
        }
    }

    /// The first spot at `start` or behind it.
    pub fn behind(&self, start: u32) -> usize {
        match self {
            Self::Alike { starts, .. } => starts.partition_point(|own| *own < start),
            Self::Mixed(spots) => spots.partition_point(|own| own.start < start),
        }
    }
}

/// A term, folded with variants and without.
pub(crate) struct Needle {
    pub units: Vec<u16>,
    pub forms: Vec<u16>,
    /// Whether both are the same.
    pub is_plain: bool,
    /// Whether variants of its characters stand in the texts.
    pub is_varied: bool,
    pub in_heads: bool,
    is_phrase: bool,
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
const LONG: usize = 3;

impl Engine {
    /// `None` where nothing is left of the term.
    pub(crate) fn needle(&self, term: &Term) -> Option<Needle> {
        let fold = self.fold();
        let units = fold.units(&term.text, Level::Class);
        let forms = fold.units(&term.text, Level::Form);
        let (in_heads, is_phrase, is_plain) = (term.in_heads, term.is_phrase, units == forms);
        if units.is_empty() {
            return None;
        }
        let is_varied = self.folded().is_varied(&units);
        Some(Needle { units, forms, is_plain, is_varied, in_heads, is_phrase })
    }

    /// The spots of a term, one group a way of finding it: the text itself with other writings of its numbers,
    /// what sounds like it, what looks like it. A document is found by the first group that holds it.
    pub(crate) fn groups(&self, needle: &Needle, reach: Reach) -> Vec<Spots> {
        let chars: Vec<char> = String::from_utf16_lossy(&needle.forms).chars().collect();
        let mut groups = vec![self.literal(needle, &chars)];
        if reach == Reach::Folded || needle.is_phrase {
            return groups;
        }
        groups.extend(self.sounding(&chars));
        let is_found = groups.iter().any(|group| group.len() > 0);
        if !is_found || needle.units.len() >= LONG && !self.folded().row.is_long() {
            groups.extend(self.looking(&needle.units));
        }
        groups
    }

    fn alike(&self, pattern: &Pattern, tier: Tier, worth: f32) -> Spots {
        let starts = self.folded().row.occurrences(pattern);
        Spots::Alike { starts, of: Spot { start: 0, length: pattern.len() as u16, tier, worth } }
    }

    fn literal(&self, needle: &Needle, chars: &[char]) -> Spots {
        let exact = self.alike(&Pattern::literal(&needle.units), Tier::Exact, 1.0);
        let writings = numeral::writings(chars);
        if writings.is_empty() {
            return exact;
        }
        let mut all: Vec<Spots> = vec![exact];
        for writing in writings {
            let units = self.fold().units(&writing.text, Level::Class);
            let pattern = Pattern { closed: writing.closed, ..Pattern::literal(&units) };
            all.push(self.alike(&pattern, Tier::Folded, NUMERAL));
        }
        merged(all)
    }

    /// Spots that sound like it, in the best spelling that there is.
    fn sounding(&self, chars: &[char]) -> Option<Spots> {
        if !chars.iter().any(|c| letter(*c).is_some_and(|letter| letter != b'\'')) {
            return None;
        }
        let (fold, row) = (self.fold(), &self.folded().row);
        let units = |c: char| fold.units(c.encode_utf8(&mut [0; 4]), Level::Class);
        for spellings in Spelling::GROUPS {
            let mut patterns = Vec::new();
            for spelling in spellings {
                patterns.extend(fold.tables.sounds.patterns(chars, *spelling, row, &units));
            }
            let all = patterns.iter().map(|pattern| self.alike(pattern, Tier::Pinyin, 1.0));
            let all: Vec<Spots> = all.filter(|spots| spots.len() > 0).collect();
            if !all.is_empty() {
                let all = merged(all);
                let mut spots: Vec<Spot> = (0..all.len()).map(|at| all.at(at)).collect();
                self.weigh(&mut spots, &patterns);
                return Some(Spots::Mixed(spots));
            }
        }
        None
    }

    fn looking(&self, units: &[u16]) -> Option<Spots> {
        let Tables { shapes, words, .. } = &self.fold().tables;
        let near = shapes.find(&self.folded().row, words, units)?;
        let (length, worth) = (units.len() as u16, 1.0 - near.distance);
        let of = Spot { start: 0, length, tier: Tier::Lookalike, worth };
        Some(Spots::Alike { starts: near.starts, of })
    }
}

/// All of them in order; of those that begin at one place the first ones first.
fn merged(mut all: Vec<Spots>) -> Spots {
    match all.len() {
        1 => all.remove(0),
        _ => {
            let spots = all.iter().flat_map(|own| (0..own.len()).map(|at| own.at(at)));
            let spots: Vec<Spot> = spots.collect();
            Spots::Mixed(order::by_key(&spots, |spot| spot.start))
        }
    }
}

//! Where does one term stand, and how was it found there? Spots of the row, way by way, best first.

use crate::answer::Tier;
use crate::engine::Engine;
use crate::fold::Level;
use crate::mark::is_mark;
use crate::numeral::{self, Writing};
use crate::order;
use crate::pattern::{Element, Pattern, Set};
use crate::pinyin::{Spelling, letter};
use crate::query::Term;
use crate::tables::Tables;
use std::rc::Rc;

/// Units of the row that match a term, within one part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spot {
    pub start: u32,
    pub length: u16,
    pub tier: Tier,
    /// What it counts beside a match of the text itself, up to 1.
    pub worth: f32,
}

/// What spots have in common that were found in one way.
#[derive(Clone, Copy)]
pub(crate) struct Way {
    pub length: u16,
    pub tier: Tier,
    pub worth: f32,
}

/// Spots in ascending order; some may overlap. Packed: two initials may stand at every hundredth unit of all texts.
pub(crate) struct Spots {
    pub starts: Vec<u32>,
    ways: Vec<Way>,
    /// Of each spot the index of its way; empty where all have the first one.
    which: Vec<u8>,
    /// What the spots of each document count besides; empty where nothing is to be added.
    pub worths: Vec<f32>,
}

impl Spots {
    fn alike(starts: Vec<u32>, way: Way) -> Self {
        Self { starts, ways: vec![way], which: Vec::new(), worths: Vec::new() }
    }

    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// The way in which all were found, if it is one.
    pub fn way(&self) -> Option<Way> {
        if self.which.is_empty() { self.ways.first().copied() } else { None }
    }

    #[inline]
    pub fn at(&self, at: usize) -> Spot {
        let way = self.which.get(at).copied().unwrap_or(0);
        let Way { length, tier, worth } = self.ways[usize::from(way)];
        Spot { start: self.starts[at], length, tier, worth }
    }

    /// What the spots of a document count besides.
    #[inline]
    pub fn worth_in(&self, document: u32) -> f32 {
        self.worths.get(document as usize).copied().unwrap_or(1.0)
    }

    /// The first spot at `start` or behind it.
    pub fn behind(&self, start: u32) -> usize {
        self.starts.partition_point(|own| *own < start)
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
        let length = || needle.units.iter().filter(|unit| !is_mark(**unit)).count();
        if !is_found || !self.folded().row.is_long() && length() >= LONG {
            groups.extend(self.looking(&needle.units, is_found));
        }
        groups
    }

    fn alike(&self, pattern: &Pattern, tier: Tier, worth: f32) -> Spots {
        let starts = self.folded().row.occurrences(pattern);
        Spots::alike(starts, Way { length: pattern.len() as u16, tier, worth })
    }

    fn literal(&self, needle: &Needle, chars: &[char]) -> Spots {
        let exact = self.alike(&Pattern::literal(&needle.units), Tier::Exact, 1.0);
        let writings = numeral::writings(chars);
        if writings.is_empty() {
            return exact;
        }
        let mut all: Vec<Spots> = vec![exact];
        for writing in writings {
            all.push(self.alike(&self.written(&writing), Tier::Folded, NUMERAL));
        }
        merged(all)
    }

    fn written(&self, writing: &Writing) -> Pattern {
        let chars: Vec<char> = writing.text.chars().collect();
        let units = |text: &str| self.fold().units(text, Level::Class);
        let mut elements = Vec::with_capacity(chars.len());
        for (at, c) in chars.iter().enumerate() {
            let alike: Vec<(u16, f32)> =
                units(numeral::alike(&chars, at)).into_iter().map(|unit| (unit, 1.0)).collect();
            match alike.is_empty() {
                true => elements
                    .extend(units(c.encode_utf8(&mut [0; 4])).into_iter().map(Element::Unit)),
                false => elements.push(Element::Any(Rc::new(Set::of(&alike)))),
            }
        }
        Pattern { closed: writing.closed, ..Pattern::of(elements) }
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
                let mut spots = merged(all);
                spots.worths = self.worths(&spots, &patterns);
                return Some(spots);
            }
        }
        None
    }

    fn looking(&self, units: &[u16], beside: bool) -> Option<Spots> {
        let Tables { shapes, words, .. } = &self.fold().tables;
        let near = shapes.find(&self.folded().row, words, units, beside)?;
        let (length, worth) = (units.len() as u16, 1.0 - near.distance);
        Some(Spots::alike(near.starts, Way { length, tier: Tier::Lookalike, worth }))
    }
}

/// All of them, each list of one way, in order; of those that begin at one place the first ones first.
fn merged(mut all: Vec<Spots>) -> Spots {
    // A term has a hundred patterns at most.
    const WAY: u32 = u8::BITS;
    if all.len() == 1 {
        return all.remove(0);
    }
    let mut keys: Vec<u64> = Vec::with_capacity(all.iter().map(Spots::len).sum());
    for (way, own) in all.iter().enumerate() {
        keys.extend(own.starts.iter().map(|start| u64::from(*start) << WAY | way as u64));
    }
    order::radix(&mut keys, WAY);
    let ways = all.iter().filter_map(Spots::way).collect();
    let starts = keys.iter().map(|key| (key >> WAY) as u32).collect();
    let which = keys.iter().map(|key| *key as u8).collect();
    Spots { starts, ways, which, worths: Vec::new() }
}

//! What comes nearest where nothing holds the whole query? Documents ranked by the parts of it that they hold.
//!
//! Parts are pairs of characters, single characters, and whole words and numbers of other scripts; no
//! dictionary is needed. Pairs make a hit, and single characters that are terms; others only order hits.

use crate::answer::{Hit, Tier};
use crate::document::Field;
use crate::engine::{Engine, Plan};
use crate::fold::Level;
use crate::mark::is_mark;
use crate::numeral::is_numeral;
use crate::order;
use crate::pattern::Pattern;
use crate::term::Place;

/// Hits of this tier: behind the first hundred nobody looks.
const MOST: usize = 100;
/// Hits that hold less than this share of what the best one holds have too little in common with the query.
const LEAST: f32 = 0.3;
/// Documents that single characters may still reorder.
const REORDERED: usize = 300;
/// What a part with a function word in it counts, and what a single character counts.
const FUNCTION: f32 = 0.2;
const SINGLE: f32 = 0.4;
/// Characters of question words and particles: nearly every text has them, whatever it is about.
const FUNCTIONS: &str = "的了是在和与为什么哪些多少何时有被谁其及或吗呢几";
/// Longer queries are pasted texts; their beginning says what they are about.
const MAX_UNITS: usize = 200;

/// A part of the query.
struct Piece {
    pattern: Pattern,
    weight: f32,
}

impl Engine {
    /// Best first.
    pub(crate) fn partial(&self, plan: &Plan) -> Vec<Hit> {
        let (pieces, singles) = self.pieces(plan);
        let mut scores = vec![0.0f32; self.documents().len()];
        let mut places: Vec<Place> = Vec::new();
        for (number, piece) in pieces.iter().enumerate() {
            let own = self.piece_places(piece, number as u16);
            for (document, score) in self.piece_scores(&own) {
                scores[document] += piece.weight * score;
            }
            places.extend(own);
        }
        let mut order: Vec<usize> = (0..scores.len())
            .filter(|document| scores[*document] > 0.0 && plan.allowed[*document])
            .collect();
        order = order::by_key(&order, |document| order::descending(scores[*document]));
        order.truncate(REORDERED);
        for document in &order {
            scores[*document] += self.single_score(*document, &singles);
        }
        order = order::by_key(&order, |document| order::descending(scores[*document]));
        let least = order.first().map_or(0.0, |best| scores[*best] * LEAST);
        order.retain(|document| scores[*document] >= least);
        order.truncate(MOST);
        places = order::by_key(&places, |place| place.start);
        order
            .into_iter()
            .map(|document| self.partial_hit(document, scores[document], &places))
            .collect()
    }

    fn partial_hit(&self, document: usize, score: f32, places: &[Place]) -> Hit {
        let from = places.partition_point(|place| (place.document as usize) < document);
        let to = places.partition_point(|place| place.document as usize <= document);
        let matches = self.matches(&places[from..to]);
        Hit { document, tier: Tier::Partial, score, matches }
    }

    fn piece_places(&self, piece: &Piece, number: u16) -> Vec<Place> {
        let mut cursor = self.folded().cursor(0);
        let starts = self.folded().row.occurrences(&piece.pattern);
        let place = |start: u32| {
            let (part, at) = cursor.advance(start);
            let end = start + piece.pattern.len() as u32;
            let (document, worth) = (at.document, piece.weight);
            Place { start, end, part, document, term: number, tier: Tier::Partial, worth }
        };
        starts.into_iter().map(place).collect()
    }

    /// What one piece adds to each document that holds it.
    fn piece_scores(&self, places: &[Place]) -> Vec<(usize, f32)> {
        let by_document: Vec<&[Place]> = places.chunk_by(|a, b| a.document == b.document).collect();
        let rarity = self.folded().weights.rarity(by_document.len());
        let score = |own: &&[Place]| {
            let mut counts = [0; Field::COUNT];
            let field = |place: &Place| self.folded().parts[place.part as usize].field.index();
            own.iter().for_each(|place| counts[field(place)] += 1);
            let document = own[0].document as usize;
            (document, self.folded().weights.term(document, &counts, rarity))
        };
        by_document.iter().map(score).collect()
    }

    /// What single characters add to a document.
    fn single_score(&self, document: usize, singles: &[u16]) -> f32 {
        let mut counts = vec![[0u32; Field::COUNT]; singles.len()];
        for (_, part) in self.folded().parts_of(document) {
            for unit in &self.folded().row.units[part.start as usize..part.end as usize] {
                if let Ok(at) = singles.binary_search(unit) {
                    counts[at][part.field.index()] += 1;
                }
            }
        }
        let score = |(unit, counts): (&u16, &[u32; Field::COUNT])| {
            self.folded().weights.term(
                document,
                counts,
                self.folded().weights.rarity(self.likely_holders(*unit)),
            )
        };
        SINGLE * singles.iter().zip(&counts).map(score).sum::<f32>()
    }

    /// How many documents hold a unit, if its places were spread evenly: exact numbers would take a walk
    /// through all places of the commonest characters.
    fn likely_holders(&self, unit: u16) -> usize {
        let documents = self.documents().len() as f32;
        let places = self.folded().row.count_of(unit) as f32;
        (documents * (1.0 - (-places / documents.max(1.0)).exp())) as usize
    }

    /// The pieces of a query, and its single characters in ascending order; none twice.
    fn pieces(&self, plan: &Plan) -> (Vec<Piece>, Vec<u16>) {
        let functions = self.fold().units(FUNCTIONS, Level::Class);
        let weight = |units: &[u16]| match units.iter().any(|unit| functions.contains(unit)) {
            true => FUNCTION,
            false => 1.0,
        };
        let mut rows: Vec<Vec<u16>> = Vec::new();
        let mut singles = Vec::new();
        let mut left = MAX_UNITS;
        for term in &plan.terms {
            let mut units = self.fold().units(&term.text, Level::Class);
            units.truncate(left);
            left -= units.len();
            if let [one] = units.iter().filter(|unit| !is_mark(**unit)).collect::<Vec<_>>()[..] {
                // Set apart from others it is a word.
                add(&mut rows, &[*one]);
                continue;
            }
            for run in units.chunk_by(|a, b| kind(*a) == kind(*b)) {
                match kind(run[0]) {
                    Kind::Word => add(&mut rows, run),
                    Kind::Han => {
                        run.windows(2).for_each(|pair| add(&mut rows, pair));
                        singles.extend(run.iter().filter(|unit| !functions.contains(unit)));
                    }
                    Kind::Mark => {}
                }
            }
        }
        let mut singles = order::by_key(&singles, |unit: &u16| u32::from(*unit));
        singles.dedup();
        let piece = |row: Vec<u16>| {
            let ends =
                |unit: Option<&u16>| unit.is_some_and(|unit| is_numeral(*unit) && *unit < 0x80);
            let closed = (ends(row.first()), ends(row.last()));
            let pattern = Pattern { closed, ..Pattern::literal(&row) };
            Piece { pattern, weight: weight(&row) }
        };
        (rows.into_iter().map(piece).collect(), singles)
    }
}

fn add(rows: &mut Vec<Vec<u16>>, row: &[u16]) {
    if !rows.iter().any(|own| own == row) {
        rows.push(row.to_vec());
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Letters and digits of ASCII.
    Word,
    Han,
    Mark,
}

fn kind(unit: u16) -> Kind {
    match unit {
        unit if is_mark(unit) => Kind::Mark,
        0..0x80 => Kind::Word,
        _ => Kind::Han,
    }
}

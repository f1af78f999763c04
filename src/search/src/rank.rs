//! Which hit is better? BM25F over the fields of a document, and how near several terms stand.
//!
//! BM25F as Robertson and Zaragoza give it (The Probabilistic Relevance Framework, 2009, section 3.6): counts
//! are weighted and normalised field by field, then saturated once.

use crate::document::Field;
use crate::folded::PartAt;

/// Saturation: the score of a term is half its limit at this weighted count.
const K1: f32 = 1.0;
/// How much longer fields count less, from 0 to 1: heads have nearly one length, bodies differ.
const B: [f32; Field::COUNT] = [0.3, 0.3, 0.3, 0.0, 0.3, 0.4, 0.4];
/// What one occurrence is worth, in the order of [`Field`]: a headline says what an article is about, a
/// subhead what a section, a name under it who wrote it.
const WEIGHTS: [f32; Field::COUNT] = [4.0, 8.0, 4.0, 3.0, 2.5, 1.5, 1.0];
/// What terms that stand side by side add, as a share of the score; halved at `NEAR` units of distance.
const ADJACENCY: f32 = 1.0;
const NEAR: f32 = 4.0;

/// For each document and field what one occurrence is worth.
pub(crate) struct Weights {
    documents: Vec<[f32; Field::COUNT]>,
}

impl Weights {
    pub fn of(documents: usize, parts: &[PartAt]) -> Self {
        let mut lengths = vec![[0.0f32; Field::COUNT]; documents];
        for part in parts {
            lengths[part.document as usize][part.field.index()] += (part.end - part.start) as f32;
        }
        let mean = |field: usize| {
            let held = lengths.iter().map(|of| of[field]).filter(|length| *length > 0.0);
            held.clone().sum::<f32>() / held.count().max(1) as f32
        };
        let means: [f32; Field::COUNT] = std::array::from_fn(mean);
        let worth = |length: f32, field: usize| {
            let relative = length / means[field].max(1.0);
            WEIGHTS[field] / (1.0 - B[field] + B[field] * relative)
        };
        let of = |of: &[f32; Field::COUNT]| std::array::from_fn(|field| worth(of[field], field));
        Self { documents: lengths.iter().map(of).collect() }
    }

    /// The share of one term in the score of a document: `counts` by field, `rarity` as [`Weights::rarity`] has it.
    pub fn term(&self, document: usize, counts: &[u32; Field::COUNT], rarity: f32) -> f32 {
        // Most hold it in one field: to add the nothing of the others takes as long as all the rest.
        let held = self.documents[document].iter().zip(counts).filter(|(_, count)| **count > 0);
        let count: f32 = held.map(|(worth, count)| worth * *count as f32).sum();
        rarity * count / (K1 + count)
    }

    /// Of a term that `holders` documents hold.
    pub fn rarity(&self, holders: usize) -> f32 {
        rarity(holders, self.documents.len())
    }
}

/// Inverse document frequency, never negative.
fn rarity(holders: usize, documents: usize) -> f32 {
    let (holders, documents) = (holders as f32, documents as f32);
    (1.0 + (documents - holders + 0.5) / (holders + 0.5)).ln()
}

/// What the score is multiplied by where the nearest two different terms stand `gap` units apart.
pub(crate) fn adjacency(gap: u32) -> f32 {
    1.0 + ADJACENCY * NEAR / (NEAR + gap as f32)
}

//! Which hits say the same? A reprint shares most of its runs of characters with the first.
//!
//! Each document is drawn down to the least hashes of its runs (a bottom-k sketch, Broder 1997); the share of
//! hashes that two sketches have in common is about the share of runs that their documents have in common.

use crate::answer::Hit;
use crate::engine::Engine;
use crate::fold::NONE;
use crate::order;

/// Units in a run: longer than words, shorter than sentences that an editor may cut.
const RUN: usize = 6;
/// Hashes kept of a document.
const KEPT: usize = 48;
/// Share of runs that near-duplicates have in common.
const ALIKE: f32 = 0.6;

impl Engine {
    /// For each of `hits` the index of the first one that it repeats, itself where it is the first. Takes about
    /// a microsecond for every few hundred characters of the hits' documents: give it those that are shown.
    pub fn repeated(&self, hits: &[Hit]) -> Vec<usize> {
        let sketches: Vec<Vec<u64>> = hits.iter().map(|hit| self.sketch(hit.document)).collect();
        let mut firsts: Vec<usize> = Vec::with_capacity(hits.len());
        for (at, own) in sketches.iter().enumerate() {
            let same = |first: &usize| firsts[*first] == *first && alike(&sketches[*first], own);
            let first = (0..at).find(same).unwrap_or(at);
            firsts.push(first);
        }
        firsts
    }

    fn sketch(&self, document: usize) -> Vec<u64> {
        let mut hashes = Vec::new();
        for (_, part) in self.folded().parts_of(document) {
            let units = &self.folded().row.units[part.start as usize..part.end as usize];
            hashes.extend(units.windows(RUN).map(hash));
        }
        order::ascending(&mut hashes);
        hashes.dedup();
        hashes.truncate(KEPT);
        hashes
    }
}

/// Of two sketches in ascending order.
fn alike(a: &[u64], b: &[u64]) -> bool {
    let mut both: Vec<u64> = a.iter().chain(b).copied().collect();
    order::ascending(&mut both);
    // Only the least of both together are a fair sample of the runs of both documents.
    let sample = KEPT.min(a.len().max(b.len()));
    let mut groups = both.chunk_by(|a, b| a == b).take(sample);
    let shared = groups.by_ref().filter(|group| group.len() == 2).count();
    sample > 0 && shared as f32 >= ALIKE * sample as f32
}

/// FNV-1a, stirred once more: neighbouring characters differ in their last bits only.
fn hash(run: &[u16]) -> u64 {
    debug_assert!(!run.contains(&NONE));
    let mut hash = 0xCBF2_9CE4_8422_2325u64;
    for unit in run {
        hash = (hash ^ u64::from(*unit)).wrapping_mul(0x100_0000_01B3);
    }
    (hash ^ hash >> 32).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

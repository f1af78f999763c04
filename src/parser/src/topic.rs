//! Does the text after a line speak of what the line says, or of what the text before it speaks of?

use crate::cursor::is_han;
use crate::features::LONG;
use crate::piece::Piece;
use crate::source::{Ink, Source};
use std::collections::{HashMap, HashSet};

/// Pairs of neighbouring Han characters, piece by piece.
pub struct Topics {
    pairs: Vec<HashSet<u64>>,
    /// In how many long pieces a pair stands.
    spread: HashMap<u64, u32>,
    /// For each piece the long pieces before and after it.
    before: Vec<Vec<usize>>,
    after: Vec<Vec<usize>>,
}

/// Long pieces looked at on each side.
const REACH: usize = 3;

/// Characters of a piece that are looked at: enough to know its topic, few enough for a line of a megabyte.
const MOST: usize = 600;

fn pairs(ink: &[Ink]) -> impl Iterator<Item = u64> + '_ {
    let han = ink.windows(2).take(MOST).filter(|pair| is_han(pair[0].c) && is_han(pair[1].c));
    han.map(|two| pair(two[0].c, two[1].c))
}

fn pair(a: char, b: char) -> u64 {
    u64::from(a as u32) << 32 | u64::from(b as u32)
}

impl Topics {
    pub fn of(source: &Source, pieces: &[Piece]) -> Self {
        let pairs: Vec<HashSet<u64>> =
            pieces.iter().map(|piece| pairs(&source.ink[piece.ink.clone()]).collect()).collect();
        let mut spread = HashMap::new();
        let long: Vec<bool> = pieces.iter().map(|piece| piece.ink.len() >= LONG).collect();
        for (set, _) in pairs.iter().zip(&long).filter(|(_, long)| **long) {
            for pair in set {
                *spread.entry(*pair).or_insert(0) += 1;
            }
        }
        let side = |order: &mut dyn Iterator<Item = usize>| {
            let mut near = vec![Vec::new(); pieces.len()];
            let mut last: Vec<usize> = Vec::new();
            for index in order {
                near[index].clone_from(&last);
                if long[index] {
                    last.insert(0, index);
                    last.truncate(REACH);
                }
            }
            near
        };
        let before = side(&mut (0..pieces.len()));
        let after = side(&mut (0..pieces.len()).rev());
        Self { pairs, spread, before, after }
    }

    /// Whether the two characters at a seam stand side by side elsewhere on the page.
    pub fn is_known(&self, a: &[Ink], b: &[Ink]) -> bool {
        let (Some(last), Some(first)) = (a.last(), b.first()) else { return false };
        is_han(last.c) && is_han(first.c) && self.spread.contains_key(&pair(last.c, first.c))
    }

    /// Share of a line's pairs that the text after it has.
    pub fn echo(&self, index: usize) -> f32 {
        let own = &self.pairs[index];
        if own.is_empty() || self.before.is_empty() {
            return 0.0;
        }
        let heard =
            |pair: &&u64| self.after[index].iter().any(|piece| self.pairs[*piece].contains(*pair));
        own.iter().filter(heard).count() as f32 / own.len() as f32
    }

    /// What the texts on both sides share, rare pairs counting more, against the smaller side.
    pub fn cohesion(&self, index: usize) -> f32 {
        let side = |pieces: &[usize]| -> HashSet<u64> {
            pieces.iter().take(2).flat_map(|piece| self.pairs[*piece].iter().copied()).collect()
        };
        let (before, after) = (side(&self.before[index]), side(&self.after[index]));
        let all = self.pairs.len().max(2) as f32;
        let weight = |pair: &u64| {
            let spread = self.spread.get(pair).copied().unwrap_or(1) as f32;
            (all / spread).ln().max(0.0)
        };
        // Summed in a fixed order, so that the same page gives the same sum to the last bit.
        let sum = |pairs: Vec<u64>| -> f32 {
            let mut pairs = pairs;
            pairs.sort_unstable();
            pairs.iter().map(weight).sum()
        };
        let shared = sum(before.intersection(&after).copied().collect());
        let least = sum(before.iter().copied().collect()).min(sum(after.iter().copied().collect()));
        if least > 0.0 { shared / least } else { 0.0 }
    }
}

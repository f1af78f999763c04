//! How many of the hits have each value of a facet, tier by tier?

use crate::answer::{Hit, Tier};
use crate::engine::Engine;
use crate::filter::Attribute;

/// A value of a facet and its hits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count<K> {
    pub key: K,
    /// Of each tier, in the order of [`Tier`].
    pub tiers: [usize; Tier::COUNT],
}

impl<K> Count<K> {
    pub fn total(&self) -> usize {
        self.tiers.iter().sum()
    }
}

impl Engine {
    /// Counts hits by what their documents have of an attribute, dates by month (`2025年7月`), in order of first
    /// document; values that no hit has are left out. `hits` hold each document once, those of one tier together, as
    /// an answer does.
    pub fn facet(&self, attribute: Attribute, hits: &[Hit]) -> Vec<Count<&str>> {
        let names = &self.attributes.names;
        let mut counts = vec![[0; Tier::COUNT]; names.len()];
        // Put in order by marking them on a row of bits: best first they lead all over the memory.
        let mut bits = vec![0u64; self.documents().len().div_ceil(64)];
        for own in hits.chunk_by(|a, b| a.tier == b.tier) {
            for Hit { document, .. } in own {
                if let Some(bits) = bits.get_mut(document / 64) {
                    *bits |= 1 << (document % 64);
                }
            }
            for (at, bits) in bits.iter_mut().enumerate() {
                let mut left = std::mem::take(bits);
                while left > 0 {
                    let document = at * 64 + left.trailing_zeros() as usize;
                    left &= left - 1;
                    for name in self.attributes.facets(document) {
                        counts[*name as usize][own[0].tier as usize] += 1;
                    }
                }
            }
        }
        let all = names.iter().zip(counts);
        let own = all.filter(|((own, _), tiers)| *own == attribute && *tiers != [0; Tier::COUNT]);
        own.map(|((_, name), tiers)| Count { key: &**name, tiers }).collect()
    }
}

/// Counts hits by the keys that `keys` gives each document, in ascending order of key. A document that gives a
/// key twice counts twice.
pub fn count<K: Ord, I: IntoIterator<Item = K>>(
    hits: &[Hit],
    keys: impl Fn(usize) -> I,
) -> Vec<Count<K>> {
    let mut all: Vec<(K, Tier)> = Vec::with_capacity(hits.len());
    for hit in hits {
        all.extend(keys(hit.document).into_iter().map(|key| (key, hit.tier)));
    }
    all.sort_unstable();
    let mut counts: Vec<Count<K>> = Vec::new();
    for (key, tier) in all {
        match counts.last_mut() {
            Some(last) if last.key == key => last.tiers[tier as usize] += 1,
            _ => {
                let mut tiers = [0; Tier::COUNT];
                tiers[tier as usize] = 1;
                counts.push(Count { key, tiers });
            }
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tier_is_counted_by_itself() {
        let hit = |document, tier| Hit { document, tier, score: 1.0, matches: Vec::new() };
        let hits =
            [hit(0, Tier::Exact), hit(1, Tier::Pinyin), hit(2, Tier::Exact), hit(3, Tier::Exact)];
        let counties = [vec!["绛县", "夏县"], vec!["夏县"], vec![], vec!["夏县"]];
        let counts = count(&hits, |document| counties[document].clone());
        let of = |key, exact, pinyin| Count { key, tiers: [exact, 0, pinyin, 0, 0] };
        assert_eq!(counts, [of("夏县", 2, 1), of("绛县", 1, 0)]);
        assert_eq!(counts[0].total(), 3);
    }
}

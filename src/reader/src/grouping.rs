//! Which results say the same? A reprint stands under the first of its kind instead of beside it.

use crate::listing::Entry;
use search::{Engine, Hit};

/// A result, and those after it that say nearly the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    pub first: Entry,
    pub repeats: Vec<Entry>,
}

/// Clusters in the order of their first entries. Entries without a hit, and those in different tiers, stay apart:
/// a sure find is not hidden under a guess.
pub fn clusters(engine: &Engine, entries: &[Entry], hits: &[Hit]) -> Vec<Cluster> {
    let found: Vec<(Entry, &Hit)> =
        entries.iter().filter_map(|entry| Some((*entry, hits.get(entry.hit?)?))).collect();
    // Only what document it is matters here: the matches need not be copied.
    let bare = |hit: &Hit| Hit { matches: Vec::new(), ..*hit };
    let bare: Vec<Hit> = found.iter().map(|(_, hit)| bare(hit)).collect();
    let firsts = engine.repeated(&bare);
    let mut clusters: Vec<(usize, Cluster)> = Vec::new();
    for (at, ((entry, hit), first)) in found.iter().zip(firsts).enumerate() {
        let own = clusters.iter_mut().find(|(own, _)| *own == first && bare[*own].tier == hit.tier);
        match own {
            Some((_, cluster)) => cluster.repeats.push(*entry),
            None => clusters.push((at, Cluster { first: *entry, repeats: Vec::new() })),
        }
    }
    clusters.into_iter().map(|(_, cluster)| cluster).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use search::{Document, Field, Part, Tables};

    fn engine(texts: &[&str]) -> Engine {
        let part = |text: &&str| Part { field: Field::Body, text: (*text).to_owned().into() };
        let document = |text| Document { parts: vec![part(text)] };
        Engine::new(texts.iter().map(document).collect(), Tables::default())
    }

    #[test]
    fn a_reprint_stands_under_the_first_and_others_by_themselves() {
        let story =
            "仲夏时节，民乐园里数十亩荷花迎来盛花期，不少游人前来游园赏荷，尽享惬意夏日时光。";
        let reprint = format!("{story}（图文）");
        let other = "荷花节开幕，书画展、诗会与夜游活动将持续到八月底，欢迎市民前往。";
        let engine = engine(&[story, other, &reprint]);
        let hits = engine.search("荷花").hits;
        assert_eq!(hits.len(), 3);
        let entry = |(at, hit): (usize, &Hit)| Entry { item: hit.document, hit: Some(at) };
        let entries: Vec<Entry> = hits.iter().enumerate().map(entry).collect();
        let clusters = clusters(&engine, &entries, &hits);
        let shape = |cluster: &Cluster| {
            let mut items = vec![cluster.first.item];
            items.extend(cluster.repeats.iter().map(|entry| entry.item));
            items.sort_unstable();
            items
        };
        let mut shapes: Vec<Vec<usize>> = clusters.iter().map(shape).collect();
        shapes.sort();
        assert_eq!(shapes, [vec![0, 2], vec![1]]);
    }
}

//! How much could any search find? Where one query is written for many runs, no ten documents hold them all.

use crate::recall::{FIRST, Kind, Way, is_han};
use std::collections::HashMap;

/// A run of the texts.
#[derive(Default)]
struct Run {
    /// How often it is drawn.
    weight: f64,
    holders: Vec<u32>,
}

/// For each query that a way of writing gives: the share that the best ten documents for it hold of what is
/// looked for by it, on an average of all runs that it is written for, each as often as it is drawn. No answer
/// that depends on the query alone does better, whatever it knows.
pub fn ceilings(texts: &[String], length: usize, way: Way, is_one: Kind) -> HashMap<String, f64> {
    let mut queries: HashMap<String, Vec<Run>> = HashMap::new();
    for (_, run, query) in written(texts, length, way, is_one) {
        queries.entry(query).or_default().push(run);
    }
    queries.into_iter().map(|(query, runs)| (query, best(&runs))).collect()
}

fn written(
    texts: &[String],
    length: usize,
    way: Way,
    is_one: Kind,
) -> impl Iterator<Item = (String, Run, String)> {
    let mut runs: HashMap<String, Run> = HashMap::new();
    for (document, text) in (0..).zip(texts) {
        let chars: Vec<char> = text.chars().collect();
        for window in chars.windows(length) {
            let run: String = window.iter().collect();
            if !window.iter().all(is_han) || !is_one(&run) {
                continue;
            }
            let own = runs.entry(run).or_default();
            // A text is drawn first, then a place in it.
            own.weight += 1.0 / chars.len() as f64;
            if own.holders.last() != Some(&document) {
                own.holders.push(document);
            }
        }
    }
    runs.into_iter().filter_map(move |(run, own)| way(&run).map(|query| (run, own, query)))
}

/// Of runs that are written alike.
fn best(runs: &[Run]) -> f64 {
    let mut documents: HashMap<u32, f64> = HashMap::new();
    for run in runs {
        let share = run.weight / run.holders.len().min(FIRST) as f64;
        run.holders.iter().for_each(|document| *documents.entry(*document).or_default() += share);
    }
    let mut shares: Vec<f64> = documents.into_values().collect();
    shares.sort_by(|a, b| b.total_cmp(a));
    let all: f64 = runs.iter().map(|run| run.weight).sum();
    shares.iter().take(FIRST).sum::<f64>() / all
}

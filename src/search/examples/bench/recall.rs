//! Does each tier find what it is for? Runs of Han characters of the texts, written in other ways.

use crate::ceiling::ceilings;
use crate::dice::Dice;
use crate::speed::{best_of, percentiles, whole};
use pinyin::ToPinyin;
use search::Engine;
use search::corpus::{Article, Corpus};
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

const VARIANTS: &str = include_str!("../../data/STCharacters.txt");
const GROUPS: &str = include_str!("../../data/same_stroke.txt");
const WORDS: &str = include_str!("../../../parser/data/words.txt");
/// Runs of each length.
const RUNS: usize = 300;

/// A run of the texts and what someone types who means it.
#[derive(Serialize)]
pub struct Written {
    pub query: String,
    pub run: String,
}

/// Runs of one length, written in one way.
#[derive(Serialize)]
pub struct Writing {
    pub name: &'static str,
    /// Any runs, of which most cut through words, or words of the parser's list.
    pub kind: &'static str,
    pub length: usize,
    pub queries: Vec<Written>,
}

/// Hits that recall looks at.
pub const FIRST: usize = 10;

/// How a run is written, if it can be.
pub type Way<'a> = &'a dyn Fn(&str) -> Option<String>;
/// Whether a run is of a kind.
pub type Kind<'a> = &'a dyn Fn(&str) -> bool;

pub fn report(articles: Vec<Article>, seed: u64) {
    let texts: Vec<String> = articles.iter().map(whole).collect();
    let engine = Corpus::new(articles).engine;
    println!(
        "recall@10 beside the documents that hold the run, at most ten of them, and the most that"
    );
    println!("any answer can reach where one query is written for several runs");
    each_way(&mut |way| {
        let queries = drawn(&texts, &way, seed);
        let ceilings = ceilings(&texts, way.length, way.write, way.is_one);
        let mean = |sum: f64| sum / queries.len().max(1) as f64;
        let reachable = mean(queries.iter().map(|own| ceilings[&own.query]).sum());
        let found: Vec<(f64, Duration)> =
            queries.iter().map(|own| found(&engine, &texts, own)).collect();
        let sum = mean(found.iter().map(|(share, _)| share).sum());
        let [p50, p95, most] = percentiles(found.into_iter().map(|(_, time)| time).collect());
        let Asked { name, kind, length, .. } = way;
        let count = queries.len();
        println!(
            "{kind:6} {name:12} {length} characters  {sum:.3} of {reachable:.3}  ({count} queries, p50 {p50:.1?} p95 {p95:.1?} max {most:.1?})"
        );
    });
}

/// What is asked: runs of one kind and length, written in one way.
struct Asked<'a> {
    name: &'static str,
    kind: &'static str,
    length: usize,
    write: Way<'a>,
    is_one: Kind<'a>,
}

/// Runs of two to four characters, written in each way that they can be written in.
pub fn writings(texts: &[String], seed: u64) -> Vec<Writing> {
    let mut writings = Vec::new();
    each_way(&mut |way| {
        let queries = drawn(texts, &way, seed);
        writings.push(Writing { name: way.name, kind: way.kind, length: way.length, queries });
    });
    writings
}

fn drawn(texts: &[String], way: &Asked, seed: u64) -> Vec<Written> {
    let written = |run: String| Some(Written { query: (way.write)(&run)?, run });
    runs(texts, way.length, way.is_one, seed).into_iter().filter_map(written).collect()
}

fn each_way(put: &mut dyn FnMut(Asked)) {
    let traditional: BTreeMap<char, char> = VARIANTS.lines().filter_map(pair).collect();
    let mut alike: BTreeMap<char, char> = BTreeMap::new();
    for group in GROUPS.lines() {
        let members: Vec<char> = group.split('\t').filter_map(|text| text.chars().next()).collect();
        for pair in members.windows(2) {
            alike.entry(pair[0]).or_insert(pair[1]);
        }
    }
    let swap = |run: &str| Some(run.chars().map(|c| *traditional.get(&c).unwrap_or(&c)).collect());
    let full = |run: &str| sounds(run, |syllable| syllable);
    let initials = |run: &str| sounds(run, |syllable| &syllable[..1]);
    let misread = |run: &str| {
        let (at, c) = run.char_indices().find(|(_, c)| alike.contains_key(c))?;
        Some([&run[..at], &alike[&c].to_string(), &run[at + c.len_utf8()..]].concat())
    };
    let ways: [(&'static str, Way); 4] = [
        ("traditional", &swap),
        ("pinyin", &full),
        ("initials", &initials),
        ("lookalike", &misread),
    ];
    let words: HashSet<&str> = WORDS.split([' ', '\t', '\n']).collect();
    let kinds: [(&'static str, Kind); 2] =
        [("runs", &|_| true), ("words", &|run| words.contains(run))];
    for (kind, is_one) in kinds {
        for (name, write) in ways {
            (2..=4).for_each(|length| put(Asked { name, kind, length, write, is_one }));
        }
    }
}

fn pair(line: &str) -> Option<(char, char)> {
    let (from, to) = line.split_once('\t')?;
    Some((from.chars().next()?, to.chars().next()?))
}

fn sounds(run: &str, part: impl Fn(&'static str) -> &'static str) -> Option<String> {
    run.chars().map(|c| c.to_pinyin().map(|reading| part(reading.plain()))).collect()
}

/// The share of what is looked for by a query that its first hits are, and how long they take.
fn found(engine: &Engine, texts: &[String], Written { query, run }: &Written) -> (f64, Duration) {
    let holders: Vec<usize> = (0..texts.len()).filter(|at| texts[*at].contains(run)).collect();
    let (answer, time) = best_of(|| engine.search(query));
    let hits = answer.hits;
    let found = hits.iter().take(FIRST).filter(|hit| holders.contains(&hit.document)).count();
    (found as f64 / holders.len().min(FIRST) as f64, time)
}

pub fn is_han(c: &char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(c)
}

/// Runs of Han characters within a sentence, spread over the texts.
fn runs(texts: &[String], length: usize, is_one: Kind, seed: u64) -> Vec<String> {
    let mut dice = Dice::new(seed);
    let mut runs = Vec::new();
    for _ in 0..RUNS * 200 {
        let text = &texts[dice.throw(texts.len())];
        let chars: Vec<char> = text.chars().collect();
        let at = dice.throw(chars.len().max(1));
        let run: String = chars[at..(at + length).min(chars.len())].iter().collect();
        let is_whole = run.chars().count() == length;
        if is_whole && run.chars().all(|c| is_han(&c)) && is_one(&run) {
            runs.push(run);
        }
        if runs.len() == RUNS {
            break;
        }
    }
    runs
}

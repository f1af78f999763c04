//! Which words stand in a text? It is cut into the likeliest row of words of a list.

use super::build::single;
use crate::words::Words;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

/// Words of Chinese with the binary logarithms of their frequencies, shared with the parser. A line: the
/// logarithm, a kind of word, the words.
const LIST: &str = include_str!("../../../parser/data/words.txt");
/// The logarithm of all frequencies together.
const ALL: f32 = 26.0;
/// Bytes of a Han character of the basic plane, and the least that one has.
const HAN: usize = 3;
const SHORTEST: usize = Words::SHORTEST;
const LONGEST: usize = Words::LONGEST;

/// Two words are joined where they stand together so often, and so many times as often as by chance.
const OFTEN: u32 = 2;
const BEYOND_CHANCE: f32 = 100.0;
/// A name of four single characters is joined in two rounds.
const ROUNDS: usize = 2;

/// Kinds of words that hold sentences together and are part of no name: particles, prepositions, conjunctions,
/// adverbs, pronouns.
const GRAMMAR: [&str; 5] = ["u", "p", "c", "d", "r"];
/// A single character of so great a logarithm is a word by itself, whatever its kind.
const COMMON: f32 = 16.0;

/// Characters that are words by themselves and are not joined to others.
static ALONE: LazyLock<HashSet<char>> = LazyLock::new(|| {
    let alone = |line: &'static str| {
        let mut columns = line.split('\t');
        let power = columns.next()?.parse::<f32>().ok()?;
        let is_grammar = GRAMMAR.contains(&columns.next()?);
        let words = columns.next()?.split(' ').filter(move |_| is_grammar || power >= COMMON);
        Some(words.filter_map(single))
    };
    LIST.lines().filter_map(alone).flatten().collect()
});

static WORDS: LazyLock<Vec<(&'static str, f32)>> = LazyLock::new(|| {
    let line = |line: &'static str| {
        let mut columns = line.split('\t');
        let power = columns.next()?.parse::<u32>().ok()?;
        let words = columns.next_back()?;
        Some(words.split(' ').map(move |word| (word, power as f32)))
    };
    LIST.lines().filter_map(line).flatten().collect()
});

impl Words {
    /// The words of `text`, as the units of the characters that stand for their classes.
    pub(super) fn of(text: &str, stands: &BTreeMap<char, char>) -> Self {
        let basic = |c: char| u16::try_from(c as u32).unwrap_or(0);
        let mut classes: Vec<u16> = (0..=u16::MAX).collect();
        for (from, to) in stands.iter().map(|(from, to)| (basic(*from), basic(*to))) {
            classes[usize::from(from)] = to;
        }
        let unit = |c: char| classes[usize::from(basic(c))];
        let mut is_met = vec![false; 1 << u16::BITS];
        text.chars().for_each(|c| is_met[usize::from(unit(c))] = true);
        let mut list: HashMap<u64, f32> = HashMap::new();
        let mut own: Vec<u16> = Vec::new();
        for (word, power) in &*WORDS {
            own.clear();
            own.extend(word.chars().map(unit).take_while(|unit| is_met[usize::from(*unit)]));
            if own.len() * HAN < word.len() || own.len() > LONGEST {
                continue;
            }
            for end in 1..own.len() {
                // What words begin with: no word, but worth looking further.
                list.entry(key(&own[..end])).or_insert(f32::NEG_INFINITY);
            }
            let known = list.entry(key(&own)).or_insert(f32::NEG_INFINITY);
            *known = known.max(*power);
        }
        let mut runs: Vec<Vec<u64>> = Vec::new();
        let mut run: Vec<u16> = Vec::new();
        for c in text.chars().chain(['\n']) {
            match c {
                '\u{3400}'..='\u{9FFF}' => run.push(unit(c)),
                _ if run.is_empty() => {}
                _ => {
                    let mut words = Vec::new();
                    cut(&run, &list, &mut |word| words.push(key(word)));
                    runs.push(words);
                    run.clear();
                }
            }
        }
        let is_word = |word: &u64| length(*word) >= SHORTEST;
        let mut found: BTreeSet<u64> = runs.iter().flatten().copied().filter(is_word).collect();
        let alone: HashSet<u64> = ALONE.iter().map(|c| u64::from(unit(*c))).collect();
        for _ in 0..ROUNDS {
            join(&mut runs, &mut found, &alone);
        }
        let count = found.len();
        let mut hashes: Vec<u32> =
            found.iter().map(|word| Self::hash(&units(*word), count)).collect();
        hashes.sort_unstable();
        Self { hashes }
    }
}

/// Joins words that stand side by side more often than chance would have it: names and terms that no list has.
/// What stays `alone` stands beside many words often, and makes none of them longer.
fn join(runs: &mut Vec<Vec<u64>>, found: &mut BTreeSet<u64>, alone: &HashSet<u64>) {
    let mut counts: HashMap<u64, u32> = HashMap::new();
    let mut pairs: HashMap<(u64, u64), u32> = HashMap::new();
    for run in &*runs {
        run.iter().for_each(|word| *counts.entry(*word).or_default() += 1);
        let is_one = |pair: &&[u64]| {
            length(pair[0]) + length(pair[1]) <= LONGEST
                && !pair.iter().any(|word| alone.contains(word))
        };
        for pair in run.windows(2).filter(is_one) {
            *pairs.entry((pair[0], pair[1])).or_default() += 1;
        }
    }
    let all = counts.values().sum::<u32>() as f32;
    pairs.retain(|(first, second), count| {
        let by_chance = counts[first] as f32 * counts[second] as f32 / all;
        *count >= OFTEN && *count as f32 >= BEYOND_CHANCE * by_chance
    });
    for run in runs {
        let mut joined: Vec<u64> = Vec::with_capacity(run.len());
        let mut rest = &run[..];
        while let [first, behind @ ..] = rest {
            match behind.split_first() {
                Some((second, behind)) if pairs.contains_key(&(*first, *second)) => {
                    let word = first << (16 * length(*second)) | second;
                    found.insert(word);
                    joined.push(word);
                    rest = behind;
                }
                _ => {
                    joined.push(*first);
                    rest = behind;
                }
            }
        }
        *run = joined;
    }
}

/// Calls `put` with the words of the likeliest way to cut `run`, single characters among them.
fn cut(run: &[u16], list: &HashMap<u64, f32>, put: &mut dyn FnMut(&[u16])) {
    // For each place the likelihood of the best way to the end, and how long its first word is.
    let mut best = vec![(0.0f32, 0usize); run.len() + 1];
    for start in (0..run.len()).rev() {
        best[start] = (best[start + 1].0 - ALL, 1);
        for length in 1..=LONGEST.min(run.len() - start) {
            let Some(power) = list.get(&key(&run[start..start + length])) else { break };
            let likely = best[start + length].0 + power - ALL;
            if likely > best[start].0 {
                best[start] = (likely, length);
            }
        }
    }
    let mut start = 0;
    while start < run.len() {
        let length = best[start].1;
        put(&run[start..start + length]);
        start += length;
    }
}

/// Up to four units in one number; none of them is 0.
fn key(units: &[u16]) -> u64 {
    units.iter().fold(0, |key, unit| key << 16 | u64::from(*unit))
}

fn length(key: u64) -> usize {
    (u64::BITS - key.leading_zeros()).div_ceil(u16::BITS) as usize
}

fn units(key: u64) -> Vec<u16> {
    let all = (0..4).rev().map(|at| (key >> (16 * at)) as u16);
    all.filter(|unit| *unit != 0).collect()
}

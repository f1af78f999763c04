//! Is a word cut here? A word list with frequencies, and the likeliest division of a few characters into words.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Lines of `log2(frequency)<TAB>word word …`: the words of jieba's dictionary up to five characters.
const WORDS: &str = include_str!("../data/words.txt");

/// log2 of the sum of all frequencies.
const ALL: f32 = 26.0;

/// A character that is no word of the list, in the same measure.
const UNKNOWN: f32 = -28.0;

const LONGEST: usize = 5;

static LEXICON: LazyLock<FxHashMap<&'static str, u8>> = LazyLock::new(|| {
    let mut words = FxHashMap::with_capacity_and_hasher(110_000, rustc_hash::FxBuildHasher);
    for (bucket, list) in WORDS.lines().filter_map(|line| line.split_once('\t')) {
        let bucket = bucket.parse().unwrap_or(0);
        words.extend(list.split(' ').map(|word| (word, bucket)));
    }
    words
});

/// Whether the list has the word.
pub fn is_word(word: &[char]) -> bool {
    LEXICON.contains_key(word.iter().collect::<String>().as_str())
}

/// How much likelier (in bits) the two runs are as one text than with a word's end between them; 0 where
/// no word stands across.
pub fn straddle(a: &[char], b: &[char]) -> f32 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let whole = [a, b].concat();
    likelihood(&whole) - likelihood(a) - likelihood(b)
}

/// log2 of the likelihood of the best division into words.
fn likelihood(text: &[char]) -> f32 {
    divide(text).0
}

/// Characters of the first word of the best division.
pub fn first_word(text: &[char]) -> usize {
    let back = divide(text).1;
    let mut at = text.len();
    while at > 0 && back[at] > 0 {
        at = back[at];
    }
    at
}

/// Whether the best division has a word's end before character `at`.
pub fn breaks_at(text: &[char], at: usize) -> bool {
    let back = divide(text).1;
    let mut end = text.len();
    while end > at {
        end = back[end];
    }
    end == at
}

/// The likelihood of the best division, and for each end the start of the word that ends there.
fn divide(text: &[char]) -> (f32, Vec<usize>) {
    let mut best = vec![f32::MIN; text.len() + 1];
    let mut back = vec![0; text.len() + 1];
    best[0] = 0.0;
    let mut word = String::new();
    for start in 0..text.len() {
        word.clear();
        for (end, c) in (start + 1..).zip(&text[start..]).take(LONGEST) {
            word.push(*c);
            let known = LEXICON.get(word.as_str()).map(|bucket| f32::from(*bucket) + 0.5 - ALL);
            let one = if end == start + 1 { Some(UNKNOWN) } else { None };
            if let Some(value) = known.or(one) {
                let sum = best[start] + value;
                if sum > best[end] {
                    best[end] = sum;
                    back[end] = start;
                }
            }
        }
    }
    (best[text.len()], back)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_across_the_cut_is_seen() {
        let across = |a: &str, b: &str| {
            straddle(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>())
        };
        assert!(across("火情初期高", "效扑灭") > 4.0);
        assert!(across("退役军人代", "表队") > 4.0);
        assert!(across("篮球场", "而今") < 1.0);
        assert!(across("乡村振兴", "电商物流园") < 1.0);
    }
}

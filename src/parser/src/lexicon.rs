//! Is a word cut here? A word list with frequencies, and the likeliest division of a few characters into words.

use places::Trie;
use std::sync::LazyLock;

/// Lines of `log2(frequency)<TAB>word word …`: the words of jieba's dictionary up to five characters.
const WORDS: &str = include_str!("../data/words.txt");

/// log2 of the sum of all frequencies.
const ALL: f32 = 26.0;

/// A character that is no word of the list, in the same measure.
const UNKNOWN: f32 = -28.0;

static LEXICON: LazyLock<Trie<u8>> = LazyLock::new(|| {
    let mut words = Trie::new();
    for (bucket, list) in WORDS.lines().filter_map(|line| line.split_once('\t')) {
        let bucket = bucket.parse().unwrap_or(0);
        list.split(' ').for_each(|word| words.insert(word.chars(), bucket));
    }
    words
});

/// Whether the list has the word.
pub fn is_word(word: &[char]) -> bool {
    LEXICON.longest(word.iter().copied()).is_some_and(|(length, _)| length == word.len())
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
    let mut reach = |best: &mut Vec<f32>, start: usize, end: usize, value: f32| {
        let sum = best[start] + value;
        if sum > best[end] {
            best[end] = sum;
            back[end] = start;
        }
    };
    for start in 0..text.len() {
        reach(&mut best, start, start + 1, UNKNOWN);
        for (length, buckets) in LEXICON.prefixes(text[start..].iter().copied()) {
            let bucket = buckets.first().copied().unwrap_or(0);
            reach(&mut best, start, start + length, f32::from(bucket) + 0.5 - ALL);
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

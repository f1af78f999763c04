//! How likely is it that these words follow those? A table of word bigrams.
//!
//! `data/bigrams.bin`: 65,537 offsets of buckets (u32, little endian, in entries), then the entries (u16, little endian,
//! sorted in their bucket): twelve bits of a hash of the two words and four that name a level. A pair that is not in it
//! is taken for one that is there in one of 130 questions. `examples/bigrams.rs` writes it from a language model.

mod key;

use self::key::{BUCKETS, LEVELS, key};
use crate::lexicon;

static TABLE: &[u8] = include_bytes!("../data/bigrams.bin");

/// Characters of the longest word of the list.
const LONGEST: usize = 5;

/// Characters looked at on each side of a seam.
pub const NEAR: usize = 6;

/// Bytes of an offset, and of an entry.
const OFFSET: usize = size_of::<u32>();
const ENTRY: usize = size_of::<u16>();

/// log2 of how many times likelier the second word is behind the first than anywhere.
fn association(first: &[char], second: &[char]) -> f32 {
    look_up(first, second).or_else(|| look_up(first, &[])).unwrap_or(0.0)
}

fn look_up(first: &[char], second: &[char]) -> Option<f32> {
    let (bucket, print) = key(first, second);
    let entries = &TABLE[(BUCKETS + 1) * OFFSET..];
    let own = entries.get(offset(bucket) * ENTRY..offset(bucket + 1) * ENTRY)?;
    let found = own
        .chunks_exact(ENTRY)
        .map(|entry| u16::from_le_bytes([entry[0], entry[1]]))
        .find(|entry| entry & !0xF == print)?;
    Some(LEVELS[usize::from(found & 0xF)])
}

fn offset(bucket: usize) -> usize {
    let at = bucket * OFFSET;
    TABLE
        .get(at..at + OFFSET)
        .map_or(0, |four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]) as usize)
}

/// How much likelier (in bits) two runs of Han characters are as one text than as two that meet by chance: by the words
/// on both sides, and by those that stand across. At most `NEAR` characters of each are looked at.
pub fn cohesion(a: &[char], b: &[char]) -> f32 {
    let a = &a[a.len().saturating_sub(NEAR)..];
    let b = &b[..b.len().min(NEAR)];
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let mut whole = ['\0'; 2 * NEAR];
    whole[..a.len()].copy_from_slice(a);
    whole[a.len()..a.len() + b.len()].copy_from_slice(b);
    let whole = &whole[..a.len() + b.len()];
    let joint = Lattice::of(whole);
    joint.best(whole.len()) - joint.best(a.len()) - Lattice::of(b).best(b.len())
}

/// The likelihoods (log2) of the divisions of a few characters into words.
struct Lattice {
    /// By the end of the last word, and its length.
    ways: [[f32; LONGEST + 1]; 2 * NEAR + 1],
}

impl Lattice {
    fn of(text: &[char]) -> Self {
        let mut lattice = Self { ways: [[f32::MIN; LONGEST + 1]; 2 * NEAR + 1] };
        for start in 0..text.len() {
            lexicon::words_at(&text[start..], |length, bits| {
                if length <= LONGEST {
                    let way = lattice.before(text, start, length) + bits;
                    lattice.ways[start + length][length] = way;
                }
            });
        }
        lattice
    }

    /// The likeliest way to where a word begins, with what the word before it says of it.
    fn before(&self, text: &[char], start: usize, length: usize) -> f32 {
        if start == 0 {
            return 0.0;
        }
        let word = &text[start..start + length];
        (1..=LONGEST.min(start))
            .filter(|last| self.ways[start][*last] > f32::MIN)
            .map(|last| self.ways[start][last] + association(&text[start - last..start], word))
            .fold(f32::MIN, f32::max)
    }

    fn best(&self, end: usize) -> f32 {
        self.ways[end].iter().copied().fold(f32::MIN, f32::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn words_that_follow_each_other_are_known() {
        let pair = |a: &str, b: &str| association(&chars(a), &chars(b));
        assert!(pair("加快", "步伐") > 4.0);
        assert!(pair("进一步", "提高") > 4.0);
        assert!(pair("络绎不绝", "篮球场") < 0.0);
    }

    #[test]
    fn a_seam_inside_a_sentence_holds_better_than_a_gap() {
        let across = |a: &str, b: &str| cohesion(&chars(a), &chars(b));
        assert!(across("进一步加快", "步伐推动") > 4.0);
        assert!(across("企业加快", "发展步伐") > across("企业加快", "篮球场上"));
        assert!(across("火情初期高", "效扑灭") > 4.0);
        assert!(across("游客络绎不绝", "篮球场上") < 0.0);
        assert_eq!(across("", "经济"), 0.0);
    }

    #[test]
    fn the_table_is_whole() {
        assert_eq!(TABLE.len(), (BUCKETS + 1) * OFFSET + offset(BUCKETS) * ENTRY);
        assert!((0..BUCKETS).all(|bucket| offset(bucket) <= offset(bucket + 1)));
    }
}

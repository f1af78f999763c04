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

/// log2 of how many times likelier the second word is behind the first than anywhere; `None` where the table does not
/// say. Without a second word: what the first says against any that is not in the table.
fn look_up(first: &[char], second: &[char]) -> Option<f32> {
    let (bucket, print) = key(first, second);
    let entries = &TABLE[(BUCKETS + 1) * OFFSET..];
    let own = entries.get(offset(bucket) * ENTRY..offset(bucket + 1) * ENTRY)?;
    // The thirty of a bucket are counted without a branch, many at a time.
    let before = own.chunks_exact(ENTRY).filter(|entry| read(entry) < print).count();
    let found = own.chunks_exact(ENTRY).nth(before).map(read)?;
    (found & !0xF == print).then(|| LEVELS[usize::from(found & 0xF)])
}

fn read(entry: &[u8]) -> u16 {
    u16::from_le_bytes([entry[0], entry[1]])
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
    let ways = Lattice::of(whole, a.len());
    ways.joint(whole.len()) - ways.joint(a.len()) - ways.apart(whole.len())
}

/// The likelihoods (log2) of the divisions of a few characters into words.
struct Lattice {
    /// By the end of the last word, and its length.
    ways: [[Way; LONGEST + 1]; 2 * NEAR + 1],
}

#[derive(Clone, Copy)]
struct Way {
    /// From the first character on …
    joint: f32,
    /// … and from the seam on, as if nothing stood before it.
    apart: f32,
    /// What the last word says against any that no table has behind it, once it was asked for.
    any: Option<f32>,
}

impl Way {
    const NONE: Self = Self { joint: f32::MIN, apart: f32::MIN, any: None };
}

impl Lattice {
    fn of(text: &[char], seam: usize) -> Self {
        let mut lattice = Self { ways: [[Way::NONE; LONGEST + 1]; 2 * NEAR + 1] };
        for start in 0..text.len() {
            lexicon::words_at(&text[start..], |length, bits| {
                if length <= LONGEST {
                    let (joint, apart) = lattice.before(text, seam, start, length);
                    let way = &mut lattice.ways[start + length][length];
                    (way.joint, way.apart) = (joint + bits, apart + bits);
                }
            });
        }
        lattice
    }

    /// The likeliest ways to where a word begins, with what the word before it says of it.
    fn before(&mut self, text: &[char], seam: usize, start: usize, length: usize) -> (f32, f32) {
        let (mut joint, mut apart) = (f32::MIN, f32::MIN);
        let word = &text[start..start + length];
        for last in 1..=LONGEST.min(start) {
            let way = &mut self.ways[start][last];
            if way.joint > f32::MIN {
                let first = &text[start - last..start];
                let any = || *way.any.get_or_insert_with(|| look_up(first, &[]).unwrap_or(0.0));
                let bits = look_up(first, word).unwrap_or_else(any);
                joint = joint.max(way.joint + bits);
                apart = apart.max(way.apart + bits);
            }
        }
        (if start == 0 { 0.0 } else { joint }, if start == seam { 0.0 } else { apart })
    }

    fn joint(&self, end: usize) -> f32 {
        self.ways[end].iter().map(|way| way.joint).fold(f32::MIN, f32::max)
    }

    fn apart(&self, end: usize) -> f32 {
        self.ways[end].iter().map(|way| way.apart).fold(f32::MIN, f32::max)
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
        let pair = |a: &str, b: &str| look_up(&chars(a), &chars(b));
        assert!(pair("加快", "步伐") > Some(4.0));
        assert!(pair("进一步", "提高") > Some(4.0));
        assert_eq!(pair("络绎不绝", "篮球场"), None);
        assert!(pair("络绎不绝", "") < Some(0.0));
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

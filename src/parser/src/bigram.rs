//! How likely is it that these words follow those? A table of word bigrams.
//!
//! `data/bigrams.bin`: 65,537 offsets of buckets (u32, little endian, in entries), then the entries (u16, little endian,
//! sorted in their bucket): twelve bits of a hash of the two words and four that name a level. A pair that is not in it
//! is taken for one that is there in one of 130 questions. `examples/bigrams.rs` writes it from a language model.

mod key;

use self::key::{BUCKETS, LEVELS, key};

static TABLE: &[u8] = include_bytes!("../data/bigrams.bin");

/// Bytes of an offset, and of an entry.
const OFFSET: usize = size_of::<u32>();
const ENTRY: usize = size_of::<u16>();

/// log2 of how many times likelier the second word is behind the first than anywhere; `None` where the table does not
/// say. Without a second word: what the first says against any that is not in the table.
pub fn look_up(first: &[char], second: &[char]) -> Option<f32> {
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
    fn the_table_is_whole() {
        assert_eq!(TABLE.len(), (BUCKETS + 1) * OFFSET + offset(BUCKETS) * ENTRY);
        assert!((0..BUCKETS).all(|bucket| offset(bucket) <= offset(bucket + 1)));
    }
}

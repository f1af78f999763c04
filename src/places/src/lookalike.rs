//! Do two characters look alike? By their strokes, as a hurried eye or a scanner takes one for the other.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// `character<TAB>strokes`: h 横, s 竖, p 撇, n 捺 and 点, z 折.
const STROKES: &str = include_str!("../data/strokes.txt");

static TABLE: LazyLock<FxHashMap<char, &'static str>> = LazyLock::new(|| {
    let rows = STROKES.lines().filter_map(|line| line.split_once('\t'));
    rows.filter_map(|(c, strokes)| Some((c.chars().next()?, strokes.trim()))).collect()
});

/// Strokes that may differ, of all: 冻 and 涑 differ in 3 of 10.
const APART: usize = 3;
const OF: usize = 10;

/// Characters of fewer strokes have too many neighbours.
const FEWEST: usize = 6;

/// Whether two different characters look alike.
pub fn look_alike(a: char, b: char) -> bool {
    let (Some(a), Some(b)) = (TABLE.get(&a), TABLE.get(&b)) else { return false };
    let most = a.len().max(b.len());
    if a == b || most < FEWEST || a.len().abs_diff(b.len()) * OF > APART * most {
        return a == b && most >= FEWEST;
    }
    distance(a.as_bytes(), b.as_bytes()) * OF <= APART * most
}

/// Levenshtein's distance.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = i;
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_tell_what_looks_alike() {
        assert!(look_alike('冻', '涑'));
        assert!(look_alike('候', '侯'));
        assert!(!look_alike('水', '河'));
        assert!(!look_alike('东', '西'));
        assert_eq!(distance(b"nhhzspn", b"nnhhszhspn"), 3);
    }
}

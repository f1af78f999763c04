//! How common are two characters side by side? Counted in the words of the list; `build.rs` writes the table.
//!
//! `pairs.bin`: two characters (u16, little endian) and log2 of how often they stand so (u8), in ascending order.

static PAIRS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pairs.bin"));

const ENTRY: usize = 5;

/// log2 of how often the two stand side by side in the words of the list, in the measure of [`super::ALL`]; `None` where
/// they stand so in none.
pub fn pair(first: char, second: char) -> Option<u8> {
    let rows = PAIRS.as_chunks::<ENTRY>().0;
    let asked = (u32::from(first), u32::from(second));
    let half = |low: u8, high: u8| u32::from(u16::from_le_bytes([low, high]));
    let own = |row: &[u8; ENTRY]| (half(row[0], row[1]), half(row[2], row[3]));
    let row = rows.binary_search_by_key(&asked, own).ok()?;
    Some(rows[row][ENTRY - 1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_of_common_words_are_common() {
        assert!(pair('工', '作') > pair('磨', '坊'));
        assert!(pair('磨', '坊').is_some());
        // 河口镇的 holds no word with these two.
        assert_eq!(pair('镇', '的'), None);
    }
}

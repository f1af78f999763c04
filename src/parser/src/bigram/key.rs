//! Where in the table of bigrams does a pair of words stand? Shared by what writes the table and what reads it.

/// Buckets of the table.
pub const BUCKETS: usize = 1 << 16;

/// log2 of how many times likelier a word is behind another than anywhere, by its number in the table. Below 0 stand
/// pairs that avoid each other, and what a word says against any follower that is not in the table.
pub const LEVELS: [f32; 16] =
    [-4.0, -3.0, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 6.5, 8.0, 10.0];

/// The bucket of two words, and what tells them from others in it: twelve bits above the four of the level. Without a
/// second word: of whatever follows the first.
pub fn key(first: &[char], second: &[char]) -> (usize, u16) {
    let hash = first.iter().chain(&['\0']).chain(second).fold(SEED, |hash, c| {
        let hash = (hash ^ u64::from(u32::from(*c))).wrapping_mul(ODD);
        hash ^ (hash >> 29)
    });
    let hash = hash.wrapping_mul(ODD);
    ((hash >> 48) as usize, (hash >> 32) as u16 & !0xF)
}

const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
const ODD: u64 = 0xBF58_476D_1CE4_E5B9;

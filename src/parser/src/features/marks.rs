//! Which marks does a line have, and how many?

use crate::source::Ink;

/// Commas and semicolons, full stops, and ! and ?.
pub fn marks(ink: &[Ink]) -> [usize; 3] {
    let mut counts = [0; 3];
    for ink in ink {
        match ink.c {
            ',' | ';' => counts[0] += 1,
            '。' => counts[1] += 1,
            '!' | '?' => counts[2] += 1,
            _ => {}
        }
    }
    counts
}

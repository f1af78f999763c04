//! Which document and field hold a unit? The texts in stretches, looked up in ascending order.

use crate::document::Field;

/// Parts of one field that follow one another in one document.
#[derive(Clone, Copy)]
pub(crate) struct Stretch {
    /// Index of the [`NONE`] behind the last part.
    pub end: u32,
    pub document: u32,
    pub field: Field,
}

impl Stretch {
    /// The first one from `at` on that holds a unit.
    #[inline]
    pub fn behind(stretches: &[Self], at: usize, unit: u32) -> usize {
        // Mostly the next one or the one behind it; else twice as far at each step, then halves.
        const NEAR: usize = 3;
        let near = &stretches[at..stretches.len().min(at + NEAR)];
        if let Some(step) = near.iter().position(|own| own.end >= unit) {
            return at + step;
        }
        let mut step = NEAR;
        while stretches.get(at + step).is_some_and(|own| own.end < unit) {
            step *= 2;
        }
        let reach = &stretches[at..(at + step + 1).min(stretches.len())];
        at + reach.partition_point(|own| own.end < unit)
    }
}

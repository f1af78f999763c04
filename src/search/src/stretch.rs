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
        // Mostly one of the next; else twice as far at each step, then halves.
        const NEAR: usize = 8;
        let near = &stretches[at..stretches.len().min(at + NEAR)];
        // All are counted: to stop at the first one is a jump that no processor foresees.
        let step = near.iter().filter(|own| own.end < unit).count();
        if step < NEAR {
            return at + step;
        }
        let mut step = NEAR;
        while stretches.get(at + step).is_some_and(|own| own.end < unit) {
            step *= 2;
        }
        let reach = &stretches[at..(at + step + 1).min(stretches.len())];
        at + reach.partition_point(|own| own.end < unit)
    }

    /// How many of these units, in ascending order and none before it, it holds.
    #[inline]
    pub fn count(&self, units: &[u32]) -> usize {
        // A few at once, for the same reason.
        const FEW: usize = 4;
        let mut count = 0;
        for few in units.chunks(FEW) {
            let own = few.iter().filter(|unit| **unit <= self.end).count();
            count += own;
            if own < FEW {
                break;
            }
        }
        count
    }
}

//! Which way did the best walk over the pieces come?

use super::ends::last;
use crate::label::Label;

/// The labels from the last back to the first, in their order, and what speaks for them in all: `best` is the sum at the
/// last piece by label, `back` the label before each by piece and label.
pub fn trace(best: &[f32], back: &[[usize; Label::ALL.len()]]) -> (Vec<Label>, f32) {
    let ends = best.iter().enumerate().map(|(at, sum)| (at, sum + last(Label::ALL[at])));
    let (mut at, worth) = ends.fold((0, f32::MIN), |a, b| if b.1 > a.1 { b } else { a });
    let mut labels = Vec::with_capacity(back.len());
    for from in back.iter().rev() {
        labels.push(Label::ALL[at]);
        at = from[at];
    }
    labels.reverse();
    (labels, worth)
}

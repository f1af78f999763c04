//! Does this piece go on where that one stopped?

use crate::features::Features;
use crate::source::Ink;

/// What speaks for a join before anything is seen: of ten pieces that stop in mid-sentence nine go on.
const PRIOR: f32 = 1.5;

/// Above 0: piece `b` goes on where piece `a` stopped.
pub fn bond(a: &[Ink], b: &[Ink], features: &Features) -> f32 {
    let mut score = PRIOR - features.opening;
    if let (Some(last), Some(first)) = (a.last(), b.first())
        && last.c.is_ascii_digit()
        && first.c.is_ascii_digit()
    {
        score += 3.0;
    }
    score
}

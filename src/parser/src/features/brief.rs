//! How much of a line does the brief below it say again?

use super::LONG;
use crate::opening::{Stop, stop};
use crate::source::Ink;

/// Share of a line's character pairs that a brief of a sentence or two below it has.
pub fn echo(ink: &[Ink], next: &[Ink]) -> f32 {
    const SHORTEST_BRIEF: usize = 24;
    if !(SHORTEST_BRIEF..LONG).contains(&next.len()) || stop(next) != Stop::Full {
        return 0.0;
    }
    let same = |a: &[Ink], b: &[Ink]| a[0].c == b[0].c && a[1].c == b[1].c;
    let heard = ink.windows(2).filter(|pair| next.windows(2).any(|other| same(pair, other)));
    heard.count() as f32 / (ink.len() - 1).max(1) as f32
}

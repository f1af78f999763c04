//! What do pages say that these questions speak for?
//!
//! The rules of [`crate::label`] and [`crate::grammar`] say what is known; what is left over was learned. Many small
//! questions are asked of a piece, and each that is answered by yes adds its weight to each class. The weights are those
//! of an averaged perceptron over whole pages (Collins 2002, with the passive-aggressive step of Crammer et al. 2006):
//! `examples/fit` fits them to pages with truths, on top of the rules, which stay as they are.

pub mod heads;
mod questions;
mod rhythm;
mod table;

pub use self::questions::{ask, names};
use self::table::TABLE;
use crate::features::Features;
use crate::label::Label;

/// What speaks for each class, in the order of [`Label::ALL`].
pub type Scores = [f32; Label::ALL.len()];

/// What was learned, for each piece.
pub fn scores(features: &[Features]) -> Vec<Scores> {
    ask(features).iter().map(|answers| sum(answers, &TABLE)).collect()
}

/// The weights of the questions answered by yes, added up.
pub fn sum(answers: &[usize], weights: &[Scores]) -> Scores {
    let mut sum = Scores::default();
    for answer in answers {
        for (sum, weight) in sum.iter_mut().zip(&weights[*answer]) {
            *sum += weight;
        }
    }
    sum
}

//! Is a credit that names who supplied something a picture's?

use crate::credit::Credit;
use crate::cursor::ends_with;
use crate::opening::{Stop, stop};
use crate::piece::Piece;
use crate::source::Ink;

/// (镇公所提供) behind a sentence or two: the picture that they tell of. Behind a table it says whose figures they are.
pub fn supply(inks: &[&[Ink]], pieces: &[Piece], credits: &mut [Option<Credit>]) {
    for at in 1..inks.len() {
        let tells = stop(inks[at - 1]) == Stop::Full || inks[at - 1].iter().any(|ink| ink.c == ',');
        let supplied = pieces[at].trails && ends_with(inks[at], "提供)");
        if let Some(credit) = credits[at].as_mut().filter(|_| supplied && tells) {
            credit.is_photo = true;
        }
    }
}

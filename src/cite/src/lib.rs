//! How is an article cited? In the forms of GB/T 7714, as a sentence, and as records for reference managers.
//!
//! What is not known is left out. What is only inferred never stands as a fact: it is bracketed, as GB/T 7714 has
//! it for estimates, or told in the record's note.

mod bibtex;
mod csl;
mod gbt;
mod ris;
mod sentence;
mod source;
mod words;

pub use bibtex::{bibtex, escaped as bibtex_text};
pub use csl::{Csl, csl};
pub use gbt::{Standard, gbt};
pub use ris::ris;
pub use sentence::sentence;
pub use source::{Link, Source, Title, continued};
pub use words::{SIMPLIFIED, TRADITIONAL, Words};

#[cfg(test)]
mod example;

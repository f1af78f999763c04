//! Where do these characters stand? Folding, matching, ranking and snippets over documents of fields.
//!
//! Goals: what is visible is found, from one character up, without segmentation; every clever part agrees
//! with a naive twin; a hit is a range of the original text. Not goals: stemming, synonyms, other files.

mod answer;
mod corpus;
mod document;
mod engine;
mod find;
mod fold;
mod query;
mod rank;
mod snippet;
pub mod tables;

pub use answer::{Answer, Hit, Match, Tier};
pub use document::{Document, Field, Part};
pub use engine::Engine;
pub use snippet::{Piece, Snippet};
pub use tables::{Tables, TablesError};

//! Where do these characters stand? Folding, matching, ranking and snippets over documents of fields.
//!
//! Goals: what is visible is found, from one character up, without segmentation; what sounds or looks like it comes
//! below and says so; every clever part agrees with a naive twin; a hit is a range of the original text; answers are
//! the same before, while and after the index is made in idle slices.
//!
//! Not goals: stemming, synonyms, meaning, several edits in one word, an index to download, files and browsers.

mod amount;
mod answer;
#[cfg(feature = "build")]
pub mod corpus;

mod dated;
mod day;
mod document;
mod duplicate;
mod engine;
mod explain;
mod facet;
mod filter;
mod find;
mod fold;
mod folded;
mod index;
mod likely;
mod lookalike;
mod mark;
mod marked;
mod meant;
mod name;
mod numeral;
mod order;
mod partial;
mod pattern;
mod pinyin;
mod query;
mod rank;
mod snippet;
mod sounding;
mod spelled;
mod spot;
mod stretch;
mod suggest;
pub mod tables;
mod tally;
mod term;
mod texts;
mod words;

pub use answer::{Answer, Hit, Match, Tier};
pub use document::{Document, Field, Part};
pub use engine::{Engine, Options};
pub use explain::{Explanation, Share};
pub use facet::{Count, count};
pub use filter::{Attribute, Value};
pub use query::{Filter, Keys, Query, Term, is_key};
pub use snippet::{Piece, Snippet};
pub use suggest::{Completion, Reason, Suggestion};
pub use tables::{Tables, TablesError};

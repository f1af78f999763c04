//! Which characters count as one? What a build knows of the characters of a text, as bytes.
//!
//! The bytes: the magic word, the version, then lists in ascending order of character. *Forms* lead to
//! what a character is but for width, case, punctuation and compatibility; *variants* from there to the one
//! character that stands for its traditional, simplified and regional forms. *Sounds* are the readings of
//! characters, *words* the words of the text, *shapes* the strokes of characters. All hold only what can meet the text they were made for; ASCII letters
//! need no entry.

#[cfg(feature = "build")]
mod build;
#[cfg(feature = "build")]
mod shapes;
#[cfg(feature = "build")]
mod sounds;
mod wire;
#[cfg(feature = "build")]
mod words;

#[cfg(feature = "build")]
pub use build::{for_names, for_text};

use crate::lookalike::Shapes;
use crate::pinyin::Sounds;
use crate::words::Words;
use std::fmt;

/// Raised by every change of what [`Tables::decode`] reads.
pub const FORMAT_VERSION: u16 = 4;

const MAGIC: [u8; 4] = *b"BXST";

/// The decoded tables. `Tables::default()` knows ASCII case and white space only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tables {
    /// In ascending order; to nothing where the character is ignored.
    pub(crate) forms: Vec<(char, Vec<char>)>,
    /// In ascending order.
    pub(crate) variants: Vec<(char, char)>,
    pub(crate) sounds: Sounds,
    pub(crate) words: Words,
    pub(crate) shapes: Shapes,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TablesError {
    /// Does not begin with the magic word.
    NotTables,
    WrongVersion {
        found: u16,
    },
    /// Ends too early, or is not what the version says.
    Damaged,
    /// Bytes after the end.
    Trailing {
        count: usize,
    },
}

impl fmt::Display for TablesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotTables => f.write_str(
                "not search tables: the magic word is missing; make them anew with tables::for_text",
            ),
            Self::WrongVersion { found } => write!(
                f,
                "search tables of format {found}, this program reads format {FORMAT_VERSION}; make them anew with tables::for_text"
            ),
            Self::Damaged => f.write_str(
                "search tables cut short or damaged; make them anew with tables::for_text",
            ),
            Self::Trailing { count } => write!(
                f,
                "{count} bytes after the end of the search tables; make them anew with tables::for_text"
            ),
        }
    }
}

impl std::error::Error for TablesError {}

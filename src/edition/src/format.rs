//! How is a library carried inside the wasm? A magic word, a version, postcard bytes.

use crate::Library;
use std::fmt;

/// Raised by every change of the types that [`encode`] writes.
pub const FORMAT_VERSION: u16 = 7;

const MAGIC: [u8; 4] = *b"BXLB";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// Does not begin with the magic word.
    NotALibrary,
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

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotALibrary => f.write_str(
                "not a Banxin library: the magic word is missing; build it anew from seeds/",
            ),
            Self::WrongVersion { found } => write!(
                f,
                "library of format {found}, this program reads format {FORMAT_VERSION}; build it anew from seeds/"
            ),
            Self::Damaged => f.write_str("library cut short or damaged; build it anew from seeds/"),
            Self::Trailing { count } => {
                write!(f, "{count} bytes after the end of the library; build it anew from seeds/")
            }
        }
    }
}

impl std::error::Error for FormatError {}

/// The same library gives the same bytes.
pub fn encode(library: &Library) -> Vec<u8> {
    let mut bytes = Vec::from(MAGIC);
    bytes.extend(FORMAT_VERSION.to_le_bytes());
    postcard::to_extend(library, bytes).expect("memory is the only thing that can run out")
}

pub fn decode(bytes: &[u8]) -> Result<Library, FormatError> {
    let body = bytes.strip_prefix(&MAGIC).ok_or(FormatError::NotALibrary)?;
    let (version, body) = body.split_first_chunk().ok_or(FormatError::Damaged)?;
    let found = u16::from_le_bytes(*version);
    if found != FORMAT_VERSION {
        return Err(FormatError::WrongVersion { found });
    }
    let (library, rest) = postcard::take_from_bytes(body).map_err(|_| FormatError::Damaged)?;
    match rest.len() {
        0 => Ok(library),
        count => Err(FormatError::Trailing { count }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Edition, Page};

    fn sample() -> Library {
        let page = Page { source: "甲.txt".into(), text: "正文".into(), ..Page::default() };
        let editions = vec![Edition { pages: vec![page], ..Edition::default() }];
        Library { editions, ..Library::default() }
    }

    #[test]
    fn what_is_written_is_read() {
        assert_eq!(decode(&encode(&sample())), Ok(sample()));
    }

    #[test]
    fn every_cut_is_an_error() {
        let bytes = encode(&sample());
        for end in 0..bytes.len() {
            assert!(decode(&bytes[..end]).is_err(), "cut at {end}");
        }
    }

    #[test]
    fn each_way_to_fail_has_its_sentence() {
        let mut other = encode(&sample());
        other[MAGIC.len()] = 99;
        assert_eq!(
            decode(&other).unwrap_err().to_string(),
            format!(
                "library of format 99, this program reads format {FORMAT_VERSION}; build it anew from seeds/"
            )
        );
        let mut long = encode(&sample());
        long.push(0);
        assert_eq!(decode(&long), Err(FormatError::Trailing { count: 1 }));
        assert_eq!(decode(b"%PDF-1.7"), Err(FormatError::NotALibrary));
        assert_eq!(decode(&encode(&sample())[..MAGIC.len() + 2]), Err(FormatError::Damaged));
    }
}

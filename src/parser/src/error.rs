//! What can go wrong before there is a text to parse? The file, the place, what was found, what to do.

use std::fmt;
use std::path::PathBuf;

/// A dump or its sidecar that cannot be read. Parsing itself never fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The file or folder could not be opened.
    Unreadable { file: PathBuf, reason: String },
    /// No character but white space.
    Empty { file: PathBuf },
    /// The bytes are in no encoding of Chinese text.
    NotText { file: PathBuf, error: crate::DecodeError },
    /// `<name>.toml`, or the table of redirects, says something that it cannot say.
    Sidecar { file: PathBuf, line: usize, found: String },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { file, reason } => {
                write!(
                    f,
                    "{}: cannot be read ({reason}); check its name and permissions",
                    file.display()
                )
            }
            Self::Empty { file } => write!(
                f,
                "{}: byte 0: the file holds no text; put the page's text into it or remove it",
                file.display()
            ),
            Self::NotText { file, error } => write!(f, "{}: {error}", file.display()),
            Self::Sidecar { file, line, found } => {
                write!(f, "{}:{line}: {found}", file.display())
            }
        }
    }
}

impl std::error::Error for ReadError {}

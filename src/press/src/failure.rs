//! Why could a command not be carried out? One sentence, with the file and what to do.

use parser::ReadError;
use std::fmt;
use std::path::Path;

#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }

    /// For `map_err` on whatever the system refuses about a file or folder.
    pub fn at(path: &Path) -> impl Fn(std::io::Error) -> Self {
        let name = path.display().to_string();
        move |error| Self(format!("{name}: {error}; check the name, the permissions and the disk"))
    }
}

impl From<ReadError> for Failure {
    fn from(error: ReadError) -> Self {
        Self(error.to_string())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

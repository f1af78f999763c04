//! How is a file written so that nobody ever reads half of it? Beside it, then renamed.

use crate::failure::Failure;
use std::fs;
use std::path::{Path, PathBuf};

/// # Errors
/// A folder that is not there, or may not be written to.
pub fn beside(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let part = part(file);
    fs::write(&part, bytes).map_err(Failure::at(&part))?;
    fs::rename(&part, file).map_err(Failure::at(file))
}

/// What is being written in place of a file or folder, until it is whole.
pub fn part(path: &Path) -> PathBuf {
    let mut part = path.to_owned().into_os_string();
    part.push(".part");
    PathBuf::from(part)
}

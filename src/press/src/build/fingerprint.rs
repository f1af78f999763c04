//! Has anything changed since the last build? The project's own files by their bytes, and what was made of them.

use crate::build::place;
use crate::failure::Failure;
use crate::hash::digits;
use crate::write;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// A SHA-256 in hexadecimal digits.
#[derive(Clone, PartialEq, Eq)]
pub struct Fingerprint(String);

/// What the reader is made of beside the dumps, from the root of the project.
pub const SOURCES: [&str; 6] =
    ["Cargo.lock", "Cargo.toml", "Trunk.toml", "index.html", "src", "style"];

/// Of everything that the built site is made of.
///
/// # Errors
/// A file that cannot be read.
pub fn of_project(root: &Path, seeds: &Path) -> Result<Fingerprint, Failure> {
    let mut sources = SOURCES.map(|source| root.join(source)).to_vec();
    sources.push(seeds.to_owned());
    of(&sources)
}

/// Of files and folders.
///
/// # Errors
/// A file that cannot be read.
pub fn of(paths: &[PathBuf]) -> Result<Fingerprint, Failure> {
    let mut hash = Sha256::new();
    paths.iter().try_for_each(|path| digest(&mut hash, path))?;
    Ok(Fingerprint(digits(&hash.finalize())))
}

/// Names and bytes of a file, or of all files of a folder in the order of their names.
fn digest(hash: &mut Sha256, path: &Path) -> Result<(), Failure> {
    if !path.exists() {
        return Ok(());
    }
    for file in place::files(path)? {
        let bytes = fs::read(&file).map_err(Failure::at(&file))?;
        let name = file.strip_prefix(path).unwrap_or(&file);
        hash.update(name.as_os_str().as_encoded_bytes());
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    }
    Ok(())
}

impl Fingerprint {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same, of these words as well.
    pub fn with(&self, words: &[&str]) -> Self {
        let mut hash = Sha256::new();
        for word in [self.0.as_str()].iter().chain(words) {
            hash.update((word.len() as u64).to_le_bytes());
            hash.update(word);
        }
        Self(digits(&hash.finalize()))
    }

    /// Whether `out` was made of this and nobody has touched it since.
    pub fn is_that_of(&self, mark: &Path, out: &Path) -> bool {
        let known = fs::read_to_string(mark).unwrap_or_default();
        out.is_dir() && self.and(out).is_ok_and(|own| own == known)
    }

    /// # Errors
    /// The mark cannot be written.
    pub fn remember(&self, mark: &Path, out: &Path) -> Result<(), Failure> {
        write::beside(mark, self.and(out)?.as_bytes())
    }

    fn and(&self, out: &Path) -> Result<String, Failure> {
        let mut hash = Sha256::new();
        digest(&mut hash, out)?;
        Ok(format!("{} {}\n", self.0, digits(&hash.finalize())))
    }
}

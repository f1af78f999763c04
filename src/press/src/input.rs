//! Which pages were named? All of them are read before anything is written.

use crate::failure::Failure;
use edition::Page;
use std::path::{Path, PathBuf};

/// A parsed dump and the name it was called by.
pub struct Input {
    pub path: PathBuf,
    pub page: Page,
}

/// # Errors
/// The first dump that cannot be read.
pub fn read(paths: &[PathBuf]) -> Result<Vec<Input>, Failure> {
    let read_one = |path: &PathBuf| {
        let edition = parser::read_page(path)?;
        let page = edition.pages.into_iter().next().ok_or_else(|| no_page(path))?;
        Ok(Input { path: path.clone(), page })
    };
    paths.iter().map(read_one).collect()
}

fn no_page(path: &Path) -> Failure {
    Failure::new(format!("{}: no page was made of it; report this with the file", path.display()))
}

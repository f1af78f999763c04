//! Which pages were named? All of them are read before anything is written.

use crate::failure::Failure;
use edition::{Edition, Page};
use std::fs;
use std::path::{Path, PathBuf};

/// A parsed dump and the name it was called by.
pub struct Input {
    pub path: PathBuf,
    pub page: Page,
    /// The text of `<name>.toml`; empty where there is none.
    pub sidecar: String,
}

/// The pages of files and folders. In a folder the pages of one day know each other.
///
/// # Errors
/// The first dump that cannot be read.
pub fn read(paths: &[PathBuf]) -> Result<Vec<Input>, Failure> {
    let mut pages = Vec::new();
    for path in paths {
        if path.is_dir() {
            let library = parser::read_seeds(path)?;
            if library.editions.is_empty() {
                return Err(Failure::new(format!(
                    "{}: holds no dump; put the text of a page into it as NAME.txt",
                    path.display()
                )));
            }
            pages.extend(library.editions.into_iter().flat_map(|edition| of_folder(path, edition)));
        } else {
            let edition = parser::read_page(path)?;
            let page = edition.pages.into_iter().next().ok_or_else(|| no_page(path))?;
            pages.push(input(path.clone(), page));
        }
    }
    Ok(pages)
}

/// An edition's pages lie in the folder that it is named after, or side by side in the one above.
fn of_folder(folder: &Path, edition: Edition) -> Vec<Input> {
    let own = folder.join(&edition.key);
    let path = |page: &Page| {
        let inside = own.join(&page.source);
        if inside.is_file() { inside } else { folder.join(&page.source) }
    };
    edition.pages.into_iter().map(|page| input(path(&page), page)).collect()
}

fn input(path: PathBuf, page: Page) -> Input {
    let sidecar = fs::read_to_string(path.with_extension("toml")).unwrap_or_default();
    Input { path, page, sidecar }
}

fn no_page(path: &Path) -> Failure {
    Failure::new(format!("{}: no page was made of it; report this with the file", path.display()))
}

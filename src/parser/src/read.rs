//! Which files make which editions? A folder of `seeds/` is one edition, a file by itself another.

use crate::{Context, Dump, ReadError, decode, edition_of, sidecar};
use ::edition::{Edition, Library};
use std::fs;
use std::path::{Path, PathBuf};

/// Reads and parses every `*.txt` below `seeds`: oldest edition first, without a date last.
///
/// # Errors
/// The first file that cannot be read, in the order of names.
pub fn read_seeds(seeds: &Path) -> Result<Library, ReadError> {
    let mut editions = Vec::new();
    for path in entries(seeds)? {
        if path.is_dir() {
            let pages: Vec<PathBuf> =
                entries(&path)?.into_iter().filter(|path| is_dump(path)).collect();
            if !pages.is_empty() {
                editions.push(read_pages(&name_of(&path), &pages)?);
            }
        } else if is_dump(&path) {
            editions.push(read_page(&path)?);
        }
    }
    editions.sort_by_key(|edition: &Edition| {
        let date = edition.date.as_ref().map(|date| (date.value.year, date.value.day));
        (date.is_none(), date, edition.key.clone())
    });
    Ok(Library { editions })
}

/// One dump as an edition of one page, with what `<stem>.toml` beside it says.
///
/// # Errors
/// The file or its sidecar cannot be read.
pub fn read_page(path: &Path) -> Result<Edition, ReadError> {
    let key = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    read_pages(&key, &[path.to_owned()])
}

fn read_pages(key: &str, paths: &[PathBuf]) -> Result<Edition, ReadError> {
    let dumps: Vec<Dump> = paths.iter().map(|path| read_dump(path)).collect::<Result<_, _>>()?;
    Ok(edition_of(key, dumps))
}

fn read_dump(path: &Path) -> Result<Dump, ReadError> {
    let file = || path.to_owned();
    let unreadable =
        |error: std::io::Error| ReadError::Unreadable { file: file(), reason: error.to_string() };
    let bytes = fs::read(path).map_err(unreadable)?;
    let (text, note) =
        decode(&bytes).map_err(|error| ReadError::NotText { file: file(), error })?;
    if text.trim().is_empty() {
        return Err(ReadError::Empty { file: file() });
    }
    let context: Context = sidecar::of_dump(path)?;
    Ok(Dump { source: name_of(path), text, encoding: note, context })
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
    let unreadable = |error: std::io::Error| ReadError::Unreadable {
        file: folder.to_owned(),
        reason: error.to_string(),
    };
    let listed = fs::read_dir(folder).map_err(unreadable)?;
    let mut paths: Vec<PathBuf> = listed
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()
        .map_err(unreadable)?;
    paths.sort();
    Ok(paths)
}

fn is_dump(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "txt")
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

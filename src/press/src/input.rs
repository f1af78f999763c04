//! Which pages were named? All of them are read before anything is written.

use crate::failure::Failure;
use edition::{Edition, InSidecar, LineNo, Note, NoteKind, Page, Span};
use std::collections::{BTreeSet, HashSet};
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
    let (pages, failures) = read_readable(paths);
    failures.into_iter().next().map_or(Ok(pages), Err)
}

/// What can be read of files and folders, and why the rest cannot.
pub fn read_readable(paths: &[PathBuf]) -> (Vec<Input>, Vec<Failure>) {
    let (mut pages, mut failures) = (Vec::new(), Vec::new());
    for path in &once(paths) {
        if path.is_dir() {
            let (library, errors) = parser::read_readable(path);
            if library.editions.is_empty() && errors.is_empty() {
                failures.push(no_dump(path));
            }
            pages.extend(library.editions.into_iter().flat_map(|edition| of_folder(path, edition)));
            failures.extend(errors.into_iter().map(Failure::from));
        } else {
            let edition = parser::read_page(path).map_err(Failure::from);
            let page =
                edition.and_then(|own| own.pages.into_iter().next().ok_or_else(|| no_page(path)));
            match page {
                Ok(page) => pages.push(input(path.clone(), page)),
                Err(failure) => failures.push(failure),
            }
        }
    }
    (pages, failures)
}

/// For each sidecar of a folder beside which no dump stands: no page, and a note that says so.
pub fn lone_sidecars(paths: &[PathBuf]) -> Vec<Input> {
    let folders = paths.iter().filter(|path| path.is_dir());
    let lone = folders.flat_map(|folder| parser::lone_sidecars(folder).unwrap_or_default());
    let one = |path: PathBuf| {
        let dump = path.with_extension("txt");
        let name = dump.file_name().unwrap_or_default().to_string_lossy();
        let sentence =
            format!("旁边没有{name},这里写的都没有用上。请改成所说版面的文件名,或删去。");
        let place = InSidecar { line: LineNo(1), span: Span::new(0, 0) };
        let note = Note::new(NoteKind::Page, Span::new(0, 0), sentence);
        let notes = vec![Note { sidecar: Some(place), ..note }];
        input(path, Page { source: name.into_owned(), notes, ..Page::default() })
    };
    lone.map(one).collect()
}

/// Fails for the first override that does not apply: nothing is published that the newsroom holds for put right.
/// `folder` is where the pages' sources lie.
///
/// # Errors
/// Its file and line, and why.
pub fn refuse_stale(editions: &[Edition], folder: &Path) -> Result<(), Failure> {
    for page in editions.iter().flat_map(|edition| &edition.pages) {
        if let Some(note) = page.notes.iter().find(|note| note.kind == NoteKind::Correction) {
            let line = note.sidecar.map_or(1, |place| place.line.0);
            let sidecar = folder.join(&page.source).with_extension("toml");
            return Err(Failure::new(format!("{}:{line}: {}", sidecar.display(), note.sentence)));
        }
    }
    Ok(())
}

pub fn no_dump(folder: &Path) -> Failure {
    let seen = match others(folder).as_slice() {
        [] => String::new(),
        kinds => format!(" but {}, which press does not read", kinds.join(", ")),
    };
    Failure::new(format!(
        "{}: holds no dump{seen}; put the text of a page into it as NAME.txt",
        folder.display()
    ))
}

/// The endings of the documents and archives in it that someone may have taken for dumps.
fn others(folder: &Path) -> Vec<String> {
    const DOCUMENTS: [&str; 8] = ["doc", "docx", "wps", "pdf", "rtf", "zip", "rar", "7z"];
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let endings = entries.filter_map(|entry| {
        let ending = entry.path().extension()?.to_str()?.to_ascii_lowercase();
        DOCUMENTS.contains(&ending.as_str()).then(|| format!(".{ending}"))
    });
    endings.collect::<BTreeSet<String>>().into_iter().collect()
}

fn of_folder(folder: &Path, edition: Edition) -> Vec<Input> {
    edition.pages.into_iter().map(|page| input(folder.join(&page.source), page)).collect()
}

/// The files and folders without those whose dumps the others hold: named twice, or within a folder that is named, too.
pub fn once(paths: &[PathBuf]) -> Vec<PathBuf> {
    let real = |path: &PathBuf| fs::canonicalize(path).unwrap_or_else(|_| path.clone());
    let held = |path: &PathBuf| -> Vec<PathBuf> {
        let dumps = path.is_dir().then(|| parser::dumps(path).unwrap_or_default());
        dumps.unwrap_or_else(|| vec![path.clone()]).iter().map(real).collect()
    };
    let held: Vec<Vec<PathBuf>> = paths.iter().map(held).collect();
    let mut by_size: Vec<usize> = (0..paths.len()).collect();
    by_size.sort_by_key(|at| std::cmp::Reverse(held[*at].len()));
    let (mut seen, mut kept) = (HashSet::new(), vec![false; paths.len()]);
    for at in by_size {
        // A folder without a dump is told of by whoever reads it.
        kept[at] = held[at].is_empty();
        for dump in &held[at] {
            kept[at] |= seen.insert(dump);
        }
    }
    paths.iter().zip(kept).filter(|(_, kept)| *kept).map(|(path, _)| path.clone()).collect()
}

fn input(path: PathBuf, page: Page) -> Input {
    let sidecar = fs::read(path.with_extension("toml")).unwrap_or_default();
    let sidecar = parser::decode(&sidecar).map(|(text, _)| text).unwrap_or_default();
    Input { path, page, sidecar }
}

fn no_page(path: &Path) -> Failure {
    Failure::new(format!("{}: no page was made of it; report this with the file", path.display()))
}

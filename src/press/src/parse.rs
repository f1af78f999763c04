//! What stands on a page? For programs as JSON, for people as an outline.

use crate::failure::Failure;
use crate::input::Input;
use crate::keep;
use crate::write;
use edition::schema::PageDoc;
use edition::{Article, Page};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// One document for one dump, an array for several.
pub fn json(inputs: &[Input]) -> String {
    let documents: Vec<PageDoc> = inputs.iter().map(|input| PageDoc::of(&input.page)).collect();
    let json = match documents.as_slice() {
        [one] => serde_json::to_string(one),
        several => serde_json::to_string(several),
    };
    json.expect("a page is strings and numbers") + "\n"
}

/// Writes `<folder>/NAME.json` for each dump `NAME.txt`, where that lies in a folder of a folder named:
/// `<folder>/DAY/NAME.json`.
///
/// # Errors
/// Two dumps of one name; a document that stands beside its dump already; a folder or file that cannot be written: then
/// none is.
pub fn write(inputs: &[Input], folder: &Path) -> Result<(), Failure> {
    let mut documents = BTreeMap::new();
    for input in inputs {
        let file = folder.join(&input.page.source).with_extension("json");
        if documents.insert(file.clone(), input).is_some() {
            return Err(Failure::new(format!(
                "{}: two dumps would be written to {}; rename one",
                input.path.display(),
                file.display()
            )));
        }
    }
    documents.keys().try_for_each(|file| keep::from_document(file))?;
    write::all(&documents, |input| json(std::slice::from_ref(*input)))
}

/// For each dump its name, then each piece with the classes considered.
///
/// # Errors
/// The first dump that cannot be read.
pub fn explained(paths: &[PathBuf]) -> Result<String, Failure> {
    let mut out = String::new();
    for path in &crate::input::once(paths) {
        let dumps = if path.is_dir() { parser::dumps(path)? } else { vec![path.clone()] };
        if dumps.is_empty() {
            return Err(crate::input::no_dump(path));
        }
        for dump in dumps {
            let _ = writeln!(out, "{}", dump.display());
            out += &parser::explain_page(&dump)?;
        }
    }
    Ok(out)
}

/// A line for the page, then one for each article.
pub fn outline(inputs: &[Input]) -> String {
    let mut out = String::new();
    for Input { path, page, .. } in inputs {
        let (count, ink) = (page.articles.len(), page.ink());
        let _ = writeln!(out, "{}: {count} 篇, {ink} 字", path.display());
        for (at, article) in page.articles.iter().enumerate() {
            let (kind, place) = (article.kind.name(), place(article));
            let gap = if article.has_gap() { " [缺文]" } else { "" };
            let _ = writeln!(out, "{:>4} {kind} {place} {}{gap}", at + 1, title(article, page));
        }
    }
    out
}

fn place(article: &Article) -> String {
    let names: Vec<&str> = article.counties.iter().map(|county| county.name.as_str()).collect();
    match &article.whole_region {
        _ if !names.is_empty() => names.join("、"),
        Some(region) => region.name.clone(),
        None => "无".to_owned(),
    }
}

/// The headline; the opening of the text where there is none.
fn title(article: &Article, page: &Page) -> String {
    /// Characters: as many as fit beside kind and county on a line of a terminal.
    const OPENING: usize = 20;
    let headline: Vec<&str> = article.headline.iter().map(|span| span.of(&page.text)).collect();
    if !headline.is_empty() {
        return headline.join(" ");
    }
    let opening = article.blocks.first().map(|block| block.text(&page.text)).unwrap_or_default();
    opening.chars().take(OPENING).collect()
}

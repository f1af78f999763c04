//! How do editions leave the house? As data, as text to read, as references to cite, as a book.

mod data;
mod nitf;
mod reference;
mod text;

pub use text::stands_at;

use crate::args::{Export, Format};
use crate::build::place::apart_from;
use crate::epub;
use crate::failure::Failure;
use crate::item::{Item, editions, items};
use crate::printable::visible;
use crate::site::Address;
use crate::write::beside;
use edition::Edition;
use std::path::{Path, PathBuf};

/// What is printed; nothing where it is written to a file.
///
/// # Errors
/// A dump that cannot be read, a file that cannot be written.
pub fn run(asked: &Export) -> Result<Vec<u8>, Failure> {
    if let Some(file) = &asked.out {
        keep_dumps(file, &asked.files)?;
    }
    let bytes = bytes(&editions(&asked.files)?, asked.format, &Address::default())?;
    let Some(file) = &asked.out else { return Ok(bytes) };
    beside(file, &bytes)?;
    Ok(Vec::new())
}

/// A dump, or what stands in its sidecar, is never written over, and nothing becomes a dump of a named folder by being
/// written.
fn keep_dumps(file: &Path, named: &[PathBuf]) -> Result<(), Failure> {
    let Ok(real) = file.canonicalize() else { return keep_folders(file, named) };
    let held = |path: &PathBuf| match path.is_dir() {
        true => parser::dumps(path).unwrap_or_default(),
        false => vec![path.clone()],
    };
    let is_it = |own: PathBuf| own.canonicalize().is_ok_and(|own| own == real);
    match named.iter().flat_map(held).any(|dump| is_it(dump.with_extension("toml")) || is_it(dump))
    {
        true => Err(Failure::new(format!(
            "{}: is read for this export and would be lost; name another file with --out",
            file.display()
        ))),
        false => Ok(()),
    }
}

fn keep_folders(file: &Path, named: &[PathBuf]) -> Result<(), Failure> {
    let mut folders = named.iter().filter(|path| parser::is_dump(file) && path.is_dir());
    folders.try_for_each(|folder| apart_from(file, folder))
}

/// The editions in one format; references name the articles' pages where the site's address is known.
///
/// # Errors
/// An archive that grows beyond what its format can hold.
pub fn bytes(editions: &[Edition], format: Format, address: &Address) -> Result<Vec<u8>, Failure> {
    let mut items = items(editions);
    for item in &mut items {
        item.url = address.url(&Address::of_item(item));
    }
    let text = match format {
        Format::Json => data::document(editions),
        Format::Jsonl => data::lines(&items),
        Format::Txt => printed(&items, text::plain),
        Format::Md => printed(&items, text::markdown),
        Format::Ris => printed(&items, reference::ris),
        Format::CslJson => reference::csl(&items),
        Format::Bibtex => printed(&items, reference::bibtex),
        Format::Nitf => return nitf::archive(&items),
        Format::Epub => return epub::book(editions, &items),
    };
    Ok(text.into_bytes())
}

/// What people and their programs read as text: a control character would act there.
fn printed(items: &[Item], draw: fn(&Item) -> String) -> String {
    items.iter().map(|item| visible(&draw(item)).into_owned()).collect()
}

//! How do editions leave the house? As data, as text to read, as references to cite, as a book.

mod data;
mod nitf;
mod reference;
mod text;

use crate::args::{Export, Format};
use crate::epub;
use crate::failure::Failure;
use crate::item::{Item, editions, items};
use crate::keep;
use crate::printable::visible;
use crate::site::Address;
use crate::write::beside;
use edition::Edition;

/// What is printed; nothing where it is written to a file.
///
/// # Errors
/// A dump that cannot be read, a file that cannot be written.
pub fn run(asked: &Export) -> Result<Vec<u8>, Failure> {
    if let Some(file) = &asked.out {
        keep::from_export(file, &asked.files)?;
    }
    let bytes = bytes(&editions(&asked.files)?, asked.format, &Address::default())?;
    let Some(file) = &asked.out else { return Ok(bytes) };
    beside(file, &bytes)?;
    Ok(Vec::new())
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

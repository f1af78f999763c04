//! A dump in, a page out; it never fails.

use edition::{Library, Page};
use std::path::Path;

/// What the newsroom knows of a page that the dump does not say.
#[derive(Default)]
pub struct Context {}

/// Parses one dump. `text` is the decoded file without its byte order mark.
pub fn parse_page(source: &str, text: &str, _context: &Context) -> Page {
    Page { source: source.into(), text: text.into(), ..Page::default() }
}

/// Reads and parses all pages below `seeds`.
pub fn read_seeds(_seeds: &Path) -> Result<Library, String> {
    Ok(Library::default())
}

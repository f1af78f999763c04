//! How are articles cited? As records for reference managers, one file for all of them.

use super::Item;
use cite::{Csl, Source};

pub fn ris(item: &Item) -> String {
    cite::ris(&source(item))
}

pub fn bibtex(item: &Item) -> String {
    cite::bibtex(&source(item)) + "\n"
}

/// An array of items.
pub fn csl(items: &[Item]) -> String {
    let items: Vec<Csl> = items.iter().map(|item| cite::csl(&source(item))).collect();
    serde_json::to_string(&items).expect("plain data is JSON") + "\n"
}

fn source<'e>(item: &Item<'e>) -> Source<'e> {
    Source { edition: item.edition, page: item.page, article: item.article, link: None }
}

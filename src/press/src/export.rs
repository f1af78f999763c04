//! How do editions leave the house? As data, as text to read, as references to cite.

mod data;
mod reference;
mod text;

use crate::args::{Export, Format};
use crate::failure::Failure;
use edition::{Article, Correction, Date, Edition, Page, Span};
use std::fs;
use std::path::PathBuf;

/// An article with the page and the edition that it stands in.
pub struct Item<'e> {
    pub edition: &'e Edition,
    pub page: &'e Page,
    pub article: &'e Article,
}

impl Item<'_> {
    /// As it should read: corrected, the pieces of a cut paragraph joined.
    pub fn shown(&self, spans: &[Span], between: &str) -> String {
        let page = self.page;
        let shown = |span: &Span| Correction::applied(&page.corrections, *span, &page.text);
        spans.iter().map(shown).collect::<Vec<_>>().join(between)
    }

    /// The headline; the opening of the text where there is none.
    pub fn title(&self) -> String {
        /// Characters, as a list of references can hold.
        const OPENING: usize = 40;
        if !self.article.headline.is_empty() {
            return self.shown(&self.article.headline, " ");
        }
        let first = self.article.blocks.first();
        first
            .map_or(String::new(), |block| self.shown(&block.spans, ""))
            .chars()
            .take(OPENING)
            .collect()
    }

    pub fn paper(&self) -> Option<&str> {
        self.edition.paper.as_ref().map(|fact| fact.value.as_str())
    }

    pub fn date(&self) -> Option<Date> {
        self.edition.date.as_ref().map(|fact| fact.value)
    }

    pub fn number(&self) -> Option<u16> {
        self.page.number.as_ref().map(|fact| fact.value)
    }
}

/// What is printed; nothing where it is written to a file.
///
/// # Errors
/// A dump that cannot be read, a file that cannot be written.
pub fn run(asked: &Export) -> Result<String, Failure> {
    let editions = editions(&asked.files)?;
    let text = match asked.format {
        Format::Json => data::document(&editions),
        Format::Jsonl => data::lines(&editions),
        Format::Txt => items(&editions).iter().map(text::plain).collect(),
        Format::Md => items(&editions).iter().map(text::markdown).collect(),
        Format::Ris => items(&editions).iter().map(reference::ris).collect(),
        Format::CslJson => reference::csl(&items(&editions)),
        Format::Bibtex => items(&editions).iter().map(reference::bibtex).collect(),
    };
    let Some(file) = &asked.out else { return Ok(text) };
    // Beside it, then renamed: whoever reads the file never sees half of it.
    let mut beside = file.clone().into_os_string();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    fs::write(&beside, text).map_err(Failure::at(&beside))?;
    fs::rename(&beside, file).map_err(Failure::at(file))?;
    Ok(String::new())
}

fn editions(paths: &[PathBuf]) -> Result<Vec<Edition>, Failure> {
    let mut editions = Vec::new();
    for path in paths {
        if path.is_dir() {
            editions.extend(parser::read_seeds(path)?.editions);
        } else {
            editions.push(parser::read_page(path)?);
        }
    }
    Ok(editions)
}

fn items(editions: &[Edition]) -> Vec<Item<'_>> {
    let pages =
        editions.iter().flat_map(|edition| edition.pages.iter().map(move |page| (edition, page)));
    let items = pages.flat_map(|(edition, page)| {
        page.articles.iter().map(move |article| Item { edition, page, article })
    });
    items.collect()
}

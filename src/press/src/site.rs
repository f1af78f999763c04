//! What does a site hold beside the reader? A page an article and an issue, feeds, data, a book, and what hosts and
//! search engines ask for.

mod address;
mod article;
mod front;
mod issues;
mod linked;
mod pages;

pub use address::Address;

use crate::args::Format;
use crate::export;
use crate::failure::Failure;
use crate::feed;
use crate::hash;
use crate::item::{Item, items};
use crate::single;
use edition::Library;

/// For pages that no program draws: articles, the EPUB, and the page of an address that is none.
pub const STYLE: &str = include_str!("plain.css");

/// Paths in the site, with slashes, and what stands there.
pub type Files = Vec<(String, Vec<u8>)>;

/// Folder of the pages of articles.
pub const ARTICLES: &str = "a";
/// Folder of the pages of issues.
pub const ISSUES: &str = "i";
/// Folder of the feeds of counties, which are named by their codes of GB/T 2260.
pub const FEEDS: &str = "feeds";
/// The feed of all, in both forms.
pub const FEED: [&str; 2] = ["feed.json", "feed.xml"];
/// Folder of the exports.
pub const DATA: &str = "data";
pub const BOOK: &str = "banxin.epub";
/// The page that hosts show where nothing is.
pub const NOWHERE: &str = "404.html";
const ROBOTS: &str = "robots.txt";
const MAP: &str = "sitemap.xml";

const FOLDERS: [&str; 4] = [ARTICLES, ISSUES, FEEDS, DATA];

/// Whether a path in the site is of what stands beside the reader.
pub fn is_beside_reader(path: &str) -> bool {
    let alone = [BOOK, NOWHERE, ROBOTS, MAP, single::FILE];
    match path.split_once('/') {
        Some((folder, _)) => FOLDERS.contains(&folder),
        None => alone.contains(&path) || FEED.contains(&path),
    }
}

/// Every file that stands beside what trunk built.
///
/// # Errors
/// Archives that grow beyond what their format can hold.
pub fn files(library: &Library, address: &Address) -> Result<Files, Failure> {
    let editions = library.editions.as_slice();
    let items = items(editions);
    let style = Style::new();
    let mut files: Files = Vec::new();
    let mut put = |path: String, bytes: Vec<u8>| files.push((path, bytes));
    put(style.path.clone(), STYLE.into());
    for (at, item) in items.iter().enumerate() {
        let page = article::page(at, &items, editions, address, &style);
        put(format!("{}index.html", Address::folder_of(item)), page.into_bytes());
    }
    for (path, page) in issues::pages(editions, &items, address, &style) {
        put(path, page.into_bytes());
    }
    for (path, page) in pages::ambiguous(&items, address, &style) {
        put(path, page.into_bytes());
    }
    for (path, page) in pages::moved(library, &items, address, &style) {
        put(path, page.into_bytes());
    }
    for (path, text) in feed::feeds(editions, &items, address) {
        put(path, text.into_bytes());
    }
    for (name, format) in EXPORTS {
        put(format!("{DATA}/{name}"), export::bytes(editions, format, address)?);
    }
    for (name, schema) in SCHEMAS {
        put(format!("{DATA}/{name}"), schema.into());
    }
    if !items.is_empty() {
        put(BOOK.to_owned(), export::bytes(editions, Format::Epub, address)?);
    }
    put(NOWHERE.to_owned(), pages::nowhere(address).into_bytes());
    put(ROBOTS.to_owned(), pages::robots(address).into_bytes());
    if let Some(map) = pages::map(editions, &items, address) {
        put(MAP.to_owned(), map.into_bytes());
    }
    Ok(files)
}

const EXPORTS: [(&str, Format); 8] = [
    ("edition.json", Format::Json),
    ("articles.jsonl", Format::Jsonl),
    ("articles.txt", Format::Txt),
    ("articles.md", Format::Md),
    ("references.ris", Format::Ris),
    ("references.csl.json", Format::CslJson),
    ("references.bib", Format::Bibtex),
    ("nitf.zip", Format::Nitf),
];

/// What the data exports are held against.
pub const SCHEMAS: [(&str, &str); 2] = [
    ("edition.schema.json", include_str!("../schema/edition.schema.json")),
    ("article.schema.json", include_str!("../schema/article.schema.json")),
];

/// The style sheet under a name that changes with it, so that hosts and browsers may keep it for ever.
pub struct Style {
    path: String,
}

impl Style {
    fn new() -> Self {
        Self { path: format!("{ARTICLES}/plain-{}.css", hash::short(STYLE)) }
    }

    /// `root` is the way from the page to the root of the site.
    fn href(&self, root: &str) -> String {
        format!("{root}{}", self.path)
    }
}

/// The front page as trunk built it, with what feeds, search engines and shared links look for.
pub fn front(html: &str, library: &Library, address: &Address) -> Option<String> {
    front::enriched(html, &library.editions, address)
}

/// What a page may load and run: of this site alone, and no program.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/// Characters of a description, as search engines show them.
const DESCRIPTION: usize = 120;

/// Its text in one line, for titles and attributes.
fn title_of(item: &Item) -> String {
    crate::printable::line(&item.title())
}

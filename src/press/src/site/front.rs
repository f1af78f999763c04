//! What does the front page lack for the world outside? The other forms that the paper is there in, the other issues
//! for whom no program shows them, its own address, and how a shared link looks.

use super::{Address, BOOK, DATA, ISSUES};
use crate::identity::collection;
use crate::printable::line;
use crate::single;
use edition::Edition;
use maud::html;

/// `None` where the page has no head or no body to put it into.
pub fn enriched(page: &str, editions: &[Edition], address: &Address) -> Option<String> {
    let title = line(&collection(editions));
    let mut pages = editions.iter().flat_map(|edition| &edition.pages);
    let has_articles = pages.any(|page| !page.articles.is_empty());
    let added = html! {
        // The reader offers them at its foot (takeaway.rs), and takes them for a sign that articles have pages (a/ID/).
        @if has_articles {
            link rel="alternate" type="application/epub+zip" title=(title) href=(BOOK);
        }
        link rel="alternate" type="text/html" title=(title) href=(single::FILE);
        link rel="alternate" type="text/plain" title=(title) href=(format!("{DATA}/articles.txt"));
        link rel="alternate" type="application/json" title=(title) href=(format!("{DATA}/edition.json"));
        link rel="alternate" type="application/feed+json" title=(title) href="feed.json";
        link rel="alternate" type="application/atom+xml" title=(title) href="feed.xml";
        meta property="og:type" content="website";
        meta property="og:title" content=(title);
        @if let Some(url) = address.url("") {
            link rel="canonical" href=(url);
            meta property="og:url" content=(url);
        }
        @if let Some(icon) = address.url("icon-512.png") {
            meta property="og:image" content=(icon);
        }
    };
    let (before, after) = page.split_once("</head>")?;
    let (tag, rest) = after.split_once("<body")?;
    let (attributes, body) = rest.split_once('>')?;
    // The page holds the newest issue; one file leaves this out (single/assets.rs), for it has no pages of issues.
    let issues = html! {
        @if has_articles {
            noscript class=(single::ELSEWHERE) {
                p { a href=(format!("{ISSUES}/")) { "各期目录" } }
            }
        }
    };
    Some(format!(
        "{before}{}</head>{tag}<body{attributes}>{}{body}",
        added.into_string(),
        issues.into_string()
    ))
}

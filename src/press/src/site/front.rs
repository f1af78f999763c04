//! What does the front page lack for the world outside? Feeds, its own address, and how a shared link looks.

use super::Address;
use crate::identity::collection;
use crate::printable::line;
use edition::Edition;
use maud::html;

/// `None` where the page has no head to put it into.
pub fn enriched(page: &str, editions: &[Edition], address: &Address) -> Option<String> {
    let title = line(&collection(editions));
    let added = html! {
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
    Some(format!("{before}{}</head>{after}", added.into_string()))
}

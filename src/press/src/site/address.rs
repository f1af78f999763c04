//! Where does a thing stand on the web? Its path in the site, and its address where the site's own is known.

use super::{ARTICLES, ISSUES};
use crate::failure::Failure;
use crate::item::Item;
use edition::Edition;
use maud::{Markup, html};
use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};

/// The site's own address, ending in a slash; `None` where it is not known and everything is relative.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address(Option<String>);

/// What RFC 3986 leaves unreserved stays readable.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

impl Address {
    /// # Errors
    /// Anything but an absolute http or https address of a folder.
    pub fn new(base: Option<&str>) -> Result<Self, Failure> {
        let Some(base) = base else { return Ok(Self(None)) };
        let refused = |why: &str| {
            Failure::new(format!(
                "--base-url {base}: {why}; give the address that index.html's folder will have, \
                 as in https://example.org/paper/"
            ))
        };
        let rest = base.strip_prefix("https://").or(base.strip_prefix("http://"));
        let rest = rest.ok_or_else(|| refused("begins with neither https:// nor http://"))?;
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let is_bad = |c: char| c.is_whitespace() || c.is_control() || "\"'<>\\^`{|}?#".contains(c);
        if host.is_empty() || base.contains(is_bad) {
            return Err(refused("is no address of a folder"));
        }
        if !host.is_ascii() {
            return Err(refused("has a host in other than Latin letters; write it as xn--…"));
        }
        let scheme = &base[..base.len() - rest.len()];
        let slash = if base.ends_with('/') { "" } else { "/" };
        // What is written in percents already stays so.
        let path = utf8_percent_encode(path, CONTROLS);
        Ok(Self(Some(format!("{scheme}{host}{path}{slash}"))))
    }

    /// The address of a path in the site.
    pub fn url(&self, path: &str) -> Option<String> {
        self.0.as_ref().map(|base| format!("{base}{path}"))
    }

    /// For the head of a page: its own address, where the site's is known.
    pub fn canonical(&self, path: &str) -> Markup {
        html! { @if let Some(url) = self.url(path) { link rel="canonical" href=(url); } }
    }

    /// The folder of an article's page as a path of files.
    pub fn folder_of(item: &Item) -> String {
        format!("{ARTICLES}/{}/", item.name)
    }

    /// The same as it stands in links.
    pub fn of_item(item: &Item) -> String {
        Self::of_name(&item.name)
    }

    pub fn of_name(name: &str) -> String {
        format!("{ARTICLES}/{}/", utf8_percent_encode(name, SEGMENT))
    }

    /// The folder of an issue's page as a path of files.
    pub fn folder_of_issue(edition: &Edition) -> String {
        format!("{ISSUES}/{}/", edition.key)
    }

    /// The same as it stands in links.
    pub fn of_issue(edition: &Edition) -> String {
        format!("{ISSUES}/{}/", utf8_percent_encode(&edition.key, SEGMENT))
    }

    /// The article in the reader, from the root of the site.
    pub fn in_reader(item: &Item, editions: &[Edition]) -> String {
        let id = item.article.id.as_str();
        format!("#/a/{id}{}", Self::query_of(item.edition, editions))
    }

    /// The issue's front page in the reader, from the root of the site.
    pub fn front_of(edition: &Edition, editions: &[Edition]) -> String {
        format!("#/{}", Self::query_of(edition, editions))
    }

    /// The reader opens the newest issue where none is named.
    fn query_of(edition: &Edition, editions: &[Edition]) -> String {
        match editions.last() {
            Some(newest) if newest.key != edition.key => {
                format!("?edition={}", utf8_percent_encode(&edition.key, SEGMENT))
            }
            _ => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_that_of_a_folder() {
        let url = |base: &str| Address::new(Some(base)).unwrap().url("a/b/").unwrap();
        assert_eq!(url("https://example.org/paper"), "https://example.org/paper/a/b/");
        assert_eq!(url("http://localhost:8080/"), "http://localhost:8080/a/b/");
        let encoded = "https://lib.example.org/%E6%8A%A5%E5%88%8A/a/b/";
        assert_eq!(url("https://lib.example.org/报刊/"), encoded);
        assert_eq!(url("https://lib.example.org/%E6%8A%A5%E5%88%8A"), encoded);
        assert_eq!(Address::new(None).unwrap().url(""), None);
        for bad in [
            "example.org",
            "https://",
            "https://a b/",
            "https://a/?q",
            "ftp://a/",
            "https://a/\"x",
            "https://报/",
            "https://a/\u{3000}x",
        ] {
            let error = Address::new(Some(bad)).unwrap_err().to_string();
            assert!(error.starts_with(&format!("--base-url {bad}: ")), "{error}");
        }
    }

    #[test]
    fn an_issue_but_the_newest_is_named() {
        let edition = |key: &str| Edition { key: key.to_owned(), ..Edition::default() };
        let editions = [edition("周 一"), edition("周二")];
        assert_eq!(Address::front_of(&editions[0], &editions), "#/?edition=%E5%91%A8%20%E4%B8%80");
        assert_eq!(Address::front_of(&editions[1], &editions), "#/");
        assert_eq!(Address::of_issue(&editions[1]), "i/%E5%91%A8%E4%BA%8C/");
    }

    #[test]
    fn names_in_links_are_encoded() {
        assert_eq!(Address::of_name("rrxmeec8"), "a/rrxmeec8/");
        assert_eq!(Address::of_name("x-周一 ?#%"), "a/x-%E5%91%A8%E4%B8%80%20%3F%23%25/");
    }
}

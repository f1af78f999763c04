//! How does a feed look in XML? Atom (RFC 4287), text as XHTML.

use super::{Feed, SUMMARY, content};
use crate::identity::{majority, moment, of_item, urn};
use crate::item::Item;
use crate::printable::line;
use crate::site::Address;
use crate::xml::Xml;

/// Links are relative to the feed where the site's own address is not known. Atom demands a moment: of an
/// edition without a day it is the first of all moments, and no `published` stands beside it.
pub fn write(feed: &Feed, address: &Address) -> String {
    let mut xml = Xml::new();
    let lang = majority(feed.items.iter().map(|item| item.lang()));
    xml.within("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", lang)], |xml| {
        let own = format!("{}.xml", feed.path);
        xml.text("id", &[], &urn(&["feed", &feed.papers, &feed.path]));
        xml.text("title", &[], &feed.title);
        let newest = feed.items.iter().filter_map(|item| item.published()).max();
        xml.text("updated", &[], &moment(newest));
        let link = |path: &str| address.url(path).unwrap_or_else(|| format!("{}{path}", feed.root));
        xml.empty(
            "link",
            &[("rel", "self"), ("type", "application/atom+xml"), ("href", &link(&own))],
        );
        let home = address.url("").unwrap_or_else(|| format!("{}./", feed.root));
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &home)]);
        let papers = papers(feed);
        let authors = if papers.is_empty() { &["报纸版面"][..] } else { papers.as_slice() };
        authors.iter().for_each(|name| author(xml, name));
        for item in &feed.items {
            let url = link(&Address::of_item(item));
            xml.within("entry", &[("xml:lang", item.lang())], |xml| {
                entry(xml, item, &url);
                // Where the feed has several authors, this is by one of them.
                if let (true, true, Some(paper)) =
                    (item.article.bylines.is_empty(), papers.len() > 1, item.paper())
                {
                    author(xml, paper);
                }
            });
        }
    });
    xml.end()
}

/// Whose articles they are, each once.
fn papers<'f>(feed: &Feed<'f>) -> Vec<&'f str> {
    let mut papers = Vec::new();
    for paper in feed.items.iter().filter_map(|item| item.paper()) {
        if !papers.contains(&paper) {
            papers.push(paper);
        }
    }
    papers
}

fn author(xml: &mut Xml, name: &str) {
    xml.within("author", &[], |xml| xml.text("name", &[], &line(name)));
}

fn entry(xml: &mut Xml, item: &Item, url: &str) {
    xml.text("id", &[], &of_item(item));
    xml.text("title", &[], &line(&item.title()));
    xml.text("updated", &[], &moment(item.published()));
    if let Some(day) = item.published() {
        xml.text("published", &[], &moment(Some(day)));
    }
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", url)]);
    for byline in item.bylines() {
        author(xml, &byline.name);
    }
    for tag in item.section().into_iter().chain(item.places()) {
        xml.empty("category", &[("term", tag)]);
    }
    xml.text("summary", &[], &line(&item.opening(SUMMARY)));
    xml.within("content", &[("type", "xhtml")], |xml| {
        xml.within("div", &[("xmlns", "http://www.w3.org/1999/xhtml")], |xml| {
            xml.markup(&content(item).into_string());
        });
    });
}

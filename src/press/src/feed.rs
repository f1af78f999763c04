//! Which feeds does a site have? One of everything and one for each county that an article is about.

mod atom;
mod json;

use crate::identity::{collection, papers};
use crate::item::Item;
use crate::printable::line;
use crate::site::{Address, FEEDS};
use edition::Edition;
use std::collections::BTreeMap;

/// A file of the site and what stands in it.
pub type File = (String, String);

/// One feed, in both forms.
struct Feed<'a> {
    title: String,
    /// Names it for ever, whatever years the title names.
    papers: String,
    /// Its files' path in the site without the ending, and the way from there to the root.
    path: String,
    root: &'static str,
    items: Vec<&'a Item<'a>>,
}

/// Articles in a feed: whoever follows a paper has the older ones, and asks for all of it again each time. The feed of all
/// holds whole issues, the newest however many it has.
const ENOUGH: usize = 100;

/// The newest edition first, in it the order of the paper.
pub fn feeds(editions: &[Edition], items: &[Item], address: &Address) -> Vec<File> {
    let issues: Vec<&[Item]> = items.chunk_by(|a, b| std::ptr::eq(a.edition, b.edition)).collect();
    let newest_first = || issues.iter().rev().map(|issue| issue.iter());
    let name = line(&collection(editions));
    let papers = line(&papers(editions).join("、"));
    let mut counties: BTreeMap<u32, (&str, Vec<&Item>)> = BTreeMap::new();
    for item in newest_first().flatten() {
        for county in &item.article.counties {
            let (_, own) = counties.entry(county.code).or_insert((&county.name, Vec::new()));
            if own.len() < ENOUGH {
                own.push(item);
            }
        }
    }
    let mut newest: Vec<&Item> = Vec::new();
    for issue in newest_first() {
        if newest.len() < ENOUGH {
            newest.extend(issue);
        }
    }
    let all = Feed {
        title: name.clone(),
        papers: papers.clone(),
        path: "feed".to_owned(),
        root: "",
        items: newest,
    };
    let by_county = counties.into_iter().map(|(code, (county, items))| Feed {
        title: format!("{name} {county}"),
        papers: papers.clone(),
        path: format!("{FEEDS}/{code}"),
        root: "../",
        items,
    });
    let files = |feed: Feed| {
        [
            (format!("{}.json", feed.path), json::write(&feed, address)),
            (format!("{}.xml", feed.path), atom::write(&feed, address)),
        ]
    };
    std::iter::once(all).chain(by_county).flat_map(files).collect()
}

/// Mark-up of an article as a feed carries it.
fn content(item: &Item) -> maud::Markup {
    use crate::prose::{account, body, facts, heads};
    maud::html! { (heads(item, None)) (facts(item)) (body(item, |_| None)) (account(item)) }
}

/// Characters of the opening below a title.
const SUMMARY: usize = 120;

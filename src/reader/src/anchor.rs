//! How are kept words found again? At their place in the dump; where that reads otherwise, by the words themselves.

use crate::kept::Anchor;
use crate::origin::Origin;
use std::ops::Range;

/// Characters kept of what stands before.
const BEFORE: usize = 12;

/// `range` is of the article as received.
pub fn make(origin: &Origin, range: &Range<usize>, dump: &str) -> Option<Anchor> {
    let bytes = origin.dump(range)?;
    let points = |at: usize| dump[..at].chars().count() as u32;
    let before: Vec<char> = origin.text[..range.start].chars().rev().take(BEFORE).collect();
    Some(Anchor {
        start: points(bytes.start),
        end: points(bytes.end),
        quote: origin.text[range.clone()].to_owned(),
        before: before.into_iter().rev().collect(),
    })
}

/// The range of the article as received; `None` where the words stand there no longer.
pub fn find(origin: &Origin, anchor: &Anchor, dump: &str) -> Option<Range<usize>> {
    let bytes = |point: u32| {
        let at = dump.char_indices().map(|(at, _)| at).chain([dump.len()]).nth(point as usize);
        at.unwrap_or(dump.len())
    };
    let start = bytes(anchor.start);
    let there = origin.from_dump(&(start..bytes(anchor.end)));
    let is_quoted = |range: &Range<usize>| origin.text.get(range.clone()) == Some(&*anchor.quote);
    if let Some(range) = there.filter(is_quoted) {
        return Some(range);
    }
    // The most of what stood before, then the nearest.
    let rank = |at: usize| {
        let same = |(one, other): &(char, char)| one == other;
        let pairs = origin.text[..at].chars().rev().zip(anchor.before.chars().rev());
        let before = pairs.take_while(same).count();
        let far = origin
            .dump(&(at..at + anchor.quote.len()))
            .map_or(usize::MAX, |found| found.start.abs_diff(start));
        (BEFORE - before.min(BEFORE), far)
    };
    let found = origin.text.match_indices(&anchor.quote).map(|(at, _)| at);
    let at = found.filter(|_| !anchor.quote.is_empty()).min_by_key(|at| rank(*at))?;
    Some(at..at + anchor.quote.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use edition::{Edition, Library};

    fn library(text: &str, sidecar: &str) -> Library {
        let context = parser::context_of(&format!("region = \"运城市\"\n{sidecar}")).unwrap();
        let page = parser::parse_page("甲.txt", text, &context);
        Library {
            editions: vec![Edition { pages: vec![page], ..Edition::default() }],
            ..Library::default()
        }
    }

    /// The words found in another parse, or another dump, and what stands before them there.
    fn found(anchor: &Anchor, text: &str, sidecar: &str) -> Option<(String, String)> {
        let library = library(text, sidecar);
        let catalog = Catalog::of(&library);
        let origin = Origin::of(&catalog.items[0]);
        let range = find(&origin, anchor, text)?;
        let before: String = origin.text[..range.start].chars().rev().take(1).collect();
        Some((origin.text[range].to_owned(), before))
    }

    const TEXT: &str = "河堤修好\n\n甲村的荷花开了,游人很多。\n\n乙村的荷花也开了,游人不少。\n";

    fn anchor(nth: usize) -> Anchor {
        let library = library(TEXT, "");
        let catalog = Catalog::of(&library);
        let origin = Origin::of(&catalog.items[0]);
        let at = origin.text.match_indices("荷花").nth(nth).unwrap().0;
        make(&origin, &(at..at + "荷花".len()), TEXT).unwrap()
    }

    #[test]
    fn words_are_found_where_they_were() {
        let anchor = anchor(1);
        assert_eq!((&*anchor.quote, anchor.end - anchor.start), ("荷花", 2));
        assert!(anchor.before.ends_with("乙村的"));
        assert_eq!(found(&anchor, TEXT, "").unwrap().0, "荷花");
    }

    #[test]
    fn words_are_found_in_another_parse_and_in_another_dump() {
        let split = "[[join]]\ntext = \"乙村\"\nas = \"paragraph\"\n";
        assert_eq!(found(&anchor(1), TEXT, split).unwrap().0, "荷花");
        // A line more at the top, a word less between: the one behind 乙村 is still meant.
        let other = TEXT
            .replace("河堤修好", "要闻\n\n河堤终于修好")
            .replace("甲村的", "")
            .replace("乙村的", "和乙村的");
        let library = library(&other, "");
        let catalog = Catalog::of(&library);
        let origin =
            catalog.items.iter().map(Origin::of).find(|it| it.text.contains("乙村的荷花")).unwrap();
        let range = find(&origin, &anchor(1), &other).unwrap();
        assert!(origin.text[..range.start].ends_with("和乙村的"));
    }

    #[test]
    fn words_that_are_gone_are_not_found() {
        assert_eq!(found(&anchor(0), &TEXT.replace("荷花", "莲花"), ""), None);
    }
}

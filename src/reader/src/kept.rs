//! What does a reader keep? Bookmarks, what was read and how far, highlights with notes, corrections: one list, stored
//! on the device and carried away in one file.

use crate::order;
use serde::{Deserialize, Serialize};

/// What the file says that it is.
pub const FORMAT: &str = "banxin-kept";
/// Raised by a change that older readers would misunderstand.
pub const VERSION: u32 = 1;

/// The file, as JSON.
#[derive(Debug, Serialize, Deserialize)]
pub struct Document {
    pub format: String,
    pub version: u32,
    pub entries: Vec<Entry>,
}

/// What is asked of a file before anything else in it is read.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Label {
    pub format: String,
    pub version: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Bookmark,
    Read,
    /// How far an article was read.
    Place,
    Highlight,
    Correction,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub kind: Kind,
    /// Key of the edition, and id of the article.
    pub edition: String,
    pub article: String,
    /// Shown where the article is no longer there.
    #[serde(default)]
    pub title: String,
    /// Milliseconds since 1970.
    #[serde(default)]
    pub time: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<Anchor>,
    /// The note on a highlight; what the quoted words should read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// Words of the dump as received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// In Unicode code points of the dump, as in the exports.
    pub start: u32,
    pub end: u32,
    /// The words, and some that stand before them: they are found again where the page has changed.
    pub quote: String,
    #[serde(default)]
    pub before: String,
}

/// Why a file is not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bad {
    NotJson,
    NotOurs,
    /// Written by a newer reader.
    Newer,
    Damaged,
}

impl Label {
    /// Whether the rest can be read.
    pub fn check(&self) -> Result<(), Bad> {
        match self.version {
            _ if self.format != FORMAT => Err(Bad::NotOurs),
            0 => Err(Bad::Damaged),
            1..=VERSION => Ok(()),
            _ => Err(Bad::Newer),
        }
    }
}

impl Entry {
    /// Whether both are about the same thing, whatever they say of it.
    pub fn is_about_same(&self, other: &Self) -> bool {
        let place = |entry: &Self| {
            let anchor = entry.anchor.as_ref().filter(|_| entry.kind.has_several());
            anchor.map(|anchor| (anchor.start, anchor.end, anchor.quote.clone()))
        };
        self.kind == other.kind
            && self.is_of(&other.edition, &other.article)
            && place(self) == place(other)
    }

    pub fn is_of(&self, edition: &str, article: &str) -> bool {
        self.article == article && self.edition == edition
    }
}

impl Kind {
    /// An article can have any number of these.
    fn has_several(self) -> bool {
        matches!(self, Self::Highlight | Self::Correction)
    }

    /// Kept by the reader's own hand; never given up for want of room.
    fn is_meant(self) -> bool {
        !matches!(self, Self::Read | Self::Place)
    }
}

/// Puts an entry in place of the one about the same thing, newest last.
pub fn put(entries: &mut Vec<Entry>, entry: Entry) {
    entries.retain(|known| !known.is_about_same(&entry));
    entries.push(entry);
    prune(entries);
}

/// Takes in the entries of a file: of two about the same thing the newer stays. How many came in.
pub fn merge(entries: &mut Vec<Entry>, others: Vec<Entry>) -> usize {
    let mut came = 0;
    for other in others {
        let newer = |known: &Entry| known.is_about_same(&other) && known.time >= other.time;
        if !entries.iter().any(newer) {
            entries.retain(|known| !known.is_about_same(&other));
            entries.push(other);
            came += 1;
        }
    }
    order::by(entries, |one, other| one.time.total_cmp(&other.time));
    prune(entries);
    came
}

/// Marks made by themselves are kept for so many articles; browsers give a site a few megabytes.
const MOST_BY_ITSELF: usize = 2_000;

fn prune(entries: &mut Vec<Entry>) {
    let by_itself = entries.iter().filter(|entry| !entry.kind.is_meant()).count();
    let mut drop = by_itself.saturating_sub(MOST_BY_ITSELF);
    entries.retain(|entry| {
        let gone = drop > 0 && !entry.kind.is_meant();
        drop -= usize::from(gone);
        !gone
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(kind: Kind, article: &str, time: f64) -> Entry {
        let anchor = kind.has_several().then(|| Anchor {
            start: 3,
            end: 5,
            quote: "河堤".into(),
            before: String::new(),
        });
        Entry {
            kind,
            edition: "2025-07-24".into(),
            article: article.into(),
            title: "河堤修好".into(),
            time,
            anchor,
            text: String::new(),
        }
    }

    fn read(json: &str) -> Result<Vec<Entry>, Bad> {
        let label: Label = serde_json::from_str(json).map_err(|_| Bad::NotJson)?;
        label.check()?;
        let document: Document = serde_json::from_str(json).map_err(|_| Bad::Damaged)?;
        Ok(document.entries)
    }

    #[test]
    fn what_is_written_is_read() {
        let kinds = [Kind::Bookmark, Kind::Read, Kind::Place, Kind::Highlight, Kind::Correction];
        let entries: Vec<Entry> = kinds.map(|kind| entry(kind, "rrxmeec8", 7.0)).into();
        let document =
            Document { format: FORMAT.into(), version: VERSION, entries: entries.clone() };
        let json = serde_json::to_string(&document).unwrap();
        assert_eq!(read(&json).unwrap(), entries);
        assert!(json.contains(r#""kind":"bookmark""#), "{json}");
    }

    #[test]
    fn a_bad_file_is_told_by_what_is_wrong_with_it() {
        assert_eq!(read("版心"), Err(Bad::NotJson));
        assert_eq!(read("{}"), Err(Bad::NotOurs));
        assert_eq!(
            read(r#"{"format":"banxin-kept","version":2,"entries":{"new":1}}"#),
            Err(Bad::Newer)
        );
        assert_eq!(
            read(r#"{"format":"banxin-kept","version":1,"entries":[{"kind":"x"}]}"#),
            Err(Bad::Damaged)
        );
        assert_eq!(read(r#"{"format":"banxin-kept","version":0,"entries":[]}"#), Err(Bad::Damaged));
        assert_eq!(read(r#"{"format":"banxin-kept","version":1,"entries":[]}"#), Ok(Vec::new()));
    }

    #[test]
    fn of_two_about_the_same_thing_the_newer_stays() {
        let note =
            |time, text: &str| Entry { text: text.into(), ..entry(Kind::Highlight, "a", time) };
        let mut entries = vec![note(5.0, "mine"), entry(Kind::Bookmark, "a", 5.0)];
        let others = vec![note(4.0, "old"), entry(Kind::Bookmark, "b", 1.0), note(9.0, "new")];
        assert_eq!(merge(&mut entries, others), 2);
        let seen: Vec<(&str, &str)> =
            entries.iter().map(|entry| (entry.article.as_str(), entry.text.as_str())).collect();
        assert_eq!(seen, [("b", ""), ("a", ""), ("a", "new")]);
        assert_eq!(merge(&mut entries.clone(), entries.clone()), 0);
    }

    #[test]
    fn an_article_has_one_bookmark_and_any_number_of_highlights() {
        let mut entries = Vec::new();
        put(&mut entries, entry(Kind::Bookmark, "a", 1.0));
        put(&mut entries, entry(Kind::Bookmark, "a", 2.0));
        put(&mut entries, entry(Kind::Highlight, "a", 3.0));
        let mut other = entry(Kind::Highlight, "a", 4.0);
        other.anchor.as_mut().unwrap().start = 1;
        put(&mut entries, other);
        assert_eq!(entries.len(), 3);
        assert_eq!(entries[0].time, 2.0);
    }

    #[test]
    fn only_what_was_marked_by_itself_is_given_up() {
        let mut entries = vec![entry(Kind::Bookmark, "first", 0.0)];
        for at in 0..=MOST_BY_ITSELF {
            put(&mut entries, entry(Kind::Read, &at.to_string(), at as f64));
        }
        assert_eq!(entries.len(), MOST_BY_ITSELF + 1);
        assert_eq!((entries[0].article.as_str(), entries[1].article.as_str()), ("first", "1"));
    }
}

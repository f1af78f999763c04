//! Where is what a reader keeps? In a signal that views follow, and on the device as far as it lets itself be written.

use crate::anchor;
use crate::catalog::{Item, catalog};
use crate::dom;
use crate::kept::{Bad, Document, Entry, FORMAT, Kind, Label, VERSION, merge, put};
use crate::order;
use crate::origin::{Origin, Shown};
use crate::state::item;
use crate::words::words;
use leptos::prelude::*;
use std::ops::Range;

/// One in context, for as long as the page lives.
#[derive(Clone, Copy)]
pub struct Shelf {
    entries: RwSignal<Vec<Entry>>,
    /// What was just done, announced politely.
    pub told: RwSignal<String>,
    /// What takes that away again.
    timer: StoredValue<i32>,
}

const KEY: &str = "banxin-kept";
/// Where what could not be understood is put aside, so that nothing is lost by writing over it.
const ASIDE: &str = "banxin-kept-aside";

/// What a reader marked in the open article.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    pub entry: Entry,
    /// Empty where the words are no longer there.
    pub places: Vec<Shown>,
}

impl Shelf {
    /// Puts an empty shelf in context.
    pub fn provide() -> Self {
        let shelf = Self {
            entries: RwSignal::new(Vec::new()),
            told: RwSignal::new(String::new()),
            timer: StoredValue::new(0),
        };
        provide_context(shelf);
        shelf
    }

    /// Fills it with what the device has, now and whenever another window of the site has changed it.
    pub fn follow(self) {
        let load = move || {
            if let Some(entries) = stored() {
                self.entries.set(entries);
            }
        };
        load();
        dom::on_window("storage", load);
        dom::on_key(move |press| {
            let closes = press.key == "Escape" && !press.taken;
            closes && self.unsay()
        });
    }

    pub fn here() -> Self {
        expect_context()
    }

    pub fn entries(self) -> Vec<Entry> {
        self.entries.get()
    }

    pub fn count(self) -> usize {
        self.entries.with(Vec::len)
    }

    /// Whether an article has such an entry.
    pub fn has(self, kind: Kind, item: &Item) -> bool {
        self.entries.with(|entries| find(entries, kind, item).is_some())
    }

    /// Where the reader of an article had come to, when last it was open.
    pub fn place(self, index: usize) -> Option<(Shown, String)> {
        let anchor = self
            .entries
            .with_untracked(|entries| find(entries, Kind::Place, item(index))?.anchor.clone())?;
        let origin = Origin::of(item(index));
        let range = anchor::find(&origin, &anchor, &item(index).page.text)?;
        let shown = origin.shown(&range).into_iter().next()?;
        Some((shown, anchor.quote))
    }

    /// Highlights and corrections of an article, in reading order.
    pub fn own(self, index: usize) -> Vec<Own> {
        let is_own = |entry: &&Entry| matches!(entry.kind, Kind::Highlight | Kind::Correction);
        let here = |entry: &&Entry| is_own(entry) && is_of(entry, item(index));
        let entries: Vec<Entry> =
            self.entries.with(|entries| entries.iter().filter(here).cloned().collect());
        if entries.is_empty() {
            return Vec::new();
        }
        let origin = Origin::of(item(index));
        let own = |entry: Entry| {
            let anchor = entry.anchor.as_ref();
            let range =
                anchor.and_then(|anchor| anchor::find(&origin, anchor, &item(index).page.text));
            Own { places: range.map(|range| origin.shown(&range)).unwrap_or_default(), entry }
        };
        let mut all: Vec<Own> = entries.into_iter().map(own).collect();
        order::by_key(&mut all, |own| {
            own.places.first().map(|place| (place.part, place.range.start))
        });
        all
    }

    /// Keeps something about an article; `range` is of the article as received.
    pub fn keep(self, kind: Kind, index: usize, range: Option<&Range<usize>>, text: String) {
        let item = item(index);
        let anchor = |range: &Range<usize>| anchor::make(&Origin::of(item), range, &item.page.text);
        let entry = Entry {
            kind,
            edition: item.edition.key.clone(),
            article: item.article.id.as_str().to_owned(),
            title: item.title().to_owned(),
            time: dom::now(),
            anchor: range.and_then(anchor),
            text,
        };
        self.replace(entry);
    }

    /// Keeps an entry in place of the one about the same thing.
    pub fn replace(self, entry: Entry) {
        let silent = matches!(entry.kind, Kind::Read | Kind::Place);
        let stored = self.change(|entries| put(entries, entry));
        if !silent && stored {
            self.tell(words().keep.kept);
        }
    }

    pub fn remove(self, gone: &Entry) {
        if self.change(|entries| entries.retain(|entry| !entry.is_about_same(gone))) {
            self.tell(words().keep.removed);
        }
    }

    /// Takes away what there is of this kind about an article.
    pub fn forget(self, kind: Kind, index: usize) {
        if untrack(|| self.has(kind, item(index))) {
            self.change(|entries| {
                entries.retain(|entry| entry.kind != kind || !is_of(entry, item(index)))
            });
        }
    }

    pub fn mark_read(self, index: usize) {
        self.forget(Kind::Place, index);
        if !untrack(|| self.has(Kind::Read, item(index))) {
            self.keep(Kind::Read, index, None, String::new());
        }
    }

    pub fn clear(self) {
        if self.change(Vec::clear) {
            self.tell(words().keep.cleared);
        }
    }

    /// All of it, as the file to carry away.
    pub fn document(self) -> String {
        self.entries.with_untracked(|entries| document(entries))
    }

    /// Takes back what was said; whether there was anything.
    pub fn unsay(self) -> bool {
        let said = self.told.with_untracked(|told| !told.is_empty());
        if said {
            self.told.set(String::new());
        }
        said
    }

    /// Says what was just done; a while later nobody needs it any more.
    pub fn tell(self, sentence: &'static str) {
        /// Milliseconds.
        const STAYS: i32 = 8_000;
        let told = self.told;
        told.set(sentence.to_owned());
        // What was said before, the same sentence maybe, must not take this one away.
        dom::cancel(self.timer.get_value());
        self.timer.set_value(dom::after(STAYS, move || {
            if told.get_untracked() == sentence {
                told.set(String::new());
            }
        }));
    }

    /// How many entries a file brought.
    pub fn import(self, text: &str) -> Result<usize, Bad> {
        let others = parse(text)?;
        let mut came = 0;
        self.change(|entries| came = merge(entries, others));
        Ok(came)
    }

    /// Changes what is on the device now, which another window may have changed; whether it could be stored.
    fn change(self, change: impl FnOnce(&mut Vec<Entry>)) -> bool {
        let mut entries = stored().unwrap_or_else(|| self.entries.get_untracked());
        change(&mut entries);
        let stored = dom::store(KEY, &document(&entries));
        self.entries.set(entries);
        if !stored {
            self.told.set(words().keep.not_stored.to_owned());
        }
        stored
    }
}

fn is_of(entry: &Entry, item: &Item) -> bool {
    entry.is_of(&item.edition.key, item.article.id.as_str())
}

fn find<'a>(entries: &'a [Entry], kind: Kind, item: &Item) -> Option<&'a Entry> {
    entries.iter().find(|entry| entry.kind == kind && is_of(entry, item))
}

/// The index in the catalog of the article that an entry is about.
pub fn index_of(entry: &Entry) -> Option<usize> {
    let found = catalog().find(&entry.edition, &entry.article)?;
    is_of(entry, item(found)).then_some(found)
}

fn document(entries: &[Entry]) -> String {
    let entries = entries.to_vec();
    dom::to_json(&Document { format: FORMAT.to_owned(), version: VERSION, entries })
}

fn parse(text: &str) -> Result<Vec<Entry>, Bad> {
    let value = dom::json(text).ok_or(Bad::NotJson)?;
    dom::read::<Label>(&value).ok_or(Bad::NotOurs)?.check()?;
    let document: Document = dom::read(&value).ok_or(Bad::Damaged)?;
    Ok(document.entries)
}

/// What the device has; `None` where it has nothing, or nothing that can be read.
fn stored() -> Option<Vec<Entry>> {
    let text = dom::stored(KEY)?;
    let entries = parse(&text).ok();
    if entries.is_none() {
        dom::store(ASIDE, &text);
    }
    entries
}

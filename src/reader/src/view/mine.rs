//! What has the reader kept, of all articles? Lists by kind, the file to carry it away in, and the corrections for the
//! newsroom.

use super::print::issue_line;
use super::quoted::{quotation, quoted};
use super::shelf::{Shelf, index_of};
use crate::anchor;
use crate::catalog::Item;
use crate::dom;
use crate::kept::{Entry, Kind};
use crate::node::{Node, component, view};
use crate::origin::Origin;
use crate::proposal::{Proposal, sidecar};
use crate::state::{Reader, item};
use crate::words::{NOTES, fill, words};
use edition::Page;
use leptos::ev;
use leptos::prelude::*;

/// In the order of `Keep::lists`.
const LISTS: [Kind; 5] =
    [Kind::Place, Kind::Bookmark, Kind::Highlight, Kind::Correction, Kind::Read];
const INPUT: &str = "import";
/// Id of the heading.
pub const TITLE: &str = "mine";

#[component]
pub fn Mine() -> Node {
    let shelf = Shelf::here();
    let keep = &words().keep;
    let list = move |(at, kind): (usize, Kind)| {
        let of_kind = |entries: Vec<Entry>| -> Vec<Entry> {
            // The newest first.
            entries.into_iter().rev().filter(|entry| entry.kind == kind).collect()
        };
        let rows = of_kind(shelf.entries());
        (!rows.is_empty()).then(|| {
            view! {
                <section aria-label=keep.lists[at]>
                    <h2>{keep.lists[at]}</h2>
                    <ul>{rows.into_iter().map(row).collect::<Node>()}</ul>
                    {(kind == Kind::Correction).then(exports)}
                </section>
            }
        })
    };
    view! {
        <div class="mine">
            <h1 id=TITLE>{keep.mine}</h1>
            {move || (shelf.count() == 0).then(|| view! { <p>{keep.nothing}</p> })}
            {move || LISTS.into_iter().enumerate().map(list).collect::<Node>()}
            <Carry/>
        </div>
    }
}

/// To the device, from the device, away.
#[component]
fn Carry() -> Node {
    let shelf = Shelf::here();
    let sure = RwSignal::new(false);
    let keep = &words().keep;
    let is_empty = move || shelf.count() == 0;
    let export = move |_| {
        if !untrack(is_empty) {
            dom::download("banxin-kept.json", &shelf.document());
        }
    };
    let import = move |_| {
        dom::chosen_file(INPUT, move |text| {
            let keep = &words().keep;
            let told = match shelf.import(&text) {
                Ok(came) => fill(keep.imported, &[&came, &untrack(|| shelf.count())]),
                Err(bad) => keep.bad[bad as usize].to_owned(),
            };
            shelf.told.set(told);
        });
    };
    let clear = move |_| match sure.get_untracked() {
        _ if untrack(is_empty) => {}
        true => {
            shelf.clear();
            sure.set(false);
        }
        false => sure.set(true),
    };
    view! {
        <p class="hint">{keep.on_device}</p>
        <div class="steer">
            <button type="button" aria-disabled=move || is_empty().to_string() on:click=export>
                {keep.export}
            </button>
            <button type="button" on:click=|_| dom::press("#import")>{keep.import}</button>
            <input
                type="file"
                id=INPUT
                accept="application/json,.json"
                aria-label=keep.import
                hidden
                on:change=import
            />
            <button
                type="button"
                aria-disabled=move || is_empty().to_string()
                on:click=clear
                on:blur=move |_| sure.set(false)
                on:keydown=move |event: ev::KeyboardEvent| {
                    if event.key() == "Escape" {
                        sure.set(false);
                    }
                }
            >
                {move || match sure.get() {
                    true => fill(keep.clear_sure, &[&shelf.count()]),
                    false => keep.clear.to_owned(),
                }}
            </button>
        </div>
    }
}

const REMOVE: &str = ".mine li > button";

fn row(entry: Entry) -> Node {
    let shelf = Shelf::here();
    let reader = Reader::here();
    let keep = &words().keep;
    let quote = entry.anchor.as_ref().map(|anchor| anchor.quote.clone()).unwrap_or_default();
    let note = (entry.kind == Kind::Highlight && !entry.text.is_empty())
        .then(|| fill(keep.read_as_note, &[&entry.text]));
    let says = match entry.kind {
        Kind::Bookmark | Kind::Read => None,
        Kind::Place => Some(quoted(keep.place, vec![beginning(&quote)], NOTES)),
        Kind::Correction => Some(quoted(keep.proposed, vec![quote, entry.text.clone()], NOTES)),
        Kind::Highlight => Some(quotation(quote, NOTES)),
    };
    let title = entry.title.clone();
    let found = index_of(&entry);
    let link = match found {
        Some(index) => {
            let item = item(index);
            let id = item.article.id.as_str();
            let mut route = reader.route.get_untracked().unfiltered().opened(id);
            route.query.clear();
            route.edition = Some(item.edition.key.clone());
            view! { <a href=route.to_string() lang=item.lang>{title.clone()}</a> }
        }
        // The site shows other editions now.
        None => {
            view! { <span lang=NOTES>{title.clone()}</span>" "<span class="gone">{words().no_article}</span> }
        }
    };
    // Of two alike it says which.
    let source = found.map(|index| {
        view! { <p class="source" lang=words().lang>{issue_line(item(index))}</p> }
    });
    let name = fill(keep.of, &[&keep.remove, &title]);
    let remove = move |_| {
        dom::focus_again(dom::place_among(REMOVE), None);
        shelf.remove(&entry);
    };
    view! {
        <li>
            <div>{link}{source}{says.map(|says| view! { <p>{says}{note.map(|note| view! { <br/>{note} })}</p> })}</div>
            <button type="button" aria-label=name on:click=remove>{keep.remove}</button>
        </li>
    }
}

/// As much of a place as names it.
pub fn beginning(quote: &str) -> String {
    const SHOWN: usize = 16;
    quote.chars().take(SHOWN).collect()
}

/// A button for each page that has corrections.
fn exports() -> Node {
    let shelf = Shelf::here();
    let all: Vec<(usize, Entry)> = shelf
        .entries()
        .into_iter()
        .filter(|entry| entry.kind == Kind::Correction)
        .filter_map(|entry| Some((index_of(&entry)?, entry)))
        .collect();
    let mut pages: Vec<&'static Page> = Vec::new();
    for (index, _) in &all {
        let page = item(*index).page;
        if !pages.iter().any(|known| std::ptr::eq(*known, page)) {
            pages.push(page);
        }
    }
    let button = |page: &'static Page| {
        let proposals: Vec<Proposal> = all
            .iter()
            .filter(|(index, _)| std::ptr::eq(item(*index).page, page))
            .filter_map(|(index, entry)| proposal(item(*index), entry))
            .collect();
        let name = toml_name(&page.source);
        let label = fill(words().keep.export_corrections, &[&proposals.len(), &name]);
        let export = move |_| {
            dom::download(&file_name(&name), &sidecar(&page.source, &page.text, &proposals));
        };
        view! { <button type="button" on:click=export>{label}</button> }
    };
    view! { <div class="steer">{pages.into_iter().map(button).collect::<Node>()}</div> }
}

fn proposal(item: &Item, entry: &Entry) -> Option<Proposal> {
    let origin = Origin::of(item);
    let range = anchor::find(&origin, entry.anchor.as_ref()?, &item.page.text)?;
    Some(Proposal { dump: origin.whole(&range)?, to: entry.text.clone() })
}

/// 000.txt has its corrections in 000.toml.
fn toml_name(source: &str) -> String {
    let stem = source.rsplit_once('.').map_or(source, |(stem, _)| stem);
    format!("{stem}.toml")
}

/// With its folders: each day has a page of the same name. A browser would make signs of its own of the slashes.
fn file_name(name: &str) -> String {
    name.replace('/', "-")
}

#[cfg(test)]
mod tests {
    use super::{file_name, toml_name};

    #[test]
    fn the_name_of_saved_corrections_says_of_which_page_they_are() {
        let saved = |source| file_name(&toml_name(source));
        assert_eq!(saved("郴州日报/2024-05-03/01.txt"), "郴州日报-2024-05-03-01.toml");
        assert_eq!(saved("01.txt"), "01.toml");
    }

    #[test]
    fn corrections_stand_beside_their_dump() {
        assert_eq!(toml_name("000_2caf.txt"), "000_2caf.toml");
        assert_eq!(toml_name("a.b.txt"), "a.b.toml");
        assert_eq!(toml_name("page"), "page.toml");
    }
}

//! How far was an article read? Kept while one reads, offered when it is opened again.

use super::mine::beginning;
use super::quoted::quoted;
use super::shelf::Shelf;
use crate::dom;
use crate::kept::Kind;
use crate::node::{Node, component, view, watch};
use crate::origin::{Origin, Shown};
use crate::state::{Reader, item};
use crate::text::Role;
use crate::words::words;
use leptos::ev;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// Says where the reader had come to, with the way there; follows how far the reader comes now.
#[component]
pub fn Progress(index: usize) -> Node {
    /// Milliseconds of rest after which a place is one.
    const REST: i32 = 800;
    /// Milliseconds in which what ends within the window cannot have been read.
    const GLANCE: i32 = 4_000;
    let reader = Reader::here();
    let shelf = Shelf::here();
    let is_open = move || untrack(|| reader.open()) == Some(Some(index));
    // In the browser only.
    watch(move || {
        let timer = Rc::new(Cell::new(0));
        let scrolled = window_event_listener(ev::scroll, move |_| {
            dom::cancel(timer.get());
            timer.set(dom::after(REST, move || {
                if is_open() {
                    note(shelf, index);
                }
            }));
        });
        on_cleanup(move || scrolled.remove());
        dom::after(GLANCE, move || {
            if is_open() && dom::end_is_seen() {
                shelf.mark_read(index);
            }
        });
    });
    shelf.place(index).map(|(place, quote)| {
        let quote = vec![beginning(&quote)];
        let go = move |_| dom::show_part(place.part);
        view! {
            <p class="resume" lang=words().lang>
                <span>{quoted(words().keep.place, quote, item(index).lang)}</span>
                <button type="button" on:click=go>{words().keep.resume}</button>
            </p>
        }
    })
}

/// Keeps the first paragraph that can be seen; at the end the article is read.
fn note(shelf: Shelf, index: usize) {
    if dom::end_is_seen() {
        return shelf.mark_read(index);
    }
    let Some(part) = dom::first_seen(0.0) else { return };
    let text = &item(index).parts[part];
    // In the heads nothing is read yet.
    let begun = matches!(text.role, Role::Block(block, _) if block > 0);
    let place = [Shown { part, range: 0..text.text.len() }];
    if begun && let Some(range) = Origin::of(item(index)).range(&place) {
        shelf.keep(Kind::Place, index, Some(&range), String::new());
    }
}

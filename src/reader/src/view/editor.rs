//! How does one write a note, or what words should read? In a dialog over the page, which gives the focus back.

use super::pencil::{Pencil, Taken};
use super::shelf::{Own, Shelf};
use crate::dom::{self, Among};
use crate::kept::{Entry, Kind};
use crate::node::{Node, component, view, watch};
use crate::origin::Origin;
use crate::proposal::narrow;
use crate::state::item;
use crate::words::words;
use leptos::ev;
use leptos::html::Textarea;
use leptos::prelude::*;
use std::ops::Range;

/// What is being written.
#[derive(Clone, Debug, PartialEq)]
pub struct Editing {
    kind: Kind,
    index: usize,
    /// Of the article as received.
    range: Range<usize>,
    quote: String,
    /// The first text that it is of.
    text: Option<usize>,
    /// A note that is there already.
    entry: Option<Entry>,
    /// The button beside it.
    button: Option<Among>,
}

impl Editing {
    pub fn new(kind: Kind, taken: &Taken) -> Self {
        let (range, quote) = (taken.range.clone(), taken.quote.clone());
        let (index, text) = (taken.index, taken.text());
        Self { kind, index, range, quote, text, entry: None, button: None }
    }

    /// The note of a highlight.
    pub fn of(index: usize, own: &Own) -> Self {
        let quote =
            own.entry.anchor.as_ref().map(|anchor| anchor.quote.clone()).unwrap_or_default();
        let text = own.places.first().map(|place| place.part);
        let entry = Some(own.entry.clone());
        let button = dom::place_among(BUTTONS);
        Self { kind: Kind::Highlight, index, range: 0..0, quote, text, entry, button }
    }
}

const DIALOG: &str = "editor";
/// What opens it for a note that is there already is one of these.
const BUTTONS: &str = ".own-marks li button";

#[component]
pub fn Editor() -> Node {
    let pencil = Pencil::here();
    watch(move || {
        if pencil.editing.with(Option::is_some) {
            dom::before_paint(|| dom::open_dialog(DIALOG));
        }
    });
    // Closed by Escape or by a button; what had the focus may be gone with it.
    let closed = move |_| {
        if let Some(Editing { button, text, .. }) = pencil.editing.get_untracked() {
            dom::focus_again(button, text);
        }
        pencil.editing.set(None);
    };
    view! {
        <dialog id=DIALOG aria-labelledby="editor-title" on:close=closed>
            {move || pencil.editing.get().map(|editing| view! { <Form editing/> })}
        </dialog>
    }
}

#[component]
fn Form(editing: Editing) -> Node {
    let pencil = Pencil::here();
    let shelf = Shelf::here();
    let input = NodeRef::<Textarea>::new();
    let wrong = RwSignal::new("");
    let keep = &words().keep;
    let correcting = editing.kind == Kind::Correction;
    let (title, label) = match correcting {
        true => (keep.correct, keep.should_be),
        false => (keep.note, keep.note_text),
    };
    let given = match &editing.entry {
        Some(entry) => entry.text.clone(),
        None if correcting => editing.quote.clone(),
        None => String::new(),
    };
    let quote = editing.quote.clone();
    let lang = item(editing.index).lang;
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        match write(shelf, &editing, text.trim()) {
            Ok(()) => {
                dom::close_dialog(DIALOG);
                pencil.put_away();
            }
            Err(sentence) => wrong.set(sentence),
        }
    };
    view! {
        <form on:submit=save>
            <h2 id="editor-title">{title}</h2>
            <p class="label">{keep.quote}</p>
            <blockquote lang=lang>{quote}</blockquote>
            <label class="label" for="editor-text">{label}</label>
            <textarea
                id="editor-text"
                node_ref=input
                rows="4"
                lang=correcting.then_some(lang)
                aria-describedby="editor-wrong"
                prop:value=given
            ></textarea>
            <p id="editor-wrong" class="wrong" role="alert">{move || wrong.get()}</p>
            {correcting.then(|| view! { <p class="hint">{keep.export_hint}</p> })}
            <p class="steer">
                <button type="submit">{keep.save}</button>
                <button type="button" on:click=|_| dom::close_dialog(DIALOG)>{keep.cancel}</button>
            </p>
        </form>
    }
}

/// Keeps what was written, or says why it cannot be kept.
fn write(shelf: Shelf, editing: &Editing, text: &str) -> Result<(), &'static str> {
    let Editing { kind, index, range, entry, .. } = editing;
    if let Some(entry) = entry {
        shelf.replace(Entry { text: text.to_owned(), time: dom::now(), ..entry.clone() });
        return Ok(());
    }
    if *kind != Kind::Correction {
        shelf.keep(*kind, *index, Some(range), text.to_owned());
        return Ok(());
    }
    let origin = Origin::of(item(*index));
    let (range, to) =
        narrow(&origin, range, text).map_err(|refused| words().keep.refused[refused as usize])?;
    let is_near = |own: &Own| {
        let ranges =
            own.places.iter().filter_map(|place| origin.range(std::slice::from_ref(place)));
        let mut meets = ranges.filter(|other| other.start < range.end && range.start < other.end);
        own.entry.kind == Kind::Correction && meets.next().is_some()
    };
    if untrack(|| shelf.own(*index)).iter().any(is_near) {
        return Err(words().keep.overlaps);
    }
    shelf.keep(*kind, *index, Some(&range), to);
    Ok(())
}

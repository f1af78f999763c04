//! What has the reader marked in this article? Listed below it, with notes, and with what the page itself says.

use super::editor::Editing;
use super::pencil::Pencil;
use super::quoted::{quotation, quoted};
use super::shelf::{Own, Shelf};
use crate::dom;
use crate::kept::Kind;
use crate::node::{Node, component, view};
use crate::state::item;
use crate::words::{fill, words};
use leptos::prelude::*;

const REMOVE: &str = ".own-marks li button:last-child";

#[component]
pub fn OwnMarks(index: usize, own: Memo<Vec<Own>>) -> Node {
    move || {
        let (corrections, notes): (Vec<Own>, Vec<Own>) =
            own.get().into_iter().partition(|own| own.entry.kind == Kind::Correction);
        let list = |name: &'static str, all: Vec<Own>| {
            (!all.is_empty()).then(|| {
                let name = fill(name, &[&all.len()]);
                let rows = all.into_iter().map(|own| row(index, own)).collect::<Node>();
                view! {
                    <details class="own-marks" open lang=words().lang>
                        <summary>{name}</summary>
                        <ul>{rows}</ul>
                    </details>
                }
            })
        };
        view! { {list(words().keep.own_notes, notes)} {list(words().keep.own_corrections, corrections)} }
    }
}

fn row(index: usize, own: Own) -> Node {
    let shelf = Shelf::here();
    let pencil = Pencil::here();
    let keep = &words().keep;
    let quote = own.entry.anchor.as_ref().map(|anchor| anchor.quote.clone()).unwrap_or_default();
    let lang = item(index).lang;
    let says = match own.entry.kind {
        Kind::Correction => {
            quoted(keep.proposed, vec![quote.clone(), own.entry.text.clone()], lang)
        }
        _ => quotation(quote.clone(), lang),
    };
    let note = (own.entry.kind == Kind::Highlight && !own.entry.text.is_empty())
        .then(|| fill(keep.read_as_note, &[&own.entry.text]));
    let gone = own.places.is_empty().then_some(keep.gone);
    let is_note = own.entry.kind == Kind::Highlight;
    let edited = own.clone();
    let edit = move |_| pencil.editing.set(Some(Editing::of(index, &edited)));
    let remove = move |_| {
        let text = own.places.first().map(|place| place.part);
        dom::focus_again(dom::place_among(REMOVE), text);
        shelf.remove(&own.entry);
    };
    let named = |verb: &str| fill(keep.of, &[&verb, &quote]);
    view! {
        <li>
            <p>{says}{note.map(|note| view! { <br/>{note} })}</p>
            {gone.map(|gone| view! { <p class="gone">{gone}</p> })}
            <div class="steer">
                {is_note.then(|| view! {
                    <button type="button" aria-label=named(keep.edit) on:click=edit>{keep.edit}</button>
                })}
                <button type="button" aria-label=named(keep.remove) on:click=remove>{keep.remove}</button>
            </div>
        </li>
    }
}

//! How does one type a query? Nothing fires while an input method composes.

use crate::dom::{self, Step};
use crate::state::Reader;
use crate::words::words;
use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;

#[component]
pub fn SearchBox() -> impl IntoView {
    let reader = Reader::here();
    let input = NodeRef::<Input>::new();
    let composing = StoredValue::new(false);
    let search = move || {
        if let Some(input) = input.get_untracked().filter(|_| !composing.get_value()) {
            submit(reader, input.value());
        }
    };
    // The address changes the box (Back, a link), never while an input method holds it.
    Effect::new(move || {
        let query = reader.route.with(|route| route.query.clone());
        if let Some(input) = input.get().filter(|_| !composing.get_value())
            && input.value() != query
        {
            input.set_value(&query);
        }
    });
    view! {
        <form
            class="search"
            role="search"
            on:submit=move |event: ev::SubmitEvent| {
                event.prevent_default();
                if !composing.get_value() {
                    search();
                    dom::focus(super::results::FIRST);
                }
            }
        >
            <input
                node_ref=input
                type="search"
                name="q"
                aria-label=words().search
                placeholder=words().placeholder
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                on:compositionstart=move |_| composing.set_value(true)
                on:compositionend=move |_| {
                    composing.set_value(false);
                    search();
                }
                on:input=move |event: ev::Event| {
                    if !is_composing(&event) {
                        search();
                    }
                }
                on:keydown=move |event: ev::KeyboardEvent| {
                    // Enter that confirms a candidate must not submit the form.
                    if event.key() == "Enter" && (event.is_composing() || composing.get_value()) {
                        event.prevent_default();
                    }
                }
            />
        </form>
    }
}

fn is_composing(event: &ev::Event) -> bool {
    use wasm_bindgen::JsCast;
    event.dyn_ref::<ev::InputEvent>().is_some_and(ev::InputEvent::is_composing)
}

/// A first query can be undone by Back; each further letter replaces it.
fn submit(reader: Reader, query: String) {
    let now = reader.route.get_untracked();
    if now.query == query && now.article.is_none() {
        return;
    }
    let fresh = now.query.is_empty() || now.article.is_some();
    let step = if fresh { Step::New } else { Step::Same };
    reader.go(now.searched(query), step);
}

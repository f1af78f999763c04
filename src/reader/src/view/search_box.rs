//! How does one type a query? Nothing fires while an input method composes.

use super::completions::{CompletionList, Completions, LIST};
use super::howto::Howto;
use crate::dom::{self, Step};
use crate::node::{Node, component, view, watch};
use crate::state::Reader;
use crate::words::words;
use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;

#[component]
pub fn SearchBox() -> Node {
    let reader = Reader::here();
    let input = NodeRef::<Input>::new();
    let composing = StoredValue::new(false);
    let completions = Completions::new();
    let search = move || {
        if let Some(input) = input.get_untracked().filter(|_| !composing.get_value()) {
            let query = input.value();
            completions.offer(&query);
            submit(reader, query);
        }
    };
    // Letters that come faster than answers are answered together.
    let waits = StoredValue::new(false);
    let search_soon = move || {
        if let Some(input) = input.get_untracked().filter(|_| !waits.get_value()) {
            waits.set_value(true);
            dom::after_paint(move || match waits.try_get_value() {
                Some(true) => {
                    waits.set_value(false);
                    search();
                }
                // Enter has asked meanwhile.
                Some(false) => {}
                // Another language has drawn another box, which shows what this one asks.
                None => submit(reader, input.value()),
            });
        }
    };
    // A value that is taken over ends with a space: whatever is typed next is another word.
    let choose = move |query: String| {
        completions.close();
        submit(reader, query + " ");
    };
    // The address changes the box (Back, a link), never while an input method holds it.
    watch(move || {
        let query = reader.asked.get();
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
            // Enter before the reader is there leads nowhere: a form that may not be sent would stop the page from loading.
            method="dialog"
            on:submit=move |event: ev::SubmitEvent| {
                event.prevent_default();
                if !composing.get_value() {
                    waits.set_value(false);
                    search();
                    completions.close();
                    // Which may still have to be drawn.
                    dom::before_paint(|| {
                        dom::show_main(dom::ABOVE);
                        dom::focus(super::results::FIRST);
                    });
                }
            }
        >
            <input
                node_ref=input
                type="search"
                name="q"
                aria-label=words().search
                placeholder=words().placeholder
                role="combobox"
                aria-autocomplete="list"
                aria-controls=LIST
                aria-expanded=move || completions.is_open().to_string()
                aria-activedescendant=move || completions.active_id()
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                on:compositionstart=move |_| composing.set_value(true)
                on:compositionend=move |_| {
                    composing.set_value(false);
                    search_soon();
                }
                on:input=move |event: ev::Event| {
                    if !is_composing(&event) {
                        search_soon();
                    }
                }
                on:blur=move |_| completions.close()
                on:keydown=move |event: ev::KeyboardEvent| {
                    // A key that the input method takes for itself must neither choose nor submit.
                    if event.is_composing() || composing.get_value() {
                        if event.key() == "Enter" {
                            event.prevent_default();
                        }
                    } else if let Some(query) = completions.press(&event) {
                        choose(query);
                    }
                }
            />
            <CompletionList completions on_choose=Callback::new(choose)/>
            <Howto on_choose=Callback::new(move |words: String| {
                let before = reader.route.with_untracked(|route| route.query.trim().to_owned());
                let query = if before.is_empty() { before } else { before + " " } + &words;
                completions.offer(&query);
                submit(reader, query);
                if let Some(input) = input.get_untracked() {
                    let _ = input.focus();
                }
            })/>
        </form>
    }
}

fn is_composing(event: &ev::Event) -> bool {
    use wasm_bindgen::JsCast;
    event.dyn_ref::<ev::InputEvent>().is_some_and(ev::InputEvent::is_composing)
}

/// A first query can be undone by Back; each further letter replaces it.
fn submit(reader: Reader, query: String) {
    let (now, asked) = (reader.route.get_untracked(), reader.asked.get_untracked());
    if now.article.is_none() && asked == query {
        return;
    }
    let fresh = asked.is_empty() || now.article.is_some();
    let step = if fresh { Step::New } else { Step::Same };
    reader.go(now.searched(query), step);
}

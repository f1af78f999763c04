//! How does a word look that the reader corrected? As corrected; pressed, as received, and back.
//!
//! A word of its line: browsers set a `<button>` apart, with line ends around it where it is copied.

use crate::node::{Node, component, view};
use crate::words::{fill, words};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

#[component]
pub fn Proposed(
    /// What the page has.
    quote: String,
    to: String,
    /// The language of both.
    lang: &'static str,
) -> Node {
    let original = RwSignal::new(false);
    let units = quote.encode_utf16().count().to_string();
    let name = fill(words().keep.proposed_from, &[&to, &quote]);
    let text = move || if original.get() { quote.clone() } else { to.clone() };
    let turn = move || original.update(|it| *it = !*it);
    let press = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            // Neither rolls the page nor leads to the lines of the dump.
            event.prevent_default();
            event.stop_propagation();
            turn();
        }
    };
    view! {
        <span
            role="button"
            tabindex="0"
            class="proposed"
            data-units=units
            title=name
            lang=words().lang
            aria-pressed=move || original.get().to_string()
            on:click=move |_| turn()
            on:keydown=press
        >
            <span lang=lang>{text}</span>
        </span>
    }
}

//! How does a word look that the reader corrected? As corrected; pressed, as received, and back.

use crate::node::{Node, component, view};
use crate::words::{fill, words};
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
    view! {
        <button
            type="button"
            class="proposed"
            data-units=units
            title=name
            lang=words().lang
            aria-pressed=move || original.get().to_string()
            on:click=move |_| original.update(|it| *it = !*it)
        >
            <span lang=lang>{text}</span>
        </button>
    }
}

//! What lies over the page until something is chosen? A summary, and what it unfolds.

use crate::dom;
use crate::node::{Node, view, watch};
use crate::state::Reader;
use leptos::html::Details;
use leptos::prelude::*;

/// Those that are unfolded.
pub const FLYOUTS: &str = ":is(.editions, .howto)[open]";

/// Unfolds under its summary, whose id it is given; folds again where the address changes, so that what was chosen is
/// seen, with Escape, and with a click elsewhere ([`dom::fold_at_clicks`]). `inside` gets what folds it otherwise.
pub fn flyout<F: FnOnce(Callback<()>) -> Node>(
    id: &'static str,
    class: &'static str,
    name: &'static str,
    inside: F,
) -> Node {
    let details = NodeRef::<Details>::new();
    let close = move || {
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
    };
    let reader = Reader::here();
    watch(move || {
        reader.route.track();
        close();
    });
    let inside = inside(Callback::new(move |()| close()));
    view! {
        <details class=class node_ref=details on:keydown=|event| dom::fold_at_escape(&event)>
            <summary id=id class="button">{name}</summary>
            {inside}
        </details>
    }
}

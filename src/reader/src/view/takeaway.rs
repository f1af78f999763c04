//! How does one take the whole paper along? In the forms that the page names as its alternates, where it is published.

use crate::dom::{self, Alternate};
use crate::node::{Node, component, view, watch};
use crate::words::words;
use leptos::prelude::*;

/// Media types in the order they are offered, and whether the browser is to keep a file rather than show it.
const KINDS: [(&str, bool); 5] = [
    ("application/epub+zip", true),
    ("text/html", true),
    ("text/plain", false),
    ("application/json", false),
    ("application/atom+xml", false),
];

#[component]
pub fn Takeaway() -> Node {
    let forms = RwSignal::new(Vec::new());
    // In the browser alone: what is prerendered has no page around it yet.
    watch(move || forms.set(dom::alternates()));
    move || {
        let forms = forms.get();
        (!forms.is_empty())
            .then(|| view! { <p class="takeaway">{words().tools.take}{links(&forms)}</p> })
    }
}

fn links(forms: &[Alternate]) -> Vec<Node> {
    let link = |((kind, is_kept), name): (&(&str, bool), &&'static str)| {
        let form = forms.iter().find(|form| form.kind == *kind)?;
        let address = form.address.clone();
        let download = is_kept.then_some("");
        Some(view! { " " <a href=address download=download>{*name}</a> })
    };
    KINDS.iter().zip(&words().tools.forms).filter_map(link).collect()
}

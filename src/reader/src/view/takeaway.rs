//! How does one take the whole paper along? In the forms that the page names as its alternates, where it is published.

use super::shelf::Shelf;
use crate::dom::{self, Alternate};
use crate::library::library;
use crate::node::{Node, component, view, watch};
use crate::words::{fill, words};
use leptos::ev::MouseEvent;
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
        (!forms.is_empty()).then(
            || view! { <p class="takeaway">{take(library().editions.len())}{links(&forms)}</p> },
        )
    }
}

/// The files hold all issues, whichever is shown.
fn take(issues: usize) -> String {
    match issues {
        0 | 1 => words().tools.take.to_owned(),
        _ => fill(words().tools.take_all, &[&issues]),
    }
}

fn links(forms: &[Alternate]) -> Vec<Node> {
    let shelf = Shelf::here();
    // They are not kept: without a network the browser would leave the reader for a page of its own, or say nothing.
    let ask = move |event: MouseEvent| {
        if !dom::is_online() {
            event.prevent_default();
            shelf.tell(words().tools.not_kept);
        }
    };
    let link = |((kind, is_kept), name): (&(&str, bool), &&'static str)| {
        let form = forms.iter().find(|form| form.kind == *kind)?;
        let address = form.address.clone();
        let download = is_kept.then_some("");
        Some(view! { " " <a href=address download=download on:click=ask>{*name}</a> })
    };
    KINDS.iter().zip(&words().tools.forms).filter_map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::take;

    #[test]
    fn of_several_issues_all_are_taken() {
        assert_eq!([1, 17].map(take), ["带走这份报纸：", "带走全部 17 期："]);
    }
}

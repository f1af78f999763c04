//! What can one ask for besides words? The query language by example, each example one press away.

use crate::words::{NOTES, words};
use leptos::html::Details;
use leptos::prelude::*;

/// What each example begins; what it is for stands in `Words::howto_ways`.
const WAYS: [&str; 7] = ["县:", "栏:", "作者:", "日期:", "标题:", "“", "-"];

#[component]
pub fn Howto(#[prop(into)] on_choose: Callback<&'static str>) -> impl IntoView {
    let details = NodeRef::<Details>::new();
    let choose = move |begins| {
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
        on_choose.run(begins);
    };
    let way = move |(at, begins): (usize, &'static str)| {
        view! {
            <li>
                <button type="button" on:click=move |_| choose(begins) lang=NOTES>{begins}</button>
                <span>{words().howto_ways[at]}</span>
            </li>
        }
    };
    view! {
        <details class="howto" node_ref=details>
            <summary class="button">{words().howto}</summary>
            <div>
                <p>{words().howto_words}</p>
                <ul>{WAYS.into_iter().enumerate().map(way).collect_view()}</ul>
            </div>
        </details>
    }
}

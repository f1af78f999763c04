//! What can one ask for besides words? The query language by example, each example one press away.

use super::live::click;
use crate::dom;
use crate::state::Reader;
use crate::words::{NOTES, words};
use leptos::ev;
use leptos::html::Details;
use leptos::prelude::*;

/// What each example begins; what it is for stands in `Words::howto_ways`.
const WAYS: [&str; 7] = ["县:", "栏:", "作者:", "日期:", "标题:", "“", "-"];

/// Id of what opens it.
const SUMMARY: &str = "howto";

#[component]
pub fn Howto(#[prop(into)] on_choose: Callback<&'static str>) -> impl IntoView {
    let details = NodeRef::<Details>::new();
    let close = move || {
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
    };
    // It lies over the page: whatever is asked, by whatever way, is to be seen.
    let reader = Reader::here();
    Effect::new(move || {
        reader.route.track();
        close();
    });
    let choose = move |begins| {
        close();
        on_choose.run(begins);
    };
    let escape = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
            dom::focus(SUMMARY);
        }
    };
    let way = move |(at, begins): (usize, &'static str)| {
        view! {
            <li>
                <button type="button" lang=NOTES on:click=click(move |_| choose(begins))>{begins}</button>
                <span>{words().howto_ways[at]}</span>
            </li>
        }
    };
    view! {
        <details class="howto" node_ref=details on:keydown=escape>
            <summary id=SUMMARY class="button">{words().howto}</summary>
            <div>
                <p>{words().howto_words}</p>
                <ul>{WAYS.into_iter().enumerate().map(way).collect_view()}</ul>
            </div>
        </details>
    }
}

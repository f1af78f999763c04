//! What can one ask for besides words? The query language by example, each example one press away.

use super::flyout::flyout;
use crate::node::{Node, component, view};
use crate::words::{NOTES, words};
use leptos::prelude::*;

/// What each example begins; what it is for stands in `Words::howto_ways`.
const WAYS: [&str; 7] = ["县:", "栏:", "作者:", "日期:", "标题:", "“", "-"];

#[component]
pub fn Howto(on_choose: Callback<&'static str>) -> Node {
    flyout("howto", "howto", words().howto, move |close| {
        let choose = move |begins| {
            close.run(());
            on_choose.run(begins);
        };
        let way = move |(at, begins): (usize, &'static str)| {
            view! {
                <li>
                    <button type="button" lang=NOTES on:click=move |_| choose(begins)>{begins}</button>
                    <span>{words().howto_ways[at]}</span>
                </li>
            }
        };
        view! {
            <div>
                <p>{words().howto_words}</p>
                <ul>{WAYS.into_iter().enumerate().map(way).collect::<Node>()}</ul>
            </div>
        }
    })
}

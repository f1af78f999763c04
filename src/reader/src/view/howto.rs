//! What can one ask for besides words? The query language by example, each example one press away.

use super::flyout::flyout;
use crate::node::{Node, component, view};
use crate::words::words;
use leptos::prelude::*;

#[component]
pub fn Howto(on_choose: Callback<String>) -> Node {
    flyout("howto", "howto", words().howto, move |close| {
        let [county, section, _, author, _, date, heads] =
            words().filter_keys.map(|key| format!("{key}:"));
        // What each example begins.
        let begins = [county, section, author, date, heads, "“".to_owned(), "-".to_owned()];
        let way = move |(begins, what): (String, &'static str)| {
            let name = begins.clone();
            let choose = move |_| {
                close.run(());
                on_choose.run(begins.clone());
            };
            view! {
                <li>
                    <button type="button" on:click=choose>{name}</button>
                    <span>{what}</span>
                </li>
            }
        };
        view! {
            <div>
                <p>{words().howto_words}</p>
                <ul>{begins.into_iter().zip(words().howto_ways).map(way).collect::<Node>()}</ul>
            </div>
        }
    })
}

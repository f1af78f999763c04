//! Is this article kept, and was it read? A button in the article, words in the lists.

use super::shelf::Shelf;
use crate::catalog::Item;
use crate::kept::Kind;
use crate::node::{Node, component, view};
use crate::state::item;
use crate::words::words;
use leptos::prelude::*;

#[component]
pub fn Bookmark(index: usize) -> Node {
    let shelf = Shelf::here();
    let kept = move || shelf.has(Kind::Bookmark, item(index));
    let switch = move |_| match untrack(kept) {
        true => shelf.forget(Kind::Bookmark, index),
        false => shelf.keep(Kind::Bookmark, index, None, String::new()),
    };
    let sign = move || if kept() { "★ " } else { "☆ " };
    view! {
        <button type="button" aria-pressed=move || kept().to_string() on:click=switch>
            <span aria-hidden="true">{sign}</span>
            {words().keep.bookmark}
        </button>
    }
}

/// In the fact line of a list.
#[component]
pub fn KeptMarks(item: &'static Item<'static>) -> Node {
    let shelf = Shelf::here();
    let mark = move |kind: Kind, word: &'static str| {
        shelf.has(kind, item).then(|| view! { <span class="kept" lang=words().lang>{word}</span> })
    };
    view! {
        {move || mark(Kind::Bookmark, words().keep.bookmarked)}
        {move || mark(Kind::Read, words().keep.read)}
    }
}

//! What stands at the foot of the window, whatever is open above? What was just done, the pencil, the voice.

use super::editor::Editor;
use super::pencil::PencilBar;
use super::player::PlayerBar;
use super::shelf::Shelf;
use crate::dom;
use crate::node::{Node, component, view, watch};
use crate::state::Reader;
use crate::words::words;
use leptos::prelude::*;

#[component]
pub fn Dock() -> Node {
    let shelf = Shelf::here();
    let close = move |_| {
        shelf.unsay();
        dom::focus_again(None, None);
    };
    goes_with_view(shelf);
    view! {
        <div class="dock" on:focusin=|event| dom::remember_focus(&event)>
            <section class="news" class:empty=move || shelf.told.with(String::is_empty)>
                <p class="told" role="status">{move || shelf.told.get()}</p>
                {move || shelf.told.with(|told| !told.is_empty()).then(|| view! {
                    <button type="button" on:click=close>{words().close}</button>
                })}
            </section>
            <PencilBar/>
            <PlayerBar/>
        </div>
        <Editor/>
    }
}

/// What was said of one view is of no use in the next.
fn goes_with_view(shelf: Shelf) {
    let reader = Reader::here();
    let shown = Memo::new(move |_| reader.route.with(|route| (route.article.clone(), route.mine)));
    let mut before = None;
    watch(move || {
        if before.replace(shown.get()).is_some() {
            shelf.unsay();
        }
    });
}

//! What stands at the foot of the window, whatever is open above? What was just done, the pencil, the voice.

use super::editor::Editor;
use super::pencil::PencilBar;
use super::player::PlayerBar;
use super::shelf::Shelf;
use crate::node::{Node, component, view};
use leptos::prelude::*;

#[component]
pub fn Dock() -> Node {
    let shelf = Shelf::here();
    view! {
        <div class="dock">
            <p class="told" role="status">{move || shelf.told.get()}</p>
            <PencilBar/>
            <PlayerBar/>
        </div>
        <Editor/>
    }
}

//! What stands over the page for a while? A dialog; the browser keeps the focus in it, and gives it back.

use crate::dom;
use crate::node::{Node, component, view};
use crate::words::words;
use leptos::prelude::*;

/// A button, and the dialog that it opens. What the dialog holds is drawn anew each time, and gone when it is closed.
pub fn dialog_button(
    id: &'static str,
    name: &'static str,
    inside: impl Fn() -> Node + Send + Sync + 'static,
) -> Node {
    let open = RwSignal::new(false);
    let show = move |_| {
        open.set(true);
        dom::before_paint(move || dom::open_dialog(id));
    };
    view! {
        <button type="button" class=id aria-haspopup="dialog" on:click=show>{name}</button>
        {move || open.get().then(|| view! {
            <dialog
                id=id
                class="sheet"
                closedby="any"
                lang=words().lang
                aria-label=name
                on:close=move |_| open.set(false)
            >
                <h2>{name}</h2>
                {inside()}
                <form method="dialog"><button>{words().close}</button></form>
            </dialog>
        })}
    }
}

/// Says below a field what became of copying it.
#[component]
pub fn CopyButton(field: &'static str, name: &'static str, said: RwSignal<&'static str>) -> Node {
    let copy = move |_| {
        said.set("");
        dom::copy_from(field, move |done| {
            // The dialog may be closed by then.
            let tools = &words().tools;
            let _ = said.try_set(if done { tools.copied } else { tools.not_copied });
        });
    };
    view! { <button type="button" on:click=copy>{name}</button> }
}

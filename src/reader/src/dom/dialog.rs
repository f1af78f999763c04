//! How is a dialog opened over the page, and closed again? Also by Back, which on a phone is how one leaves it.
//!
//! Some browsers close it by themselves before they go back, others go back and leave it open. So the open dialog has an
//! entry of its own in the history, at the same address: Back leaves that one, and whatever else closes the dialog goes
//! back too. Going back takes its time; meanwhile the dialog stays where it is, so that nobody gets at the page under it
//! and goes elsewhere from an entry that is being left.

use super::{find, fragment, once, place_now, window};
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlDialogElement};

thread_local! {
    /// The address at which an open dialog has its entry, until that is being left.
    static ENTRY: Cell<Option<String>> = const { Cell::new(None) };
    /// Its entry is being left.
    static LEAVING: Cell<bool> = const { Cell::new(false) };
    /// Hears of whatever is about to close a dialog: Escape, a press beside it, its button.
    static CLOSING: JsValue = Closure::<dyn FnMut(Event)>::new(closing).into_js_value();
}

fn dialog(selector: &str) -> Option<HtmlDialogElement> {
    find(selector)?.dyn_into().ok()
}

/// Opens a `<dialog>` over the page; the browser keeps the focus in it and gives it back.
pub fn open_dialog(id: &str) {
    let Some(dialog) = dialog(&format!("#{id}")) else { return };
    if dialog.open() || dialog.show_modal().is_err() {
        return;
    }
    let state = serde_wasm_bindgen::to_value(&place_now()).unwrap_or_default();
    let pushed = window().history().and_then(|history| history.push_state(&state, ""));
    ENTRY.set(pushed.ok().map(|()| fragment()));
    CLOSING.with(|closing| {
        dialog.set_oncancel(Some(closing.unchecked_ref()));
        dialog.set_onsubmit(Some(closing.unchecked_ref()));
    });
    // A browser may close it without asking.
    let closed = once(Box::new(|| {
        leave();
    }));
    dialog.set_onclose(Some(closed.unchecked_ref()));
}

/// Closes a `<dialog>`; the focus goes back where it was.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(&format!("#{id}"))
        && !leave()
    {
        dialog.close();
    }
}

/// Goes back from the entry of the open dialog, which closes it; says whether it does. Whoever has gone elsewhere
/// meanwhile is not led back, and who asks twice is not led back twice.
fn leave() -> bool {
    let leaves = ENTRY.take() == Some(fragment())
        && window().history().is_ok_and(|history| history.back().is_ok());
    if leaves {
        LEAVING.set(true);
    }
    leaves
}

fn closing(event: Event) {
    // What is sent elsewhere, as a note is, closes nothing.
    if event.cancelable() && !event.default_prevented() && leave() {
        event.prevent_default();
    }
}

/// Closes the dialog whose entry was left.
pub fn close_left_dialog() {
    let leaving = LEAVING.take();
    if (ENTRY.take().is_some() || leaving)
        && let Some(dialog) = dialog("dialog[open]")
    {
        dialog.close();
    }
}

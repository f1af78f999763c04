//! How is a dialog opened over the page, and closed again? Also by Back, which on a phone is how one leaves it.
//!
//! Some browsers close it by themselves before they go back, others go back and leave it open. So the open dialog has an
//! entry of its own in the history, at the same address: Back leaves that one, and whatever else closes the dialog
//! takes it away.

use super::{find, fragment, once, place_now, window};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

thread_local! {
    /// The address at which an open dialog has its entry.
    static ENTRY: Cell<Option<String>> = const { Cell::new(None) };
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
    let closed = once(Box::new(|| {
        // Whoever has gone elsewhere meanwhile is not led back.
        if ENTRY.take() == Some(fragment())
            && let Ok(history) = window().history()
        {
            let _ = history.back();
        }
    }));
    dialog.set_onclose(Some(closed.unchecked_ref()));
}

/// Closes a `<dialog>`; the focus goes back where it was.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(&format!("#{id}")) {
        dialog.close();
    }
}

/// Closes the dialog whose entry was left.
pub fn close_left_dialog() {
    if ENTRY.take().is_some()
        && let Some(dialog) = dialog("dialog[open]")
    {
        dialog.close();
    }
}

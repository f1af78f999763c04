//! How is a dialog opened over the page, and closed again? Also by Back, which on a phone is how one leaves it.
//!
//! Some browsers close it by themselves before they go back, others go back and leave it open. So the open dialog has an
//! entry of its own in the history, at the same address: Back leaves that one, and whatever else closes the dialog goes
//! back too. Going back takes its time; meanwhile the dialog stays where it is, so that nobody gets at the page under it
//! and goes elsewhere from an entry that is being left.

use super::{Place, find, fragment, once, place, place_now, window};
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::{Event, HtmlDialogElement};

thread_local! {
    /// The open dialog with the address at which it has its entry, until that is being left.
    static ENTRY: Cell<Option<(HtmlDialogElement, String)>> = const { Cell::new(None) };
    /// The dialog whose entry is being left.
    static LEAVING: Cell<Option<HtmlDialogElement>> = const { Cell::new(None) };
    /// Hears of whatever is about to close a dialog: Escape, a press beside it, its button.
    static CLOSING: JsValue = Closure::<dyn FnMut(Event)>::new(closing).into_js_value();
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    find(&format!("#{id}"))?.dyn_into().ok()
}

/// Opens a `<dialog>` over the page; the browser keeps the focus in it and gives it back.
pub fn open_dialog(id: &str) {
    let Some(dialog) = dialog(id) else { return };
    if dialog.open() || dialog.show_modal().is_err() {
        return;
    }
    let place = Place { dialog: true, ..place_now() };
    let state = serde_wasm_bindgen::to_value(&place).unwrap_or_default();
    let pushed = window().history().and_then(|history| history.push_state(&state, ""));
    ENTRY.set(pushed.ok().map(|()| (dialog.clone(), fragment())));
    CLOSING.with(|closing| {
        dialog.set_oncancel(Some(closing.unchecked_ref()));
        dialog.set_onsubmit(Some(closing.unchecked_ref()));
    });
    // A browser may close it without asking.
    let own = dialog.clone();
    let closed = once(Box::new(move || {
        leave(&own);
    }));
    dialog.set_onclose(Some(closed.unchecked_ref()));
}

/// Closes a `<dialog>`; the focus goes back where it was.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id)
        && !leave(&dialog)
    {
        dialog.close();
    }
}

/// Goes back from the entry of the dialog, which closes it; says whether it does. Whoever has gone elsewhere meanwhile
/// is not led back, and who asks twice is not led back twice.
fn leave(dialog: &HtmlDialogElement) -> bool {
    let (own, other) = match ENTRY.take() {
        Some((open, place)) if open == *dialog => (Some(place), None),
        other => (None, other),
    };
    ENTRY.set(other);
    let leaves =
        own == Some(fragment()) && window().history().is_ok_and(|history| history.back().is_ok());
    if leaves {
        LEAVING.set(Some(dialog.clone()));
    }
    leaves
}

/// Whether a dialog is open and has its entry.
pub fn dialog_has_entry() -> bool {
    let entry = ENTRY.take();
    let has = entry.is_some();
    ENTRY.set(entry);
    has
}

/// Goes back from the entry of a dialog that was open when the page was loaded anew, and is no longer: else the first
/// Back would lead to the same view.
pub fn leave_lost_dialog() {
    if place().is_some_and(|place| place.dialog)
        && let Ok(history) = window().history()
    {
        let _ = history.back();
    }
}

fn closing(event: Event) {
    let dialog = event.current_target().and_then(|target| target.dyn_into().ok());
    // What is sent elsewhere, as a note is, closes nothing.
    if event.cancelable() && !event.default_prevented() && dialog.is_some_and(|own| leave(&own)) {
        event.prevent_default();
    }
}

/// Closes the dialog whose entry was left, and no other that may be open by then.
pub fn close_left_dialog() {
    let own = || ENTRY.take().map(|(dialog, _)| dialog);
    if let Some(dialog) = LEAVING.take().or_else(own) {
        dialog.close();
    }
}

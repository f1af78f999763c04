//! How do we touch the browser? The only place that calls `web_sys`.

mod arrows;
mod dialog;
mod dump;
mod focus;
mod handout;

pub use arrows::*;
pub use dialog::*;
pub use dump::*;
pub use focus::*;
pub use handout::*;

mod device;
mod face;
#[cfg(target_arch = "wasm32")]
pub mod node;
mod passage;
mod prerendered;
mod scripted;
mod speech;

pub use device::*;
pub use face::*;
pub use passage::*;
pub use prerendered::*;
pub use scripted::*;
pub use speech::*;

use crate::keys::Press;
use js_sys::Promise;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, Event, FocusOptions, HtmlElement, KeyboardEvent, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition, Window,
};

/// What a history entry remembers beside its address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Distance scrolled from the top, in CSS pixels.
    pub scroll: f64,
    /// Whether it is the entry of a dialog that is open over the page.
    #[serde(default)]
    pub dialog: bool,
}

/// Whether a change of address can be undone by Back.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Step {
    New,
    Same,
}

fn window() -> Window {
    web_sys::window().expect("the reader runs in a window")
}

/// The fragment of the address, with its number sign; empty where there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// Sets the fragment without loading anything. A browser that refuses (too many calls a second, a `file:`
/// page in some engines) keeps the old address; the page goes on.
pub fn set_fragment(fragment: &str, step: Step) {
    let Ok(history) = window().history() else { return };
    let state = match step {
        Step::New => Place::default(),
        Step::Same => place().unwrap_or_default(),
    };
    let state = serde_wasm_bindgen::to_value(&state).unwrap_or(JsValue::NULL);
    let _ = match step {
        Step::New => history.push_state_with_url(&state, "", Some(fragment)),
        Step::Same => history.replace_state_with_url(&state, "", Some(fragment)),
    };
}

/// What the current history entry remembers; a fresh one remembers nothing.
pub fn place() -> Option<Place> {
    let state = window().history().and_then(|history| history.state());
    state.ok().and_then(|state| serde_wasm_bindgen::from_value(state).ok())
}

/// How far the page is scrolled.
pub fn place_now() -> Place {
    Place { scroll: window().scroll_y().unwrap_or_default(), dialog: dialog_has_entry() }
}

/// Writes the scroll position into the current history entry.
pub fn remember_place() {
    let state = serde_wasm_bindgen::to_value(&place_now());
    let (Ok(history), Ok(state)) = (window().history(), state) else {
        return;
    };
    let _ = history.replace_state(&state, "");
}

/// The reader restores the position itself: the browser would do it before the text is there.
pub fn restore_scroll_by_hand() {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(web_sys::ScrollRestoration::Manual);
    }
}

pub fn scroll_to(y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
}

/// Calls back on events of the window for as long as the page lives.
pub fn on_window(event: &str, callback: impl FnMut() + 'static) {
    let callback = Closure::<dyn FnMut()>::new(callback).into_js_value();
    let _ = window().add_event_listener_with_callback(event, callback.unchecked_ref());
}

/// A function that the browser calls once. Of one type: each closure of another brings half a kilobyte into the wasm.
fn once(callback: Box<dyn FnOnce()>) -> JsValue {
    Closure::once_into_js(callback)
}

/// Calls back with what a promise gave; with `None` where it was broken.
fn settled(promise: impl Into<JsValue>, then: impl FnOnce(Option<JsValue>) + 'static) {
    // Of one type, as above.
    let then: Box<dyn FnOnce(Option<JsValue>)> = Box::new(then);
    let promise: Promise = promise.into().unchecked_into();
    leptos::task::spawn_local(async move { then(JsFuture::from(promise).await.ok()) });
}

/// Calls back after `milliseconds`; the id is for [`cancel`].
pub fn after(milliseconds: i32, callback: impl FnOnce() + 'static) -> i32 {
    let callback = once(Box::new(callback));
    let set = window().set_timeout_with_callback_and_timeout_and_arguments_0(
        callback.unchecked_ref(),
        milliseconds,
    );
    set.unwrap_or_default()
}

pub fn cancel(id: i32) {
    window().clear_timeout_with_handle(id);
}

/// Calls back before the next paint, when what has just been drawn is in the document.
pub fn before_paint(callback: impl FnOnce() + 'static) {
    let callback = once(Box::new(callback));
    let _ = window().request_animation_frame(callback.unchecked_ref());
}

/// Calls back when the browser has shown what a press or a key did by itself: a letter in its box, a tick, a pressed
/// link. What takes longer is drawn then, and an old phone answers at once. A page in the background is not painted
/// and need not wait.
pub fn after_paint(callback: impl FnOnce() + 'static) {
    let callback: Box<dyn FnOnce()> = Box::new(callback);
    if window().document().is_some_and(|document| document.hidden()) {
        next(callback);
    } else {
        before_paint(|| {
            after(0, callback);
        });
    }
}

/// Calls back when what runs now is done, before anything else happens on the page.
pub fn next(callback: impl FnOnce() + 'static) {
    let callback = once(Box::new(callback));
    window().queue_microtask(callback.unchecked_ref());
}

fn element(id: &str) -> Option<HtmlElement> {
    window().document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Receives the focus when the view changes, so that a screen reader reads on from there.
pub const MAIN: &str = "main";

/// Whether anything but the page as a whole has the keyboard focus. What was in a dialog that has just been closed has it
/// no more, though browsers say so only after the next paint.
pub fn has_focus() -> bool {
    let active = window().document().and_then(|document| document.active_element());
    let is_closed = || is_within("dialog:not([open])");
    active.is_some_and(|element| element.tag_name() != "BODY") && !is_closed()
}

/// Whether the keyboard focus is in an element of this selector.
pub fn is_within(selector: &str) -> bool {
    let active = window().document().and_then(|document| document.active_element());
    active.is_some_and(|element| element.closest(selector).is_ok_and(|found| found.is_some()))
}

/// Gives the focus to the main part where the element that had it is gone.
pub fn keep_focus() {
    if !has_focus() {
        focus(MAIN);
    }
}

/// Of the window's height that may stand above what someone asks for: on a phone it would fill the screen.
pub const ABOVE: f64 = 0.4;

/// Moves the keyboard focus to the main part, and the page to its beginning where that lies further down the window
/// than `share` of its height.
pub fn show_main(share: f64) {
    focus(MAIN);
    let (window, height) = (window(), screen_height());
    if let Some(main) = element(MAIN)
        && let top = main.get_bounding_client_rect().top()
        && (top < 0.0 || top > height * share)
    {
        scroll_to(top + window.scroll_y().unwrap_or_default());
    }
}

/// Moves the keyboard focus; the page does not scroll.
pub fn focus(id: &str) {
    focus_quietly(&format!("#{id}"));
}

fn all(selector: &str) -> Vec<HtmlElement> {
    let found = window().document().and_then(|document| document.query_selector_all(selector).ok());
    let Some(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

fn screen_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0)
}

fn find(selector: &str) -> Option<HtmlElement> {
    window().document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// Moves the keyboard focus to the first element of a selector, if there is one; the page does not scroll.
pub fn focus_quietly(selector: &str) -> bool {
    let found = find(selector);
    found.as_ref().map(focus_on).is_some()
}

/// Moves the keyboard focus; the page does not scroll.
fn focus_on(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Moves the keyboard focus to the first element of a selector, and the page with it.
pub fn focus_first(selector: &str) {
    if let Some(element) = find(selector) {
        let _ = element.focus();
    }
}

/// Clicks the first element of a selector.
pub fn press(selector: &str) {
    if let Some(element) = find(selector) {
        element.click();
    }
}

/// Moves the keyboard focus to the next or previous element of a selector; to the first where none has it.
pub fn walk(selector: &str, forward: bool) {
    let Some(document) = window().document() else { return };
    let all = all(selector);
    let here = document.active_element();
    let here = here.and_then(|here| all.iter().position(|element| **element == here));
    let to = match (here, forward) {
        (None, _) => Some(0),
        (Some(here), true) => Some(here + 1),
        (Some(here), false) => here.checked_sub(1),
    };
    if let Some(element) = to.and_then(|to| all.get(to)) {
        let _ = element.focus();
    }
}

/// Folds the element that listens, a `<details>`, with Escape; its summary has the focus then.
pub fn fold_at_escape(event: &KeyboardEvent) {
    let details = event.current_target().and_then(|it| it.dyn_into::<Element>().ok());
    if let Some(details) = details.filter(|it| event.key() == "Escape" && it.has_attribute("open"))
    {
        let _ = details.remove_attribute("open");
        let summary = details.first_element_child().and_then(|it| it.dyn_into().ok());
        summary.as_ref().map(focus_on);
    }
}

/// Folds what is unfolded over the page when something else is clicked, for as long as the page lives.
pub fn fold_at_clicks(unfolded: &'static str) {
    let fold = move |event: Event| {
        let Some(details) = find(unfolded) else { return };
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if !details.contains(target.as_ref()) {
            let _ = details.remove_attribute("open");
        }
    };
    let fold = Closure::<dyn FnMut(Event)>::new(fold).into_js_value();
    let _ = window().add_event_listener_with_callback("click", fold.unchecked_ref());
}

/// Calls back on every key pressed anywhere on the page, for as long as it lives; `true` keeps the browser from
/// doing what it would.
pub fn on_key(mut callback: impl FnMut(Press) -> bool + 'static) {
    /// Where a letter types or chooses, or nothing behind may happen.
    const TAKEN: &str =
        "input:not([type=checkbox]), textarea, select, [contenteditable], dialog[open]";
    let listen = move |event: Event| {
        // Browsers that fill in a form send an event of this name that is no key.
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let press = Press {
            key: event.key(),
            modified: event.ctrl_key() || event.alt_key() || event.meta_key(),
            composing: event.is_composing(),
            taken: target.is_some_and(|it| it.closest(TAKEN).is_ok_and(|it| it.is_some())),
        };
        if callback(press) {
            event.prevent_default();
        }
    };
    let listen = Closure::<dyn FnMut(Event)>::new(listen).into_js_value();
    let _ = window().add_event_listener_with_callback("keydown", listen.unchecked_ref());
}

/// Brings an element to the middle of the window.
pub fn bring_into_view(id: &str) {
    if let Some(element) = element(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        options.set_behavior(ScrollBehavior::Auto);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// What the device remembers under a name; `None` where it refuses to say.
pub fn stored(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Remembers a text on the device; whether it could. A browser that refuses, or is full, forgets; the page goes on.
pub fn store(key: &str, value: &str) -> bool {
    let storage = window().local_storage().ok().flatten();
    storage.is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// How far down the whole page an element lies: 0 at its top, 1 at its end.
pub fn height_in_page(id: &str) -> Option<f64> {
    let window = window();
    let whole = f64::from(window.document()?.document_element()?.scroll_height());
    let top = element(id)?.get_bounding_client_rect().top() + window.scroll_y().ok()?;
    Some((top / whole).clamp(0.0, 1.0))
}

/// Asks the browser to keep the site for use without a network, and calls back once it is kept. Without
/// service workers (a `file:` page, a private window) the reader works all the same, from memory.
pub fn keep_offline(kept: impl FnOnce() + 'static) {
    let navigator = window().navigator();
    // Absent where the page is not served over https or from this machine itself.
    let supported = js_sys::Reflect::get(&navigator, &"serviceWorker".into());
    if !supported.is_ok_and(|container| container.is_object()) {
        return;
    }
    let container = navigator.service_worker();
    settled(container.register("sw.js"), move |registered| {
        if let (Some(_), Ok(ready)) = (registered, container.ready()) {
            settled(ready, |ready| {
                if ready.is_some() {
                    kept();
                }
            });
        }
    });
}

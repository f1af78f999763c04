//! Where does the keyboard focus go when what had it is gone? To what is in its place, or back to where it came from.

use super::passage::{first_seen, part};
use super::{MAIN, all, before_paint, focus, focus_on, has_focus, screen_height, window};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, Node};

thread_local! {
    /// What had the focus before it came to the foot of the window.
    static FROM: Cell<Option<HtmlElement>> = const { Cell::new(None) };
}

/// Remembers where the focus came from to the element that listens. The main part is no place: it has the focus where
/// nothing else had it.
pub fn remember_focus(event: &FocusEvent) {
    let from = event.related_target().and_then(|from| from.dyn_into::<HtmlElement>().ok());
    let here = event.current_target().and_then(|here| here.dyn_into::<Node>().ok());
    if here.is_some_and(|here| !here.contains(from.as_deref().map(AsRef::as_ref))) {
        FROM.set(from.filter(|from| from.id() != MAIN));
    }
}

/// The selector of things of one kind, and which of them has the focus.
pub type Among = (&'static str, usize);

pub fn place_among(selector: &'static str) -> Option<Among> {
    let active: HtmlElement = window().document()?.active_element()?.dyn_into().ok()?;
    Some((selector, all(selector).iter().position(|it| *it == active)?))
}

/// Where the element that had the focus is gone before the next paint, what stands in its place among its kind by then
/// gets it, or the last. Where it was of none, it goes back to where it came from; where that is out of sight, to a text
/// of the open article: the one of this number, or the first that can be seen. The page does not scroll.
pub fn focus_again(among: Option<Among>, text: Option<usize>) {
    before_paint(move || {
        if has_focus() {
            return;
        }
        let next = among.and_then(|(selector, at)| {
            let mut left = all(selector);
            left.truncate(at + 1);
            left.pop()
        });
        let back = FROM.take().filter(|it| it.is_connected() && is_seen(it));
        match next.or(back).or_else(|| block(text)) {
            Some(element) => focus_on(&element),
            None => focus(MAIN),
        }
    });
}

/// The paragraph or the head with a text; the keyboard goes on behind it.
fn block(text: Option<usize>) -> Option<HtmlElement> {
    let seen = text.filter(|text| part(*text).is_some_and(|part| is_seen(&part)));
    let block = part(seen.or_else(|| first_seen(0.0))?)?.parent_element()?;
    if !block.has_attribute("tabindex") {
        let _ = block.set_attribute("tabindex", "-1");
    }
    block.dyn_into().ok()
}

fn is_seen(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    place.height() > 0.0 && place.bottom() > 0.0 && place.top() < screen_height()
}

//! How does a part of a view follow what changes, and what one does with it? Through one type for all such parts.
//!
//! A closure stands in a view as well, and brings the building and rebuilding of its own type into the wasm, some
//! kilobytes each time.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// Draws anew whenever what `draw` reads changes.
pub fn live<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    let draw: Box<dyn Fn() -> AnyView + Send> = Box::new(move || draw().into_any());
    shared(draw)
}

#[inline(never)]
fn shared(draw: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || draw()).into_any()
}

/// What a click does.
pub fn click(act: impl FnMut(MouseEvent) + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(act)
}

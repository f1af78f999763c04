//! Where in a long article do the hits lie? A strip of marks along the window's edge, as long as the page.
//!
//! For the eye and the finger only: by keyboard, and for screen readers, the walk from hit to hit says the same.

use super::runs::mark_id;
use crate::dom;
use crate::node::{Node, component, view};
use leptos::ev;
use leptos::prelude::*;

/// Hits marked at most: more would be one bar.
const MOST: usize = 200;

#[component]
pub fn Strip(count: usize, current: Signal<usize>, on_choose: Callback<usize>) -> Node {
    let heights = RwSignal::new(Vec::<Option<f64>>::new());
    let measure = move || {
        let heights_now = (0..count.min(MOST)).map(|at| dom::height_in_page(&mark_id(at)));
        heights.set(heights_now.collect());
    };
    dom::before_paint(move || {
        if !heights.is_disposed() {
            measure();
        }
    });
    let resized = window_event_listener(ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    let mark = move |(at, height): (usize, Option<f64>)| {
        height.map(|height| {
            // In whole steps: printing fractions costs several kilobytes of wasm.
            let top = format!("calc({}% / 100)", (height * 10_000.0) as u32);
            view! {
                <span
                    class:current=move || current.get() == at
                    style:top=top
                    on:click=move |_| on_choose.run(at)
                ></span>
            }
        })
    };
    view! {
        <div class="strip" aria-hidden="true">
            {move || heights.get().into_iter().enumerate().map(mark).collect::<Node>()}
        </div>
    }
}

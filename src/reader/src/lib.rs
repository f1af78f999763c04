//! The reader: an edition in a browser, with filters and search, from the first byte to the last offline.
//!
//! Facts that never change after the start (the library, the catalog, the search engine) are `&'static`;
//! what changes is one [`route::Route`], and everything on screen follows from it.

// Natively Leptos names the type of every view in full.
#![recursion_limit = "256"]

pub mod aloud;
pub mod anchor;
#[cfg(test)]
#[path = "../breaks.rs"]
mod breaks;
pub mod catalog;
mod corrected;
mod dom;
pub mod dump;
mod excerpt;
pub mod facet;
pub mod grouping;
pub mod kept;
pub mod keys;
pub mod library;
pub mod listing;
pub mod node;
mod order;
pub mod origin;
pub mod preferences;
#[cfg(not(target_arch = "wasm32"))]
pub mod prerender;
pub mod proposal;
mod qr;
mod quote;
pub mod route;
pub mod scripting;
mod sentence;
mod state;
pub mod text;
pub mod tier;
pub mod tiles;
mod view;
mod voice;
pub mod weave;
pub mod words;

use view::App;

/// Id of the element that holds the prerendered edition, and of the place for it in `index.html`.
pub const PRERENDERED: &str = "prerendered";

/// Draws the reader out of sight; when all is drawn it takes the prerendered page's place and goes on running. Scripts
/// find `window.banxin`.
pub fn start() {
    dom::publish_search(
        &scripting::Request::KEYS,
        scripting::Request::SHAPE,
        |query, request: scripting::Request| {
            scripting::reply(catalog::catalog(), catalog::engine(), query, &request)
        },
    );
    // In tasks of their own: what the wasm needs to begin with is a long one already.
    dom::after(0, || {
        catalog::catalog();
        dom::after(0, mount);
    });
}

fn mount() {
    if let Some(aside) = dom::Aside::new() {
        let root = aside.root();
        let draw = move || App(App { aside: aside.clone() }).show(&aside);
        leptos::mount::mount_to(root, draw).forget();
    }
}

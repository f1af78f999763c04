//! The reader: an edition in a browser, with filters and search, from the first byte to the last offline.
//!
//! Facts that never change after the start (the library, the catalog, the search engine) are `&'static`;
//! what changes is one [`route::Route`], and everything on screen follows from it.

#[cfg(test)]
#[path = "../breaks.rs"]
mod breaks;
pub mod catalog;
mod corrected;
mod dom;
pub mod facet;
pub mod grouping;
pub mod keys;
pub mod library;
pub mod listing;
pub mod preferences;
pub mod route;
pub mod scripting;
mod state;
pub mod text;
pub mod tier;
pub mod tiles;
mod view;
pub mod weave;
pub mod words;

pub use view::App;

/// Draws the reader in the page's body and leaves it running; scripts find `window.banxin`.
pub fn start() {
    dom::publish_search(&scripting::Request::KEYS, |query, request: scripting::Request| {
        scripting::reply(catalog::catalog(), catalog::engine(), query, &request)
    });
    leptos::mount::mount_to_body(App);
}

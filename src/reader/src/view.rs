//! What is on screen? Masthead, search, filters, and the front page or one article.

mod app;
mod article;
mod block;
mod cite;
mod completions;
mod dialog;
mod facts;
mod filters;
mod footer;
mod front;
mod howto;
mod keyboard;
mod look;
mod masthead;
mod nothing;
mod print;
mod raw;
mod results;
mod runs;
mod search_box;
mod share;
mod status;
mod strip;
mod tools;

pub use app::App;
// What is drawn before the wasm runs.
#[cfg(not(target_arch = "wasm32"))]
pub use {
    app::{Desk, Head},
    article::ArticleView,
    footer::Footer,
    look::Look,
};

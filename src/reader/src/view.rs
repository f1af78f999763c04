//! What is on screen? Masthead, search, filters, and the front page or one article.

mod app;
mod article;
mod block;
mod bookmark;
mod cite;
mod completions;
mod dialog;
mod dock;
mod editor;
mod facts;
mod filters;
mod flyout;
mod footer;
mod front;
mod howto;
mod issues;
mod keyboard;
mod listen;
mod look;
mod masthead;
mod mine;
mod nothing;
mod own;
mod pencil;
mod player;
mod print;
mod progress;
mod proposed;
mod quoted;
mod raw;
mod results;
mod runs;
mod search_box;
mod share;
mod shelf;
mod speaker;
mod status;
mod strip;
mod table;
mod takeaway;
mod tools;
mod turns;
mod value;

pub use app::App;
pub use print::issue_line;
// What is drawn before the wasm runs.
#[cfg(not(target_arch = "wasm32"))]
pub use {
    app::{Desk, Head, provide_tools},
    article::ArticleView,
    footer::Footer,
    look::Look,
};

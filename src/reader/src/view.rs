//! What is on screen? Masthead, search, filters, and the front page or one article.

mod app;
mod article;
mod block;
mod facts;
mod filters;
mod footer;
mod front;
mod keyboard;
mod look;
mod masthead;
mod results;
mod runs;
mod search_box;
mod status;

pub use app::App;

//! What is on screen? Masthead, search, filters, and the front page or one article.

mod app;
mod article;
mod block;
mod completions;
mod facts;
mod filters;
mod footer;
mod front;
mod howto;
mod keyboard;
mod look;
mod masthead;
mod nothing;
mod results;
mod runs;
mod search_box;
mod status;
mod strip;

pub use app::{App, Desk, Head};
pub use article::ArticleView;
pub use footer::Footer;
pub use look::Look;

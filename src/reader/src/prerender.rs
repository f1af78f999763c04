//! What can be read before the wasm runs, or without it? The newest edition as HTML, drawn by the reader's own views.
//!
//! The front page and every article stand in one document. An address (`#/a/rrxmeec8`) is at the same time the id of
//! its article here, so that links lead there by the browser's own means and the style sheet shows only the target.

use crate::PRERENDERED;
use crate::catalog::catalog;
use crate::library::library;
use crate::node::{Node, view};
use crate::preferences::Preferences;
use crate::route::Route;
use crate::state::Reader;
use crate::view::{ArticleView, Desk, Footer, Head, Look, provide_tools};
use leptos::prelude::*;

/// The library that is embedded, as [`edition::encode`] writes it.
pub fn embedded() -> &'static [u8] {
    crate::library::BYTES
}

/// The element that the reader replaces when it starts, with the newest edition in it.
pub fn newest_edition() -> String {
    let newest = library().editions.last().map(|edition| edition.key.as_str());
    let here = catalog().items.iter().enumerate();
    let here = here.filter(|(_, item)| Some(item.edition.key.as_str()) == newest);
    let article = |(index, item): (usize, &crate::catalog::Item)| {
        let address = address(item.article.id.as_str());
        view! { <section class="reading" id=address><ArticleView item=Some(index)/></section> }
    };
    html(|| {
        view! {
            <div id=PRERENDERED>
                <Head/>
                <div class="front" id="/"><Desk/></div>
                {here.map(article).collect::<Node>()}
                <Footer/>
            </div>
        }
    })
}

/// The route to an article without its number sign, which is the id of the article's element.
fn address(article: &str) -> String {
    Route::default().opened(article).to_string().split_off(1)
}

/// Draws in a reader of its own that stands at the front page.
fn html(view: impl FnOnce() -> Node) -> String {
    let owner = Owner::new();
    owner.with(|| {
        let reader = Reader::provide(Route::default());
        Look::provide(Preferences::default());
        provide_tools(reader);
        view().html()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_article_of_the_newest_edition_is_there_at_its_address() {
        let html = newest_edition();
        for item in &catalog().items {
            let id = format!("id=\"{}\"", address(item.article.id.as_str()));
            assert_eq!(html.matches(&id).count(), 1, "{id}");
        }
    }
}

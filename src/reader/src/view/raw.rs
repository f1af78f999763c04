//! What did the dump say? Its lines with their numbers, beside an article or by itself.

use super::print::page_source;
use crate::dom::{self, Step};
use crate::dump::{Piece, joined, owners_in_article, owners_in_page, pieces};
use crate::library::library;
use crate::node::{Node, component, view};
use crate::route::Route;
use crate::state::{Reader, edition_index, item};
use crate::words::{fill, words};
use edition::{Article, Page};
use leptos::prelude::*;

/// Shows the dump beside the article, or no longer.
#[component]
pub fn RawSwitch() -> Node {
    let reader = Reader::here();
    let shown = move || reader.route.with(|route| route.raw > 0);
    view! {
        <button
            type="button"
            class="raw"
            aria-pressed=move || shown().to_string()
            on:click=move |_| switch(reader)
        >
            {words().tools.raw}
        </button>
    }
}

const SWITCH: &str = "button.raw";

/// Where the page goes to the dump, Back leads to the article again, and so does whatever closes the dump; where it
/// stands beside the article nothing moves, and there is no way to go back.
fn switch(reader: Reader) {
    let route = reader.route.with_untracked(Route::switched_raw);
    if route.raw > 0 {
        let address = route.to_string();
        reader.route.set(route);
        dom::before_paint(move || dom::show_dump(&address));
    } else if !dom::leave_dump() {
        reader.go(route, Step::Same);
        dom::before_paint(|| dom::focus_first(SWITCH));
    }
}

/// The dump of the page that an article stands on, its own lines set off.
#[component]
pub fn RawBeside(index: usize) -> Node {
    let reader = Reader::here();
    let item = item(index);
    let owners = owners_in_article(item);
    let pieces = pieces(&item.page.text, &owners);
    dom::before_paint(|| {
        dom::stop_at_texts(true);
        dom::roll_to_article();
    });
    on_cleanup(|| {
        dom::stop_at_texts(false);
        dom::forget_dump();
    });
    let draw = |piece: Piece<'static>| match piece.owners.is_empty() {
        true => view! { <div>{lines(&piece)}</div> },
        false => {
            let owners: Vec<String> = piece.owners.iter().map(ToString::to_string).collect();
            let tools = &words().tools;
            let name = match piece.first == piece.last() {
                true => fill(tools.line, &[&piece.first]),
                false => fill(tools.lines, &[&piece.first, &piece.last()]),
            };
            view! {
                <div class="own" data-owner=owners.join(" ")>
                    <button type="button" aria-label=name.clone() title=name></button>
                    {lines(&piece)}
                </div>
            }
        }
    };
    view! {
        <section class="dump" aria-labelledby=dom::DUMP>
            <div class="top" lang=words().lang>
                <h2 id=dom::DUMP tabindex="-1">{words().tools.raw}</h2>
                <button type="button" on:click=move |_| switch(reader)>{words().tools.raw_back}</button>
            </div>
            <p lang=words().lang>{item.page.source.as_str()}<br/>{words().tools.raw_hint}</p>
            <div class="lines" lang=item.lang>{pieces.into_iter().map(draw).collect::<Node>()}</div>
        </section>
    }
}

/// Numbered as in the file. A number is no text: whoever copies lines gets the lines.
fn lines(piece: &Piece<'static>) -> Node {
    let first = piece.first.to_string();
    let line = |line: &&'static str| view! { <li>{*line}</li> };
    view! { <ol start=first>{piece.lines.iter().map(line).collect::<Node>()}</ol> }
}

/// The dump of one page, each article's lines under its headline.
#[component]
pub fn RawPage() -> Node {
    let reader = Reader::here();
    let at = Memo::new(move |_| reader.route.with(|route| (edition_index(route), route.raw)));
    move || {
        let (edition, number) = at.get();
        let edition = edition.and_then(|at| library().editions.get(at));
        let page = number.checked_sub(1).and_then(|at| edition?.pages.get(at));
        let (Some(edition), Some(page)) = (edition, page) else { return no_page(reader) };
        let lang =
            crate::catalog::catalog().items.iter().find(|item| std::ptr::eq(item.page, page));
        let lang = lang.map_or(crate::words::NOTES, |item| item.lang);
        // Under the headlines that a line of the page's own has interrupted they are not said again.
        let mut headed = Vec::new();
        let draw = move |piece: Piece<'static>| {
            let owned = !piece.owners.is_empty() && piece.owners != headed;
            let articles: Vec<&'static Article> = piece
                .owners
                .iter()
                .filter(|_| owned)
                .filter_map(|at| page.articles.get(*at))
                .collect();
            if owned {
                headed.clone_from(&piece.owners);
            }
            let links = articles.into_iter().map(|article| link(reader, page, article));
            view! {
                <div class:own=!piece.owners.is_empty()>
                    {links.collect::<Node>()}
                    {lines(&piece)}
                </div>
            }
        };
        let pieces = joined(pieces(&page.text, &owners_in_page(page)));
        let title = fill(words().tools.raw_of, &[&page.source]);
        view! {
            <section class="dump whole" aria-labelledby=dom::DUMP>
                <h2 id=dom::DUMP lang=words().lang>{title}</h2>
                <p lang=words().lang>{page_source(edition, page)}</p>
                <div class="lines" lang=lang>{pieces.into_iter().map(draw).collect::<Node>()}</div>
            </section>
        }
    }
}

/// For a link to a page that the edition does not have.
fn no_page(reader: Reader) -> Node {
    let front = move || reader.route.with(|route| route.front().to_string());
    view! {
        <section class="missing" lang=words().lang>
            <h2>{words().no_page}</h2>
            <p>{words().no_page_why}</p>
            <p><a class="button list" href=front>{words().to_front}</a></p>
        </section>
    }
}

/// To the article that lines belong to.
fn link(reader: Reader, page: &'static Page, article: &'static Article) -> Node {
    let items = &crate::catalog::catalog().items;
    let title = items.iter().find(|item| std::ptr::eq(item.article, article));
    let title = title.map_or(page.source.as_str(), |item| item.title());
    let href = move || reader.route.with(|route| route.opened(article.id.as_str()).to_string());
    view! { <a class="to" href=href>{title}</a> }
}

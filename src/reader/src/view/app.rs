//! How do the parts of the page hang together, and how does the page follow its address?

use super::article::{ArticleView, title_id};
use super::dock::Dock;
use super::filters::Filters;
use super::flyout::FLYOUTS;
use super::footer::Footer;
use super::front::Front;
use super::keyboard::{self, Keyboard};
use super::listen::ListenAll;
use super::look::Look;
use super::masthead::{Masthead, nameplate};
use super::mine::{self, Mine};
use super::pencil::Pencil;
use super::print::{edition_line, issue_line};
use super::raw::RawPage;
use super::results::Results;
use super::search_box::SearchBox;
use super::shelf::Shelf;
use super::speaker::Speaker;
use super::status::Status;
use super::turns::{Turns, do_in_turn, in_turn};
use crate::PRERENDERED;
use crate::catalog::engine;
use crate::dom::{self, Aside, MAIN, Place, Step};
use crate::library::library;
use crate::node::{Node, component, view, watch};
use crate::route::Route;
use crate::state::{Reader, edition_index, item, righted};
use crate::words::{echo, fill, speak, words};
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;

/// The page, drawn aside; it takes the prerendered one's place by itself.
#[component]
pub fn App(aside: Aside) -> Node {
    let reader = Reader::provide(route_here());
    let take_over = move || take_over(reader, &aside);
    if reader.route.with_untracked(|route| *route == Route::default()) {
        Turns::provide(take_over);
    } else {
        // What was asked for may stand nowhere yet; and a place in it is looked for before the next paint.
        dom::next(take_over);
    }
    let look = Look::provide(Look::remembered());
    do_in_turn(move || look.follow());
    let (shelf, speaker, pencil) = provide_tools(reader);
    do_in_turn(move || {
        shelf.follow();
        speaker.follow();
        pencil.follow();
        keyboard::listen(reader, look, speaker, pencil);
        dom::fold_at_clicks(FLYOUTS);
    });
    let language = Memo::new(move |_| look.get().language);
    do_in_turn(move || follow_address(reader));
    watch(move || {
        language.track();
        dom::set_title(&title(reader));
    });
    // What the page shows changes as a whole only when another article, or none, is open.
    // An open article is drawn anew when the query does, for its highlights.
    let open = Memo::new(move |_| {
        let asked =
            || reader.route.with(|route| (route.query.clone(), route.exact, route.quote.clone()));
        reader.open().map(|article| (article, asked()))
    });
    let mine = Memo::new(move |_| reader.route.with(|route| route.mine));
    // Another language says everything anew.
    move || {
        speak(language.get());
        in_turn(move || {
            view! {
                <Head/>
                {move || match open.get() {
                    None if mine.get() => view! {
                        <main id=MAIN tabindex="-1" aria-labelledby=mine::TITLE><Mine/></main>
                    },
                    Some((article, _)) => view! {
                        <main id=MAIN tabindex="-1" class="reading" aria-labelledby=title_id(article)>
                            <ArticleView item=article/>
                        </main>
                    },
                    None => in_turn(|| view! { <Desk/> }),
                }}
                {in_turn(|| view! { <Footer/> })}
                {in_turn(|| view! { <Dock/> })}
            }
        })
    }
}

/// Takes the prerendered page's place, and goes on with what was done there.
fn take_over(reader: Reader, aside: &Aside) {
    let left = aside.take_over(PRERENDERED);
    if !left.typed.is_empty() {
        let route = reader.route.with_untracked(|route| route.searched(left.typed));
        reader.go(route, Step::Same);
    }
    if let Some(focus) = left.focus {
        dom::focus_quietly(&focus);
    }
    left.pressed.iter().for_each(dom::Control::use_again);
    index_in_idle();
    dom::keep_offline(move || reader.offline.set(true));
}

/// What the reader has at hand in every view; nothing of it touches the browser yet.
pub fn provide_tools(reader: Reader) -> (Shelf, Speaker, Pencil) {
    let shelf = Shelf::provide();
    (shelf, Speaker::provide(shelf), Pencil::provide(reader))
}

/// What stands above every view.
#[component]
pub fn Head() -> Node {
    view! {
        <button type="button" class="skip" on:click=|_| dom::focus(MAIN)>{words().skip}</button>
        {in_turn(|| view! { <Masthead/> })}
        <div class="bench">
            {in_turn(|| view! { <SearchBox/> })}
            {in_turn(|| view! { <ListenAll/> })}
            <nav aria-label=words().keep.mine><a class="button" href=Route::MINE>{words().keep.mine}</a></nav>
            {in_turn(|| view! { <Keyboard/> })}
        </div>
    }
}

/// The list of articles, as a front page or as what a query finds, with the filters beside it.
#[component]
pub fn Desk() -> Node {
    let reader = Reader::here();
    let raw = Memo::new(move |_| reader.route.with(|route| route.raw > 0));
    let searching = Memo::new(move |_| reader.hits.with(Option::is_some));
    view! {
        <div class="desk">
            <Filters/>
            <main id=MAIN tabindex="-1">
                {in_turn(|| view! { <Status/> })}
                {move || if raw.get() {
                    view! { <RawPage/> }
                } else if searching.get() {
                    view! { <Results/> }
                } else {
                    in_turn(|| view! { <Front/> })
                }}
            </main>
        </div>
    }
}

/// Large editions are indexed a little at a time while nobody waits; until then answers are the same, and slower.
fn index_in_idle() {
    /// Milliseconds between slices, in which the page does what it is asked.
    const REST: i32 = 4;
    /// Each is about a millisecond's work.
    const SLICES: usize = 4;
    dom::after(REST, || {
        if (0..SLICES).all(|_| engine().index_more()) {
            index_in_idle();
        }
    });
}

/// What is shown, and of which paper; of which day, too, where there are several.
fn title(reader: Reader) -> String {
    let several = library().editions.len() > 1;
    let edition = reader.route.with(edition_index).and_then(|at| library().editions.get(at));
    let paper = match edition {
        Some(edition) if several => edition_line(edition),
        _ => nameplate(edition).to_owned(),
    };
    match reader.open() {
        Some(Some(index)) => {
            let item = item(index);
            let source = if several { issue_line(item) } else { paper };
            format!("{} · {source}", item.title())
        }
        _ if reader.route.with(|route| route.mine) => format!("{} · {paper}", words().keep.mine),
        _ => {
            let query = reader.route.with(|route| echo(&route.query));
            title_of_list(&query, paper, several)
        }
    }
}

/// A query looks through all editions: among several none is its paper.
fn title_of_list(query: &str, paper: String, several: bool) -> String {
    let asked = fill(words().title, &[&query]);
    match query.is_empty() {
        true => paper,
        false if several => asked,
        false => format!("{asked} · {paper}"),
    }
}

/// What the address names. A wrong edition is put right in it: a link that is copied from it would repeat it.
fn route_here() -> Route {
    let named = Route::parse(&dom::fragment());
    let route = righted(named.clone());
    if route != named {
        dom::set_fragment(&route.to_string(), Step::Same);
    }
    route
}

/// Back, Forward, links and typed addresses change the route; each history entry keeps its scroll position.
fn follow_address(reader: Reader) {
    /// Milliseconds of rest after which a scroll position is worth keeping: browsers allow about 100
    /// changes of history in 30 seconds.
    const REST: i32 = 150;

    dom::restore_scroll_by_hand();
    // A first visit may have scrolled the prerendered page, and stays there.
    if let Some(first) = dom::place() {
        dom::before_paint(move || dom::scroll_to(first.scroll));
    }

    dom::on_window("popstate", move || {
        dom::close_left_dialog();
        reader.ask(&Route::parse(&dom::fragment()).query);
        let place = dom::place();
        dom::after_paint(move || follow(reader, place));
    });
    dom::leave_lost_dialog();
    // A link of the prerendered page may have been followed while nobody listened.
    follow(reader, dom::place());

    let timer = Rc::new(Cell::new(0));
    dom::on_window("scroll", move || {
        dom::cancel(timer.get());
        timer.set(dom::after(REST, dom::remember_place));
    });
    // A link may be pressed before the rest is over.
    dom::on_window("click", dom::remember_place);
    dom::on_window("pagehide", dom::remember_place);
}

/// Draws what the address names by now, scrolled to where it was left; what was never open, at its beginning.
fn follow(reader: Reader, place: Option<Place>) {
    let route = route_here();
    if reader.route.with_untracked(|now| *now == route) {
        return;
    }
    let view = |route: &Route| (route.article.clone(), route.mine);
    let now = reader.route.get_untracked();
    let left = view(&now);
    let moved = left != view(&route);
    let place = place.or_else(|| {
        let left = reader.left.get_untracked().filter(|(list, _)| moved && *list == route);
        left.map(|(_, place)| place)
    });
    if now.article.is_none() && !now.mine {
        reader.left.set(Some((now, dom::place_now())));
    }
    // Back on the list, one stands where one left it; Back from what was kept leads to what led there.
    let link = match left {
        (Some(id), _) if route.article.is_none() => Some(format!("main a[href^='#/a/{id}']")),
        (_, true) if place.is_some() => Some(format!("[href='{}']", Route::MINE)),
        _ => None,
    };
    let link = link.filter(|_| moved);
    let opens = moved && (route.article.is_some() || route.mine) && place.is_none();
    reader.ask(&route.query);
    reader.route.set(route);
    dom::before_paint(move || {
        dom::scroll_to(place.unwrap_or_default().scroll);
        if opens {
            dom::show_main(dom::ABOVE);
        } else if moved && !link.is_some_and(|link| dom::focus_quietly(&link)) {
            dom::focus(MAIN);
        }
        dom::keep_focus();
    });
}

#[cfg(test)]
mod tests {
    use super::title_of_list;

    #[test]
    fn what_is_found_in_several_editions_is_named_after_none() {
        let title = |query, several| title_of_list(query, "涟水报".to_owned(), several);
        assert_eq!(title("", true), "涟水报");
        assert_eq!(title("茶", false), "搜索“茶” · 涟水报");
        assert_eq!(title("茶", true), "搜索“茶”");
    }
}

//! What changes while someone reads? The route, and what follows from it.

use crate::catalog::{Item, catalog, engine};
use crate::dom::{self, Place, Step};
use crate::library::library;
use crate::listing::{self, Listing};
use crate::quote;
use crate::route::Route;
use leptos::prelude::*;
use search::{Hit, Match, Query, Tier};
use std::sync::Arc;

/// Signals that every view reads; one in context.
#[derive(Clone, Copy)]
pub struct Reader {
    pub route: RwSignal<Route>,
    /// What the search box holds by its address: known at once, where what the address names is drawn after the next
    /// paint. What is typed in between is typed behind it.
    pub asked: RwSignal<String>,
    pub hits: Memo<Option<Arc<Vec<Hit>>>>,
    pub listing: Memo<Arc<Listing>>,
    /// The browser has kept everything for use without a network.
    pub offline: RwSignal<bool>,
    /// The list that was last left for another view, and how far down.
    pub left: RwSignal<Option<(Route, Place)>>,
}

impl Reader {
    /// Puts a reader in context that stands at `route`.
    pub fn provide(route: Route) -> Self {
        let asked = RwSignal::new(route.query.clone());
        let route = RwSignal::new(route);
        let query = Memo::new(move |_| route.with(|route| (route.query.clone(), route.exact)));
        // Compared by identity: another query is another answer.
        let hits = Memo::new_with_compare(
            move |_| query.with(|(query, exact)| answer(query, *exact)),
            |_, _| true,
        );
        let listing = Memo::new(move |_| {
            let hits = hits.get();
            let hits = hits.as_ref().map(|hits| hits.as_slice());
            Arc::new(route.with(|route| listing::list(catalog(), hits, route, edition_key(route))))
        });
        let (offline, left) = (RwSignal::new(false), RwSignal::new(None));
        let reader = Self { route, asked, hits, listing, offline, left };
        provide_context(reader);
        reader
    }

    /// The reader in context.
    pub fn here() -> Self {
        expect_context()
    }

    /// Goes to a route and writes it in the address.
    pub fn go(self, route: Route, step: Step) {
        dom::set_fragment(&route.to_string(), step);
        let focused = dom::has_focus();
        self.ask(&route.query);
        self.route.set(route);
        // What was pressed may be gone, as a filter's own button is.
        if focused {
            dom::before_paint(dom::keep_focus);
        }
    }

    /// Puts a query into the search box; where the query is the same, what is being typed stays.
    pub fn ask(self, query: &str) {
        if self.asked.with_untracked(|asked| asked != query) {
            self.asked.set(query.to_owned());
        }
    }

    /// The open article's index in the catalog: `None` on the front page, `Some(None)` for an unknown id.
    pub fn open(self) -> Option<Option<usize>> {
        self.route.with(open)
    }

    /// Whether what is shown is found in all issues: it is of none of them.
    pub fn searches_all(self) -> bool {
        library().editions.len() > 1
            && self.open().is_none()
            && self.hits.with(Option::is_some)
            && self.route.with(|route| !route.mine && route.raw == 0)
    }

    /// The list that the open article was opened from: the one that was left, where it shows the same.
    pub fn list(self) -> Route {
        let front = self.route.with(Route::front);
        let shows_same = |list: &Route| {
            let named = Route { edition: list.edition.clone(), ..front.clone() };
            *list == named
                && (!list.query.is_empty() || named_edition(list) == named_edition(&front))
        };
        let left = self.left.with_untracked(|left| left.as_ref().map(|(list, _)| list.clone()));
        left.filter(shows_same).unwrap_or(front)
    }

    /// Where others find an article, or words of it; nowhere for a file of this device. A whole article has a page of
    /// its own where the paper is published, words of it are marked by the reader.
    pub fn address_of(self, item: &Item, quote: Option<String>) -> Option<String> {
        let id = item.article.id.as_str();
        let namesakes = catalog().items.iter().filter(|other| other.article.id.as_str() == id);
        if quote.is_none()
            && namesakes.count() == 1
            && let Some(folder) = dom::published_folder()
        {
            return Some(format!("{folder}a/{id}/"));
        }
        dom::public_address().map(|page| page + &self.link_to(item, quote))
    }

    /// The fragment of a link to an article, or to words of it: without this reader's query and filters.
    fn link_to(self, item: &Item, quote: Option<String>) -> String {
        // An id says which article it is; only among several editions is there more to say.
        let edition = (library().editions.len() > 1).then(|| item.edition.key.clone());
        let article = Some(item.article.id.as_str().to_owned());
        Route { edition, article, quote, ..Route::default() }.to_string()
    }

    /// Where the words stand that the address quotes, as if they had been searched for: `None` where it quotes
    /// nothing, no places where they are not in this article.
    pub fn quoted(self, index: usize) -> Option<Hit> {
        let quote = self.route.with_untracked(|route| route.quote.clone())?;
        let places = quote::find(&item(index).parts, &quote).unwrap_or_default();
        let place = |place: quote::Place| Match {
            part: place.part as u32,
            start: place.range.start as u32,
            end: place.range.end as u32,
        };
        let matches = places.into_iter().map(place).collect();
        Some(Hit { document: index, tier: Tier::Exact, score: 0.0, matches })
    }

    /// The hit in a catalog item for the query of this moment.
    pub fn hit(self, item: usize) -> Option<Hit> {
        let hits = self.hits.get_untracked()?;
        hits.iter().find(|hit| hit.document == item).cloned()
    }
}

/// `None` where the query asks nothing: empty, or nothing but white space.
pub fn answer(query: &str, exact_only: bool) -> Option<Arc<Vec<Hit>>> {
    if let Some(words) = before_open_filter(query) {
        return answer(words, exact_only);
    }
    let asks = !query.trim().is_empty();
    asks.then(|| Arc::new(catalog().hits(engine(), &Query::parse(query), exact_only)))
}

/// What stands before a filter whose value is still to be typed: `荷 县:` asks for 荷 until then.
fn before_open_filter(query: &str) -> Option<&str> {
    let query = query.trim_end();
    let (before, last) = query.rsplit_once(char::is_whitespace).unwrap_or(("", query));
    let key = last.trim_start_matches(['-', '－']).strip_suffix([':', '：'])?;
    search::is_key(key).then_some(before)
}

/// The index in the library of the edition that a route shows.
pub fn edition_index(route: &Route) -> Option<usize> {
    let key = edition_key(route);
    library().editions.iter().position(|edition| edition.key == key)
}

/// The key of the edition that a route shows: that of the open article, whatever the route says; else the one it
/// names, else the newest.
pub fn edition_key(route: &Route) -> &str {
    match open(route).flatten() {
        Some(index) => &item(index).edition.key,
        None => named_edition(route),
    }
}

fn named_edition(route: &Route) -> &str {
    let editions = &library().editions;
    let named = route.edition.as_deref();
    let named = named.filter(|key| editions.iter().any(|edition| edition.key == *key));
    named.or(newest()).unwrap_or_default()
}

fn newest() -> Option<&'static str> {
    library().editions.last().map(|edition| edition.key.as_str())
}

/// The article that a route opens, as an index in the catalog: `None` where it opens none, `Some(None)` for an
/// unknown id.
fn open(route: &Route) -> Option<Option<usize>> {
    let id = route.article.as_deref()?;
    Some(catalog().find(named_edition(route), id))
}

/// The address of an article from the list at `route`: with its own edition, the newest goes without saying.
pub fn opened(route: &Route, item: &Item) -> Route {
    Route { edition: said_edition(item), ..route.opened(item.article.id.as_str()) }
}

fn said_edition(item: &Item) -> Option<String> {
    let key = &item.edition.key;
    (newest() != Some(key)).then(|| key.clone())
}

/// The same route with the edition that its article is of, where it names another.
pub fn righted(route: Route) -> Route {
    let said = route.edition.as_deref().or(newest());
    match open(&route).flatten().map(item) {
        Some(item) if said != Some(&item.edition.key) => {
            Route { edition: said_edition(item), ..route }
        }
        _ => route,
    }
}

pub fn item(index: usize) -> &'static Item<'static> {
    &catalog().items[index]
}

#[cfg(test)]
mod tests {
    use super::before_open_filter;

    #[test]
    fn a_filter_without_a_value_asks_nothing_yet() {
        assert_eq!(before_open_filter("荷 县:"), Some("荷"));
        assert_eq!(before_open_filter("作者："), Some(""));
        assert_eq!(before_open_filter("县:"), Some(""));
        assert_eq!(before_open_filter("荷 -日期: "), Some("荷"));
        assert_eq!(before_open_filter("标题："), Some(""));
        assert_eq!(before_open_filter("县:绛"), None);
        assert_eq!(before_open_filter("记者问:"), None);
    }
}

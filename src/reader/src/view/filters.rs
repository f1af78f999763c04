//! By what can one narrow the list? Checkboxes with live counts, one group a facet.

use super::look::Look;
use super::turns::in_turn;
use super::value::{are_years_apart, region, said};
use crate::dom::{self, Step};
use crate::facet::{Facet, NO_COUNTY, NO_DAY, plain};
use crate::library::library;
use crate::listing::{Group, Listing, Value};
use crate::node::{Node, component, view};
use crate::order;
use crate::state::{Reader, edition_index, item};
use crate::tier::tiers_line;
use crate::tiles::CountyMap;
use crate::words::{fill, words};
use edition::Edition;
use leptos::ev;
use leptos::prelude::*;
use search::Hit;
use std::sync::Arc;

/// Beside the page on wide screens; on narrow ones behind a button, so that the page comes first.
#[component]
pub fn Filters() -> Node {
    let open = RwSignal::new(false);
    let reader = Reader::here();
    let picked = move || match reader.route.with(|route| route.picks.len()) {
        0 => words().filters.to_owned(),
        some => format!("{} {some}", words().filters),
    };
    let escape = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            open.set(false);
            dom::focus_first(BUTTON);
        }
    };
    let show = move |_| {
        open.set(false);
        dom::before_paint(|| dom::show_main(0.0));
    };
    let count = move || fill(words().show, &[&reader.listing.with(|it| it.entries.len())]);
    view! {
        <div class="filters" class:open=open on:keydown=escape>
            <button
                type="button"
                aria-expanded=move || open.get().to_string()
                aria-controls=PANEL
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {picked}
            </button>
            <nav id=PANEL aria-label=words().filters>
                {Facet::ALL
                    .map(|facet| in_turn(move || view! { <FacetGroup facet/> }))}
                <button type="button" class="done" on:click=show>{count}</button>
            </nav>
        </div>
    }
}

const PANEL: &str = "filters";
/// What opens it on narrow screens.
const BUTTON: &str = ".filters > button";
/// Values of a facet shown at once; a button shows the others.
const MOST: usize = 14;

fn group_of(listing: &Listing, facet: Facet) -> Option<&Group> {
    listing.groups.iter().find(|group| group.facet == facet)
}

/// Where what is listed lies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Regions {
    /// In the region of the issue that is shown.
    Shown,
    /// All of it in that of the edition at this index.
    One(usize),
    Several,
}

/// Hits of several issues may lie far from the one that is shown.
fn of_one_region(hits: &Option<Arc<Vec<Hit>>>) -> Regions {
    let mut editions =
        hits.iter().flat_map(|hits| hits.iter()).map(|hit| item(hit.document).edition);
    let Some(first) = editions.next() else { return Regions::Shown };
    let region = |edition: &'static Edition| edition.region.as_ref().map(|region| &region.value);
    let at = library().editions.iter().position(|edition| std::ptr::eq(edition, first));
    match at.filter(|_| editions.all(|other| region(other) == region(first))) {
        Some(at) => Regions::One(at),
        None => Regions::Several,
    }
}

#[component]
fn FacetGroup(facet: Facet) -> Node {
    let reader = Reader::here();
    let group = Memo::new(move |_| reader.listing.with(|it| group_of(it, facet).cloned()));
    let look = Look::here();
    // Only counties have a map, and only where their places are known.
    let regions = Memo::new(move |_| match facet {
        Facet::County if reader.searches_all() => reader.hits.with(of_one_region),
        _ => Regions::Shown,
    });
    let edition = Memo::new(move |_| match regions.get() {
        Regions::One(at) => Some(at),
        _ => reader.route.with(edition_index),
    });
    let map = move || {
        let is_mapped = facet == Facet::County && regions.get() != Regions::Several;
        edition.get().filter(|_| is_mapped).and_then(CountyMap::of)
    };
    let is_map = move || map().is_some() && !look.get().list;
    // Where each month has one issue, it narrows to what the issue does.
    let is_each_month_one = move || {
        let count = |facet| {
            let of =
                move |listing: &Arc<Listing>| group_of(listing, facet).map(|it| it.values.len());
            reader.listing.with(of)
        };
        count(Facet::Month) == count(Facet::Issue)
    };
    let values = Memo::new(move |_| {
        let mut values = group.get().map(|group| group.values).unwrap_or_default();
        if let Some(map) = map() {
            map.complete(&mut values, !is_map());
        }
        if facet == Facet::County {
            let shown = edition.get().and_then(|at| library().editions.get(at));
            order::by_key(&mut values, |value| {
                let region = region(library(), &value.name, shown).map(str::to_owned);
                (value.name == NO_COUNTY, region)
            });
        }
        let names: Vec<&str> = values.iter().map(|value| value.name.as_str()).collect();
        let is_shown = facet.is_telling(&names) && !(facet == Facet::Month && is_each_month_one())
            || values.iter().any(|value| value.picked);
        if is_shown { values } else { Vec::new() }
    });
    let most = Memo::new(move |_| {
        let counts = values.with(|values| values.iter().map(|value| value.count).max());
        counts.unwrap_or(0).max(1)
    });
    // What the issue makes plain goes unsaid: its year not, where days of others stand beside its own.
    let shown_edition = Memo::new(move |_| {
        let names =
            |values: &Vec<Value>| are_years_apart(values.iter().map(|value| value.name.as_str()));
        edition.get().filter(|_| facet != Facet::Day || !values.with(names))
    });
    // The pages that are shown are .paper already.
    let class = if facet == Facet::Paper { "papers" } else { facet.key() };
    let columns = move || map().map(|map| map.columns().to_string());
    let switch = move || {
        map().map(|_| {
            let switch = move |_| look.change(|now| now.list = !now.list);
            let text = move || if is_map() { words().show_list } else { words().show_map };
            view! { <button type="button" class="switch" on:click=switch>{text}</button> }
        })
    };
    let whole = RwSignal::new(false);
    // What is picked stays in sight wherever it stands in the order.
    let shown = move || {
        let most = if whole.get() || is_map() { usize::MAX } else { MOST };
        values.with(|all| {
            let shown = all.iter().enumerate().filter(|(at, value)| *at < most || value.picked);
            shown.map(|(_, value)| value.name.clone()).collect::<Vec<_>>()
        })
    };
    let draw = move |name| {
        view! { <Choice facet values most edition=shown_edition map=map() name/> }
    };
    let choices = Node::each(shown, draw);
    let rest = move || values.with(Vec::len) - shown().len();
    let shared = move || {
        let shared = group.with(|group| group.as_ref().map_or(0, |group| group.shared));
        (shared > 0).then(|| {
            view! { <p class="shared">{fill(words().shared, &[&shared])}</p> }
        })
    };
    view! {
        <fieldset
            aria-label=facet.name()
            hidden=move || values.with(Vec::is_empty)
            class=class
            class:map=is_map
            style=("--columns", columns)
            on:keydown=|event| dom::walk_map(&event)
        >
            <legend>{facet.name()}{switch}</legend>
            {choices}
            {move || (rest() > 0).then(|| view! {
                <button type="button" class="more" on:click=move |_| whole.set(true)>
                    {fill(words().more_values, &[&rest()])}
                </button>
            })}
            {shared}
        </fieldset>
    }
}

/// One value. It stays in place while its count changes, so that the keyboard focus stays too.
#[component]
fn Choice(
    facet: Facet,
    values: Memo<Vec<Value>>,
    most: Memo<usize>,
    edition: Memo<Option<usize>>,
    map: Option<CountyMap>,
    name: String,
) -> Node {
    let reader = Reader::here();
    let value = {
        let name = name.clone();
        Memo::new(move |_| {
            let none = || Value { name: name.clone(), ..Value::default() };
            let found = |all: &Vec<Value>| all.iter().find(|value| value.name == name).cloned();
            values.with(found).unwrap_or_else(none)
        })
    };
    let count = move || value.with(|value| value.count);
    let picked = move || value.with(|value| value.picked);
    let empty = move || count() == 0 && !picked();
    let tiers = move || value.with(|value| tiers_line(&value.tiers));
    let text = {
        let name = name.clone();
        move || said(facet, &name, edition.get()).0
    };
    let label = {
        let text = text.clone();
        move || format!("{} {}", text(), count())
    };
    let share = move || (count() * 100 / most.get()).to_string();
    let tile = map.and_then(|map| map.tile(&name)).map(|(_, tile)| tile);
    let lang = said(facet, &name, None).1;
    // A tile has room for the beginning of a name.
    let short = tile.map(|tile| usize::from(tile.short)).filter(|short| *short > 0);
    let (rest, short) = match short {
        Some(short) => (plain(&name)[short..].to_owned(), Some(name[..short].to_owned())),
        None => (String::new(), None),
    };
    let short = move || short.clone().unwrap_or_else(&text);
    let line = |at: fn(crate::tiles::Tile) -> u8| tile.map(|tile| (at(tile) + 1).to_string());
    let (row, column) = (line(|tile| tile.row), line(|tile| tile.column));
    let toggle = {
        let name = name.clone();
        move |_| {
            let name = name.clone();
            // The browser has ticked the box by itself.
            dom::after_paint(move || {
                let route = reader.route.with_untracked(|route| route.toggled(facet, &name));
                reader.go(route, Step::New);
            });
        }
    };
    view! {
        <label
            class="choice"
            class:tile=tile.is_some()
            class:dated=facet == Facet::Day && name != NO_DAY
            class:empty=empty
            style=("--share", share)
            style=("--row", row)
            style=("--column", column)
        >
            <input
                type="checkbox"
                aria-label=label
                lang=lang
                prop:checked=picked
                disabled=empty
                on:change=toggle
            />
            <span lang=lang>{short}<span class="unit">{rest}</span></span>
            <span class="count" title=tiers>{count}</span>
        </label>
    }
}

//! What is shown? One line, and a way out of each filter.

use super::print::{PrintButton, edition_source, printed};
use super::value::said;
use crate::catalog::engine;
use crate::dom::Step;
use crate::library::library;
use crate::listing::Listing;
use crate::node::{Node, component, view};
use crate::route::Route;
use crate::state::{Reader, edition_index, item};
use crate::tier::tiers_line;
use crate::words::{NOTES, echo, fill, words};
use edition::Edition;
use leptos::prelude::*;

#[component]
pub fn Status() -> Node {
    let reader = Reader::here();
    let line = Memo::new(move |_| {
        reader.route.with(|route| reader.listing.with(|listing| line(route, listing)))
    });
    let unknown = Memo::new(move |_| reader.route.with(unknown_edition));
    view! {
        {move || unknown.get().map(|key| view! {
            <p class="wrong" role="alert">{fill(words().no_edition, &[&key])}</p>
        })}
        <div class="status">
            <p role="status">
                {move || {
                    let pieces = line.get().into_iter().enumerate();
                    pieces
                        .map(|(at, (lang, text))| {
                            let dot = (at > 0).then_some(" · ");
                            view! { {dot}<span lang=lang>{text}</span> }
                        })
                        .collect::<Node>()
                }}
            </p>
            {move || chips(reader)}
            <PrintButton/>
        </div>
        {move || reader.listing.with(|listing| one_edition(listing)).map(|edition| view! {
            <p class="printed">{printed(&edition_source(edition))}</p>
        })}
    }
}

/// The key of an edition that the address names and that is not there.
fn unknown_edition(route: &Route) -> Option<String> {
    let is_known = |key: &str| library().editions.iter().any(|edition| edition.key == key);
    route.edition.as_deref().filter(|key| !is_known(key)).map(echo)
}

/// The edition that all of the list is from; hits of several name their own.
fn one_edition(listing: &Listing) -> Option<&'static Edition> {
    let mut editions = listing.entries.iter().map(|entry| item(entry.item).edition);
    let first = editions.next()?;
    editions.all(|other| other.key == first.key).then_some(first)
}

fn chips(reader: Reader) -> Node {
    let picks = reader.route.with(|route| route.picks.clone());
    let several = picks.len() > 1;
    let edition = reader.route.with(edition_index);
    let chip = move |pick: crate::route::Pick| {
        let (text, language) = said(pick.facet, &pick.value, edition);
        let label = fill(words().no_longer, &[&text]);
        let text = format!("{text} ✕");
        let clear = move |_| {
            let route = reader.route.with_untracked(|route| route.toggled(pick.facet, &pick.value));
            reader.go(route, Step::New);
        };
        view! { <button type="button" aria-label=label lang=language on:click=clear>{text}</button> }
    };
    let exact = reader.route.with(|route| route.exact);
    let loose = reader.listing.with(|listing| listing.loose);
    let asks = reader.route.with(|route| !route.query.trim().is_empty());
    let switch_exact = move |_| {
        let route = reader.route.with_untracked(Route::switched_exact);
        reader.go(route, Step::New);
    };
    let clear_all = move |_| {
        let route = reader.route.with_untracked(Route::unfiltered);
        reader.go(route, Step::New);
    };
    view! {
        {picks.into_iter().map(chip).collect::<Node>()}
        {(asks && (exact || loose)).then(|| {
            let text = format!("{}{}", words().exact, if exact { " ✕" } else { "" });
            view! {
                <button type="button" aria-pressed=exact.to_string() on:click=switch_exact>
                    {text}
                </button>
            }
        })}
        {several.then(|| view! { <button type="button" on:click=clear_all>{words().clear}</button> })}
    }
}

/// 稷山县 · 通讯 · 1 篇: each piece with the language that it is in.
fn line(route: &Route, listing: &Listing) -> Vec<(&'static str, String)> {
    let ours = words().lang;
    let query = echo(&route.query);
    let mut line = Vec::new();
    if !query.is_empty() {
        line.push((NOTES, fill(words().asked, &[&query])));
    }
    let read = engine().read_filters(&route.query).into_iter();
    line.extend(read.map(|(typed, value)| (ours, fill(words().read_as, &[&echo(&typed), &value]))));
    let edition = edition_index(route);
    line.extend(route.picks.iter().map(|pick| {
        let (text, lang) = said(pick.facet, &pick.value, edition);
        (lang, text)
    }));
    let everything = line.is_empty();
    // A query looks through all editions, whichever is open.
    let count = match everything {
        true => words().everything,
        false if !query.is_empty() && library().editions.len() > 1 => words().count_in_all,
        false => words().count,
    };
    line.push((ours, fill(count, &[&listing.entries.len()])));
    if everything {
        line.push((ours, words().print_order.to_owned()));
    } else if !query.is_empty() && listing.places > 0 {
        line.push((ours, fill(words().places, &[&listing.places])));
        line.extend(tiers_line(&listing.tiers).map(|tiers| (ours, tiers)));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::listing::Entry;

    #[test]
    fn the_line_names_query_filters_and_count() {
        let listing = Listing {
            entries: vec![Entry { item: 0, hit: None }],
            places: 2,
            ..Listing::default()
        };
        let route = Route::parse("#/?county=稷山县&kind=通讯");
        let text = |route: &Route, listing: &Listing| {
            let pieces = line(route, listing).into_iter().map(|(_, text)| text);
            pieces.collect::<Vec<_>>().join(" · ")
        };
        assert_eq!(text(&route, &listing), "稷山县 · 通讯 · 1 篇");
        assert_eq!(text(&Route::parse("#/?q=荷"), &listing), "“荷” · 1 篇 · 2 处");
        let loose = Listing { tiers: [0, 0, 1, 0, 0], ..listing.clone() };
        let book = Route { query: "荷".repeat(12_000), ..Route::default() };
        assert!(text(&book, &listing).chars().count() < 60);
        let read = Route::parse("#/?q=县:xin");
        assert_eq!(text(&read, &listing), "“县:xin” · “县:xin”作“新绛县” · 1 篇 · 2 处");
        let query = Route::parse("#/?q=hehua");
        assert_eq!(text(&query, &loose), "“hehua” · 1 篇 · 2 处 · 拼音 1");
        assert_eq!(text(&Route::default(), &listing), "全部 1 篇 · 按版面顺序");
    }
}

//! What does a query find? Best first, each with the place that shows it.

use super::facts::{Detail, Facts};
use super::listen::ListenBeside;
use super::nothing::{Named, Nothing};
use super::print::issue_line;
use super::runs::{Highlights, runs};
use crate::catalog::{Item, engine};
use crate::excerpt;
use crate::grouping::{Cluster, clusters};
use crate::library::library;
use crate::listing::Entry;
use crate::node::{Child, Node, component, view};
use crate::state::{Reader, item, opened};
use crate::text::Role;
use crate::tier;
use crate::words::{fill, words};
use leptos::prelude::*;
use search::{Hit, Tier};
use std::sync::Arc;

/// Id of the first result's link.
pub const FIRST: &str = "first-result";
/// Characters of text shown around a hit: two to three lines on a phone.
const SNIPPET: usize = 60;
/// Results drawn at once; a button shows as many more.
const BATCH: usize = 50;

#[component]
pub fn Results() -> Node {
    let reader = Reader::here();
    let limit = RwSignal::new(BATCH);
    // Drawn with the answer, and not again with each filter or batch.
    let partial = Memo::new(move |_| {
        let is_partial =
            |hits: &Arc<Vec<Hit>>| hits.first().map(|hit| hit.tier) == Some(Tier::Partial);
        reader.hits.with(|hits| hits.as_ref().is_some_and(is_partial))
            && reader.listing.with(|listing| !listing.entries.is_empty())
    });
    let named = move || {
        reader.hits.track();
        partial.get().then(|| view! { <Named/> })
    };
    let results = move || {
        let listing = reader.listing.get();
        let hits = reader.hits.get().unwrap_or_default();
        if listing.entries.is_empty() {
            return view! { <Nothing hidden=listing.hidden/> };
        }
        let shown = limit.get().min(listing.entries.len());
        let rest = listing.entries.len() - shown;
        let clusters = clusters(engine(), &listing.entries[..shown], &hits);
        let results = clusters.into_iter().enumerate();
        let results = results.map(|(at, cluster)| result(at, cluster, &hits)).collect::<Node>();
        view! {
            <div class="results">{results}</div>
            {(rest > 0).then(|| view! {
                <button type="button" on:click=move |_| limit.update(|limit| *limit += BATCH)>
                    {fill(words().more, &[&rest.min(BATCH)])}
                </button>
            })}
        }
    };
    view! { {named} {results} }
}

fn result(at: usize, cluster: Cluster, hits: &Arc<Vec<Hit>>) -> Node {
    let Cluster { first, repeats } = cluster;
    let item = item(first.item);
    let hit = first.hit.and_then(|hit| hits.get(hit)).cloned();
    let highlights = Highlights { hit: hit.clone(), ..Highlights::default() };
    let why = hit.as_ref().and_then(|hit| tier::loose(hit.tier));
    let found = hit.map(|hit| snippet(item, hit));
    // What has no headline shows what was found in its place, and not its opening besides.
    let named = item.part(Role::Headline);
    let (headline, found) = match named {
        Some((index, _)) => (runs(item, index, &highlights), found),
        None => (found.unwrap_or_else(|| item.title().node()), None),
    };
    let href = address(item);
    let id = (at == 0).then_some(FIRST);
    view! {
        <article class="result" lang=item.lang>
            <h2 class:opening=named.is_none()><a id=id href=href>{headline}</a></h2>
            <ListenBeside index=first.item/>
            {found.map(|found| view! { <p class="snippet">{found}</p> })}
            {why.map(|[name, why]| view! { <p class="tier" lang=words().lang><strong>{name}</strong>" "{why}</p> })}
            <Facts item detail=Detail::Brief byline=None lost=0/>
            {(library().editions.len() > 1).then(|| view! {
                <p class="source" lang=words().lang>{issue_line(item)}</p>
            })}
            {(!repeats.is_empty()).then(|| reprints(&repeats))}
        </article>
    }
}

/// The address of an article, from this list.
fn address(item: &Item) -> String {
    Reader::here().route.with_untracked(|route| opened(route, item).to_string())
}

/// What says nearly the same, out of the way and never left out.
fn reprints(repeats: &[Entry]) -> Node {
    let link = |entry: &Entry| {
        let item = item(entry.item);
        view! { <li><a href=address(item)>{item.title()}</a>" "<span lang=words().lang>{issue_line(item)}</span></li> }
    };
    view! {
        <details class="reprints">
            <summary lang=words().lang>{fill(words().reprints, &[&repeats.len()])}</summary>
            <ul>{repeats.iter().map(link).collect::<Node>()}</ul>
        </details>
    }
}

/// The densest place below the headline; where only the headline has the query, the opening of the text,
/// for the headline above it shows the hit.
fn snippet(item: &'static Item<'static>, mut hit: Hit) -> Node {
    let headline = item.part(Role::Headline).map(|(index, _)| index as u32);
    hit.matches.retain(|found| Some(found.part) != headline);
    if hit.matches.is_empty() {
        let text = beginning(item);
        let cut = excerpt::cut(text, SNIPPET, SNIPPET / 2);
        return view! { {cut.unwrap_or(text)}{cut.map(|_| "……")} };
    }
    let snippet = engine().snippet(&hit, SNIPPET);
    let piece = |piece: &search::Piece<'static>| match piece.is_match {
        true => view! { <mark>{piece.text}</mark> },
        false => excerpt::in_one_line(piece.text).node(),
    };
    view! {
        {snippet.cut_before.then_some("……")}
        {snippet.pieces.iter().map(piece).collect::<Node>()}
        {snippet.cut_after.then_some("……")}
    }
}

/// The first paragraph.
fn beginning(item: &'static Item<'static>) -> &'static str {
    let is_text = |part: &&crate::text::Part| part.role.field() == search::Field::Body;
    item.parts.iter().find(is_text).map_or("", |part| part.text.as_str())
}

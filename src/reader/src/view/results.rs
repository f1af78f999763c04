//! What does a query find? Best first, each with the place that shows it.

use super::facts::{Detail, Facts};
use super::runs::{Highlights, runs};
use crate::catalog::{Item, engine};
use crate::dom::Step;
use crate::listing::Entry;
use crate::route::Route;
use crate::state::{Reader, item};
use crate::text::Role;
use crate::words::{fill, words};
use leptos::either::Either;
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
pub fn Results() -> impl IntoView {
    let reader = Reader::here();
    let limit = RwSignal::new(BATCH);
    move || {
        let listing = reader.listing.get();
        let hits = reader.hits.get().unwrap_or_default();
        if listing.entries.is_empty() {
            return Either::Left(view! { <Nothing hidden=listing.hidden/> });
        }
        let rest = listing.entries.len().saturating_sub(limit.get());
        let shown = listing.entries.iter().take(limit.get()).enumerate();
        let results = shown.map(|(at, entry)| result(at, *entry, &hits)).collect_view();
        Either::Right(view! {
            <div class="results">{results}</div>
            {(rest > 0).then(|| view! {
                <button type="button" on:click=move |_| limit.update(|limit| *limit += BATCH)>
                    {fill(words().more, &[&rest.min(BATCH)])}
                </button>
            })}
        })
    }
}

fn result(at: usize, entry: Entry, hits: &Arc<Vec<Hit>>) -> impl IntoView + use<> {
    let reader = Reader::here();
    let item = item(entry.item);
    let hit = entry.hit.and_then(|hit| hits.get(hit)).cloned();
    let highlights = Highlights { hit: hit.clone(), current: None };
    let tier = hit.as_ref().and_then(|hit| tier_name(hit.tier));
    let headline = match item.part(Role::Headline) {
        Some((index, part)) => Either::Left(runs(part, index, &highlights)),
        None => Either::Right(item.title()),
    };
    let href =
        reader.route.with_untracked(|route| route.opened(item.article.id.as_str()).to_string());
    let id = (at == 0).then_some(FIRST);
    view! {
        <article class="result" lang=item.lang>
            <h2><a id=id href=href>{headline}</a></h2>
            {hit.map(|hit| snippet(item, hit))}
            {tier.map(|[name, why]| view! { <p class="tier" lang=words().lang><strong>{name}</strong>" "{why}</p> })}
            <Facts item detail=Detail::Brief/>
        </article>
    }
}

/// Why something was found that does not stand there as typed.
fn tier_name(tier: Tier) -> Option<[&'static str; 2]> {
    match tier {
        Tier::Exact => None,
        Tier::Folded => Some(words().tiers[0]),
        Tier::Pinyin => Some(words().tiers[1]),
        Tier::Lookalike => Some(words().tiers[2]),
        Tier::Partial => Some(words().tiers[3]),
    }
}

/// The densest place below the headline; where only the headline has the query, the opening of the text,
/// for the headline above it shows the hit.
fn snippet(item: &'static Item<'static>, mut hit: Hit) -> impl IntoView + use<> {
    let headline = item.part(Role::Headline).map(|(index, _)| index as u32);
    hit.matches.retain(|found| Some(found.part) != headline);
    if hit.matches.is_empty() {
        return Either::Left(view! { <p class="snippet">{beginning(item)}"……"</p> });
    }
    let snippet = engine().snippet(&hit, SNIPPET);
    let piece = |piece: &search::Piece<'static>| match piece.is_match {
        true => Either::Left(view! { <mark>{piece.text}</mark> }),
        false => Either::Right(piece.text),
    };
    Either::Right(view! {
        <p class="snippet">
            {snippet.cut_before.then_some("……")}
            {snippet.pieces.iter().map(piece).collect_view()}
            {snippet.cut_after.then_some("……")}
        </p>
    })
}

/// The opening of the first paragraph.
fn beginning(item: &'static Item<'static>) -> &'static str {
    let is_text = |part: &&crate::text::Part| part.role.field() == search::Field::Body;
    let text = item.parts.iter().find(is_text).map_or("", |part| part.text.as_str());
    text.char_indices().nth(SNIPPET).map_or(text, |(end, _)| &text[..end])
}

/// Nothing found: said plainly, with the way to what the filters hide.
#[component]
fn Nothing(hidden: usize) -> impl IntoView {
    let reader = Reader::here();
    let query = reader.route.with_untracked(|route| route.query.trim().to_owned());
    let drop_filters = move |_| {
        let route = reader.route.with_untracked(Route::unfiltered);
        reader.go(route, Step::New);
    };
    view! {
        <div class="nothing">
            <p>{fill(words().not_found, &[&query])}</p>
            {match hidden {
                0 => Either::Left(view! {
                    <p>{words().not_found_hint}</p>
                }),
                hidden => Either::Right(view! {
                    <button type="button" on:click=drop_filters>
                        {fill(words().drop_filters, &[&hidden])}
                    </button>
                }),
            }}
        </div>
    }
}

//! How does one read an article? Heads, facts, text, hits, and the way on.

use super::block::{blocks, byline};
use super::bookmark::Bookmark;
use super::facts::{Detail, Facts, opening_bylines};
use super::listen::Listen;
use super::own::OwnMarks;
use super::pencil::Pencil;
use super::print::Printed;
use super::progress::Progress;
use super::quoted::quoted;
use super::raw::RawBeside;
use super::runs::{Highlights, mark_id, passage, runs};
use super::shelf::{Own, Shelf};
use super::speaker::Speaker;
use super::strip::Strip;
use super::tools::ArticleTools;
use crate::catalog::Item;
use crate::dom::{self, Step};
use crate::node::{Child, Node, component, view, watch};
use crate::state::{Reader, item, opened};
use crate::text::{Fix, Part, Role, units};
use crate::words::{fill, value_name, words};
use edition::{ArticleId, Direction, Kind, NoteKind, Reason};
use leptos::prelude::*;

/// `item` is `None` for a link to an article that this library does not hold.
#[component]
pub fn ArticleView(item: Option<usize>) -> Node {
    match item {
        Some(index) => view! { <Reading index/> },
        None => view! { <Missing/> },
    }
}

/// The id of the heading that names what is open.
pub fn title_id(item: Option<usize>) -> String {
    item.map_or_else(|| "missing".to_owned(), |index| headline_id(self::item(index)))
}

#[component]
fn Missing() -> Node {
    let reader = Reader::here();
    let front = move || reader.route.with(|route| route.front().to_string());
    view! {
        <article class="missing">
            <h1 id=title_id(None)>{words().no_article}</h1>
            <p>{words().no_article_why}</p>
            <p><a class="button list" href=front>{words().to_front}</a></p>
        </article>
    }
}

#[component]
fn Reading(index: usize) -> Node {
    let reader = Reader::here();
    let item = item(index);
    // Another query draws the article anew.
    let hit = reader.hit(index);
    let count = hit.as_ref().map_or(0, |hit| hit.matches.len());
    let current =
        Signal::derive(move || reader.route.with(|route| route.hit.min(count.saturating_sub(1))));
    // A link's own words are marked unless something is searched for.
    let quoted = if count == 0 { reader.quoted(index) } else { None };
    let quote_found = quoted.as_ref().map(|hit| !hit.matches.is_empty());
    let hit = quoted.or(hit);
    let shelf = Shelf::here();
    let own = Memo::new(move |_| shelf.own(index));
    // What the reader marks draws the text anew, not what stands around it.
    let highlights =
        move || Highlights { hit: hit.clone(), own: own.get(), current: Some(current) };
    let of_heads = highlights.clone();
    let of_byline = highlights.clone();
    let is_signed = !opening_bylines(item.article).is_empty();
    let byline = is_signed.then(|| (move || byline(item, &of_byline())).node());
    let photo = item.article.kind == Kind::Photo;
    mark_spoken(index, own);
    let raw = Memo::new(move |_| reader.route.with(|route| route.raw > 0));
    // Its type is forgotten here: what holds it would take too long to name. A pointer that rests points at nothing:
    // `mouseover` comes, too, when the text is rolled or drawn anew under it, and would take the mark from the focus.
    let body = view! {
        <div
            class:beside=raw
            on:mousemove=|event| dom::mark_current(&event)
            on:focusin=|event| dom::mark_current(&event)
            on:click=|event| {
                dom::mark_current(&event);
                dom::lead_across(&event);
            }
            on:keydown=|event| dom::lead_back(&event)
        >
            <article aria-labelledby=headline_id(item) lang=item.lang>
                {move || heads(item, &of_heads())}
                {(count > 0).then(|| view! { <HitWalk count current/> })}
                <Facts item detail=Detail::Evidence byline lost=0/>
                <Tools index/>
                <Progress index/>
                {jumps(item, Direction::From)}
                {photo.then(|| view! { <p class="no-picture" lang=words().lang>{words().no_picture}</p> })}
                <div class="text">{move || blocks(item, &highlights())}</div>
                {jumps(item, Direction::To)}
                {item.page.closing(item.article).map(|text| view! { <p class="closing">{text}</p> })}
                <OwnMarks index own/>
                {suspicions(item)}
                {corrections(item)}
                <Printed item/>
            </article>
            {move || raw.get().then(|| view! { <RawBeside index/> })}
        </div>
    };
    view! {
        <Way index label=words().way/>
        {quote_found.map(|found| view! { <Quoted found/> })}
        {body}
        <Way index label=words().way_below/>
    }
}

/// Several articles may stand on one page, as they do before the reader runs.
fn headline_id(item: &Item) -> String {
    format!("headline-{}", item.article.id.as_str())
}

/// Says that the words which the address quotes are marked, and shows them; or that they are not there.
#[component]
fn Quoted(found: bool) -> Node {
    if found {
        dom::before_paint(|| dom::bring_into_view(&mark_id(0)));
    }
    let tools = &words().tools;
    view! { <p class="quoted" role="status">{if found { tools.quoted } else { tools.quote_lost }}</p> }
}

/// What one can do with the article as a whole.
#[component]
fn Tools(index: usize) -> Node {
    let pencil = Pencil::here();
    view! {
        <div class="tools" lang=words().lang>
            <Listen index/>
            <Bookmark index/>
            <button type="button" on:click=move |_| pencil.next_sentence()>{words().keep.take}</button>
            <ArticleTools index/>
        </div>
    }
}

/// Marks the sentence that is being read aloud, while it is of this article.
fn mark_spoken(index: usize, own: Memo<Vec<Own>>) {
    let speaker = Speaker::here();
    let spoken = Memo::new(move |_| speaker.spoken().filter(|(item, _)| *item == index));
    watch(move || {
        own.track();
        let passage = spoken.get().map(|(_, line)| {
            let units = |at: usize| {
                item(index).parts.get(line.part).map_or(0, |part| units(&part.text, at))
            };
            dom::Passage {
                part: line.part,
                start: units(line.range.start),
                end: units(line.range.end),
            }
        });
        dom::before_paint(move || dom::mark_spoken(passage.as_ref()));
    });
}

/// Kicker, headline, subtitle in print order; the opening of the text where there is no headline.
fn heads(item: &'static Item<'static>, highlights: &Highlights) -> Node {
    let head = |role| item.part(role).map(|(index, _)| passage(item, index, highlights));
    let label = |role, class| head(role).map(|text| view! { <p class=class>{text}</p> });
    let id = headline_id(item);
    // Words of the desk over several articles, not of this one's text.
    let shared = |role, class| {
        let text = item.part(role).map(|(index, _)| runs(item, index, highlights));
        text.map(|text| view! { <p class=class>{text}</p> })
    };
    let headline = match head(Role::Headline) {
        Some(text) => view! { <h1 id=id>{text}</h1> },
        None => view! {
            <h1 id=id class="opening">{value_name(item.article.kind.name())}</h1>
        },
    };
    view! {
        <header class="heads">
            {shared(Role::Rubric, "rubric")}
            {shared(Role::Column, "column")}
            {label(Role::Kicker, "kicker")}
            {headline}
            {label(Role::Subtitle, "subtitle")}
        </header>
    }
}

/// Previous, list, next: within what query and filters leave.
#[component]
fn Way(index: usize, label: &'static str) -> Node {
    let reader = Reader::here();
    let place = Memo::new(move |_| {
        reader.listing.with(|listing| {
            let entries = &listing.entries;
            let here = entries.iter().position(|entry| entry.item == index);
            let near = |step: isize| {
                let at = here?.checked_add_signed(step)?;
                entries.get(at).map(|entry| entry.item)
            };
            (near(-1), near(1), here.map(|at| (at + 1, entries.len())))
        })
    });
    let link = move |target: Option<usize>, way: &'static str, word: &'static str| {
        target.map(|target| {
            let to = item(target);
            let href = reader.route.with(|route| opened(route, to).to_string());
            view! {
                <a class="button" rel=way href=href title=to.title() lang=to.lang>
                    <span lang=words().lang>{word}</span>
                </a>
            }
        })
    };
    let list = move || reader.list().to_string();
    view! {
        <nav class="way" aria-label=label>
            {move || link(place.get().0, "prev", words().previous)}
            <a class="button list" href=list>
                {words().back}
                {move || place.get().2.map(|(at, all)| view! {
                    <span class="at">{fill(words().back_at, &[&at, &all])}</span>
                })}
            </a>
            {move || link(place.get().1, "next", words().next)}
        </nav>
    }
}

/// From hit to hit.
#[component]
fn HitWalk(count: usize, current: Signal<usize>) -> Node {
    let reader = Reader::here();
    let go = move |hit: usize| {
        let mut route = reader.route.get_untracked();
        route.hit = hit % count;
        reader.go(route, Step::Same);
    };
    let step = move |by: usize| go(current.get_untracked() + by);
    let alone = count < 2;
    let mut first = true;
    watch(move || {
        let now = current.get();
        if !std::mem::take(&mut first) || now > 0 {
            dom::before_paint(move || dom::bring_into_view(&mark_id(now)));
        }
    });
    view! {
        <div class="walk" role="group" aria-label=words().hits lang=words().lang>
            <button type="button" disabled=alone on:click=move |_| step(count - 1)>{words().hit_previous}</button>
            <span role="status">{move || fill(words().hit_at, &[&(current.get() + 1), &count])}</span>
            <button type="button" disabled=alone on:click=move |_| step(1)>{words().hit_next}</button>
        </div>
        <Strip count current on_choose=Callback::new(go)/>
    }
}

/// What looks misread, said below the text; the text itself stays as received.
fn suspicions(item: &'static Item<'static>) -> Option<Node> {
    let inside = |span: edition::Span| item.article.spans().any(|own| own.overlaps(span));
    let is_doubt = |kind| matches!(kind, NoteKind::Suspicion | NoteKind::Doubled);
    let wanted = |note: &&edition::Note| is_doubt(note.kind) && inside(note.span);
    let mut reasons: Vec<&Reason> = Vec::new();
    for reason in item.page.notes.iter().filter(wanted).filter_map(|note| note.reason.as_ref()) {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    let one = |reason: &Reason| {
        let (sentence, values) = words().reasons.say(reason);
        view! { <p>{quoted(sentence, values, item.lang)}</p> }
    };
    (!reasons.is_empty()).then(|| {
        view! {
            <aside class="suspicions" aria-label=words().doubts lang=words().lang>
                {reasons.into_iter().map(one).collect::<Node>()}
            </aside>
        }
    })
}

/// What the newsroom corrected, with what the dump has.
fn corrections(item: &'static Item<'static>) -> Option<Node> {
    let fixes = || item.parts.iter().flat_map(|part| part.fixes.iter().map(move |fix| (part, fix)));
    let count = fixes().count();
    let one = |(part, fix): (&'static Part, &'static Fix)| {
        let shown = &part.text[fix.start..fix.end];
        view! { <li>{shown}{fill(words().original, &[&fix.original])}</li> }
    };
    (count > 0).then(|| {
        view! {
            <details class="corrections">
                <summary>{fill(words().corrected, &[&count])}</summary>
                <ul>{fixes().map(one).collect::<Node>()}</ul>
            </details>
        }
    })
}

/// Where the text goes on, below it, or came from, above it: a link where the other end is in the edition.
fn jumps(item: &'static Item<'static>, direction: Direction) -> Node {
    let reader = Reader::here();
    let one = |(marker, other): (&'static str, Option<&'static ArticleId>)| match other {
        Some(id) => {
            let href = move || reader.route.with(|route| route.opened(id.as_str()).to_string());
            view! { <p class="jump"><a href=href>{marker}</a></p> }
        }
        None => view! { <p class="jump">{marker}</p> },
    };
    item.jumps(direction).map(one).collect::<Node>()
}

//! How is one text of an article drawn? As text nodes, with hits and joints marked.

use super::proposed::Proposed;
use super::shelf::Own;
use crate::catalog::Item;
use crate::kept::Kind;
use crate::node::{Child, Node, view};
use crate::text::Role;
use crate::weave::{Run, at_breaks, phrases, weave};
use crate::words::{fill, words};
use leptos::prelude::*;
use search::Hit;
use std::ops::Range;

/// Where the hits of an article lie, and which of them the reader stands at.
#[derive(Clone, Default)]
pub struct Highlights {
    pub hit: Option<Hit>,
    /// What the reader marked.
    pub own: Vec<Own>,
    /// Index of the current match, where marks carry ids to be jumped to.
    pub current: Option<Signal<usize>>,
}

impl Highlights {
    /// The matches in one part, and the number of matches before it.
    fn of_part(&self, part: usize) -> (Vec<Range<usize>>, usize) {
        let Some(hit) = &self.hit else { return (Vec::new(), 0) };
        let here = |m: &&search::Match| m.part as usize == part;
        let before = hit.matches.iter().take_while(|m| (m.part as usize) < part).count();
        let ranges = hit.matches.iter().filter(here).map(|m| m.start as usize..m.end as usize);
        (ranges.collect(), before)
    }

    /// What the reader marked in one part, with its places there.
    fn own_of_part(&self, part: usize) -> (Vec<&Own>, Vec<Range<usize>>) {
        let places =
            self.own.iter().flat_map(|own| own.places.iter().map(move |place| (own, place)));
        let here = places.filter(|(_, place)| place.part == part);
        here.map(|(own, place)| (own, place.range.clone())).unzip()
    }
}

/// Id of the first run of the match with this number.
pub fn mark_id(number: usize) -> String {
    format!("hit-{number}")
}

/// The text as the open article has it, where places of it are to be found again.
pub fn passage(item: &'static Item<'static>, index: usize, highlights: &Highlights) -> Node {
    view! { <span data-part=index>{runs(item, index, highlights)}</span> }
}

/// The text of the part with this index; of a head each phrase by itself, so that a line ends between two of them
/// before it ends within one.
pub fn runs(item: &'static Item<'static>, index: usize, highlights: &Highlights) -> Node {
    let part = &item.parts[index];
    let woven = Woven::of(item, index, highlights);
    let phrases = match part.role {
        Role::Block(..) => Vec::new(),
        _ => phrases(&part.text),
    };
    if phrases.len() < 2 {
        return woven.draw(0..part.text.len());
    }
    let draw = |range: Range<usize>| {
        let is_space = part.text[range.clone()].trim().is_empty();
        let text = woven.draw(range);
        if is_space {
            text
        } else {
            view! { <span class="phrase">{text}</span> }
        }
    };
    phrases.into_iter().map(draw).collect::<Node>()
}

/// The text of one part with all that is marked in it, to be drawn whole or in ranges.
pub struct Woven<'h> {
    item: &'static Item<'static>,
    index: usize,
    runs: Vec<Run<'static>>,
    hits: Vec<Range<usize>>,
    /// Hits in the parts before it.
    before: usize,
    own: Vec<&'h Own>,
    places: Vec<Range<usize>>,
    current: Option<Signal<usize>>,
}

impl<'h> Woven<'h> {
    pub fn of(item: &'static Item<'static>, index: usize, highlights: &'h Highlights) -> Self {
        let part = &item.parts[index];
        let (hits, before) = highlights.of_part(index);
        let (own, places) = highlights.own_of_part(index);
        let runs = weave(&part.text, &hits, &places, &part.joints, &part.fixes);
        Self { item, index, runs, hits, before, own, places, current: highlights.current }
    }

    /// What lies in a range of the text.
    pub fn draw(&self, range: Range<usize>) -> Node {
        let (part, lang) = (&self.item.parts[self.index], self.item.lang);
        let runs: Vec<Run<'static>> =
            self.runs.iter().filter_map(|run| run.within(&range)).collect();
        let by_hit = runs.chunk_by(|one, next| one.hit.is_some() && one.hit == next.hit);
        let one = |run: &Run<'static>| match run.own {
            Some(at) => marked(run, self.own[at], &self.places[at], &part.breaks, lang),
            None => plain(run, &part.breaks, lang),
        };
        let draw = |runs: &[Run<'static>]| {
            let text = runs.iter().map(one).collect::<Node>();
            let Some((first, hit)) = runs.first().and_then(|run| Some((run.start, run.hit?)))
            else {
                return text;
            };
            let begins = self.hits[hit].start == first;
            mark(text, hit + self.before, begins, self.current)
        };
        by_hit.map(draw).collect::<Node>()
    }
}

/// What the reader marked: a highlight underlined, with its note behind it; a correction in place of its words.
fn marked(
    run: &Run<'static>,
    own: &Own,
    place: &Range<usize>,
    breaks: &[u32],
    lang: &'static str,
) -> Node {
    let first = run.start == place.start;
    if own.entry.kind == Kind::Correction {
        let quote =
            own.entry.anchor.as_ref().map(|anchor| anchor.quote.clone()).unwrap_or_default();
        let to = own.entry.text.clone();
        return first.then(|| view! { <Proposed quote to lang/> }).node();
    }
    let last = run.start + run.text.len() == place.end;
    let noted = (last && !own.entry.text.is_empty()).then_some("");
    let title = (!own.entry.text.is_empty()).then(|| own.entry.text.clone());
    view! { <span class="own" title=title data-noted=noted>{plain(run, breaks, lang)}</span> }
}

/// One hit, whatever joints and breaks lie in it; or what of it lies in a phrase or a cell, `begins` in the first.
fn mark(text: Node, number: usize, begins: bool, current: Option<Signal<usize>>) -> Node {
    let id = (begins && current.is_some()).then(|| mark_id(number));
    let is_current = move || current.is_some_and(|current| current.get() == number);
    view! { <mark id=id class:current=is_current>{text}</mark> }
}

/// `lang` is that of the text; what is said about it is in the interface's.
fn plain(run: &Run<'static>, breaks: &[u32], lang: &'static str) -> Node {
    let pieces = at_breaks(run, breaks).into_iter().enumerate();
    // Hidden, or a browser reads a space there: the name of a headline would fall apart.
    let may_break = |at: usize| (at > 0).then(|| view! { <wbr aria-hidden="true"/> });
    let text = pieces.map(|(at, piece)| view! { {may_break(at)}{piece} });
    let text = text.collect::<Node>();
    if let Some(original) = run.original {
        let title = fill(words().corrected_from, &[&original]);
        return view! {
            <span class="fix" title=title lang=words().lang><span lang=lang>{text}</span></span>
        };
    }
    match run.joint {
        true => view! {
            <span class="joint" title=words().joint lang=words().lang>
                <span lang=lang>{text}</span>
            </span>
        },
        false => text,
    }
}

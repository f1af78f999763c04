//! How is one text of an article drawn? As text nodes, with hits and joints marked.

use crate::text::Part;
use crate::weave::{Run, at_breaks, weave};
use crate::words::{fill, words};
use leptos::either::{Either, EitherOf3};
use leptos::prelude::*;
use search::Hit;
use std::ops::Range;

/// Where the hits of an article lie, and which of them the reader stands at.
#[derive(Clone, Default)]
pub struct Highlights {
    pub hit: Option<Hit>,
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
}

/// Id of the first run of the match with this number.
pub fn mark_id(number: usize) -> String {
    format!("hit-{number}")
}

/// The text as the open article has it, where places of it are to be found again.
pub fn passage(
    part: &'static Part,
    index: usize,
    highlights: &Highlights,
) -> impl IntoView + use<> {
    view! { <span data-part=index>{runs(part, index, highlights)}</span> }
}

pub fn runs(part: &'static Part, index: usize, highlights: &Highlights) -> impl IntoView + use<> {
    let (hits, before) = highlights.of_part(index);
    let runs = weave(&part.text, &hits, &part.joints, &part.fixes);
    let by_hit = runs.chunk_by(|one, next| one.hit.is_some() && one.hit == next.hit);
    let draw = |runs: &[Run<'static>]| {
        let text = runs.iter().map(|run| plain(run, &part.breaks)).collect_view();
        match runs.first().and_then(|run| run.hit) {
            Some(hit) => Either::Left(mark(text, hit + before, highlights.current)),
            None => Either::Right(text),
        }
    };
    by_hit.map(draw).collect_view()
}

/// One hit, whole, whatever joints and breaks lie in it.
fn mark(
    text: Vec<impl IntoView + 'static>,
    number: usize,
    current: Option<Signal<usize>>,
) -> impl IntoView {
    let id = current.is_some().then(|| mark_id(number));
    let is_current = move || current.is_some_and(|current| current.get() == number);
    view! { <mark id=id class:current=is_current>{text}</mark> }
}

fn plain(run: &Run<'static>, breaks: &[u32]) -> impl IntoView + use<> {
    let pieces = at_breaks(run, breaks).into_iter().enumerate();
    let text = pieces.map(|(at, piece)| view! { {(at > 0).then(|| view! { <wbr/> })}{piece} });
    let text = text.collect_view();
    if let Some(original) = run.original {
        let title = fill(words().corrected_from, &[&original]);
        return EitherOf3::A(view! { <span class="fix" title=title>{text}</span> });
    }
    match run.joint {
        true => EitherOf3::B(view! {
            <span class="joint" title=words().joint>{text}</span>
        }),
        false => EitherOf3::C(text),
    }
}

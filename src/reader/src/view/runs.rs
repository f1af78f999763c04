//! How is one text of an article drawn? As text nodes, with hits and joints marked.

use crate::text::Part;
use crate::weave::{Run, at_breaks, weave};
use leptos::either::EitherOf3;
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

pub fn runs(part: &'static Part, index: usize, highlights: &Highlights) -> impl IntoView + use<> {
    let (hits, before) = highlights.of_part(index);
    let mut last = None;
    let draw = |run: Run<'static>| {
        let first = run.hit.is_some() && run.hit != last;
        last = run.hit;
        let number = run.hit.map(|hit| hit + before);
        piece(run, &part.breaks, number, first, highlights.current)
    };
    weave(&part.text, &hits, &part.joints).into_iter().map(draw).collect_view()
}

fn piece(
    run: Run<'static>,
    breaks: &[u32],
    number: Option<usize>,
    first: bool,
    current: Option<Signal<usize>>,
) -> impl IntoView + use<> {
    let text = at_breaks(&run, breaks);
    let text = text.into_iter().enumerate().map(|(at, piece)| {
        view! { {(at > 0).then(|| view! { <wbr/> })}{piece} }
    });
    let text = text.collect_view();
    let joint = run.joint;
    match number {
        Some(number) => {
            let id = (first && current.is_some()).then(|| mark_id(number));
            let is_current = move || current.is_some_and(|current| current.get() == number);
            EitherOf3::A(view! {
                <mark id=id class:current=is_current class:joint=joint>{text}</mark>
            })
        }
        None if joint => EitherOf3::B(view! {
            <span class="joint" title="原文在此断开，已接上">{text}</span>
        }),
        None => EitherOf3::C(text),
    }
}

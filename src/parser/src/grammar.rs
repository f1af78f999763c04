//! Which labels of all pieces together make the best page? A walk through a page grammar, best path wins.

use crate::features::Features;
use crate::label::{Label, NEVER, Tally, score};
use crate::opening::Stop;

/// The best labels for the pieces of a page.
pub fn label(features: &[Features]) -> Vec<Label> {
    let count = Label::ALL.len();
    let mut best = vec![0.0f32; count];
    let mut back: Vec<[usize; Label::ALL.len()]> = Vec::with_capacity(features.len());
    for (index, here) in features.iter().enumerate() {
        let mut next = vec![NEVER; count];
        let mut from = [0; Label::ALL.len()];
        for (to, label) in Label::ALL.into_iter().enumerate() {
            let mut tally = Tally::default();
            score(label, here, &mut tally);
            let before = index.checked_sub(1).map(|before| &features[before]);
            let step = |(at, sum): (usize, &f32)| {
                let step = match before {
                    Some(before) => step(Label::ALL[at], before, label, here),
                    None => first(label),
                };
                (at, sum + step)
            };
            let (at, sum) = best
                .iter()
                .enumerate()
                .map(step)
                .fold((0, f32::MIN), |a, b| if b.1 > a.1 { b } else { a });
            next[to] = sum + tally.sum;
            from[to] = at;
        }
        best = next;
        back.push(from);
    }
    trace(&best, &back)
}

fn trace(best: &[f32], back: &[[usize; Label::ALL.len()]]) -> Vec<Label> {
    let ends = best.iter().enumerate().map(|(at, sum)| (at, sum + last(Label::ALL[at])));
    let (mut at, _) = ends.fold((0, f32::MIN), |a, b| if b.1 > a.1 { b } else { a });
    let mut labels = Vec::with_capacity(back.len());
    for from in back.iter().rev() {
        labels.push(Label::ALL[at]);
        at = from[at];
    }
    labels.reverse();
    labels
}

/// What a page begins with.
fn first(label: Label) -> f32 {
    match label {
        Label::Body => -2.0,
        Label::Signoff
        | Label::Subhead
        | Label::Subtitle
        | Label::MidColumn
        | Label::PhotoCredit => -8.0,
        Label::Byline => -3.0,
        _ => 0.0,
    }
}

/// What a page ends with.
fn last(label: Label) -> f32 {
    match label {
        Label::Body | Label::Signoff | Label::PhotoCredit => 0.0,
        Label::Caption => -1.0,
        _ => -5.0,
    }
}

/// What speaks for `to` after `from`.
pub fn step(from: Label, before: &Features, to: Label, here: &Features) -> f32 {
    use Label::*;
    let grammar = match (from, to) {
        (Rubric, Rubric) => -3.0,
        (Rubric, Column | Kicker | Headline) => 0.0,
        (Rubric, Caption) => 0.0,
        (Rubric, Body) => -2.0,
        (Rubric, _) => -10.0,

        (Column, Kicker | Headline) => 0.0,
        (Column, Column) => -5.0,
        (Column, Rubric) => -3.0,
        (Column, Body | Caption) => -6.0,
        (Column, _) => -12.0,

        (Kicker, Headline) => 0.5,
        (Kicker, Kicker) => -4.0,
        (Kicker, _) => -14.0,

        (Headline, Byline) => 0.0,
        (Headline, Body) => bare_start(here) - NO_CREDIT * f32::from(u8::from(here.head.is_none())),
        (Headline, Subtitle) => -0.5,
        (Headline, MidColumn) => -2.0,
        (Headline, Headline) => -4.0,
        (Headline, Caption) => -4.0,
        (Headline, Subhead) => -6.0,
        (Headline, _) => -14.0,

        (Subtitle, Byline) => 0.0,
        (Subtitle, Body) => bare_start(here) - NO_CREDIT * f32::from(u8::from(here.head.is_none())),
        (Subtitle, MidColumn) => -2.0,
        (Subtitle, Subtitle) => -4.0,
        (Subtitle, Caption | Subhead) => -6.0,
        (Subtitle, _) => -14.0,

        (Byline, Body) => 1.0,
        (Byline, MidColumn) => 0.0,
        (Byline, Byline) => -3.0,
        (Byline, Subhead) => -4.0,
        (Byline, Caption) => -5.0,
        (Byline, _) => -14.0,

        (MidColumn, Body) => 0.5,
        (MidColumn, Byline) => -1.0,
        (MidColumn, _) => -14.0,

        (Body, Body) if here.head.is_some() => -4.0,
        (Body, Body) => 0.5,
        (Body, Subhead | Signoff) => 0.0,
        (Body, Caption) => -1.0,
        (Body, Byline | PhotoCredit) => -6.0,
        (Body, Subtitle | MidColumn) => -14.0,
        (Body, _) => 0.0,

        (Subhead, Body) if here.head.is_some() => -10.0,
        (Subhead, Body) => 0.5 + bare_start(here),
        (Subhead, Subhead) => -6.0,
        (Subhead, _) => -12.0,

        (Signoff, Body) => -5.0,
        (Signoff, Signoff) => -3.0,
        (Signoff, Subhead | Subtitle | MidColumn | PhotoCredit) => -12.0,
        (Signoff, Byline) => -8.0,
        (Signoff, _) => 0.5,

        (Caption, PhotoCredit) => 2.0,
        (Caption, Caption) => 0.0,
        (Caption, Body) => -4.0,
        (Caption, Rubric | Column | Kicker | Headline) => -3.0,
        (Caption, _) => -10.0,

        (PhotoCredit, Body) => {
            if here.opening < 0.0 {
                -1.0
            } else {
                -3.0
            }
        }
        (PhotoCredit, Subhead) => -3.0,
        (PhotoCredit, PhotoCredit) => -4.0,
        (PhotoCredit, Signoff) => -1.5,
        (PhotoCredit, Subtitle | MidColumn | Byline) => -12.0,
        (PhotoCredit, _) => 0.0,
    };
    let unlike = to == Caption && from != Caption && here.caption == 0;
    grammar + cut(from, before, to, here) - f32::from(u8::from(unlike)) * UNLIKE_CAPTION
}

/// A first caption says so.
const UNLIKE_CAPTION: f32 = 2.0;

/// What it costs an article to begin without byline and report head.
const NO_CREDIT: f32 = 1.2;

/// Under a head a paragraph begins.
fn bare_start(here: &Features) -> f32 {
    (here.opening * 0.5).clamp(-2.0, 0.7)
}

/// A text that stops in mid-sentence wants to go on; two lines that share a word are one text.
fn cut(from: Label, before: &Features, to: Label, here: &Features) -> f32 {
    use Label::*;
    let Some(seam) = here.seam else { return 0.0 };
    let goes_on = from == to && matches!(from, Body | Caption);
    if goes_on {
        return (seam * 0.5).clamp(-1.0, 4.0);
    }
    let is_text = matches!(from, Body | Caption) && before.stop == Stop::Open;
    match to {
        Caption | PhotoCredit => 0.0,
        Subhead | Signoff if is_text => -3.0,
        _ if is_text => -2.5,
        // A head that the next line goes on with is no head.
        Body => -(seam - CLOSE_SEAM).clamp(0.0, 4.0),
        _ => 0.0,
    }
}

/// A seam above this is closer than that of a headline and its lead.
const CLOSE_SEAM: f32 = 2.2;

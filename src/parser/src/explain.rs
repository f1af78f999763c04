//! Why did a piece become what it became? The classes considered and what spoke for each.

use crate::features::Features;
use crate::furniture::Matter;
use crate::grammar::step;
use crate::label::{Label, NEVER, Tally, score};
use crate::source::Source;
use std::fmt::Write;

/// Classes shown for each piece, best first.
const SHOWN: usize = 3;

/// Characters shown of a piece.
const OPENING: usize = 24;

/// One paragraph a piece: its opening, its class, the classes considered with their reasons.
pub fn explain(
    source: &Source,
    pieces: &[crate::piece::Piece],
    matters: &[Option<Matter>],
    labels: &[Label],
    features: &[Features],
) -> String {
    let mut out = String::new();
    let mut before: Option<(Label, &Features)> = None;
    let mut flow = labels.iter().zip(features);
    for (piece, matter) in pieces.iter().zip(matters) {
        let text = source.span(&piece.ink).of(source.text);
        let opening: String = text.chars().filter(|c| edition::is_ink(*c)).take(OPENING).collect();
        let _ = write!(out, "{}行 {opening}", piece.lines.start + 1);
        if matter.is_some() {
            out += "\n  = 版面要素\n";
            continue;
        }
        let Some((label, features)) = flow.next() else { break };
        let _ = writeln!(out, "\n  = {}", label.name());
        one(&mut out, before, features);
        before = Some((*label, features));
    }
    out
}

fn one(out: &mut String, before: Option<(Label, &Features)>, features: &Features) {
    let mut ranked: Vec<(f32, Label, f32, Tally)> = Label::ALL
        .into_iter()
        .map(|label| {
            let mut tally = Tally { sum: 0.0, reasons: Some(Vec::new()) };
            score(label, features, &mut tally);
            let step = before.map_or(0.0, |(from, before)| step(from, before, label, features));
            (tally.sum + step, label, step, tally)
        })
        .filter(|ranked| ranked.0 > NEVER / 2.0)
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (sum, label, step, tally) in ranked.iter().take(SHOWN) {
        let _ = write!(out, "    {sum:+.1} {}: 接在前段之后 {step:+.1}", label.name());
        for (reason, value) in tally.reasons.iter().flatten() {
            let _ = write!(out, ", {reason} {value:+.1}");
        }
        out.push('\n');
    }
}

//! What is shown of a hit? The place where its matches stand densest, cut at sentences where they fit.

use crate::answer::{Hit, Match};
use crate::engine::Engine;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet<'a> {
    /// Index of the part in the document.
    pub part: u32,
    /// Whether the part goes on before or after.
    pub cut_before: bool,
    /// Together the text of the snippet.
    pub pieces: Vec<Piece<'a>>,
    pub cut_after: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    pub text: &'a str,
    pub is_match: bool,
}

/// What ends a sentence; the closing quotes and brackets behind it belong to it.
const ENDS: &str = "。！？!?；;\n";
const CLOSERS: &str = "”’」』）)】》";
/// What ends a clause.
const CLAUSES: &str = "，,：:";
/// Of what a snippet has besides its matches, the share before them: what follows says more than what precedes.
const BEFORE: (usize, usize) = (1, 3);

impl Engine {
    /// The densest place of the hit, about `length` characters, always with a whole match in it. A hit
    /// without matches shows the beginning of its document.
    pub fn snippet<'a>(&'a self, hit: &Hit, length: usize) -> Snippet<'a> {
        let document = self.documents().get(hit.document);
        let part = hit.matches.first().map_or(0, |first| first.part);
        let parts = document.map_or(&[][..], |document| &document.parts);
        let dense = densest(&hit.matches, length, |part| {
            parts.get(part as usize).map_or("", |part| &part.text)
        });
        let part = dense.first().map_or(part, |first| first.part);
        let text = parts.get(part as usize).map_or("", |part| &part.text);
        let (from, to) = match (dense.first(), dense.last()) {
            (Some(first), Some(last)) => (first.start as usize, last.end as usize),
            _ => (0, 0),
        };
        let (start, end) = bounds(text, from, to, length);
        let marked = hit.matches.iter().filter(|found| found.part == part);
        let pieces = pieces(text, start, end, marked);
        Snippet { part, cut_before: start > 0, pieces, cut_after: end < text.len() }
    }
}

/// The run of matches within `length` characters that holds the most of them; the first where several do.
fn densest<'m, 't>(
    matches: &'m [Match],
    length: usize,
    text: impl Fn(u32) -> &'t str,
) -> &'m [Match] {
    let mut best = &matches[..matches.len().min(1)];
    let mut end = 0;
    // A run's length in characters, kept up to date while it grows at its end and shrinks at its start.
    let mut chars = 0;
    let count = |part: u32, from: u32, to: u32| {
        text(part).get(from as usize..to as usize).map_or(0, |text| text.chars().count())
    };
    for start in 0..matches.len() {
        let first = matches[start];
        if start > 0 && end > start {
            let before = matches[start - 1];
            chars -= count(first.part, before.start, first.start);
        } else {
            end = start + 1;
            chars = count(first.part, first.start, first.end);
        }
        while let Some(next) = matches.get(end).filter(|next| next.part == first.part) {
            let more = count(first.part, matches[end - 1].end, next.end);
            if chars + more > length {
                break;
            }
            chars += more;
            end += 1;
        }
        if end - start > best.len() {
            best = &matches[start..end];
        }
    }
    best
}

/// About `length` characters around `from..to`, all of which they hold.
fn bounds(text: &str, from: usize, to: usize, length: usize) -> (usize, usize) {
    let spare = length.saturating_sub(text[from..to].chars().count());
    let behind = text[to..].chars().take(spare).count();
    let before = (spare * BEFORE.0 / BEFORE.1).max(spare - behind);
    let start = opening(text, from, before);
    let room = spare.saturating_sub(text[start..from].chars().count());
    let end = ending(text, to, room, room.saturating_sub(length / 2));
    (start, end)
}

/// Where to begin, at most `room` characters before `from`: at a sentence if one begins there, else at a clause, else at
/// least not inside a number or a Latin word.
fn opening(text: &str, from: usize, room: usize) -> usize {
    let mut reach = text[..from].char_indices().rev().take(room).map(|(at, _)| at);
    let farthest = reach.by_ref().last().unwrap_or(from);
    if farthest == 0 {
        return 0;
    }
    let mut last_end = text[..farthest].ends_with(|c| ENDS.contains(c) || CLOSERS.contains(c));
    for (at, c) in text[farthest..from].char_indices() {
        let ends = ENDS.contains(c) || last_end && CLOSERS.contains(c);
        if last_end && !ends {
            return farthest + at;
        }
        last_end = ends;
    }
    if last_end {
        return from;
    }
    let reach = text[farthest..from].char_indices();
    let is_inside = |c: char| c.is_ascii_alphanumeric();
    // 1,572 is no end of a clause.
    let mut clauses = reach.clone().filter(|(_, c)| CLAUSES.contains(*c));
    let behind = clauses.find_map(|(at, c)| {
        let behind = farthest + at + c.len_utf8();
        (!text[behind..].starts_with(is_inside)).then_some(behind)
    });
    if let Some(behind) = behind {
        return behind;
    }
    if !text[..farthest].ends_with(is_inside) {
        return farthest;
    }
    let mut whole = reach.filter(|(_, c)| !is_inside(*c)).map(|(at, _)| farthest + at);
    whole.next().unwrap_or(from)
}

/// Where to stop, at most `room` characters after `to`: behind the last sentence that ends there, unless that
/// leaves less than `least` characters.
fn ending(text: &str, to: usize, room: usize, least: usize) -> usize {
    let mut farthest = to;
    let mut sentence = None;
    let mut last_end = false;
    for (count, (at, c)) in text[to..].char_indices().take(room).enumerate() {
        farthest = to + at + c.len_utf8();
        last_end = ENDS.contains(c) || last_end && CLOSERS.contains(c);
        if last_end && count + 1 >= least {
            sentence = Some(farthest);
        }
    }
    if farthest == text.len() { farthest } else { sentence.unwrap_or(farthest) }
}

fn pieces<'a, 'm>(
    text: &'a str,
    start: usize,
    end: usize,
    marked: impl Iterator<Item = &'m Match>,
) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut push = |from: usize, to: usize, is_match| {
        if from < to {
            pieces.push(Piece { text: &text[from..to], is_match });
        }
    };
    let mut at = start;
    for found in marked {
        let from = (found.start as usize).clamp(at, end);
        let to = (found.end as usize).clamp(at, end);
        push(at, from, false);
        push(from, to, true);
        at = to;
    }
    push(at, end, false);
    pieces
}

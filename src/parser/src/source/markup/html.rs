//! Marks of HTML, and of XML: tags, comments, and spaces by name.

use crate::source::trimmed_lines;
use ::edition::marks::{names_space, tag_name};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// `<p class="lead">`, `</td>`, `<!-- … -->`, `&nbsp;`: no tags where nothing closes, for A<B>C has something that opens.
pub fn marks(text: &str) -> Vec<Range<usize>> {
    /// Tags that close, and line ends.
    const FEWEST: usize = 2;
    /// Bytes of &#12288;.
    const LONGEST_NAME: usize = 8;
    let (mut tags, mut found, mut behind) = (Vec::new(), Vec::new(), 0);
    let mut unclosed = [false; HIDING.len()];
    let closed = closed(text);
    for (at, mark) in text.match_indices(['<', '&']) {
        let rest = &text[at..];
        if at < behind {
            continue;
        }
        if mark == "<" {
            if let Some(length) = hidden(rest, &mut unclosed).or_else(|| tag(rest, &closed)) {
                behind = at + length;
                tags.push(at..behind);
            }
        } else {
            let end = rest.bytes().take(LONGEST_NAME).position(|byte| byte == b';');
            let named = end.filter(|end| names_space(&rest[..=*end]).is_some());
            found.extend(named.map(|end| at..at + end + 1));
        }
    }
    let closes = |mark: &&Range<usize>| {
        let tag = &text[(*mark).clone()];
        tag.starts_with("</") || tag.get(..3).is_some_and(|own| own.eq_ignore_ascii_case("<br"))
    };
    if tags.iter().filter(closes).count() >= FEWEST {
        found.extend(tags.into_iter().flat_map(|tag| by_lines(text, tag)));
    }
    found
}

/// What hides what stands in it: a comment, a program, a style; and what says that HTML follows.
const HIDING: [(&str, &str); 5] = [
    ("<!--", "-->"),
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<!DOCTYPE", ">"),
    ("<?xml", "?>"),
];

/// Bytes of one of these; `unclosed`: those that nothing further down closes.
fn hidden(text: &str, unclosed: &mut [bool; HIDING.len()]) -> Option<usize> {
    let opens =
        |open: &str| text.get(..open.len()).is_some_and(|own| own.eq_ignore_ascii_case(open));
    let kind = HIDING.iter().position(|(open, _)| opens(open))?;
    let (_, close) = HIDING[kind];
    let end = if unclosed[kind] { None } else { text.find(close) };
    unclosed[kind] = end.is_none();
    end.map(|at| at + close.len())
}

/// Bytes of a tag; `closed`: the names that the text closes somewhere, of HTML or of another language.
fn tag(text: &str, closed: &FxHashSet<&str>) -> Option<usize> {
    const LONGEST: usize = 300;
    /// Line ends in one.
    const BROKEN: usize = 3;
    /// What nothing closes, or may be left open.
    const ALONE: [&str; 12] =
        ["br", "hr", "img", "input", "link", "meta", "col", "p", "li", "td", "tr", "b"];
    let end = text.bytes().take(LONGEST).position(|byte| byte == b'>')? + 1;
    let own = text.get(..end)?;
    let name = tag_name(own)?.trim_start_matches('/');
    let is_known =
        closed.contains(name) || ALONE.iter().any(|known| name.eq_ignore_ascii_case(known));
    let breaks = own.bytes().filter(|byte| *byte == b'\n').count();
    (is_known && !own[1..].contains('<') && breaks <= BROKEN).then_some(end)
}

/// The names of <p …>…</p>, <HEADLINE>…</HEADLINE>, <标题>…</标题>.
fn closed(text: &str) -> FxHashSet<&str> {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.');
    let name = |rest: &'_ str| rest.find(|c| !is_name(c)).filter(|end| *end > 0);
    let (mut opened, mut closed) = (FxHashSet::default(), FxHashSet::default());
    for (at, mark) in text.match_indices('<') {
        let rest = &text[at + mark.len()..];
        let (names, rest) = match rest.strip_prefix('/') {
            Some(rest) => (&mut closed, rest),
            None => (&mut opened, rest),
        };
        names.extend(name(rest).map(|end| &rest[..end]));
    }
    // A program in a text that has no other tags is no sign of HTML, and is shown as what it is.
    let hides = |name: &str| HIDING.iter().any(|(open, _)| open[1..].eq_ignore_ascii_case(name));
    closed.retain(|name| opened.contains(name) && !hides(name));
    closed
}

/// What of a mark stands in each of its lines.
fn by_lines(text: &str, mark: Range<usize>) -> Vec<Range<usize>> {
    let lines = trimmed_lines(&text[mark.clone()]).filter(|(_, own)| !own.is_empty());
    lines.map(|(first, own)| mark.start + first..mark.start + first + own.len()).collect()
}

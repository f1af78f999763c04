//! Which lines that look like those of a website are, for the page has others?

use crate::furniture::{Matter, SITE, has_site_words, is_like_site};
use crate::piece::Piece;
use crate::source::{Ink, Source};
use rustc_hash::FxHashMap;

/// Lines that show that a page was copied from a website.
const FEWEST: usize = 2;

/// Takes for page matter what looks like it where other lines of the page are, and what is said again and again with its
/// words: 【打印】【关闭】 本文已有 4 条评论.
pub fn site_lines(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    let is_site = |matter: &Option<Matter>| matter.as_ref().is_some_and(|own| own.why == SITE);
    let sure = matters.iter().filter(|matter| is_site(matter)).count();
    if sure < FEWEST {
        return;
    }
    let ink = |at: usize| &source.ink[pieces[at].ink.clone()];
    let mut times: FxHashMap<Vec<char>, usize> = FxHashMap::default();
    let repeats: Vec<usize> =
        (0..pieces.len()).filter(|at| matters[*at].is_none() && has_site_words(ink(*at))).collect();
    for at in &repeats {
        *times.entry(counted(ink(*at))).or_default() += 1;
    }
    for at in 0..pieces.len() {
        let beside =
            |other: Option<usize>| other.and_then(|at| matters.get(at)).is_some_and(is_site);
        let is_again = || times.get(&counted(ink(at))).is_some_and(|times| *times > 1);
        let is_beside = || beside(at.checked_sub(1)) || beside(Some(at + 1));
        if matters[at].is_none() && is_like_site(ink(at)) && (is_again() || is_beside()) {
            matters[at] = Some(Matter { why: SITE, ..Matter::default() });
        }
    }
}

/// The line with 0 for every figure.
fn counted(ink: &[Ink]) -> Vec<char> {
    ink.iter().map(|ink| if ink.c.is_ascii_digit() { '0' } else { ink.c }).collect()
}

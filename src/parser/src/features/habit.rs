//! Where do empty lines stand on this page: which short lines are tied to the text below them?

use super::LONG;
use crate::newshead::news_head;
use crate::opening::{Stop, stop};
use crate::source::Ink;

/// What the empty lines of a page say of its short lines.
pub struct Habit {
    /// Empty lines part its paragraphs.
    parts: bool,
    /// Its headlines stand directly above their text.
    ties: bool,
}

/// Fewer pairs of neighbours say nothing of a page.
const FEWEST_PAIRS: usize = 4;
const FEWEST_HEADS: usize = 3;
/// One in so many may be otherwise.
const STRAY: usize = 4;

impl Habit {
    /// `blank`: which pieces stand behind an empty line; `reports`: which open with a report head.
    pub fn of(inks: &[&[Ink]], blank: &[bool], reports: &dyn Fn(usize) -> bool) -> Self {
        let mostly = |all: usize, few: usize| few * STRAY <= all;
        let next = || 1..inks.len();
        let pairs = next().filter(|at| is_text(inks[*at - 1]) && is_text(inks[*at]));
        let (pairs, close) = count(pairs, |at| !blank[at]);
        let heads = next().filter(|at| is_short(inks[*at - 1]) && reports(*at));
        let (heads, apart) = count(heads, |at| blank[at]);
        Self {
            parts: pairs >= FEWEST_PAIRS && mostly(pairs, close),
            ties: heads >= FEWEST_HEADS && mostly(heads, apart),
        }
    }

    /// A short line directly above a text, where paragraphs stand apart: a head of it, and no part of a paragraph.
    pub fn tied(&self, inks: &[&[Ink]], blank: &[bool], at: usize) -> bool {
        self.parts && is_short(inks[at]) && is_above_text(inks, at) && !blank[at + 1]
    }

    /// A short line with an empty line below it, where headlines stand directly above their text.
    pub fn loose(&self, inks: &[&[Ink]], blank: &[bool], at: usize) -> bool {
        self.ties && is_short(inks[at]) && blank.get(at + 1) == Some(&true)
    }
}

/// Short heads over one paragraph each, one behind the other below a label: the heads of briefs.
pub fn brief_heads(inks: &[&[Ink]], is_label: &dyn Fn(usize) -> bool) -> Vec<bool> {
    const LONGEST_HEAD: usize = 16;
    const LONGEST_BRIEF: usize = 56;
    const FEWEST: usize = 2;
    let is_brief = |at: usize| {
        inks.get(at).is_some_and(|ink| {
            ink.len() <= LONGEST_BRIEF
                && stop(ink) == Stop::Full
                && is_text(ink)
                && news_head(ink).is_none()
        })
    };
    let is_head = |at: usize| {
        inks.get(at).is_some_and(|ink| ink.len() <= LONGEST_HEAD && is_short(ink)) && !is_label(at)
    };
    let mut heads = vec![false; inks.len()];
    for label in (0..inks.len()).filter(|at| is_label(*at)) {
        let items = (label + 1..inks.len()).step_by(2);
        let run = items.take_while(|at| is_head(*at) && is_brief(at + 1)).count();
        if run >= FEWEST {
            (0..run).for_each(|item| heads[label + 1 + 2 * item] = true);
        }
    }
    heads
}

fn count(pieces: impl Iterator<Item = usize>, is: impl Fn(usize) -> bool) -> (usize, usize) {
    pieces.fold((0, 0), |(all, some), at| (all + 1, some + usize::from(is(at))))
}

/// 借名买车出了事故,谁来赔?: a head may ask or call.
fn is_short(ink: &[Ink]) -> bool {
    const LONGEST_CALL: usize = 24;
    let calls = ink.len() < LONGEST_CALL && ink.last().is_some_and(|ink| "?!".contains(ink.c));
    ink.len() < LONG && (calls || stop(ink) != Stop::Full)
}

fn is_text(ink: &[Ink]) -> bool {
    const SHORTEST: usize = 24;
    ink.len() >= LONG || ink.len() >= SHORTEST && stop(ink) == Stop::Full
}

fn is_above_text(inks: &[&[Ink]], at: usize) -> bool {
    inks.get(at + 1).is_some_and(|next| is_text(next))
}

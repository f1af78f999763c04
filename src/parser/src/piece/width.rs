//! Are most lines of one width, give or take a character? So are those that somebody broke by hand.

use super::wrap::{By, FULL_SHARE, LEAST_LINES, all_of, breaks_anywhere, ink, tears_words};
use crate::opening::{Stop, stop};
use crate::source::{Line, Source, is_unseen};
use ::edition::is_line_end;
use std::ops::{Range, RangeInclusive};

/// Share of all lines that may be wider than the one width: headlines stay unwrapped.
const WIDER_SHARE: f64 = 0.2;

/// No paper column is wider, in characters.
const WIDEST: usize = 60;

/// The width of full lines.
pub struct Width {
    /// Characters of a full line.
    full: RangeInclusive<usize>,
    /// Its lines are of many lengths: a paragraph may end in one that looks full.
    pub is_ragged: bool,
    /// Two letters or digits are as wide as one Chinese character.
    by_columns: bool,
}

impl Width {
    pub fn is_full(&self, source: &Source, line: usize) -> bool {
        self.full.contains(&width(source, &source.lines[line], self.by_columns))
    }

    pub fn is_full_but_for_indent(&self, source: &Source, line: usize) -> bool {
        const INDENT: usize = 2;
        let short = self.full.start() - INDENT..*self.full.start();
        let Some(next) = source.lines.get(line + 1) else { return false };
        let below = width(source, next, self.by_columns);
        let ends_below = || below < *self.full.start() && stop(ink(source, line + 1)) == Stop::Full;
        short.contains(&width(source, &source.lines[line], self.by_columns))
            && !next.set_apart
            && stop(ink(source, line)) == Stop::Open
            && (self.full.contains(&below) || ends_below())
    }
}

/// What a ragged wrap may lack of a full line, and the shares of its lines that must be full and that may be wider.
const RAGGED: usize = 3;
const RAGGED_SHARE: f64 = 0.5;
const RAGGED_WIDER: f64 = 0.1;

/// How many lines there are of each width.
fn counts(source: &Source, lines: &Range<usize>, by_columns: bool) -> [usize; WIDEST + 2] {
    let mut counts = [0usize; WIDEST + 2];
    for line in &source.lines[lines.clone()] {
        counts[width(source, line, by_columns).min(WIDEST + 1)] += 1;
    }
    counts
}

fn within(counts: &[usize], widths: RangeInclusive<usize>) -> usize {
    counts[widths].iter().sum()
}

/// Heads, verses and names are short on any page.
fn tall(counts: &[usize], width: usize) -> f64 {
    counts[width / 2..].iter().sum::<usize>() as f64
}

/// The width of most lines, give or take one character.
pub fn even(source: &Source, lines: &Range<usize>, by_columns: bool) -> Option<By> {
    let counts = counts(source, lines, by_columns);
    let around = |width: usize| width - 1..=width + 1;
    let width = (LEAST_LINES..WIDEST)
        .max_by_key(|width| (within(&counts, around(*width)), counts[*width]))?;
    // 。 at a line's end may hang; the width is that of most lines.
    let width = around(width).max_by_key(|width| counts[*width])?;
    let full = around(width);
    let all = tall(&counts, width);
    let wider = within(&counts, full.end() + 1..=WIDEST + 1) as f64;
    let is_wrapped =
        within(&counts, full.clone()) as f64 >= FULL_SHARE * all && wider <= WIDER_SHARE * all;
    // Columns so wide hold digits enough to even their lines out.
    const WIDEST_COLUMN: usize = 30;
    if by_columns && width > WIDEST_COLUMN {
        return None;
    }
    let even = By::Width(Width { full, is_ragged: false, by_columns });
    // Rows of a table may be as even.
    let own = all_of(lines);
    let is_prose = || !by_columns || tears_words(source, &own, &even);
    (is_wrapped && breaks_anywhere(source, &own, &even) && is_prose()).then_some(even)
}

/// The widths of most lines, from a widest down to one less by three characters.
pub fn ragged(source: &Source, lines: &Range<usize>) -> Option<By> {
    let counts = counts(source, lines, false);
    let below = |width: usize| width - RAGGED..=width;
    let width =
        (LEAST_LINES + RAGGED..WIDEST).max_by_key(|width| within(&counts, below(*width)))?;
    let full = below(width);
    let all = tall(&counts, width);
    let wider = within(&counts, full.end() + 1..=WIDEST + 1) as f64;
    let is_wrapped =
        within(&counts, full.clone()) as f64 >= RAGGED_SHARE * all && wider <= RAGGED_WIDER * all;
    let ragged = By::Width(Width { full, is_ragged: true, by_columns: false });
    (is_wrapped && breaks_anywhere(source, &all_of(lines), &ragged)).then_some(ragged)
}

/// Characters of a line with its indent, up to [`WIDEST`] + 1; `by_columns`: half-width ones count as half of one.
pub fn width(source: &Source, line: &Line, by_columns: bool) -> usize {
    let ink = &source.ink[line.ink.clone()];
    let (Some(first), Some(last)) = (ink.first(), ink.last()) else { return 0 };
    if ink.len() > 2 * WIDEST {
        return WIDEST + 1;
    }
    let inside =
        source.text[first.at as usize..last.end as usize].chars().filter(|c| !is_unseen(*c));
    let before = source.text[..first.at as usize].chars().rev();
    let before = before.take_while(|c| c.is_whitespace() && !is_line_end(*c)).take(WIDEST);
    let all = inside.chain(before);
    let width = if by_columns {
        all.map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>().div_ceil(2)
    } else {
        all.count()
    };
    width.min(WIDEST + 1)
}

//! Where are a page's lines hard-wrapped, and at which width?

use crate::cursor::ends_with;
use crate::opening::{Stop, stop};
use crate::source::{Ink, Line, Source};
use crate::wordlist::Chars;
use std::ops::{Range, RangeInclusive};

/// Fewer lines than this say nothing about a wrap.
const LEAST_LINES: usize = 8;

/// Share of all lines that must be of the one width …
const FULL_SHARE: f64 = 0.4;
/// … and that may be wider: headlines stay unwrapped.
const WIDER_SHARE: f64 = 0.2;

/// No paper column is wider, in characters.
const WIDEST: usize = 60;

/// How lines are hard-wrapped.
pub struct Wrap {
    /// Characters of a full line.
    full: RangeInclusive<usize>,
    /// Its lines are of many lengths: a paragraph may end in one that looks full.
    is_ragged: bool,
    /// Two letters or digits are as wide as one Chinese character.
    by_columns: bool,
    /// Its paragraphs were indented and are no more: their first lines are short by the indent.
    is_stripped: bool,
}

/// The wraps of a page: one, or those of some of its texts.
pub struct Wraps {
    all: Vec<(Range<usize>, Wrap)>,
}

impl Wraps {
    pub fn of(source: &Source) -> Self {
        let lines = 0..source.lines.len();
        if let Some(wrap) = wrap(source, &lines) {
            return Self { all: vec![(lines, wrap)] };
        }
        let mut all = Vec::new();
        for run in narrow_runs(source) {
            let found = wrap(source, &run).filter(|wrap| tears_words(source, &run, wrap));
            all.extend(found.map(|wrap| (run, wrap)));
        }
        Self { all }
    }

    /// How the line of this index is wrapped.
    pub fn at(&self, line: usize) -> Option<&Wrap> {
        self.all.iter().find(|(lines, _)| lines.contains(&line)).map(|(_, wrap)| wrap)
    }
}

/// Runs of lines among longer ones: one text of a page may be wrapped, and the others not.
fn narrow_runs(source: &Source) -> Vec<Range<usize>> {
    const NARROW: usize = 30;
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, line) in source.lines.iter().enumerate() {
        if width(source, line, true) > NARROW {
            continue;
        }
        match runs.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Whether full lines end within words: verses and lists do not.
fn tears_words(source: &Source, lines: &Range<usize>, wrap: &Wrap) -> bool {
    const SHARE: f64 = 0.1;
    let ink = |at: usize| &source.ink[source.lines[at].ink.clone()];
    let full = lines.clone().take(lines.len() - 1);
    let (mut all, mut torn) = (0.0, 0.0);
    for at in full.filter(|at| wrap.is_full(source, &source.lines[*at])) {
        let (Some(last), Some(first)) = (ink(at).last(), ink(at + 1).first()) else { continue };
        all += 1.0;
        torn += f64::from(u8::from(crate::lexicon::is_word(&[last.c, first.c])));
    }
    torn > 1.0 && torn >= SHARE * all
}

impl Wrap {
    pub fn is_full(&self, source: &Source, line: &Line) -> bool {
        self.full.contains(&width(source, line, self.by_columns))
    }

    /// Whether the next line goes on with the paragraph of this one.
    pub fn goes_on(&self, source: &Source, line: usize) -> bool {
        let ends = || stop(ink(source, line)) == Stop::Full;
        let next = source.lines.get(line + 1);
        let signs = || {
            next.and_then(|_| crate::credit::credit(ink(source, line + 1)))
                .is_some_and(|credit| credit.firm && !credit.bracketed)
        };
        (self.is_full(source, &source.lines[line]) || self.begins(source, line))
            && !(self.is_ragged && ends())
            // …投入使用。记者 王明 摄: whoever took a picture ends its caption.
            && !crate::credit::trailing(ink(source, line)).is_some_and(|at| ends_with(&ink(source, line)[at..], "摄"))
            && !signs()
    }

    /// Whether a paragraph begins with this line that has lost its indent.
    pub fn begins(&self, source: &Source, line: usize) -> bool {
        self.is_stripped && self.is_short_first(source, line)
    }

    /// It lacks two characters of a full line, ends in the midst of a sentence, and a full line or the end of the sentence
    /// is below it.
    fn is_short_first(&self, source: &Source, line: usize) -> bool {
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

    /// Whether more paragraphs begin with a line that is short by the indent than with a full one.
    fn lost_indents(&self, source: &Source, lines: &Range<usize>) -> bool {
        let is_full = |at: usize| self.is_full(source, &source.lines[at]);
        let (mut short, mut full) = (0, 0);
        for at in lines.clone() {
            if source.lines[at].indented {
                return false;
            }
            let goes_on =
                at > lines.start && (is_full(at - 1) || self.is_short_first(source, at - 1));
            let begins = source.lines[at].set_apart || !goes_on;
            if begins {
                short += usize::from(self.is_short_first(source, at));
                full += usize::from(is_full(at) && lines.contains(&(at + 1)) && is_full(at + 1));
            }
        }
        short > full
    }
}

fn ink<'s>(source: &'s Source, line: usize) -> &'s [Ink] {
    &source.ink[source.lines[line].ink.clone()]
}

/// What a ragged wrap may lack of a full line, and the shares of its lines that must be full and that may be wider.
const RAGGED: usize = 3;
const RAGGED_SHARE: f64 = 0.5;
const RAGGED_WIDER: f64 = 0.1;

/// The width after which these lines break, where they are hard-wrapped.
fn wrap(source: &Source, lines: &Range<usize>) -> Option<Wrap> {
    if lines.len() < LEAST_LINES {
        return None;
    }
    let found = even(source, lines, false)
        .or_else(|| even(source, lines, true))
        .or_else(|| ragged(source, lines))?;
    Some(Wrap { is_stripped: found.lost_indents(source, lines), ..found })
}

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

fn even(source: &Source, lines: &Range<usize>, by_columns: bool) -> Option<Wrap> {
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
    let even = Wrap { full, is_ragged: false, by_columns, is_stripped: false };
    // Rows of a table may be as even.
    let is_prose = || !by_columns || tears_words(source, lines, &even);
    (is_wrapped && breaks_anywhere(source, lines, &even) && is_prose()).then_some(even)
}

fn ragged(source: &Source, lines: &Range<usize>) -> Option<Wrap> {
    let counts = counts(source, lines, false);
    let below = |width: usize| width - RAGGED..=width;
    let width =
        (LEAST_LINES + RAGGED..WIDEST).max_by_key(|width| within(&counts, below(*width)))?;
    let full = below(width);
    let all = tall(&counts, width);
    let wider = within(&counts, full.end() + 1..=WIDEST + 1) as f64;
    let is_wrapped =
        within(&counts, full.clone()) as f64 >= RAGGED_SHARE * all && wider <= RAGGED_WIDER * all;
    let ragged = Wrap { full, is_ragged: true, by_columns: false, is_stripped: false };
    (is_wrapped && breaks_anywhere(source, lines, &ragged)).then_some(ragged)
}

/// Share of the full lines that may end in a mark …
const ENDED_SHARE: f64 = 0.5;
/// … and that must have one inside.
const MARKED_SHARE: f64 = 0.3;

/// Whether lines of one width were broken without regard to what they say: prose has a mark every ten characters, rarely
/// at a line's end. Verses end at their marks, or have none.
fn breaks_anywhere(source: &Source, lines: &Range<usize>, wrap: &Wrap) -> bool {
    static MARKS: Chars = Chars::of("，。；！？、：,;!?:…");
    let full = source.lines[lines.clone()].iter().filter(|line| wrap.is_full(source, line));
    let (mut all, mut ended, mut marked) = (0.0, 0.0, 0.0);
    for line in full {
        let Some((last, inside)) = source.ink[line.ink.clone()].split_last() else { continue };
        all += 1.0;
        ended += f64::from(u8::from(MARKS.has(last.c)));
        marked += f64::from(u8::from(inside.iter().any(|ink| MARKS.has(ink.c))));
    }
    ended <= ENDED_SHARE * all && marked >= MARKED_SHARE * all
}

/// Characters of a line with its indent, up to [`WIDEST`] + 1; `by_columns`: half-width ones count as half of one.
fn width(source: &Source, line: &Line, by_columns: bool) -> usize {
    let ink = &source.ink[line.ink.clone()];
    let (Some(first), Some(last)) = (ink.first(), ink.last()) else { return 0 };
    if ink.len() > 2 * WIDEST {
        return WIDEST + 1;
    }
    let inside = source.text[first.at as usize..last.end as usize].chars();
    let before = source.text[..first.at as usize].chars().rev();
    let before = before.take_while(|c| c.is_whitespace() && !matches!(c, '\n' | '\r')).take(WIDEST);
    let all = inside.chain(before);
    let width = if by_columns {
        all.map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>().div_ceil(2)
    } else {
        all.count()
    };
    width.min(WIDEST + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces of a page, their lines joined.
    fn shown(text: &str) -> Vec<String> {
        let source = Source::of(text);
        let joined = |piece: &crate::piece::Piece| {
            piece.spans(&source).iter().map(|span| span.of(text)).collect::<String>()
        };
        crate::piece::pieces(&source).iter().map(joined).collect()
    }

    const NARROW: [&str; 10] = [
        "镇农技站的小赵笑他",
        "迷信，可去年一算账，老",
        "马这十二亩园子卖了八万",
        "元，比邻居多出一成。",
        "今年镇里办起了果农",
        "夜校，每周三、周五晚上",
        "开课，老马坐在头一排，",
        "收音机关着，放在脚边。",
        "苹果园里",
        "王小明",
    ];

    #[test]
    fn a_first_line_that_lost_its_indent_belongs_to_its_paragraph() {
        let shown = shown(&NARROW.join("\n"));
        assert_eq!(shown.len(), 4, "{shown:?}");
        assert!(shown[0].ends_with("一成。") && shown[1].ends_with("脚边。"), "{shown:?}");
    }

    #[test]
    fn one_text_of_a_page_may_be_wrapped() {
        let long = "河口镇的果农老马背着喷雾器进了园子，腰里别着一台旧收音机，他说树也爱听戏，听了戏的果子甜。\n";
        let text = format!("{}{}\n{}", long.repeat(9), NARROW.join("\n"), long.repeat(9));
        assert_eq!(shown(&text).len(), 9 + 4 + 9);
    }
}

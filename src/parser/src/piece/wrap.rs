//! Where are a page's lines hard-wrapped, and at which width?

use super::fit::Fit;
use super::width::{Width, even, ragged, width};
use crate::cursor::{ends_with, is_han};
use crate::opening::{Stop, stop};
use crate::source::{Ink, Source};
use crate::wordlist::Chars;
use std::ops::Range;

/// Fewer lines than this say nothing about a wrap.
pub const LEAST_LINES: usize = 8;

/// Share of all lines that must be of the one width.
pub const FULL_SHARE: f64 = 0.4;

/// How lines are hard-wrapped.
pub struct Wrap {
    by: By,
    /// Its paragraphs were indented and are no more: their first lines are short by the indent.
    pub is_stripped: bool,
    /// Spaces stand in its lines at random.
    pub is_spaced: bool,
    /// Heads are wrapped like the text.
    pub breaks_heads: bool,
}

pub enum By {
    /// A full line had no room for the next word.
    Fit(Fit),
    /// A full line is as wide as most.
    Width(Width),
}

/// The wraps of a page: one, or those of some of its texts.
pub struct Wraps {
    all: Vec<(Range<usize>, Wrap)>,
}

impl Wraps {
    pub fn of(source: &Source) -> Self {
        let lines = 0..source.lines.len();
        let whole = fitted(source, &lines).or_else(|| counted(source, &lines));
        if let Some(wrap) = whole.map(|by| Wrap::of(source, &lines, by)) {
            return Self { all: vec![(lines, wrap)] };
        }
        let mut all = Vec::new();
        for run in narrow_runs(source) {
            let found = counted(source, &run);
            let found = found.filter(|by| tears_words(source, &all_of(&run), by));
            all.extend(found.map(|by| (run.clone(), Wrap::of(source, &run, by))));
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
pub fn tears_words(source: &Source, lines: &[usize], by: &By) -> bool {
    const SHARE: f64 = 0.1;
    let (mut all, mut torn) = (0.0, 0.0);
    for at in lines.iter().copied().filter(|at| by.is_full(source, *at)) {
        let next = source.lines.get(at + 1).and_then(|_| ink(source, at + 1).first());
        let (Some(last), Some(first)) = (ink(source, at).last(), next) else { continue };
        all += 1.0;
        torn += f64::from(u8::from(crate::lexicon::is_word(&[last.c, first.c])));
    }
    torn > 1.0 && torn >= SHARE * all
}

impl By {
    fn is_full(&self, source: &Source, line: usize) -> bool {
        match self {
            Self::Fit(fit) => fit.is_full(line),
            Self::Width(width) => width.is_full(source, line),
        }
    }

    /// It lacks two characters of a full line, ends in the midst of a sentence, and a full line or the end of the sentence
    /// is below it.
    fn is_full_but_for_indent(&self, source: &Source, line: usize) -> bool {
        match self {
            Self::Fit(fit) => fit.is_full_but_for_indent(line),
            Self::Width(width) => width.is_full_but_for_indent(source, line),
        }
    }
}

impl Wrap {
    fn of(source: &Source, lines: &Range<usize>, by: By) -> Self {
        let is_spaced = is_spaced(source, lines);
        let breaks_heads = matches!(&by, By::Fit(fit) if fit.breaks_heads());
        let found = Self { by, is_stripped: false, is_spaced, breaks_heads };
        Self { is_stripped: found.lost_indents(source, lines), ..found }
    }

    pub fn is_full(&self, source: &Source, line: usize) -> bool {
        self.by.is_full(source, line)
    }

    /// Whether the next line goes on with the paragraph of this one.
    pub fn goes_on(&self, source: &Source, line: usize) -> bool {
        let ends = || stop(ink(source, line)) == Stop::Full;
        let is_ragged = matches!(&self.by, By::Width(width) if width.is_ragged);
        let next = source.lines.get(line + 1);
        let signs = || {
            next.and_then(|_| crate::credit::credit(ink(source, line + 1)))
                .is_some_and(|credit| credit.firm && !credit.bracketed)
        };
        (self.is_full(source, line) || self.begins(source, line))
            && !(is_ragged && ends())
            // …投入使用。记者 王明 摄: whoever took a picture ends its caption.
            && !crate::credit::trailing(ink(source, line)).is_some_and(|at| ends_with(&ink(source, line)[at..], "摄"))
            && !signs()
    }

    /// Whether a paragraph begins with this line that has lost its indent.
    pub fn begins(&self, source: &Source, line: usize) -> bool {
        self.is_stripped && self.by.is_full_but_for_indent(source, line)
    }

    /// Whether more paragraphs begin with a line that is short by the indent than with a full one.
    fn lost_indents(&self, source: &Source, lines: &Range<usize>) -> bool {
        let is_full = |at: usize| self.is_full(source, at);
        let is_short = |at: usize| self.by.is_full_but_for_indent(source, at);
        let (mut short, mut full) = (0, 0);
        for at in lines.clone() {
            if source.lines[at].indented {
                return false;
            }
            let goes_on = at > lines.start && (is_full(at - 1) || is_short(at - 1));
            let begins = source.lines[at].set_apart || !goes_on;
            if begins {
                short += usize::from(is_short(at));
                full += usize::from(is_full(at) && lines.contains(&(at + 1)) && is_full(at + 1));
            }
        }
        short > full
    }
}

pub fn all_of(lines: &Range<usize>) -> Vec<usize> {
    lines.clone().collect()
}

pub fn ink<'s>(source: &'s Source, line: usize) -> &'s [Ink] {
    &source.ink[source.lines[line].ink.clone()]
}

/// The width that most of these lines have, where they are hard-wrapped.
fn counted(source: &Source, lines: &Range<usize>) -> Option<By> {
    (lines.len() >= LEAST_LINES).then_some(())?;
    even(source, lines, false)
        .or_else(|| even(source, lines, true))
        .or_else(|| ragged(source, lines))
}

fn is_spaced(source: &Source, lines: &Range<usize>) -> bool {
    const SHARE: f64 = 0.2;
    let within = |ink: &[Ink]| {
        ink.windows(2).any(|pair| pair[1].spaced && pair.iter().all(|ink| is_han(ink.c)))
    };
    let spaced = lines.clone().filter(|at| within(ink(source, *at))).count();
    spaced as f64 > SHARE * lines.len() as f64
}

/// Full lines of one width that show that a page is wrapped …
const FEWEST_FULL: usize = 5;
/// … and, where it is, that a text of another width is.
const FEWEST_OTHER: usize = 3;

fn fitted(source: &Source, lines: &Range<usize>) -> Option<By> {
    let fit = Fit::of(source, lines)?;
    let is_alike = fit.is_alike();
    let rooms = fit.rooms();
    let found: Vec<_> =
        rooms.into_iter().map(|room| (room, fit.lines(room), fit.agreement(room))).collect();
    let mut by = By::Fit(fit);
    let is_prose = |by: &By, own: &[usize]| breaks_anywhere(source, own, by);
    let is_sure = |by: &By, own: &[usize], (full, short): (usize, usize)| {
        // Heads have room, and so has what lost its end.
        const DISAGREE: usize = 10;
        full >= FEWEST_FULL
            && short * DISAGREE <= full
            && is_prose(by, own)
            // Rows of a table may be as even.
            && (is_alike && full as f64 >= FULL_SHARE * lines.len() as f64 || tears_words(source, own, by))
    };
    if !found.iter().any(|(_, own, agreement)| is_sure(&by, own, *agreement)) {
        return None;
    }
    let is_likely = |(room, own, (full, short)): &(_, Vec<usize>, (usize, usize))| {
        const DISAGREE: usize = 4;
        let is_likely = *full >= FEWEST_OTHER && short * DISAGREE <= *full && is_prose(&by, own);
        is_likely.then_some(*room)
    };
    let likely: Vec<_> = found.iter().filter_map(is_likely).collect();
    if let By::Fit(fit) = &mut by {
        fit.settle(&likely);
    }
    Some(by)
}

/// Share of the full lines that may end in a mark …
const ENDED_SHARE: f64 = 0.5;
/// … and that must have one inside.
const MARKED_SHARE: f64 = 0.3;

/// Whether lines of one width were broken without regard to what they say: prose has a mark every ten characters, rarely
/// at a line's end. Verses end at their marks, or have none.
pub fn breaks_anywhere(source: &Source, lines: &[usize], by: &By) -> bool {
    static MARKS: Chars = Chars::of("，。；！？、：,;!?:…");
    let full = lines.iter().copied().filter(|at| by.is_full(source, *at));
    let (mut all, mut ended, mut marked) = (0.0, 0.0, 0.0);
    for line in full {
        let Some((last, inside)) = ink(source, line).split_last() else { continue };
        all += 1.0;
        ended += f64::from(u8::from(MARKS.has(last.c)));
        marked += f64::from(u8::from(inside.iter().any(|ink| MARKS.has(ink.c))));
    }
    ended <= ENDED_SHARE * all && marked >= MARKED_SHARE * all
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

    #[test]
    fn texts_of_a_page_may_be_of_many_widths() {
        let narrow = "渡口镇今年修好了128公里水渠，\n镇里的水管员老杨每天沿着水渠\n走上一遍，看见淤泥就记在本子\n上。\n";
        let wide = "下河村的稻谷今年收了46万斤，比前年多出一成\n半，村里的人都说是水渠通了的好处，老杨听了只\n是笑笑，又背着铁锹往渠上去了。\n";
        let text = format!("{}水渠通了\n{}收成好了\n", narrow.repeat(5), wide.repeat(4));
        let shown = shown(&text.repeat(2));
        assert_eq!(shown.len(), 2 * (5 + 1 + 4 + 1), "{shown:#?}");
    }
}

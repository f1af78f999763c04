//! How wide are a line and its first word, as a typesetter sees them?

use crate::opening::{Stop, stop};
use crate::source::{DEEPEST_INDENT, Line, Source, halves, is_unseen};
use crate::wordlist::Chars;
use ::edition::is_line_end;

/// Halves of a Chinese character.
pub type Halves = usize;

pub const WHOLE: Halves = 2;

/// No column holds more characters, of whatever width.
const WIDEST: usize = 130;

/// How wide the characters of a page are.
#[derive(Clone, Copy, Debug)]
pub enum Measure {
    /// All alike.
    Alike,
    /// Letters, digits and marks of ASCII take half of a Chinese character …
    Ascii,
    /// … or its letters and digits alone: a dump may have , for ，.
    Digits,
}

impl Measure {
    /// The likeliest last.
    pub const ALL: [Self; 3] = [Self::Digits, Self::Ascii, Self::Alike];

    fn width(self, c: char) -> Halves {
        if is_unseen(c) {
            return 0;
        }
        let is_half = match self {
            Self::Alike => false,
            Self::Ascii => c.is_ascii(),
            Self::Digits => c.is_ascii_alphanumeric() || c == ' ' || c == '.',
        };
        if is_half { 1 } else { WHOLE }
    }
}

/// A line as a typesetter sees it, in halves of a Chinese character.
#[derive(Clone, Copy, Debug, Default)]
pub struct Set {
    pub width: Halves,
    /// Without the marks at its end.
    pub inside: Halves,
    /// What stands at its beginning and may not be broken: marks that open, a character or a number …
    pub bare: Halves,
    /// … and the marks that may not begin a line.
    pub word: Halves,
    pub indented: bool,
    pub set_apart: bool,
    /// It ends in the midst of a sentence.
    pub is_open: bool,
}

impl Set {
    pub fn of(source: &Source, line: &Line, measure: Measure) -> Self {
        let ink = &source.ink[line.ink.clone()];
        let (Some(first), Some(last)) = (ink.first(), ink.last()) else { return Self::default() };
        let before = source.text[..first.at as usize].chars().rev();
        let before = before.take_while(|c| c.is_whitespace() && !is_line_end(*c));
        let of = |text: &str| text.chars().map(|c| measure.width(c)).sum::<Halves>();
        let text = &source.text[first.at as usize..last.end as usize];
        let indent = before.take(DEEPEST_INDENT + 1).map(halves).sum::<Halves>();
        // What stands at the right or in the middle fills no line.
        let indent = if indent > DEEPEST_INDENT { 0 } else { indent };
        // A paragraph in one line: how wide does not matter.
        let (width, inside) = if ink.len() > WIDEST {
            (WIDEST * WHOLE, WIDEST * WHOLE)
        } else {
            let marks = &text[text.trim_end_matches(closes).len()..];
            let width = indent + of(text);
            (width, width - of(marks))
        };
        let (bare, word) = first_word(text, measure);
        let is_open = stop(ink) == Stop::Open;
        Self {
            width,
            inside,
            bare,
            word,
            indented: line.indented,
            set_apart: line.set_apart,
            is_open,
        }
    }
}

/// How wide the first word of a line is, without and with the marks behind it.
fn first_word(line: &str, measure: Measure) -> (Halves, Halves) {
    static OPENINGS: Chars = Chars::of("“‘（(《〈【「『");
    let is_half = |c: char| measure.width(c) < WHOLE;
    let mut chars = line.chars().filter(|c| !is_unseen(*c)).peekable();
    let mut bare = 0;
    while let Some(mark) = chars.next_if(|c| OPENINGS.has(*c)) {
        bare += measure.width(mark);
    }
    match chars.next() {
        Some(first) if first.is_ascii_alphanumeric() && is_half(first) => {
            bare += measure.width(first);
            let is_inside = |c: &char| c.is_ascii_alphanumeric() || *c == '.';
            while let Some(next) = chars.next_if(is_inside) {
                bare += measure.width(next);
            }
        }
        Some(first) => bare += measure.width(first),
        None => {}
    }
    let mut word = bare;
    while let Some(mark) = chars.next_if(|c| closes(*c)) {
        word += measure.width(mark);
    }
    (bare, word)
}

/// Marks that may not begin a line.
fn closes(c: char) -> bool {
    static MARKS: Chars = Chars::of("，。、；：？！”’）》〉】」』,.;:?!)%％");
    MARKS.has(c)
}

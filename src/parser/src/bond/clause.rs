//! What do the clause and the quotation say that the cut went through? Of each side by itself.

use super::{is_mark, when};
use crate::cursor::ends_with;
use crate::source::Ink;

/// Characters looked at for clauses, and for quotations.
const CLAUSE: usize = 40;
const QUOTATION: usize = 80;

/// A clause of fewer characters is none.
const SHORT: usize = 8;

/// The clause that a piece breaks off in.
pub struct Begun {
    length: usize,
    /// 在 …, and nothing yet that closes it.
    opens: bool,
    /// In a quotation.
    is_quoted: bool,
    is_long: bool,
}

/// The clause that a piece begins with.
pub struct Ended {
    length: usize,
    /// How near its first mark stands, and what that is.
    near: f32,
    mark: f32,
    /// … 上, and nothing that opens it.
    closes: bool,
    /// The first mark of a quotation.
    quote: Option<char>,
}

impl Begun {
    pub fn of(a: &[Ink]) -> Self {
        let length = a.iter().rev().take(CLAUSE);
        let length = length.take_while(|ink| !is_mark(ink) && ink.c != '、').count();
        let clause = &a[a.len() - length..];
        let opens = length > 1 && clause.first().is_some_and(frames) && !closes(clause);
        let last = a.iter().rev().take(QUOTATION).find(is_quote);
        let is_quoted = last.is_some_and(|mark| mark.c == '“');
        Self { length, opens, is_quoted, is_long: a.len() >= CLAUSE }
    }
}

impl Ended {
    pub fn of(b: &[Ink]) -> Self {
        let near = &b[..b.len().min(CLAUSE)];
        let end = near.iter().position(|ink| is_mark(&ink));
        let length = end.unwrap_or(near.len());
        let first = near.iter().position(|ink| is_mark(&ink) || ink.c == '、');
        let mark = first.map_or(0.0, |first| match near[first].c {
            '。' => 0.7,
            ';' => 0.8,
            ':' => -1.6,
            _ => 0.0,
        });
        let nearness = match first {
            Some(0..=1) => 1.0,
            Some(2..=3) => 0.7,
            _ => 0.0,
        };
        let closes = end.is_some() && closes(&near[..length]) && !near.first().is_some_and(frames);
        let quote = b.iter().take(QUOTATION).find(is_quote).map(|mark| mark.c);
        Self { length, near: nearness, mark, closes, quote }
    }
}

/// The clause that the cut went through: 在 … | … 上, how much of it stands on each side, how it ends.
pub fn clauses(a: &Begun, b: &Ended) -> f32 {
    let score = when(a.length == 0, 0.7) + when(a.length + b.length < SHORT, -0.8);
    score + b.near + b.mark + when(b.closes, -1.0) + when(b.closes && a.opens, 1.6)
}

/// An open quotation is closed by what follows, soon; where another opens first, text is missing.
pub fn quotes(a: &Begun, b: &Ended) -> f32 {
    const WEIGHT: f32 = 4.1;
    match (a.is_quoted, b.quote) {
        (true, Some('”')) => WEIGHT,
        (true, _) => -WEIGHT,
        // It closes what was opened in the text that is missing.
        (false, Some('”')) if a.is_long => -2.5,
        (false, _) => 0.0,
    }
}

fn is_quote(ink: &&Ink) -> bool {
    matches!(ink.c, '“' | '”')
}

fn frames(first: &Ink) -> bool {
    "在当从自对把将以为由于随据".contains(first.c)
}

pub fn closes(clause: &[Ink]) -> bool {
    clause.last().is_some_and(|last| "上中下时后前内里起间来外".contains(last.c))
        || ends_with(clause, "之际")
        || ends_with(clause, "方面")
}

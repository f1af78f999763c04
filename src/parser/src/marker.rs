//! Does a jump stand in the line of its text? （上接第1版） before it and （下转第3版） behind it are split off.

use crate::furniture::{jump, points_on};
use crate::piece::Piece;
use crate::source::{Ink, Source};

/// No marker with its brackets is longer, in characters.
const LONGEST: usize = 14;

/// The pieces, with every bracketed marker at either end a piece of its own.
pub fn split(source: &Source, whole: Vec<Piece>) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(whole.len());
    for piece in whole {
        let ink = &source.ink[piece.ink.clone()];
        let (start, end) = (leading(ink), trailing(ink));
        let first = piece.ink.start;
        let mut rest = Some(piece);
        for at in [start, end].into_iter().flatten() {
            rest = rest.map(|piece| cut(source, piece, first + at, &mut pieces));
        }
        pieces.extend(rest);
    }
    pieces
}

/// Characters of a marker that a piece opens with, where more follows.
fn leading(ink: &[Ink]) -> Option<usize> {
    let close = ink.iter().take(LONGEST).position(|ink| is_close(ink.c))? + 1;
    (is_open(ink[0].c) && close < ink.len() && jump(&ink[..close]).is_some()).then_some(close)
}

/// Where a marker begins that a piece ends with, where more stands before it.
fn trailing(ink: &[Ink]) -> Option<usize> {
    let from = ink.len().saturating_sub(LONGEST);
    let open = from + ink[from..].iter().rposition(|ink| is_open(ink.c))?;
    let ends = ink.last().is_some_and(|ink| is_close(ink.c));
    let is_marker = |ink: &[Ink]| jump(ink).is_some() || points_on(ink);
    (ends && open > 0 && is_marker(&ink[open..])).then_some(open)
}

fn is_open(c: char) -> bool {
    matches!(c, '(' | '【')
}

fn is_close(c: char) -> bool {
    matches!(c, ')' | '】')
}

/// Puts what stands before `at` among `pieces`; the rest.
pub fn cut(source: &Source, mut piece: Piece, at: usize, pieces: &mut Vec<Piece>) -> Piece {
    let mut rest = Piece { ink: at..piece.ink.end, indented: false, ..piece.clone() };
    piece.ink.end = at;
    let line_of = |ink: usize| {
        let lines = &source.lines[rest.lines.clone()];
        rest.lines.start + lines.partition_point(|line| line.ink.end <= ink)
    };
    piece.lines.end = line_of(at - 1) + 1;
    rest.lines.start = line_of(at);
    pieces.push(piece);
    rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::piece::pieces;

    #[test]
    fn markers_in_the_line_are_pieces_of_their_own() {
        let text =
            "（上接第1版）重点任务\n并对(下转第3版)\n(下转3版)\n转第3版的文章(下)\n【下转2版】(李)";
        let source = Source::of(text);
        let shown: Vec<String> = pieces(&source)
            .iter()
            .map(|piece| piece.spans(&source).iter().map(|span| span.of(text)).collect())
            .collect();
        assert_eq!(
            shown,
            [
                "（上接第1版）",
                "重点任务",
                "并对",
                "(下转第3版)",
                "(下转3版)",
                "转第3版的文章(下)",
                "【下转2版】",
                "(李)"
            ]
        );
    }
}

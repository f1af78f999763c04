//! Does this piece go on where that one stopped?

use crate::cursor::is_han;
use crate::lexicon::straddle;
use crate::source::Ink;

/// Characters looked at on each side of a cut.
const NEAR: usize = 6;

/// What is seen at the seam of two pieces; above 0 it speaks for a join. In the measure of
/// [`crate::opening::opening`]: natural logarithms of odds, fitted on cut and uncut paragraphs of news.
pub fn bond(a: &[Ink], b: &[Ink], opening: f32, pair_is_known: bool) -> f32 {
    let (Some(last), Some(first)) = (a.last(), b.first()) else { return 0.0 };
    let after_comma = matches!(last.c, ',' | '、' | ';');
    // Clauses inside a sentence open with the words that open paragraphs.
    let opening = if after_comma && opening > 0.0 { opening * 0.6 } else { opening };
    let mut score = PRIOR - opening;
    let bits = straddle(&tail(a), &head(b));
    if bits > 1.0 {
        score += 0.7 + 0.5 * bits.min(8.0);
    }
    if last.c.is_ascii_digit() && first.c.is_ascii_digit() {
        score += 3.0;
    }
    if after_comma {
        score += 0.6;
    }
    if pair_is_known {
        score += 2.0;
    }
    score + quotes(a, b)
}

/// Of ten pieces that stop in mid-sentence, nine go on.
const PRIOR: f32 = 2.2;

/// An open quotation is closed by what follows, soon.
fn quotes(a: &[Ink], b: &[Ink]) -> f32 {
    const LOOK: usize = 80;
    let balance: i32 = a
        .iter()
        .rev()
        .take(LOOK)
        .map(|ink| match ink.c {
            '“' => 1,
            '”' => -1,
            _ => 0,
        })
        .sum();
    if balance <= 0 {
        return 0.0;
    }
    let next = b.iter().take(LOOK).find(|ink| matches!(ink.c, '“' | '”'));
    match next.map(|ink| ink.c) {
        // The opening counts a closing mark without its opening one against `b`: here it is explained.
        Some('”') => 2.0,
        _ => -1.5,
    }
}

fn tail(ink: &[Ink]) -> Vec<char> {
    let near: Vec<char> =
        ink.iter().rev().take(NEAR).map(|ink| ink.c).take_while(|c| is_han(*c)).collect();
    near.into_iter().rev().collect()
}

fn head(ink: &[Ink]) -> Vec<char> {
    ink.iter().take(NEAR).map(|ink| ink.c).take_while(|c| is_han(*c)).collect()
}

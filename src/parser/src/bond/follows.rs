//! Do the words behind a seam follow those before it?

use super::Side;
use super::run::cohesion;
use crate::lexicon;
use crate::people::has_family;
use crate::source::Ink;

/// Do these words follow those? A head, and a seam at a mark, a digit or a letter, say nothing of it.
pub fn follows(a: Side, b: Side) -> f32 {
    /// Two runs that meet by chance have a little less than no bits: no pair of the table stands at their seam.
    const CHANCE: f32 = 0.3;
    const MOST: f32 = 3.0;
    /// What speaks for a join has been said by the words that stand across.
    const FOR: f32 = 0.6;
    let (a, left, right) = (a.ink, &a.end().run, &b.opening().run);
    if a.len() < SHORTEST_TEXT || left.text().is_empty() || right.text().is_empty() {
        return 0.0;
    }
    let bits = cohesion(left, right).clamp(-MOST, MOST);
    if bits < 0.0 && (cuts_name(a, left.text(), right.text()) || ends_in_prefix(left.text())) {
        return CHANCE;
    }
    CHANCE + if bits < 0.0 { bits } else { bits * FOR }
}

/// A head is shorter.
const SHORTEST_TEXT: usize = 20;

/// 代表谭新 | 萍, 通伦·西苏 | 里: a family name and single characters, a name written by its sound; no table has who it
/// is.
fn cuts_name(a: &[Ink], left: &[char], right: &[char]) -> bool {
    if a.iter().rev().nth(left.len()).is_some_and(|mark| mark.c == '·') {
        return true;
    }
    /// The family name, or a character of the given name behind it.
    const PARTS: usize = 2;
    (1..=PARTS).any(|back| has_family(&a[a.len() - back..]))
        && lexicon::last_word(left) == 1
        && lexicon::first_word(right) == 1
}

/// 把小 | 茶叶做成大产业: such a character stands before any noun.
fn ends_in_prefix(left: &[char]) -> bool {
    matches!(left.last(), Some('小' | '大' | '新' | '老')) && lexicon::last_word(left) == 1
}

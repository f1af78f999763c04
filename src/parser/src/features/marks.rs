//! Which marks does a line have, and how many?

use crate::source::Ink;

/// Commas and semicolons, full stops, and ! and ?.
pub fn marks(ink: &[Ink]) -> [usize; 3] {
    let mut counts = [0; 3];
    for ink in ink {
        match ink.c {
            ',' | ';' => counts[0] += 1,
            '。' => counts[1] += 1,
            '!' | '?' => counts[2] += 1,
            _ => {}
        }
    }
    counts
}

/// 河口镇:苹果“红”了日子 over ,亩产过万斤: the mark tells that words are lost, and none that they are these.
pub fn is_marked_off(above: &[Ink], ink: &[Ink]) -> bool {
    let is_mark = |ink: &Ink| matches!(ink.c, ',' | '。' | '、' | ';' | '!' | '?');
    is_mark(&ink[0]) && !above.iter().any(is_mark)
}

/// Nothing but marks; what is garbled may have been words.
pub fn is_wordless(ink: &[Ink]) -> bool {
    let is_lost = |c: char| matches!(c, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}');
    !ink.iter().any(|ink| ink.c.is_alphanumeric() || is_lost(ink.c))
}

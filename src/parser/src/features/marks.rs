//! Which marks does a line have, and how many?

use crate::cursor::is_han;
use crate::source::Ink;
use crate::wordlist::{Chars, Words};

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

/// 那么, 可是, 对此, 小时候: it opens as a sentence of a text does that turns to something.
pub fn turns(ink: &[Ink]) -> bool {
    static TURNS: Words = Words::of(&[
        "那么",
        "可是",
        "可",
        "但",
        "不过",
        "对此",
        "然而",
        "于是",
        "难道",
        "小时候",
        "是啊",
        "原来",
        "记者",
        "他",
        "她",
    ]);
    TURNS.open(ink)
}

/// □ 石小川: this mark stands before whoever wrote it, and before no place.
pub fn signs_box(ink: &[Ink]) -> bool {
    matches!(ink, [mark, name @ ..] if mark.c == '□' && crate::people::is_plain(name))
}

/// A short line of nothing but words and quotation marks.
pub fn is_bare_line(ink: &[Ink]) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 4..=20;
    static MARKS: Chars = Chars::of("“”《》·");
    LENGTHS.contains(&ink.len())
        && ink.iter().all(|ink| is_han(ink.c) || ink.c.is_ascii_digit() || MARKS.has(ink.c))
}

//! Are these short lines a poem's, and which of them are titles?

use crate::cursor::ends_with;
use crate::source::Ink;

/// Which lines of a run are titles: short, without the mark that the others end with, or between empty lines
/// where the others are not.
/// `cycle`: the headline says that there are several poems.
pub fn titles(lines: &[&[Ink]], blank: &[bool], cycle: bool) -> Vec<bool> {
    const LONGEST_TITLE: usize = 12;
    let marked = lines.iter().filter(|ink| is_marked(ink)).count();
    let verses_end_in_marks = marked * 2 > lines.len();
    let after = |at: usize| blank.get(at + 1).copied().unwrap_or(true);
    let alone = |at: usize| blank[at] && after(at);
    let stanzas = (0..lines.len()).filter(|at| !blank[*at]).count() * 2 > lines.len();
    let is_title = |at: usize| {
        let short = lines[at].len() <= LONGEST_TITLE && !is_marked(lines[at]);
        // A stanza's first line is about as long as its second.
        let is_shorter =
            lines.get(at + 1).is_some_and(|next| lines[at].len() * 3 <= next.len() * 2);
        let heads = alone(at) || cycle && blank[at] && is_shorter;
        short && (verses_end_in_marks || stanzas && heads)
    };
    (0..lines.len()).map(is_title).collect()
}

/// 瘦西湖的雪(外一首), 故乡三题, 组诗.
pub fn names_cycle(ink: &[Ink]) -> bool {
    const NUMBERS: &str = "一二两三四五六七八九十";
    let counts =
        |pair: &[Ink]| NUMBERS.contains(pair[0].c) && matches!(pair[1].c, '首' | '章' | '题');
    let plain = match ink {
        [plain @ .., last] if last.c == ')' => plain,
        _ => ink,
    };
    plain.len() >= 2 && counts(&plain[plain.len() - 2..])
        || ["组诗", "组章", "诗抄"].iter().any(|end| ends_with(plain, end))
}

fn is_marked(ink: &[Ink]) -> bool {
    ink.last().is_some_and(|last| matches!(last.c, ',' | '。' | '!' | '?' | ';' | '、' | '…'))
}

/// Whether the lines of a run that are no titles have one length and end with marks.
pub fn is_even(lines: &[&[Ink]], apart: &[bool]) -> bool {
    const FEWEST: usize = 4;
    let verses = || lines.iter().zip(apart).filter(|(_, apart)| !**apart).map(|(ink, _)| ink);
    let marked = verses().filter(|ink| is_marked(ink));
    let mut lengths: Vec<usize> = marked.map(|ink| ink.len()).collect();
    lengths.sort_unstable();
    let alike = lengths.chunk_by(|a, b| a == b).map(<[usize]>::len).max().unwrap_or(0);
    alike >= FEWEST && alike * 4 >= verses().count() * 3
}

/// Whether short lines in a row are a poem's: enough of them, most of one length or ending with a mark.
/// `signed`: a name stands directly above them.
pub fn is_verse(lines: &[&[Ink]], signed: bool) -> bool {
    const FEWEST: usize = 4;
    const MANY: usize = 8;
    let marked = lines.iter().filter(|ink| is_marked(ink)).count();
    let mut lengths: Vec<usize> = lines.iter().map(|ink| ink.len()).collect();
    lengths.sort_unstable();
    let alike = lengths.chunk_by(|a, b| a == b).map(<[usize]>::len).max().unwrap_or(0);
    let share = if lines.len() >= MANY { 3 } else { 2 };
    // So many short lines without a mark are verses, too; a list of figures has cells.
    const SURELY: usize = 7;
    let plain = |ink: &&&[Ink]| {
        ink.iter().skip(1).filter(|ink| ink.spaced).count() < 2
            && !ink.iter().any(|ink| ink.c.is_ascii_digit())
    };
    let is_section = |ink: &&[Ink]| crate::features::names_section(ink);
    let sure = (lines.len() >= SURELY || signed && !lines.iter().any(is_section))
        && lines.iter().filter(plain).count() == lines.len();
    lines.len() >= FEWEST
        && (sure
            || marked * 2 >= lines.len()
            || alike * share >= lines.len() && lines.len() > FEWEST + 1)
}

//! Does the page speak of a line in quotation marks, as of “小林帮办”, whose messages it prints? So it does of its columns.

use crate::cursor::is_han;
use crate::source::Ink;
use rustc_hash::FxHashSet;

/// Characters of a name.
const LENGTHS: std::ops::RangeInclusive<usize> = 4..=8;

/// What a page has in quotation marks.
pub struct Quoted(FxHashSet<Vec<char>>);

impl Quoted {
    pub fn of(inks: &[&[Ink]]) -> Self {
        let mut all = FxHashSet::default();
        for ink in inks {
            for after in ink.split(|ink| ink.c == '“').skip(1) {
                let end = after.iter().take(LENGTHS.end() + 1).position(|ink| ink.c == '”');
                let name = &after[..end.unwrap_or(0)];
                if LENGTHS.contains(&name.len()) && name.iter().all(|ink| is_han(ink.c)) {
                    all.insert(name.iter().map(|ink| ink.c).collect());
                }
            }
        }
        Self(all)
    }

    /// Whether a line is one of them, without marks.
    pub fn has(&self, line: &[Ink]) -> bool {
        LENGTHS.contains(&line.len())
            && self.0.contains(&line.iter().map(|ink| ink.c).collect::<Vec<char>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn what_stands_in_quotation_marks_is_found_as_a_line() {
        let source =
            Source::of("他找到“小林帮办”的时候说：“行。”又去了“帮办”和“小林帮办工作室的人”");
        let quoted = Quoted::of(&[&source.ink]);
        let has = |line: &str| quoted.has(&Source::of(line).ink);
        assert!(has("小林帮办") && !has("小林办帮") && !has("帮办") && !has("小林帮办工作室的人"));
    }
}

//! Where in the dump does something stand?

use serde::{Deserialize, Serialize};

/// A half-open range `[start, end)` of bytes of a page's text; both ends on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// Panics where an offset does not fit 32 bits: a page's text is far below 4 GiB.
    pub fn new(start: usize, end: usize) -> Self {
        let fit = |n: usize| u32::try_from(n).expect("a page's text is below 4 GiB");
        debug_assert!(start <= end);
        Self { start: fit(start), end: fit(end) }
    }

    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn contains(self, offset: u32) -> bool {
        (self.start..self.end).contains(&offset)
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same range without white space at its ends.
    pub fn trimmed(self, text: &str) -> Self {
        let whole = self.of(text);
        let start = self.start as usize + (whole.len() - whole.trim_start().len());
        let end = start + whole.trim().len();
        Self::new(start, end)
    }
}

/// A character that conservation counts: anything but Unicode white space.
#[inline]
pub fn is_ink(c: char) -> bool {
    // No white space stands behind the wide one, and nearly all characters do.
    c > '\u{3000}' || !c.is_whitespace()
}

/// A line of a dump, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LineNo(pub u32);

/// LF and CR; VT, which Word writes for a line end within a paragraph; NEL, LS and PS, which layout programs write. FF, between the
/// pages of a text layer, is white space.
pub fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The lines of a text, each with its end: CR LF, or one that [`is_line_end`].
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = line_end(rest.as_bytes()).unwrap_or(rest.len());
        let (line, after) = rest.split_at(end);
        rest = after;
        (!line.is_empty()).then_some(line)
    })
}

/// Where the first line ends, behind its end. Byte by byte: every text is walked for its lines a few times over.
fn line_end(text: &[u8]) -> Option<usize> {
    let behind = |(at, byte): (usize, &u8)| match byte {
        b'\n' | 0x0B => Some(at + 1),
        b'\r' => Some(at + 1 + usize::from(text.get(at + 1) == Some(&b'\n'))),
        // NEL; LS and PS.
        0xC2 => text[at + 1..].starts_with(&[0x85]).then_some(at + 2),
        0xE2 => matches!(text[at + 1..], [0x80, 0xA8 | 0xA9, ..]).then_some(at + 3),
        _ => None,
    };
    text.iter().enumerate().find_map(behind)
}

/// The line starts of a text: byte offset to line and column.
pub struct Lines {
    starts: Vec<u32>,
}

impl Lines {
    pub fn of(text: &str) -> Self {
        let mut starts = vec![0];
        let mut end = 0;
        for line in lines(text).filter(|line| line.ends_with(is_line_end)) {
            end += line.len();
            starts.push(end as u32);
        }
        Self { starts }
    }

    /// The line that holds byte `offset`.
    pub fn line(&self, offset: u32) -> LineNo {
        LineNo(self.starts.partition_point(|start| *start <= offset) as u32)
    }

    /// Byte offset of the first character of `line`.
    pub fn start(&self, line: LineNo) -> u32 {
        self.starts[line.0 as usize - 1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_of_unicode_ends_a_line() {
        let text = "麦\r\n收\r了\n\u{B}三\u{85}夏\u{2028}到\u{2029}“好”\u{C}";
        let found: Vec<&str> = lines(text).map(|line| line.trim_end_matches(is_line_end)).collect();
        assert_eq!(found, ["麦", "收", "了", "", "三", "夏", "到", "“好”\u{C}"]);
        assert_eq!(lines(text).collect::<String>(), text);
        assert!(text.chars().filter(|c| is_line_end(*c)).count() == 8);
    }

    #[test]
    fn a_line_feed_belongs_to_the_line_it_ends() {
        let lines = Lines::of("甲\n乙\n");
        assert_eq!([0, 3, 4, 7].map(|at| lines.line(at).0), [1, 1, 2, 2]);
        assert_eq!(lines.start(LineNo(2)), 4);
        assert_eq!([0, 4, 5].map(|at| Lines::of("甲\r乙").line(at).0), [1, 2, 2]);
        assert_eq!(Lines::of("甲\r\n乙").line(5).0, 2);
    }

    #[test]
    fn a_carriage_return_alone_ends_a_line() {
        let text = "甲\r乙\r\n\n丙\r\r丁";
        assert_eq!(lines(text).collect::<Vec<_>>(), ["甲\r", "乙\r\n", "\n", "丙\r", "\r", "丁"]);
        assert_eq!(lines(text).collect::<String>(), text);
    }

    #[test]
    fn trimming_takes_full_width_spaces_too() {
        let text = "\u{3000}甲 乙\n";
        assert_eq!(Span::new(0, text.len()).trimmed(text).of(text), "甲 乙");
        assert!(Span::new(0, 3).trimmed(text).is_empty());
    }
}

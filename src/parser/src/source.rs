//! What stands in a dump? Its ink, folded for comparison, and its lines.

mod brackets;
mod marks;
mod markup;
mod parts;
mod said;
mod specks;

pub use self::said::Said;
use crate::cursor::is_han;
use ::edition::marks::{ends_cell, names_space};
use ::edition::{Span, is_ink};
use std::ops::Range;

/// A character that is not white space.
#[derive(Clone, Copy, Debug)]
pub struct Ink {
    /// As it is compared: simplified, half width.
    pub c: char,
    /// Byte offset in the dump, and its end.
    pub at: u32,
    pub end: u32,
    /// White space stands before it on its line.
    pub spaced: bool,
}

/// A line with ink on it.
#[derive(Clone, Debug)]
pub struct Line {
    pub ink: Range<usize>,
    /// An empty line stands before it …
    pub after_blank: bool,
    /// … and not because one stands before every line.
    pub set_apart: bool,
    /// It begins with white space.
    pub indented: bool,
    /// What the dump says that it is: # or 标题： stands before it.
    pub said: Option<Said>,
}

/// A dump, ready to be read.
pub struct Source<'t> {
    pub text: &'t str,
    pub ink: Vec<Ink>,
    pub lines: Vec<Line>,
    /// Marks of Markdown and HTML, and lines of nothing that is seen, as byte ranges in order: no ink, and in no span of
    /// a piece.
    pub marks: Vec<Range<usize>>,
}

impl<'t> Source<'t> {
    /// Its characters as they are compared.
    pub fn chars(&self) -> Vec<char> {
        self.ink.iter().map(|ink| ink.c).collect()
    }

    pub fn of(text: &'t str) -> Self {
        let marks = markup::marks(text);
        let ink = Vec::with_capacity(text.len() / 3);
        let mut source = Self { text, ink, lines: Vec::new(), marks: Vec::new() };
        let (mut blanks, mut indents) = (Vec::new(), Vec::new());
        let (mut above, mut at, mut said) = (0, 0, None);
        // A text layer may have a space behind every character: only a wider one says something there.
        let gap = if is_spaced_out(text) { 2 } else { 1 };
        for line in ::edition::lines(text) {
            let lines = source.lines.len();
            let own = within(&marks, at..at + line.len());
            for part in parts::of(text, at..at + line.len(), own) {
                let own = within(own, part.clone());
                // A label may have the line above for itself.
                let own_said = own.iter().find_map(|mark| Said::by(&text[mark.clone()]));
                // What has no value says nothing of what stands below an empty line.
                said = own_said
                    .or(said.filter(|said| *said != Said::Field || !line.trim().is_empty()));
                if let Some(indent) = source.read_line(&text[part.clone()], part.start, gap, own) {
                    blanks.push(std::mem::take(&mut above));
                    indents.push(indent);
                    let line = source.lines.last_mut();
                    line.into_iter().for_each(|line| line.said = said.take());
                }
            }
            // A label is no empty line.
            above += usize::from(source.lines.len() == lines && said.is_none());
            at += line.len();
        }
        source.marks.extend(marks);
        source.marks.sort_by_key(|mark| mark.start);
        said::name_titles(&mut source.lines);
        source.set_apart(&blanks);
        source.indent(&indents);
        let (ink, lines) = (&mut source.ink, &source.lines);
        marks::read_dots(ink, lines);
        marks::read_stops(ink, lines);
        marks::read_quotes(ink, lines);
        marks::read_slips(ink, lines);
        brackets::read_brackets(ink, lines);
        source
    }

    /// `blanks`: how many empty lines stand above each line. One above every line is how the dump spaces its lines.
    fn set_apart(&mut self, blanks: &[usize]) {
        const FEWEST: usize = 8;
        const ALL: f64 = 0.9;
        let spaced = blanks.iter().filter(|above| **above > 0).count();
        let is_spacing = blanks.len() >= FEWEST && spaced as f64 >= ALL * (blanks.len() - 1) as f64;
        for (at, (line, above)) in self.lines.iter_mut().zip(blanks).enumerate() {
            line.after_blank = at == 0 || *above > 0;
            line.set_apart = at == 0 || *above > usize::from(is_spacing);
        }
        for at in 1..self.lines.len() {
            let said = self.lines[at].said.or(self.lines[at - 1].said);
            self.lines[at].set_apart |= said.is_some();
        }
    }

    /// `indents`: how far each line begins further in, in [`halves`]. As far as every line does is how the dump sets them.
    fn indent(&mut self, indents: &[usize]) {
        const FEWEST: usize = 8;
        let least =
            indents.iter().min().filter(|_| indents.len() >= FEWEST).map_or(0, |least| *least);
        for (line, indent) in self.lines.iter_mut().zip(indents) {
            // What stands further in is set in the middle, or at the right.
            line.indented = (1..=DEEPEST_INDENT).contains(&(indent - least));
        }
    }

    /// How far it is indented, in [`halves`], where there was ink on it; `gap`: how many spaces set a character apart.
    /// `marks`: those that stand in the line.
    fn read_line(
        &mut self,
        line: &str,
        start: usize,
        gap: usize,
        marks: &[Range<usize>],
    ) -> Option<usize> {
        let first = self.ink.len();
        let (mut spaces, mut indent) = (0, 0);
        // What is not seen belongs to the character before it, or behind it where the line begins.
        let mut unseen: Option<Range<u32>> = None;
        let text = self.text;
        let mut marks = marks.iter().peekable();
        // Where the last mark ends; whether one stands before the first ink.
        let (mut behind, mut is_marked) = (0, false);
        for (at, c) in line.char_indices() {
            let (at, end) = (start + at, start + at + c.len_utf8());
            while let Some(mark) = marks.next_if(|mark| mark.start <= at) {
                behind = mark.end;
                // A mark of byte order before it belongs to no character behind it.
                self.marks.extend(unseen.take().map(|own| own.start as usize..own.end as usize));
                let width = names_space(&text[mark.clone()]);
                // The number of a line stands before its indent, and so does what all lines begin with.
                let own = &text[mark.clone()];
                let is_of_all = own.starts_with(|c: char| c.is_ascii_digit()) || own.ends_with(' ');
                is_marked |= width.is_none() && !is_of_all;
                indent = if is_of_all { 0 } else { indent };
                spaces += if ends_cell(&text[mark.clone()]) { gap } else { width.unwrap_or(0) };
                indent += width.filter(|_| self.ink.len() == first && !is_marked).unwrap_or(0);
            }
            if at < behind {
                continue;
            }
            let (at, end) = (at as u32, end as u32);
            if !is_ink(c) {
                spaces += 1;
                // The space behind a mark is no indent.
                let indents = self.ink.len() == first && !is_marked;
                indent += if indents { halves(c) } else { 0 };
            } else if !is_unseen(c) {
                let named = if c == '&' { named(&text[at as usize..]) } else { None };
                let (c, end) = named.map_or((c, end), |(c, length)| (c, at + length as u32));
                behind = behind.max(end as usize);
                let at = unseen.take().map_or(at, |unseen| unseen.start);
                self.ink.push(Ink { c: places::fold(c), at, end, spaced: spaces >= gap });
                spaces = 0;
            } else if let Some(last) = self.ink[first..].last_mut() {
                last.end = end;
            } else {
                unseen.get_or_insert(at..end).end = end;
            }
        }
        if specks::ends_in_speck(&self.ink[first..])
            && let Some(speck) = self.ink.pop()
            && let Some(last) = self.ink.last_mut()
        {
            last.end = speck.end;
        }
        // A line of nothing that is seen is an empty one.
        self.marks.extend(unseen.map(|unseen| unseen.start as usize..unseen.end as usize));
        let ink = first..self.ink.len();
        if ink.is_empty() {
            return None;
        }
        self.lines.push(Line {
            ink,
            after_blank: false,
            set_apart: false,
            indented: false,
            said: None,
        });
        Some(indent)
    }

    /// The marks inside these bytes.
    pub fn marks_of(&self, bytes: Range<usize>) -> &[Range<usize>] {
        within(&self.marks, bytes)
    }

    /// The bytes from the first to the last of these characters.
    pub fn span_of(&self, ink: &[Ink]) -> Span {
        match ink {
            [first, .., last] => Span { start: first.at, end: last.end },
            [one] => Span { start: one.at, end: one.end },
            [] => Span { start: 0, end: 0 },
        }
    }

    /// These characters as the dump has them, without what is not seen.
    pub fn seen(&self, ink: &[Ink]) -> String {
        let text = ink.iter().map(|ink| &self.text[ink.at as usize..ink.end as usize]);
        text.flat_map(str::chars).filter(|c| !is_unseen(*c)).collect()
    }

    /// The ink that begins inside a span.
    pub fn inside(&self, span: Span) -> &[Ink] {
        let start = self.ink.partition_point(|ink| ink.at < span.start);
        let length = self.ink[start..].partition_point(|ink| ink.at < span.end);
        &self.ink[start..start + length]
    }

    /// The bytes from the first to the last character of a range of ink.
    pub fn span(&self, ink: &Range<usize>) -> Span {
        self.span_of(self.ink.get(ink.clone()).unwrap_or_default())
    }
}

/// &ldquo; is one character: which, and the bytes of its name.
fn named(text: &str) -> Option<(char, usize)> {
    const NAMES: [(&str, char); 14] = [
        ("&ldquo;", '“'),
        ("&rdquo;", '”'),
        ("&lsquo;", '‘'),
        ("&rsquo;", '’'),
        ("&quot;", '"'),
        ("&mdash;", '—'),
        ("&hellip;", '…'),
        ("&middot;", '·'),
        ("&amp;", '&'),
        ("&lt;", '<'),
        ("&gt;", '>'),
        ("&copy;", '©'),
        ("&times;", '×'),
        ("&yen;", '¥'),
    ];
    let known = NAMES.iter().find(|(name, _)| text.starts_with(name));
    known.map(|(name, c)| (*c, name.len()))
}

/// The lines without the white space around them, each with where it begins.
fn trimmed_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    ::edition::lines(text).map(move |line| {
        let first = start + line.len() - line.trim_start().len();
        start += line.len();
        (first, line.trim())
    })
}

/// Those of these ranges, which are in order, that begin inside another.
fn within(ranges: &[Range<usize>], outer: Range<usize>) -> &[Range<usize>] {
    let start = ranges.partition_point(|range| range.start < outer.start);
    let length = ranges[start..].partition_point(|range| range.start < outer.end);
    &ranges[start..start + length]
}

/// The indent of a paragraph, in halves of a Chinese character: two characters, as two spaces of their width, four of half of it
/// or a tab, and some have more.
pub const DEEPEST_INDENT: usize = 8;

/// How wide a space is, in halves of a Chinese character.
pub fn halves(space: char) -> usize {
    match space {
        '\t' => 4,
        '\u{3000}' => 2,
        _ => 1,
    }
}

/// Characters without width: joiners, marks of direction and of byte order, soft hyphens.
#[inline]
pub fn is_unseen(c: char) -> bool {
    // Nearly all characters are of these.
    if c.is_ascii() || ('\u{3000}'..'\u{FE00}').contains(&c) {
        return false;
    }
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Whether one space stands between nearly all Chinese characters.
fn is_spaced_out(text: &str) -> bool {
    const FEWEST: usize = 40;
    const TIMES: usize = 5;
    let (mut apart, mut together) = (0, 0);
    /// Characters that are looked at.
    const ENOUGH: usize = 1000;
    let mut chars = text.chars().take(ENOUGH).peekable();
    while let Some(c) = chars.next() {
        if !is_han(c) {
            continue;
        }
        match chars.next_if(|space| *space == ' ') {
            Some(_) => apart += usize::from(chars.peek().is_some_and(|next| is_han(*next))),
            None => together += usize::from(chars.peek().is_some_and(|next| is_han(*next))),
        }
    }
    apart >= FEWEST && apart >= TIMES * together
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_may_end_with_carriage_returns_alone() {
        let source = Source::of("标题\r\r正文一段。\r又一段。");
        let lines: Vec<&str> =
            source.lines.iter().map(|line| source.span(&line.ink).of(source.text)).collect();
        assert_eq!(lines, ["标题", "正文一段。", "又一段。"]);
        assert!(source.lines[1].after_blank && !source.lines[2].after_blank);
    }

    #[test]
    fn ink_keeps_its_place_and_its_spaces() {
        let source = Source::of("\r\n  付 炎\r\n\r\n說。");
        let seen: Vec<(char, bool)> = source.ink.iter().map(|ink| (ink.c, ink.spaced)).collect();
        assert_eq!(seen, [('付', true), ('炎', true), ('说', false), ('。', false)]);
        assert_eq!(source.lines.len(), 2);
        assert!(source.lines[0].after_blank && source.lines[0].indented);
        assert!(source.lines[1].after_blank);
        assert_eq!(source.span(&(0..2)).of(source.text), "付 炎");
    }

    #[test]
    fn an_indent_of_all_lines_is_none() {
        let indented = |text: &str| -> Vec<bool> {
            Source::of(text).lines.iter().map(|line| line.indented).collect()
        };
        assert_eq!(indented("\t麦\n\t\t麦"), [true, true]);
        let page = "\t麦\n\t　　麦\n".repeat(4);
        assert_eq!(indented(&page), [false, true].repeat(4));
        assert!(indented(&"　　麦\n".repeat(8)).iter().all(|indented| !indented));
    }

    #[test]
    fn a_page_that_is_spaced_out_has_its_words_further_apart() {
        let name = "付 炎   龚 立";
        let spaced = |text: &str| {
            let ink = Source::of(text).ink;
            (1..ink.len()).filter(|at| ink[*at].spaced).count()
        };
        assert_eq!(spaced(name), 3);
        assert_eq!(spaced(&format!("{name}\n{}", "黄 河 水 长 \n".repeat(20))), 1);
    }

    #[test]
    fn what_is_not_seen_belongs_to_what_is() {
        let text = "\u{FEFF}付\u{200B}炎\u{AD}\n\u{200B}\n　　麦\n　　　　　　　　麦\n";
        let source = Source::of(text);
        let lines: Vec<&str> =
            source.lines.iter().map(|line| source.span(&line.ink).of(text)).collect();
        assert_eq!(lines, ["\u{FEFF}付\u{200B}炎\u{AD}", "麦", "麦"]);
        assert_eq!(source.marks.len(), 1);
        assert_eq!(source.seen(&source.ink[..2]), "付炎");
        // Set at the right, it opens no paragraph.
        assert!(source.lines[1].indented && !source.lines[2].indented);
    }
}

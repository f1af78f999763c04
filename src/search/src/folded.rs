//! Where in the original does a folded unit stand? All texts folded into one row of units, with marks back.

use crate::document::{Document, Field};
use crate::find::Row;
use crate::fold::{Fold, Level, NONE};
use crate::term::Place;
use std::ops::Range;

/// Every so many units of a part its byte offset is kept; between two marks the text is read again.
const STRIDE: usize = 16;

/// The folded texts, each part ended by [`NONE`].
pub(crate) struct Folded {
    pub documents: Vec<Document>,
    pub fold: Fold,
    pub row: Row,
    /// In reading order.
    pub parts: Vec<PartAt>,
    marks: Vec<Mark>,
    /// A bit for each unit: whether a variant stands there, and not the character of the unit.
    altered: Vec<u64>,
}

/// Where the units of a part lie.
#[derive(Clone, Copy)]
pub(crate) struct PartAt {
    pub start: u32,
    /// Index of the [`NONE`] behind it.
    pub end: u32,
    pub document: u32,
    /// Index in the document.
    pub part: u32,
    pub field: Field,
    /// Index of its first mark.
    mark: u32,
}

/// The character that holds a unit: its byte offset, and how many of its units come before that one.
#[derive(Clone, Copy)]
struct Mark {
    byte: u32,
    before: u16,
    /// Whether each unit from here to the next mark comes from one Han character behind the last one.
    is_even: bool,
}

/// Bytes of a Han character of the basic plane, and of full-width punctuation.
const HAN: usize = 3;

impl Folded {
    pub fn new(documents: Vec<Document>, fold: Fold) -> Self {
        let parts = documents.iter().flat_map(|document| &document.parts);
        let (count, bytes) =
            parts.fold((0, 0), |(count, bytes), part| (count + 1, bytes + part.text.len()));
        // All is reserved at once: what grows by doubling leaves holes as large as itself. A Han character is
        // one unit of three bytes; digits and letters make it a little more.
        let likely = bytes / HAN + bytes / 32 + count;
        let mut writer = Writer {
            fold: &fold,
            units: Vec::with_capacity(likely),
            parts: Vec::with_capacity(count),
            marks: Vec::with_capacity(likely / STRIDE + count),
            altered: Vec::with_capacity(likely / 64 + 1),
        };
        for (document, of) in documents.iter().enumerate() {
            for (part, of) in of.parts.iter().enumerate() {
                writer.push(document as u32, part as u32, of.field, &of.text);
            }
        }
        let Writer { mut units, parts, marks, mut altered, .. } = writer;
        units.shrink_to_fit();
        altered.resize(units.len().div_ceil(64), 0);
        Self { documents, fold, row: Row::new(units), parts, marks, altered }
    }

    /// Whether a variant stands at unit `at`.
    pub fn is_altered(&self, at: u32) -> bool {
        self.altered[at as usize / 64] >> (at % 64) & 1 == 1
    }

    pub fn cursor(&self) -> Cursor<'_> {
        Cursor { parts: &self.parts, at: 0 }
    }

    /// The parts of a document, with their indices.
    pub fn parts_of(&self, document: usize) -> impl Iterator<Item = (u32, &PartAt)> {
        let first = self.parts.partition_point(|part| (part.document as usize) < document);
        let own = self.parts[first..].iter().take_while(move |at| at.document as usize == document);
        (first as u32..).zip(own)
    }

    /// Whether the original is the term itself, but for width, case, punctuation and white space.
    pub fn is_literal(&self, place: &Place, forms: &[u16]) -> bool {
        let part = &self.parts[place.part as usize];
        let range = self.bytes(part, place.start, place.end);
        let original = self.fold.units(&self.text(part)[range], Level::Form);
        // A character of several units may stand for more than the term took of it.
        original.windows(forms.len()).any(|window| window == forms)
    }

    pub fn text(&self, part: &PartAt) -> &str {
        &self.documents[part.document as usize].parts[part.part as usize].text
    }

    /// The bytes of the characters that units `start..end` come from; the range lies in `part`, not empty.
    #[inline]
    pub fn bytes(&self, part: &PartAt, start: u32, end: u32) -> Range<usize> {
        let (first, last) = ((start - part.start) as usize, (end - 1 - part.start) as usize);
        let range = self.character(part, first);
        if first == last { range } else { range.start..self.character(part, last).end }
    }

    /// The bytes of the character that unit `unit` of a part comes from.
    #[inline]
    fn character(&self, part: &PartAt, unit: usize) -> Range<usize> {
        let mark = self.marks[part.mark as usize + unit / STRIDE];
        if mark.is_even {
            // Without a look at the text, which lies far away.
            let start = mark.byte as usize + unit % STRIDE * HAN;
            return start..start + HAN;
        }
        self.uneven_character(part, unit, mark)
    }

    fn uneven_character(&self, part: &PartAt, unit: usize, mark: Mark) -> Range<usize> {
        let text = self.text(part);
        let mut next = unit / STRIDE * STRIDE - usize::from(mark.before);
        let base = mark.byte as usize;
        for (at, c) in text[base..].char_indices() {
            self.fold.each(c, Level::Class, |_| next += 1);
            if next > unit {
                return base + at..base + at + c.len_utf8();
            }
        }
        text.len()..text.len()
    }
}

/// Goes through the parts while places come in ascending order.
pub(crate) struct Cursor<'a> {
    parts: &'a [PartAt],
    at: usize,
}

impl<'a> Cursor<'a> {
    /// The part that holds `unit`, which is not before the last one asked for.
    #[inline]
    pub fn advance(&mut self, unit: u32) -> (u32, &'a PartAt) {
        if self.parts[self.at].end < unit {
            // Mostly the part is near: twice as far at each step, then halves.
            let mut step = 1;
            while self.parts.get(self.at + step).is_some_and(|part| part.end < unit) {
                step *= 2;
            }
            let reach = &self.parts[self.at..(self.at + step + 1).min(self.parts.len())];
            self.at += reach.partition_point(|part| part.end < unit);
        }
        (self.at as u32, &self.parts[self.at])
    }
}

struct Writer<'a> {
    fold: &'a Fold,
    units: Vec<u16>,
    parts: Vec<PartAt>,
    marks: Vec<Mark>,
    altered: Vec<u64>,
}

impl Writer<'_> {
    fn push(&mut self, document: u32, part: u32, field: Field, text: &str) {
        let (start, mark) = (self.units.len(), self.marks.len() as u32);
        let Self { fold, units, marks, altered, .. } = self;
        for (byte, c) in text.char_indices() {
            let first = units.len();
            // Nearly every character of a text stands for itself: one look at one table settles it.
            if let Some(unit) = fold.itself(c) {
                if (first - start).is_multiple_of(STRIDE) {
                    marks.push(Mark { byte: byte as u32, before: 0, is_even: true });
                }
                units.push(unit);
                if c.len_utf8() != HAN
                    && let Some(mark) = marks.last_mut()
                {
                    mark.is_even = false;
                }
                continue;
            }
            fold.each(c, Level::Class, |unit| {
                if (units.len() - start).is_multiple_of(STRIDE) {
                    let before = (units.len() - first) as u16;
                    marks.push(Mark { byte: byte as u32, before, is_even: true });
                }
                units.push(unit);
            });
            let made = units.len() - first;
            if made != 1 || c.len_utf8() != HAN {
                // What is dropped between two stretches disturbs neither.
                let within = made > 0 || !(first - start).is_multiple_of(STRIDE);
                let touched = if within { made.div_ceil(STRIDE) + 1 } else { 0 };
                let own = &mut marks[mark as usize + (first - start) / STRIDE..];
                own.iter_mut().take(touched).for_each(|mark| mark.is_even = false);
            }
            if fold.alters(c) {
                altered.resize(units.len().div_ceil(64), 0);
                (first..units.len()).for_each(|at| altered[at / 64] |= 1 << (at % 64));
            }
        }
        let end = units.len() as u32;
        units.push(NONE);
        self.parts.push(PartAt { start: start as u32, end, document, part, field, mark });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Part, Tables};

    /// Every range of units leads to the characters that made them, and back.
    #[test]
    fn offsets_survive_the_fold_both_ways() {
        let text = "１２ ３㎡\u{3000}版心\u{20000}…ﷺ运\u{200B}城　".repeat(5);
        let part = Part { field: Field::Body, text: text.clone() };
        let folded =
            Folded::new(vec![Document { parts: vec![part] }], Fold::new(Tables::for_text(&text)));
        let mut sources = Vec::new();
        for (byte, c) in text.char_indices() {
            folded.fold.each(c, Level::Class, |_| sources.push(byte..byte + c.len_utf8()));
        }
        let part = folded.parts[0];
        assert_eq!(part.end as usize, sources.len());
        for start in 0..sources.len() {
            for end in start + 1..=sources.len() {
                let bytes = folded.bytes(&part, start as u32, end as u32);
                assert_eq!(bytes, sources[start].start..sources[end - 1].end, "{start}..{end}");
            }
        }
    }
}

//! Where in the original does a folded unit stand? All texts folded into one row of units, with marks back.

use crate::document::{Document, Field, Part};
use crate::find::Row;
use crate::fold::{ALTERED, Fold, Level, NONE, SPECIAL};
use crate::rank::Weights;
use crate::stretch::Stretch;
use std::ops::Range;
use std::sync::Arc;

/// Every so many units of a part its byte offset is kept; between two marks the text is read again.
const STRIDE: usize = 16;

/// What is folded, and how.
pub(crate) struct Source {
    pub documents: Vec<Document>,
    pub fold: Fold,
}

/// The folded texts, each part ended by [`NONE`].
pub(crate) struct Folded {
    source: Arc<Source>,
    pub row: Row,
    /// In reading order.
    pub parts: Vec<PartAt>,
    /// In reading order.
    pub stretches: Vec<Stretch>,
    pub weights: Weights,
    marks: Vec<Mark>,
    /// A bit for each unit: whether a variant stands there, and not the character of the unit.
    altered: Vec<u64>,
    /// A bit for each number that a unit can be: whether a variant stands for it anywhere. Most have none, and then
    /// no place of theirs needs to be looked at.
    varied: Vec<u64>,
    /// Index of the first part of each document, and behind the last one the number of parts.
    firsts: Vec<u32>,
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

/// The character that holds a unit: its byte offset in the part, how many of its units come before that one,
/// and whether each unit from here to the next mark comes from one Han character behind the last one. Packed:
/// there is one for every few characters of all texts.
#[derive(Clone, Copy)]
struct Mark(u32);

impl Mark {
    /// No character has more units (U+FDFA has 18).
    const BEFORE: u32 = 5;

    fn new(byte: usize, before: usize) -> Self {
        Self((byte as u32) << (Self::BEFORE + 1) | (before as u32) << 1 | 1)
    }

    fn byte(self) -> usize {
        (self.0 >> (Self::BEFORE + 1)) as usize
    }

    fn before(self) -> usize {
        (self.0 >> 1 & ((1 << Self::BEFORE) - 1)) as usize
    }

    fn is_even(self) -> bool {
        self.0 & 1 == 1
    }

    fn set_uneven(&mut self) {
        self.0 &= !1;
    }
}

/// Bytes of a Han character of the basic plane, and of full-width punctuation.
const HAN: usize = 3;

impl Folded {
    /// Whether a variant stands at unit `at`.
    pub fn is_altered(&self, at: u32) -> bool {
        self.altered[at as usize / 64] >> (at % 64) & 1 == 1
    }

    /// Whether a variant stands anywhere for one of these units.
    pub fn is_varied(&self, units: &[u16]) -> bool {
        units.iter().any(|unit| self.varied[usize::from(unit >> 6)] >> (unit & 63) & 1 == 1)
    }

    /// Goes through the parts from the first one of a document on.
    pub fn cursor(&self, document: usize) -> Cursor<'_> {
        Cursor { parts: &self.parts, at: self.own_parts(document).start }
    }

    /// The part that holds a unit.
    pub fn part_at(&self, unit: u32) -> u32 {
        self.parts.partition_point(|part| part.end < unit) as u32
    }

    fn own_parts(&self, document: usize) -> Range<usize> {
        match self.firsts.get(document..=document + 1) {
            Some([first, end]) => *first as usize..*end as usize,
            _ => 0..0,
        }
    }

    /// The parts of a document, with their indices.
    pub fn parts_of(&self, document: usize) -> impl Iterator<Item = (u32, &PartAt)> {
        let own = self.own_parts(document);
        (own.start as u32..).zip(&self.parts[own])
    }

    /// The units of a document, the ends of its parts included.
    pub fn range_of(&self, document: usize) -> Range<u32> {
        match &self.parts[self.own_parts(document)] {
            [] => 0..0,
            own => own[0].start..own[own.len() - 1].end + 1,
        }
    }

    /// Whether the original is the term itself, but for width, case, punctuation and white space.
    pub fn is_literal(&self, part: u32, units: Range<u32>, forms: &[u16]) -> bool {
        let part = &self.parts[part as usize];
        let range = self.bytes(part, units.start, units.end);
        let original = self.source.fold.units(&self.text(part)[range], Level::Form);
        // A character of several units may stand for more than the term took of it.
        original.windows(forms.len()).any(|window| window == forms)
    }

    pub fn text(&self, part: &PartAt) -> &str {
        &self.source.documents[part.document as usize].parts[part.part as usize].text
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
        if mark.is_even() {
            // Without a look at the text, which lies far away.
            let start = mark.byte() + unit % STRIDE * HAN;
            return start..start + HAN;
        }
        self.uneven_character(part, unit, mark)
    }

    fn uneven_character(&self, part: &PartAt, unit: usize, mark: Mark) -> Range<usize> {
        let text = self.text(part);
        let mut next = unit / STRIDE * STRIDE - mark.before();
        let base = mark.byte();
        for (at, c) in text[base..].char_indices() {
            self.source.fold.each(c, Level::Class, |_| next += 1);
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

/// Folds documents, some at a time.
pub(crate) struct Writer {
    source: Arc<Source>,
    /// The first document that is not yet folded.
    next: usize,
    units: Vec<u16>,
    /// How often each unit stands in `units`.
    counts: Vec<u32>,
    parts: Vec<PartAt>,
    marks: Vec<Mark>,
    altered: Vec<u64>,
    varied: Vec<u64>,
}

impl Writer {
    pub fn new(source: Arc<Source>) -> Self {
        let parts = source.documents.iter().flat_map(|document| &document.parts);
        let (count, bytes) =
            parts.fold((0, 0), |(count, bytes), part| (count + 1, bytes + part.text.len()));
        // All is reserved at once: what grows by doubling leaves holes as large as itself. A Han character is
        // one unit of three bytes; digits and letters make it a little more.
        let likely = bytes / HAN + bytes / 32 + count;
        Self {
            source,
            next: 0,
            units: Vec::with_capacity(likely),
            counts: vec![0; 1 << 16],
            parts: Vec::with_capacity(count),
            marks: Vec::with_capacity(likely / STRIDE + count),
            altered: Vec::with_capacity(likely / 64 + 1),
            varied: vec![0; (1 << 16) / 64],
        }
    }

    /// Folds documents until they have made `most` units; says whether there is more to do.
    pub fn more(&mut self, most: usize) -> bool {
        let end = self.units.len().saturating_add(most);
        let source = Arc::clone(&self.source);
        while let Some(document) = source.documents.get(self.next)
            && self.units.len() < end
        {
            for (part, of) in document.parts.iter().enumerate() {
                self.push(&source.fold, part as u32, of);
            }
            self.next += 1;
        }
        self.next < source.documents.len()
    }

    /// Folds what is left.
    pub fn finish(mut self) -> Folded {
        self.more(usize::MAX);
        let Self { source, mut units, counts, parts, marks, mut altered, varied, .. } = self;
        units.shrink_to_fit();
        altered.resize(units.len().div_ceil(64), 0);
        let weights = Weights::of(source.documents.len(), &parts);
        let mut stretches: Vec<Stretch> = Vec::with_capacity(source.documents.len() * 2);
        for PartAt { end, document, field, .. } in parts.iter().copied() {
            match stretches.last_mut() {
                Some(last) if (last.document, last.field) == (document, field) => last.end = end,
                _ => stretches.push(Stretch { end, document, field }),
            }
        }
        let mut firsts: Vec<u32> = Vec::with_capacity(source.documents.len() + 1);
        firsts.push(0);
        for document in &source.documents {
            firsts.push(firsts[firsts.len() - 1] + document.parts.len() as u32);
        }
        let row = Row::new(units, counts, &source.fold.tables.sounds);
        Folded { source, row, parts, stretches, weights, marks, altered, varied, firsts }
    }

    fn push(&mut self, fold: &Fold, part: u32, of: &Part) {
        let (start, mark) = (self.units.len(), self.marks.len());
        let text = &of.text;
        let mut byte = 0;
        while byte < text.len() {
            let is_new = (self.units.len() - start).is_multiple_of(STRIDE);
            let stretch = text.as_bytes().get(byte..byte + STRIDE * HAN).filter(|_| is_new);
            if stretch.is_some_and(|bytes| self.push_even(fold, byte, bytes)) {
                byte += STRIDE * HAN;
                continue;
            }
            let Some(c) = text[byte..].chars().next() else { break };
            self.push_char(fold, (start, mark), byte, c);
            byte += c.len_utf8();
        }
        let end = self.units.len();
        self.units.push(NONE);
        for unit in &self.units[start..] {
            self.counts[usize::from(*unit)] += 1;
        }
        let (start, end, mark) = (start as u32, end as u32, mark as u32);
        let document = self.next as u32;
        self.parts.push(PartAt { start, end, document, part, field: of.field, mark });
    }

    /// Folds one stretch of a text if it is Han characters that are a unit each, as most stretches are.
    #[inline]
    fn push_even(&mut self, fold: &Fold, byte: usize, bytes: &[u8]) -> bool {
        let mut units = [0; STRIDE];
        let (mut uneven, mut flags, mut altered) = (0, 0, 0u32);
        for (at, bytes) in bytes.chunks_exact(HAN).enumerate() {
            uneven |= (bytes[0] & 0xF0) ^ 0xE0;
            let [first, second, third] =
                [bytes[0] & 0xF, bytes[1] & 0x3F, bytes[2] & 0x3F].map(u16::from);
            let class = fold.class(first << 12 | second << 6 | third);
            flags |= class;
            altered |= u32::from(class & ALTERED != 0) << at;
            units[at] = class as u16;
        }
        if uneven != 0 || flags & SPECIAL != 0 {
            return false;
        }
        self.marks.push(Mark::new(byte, 0));
        let first = self.units.len();
        self.units.extend_from_slice(&units);
        if altered != 0 {
            (0..STRIDE).filter(|at| altered >> at & 1 == 1).for_each(|at| self.alter(first + at));
        }
        true
    }

    /// Folds one character of the part whose units and marks begin at `start`.
    fn push_char(&mut self, fold: &Fold, start: (usize, usize), byte: usize, c: char) {
        let first = self.units.len();
        let (start, mark) = start;
        let Self { units, marks, .. } = self;
        fold.each(c, Level::Class, |unit| {
            if (units.len() - start).is_multiple_of(STRIDE) {
                marks.push(Mark::new(byte, units.len() - first));
            }
            units.push(unit);
        });
        let made = units.len() - first;
        if made != 1 || c.len_utf8() != HAN {
            // What is dropped between two stretches disturbs neither.
            let within = made > 0 || !(first - start).is_multiple_of(STRIDE);
            let touched = if within { made.div_ceil(STRIDE) + 1 } else { 0 };
            let own = &mut marks[mark + (first - start) / STRIDE..];
            own.iter_mut().take(touched).for_each(Mark::set_uneven);
        }
        if fold.alters(c) {
            (first..first + made).for_each(|at| self.alter(at));
        }
    }

    /// Notes that a variant stands at unit `at`.
    fn alter(&mut self, at: usize) {
        let unit = self.units[at];
        self.varied[usize::from(unit >> 6)] |= 1 << (unit & 63);
        if self.altered.len() <= at / 64 {
            self.altered.resize(at / 64 + 1, 0);
        }
        self.altered[at / 64] |= 1 << (at % 64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Tables;

    /// Every range of units leads to the characters that made them, and back.
    #[test]
    fn offsets_survive_the_fold_both_ways() {
        let text = "１２ ３㎡\u{3000}版心\u{20000}…ﷺ运\u{200B}城　".repeat(5);
        let part = Part { field: Field::Body, text: text.clone().into() };
        let documents = vec![Document { parts: vec![part] }];
        let source = Source { documents, fold: Fold::new(Tables::for_text(&text)) };
        let folded = Writer::new(Arc::new(source)).finish();
        let mut sources = Vec::new();
        for (byte, c) in text.char_indices() {
            folded.source.fold.each(c, Level::Class, |_| sources.push(byte..byte + c.len_utf8()));
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

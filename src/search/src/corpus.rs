//! Where in the original does a folded unit stand? All texts folded into one row of units, with marks back.

use crate::document::{Document, Field};
use crate::fold::{Fold, Level, NONE};

/// Every so many units of a part its byte offset is kept; between two marks the text is read again.
const STRIDE: usize = 16;

/// The folded texts, each part ended by [`NONE`].
pub(crate) struct Corpus {
    pub documents: Vec<Document>,
    pub fold: Fold,
    pub units: Vec<u16>,
    /// In reading order.
    pub parts: Vec<PartAt>,
    /// How often each unit stands in `units`.
    pub counts: Vec<u32>,
    marks: Vec<Mark>,
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
    before: u32,
}

impl Corpus {
    pub fn new(documents: Vec<Document>, fold: Fold) -> Self {
        let mut corpus = Self {
            documents: Vec::new(),
            fold,
            units: Vec::new(),
            parts: Vec::new(),
            counts: vec![0; 1 << 16],
            marks: Vec::new(),
        };
        for (document, of) in documents.iter().enumerate() {
            for (part, of) in of.parts.iter().enumerate() {
                corpus.push(document as u32, part as u32, of.field, &of.text);
            }
        }
        corpus.documents = documents;
        for unit in &corpus.units {
            corpus.counts[usize::from(*unit)] += 1;
        }
        corpus
    }

    fn push(&mut self, document: u32, part: u32, field: Field, text: &str) {
        let (start, mark) = (self.units.len(), self.marks.len() as u32);
        for (byte, c) in text.char_indices() {
            let first = self.units.len();
            let Self { fold, units, marks, .. } = self;
            fold.each(c, Level::Class, |unit| {
                if (units.len() - start).is_multiple_of(STRIDE) {
                    marks.push(Mark { byte: byte as u32, before: (units.len() - first) as u32 });
                }
                units.push(unit);
            });
        }
        let end = self.units.len() as u32;
        self.units.push(NONE);
        self.parts.push(PartAt { start: start as u32, end, document, part, field, mark });
    }

    pub fn text(&self, part: &PartAt) -> &str {
        &self.documents[part.document as usize].parts[part.part as usize].text
    }

    /// The bytes of the characters that units `start..end` come from; the range lies in `part`, not empty.
    pub fn bytes(&self, part: &PartAt, start: u32, end: u32) -> std::ops::Range<usize> {
        let text = self.text(part);
        let (first, last) = ((start - part.start) as usize, (end - 1 - part.start) as usize);
        let mut from = None;
        let mark = self.marks[part.mark as usize + first / STRIDE];
        let mut unit = first / STRIDE * STRIDE - mark.before as usize;
        let base = mark.byte as usize;
        for (at, c) in text[base..].char_indices() {
            let begin = unit;
            self.fold.each(c, Level::Class, |_| unit += 1);
            if from.is_none() && unit > first && unit > begin {
                from = Some(base + at);
            }
            if unit > last {
                return from.unwrap_or(base)..base + at + c.len_utf8();
            }
        }
        from.unwrap_or(base)..text.len()
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
        let corpus =
            Corpus::new(vec![Document { parts: vec![part] }], Fold::new(Tables::for_text(&text)));
        let mut sources = Vec::new();
        for (byte, c) in text.char_indices() {
            corpus.fold.each(c, Level::Class, |_| sources.push(byte..byte + c.len_utf8()));
        }
        let part = corpus.parts[0];
        assert_eq!(part.end as usize, sources.len());
        for start in 0..sources.len() {
            for end in start + 1..=sources.len() {
                let bytes = corpus.bytes(&part, start as u32, end as u32);
                assert_eq!(bytes, sources[start].start..sources[end - 1].end, "{start}..{end}");
            }
        }
    }
}

//! Where in the dump does what an article shows stand, and back? Texts show corrected words; what readers keep
//! points at the dump.

use crate::catalog::Item;
use crate::text::Role;
use edition::{Correction, Span};
use std::ops::Range;

/// A run of a part's text that is one run of the dump.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    part: usize,
    /// Bytes of the part's text.
    shown: Range<usize>,
    /// Bytes of the dump.
    dump: Range<usize>,
    /// A word that the newsroom corrected: shown as a whole, or not at all.
    fixed: bool,
    /// Where it begins in the article as received.
    start: usize,
}

/// A range of one part's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub part: usize,
    pub range: Range<usize>,
}

/// An article as received: the dump's own words in reading order, parts on lines of their own.
#[derive(Debug)]
pub struct Origin {
    pieces: Vec<Piece>,
    pub text: String,
}

impl Origin {
    pub fn of(item: &Item) -> Self {
        let mut origin = Self { pieces: Vec::new(), text: String::new() };
        let article = item.article;
        for (at, part) in item.parts.iter().enumerate() {
            let spans = match part.role {
                Role::Kicker => &article.kicker,
                Role::Headline => &article.headline,
                Role::Subtitle => &article.subtitle,
                Role::Block(block, _) => &article.blocks[block].spans,
                // Without ornaments and spaces: no words of the dump as they stand.
                Role::Rubric | Role::Column => continue,
            };
            if !origin.text.is_empty() {
                origin.text.push('\n');
            }
            let mut shown = 0;
            for (span, before) in spans.iter().zip(part.role.between(spans, &item.page.text)) {
                if !before.is_empty() {
                    shown += before.len();
                    origin.text.push('\n');
                }
                let mut from = span.start;
                for Correction { span: word, to } in
                    Correction::within(&item.page.corrections, *span)
                {
                    let plain = Span { start: from, end: word.start };
                    shown = origin.add(at, shown, plain, plain.range().len(), item);
                    shown = origin.add(at, shown, *word, to.len(), item);
                    from = word.end;
                }
                let rest = Span { start: from, end: span.end };
                shown = origin.add(at, shown, rest, rest.range().len(), item);
            }
        }
        origin
    }

    /// Adds what stands at `dump` and is shown in `length` bytes; the end of it in its part.
    fn add(&mut self, part: usize, from: usize, dump: Span, length: usize, item: &Item) -> usize {
        let dumped = dump.range().len();
        if dumped > 0 {
            // Of equal length and still a correction: the words differ.
            let words = item.parts[part].text.get(from..from + length);
            let fixed = words != Some(dump.of(&item.page.text));
            let (start, dump_range) = (self.text.len(), dump.range());
            let shown = from..from + length;
            self.pieces.push(Piece { part, shown, dump: dump_range, fixed, start });
            self.text += dump.of(&item.page.text);
        }
        from + length
    }

    /// From a place in a part's text to one in the article as received. Within a corrected word: its beginning, or
    /// its end where `end` is asked for.
    fn received(&self, part: usize, at: usize, end: bool) -> Option<usize> {
        let mut here = self.pieces.iter().filter(|piece| piece.part == part);
        let holds = |piece: &&Piece| match end {
            false => at < piece.shown.end,
            true => at <= piece.shown.end,
        };
        let piece = match here.find(holds) {
            Some(piece) => piece,
            None => self.pieces.iter().rfind(|piece| piece.part == part)?,
        };
        let inside = at.saturating_sub(piece.shown.start).min(piece.dump.len());
        let inside = match (piece.fixed, end) {
            (false, _) => inside,
            (true, false) => 0,
            (true, true) => piece.dump.len(),
        };
        Some(piece.start + inside)
    }

    /// The range of the article as received that these passages, in order, begin and end.
    pub fn range(&self, passages: &[Shown]) -> Option<Range<usize>> {
        let (first, last) = (passages.first()?, passages.last()?);
        let start = self.received(first.part, first.range.start, false)?;
        let end = self.received(last.part, last.range.end, true)?;
        let range = start..end;
        (self.text.get(range.clone()).is_some_and(|text| !text.trim().is_empty())).then_some(range)
    }

    /// Where a range of the article as received is shown, part by part.
    pub fn shown(&self, range: &Range<usize>) -> Vec<Shown> {
        let mut all: Vec<Shown> = Vec::new();
        for piece in self.meeting(range) {
            let shown = match piece.fixed {
                true => piece.shown.clone(),
                false => {
                    let start = range.start.saturating_sub(piece.start);
                    let end = (range.end - piece.start).min(piece.dump.len());
                    piece.shown.start + start..piece.shown.start + end
                }
            };
            match all.last_mut().filter(|last| last.part == piece.part) {
                Some(last) => last.range.end = shown.end,
                None => all.push(Shown { part: piece.part, range: shown }),
            }
        }
        all
    }

    fn meeting(&self, range: &Range<usize>) -> impl Iterator<Item = &Piece> {
        let (start, end) = (range.start, range.end);
        let meets =
            move |piece: &&Piece| piece.start < end && start < piece.start + piece.dump.len();
        self.pieces.iter().filter(meets)
    }

    /// The bytes of the dump from the first to the last character of a range: what lies between, as the text of
    /// another article, is not of this one.
    pub fn dump(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let (first, last) = (self.meeting(range).next()?, self.meeting(range).last()?);
        let start = first.dump.start + range.start.saturating_sub(first.start);
        let end = last.dump.start + (range.end - last.start).min(last.dump.len());
        Some(start..end)
    }

    /// The one run of the dump that a range is; `None` where it is cut, or meets a corrected word.
    pub fn whole(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let mut meeting = self.meeting(range);
        let piece = meeting.next().filter(|piece| !piece.fixed)?;
        let inside = piece.start <= range.start && range.end <= piece.start + piece.dump.len();
        (inside && meeting.next().is_none()).then(|| self.dump(range)).flatten()
    }

    /// Whether a range meets a word that the newsroom corrected.
    pub fn is_fixed(&self, range: &Range<usize>) -> bool {
        self.meeting(range).any(|piece| piece.fixed)
    }

    /// The range that is these bytes of the dump, from the first to the last.
    pub fn from_dump(&self, dump: &Range<usize>) -> Option<Range<usize>> {
        let holds = |at: usize| self.pieces.iter().find(move |piece| piece.dump.contains(&at));
        let first = holds(dump.start)?;
        let last = holds(dump.end.checked_sub(1)?)?;
        let start = first.start + dump.start - first.dump.start;
        let end = last.start + dump.end - last.dump.start;
        (start < end).then_some(start..end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use edition::{Edition, Library};

    /// The second 冻水 is corrected to 涑水河; the second paragraph is cut after 村.
    const TEXT: &str = "楚侯乡修复河堤\n\n本报讯(记者 王明)7月21日,临猗县楚侯乡组织人员修复河堤,从冻水东岸到冻水西岸,\
        当天完工八百米。\n\n河堤沿线的人说,今年汛期沿岸的村\n\n民心里有了底,地里的庄稼也有了保障。\n";

    fn library() -> Library {
        let sidecar =
            "region = \"运城市\"\n[[correct]]\ntext = \"冻水\"\nnth = 2\nto = \"涑水河\"\n";
        let context = parser::context_of(sidecar).unwrap();
        let page = parser::parse_page("甲.txt", TEXT, &context);
        Library {
            editions: vec![Edition { pages: vec![page], ..Edition::default() }],
            ..Library::default()
        }
    }

    fn with(check: impl Fn(&Item, &Origin)) {
        let library = library();
        let catalog = Catalog::of(&library);
        let item = &catalog.items[0];
        check(item, &Origin::of(item));
    }

    /// The part and its range that show a word.
    fn shown(item: &Item, word: &str) -> Shown {
        let found =
            item.parts.iter().enumerate().find_map(|(part, it)| Some((part, it.text.find(word)?)));
        let (part, at) = found.unwrap_or_else(|| panic!("{word} in {:?}", item.parts));
        Shown { part, range: at..at + word.len() }
    }

    #[test]
    fn a_range_goes_to_the_dump_and_back() {
        with(|item, origin| {
            for word in ["修复", "东岸", "水东岸到", "心里", "村民", "岸到涑水河西"]
            {
                let place = shown(item, word);
                let range = origin.range(std::slice::from_ref(&place)).unwrap();
                assert_eq!(origin.shown(&range), std::slice::from_ref(&place), "{word}");
                let dump = origin.dump(&range).unwrap();
                assert_eq!(origin.from_dump(&dump), Some(range.clone()), "{word}");
                let received = word.replace("涑水河", "冻水");
                assert_eq!(origin.text[range], received);
            }
        });
    }

    #[test]
    fn a_corrected_word_is_taken_whole() {
        with(|item, origin| {
            let range = origin.range(&[shown(item, "水河")]).unwrap();
            assert_eq!(&origin.text[range.clone()], "冻水");
            assert_eq!(origin.shown(&range), [shown(item, "涑水河")]);
            assert!(origin.is_fixed(&range) && origin.whole(&range).is_none());
        });
    }

    #[test]
    fn what_is_cut_is_no_one_run() {
        with(|item, origin| {
            let range = |word: &str| origin.range(&[shown(item, word)]).unwrap();
            assert_eq!(origin.whole(&range("村民")), None);
            let dump = origin.whole(&range("东岸")).unwrap();
            assert_eq!(&TEXT[dump], "东岸");
        });
    }

    #[test]
    fn a_range_goes_over_paragraphs() {
        with(|item, origin| {
            let (first, last) = (shown(item, "八百米。"), shown(item, "河堤沿线"));
            let range = origin.range(&[first.clone(), last.clone()]).unwrap();
            assert_eq!(&origin.text[range.clone()], "八百米。\n河堤沿线");
            assert_eq!(origin.shown(&range), [first, last]);
        });
    }
}

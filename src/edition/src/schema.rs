//! How does a parsed page look to a program outside? JSON with offsets in Unicode code points.
//!
//! The field names are those that truth files for parsers use, so that parser output can be scored.

use crate::{Article, Block, BlockKind, Correction, Direction, Flag, Jump, Page, Span};
use serde::Serialize;

#[derive(Serialize)]
pub struct PageDoc<'a> {
    source: &'a str,
    articles: Vec<ArticleDoc<'a>>,
    furniture: Vec<Range>,
    rubrics: Vec<Range>,
    columns: Vec<Range>,
    unplaced: Vec<Range>,
    garbled: Vec<Range>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    corrections: Vec<CorrectionDoc<'a>>,
}

/// `[start, end)` in code points of the dump without its byte order mark.
pub type Range = [u32; 2];

#[derive(Serialize)]
struct ArticleDoc<'a> {
    id: &'a str,
    kind: &'static str,
    span_lines: [u32; 2],
    kicker: Vec<Range>,
    headline: Vec<Range>,
    subtitle: Vec<Range>,
    column: Option<&'a str>,
    rubric: Option<&'a str>,
    bylines: Vec<BylineDoc<'a>>,
    dateline: Option<String>,
    blocks: Vec<BlockDoc>,
    counties: Vec<&'a str>,
    county_evidence: Vec<EvidenceDoc<'a>>,
    whole_region: Option<&'a str>,
    flags: Vec<FlagDoc>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    jumps: Vec<JumpDoc<'a>>,
}

/// A word that the newsroom corrected: what the dump has, and what it should read.
#[derive(Serialize)]
struct CorrectionDoc<'a> {
    span: Range,
    text: &'a str,
    to: &'a str,
}

/// 下转 (`to`) or 上接 (`from`), and the id of the article at the other end.
#[derive(Serialize)]
struct JumpDoc<'a> {
    direction: &'static str,
    page: Option<u16>,
    span: Range,
    article: Option<&'a str>,
}

#[derive(Serialize)]
struct BylineDoc<'a> {
    name: &'a str,
    role: Option<&'a str>,
}

#[derive(Serialize)]
struct BlockDoc {
    kind: BlockKind,
    spans: Vec<Range>,
}

#[derive(Serialize)]
struct EvidenceDoc<'a> {
    county: &'a str,
    words: Vec<&'a str>,
    spans: Vec<Range>,
}

#[derive(Serialize)]
struct FlagDoc {
    kind: crate::FlagKind,
    at: u32,
}

impl<'a> PageDoc<'a> {
    pub fn of(page: &'a Page) -> Self {
        let points = CodePoints::of(&page.text);
        let lines = crate::Lines::of(&page.text);
        Self {
            source: &page.source,
            articles: page
                .articles
                .iter()
                .map(|article| ArticleDoc::of(article, &page.text, &points, &lines))
                .collect(),
            furniture: points.ranges(&page.furniture),
            rubrics: points.ranges(&page.rubrics),
            columns: points.ranges(&page.columns),
            unplaced: points.ranges(&page.unplaced),
            garbled: points.ranges(&page.garbled),
            corrections: page
                .corrections
                .iter()
                .map(|one: &Correction| CorrectionDoc {
                    span: points.range(one.span),
                    text: one.span.of(&page.text),
                    to: &one.to,
                })
                .collect(),
        }
    }
}

impl<'a> ArticleDoc<'a> {
    fn of(article: &'a Article, text: &'a str, points: &CodePoints, lines: &crate::Lines) -> Self {
        let first = article.spans().map(|span| span.start).min().unwrap_or(0);
        let last = article.spans().map(|span| span.end).max().unwrap_or(0);
        let block =
            |block: &Block| BlockDoc { kind: block.kind, spans: points.ranges(&block.spans) };
        let flag = |flag: &Flag| FlagDoc { kind: flag.kind, at: points.at(flag.at) };
        Self {
            id: article.id.as_str(),
            kind: article.kind.name(),
            span_lines: [lines.line(first).0, lines.line(last.saturating_sub(1).max(first)).0],
            kicker: points.ranges(&article.kicker),
            headline: points.ranges(&article.headline),
            subtitle: points.ranges(&article.subtitle),
            column: article.column.as_deref(),
            rubric: article.rubric.as_deref(),
            bylines: article
                .bylines
                .iter()
                .map(|byline| BylineDoc { name: &byline.name, role: byline.role.as_deref() })
                .collect(),
            dateline: article.dateline.map(|day| day.to_string()),
            blocks: article.blocks.iter().map(block).collect(),
            counties: article.counties.iter().map(|tag| tag.name.as_str()).collect(),
            county_evidence: article
                .counties
                .iter()
                .map(|tag| EvidenceDoc::of(tag, text, points))
                .collect(),
            whole_region: article.whole_region.as_ref().map(|region| region.name.as_str()),
            flags: article.flags.iter().map(flag).collect(),
            jumps: article.jumps.iter().map(|jump| JumpDoc::of(jump, points)).collect(),
        }
    }
}

impl<'a> JumpDoc<'a> {
    fn of(jump: &'a Jump, points: &CodePoints) -> Self {
        Self {
            direction: match jump.direction {
                Direction::To => "to",
                Direction::From => "from",
            },
            page: jump.page,
            span: points.range(jump.span),
            article: jump.other.as_ref().map(crate::ArticleId::as_str),
        }
    }
}

impl<'a> EvidenceDoc<'a> {
    fn of(tag: &'a crate::CountyTag, text: &'a str, points: &CodePoints) -> Self {
        let mut words: Vec<&str> = Vec::new();
        for evidence in &tag.evidence {
            let word = evidence.span.of(text);
            if !words.contains(&word) {
                words.push(word);
            }
        }
        let spans = tag.evidence.iter().map(|evidence| points.range(evidence.span)).collect();
        Self { county: &tag.name, words, spans }
    }
}

/// Byte offsets to code points: the count at every 64th byte, the rest counted.
pub struct CodePoints<'t> {
    text: &'t str,
    marks: Vec<u32>,
}

const STRIDE: usize = 64;

impl<'t> CodePoints<'t> {
    pub fn of(text: &'t str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0;
        for (at, byte) in text.bytes().enumerate() {
            if at.is_multiple_of(STRIDE) {
                marks.push(count);
            }
            count += u32::from(starts_char(byte));
        }
        if text.len().is_multiple_of(STRIDE) {
            marks.push(count);
        }
        Self { text, marks }
    }

    pub fn at(&self, byte: u32) -> u32 {
        let byte = byte as usize;
        let mark = byte / STRIDE;
        let rest = &self.text.as_bytes()[mark * STRIDE..byte];
        self.marks[mark] + rest.iter().filter(|byte| starts_char(**byte)).count() as u32
    }

    pub fn range(&self, span: Span) -> Range {
        [self.at(span.start), self.at(span.end)]
    }

    pub fn ranges(&self, spans: &[Span]) -> Vec<Range> {
        spans.iter().map(|span| self.range(*span)).collect()
    }
}

fn starts_char(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_agree_with_counting() {
        for text in ["", "a", "版心", &"绛a\u{1F600}\r\n".repeat(40), &"x".repeat(STRIDE * 2)] {
            let points = CodePoints::of(text);
            for (count, (at, _)) in text.char_indices().enumerate() {
                assert_eq!(points.at(at as u32), count as u32);
            }
            assert_eq!(points.at(text.len() as u32), text.chars().count() as u32);
        }
    }

    #[test]
    fn a_page_without_articles_is_a_document_too() {
        let page = Page { source: "甲.txt".into(), ..Page::default() };
        let json = serde_json::to_string(&PageDoc::of(&page)).unwrap();
        assert!(json.starts_with(r#"{"source":"甲.txt","articles":[],"furniture":[]"#), "{json}");
    }
}

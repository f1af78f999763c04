//! Which texts does an article show, in reading order? The unit of search and of highlighting.

use edition::{Article, BlockKind, Correction, HEAD_LINES, Page, Span};
use search::Field;

/// One text of an article: pieces of the dump that are read as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub role: Role,
    pub text: String,
    /// Byte offsets in `text` where two pieces of the dump meet.
    pub joints: Vec<usize>,
    /// Byte offsets in `text` at which a head's line may end; empty where the browser decides.
    pub breaks: Vec<u32>,
    /// Words that the newsroom corrected, in order.
    pub fixes: Vec<Fix>,
}

/// A corrected word, as a byte range of the part's text, and what the dump has there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    pub start: usize,
    pub end: usize,
    pub original: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Rubric,
    Column,
    Kicker,
    Headline,
    Subtitle,
    /// Index into the article's blocks.
    Block(usize, BlockKind),
}

impl Role {
    pub fn field(self) -> Field {
        match self {
            Self::Rubric | Self::Column | Self::Kicker => Field::Kicker,
            Self::Headline => Field::Headline,
            Self::Subtitle => Field::Subtitle,
            Self::Block(_, BlockKind::Byline | BlockKind::Signoff) => Field::Byline,
            Self::Block(_, BlockKind::Subhead) => Field::Subhead,
            Self::Block(_, BlockKind::Caption) => Field::Caption,
            Self::Block(..) => Field::Body,
        }
    }

    /// What stands before each of its pieces of the dump: a poem keeps its lines, a head shows them in one. Nothing where
    /// the dump cut what is one.
    pub fn between(self, spans: &[Span], text: &str) -> Vec<&'static str> {
        match self {
            Self::Block(_, kind) => edition::between(kind, spans, text),
            _ => (0..spans.len()).map(|at| if at > 0 { HEAD_LINES } else { "" }).collect(),
        }
    }
}

/// UTF-16 code units, as the browser counts, before byte `at` of a text.
pub fn units(text: &str, at: usize) -> usize {
    text.get(..at).map_or(0, |before| before.encode_utf16().count())
}

/// The byte of a text before which so many UTF-16 code units stand; its end where it has fewer.
pub fn at_unit(text: &str, units: usize) -> usize {
    let mut left = units;
    for (at, c) in text.char_indices() {
        if left == 0 {
            return at;
        }
        left = left.saturating_sub(c.len_utf16());
    }
    text.len()
}

/// The parts of an article; a head that the article lacks is left out. `usual`: [`Page::line_ends`], which looks at the
/// whole page and is asked once for all its articles.
pub fn parts(article: &Article, page: &Page, usual: Option<usize>) -> Vec<Part> {
    let label = |role, text: &Option<String>| {
        text.iter()
            .map(|text| Part {
                role,
                text: text.clone(),
                joints: Vec::new(),
                breaks: Vec::new(),
                fixes: Vec::new(),
            })
            .collect::<Vec<_>>()
    };
    let mut parts = label(Role::Rubric, &article.rubric);
    parts.extend(label(Role::Column, &article.column));
    let heads = [
        (Role::Kicker, &article.kicker),
        (Role::Headline, &article.headline),
        (Role::Subtitle, &article.subtitle),
    ];
    let blocks = article.blocks.iter().enumerate();
    let blocks = blocks.map(|(at, block)| (Role::Block(at, block.kind), &block.spans));
    parts.extend(
        heads
            .into_iter()
            .chain(blocks)
            .filter(|(_, spans)| !spans.is_empty())
            .map(|(role, spans)| joined(role, spans, page, usual)),
    );
    parts
}

fn joined(role: Role, spans: &[Span], page: &Page, usual: Option<usize>) -> Part {
    let mut text = String::new();
    let mut joints = Vec::new();
    let mut fixes = Vec::new();
    let cuts = match role {
        Role::Block(_, kind) if spans.len() > 1 => edition::cuts(kind, spans, &page.text, usual),
        _ => Vec::new(),
    };
    let before = role.between(spans, &page.text);
    for (at, (span, before)) in spans.iter().zip(before).enumerate() {
        if !text.is_empty() {
            text.push_str(before);
        }
        if cuts.contains(&at) {
            joints.push(text.len());
        }
        let mut at = span.start;
        for Correction { span: word, to } in Correction::within(&page.corrections, *span) {
            text.push_str(Span { start: at, end: word.start }.of(&page.text));
            let start = text.len();
            text.push_str(to);
            fixes.push(Fix { start, end: text.len(), original: word.of(&page.text).to_owned() });
            at = word.end;
        }
        text.push_str(Span { start: at, end: span.end }.of(&page.text));
    }
    Part { role, text, joints, breaks: Vec::new(), fixes }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_paragraph_shows_its_joint_and_poems_and_heads_their_lines() {
        let spans = [Span::new(0, 9), Span::new(10, 19)];
        let page = Page { text: "麦浪翻\n过山岗".into(), ..Page::default() };
        let part = |kind| joined(Role::Block(0, kind), &spans, &page, None);
        assert_eq!(part(BlockKind::Para).joints, [9]);
        assert_eq!(part(BlockKind::Verse).text, "麦浪翻\n过山岗");
        assert!(part(BlockKind::Verse).joints.is_empty());
        let head = joined(Role::Headline, &spans, &page, None);
        assert_eq!((head.text.as_str(), head.joints.len()), ("麦浪翻 过山岗", 0));
        let page = Page { text: "雾散\n渡船\n\n归人".into(), ..Page::default() };
        let lines = [Span::new(0, 6), Span::new(7, 13), Span::new(15, 21)];
        let stanzas = joined(Role::Block(0, BlockKind::Verse), &lines, &page, None);
        assert_eq!(stanzas.text, "雾散\n渡船\n\n归人");
    }

    #[test]
    fn the_browsers_units_go_to_bytes_and_back() {
        let text = "甲𠮷a";
        for (at, unit) in [(0, 0), (3, 1), (7, 3), (8, 4)] {
            assert_eq!((units(text, at), at_unit(text, unit)), (unit, at));
        }
        assert_eq!(at_unit(text, 9), text.len());
    }

    #[test]
    fn a_corrected_word_is_shown_and_its_original_kept() {
        let correction = Correction { span: Span::new(3, 6), to: "浪头".into() };
        let page =
            Page { text: "麦狼翻".into(), corrections: vec![correction], ..Page::default() };
        let part = joined(Role::Headline, &[Span::new(0, 9)], &page, None);
        assert_eq!(part.text, "麦浪头翻");
        assert_eq!(part.fixes, [Fix { start: 3, end: 9, original: "狼".into() }]);
    }
}

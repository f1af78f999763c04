//! How does a draft become an article? Blocks, bylines, dateline, kind, flags.

use crate::credit::{Person, credit};
use crate::draft::Draft;
use crate::features::Features;
use crate::label::Label;
use crate::newshead::{news_head, opening_date};
use crate::piece::Piece;
use crate::repair::{Paragraph, Repaired};
use crate::source::{Ink, Source};
use ::edition::{
    Article, ArticleId, Block, BlockKind, Byline, Flag, FlagKind, Kind, MonthDay, Span, is_line_end,
};
use std::ops::Range;

/// A page while it is put together.
pub struct Desk<'p> {
    pub source: &'p Source<'p>,
    pub pieces: &'p [Piece],
    /// One for every piece; page matter has its own too.
    pub features: &'p [Features],
}

impl Desk<'_> {
    pub fn ink(&self, piece: usize) -> &[Ink] {
        &self.source.ink[self.pieces[piece].ink.clone()]
    }

    pub fn spans(&self, pieces: &[usize]) -> Vec<Span> {
        pieces.iter().flat_map(|piece| self.pieces[*piece].spans(self.source)).collect()
    }

    /// Whether a piece opens with two characters that one of the article's heads, or a half of it, opens with.
    pub fn names_head(&self, draft: &Draft, piece: usize) -> bool {
        let Some([first, second]) = self.ink(piece).get(..2) else { return false };
        // 記者陳心瑜/羅東報導, and the text opens with 羅東.
        let bylines = draft.parts.iter().filter(|part| part.0 == Label::Byline).map(|part| &part.1);
        let mut heads =
            draft.kicker.iter().chain(&draft.headline).chain(&draft.subtitle).chain(bylines);
        // 磨坪镇 食堂开张, and the text: 该镇….
        let points = crate::lead::points_back(self.ink(piece)) && crate::cursor::is_han(second.c);
        heads.any(|head| {
            let head = self.ink(*head);
            head.windows(2).enumerate().any(|(at, pair)| {
                // Behind other words stand those that a cut leaves as well: 会见, in the midst of who met whom.
                let opens = at == 0 || pair[0].spaced || !head[at - 1].c.is_alphanumeric();
                pair[1].c == second.c && (points || opens && pair[0].c == first.c)
            })
        })
    }

    fn start(&self, piece: usize) -> u32 {
        self.source.span(&self.pieces[piece].ink).start
    }

    fn end(&self, piece: usize) -> u32 {
        self.source.span(&self.pieces[piece].ink).end
    }

    /// A label's text without ornaments and spaces, as printed.
    pub fn label_text(&self, piece: usize) -> String {
        let bare = crate::features::bare(self.ink(piece));
        self.source.seen(bare)
    }

    /// The article of a draft. `id` is a stand-in until the edition is complete.
    pub fn article(&self, draft: &Draft, repaired: &Repaired) -> Article {
        let mut article = Article {
            kicker: self.spans(&draft.kicker),
            headline: self.spans(&draft.headline),
            subtitle: self.spans(&draft.subtitle),
            rubric: draft.rubric.map(|piece| self.label_text(piece)),
            column: draft.column.map(|piece| self.label_text(piece)),
            ..Article::new(ArticleId::of("", 0), Kind::Other)
        };
        let lost_lead = repaired.damage.iter().any(|damage| damage.kind == FlagKind::LostLead);
        let mut opened = lost_lead;
        for paragraph in &repaired.paragraphs {
            let kind = block_kind(paragraph.label, &mut opened);
            self.credit(&mut article, paragraph);
            article.blocks.push(Block { kind, spans: self.spans(&paragraph.pieces) });
        }
        article.dateline = if lost_lead { None } else { self.dateline(repaired) };
        article.flags =
            repaired.damage.iter().map(|damage| self.flag(damage.kind, damage.piece)).collect();
        article.flags.sort_by_key(|flag| flag.at);
        let has_head = repaired.paragraphs.iter().any(|paragraph| {
            let first = paragraph.pieces.first();
            paragraph.label == Label::Body
                && first.is_some_and(|piece| self.features[*piece].head.is_some())
        });
        article.kind = kind_of(&article, has_head);
        article
    }

    fn flag(&self, kind: FlagKind, piece: usize) -> Flag {
        let at = match kind {
            FlagKind::LostLead | FlagKind::Order => self.start(piece),
            FlagKind::LostMiddle | FlagKind::LostTail => self.end(piece),
        };
        Flag { kind, at }
    }

    /// The names that a paragraph gives: all of a credit, those of a report head.
    fn credit(&self, article: &mut Article, paragraph: &Paragraph) {
        let ink = self.joined(paragraph);
        // ◎阿土伯
        let marks = ink.iter().take_while(|ink| crate::newshead::is_bullet(ink.c)).count();
        let whole = || Person { name: marks..ink.len(), role: None };
        // 东台 成国林: what stands around it says that it is one.
        let told = || self.features[*paragraph.pieces.first()?].credit.clone();
        let people = match paragraph.label {
            Label::Byline | Label::Signoff | Label::PhotoCredit => match credit(&ink).or_else(told)
            {
                Some(credit) => credit.people,
                // A pen name has only its place.
                None if paragraph.label == Label::Byline => vec![whole()],
                None => Vec::new(),
            },
            Label::Body | Label::Caption => {
                news_head(&ink).map(|head| head.people).unwrap_or_default()
            }
            _ => Vec::new(),
        };
        for person in people {
            let byline = self.byline(&ink, &person);
            if !article.bylines.iter().any(|known| known.name == byline.name) {
                article.bylines.push(byline);
            }
        }
    }

    /// The opening of a paragraph, over its cuts: 本报讯(记者王明 通 | 讯员李丽).
    fn joined(&self, paragraph: &Paragraph) -> Vec<Ink> {
        const OPENING: usize = 140;
        let mut joined = Vec::with_capacity(OPENING);
        for ink in paragraph.pieces.iter().map(|piece| self.ink(*piece)) {
            joined.extend_from_slice(&ink[..ink.len().min(OPENING - joined.len())]);
        }
        joined
    }

    pub fn byline(&self, ink: &[Ink], person: &Person) -> Byline {
        let text = |range: &Range<usize>| self.source.seen(&ink[range.clone()]);
        let name = &ink[person.name.clone()];
        let (first, last) = (name[0], name[name.len() - 1]);
        // A name that the dump cut is shown where it begins.
        let in_one_line = last.end >= first.at
            && !self.source.text[first.at as usize..last.end as usize].contains(is_line_end);
        let end = if in_one_line { last.end } else { first.end };
        let span = Span { start: first.at, end };
        Byline { name: text(&person.name), role: person.role.as_ref().map(text), span }
    }

    /// In the report head, else where lead or first caption open with a date.
    fn dateline(&self, repaired: &Repaired) -> Option<MonthDay> {
        let text = |paragraph: &&Paragraph| matches!(paragraph.label, Label::Body | Label::Caption);
        let ink = self.joined(repaired.paragraphs.iter().find(text)?);
        match news_head(&ink) {
            Some(head) => head.date,
            None => opening_date(&ink),
        }
    }
}

/// What an article is by its form. `has_head`: its text opens, somewhere, with a report head.
pub fn kind_of(article: &Article, has_head: bool) -> Kind {
    use BlockKind::{Caption, Lead, Notice, Para, Signoff, Verse};
    let any = |kinds: &[BlockKind]| article.blocks.iter().any(|block| kinds.contains(&block.kind));
    let is_photo = |block: &Block| matches!(block.kind, Caption | Signoff);
    let is_comment =
        |label: &str| ["评论", "時評", "时评", "言论", "社论", "短评", "論壇"].contains(&label);
    let unit = |byline: &Byline| byline.role.as_deref().is_some_and(|role| role.contains("评论员"));
    if any(&[Caption]) && article.blocks.iter().all(is_photo) {
        Kind::Photo
    } else if any(&[Notice]) {
        Kind::Notice
    } else if any(&[Verse]) && !any(&[Lead, Para]) {
        Kind::Verse
    } else if article.rubric.as_deref().is_some_and(is_comment) || article.bylines.iter().any(unit)
    {
        Kind::Comment
    } else if has_head || article.dateline.is_some() {
        Kind::News
    } else if !article.bylines.is_empty() {
        Kind::Feature
    } else {
        Kind::Other
    }
}

/// The first body paragraph is the lead, unless the lead is lost.
fn block_kind(label: Label, opened: &mut bool) -> BlockKind {
    match label {
        Label::Byline => BlockKind::Byline,
        Label::Subhead => BlockKind::Subhead,
        Label::Signoff | Label::PhotoCredit => BlockKind::Signoff,
        Label::Caption => BlockKind::Caption,
        Label::Verse => BlockKind::Verse,
        Label::Table => BlockKind::Table,
        Label::Notice => BlockKind::Notice,
        Label::Preface | Label::Inset => BlockKind::Note,
        _ if *opened => BlockKind::Para,
        _ => {
            *opened = true;
            BlockKind::Lead
        }
    }
}

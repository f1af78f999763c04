//! What is an article? Typed heads, bylines, blocks in reading order, places and flags.

use crate::{ArticleId, MonthDay, Span};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What stands between the lines of a head that is shown in one.
pub const HEAD_LINES: &str = " ";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    pub id: ArticleId,
    pub kind: Kind,
    /// 肩题, 主题, 副题: the lines of each, in print order.
    pub kicker: Vec<Span>,
    pub headline: Vec<Span>,
    pub subtitle: Vec<Span>,
    /// The rubric (栏头) it stands under and its running column (栏目), without ornaments and spaces.
    pub rubric: Option<String>,
    pub column: Option<String>,
    pub bylines: Vec<Byline>,
    pub dateline: Option<MonthDay>,
    /// In reading order.
    pub blocks: Vec<Block>,
    /// In order of first evidence.
    pub counties: Vec<CountyTag>,
    /// Set where the article is about the region as a whole (全市) and not about a county of it.
    pub whole_region: Option<WholeRegion>,
    pub flags: Vec<Flag>,
    /// 上接/下转 markers that belong to this article; the marker's text is furniture.
    pub jumps: Vec<Jump>,
}

/// 体裁, concluded from the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// 消息: opens with a dateline or 本报讯.
    News,
    /// 通讯: signed, without a news head.
    Feature,
    /// 图片: captions only.
    Photo,
    /// 评论
    Comment,
    /// 公告
    Notice,
    /// 诗歌
    Verse,
    /// None of these can be told from the text.
    Other,
}

impl Kind {
    pub const ALL: [Self; 7] = [
        Self::News,
        Self::Feature,
        Self::Photo,
        Self::Comment,
        Self::Notice,
        Self::Verse,
        Self::Other,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::News => "消息",
            Self::Feature => "通讯",
            Self::Photo => "图片",
            Self::Comment => "评论",
            Self::Notice => "公告",
            Self::Verse => "诗歌",
            Self::Other => "其他",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Byline {
    /// Without padding: 付 炎 is 付炎.
    pub name: String,
    /// 记者, 通讯员, 特约通讯员, 摄 …; `None` where the text gives none.
    pub role: Option<String>,
    /// The name as printed.
    pub span: Span,
}

/// One paragraph, subhead, caption …; several spans where the dump cut it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    pub kind: BlockKind,
    pub spans: Vec<Span>,
}

impl Block {
    /// The block's text as it is read: a paragraph's pieces follow each other with nothing between, the
    /// lines of a poem stay lines.
    pub fn text<'a>(&self, page_text: &'a str) -> Cow<'a, str> {
        match self.spans.as_slice() {
            [one] => Cow::Borrowed(one.of(page_text)),
            pieces => {
                let between = crate::between(self.kind, pieces, page_text);
                let pieces = between.into_iter().zip(pieces);
                pieces.flat_map(|(before, span)| [before, span.of(page_text)]).collect()
            }
        }
    }

    pub fn start(&self) -> u32 {
        self.spans.first().map_or(0, |span| span.start)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    Byline,
    Lead,
    Para,
    Subhead,
    Caption,
    Signoff,
    Verse,
    Notice,
    Table,
    Note,
}

impl BlockKind {
    /// The word that stands in outputs and in the newsroom's overrides.
    pub fn name(self) -> &'static str {
        match self {
            Self::Byline => "byline",
            Self::Lead => "lead",
            Self::Para => "para",
            Self::Subhead => "subhead",
            Self::Caption => "caption",
            Self::Signoff => "signoff",
            Self::Verse => "verse",
            Self::Notice => "notice",
            Self::Table => "table",
            Self::Note => "note",
        }
    }

    /// Whether each span is a line of its own: verse, rows of a table, a court above its date.
    pub fn keeps_lines(self) -> bool {
        matches!(self, Self::Verse | Self::Table | Self::Signoff)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountyTag {
    /// In full, as it was called when the paper appeared: 新绛县, 宁乡县.
    pub name: String,
    /// What it is called today, where that is another name: 宁乡市.
    pub today: Option<String>,
    /// Six digits of GB/T 2260, as the gazetteer has them.
    pub code: u32,
    pub evidence: Vec<Evidence>,
}

/// Words of the text that speak for a county.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    pub span: Span,
    /// The gazetteer's name for it with its parents below the county: 楚侯乡高头村.
    pub unit: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WholeRegion {
    /// 运城市
    pub name: String,
    pub evidence: Vec<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flag {
    pub kind: FlagKind,
    /// Byte offset: the first surviving character after a lost lead, just after the last one before a lost
    /// middle or tail, the first character of a piece out of order.
    pub at: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlagKind {
    LostLead,
    LostMiddle,
    LostTail,
    Order,
}

impl Flag {
    /// Byte of the character that it stands at: the first behind a loss, or the last before it.
    pub fn seat(self) -> Option<u32> {
        match self.kind {
            FlagKind::LostLead | FlagKind::Order => Some(self.at),
            FlagKind::LostMiddle | FlagKind::LostTail => self.at.checked_sub(1),
        }
    }
}

impl FlagKind {
    pub fn name(self) -> &'static str {
        match self {
            Self::LostLead => "lost_lead",
            Self::LostMiddle => "lost_middle",
            Self::LostTail => "lost_tail",
            Self::Order => "order",
        }
    }

    pub fn is_lost(self) -> bool {
        self != Self::Order
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jump {
    pub direction: Direction,
    /// 第3版; `None` where the marker names no page.
    pub page: Option<u16>,
    pub span: Span,
    /// The article of the same edition at the other end, where both ends are there.
    pub other: Option<ArticleId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// 下转
    To,
    /// 上接
    From,
}

/// Characters read a minute: silent reading by an unhurried adult, as the picture of the front page counts it.
const READING_SPEED: usize = 250;

impl Article {
    /// One of which nothing else is known yet.
    pub fn new(id: ArticleId, kind: Kind) -> Self {
        Self {
            id,
            kind,
            kicker: Vec::new(),
            headline: Vec::new(),
            subtitle: Vec::new(),
            rubric: None,
            column: None,
            bylines: Vec::new(),
            dateline: None,
            blocks: Vec::new(),
            counties: Vec::new(),
            whole_region: None,
            flags: Vec::new(),
            jumps: Vec::new(),
        }
    }

    /// Every span of the article: heads first, then blocks in reading order.
    pub fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        let heads = [&self.kicker, &self.headline, &self.subtitle];
        let blocks = self.blocks.iter().flat_map(|block| &block.spans);
        heads.into_iter().flatten().chain(blocks).copied()
    }

    /// 字数: characters that are not white space, in heads and blocks.
    pub fn length(&self, page_text: &str) -> usize {
        let count = |span: Span| span.of(page_text).chars().filter(|c| crate::is_ink(*c)).count();
        self.spans().map(count).sum()
    }

    /// Minutes to read it, at least one.
    pub fn minutes(&self, page_text: &str) -> usize {
        self.length(page_text).div_ceil(READING_SPEED).max(1)
    }

    /// Byte offset in the dump of where it stands among the others: of its head, of its first text where it has none.
    /// A piece from elsewhere that was joined to it moves it nowhere.
    pub fn start(&self) -> u32 {
        let heads = [&self.kicker, &self.headline, &self.subtitle];
        let head = heads.into_iter().flatten().map(|span| span.start).min();
        head.or_else(|| self.spans().next().map(|span| span.start)).unwrap_or(0)
    }

    /// Whether a flag stands at its text, heads included.
    pub fn holds(&self, flag: Flag) -> bool {
        flag.seat().is_some_and(|at| self.spans().any(|span| span.contains(at)))
    }

    /// How many of its blocks stand before what is said of a flag. What is lost at a head is lost before the first
    /// block, but for the end of the text.
    pub fn place_of(&self, flag: Flag) -> usize {
        let holds =
            |at| self.blocks.iter().position(|block| block.spans.iter().any(|s| s.contains(at)));
        let block = flag.seat().and_then(holds);
        match flag.kind {
            FlagKind::LostLead | FlagKind::Order => block.unwrap_or(0),
            FlagKind::LostMiddle => block.map_or(0, |block| block + 1),
            FlagKind::LostTail => block.map_or(self.blocks.len(), |block| block + 1),
        }
    }

    /// The flags of which something is said behind this many blocks.
    pub fn flags_at(&self, place: usize) -> impl Iterator<Item = &Flag> {
        self.flags.iter().filter(move |flag| self.place_of(**flag) == place)
    }

    pub fn has_gap(&self) -> bool {
        self.flags.iter().any(|flag| flag.kind.is_lost())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_a_paragraph_join_and_lines_of_a_poem_do_not() {
        let text = "麦浪翻\n过山岗";
        let spans = vec![Span::new(0, 9), Span::new(10, 19)];
        let para = Block { kind: BlockKind::Para, spans: spans.clone() };
        assert_eq!(para.text(text), "麦浪翻过山岗");
        let verse = Block { kind: BlockKind::Verse, spans };
        assert_eq!(verse.text(text), "麦浪翻\n过山岗");
    }

    #[test]
    fn what_is_said_of_a_flag_has_a_place_among_the_blocks() {
        let mut article = Article::new(ArticleId::of("", 0), Kind::News);
        article.headline.push(Span::new(0, 12));
        let block =
            |start, end| Block { kind: BlockKind::Para, spans: vec![Span::new(start, end)] };
        article.blocks.extend([block(14, 20), block(22, 28)]);
        use FlagKind::{LostLead, LostMiddle, LostTail, Order};
        for (kind, at, place) in [
            (LostLead, 14, 0),
            (Order, 22, 1),
            (LostMiddle, 20, 1),
            (LostTail, 28, 2),
            // At the head, and at nothing of it.
            (LostLead, 0, 0),
            (LostMiddle, 12, 0),
            (LostTail, 12, 2),
            (LostTail, 0, 2),
        ] {
            let flag = Flag { kind, at };
            assert_eq!(article.place_of(flag), place, "{flag:?}");
            assert_eq!(article.holds(flag), (kind, at) != (LostTail, 0), "{flag:?}");
            article.flags = vec![flag];
            let said: Vec<usize> =
                (0..=2).filter(|at| article.flags_at(*at).count() == 1).collect();
            assert_eq!(said, [place], "{flag:?}");
        }
    }
}

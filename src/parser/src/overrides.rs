//! What may the newsroom change? The overrides of `seeds/<name>.toml`, each with the text that it applies to.

use ::edition::{BlockKind, FlagKind, InSidecar, Kind, MonthDay};

/// One override; they apply in the order written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// Its `text` in the sidecar.
    pub place: InSidecar,
    pub quote: Quote,
    pub change: Change,
}

/// Words of the dump; white space and line ends between them do not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    pub text: String,
    /// The line of the dump that the words begin on.
    pub line: Option<u32>,
    /// Which one where they stand there several times, from 1.
    pub nth: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A misread word.
    Correct { to: String },
    /// An article or a paragraph begins with the quote.
    Split(Whole),
    /// What begins with the quote goes on what holds `after`, else what stands before.
    Join { whole: Whole, after: Option<Quote> },
    /// The block that holds the quote stands behind the block that holds `after`.
    Move { after: Quote },
    /// The block or head that holds the quote is of this class.
    Retype(Class),
    /// Facts of the article that holds the quote.
    Article(Facts),
    /// Text is lost before (lead) or behind (middle, tail) the quote; `None`: nothing is lost beside it.
    Gap(Option<FlagKind>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    Article,
    Paragraph,
}

/// What a piece of a page may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    Kicker,
    Headline,
    Subtitle,
    Rubric,
    Column,
    Furniture,
    Unplaced,
    Block(BlockKind),
}

/// What an article is said to be; `None` is left as parsed, an empty text or list takes the fact away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub kind: Option<Kind>,
    pub rubric: Option<String>,
    pub column: Option<String>,
    pub dateline: Option<Option<MonthDay>>,
    /// In full: 临猗县.
    pub counties: Option<Vec<String>>,
    /// Names with their roles.
    pub bylines: Option<Vec<(String, Option<String>)>>,
}

impl Facts {
    /// Whether it says of one thing something else than `other`.
    pub fn denies(&self, other: &Self) -> bool {
        fn differ<T: PartialEq>(a: &Option<T>, b: &Option<T>) -> bool {
            matches!((a, b), (Some(a), Some(b)) if a != b)
        }
        differ(&self.kind, &other.kind)
            || differ(&self.rubric, &other.rubric)
            || differ(&self.column, &other.column)
            || differ(&self.dateline, &other.dateline)
            || differ(&self.counties, &other.counties)
            || differ(&self.bylines, &other.bylines)
    }
}

impl Class {
    pub const ALL: [Self; 17] = [
        Self::Kicker,
        Self::Headline,
        Self::Subtitle,
        Self::Rubric,
        Self::Column,
        Self::Furniture,
        Self::Unplaced,
        Self::Block(BlockKind::Byline),
        Self::Block(BlockKind::Lead),
        Self::Block(BlockKind::Para),
        Self::Block(BlockKind::Subhead),
        Self::Block(BlockKind::Caption),
        Self::Block(BlockKind::Signoff),
        Self::Block(BlockKind::Verse),
        Self::Block(BlockKind::Notice),
        Self::Block(BlockKind::Table),
        Self::Block(BlockKind::Note),
    ];

    /// The word that stands for it in the sidecar, as in the JSON of a page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kicker => "kicker",
            Self::Headline => "headline",
            Self::Subtitle => "subtitle",
            Self::Rubric => "rubric",
            Self::Column => "column",
            Self::Furniture => "furniture",
            Self::Unplaced => "unplaced",
            Self::Block(kind) => kind.name(),
        }
    }

    pub fn is_head(self) -> bool {
        matches!(self, Self::Kicker | Self::Headline | Self::Subtitle)
    }

    pub fn is_outside(self) -> bool {
        matches!(self, Self::Rubric | Self::Column | Self::Furniture | Self::Unplaced)
    }
}

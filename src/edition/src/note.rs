//! What did the parser see that a person should know?

use crate::{LineNo, Reason, Span};
use serde::{Deserialize, Serialize};

/// One remark about a place in the dump. Nothing is repaired silently: each join, gap or suspicion is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    pub kind: NoteKind,
    /// The characters it is about; empty at a gap.
    pub span: Span,
    /// A plain sentence in Chinese: what was found and, where something can be done, what to do.
    pub sentence: String,
    /// What the sentence says, where readers are told of it in their own language.
    pub reason: Option<Reason>,
    /// What the span may have been meant to read, where the parser has a guess. Never applied by itself.
    pub suggestion: Option<String>,
    /// Where the note is about what `<name>.toml` says: there.
    pub sidecar: Option<InSidecar>,
}

impl Note {
    pub fn new(kind: NoteKind, span: Span, sentence: impl Into<String>) -> Self {
        Self {
            kind,
            span,
            sentence: sentence.into(),
            reason: None,
            suggestion: None,
            sidecar: None,
        }
    }

    /// A doubt, with its reason.
    pub fn doubt(kind: NoteKind, span: Span, reason: Reason) -> Self {
        Self { reason: Some(reason.clone()), ..Self::new(kind, span, reason.to_string()) }
    }
}

/// A place in the sidecar of a dump.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct InSidecar {
    pub line: LineNo,
    /// In bytes of the sidecar.
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum NoteKind {
    /// Two pieces of one paragraph, cut at a column end, were joined.
    Join,
    /// Text is missing.
    Gap,
    /// A piece stands in the wrong place.
    Order,
    /// A character or name looks misread.
    Suspicion,
    /// A place name could be in several counties and was left untagged.
    Ambiguous,
    /// U+FFFD, private-use or control characters.
    Garbled,
    /// Text kept, but in no article.
    Unplaced,
    /// The file was not UTF-8 and was converted.
    Encoding,
    /// The dump is written in Markdown or HTML, whose marks are in no text.
    Markup,
    /// A word stands twice in a row that was meant once.
    Doubled,
    /// A marker 下转 or 上接 whose other end is not on the page that it names.
    Jump,
    /// The page as a whole: its line ends, its number, its sidecar.
    Page,
    /// The head of the page names another day or paper than is shown, or a day that is none.
    Head,
    /// The weekday of the head is not that of its day.
    Weekday,
    /// The newsroom's `<name>.toml` changed something here.
    Applied,
    /// An override in `<name>.toml` that does not, or no longer, apply.
    Correction,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Info,
    Warning,
    Error,
}

impl NoteKind {
    pub const ALL: [Self; 16] = [
        Self::Join,
        Self::Gap,
        Self::Order,
        Self::Suspicion,
        Self::Ambiguous,
        Self::Garbled,
        Self::Unplaced,
        Self::Encoding,
        Self::Markup,
        Self::Doubled,
        Self::Jump,
        Self::Page,
        Self::Head,
        Self::Weekday,
        Self::Applied,
        Self::Correction,
    ];

    pub fn severity(self) -> Severity {
        match self {
            Self::Join | Self::Encoding | Self::Markup | Self::Weekday | Self::Applied => {
                Severity::Info
            }
            Self::Gap
            | Self::Order
            | Self::Suspicion
            | Self::Ambiguous
            | Self::Garbled
            | Self::Doubled
            | Self::Jump
            | Self::Page
            | Self::Head
            | Self::Unplaced => Severity::Warning,
            Self::Correction => Severity::Error,
        }
    }

    /// The word that stands in diagnostics and exports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Join => "join",
            Self::Gap => "gap",
            Self::Order => "order",
            Self::Suspicion => "suspicion",
            Self::Ambiguous => "ambiguous",
            Self::Garbled => "garbled",
            Self::Unplaced => "unplaced",
            Self::Encoding => "encoding",
            Self::Markup => "markup",
            Self::Doubled => "doubled",
            Self::Jump => "jump",
            Self::Page => "page",
            Self::Head => "head",
            Self::Weekday => "weekday",
            Self::Applied => "applied",
            Self::Correction => "correction",
        }
    }
}

//! What is an edition? Library > Edition > Page > Article > Block, as ranges of the dump's own text.
//!
//! Nothing here parses, matches or draws. A [`Page`] keeps the dump as received and every part of it is a
//! [`Span`] of that text, so that highlights, flags and citations always point at the original.

mod article;
mod correction;
mod fact;
mod format;
mod id;
mod lines;
pub mod marks;
mod note;
mod number;
mod page;
mod reason;
pub mod schema;
mod span;
pub mod table;

pub use article::{
    Article, Block, BlockKind, Byline, CountyTag, Direction, Evidence, Flag, FlagKind, HEAD_LINES,
    Jump, Kind, WholeRegion,
};
pub use correction::Correction;
pub use fact::{Basis, Date, Fact, MonthDay};
pub use format::{FORMAT_VERSION, FormatError, decode, encode};
pub use id::ArticleId;
pub use lines::{between, cuts};
pub use note::{InSidecar, Note, NoteKind, Severity};
pub use number::{NoPageNumber, PageNumber};
pub use page::{Edition, Library, Page, Redirect};
pub use reason::{Reason, SaidYear};
pub use span::{LineNo, Lines, Span, is_ink, is_line_end, lines};

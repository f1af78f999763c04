//! A dump in, an edition out; parsing never fails.
//!
//! ```
//! let page = parser::parse_page("甲.txt", "简讯\n\n某县开会\n\n本报讯(记者 王明)7月1日,某县开会。", &parser::Context::default());
//! assert_eq!(page.articles[0].rubric.as_deref(), Some("简讯"));
//! assert_eq!(page.articles[0].bylines[0].name, "王明");
//! ```

mod amend;
mod article;
mod bigram;
mod bond;
mod called;
mod corrected;
mod credit;
mod cursor;
mod custom;
mod dating;
mod decode;
mod doubled;
mod draft;
mod edition;
mod error;
mod explain;
mod features;
#[doc(hidden)]
pub mod fitting;
mod forms;
mod furniture;
mod grammar;
mod jumps;
mod label;
mod lead;
mod learned;
mod lexicon;
mod marker;
mod newshead;
mod notes;
mod opening;
mod overrides;
mod page;
mod paper;
mod people;
mod piece;
mod place_line;
mod quote;
mod read;
mod redirects;
mod repair;
mod sidecar;
mod source;
mod subject;
mod tagging;
mod topic;
mod wordlist;
mod words;

pub use crate::edition::{edition_of, explain, parse_page};
pub use decode::{DecodeError, Decoded, Fault, decode};
pub use error::ReadError;
pub use overrides::{Change, Class, Facts, Override, Quote, Whole};
pub use quote::places as places_of;
pub use read::{
    dumps, explain_page, is_day, is_dump, lone_sidecars, read_page, read_readable, read_seeds,
};
pub use sidecar::{SidecarError, context_of};

use ::edition::{Date, InSidecar, Note, PageNumber};

/// What the newsroom knows of a page that the dump does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    pub paper: Option<String>,
    pub date: Option<Date>,
    /// The day that its folder is named after, which holds where `date` is absent.
    pub folder_date: Option<Date>,
    /// What the folder of its day stands in, or is named after beside the day: a paper, where the head of the page or the
    /// name's own form says so.
    pub folder_paper: Option<String>,
    /// What its folder is named after where that is written like a day and is none: 1998-02-30.
    pub folder_no_day: Option<String>,
    /// 版次
    pub page: Option<PageNumber>,
    /// 版名
    pub name: Option<String>,
    /// The prefecture in full: 运城市. Inferred from the text where absent.
    pub region: Option<String>,
    /// What the newsroom changes of the parse, in the order written.
    pub overrides: Vec<Override>,
    /// Where the sidecar says it.
    pub said: Said,
}

/// Places of facts in a sidecar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub paper: Option<InSidecar>,
    pub date: Option<InSidecar>,
    pub page: Option<InSidecar>,
}

/// One file, decoded.
#[derive(Clone, Debug)]
pub struct Dump {
    /// File name.
    pub source: String,
    /// Without a byte order mark.
    pub text: String,
    /// Where the file was not UTF-8.
    pub encoding: Option<Note>,
    pub context: Context,
}

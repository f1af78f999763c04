//! A dump in, a page out; it never fails.

mod credit;
mod cursor;
mod decode;
mod error;
mod newshead;
mod people;
mod read;
mod sidecar;
mod source;
mod words;

pub use decode::{DecodeError, Decoded, decode};
pub use error::ReadError;
pub use read::{read_page, read_seeds};

use edition::{Article, ArticleId, Block, BlockKind, Date, Edition, Fact, Kind, Note, Page, Span};

/// What the newsroom knows of a page that the dump does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    pub paper: Option<String>,
    pub date: Option<Date>,
    /// 版次
    pub page: Option<u16>,
    /// 版名
    pub name: Option<String>,
    /// The prefecture in full: 运城市. Inferred from the text where absent.
    pub region: Option<String>,
}

/// One file, decoded.
pub struct Dump {
    pub source: String,
    pub text: String,
    /// Where the file was not UTF-8.
    pub encoding: Option<Note>,
    pub context: Context,
}

/// The edition that the dumps make, pages in the order given.
pub fn edition_of(key: &str, dumps: Vec<Dump>) -> Edition {
    let mut edition = Edition { key: key.into(), ..Edition::default() };
    for dump in dumps {
        let mut page = parse_page(&dump.source, &dump.text, &dump.context);
        page.notes.splice(0..0, dump.encoding);
        let given = &dump.context;
        edition.paper = edition.paper.or_else(|| given.paper.clone().map(Fact::given));
        edition.date = edition.date.or_else(|| given.date.map(Fact::given));
        edition.region = edition.region.or_else(|| given.region.clone().map(Fact::given));
        edition.pages.push(page);
    }
    edition
}

/// Parses one dump. `text` is the decoded file without its byte order mark.
pub fn parse_page(source: &str, text: &str, context: &Context) -> Page {
    let mut page = Page { source: source.into(), text: text.into(), ..Page::default() };
    page.number = context.page.map(Fact::given);
    page.name = context.name.clone().map(Fact::given);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trimmed(text);
        at += line.len();
        if span.is_empty() {
            continue;
        }
        let words = span.of(text);
        let is_head = words.chars().count() < 32 && !words.ends_with(['。', '”', '!', '？', '?']);
        if is_head || page.articles.is_empty() {
            let twin = page.articles.len() as u32;
            page.articles.push(Article {
                id: ArticleId::of(words, twin),
                kind: Kind::Other,
                kicker: Vec::new(),
                headline: if is_head { vec![span] } else { Vec::new() },
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
            });
            if is_head {
                continue;
            }
        }
        if let Some(article) = page.articles.last_mut() {
            article.blocks.push(Block { kind: BlockKind::Para, spans: vec![span] });
        }
    }
    page
}

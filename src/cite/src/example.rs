//! What do the tests cite? A sheet whose one line is the headline.

use crate::{Link, Source};
use edition::{
    Article, ArticleId, Basis, Block, BlockKind, Byline, Date, Direction, Edition, Fact, Flag,
    FlagKind, Jump, Kind, MonthDay, Note, NoteKind, Page, Reason, Span,
};

pub struct Sheet {
    edition: Edition,
    page: Page,
    link: bool,
}

impl Sheet {
    pub fn new(headline: &str) -> Self {
        let article = Article {
            headline: vec![Span::new(0, headline.len())],
            ..Article::new(ArticleId::of("甲", 0), Kind::News)
        };
        let page = Page { text: headline.into(), articles: vec![article], ..Page::default() };
        Self { edition: Edition::default(), page, link: false }
    }

    /// 某日报 of 2025-07-23, page 3.
    pub fn printed(headline: &str) -> Self {
        let mut sheet = Self::new(headline);
        sheet.edition.paper = Some(Fact::given("某日报".into()));
        sheet.edition.date = Some(Fact::given(day(Some(2025))));
        sheet.page.number = Some(Fact::given(3.into()));
        sheet
    }

    /// The day is concluded from the text; nothing else is known.
    pub fn undated(headline: &str) -> Self {
        let mut sheet = Self::new(headline);
        let basis = Basis::Inferred(Reason::LatestDateline { day: day(None).day, year: None });
        sheet.edition.date = Some(Fact { value: day(Some(2025)), basis });
        sheet
    }

    pub fn linked(mut self) -> Self {
        self.link = true;
        self
    }

    pub fn without_year(mut self) -> Self {
        self.edition.date = Some(Fact::given(day(None)));
        self
    }

    pub fn article(&mut self) -> &mut Article {
        &mut self.page.articles[0]
    }

    pub fn sign(&mut self, name: &str, role: &str) {
        let byline = Byline { name: name.into(), role: Some(role.into()), span: Span::new(0, 0) };
        self.article().bylines.push(byline);
    }

    pub fn signed(mut self, names: &[&str]) -> Self {
        names.iter().for_each(|name| self.sign(name, "记者"));
        self
    }

    /// The line below the headline.
    pub fn subtitled(mut self, subtitle: &str) -> Self {
        let start = self.page.text.len();
        self.page.text += subtitle;
        let end = self.page.text.len();
        self.article().subtitle = vec![Span::new(start, end)];
        self
    }

    /// A head of the page that is not of the paper shown.
    pub fn headed(mut self, head: &str) -> Self {
        let start = self.page.text.len();
        self.page.text += head;
        let span = Span::new(start, self.page.text.len());
        self.page.notes.push(Note::new(NoteKind::Head, span, ""));
        self
    }

    /// The whole text as a paragraph.
    pub fn put_paragraph(&mut self) {
        let spans = vec![Span::new(0, self.page.text.len())];
        self.article().blocks.push(Block { kind: BlockKind::Para, spans });
    }

    pub fn cut(mut self) -> Self {
        self.article().flags.push(Flag { kind: FlagKind::LostTail, at: 0 });
        self
    }

    /// Goes on from page 1, where `headline` and `name` stand.
    pub fn continued(mut self, headline: &str, name: &str) -> Self {
        let mut first = Self::printed(headline).signed(&[name]);
        first.page.number = Some(Fact::given(1.into()));
        first.article().id = ArticleId::of("乙", 0);
        let other = Some(first.article().id.clone());
        let (direction, span) = (Direction::From, Span::new(0, 0));
        self.article().jumps.push(Jump { direction, page: Some(1), span, other });
        self.edition.pages.push(first.page);
        self
    }

    pub fn source(&self) -> Source<'_> {
        let link =
            || Link { url: "https://paper.example/#/a/1".into(), seen: Some("2025-11-25".into()) };
        Source {
            edition: &self.edition,
            page: &self.page,
            article: &self.page.articles[0],
            name: None,
            words: &crate::SIMPLIFIED,
            link: self.link.then(link),
        }
    }
}

fn day(year: Option<u16>) -> Date {
    Date { year, day: MonthDay::new(7, 23).unwrap() }
}

//! Which articles are there, each with what lists and filters ask of it? Made once, at the start.

use crate::corrected::{self, lead_back};
use crate::excerpt;
use crate::facet::{Facet, NO_AUTHOR, NO_DAY, NO_PAPER, NO_SECTION, local, shared_names};
use crate::library::{head_breaks, library, scripts, tables};
use crate::text::{Part, Role, parts};
use edition::{Article, ArticleId, Date, Direction, Edition, Library, MonthDay, Page};
use search::{Attribute, Document, Engine, Hit, Options, Query};
use std::sync::LazyLock;

/// Articles in print order: editions newest first, pages and articles as printed.
pub struct Catalog<'a> {
    pub items: Vec<Item<'a>>,
    library: &'a Library,
    /// Names of counties that several of its regions have.
    pub shared: Vec<&'a str>,
}

pub struct Item<'a> {
    pub edition: &'a Edition,
    pub page: &'a Page,
    pub article: &'a Article,
    pub parts: Vec<Part>,
    /// What stands for a headline, where there is none.
    opening: String,
    /// The language tag of its text.
    pub lang: &'static str,
    /// 字数, without white space.
    pub length: usize,
    /// Minutes to read it.
    pub minutes: usize,
    values: [Vec<String>; Facet::ALL.len()],
}

impl<'a> Catalog<'a> {
    pub fn of(library: &'a Library) -> Self {
        let pages = library.editions.iter().rev();
        let pages = pages.flat_map(|edition| edition.pages.iter().map(move |page| (edition, page)));
        let shared = shared_names(library);
        let items = pages.flat_map(|(edition, page)| {
            let (shared, usual) = (&shared, page.line_ends());
            let item = move |article| Item::of(shared, edition, page, article, usual);
            page.articles.iter().map(item)
        });
        Self { items: items.collect(), library, shared }
    }

    /// Newest first.
    pub fn editions(&self) -> impl Iterator<Item = &'a Edition> {
        self.library.editions.iter().rev()
    }

    /// Gives each head its break points: for each item, those of kicker, headline and subtitle.
    fn with_breaks(mut self, breaks: Vec<[Vec<u32>; 3]>) -> Self {
        for (item, breaks) in self.items.iter_mut().zip(breaks) {
            for (role, breaks) in [Role::Kicker, Role::Headline, Role::Subtitle].iter().zip(breaks)
            {
                if let Some(part) = item.parts.iter_mut().find(|part| part.role == *role) {
                    part.breaks = breaks;
                }
            }
        }
        self
    }

    /// Says of each item whether it is in traditional characters.
    fn with_scripts(mut self, scripts: Vec<bool>) -> Self {
        for (item, traditional) in self.items.iter_mut().zip(scripts) {
            item.lang = if traditional { "zh-Hant" } else { "zh-Hans" };
        }
        self
    }

    /// The article of this id, in the edition of this key before any other; of the id that took its place
    /// where there is none.
    pub fn find(&self, edition: &str, id: &str) -> Option<usize> {
        let now = || self.find_now(edition, self.library.moved(id)?.as_str());
        self.find_now(edition, id).or_else(now)
    }

    fn find_now(&self, edition: &str, id: &str) -> Option<usize> {
        let named = |item: &Item| item.article.id.as_str() == id;
        let here = self.items.iter().position(|item| named(item) && item.edition.key == edition);
        here.or_else(|| self.items.iter().position(named))
    }

    /// All hits with all their places, those in the original of a corrected word led to what is shown.
    pub fn hits(&self, engine: &Engine, query: &Query, exact_only: bool) -> Vec<Hit> {
        let options = Options { exact_only, detailed: Some(usize::MAX), ..Options::default() };
        let mut hits = engine.search_with(query, options).hits;
        for hit in &mut hits {
            lead_back(&mut hit.matches, &self.items[hit.document].parts);
        }
        hits
    }

    /// What the query language asks for by key (县:新绛), item by item.
    fn attributes(&self) -> Vec<Vec<search::Value>> {
        self.items.iter().map(Item::attributes).collect()
    }

    /// Each with its parts, and behind them the originals of those that show corrected words.
    pub fn documents(&self) -> Vec<Document> {
        let part =
            |part: &Part| search::Part { field: part.role.field(), text: part.text.clone().into() };
        let original = |part: &Part| {
            let text = corrected::original(part)?;
            Some(search::Part { field: part.role.field(), text: text.into() })
        };
        let document = |item: &Item| {
            let originals = item.parts.iter().filter_map(original);
            Document { parts: item.parts.iter().map(part).chain(originals).collect() }
        };
        self.items.iter().map(document).collect()
    }
}

impl<'a> Item<'a> {
    fn of(
        shared: &[&str],
        edition: &'a Edition,
        page: &'a Page,
        article: &'a Article,
        usual: Option<usize>,
    ) -> Self {
        let parts = parts(article, page, usual);
        Self {
            edition,
            page,
            article,
            opening: if article.headline.is_empty() { stand_in(&parts) } else { String::new() },
            parts,
            lang: "zh-Hans",
            length: article.length(&page.text),
            minutes: article.minutes(&page.text),
            values: Facet::ALL.map(|facet| {
                let mut values = facet.values(article, edition);
                if facet == Facet::County {
                    values.iter_mut().for_each(|name| *name = local(name, edition, shared));
                }
                values
            }),
        }
    }

    /// What the page says of where the text goes on, or came from, as it is printed; and the id of the article there.
    pub fn jumps(
        &self,
        direction: Direction,
    ) -> impl Iterator<Item = (&'a str, Option<&'a ArticleId>)> {
        let (page, jumps) = (self.page, self.article.jumps.iter());
        let here = jumps.filter(move |jump| jump.direction == direction);
        here.map(|jump| (jump.span.of(&page.text), jump.other.as_ref()))
    }

    pub fn values(&self, facet: Facet) -> &[String] {
        &self.values[facet as usize]
    }

    fn attributes(&self) -> Vec<search::Value> {
        // As the facets have them: what goes on from another page is found with its beginning.
        let known =
            |facet, none| self.values(facet).iter().filter(move |value| *value != none).cloned();
        let counties = self.values(Facet::County).iter().cloned();
        // What the whole page is called is asked for as its sections are, too.
        let name = || self.page.name.iter().map(|name| name.value.clone());
        let number = self.page.number.iter().map(|number| number.value.to_string());
        let pages = number.chain(name());
        let sections = known(Facet::Section, NO_SECTION).chain(name());
        let authors = known(Facet::Author, NO_AUTHOR);
        let kind = self.values(Facet::Kind).iter().cloned();
        let days = known(Facet::Day, NO_DAY);
        let issue = known(Facet::Issue, NO_DAY);
        let paper = known(Facet::Paper, NO_PAPER);
        let counties = counties.map(|name| (Attribute::County, name));
        let sections = sections.map(|name| (Attribute::Section, name));
        let pages = pages.map(|page| (Attribute::Page, page));
        let authors = authors.map(|name| (Attribute::Author, name));
        let kind = kind.map(|name| (Attribute::Kind, name));
        let days = days.map(|day| (Attribute::Date, day));
        let issue = issue.map(|day| (Attribute::Issue, day));
        let paper = paper.map(|name| (Attribute::Paper, name));
        let all = counties.chain(sections).chain(pages).chain(authors).chain(kind).chain(days);
        let all = all.chain(issue).chain(paper);
        all.map(|(attribute, value)| (attribute, value.into())).collect()
    }

    /// The part of this role, with its index.
    pub fn part(&self, role: Role) -> Option<(usize, &Part)> {
        self.parts.iter().enumerate().find(|(_, part)| part.role == role)
    }

    /// What stands for the article in a list: the headline, else the opening of its text.
    pub fn title(&self) -> &str {
        if let Some((_, part)) = self.part(Role::Headline) {
            return &part.text;
        }
        &self.opening
    }
}

/// A day of a dateline in the year in which it is nearest to the day of the edition: in a paper of January
/// one of December is of the year before.
pub fn dated(edition: &Edition, day: MonthDay) -> Date {
    const HALF_A_YEAR: i16 = 6;
    let edition = edition.date.as_ref().map(|date| date.value);
    let year = edition.and_then(|date| {
        let later = i16::from(day.month) - i16::from(date.day.month);
        let over = i16::from(later < -HALF_A_YEAR) - i16::from(later > HALF_A_YEAR);
        date.year?.checked_add_signed(over)
    });
    Date { year, day }
}

/// What names an article without a headline: its text, or what else there is of it.
fn stand_in(parts: &[Part]) -> String {
    let text = parts.iter().find(|part| matches!(part.role, Role::Block(..)));
    text.or(parts.first()).map_or_else(String::new, |part| opening(&part.text))
}

/// The first sentence, or as many of its clauses as a head can hold, with a sign that it goes on.
fn opening(text: &str) -> String {
    const LONGEST: usize = 40;
    /// As much of it at least, be it within a clause.
    const SHORTEST: usize = 20;
    let is_mark = |c: char| "▲△●○■□◆◇★☆※▶►·".contains(c) || c.is_whitespace();
    let text =
        Some(text.trim_start_matches(is_mark)).filter(|rest| !rest.is_empty()).unwrap_or(text);
    // A text may begin with the mark that ends a lost sentence.
    let begin = text.find(char::is_alphanumeric).unwrap_or(text.len());
    let end = text[begin..].find(['。', '！', '？', '；', '!', '?', ';', '\n']);
    let sentence = &text[..end.map_or(text.len(), |end| begin + end)];
    match excerpt::cut(sentence, LONGEST, SHORTEST) {
        Some(cut) => format!("{cut}……"),
        None => sentence.to_owned(),
    }
}

static CATALOG: LazyLock<Catalog> =
    LazyLock::new(|| Catalog::of(library()).with_breaks(head_breaks()).with_scripts(scripts()));
static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    Engine::new(CATALOG.documents(), tables()).with_attributes(CATALOG.attributes())
});

pub fn catalog() -> &'static Catalog<'static> {
    &CATALOG
}

pub fn engine() -> &'static Engine {
    &ENGINE
}

#[cfg(test)]
mod tests {
    use super::*;
    use edition::{ArticleId, Fact, Kind};

    #[test]
    fn a_dateline_has_the_year_of_its_edition() {
        let dated = |year, month, dateline: (u8, u8)| {
            let date = Date { year, day: MonthDay::new(month, 2).unwrap() };
            let dateline = MonthDay::new(dateline.0, dateline.1);
            let kind = Kind::News;
            let article = Article { dateline, ..Article::new(ArticleId::of("甲", 0), kind) };
            let page = Page { articles: vec![article], ..Page::default() };
            let date = Some(Fact::given(date));
            let edition = Edition { date, pages: vec![page], ..Edition::default() };
            let library = Library { editions: vec![edition], ..Library::default() };
            Catalog::of(&library).items[0].attributes()
        };
        let dated = |year, month, dateline| {
            let days = dated(year, month, dateline).into_iter();
            days.filter(|(attribute, _)| *attribute == Attribute::Date).collect::<Vec<_>>()
        };
        let day = |text: &str| [(Attribute::Date, text.to_owned().into())];
        assert_eq!(dated(Some(2025), 7, (7, 21)), day("2025年7月21日"));
        assert_eq!(dated(Some(2025), 1, (12, 31)), day("2024年12月31日"));
        assert_eq!(dated(Some(2025), 12, (1, 1)), day("2026年1月1日"));
        assert_eq!(dated(None, 7, (7, 21)), day("7月21日"));
        // No dateline: the day of the edition.
        assert_eq!(dated(Some(1999), 11, (0, 0)), day("1999年11月2日"));
    }

    #[test]
    fn an_article_is_asked_for_by_the_day_of_its_issue_and_by_its_paper() {
        let (paper, day) =
            ("汾城报".to_owned(), Date { year: Some(1986), day: MonthDay::new(4, 9).unwrap() });
        let article = Article {
            dateline: MonthDay::new(4, 7),
            ..Article::new(ArticleId::of("甲", 0), Kind::News)
        };
        let edition = Edition {
            paper: Some(Fact::given(paper.clone())),
            date: Some(Fact::given(day)),
            pages: vec![Page { articles: vec![article], ..Page::default() }],
            ..Edition::default()
        };
        let library = Library { editions: vec![edition], ..Library::default() };
        let attributes = Catalog::of(&library).items[0].attributes();
        for known in [
            (Attribute::Date, "1986年4月7日".into()),
            (Attribute::Issue, "1986年4月9日".into()),
            (Attribute::Paper, paper.into()),
        ] {
            assert!(attributes.contains(&known), "{attributes:?}");
        }
    }

    #[test]
    fn what_a_page_is_called_is_a_section_of_its_articles() {
        let article = Article::new(ArticleId::of("甲", 0), Kind::News);
        let name = Some(Fact::given("要闻".to_owned()));
        let page = Page { name, articles: vec![article], ..Page::default() };
        let edition = Edition { pages: vec![page], ..Edition::default() };
        let library = Library { editions: vec![edition], ..Library::default() };
        let attributes = Catalog::of(&library).items[0].attributes();
        assert!(attributes.contains(&(Attribute::Section, "要闻".into())), "{attributes:?}");
    }

    #[test]
    fn what_goes_on_from_another_page_is_asked_for_as_its_beginning_is() {
        let span = edition::Span::new(0, 0);
        let first = Article {
            bylines: vec![edition::Byline { name: "苏梅".to_owned(), role: None, span }],
            rubric: Some("人物".to_owned()),
            dateline: MonthDay::new(9, 3),
            ..Article::new(ArticleId::of("甲", 0), Kind::Feature)
        };
        let jump = edition::Jump {
            direction: Direction::From,
            page: Some(1),
            span,
            other: Some(first.id.clone()),
        };
        let rest =
            Article { jumps: vec![jump], ..Article::new(ArticleId::of("乙", 0), Kind::Other) };
        let page = |article: Article| Page { articles: vec![article], ..Page::default() };
        let edition = Edition { pages: vec![page(first), page(rest)], ..Edition::default() };
        let library = Library { editions: vec![edition], ..Library::default() };
        let items = Catalog::of(&library).items;
        let asked = |item: &Item| {
            let all = item.attributes().into_iter();
            all.filter(|(attribute, _)| *attribute != Attribute::County).collect::<Vec<_>>()
        };
        assert_eq!(asked(&items[0]), asked(&items[1]));
        assert!(asked(&items[1]).contains(&(Attribute::Author, "苏梅".into())));
    }

    #[test]
    fn filters_ask_for_kinds_and_for_days_of_a_year() {
        let ids = |query: &str| engine().search(query).hits.len();
        let articles = &catalog().items;
        let kinds = articles.iter().filter(|item| item.article.kind == Kind::News).count();
        assert_eq!(ids("体裁:消息"), kinds);
        assert_eq!(ids("-体裁:消息"), articles.len() - kinds);
        let known = articles
            .iter()
            .all(|item| item.edition.date.as_ref().is_some_and(|date| date.value.year.is_some()));
        let given =
            |item: &&Item| item.edition.date.as_ref().is_some_and(|date| date.reason().is_none());
        let dated = articles.iter().filter(|it| it.article.dateline.is_some() || given(it)).count();
        assert!(dated > 0 && known);
        assert_eq!(ids("日期:1901年"), 0);
        assert_eq!(ids("日期:1902年..2100年"), dated);
    }

    #[test]
    fn an_opening_ends_at_a_sentence_or_at_the_limit() {
        assert_eq!(opening("荷花盛开。游人如织。"), "荷花盛开");
        assert_eq!(opening(&"长".repeat(90)), "长".repeat(40) + "……");
        let clauses = format!("▲荷花盛开,{},{}", "游".repeat(30), "人".repeat(30));
        assert_eq!(opening(&clauses), format!("荷花盛开,{}……", "游".repeat(30)));
        assert_eq!(opening("▲荷花盛开。"), "荷花盛开");
        assert_eq!(opening("？他问。游人如织。"), "？他问");
        assert_eq!(opening("。"), "。");
        assert_eq!(opening("●"), "●");
        assert_eq!(opening(""), "");
    }
}

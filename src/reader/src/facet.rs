//! By what can the list be narrowed, and which values does an article have?

use crate::catalog::dated;
use crate::order;
use edition::{Article, Date, Edition, Kind, Library};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    Paper,
    County,
    Section,
    Kind,
    /// Of its dateline; of its issue, where it has none.
    Day,
    /// The day on which it was printed.
    Issue,
    Month,
    Author,
}

/// About the whole region, not about one county of it.
pub const WHOLE_REGION: &str = "全市";
/// Speaks of no county that the parser could name.
pub const NO_COUNTY: &str = "未标县";
pub const NO_SECTION: &str = "未标栏目";
pub const NO_AUTHOR: &str = "未署名";
/// Has no dateline, or its issue states no day.
pub const NO_DAY: &str = "未注日期";
pub const NO_PAPER: &str = "未署报名";

impl Facet {
    pub const ALL: [Self; 8] = [
        Self::Paper,
        Self::County,
        Self::Section,
        Self::Kind,
        Self::Day,
        Self::Issue,
        Self::Month,
        Self::Author,
    ];

    /// The name in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::County => "county",
            Self::Section => "section",
            Self::Kind => "kind",
            Self::Author => "author",
            Self::Day => "day",
            Self::Issue => "issue",
            Self::Month => "month",
        }
    }

    /// The name on screen.
    pub fn name(self) -> &'static str {
        crate::words::words().facets[self as usize]
    }

    /// What an article of `edition` counts under: at least one value, and more than one only where it speaks of
    /// several counties, several people wrote it, or a column of its own stands under a rubric. What goes on from
    /// another page counts under what its beginning does, where it does not say so itself: who narrows the list wants
    /// the whole of it.
    pub fn values(self, article: &Article, edition: &Edition) -> Vec<String> {
        let begun = edition.beginning(article).map_or(article, |(_, begun)| begun);
        match self {
            Self::Paper => vec![paper(edition).to_owned()],
            Self::County => match counties(article).as_slice() {
                [none] if none == NO_COUNTY => counties(begun),
                named => named.to_owned(),
            },
            Self::Section => sections(article)
                .or_else(|| sections(begun))
                .unwrap_or_else(|| vec![NO_SECTION.to_owned()]),
            // A piece alone looks like another kind of text.
            Self::Kind => vec![begun.kind.name().to_owned()],
            Self::Author => authors(article)
                .or_else(|| authors(begun))
                .unwrap_or_else(|| vec![NO_AUTHOR.to_owned()]),
            Self::Day => {
                let day = article.dateline.or(begun.dateline).map(|day| dated(edition, day));
                vec![said(day.or_else(|| printed(edition)))]
            }
            Self::Issue => vec![said(printed(edition))],
            Self::Month => vec![month(begun, edition).unwrap_or_else(|| NO_DAY.to_owned())],
        }
    }

    /// Whether values of this facet can tell articles apart: one issue, or one kind, narrows nothing. One county says
    /// of what place the page is.
    pub fn is_telling(self, values: &[&str]) -> bool {
        let real = |value: &&&str| **value != NO_DAY;
        match self {
            Self::County => values.iter().any(|value| *value != NO_COUNTY),
            Self::Issue | Self::Month => values.iter().filter(real).count() > 1,
            _ => values.len() > 1,
        }
    }

    /// Sorts the values as a reader looks for them; `region` is the region's counties in their usual order.
    pub fn rank(self, value: &str, region: &[String]) -> (usize, usize) {
        const LAST: usize = usize::MAX;
        match self {
            Self::Paper => (usize::from(value == NO_PAPER), 0),
            Self::County => match value {
                WHOLE_REGION => (1, 0),
                NO_COUNTY => (3, 0),
                _ if plain(value) == WHOLE_REGION => (1, 1),
                _ => match region.iter().position(|county| county == plain(value)) {
                    Some(place) => (0, place),
                    None => (2, 0),
                },
            },
            Self::Section => (usize::from(value == NO_SECTION), 0),
            Self::Kind => {
                (Kind::ALL.iter().position(|kind| kind.name() == value).unwrap_or(LAST), 0)
            }
            // In order of first article.
            Self::Author => (usize::from(value == NO_AUTHOR), 0),
            Self::Day | Self::Issue | Self::Month => match day_of(value) {
                Some((year, month, day)) => {
                    (year.into(), usize::from(month) * 100 + usize::from(day))
                }
                None => (LAST, 0),
            },
        }
    }
}

/// The paper's name.
pub fn paper(edition: &Edition) -> &str {
    edition.paper.as_ref().map_or(NO_PAPER, |paper| &paper.value)
}

/// The day that an edition states; one that is only inferred may be later.
fn printed(edition: &Edition) -> Option<Date> {
    edition.date.as_ref().filter(|day| day.reason().is_none()).map(|day| day.value)
}

fn said(day: Option<Date>) -> String {
    day.map_or_else(|| NO_DAY.to_owned(), |day| day.to_string())
}

fn sections(article: &Article) -> Option<Vec<String>> {
    let mut named: Vec<String> = article.rubric.iter().chain(&article.column).cloned().collect();
    named.dedup();
    (!named.is_empty()).then_some(named)
}

fn counties(article: &Article) -> Vec<String> {
    if !article.counties.is_empty() {
        return article.counties.iter().map(|tag| tag.name.clone()).collect();
    }
    let other = if article.whole_region.is_some() { WHOLE_REGION } else { NO_COUNTY };
    vec![other.to_owned()]
}

fn authors(article: &Article) -> Option<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    for byline in &article.bylines {
        if !names.contains(&byline.name) {
            names.push(byline.name.clone());
        }
    }
    (!names.is_empty()).then_some(names)
}

/// The month in which the edition appeared; where that is unknown, the one that the article names.
fn month(article: &Article, edition: &Edition) -> Option<String> {
    let date = edition.date.as_ref().map(|date| date.value);
    let month = date.map(|date| date.day.month).or(article.dateline.map(|day| day.month))?;
    let year = date.and_then(|date| date.year);
    Some(year.map_or_else(|| format!("{month}月"), |year| format!("{year}年{month}月")))
}

/// Year, month and day of 2025年7月21日, 7月21日, 2025年7月, 7月; 0 for what is not said.
pub fn day_of(value: &str) -> Option<(u16, u8, u8)> {
    let (year, rest) = value.split_once('年').unwrap_or(("0", value));
    let (month, day) = rest.split_once('月')?;
    let day = if day.is_empty() { "0" } else { day.strip_suffix('日')? };
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

/// The names of counties, and of a region as a whole, that several regions of a library have.
pub fn shared_names(library: &Library) -> Vec<&str> {
    let mut all: Vec<(&str, &str)> = Vec::new();
    for edition in &library.editions {
        let Some(region) = &edition.region else { continue };
        let counties = edition.region_counties.iter().map(String::as_str);
        all.extend(counties.chain([WHOLE_REGION]).map(|name| (name, region.value.as_str())));
    }
    order::by_key(&mut all, |named| *named);
    all.dedup();
    let shared = all.windows(2).filter(|pair| pair[0].0 == pair[1].0).map(|pair| pair[0].0);
    shared.collect()
}

/// The value of a county, or of the region as a whole: with the region's name behind it where it is one of the names
/// that are `shared`.
pub fn local(name: &str, edition: &Edition, shared: &[&str]) -> String {
    let is_there =
        || name == WHOLE_REGION || edition.region_counties.iter().any(|county| county == name);
    match &edition.region {
        Some(own) if shared.contains(&name) && is_there() => format!("{name}（{}）", own.value),
        _ => name.to_owned(),
    }
}

/// A county's value without the region that [`local`] puts behind it.
pub fn plain(value: &str) -> &str {
    value.split('（').next().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use edition::{ArticleId, Byline, CountyTag, Direction, Jump, Page, Span};

    #[test]
    fn what_goes_on_from_another_page_counts_under_what_its_beginning_does() {
        let id = |text: &str| ArticleId::of(text, 0);
        let jump = |direction, other: &str| Jump {
            direction,
            page: None,
            span: Span::new(0, 0),
            other: Some(id(other)),
        };
        let county = |name: &str| CountyTag {
            name: name.to_owned(),
            today: None,
            code: 0,
            evidence: Vec::new(),
        };
        let byline = Byline { name: "何静".to_owned(), role: None, span: Span::new(0, 0) };
        let begun = Article {
            counties: vec![county("稷山县")],
            bylines: vec![byline],
            rubric: Some("人物".to_owned()),
            jumps: vec![jump(Direction::To, "乙")],
            ..Article::new(id("甲"), Kind::Feature)
        };
        let rest = Article {
            rubric: Some("下转稿".to_owned()),
            jumps: vec![jump(Direction::From, "甲")],
            ..Article::new(id("乙"), Kind::Other)
        };
        let end = Article {
            counties: vec![county("绛县")],
            jumps: vec![jump(Direction::From, "乙")],
            ..Article::new(id("丙"), Kind::Other)
        };
        let page = |article: &Article| Page { articles: vec![article.clone()], ..Page::default() };
        let pages = [&begun, &rest, &end].map(page).into();
        let edition = Edition { pages, ..Edition::default() };
        let values = |article| Facet::ALL.map(|facet| facet.values(article, &edition).concat());
        let days = [NO_DAY; 3];
        assert_eq!(values(&rest)[..4], [NO_PAPER, "稷山县", "下转稿", "通讯"]);
        assert_eq!(
            (&values(&rest)[4..7], values(&rest)[7].as_str()),
            (&days.map(str::to_owned)[..], "何静")
        );
        assert_eq!(values(&end)[1..4], ["绛县", "人物", "通讯"]);

        // Markers that lead in a circle come to an end.
        let circle = Article { jumps: vec![jump(Direction::From, "甲")], ..begun };
        let edition = Edition { pages: vec![page(&circle), page(&rest)], ..Edition::default() };
        assert_eq!(Facet::County.values(&circle, &edition), ["稷山县"]);
    }

    #[test]
    fn days_sort_by_the_calendar_and_none_comes_last() {
        let mut days = ["2026年1月1日", "12月1日", NO_DAY, "2025年7月23日", "7月23日", "7月3日"];
        days.sort_by_key(|day| Facet::Day.rank(day, &[]));
        assert_eq!(days, ["7月3日", "7月23日", "12月1日", "2025年7月23日", "2026年1月1日", NO_DAY]);
    }

    #[test]
    fn months_sort_by_year_and_are_shown_where_there_are_several() {
        let mut months = ["2025年7月", NO_DAY, "7月", "2024年12月", "2025年11月"];
        months.sort_by_key(|month| Facet::Month.rank(month, &[]));
        assert_eq!(months, ["7月", "2024年12月", "2025年7月", "2025年11月", NO_DAY]);
        assert!(Facet::Month.is_telling(&months));
        assert!(!Facet::Month.is_telling(&["2025年7月", NO_DAY]));
        assert!(!Facet::Kind.is_telling(&["通讯"]) && Facet::County.is_telling(&["绛县"]));
        assert!(!Facet::County.is_telling(&[NO_COUNTY]));
    }

    #[test]
    fn counties_of_the_region_come_first_in_their_order() {
        let region = ["盐湖区".to_owned(), "绛县".to_owned()];
        let mut names = [NO_COUNTY, "台东县", WHOLE_REGION, "绛县", "盐湖区"];
        names.sort_by_key(|name| Facet::County.rank(name, &region));
        assert_eq!(names, ["盐湖区", "绛县", WHOLE_REGION, "台东县", NO_COUNTY]);
    }
}

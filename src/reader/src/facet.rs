//! By what can the list be narrowed, and which values does an article have?

use edition::{Article, Edition, Kind};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    County,
    Section,
    Kind,
    Day,
    Month,
    Author,
}

/// About the whole region, not about one county of it.
pub const WHOLE_REGION: &str = "全市";
/// Speaks of no county that the parser could name.
pub const NO_COUNTY: &str = "无";
pub const NO_SECTION: &str = "未标栏目";
pub const NO_AUTHOR: &str = "未署名";
/// Has no dateline.
pub const NO_DAY: &str = "未注日期";

impl Facet {
    pub const ALL: [Self; 6] =
        [Self::County, Self::Section, Self::Kind, Self::Day, Self::Month, Self::Author];

    /// The name in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::County => "county",
            Self::Section => "section",
            Self::Kind => "kind",
            Self::Author => "author",
            Self::Day => "day",
            Self::Month => "month",
        }
    }

    /// The name on screen.
    pub fn name(self) -> &'static str {
        crate::words::words().facets[self as usize]
    }

    /// What an article of `edition` counts under: at least one value, and more than one only where it speaks of
    /// several counties, several people wrote it, or a column of its own stands under a rubric.
    pub fn values(self, article: &Article, edition: &Edition) -> Vec<String> {
        match self {
            Self::County => counties(article),
            Self::Section => {
                let named: Vec<String> =
                    article.rubric.iter().chain(&article.column).cloned().collect();
                if named.is_empty() { vec![NO_SECTION.to_owned()] } else { named }
            }
            Self::Kind => vec![article.kind.name().to_owned()],
            Self::Author => authors(article),
            Self::Day => {
                vec![article.dateline.map_or_else(|| NO_DAY.to_owned(), |day| day.to_string())]
            }
            Self::Month => vec![month(article, edition).unwrap_or_else(|| NO_DAY.to_owned())],
        }
    }

    /// Whether values of this facet can tell articles apart: one month, or one kind, narrows nothing.
    pub fn is_telling(self, values: &[&str]) -> bool {
        let real = |value: &&&str| **value != NO_DAY;
        match self {
            Self::County => !values.is_empty(),
            Self::Month => values.iter().filter(real).count() > 1,
            _ => values.len() > 1,
        }
    }

    /// Sorts the values as a reader looks for them; `region` is the region's counties in their usual order.
    pub fn rank(self, value: &str, region: &[String]) -> (usize, usize) {
        const LAST: usize = usize::MAX;
        match self {
            Self::County => match value {
                WHOLE_REGION => (1, 0),
                NO_COUNTY => (3, 0),
                _ => match region.iter().position(|county| county == value) {
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
            Self::Day => day_rank(value).unwrap_or((LAST, 0)),
            Self::Month => month_rank(value).unwrap_or((LAST, 0)),
        }
    }
}

fn counties(article: &Article) -> Vec<String> {
    if !article.counties.is_empty() {
        return article.counties.iter().map(|tag| tag.name.clone()).collect();
    }
    let other = if article.whole_region.is_some() { WHOLE_REGION } else { NO_COUNTY };
    vec![other.to_owned()]
}

fn authors(article: &Article) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for byline in &article.bylines {
        if !names.contains(&byline.name) {
            names.push(byline.name.clone());
        }
    }
    if names.is_empty() { vec![NO_AUTHOR.to_owned()] } else { names }
}

/// The month in which the edition appeared; where that is unknown, the one that the article names.
fn month(article: &Article, edition: &Edition) -> Option<String> {
    let date = edition.date.as_ref().map(|date| date.value);
    let month = date.map(|date| date.day.month).or(article.dateline.map(|day| day.month))?;
    let year = date.and_then(|date| date.year);
    Some(year.map_or_else(|| format!("{month}月"), |year| format!("{year}年{month}月")))
}

/// 2025年7月, 7月
fn month_rank(value: &str) -> Option<(usize, usize)> {
    let value = value.strip_suffix('月')?;
    let (year, month) = value.split_once('年').unwrap_or(("0", value));
    Some((year.parse().ok()?, month.parse().ok()?))
}

fn day_rank(value: &str) -> Option<(usize, usize)> {
    let (month, day) = value.strip_suffix('日')?.split_once('月')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_sort_by_the_calendar_and_none_comes_last() {
        let mut days = ["12月1日", NO_DAY, "7月23日", "7月3日"];
        days.sort_by_key(|day| Facet::Day.rank(day, &[]));
        assert_eq!(days, ["7月3日", "7月23日", "12月1日", NO_DAY]);
    }

    #[test]
    fn months_sort_by_year_and_are_shown_where_there_are_several() {
        let mut months = ["2025年7月", NO_DAY, "7月", "2024年12月", "2025年11月"];
        months.sort_by_key(|month| Facet::Month.rank(month, &[]));
        assert_eq!(months, ["7月", "2024年12月", "2025年7月", "2025年11月", NO_DAY]);
        assert!(Facet::Month.is_telling(&months));
        assert!(!Facet::Month.is_telling(&["2025年7月", NO_DAY]));
        assert!(!Facet::Kind.is_telling(&["通讯"]) && Facet::County.is_telling(&["绛县"]));
    }

    #[test]
    fn counties_of_the_region_come_first_in_their_order() {
        let region = ["盐湖区".to_owned(), "绛县".to_owned()];
        let mut names = [NO_COUNTY, "台东县", WHOLE_REGION, "绛县", "盐湖区"];
        names.sort_by_key(|name| Facet::County.rank(name, &region));
        assert_eq!(names, ["盐湖区", "绛县", WHOLE_REGION, "台东县", NO_COUNTY]);
    }
}

//! Which documents does a filter leave? Counties, sections, authors by name, dates by range.

use crate::fold::{Fold, Level};
use crate::query::Filter;

/// What is known of a document besides its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attribute {
    County,
    Section,
    Author,
    /// `2025年7月23日`, `7月23日` or `2025-07-23`.
    Date,
}

impl Attribute {
    pub const ALL: [Self; 4] = [Self::County, Self::Section, Self::Author, Self::Date];

    /// The key that the query language has for it.
    pub fn key(self) -> &'static str {
        self.keys()[0]
    }

    fn keys(self) -> &'static [&'static str] {
        match self {
            Self::County => &["县", "縣", "县区", "地区", "xian"],
            Self::Section => &["栏", "欄", "栏目", "栏头", "版", "lan"],
            Self::Author => &["作者", "记者", "記者", "署名", "zuozhe"],
            Self::Date => &["日期", "时间", "riqi"],
        }
    }

    pub(crate) fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|attribute| attribute.keys().contains(&key))
    }
}

/// The attributes of all documents.
#[derive(Default)]
pub(crate) struct Attributes {
    documents: Vec<Vec<(Attribute, String)>>,
}

type Way = fn(&[u16], &[u16]) -> bool;

/// How a value was meant, best first.
const WAYS: [Way; 3] = [
    |value, typed| value == typed,
    |value, typed| value.starts_with(typed),
    |value, typed| value.windows(typed.len().max(1)).any(|window| window == typed),
];

impl Attributes {
    pub fn new(documents: Vec<Vec<(Attribute, String)>>) -> Self {
        Self { documents }
    }

    pub fn knows(&self, attribute: Attribute) -> bool {
        self.documents.iter().flatten().any(|(own, _)| *own == attribute)
    }

    /// Every value of an attribute with the number of its documents, in order of first document.
    pub fn values(&self, attribute: Attribute) -> Vec<(&str, usize)> {
        let mut values: Vec<(&str, usize)> = Vec::new();
        for (_, value) in self.documents.iter().flatten().filter(|(own, _)| *own == attribute) {
            match values.iter_mut().find(|(own, _)| own == value) {
                Some((_, count)) => *count += 1,
                None => values.push((value, 1)),
            }
        }
        values
    }

    /// For each document whether it passes. A name that begins like the typed one passes only where none is
    /// the typed one, one that contains it only where none begins so: 县:绛县 is not 新绛县.
    pub fn passing(&self, filter: &Filter, fold: &Fold) -> Vec<bool> {
        if filter.attribute == Attribute::Date {
            return match Days::parse(&filter.value) {
                Some(days) => self.each(Attribute::Date, |value| days.hold(value)),
                None => self.each(Attribute::Date, |value| value.contains(&filter.value)),
            };
        }
        let typed = fold.units(&filter.value, Level::Class);
        let folded = |value: &str| fold.units(value, Level::Class);
        for way in WAYS {
            let passing = self.each(filter.attribute, |value| way(&folded(value), &typed));
            if passing.contains(&true) {
                return passing;
            }
        }
        vec![false; self.documents.len()]
    }

    fn each(&self, attribute: Attribute, passes: impl Fn(&str) -> bool) -> Vec<bool> {
        let own = |(own, value): &(Attribute, String)| *own == attribute && passes(value);
        self.documents.iter().map(|document| document.iter().any(own)).collect()
    }
}

/// A day, or a month or year as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Day {
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
}

/// From the one to the other, both included.
#[derive(Debug, PartialEq, Eq)]
struct Days {
    first: Option<Day>,
    last: Option<Day>,
}

impl Days {
    /// `7月21日`, `7月21日..7月23日`, `..7月`, `2025-07..`; `None` for what is no date.
    fn parse(text: &str) -> Option<Self> {
        let (first, last) = text.split_once("..").unwrap_or((text, text));
        let side = |text: &str| match text.trim() {
            "" => Some(None),
            text => Day::parse(text).map(Some),
        };
        let (first, last) = (side(first)?, side(last)?);
        (first.is_some() || last.is_some()).then_some(Self { first, last })
    }

    fn hold(&self, value: &str) -> bool {
        let Some(day) = Day::parse(value) else { return false };
        let is_after = self.first.is_none_or(|first| first.compare(&day).is_le());
        is_after && self.last.is_none_or(|last| last.compare(&day).is_ge())
    }
}

impl Day {
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let mut day = Self::default();
        let mut bare = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let number: u32 = rest[..digits].parse().ok()?;
            rest = &rest[digits..];
            let unit = rest.chars().next();
            rest = &rest[unit.map_or(0, char::len_utf8)..];
            match unit {
                Some('年') => day.year = Some(number),
                Some('月') => day.month = Some(number),
                Some('日' | '号') => day.day = Some(number),
                Some('-' | '/' | '.') | None => bare.push(number),
                Some(_) => return None,
            }
        }
        match bare[..] {
            [] => {}
            [year] if year > 31 => day.year = Some(year),
            [number] if day.month.is_some() => day.day = Some(number),
            [month, d] if month <= 12 => (day.month, day.day) = (Some(month), Some(d)),
            [year, month] => (day.year, day.month) = (Some(year), Some(month)),
            [year, month, d] => {
                (day.year, day.month, day.day) = (Some(year), Some(month), Some(d));
            }
            _ => return None,
        }
        (day != Self::default()).then_some(day)
    }

    /// Compares what both say: 7月 is equal to every day of any July.
    fn compare(&self, other: &Self) -> std::cmp::Ordering {
        let pairs = [(self.year, other.year), (self.month, other.month), (self.day, other.day)];
        let both = pairs.into_iter().filter_map(|(a, b)| Some(a?.cmp(&b?)));
        both.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let day = Day { year: Some(2025), month: Some(7), day: Some(23) };
        for text in ["2025年7月23日", "2025-07-23", "2025/7/23", "2025.7.23"] {
            assert_eq!(Day::parse(text), Some(day), "{text}");
        }
        assert_eq!(Day::parse("7-23"), Day::parse("7月23日"));
        assert_eq!(Day::parse("7月23"), Day::parse("7月23日"));
        assert_eq!(Day::parse("2025-07"), Day::parse("2025年7月"));
        for text in ["", "近日", "7月x", "99999999999999999999月", "1-2-3-4"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_range_holds_both_its_ends() {
        let days = Days::parse("7月21日..7月23日").unwrap();
        let held = ["7月20日", "7月21日", "2025年7月23日", "7月24日", "8月22日", "近日"]
            .map(|day| days.hold(day));
        assert_eq!(held, [false, true, true, false, false, false]);
        assert!(Days::parse("7月").unwrap().hold("2025-07-31"));
        assert!(Days::parse("..7月").unwrap().hold("6月30日"));
        assert!(!Days::parse("2026年1月..").unwrap().hold("2025年7月1日"));
        assert_eq!(Days::parse(".."), None);
    }
}

//! Which days does a filter mean? A day, a month or a year, or from one to another, as people write them.

use crate::numeral::{is_number, value};
use std::cmp::Ordering;

/// A day, or a month or year as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Day {
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
}

/// From the one to the other, both included.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Days {
    first: Option<Day>,
    last: Option<Day>,
    /// From the end of one year into the next, whichever they are: 12月30日..1月2日.
    wraps: bool,
}

/// Whether a text is a day, or a month or year as a whole, whose year is said.
pub(crate) fn is_of_year(text: &str) -> bool {
    Day::parse(text).is_some_and(|day| day.year.is_some())
}

/// The beginning of a text that is days in English, whose words are set apart; nothing where it is no such.
pub(crate) fn in_words(text: &str) -> Option<&str> {
    /// In `6 March 2012 to 8 March 2012`.
    const MOST: usize = 7;
    let spaces = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let ends = spaces.chain([text.len()]).take(MOST);
    let is_days = |text: &&str| {
        text.contains(|c: char| c.is_ascii_alphabetic())
            && !text.ends_with(char::is_whitespace)
            && Days::parse(text).is_some()
    };
    ends.map(|end| &text[..end]).filter(is_days).last()
}

/// What stands between the ends of a range. The strokes also part the numbers of one day: they come last.
const BETWEEN: [&str; 12] = ["..", "至", "到", " to ", "~", "～", "〜", "—", "–", "－", "−", "-"];
/// An end of a range that is so many months before its beginning lies in the next year; nearer ones were typed
/// the wrong way round.
const HALF_A_YEAR: u32 = 6;

impl Days {
    /// `7月21日`, `7月21日..7月23日`, `7月21-23日`, `..7月`, `2025-07..`; `None` for what is no date.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(day) = Day::parse(text) {
            return Some(Self { first: Some(day), last: Some(day), wraps: false });
        }
        let cuts = BETWEEN.into_iter().flat_map(|between| text.match_indices(between));
        let mut ranges =
            cuts.filter_map(|(at, own)| Self::between(&text[..at], &text[at + own.len()..]));
        ranges.next()
    }

    /// Of the texts of both ends; one may be left out.
    fn between(first: &str, last: &str) -> Option<Self> {
        let side = |text: &str| match text.trim() {
            "" => Some(None),
            text => Day::parse(text).map(Some),
        };
        let (first, last) = (side(first)?, side(last)?);
        let (Some(first), Some(last)) = (first, last) else {
            let days = Self { first, last, wraps: false };
            return (first.is_some() || last.is_some()).then_some(days);
        };
        Some(Self::in_order(first, last))
    }

    /// What one end does not say is as in the other: 7月21日..23日 is of one month, 2025年7月..9月 of one year.
    fn in_order(mut first: Day, mut last: Day) -> Self {
        let is_day = |day: Day| day.year.is_none() && day.month.is_none();
        if is_day(last) {
            last.month = first.month;
        } else if is_day(first) {
            first.month = last.month;
        }
        let known = (first.year, last.year);
        (first.year, last.year) = (first.year.or(last.year), last.year.or(first.year));
        let mut wraps = false;
        if first.compare(&last).is_gt() {
            let apart = first.month.zip(last.month).map(|(first, last)| first.abs_diff(last));
            let over = apart.is_some_and(|months| months > HALF_A_YEAR);
            match known {
                (Some(_), None) if over => last.year = last.year.map(|year| year.saturating_add(1)),
                (None, Some(_)) if over => {
                    first.year = first.year.map(|year| year.saturating_sub(1))
                }
                (None, None) if over => wraps = true,
                _ => (first, last) = (last, first),
            }
        }
        Self { first: Some(first), last: Some(last), wraps }
    }

    pub fn hold(&self, value: &str) -> bool {
        let Some(day) = Day::parse(value) else { return false };
        let is_after = self.first.is_none_or(|first| first.compare(&day).is_le());
        let is_before = self.last.is_none_or(|last| last.compare(&day).is_ge());
        let years = [self.first, self.last].map(|day| day.and_then(|day| day.year));
        // A day of any year is in a range from one year to another where a year can be found for it.
        let is_any = day.year.is_none()
            && years[0].is_some()
            && years[1].is_some_and(|year| years[0] < Some(year));
        if self.wraps || is_any { is_after || is_before } else { is_after && is_before }
    }
}

impl Day {
    pub fn parse(text: &str) -> Option<Self> {
        if text.contains(|c: char| c.is_ascii_alphabetic()) {
            return Self::in_english(text);
        }
        let text = in_digits(text.trim());
        let (era, text) = Era::of(&text);
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
                Some('年') => day.year = Some(number.saturating_add(era)),
                Some('月') => day.month = Some(number),
                Some('日' | '号' | '號') => day.day = Some(number),
                Some('-' | '/' | '.') | None => bare.push(number),
                Some(_) => return None,
            }
        }
        match bare[..] {
            [] => {}
            // 19630921, as files are named.
            [whole] if text.len() == "19630921".len() => {
                day.year = Some(whole / 10_000);
                (day.month, day.day) = (Some(whole / 100 % 100), Some(whole % 100));
            }
            [year] if year > 31 => day.year = Some(year),
            [number] if day.month.is_some() && day.day.is_none() => day.day = Some(number),
            [month, d] if month <= 12 => (day.month, day.day) = (Some(month), Some(d)),
            [year, month] => (day.year, day.month) = (Some(year), Some(month)),
            [year, month, d] => {
                (day.year, day.month, day.day) = (Some(year), Some(month), Some(d));
            }
            _ => return None,
        }
        let is_real = day.month.is_none_or(|month| (1..=12).contains(&month))
            && day.day.is_none_or(|day| (1..=31).contains(&day));
        (is_real && day != Self::default()).then_some(day)
    }

    /// `6 March 2012`, `6th Mar`, `March 6, 2012`, `March 2012`: the month by its name or three letters of it at least,
    /// the year last.
    fn in_english(text: &str) -> Option<Self> {
        const MONTHS: &str =
            "january february march april may june july august september october november december";
        const SHORTEST: usize = 3;
        let mut day = Self::default();
        for word in text.split([' ', ',', '.', '-']).filter(|word| !word.is_empty()) {
            let word = word.to_ascii_lowercase();
            let (number, behind) =
                word.split_at(word.bytes().take_while(u8::is_ascii_digit).count());
            match number.parse() {
                Ok(number @ 1..=31) if (day.day, day.year) == (None, None) => {
                    ["", "st", "nd", "rd", "th"].contains(&behind).then_some(())?;
                    day.day = Some(number);
                }
                Ok(number @ 1000..=9999) if behind.is_empty() && day.year.is_none() => {
                    day.year = Some(number);
                }
                Err(_) if day.month.is_none() && word.len() >= SHORTEST => {
                    let month = MONTHS.split(' ').position(|name| name.starts_with(&word))?;
                    day.month = Some(month as u32 + 1);
                }
                _ => return None,
            }
        }
        day.month.map(|_| day)
    }

    /// `2025年7月`, or as much of it as is known.
    pub fn month(self) -> String {
        let part = |number: Option<u32>, unit| number.map(|number| number.to_string() + unit);
        [part(self.year, "年"), part(self.month, "月")].into_iter().flatten().collect()
    }

    /// Of the year in which it is nearest to another day: in a paper of January one of December is of the year before.
    #[cfg(feature = "build")]
    pub fn near(self, other: Self) -> Self {
        let months = [self.month, other.month].map(Option::unwrap_or_default);
        let over = |year: u32| match months {
            [own, other] if own > other + HALF_A_YEAR => year.checked_sub(1),
            [own, other] if own + HALF_A_YEAR < other => year.checked_add(1),
            _ => Some(year),
        };
        Self { year: self.year.or(other.year.and_then(over)), ..self }
    }

    /// `2025年7月23日`, or as much of it as is known.
    #[cfg(feature = "build")]
    pub fn written(self) -> String {
        self.month() + &self.day.map_or_else(String::new, |day| day.to_string() + "日")
    }

    /// Compares what both say: 7月 is equal to every day of any July.
    fn compare(&self, other: &Self) -> Ordering {
        let pairs = [(self.year, other.year), (self.month, other.month), (self.day, other.day)];
        let both = pairs.into_iter().filter_map(|(a, b)| Some(a?.cmp(&b?)));
        both.fold(Ordering::Equal, Ordering::then)
    }
}

/// From which year a date counts, by the words before it.
struct Era;

impl Era {
    /// The years to add, and the rest of the text.
    fn of(text: &str) -> (u32, &str) {
        /// The first year of the Republic is 1912.
        const REPUBLIC: u32 = 1911;
        const ERAS: [(&str, u32); 6] = [
            ("中华民国", REPUBLIC),
            ("中華民國", REPUBLIC),
            ("民国", REPUBLIC),
            ("民國", REPUBLIC),
            ("公元", 0),
            ("西元", 0),
        ];
        let found =
            ERAS.iter().find_map(|(words, years)| Some((*years, text.strip_prefix(words)?)));
        found.unwrap_or((0, text))
    }
}

/// With ASCII digits: of those that phone keyboards for Chinese type, and of numbers in Han, as old papers print days.
fn in_digits(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        let run = chars[at..].iter().take_while(|c| is_number(**c) && !c.is_ascii()).count();
        match c {
            '０'..='９' => out.push((b'0' + (*c as u32 - '０' as u32) as u8) as char),
            '元' if chars.get(at + 1) == Some(&'年') => out.push('1'),
            _ if run > 0 => match value(&chars[at..at + run]) {
                Some(number) => out.push_str(&number),
                None => out.extend(&chars[at..at + run]),
            },
            c => out.push(*c),
        }
        at += run.max(1);
    }
    out
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
        for text in [
            "二〇二五年七月二十三日",
            "二零二五年七月廿三日",
            "20250723",
            "民国114年7月23日",
            "公元2025年7月23號",
        ] {
            assert_eq!(Day::parse(text), Some(day), "{text}");
        }
        assert_eq!(Day::parse("民国五十二年"), Day::parse("1963年"));
        assert_eq!(Day::parse("中華民國元年十月"), Day::parse("1912年10月"));
        assert_eq!(Day::parse("八月"), Day::parse("8月"));
        assert_eq!(Day::parse("民国4294967295年"), Day::parse("4294967295年"));
        assert_eq!(Day::parse("7-23"), Day::parse("7月23日"));
        assert_eq!(Day::parse("7月23"), Day::parse("7月23日"));
        assert_eq!(Day::parse("2025-07"), Day::parse("2025年7月"));
        for text in [
            "",
            "近日",
            "7月x",
            "99999999999999999999月",
            "1-2-3-4",
            "20251323",
            "千方百计",
            "十千",
            "13月",
            "7月32日",
            "0月",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn dates_are_read_in_english() {
        let day = Day { year: Some(2012), month: Some(3), day: Some(6) };
        for text in [
            "6 March 2012",
            "6 Mar 2012",
            "March 6, 2012",
            "Mar. 6th 2012",
            "06-MAR-2012",
            "march 6,2012",
        ] {
            assert_eq!(Day::parse(text), Some(day), "{text}");
        }
        assert_eq!(Day::parse("Sept 2012"), Day::parse("2012年9月"));
        assert_eq!(Day::parse("21st May"), Day::parse("5月21日"));
        for text in ["Ma 2012", "Marble 2012", "March 6 7", "March 2012 6", "March 45", "6 2012 to"]
        {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        let days = Days::parse("2012年3月6日..2012年10月8日");
        for text in
            ["6 March 2012 to 8 October 2012", "8 Oct 2012..6 Mar 2012", "Mar 6–Oct 8, 2012"]
        {
            assert_eq!(Days::parse(text), days, "{text}");
        }
    }

    #[test]
    fn as_much_of_a_query_is_a_day_as_is_one() {
        assert_eq!(in_words("6 March 2012 flood"), Some("6 March 2012"));
        assert_eq!(in_words("March 6,  2012"), Some("March 6,  2012"));
        assert_eq!(in_words("6 March 12 dead"), Some("6 March"));
        assert_eq!(in_words("6 Mar to 8 Mar 2012 荷"), Some("6 Mar to 8 Mar 2012"));
        for text in ["6 apples", "2012 荷", "7月21日 7月", "", " "] {
            assert_eq!(in_words(text), None, "{text}");
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
        for text in ["..", "-", "至", "昨天", "昨天..今天", "7月21日至今", "..昨天"] {
            assert_eq!(Days::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_range_is_read_the_right_way_round() {
        let days = Days::parse("7月21日..7月23日");
        for text in [
            "7月23日..7月21日",
            "7月21日-7月23日",
            "7月21-23日",
            "7月21日－２３日",
            "7.21～7.23",
            "7月21日 至 7月23日",
            "21日到7月23日",
        ] {
            assert_eq!(Days::parse(text), days, "{text}");
        }
        assert_eq!(Days::parse("2025-07-21-2025-07-23"), Days::parse("2025年7月21日至23日"));
        assert_eq!(Days::parse("2025-2026"), Days::parse("2025年..2026年"));
    }

    #[test]
    fn a_range_may_go_over_the_end_of_a_year() {
        let held = |text: &str| {
            let days = Days::parse(text).unwrap();
            ["2024年12月31日", "2025年1月1日", "2025年7月1日", "2025年12月31日", "1月1日", "7月1日"]
                .map(|day| days.hold(day))
        };
        assert_eq!(held("12月30日..1月2日"), [true, true, false, true, true, false]);
        assert_eq!(held("2024年12月..1月"), [true, true, false, false, true, false]);
        assert_eq!(held("12月..2025年1月"), [true, true, false, false, true, false]);
        assert_eq!(held("2025年7月..9月"), [false, false, true, false, false, true]);
    }
}

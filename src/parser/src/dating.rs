//! Which day is an undated edition of? The latest dateline in its text, and a year that the text trusts.

use ::edition::{Basis, Date, Fact, MonthDay, Page, Reason, SaidYear};
use std::fmt;

/// The day of the pages, with the reason.
pub fn infer_date(pages: &[Page]) -> Option<Fact<Date>> {
    let datelines =
        pages.iter().flat_map(|page| &page.articles).filter_map(|article| article.dateline);
    let mut days: Vec<MonthDay> = datelines.collect();
    days.sort_unstable();
    let day = latest(&days)?;
    let year = year(pages);
    let date = Date { year: year.as_ref().map(|said| said.year), day };
    let reason = Reason::LatestDateline { day, year };
    Some(Fact { value: date, basis: Basis::Inferred(reason) })
}

/// The latest day; around New Year a day of January is later than one of December.
fn latest(days: &[MonthDay]) -> Option<MonthDay> {
    const AUTUMN: u8 = 10;
    const WINTER: u8 = 2;
    let turns = days.first()?.month <= WINTER && days.last()?.month >= AUTUMN;
    let in_new_year = |day: &&MonthDay| !turns || day.month <= WINTER;
    days.iter().filter(in_new_year).max().copied()
}

/// The latest full year that the text speaks of as come, with the words.
fn year(pages: &[Page]) -> Option<SaidYear> {
    let mut best: Option<SaidYear> = None;
    for page in pages {
        for (at, _) in page.text.match_indices('年') {
            let Some((year, printed)) = year_before(&page.text[..at]) else { continue };
            let before = &page.text[..at - printed.len()];
            let after = &page.text[at + '年'.len_utf8()..];
            if is_future(before, after) || best.as_ref().is_some_and(|best| best.year >= year) {
                continue;
            }
            best = Some(SaidYear { year, words: format!("{printed}年{}", quoted(after)) });
        }
    }
    best
}

/// The words behind a year, as far as they help to find it: to the end of a word or number.
fn quoted(after: &str) -> String {
    const ENOUGH: usize = 4;
    const MOST: usize = 12;
    let goes_on = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '%' | '％' | '．');
    let text: Vec<char> = after.chars().take_while(goes_on).take(MOST).collect();
    let is_figure = |c: char| c.is_ascii_digit() || !crate::cursor::is_han(c);
    let in_number = |at: usize| is_figure(text[at - 1]) && is_figure(text[at]);
    let ends =
        |at: &usize| *at == text.len() || !in_number(*at) && crate::lexicon::breaks_at(&text, *at);
    let end = (ENOUGH.min(text.len())..=text.len()).find(ends).unwrap_or(text.len());
    text[..end].iter().collect::<String>().trim_end_matches(['.', '．']).to_owned()
}

const YEAR_DIGITS: usize = 4;

/// The year that the text ends with, 2025, ２０２５ or 二〇二五, and how it is printed.
fn year_before(text: &str) -> Option<(u16, &str)> {
    const HAN: &str = "〇一二三四五六七八九";
    let digit = |c: char| -> Option<u16> {
        let han = || HAN.chars().position(|digit| digit == c).map(|digit| digit as u32);
        let wide = || ('０'..='９').contains(&c).then(|| c as u32 - '０' as u32);
        let value = c.to_digit(10).or_else(wide).or_else(han).or((c == '○').then_some(0));
        value.map(|value| value as u16)
    };
    let mut start = text.len();
    let mut year = 0;
    let mut place = 1;
    for (at, c) in text.char_indices().rev().take(YEAR_DIGITS) {
        year += digit(c)? * place;
        place *= 10;
        start = at;
    }
    let longer = text[..start].ends_with(|c| digit(c).is_some());
    (!longer && (1978..2100).contains(&year)).then_some((year, &text[start..]))
}

/// 到2027年, 2030年前, 力争2026年: years that are still to come.
fn is_future(before: &str, after: &str) -> bool {
    const BEFORE: [&str; 12] =
        ["到", "至", "在", "于", "力争", "预计", "计划", "有望", "争取", "将于", "—", "-"];
    const AFTER: [&str; 5] = ["前", "底前", "年底", "将", "后"];
    BEFORE.iter().any(|word| before.ends_with(word))
        || AFTER.iter().any(|word| after.starts_with(word))
}

/// A day of the week, 0 for Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekday(pub usize);

impl Weekday {
    /// Of a day with its year; none where that year has no such day.
    pub fn of(date: Date) -> Option<Self> {
        const DAYS_BEFORE: [u32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
        const FEBRUARY: u8 = 2;
        let (year, day) = (u32::from(date.year?), date.day);
        let is_leap = |year: u32| {
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
        };
        if day.month == FEBRUARY && day.day == 29 && !is_leap(year) {
            return None;
        }
        let past = year.checked_sub(1)?;
        let leap_day = u32::from(day.month > FEBRUARY && is_leap(year));
        let before = DAYS_BEFORE.get(usize::from(day.month).checked_sub(1)?)?;
        let days = past * 365 + past / 4 - past / 100
            + past / 400
            + before
            + leap_day
            + u32::from(day.day);
        Some(Self((days % 7) as usize))
    }
}

impl fmt::Display for Weekday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "星期{}", "日一二三四五六".chars().nth(self.0).unwrap_or('日'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> Page {
        crate::parse_page("甲.txt", text, &crate::Context::default())
    }

    #[test]
    fn the_latest_dateline_dates_the_page() {
        let text = "某县召开推进会\n\n本报讯(记者 王明)7月21日,某县召开推进会,部署下一步工作。到2027年全部建成。\n\n\
            某乡建成新公园\n\n本报讯(记者 李丽)7月23日,某乡新公园开园。2025年以来,乡里投资百万元。\n";
        let fact = infer_date(&[page(text)]).unwrap();
        assert_eq!(fact.value.to_string(), "2025年7月23日");
        assert_eq!(
            fact.reason().unwrap().to_string(),
            "文中最晚的消息日期是7月23日,正文写有“2025年以来”,年份据此推定为2025年。"
        );
        assert_eq!(infer_date(&[page("没有日期的一页。")]), None);
    }

    #[test]
    fn a_year_is_read_however_it_is_printed() {
        for (text, year) in [
            ("到了2025", Some(2025)),
            ("到了２０２５", Some(2025)),
            ("到了二〇二五", Some(2025)),
            ("一九八六", Some(1986)),
            ("二○○三", Some(2003)),
            ("12025", None),
            ("025", None),
            ("一九五六", None),
        ] {
            assert_eq!(year_before(text).map(|read| read.0), year, "{text}");
        }
        let text = "某乡建成新公园\n\n本报讯(记者 李丽)７月２３日,某乡新公园开园。２０２５年以来,乡里投资百万元。\n";
        let fact = infer_date(&[page(text)]).unwrap();
        assert_eq!(fact.value.to_string(), "2025年7月23日");
        assert!(fact.reason().unwrap().to_string().contains("“２０２５年以来”"));
    }

    #[test]
    fn what_is_quoted_ends_with_a_word_or_number() {
        for (after, quote) in [
            ("总投资1200万元,全部建成", "总投资1200"),
            ("12月31日前", "12月31"),
            ("以来,全县", "以来"),
            (",全县", ""),
            ("增长3.5%。", "增长3.5%"),
            ("农业农村局", "农业农村"),
        ] {
            assert_eq!(quoted(after), quote, "{after}");
        }
    }

    #[test]
    fn each_day_has_its_weekday() {
        let of = |year, month, day| {
            let day = MonthDay::new(month, day).unwrap();
            Weekday::of(Date { year: Some(year), day }).map(|weekday| weekday.to_string())
        };
        for (year, month, day, weekday) in [
            (2004, 5, 8, "星期六"),
            (2025, 7, 24, "星期四"),
            (1954, 10, 3, "星期日"),
            (2000, 2, 29, "星期二"),
            (1900, 3, 1, "星期四"),
        ] {
            assert_eq!(of(year, month, day).as_deref(), Some(weekday));
        }
        assert_eq!(of(1900, 2, 29), None);
    }

    #[test]
    fn january_is_later_than_december() {
        let day = |month, day| MonthDay::new(month, day).unwrap();
        assert_eq!(latest(&[day(1, 2), day(12, 30)]), Some(day(1, 2)));
        assert_eq!(latest(&[day(7, 2), day(12, 30)]), Some(day(12, 30)));
    }
}

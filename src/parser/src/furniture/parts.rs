//! What is one part of a head line? The day, the page, an imprint, a mark between two parts.

use super::masthead::At;
use crate::cursor::{Cursor, YEARS, is_han, is_numeral};
use crate::dating::Weekday;
use crate::wordlist::Words;
use ::edition::{Date, MonthDay, PageNumber};

/// 2025年7月24日, 一九五四年十月三日, 2025.7.24, 2025-07-24, 2025/7/24, 7月24日.
pub fn day(cursor: &mut Cursor) -> Option<Date> {
    // A number, or the name of an era.
    let opens = |c| is_numeral(c) || matches!(c, '公' | '中' | '民');
    cursor.peek().filter(|c| opens(*c))?;
    let before = *cursor;
    cursor.eat("公元");
    let year = cursor.year();
    if let Some(day) = cursor.month_day() {
        let date = Date { year, day };
        return (!is_impossible(date)).then_some(date);
    }
    *cursor = before;
    let follows_digit = before.at > 0
        && before.ink[before.at - 1].c.is_ascii_digit()
        && !before.ink[before.at].spaced;
    let year = cursor.number().filter(|year| YEARS.contains(year) && !follows_digit)?;
    let mark = cursor.eat_if(|c| matches!(c, '.' | '-' | '/'))?;
    let month = tight_number(cursor)?;
    cursor.eat_if(|c| c == mark)?;
    let day = tight_number(cursor)?;
    let ends = !cursor.peek().is_some_and(|c| c.is_ascii_digit() && !cursor.rest()[0].spaced);
    let day = MonthDay::new(u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    let date = Date { year: Some(year), day };
    (ends && !is_impossible(date)).then_some(date)
}

/// 2月29日 of a year without it.
fn is_impossible(date: Date) -> bool {
    date.year.is_some() && Weekday::of(date).is_none()
}

/// 2026年6月31日, 2025-13-01, 2025/2/29: written like a day with its year, and none.
pub fn no_day(cursor: &mut Cursor) -> bool {
    // As in [`day`].
    if !cursor.peek().is_some_and(|c| is_numeral(c) || matches!(c, '中' | '民')) {
        return false;
    }
    let start = *cursor;
    let written = (cursor.year().is_some() || year_of_republic(cursor))
        && cursor.number().is_some()
        && cursor.eat("月")
        && cursor.number().is_some()
        && cursor.eat("日");
    if !written {
        *cursor = start;
    }
    let is_no_day = written || no_day_in_figures(cursor).is_some();
    if !is_no_day {
        *cursor = start;
    }
    is_no_day
}

/// 114年 of 114年6月31日: a year as Taiwan counts them, before what is no day.
fn year_of_republic(cursor: &mut Cursor) -> bool {
    day_of_republic(&mut cursor.clone()).is_none()
        && cursor.number().is_some_and(|year| YEARS_OF_REPUBLIC.contains(&year))
        && cursor.eat("年")
}

/// Years that a paper of Taiwan may state.
const YEARS_OF_REPUBLIC: std::ops::RangeInclusive<u16> = 1..=199;

fn no_day_in_figures(cursor: &mut Cursor) -> Option<()> {
    const LONGEST: u16 = 99;
    let is_apart = cursor.at == 0 || cursor.rest().first()?.spaced;
    cursor.number().filter(|year| YEARS.contains(year) && is_apart)?;
    let mark = cursor.eat_if(|c| matches!(c, '.' | '-' | '/'))?;
    tight_number(cursor).filter(|month| *month <= LONGEST)?;
    cursor.eat_if(|c| c == mark)?;
    tight_number(cursor).filter(|day| *day <= LONGEST)?;
    cursor.rest().first().is_none_or(|ink| ink.spaced || !is_word(ink.c)).then_some(())
}

/// 24 of 24 3版: behind a space the page's number begins, unless every digit is set apart.
fn tight_number(cursor: &mut Cursor) -> Option<u16> {
    let rest = cursor.rest();
    let is_padded = rest.first()?.spaced;
    let end = rest.iter().skip(1).position(|ink| ink.spaced && !is_padded);
    let end = end.map_or(cursor.ink.len(), |end| cursor.at + 1 + end);
    let mut own = Cursor { ink: &cursor.ink[..end], at: cursor.at };
    let number = own.number();
    cursor.at = own.at;
    number
}

/// 七十四年七月十九日, 74年7月19日: years as Taiwan counts them, without a word of the Republic.
pub fn day_of_republic(cursor: &mut Cursor) -> Option<(u16, MonthDay)> {
    cursor.peek().filter(|c| is_numeral(*c))?;
    let year =
        cursor.number().filter(|year| YEARS_OF_REPUBLIC.contains(year) && cursor.eat("年"))?;
    Some((year, cursor.month_day()?))
}

/// 第3版, A3版, 头版, A03, 03, 3; whether it can be nothing but a page.
pub fn page(cursor: &mut Cursor, is_apart: bool) -> Option<(PageNumber, bool)> {
    const MOST_PAGES: u16 = 200;
    let opens = |c| is_numeral(c) || matches!(c, '头' | '第' | 'A'..='Z');
    cursor.peek().filter(|c| opens(*c))?;
    if cursor.eat("头版") {
        return Some((1.into(), true));
    }
    let start = cursor.at;
    let is_called = cursor.eat("第");
    let part = cursor.eat_if(|c| c.is_ascii_uppercase());
    let digits = cursor.at;
    // A08 2009/11/26: behind a space another number begins.
    let behind = cursor.rest().iter().skip(1).position(|ink| ink.spaced && ink.c.is_ascii_digit());
    let here = behind.map_or(cursor.ink, |behind| &cursor.ink[..digits + 1 + behind]);
    let mut own = Cursor { ink: here, at: digits };
    let number = own.number().filter(|number| (1..=MOST_PAGES).contains(number))?;
    let number = PageNumber { part, number };
    cursor.at = own.at;
    if cursor.eat("版") {
        // 第三版本, 第一版块
        let is_other =
            cursor.peek().is_some_and(|c| "本块权画图税".contains(c)) && !cursor.rest()[0].spaced;
        return (!is_other).then_some((number, true));
    }
    // 第5頁, but 第1页 共4页 of one document.
    if is_called && cursor.eat("页") {
        return (!cursor.sees("共")).then_some((number, false));
    }
    let written = &cursor.ink[digits..cursor.at];
    let is_short = written.len() <= 3 && written.iter().all(|ink| ink.c.is_ascii_digit());
    let ends =
        cursor.rest().first().is_none_or(|ink| ink.spaced || !is_word(ink.c) && ink.c != '.');
    let begins = start == 0 || is_apart || cursor.ink[start].spaced;
    let is_code = part.is_some() || written.first().is_some_and(|ink| ink.c == '0');
    (!is_called && is_short && ends && begins).then_some((number, is_code))
}

/// (汉文版), (汉), (农村版): which of its editions a paper is; no (第三版).
pub fn edition_mark(cursor: &mut Cursor) -> bool {
    const LONGEST: usize = 6;
    let start = *cursor;
    let opens = cursor.eat("(");
    let from = cursor.at;
    while cursor.eat_if(|c| is_han(c) && c != '第').is_some() {}
    let mark = &cursor.ink[from..cursor.at];
    let is_named = match mark {
        [language] => "汉蒙藏维哈朝彝壮".contains(language.c),
        [.., before, last] => last.c == '版' && !is_numeral(before.c) || last.c == '文',
        [] => false,
    };
    let is_mark = opens && mark.len() <= LONGEST && is_named && cursor.eat(")");
    if !is_mark {
        *cursor = start;
    }
    is_mark
}

/// 总第24193期, 国内统一连续出版物号 CN14-0011, 邮发代号21-6, 零售1.50元.
pub fn imprint(cursor: &mut Cursor) -> bool {
    static WORDS: Words = Words::of(&[
        "国内统一连续出版物号",
        "国内统一刊号",
        "统一刊号",
        "邮发代号",
        "代号",
        "网址",
        "零售",
        "每份",
        "定价",
        "总第",
        "总",
        "第",
    ]);
    // 第二张 第五版
    let sheet = *cursor;
    if cursor.eat("第") && cursor.number().is_some() && cursor.eat("张") {
        return true;
    }
    *cursor = sheet;
    let Some(word) = cursor.eat_of(&WORDS) else { return false };
    let start = cursor.at;
    let is_code =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/' | ':' | '(' | ')');
    while cursor.eat_if(is_code).is_some() {}
    let unit = cursor.eat_any(&["期", "号", "元", "角", "分"]).is_some();
    let needs_unit = word.ends_with('第') || word == "总";
    cursor.at > start && (unit || !needs_unit)
}

pub fn is_word(c: char) -> bool {
    is_han(c) || c.is_ascii_alphanumeric()
}

pub fn is_separator(c: char, place: At) -> bool {
    matches!(
        c,
        '·' | '•'
            | '・'
            | '|'
            | '丨'
            | '│'
            | '┃'
            | '/'
            | ','
            | '、'
            | ':'
            | '—'
            | '–'
            | '-'
            | '─'
            | '*'
            | '.'
            | '．'
    ) || matches!(c, '■' | '□' | '◆' | '◇' | '●' | '★' | '☆' | '▲' | '△' | '▌' | '【' | '】')
        || place == At::Top && matches!(c, '《' | '》' | '(' | ')')
}

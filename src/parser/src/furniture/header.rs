//! Is this the header of a page? The day, the weekday, the page's number and name, who edited it.

use super::calendar::{english_day, lunar, weekday};
use super::contact::{address, way};
use super::masthead::cites;
use super::parts;
use super::{HEAD, Matter, is_paper_by_day, is_paper_name};
use crate::cursor::{Cursor, is_han, starts_with};
use crate::forms::opens_as_signer;
use crate::source::Ink;
use crate::wordlist::Words;
use ::edition::{Date, PageNumber};

/// A line with the day and what stands around it.
pub fn header(ink: &[Ink]) -> Option<Matter> {
    const LONGEST_HEADER: usize = 80;
    let is_prose = ink.iter().any(|ink| ink.c == '。') || has_clause(ink);
    if ink.len() > LONGEST_HEADER
        || is_prose
        || cites(ink)
        || opens_as_signer(ink)
        || is_of_event(ink)
    {
        return None;
    }
    let mut found = Matter { why: HEAD, ..Matter::default() };
    let mut left: Vec<bool> = vec![true; ink.len()];
    let mut cursor = Cursor::of(ink);
    let mut signs = 0;
    while !cursor.is_done() {
        let start = cursor.at;
        let sign = header_part(&mut cursor, &mut found);
        if sign == 0 {
            cursor.at = start + 1;
        } else {
            signs += sign;
            left[start..cursor.at].fill(false);
        }
    }
    let rest: Vec<usize> = (0..ink.len()).filter(|at| left[*at] && is_han(ink[*at].c)).collect();
    // Rows of figures have numbers too.
    const MOST_DIGITS: usize = 6;
    let digits = (0..ink.len()).filter(|at| left[*at] && ink[*at].c.is_ascii_digit()).count();
    if digits > MOST_DIGITS {
        return None;
    }
    const LONGEST_NAME: usize = 14;
    let strong = signs >= 2;
    // 2019.8.3 by itself, or beside a name, may be the day of whoever signs.
    if !strong && found.date.is_some_and(|date| date.year.is_some()) {
        return None;
    }
    let only_number = rest.is_empty() && found.number.is_some() && signs >= 1;
    if signs == 0
        || rest.len() > LONGEST_NAME
        || !(strong || only_number || rest.is_empty() && signs > 0)
    {
        return None;
    }
    if let (Some(first), Some(last)) = (rest.first(), rest.last())
        && last - first < rest.len()
    {
        let all = *first..last + 1;
        let named = &ink[all.clone()];
        let is_paper =
            if found.date.is_some() { is_paper_by_day(named) } else { is_paper_name(named) };
        *if is_paper { &mut found.paper } else { &mut found.name } = Some(all);
    }
    Some(found)
}

/// 时间:2025年7月20日 is when something was, or will be.
fn is_of_event(ink: &[Ink]) -> bool {
    ["时间:", "开标时间", "报名时间"].iter().any(|word| starts_with(ink, word))
}

/// A comma that stands in no English day: SATURDAY, JANUARY 20, 2007.
fn has_clause(ink: &[Ink]) -> bool {
    let commas = ink.iter().enumerate().filter(|(_, ink)| ink.c == ',');
    let mut sides = commas.map(|(at, _)| (at.checked_sub(1).map(|at| &ink[at]), ink.get(at + 1)));
    sides.any(|(before, after)| [before, after].iter().flatten().any(|ink| !ink.c.is_ascii()))
}

/// Steps over one part of a page header; how much it says for one, 0 where it is none.
fn header_part(cursor: &mut Cursor, found: &mut Matter) -> u32 {
    let before = *cursor;
    // 第24193期 has no 期 4193.
    let is_digit = |at: usize| cursor.ink[at].c.is_ascii_digit();
    let is_inside = !before.ink.get(before.at).is_none_or(|ink| ink.spaced);
    if is_inside && cursor.at > 0 && is_digit(cursor.at) && is_digit(cursor.at - 1) {
        return 0;
    }
    if way(cursor, false) {
        let end = cursor.at;
        address(cursor);
        // 市长热线开通三年 接听电话六万个 gives none.
        let is_given = cursor.at > end || matches!(cursor.ink[end - 1].c, ':' | '/');
        return u32::from(is_given);
    }
    let year = cursor.year();
    // 2021年第9期
    if year.is_some() && cursor.sees("第") {
        return 1;
    }
    if let Some(day) = cursor.month_day() {
        let again = found.date.is_some();
        // 九月十一日(五)
        let weekday = *cursor;
        let is_weekday = cursor.eat("(")
            && cursor.eat_if(|c| "一二三四五六日天".contains(c)).is_some()
            && cursor.eat(")");
        if !is_weekday {
            *cursor = weekday;
        }
        found.date = found.date.or(Some(Date { year, day }));
        // 10月31日至11月4日 is no header twice.
        return if year.is_some() { 2 } else { u32::from(!again) };
    }
    *cursor = before;
    // 2025.7.24
    if let Some(date) = parts::day(cursor) {
        let again = found.date.is_some();
        found.date = found.date.or(Some(date));
        return u32::from(!again);
    }
    *cursor = before;
    if let Some(weekday) = weekday(cursor) {
        found.weekday = found.weekday.or(Some(weekday));
        return 1;
    }
    *cursor = before;
    if imprint(cursor) {
        return 1;
    }
    *cursor = before;
    if lunar(cursor) || count_of_pages(cursor) {
        return 1;
    }
    *cursor = before;
    if english_day(cursor) {
        return 1;
    }
    cursor.eat("第");
    let part = cursor.eat_if(|c| c.is_ascii_uppercase());
    if part.is_some() {
        cursor.eat(".");
    }
    if let Some(number) = cursor.number() {
        let number = PageNumber { part, number };
        if cursor.eat("版") {
            found.number = found.number.or(Some(number));
            return 2;
        }
        if before.peek() == Some('第') && cursor.eat_any(&["期", "号"]).is_some() {
            return 1;
        }
        let bare = before.at == 0 || before.ink[before.at].spaced;
        let ends = cursor.is_done() || cursor.rest()[0].spaced;
        if bare && ends && found.number.is_none() && before.peek() != Some('第') {
            found.number = Some(number);
            return 1;
        }
    }
    *cursor = before;
    // 第一百一十二期
    if cursor.eat("第") {
        while cursor.eat_if(|c| "〇零一二三四五六七八九十百千".contains(c)).is_some()
        {
        }
        if cursor.eat_any(&["期", "号"]).is_some() {
            return 1;
        }
    }
    *cursor = before;
    if editors(cursor) {
        return 1;
    }
    *cursor = before;
    static IMPRINTS: Words = Words::of(&[
        "国内统一连续出版物号",
        "国内统一刊号",
        "邮发代号",
        "今日",
        "总第",
        "责任编辑",
        "责编",
        "校对",
        "版式",
    ]);
    if cursor.eat_of(&IMPRINTS).is_some() {
        return 1;
    }
    *cursor = before;
    0
}

/// 主办:某某社区党委, 免费取阅: who publishes it, and that it costs nothing.
fn imprint(cursor: &mut Cursor) -> bool {
    static FREE: Words = Words::of(&["免费取阅", "免费赠阅", "内部资料", "内部刊物"]);
    static HOLDERS: Words = Words::of(&["主办单位", "主办", "主管", "协办"]);
    if cursor.eat_of(&FREE).is_some() {
        return true;
    }
    if cursor.eat_of(&HOLDERS).is_none() || cursor.eat_if(|c| matches!(c, ':' | '/')).is_none() {
        return false;
    }
    cursor.eat_if(is_han);
    while cursor.rest().first().is_some_and(|ink| is_han(ink.c) && !ink.spaced) {
        cursor.at += 1;
    }
    true
}

/// 今日8版, 本期共四版, 今日出纸三大张: how many pages there are is no page's number.
pub fn count_of_pages(cursor: &mut Cursor) -> bool {
    let start = *cursor;
    static COUNTS: Words = Words::of(&["今日", "今天", "本期", "本报", "共", "总"]);
    if cursor.eat_of(&COUNTS).is_none() {
        return false;
    }
    cursor.eat_any(&["共", "出版", "出纸"]);
    let is_number = cursor.number().is_some();
    cursor.eat("大");
    let counts = is_number && cursor.eat_any(&["版", "页", "张"]).is_some();
    if !counts {
        *cursor = start;
    }
    counts
}

/// 编辑 何志强, 责编:王静: an office of the page and whoever holds it.
pub fn editors(cursor: &mut Cursor) -> bool {
    static OFFICES: Words = Words::of(&[
        "本版责编",
        "本版编辑",
        "责任编辑",
        "责任校对",
        "责校",
        "执行主编",
        "值班编辑",
        "责编",
        "编辑",
        "美编",
        "校对",
        "版式设计",
        "版式",
        "组版",
        "排版",
        "制版",
        "主编",
        "审读",
        "审校",
        "值班主任",
        "值班主编",
        "值班总编",
        "值班编委",
        "本页执行编辑",
        "本页编辑",
        "执行编辑",
        "图片编辑",
        "版面设计",
        "版面主编",
        "版面",
        "美术编辑",
        "校读",
        "视觉总监",
    ]);
    if cursor.eat_of(&OFFICES).is_none() {
        return false;
    }
    let marked = cursor.eat_if(|c| matches!(c, ':' | '/' | '|')).is_some();
    // 编辑部 holds no office.
    if !marked && !cursor.rest().first().is_some_and(|ink| ink.spaced) {
        return false;
    }
    // The holder's name, padded or not: up to the next space behind two characters.
    const LONGEST_HOLDER: usize = 4;
    let start = cursor.at;
    while let Some(ink) = cursor.ink.get(cursor.at).filter(|ink| is_han(ink.c)) {
        let length = cursor.at - start;
        let starts_another = length > 1 && (ink.spaced || OFFICES.open(cursor.rest()));
        if length == LONGEST_HOLDER || starts_another {
            break;
        }
        cursor.at += 1;
    }
    // 编辑:我们村子里已经三个月没有看到电影了 writes to one.
    let goes_on = |ink: &Ink| is_han(ink.c) && !ink.spaced;
    let is_office = OFFICES.open(cursor.rest());
    cursor.at > start && (is_office || !cursor.rest().first().is_some_and(goes_on))
}

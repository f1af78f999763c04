//! What do digits at a seam, and what they count, say for a join?

use super::when;
use crate::cursor::{Cursor, ends_with};
use crate::lexicon::Class;
use crate::opening::FirstWord;
use crate::source::Ink;
use crate::wordlist::Chars;

/// 7月23日 and 2025年 begin paragraphs, 万 and 个 do not.
pub fn number(b: &[Ink]) -> f32 {
    let mut cursor = Cursor::of(b);
    cursor.year();
    if cursor.month_day().is_some() {
        return -0.65;
    }
    let mut cursor = Cursor::of(b);
    if cursor.number().is_none() {
        return 0.0;
    }
    match cursor.peek() {
        Some('年') => -1.75,
        Some('月') => -1.6,
        Some('日') => -0.75,
        Some('时' | '岁') => -1.3,
        Some('万') => 1.2,
        Some('个' | '亿') => 0.4,
        _ => 0.0,
    }
}

/// After digits come more of them, or what they count.
pub fn after_digit(right: &FirstWord) -> f32 {
    match right.class {
        _ if right.run.is_empty() => 1.8,
        Class::Measure | Class::Numeral => 1.8,
        // 3500 | 人
        _ if right.length == 1 => 0.0,
        _ => -2.1,
    }
}

/// 到今年 | 11月底, 自 | 2023年下半年启动以来: here a number goes on as often as not.
pub fn wants_number(a: &[Ink]) -> bool {
    static WANT: Chars = Chars::of("第到至自于从在");
    a.last().is_some_and(|last| WANT.has(last.c))
        || ["今年", "去年", "明年", "同年", "另一"].iter().any(|end| ends_with(a, end))
}

/// 50多, 3万: a number that wants to know of what.
pub fn ends_count(a: &[Ink]) -> bool {
    matches!(a, [.., number, unit] if number.c.is_ascii_digit() && "多余万亿".contains(unit.c))
}

pub fn after_count(right: &FirstWord) -> f32 {
    let is_none = matches!(
        right.class,
        Class::Verb
            | Class::Preposition
            | Class::Adverb
            | Class::Pronoun
            | Class::Time
            | Class::Adjective
            | Class::Place
            | Class::Person
    );
    when(is_none, -3.0)
}

/// 一年收入五万元: what goes on behind a sum mostly begins with a mark.
pub fn ends_amount(a: &[Ink]) -> bool {
    let [.., number, unit] = a else { return false };
    let is_number = |c: char| c.is_ascii_digit() || "零一二三四五六七八九十百千万亿".contains(c);
    matches!(unit.c, '元' | '%' | '岁') && is_number(number.c)
}

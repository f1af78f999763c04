//! Which day is it by another calendar, in the week, in English? What stands beside the day of a head.

use crate::cursor::Cursor;
use crate::wordlist::{Chars, Words};

/// 星期四, 周四.
pub fn weekday(cursor: &mut Cursor) -> bool {
    static WEEKS: Words = Words::of(&["星期", "周", "礼拜"]);
    cursor.eat_of(&WEEKS).is_some() && cursor.eat_if(|c| "一二三四五六日天".contains(c)).is_some()
}

/// 农历乙巳年六月三十.
pub fn lunar(cursor: &mut Cursor) -> bool {
    static CALENDARS: Words = Words::of(&["农历", "夏历", "古历", "旧历", "阴历"]);
    const DAYS: &str =
        "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥年月闰正初一二三四五六七八九十廿卅冬腊大小";
    let start = *cursor;
    let is_named = cursor.eat_of(&CALENDARS).is_some();
    static STEMS: Chars = Chars::of("甲乙丙丁戊己庚辛壬癸");
    let stem = cursor.eat_if(|c| STEMS.has(c));
    let branch = stem.and_then(|_| cursor.eat_if(|c| "子丑寅卯辰巳午未申酉戌亥".contains(c)));
    let is_dated_so = branch.is_some() && cursor.sees("年");
    if !is_named && !is_dated_so {
        *cursor = start;
        return false;
    }
    while cursor.eat_if(|c| DAYS.contains(c)).is_some() {}
    true
}

/// SATURDAY, JANUARY 20, 2007: the name of a day or month, and the numbers behind it.
pub fn english_day(cursor: &mut Cursor) -> bool {
    const NAMES: [&str; 19] = [
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may", "jun",
        "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    const SHORTEST: usize = 3;
    let rest = cursor.rest();
    let length = rest.iter().take_while(|ink| ink.c.is_ascii_alphabetic()).count();
    let opens =
        |name: &str| rest.iter().zip(name.chars()).all(|(ink, c)| ink.c.to_ascii_lowercase() == c);
    if length < SHORTEST || !NAMES.iter().any(|name| opens(name)) {
        return false;
    }
    cursor.at += length;
    while cursor.eat_if(|c| c.is_ascii_digit() || matches!(c, ',' | '.')).is_some() {}
    true
}

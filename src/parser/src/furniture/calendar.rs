//! Which day is it by another calendar, in the week, in English? What stands beside the day of a head.

use crate::cursor::{Cursor, is_numeral};
use crate::dating::Weekday;
use crate::wordlist::{Chars, Words};

/// 星期四, 周四: 4; 0 for Sunday.
pub fn weekday(cursor: &mut Cursor) -> Option<Weekday> {
    static WEEKS: Words = Words::of(&["星期", "周", "礼拜"]);
    cursor.eat_of(&WEEKS)?;
    let day = cursor.eat_if(|c| "日天一二三四五六".contains(c))?;
    Some(Weekday("日一二三四五六".chars().position(|other| other == day).unwrap_or(0)))
}

/// 农历乙巳年六月三十, 藏历铁兔年五月初一, 光绪三十三年四月初二日; it stops where the paper's name may begin.
pub fn lunar(cursor: &mut Cursor) -> bool {
    // What none of the rest begins with, as nearly all characters of a line.
    static OPENINGS: Chars = Chars::of("农夏古旧阴藏嘉道咸同光宣甲乙丙丁戊己庚辛壬癸闰正冬腊");
    if !cursor.peek().is_some_and(|c| OPENINGS.has(c) || is_numeral(c)) {
        return false;
    }
    static CALENDARS: Words = Words::of(&["农历", "夏历", "古历", "旧历", "阴历", "藏历"]);
    let is_named = cursor.eat_of(&CALENDARS).is_some();
    let has_year = lunar_year(cursor, is_named);
    if is_named || has_year {
        lunar_month(cursor);
        lunar_day(cursor);
    }
    is_named || has_year || bare_lunar(cursor)
}

/// 正月初九, 七月廿八: no other calendar counts its days so.
fn bare_lunar(cursor: &mut Cursor) -> bool {
    let start = *cursor;
    lunar_month(cursor);
    let month = cursor.at;
    let is_lunar = month > start.at && (cursor.sees("初") || cursor.sees("廿"));
    if is_lunar {
        lunar_day(cursor);
    }
    let is_day = is_lunar && cursor.at > month;
    if !is_day {
        *cursor = start;
    }
    is_day
}

/// 乙巳年, 乙巳蛇年, 乙巳(蛇)年, 宣统元年; under the calendar's name 铁兔年, 蛇年 and 二〇二五年, too.
fn lunar_year(cursor: &mut Cursor, is_named: bool) -> bool {
    static STEMS: Chars = Chars::of("甲乙丙丁戊己庚辛壬癸");
    static BRANCHES: Chars = Chars::of("子丑寅卯辰巳午未申酉戌亥");
    static ELEMENTS: Chars = Chars::of("木火土铁水");
    static ANIMALS: Chars = Chars::of("鼠牛虎兔龙蛇马羊猴鸡狗猪");
    static REIGNS: Words = Words::of(&["嘉庆", "道光", "咸丰", "同治", "光绪", "宣统"]);
    let start = *cursor;
    let has_count = if cursor.eat_of(&REIGNS).is_some() {
        cursor.eat("元") || cursor.number().is_some()
    } else {
        is_named && cursor.number().is_some()
    };
    let is_paired =
        cursor.eat_if(|c| STEMS.has(c)).is_some() && cursor.eat_if(|c| BRANCHES.has(c)).is_some();
    cursor.eat_if(|c| matches!(c, '阴' | '阳'));
    cursor.eat_if(|c| ELEMENTS.has(c));
    cursor.eat("(");
    let has_animal = cursor.eat_if(|c| ANIMALS.has(c)).is_some();
    cursor.eat(")");
    let is_told = has_count || is_paired || has_animal && is_named;
    let is_year = is_told && cursor.eat("年");
    if !is_year {
        *cursor = start;
    }
    is_year
}

/// 正月, 闰六月, 三月大.
fn lunar_month(cursor: &mut Cursor) {
    let start = *cursor;
    cursor.eat("闰");
    let is_month = cursor.eat_if(|c| "正冬腊".contains(c)).is_some() || cursor.number().is_some();
    if !(is_month && cursor.eat("月")) {
        *cursor = start;
        return;
    }
    // 三月大 初一, but 三月十四大理日报.
    let month = *cursor;
    if cursor.eat_if(|c| matches!(c, '大' | '小')).is_some() && !cursor.sees("初") {
        *cursor = month;
    }
}

/// 初一, 十四, 廿四日; no 3 that stands apart, and no 三 of 三版.
fn lunar_day(cursor: &mut Cursor) {
    const MOST_DAYS: u16 = 30;
    let start = *cursor;
    let is_early = cursor.eat("初");
    let is_apart = cursor.rest().first().is_none_or(|ink| ink.spaced && ink.c.is_ascii_digit());
    let is_day = if is_early {
        cursor.eat_if(|c| "一二三四五六七八九十".contains(c)).is_some()
    } else {
        let word = cursor.rest().iter().skip(1).position(|ink| ink.spaced);
        let end = word.map_or(cursor.ink.len(), |length| cursor.at + 1 + length);
        let mut own = Cursor { ink: &cursor.ink[..end], at: cursor.at };
        let day = own.number();
        cursor.at = own.at;
        !is_apart && day.is_some_and(|day| (1..=MOST_DAYS).contains(&day))
    };
    cursor.eat("日");
    if !is_day || cursor.sees("版") || cursor.sees("页") {
        *cursor = start;
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn a_day_of_another_calendar_ends_where_the_next_word_begins() {
        for (text, rest) in [
            ("农历己亥年三月十四 大理日报", "大理日报"),
            ("农历己亥年三月十四大理日报", "大理日报"),
            ("农历三月大初一 要闻", "要闻"),
            ("农历丁酉年十二月廿四 星期五", "星期五"),
            ("夏曆乙丑年正月十三日", ""),
            ("藏历铁兔年五月初一 第一版", "第一版"),
            ("藏历阴铁兔年五月初一", ""),
            ("乙巳(蛇)年闰六月初二 三版", "三版"),
            ("光绪三十三年四月初二日大公报", "大公报"),
            ("农历蛇年腊月三十 二版", "二版"),
            ("农历三月 3 要闻", "3要闻"),
            ("农历六月 三版", "三版"),
            ("正月初九 河口晨报", "河口晨报"),
        ] {
            let source = Source::of(text);
            let mut cursor = Cursor::of(&source.ink);
            assert!(lunar(&mut cursor), "{text}");
            assert_eq!(cursor.rest().iter().map(|ink| ink.c).collect::<String>(), rest, "{text}");
        }
        for text in ["马年说马", "甲子园", "光绪皇帝", "三月十四", "十月初版", "水牛年画"]
        {
            assert!(!lunar(&mut Cursor::of(&Source::of(text).ink)), "{text}");
        }
    }
}

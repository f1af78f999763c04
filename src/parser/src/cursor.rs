//! Does the text go on with this word? A reader of folded ink, one step at a time.

use crate::source::Ink;
use crate::wordlist::Words;
use ::edition::MonthDay;

/// A place in a run of ink. Every `eat` either steps over what it names or stays.
#[derive(Clone, Copy)]
pub struct Cursor<'i> {
    pub ink: &'i [Ink],
    pub at: usize,
}

impl<'i> Cursor<'i> {
    pub fn of(ink: &'i [Ink]) -> Self {
        Self { ink, at: 0 }
    }

    pub fn rest(&self) -> &'i [Ink] {
        &self.ink[self.at..]
    }

    pub fn peek(&self) -> Option<char> {
        self.ink.get(self.at).map(|ink| ink.c)
    }

    pub fn is_done(&self) -> bool {
        self.at >= self.ink.len()
    }

    pub fn sees(&self, word: &str) -> bool {
        starts_with(self.rest(), word)
    }

    pub fn eat(&mut self, word: &str) -> bool {
        let sees = self.sees(word);
        if sees {
            self.at += word.chars().count();
        }
        sees
    }

    pub fn eat_of(&mut self, words: &Words) -> Option<&'static str> {
        let word = words.opening(self.rest())?;
        self.at += word.chars().count();
        Some(word)
    }

    pub fn eat_any(&mut self, words: &[&'static str]) -> Option<&'static str> {
        words.iter().copied().find(|word| self.eat(word))
    }

    pub fn eat_if(&mut self, is: impl Fn(char) -> bool) -> Option<char> {
        let c = self.peek().filter(|c| is(*c))?;
        self.at += 1;
        Some(c)
    }

    /// A number of ASCII or Chinese digits up to 9999.
    pub fn number(&mut self) -> Option<u16> {
        self.ascii_number().or_else(|| self.chinese_number())
    }

    fn ascii_number(&mut self) -> Option<u16> {
        let start = self.at;
        let mut value: u16 = 0;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            if self.at - start == 4 || self.at > start && self.begins_number() {
                break;
            }
            value = value * 10 + digit as u16;
            self.at += 1;
        }
        (self.at > start).then_some(value)
    }

    /// 4 2024年: behind a space stands a number of several digits. Single ones set apart are one number: 2 0 2 4年.
    fn begins_number(&self) -> bool {
        matches!(self.rest(), [first, second, ..]
            if first.spaced && !second.spaced && second.c.is_ascii_digit())
    }

    /// 七, 十七, 二十三, 二零二五 …
    fn chinese_number(&mut self) -> Option<u16> {
        let start = self.at;
        let (mut value, mut tens) = (0u16, false);
        while self.at - start < 4 {
            match self.peek() {
                Some('十') if !tens => {
                    value = value.max(1) * 10;
                    tens = true;
                }
                Some(c @ ('廿' | '卅')) if value == 0 && !tens => {
                    value = if c == '廿' { 20 } else { 30 };
                    tens = true;
                }
                Some(c) => match chinese_digit(c) {
                    Some(digit) if tens => value += digit,
                    Some(digit) => value = value * 10 + digit,
                    // 一○五, written with a circle; before a number it is a mark.
                    None if c == '○' && self.at > start => value *= 10,
                    None => break,
                },
                None => break,
            }
            self.at += 1;
        }
        (self.at > start).then_some(value)
    }

    /// `M月D日`, also 7月23日晚 up to the 日.
    pub fn month_day(&mut self) -> Option<MonthDay> {
        let start = self.at;
        let date = self.try_month_day();
        if date.is_none() {
            self.at = start;
        }
        date
    }

    fn try_month_day(&mut self) -> Option<MonthDay> {
        let month = self.number()?;
        self.eat("月").then_some(())?;
        let day = self.number()?;
        self.eat("日").then_some(())?;
        MonthDay::new(u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    /// `Y年`; 民国一一四年 as 2025.
    pub fn year(&mut self) -> Option<u16> {
        let start = self.at;
        const REPUBLIC: u16 = 1911;
        let before = if self.eat("中华民国") || self.eat("民国") { REPUBLIC } else { 0 };
        // 民国一百年, 民国一百零三年
        const HUNDRED: u16 = 100;
        let number = if before > 0 && self.eat("一百") {
            self.eat("零");
            Some(HUNDRED + self.number().unwrap_or(0))
        } else {
            self.number()
        };
        let year = number.filter(|_| self.eat("年")).map(|year| year.saturating_add(before));
        let known = year.filter(|year| YEARS.contains(year));
        if known.is_none() {
            self.at = start;
        }
        known
    }
}

/// Those that a page may be of, or speak of as its own: papers in Chinese begin with the nineteenth century.
pub const YEARS: std::ops::Range<u16> = 1800..2200;

/// Whether a number may begin with it.
pub fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '十' | '廿' | '卅') || chinese_digit(c).is_some()
}

fn chinese_digit(c: char) -> Option<u16> {
    Some(match c {
        '零' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

pub fn starts_with(ink: &[Ink], word: &str) -> bool {
    let mut ink = ink.iter();
    word.chars().all(|c| ink.next().is_some_and(|ink| ink.c == c))
}

pub fn ends_with(ink: &[Ink], word: &str) -> bool {
    let mut ink = ink.iter().rev();
    word.chars().rev().all(|c| ink.next().is_some_and(|ink| ink.c == c))
}

/// Where `word` first stands.
pub fn find(ink: &[Ink], word: &str) -> Option<usize> {
    let first = word.chars().next()?;
    (0..ink.len()).find(|at| ink[*at].c == first && starts_with(&ink[*at..], word))
}

pub fn contains(ink: &[Ink], word: &str) -> bool {
    find(ink, word).is_some()
}

pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn dates_are_read_in_every_writing() {
        for (text, date) in [
            ("7月23日晚", Some("7月23日")),
            ("１２月３日", Some("12月3日")),
            ("十二月二十三日", Some("12月23日")),
            ("13月3日", None),
            ("7月", None),
        ] {
            let source = Source::of(text);
            let read = Cursor::of(&source.ink).month_day().map(|day| day.to_string());
            assert_eq!(read.as_deref(), date, "{text}");
        }
        for (text, year) in [
            ("中華民國一一四年7月1日", 2025),
            ("中華民國一○五年七月一日", 2016),
            ("二○二五年", 2025),
            ("民國一百年", 2011),
            ("民國一百零三年", 2014),
        ] {
            assert_eq!(Cursor::of(&Source::of(text).ink).year(), Some(year), "{text}");
        }
    }
}

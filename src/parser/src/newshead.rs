//! How does a lead open? 本报讯(记者 X)7月23日, 新华社北京7月23日电, 〔記者X／台東報導〕 ….

use crate::credit::{Credit, Person, credit};
use crate::cursor::{Cursor, is_han};
use crate::source::Ink;
use crate::words::HOUSES;
use ::edition::MonthDay;
use std::ops::Range;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewsHead {
    /// Characters of the head itself.
    pub length: usize,
    pub people: Vec<Person>,
    /// In the head, else directly after it.
    pub date: Option<MonthDay>,
    pub place: Option<Range<usize>>,
}

/// The wire or report head that a piece opens with.
pub fn news_head(ink: &[Ink]) -> Option<NewsHead> {
    let mut cursor = Cursor::of(ink);
    let mut head = NewsHead::default();
    while cursor.eat_if(is_bullet).is_some() {}
    let start = cursor.at;
    let named = wire(&mut cursor, &mut head);
    if named.is_none() {
        cursor.at = start;
    }
    // Two brackets may follow: 本报讯(记者 X)(通讯员 Y).
    let mut bracket = false;
    while let Some(read) = bracketed(&mut cursor) {
        bracket = true;
        head.place = head.place.take().or(read.place);
        head.people.extend(read.people);
    }
    if named.is_none() && (!bracket || head.people.is_empty() && head.place.is_none()) {
        return None;
    }
    while cursor.eat_if(|c| matches!(c, ':' | ',')).is_some() {}
    head.length = cursor.at;
    head.date = head.date.or_else(|| opening_date(cursor.rest()));
    Some(head)
}

/// The head that two pieces make together where the dump cut it: 新华社成都3月6 | 日电(记者 X).
pub fn cut_head(ink: &[Ink], next: &[Ink]) -> Option<NewsHead> {
    const LONGEST_HEAD: usize = 60;
    if ink.is_empty() || ink.len() > LONGEST_HEAD || news_head(next).is_some() {
        return None;
    }
    let opens = ink.iter().take(2).any(|ink| matches!(ink.c, '(' | '【'))
        || HOUSES.iter().any(|house| {
            crate::cursor::starts_with(ink, house) || house.starts_with(ink[0].c) && ink.len() < 3
        })
        || ink[0].c == '据';
    if !opens {
        return None;
    }
    let both: Vec<Ink> = ink.iter().chain(next.iter().take(LONGEST_HEAD)).copied().collect();
    news_head(&both).filter(|head| head.length > ink.len())
}

/// Marks before the items of a list of briefs.
pub fn is_bullet(c: char) -> bool {
    "●○■□◆◇▲△★☆◎▪•*※".contains(c)
}

/// The date with which a text opens: 7月23日, but not 7月23日至25日.
pub fn opening_date(ink: &[Ink]) -> Option<MonthDay> {
    let mut cursor = Cursor::of(ink);
    while cursor.eat_if(is_bullet).is_some() {}
    cursor.year();
    let date = cursor.month_day()?;
    let is_span = cursor.peek().is_some_and(|c| matches!(c, '至' | '-' | '—' | '到' | '~'));
    (!is_span).then_some(date)
}

/// 本报讯, 本报7月23日讯, 据新华社北京7月23日电.
fn wire(cursor: &mut Cursor, head: &mut NewsHead) -> Option<()> {
    cursor.eat("据");
    let own = cursor.eat_any(&HOUSES).is_some() || other_house(cursor);
    if !own {
        return None;
    }
    const LONGEST_PLACE: usize = 8;
    for _ in 0..=LONGEST_PLACE {
        if let Some(date) = cursor.month_day() {
            head.date = Some(date);
        }
        if cursor
            .eat_any(&["综合讯", "综合消息", "专讯", "专电", "讯", "电", "消息", "特稿"])
            .is_some()
        {
            // 本报记者 X 通讯员 Y is no 本报…讯.
            return (!cursor.sees("员")).then_some(());
        }
        cursor.eat_if(|c| is_han(c) || c == '、' || c.is_ascii_digit())?;
    }
    None
}

/// 运城日报讯, 中国网讯: a house that the list does not have.
fn other_house(cursor: &mut Cursor) -> bool {
    const LONGEST_HOUSE: usize = 8;
    let rest = cursor.rest();
    let end = (2..rest.len().min(LONGEST_HOUSE)).find(|at| {
        matches!(rest[at - 1].c, '报' | '社' | '网' | '台') && matches!(rest[*at].c, '讯' | '消')
    });
    match end {
        Some(end) if rest[..end].iter().all(|ink| is_han(ink.c)) => {
            cursor.at += end;
            true
        }
        _ => false,
    }
}

/// A credit in brackets, at the cursor.
fn bracketed(cursor: &mut Cursor) -> Option<Credit> {
    const LONGEST_BRACKET: usize = 60;
    let rest = cursor.rest();
    let close = match cursor.peek()? {
        '(' => ')',
        '【' => '】',
        _ => return None,
    };
    let end = rest.iter().take(LONGEST_BRACKET).position(|ink| ink.c == close)? + 1;
    let mut read = credit(&rest[..end]).filter(|read| read.firm && !read.is_photo)?;
    let at = cursor.at;
    let shift = |range: &mut Range<usize>| *range = range.start + at..range.end + at;
    for person in &mut read.people {
        shift(&mut person.name);
        person.role.as_mut().map(shift);
    }
    read.place.as_mut().map(shift);
    cursor.at += end;
    Some(read)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn shown(text: &str) -> String {
        let source = Source::of(text);
        match news_head(&source.ink) {
            None => "–".into(),
            Some(head) => {
                let names: Vec<&str> =
                    head.people.iter().map(|person| source.span(&person.name).of(text)).collect();
                let date = head.date.map_or(String::new(), |date| date.to_string());
                format!("{} {date} {}", source.span(&(0..head.length)).of(text), names.join(","))
            }
        }
    }

    #[test]
    fn every_report_head_is_read() {
        for (text, read) in [
            ("本报讯(记者 付 炎)7月21日,全市", "本报讯(记者 付 炎) 7月21日 付 炎"),
            ("本报讯 近年来,闻喜县", "本报讯  "),
            (
                "新华社北京7月23日电(记者姜萍、龙清峰)国家",
                "新华社北京7月23日电(记者姜萍、龙清峰) 7月23日 姜萍,龙清峰",
            ),
            ("据新华社北京10月14日电　胡杨是", "据新华社北京10月14日电 10月14日 "),
            (
                "本报3月6日讯(记者 刘行 金书子) 今天(6月25日)",
                "本报3月6日讯(记者 刘行 金书子) 3月6日 刘行,金书子",
            ),
            (
                "〔記者杜　涵、李柏人／高雄報導〕九○後",
                "〔記者杜　涵、李柏人／高雄報導〕  杜　涵,李柏人",
            ),
            ("运城日报讯 昨天", "运城日报讯  "),
            ("本报记者从有关部门获悉", "–"),
            ("(三)加强领导", "–"),
        ] {
            assert_eq!(shown(text), read, "{text}");
        }
    }
}

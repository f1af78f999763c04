//! Where, when and by whom was it published, in fields as websites set them below a headline?

use crate::cursor::{Cursor, is_han};
use crate::furniture::parts::day;
use crate::source::Ink;
use crate::wordlist::Words;
use std::ops::Range;

/// Fields whose value is a day or a number …
static COUNTED: Words = Words::of(&[
    "发布时间",
    "发布日期",
    "发稿时间",
    "更新时间",
    "时间",
    "日期",
    "本文字数",
    "字数",
    "浏览次数",
    "浏览量",
    "浏览数",
    "浏览",
    "阅读次数",
    "阅读量",
    "阅读数",
    "阅读",
    "点击次数",
    "点击量",
    "点击数",
    "点击率",
    "点击",
    "访问量",
    "评论数",
    "点赞数",
]);
/// … those that may be of anything: 时间 of a meeting, 阅读 of a pupil …
static ANY: Words = Words::of(&["时间", "日期", "浏览", "阅读", "点击"]);
/// … whose value is a word …
static NAMED: Words = Words::of(&[
    "信息来源",
    "文章来源",
    "稿件来源",
    "来源",
    "稿源",
    "责任编辑",
    "编辑",
    "责编",
    "发布人",
    "发布者",
    "录入",
    "标签",
]);
/// … and whose value is whoever wrote it.
static WRITERS: Words = Words::of(&["本报记者", "记者", "通讯员", "作者"]);

/// What the fields of a line say together.
#[derive(Default)]
struct Fields {
    all: usize,
    /// Fields that only a site has, and days as it writes them.
    of_site: usize,
    /// A day stands among them without the minute: alone it may be the page's.
    is_day: bool,
    /// It says where the text was first, or who looks after it.
    named: usize,
    /// From the key of the first writer to the end of the last one.
    writers: Option<Range<usize>>,
}

/// 2025-07-24 08:12 来源:河东日报, 发布时间:2025年07月24日 字数:312, and nobody who wrote it: two fields of a website.
pub fn is_described(ink: &[Ink]) -> bool {
    is_posted(ink)
        || read(ink)
            .is_some_and(|fields| fields.writers.is_none() && fields.all > 1 && fields.of_site > 0)
}

/// 发布时间:2025年07月24日, 字数:312, 作者:, 2025-07-24 08:12: one field, which books and notices have, too.
pub fn is_one_field(ink: &[Ink]) -> bool {
    read(ink).is_some_and(|fields| {
        fields.writers.is_none() && fields.all == 1 && fields.of_site == 1 && !fields.is_day
    })
}

/// 2025-07-24 08:12, 发布时间:…: whatever stands in it is no number of a page.
pub fn has_minute(ink: &[Ink]) -> bool {
    let mut cursor = Cursor::of(ink);
    skip(&mut cursor);
    let opens_field = key(&mut cursor.clone(), &COUNTED).is_some_and(|key| key != "日期");
    opens_field || moment(&mut cursor) == Some(Moment::Minute)
}

/// 阅读 1234: how often it was read, or a row of a table.
pub fn is_counted(ink: &[Ink]) -> bool {
    static COUNTS: Words = Words::of(&[
        "阅读量",
        "阅读",
        "浏览人次",
        "浏览量",
        "浏览",
        "点赞",
        "赞",
        "在看",
        "分享",
        "收藏",
        "留言",
        "评论",
        "点击",
    ]);
    let mut cursor = Cursor::of(ink);
    let is_apart = cursor.eat_of(&COUNTS).is_some()
        && (cursor.eat_if(|c| c == ':').is_some()
            || cursor.rest().first().is_some_and(|next| next.spaced));
    is_apart && number(&mut cursor) && cursor.is_done()
}

/// 2025-07-24, 2025年7月24日 08:12, and no more: 4月23日 is of a programme.
pub fn is_moment(ink: &[Ink]) -> bool {
    let mut cursor = Cursor::of(ink);
    if cursor.year().is_some() && cursor.month_day().is_some() && cursor.is_done() {
        return true;
    }
    let mut cursor = Cursor::of(ink);
    if moment(&mut cursor) > Some(Moment::Day) {
        return cursor.is_done();
    }
    let mut cursor = Cursor::of(ink);
    if time(&mut cursor) {
        return cursor.is_done();
    }
    // 2024年5月
    let mut month = Cursor::of(ink);
    month.year().is_some() && month.number().is_some() && month.eat("月") && month.is_done()
}

/// 河东融媒 2025-09-20 08:30 山西: the account, the minute and the place. 篮球 2025年9月21日 09:00 is of a timetable.
fn is_posted(ink: &[Ink]) -> bool {
    const LONGEST: usize = 12;
    static ACCOUNTS: Words = Words::of(&[
        "融媒",
        "发布",
        "日报",
        "晚报",
        "晨报",
        "在线",
        "网",
        "传媒",
        "电视台",
        "新闻",
        "之声",
        "报",
    ]);
    let Some(start) = ink.iter().take(LONGEST).position(|ink| ink.c.is_ascii_digit()) else {
        return false;
    };
    let mut cursor = Cursor { ink, at: start };
    let dated = day(&mut cursor).is_some_and(|date| date.year.is_some());
    dated && time(&mut cursor) && {
        let rest = cursor.rest();
        let is_named = |ink: &[Ink]| ink.len() <= LONGEST && ink.iter().all(|ink| is_han(ink.c));
        ink[start].spaced
            && ACCOUNTS.end(&ink[..start])
            && is_named(&ink[..start])
            && is_named(rest)
            && rest.first().is_none_or(|first| first.spaced)
    }
}

/// 作者:张明 of 来源:河东日报 作者:张明 时间:2025-07-24 08:12.
pub fn writer_of(ink: &[Ink]) -> Option<Range<usize>> {
    let fields = read(ink)?;
    fields.writers.filter(|writers| writers.len() < ink.len() && fields.of_site + fields.named > 0)
}

fn read(ink: &[Ink]) -> Option<Fields> {
    const LONGEST: usize = 100;
    let mut cursor = Cursor::of(ink);
    skip(&mut cursor);
    let opens = |rest: &[Ink]| {
        rest.first().is_some_and(|first| first.c.is_ascii_digit())
            || [&COUNTED, &NAMED, &WRITERS].iter().any(|list| list.may_open(rest))
    };
    if ink.len() > LONGEST || !opens(cursor.rest()) {
        return None;
    }
    let mut fields = Fields::default();
    while !cursor.is_done() {
        let start = cursor.at;
        fields.all += 1;
        if let Some(key) = key(&mut cursor, &COUNTED) {
            let is_any = ANY.iter().any(|any| any == key);
            let dated = moment(&mut cursor);
            if dated.is_none() && !number(&mut cursor) {
                return None;
            }
            fields.of_site += usize::from(!is_any || dated > Some(Moment::Day));
            // 时间:2025年8月1日 09:00 alone is when something takes place.
            fields.is_day |= is_any;
        } else if let Some(key) = key(&mut cursor, &NAMED) {
            cursor.at = value_end(&cursor);
            // Papers have none.
            let is_tag = key == "标签";
            fields.of_site += usize::from(is_tag);
            fields.named += usize::from(!is_tag);
        } else if key(&mut cursor, &WRITERS).is_some() {
            let value = cursor.at;
            cursor.at = value_end(&cursor);
            // 作者: and nobody
            if cursor.at == value {
                fields.of_site += 1;
                continue;
            }
            let first = fields.writers.as_ref().map_or(start, |writers| writers.start);
            fields.writers = Some(first..cursor.at);
        } else {
            // 2025年7月24日 is no sign of a site.
            let moment = moment(&mut cursor)?;
            fields.of_site += usize::from(moment > Moment::Day);
            fields.is_day |= moment < Moment::Minute;
        }
        skip(&mut cursor);
    }
    Some(fields)
}

/// The key that stands here, with its colon.
fn key(cursor: &mut Cursor, keys: &Words) -> Option<&'static str> {
    let start = *cursor;
    let key = cursor.eat_of(keys);
    let marked = key.is_some() && cursor.eat_if(|c| matches!(c, ':' | '|')).is_some();
    if !marked {
        *cursor = start;
        return None;
    }
    key
}

/// Up to the next key behind a space.
fn value_end(cursor: &Cursor) -> usize {
    let ends = |at: &usize| {
        let mut next = Cursor { ink: cursor.ink, at: *at };
        let is_key = [&COUNTED, &NAMED, &WRITERS].iter().any(|keys| key(&mut next, keys).is_some());
        let is_mark = matches!(cursor.ink[*at].c, '|' | '】' | ')');
        is_mark || cursor.ink[*at].spaced && (is_key || moment(&mut next).is_some())
    };
    (cursor.at..cursor.ink.len()).find(ends).unwrap_or(cursor.ink.len())
}

/// How a day is written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Moment {
    /// 7月24日, 2025年7月24日, 08:12
    Day,
    /// 2025-07-24
    Figures,
    /// 2025-07-24 08:12
    Minute,
}

fn moment(cursor: &mut Cursor) -> Option<Moment> {
    let start = *cursor;
    let date = day(cursor);
    if date.is_none() {
        *cursor = start;
    }
    let in_figures = cursor.ink[start.at..cursor.at].iter().any(|ink| matches!(ink.c, '-' | '/'));
    let has_time = time(cursor);
    let has_year = date.is_some_and(|date| date.year.is_some());
    match (has_year && has_time, has_year && in_figures) {
        (true, _) => Some(Moment::Minute),
        (_, true) => Some(Moment::Figures),
        _ => (date.is_some() || has_time).then_some(Moment::Day),
    }
}

/// 08:12, 8:12:33
fn time(cursor: &mut Cursor) -> bool {
    let rest = cursor.rest();
    let end = rest.iter().take_while(|ink| ink.c.is_ascii_digit() || ink.c == ':').count();
    let parts = rest[..end].split(|ink| ink.c == ':');
    let is_part = |part: &[Ink]| (1..=2).contains(&part.len());
    let told = (2..=3).contains(&parts.clone().count()) && parts.into_iter().all(is_part);
    cursor.at += if told { end } else { 0 };
    told
}

/// 312, 1.2万次
fn number(cursor: &mut Cursor) -> bool {
    let start = cursor.at;
    while cursor.eat_if(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).is_some() {}
    let counted = cursor.at > start;
    while counted && cursor.eat_if(|c| "万次字个".contains(c)).is_some() {}
    counted && cursor.peek().is_none_or(|c| !is_han(c) || cursor.rest()[0].spaced)
}

fn skip(cursor: &mut Cursor) {
    while cursor.eat_if(|c| matches!(c, '|' | '(' | ')' | '【' | '】' | '·' | ',')).is_some() {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn fields_without_a_writer_are_of_the_site() {
        for line in [
            "2025-07-24 08:12 来源：河东日报",
            "2025-07-24 08:12:33 来源：河东日报 作者：",
            "（2025年07月24日） 字数：312",
            "来源：河东日报 发布时间：2025-07-24 浏览次数：1.2万",
            "河东融媒 2025-09-20 08:30 山西",
        ] {
            assert!(is_described(&Source::of(line).ink), "{line}");
        }
        for line in [
            "发布时间：2025年07月24日",
            "字数：312",
            "2025-07-24 08:12",
            "作者：",
            "标签：农业 水利",
        ] {
            let ink = Source::of(line).ink;
            assert!(is_one_field(&ink) && !is_described(&ink), "{line}");
        }
        for line in [
            "来源：新华社 2025年7月24日",
            "来源：《健康报》 2025年7月20日",
            "篮球 2025年9月21日 09:00 奥体中心",
            "时间：2025年7月20日",
            "时间：2025年8月1日 09:00",
            "截至2025-09-20 08:30 水位下降",
            "来源：河东日报",
            "时间：7月3日 地点：文化馆",
            "日期：7月3日 时间：9:00",
            "责任编辑：王芳 校对：李强",
            "2025年7月24日",
            "2025-07-24",
            "阅读：30",
        ] {
            let ink = Source::of(line).ink;
            assert!(!is_one_field(&ink) && !is_described(&ink), "{line}");
        }
    }

    #[test]
    fn a_field_names_whoever_wrote_it() {
        let written = |line: &str| {
            let source = Source::of(line);
            writer_of(&source.ink).map(|range| source.span(&range).of(line).to_owned())
        };
        let told = |line| written(line).unwrap_or_default();
        assert_eq!(told("来源：河东日报 作者：张明 时间：2025-07-24 08:12"), "作者：张明");
        assert_eq!(
            told("2025-07-24 记者：王 芳 通讯员：李亮 编辑：张平"),
            "记者：王 芳 通讯员：李亮"
        );
        assert_eq!(written("作者：张明"), None);
        assert_eq!(written("作者：张明 单位：河口小学"), None);
    }
}

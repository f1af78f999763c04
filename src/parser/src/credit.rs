//! Who wrote or photographed it? Byline lines, sign-offs and photo credits.

mod glued;
mod house;
mod known;
mod pictured;
mod trailing;
mod unit;

pub use self::glued::name_before_place;
pub use self::trailing::trailing;

use crate::cursor::{Cursor, ends_with, find, is_han, starts_with};
use crate::newshead::is_bullet;
use crate::people;
use crate::source::Ink;
use crate::wordlist::{WordList, Words};
use crate::words::{HOUSES, ROLES, ROLES_AFTER};
use std::ops::Range;
use std::sync::LazyLock;

/// A person, as ranges of the ink that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub name: Range<usize>,
    pub role: Option<Range<usize>>,
}

/// What a credit says, read to its last character.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credit {
    pub people: Vec<Person>,
    /// 本报, 新华社 …, a role, or a mark such as □ stands in it: it cannot be anything else.
    pub firm: bool,
    /// It says 摄, 摄影报道, 供图 …: it belongs to a photograph.
    pub is_photo: bool,
    /// It says 文/图: whoever wrote it made the pictures, too.
    pub is_pictured: bool,
    /// 台東 of ／台東報導.
    pub place: Option<Range<usize>>,
    /// It stands in brackets.
    pub bracketed: bool,
    /// It begins with □, ■ ….
    pub bulleted: bool,
    /// It names a reporter, a house or a place of report: whoever wrote a poem is no reporter.
    pub reports: bool,
    /// It names a house, or a place of report: 记者走基层 does not.
    pub sure: bool,
}

/// No credit is longer, in characters.
const LONGEST: usize = 60;

/// Reads a whole piece as a credit.
pub fn credit(ink: &[Ink]) -> Option<Credit> {
    if ink.is_empty()
        || ink.len() > LONGEST
        || ink.iter().any(|ink| matches!(ink.c, '。' | '!' | '?'))
    {
        return None;
    }
    if let Some((person, firm)) = unit::writer(ink) {
        return Some(Credit { people: vec![person], firm, ..Credit::default() });
    }
    if let Some(read) = pictured::pictured(ink) {
        return Some(read);
    }
    let mut read = Credit::default();
    let mut start = 0;
    while ink.get(start).is_some_and(|ink| is_bullet(ink.c) || matches!(ink.c, '·' | '|')) {
        start += 1;
    }
    read.bulleted = start > 0;
    let mut end = shot_for(ink);
    // ·王明·
    if let [first, .., last] = ink
        && first.c == '·'
        && last.c == '·'
    {
        end = end.max(start + 1) - 1;
    }
    if let (Some(open), Some(close)) = (ink.get(start), ink[..end].last())
        && matches!((open.c, close.c), ('(', ')') | ('【', '】'))
        && end - start > 2
    {
        read.bracketed = true;
        start += 1;
        end -= 1;
    }
    let affiliated = unit::affiliated(&ink[start..end]).filter(|_| read.bracketed);
    end = affiliated.map_or(end, |at| start + at);
    read.firm = read.bulleted || affiliated.is_some();
    start += unit::placed(&ink[start..end]).unwrap_or(0);
    let found = inside(&ink[start..end], &mut read).is_some();
    let shift = |range: &mut Range<usize>| *range = range.start + start..range.end + start;
    for person in &mut read.people {
        shift(&mut person.name);
        person.role.as_mut().map(shift);
    }
    read.place.as_mut().map(shift);
    read.reports |= read.sure;
    // 本报讯 眼下,宾川县…: the house has news, and no writer of the family 讯.
    let is_news = read.people.first().is_some_and(|first| {
        let at = first.name.start;
        ink[at].c == '讯' && at.checked_sub(1).is_some_and(|at| "报刊社台网".contains(ink[at].c))
    });
    (found && !is_news && known::is_known(ink, &mut read)).then_some(read)
}

/// Characters of a credit without the agency in brackets behind it: 潘建国摄(人民视觉).
fn shot_for(ink: &[Ink]) -> usize {
    let agency = find(ink, "摄(").map(|shot| shot + 1);
    let names_agency =
        |open: &usize| ["视觉)", "图片)", "供图)"].iter().any(|end| ends_with(&ink[*open..], end));
    agency.filter(names_agency).unwrap_or(ink.len())
}

/// Sources and notes on authors that stand as a sign-off without naming anyone.
static SOURCES: Words = Words::of(&[
    "据新华社",
    "据中新社",
    "据央视",
    "据人民",
    "综合新华社",
    "来源:",
    "来源",
    "摘自",
    "转自",
    "原载",
    "作者单位",
    "作者系",
    "作者分别",
    "作者为",
    "作者:单位",
    "新华社供本报专稿",
    "新华社专电",
]);

fn inside(ink: &[Ink], read: &mut Credit) -> Option<()> {
    // (市税务局12366供稿), (热心读者): a source, or whoever does not say a name.
    let is_source = SOURCES.open(ink)
        || ["供稿", "提供"].iter().any(|end| ends_with(ink, end))
            && (people::names(&ink[..ink.len() - 2]).is_none()
                || unit::unit(&ink[..ink.len() - 2]) == Some(ink.len() - 2));
    let is_archive = unit::supplies_picture(ink);
    if let Some(name) = unit::called(ink).filter(|_| read.bracketed) {
        read.people.push(Person { name, role: None });
        return Some(());
    }
    // (作者系退休教师 葛庆华)
    let signed = ink
        .iter()
        .rposition(|ink| ink.spaced)
        .filter(|at| starts_with(ink, "作者") && people::is_plain(&ink[*at..]));
    if let Some(at) = signed.filter(|_| read.bracketed && is_source) {
        read.people.push(Person { name: at..ink.len(), role: None });
        read.firm = true;
        return Some(());
    }
    if read.bracketed && (is_source || is_archive) {
        read.firm = true;
        read.is_photo |= is_archive;
        return Some(());
    }
    // 新华社发(吕鸣 摄)
    if let Some(open) = find(ink, "发(").filter(|_| ends_with(ink, ")")) {
        let start = open + 2;
        inside(&ink[start..ink.len() - 1], read)?;
        for person in &mut read.people {
            person.name = person.name.start + start..person.name.end + start;
            person.role = person.role.take().map(|role| role.start + start..role.end + start);
        }
        read.firm = true;
        return Some(());
    }
    let mut cursor = Cursor::of(ink);
    let mut role: Option<Range<usize>> = None;
    let mut titled = false;
    let mut named = 0;
    // A role waits for its name.
    let mut open = false;
    while !cursor.is_done() {
        // Behind a role 和 begins a name.
        let joins = |c| c == '和' && !open && !read.people.is_empty();
        if cursor.eat_if(|c| matches!(c, '、' | ',' | '/' | ':' | ';' | '|') || joins(c)).is_some()
        {
            continue;
        }
        // 编译江德修/路透社日内瓦5月15日电
        if !read.people.is_empty() && !open && crate::newshead::is_wire(cursor.rest()) {
            read.sure = true;
            read.firm = true;
            break;
        }
        if house::house(&mut cursor) {
            read.firm = true;
            read.sure = true;
            continue;
        }
        let start = cursor.at;
        // 王明/文 赵强/图: behind a stroke 文 says what stands before it.
        let slashed = start > 0 && ink[start - 1].c == '/' && !read.people.is_empty();
        let closes = slashed && after(cursor.rest(), true, true).is_some();
        if !closes && let Some(word) = eat_role(&mut cursor) {
            read.firm = true;
            titled |= matches!(word, "评论员" | "特约评论员" | "编译" | "整理");
            read.is_photo |= word.contains("摄影报道") || word == "供图";
            // 圖／記者陳鳳麗, but not 文:王明 图:李丽.
            read.is_photo |= matches!(word, "图" | "图片") && read.people.is_empty();
            read.is_photo &= !matches!(word, "文" | "文字");
            read.is_pictured |= word.contains('图') && word.contains('文');
            read.reports |= word.ends_with("记者")
                || matches!(word, "通讯员" | "特约通讯员" | "实习生" | "特派员");
            role = Some(start..cursor.at);
            open = true;
            continue;
        }
        let is_photo_report = starts_with(cursor.rest(), "摄影报道");
        if let Some(place) = report_place(cursor.rest())
            .filter(|_| !read.people.is_empty() && !is_photo_report && !open)
        {
            let place = place.start + cursor.at..place.end + cursor.at;
            read.place = (!place.is_empty()).then_some(place);
            read.sure = true;
            read.firm = true;
            break;
        }
        // 香港文匯報記者 攝: whose photograph it is, without a name.
        if open && read.sure && matches!(cursor.rest(), [one] if one.c == '摄') {
            read.is_photo = true;
            titled = true;
            break;
        }
        if let Some(word) = after(cursor.rest(), !read.people.is_empty(), slashed) {
            let role = cursor.at..cursor.at + word.chars().count();
            read.is_photo |= word.contains('摄') && !word.contains('文') || word == "供图";
            read.is_pictured |= word.contains('图') && word.contains('文');
            for person in read.people[named..]
                .iter_mut()
                .filter(|person| person.role.is_none() || made_pictures(word))
            {
                person.role = Some(role.clone());
            }
            read.firm = true;
            // 胡月华 摄 汪涛 文: the next name has a role of its own.
            named = read.people.len();
            cursor.at = role.end;
            continue;
        }
        if let Some(length) = unit::unit(cursor.rest()) {
            cursor.at += length;
            // (市农牧局推广站): nobody is named.
            titled |= read.bracketed && cursor.is_done();
            continue;
        }
        let end = cursor.at + names_end(cursor.rest());
        open = false;
        if known::is_kind(cursor.rest()) {
            return None;
        }
        let run = people::names(&ink[cursor.at..end])?;
        for name in run {
            let name = name.start + cursor.at..name.end + cursor.at;
            read.people.push(Person { name, role: role.clone() });
        }
        cursor.at = end;
    }
    (!read.people.is_empty() || titled).then_some(())
}

/// 摄, 文/图: what says so counts, whatever stands before the name.
fn made_pictures(word: &str) -> bool {
    word.contains('摄') || word.contains('文') && word.contains('图')
}

/// Roles of so many characters, and 记者, are part of no name.
const LONG_ROLE: usize = 3;

static LONG_ROLE_LIST: LazyLock<WordList> = LazyLock::new(|| {
    let is_long = |role: &&str| *role == "记者" || role.chars().count() >= LONG_ROLE;
    WordList::of(ROLES.iter().filter(is_long))
});

fn eat_role(cursor: &mut Cursor) -> Option<&'static str> {
    let before = *cursor;
    let word = cursor.eat_of(&ROLES)?;
    let is_one_letter = word.chars().count() == 1;
    // 文 静 is a padded name.
    let pads = matches!(cursor.rest(), [one] if one.spaced)
        || matches!(cursor.rest(), [one, next, ..] if one.spaced && next.spaced);
    // 文 and 图 are also names; as roles a colon, a slash or a space follows. 摄 stands behind names, too.
    let marked = cursor.peek().is_some_and(|c| matches!(c, ':' | '/' | '|'));
    let told = marked || cursor.rest().first().is_some_and(|ink| ink.spaced);
    // 报道/黄美凤, but 采访归来.
    let is_deed = matches!(word, "采访" | "报道");
    if (is_one_letter && (!told || pads))
        || (is_deed || word == "摄") && !marked
        || cursor.is_done() && !matches!(word, "评论员" | "特约评论员")
    {
        *cursor = before;
        return None;
    }
    Some(word)
}

/// 摄, 摄影报道, 文/图 … as the last word, or before another name; `slashed`: behind a stroke, as 王明/文 李丽/摄.
fn after(rest: &[Ink], any_names: bool, slashed: bool) -> Option<&'static str> {
    if !any_names {
        return None;
    }
    let word = ROLES_AFTER.opening(rest)?;
    let length = word.chars().count();
    let is_last = rest.len() == length;
    // 张三 文 静 ends with a padded name.
    const NEXT_NAME: usize = 3;
    let next = &rest[length..];
    // 贾明主讲 高山整理: a word stands close to the name.
    let goes_on = (rest[0].spaced || slashed || length > 1)
        && next.first().is_some_and(|ink| ink.spaced || matches!(ink.c, '、' | ',' | ';'))
        && next.len() >= NEXT_NAME
        && (slashed || !(next.len() > 1 && next[0].spaced && next[1].spaced));
    (is_last || goes_on).then_some(word)
}

/// The place of 台東報導 or 綜合報導, empty for the latter; `rest` must end with it.
fn report_place(rest: &[Ink]) -> Option<Range<usize>> {
    const LONGEST_PLACE: usize = 6;
    let place = &rest[..rest.len() - glued::report_word(rest)?];
    let plain = ["综合", "摄影", "特稿", "连线", "采访"]
        .iter()
        .any(|word| place.len() == 2 && starts_with(place, word));
    if place.is_empty() || plain {
        return Some(0..0);
    }
    (place.len() <= LONGEST_PLACE && place.iter().all(|ink| is_han(ink.c))).then(|| {
        let cut = if ends_with(place, "综合") { 2 } else { 0 };
        0..place.len() - cut
    })
}

/// Where the names that begin here end: at a role, at what stands after names, at /PLACE报导.
fn names_end(rest: &[Ink]) -> usize {
    for at in 1..rest.len() {
        let here = &rest[at..];
        let slashed = rest[at - 1].c == '/';
        // 文:阿诗 图:阿Ken
        let marked = here.get(1).is_some_and(|mark| matches!(mark.c, ':' | '/'));
        let is_letter = here[0].spaced && marked && matches!(here[0].c, '文' | '图' | '摄');
        let opens_role = is_letter
            || LONG_ROLE_LIST.opens(here).is_some()
            || (here[0].spaced || slashed)
                && ROLES.iter().any(|role| starts_with(here, role) && role.chars().count() > 1);
        let ends = after(here, true, slashed).is_some_and(|word| {
            let alone = word.chars().count() == 1 && !matches!(word, "摄" | "译");
            at >= 2 && (!alone || here[0].spaced || slashed)
        });
        let sent = |ink| report_place(ink).is_some() || crate::newshead::is_wire(ink);
        let reports = here[0].c == '/' && sent(&here[1..]);
        // 周彪、本报特约通讯员 钱宗阳
        let apart = here[0].spaced || matches!(rest[at - 1].c, '、' | ',' | ';');
        let is_house = apart && HOUSES.open(here);
        // 胡博 麻醉科 陈双
        let is_unit = here[0].spaced && unit::unit(here).is_some();
        // 记者李毅、米若乌鲁木齐报道: a place stands between the last name and 报道.
        if ends && starts_with(here, "报道") {
            let last = rest[..at].iter().rposition(|ink| !is_han(ink.c)).map_or(0, |mark| mark + 1);
            let whole = rest[last..].iter().skip(1).all(|ink| !ink.spaced);
            let name = glued::name_end(&rest[last..]).filter(|_| whole);
            return name.map_or(at, |name| last + name);
        }
        if opens_role || ends || reports || is_house || is_unit {
            return at;
        }
    }
    glued::name_end(rest).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests;

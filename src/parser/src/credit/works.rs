//! What did whoever is named do, where the role joins two works or stands in brackets: 摄影/撰文, 文/摄, 梁淑贞(文)?

use super::{Credit, Person};
use crate::cursor::{Cursor, contains, ends_with};
use crate::newshead::is_bullet;
use crate::people;
use crate::source::Ink;
use crate::wordlist::Words;
use crate::words::{HOUSES, ROLES_AFTER};

/// Works of which papers join two, longest first where one begins with another.
static WORKS: Words = Words::of(&[
    "文字", "图片", "摄影", "撰文", "撰稿", "采写", "采访", "编译", "翻译", "整理", "编辑", "文",
    "图", "摄", "绘", "回答", "解答",
]);

/// Characters of two works and more in one role, and of what joins them: 文/摄, 采访、撰文, 文并图.
pub fn joined(ink: &[Ink]) -> Option<usize> {
    let mut cursor = Cursor::of(ink);
    cursor.eat_of(&WORKS)?;
    let mut end = None;
    while cursor.eat_if(|c| matches!(c, '/' | '、' | '及' | '和' | '与' | '并' | '&')).is_some()
        && cursor.eat_of(&WORKS).is_some()
    {
        end = Some(cursor.at);
    }
    let end = end?;
    cursor.at = end;
    cursor.eat("报道");
    Some(cursor.at)
}

/// Characters of `(文)`, brackets and all, at the beginning of `ink`.
pub fn bracketed(ink: &[Ink]) -> Option<usize> {
    const LONGEST: usize = 8;
    ink.first().filter(|open| open.c == '(')?;
    let close = ink.iter().take(LONGEST).position(|ink| ink.c == ')')?;
    is_work(&ink[1..close]).then_some(close + 1)
}

/// 雪地一雄作 江雁译: whoever wrote it, whatever they are called, and who translated it.
pub fn translated(ink: &[Ink]) -> Option<Credit> {
    const NAME: std::ops::RangeInclusive<usize> = 2..=10;
    let cut = ink.iter().skip(1).rposition(|ink| ink.spaced)? + 1;
    let (wrote, translated) = (ink[..cut].split_last()?, ink[cut..].split_last()?);
    let is_name = |c: char| crate::cursor::is_han(c) || matches!(c, '·' | '.' | '‧');
    let told = matches!(wrote.0.c, '作' | '著')
        && translated.0.c == '译'
        && !wrote.0.spaced
        && NAME.contains(&wrote.1.len())
        && wrote.1.iter().skip(1).all(|ink| is_name(ink.c) && !ink.spaced)
        && people::is_plain(translated.1);
    let person = |word: std::ops::Range<usize>| Person {
        name: word.start..word.end - 1,
        role: Some(word.end - 1..word.end),
    };
    told.then(|| Credit {
        people: vec![person(0..cut), person(cut..ink.len())],
        firm: true,
        wrote: true,
        ..Credit::default()
    })
}

/// 王明文 李丽图, 马海阿牛 摄 俄木伍勒 文: two names, and behind each what it did.
pub fn paired(ink: &[Ink]) -> Option<Credit> {
    const NAME: std::ops::RangeInclusive<usize> = 2..=3;
    /// Of peoples whose names no list has; the work stands apart.
    const LONG_NAME: std::ops::RangeInclusive<usize> = 2..=6;
    let is_one = |word: &[Ink], works: &str| {
        let Some((work, name)) = word.split_last() else { return false };
        let is_name = NAME.contains(&name.len()) && people::is_plain(name)
            || work.spaced
                && LONG_NAME.contains(&name.len())
                && name.iter().all(|ink| crate::cursor::is_han(ink.c));
        works.contains(work.c) && is_name && name.iter().skip(1).all(|ink| !ink.spaced)
    };
    let is_pair = |cut: &usize| {
        let (first, second) = ink.split_at(*cut);
        let two = |one: &str, other: &str| is_one(first, one) && is_one(second, other);
        second[0].spaced && (two("文", "图摄") || two("图摄", "文"))
    };
    let cut = (1..ink.len()).find(is_pair)?;
    let person = |word: std::ops::Range<usize>| Person {
        name: word.start..word.end - 1,
        role: Some(word.end - 1..word.end),
    };
    Some(Credit {
        people: vec![person(0..cut), person(cut..ink.len())],
        firm: true,
        is_pictured: true,
        wrote: true,
        shot: true,
        ..Credit::default()
    })
}

/// 水渠修好了(图): what a picture shows, and nobody's name.
pub fn heads_picture(ink: &[Ink]) -> bool {
    let Some(open) = ink.iter().position(|ink| ink.c == '(') else { return false };
    let is_named = || {
        people::names(&ink[..open])
            .is_some_and(|names| names.into_iter().all(|name| people::is_plain(&ink[name])))
    };
    // 本报记者 李红(图)
    let is_role = |at: usize| {
        HOUSES.open(&ink[at..open]) || super::LONG_ROLE_LIST.opens(&ink[at..open]).is_some()
    };
    !(0..open).any(is_role)
        && ["(图)", "(组图)", "(附图)"]
            .iter()
            .any(|end| ink[open..].iter().map(|ink| ink.c).eq(end.chars()))
        && !is_named()
}

/// 文:张明 over 图:李红: one credit in two lines, of a text with pictures.
pub fn pair_lines(credits: &mut [Option<Credit>]) {
    for at in 1..credits.len() {
        let [Some(above), Some(below)] = &mut credits[at - 1..=at] else { continue };
        let is_pair = above.wrote && !above.shot && below.shot && !below.wrote;
        if is_pair && !above.people.is_empty() && !below.people.is_empty() {
            (above.is_pictured, below.is_pictured, below.is_photo) = (true, true, false);
        }
    }
}

/// Whether all of it says what somebody did.
pub fn is_work(ink: &[Ink]) -> bool {
    let whole = |word: &'static str| word.chars().count() == ink.len();
    joined(ink) == Some(ink.len())
        || WORKS.opening(ink).is_some_and(whole)
        || ROLES_AFTER.opening(ink).is_some_and(whole)
}

/// 摄, 图, 文/图: what says so counts, whatever stands before the name.
pub fn made_pictures(word: &str) -> bool {
    matches!(word, "图" | "图片")
        || word.contains('摄')
        || word.contains('文') && word.contains('图')
}

/// 文, 撰文, 采写
pub fn wrote(word: &str) -> bool {
    ["文", "撰", "采"].iter().any(|wrote| word.contains(wrote))
}

/// Whether a role says who somebody is, and not what was done.
pub fn is_office(word: &str) -> bool {
    ["记者", "员", "生", "作者"].iter().any(|end| word.ends_with(end))
}

/// A mark between a role and its name: 文:王明, 文|王明, 文◎王明.
pub fn is_mark(c: char) -> bool {
    matches!(c, ':' | '/' | '|' | '·' | '‧') || is_bullet(c)
}

/// Characters of 统筹 before its mark, where others of the credit wrote or made pictures.
pub fn leader(cursor: &Cursor) -> Option<usize> {
    const MADE: [&str; 8] = ["采写", "撰文", "摄影", "记者", "文:", "文/", "图:", "图/"];
    let length = LEADERS.opening(cursor.rest())?.chars().count();
    let marked = cursor.rest().get(length).is_some_and(|mark| matches!(mark.c, ':' | '/' | '|'));
    (marked && MADE.iter().any(|made| contains(cursor.ink, made))).then_some(length)
}

/// What whoever neither wrote nor made pictures did for both.
static LEADERS: Words = Words::of(&["总策划", "策划", "统筹", "执行", "视频", "剪辑", "设计"]);

/// Whether a work and its mark begin here, a bullet before them or not: ●图:李丽.
pub fn opens(ink: &[Ink]) -> bool {
    let mut cursor = Cursor::of(ink);
    cursor.eat_if(is_bullet);
    cursor.eat_of(&WORKS).or_else(|| cursor.eat_of(&LEADERS)).is_some()
        && cursor.eat_if(is_mark).is_some()
        && !cursor.is_done()
}

/// Whether the credit ends with what the last one named did: 王明 文 李丽 摄.
pub fn closes(ink: &[Ink]) -> bool {
    const SHORTEST: usize = 4;
    let said = ROLES_AFTER.iter().filter(|word| ends_with(ink, word));
    ink.len() >= SHORTEST
        && said.map(|word| word.chars().count()).max().is_some_and(|length| {
            let at = ink.len() - length;
            length > 1 || ink[at].c == '摄' || ink[at].spaced || ink[at - 1].c == '/'
        })
}

/// Where 图 stands between two names behind 文 and one: 文 王明 图 李丽.
pub fn next(ink: &[Ink]) -> Option<usize> {
    let is_letter = |at: &usize| {
        matches!(ink[*at].c, '文' | '图' | '摄' | '绘')
            && ink[*at].spaced
            && ink[*at + 1].spaced
            && !ink[*at + 2].spaced
    };
    (2..ink.len().saturating_sub(2)).find(is_letter)
}

//! Who wrote or photographed it? Byline lines, sign-offs and photo credits.

mod cited;
mod ends;
mod glued;
mod house;
mod known;
mod pictured;
mod roles;
mod supplied;
mod trailing;
mod unit;
mod works;
mod writer;

pub use self::cited::cited;
use self::ends::{names_end, report_place};
pub use self::glued::name_before_place;
use self::roles::{after, eat_role};
pub use self::trailing::trailing;
pub use self::works::pair_lines;

use crate::cursor::{Cursor, ends_with, find, starts_with};
use crate::newshead::is_bullet;
use crate::people;
use crate::source::Ink;
use crate::wordlist::{WordList, Words};
use crate::words::{HOUSES, ROLES};
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
    /// It says 文/图, or 文 of one and 图 of another: the text has pictures, too.
    pub is_pictured: bool,
    /// It says 文, 采写 …
    pub wrote: bool,
    /// … and 摄, 图 ….
    pub shot: bool,
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

impl Credit {
    /// 本报评论员, 本报编辑部: a house, and nobody by name.
    pub fn is_of_house(&self) -> bool {
        self.sure
            && self.people.is_empty()
            && self.place.is_none()
            && !self.bracketed
            && !self.is_photo
    }

    /// The same where so many characters stand before it.
    fn behind(mut self, start: usize) -> Self {
        let shift = |range: &mut Range<usize>| *range = range.start + start..range.end + start;
        for person in &mut self.people {
            shift(&mut person.name);
            person.role.as_mut().map(shift);
        }
        self.place.as_mut().map(shift);
        self
    }

    /// Somebody did what a word says.
    fn did(&mut self, word: &str) {
        let shot = works::made_pictures(word);
        self.wrote |= works::wrote(word);
        self.shot |= shot;
        self.is_pictured |= self.wrote && self.shot;
    }
}

/// Characters of 特稿 at both ends of 特稿 本报记者 X and 记者 X 特稿.
fn kind(ink: &[Ink]) -> (usize, usize) {
    static BEFORE: Words = Words::of(&["特稿", "专稿", "专访", "特写"]);
    static BEHIND: Words = Words::of(&["特稿", "专稿"]);
    let is_told = |ink: &[Ink]| HOUSES.open(ink) || LONG_ROLE_LIST.opens(ink).is_some();
    let before = BEFORE.opening(ink).map_or(0, |word| word.chars().count());
    if ink.get(before).is_some_and(|next| next.spaced) && is_told(&ink[before..]) {
        return (before, 0);
    }
    let behind = if BEHIND.end(ink) && is_told(ink) { 2 } else { 0 };
    let stroke = behind > 0 && ends_with(&ink[..ink.len() - behind], "/");
    (0, behind + usize::from(stroke))
}

/// No credit is longer, in characters.
const LONGEST: usize = 60;

/// Reads a whole piece as a credit.
pub fn credit(ink: &[Ink]) -> Option<Credit> {
    // 来源:河东日报 作者:张明 时间:2025-07-24 08:12
    if let Some(written) = crate::furniture::writer_of(ink) {
        return Some(credit(&ink[written.clone()])?.behind(written.start));
    }
    let is_sentence = || ink.iter().any(|ink| matches!(ink.c, '。' | '!' | '?'));
    if ink.is_empty() || ink.len() > LONGEST || is_sentence() {
        return None;
    }
    if let Some(said) = reported(ink) {
        let mut read = credit(&said)?;
        // Who took the picture wrote the text.
        read.is_pictured |= std::mem::take(&mut read.is_photo);
        return Some(read);
    }
    if let Some((person, firm)) = writer::writer(ink) {
        let people = vec![person];
        return Some(Credit { people, firm, bracketed: ink[0].c == '(', ..Credit::default() });
    }
    let whole = pictured::pictured(ink)
        .or_else(|| cited(ink))
        .or_else(|| works::paired(ink))
        .or_else(|| works::translated(ink))
        .or_else(|| unit::named(ink))
        .or_else(|| house::pictures(ink))
        .or_else(|| house::office(ink));
    if let Some(read) = whole {
        return Some(read);
    }
    let mut read = Credit::default();
    // ·王明·, ．王明．
    let is_dotted =
        matches!(ink, [first, _, .., last] if "·.‧・".contains(first.c) && last.c == first.c);
    let is_mark = |ink: &&Ink| is_bullet(ink.c) || matches!(ink.c, '·' | '|');
    let mut start = ink.iter().take_while(is_mark).count().max(usize::from(is_dotted));
    read.bulleted = start > 0;
    let mut end = shot_for(ink);
    if is_dotted {
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
    let kind = kind(&ink[start..end]);
    (start, end) = (start + kind.0, end - kind.1);
    start += unit::placed(&ink[start..end]).unwrap_or(0);
    let found = inside(&ink[start..end], &mut read).is_some();
    read = read.behind(start);
    read.reports |= read.sure;
    // 本报讯 眼下,宾川县…: the house has news, and no writer of the family 讯.
    let is_news = read.people.first().is_some_and(|first| {
        let at = first.name.start;
        ink[at].c == '讯' && at.checked_sub(1).is_some_and(|at| "报刊社台网".contains(ink[at].c))
    });
    let is_credit = found && !is_news && !works::heads_picture(ink);
    (is_credit && known::is_known(ink, &mut read)).then_some(read)
}

/// The same with 报道 for 報導, which Taiwan writes, where that is what somebody did: 攝影報導, 報導：王明.
fn reported(ink: &[Ink]) -> Option<Vec<Ink>> {
    let did = ["摄影报导", "图文报导", "文图报导"].iter().find_map(|did| Some(find(ink, did)? + 3));
    let at = did.or(starts_with(ink, "报导").then_some(1))?;
    let mut said = ink.to_vec();
    said[at].c = '道';
    Some(said)
}

/// Characters of a credit without the agency in brackets behind it: 潘建国摄(人民视觉).
fn shot_for(ink: &[Ink]) -> usize {
    let agency = find(ink, "摄(").map(|shot| shot + 1);
    let names_agency =
        |open: &usize| ["视觉)", "图片)", "供图)"].iter().any(|end| ends_with(&ink[*open..], end));
    agency.filter(names_agency).unwrap_or(ink.len())
}

/// Notes on authors, and of agencies, that stand as a sign-off without naming anyone.
static NOTED: Words = Words::of(&[
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
    let is_source = NOTED.open(ink)
        || cited::cites(ink)
        || ["供稿", "提供"].iter().any(|end| ends_with(ink, end))
            && (people::names(&ink[..ink.len() - 2]).is_none()
                || unit::unit(&ink[..ink.len() - 2]) == Some(ink.len() - 2));
    let is_archive = supplied::supplies_picture(ink);
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
    if read.bracketed && (is_source || is_archive) || supplied::is_supplied(ink) {
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
    // … and says that whoever it is made pictures.
    let mut shows = false;
    // What was done stands before the names.
    let mut leads = false;
    while !cursor.is_done() {
        // Behind a role 和 begins a name.
        let joins = |c| c == '和' && !open && !read.people.is_empty();
        // 文◎王明 ●图:李丽
        let sets = |c| open && works::is_mark(c) || is_bullet(c) && works::opens(cursor.rest());
        // ●本报记者 王明 ●实习生 李丽
        let marks = |c| is_bullet(c) && !open && !read.people.is_empty();
        let divides =
            |c| matches!(c, '、' | ',' | '/' | ':' | ';' | '|') || joins(c) || sets(c) || marks(c);
        if cursor.peek().is_some_and(divides) {
            cursor.at += 1;
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
        // 梁淑贞(文) 林少权(图), (文)梁淑贞 (图)林少权
        if let Some(length) = works::bracketed(cursor.rest()) {
            let said = start + 1..start + length - 1;
            cursor.at += length;
            if read.people.len() > named {
                give(read, &mut named, ink, said);
            } else {
                open = true;
                role = Some(said);
            }
            continue;
        }
        // 王明/文 赵强/图: behind a stroke 文 says what stands before it, as behind a name where none stands before names.
        let slashed = start > 0 && ink[start - 1].c == '/' && !read.people.is_empty();
        let behind = !leads && read.people.len() > named && works::closes(ink);
        let closes = (slashed || behind) && after(cursor.rest(), true, slashed).is_some();
        if !closes && eat_role(&mut cursor) {
            let word = text(&ink[start..cursor.at]);
            let is_office = works::is_office(&word);
            read.firm = true;
            leads |= !is_office;
            titled |= matches!(&word[..], "评论员" | "特约评论员" | "编译" | "整理");
            read.is_photo |= word.contains("摄影报道") || word == "供图";
            // 圖／記者陳鳳麗, but not 文:王明 图:李丽.
            let is_picture = matches!(&word[..], "图" | "图片") && read.people.is_empty();
            read.is_photo |= is_picture;
            read.is_photo &= !matches!(&word[..], "文" | "文字");
            read.did(&word);
            read.reports |= word.ends_with("记者")
                || matches!(&word[..], "通讯员" | "特约通讯员" | "实习生" | "特派员");
            // 文/图 本报记者 王明
            let kept = role.take().filter(|_| open && is_office && shows);
            shows = works::made_pictures(&word) && !is_picture || kept.is_some();
            role = kept.or(Some(start..cursor.at));
            open = true;
            continue;
        }
        let is_photo_report =
            ["摄影报道", "图文报道", "文图报道"].iter().any(|word| cursor.sees(word));
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
        if let Some(length) = after(cursor.rest(), !read.people.is_empty(), slashed) {
            cursor.at += length;
            // 胡月华 摄 汪涛 文: the next name has a role of its own.
            give(read, &mut named, ink, start..cursor.at);
            continue;
        }
        // 文/王明 图/受访者提供
        if let Some(length) = supplied::in_role(cursor.rest()).filter(|_| open && read.shot) {
            cursor.at += length;
            (open, titled) = (false, true);
            continue;
        }
        if let Some(length) = unit::unit(cursor.rest()) {
            cursor.at += length;
            // (市农牧局推广站): nobody is named.
            titled |= read.bracketed && cursor.is_done();
            continue;
        }
        let next = works::next(cursor.rest()).filter(|_| leads);
        let end = cursor.at + next.unwrap_or_else(|| names_end(cursor.rest()));
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
    // 王明 文 李丽 摄: whoever wrote it is named, too.
    read.is_photo &= !read.is_pictured;
    (!read.people.is_empty() || titled).then_some(())
}

/// Says of everybody since `named` what they did, unless they are reporters and wrote.
fn give(read: &mut Credit, named: &mut usize, ink: &[Ink], said: Range<usize>) {
    let word = text(&ink[said.clone()]);
    // 谭伟 图, of a text that somebody else wrote.
    let is_picture = word == "图" && !read.wrote;
    read.is_photo |= word.contains('摄') && !word.contains(['文', '采']) || word == "供图";
    read.is_photo |= is_picture;
    read.did(&word);
    let counts = |person: &&mut Person| person.role.is_none() || works::made_pictures(&word);
    for person in read.people[*named..].iter_mut().filter(counts) {
        person.role = Some(said.clone());
    }
    read.firm = true;
    *named = read.people.len();
}

fn text(ink: &[Ink]) -> String {
    ink.iter().map(|ink| ink.c).collect()
}

/// Roles of so many characters, and 记者, are part of no name.
const LONG_ROLE: usize = 3;

static LONG_ROLE_LIST: LazyLock<WordList> = LazyLock::new(|| {
    let is_long = |role: &&str| *role == "记者" || role.chars().count() >= LONG_ROLE;
    WordList::of(ROLES.iter().filter(is_long))
});

#[cfg(test)]
mod tests;

//! Who writes to the paper or for it, with where or what he is? 读者 索南永吉, 居民 汤沛霖 寄自屋仑, (林阿財/嘉義縣,退休教師).

use super::Person;
use super::known::is_town;
use super::unit::{is_year_of_students, unit};
use crate::cursor::{ends_with, find, is_han, starts_with};
use crate::people;
use crate::source::Ink;
use crate::wordlist::{Chars, Words};
use crate::words::ROLES;

/// Words that say what somebody is, behind the name.
static CALLINGS: Words = Words::of(&[
    "店长", "司机", "警察", "护士", "志工", "义工", "里长", "家长", "学生", "员工", "主妇", "市民",
    "居民", "农民", "村民", "教授", "博士", "医生", "作家", "学者", "代表", "校长", "主任", "读者",
    "退休", "员", "师", "业者", "裁判", "教练", "球员", "选手", "会长", "导演", "诗人", "画家",
    "院长", "馆长", "农友", "渔民", "果农", "导游", "村长", "班族", "妈妈", "爸爸", "老板", "厂长",
]);

/// Whoever writes in, with where or what, and whether that leaves no doubt.
pub fn writer(ink: &[Ink]) -> Option<(Person, bool)> {
    let doubted = || {
        placed_writer(ink)
            .or_else(|| named_resident(ink))
            .or_else(|| signed_from(ink))
            .or_else(|| written_at(ink))
            .map(|person| (person, false))
    };
    let titled = || {
        let person = titled_writer(ink)?;
        let is_sure = writes_in(&ink[..person.name.start]);
        Some((person, is_sure))
    };
    resident(ink)
        .or_else(|| posted_writer(ink))
        .or_else(|| bracketed_writer(ink))
        .or_else(|| titled_after(ink))
        .or_else(|| reader(ink))
        .map(|person| (person, true))
        .or_else(titled)
        .or_else(doubted)
}

/// 长集镇读者, 冯井镇村民, 一位家长: who writes to the paper, and from where. 让全村村民 and 优秀职工 are words of a headline.
fn writes_in(title: &[Ink]) -> bool {
    static WRITERS: Words = Words::of(&[
        "读者", "街坊", "市民", "居民", "村民", "业主", "家长", "乘客", "农民", "职工",
    ]);
    static FROM: Words = Words::of(&["镇", "乡", "村", "县", "市", "街道", "一位", "一名"]);
    const LEADS: &str = "让使为给令帮助带领引惠";
    let before = &title[..title.len().saturating_sub(2)];
    WRITERS.end(title) && FROM.end(before) && !LEADS.contains(before[0].c)
}

/// 文:狄永德(骨科专科医生), 文字:石香淑(作者系…): who wrote it, and what he is.
fn titled_after(ink: &[Ink]) -> Option<Person> {
    static WROTE: Words = Words::of(&["文字", "撰文", "图文", "文"]);
    let role = WROTE.opening(ink)?.chars().count();
    let [mark, rest @ ..] = &ink[role..] else { return None };
    if !matches!(mark.c, ':' | '/' | '|') || !ends_with(rest, ")") {
        return None;
    }
    let name = placed_writer(rest)?.name;
    Some(Person { name: name.start + role + 1..name.end + role + 1, role: Some(0..role) })
}

/// (眉山读者赵友全), 崇州市读者苏国秀: where whoever writes to the paper reads it, and the name close behind.
fn reader(ink: &[Ink]) -> Option<Person> {
    const LONGEST_PLACE: usize = 8;
    let (inside, brackets) = unbracketed(ink);
    let at = find(inside, "读者").filter(|at| *at <= LONGEST_PLACE)?;
    let name = &inside[at + 2..];
    let told = inside.iter().all(|ink| is_han(ink.c))
        && (2..=3).contains(&name.len())
        && (brackets > 0 || !name[0].spaced)
        && people::is_plain(name);
    told.then(|| Person { name: at + 2 + brackets..ink.len() - brackets, role: None })
}

/// (怡保 浪一舟), (校工会 干晚秋): a town or a unit, a space, and a name that no family tells.
fn signed_from(ink: &[Ink]) -> Option<Person> {
    let (inside, brackets) = unbracketed(ink);
    let (from, who) = at_space(inside)?;
    let told = brackets > 0
        && !who[1..].iter().any(|ink| ink.spaced)
        && people::may_be_name(who)
        && !people::has_family(who)
        && ![from, who].iter().any(|word| ROLES.end(word))
        && (unit(from) == Some(from.len()) || is_town(from))
        && unit(who).is_none()
        && !is_town(who);
    told.then(|| Person { name: from.len() + brackets..ink.len() - brackets, role: None })
}

/// 瓮无忧 于十七号塔, 周帆 写于河口: who signs, and where it was written.
fn written_at(ink: &[Ink]) -> Option<Person> {
    const LONGEST: usize = 16;
    static AT: Words = Words::of(&["写于", "作于", "草于", "记于", "于"]);
    static PLACES: Chars =
        Chars::of("村镇乡县市州城山河湖江海岛港站塔楼院校园馆舍居斋寓屋室里路街口岸边营哨所");
    let (name, place) = at_space(ink)?;
    let word = AT.opening(place)?.chars().count();
    // 王明 于建国 李小明, 青春 于奋斗中绽放
    let is_place = word > 1 || PLACES.has(place[place.len() - 1].c);
    let told = ink.len() <= LONGEST
        && (people::is_plain(name) || people::may_be_name(name))
        && place.len() > word + 1
        && !place[1..].iter().any(|ink| ink.spaced)
        && is_place
        && !ROLES.end(name);
    told.then_some(Person { name: 0..name.len(), role: None })
}

/// (林阿財/嘉義縣朴子市,退休教師)
fn bracketed_writer(ink: &[Ink]) -> Option<Person> {
    let (inside, brackets) = unbracketed(ink);
    if brackets == 0 || inside.iter().any(|ink| ink.c == '(') {
        return None;
    }
    let name = placed_writer(inside)?.name;
    Some(Person { name: name.start + 1..name.end + 1, role: None })
}

/// 沈明達(台北市/公務員), 吳進昌/羅東退休鐵路員工, 廖志强(作者系某校校长): whoever writes in, with where and what.
fn placed_writer(ink: &[Ink]) -> Option<Person> {
    const LONGEST_NAME: usize = 4;
    // □包新田(甘肃): a mark says enough.
    if let [mark, rest @ ..] = ink
        && crate::newshead::is_bullet(mark.c)
    {
        const LONGEST_MARKED: usize = 24;
        let open = rest.iter().position(|ink| ink.c == '(')?;
        let is_whole = ends_with(rest, ")") && rest.len() <= LONGEST_MARKED;
        let place = &rest[open + 1..rest.len() - usize::from(is_whole)];
        let told = is_whole
            && open <= LONGEST_NAME
            && place.iter().all(|ink| is_han(ink.c) || matches!(ink.c, '/' | ','))
            && people::is_name(&rest[..open]);
        return told.then_some(Person { name: 1..open + 1, role: None });
    }
    const LONGEST_PLACE: usize = 24;
    let open = ink.iter().take(LONGEST_NAME + 1).position(|ink| matches!(ink.c, '(' | '/'))?;
    let bracketed = ink[open].c == '(';
    if bracketed && !ends_with(ink, ")") {
        return None;
    }
    let inside = &ink[open + 1..ink.len() - usize::from(bracketed)];
    // 王明(文/图)
    if super::works::is_work(inside) {
        return None;
    }
    let says_what = CALLINGS.end(inside)
        || ["作者", "系", "现为", "现任"].iter().any(|word| starts_with(inside, word));
    // 桃園市,社工師: where, and what.
    let parts = inside.iter().position(|ink| matches!(ink.c, '/' | ','));
    let divided = bracketed
        && parts.is_some_and(|at| {
            inside[at].c == '/' || at > 0 && "市县镇乡区里村人".contains(inside[at - 1].c)
        });
    // 孟凡(百林市): where alone.
    const LONGEST_TOWN: usize = 6;
    let is_town = bracketed
        && inside.len() <= LONGEST_TOWN
        && inside.iter().all(|ink| is_han(ink.c))
        && inside.last().is_some_and(|last| "市县镇乡区州街路巷道村里".contains(last.c));
    // 邓星宇(文学与传媒学院2019级)
    let studies = bracketed && is_year_of_students(inside);
    let told = (2..=LONGEST_PLACE).contains(&inside.len())
        && (divided || says_what || is_town || studies)
        && people::is_plain(&ink[..open]);
    told.then_some(Person { name: 0..open, role: None })
}

/// 校长 何承志, 沙田读者 黄锦明: the office of whoever speaks under the headline, or what whoever writes in is, a space,
/// and the name.
fn titled_writer(ink: &[Ink]) -> Option<Person> {
    const LONGEST_TITLE: usize = 10;
    const NAME: std::ops::RangeInclusive<usize> = 2..=3;
    // 妻 杨慧芬, below a letter to the family.
    const KIN: &str = "妻夫父母儿女兄弟姐妹友";
    static TITLES: Words = Words::of(&[
        "校长",
        "院长",
        "书记",
        "县长",
        "市长",
        "区长",
        "镇长",
        "乡长",
        "局长",
        "主席",
        "会长",
        "理事长",
        "站长",
        "社长",
        "部长",
        "厂长",
        "矿长",
        "董事长",
        "总经理",
        "主编",
        "团长",
        // 沙田读者 黄锦明
        "读者",
        "街坊",
        "市民",
        "居民",
        "村民",
        "业主",
        "家长",
        "家属",
        "乘客",
        "旅客",
        "游客",
        "顾客",
        "工人",
        "职工",
        "教师",
        "学生",
        "农民",
        "牧民",
        "战士",
    ]);
    let name = ink.iter().skip(1).position(|ink| ink.spaced)? + 1;
    // 读者 林琳 摄: whose picture it is.
    let shot = ink.len() - name == *NAME.end() && ink[ink.len() - 1].spaced;
    let told = name <= LONGEST_TITLE
        && !shot
        && (TITLES.end(&ink[..name]) || name == 1 && KIN.contains(ink[0].c))
        && ink.iter().all(|ink| is_han(ink.c))
        && (NAME.contains(&(ink.len() - name)) && people::is_plain(&ink[name..])
            || people::is_tibetan(&ink[name..]));
    told.then_some(Person { name: name..ink.len(), role: None })
}

/// 上高县泗溪镇 胡水根, 永清镇 罗文彬: where whoever writes to the paper lives, a space, and the name.
fn resident(ink: &[Ink]) -> Option<Person> {
    const PLACE: std::ops::RangeInclusive<usize> = 2..=14;
    const NAME: std::ops::RangeInclusive<usize> = 2..=3;
    const SMALL: &str = "市县区旗镇乡村庄屯街道路组队团场";
    let (place, who) = at_space(ink)?;
    let told = PLACE.contains(&place.len())
        && place.last().is_some_and(|last| SMALL.contains(last.c))
        && NAME.contains(&who.len())
        && !who.iter().skip(1).any(|ink| ink.spaced || SMALL.contains(ink.c))
        && people::is_plain(who);
    told.then_some(Person { name: place.len()..ink.len(), role: None })
}

/// 居民 汤沛霖 寄自屋仑: from where whoever writes to the paper has sent it.
fn posted_writer(ink: &[Ink]) -> Option<Person> {
    const PLACE: std::ops::RangeInclusive<usize> = 2..=8;
    let (inside, brackets) = unbracketed(ink);
    let at = find(inside, "寄自")?;
    let place = &inside[at + 2..];
    let who = at_space(&inside[..at]).map_or(0, |(what, _)| what.len());
    let told = PLACE.contains(&place.len())
        && place.iter().all(|ink| is_han(ink.c))
        && people::is_plain(&inside[who..at]);
    told.then_some(Person { name: who + brackets..at + brackets, role: None })
}

/// 沈建明 太古城: whoever writes to the paper, and behind a space where he lives.
fn named_resident(ink: &[Ink]) -> Option<Person> {
    const PLACE: std::ops::RangeInclusive<usize> = 3..=6;
    const NAME: std::ops::RangeInclusive<usize> = 2..=3;
    const SMALL: &str = "市县区旗镇乡村邨庄苑园城里";
    let (who, place) = at_space(ink)?;
    let told = NAME.contains(&who.len())
        && PLACE.contains(&place.len())
        && !place.iter().skip(1).any(|ink| ink.spaced)
        && place.last().is_some_and(|last| SMALL.contains(last.c))
        && people::is_plain(who)
        && !people::is_plain(place);
    told.then_some(Person { name: 0..who.len(), role: None })
}

/// What stands between round brackets, and how many characters of them stand before it.
fn unbracketed(ink: &[Ink]) -> (&[Ink], usize) {
    match ink {
        [open, inside @ .., close] if open.c == '(' && close.c == ')' => (inside, 1),
        _ => (ink, 0),
    }
}

/// What stands before and behind the first space of a line of Chinese characters.
fn at_space(ink: &[Ink]) -> Option<(&[Ink], &[Ink])> {
    let space = ink.iter().skip(1).position(|ink| ink.spaced)? + 1;
    ink.iter().all(|ink| is_han(ink.c)).then(|| ink.split_at(space))
}

//! Which unit or office does whoever is named belong to? 生命学院 支勇平, 采油九队 郭建民, 村民 孙洪亮.

use super::Person;
use crate::cursor::{ends_with, find, is_han, starts_with};
use crate::people;
use crate::source::Ink;
use crate::wordlist::{Chars, Words};

/// What the names of units and the words for whoever signs end with, and no person's name does.
static ENDS: Words = Words::of(&[
    "二中",
    "一中",
    "附中",
    "附小",
    "师大",
    "幼儿园",
    "实验小学",
    "作协",
    "学院",
    "大学",
    "中学",
    "小学",
    "学校",
    "公司",
    "中心",
    "医院",
    "党委",
    "支部",
    "工会",
    "团委",
    "车间",
    "银行",
    "支行",
    "分行",
    "协会",
    "学会",
    "委员会",
    "编辑部",
    "事务所",
    "推广站",
    "宣传部",
    "办公室",
    "科室",
    "总队",
    "支队",
    "大队",
    "中队",
    "小队",
    "村委",
    "村民",
    "读者",
    "市民",
    "居民",
    "网友",
    "学生",
    "队员",
    "教授",
    "主任",
    "顾问",
    "医师",
    "药师",
    "营养师",
    "律师",
    "农艺师",
    "畜牧师",
    "工程师",
    "研究员",
    "教师",
    "职工",
    "工人",
    "战士",
    "书记",
    "观众",
    "的哥",
    "的姐",
    "司机",
    "农民",
    "店主",
    "车主",
    "业主",
    "家长",
    "乘客",
    "游客",
    "考生",
]);

/// Last characters of units of three characters and more …
static SHORT: Chars = Chars::of("科局处厂部院队站所委办镇乡县区矿馆系员");
/// … and of four and more, for names end with them, too.
static LONG: Chars = Chars::of("团连营市村社台会行");

/// Characters of the unit that `ink` opens with, up to the next space or mark.
pub fn unit(ink: &[Ink]) -> Option<usize> {
    const LONGEST: usize = 16;
    let end =
        (1..ink.len()).find(|at| ink[*at].spaced || !is_part(ink[*at].c)).unwrap_or(ink.len());
    if end <= LONGEST && (is_unit(&ink[..end]) || is_year_of_students(&ink[..end])) {
        return Some(end);
    }
    class_of_pupils(ink)
}

/// 汉语言文学2012级, 2021级护理一班: which year's students.
fn is_year_of_students(word: &[Ink]) -> bool {
    let level = word.iter().position(|ink| matches!(ink.c, '级' | '届'));
    level.is_some_and(|level| level > 1 && word[level - 1].c.is_ascii_digit() && word.len() > 4)
}

/// 何家坳小学四(2)班: a school and the class of whoever wrote it.
fn class_of_pupils(ink: &[Ink]) -> Option<usize> {
    const LONGEST: usize = 22;
    let end = ink.iter().take(LONGEST).position(|ink| ink.c == '班')? + 1;
    let apart =
        ink[1..end].iter().all(|ink| !ink.spaced && (is_part(ink.c) || "()".contains(ink.c)));
    let is_school = |at: &usize| {
        ["小学", "中学", "学校", "一中", "二中", "三中", "附小", "附中"]
            .iter()
            .any(|word| starts_with(&ink[*at..end], word))
    };
    (apart && ((1..end).any(|at| is_school(&at)) || opens_with_grade(&ink[..end]))).then_some(end)
}

/// What counts the years at school.
const GRADES: &str = "一二三四五六七八九";

/// 高二(1)班, 初三3班, 七年级2班: pupils who write for the paper of their own school.
fn opens_with_grade(ink: &[Ink]) -> bool {
    let is_grade = |at: usize| ink.get(at).is_some_and(|ink| GRADES.contains(ink.c));
    let is_class = |at: usize| {
        let class = &ink[at.min(ink.len())..];
        class.len() > 1
            && class.iter().all(|ink| !is_han(ink.c) || GRADES.contains(ink.c) || ink.c == '班')
    };
    let secondary = ink.first().is_some_and(|first| matches!(first.c, '高' | '初'));
    secondary && is_grade(1) && is_class(2)
        || is_grade(0) && starts_with(&ink[1..], "年级") && is_class(3)
}

fn is_unit(word: &[Ink]) -> bool {
    let Some(last) = word.last().map(|ink| ink.c) else { return false };
    if !word.iter().all(|ink| is_part(ink.c)) {
        return false;
    }
    let told = match word.len() {
        0 | 1 => false,
        2 => last == '科' && "内外骨儿妇眼牙产皮".contains(word[0].c),
        3 => SHORT.has(last),
        _ => SHORT.has(last) || LONG.has(last),
    };
    // 乡中心学校四年级
    let is_grade =
        matches!(word, [.., grade, _, _] if GRADES.contains(grade.c)) && ends_with(word, "年级");
    // 绛县, 灵武市: of whatever length.
    let is_county = || {
        "县市旗".contains(last)
            && places::is_county(&word.iter().map(|ink| ink.c).collect::<Vec<char>>())
    };
    told || is_grade || ENDS.end(word) || is_county()
}

fn is_part(c: char) -> bool {
    is_han(c) || c.is_ascii_alphanumeric()
}

/// (张立德律师): a name, and what he is right behind it.
pub fn called(ink: &[Ink]) -> Option<std::ops::Range<usize>> {
    let calling =
        ["律师", "医师", "医生", "教授", "博士"].into_iter().find(|end| ends_with(ink, end))?;
    let name = ink.len() - calling.chars().count();
    ((2..=3).contains(&name) && people::is_plain(&ink[..name])).then_some(0..name)
}

/// Words that say what somebody is, behind the name.
static CALLINGS: Words = Words::of(&[
    "店长", "司机", "警察", "护士", "志工", "义工", "里长", "家长", "学生", "员工", "主妇", "市民",
    "居民", "农民", "村民", "教授", "博士", "医生", "作家", "学者", "代表", "校长", "主任", "读者",
    "退休", "员", "师", "业者", "裁判", "教练", "球员", "选手", "会长", "导演", "诗人", "画家",
    "院长", "馆长", "农友", "渔民", "果农", "导游", "村长", "妈妈", "爸爸", "老板", "厂长",
]);

/// Whoever writes in, with where or what, and whether that leaves no doubt.
pub fn writer(ink: &[Ink]) -> Option<(Person, bool)> {
    let doubted = || {
        placed_writer(ink)
            .or_else(|| titled_writer(ink))
            .or_else(|| named_resident(ink))
            .map(|person| (person, false))
    };
    resident(ink)
        .or_else(|| posted_writer(ink))
        .or_else(|| bracketed_writer(ink))
        .map(|person| (person, true))
        .or_else(doubted)
}

/// (林阿財/嘉義縣朴子市,退休教師)
fn bracketed_writer(ink: &[Ink]) -> Option<Person> {
    let [open, inside @ .., close] = ink else { return None };
    if open.c != '(' || close.c != ')' || inside.iter().any(|ink| ink.c == '(') {
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
        "战士",
    ]);
    let name = ink.iter().skip(1).position(|ink| ink.spaced)? + 1;
    // 读者 林琳 摄: whose picture it is.
    let shot = ink.len() - name == *NAME.end() && ink[ink.len() - 1].spaced;
    let told = name <= LONGEST_TITLE
        && !shot
        && TITLES.end(&ink[..name])
        && NAME.contains(&(ink.len() - name))
        && ink.iter().all(|ink| is_han(ink.c))
        && people::is_plain(&ink[name..]);
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
    let at = find(ink, "寄自")?;
    let place = &ink[at + 2..];
    let who = at_space(&ink[..at]).map_or(0, |(what, _)| what.len());
    let told = PLACE.contains(&place.len())
        && place.iter().all(|ink| is_han(ink.c))
        && people::is_plain(&ink[who..at]);
    told.then_some(Person { name: who..at, role: None })
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

/// What stands before and behind the first space of a line of Chinese characters.
fn at_space(ink: &[Ink]) -> Option<(&[Ink], &[Ink])> {
    let space = ink.iter().skip(1).position(|ink| ink.spaced)? + 1;
    ink.iter().all(|ink| is_han(ink.c)).then(|| ink.split_at(space))
}

/// Characters before 作者单位: of (马霞 作者单位:河南中医学院): medical and learned papers say where whoever writes works.
pub fn affiliated(ink: &[Ink]) -> Option<usize> {
    let at = find(ink, "作者单位:").or_else(|| find(ink, "单位:"))?;
    (at > 1 && ink.len() > at + "单位:".chars().count()).then_some(at)
}

/// Characters of 高雄縣鳳山市‧ before a reader's name: a place, and a dot between it and the name.
pub fn placed(ink: &[Ink]) -> Option<usize> {
    const LONGEST: usize = 10;
    let dot = ink.iter().take(LONGEST).position(|ink| matches!(ink.c, '·' | '‧' | '•'))?;
    let is_place = dot > 1
        && ink[..dot].iter().all(|ink| is_han(ink.c))
        && "省市县镇乡区里村".contains(ink[dot - 1].c);
    (is_place && people::has_family(&ink[dot + 1..])).then_some(dot + 1)
}

/// Characters of 驻京 before a role: 本报驻京记者.
pub fn stationed(ink: &[Ink]) -> usize {
    const LONGEST: usize = 8;
    if !starts_with(ink, "驻") {
        return 0;
    }
    let roles = 2..ink.len().min(LONGEST);
    let role = roles.into_iter().find(|at| super::LONG_ROLE_LIST.opens(&ink[*at..]).is_some());
    role.unwrap_or(0)
}

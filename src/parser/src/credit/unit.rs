//! Which unit or office does whoever is named belong to? 生命学院 支勇平, 采油九队 郭建民, 村民 孙洪亮.

use super::{Credit, Person};
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
    "医生",
    "医师",
    "护士",
    "老师",
    "校长",
    "院长",
    "馆长",
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
    // 通讯员 彭泽科 is a person, for nobody stands behind him.
    const LONGEST_NAME: usize = 3;
    let is_place = || ENDS.end(ink) || is_county(ink);
    let may_name = end == ink.len() && end == LONGEST_NAME && people::is_plain(ink) && !is_place();
    if end <= LONGEST && !may_name && (is_unit(&ink[..end]) || is_year_of_students(&ink[..end])) {
        return Some(end);
    }
    class_of_pupils(ink)
}

/// 汉语言文学2012级, 2021级护理一班: which year's students.
pub fn is_year_of_students(word: &[Ink]) -> bool {
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
    told || is_grade || is_form(word) || ENDS.end(word) || is_county(word)
}

/// 大埔官立中学中四乙, of Hong Kong and Macao.
fn is_form(word: &[Ink]) -> bool {
    matches!(word, [.., _, _, form, grade, class] if "中小".contains(form.c)
            && GRADES.contains(grade.c)
            && ("甲乙丙丁戊".contains(class.c) || class.c.is_ascii_uppercase()))
}

/// 马娅萍(城峰中学八年级): a name, and where its bearer belongs behind it.
pub fn named(ink: &[Ink]) -> Option<Credit> {
    let open = ink.iter().position(|ink| ink.c == '(')?;
    let [from @ .., close] = &ink[open + 1..] else { return None };
    let name = &ink[..open];
    let is_whole = close.c == ')' && !from.is_empty() && unit(from) == Some(from.len());
    (is_whole && people::is_plain(name) && people::has_family(name)).then(|| Credit {
        people: vec![Person { name: 0..open, role: None }],
        firm: true,
        ..Credit::default()
    })
}

/// 绛县, 灵武市, 台中市: of whatever length.
pub fn is_county(word: &[Ink]) -> bool {
    word.last().is_some_and(|last| "县市旗".contains(last.c))
        && places::is_county(&word.iter().map(|ink| ink.c).collect::<Vec<char>>())
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

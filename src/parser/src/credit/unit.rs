//! Which unit or office does whoever is named belong to? 生命学院 支勇平, 采油九队 郭建民, 村民 孙洪亮.

use super::Person;
use crate::cursor::{ends_with, is_han};
use crate::people;
use crate::source::Ink;

/// What the names of units and the words for whoever signs end with, and no person's name does.
const ENDS: [&str; 46] = [
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
    "医师",
    "律师",
    "教师",
    "职工",
    "工人",
    "战士",
    "书记",
    "观众",
];

/// Last characters of units of three characters and more …
const SHORT: &str = "科局处厂部院队站所委办镇乡县区矿馆系";
/// … and of four and more, for names end with them, too.
const LONG: &str = "团连营市村社台会行";

/// Characters of the unit that `ink` opens with, up to the next space or mark.
pub fn unit(ink: &[Ink]) -> Option<usize> {
    const LONGEST: usize = 16;
    let end =
        (1..ink.len()).find(|at| ink[*at].spaced || !is_part(ink[*at].c)).unwrap_or(ink.len());
    (end <= LONGEST && is_unit(&ink[..end])).then_some(end)
}

fn is_unit(word: &[Ink]) -> bool {
    let Some(last) = word.last().map(|ink| ink.c) else { return false };
    if !word.iter().all(|ink| is_part(ink.c)) {
        return false;
    }
    let told = match word.len() {
        0 | 1 => false,
        2 => last == '科' && "内外骨儿妇眼牙产皮".contains(word[0].c),
        3 => SHORT.contains(last),
        _ => SHORT.contains(last) || LONG.contains(last),
    };
    told || ENDS.iter().any(|end| ends_with(word, end))
}

fn is_part(c: char) -> bool {
    is_han(c) || c.is_ascii_alphanumeric()
}

/// 沈明達(台北市/公務員): a reader who writes in, with where and what.
pub fn placed_writer(ink: &[Ink]) -> Option<Person> {
    const LONGEST_NAME: usize = 4;
    const LONGEST_PLACE: usize = 14;
    let open = ink.iter().take(LONGEST_NAME + 1).position(|ink| ink.c == '(')?;
    let inside = ink.len().checked_sub(open + 2)?;
    let told = ends_with(ink, ")")
        && (2..=LONGEST_PLACE).contains(&inside)
        && ink[open..].iter().any(|ink| ink.c == '/')
        && people::is_plain(&ink[..open]);
    told.then_some(Person { name: 0..open, role: None })
}

//! Does a number on a line of its own count a chapter? 一 … 二 …, 壹 … 贰 …: the text between them is long.

use super::shape::bare;
use crate::cursor::{Cursor, is_han};
use crate::opening::{Stop, stop};
use crate::source::Ink;

/// How a number is written: one text counts in one way.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Writing {
    Han,
    Formal,
    Circled,
    Roman,
    Digits,
}

/// Characters between two numbers that may as well count pictures or rows, and between others.
const LONG_CHAPTER: usize = 80;
const SHORT_CHAPTER: usize = 20;

/// Which pieces are the numbers of chapters: alone on their lines, from one on, each with text between it and the next.
pub fn chapters(inks: &[&[Ink]]) -> Vec<bool> {
    let numbers: Vec<(usize, Writing, u16)> = inks
        .iter()
        .enumerate()
        .filter_map(|(at, ink)| number(ink).map(|(writing, value)| (at, writing, value)))
        .collect();
    let mut chapters = vec![false; inks.len()];
    for (nth, &(first, writing, value)) in numbers.iter().enumerate() {
        if value != 1 {
            continue;
        }
        let (mut last, mut next) = (first, 2);
        for &(at, _, value) in numbers[nth + 1..].iter().filter(|number| number.1 == writing) {
            if value != next || !has_text(&inks[last + 1..at], writing) {
                break;
            }
            (chapters[last], chapters[at]) = (true, true);
            (last, next) = (at, next + 1);
        }
    }
    chapters
}

fn has_text(between: &[&[Ink]], writing: Writing) -> bool {
    let length: usize = between.iter().map(|ink| ink.len()).sum();
    let is_told = between.iter().any(|ink| stop(ink) == Stop::Full);
    let is_sure = matches!(writing, Writing::Han | Writing::Formal | Writing::Roman);
    is_told && length >= if is_sure { SHORT_CHAPTER } else { LONG_CHAPTER }
}

/// 一, (二), 叁, ④, Ⅴ, 06, and nothing else on the line.
fn number(ink: &[Ink]) -> Option<(Writing, u16)> {
    const LONGEST: usize = 5;
    const FORMAL: &str = "壹贰叁肆伍陆柒捌玖拾";
    const ROMAN: &str = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ";
    if ink.len() > LONGEST {
        return None;
    }
    let ink = match bare(ink) {
        [open, inside @ .., close] if open.c == '(' && close.c == ')' => inside,
        ink => ink,
    };
    let place = |list: &str, c: char| list.chars().position(|own| own == c).map(|at| at as u16 + 1);
    match ink {
        [one] if matches!(one.c, '①'..='⑩') => {
            Some((Writing::Circled, one.c as u16 - '①' as u16 + 1))
        }
        [one] if place(FORMAL, one.c).is_some() => Some((Writing::Formal, place(FORMAL, one.c)?)),
        [one] if place(ROMAN, one.c).is_some() => Some((Writing::Roman, place(ROMAN, one.c)?)),
        [first, ..] => {
            let writing = if is_han(first.c) { Writing::Han } else { Writing::Digits };
            let mut cursor = Cursor::of(ink);
            let value = cursor.number().filter(|_| cursor.is_done() && ink.len() <= 3)?;
            Some((writing, value))
        }
        [] => None,
    }
}

#[cfg(test)]
mod tests {
    use ::edition::BlockKind;

    #[test]
    fn numbers_alone_on_their_lines_count_the_chapters_of_one_essay() {
        let told = |numbers: [&str; 2]| {
            let [one, two] = numbers;
            let text = format!(
                "外婆的石磨\n□ 石小川\n外婆的石磨,放在堂屋的西墙下,青石,磨盘磨去了一半。\n{one}\n\
                入了冬,外婆就要推磨。黄豆泡上一夜,第二天清早上磨。\n我站在磨边添豆子,一勺一勺地添。\n{two}\n\
                后来我去省城上学,家里没有人再推磨了。街上有豆浆卖,喝起来不是那个味道。\n"
            );
            let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
            let subheads = page.articles[0].blocks.iter();
            let subheads = subheads.filter(|block| block.kind == BlockKind::Subhead).count();
            let names = page.articles[0].bylines.iter().map(|byline| byline.name.clone());
            (page.articles.len(), subheads, names.collect::<Vec<_>>())
        };
        for numbers in [["一", "二"], ["壹", "贰"], ["(一)", "(二)"], ["Ⅰ", "Ⅱ"]] {
            assert_eq!(told(numbers), (1, 2, vec!["石小川".to_owned()]), "{numbers:?}");
        }
    }

    #[test]
    fn a_chapter_may_have_a_title_below_its_number() {
        let text = "一个山村的五年\n本报记者 曲小静\n秋日的渡口,稻浪翻滚。村民刘长河站在院子里,看着满院的玉米,嘴角止不住往上翘。\n\
            壹\n“穷根”在哪里\n驻村的工作队用了两个月,走遍了全村三百户。“地不少,人不懒,就是没有产业。”队长在日记里写道。\n\
            贰\n产业立起来\n2016年春,村里建起16栋蔬菜大棚。头一年,香瓜卖了48万元。\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let blocks: Vec<BlockKind> =
            page.articles[0].blocks.iter().map(|block| block.kind).collect();
        use BlockKind::{Byline, Lead, Para, Subhead};
        assert_eq!(blocks, [Byline, Lead, Subhead, Subhead, Para, Subhead, Subhead, Para]);
    }
}

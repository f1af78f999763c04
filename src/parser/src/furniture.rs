//! Is this page matter? Mastheads, page headers, editors' lines, addresses, guides to other pages, jumps.

use crate::cursor::{Cursor, contains, ends_with, find, is_han, starts_with};
use crate::source::Ink;
use ::edition::{Date, Direction};

/// What a piece of page matter tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matter {
    pub date: Option<Date>,
    pub number: Option<u16>,
    /// 要闻 in 要闻 2025年7月24日 星期四 第2版, as a range of the ink.
    pub name: Option<std::ops::Range<usize>>,
    pub jump: Option<(Direction, Option<u16>)>,
    /// 导读: what follows it may be stubs.
    pub is_guide: bool,
    /// The paper's name at the top of the page.
    pub is_paper: bool,
    /// A stub of a guide: 标题……5版.
    pub is_stub: bool,
}

/// No page matter is longer, in characters.
const LONGEST: usize = 120;

/// What a piece tells where it is page matter.
pub fn matter(ink: &[Ink]) -> Option<Matter> {
    if ink.is_empty() || ink.len() > LONGEST {
        return None;
    }
    // Most lines have none of the characters that page matter cannot do without.
    const SIGNS: &str = "版期年月号刊责编校邮热址完续导今明本图";
    if !ink.iter().any(|ink| SIGNS.contains(ink.c)) {
        return None;
    }
    if let Some(jump) = jump(ink) {
        return Some(Matter { jump: Some(jump), ..Matter::default() });
    }
    guide(ink).or_else(|| header(ink)).or_else(|| other(ink).then(Matter::default))
}

/// 运城日报, 台東晚報: a name and nothing else.
pub fn is_paper(ink: &[Ink]) -> bool {
    const LONGEST_NAME: usize = 10;
    const ENDS: [&str; 12] = [
        "日报",
        "晚报",
        "晨报",
        "早报",
        "周报",
        "时报",
        "商报",
        "都市报",
        "农村报",
        "广播电视报",
        "青年报",
        "新报",
    ];
    ink.len() <= LONGEST_NAME
        && ink.iter().all(|ink| is_han(ink.c))
        && ENDS.iter().any(|end| ends_with(ink, end))
}

/// （下转第3版）, 上接第1版, 紧接1版.
pub fn jump(ink: &[Ink]) -> Option<(Direction, Option<u16>)> {
    const LONGEST_JUMP: usize = 24;
    if ink.len() > LONGEST_JUMP {
        return None;
    }
    let mut cursor = Cursor::of(ink);
    while cursor.eat_if(|c| !is_han(c) && !c.is_ascii_digit()).is_some() {}
    let direction = match cursor.eat_any(&["下转", "转", "上接", "紧接", "接"])? {
        "下转" | "转" => Direction::To,
        _ => Direction::From,
    };
    cursor.eat("第");
    cursor.eat_if(|c| c.is_ascii_uppercase());
    let page = cursor.number();
    cursor.eat("版").then_some(())?;
    let rest = cursor.rest();
    const WORDS_AFTER: usize = 12;
    (rest.len() <= WORDS_AFTER && !rest.iter().any(|ink| matches!(ink.c, '。' | ',')))
        .then_some((direction, page))
}

/// A line with the day and what stands around it.
fn header(ink: &[Ink]) -> Option<Matter> {
    const LONGEST_HEADER: usize = 80;
    if ink.len() > LONGEST_HEADER || ink.iter().any(|ink| matches!(ink.c, '。' | ',')) {
        return None;
    }
    let mut found = Matter::default();
    let mut left: Vec<bool> = vec![true; ink.len()];
    let mut cursor = Cursor::of(ink);
    let mut signs = 0;
    while !cursor.is_done() {
        let start = cursor.at;
        let sign = header_part(&mut cursor, &mut found);
        if sign == 0 {
            cursor.at = start + 1;
        } else {
            signs += sign;
            left[start..cursor.at].fill(false);
        }
    }
    let rest: Vec<usize> = (0..ink.len()).filter(|at| left[*at] && is_han(ink[*at].c)).collect();
    // Rows of figures have numbers too.
    const MOST_DIGITS: usize = 6;
    let digits = (0..ink.len()).filter(|at| left[*at] && ink[*at].c.is_ascii_digit()).count();
    if digits > MOST_DIGITS {
        return None;
    }
    const LONGEST_NAME: usize = 14;
    let strong = found.date.is_some_and(|date| date.year.is_some()) || signs >= 2;
    let only_number = rest.is_empty() && found.number.is_some() && signs >= 1;
    if signs == 0
        || rest.len() > LONGEST_NAME
        || !(strong || only_number || rest.is_empty() && signs > 0)
    {
        return None;
    }
    if let (Some(first), Some(last)) = (rest.first(), rest.last())
        && last - first < rest.len()
    {
        found.name = Some(*first..last + 1);
    }
    Some(found)
}

/// Steps over one part of a page header; how much it says for one, 0 where it is none.
fn header_part(cursor: &mut Cursor, found: &mut Matter) -> u32 {
    let before = *cursor;
    // 第24193期 has no 期 4193.
    let is_digit = |at: usize| cursor.ink[at].c.is_ascii_digit();
    if cursor.at > 0 && is_digit(cursor.at) && is_digit(cursor.at - 1) {
        return 0;
    }
    if cursor.eat_any(&["新闻热线", "投稿邮箱", "电子邮箱", "联系电话", "电话", "热线", "邮编", "邮箱", "QQ"]).is_some() {
        cursor.eat_if(|c| matches!(c, ':' | '/'));
        while cursor.eat_if(|c| c.is_ascii_digit() || matches!(c, '-' | '(' | ')')).is_some() {}
        return 1;
    }
    let year = cursor.year();
    if let Some(day) = cursor.month_day() {
        let again = found.date.is_some();
        found.date = found.date.or(Some(Date { year, day }));
        // 10月31日至11月4日 is no header twice.
        return if year.is_some() { 2 } else { u32::from(!again) };
    }
    *cursor = before;
    if cursor.eat_any(&["星期", "周", "礼拜"]).is_some()
        && cursor.eat_if(|c| "一二三四五六日天".contains(c)).is_some()
    {
        return 1;
    }
    *cursor = before;
    if cursor.eat("农历") || cursor.eat("夏历") || cursor.eat("乙巳") {
        while cursor.eat_if(|c| is_han(c) && c != '第' && c != '星').is_some() {}
        return 1;
    }
    *cursor = before;
    cursor.eat("第");
    cursor.eat_if(|c| c.is_ascii_uppercase());
    if let Some(number) = cursor.number() {
        if cursor.eat("版") {
            found.number = found.number.or(Some(number));
            return 2;
        }
        if before.peek() == Some('第') && cursor.eat_any(&["期", "号"]).is_some() {
            return 1;
        }
        let bare = before.at == 0 || before.ink[before.at].spaced;
        let ends = cursor.is_done() || cursor.rest()[0].spaced;
        if bare && ends && found.number.is_none() && before.peek() != Some('第') {
            found.number = Some(number);
            return 1;
        }
    }
    *cursor = before;
    if editors(cursor) {
        return 1;
    }
    *cursor = before;
    if cursor
        .eat_any(&[
            "国内统一连续出版物号",
            "国内统一刊号",
            "邮发代号",
            "今日",
            "总第",
            "责任编辑",
            "责编",
            "校对",
            "版式",
        ])
        .is_some()
    {
        return 1;
    }
    *cursor = before;
    0
}

/// 编辑 何志强, 责编:王静: an office of the page and whoever holds it.
fn editors(cursor: &mut Cursor) -> bool {
    const OFFICES: [&str; 16] = [
        "本版责编",
        "本版编辑",
        "责任编辑",
        "责任校对",
        "执行主编",
        "值班编辑",
        "责编",
        "编辑",
        "美编",
        "校对",
        "版式",
        "组版",
        "主编",
        "审读",
        "审校",
        "值班主任",
    ];
    if cursor.eat_any(&OFFICES).is_none() {
        return false;
    }
    cursor.eat_if(|c| matches!(c, ':' | '/' | '|'));
    // The holder's name, padded or not: up to the next space behind two characters.
    const LONGEST_HOLDER: usize = 4;
    let start = cursor.at;
    while let Some(ink) = cursor.ink.get(cursor.at).filter(|ink| is_han(ink.c)) {
        let length = cursor.at - start;
        let starts_another = length > 1 && ink.spaced;
        if length == LONGEST_HOLDER || starts_another {
            break;
        }
        cursor.at += 1;
    }
    cursor.at > start
}

/// What a line of editors, addresses and numbers opens with, longest first.
const OPENINGS: [&str; 34] = [
    "本版责任编辑",
    "本版责编",
    "本版编辑",
    "本版主编",
    "本版美编",
    "本版校对",
    "责任编辑",
    "责编",
    "值班编辑",
    "值班主任",
    "值班编委",
    "执行主编",
    "本期编辑",
    "编辑:",
    "编辑/",
    "编辑 ",
    "主编:",
    "美编",
    "版式",
    "校对",
    "组版",
    "审校",
    "编审",
    "制图:",
    "热线",
    "新闻热线",
    "投稿邮箱",
    "电子邮箱",
    "邮箱",
    "社址",
    "地址:",
    "广告热线",
    "本报地址",
    "国内统一",
];

fn other(ink: &[Ink]) -> bool {
    if OPENINGS.iter().any(|opening| starts_with(ink, opening.trim_end())) && !ends_with(ink, "。")
    {
        return is_editors(ink);
    }
    let has = |word: &str| contains(ink, word);
    // 本版图片由本报通讯员提供, 今日天气:阴转小雨
    let of_page =
        starts_with(ink, "本版") || starts_with(ink, "本期") || starts_with(ink, "图片均");
    let supplied = of_page && (has("提供") || has("除署名") || ends_with(ink, "摄")) && !has(",");
    const LONGEST_EAR: usize = 40;
    let weather = ["今日天气", "明日天气", "今天天气", "明天天气", "今日气温"];
    let ear =
        ink.len() <= LONGEST_EAR && weather.iter().any(|word| starts_with(ink, word)) && has(":");
    if (supplied || ear) && !ends_with(ink, "。") {
        return true;
    }
    let house = has("统一刊号") || has("邮发代号") || has("连续出版物号");
    let contact = has("热线") && has("邮箱") || has("邮编") && has("电话") && has("社址");
    let to_be_continued =
        ink.len() <= 8 && (has("未完待续") || has("待续")) || is_bracketed(ink, "完");
    house || contact || to_be_continued
}

fn is_bracketed(ink: &[Ink], word: &str) -> bool {
    ink.len() == word.chars().count() + 2 && ink[0].c == '(' && starts_with(&ink[1..], word)
}

/// 编辑 alone opens sentences too: a line of editors has no comma of prose and is short.
fn is_editors(ink: &[Ink]) -> bool {
    const LONGEST_EDITORS: usize = 70;
    let prose = ink.iter().filter(|ink| matches!(ink.c, ',' | '。' | '“')).count();
    let sure = [
        "责",
        "校",
        "美编",
        "版式",
        "热线",
        "邮箱",
        "新闻热线",
        "投稿",
        "社址",
        "本报地址",
        "本版",
        "组版",
        "国内统一",
    ]
    .iter()
    .any(|word| starts_with(ink, word));
    let told = ink.iter().any(|ink| matches!(ink.c, ':' | '/')) || ink.iter().any(|ink| ink.spaced);
    ink.len() <= LONGEST_EDITORS && prose <= 1 && (sure || told)
}

/// 导读, and its stubs: 标题……5版.
fn guide(ink: &[Ink]) -> Option<Matter> {
    let label: String = ink.iter().map(|ink| ink.c).filter(|c| is_han(*c)).collect();
    if matches!(
        label.as_str(),
        "导读"
            | "今日导读"
            | "本期导读"
            | "新闻导读"
            | "今日看点"
            | "要闻导读"
            | "今日要目"
            | "版面导读"
    ) {
        return Some(Matter { is_guide: true, ..Matter::default() });
    }
    let dots = find(ink, "……").or_else(|| find(ink, "...")).or_else(|| find(ink, "··"));
    let mut cursor = Cursor::of(ink);
    let page = match dots {
        Some(dots) => {
            cursor.at = dots;
            while cursor.eat_if(|c| matches!(c, '…' | '.' | '·' | '(' | ')')).is_some() {}
            true
        }
        None => stub_page(&mut cursor),
    };
    let is_stub = page && {
        cursor.eat_any(&["见", "详见"]);
        cursor.eat("第");
        cursor.eat_if(|c| c.is_ascii_uppercase());
        cursor.number().is_some()
            && cursor.eat("版")
            && cursor.rest().iter().all(|ink| !is_han(ink.c))
    };
    is_stub.then(|| Matter { is_stub: true, ..Matter::default() })
}

/// 标题 >>>3版, 标题(见3版), 标题 第3版: to the mark before the number.
fn stub_page(cursor: &mut Cursor) -> bool {
    let ink = cursor.ink;
    const LONGEST_TAIL: usize = 8;
    let from = ink.len().saturating_sub(LONGEST_TAIL);
    let mark = ink[from..]
        .iter()
        .position(|ink| matches!(ink.c, '>' | '▶' | '→' | '/' | '(') || ink.spaced);
    match mark {
        Some(mark) if ends_with(ink, "版") || ends_with(ink, "版)") => {
            cursor.at = from + mark;
            while cursor.eat_if(|c| matches!(c, '>' | '▶' | '→' | '/' | '(')).is_some() {}
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn told(text: &str) -> Option<String> {
        let source = Source::of(text);
        matter(&source.ink).map(|matter| {
            let date = matter.date.map_or(String::new(), |date| date.to_string());
            let number = matter.number.map_or(String::new(), |number| format!(" {number}"));
            let name = matter
                .name
                .map_or(String::new(), |name| format!(" {}", source.span(&name).of(text)));
            let jump = matter.jump.map_or(String::new(), |jump| format!("{jump:?}"));
            format!("{date}{number}{name}{jump}")
        })
    }

    #[test]
    fn page_matter_is_told_from_text() {
        for (text, read) in [
            ("2025年10月15日 星期三", Some("2025年10月15日")),
            ("第6版", Some(" 6")),
            ("社会民生　2025年3月7日　星期五　3", Some("2025年3月7日 3 社会民生")),
            ("中華民國一〇六年2月23日　星期六　B5　綜合", Some("2017年2月23日 5 綜合")),
            ("责编 万强磊 校对 秦霞伟 版式 钟晨强", Some("")),
            ("编辑/梁海源 校对/龚鸣雪", Some("")),
            ("热线:0359-2233000 投稿邮箱:news@example.com", Some("")),
            (
                "佛山晨报 | A06 区街 2024年11月6日 星期三 编辑 何志强 美编 梁婉",
                Some("2024年11月6日 6"),
            ),
            ("本版图片由本报通讯员提供", Some("")),
            ("今日天气：阴转小雨 7℃～11℃", Some("")),
            ("排列五 第24193期 6 0 8 2 7", None),
            ("大乐透 第24083期 03 11 19 24 31 + 05 09", None),
            ("（下转第3版）", Some("(To, Some(3))")),
            ("上接第1版", Some("(From, Some(1))")),
            ("导读", Some("")),
            ("铁路清明假期运输今天启动……8版", Some("")),
            ("(未完待续)", Some("")),
            ("7月23日,全市推进会召开", None),
            ("编辑部的故事", None),
            ("2025年经济工作会议召开", None),
            ("接下来怎么办", None),
            ("简讯", None),
        ] {
            assert_eq!(told(text).as_deref(), read, "{text}");
        }
    }
}

//! Is this page matter? Mastheads, page headers, editors' lines, addresses, guides to other pages, jumps.

mod calendar;
mod contact;
mod header;
mod masthead;
mod name;
mod office;
mod parts;

pub use self::contact::is_contact;
pub use self::masthead::{At, masthead};
pub use self::name::{is_organ, is_paper, is_paper_by_day, is_paper_in_head};

use self::header::header;
use self::name::is_paper_name;
use self::office::other;
use crate::cursor::{Cursor, ends_with, find, is_han};
use crate::dating::Weekday;
use crate::source::Ink;
use crate::wordlist::Chars;
use ::edition::{Date, Direction, PageNumber};

/// What a piece of page matter tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matter {
    pub date: Option<Date>,
    /// 74 in 七十四年七月十九日: the year of the day where the page counts as Taiwan does.
    pub year_of_republic: Option<u16>,
    pub weekday: Option<Weekday>,
    pub number: Option<PageNumber>,
    /// 要闻 in 要闻 2025年7月24日 星期四 第2版, as a range of the ink.
    pub name: Option<std::ops::Range<usize>>,
    pub jump: Option<(Direction, Option<u16>)>,
    /// 导读: what follows it may be stubs.
    pub is_guide: bool,
    /// The paper's name, as a range of the ink.
    pub paper: Option<std::ops::Range<usize>>,
    /// A stub of a guide: 标题……5版.
    pub is_stub: bool,
    /// The rule that took it.
    pub why: &'static str,
}

/// The rule for heads of pages.
pub const HEAD: &str = "版头";

/// No page matter is longer, in characters.
const LONGEST: usize = 120;

/// What a piece tells where it is page matter.
pub fn matter(ink: &[Ink]) -> Option<Matter> {
    if ink.is_empty() || ink.len() > LONGEST {
        return None;
    }
    // Most lines have none of the characters that page matter cannot do without.
    static SIGNS: Chars = Chars::of("版页期年月号刊责编校邮热址完续导今明本图报稿值督");
    if !ink.iter().any(|ink| SIGNS.has(ink.c)) {
        return None;
    }
    if let Some(jump) = jump(ink) {
        return Some(Matter { jump: Some(jump), why: "转版标记", ..Matter::default() });
    }
    let other = || {
        other(ink)
            .then(|| Matter { why: "编校、地址、刊号一类的行", ..Matter::default() })
    };
    masthead(ink, At::Anywhere).or_else(|| guide(ink)).or_else(|| header(ink)).or_else(other)
}

/// 腊八节话粥 A4: a title and, behind a space, the page that it stands on.
pub fn ends_in_page(ink: &[Ink]) -> bool {
    const LONGEST_STUB: usize = 40;
    let Some(at) = ink.iter().rposition(|ink| ink.spaced) else { return false };
    let mut cursor = Cursor { ink, at };
    cursor.eat("第");
    cursor.eat_if(|c| c.is_ascii_uppercase());
    let numbered = cursor.number().is_some();
    cursor.eat("版");
    numbered && cursor.is_done() && ink.len() <= LONGEST_STUB
}

/// A07 教育, 教育 A07: the page's number and name and nothing else.
pub fn folio(ink: &[Ink]) -> Option<Matter> {
    const LONGEST_NAME: usize = 8;
    let is_code = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
    let start = ink.iter().position(|ink| is_code(ink.c))?;
    let length = ink[start..].iter().take_while(|ink| is_code(ink.c)).count();
    let mut code = Cursor { ink: &ink[start..start + length], at: 0 };
    let part = code.eat_if(|c| c.is_ascii_uppercase());
    let number = code.number().filter(|_| code.is_done() && length <= 3)?;
    let (before, after) = (&ink[..start], &ink[start + length..]);
    let name = before.len() + after.len();
    let alone = before.is_empty() != after.is_empty() || name == 0;
    let apart =
        after.first().is_none_or(|ink| ink.spaced) && (before.is_empty() || ink[start].spaced);
    let is_name = before.iter().chain(after).all(|ink| is_han(ink.c) || ink.c == '·');
    // 2 校园
    let section = if before.is_empty() { start + length..ink.len() } else { 0..start };
    let names = |name: &[Ink]| {
        name.len() > 1
            && (crate::features::names_page(name) || crate::features::names_section(name))
    };
    let is_section = length == 1 && names(&ink[section.clone()]);
    let told = part.is_some() || length == 2 || is_section;
    let fits = told && alone && apart && is_name && name <= LONGEST_NAME;
    fits.then(|| Matter {
        number: Some(PageNumber { part, number }),
        name: is_section.then_some(section),
        why: HEAD,
        ..Matter::default()
    })
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
    cursor.eat_any(&["版", "页"])?;
    let rest = cursor.rest();
    const WORDS_AFTER: usize = 12;
    (rest.len() <= WORDS_AFTER && !rest.iter().any(|ink| matches!(ink.c, '。' | ',')))
        .then_some((direction, page))
}

/// 导读, and its stubs: 标题……5版.
fn guide(ink: &[Ink]) -> Option<Matter> {
    const LONGEST_LABEL: usize = 4;
    let han = ink.iter().map(|ink| ink.c).filter(|c| is_han(*c));
    let label: String = han.take(LONGEST_LABEL + 1).collect();
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
        return Some(Matter { is_guide: true, why: "导读", ..Matter::default() });
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
    is_stub.then(|| Matter { is_stub: true, why: "导读的一条", ..Matter::default() })
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
pub mod tests;

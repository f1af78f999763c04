//! Is this page matter? Mastheads, page headers, editors' lines, addresses, guides to other pages, jumps.

mod calendar;
mod contact;
mod guide;
mod header;
mod masthead;
mod name;
mod office;
mod parts;
mod rule;
mod site;
mod system;
mod telephone;

pub use self::contact::is_contact;
pub use self::guide::{Numbered, is_numbered, names_page_alone, needs_stubs};
pub use self::masthead::{At, masthead};
pub use self::name::{is_organ, is_paper, is_paper_by_day, is_paper_in_head};
pub use self::parts::imprint;
pub use self::rule::rules_off;
pub use self::site::{
    SITE, has_site_words, heads_list, is_controls, is_like_site, is_minute, may_have_controls,
    writer_of,
};

use self::guide::guide;
use self::header::header;
use self::name::is_paper_name;
use self::office::other;
pub use self::system::SYSTEM;
pub use self::telephone::{asks_for_texts, is_foot};
use crate::cursor::{Cursor, ends_with, find, is_han, starts_with};
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
    /// 2026年6月31日, as a range of the ink: a day that is none.
    pub no_day: Option<std::ops::Range<usize>>,
    pub weekday: Option<Weekday>,
    pub number: Option<PageNumber>,
    /// 要闻 in 要闻 2025年7月24日 星期四 第2版, as a range of the ink.
    pub name: Option<std::ops::Range<usize>>,
    /// What is set apart behind that name and may be one, too.
    pub other_names: Vec<std::ops::Range<usize>>,
    pub jump: Option<(Direction, Option<u16>)>,
    /// 导读: what follows it may be stubs.
    pub is_guide: bool,
    /// The paper's name, as a range of the ink.
    pub paper: Option<std::ops::Range<usize>>,
    /// A stub of a guide: 标题……5版.
    pub is_stub: bool,
    /// ————————: what stands above it ends there.
    pub rules_off: bool,
    /// The rule that took it.
    pub why: &'static str,
}

/// The rule for heads of pages.
pub const HEAD: &str = "版头";

/// The rule for lines of the paper's office.
pub const OFFICE: &str = "编校、地址、刊号一类的行";

/// The rule for what the dump says to be a field of the system that wrote it.
pub const FIELD: &str = "写明的栏位";

/// No page matter is longer, in characters.
const LONGEST: usize = 120;

/// What a piece tells where it is page matter.
pub fn matter(ink: &[Ink]) -> Option<Matter> {
    if ink.is_empty() || ink.len() > LONGEST {
        return None;
    }
    if rules_off(ink) {
        return Some(Matter { rules_off: true, why: "分隔线", ..Matter::default() });
    }
    if points_on(ink) {
        return Some(Matter { why: "转版标记", ..Matter::default() });
    }
    if let Some(matter) = site::site(ink) {
        return Some(matter);
    }
    if system::is_of_system(ink) {
        return Some(Matter { why: SYSTEM, ..Matter::default() });
    }
    // 2025-07-24 08:12 names no eighth page.
    if site::has_minute(ink) {
        return site::is_described(ink).then(|| Matter { why: SITE, ..Matter::default() });
    }
    // Most lines have none of the characters that page matter cannot do without.
    static SIGNS: Chars = Chars::of("版页期年月号刊责编校邮热址完续导今明本图报稿值督网审监");
    let described = || site::is_described(ink).then(|| Matter { why: SITE, ..Matter::default() });
    if !ink.iter().any(|ink| SIGNS.has(ink.c)) {
        return described();
    }
    // 一、申请期间:自民国一一三年十月二十日起 is a point of a notice.
    if is_point(ink) {
        return None;
    }
    // (摘自《江岸文摘》2021年第8期) has the issue of another paper.
    if crate::credit::cited(ink).is_some() {
        return None;
    }
    if let Some(jump) = jump(ink) {
        return Some(Matter { jump: Some(jump), why: "转版标记", ..Matter::default() });
    }
    let other = || other(ink).then(|| Matter { why: OFFICE, ..Matter::default() });
    masthead(ink, At::Anywhere)
        .or_else(|| guide(ink))
        .or_else(|| header(ink))
        .or_else(other)
        .or_else(described)
}

/// A03:区县, 第四版 副刊: nothing but which page it is.
fn matter_of_page(ink: &[Ink]) -> bool {
    let read = header(ink).or_else(|| folio(ink)).or_else(|| masthead(ink, At::Top));
    read.is_some_and(|matter| matter.number.is_some())
}

fn is_point(ink: &[Ink]) -> bool {
    let mut cursor = Cursor::of(ink);
    !ink[0].c.is_ascii_digit()
        && cursor.number().is_some()
        && cursor.eat("、")
        && ink.iter().any(|ink| ink.c == ':')
}

/// 名村民连夜转移 behind 12: what is counted, and no section, as 人物 and 家居 are.
pub fn is_counted(name: &[Ink]) -> bool {
    const LONGEST_SECTION: usize = 4;
    const MEASURES: &str = "年名人万亿个家岁元天月日米吨亩户台辆条座场次位所项件只头棵里公多余";
    name.len() > LONGEST_SECTION && MEASURES.contains(name[0].c)
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
    let told = part.is_some() || length == 2 && !is_counted(after) || is_section;
    let fits = told && alone && apart && is_name && name <= LONGEST_NAME;
    fits.then(|| Matter {
        number: Some(PageNumber { part, number }),
        name: is_section.then_some(section),
        why: HEAD,
        ..Matter::default()
    })
}

/// (未完待续), (相关新闻见A3): there is more, another day or on another page.
pub fn points_on(ink: &[Ink]) -> bool {
    const LONGEST: usize = 14;
    let [open, inside @ .., close] = ink else { return false };
    let is_page = || {
        let at = find(inside, "见").filter(|at| *at > 1);
        at.is_some_and(|at| names_page_alone(&inside[at..]))
    };
    let opens = ["相关", "详细", "更多", "报道"].iter().any(|word| starts_with(inside, word));
    (open.c, close.c) == ('(', ')')
        && ink.len() <= LONGEST
        && (ends_with(inside, "待续") || opens && is_page())
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

#[cfg(test)]
pub mod tests;

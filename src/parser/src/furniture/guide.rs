//! What leads to other pages: 导读 and the titles below it, each with the page that it stands on?

use super::Matter;
use crate::cursor::{Cursor, ends_with, find, is_han};
use crate::source::Ink;

/// Labels that stand over nothing but stubs …
const LABELS: [&str; 11] = [
    "导读",
    "今日导读",
    "本期导读",
    "新闻导读",
    "要闻导读",
    "版面导读",
    "本版导读",
    "内页导读",
    "今日要目",
    "本期要目",
    "今日看点",
];

/// … and those of them that a section may have, too: 今日看点 over what is on television.
const SECTIONS: [&str; 1] = ["今日看点"];

/// No stub is longer, in characters.
const LONGEST_STUB: usize = 40;

/// 导读, and its stubs: 标题……5版.
pub fn guide(ink: &[Ink]) -> Option<Matter> {
    if is_label(ink, &LABELS) {
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

/// Whether it is a guide's label only where stubs stand below it.
pub fn needs_stubs(ink: &[Ink]) -> bool {
    is_label(ink, &SECTIONS)
}

fn is_label(ink: &[Ink], labels: &[&str]) -> bool {
    let label = ink.iter().map(|ink| ink.c).filter(|c| is_han(*c));
    labels.iter().any(|known| label.clone().eq(known.chars()))
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

/// How a stub says on which page its title stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Numbered {
    No,
    /// 今日天气 3版, 开镰了2版: so a sentence may end, too.
    Loosely,
    /// 小街换新颜 ②版, 小街换新颜 A3, 小街换新颜>>>3版.
    Plainly,
}

/// How a line says on which page its title stands.
pub fn is_numbered(ink: &[Ink]) -> Numbered {
    const SHORTEST_TITLE: usize = 2;
    let is_whole = ink.iter().any(|ink| ink.c == '。');
    match page_at_end(ink) {
        Some((title, told))
            if title >= SHORTEST_TITLE && ink.len() <= LONGEST_STUB && !is_whole =>
        {
            told
        }
        _ => Numbered::No,
    }
}

/// 详见2版, 见A3版, ②版: below the title of what stands there.
pub fn names_page_alone(ink: &[Ink]) -> bool {
    let mut cursor = Cursor::of(ink);
    if cursor.eat_any(&["详见", "见", "请看", "详细报道见"]).is_some() {
        cursor.eat("今日");
        cursor.eat("第");
        // 见A3
        let lettered = cursor.eat_if(|c| c.is_ascii_uppercase()).is_some();
        let numbered = cursor.number().is_some();
        return numbered && (cursor.eat("版") || lettered) && cursor.is_done();
    }
    page_at_end(ink) == Some((0, Numbered::Plainly))
}

/// Where the title before a page's number ends.
fn page_at_end(ink: &[Ink]) -> Option<(usize, Numbered)> {
    let mut rest = Back { ink, end: ink.len() };
    let closed = rest.eat(|c| c == ')');
    let named = rest.eat(|c| c == '版');
    let circled = rest.eat(is_circled);
    let digits = if circled { 0 } else { rest.eat_up_to(2, |c| c.is_ascii_digit()) };
    // 第三版, 三版
    let written = !circled && digits == 0 && named && rest.eat_up_to(2, is_written) > 0;
    let lettered = digits > 0 && rest.eat(|c| c.is_ascii_uppercase());
    let ordinal = rest.eat(|c| c == '第');
    // CCTV5, 3.12
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '-' | '%');
    // 小街换新颜 (A3), but no 小街换新颜(3).
    let enclosed = closed && lettered && rest.last() == Some('(');
    if closed && !named && !enclosed
        || !(circled || digits > 0 || written)
        || rest.last().is_some_and(is_part)
    {
        return None;
    }
    rest.eat_up_to(usize::from(enclosed), |c| c == '(');
    let spaced = ink.get(rest.end).is_some_and(|ink| ink.spaced) || rest.end == 0;
    rest.eat_up_to(2, |c| matches!(c, '见' | '详'));
    let is_mark = |c: char| matches!(c, '>' | '→' | '▶' | '►' | '…') || named && "/(".contains(c);
    let marked = rest.eat_up_to(6, is_mark) > 0;
    let apart = spaced || marked;
    let told = match (named, apart) {
        _ if enclosed && !named => Numbered::Loosely,
        (true, _) if circled || lettered || ordinal && !written => Numbered::Plainly,
        (true, true) if marked => Numbered::Plainly,
        (false, true) if lettered || marked => Numbered::Plainly,
        (true, true) => Numbered::Loosely,
        (true, false) if digits > 0 || ordinal => Numbered::Loosely,
        (false, true) if digits > 0 || circled => Numbered::Loosely,
        _ => return None,
    };
    Some((rest.end, told))
}

fn is_circled(c: char) -> bool {
    matches!(c, '①'..='⑳' | '❶'..='❿')
}

fn is_written(c: char) -> bool {
    "一二三四五六七八九十".contains(c)
}

/// The end of a run of ink, read backwards.
struct Back<'i> {
    ink: &'i [Ink],
    end: usize,
}

impl Back<'_> {
    fn last(&self) -> Option<char> {
        self.ink[..self.end].last().map(|ink| ink.c)
    }

    fn eat(&mut self, is: impl Fn(char) -> bool) -> bool {
        self.eat_up_to(1, is) == 1
    }

    /// How many it stepped over.
    fn eat_up_to(&mut self, most: usize, is: impl Fn(char) -> bool) -> usize {
        let eaten =
            self.ink[..self.end].iter().rev().take(most).take_while(|ink| is(ink.c)).count();
        self.end -= eaten;
        eaten
    }
}

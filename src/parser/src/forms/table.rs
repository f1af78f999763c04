//! Is it a row of a table, or what stands between its rows: the day, the group, the venue?

use super::{Form, is_row};
use crate::cursor::is_han;
use crate::opening::{Stop, stop};
use crate::source::Ink;

/// No title of a group of rows is longer, in characters.
const LONGEST_GROUP: usize = 10;

/// Whether a line stands in cells, as rows do: 22:30 女子举重决赛 CCTV-5.
pub fn has_cells(ink: &[Ink]) -> bool {
    is_row(&super::form(ink))
}

/// 男子全程前三名, (前十名): whoever came first, in a report on the race.
pub fn names_ranks(ink: &[Ink]) -> bool {
    let plain = match ink {
        [plain @ .., last] if last.c == ')' => plain,
        _ => ink,
    };
    // 最终名次
    crate::cursor::ends_with(plain, "名次")
        || matches!(plain, [.., front, number, last]
        if front.c == '前' && last.c == '名' && "三四五六八十3568".contains(number.c))
}

/// 第一名 武冈一队, 一等奖 王明: a place in a race or a prize, and behind a space whoever has it.
pub fn gives_place(ink: &[Ink]) -> bool {
    const PLACES: [&str; 3] = ["冠军", "亚军", "季军"];
    const NUMBERS: &str = "一二三四五六七八九十12345678";
    let counted = match ink {
        [first, number, name, ..] if first.c == '第' => {
            NUMBERS.contains(number.c) && name.c == '名'
        }
        [number, rank, prize, ..] => {
            "特一二三四".contains(number.c) && rank.c == '等' && prize.c == '奖'
        }
        _ => false,
    };
    let length = if counted { 3 } else { 2 };
    let is_place = counted || PLACES.iter().any(|word| crate::cursor::starts_with(ink, word));
    is_place && ink.get(length).is_some_and(|who| who.spaced || who.c == ':')
}

/// 男子甲组, 8月23日: short lines over the rows of one table, two of them or more.
pub fn groups(pieces: &[&[Ink]], forms: &[Form], is_name: &dyn Fn(usize) -> bool) -> Vec<bool> {
    let rows: Vec<bool> = forms.iter().map(is_row).collect();
    let row = |at: Option<usize>| at.and_then(|at| rows.get(at)).copied().unwrap_or(false);
    // (单位:元/公斤) over the names of the columns.
    let measures = |at: usize| {
        let ink = pieces[at];
        ink[0].c == '(' && crate::cursor::contains(ink, "单位:") && row(Some(at + 1))
    };
    let may_be = |at: usize| {
        let plain = |ink: &Ink| is_han(ink.c) || ink.c.is_ascii_alphanumeric();
        let label = crate::features::names_section(pieces[at]) || forms[at].notice_title;
        !rows[at]
            && pieces[at].len() <= LONGEST_GROUP
            && pieces[at].iter().all(plain)
            && stop(pieces[at]) == Stop::Open
            && row(Some(at + 1))
            && !is_name(at)
            && !label
    };
    let among: Vec<bool> = (0..pieces.len()).map(may_be).collect();
    let inside = |at: usize| among[at] && row(at.checked_sub(1));
    // The first title has no row above it, and another title below its rows.
    let first = |at: usize| {
        let end = (at + 1..pieces.len()).find(|next| !rows[*next]);
        among[at] && end.is_some_and(inside)
    };
    let is_group = |at: usize| inside(at) && closes(&rows, &among, at) || first(at) || measures(at);
    (0..pieces.len()).map(is_group).collect()
}

/// Above the title of a group stand rows of a group that has a title, too.
fn closes(rows: &[bool], among: &[bool], at: usize) -> bool {
    let above = (0..at).rev().find(|above| !rows[*above]);
    above.is_some_and(|above| among[above])
}

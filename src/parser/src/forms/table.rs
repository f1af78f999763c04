//! Is it a row of a table, or what stands between its rows: the day, the group, the venue?

use super::{Form, is_row};
use crate::cursor::{contains, is_han, starts_with};
use crate::opening::{Stop, stop};
use crate::source::Ink;

/// No title of a group of rows is longer, in characters.
const LONGEST_GROUP: usize = 10;

/// No line that says in what the figures are counted is longer, in characters.
const LONGEST_MEASURE: usize = 16;

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
    let is_place = counted || PLACES.iter().any(|word| starts_with(ink, word));
    is_place && ink.get(length).is_some_and(|who| who.spaced || who.c == ':')
}

/// (单位:元/公斤), 单位:元/公斤: in what the figures are counted.
pub fn is_measure(ink: &[Ink]) -> bool {
    let bare = ink.len() <= LONGEST_MEASURE && starts_with(ink, "单位:");
    bare || starts_with(ink, "(") && contains(ink, "单位:")
}

/// 男子甲组, 8月23日: short lines over the rows of one table, two of them or more.
pub fn groups(pieces: &[&[Ink]], forms: &[Form], is_name: &dyn Fn(usize) -> bool) -> Vec<bool> {
    let rows: Vec<bool> = forms.iter().map(is_row).collect();
    let row = |at: Option<usize>| at.and_then(|at| rows.get(at)).copied().unwrap_or(false);
    // Over the names of the columns, or between them and the rows.
    let measures = |at: usize| {
        let ink = pieces[at];
        is_measure(ink) && row(Some(at + 1))
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

#[cfg(test)]
mod tests {
    use crate::{Context, parse_page};
    use ::edition::BlockKind;

    #[test]
    fn a_measure_stands_between_the_columns_and_the_rows() {
        let text = "书画展览开幕\n\n本报讯(记者 赵强)7月1日,书画展览在文化馆开幕,展出作品一百件。\n\n6月第1周主要水产品批发价\n\n\
            品种 规格 河口 渡口 上河\n单位：元/公斤\n草鱼 1.5公斤 14.2 13.8 13.1\n鲫鱼 0.35公斤 19.6 19.0 18.4\n黄鳝 0.1公斤 66.0 64.0 62.5\n";
        let page = parse_page("甲.txt", text, &Context::default());
        let table = page.articles.last().and_then(|article| article.blocks.first());
        assert_eq!(table.map(|block| (block.kind, block.spans.len())), Some((BlockKind::Table, 5)));
    }
}

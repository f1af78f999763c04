//! Which month or number of the year is it? Papers that come out monthly or quarterly state no day: 2008年4月號, 二〇一九年第3期.

use super::TOP;
use crate::cursor::{Cursor, ends_with, is_han};
use crate::furniture::{HEAD, Matter};
use crate::piece::Piece;
use crate::source::{Ink, Source};
use crate::wordlist::Words;

/// The line with the month or number, and the paper's name in front of it or on the line above.
pub fn issue_lines(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    const BESIDE: std::ops::RangeInclusive<usize> = 2..=9;
    // What else is counted by the year: notices, lotteries.
    static NUMBERED: Words = Words::of(&[
        "公告",
        "通告",
        "公报",
        "公示",
        "通报",
        "启事",
        "简章",
        "通知",
        "主席令",
        "政府令",
        "国务院令",
        "双色球",
        "体彩",
        "福彩",
        "乐透",
    ]);
    let ink = |at: usize| &source.ink[pieces[at].ink.clone()];
    let is_name = |ink: &[Ink]| {
        BESIDE.contains(&ink.len())
            && ink.iter().all(|ink| is_han(ink.c))
            // 河湾文艺 is a magazine here, and a label elsewhere.
            && (!crate::features::names_section(ink) || ends_with(ink, "文艺"))
            && !NUMBERED.end(ink)
    };
    for at in 0..matters.len().min(TOP) {
        let line = ink(at);
        let begins =
            |start: &usize| (*start == 0 || line[*start].spaced) && is_issue(&line[*start..]);
        let Some(start) = (0..line.len()).find(begins) else { continue };
        let head = |paper| Some(Matter { paper, why: HEAD, ..Matter::default() });
        if start > 0 {
            if is_name(&line[..start]) {
                let matter = matters[at].get_or_insert_default();
                matter.paper.get_or_insert(0..start);
                matter.name.take_if(|name| name.end <= start);
                matter.why = HEAD;
            }
        } else if at < 2 {
            matters[at] = matters[at].take().or_else(|| head(None));
            if at == 1 && matters[0].is_none() && is_name(ink(0)) {
                matters[0] = head(Some(0..ink(0).len()));
            }
        }
        return;
    }
}

/// 2008年4月號, 二〇一九年第3期, 2014年秋季号, 2016年第2期（总第18期）.
fn is_issue(ink: &[Ink]) -> bool {
    let mut cursor = Cursor::of(ink);
    if cursor.year().is_none() {
        return false;
    }
    let is_month = cursor.number().is_some_and(|month| (1..=12).contains(&month))
        && cursor.eat("月")
        && cursor.eat_any(&["号", "刊", "版"]).is_some();
    let is_season = !is_month
        && cursor.eat_if(|c| "春夏秋冬".contains(c)).is_some()
        && cursor.eat_any(&["季号", "季刊", "号"]).is_some();
    let is_number = numbered(&mut cursor, "第", &["期"]);
    cursor.eat("(");
    numbered(&mut cursor, "总第", &["期", "号"]);
    cursor.eat(")");
    (is_month || is_season || is_number) && cursor.is_done()
}

/// 第3期; 2019年第3号 is a notice's.
fn numbered(cursor: &mut Cursor, word: &str, ends: &[&'static str]) -> bool {
    let start = *cursor;
    let is = cursor.eat(word) && cursor.number().is_some() && cursor.eat_any(ends).is_some();
    if !is {
        *cursor = start;
    }
    is
}

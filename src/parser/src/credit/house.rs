//! Which paper or agency stands before whoever is named, or by itself?

use super::{Credit, LONG_ROLE_LIST, unit};
use crate::cursor::{Cursor, ends_with, is_han};
use crate::source::Ink;
use crate::words::HOUSES;

/// 本报, 新华社, 山西晚报 (before a role).
pub fn house(cursor: &mut Cursor) -> bool {
    if cursor.eat_of(&HOUSES).is_some() {
        cursor.at += unit::stationed(cursor.rest());
        return true;
    }
    const LONGEST_HOUSE: usize = 12;
    let rest = cursor.rest();
    let role =
        (2..rest.len().min(LONGEST_HOUSE)).find(|at| LONG_ROLE_LIST.opens(&rest[*at..]).is_some());
    const ENDS: [&str; 10] =
        ["报", "社", "台", "网", "刊", "中心", "客户端", "频道", "新闻", "视频"];
    // 孙跃华 邵丽丽 本报记者: who is named first is no house.
    let is_house = |end: usize| {
        // 青岛日报/观海新闻, 半岛晨报、39度视频: a paper and what else it runs.
        let mut joined = false;
        let whole = rest[..end].iter().enumerate().all(|(at, ink)| {
            let joins = matches!(ink.c, '/' | '、')
                && at > 1
                && ["报", "社", "台", "网"].iter().any(|last| ends_with(&rest[..at], last));
            joined |= joins;
            (is_han(ink.c) || joins || joined && ink.c.is_ascii_digit()) && (at == 0 || !ink.spaced)
        });
        whole && ENDS.iter().any(|last| ends_with(&rest[..end], last))
    };
    match role.filter(|end| is_house(*end)) {
        Some(end) => {
            cursor.at += end;
            true
        }
        None => false,
    }
}

/// 本报编辑部, 新华社编辑部: the paper itself writes.
pub fn office(ink: &[Ink]) -> Option<Credit> {
    let mut cursor = Cursor::of(ink);
    cursor.eat_of(&HOUSES)?;
    let is_whole = cursor.eat("编辑部") && cursor.is_done();
    is_whole.then(|| Credit { firm: true, sure: true, ..Credit::default() })
}

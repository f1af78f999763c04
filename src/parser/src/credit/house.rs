//! Which paper or agency stands before whoever is named, or by itself?

use super::{Credit, LONG_ROLE_LIST, unit};
use crate::cursor::{Cursor, ends_with, is_han};
use crate::source::Ink;
use crate::wordlist::Words;
use crate::words::HOUSES;

/// 本报, 新华社, 山西晚报 (before a role).
pub fn house(cursor: &mut Cursor) -> bool {
    if cursor.eat_of(&HOUSES).is_some() {
        cursor.at += unit::stationed(cursor.rest());
        return true;
    }
    const LONGEST_HOUSE: usize = 14;
    let rest = cursor.rest();
    let has_role = |at: usize| LONG_ROLE_LIST.opens(&rest[at..]).is_some();
    const ENDS: [&str; 13] = [
        "报",
        "社",
        "台",
        "网",
        "刊",
        "中心",
        "客户端",
        "频道",
        "新闻",
        "视频",
        "媒体",
        "融媒",
        "+",
    ];
    // 孙跃华 邵丽丽 本报记者: who is named first is no house.
    let is_house = |end: usize| {
        // 青岛日报/观海新闻, 半岛晨报、39度视频, 新甘肃·甘肃日报: a paper and what else it runs.
        let mut joined = false;
        let whole = rest[..end].iter().enumerate().all(|(at, ink)| {
            let is_paper =
                || ["报", "社", "台", "网"].iter().any(|last| ends_with(&rest[..at], last));
            let joins = at > 1 && (ink.c == '·' || matches!(ink.c, '/' | '、') && is_paper());
            joined |= joins;
            // YMG全媒体, 南方+
            let is_sign = ink.c.is_ascii_alphabetic() || ink.c == '+' && at > 1;
            (is_han(ink.c) || is_sign || joins || joined && ink.c.is_ascii_digit())
                && (at == 0 || !ink.spaced)
        });
        whole && ENDS.iter().any(|last| ends_with(&rest[..end], last))
    };
    // 全媒体记者 is a role, in YMG全媒体记者 it is half of one.
    let mut ends = 2..rest.len().min(LONGEST_HOUSE);
    match ends.find(|end| has_role(*end) && is_house(*end) && !has_role(0)) {
        Some(end) => {
            cursor.at += end;
            true
        }
        None => false,
    }
}

/// (本报摄), (本报摄影室): the paper's own picture.
pub fn pictures(ink: &[Ink]) -> Option<Credit> {
    let [open, inside @ .., close] = ink else { return None };
    let mut cursor = Cursor::of(inside);
    cursor.eat_of(&HOUSES)?;
    cursor.eat_any(&["摄影室", "摄影部", "摄影", "摄"])?;
    let is_whole = (open.c, close.c) == ('(', ')') && cursor.is_done();
    is_whole.then(|| Credit {
        firm: true,
        sure: true,
        is_photo: true,
        shot: true,
        bracketed: true,
        ..Credit::default()
    })
}

/// 本报编辑部, 新华社编辑部, 本报群工部: the paper itself writes, or an office of it.
pub fn office(ink: &[Ink]) -> Option<Credit> {
    static OFFICES: Words = Words::of(&[
        "编辑部",
        "总编室",
        "群工部",
        "群众工作部",
        "记者部",
        "评论部",
        "理论部",
        "读者服务部",
        "新闻部",
        "要闻部",
        "经济部",
        "文艺部",
        "副刊部",
        "专刊部",
        "广告部",
        "发行部",
        "采访部",
        "体育部",
        "摄影部",
        "通联部",
    ]);
    let mut cursor = Cursor::of(ink);
    cursor.eat_of(&HOUSES)?;
    let is_whole = cursor.eat_of(&OFFICES).is_some() && cursor.is_done();
    is_whole.then(|| Credit { firm: true, sure: true, ..Credit::default() })
}

//! Is this word what somebody is or did, before the name or behind it?

use super::works;
use crate::cursor::Cursor;
use crate::source::Ink;
use crate::words::{ROLES, ROLES_AFTER};

/// Steps over a role that stands before its name.
pub fn eat_role(cursor: &mut Cursor) -> bool {
    let before = *cursor;
    let is_marked = |ink: Option<&Ink>| ink.is_some_and(|ink| works::is_mark(ink.c));
    let is_told = |ink: Option<&Ink>| is_marked(ink) || ink.is_some_and(|ink| ink.spaced);
    // 摄影/撰文 王明
    if let Some(length) = works::joined(cursor.rest())
        && is_told(cursor.rest().get(length))
    {
        cursor.at += length;
        return true;
    }
    if let Some(length) = works::leader(cursor) {
        cursor.at += length;
        return true;
    }
    let Some(word) = cursor.eat_of(&ROLES) else { return false };
    let is_one_letter = word.chars().count() == 1;
    // 文 静 is a padded name.
    let pads = matches!(cursor.rest(), [one] if one.spaced)
        || matches!(cursor.rest(), [one, next, ..] if one.spaced && next.spaced);
    // 文 and 图 are also names; as roles a colon, a slash or a space follows. 摄 stands behind names, too.
    let marked = is_marked(cursor.rest().first());
    // 报道/黄美凤, but 采访归来.
    let is_deed = matches!(word, "采访" | "报道");
    let is_none = is_one_letter && (!is_told(cursor.rest().first()) || pads)
        || (is_deed || matches!(word, "摄" | "绘")) && !marked
        || cursor.is_done() && !matches!(word, "评论员" | "特约评论员");
    if is_none {
        *cursor = before;
    }
    !is_none
}

/// Characters of 摄, 摄影报道, 文/图 … as the last word, or before another name; `slashed`: behind a stroke, as 王明/文 李丽/摄.
pub fn after(rest: &[Ink], any_names: bool, slashed: bool) -> Option<usize> {
    if !any_names {
        return None;
    }
    let word = || ROLES_AFTER.opening(rest).map(|word| word.chars().count());
    // 王明/诗
    let verse = || (slashed && matches!(rest, [one] if one.c == '诗')).then_some(1);
    let length = works::joined(rest).or_else(word).or_else(verse)?;
    let is_last = rest.len() == length;
    // 张三 文 静 ends with a padded name.
    const NEXT_NAME: usize = 3;
    let next = &rest[length..];
    // 贾明主讲 高山整理: a word stands close to the name.
    // 王明 文/李丽 图
    let divided = next.len() > NEXT_NAME && next[0].c == '/';
    let goes_on = (rest[0].spaced || slashed || length > 1)
        && (divided
            || next.first().is_some_and(|ink| ink.spaced || matches!(ink.c, '、' | ',' | ';')))
        && next.len() >= NEXT_NAME
        && (slashed || !(next.len() > 1 && next[0].spaced && next[1].spaced));
    (is_last || goes_on).then_some(length)
}

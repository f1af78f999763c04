//! Does a credit end this paragraph: `(X Y)`, 本报记者 X 摄, 指导老师:X?

use super::{Credit, credit, unit};
use crate::cursor::{contains, starts_with};
use crate::source::Ink;

/// Where a credit begins that ends a paragraph: `(X Y)`, or `本报记者 X 摄` after the last full stop.
pub fn trailing(ink: &[Ink]) -> Option<usize> {
    const LONGEST_TAIL: usize = 45;
    let last = ink.last()?;
    let from = ink.len().saturating_sub(LONGEST_TAIL);
    let start = match last.c {
        ')' => from + ink[from..].iter().rposition(|ink| ink.c == '(')?,
        _ => {
            from + 1
                + ink[from..].iter().rposition(|ink| matches!(ink.c, '。' | '”' | '!' | '?'))?
        }
    };
    // 新华社发(X 摄): the bracket is only half of it.
    let stop =
        ink[from..start].iter().rposition(|ink| matches!(ink.c, '。' | '”' | '!' | '?' | ')'));
    let start = match stop {
        Some(stop) if last.c == ')' && start - (from + stop) <= 6 => from + stop + 1,
        _ => start,
    };
    let is_end = start > 0 && matches!(ink[start - 1].c, '。' | '”' | '!' | '?' | '…' | ')' | ':');
    if start == 0 || start >= ink.len() {
        return None;
    }
    // 中學生在議事亭前地勸捐（陳浩然攝）: a caption may end without a mark, and the bracket says whose it is.
    let is_whose = |read: &Credit| read.bracketed && read.is_photo && ink[start - 1].c != '发';
    let read = credit(&ink[start..]).filter(|read| is_end || is_whose(read))?;
    // …人受影響。記者羅佩瓊
    // …跑去。指导老师:温淑媛
    let taught = read.people.iter().any(|person| {
        let role = person.role.clone().unwrap_or_default();
        ink[start..]
            .get(role)
            .is_some_and(|role| ["指导", "辅导"].iter().any(|word| starts_with(role, word)))
    });
    // …提前到七点半。读者 龙明
    let writes = unit::writer(&ink[start..]).is_some();
    // …发出语音提示。温从龙 文/图
    let shares = ["文/", "图/", "/文", "/图"].iter().any(|work| contains(&ink[start..], work))
        && !read.people.is_empty();
    let fits = last.c == ')'
        || shares
        || taught
        || writes
        || read.is_photo
        || read.reports && !read.people.is_empty();
    fits.then_some(start)
}

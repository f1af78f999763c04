//! Does a credit end this paragraph: `(X Y)`, 本报记者 X 摄, 指导老师:X?

use super::{Credit, credit, works, writer};
use crate::cursor::{contains, ends_with, is_han, starts_with};
use crate::people;
use crate::source::Ink;

/// Where a credit begins that ends a paragraph: `(X Y)`, or `本报记者 X 摄` after the last full stop, or at the end of a
/// caption that has none.
pub fn trailing(ink: &[Ink]) -> Option<usize> {
    behind_sentence(ink).or_else(|| under_picture(ink))
}

fn behind_sentence(ink: &[Ink]) -> Option<usize> {
    const LONGEST_TAIL: usize = 45;
    let last = ink.last()?;
    let from = ink.len().saturating_sub(LONGEST_TAIL);
    let open = ink[from..].iter().rposition(|ink| ink.c == '(').map(|open| from + open);
    // 王明(文/图): the name stands before the brackets.
    let closed = last.c == ')' && open.is_none_or(|open| works::bracketed(&ink[open..]).is_none());
    let start = match last.c {
        ')' if closed => open?,
        _ => {
            let start = 1 + (from..ink.len()).rev().find(|at| stops(ink, *at))?;
            start + remark(&ink[start..])
        }
    };
    // 新华社发(X 摄): the bracket is only half of it.
    let stop =
        ink[from..start].iter().rposition(|ink| matches!(ink.c, '。' | '”' | '!' | '?' | ')'));
    let start = match stop {
        Some(stop) if closed && start - (from + stop) <= 6 => from + stop + 1,
        _ => start,
    };
    let is_end =
        start > 0 && (stops(ink, start - 1) || matches!(ink[start - 1].c, '…' | ')' | ':'));
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
    let writes = writer::writer(&ink[start..]).is_some();
    // …发出语音提示。温从龙 文/图
    let shares = ["文/", "图/", "/文", "/图"].iter().any(|work| contains(&ink[start..], work))
        && !read.people.is_empty();
    // …首年半租。文:梁志坚
    let tells_work = works::opens(&ink[start..]) && !read.people.is_empty();
    // …再打一口,要三年。　罗文华: behind a space, and nothing but the name.
    let name = &ink[start..];
    let is_name = name[0].spaced && name.len() > 1 && people::is_plain(name);
    let fits = last.c == ')'
        || is_name
        || shares
        || tells_work
        || taught
        || writes
        || read.is_photo
        || read.reports && !read.people.is_empty();
    fits.then_some(start)
}

/// Characters of (无人机照片) before 本报记者 王明 摄, which belong to the caption.
fn remark(ink: &[Ink]) -> usize {
    let close = ink.iter().position(|ink| ink.c == ')').filter(|_| ink[0].c == '(');
    let pictures = |close: &usize| {
        ["照片", "图片", "航拍", "资料图"].iter().any(|end| ends_with(&ink[..*close], end))
    };
    close.filter(|close| pictures(close) && close + 1 < ink.len()).map_or(0, |close| close + 1)
}

/// Whether a sentence stops here; …采收核桃.本报记者 王明摄: with the stop of a Latin keyboard, too.
fn stops(ink: &[Ink], at: usize) -> bool {
    let is_han = |at: Option<usize>| {
        at.and_then(|at| ink.get(at)).is_some_and(|ink| is_han(ink.c) || ink.c == '(')
    };
    matches!(ink[at].c, '。' | '”' | '!' | '?')
        || ink[at].c == '.' && is_han(at.checked_sub(1)) && is_han(Some(at + 1))
}

/// Marks that point from a caption to its picture.
const POINTERS: &str = "◀◄▶►▲▼△▽↑↓←→↖↗↘↙◆";

/// Where 资料图片 or X摄 begins behind a space at the end of a caption that has no full stop.
fn under_picture(ink: &[Ink]) -> Option<usize> {
    const LONGEST_TAIL: usize = 20;
    const SHORTEST_CAPTION: usize = 4;
    const OFFICES: [&str; 5] = ["记者", "通讯员", "实习生", "特约摄影", "摄影"];
    let first = ink.first()?;
    let points = POINTERS.contains(first.c)
        || ["图:", "图/", "图为"].iter().any(|word| starts_with(ink, word));
    let from = ink.len().saturating_sub(LONGEST_TAIL).max(SHORTEST_CAPTION + usize::from(points));
    let reads = |at: usize| {
        let read = credit(&ink[at..]).filter(|read| read.is_photo && !read.bracketed)?;
        (points || read.sure || read.people.is_empty()).then_some(read.people.len())
    };
    let mut ends = (from..ink.len()).rev().filter(|at| ink[*at].spaced);
    let (mut start, people) = ends.find_map(|at| Some((at, reads(at)?)))?;
    // 大公报记者 林少权摄: the house and the role belong to it.
    for at in ends {
        let is_office = OFFICES.iter().any(|role| ends_with(&ink[at..start], role));
        if !is_office || reads(at) != Some(people) {
            break;
        }
        start = at;
    }
    let caption = &ink[usize::from(points)..start];
    let is_name = caption.len() <= SHORTEST_CAPTION && people::names(caption).is_some();
    let is_whole = !points && credit(ink).is_some();
    (!is_name && !is_whole).then_some(start)
}

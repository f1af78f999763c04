//! First clauses that open paragraphs, whatever their words: when it was, what has changed, where it was.

use super::is_tail;
use crate::cursor::{Cursor, is_han};
use crate::source::Ink;
use crate::wordlist::Words;

/// 一个月后, 三年前: how much later or earlier it was.
pub fn tells_later(ink: &[Ink]) -> bool {
    let mut cursor = Cursor::of(ink);
    let counted = cursor.number().is_some() || cursor.eat_any(&["几", "半", "多"]).is_some();
    counted
        && cursor
            .eat_any(&[
                "个多月",
                "个月",
                "个小时",
                "多年",
                "年多",
                "年",
                "天",
                "周",
                "小时",
                "分钟",
            ])
            .is_some()
        && cursor.eat_any(&["后", "前", "之后", "以后", "之前", "过去"]).is_some()
}

/// 路通了,人气也来了: what has changed since, in few words.
pub fn tells_change(ink: &[Ink]) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 3..=5;
    let comma = ink.iter().take(*LENGTHS.end() + 1).position(|ink| !is_han(ink.c));
    comma.is_some_and(|comma| {
        LENGTHS.contains(&comma) && ink[comma].c == ',' && ink[comma - 1].c == '了' && !is_tail(ink)
    })
}

/// 活动现场,… 启动仪式上,…: where it was, set off. Characters before the comma.
pub fn scene(ink: &[Ink]) -> Option<usize> {
    const LENGTHS: std::ops::RangeInclusive<usize> = 4..=8;
    static SCENES: Words = Words::of(&["现场", "仪式上", "大会上", "式上", "活动中", "座谈会上"]);
    let comma = ink.iter().take(*LENGTHS.end() + 1).position(|ink| !is_han(ink.c))?;
    let fits = ink[comma].c == ',' && LENGTHS.contains(&comma) && !is_tail(ink);
    // 赶赴现场 is where somebody goes.
    let goes = "赶赴到来走在奔抵进于回去离".contains(ink[0].c);
    (fits && !goes && SCENES.end(&ink[..comma])).then_some(comma)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn what_has_changed_opens_a_paragraph() {
        let tells = |text: &str| tells_change(&Source::of(text).ink);
        assert!(tells("桥通了，镇上的班车一天多跑四趟。"));
        assert!(tells("游客多了,民宿的房价也跟着涨。"));
        // The rest of 开通了, and longer and shorter ones.
        assert!(!tells("了解到,这里去年开通了班车。"));
        assert!(!tells("村里的路终于修好通车了,大家都很高兴。"));
        assert!(!tells("好了,大家都很高兴。"));
    }
}

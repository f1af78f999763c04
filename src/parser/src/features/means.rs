//! Does a line say by what means something was done?

use crate::cursor::{Cursor, ends_with};
use crate::source::Ink;
use crate::wordlist::Words;

/// 某县采取得力措施, 强化现场管理 狠抓隐患整改: no result yet, so that the line below tells it. Papers set the means above
/// a headline that gives the result.
pub fn by_means(ink: &[Ink]) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 5..=24;
    static DOES: Words = Words::of(&[
        "强化", "狠抓", "狠反", "加强", "加大", "加快", "抓好", "抓住", "抓实", "依托", "立足",
        "坚持", "发挥", "推行", "实行", "采取", "突出", "紧扣", "把握", "落实", "完善", "健全",
        "严格", "深化", "优化",
    ]);
    const ENDS: [&str; 8] =
        ["措施", "多措并举", "多管齐下", "齐抓共管", "标本兼治", "出实招", "下功夫", "求实效"];
    let is_end = ENDS.iter().any(|end| ends_with(ink, end));
    LENGTHS.contains(&ink.len()) && (is_end || Cursor::of(ink).eat_of(&DOES).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn means_are_no_results() {
        let is = |text: &str| by_means(&Source::of(text).ink);
        assert!(is("我县采取有力措施") && is("严格工序管理 抓好岗位练兵"));
        assert!(!is("百亩荒滩变良田"));
    }
}

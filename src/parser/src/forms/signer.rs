//! Which office signs with the day on the line below it?

use crate::cursor::{Cursor, is_han};
use crate::source::Ink;

/// 县教育局, and below it 2015年6月1日: whatever an organisation is called, a day alone under its name makes it the one
/// who signs. Mastheads have the day at the top, and with its weekday.
pub fn signs_over_day(who: &[Ink], day: &[Ink]) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 3..=24;
    const ENDS: &str = "局处部院会厂站所社司行校科室委府团队组";
    LENGTHS.contains(&who.len())
        && who.iter().all(|ink| is_han(ink.c) || matches!(ink.c, '(' | ')'))
        && who.last().is_some_and(|last| ENDS.contains(last.c))
        && is_day(day)
}

fn is_day(ink: &[Ink]) -> bool {
    let mut cursor = Cursor::of(ink);
    cursor.year().is_some() && cursor.month_day().is_some() && cursor.is_done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn an_office_signs_over_a_day() {
        let signs =
            |who: &str, day: &str| signs_over_day(&Source::of(who).ink, &Source::of(day).ink);
        assert!(signs("师范学院离退休工作处", "2006年7月1日"));
        assert!(signs("县教育局", "二〇一五年六月一日"));
        assert!(!signs("县教育局", "2015年6月1日 星期一"));
        assert!(!signs("家长们放心了", "2015年6月1日"));
    }
}

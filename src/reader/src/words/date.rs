//! How does the interface say a day, or a month? The paper's own text is not touched.

use super::words;
use edition::Date;

/// 2025年7月23日, 23 July 2025; a year or a day that is 0 is not said.
pub fn said_date(year: u16, month: u8, day: u8) -> String {
    let piece = |number: u16, before: &str, behind: &str| match number {
        0 => String::new(),
        number => format!("{before}{number}{behind}"),
    };
    match words().months.get(usize::from(month).wrapping_sub(1)) {
        Some(name) => piece(day.into(), "", " ") + name + &piece(year, " ", ""),
        None => {
            piece(year, "", "年") + &piece(month.into(), "", "月") + &piece(day.into(), "", "日")
        }
    }
}

pub fn said_day(Date { year, day }: Date) -> String {
    said_date(year.unwrap_or_default(), day.month, day.day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, speak};

    #[test]
    fn a_day_is_said_as_the_language_does() {
        let dates =
            || [(2025, 7, 23), (0, 7, 23), (2025, 12, 0)].map(|(y, m, d)| said_date(y, m, d));
        assert_eq!(dates(), ["2025年7月23日", "7月23日", "2025年12月"]);
        speak(Language::English);
        let said = dates();
        speak(Language::Simplified);
        assert_eq!(said, ["23 July 2025", "23 July", "December 2025"]);
    }
}

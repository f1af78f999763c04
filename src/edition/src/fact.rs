//! How do we know? A fact about a page, with what it rests on.

use crate::{Reason, Span};
use serde::{Deserialize, Serialize};
use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact<T> {
    pub value: T,
    pub basis: Basis,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// The newsroom said so, in `seeds/<name>.toml`.
    Given,
    /// The dump says so, here.
    Stated(Span),
    /// Concluded from the text. Shown as 推定.
    Inferred(Reason),
}

impl<T> Fact<T> {
    pub fn given(value: T) -> Self {
        Self { value, basis: Basis::Given }
    }

    /// The reason, where the fact is only inferred.
    pub fn reason(&self) -> Option<&Reason> {
        match &self.basis {
            Basis::Inferred(reason) => Some(reason),
            Basis::Given | Basis::Stated(_) => None,
        }
    }
}

/// A month and a day as a dateline gives them, without a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct MonthDay {
    pub month: u8,
    pub day: u8,
}

impl MonthDay {
    /// `None` where there is no such day in any year.
    pub fn new(month: u8, day: u8) -> Option<Self> {
        const LONGEST: [u8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let longest = *LONGEST.get(usize::from(month).checked_sub(1)?)?;
        (1..=longest).contains(&day).then_some(Self { month, day })
    }
}

/// `7月23日`
impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}月{}日", self.month, self.day)
    }
}

/// A day of an edition; the year is absent where nothing in the text tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Date {
    pub year: Option<u16>,
    pub day: MonthDay,
}

/// `2025年7月23日`
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(year) = self.year {
            write!(f, "{year}年")?;
        }
        self.day.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_no_year_has_is_none() {
        assert_eq!(MonthDay::new(2, 30), None);
        assert_eq!(MonthDay::new(0, 1), None);
        assert_eq!(MonthDay::new(13, 1), None);
        assert!(MonthDay::new(2, 29).is_some());
    }

    #[test]
    fn dates_print_as_a_paper_prints_them() {
        let day = MonthDay::new(7, 23).unwrap();
        assert_eq!(Date { year: Some(2025), day }.to_string(), "2025年7月23日");
        assert_eq!(Date { year: None, day }.to_string(), "7月23日");
    }
}

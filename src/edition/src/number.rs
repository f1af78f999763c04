//! How is a page numbered? 第3版, A8版.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A page's number within its part of the paper, from 1, and the letter of that part where the paper has several: A8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PageNumber {
    /// One of A to Z.
    pub part: Option<char>,
    pub number: u16,
}

impl From<u16> for PageNumber {
    fn from(number: u16) -> Self {
        Self { part: None, number }
    }
}

impl fmt::Display for PageNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(part) = self.part {
            write!(f, "{part}")?;
        }
        write!(f, "{}", self.number)
    }
}

impl FromStr for PageNumber {
    type Err = NoPageNumber;

    /// Reads 8, A8 and A08.
    ///
    /// # Errors
    /// Anything else, 0 included.
    fn from_str(text: &str) -> Result<Self, NoPageNumber> {
        let part = text.chars().next().filter(char::is_ascii_uppercase);
        let digits = &text[part.map_or(0, char::len_utf8)..];
        let number = digits.parse().map_err(|_| NoPageNumber)?;
        let is_plain = number > 0 && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_plain.then_some(Self { part, number }).ok_or(NoPageNumber)
    }
}

/// A text that numbers no page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPageNumber;

impl fmt::Display for NoPageNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no page's number, as 3 or A8")
    }
}

impl std::error::Error for NoPageNumber {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_numbered_with_or_without_its_part() {
        let read = |text: &str| text.parse::<PageNumber>().map(|number| number.to_string());
        assert_eq!(read("3"), Ok("3".into()));
        assert_eq!(read("A08"), Ok("A8".into()));
        for text in ["", "A", "0", "A0", "AB8", "a8", "8A", "+8", "第3版", "70000"] {
            assert_eq!(read(text), Err(NoPageNumber), "{text}");
        }
        let order = ["2", "10", "A1", "A10", "B2"].map(|text| text.parse::<PageNumber>().unwrap());
        assert!(order.is_sorted());
    }
}

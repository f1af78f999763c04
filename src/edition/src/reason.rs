//! Why does the parser say so? As data, so that every interface can say it in its own language.

use crate::MonthDay;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Why a fact is inferred, or a word doubted. `Display` gives the plain Chinese sentence of reports and exports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// Of a day: no dateline of the edition is later.
    LatestDateline { day: MonthDay, year: Option<SaidYear> },
    /// Of a region: it has the places that the text names. `first` are those that say most, of `names` in all, which
    /// stand there `times` times.
    Places { first: Vec<String>, names: usize, times: usize, region: String },
    /// Of words that may be a misread `name`: `unit`, in the county that the text speaks of, has it.
    LookAlike { words: String, name: String, county: String, unit: String },
    /// Of a word that stands there twice in a row.
    Doubled { word: String },
}

/// A year, with the words of the text that tell it: 2025年以来
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidYear {
    pub year: u16,
    pub words: String,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LatestDateline { day, year } => {
                write!(f, "文中最晚的消息日期是{day}")?;
                match year {
                    Some(SaidYear { year, words }) => {
                        write!(f, ",正文写有“{words}”,年份据此推定为{year}年。")
                    }
                    None => f.write_str(",正文没有可靠的年份。"),
                }
            }
            Self::Places { first, names, times, region } => {
                let rest = if *names > first.len() { "等" } else { "" };
                let first = first.join("、");
                write!(f, "文中提到{first}{rest}{names}个地名共{times}处,都属{region}。")
            }
            Self::LookAlike { words, name, county, unit } => write!(
                f,
                "“{words}”疑为“{name}”:{county}有{unit},两字形近。原文未改,请对照原版核对。"
            ),
            Self::Doubled { word } => {
                write!(f, "“{word}”连写了两次,疑为重复。原文未改,请对照原版核对。")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_a_sentence() {
        let day = MonthDay { month: 7, day: 23 };
        let places = |names| Reason::Places {
            first: vec!["新绛县".into(), "绛县".into()],
            names,
            times: 9,
            region: "运城市".into(),
        };
        for (reason, sentence) in [
            (
                Reason::LatestDateline { day, year: None },
                "文中最晚的消息日期是7月23日,正文没有可靠的年份。",
            ),
            (places(2), "文中提到新绛县、绛县2个地名共9处,都属运城市。"),
            (places(3), "文中提到新绛县、绛县等3个地名共9处,都属运城市。"),
        ] {
            assert_eq!(reason.to_string(), sentence);
        }
    }
}

//! How does GB/T 7714 cite an article of a newspaper? 责任者. 题名: 副题[N]. 报纸名, 出版日期(版次).
//!
//! The edition of 2025 prints full-width marks between Chinese elements and gives the day of reading only for what
//! exists on the net alone, which a printed page does not. Estimates and titles of one's own stand in brackets in
//! both (7.2.1, 7.5.4.3).

use crate::Source;
use crate::source::{Known, iso};
use edition::Date;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standard {
    /// GB/T 7714—2015
    Of2015,
    /// GB/T 7714—2025
    Of2025,
}

struct Marks {
    colon: &'static str,
    comma: &'static str,
    number: [&'static str; 2],
}

/// Names printed; of more, the first ones and 等.
const NAMES: usize = 3;

pub fn gbt(source: &Source, standard: Standard) -> String {
    let marks = match standard {
        Standard::Of2015 => Marks { colon: ": ", comma: ", ", number: ["(", ")"] },
        Standard::Of2025 => Marks { colon: "：", comma: "，", number: ["（", "）"] },
    };
    let mut line = String::new();
    let mut names = source.authors();
    if names.len() > NAMES {
        names.truncate(NAMES);
        names.push("等");
    }
    if !names.is_empty() {
        line += &names.join(marks.comma);
        line += ". ";
    }
    let title = source.title();
    let title = match title.is_headline {
        true => title.text,
        false => bracketed(&title.text),
    };
    line += &source.completed(title, marks.colon);
    line += if source.link.is_some() { "[N/OL]." } else { "[N]." };
    let printed = printed(source, &marks);
    let seen = source.link.as_ref().and_then(|link| link.seen.as_deref());
    let seen = seen.filter(|_| standard == Standard::Of2015).map_or(String::new(), bracketed);
    if !printed.is_empty() || !seen.is_empty() {
        line += &format!(" {printed}{seen}.");
    }
    if let Some(link) = &source.link {
        line += &format!(" {}.", link.url);
    }
    line
}

/// 某日报, 2025-07-23(3), as far as it is known.
fn printed(source: &Source, marks: &Marks) -> String {
    let paper = source.paper().map(shown);
    let date = source.date().and_then(day);
    let known: Vec<String> = paper.into_iter().chain(date).collect();
    let mut printed = known.join(marks.comma);
    if let Some(number) = source.number() {
        let [open, close] = marks.number;
        printed += &format!("{open}{}{close}", shown(number));
    }
    printed
}

fn shown<T: ToString>(known: Known<T>) -> String {
    let value = known.value.to_string();
    if known.inferred { bracketed(&value) } else { value }
}

/// Of an inferred day the year alone, as the standard has it: [2025]. A day without a year cannot be written.
fn day(date: Known<Date>) -> Option<String> {
    match date.inferred {
        true => date.value.year.map(|year| bracketed(&year.to_string())),
        false => iso(date.value),
    }
}

fn bracketed(text: &str) -> String {
    format!("[{text}]")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::Sheet;

    fn both(sheet: &Sheet) -> [String; 2] {
        [Standard::Of2015, Standard::Of2025].map(|standard| gbt(&sheet.source(), standard))
    }

    #[test]
    fn all_that_is_known_is_given_in_order() {
        let sheet = Sheet::printed("湖上新景").signed(&["王明", "李丽"]);
        assert_eq!(
            both(&sheet),
            [
                "王明, 李丽. 湖上新景[N]. 某日报, 2025-07-23(3).",
                "王明，李丽. 湖上新景[N]. 某日报，2025-07-23（3）.",
            ]
        );
    }

    #[test]
    fn of_many_names_three_are_given() {
        let sheet =
            Sheet::printed("湖上新景").subtitled("记一座水库").signed(&["甲", "乙", "丙", "丁"]);
        assert_eq!(
            both(&sheet),
            [
                "甲, 乙, 丙, 等. 湖上新景: 记一座水库[N]. 某日报, 2025-07-23(3).",
                "甲，乙，丙，等. 湖上新景：记一座水库[N]. 某日报，2025-07-23（3）.",
            ]
        );
    }

    #[test]
    fn a_subtitle_or_title_with_a_mark_of_its_own_gets_no_second_one() {
        for (title, subtitle) in [("塘上新荷", "——记一座鱼塘"), ("塘上新荷：", "记一座鱼塘")]
        {
            let sheet = Sheet::printed(title).subtitled(subtitle);
            let cited = both(&sheet);
            let [old, new] = [", 2025-07-23(3).", "，2025-07-23（3）."];
            assert_eq!(cited[0], format!("{title}{subtitle}[N]. 某日报{old}"));
            assert_eq!(cited[1], format!("{title}{subtitle}[N]. 某日报{new}"));
        }
    }

    #[test]
    fn what_is_unknown_is_left_out_and_what_is_inferred_bracketed() {
        assert_eq!(both(&Sheet::new("湖上新景")), ["湖上新景[N]."; 2]);
        assert_eq!(both(&Sheet::undated("湖上新景")), ["湖上新景[N]. [2025]."; 2]);
        assert_eq!(both(&Sheet::printed("湖上新景").without_year())[0], "湖上新景[N]. 某日报(3).");
        let mut sheet = Sheet::new("荷花开满湖面");
        sheet.put_paragraph();
        sheet.article().headline.clear();
        assert_eq!(both(&sheet), ["[荷花开满湖面][N]."; 2]);
    }

    #[test]
    fn what_was_read_online_has_its_address() {
        let sheet = Sheet::printed("湖上新景").linked();
        assert_eq!(
            both(&sheet),
            [
                "湖上新景[N/OL]. 某日报, 2025-07-23(3)[2025-11-25]. https://paper.example/#/a/1.",
                "湖上新景[N/OL]. 某日报，2025-07-23（3）. https://paper.example/#/a/1.",
            ]
        );
    }

    #[test]
    fn what_goes_on_from_another_page_has_headline_and_author_of_its_beginning() {
        let mut sheet = Sheet::printed("水面上的荷花又开了。").continued("湖上新景", "王明");
        sheet.put_paragraph();
        sheet.article().headline.clear();
        assert_eq!(both(&sheet)[0], "王明. 湖上新景（上接第1版）[N]. 某日报, 2025-07-23(3).");
        assert!(
            crate::ris(&sheet.source()).contains("TI  - 湖上新景（上接第1版）\r\nAU  - 王明\r\n")
        );
        let entry = crate::bibtex(&sheet.source());
        assert!(
            entry.contains("author = {{王明}},\n  title = {{湖上新景（上接第1版）}}"),
            "{entry}"
        );
        // One of its own stands; who wrote it is still said at the beginning alone.
        let own = Sheet::printed("荷花又开").continued("湖上新景", "王明");
        assert_eq!(both(&own)[0], "王明. 荷花又开[N]. 某日报, 2025-07-23(3).");
    }
}

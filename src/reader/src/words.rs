//! What does the interface say? One table a language; a word that one of them lacks fails the build.
//!
//! `#` in a sentence stands for what is filled in, in order.

pub mod aloud;
mod date;
mod english;
pub mod keep;
mod reasons;
mod simplified;
pub mod tools;
mod traditional;

pub use date::{said_date, said_day};

use crate::facet::Facet;
use std::fmt::Display;
use std::sync::atomic::{AtomicUsize, Ordering};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    Simplified,
    Traditional,
    English,
}

/// The language of the paper's names and of what the parser says.
pub const NOTES: &str = "zh-Hans";

pub struct Words {
    /// The language's own name, and its tag.
    pub name: &'static str,
    pub lang: &'static str,

    pub look: &'static str,
    pub size: &'static str,
    pub smaller: &'static str,
    pub larger: &'static str,
    pub elder: &'static str,
    pub colours: &'static str,
    pub themes: [&'static str; 5],
    pub language: &'static str,

    /// Names of the months, where days are not said as in a Chinese paper.
    pub months: &'static [&'static str],
    pub unnamed: &'static str,
    pub later: &'static str,
    pub page_number: &'static str,
    pub pages: &'static str,
    pub extent: &'static str,
    pub inferred: &'static str,
    /// What is said in passing, behind something else.
    pub aside: &'static str,
    pub reasons: reasons::Reasons,
    pub editions: &'static str,
    pub issue_before: &'static str,
    pub issue_behind: &'static str,
    /// What a query looks through: several papers, several issues.
    pub papers: &'static str,
    pub all_issues: &'static str,
    pub offline: &'static str,

    pub skip: &'static str,
    pub search: &'static str,
    pub placeholder: &'static str,
    pub completions: &'static str,
    /// The query language: its name, what words do, what each example is for.
    pub howto: &'static str,
    pub howto_words: &'static str,
    /// County, section, author, day, issue, paper, each with `#` for an example; headlines, phrase, without.
    pub howto_ways: [&'static str; 9],
    pub filter_keys: search::Keys,
    pub title: &'static str,

    pub keys: &'static str,
    /// In the order of `Command::KEYS`.
    pub commands: [&'static str; 14],
    pub enter: &'static str,
    pub single_keys: &'static str,
    pub close: &'static str,

    pub filters: &'static str,
    /// Closes the filters and goes to what they leave.
    pub show: &'static str,
    pub facets: [&'static str; Facet::ALL.len()],
    /// What is no text of the paper among the values of filters.
    pub values: [&'static str; 13],
    /// An issue by its day.
    pub printed_on: &'static str,
    pub more_values: &'static str,
    pub show_list: &'static str,
    pub show_map: &'static str,
    pub shared: &'static str,

    /// A query in the line that says what is shown, or words of the paper that are passed on: in quotation marks.
    pub asked: &'static str,
    /// A filter that is taken by its sound, and the value that it means.
    pub read_as: &'static str,
    pub everything: &'static str,
    pub count: &'static str,
    /// The same where it looks through several editions.
    pub count_in_all: &'static str,
    pub print_order: &'static str,
    pub places: &'static str,
    pub no_longer: &'static str,
    pub exact: &'static str,
    pub clear: &'static str,
    pub drop_filters: &'static str,

    pub more: &'static str,
    pub reprints: &'static str,
    /// Name of what stands there as typed.
    pub as_typed: &'static str,
    /// Name and reason of what is found though it does not stand there as typed.
    pub tiers: [[&'static str; 2]; 4],
    pub not_found: &'static str,
    pub not_found_hint: &'static str,
    pub looser: &'static str,
    pub without_filters: &'static str,
    pub without_word: &'static str,
    pub near_name: &'static str,
    pub only_value: &'static str,
    pub other_value: &'static str,
    /// A filter that no article meets.
    pub no_value: &'static str,

    pub no_pages: &'static str,
    pub nothing_left: &'static str,
    pub no_picture: &'static str,

    /// An edition that a link names; what is shown in its place.
    pub no_edition: &'static str,
    pub no_article: &'static str,
    pub no_article_why: &'static str,
    pub no_page: &'static str,
    pub no_page_why: &'static str,
    pub to_front: &'static str,
    pub way: &'static str,
    pub way_below: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub back: &'static str,
    /// Behind it: the place in the list, and how many there are.
    pub back_at: &'static str,
    pub hits: &'static str,
    pub hit_previous: &'static str,
    pub hit_next: &'static str,
    pub hit_at: &'static str,
    pub doubts: &'static str,
    pub corrected: &'static str,
    pub original: &'static str,
    pub corrected_from: &'static str,
    pub joint: &'static str,
    /// Lost lead, middle, tail; order: what is so, and from what one sees it.
    pub gaps: [[&'static str; 2]; 4],
    pub length: &'static str,
    /// Before and after the words that name a county.
    pub evidence: [&'static str; 2],
    /// Behind a county that has another name today.
    pub now_called: &'static str,
    pub only: &'static str,

    pub page_ink: &'static str,
    pub issue_ink: &'static str,
    pub all_placed: &'static str,
    pub some_placed: &'static str,
    pub gap_count: &'static str,
    pub joint_count: &'static str,
    pub tools: tools::Tools,
    pub aloud: aloud::Aloud,
    pub keep: keep::Keep,
    /// Between a sentence and its supplement, and between their parts.
    pub pauses: [&'static str; 2],
    pub colophon: &'static str,
}

impl Words {
    /// The language in which days are said: as the paper does, or the interface's own.
    pub fn date_lang(&self) -> &'static str {
        if self.months.is_empty() { NOTES } else { self.lang }
    }
}

impl Language {
    pub const ALL: [Self; 3] = [Self::Simplified, Self::Traditional, Self::English];

    pub fn words(self) -> &'static Words {
        match self {
            Self::Simplified => &simplified::WORDS,
            Self::Traditional => &traditional::WORDS,
            Self::English => &english::WORDS,
        }
    }
}

static SPOKEN: AtomicUsize = AtomicUsize::new(0);

/// From now on the interface says everything in this language; what is on screen must be drawn anew.
pub fn speak(language: Language) {
    SPOKEN.store(language as usize, Ordering::Relaxed);
}

pub fn words() -> &'static Words {
    Language::ALL[SPOKEN.load(Ordering::Relaxed)].words()
}

/// A filter's value in the language spoken; `None` where it is text of the paper.
pub fn value_name(value: &str) -> Option<&'static str> {
    words().value_name(value)
}

impl Words {
    pub fn value_name(&self, value: &str) -> Option<&'static str> {
        let at = simplified::WORDS.values.iter().position(|name| *name == value)?;
        Some(self.values[at])
    }
}

/// The sentence with its places filled in.
pub fn fill(sentence: &str, values: &[&dyn Display]) -> String {
    let values: Vec<String> = values.iter().map(ToString::to_string).collect();
    let mut pieces = around(sentence, &values).into_iter();
    let mut filled = pieces.next().unwrap_or_default();
    for (piece, value) in pieces.zip(values) {
        filled += &value;
        filled += &piece;
    }
    filled
}

/// What a sentence says around its places: no quotation marks where the value has some of its own at an end.
pub fn around(sentence: &str, values: &[String]) -> Vec<String> {
    const CLOSING: [char; 2] = ['”', '」'];
    let mut pieces: Vec<String> = sentence.split('#').map(str::to_owned).collect();
    for (at, _) in values.iter().enumerate().filter(|(_, value)| is_quotation(value)) {
        if let Some([before, after]) = pieces.get_mut(at..at + 2)
            && before.ends_with(['“', '「'])
            && after.trim_start_matches('…').starts_with(CLOSING)
        {
            before.pop();
            *after = after.replacen(CLOSING, "", 1);
        }
    }
    pieces
}

/// Whether words have a quotation mark of their own at an end.
pub fn is_quotation(words: &str) -> bool {
    const MARKS: [char; 10] = ['“', '”', '‘', '’', '「', '」', '『', '』', '"', '\''];
    words.trim().starts_with(MARKS) || words.trim().ends_with(MARKS)
}

/// As much of what was typed as is said again: it may be a pasted book.
pub fn echo(typed: &str) -> String {
    /// Characters.
    const LONGEST: usize = 40;
    let typed = typed.trim();
    match typed.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &typed[..end]),
        None => typed.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facet::{NO_AUTHOR, NO_COUNTY, NO_DAY, NO_PAPER, NO_SECTION, WHOLE_REGION};
    use edition::Kind;

    #[test]
    fn a_sentence_is_filled_in_order() {
        assert_eq!(fill("第 # 处，共 # 处", &[&1, &"二"]), "第 1 处，共 二 处");
        assert_eq!(fill("没有空", &[]), "没有空");
    }

    #[test]
    fn what_is_a_quotation_gets_no_second_marks() {
        let [simplified, traditional, english] = Language::ALL.map(Language::words);
        let place = |words: &Words, title: &str| fill(words.keep.place, &[&title]);
        assert_eq!(place(simplified, "“柴火饭”"), "上次读到“柴火饭”……");
        assert_eq!(place(simplified, "柴火饭"), "上次读到“柴火饭……”");
        assert_eq!(place(traditional, "「茶亭」夜話"), "上次讀到「茶亭」夜話……");
        assert_eq!(place(english, "看‘灯会’"), "You had read to 看‘灯会’…");
        let proposed = fill(simplified.keep.proposed, &[&"“灯会", &"灯会"]);
        assert_eq!(proposed, "原文“灯会，我改为“灯会”");
        assert_eq!(fill(simplified.not_found, &[&"\"柴火饭\""]), "没有找到\"柴火饭\"。");
    }

    /// What is quoted begins and ends with marks of its own as often as not.
    #[test]
    fn marks_are_those_of_the_language_and_not_doubled() {
        let [simplified, traditional, english] = Language::ALL.map(Language::words);
        for words in [simplified, traditional, english] {
            assert!(!words.keep.selected.contains(['“', '「']), "{}", words.keep.selected);
        }
        for sentence in [traditional.asked, traditional.without_filters, traditional.near_name] {
            assert!(sentence.contains("「#」") && !sentence.contains('“'), "{sentence}");
        }
        assert!(!english.aloud.list.contains("# items"), "there may be one");
        let tables = [include_str!("words/traditional.rs"), include_str!("words/tools.rs")];
        assert!(tables.iter().all(|table| !table.contains('裏')));
        assert!(["文本", "未注"].iter().all(|other| !tables[0].contains(other)));
    }

    #[test]
    fn the_keys_of_filters_are_understood_in_every_language() {
        for language in Language::ALL {
            let Words { filter_keys, howto_ways, .. } = language.words();
            assert!(filter_keys.iter().all(|key| search::is_key(key)), "{filter_keys:?}");
            let examples = howto_ways.iter().filter(|way| way.ends_with('#')).count();
            assert_eq!(examples, 6);
        }
    }

    #[test]
    fn english_has_no_full_width_marks_and_spaces_before_brackets() {
        let Words { aside, evidence, now_called, back_at, tools, .. } = Language::English.words();
        for behind in [aside, &evidence[0], now_called, back_at] {
            assert!(behind.starts_with(" ("), "{behind}");
        }
        assert_eq!(fill(tools.source, &[&"3.txt"]), "Source: 3.txt");
        let table = include_str!("words/english.rs");
        assert_eq!(table.find(['：', '（', '）', '，']), None);
    }

    #[test]
    fn the_name_of_today_stands_in_brackets() {
        let said = Language::ALL.map(|language| fill(language.words().now_called, &[&"宁乡市"]));
        assert_eq!(said, ["（今宁乡市）", "（今宁乡市）", " (today 宁乡市)"]);
    }

    #[test]
    fn a_pasted_book_is_not_said_again() {
        assert_eq!(echo(" 荷花 "), "荷花");
        assert_eq!(echo(&"荷".repeat(40)), "荷".repeat(40));
        assert_eq!(echo(&"荷".repeat(12_000)), "荷".repeat(40) + "…");
    }

    #[test]
    fn every_value_that_is_not_the_papers_has_a_name() {
        let kinds = Kind::ALL.map(|kind| kind.name());
        for value in [WHOLE_REGION, NO_COUNTY, NO_SECTION, NO_DAY, NO_AUTHOR, NO_PAPER]
            .into_iter()
            .chain(kinds)
        {
            assert_eq!(value_name(value), Some(value));
        }
        assert_eq!(value_name("绛县"), None);
    }
}

//! What does the interface say of why something is inferred or doubted?

use super::{fill, said_date};
use edition::{Reason, SaidYear};
use std::fmt::Display;

/// Sentences; `#` stands for what the paper says, in the order of [`Reasons::say`].
pub struct Reasons {
    pub latest_dateline: &'static str,
    pub latest_dateline_no_year: &'static str,
    /// The places named are all there are.
    pub places: &'static str,
    pub places_and_more: &'static str,
    /// Between places.
    pub comma: &'static str,
    pub look_alike: &'static str,
    pub doubled: &'static str,
}

impl Reasons {
    /// The whole sentence.
    pub fn said(&self, reason: &Reason) -> String {
        let (sentence, values) = self.say(reason);
        let values: Vec<&dyn Display> = values.iter().map(|value| value as &dyn Display).collect();
        fill(sentence, &values)
    }

    /// The sentence, and what fills it.
    pub fn say(&self, reason: &Reason) -> (&'static str, Vec<String>) {
        match reason {
            Reason::LatestDateline { day, year: Some(SaidYear { year, words }) } => (
                self.latest_dateline,
                vec![said_date(0, day.month, day.day), words.clone(), year.to_string()],
            ),
            Reason::LatestDateline { day, year: None } => {
                (self.latest_dateline_no_year, vec![said_date(0, day.month, day.day)])
            }
            Reason::Places { first, names, times, region } => {
                let all = *names == first.len();
                let sentence = if all { self.places } else { self.places_and_more };
                let first = first.join(self.comma);
                (sentence, vec![first, names.to_string(), times.to_string(), region.clone()])
            }
            Reason::LookAlike { words, name, county, unit } => {
                (self.look_alike, [words, name, county, unit].map(String::clone).into())
            }
            Reason::Doubled { word } => (self.doubled, vec![word.clone()]),
        }
    }
}

pub const SIMPLIFIED: Reasons = Reasons {
    latest_dateline: "文中最晚的消息日期是#，正文写有“#”，年份据此推定为#年。",
    latest_dateline_no_year: "文中最晚的消息日期是#，正文没有可靠的年份。",
    places: "文中提到#，#个地名共#处，都属#。",
    places_and_more: "文中提到#等#个地名，共#处，都属#。",
    comma: "、",
    look_alike: "“#”疑为“#”：#有#，两字形近。原文未改，请对照原版核对。",
    doubled: "“#”连写了两次，疑为重复。原文未改，请对照原版核对。",
};

pub const TRADITIONAL: Reasons = Reasons {
    latest_dateline: "文中最晚的消息日期是#，正文寫有「#」，年份據此推定為#年。",
    latest_dateline_no_year: "文中最晚的消息日期是#，正文沒有可靠的年份。",
    places: "文中提到#，#個地名共#處，都屬#。",
    places_and_more: "文中提到#等#個地名，共#處，都屬#。",
    comma: "、",
    look_alike: "「#」疑為「#」：#有#，兩字形近。原文未改，請對照原版核對。",
    doubled: "「#」連寫了兩次，疑為重複。原文未改，請對照原版核對。",
};

pub const ENGLISH: Reasons = Reasons {
    latest_dateline: "The latest dateline in the text is #; the text says “#”, hence the year #.",
    latest_dateline_no_year: "The latest dateline in the text is #; the text gives no reliable year.",
    places: "The text names #; of # places, named # times, all are in #.",
    places_and_more: "The text names # and others; of # places, named # times, all are in #.",
    comma: ", ",
    look_alike: "“#” may be meant to read “#”: # has #, and the two characters look alike. The text is as received; compare it with the paper.",
    doubled: "“#” stands twice in a row, perhaps by mistake. The text is as received; compare it with the paper.",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;
    use edition::MonthDay;

    fn said(language: Language, reason: &Reason) -> String {
        let (sentence, values) = language.words().reasons.say(reason);
        assert_eq!(sentence.matches('#').count(), values.len(), "{sentence}");
        language.words().reasons.said(reason)
    }

    #[test]
    fn every_reason_fills_its_sentence_in_every_language() {
        let day = MonthDay::new(7, 23).unwrap();
        let year = Some(SaidYear { year: 2025, words: "2025年以来".into() });
        let places = |names| Reason::Places {
            first: vec!["新绛县".into(), "绛县".into()],
            names,
            times: 9,
            region: "运城市".into(),
        };
        let look_alike = Reason::LookAlike {
            words: "冻水".into(),
            name: "涑水".into(),
            county: "临猗县".into(),
            unit: "涑水社区".into(),
        };
        let reasons = [
            (Reason::LatestDateline { day, year }, ["7月23日", "2025年以来", "2025"]),
            (Reason::LatestDateline { day, year: None }, ["7月23日"; 3]),
            (places(2), ["绛县", "2", "9"]),
            (places(5), ["绛县", "5", "运城市"]),
            (look_alike, ["冻水", "临猗县", "涑水社区"]),
            (Reason::Doubled { word: "经济".into() }, ["经济"; 3]),
        ];
        for language in Language::ALL {
            for (reason, held) in &reasons {
                let said = said(language, reason);
                assert!(held.iter().all(|value| said.contains(value)), "{said}");
            }
        }
        let and_more = said(Language::Traditional, &places(5));
        assert_eq!(and_more, "文中提到新绛县、绛县等5個地名，共9處，都屬运城市。");
        assert!(!said(Language::Traditional, &places(2)).contains('等'));
    }
}

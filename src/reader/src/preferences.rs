//! How does someone want to read? Kept on the device as words, which the style sheets read from `<html data-look>`.

use crate::words::Language;
use std::fmt;

/// Whatever is not asked for is as the system has it, or as the paper is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    pub theme: Theme,
    /// 长辈模式: large type, large targets, fewer things.
    pub elder: bool,
    pub size: Size,
    /// The counties as a list where there is a map.
    pub list: bool,
    /// No key by itself does anything.
    pub no_keys: bool,
    pub language: Language,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Light or dark as the system says.
    #[default]
    System,
    Light,
    Dark,
    Sepia,
    Contrast,
}

impl Theme {
    pub const ALL: [Self; 5] = [Self::System, Self::Light, Self::Dark, Self::Sepia, Self::Contrast];

    /// The word in `data-look`; none for the system's.
    pub fn word(self) -> &'static str {
        match self {
            Self::System => "",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Sepia => "sepia",
            Self::Contrast => "contrast",
        }
    }

    /// The colour of the paper under a light system and under a dark one; the style sheets have the same.
    pub fn grounds(self) -> [&'static str; 2] {
        match self {
            Self::System => ["#fbf8f1", "#16150f"],
            Self::Light => ["#fbf8f1"; 2],
            Self::Dark => ["#16150f"; 2],
            Self::Sepia => ["#f3e7cf"; 2],
            Self::Contrast => ["#ffffff", "#000000"],
        }
    }

    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }
}

/// A step of text size, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size(usize);

impl Size {
    /// Percent of the browser's own size at each step; `look.css` has the same.
    const PERCENT: [u16; 6] = [100, 125, 150, 175, 200, 250];

    pub fn percent(self) -> u16 {
        Self::PERCENT[self.0]
    }

    /// `None` at the largest.
    pub fn larger(self) -> Option<Self> {
        (self.0 + 1 < Self::PERCENT.len()).then_some(Self(self.0 + 1))
    }

    /// `None` at the smallest.
    pub fn smaller(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }
}

/// The words of the languages; none for the first.
const LANGUAGES: [&str; 3] = ["", "hant", "en"];
const ELDER: &str = "elder";
const SIZE: &str = "size-";
const LIST: &str = "list";
const NO_KEYS: &str = "no-keys";

impl Preferences {
    /// Reads words in any order; what is not understood is passed over.
    pub fn parse(words: &str) -> Self {
        let mut read = Self::default();
        for word in words.split_whitespace() {
            match word {
                ELDER => read.elder = true,
                LIST => read.list = true,
                NO_KEYS => read.no_keys = true,
                _ => {
                    let language = LANGUAGES.iter().position(|known| *known == word);
                    read.language = language.map_or(read.language, |at| Language::ALL[at]);
                    let theme = Theme::ALL.into_iter().find(|theme| theme.word() == word);
                    read.theme = theme.unwrap_or(read.theme);
                    let size = word.strip_prefix(SIZE).and_then(|step| step.parse().ok());
                    let size = size.filter(|step| *step < Size::PERCENT.len());
                    read.size = size.map_or(read.size, Size);
                }
            }
        }
        read
    }
}

impl fmt::Display for Preferences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = |set: bool, word| if set { word } else { "" };
        let size = match self.size {
            Size(0) => String::new(),
            Size(step) => format!("{SIZE}{step}"),
        };
        let words = [
            self.theme.word(),
            word(self.elder, ELDER),
            &size,
            word(self.list, LIST),
            word(self.no_keys, NO_KEYS),
            LANGUAGES[self.language as usize],
        ];
        let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
        f.write_str(&words.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for (theme, language) in Theme::ALL.into_iter().zip(Language::ALL.into_iter().cycle()) {
            for step in 0..Size::PERCENT.len() {
                let size = Size(step);
                let written =
                    Preferences { theme, elder: true, size, list: true, no_keys: true, language };
                assert_eq!(Preferences::parse(&written.to_string()), written, "{written}");
            }
        }
        assert_eq!(Preferences::default().to_string(), "");
    }

    #[test]
    fn what_another_version_wrote_is_passed_over() {
        let read = Preferences::parse("  dark size-9 size- size-2x vertical elder ");
        assert_eq!(read, Preferences { theme: Theme::Dark, elder: true, ..Preferences::default() });
    }

    #[test]
    fn sizes_end_where_they_end() {
        let mut size = Size::default();
        assert_eq!((size.percent(), size.smaller()), (100, None));
        while let Some(larger) = size.larger() {
            assert!(larger.percent() > size.percent());
            size = larger;
        }
        assert_eq!(size.percent(), 250);
    }

    #[test]
    fn every_theme_comes_round() {
        let round = (0..Theme::ALL.len()).fold(Theme::System, |theme, _| theme.next());
        assert_eq!(round, Theme::System);
    }
}

//! What does the newsroom say of a page? `seeds/<name>.toml` beside `seeds/<name>.txt`.

pub mod form;
mod mistake;
mod tables;

use crate::{Context, ReadError, Said, decode};
use ::edition::{Date, InSidecar, LineNo, MonthDay, PageNumber, Span};
use serde::Deserialize;
use std::fmt;
use std::path::Path;
use std::{fs, io};
use tables::Tables;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sidecar {
    paper: Option<Spanned<String>>,
    date: Option<Spanned<toml::value::Datetime>>,
    page: Option<Spanned<Numbered>>,
    name: Option<Spanned<String>>,
    region: Option<Spanned<String>>,
    #[serde(default)]
    correct: Vec<tables::Correct>,
    #[serde(default)]
    split: Vec<tables::Split>,
    #[serde(default)]
    join: Vec<tables::Join>,
    #[serde(default)]
    r#move: Vec<tables::Move>,
    #[serde(default)]
    r#type: Vec<tables::Type>,
    #[serde(default)]
    article: Vec<tables::Article>,
    #[serde(default)]
    gap: Vec<tables::Gap>,
}

/// 3, or "A8" where the paper has parts.
#[derive(Deserialize)]
#[serde(untagged)]
enum Numbered {
    Plain(u16),
    OfPart(String),
}

impl Numbered {
    fn number(self) -> Result<PageNumber, String> {
        match self {
            Self::Plain(0) => Err("`page` is 0; pages count from 1, as in page = 1".into()),
            Self::Plain(number) => Ok(number.into()),
            Self::OfPart(text) => text.parse().map_err(|_| mistake::of_page(&format!("{text:?}"))),
        }
    }
}

/// What a sidecar says that it cannot say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SidecarError {
    pub line: LineNo,
    /// Byte offset in the sidecar.
    pub at: usize,
    /// What was found, and what to do.
    pub found: String,
}

impl fmt::Display for SidecarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.line.0, self.found)
    }
}

impl std::error::Error for SidecarError {}

/// What `dump`'s sidecar says; nothing where there is none.
///
/// # Errors
/// An unreadable sidecar; a key or value that it cannot have, with its line.
pub fn of_dump(dump: &Path) -> Result<Context, ReadError> {
    let file = dump.with_extension("toml");
    match fs::read(&file) {
        // In any encoding that a dump may be in.
        Ok(bytes) => match decode(&bytes) {
            Ok((text, _)) => context_of(&text).map_err(|error| ReadError::Sidecar {
                file,
                line: error.line.0 as usize,
                found: error.found,
            }),
            Err(error) => Err(ReadError::NotText { file, error }),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Context::default()),
        Err(error) => Err(ReadError::Unreadable { file, reason: error.to_string() }),
    }
}

/// What a sidecar of this text says.
///
/// # Errors
/// The first key or value that it cannot have.
pub fn context_of(text: &str) -> Result<Context, SidecarError> {
    let fail = |at: usize, found: String| SidecarError { line: line_of(text, at), at, found };
    let sidecar: Sidecar = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        fail(at, mistake::told(text, at, error.message()))
    })?;
    fn said<T>(value: Option<&Spanned<T>>, text: &str) -> Option<InSidecar> {
        let span = value?.span();
        Some(InSidecar { line: line_of(text, span.start), span: Span::new(span.start, span.end) })
    }
    let said = Said {
        paper: said(sidecar.paper.as_ref(), text),
        date: said(sidecar.date.as_ref(), text),
        page: said(sidecar.page.as_ref(), text),
    };
    let page = match sidecar.page {
        Some(given) => {
            let at = given.span().start;
            Some(given.into_inner().number().map_err(|found| fail(at, found))?)
        }
        None => None,
    };
    let filled = |value: Option<Spanned<String>>, key: &str| match value {
        Some(value) if value.get_ref().trim().is_empty() => {
            Err(fail(value.span().start, format!("`{key}` is empty; fill it or remove the line")))
        }
        value => Ok(value.map(Spanned::into_inner)),
    };
    let region = match sidecar.region {
        Some(region) if places::region_named(region.get_ref()).is_none() => {
            return Err(fail(
                region.span().start,
                format!(
                    "`region` is {:?}, which is no prefecture of the gazetteer; write its full name, as in \"运城市\"",
                    region.get_ref()
                ),
            ));
        }
        region => region.map(Spanned::into_inner),
    };
    let date = match sidecar.date {
        Some(given) => Some(date_of(given.get_ref()).ok_or_else(|| {
            fail(given.span().start, "`date` is no day; write it as date = 2025-07-24".into())
        })?),
        None => None,
    };
    let tables = Tables {
        correct: sidecar.correct,
        split: sidecar.split,
        join: sidecar.join,
        r#move: sidecar.r#move,
        r#type: sidecar.r#type,
        article: sidecar.article,
        gap: sidecar.gap,
    };
    let overrides = tables.overrides(text).map_err(|(at, found)| fail(at, found))?;
    Ok(Context {
        folder_date: None,
        folder_paper: None,
        folder_no_day: None,
        paper: filled(sidecar.paper, "paper")?,
        date,
        page,
        name: filled(sidecar.name, "name")?,
        region,
        overrides,
        said,
    })
}

/// The line of byte `at` of `text`.
fn line_of(text: &str, at: usize) -> LineNo {
    let before = &text.as_bytes()[..at.min(text.len())];
    LineNo(1 + before.iter().filter(|byte| **byte == b'\n').count() as u32)
}

fn date_of(given: &toml::value::Datetime) -> Option<Date> {
    let date = given.date?;
    Some(Date { year: Some(date.year), day: MonthDay::new(date.month, date.day)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Change, Class, Whole};

    fn error(text: &str) -> String {
        context_of(text).err().map_or(String::new(), |error| error.to_string())
    }

    #[test]
    fn a_sidecar_may_be_in_the_encoding_of_a_dump() {
        let folder = std::env::temp_dir().join(format!("banxin-sidecar-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let text = "paper = \"某某日报\"\nname = \"要闻综合新闻\"\n";
        for bytes in [encoding_rs::GBK.encode(text).0.to_vec(), format!("\u{FEFF}{text}").into()] {
            fs::write(folder.join("a.toml"), bytes).unwrap();
            let context = of_dump(&folder.join("a.txt")).unwrap();
            assert_eq!(context.paper.as_deref(), Some("某某日报"));
        }
        let _ = fs::remove_dir_all(&folder);
    }

    #[test]
    fn a_full_sidecar_is_read() {
        let text = "paper = \"某某日报\"\ndate = 2025-07-24\npage = 2\nname = \"要闻\"\nregion = \"运城市\"\n";
        let context = context_of(text).unwrap();
        assert_eq!(context.paper.as_deref(), Some("某某日报"));
        assert_eq!(context.date.unwrap().to_string(), "2025年7月24日");
        assert_eq!((context.page, context.region.as_deref()), (Some(2.into()), Some("运城市")));
    }

    #[test]
    fn overrides_keep_the_order_in_which_they_are_written() {
        let text = "page = 2\n\n[[type]]\ntext = \"甲\"\nas = \"headline\"\n\n[[correct]]\ntext = \"冻水\"\nto = \"涑水\"\nline = 4\n\
            [[split]]\ntext = \"乙\"\n[[type]]\ntext = \"丙\"\nas = \"para\"\n";
        let overrides = context_of(text).unwrap().overrides;
        let lines: Vec<u32> = overrides.iter().map(|one| one.place.line.0).collect();
        assert_eq!(lines, [4, 8, 12, 14]);
        assert_eq!(overrides[0].change, Change::Retype(Class::Headline));
        assert_eq!(overrides[1].change, Change::Correct { to: "涑水".into() });
        assert_eq!((overrides[1].quote.line, overrides[1].quote.nth), (Some(4), None));
        assert_eq!(overrides[2].change, Change::Split(Whole::Article));
        assert_eq!(&text[overrides[1].place.span.range()], "\"冻水\"");
    }

    #[test]
    fn what_it_cannot_say_is_told_with_its_line() {
        assert_eq!(
            error("page = 2\nregion = \"月城\"\n"),
            "2: `region` is \"月城\", which is no prefecture of the gazetteer; write its full name, as in \"运城市\""
        );
        assert_eq!(
            error("page = 2\n\npapr = \"x\"\n"),
            "3: there is no `papr`; is `paper` meant? Else remove it"
        );
        assert_eq!(
            error("[[corect]]\ntext = \"冻水\"\n"),
            "1: there is no `corect`; is `correct` meant? Else remove it"
        );
        assert!(
            error("issue = 3\n").starts_with(
                "1: there is no `issue`; write one of paper, date, page, name, region,"
            )
        );
        assert_eq!(
            error("page = \"two\"\n"),
            "1: `page` is \"two\"; write its number without quotation marks, from 1 on, as in page = 3, or with the letter of its part, as in page = \"A3\""
        );
        assert_eq!(context_of("page = \"A08\"\n").unwrap().page.unwrap().to_string(), "A8");
        assert_eq!(error("page = 0\n"), "1: `page` is 0; pages count from 1, as in page = 1");
        for date in ["\"2025-07-24\"", "2025年7月24日", "2025/7/24", "'2025年7月24日'"] {
            assert_eq!(
                error(&format!("page = 3\ndate = {date}\n")),
                format!(
                    "2: `date` is {date}; write it without quotation marks, as date = 2025-07-24"
                )
            );
        }
        assert_eq!(
            error("date = 昨天\n"),
            "1: `date` is 昨天; write year, month and day, as date = 2025-07-24"
        );
        assert_eq!(
            error("page = 三\n"),
            "1: `page` is 三; write its number without quotation marks, from 1 on, as in page = 3, or with the letter of its part, as in page = \"A3\""
        );
        assert_eq!(
            error("page = -1\n"),
            "1: `page` is -1; write its number without quotation marks, from 1 on, as in page = 3, or with the letter of its part, as in page = \"A3\""
        );
        assert_eq!(
            error("page = 2\n[split]\ntext = \"甲\"\n"),
            "2: [split] is one table and there may be several; write [[split]]"
        );
        assert_eq!(
            error("paper = 某日报\n"),
            "1: `paper` is 某日报; a text stands in quotation marks, as in paper = \"某日报\""
        );
        assert_eq!(
            error("paper = “某日报”\n"),
            "1: `paper` is “某日报”; a text stands in straight quotation marks, as in paper = \"某日报\""
        );
        assert_eq!(
            error("paper：\"某日报\"\n"),
            "1: `paper：\"某日报\"` has no =; write key = value, as in paper = \"某日报\""
        );
        assert_eq!(error("paper = \" \"\n"), "1: `paper` is empty; fill it or remove the line");
        assert_eq!(
            error("date = 12:00:00\n"),
            "1: `date` is no day; write it as date = 2025-07-24"
        );
    }

    #[test]
    fn an_override_that_says_nothing_is_told_with_its_line() {
        assert_eq!(
            error("[[correct]]\ntext = \" \"\nto = \"涑水\"\n"),
            "2: `text` is empty; quote the words of the page that it is about"
        );
        assert_eq!(
            error("[[correct]]\ntext = \"冻水\"\nto = \"\"\n"),
            "3: `to` is empty; quote a neighbouring word too in `text`, and keep that word in `to`"
        );
        assert_eq!(
            error("[[type]]\ntext = \"冻水\"\nas = \"title\"\n"),
            "3: `as` is \"title\"; write one of kicker, headline, subtitle, rubric, column, furniture, unplaced, byline, lead, para, subhead, caption, signoff, verse, notice, table, note"
        );
        assert_eq!(
            error("[[split]]\ntext = \"冻水\"\nas = \"page\"\n"),
            "3: `as` is \"page\"; write \"article\" or \"paragraph\""
        );
        assert_eq!(
            error("[[article]]\ntext = \"冻水\"\n"),
            "2: `article` says nothing of it; add kind, rubric, column, dateline, counties or bylines"
        );
        assert_eq!(
            error("[[article]]\ntext = \"冻水\"\nbylines = [{ name = \" \", role = \"记者\" }]\n"),
            "3: `name` is empty; write the name, or bylines = [] where nobody is named"
        );
        assert_eq!(
            error("[[article]]\ntext = \"冻水\"\ncounties = \"绛县\"\n"),
            "3: `counties` is \"绛县\"; write a list of full names, as in counties = [\"绛县\"]"
        );
        assert_eq!(
            error("[[article]]\ntext = \"冻水\"\nbylines = [\"赵六\"]\n"),
            "3: `bylines` is [\"赵六\"]; write each name in braces, as in bylines = [{ name = \"赵六\", role = \"记者\" }]"
        );
        assert!(
            error("[[article]]\ntext = \"冻水\"\nbylines = [\n  \"赵六\",\n]\n")
                .contains("expected a name in braces")
        );
        assert_eq!(
            error("page = 3\n[[correct]]\ntext = \"冻水\"\n[[split]]\ntext = \"甲\"\n"),
            "2: [[correct]] has no `to`; add a line to = \"…\""
        );
        assert_eq!(
            error("[[correct]]\ntext = \"冻\"\nto = \"涑\"\nlin = 3\n"),
            "4: there is no `lin`; is `line` meant? Else remove it"
        );
        assert_eq!(
            error("[[correct]]\ntext = \"冻\"\nto = \"涑\"\npage = 3\n"),
            "4: there is no `page`; write one of text, line, nth, to, or remove it"
        );
    }

    #[test]
    fn what_stands_twice_is_told_with_both_lines() {
        assert_eq!(
            error("page = 2\nname = \"要闻\"\npage = 3\n"),
            "3: `page` stands twice, on lines 1 and 3; remove one"
        );
        assert_eq!(
            error("date = 2024-05-04\n# again\ndate = 2024-05-05\n"),
            "3: `date` stands twice, on lines 1 and 3; remove one"
        );
        assert_eq!(
            error("name = \"甲\"\nname = \"乙\"\n"),
            "2: `name` stands twice, on lines 1 and 2; remove one"
        );
        assert_eq!(
            error("[[article]]\ntext = \"甲\"\nbylines = [{ name = \"王明\", name = \"李丽\" }]\n"),
            "3: `name` stands twice; remove one"
        );
        // Each table has its own.
        let first = "[[correct]]\ntext = \"冻水\"\nto = \"涑水\"\n\n";
        assert_eq!(
            error(&format!("{first}[[correct]]\ntext = \"甲\"\nto = \"乙\"\nto = \"丙\"\n")),
            "8: `to` stands twice, on lines 7 and 8; remove one"
        );
    }

    #[test]
    fn what_is_no_toml_is_told_in_plain_words() {
        assert_eq!(
            error("page = 2\n某日报\n"),
            "2: `某日报` has no =; write key = value, as in page = 3"
        );
        assert_eq!(
            error("[[correct]\ntext = \"甲\"\n"),
            "1: `[[correct]` is not closed; write it as [[correct]]"
        );
        assert_eq!(
            error("paper = \"某日报\ndate = 2024-05-04\n"),
            "1: the text in `paper = \"某日报` does not end; close it with a straight \""
        );
        assert_eq!(
            error("paper = '某日报\n"),
            "1: the text in `paper = '某日报` does not end; close it with a straight '"
        );
        assert_eq!(
            error("paper = \"某日报\" name = \"要闻\"\n"),
            "1: `paper = \"某日报\" name = \"要闻\"` says more than one thing; write one key a line"
        );
    }
}

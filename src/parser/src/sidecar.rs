//! What does the newsroom say of a page? `seeds/<name>.toml` beside `seeds/<name>.txt`.

use crate::{Context, ReadError};
use ::edition::{Date, MonthDay};
use serde::Deserialize;
use std::path::Path;
use std::{fs, io};
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sidecar {
    paper: Option<Spanned<String>>,
    date: Option<Spanned<toml::value::Datetime>>,
    page: Option<Spanned<u16>>,
    name: Option<Spanned<String>>,
    region: Option<Spanned<String>>,
}

/// What `dump`'s sidecar says; nothing where there is none.
///
/// # Errors
/// An unreadable sidecar; a key or value that it cannot have, with its line.
pub fn of_dump(dump: &Path) -> Result<Context, ReadError> {
    let file = dump.with_extension("toml");
    match fs::read_to_string(&file) {
        Ok(text) => parse(&text, &file),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Context::default()),
        Err(error) => Err(ReadError::Unreadable { file, reason: error.to_string() }),
    }
}

fn parse(text: &str, file: &Path) -> Result<Context, ReadError> {
    let fail = |at: usize, found: String| ReadError::Sidecar {
        file: file.to_owned(),
        line: 1 + text.as_bytes()[..at.min(text.len())].iter().filter(|b| **b == b'\n').count(),
        found,
    };
    let sidecar: Sidecar = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        fail(at, error.message().replace('\n', " "))
    })?;
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
    Ok(Context {
        paper: filled(sidecar.paper, "paper")?,
        date,
        page: sidecar.page.map(Spanned::into_inner),
        name: filled(sidecar.name, "name")?,
        region,
    })
}

fn date_of(given: &toml::value::Datetime) -> Option<Date> {
    let date = given.date?;
    Some(Date { year: Some(date.year), day: MonthDay::new(date.month, date.day)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        parse(text, Path::new("甲.toml")).err().map_or(String::new(), |error| error.to_string())
    }

    #[test]
    fn a_full_sidecar_is_read() {
        let text = "paper = \"某某日报\"\ndate = 2025-07-24\npage = 2\nname = \"要闻\"\nregion = \"运城市\"\n";
        let context = parse(text, Path::new("甲.toml")).unwrap();
        assert_eq!(context.paper.as_deref(), Some("某某日报"));
        assert_eq!(context.date.unwrap().to_string(), "2025年7月24日");
        assert_eq!((context.page, context.region.as_deref()), (Some(2), Some("运城市")));
    }

    #[test]
    fn what_it_cannot_say_is_told_with_its_line() {
        assert_eq!(
            error("page = 2\nregion = \"月城\"\n"),
            "甲.toml:2: `region` is \"月城\", which is no prefecture of the gazetteer; write its full name, as in \"运城市\""
        );
        assert!(error("page = 2\n\npapr = \"x\"\n").starts_with("甲.toml:3: unknown field `papr`"));
        assert!(error("page = \"two\"\n").starts_with("甲.toml:1: invalid type"));
        assert_eq!(
            error("paper = \" \"\n"),
            "甲.toml:1: `paper` is empty; fill it or remove the line"
        );
        assert_eq!(
            error("date = 12:00:00\n"),
            "甲.toml:1: `date` is no day; write it as date = 2025-07-24"
        );
    }
}

//! Which links must go on working though their articles have other ids now? `redirects.toml` in the folder of
//! dumps: `"old id" = "id of today"`, a line each.

use crate::sidecar::form;
use crate::{ReadError, decode};
use ::edition::{Article, ArticleId, Edition, Redirect};
use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};
use toml::Spanned;

pub const NAME: &str = "redirects.toml";

/// # Errors
/// What is no id, an old id that an article still has, an id of today that none has: with the line.
pub fn of_seeds(seeds: &Path, editions: &[Edition]) -> Result<Vec<Redirect>, ReadError> {
    let file = seeds.join(NAME);
    let bytes = match fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(ReadError::Unreadable { file, reason: error.to_string() }),
    };
    // In any encoding that a dump may be in.
    let text = match decode(&bytes) {
        Ok((text, _)) => text,
        Err(error) => return Err(ReadError::NotText { file, error }),
    };
    read(&text, editions).map_err(|(at, found)| {
        let line = 1 + text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count();
        ReadError::Sidecar { file: file.clone(), line, found }
    })
}

/// An error is its byte offset and a sentence.
fn read(text: &str, editions: &[Edition]) -> Result<Vec<Redirect>, (usize, String)> {
    let table: BTreeMap<Spanned<String>, Spanned<String>> =
        toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let told = form::told(text, at, error.message());
            (at, told.unwrap_or_else(|| error.message().replace('\n', " ")))
        })?;
    let articles =
        editions.iter().flat_map(|edition| &edition.pages).flat_map(|page| &page.articles);
    let ids: Vec<&ArticleId> = articles.map(|article: &Article| &article.id).collect();
    let one = |(from, to): (Spanned<String>, Spanned<String>)| {
        let id = |word: &Spanned<String>| {
            ArticleId::read(word.get_ref()).ok_or_else(|| {
                let found = format!(
                    "{:?} is no id; an id is the eight letters and digits behind #/a/ in a link",
                    word.get_ref()
                );
                (word.span().start, found)
            })
        };
        let redirect = Redirect { from: id(&from)?, to: id(&to)? };
        if ids.contains(&&redirect.from) {
            let found = format!("an article still has the id {}; remove the line", redirect.from);
            return Err((from.span().start, found));
        }
        if !ids.contains(&&redirect.to) {
            let found = format!(
                "no article has the id {}; write the one that it has now (`press parse --json` prints it)",
                redirect.to
            );
            return Err((to.span().start, found));
        }
        Ok(redirect)
    };
    table.into_iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::edition::Page;

    fn edition() -> Edition {
        let page = "荷花开了\n\n本报讯(记者 王明)7月1日,荷花开了。\n";
        let page = crate::parse_page("a.txt", page, &crate::Context::default());
        Edition { pages: vec![page], ..Edition::default() }
    }

    fn told(text: &str) -> (usize, String) {
        read(text, &[edition()]).unwrap_err()
    }

    #[test]
    fn an_old_id_leads_to_the_id_of_today() {
        let edition = edition();
        let Page { articles, .. } = &edition.pages[0];
        let id = articles[0].id.clone();
        let text = format!("# moved in July\naaaaaaaa = \"{id}\"\n");
        let from = ArticleId::read("aaaaaaaa").unwrap();
        assert_eq!(read(&text, &[edition]), Ok(vec![Redirect { from, to: id }]));
    }

    #[test]
    fn the_table_may_be_in_the_encoding_of_a_dump() {
        let folder = std::env::temp_dir().join(format!("banxin-redirects-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let edition = edition();
        let id = edition.pages[0].articles[0].id.clone();
        let text = format!("# 标题改了，链接要跟着走\naaaaaaaa = \"{id}\"\n");
        let wide = text.encode_utf16().flat_map(u16::to_le_bytes);
        for bytes in [
            encoding_rs::GB18030.encode(&text).0.to_vec(),
            [0xFF, 0xFE].into_iter().chain(wide).collect(),
        ] {
            fs::write(folder.join(NAME), bytes).unwrap();
            let redirects = of_seeds(&folder, std::slice::from_ref(&edition)).unwrap();
            assert_eq!(redirects[0].to, id);
        }
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn what_leads_nowhere_is_an_error_at_its_place() {
        let id = edition().pages[0].articles[0].id.clone();
        assert_eq!(told("a = 1").0, 4);
        let (at, found) = told("aaaaaaaa = \"bbbbbbbb\"\naaaaaaaa = \"cccccccc\"\n");
        assert_eq!(
            (at, found.as_str()),
            (22, "`aaaaaaaa` stands twice, on lines 1 and 2; remove one")
        );
        let (at, found) = told("\nold = \"x\"");
        assert_eq!((at, found.split(';').next()), (1, Some("\"old\" is no id")));
        let (at, found) = told("aaaaaaaa = \"bbbbbbbb\"");
        assert_eq!((at, found.split(';').next()), (11, Some("no article has the id bbbbbbbb")));
        let (at, found) = told(&format!("{id} = \"{id}\""));
        assert_eq!((at, found), (0, format!("an article still has the id {id}; remove the line")));
    }
}

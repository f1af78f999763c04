//! What does a visitor read before the wasm runs? The newest edition, put where `index.html` has a place for it; and
//! of which dumps the page was made.

use crate::failure::Failure;
use crate::hash;
use reader::PRERENDERED;
use reader::prerender::{embedded, newest_edition};

/// What a page says of the library that it was made of.
pub fn mark(library: &[u8]) -> String {
    format!("<meta name=\"banxin-library\" content=\"{}\">", hash::short(library))
}

/// `page` with the edition in it; unchanged where it is there already.
///
/// # Errors
/// A page without the place.
pub fn filled(page: &str) -> Result<String, Failure> {
    let begin = format!("<div id=\"{PRERENDERED}\">");
    let place = format!("{begin}</div>");
    match (page.split_once(&place), page.contains(&begin)) {
        (Some((before, after)), _) => {
            let head = format!("{}</head>", mark(embedded()));
            let before = before.replacen("</head>", &head, 1);
            Ok([&before, newest_edition().as_str(), after].concat())
        }
        (None, true) => Ok(page.to_owned()),
        (None, false) => Err(Failure::new(format!(
            "index.html holds no `{place}`, the place for the edition; restore it with git"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_filled_once() {
        let once = filled("<head></head><body><div id=\"prerendered\"></div></body>").unwrap();
        assert!(once.starts_with(&format!("<head>{}</head>", mark(embedded()))), "{once}");
        assert!(once.contains("<article"), "{once}");
        assert_eq!(filled(&once).unwrap(), once);
    }

    #[test]
    fn a_page_without_the_place_says_what_to_do() {
        assert_eq!(
            filled("<body></body>").unwrap_err().to_string(),
            "index.html holds no `<div id=\"prerendered\"></div>`, the place for the edition; restore it with git"
        );
    }
}

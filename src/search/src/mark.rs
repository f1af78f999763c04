//! Which characters are marks? Punctuation, quotation marks, brackets, dots: a phone adds them and a reader leaves
//! them out.

use crate::engine::Engine;
use crate::fold::Level;
use crate::query::{Query, Term};
use crate::spot::Reach;
use std::borrow::Cow;

/// Whether a folded unit is neither a character nor a letter nor a digit.
pub(crate) fn is_mark(unit: u16) -> bool {
    match unit {
        0..0x80 => !(unit as u8).is_ascii_alphanumeric(),
        // Numbers in circles and the like, and ○, which may be a zero.
        0x2070..=0x218F | 0x2460..=0x24FF | 0x25CB => false,
        // 々〆〇
        0x3005..=0x3007 => false,
        0xFF10..=0xFF19 | 0xFF21..=0xFF3A | 0xFF41..=0xFF5A | 0xFF66..=0xFFDF => false,
        0xB7 | 0x2000..=0x2BFF | 0x3000..=0x303F | 0xFE10..=0xFE6F | 0xFF00..=0xFFEF => true,
        _ => false,
    }
}

/// Whether it is a mark that says nothing at the end of a term, as # and % do.
fn is_loose(unit: u16) -> bool {
    const TELLING: &[u8] = b"#$%&*+=@\\^_`|";
    is_mark(unit) && !TELLING.iter().any(|own| u16::from(*own) == unit)
}

/// Whether it stands around a name or within it: quotation marks, brackets, middle dots.
pub(crate) fn is_around(unit: u16) -> bool {
    const AROUND: &[u8] = b"\"'<>()[]{}\xB7";
    AROUND.iter().any(|own| u16::from(*own) == unit)
}

impl Engine {
    /// The query with bare terms where nothing holds them with the marks at their ends, and without marks that
    /// stand alone and nowhere else.
    pub(crate) fn bare<'a>(&self, query: &'a Query) -> Cow<'a, Query> {
        let is_bare = |term: &Term| term.is_excluded || self.bare_text(&term.text) == term.text;
        if query.terms.iter().all(is_bare) {
            return Cow::Borrowed(query);
        }
        let mut bare = query.clone();
        for term in bare.terms.iter_mut().filter(|term| !is_bare(term)) {
            if self.find(term, 0, Reach::Folded).places.is_empty() {
                term.text = self.bare_text(&term.text).to_owned();
            }
        }
        bare.terms.retain(|term| !term.text.is_empty());
        match bare.terms.is_empty() && bare.filters.is_empty() {
            true => Cow::Borrowed(query),
            false => Cow::Owned(bare),
        }
    }

    /// The text without marks at its ends, but for the minus of a number.
    fn bare_text<'a>(&self, text: &'a str) -> &'a str {
        let is_loose = |c: char| {
            let mut all = true;
            self.fold().each(c, Level::Class, |unit| all &= is_loose(unit));
            all
        };
        let head = text.trim_end_matches(is_loose);
        let bare = head.trim_start_matches(is_loose);
        let minus = head[..head.len() - bare.len()].char_indices().next_back();
        match minus {
            Some((at, '-' | '－' | '−')) if bare.starts_with(|c: char| c.is_numeric()) => {
                &head[at..]
            }
            _ => bare,
        }
    }
}

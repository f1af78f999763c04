//! How is an article named in a link? By its own head, so that a repaired paragraph changes no link.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Eight characters of Crockford's base 32 (no i, l, o, u: nothing to misread aloud).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ArticleId(String);

const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: u32 = 8;

impl ArticleId {
    /// The id for a head (headline, else the opening of the text). White space does not count. `twin` is 0
    /// for the first article with this head in its edition, 1 for the next …
    pub fn of(head: &str, twin: u32) -> Self {
        let ink = head.chars().filter(|c| crate::is_ink(*c));
        let mut hash = Fnv::new();
        for c in ink {
            hash.write(c as u32);
        }
        hash.write(twin);
        let digit = |place| DIGITS[(hash.0 >> (59 - 5 * place)) as usize & 31] as char;
        Self((0..LENGTH).map(digit).collect())
    }

    /// An id as it stands in a link; `None` where it is none.
    pub fn read(id: &str) -> Option<Self> {
        let is_id = id.len() == LENGTH as usize && id.bytes().all(|byte| DIGITS.contains(&byte));
        is_id.then(|| Self(id.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo): the standard library's hasher may change between Rust versions, a
/// link may not.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn write(&mut self, value: u32) {
        for byte in value.to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_do_not_change_a_link_and_other_words_do() {
        assert_eq!(ArticleId::of("甲 乙", 0), ArticleId::of("甲乙\n", 0));
        assert_ne!(ArticleId::of("甲乙", 0), ArticleId::of("乙甲", 0));
        assert_ne!(ArticleId::of("简讯", 0), ArticleId::of("简讯", 1));
    }

    #[test]
    fn an_id_is_read_as_it_was_written() {
        let id = ArticleId::of("甲", 0);
        assert_eq!(ArticleId::read(id.as_str()), Some(id));
        for other in ["", "rrxmeec", "rrxmeec8x", "RRXMEEC8", "rrxmeecl", "../../ab"] {
            assert_eq!(ArticleId::read(other), None, "{other}");
        }
    }

    #[test]
    fn a_link_made_today_is_the_link_of_tomorrow() {
        assert_eq!(ArticleId::of("民乐园绘就民乐生态画卷", 0).as_str().len(), 8);
        assert_eq!(ArticleId::of("甲", 0).as_str(), "rrxmeec8");
    }
}

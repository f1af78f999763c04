//! What comes back? Hits, best first, each with the places that matched.

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Best first: by tier, then by score, then in document order.
    pub hits: Vec<Hit>,
    /// How many places match, in all hits together.
    pub places: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Index of the document.
    pub document: usize,
    pub tier: Tier,
    /// Comparable within one answer and one tier only.
    pub score: f32,
    /// In reading order, none overlapping another. In an answer of very many hits only the first have them
    /// ([`Options::detailed`](crate::Options)); [`Engine::complete`](crate::Engine::complete) adds them.
    pub matches: Vec<Match>,
}

/// How a document was found, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// 原文: the string is there, but for width, case, punctuation variants and white space.
    Exact,
    /// 繁简: through traditional, simplified and regional variants.
    Folded,
    /// 拼音
    Pinyin,
    /// 形近: one look-alike character.
    Lookalike,
    /// 部分: only parts of the query are there.
    Partial,
}

/// A byte range of the original text of one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Match {
    pub part: u32,
    pub start: u32,
    pub end: u32,
}

impl Tier {
    pub const COUNT: usize = 5;
    pub(crate) const ALL: [Self; Self::COUNT] =
        [Self::Exact, Self::Folded, Self::Pinyin, Self::Lookalike, Self::Partial];
}

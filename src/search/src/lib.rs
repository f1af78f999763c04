//! Where do these characters stand? Folding, matching, ranking and snippets over documents of fields.

/// One text to be found: its parts in reading order.
pub struct Document {
    pub parts: Vec<Part>,
}

pub struct Part {
    pub field: Field,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    Kicker,
    Headline,
    Subtitle,
    Byline,
    Subhead,
    Caption,
    Body,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    Exact,
    Folded,
    Pinyin,
    Lookalike,
    Partial,
}

pub struct Answer {
    /// Best first.
    pub hits: Vec<Hit>,
}

pub struct Hit {
    /// Index of the document.
    pub document: usize,
    pub tier: Tier,
    pub score: f32,
    /// In reading order, none overlapping another.
    pub matches: Vec<Match>,
}

/// A byte range of the original text of one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Match {
    pub part: u32,
    pub start: u32,
    pub end: u32,
}

pub struct Snippet<'a> {
    pub part: u32,
    pub cut_before: bool,
    pub pieces: Vec<Piece<'a>>,
    pub cut_after: bool,
}

pub struct Piece<'a> {
    pub text: &'a str,
    pub is_match: bool,
}

pub struct Engine {
    documents: Vec<Document>,
}

impl Engine {
    pub fn new(documents: Vec<Document>) -> Self {
        Self { documents }
    }

    pub fn search(&self, _query: &str) -> Answer {
        Answer { hits: Vec::new() }
    }

    /// The densest place of the hit, about `length` characters, always with a whole match in it.
    pub fn snippet<'a>(&'a self, hit: &Hit, _length: usize) -> Snippet<'a> {
        let _ = (&self.documents, hit);
        Snippet { part: 0, cut_before: false, pieces: Vec::new(), cut_after: false }
    }
}

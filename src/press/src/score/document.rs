//! What do a truth file and the parser's JSON say of a page? The keys that are compared.

use serde::Deserialize;

/// `[start, end)` in code points of the dump without its byte order mark.
pub type Range = [usize; 2];

#[derive(Deserialize)]
pub struct Document {
    /// The one key that no document is without.
    pub articles: Vec<Article>,
    #[serde(default)]
    pub furniture: Vec<Range>,
    #[serde(default)]
    pub rubrics: Vec<Range>,
    #[serde(default)]
    pub columns: Vec<Range>,
    #[serde(default)]
    pub unplaced: Vec<Range>,
    /// Set where the page is hard-wrapped.
    pub hard_wrap: Option<serde_json::Value>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Article {
    pub kicker: Vec<Range>,
    pub headline: Vec<Range>,
    pub subtitle: Vec<Range>,
    pub rubric: Option<String>,
    pub column: Option<String>,
    pub bylines: Vec<Byline>,
    pub dateline: Option<String>,
    pub blocks: Vec<Block>,
    pub counties: Vec<String>,
    pub counties_optional: Vec<String>,
    pub county_evidence: Vec<Evidence>,
    pub flags: Vec<Flag>,
    pub accept: Accept,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Byline {
    pub name: String,
    pub role: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Block {
    pub kind: String,
    pub spans: Vec<Range>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Evidence {
    pub county: String,
    pub spans: Vec<Range>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Flag {
    pub kind: String,
    pub at: usize,
    pub optional: bool,
}

/// Values that are also right.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Accept {
    pub rubric: Option<Vec<Option<String>>>,
    pub column: Option<Vec<Option<String>>>,
}

impl Article {
    /// Its parts in reading order, each with its role.
    pub fn parts(&self) -> impl Iterator<Item = (&str, &[Range])> {
        let heads =
            [("kicker", &self.kicker), ("headline", &self.headline), ("subtitle", &self.subtitle)];
        let heads = heads.into_iter().filter(|head| !head.1.is_empty());
        let heads = heads.map(|(role, spans)| (role, spans.as_slice()));
        heads.chain(self.blocks.iter().map(|block| (block.kind.as_str(), block.spans.as_slice())))
    }
}

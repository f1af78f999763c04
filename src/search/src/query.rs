//! What did the reader ask for? Words, all of which must be there.

/// A query taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Each without white space; none empty, none twice.
    pub terms: Vec<String>,
}

/// More words than anyone types; what is behind them is ignored, so that a pasted book stays an answerable query.
const MAX_TERMS: usize = 32;

impl Query {
    /// Anything is a query.
    pub fn parse(text: &str) -> Self {
        let mut terms: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            if terms.len() < MAX_TERMS && !terms.iter().any(|term| term == word) {
                terms.push(word.to_owned());
            }
        }
        Self { terms }
    }
}

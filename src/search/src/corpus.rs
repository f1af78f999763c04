//! How good is the search on any collection of articles? JSON lines in, one JSON object a query out.

mod exported;

pub use exported::About;

use crate::{Answer, Document, Engine, Field, Part, Tables, Tier};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use std::hint::black_box;
use std::io::{self, BufRead, Write};
use std::time::Instant;

/// One line of a corpus: `{"id","title","paras"}`, or a passage `{"pid","title","text"}`.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Article {
    #[serde(alias = "pid")]
    pub id: Id,
    /// Left out where there is none.
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub paras: Vec<String>,
    /// A passage of one paragraph, or the paragraphs of an exported article.
    #[serde(default, alias = "body", deserialize_with = "one_or_several")]
    pub text: Vec<String>,
    /// What else is said of it: an exported article has fields and attributes.
    #[serde(flatten)]
    pub about: About,
}

fn one_or_several<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Body {
        One(String),
        Several(Vec<String>),
    }
    let body = Option::<Body>::deserialize(from)?;
    Ok(match body {
        None => Vec::new(),
        Some(Body::One(text)) => vec![text],
        Some(Body::Several(texts)) => texts,
    })
}

/// A name of an article or a query; numbers are names too, and come out as they went in.
#[derive(Clone, Debug, Deserialize, Serialize, PartialEq, Eq, Hash)]
#[serde(untagged)]
pub enum Id {
    Text(String),
    Number(serde_json::Number),
}

impl Default for Id {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl From<String> for Id {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
        }
    }
}

/// One line of queries: `{"qid","query"}`; what else stands in it is ignored.
#[derive(Clone, Debug, Deserialize)]
pub struct Question {
    pub qid: Id,
    pub query: String,
}

/// One line of output.
#[derive(Debug, Serialize)]
pub struct Reply<'a> {
    pub qid: &'a Id,
    /// Best first: all of the first four tiers, the best hundred of the last.
    pub hits: Vec<Found<'a>>,
    /// Time of the whole answer with the snippets of its first ten hits, in microseconds.
    pub us: u64,
}

#[derive(Debug, Serialize)]
pub struct Found<'a> {
    pub id: &'a Id,
    /// `exact folded pinyin lookalike partial`
    pub tier: &'static str,
    pub score: f32,
}

/// What is wrong with a corpus or its queries, and where.
#[derive(Debug)]
pub enum CorpusError {
    /// Not JSON of the expected shape. Lines count from 1.
    Line {
        what: &'static str,
        line: usize,
        found: serde_json::Error,
    },
    Io(io::Error),
}

impl fmt::Display for CorpusError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line { what, line, found } => write!(
                f,
                "{what}, line {line}: {found}; write one JSON object a line, articles {{id,title,paras}} or as `press export --format jsonl` gives them, queries {{qid,query}}"
            ),
            Self::Io(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for CorpusError {}

impl From<io::Error> for CorpusError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Hits on the first screen, and the characters that are shown of each.
const SNIPPETS: usize = 10;
const SNIPPET: usize = 60;

/// Articles behind an engine with its index built.
pub struct Corpus {
    pub engine: Engine,
    /// Of each document.
    pub ids: Vec<Id>,
}

impl Corpus {
    pub fn new(articles: Vec<Article>) -> Self {
        let mut ids = Vec::with_capacity(articles.len());
        let mut documents = Vec::with_capacity(articles.len());
        let mut attributes = Vec::with_capacity(articles.len());
        let [mut all, mut names, mut counties] = [const { String::new() }; 3];
        for article in articles {
            let about = &article.about;
            let body = article.text.into_iter().enumerate();
            let body = body.map(|(at, text)| (exported::field(about, at), text));
            let paras = article.paras.into_iter().map(|text| (Field::Body, text));
            let body = paras.chain(body).map(|(field, text)| Part { field, text: text.into() });
            let mut parts = exported::heads(about, article.title);
            parts.extend(body);
            parts.iter().for_each(|part| all.push_str(&part.text));
            let own = exported::attributes(about);
            own.iter().for_each(|(_, value)| names.push_str(value));
            counties.push_str(&exported::counties(about));
            attributes.push(own);
            documents.push(Document { parts });
            ids.push(article.id);
        }
        let tables = Tables::for_names(&all, &names, &counties);
        let engine = Engine::new(documents, tables).with_attributes(attributes);
        while engine.index_more() {}
        Self { engine, ids }
    }

    /// Reads a corpus; blank lines are passed over.
    pub fn read(articles: impl BufRead) -> Result<Self, CorpusError> {
        Ok(Self::new(lines(articles, "articles")?))
    }

    /// Reads queries; blank lines are passed over.
    pub fn questions(queries: impl BufRead) -> Result<Vec<Question>, CorpusError> {
        lines(queries, "queries")
    }

    pub fn reply<'a>(&'a self, question: &'a Question) -> Reply<'a> {
        let start = Instant::now();
        let answer: Answer = self.engine.search(&question.query);
        for hit in answer.hits.iter().take(SNIPPETS) {
            black_box(self.engine.snippet(hit, SNIPPET));
        }
        let us = start.elapsed().as_micros() as u64;
        let found = |hit: &crate::Hit| Found {
            id: &self.ids[hit.document],
            tier: hit.tier.name(),
            score: hit.score,
        };
        Reply { qid: &question.qid, hits: answer.hits.iter().map(found).collect(), us }
    }
}

impl Reply<'_> {
    /// One line of JSON.
    pub fn write_json(&self, out: &mut impl Write) -> io::Result<()> {
        serde_json::to_writer(&mut *out, self)?;
        writeln!(out)
    }
}

/// For people: how many hits there are, and the first of them.
impl fmt::Display for Reply<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const FIRST: usize = 5;
        write!(f, "{}: {} 篇, {} µs", self.qid, self.hits.len(), self.us)?;
        for Found { id, tier, score } in self.hits.iter().take(FIRST) {
            write!(f, "; {id} {tier} {score:.2}")?;
        }
        Ok(())
    }
}

/// The lines of a file of JSON lines.
pub fn lines<T: for<'de> Deserialize<'de>>(
    reader: impl BufRead,
    what: &'static str,
) -> Result<Vec<T>, CorpusError> {
    let mut all = Vec::new();
    for (at, line) in reader.lines().enumerate() {
        let line = line?;
        let line = line.trim_start_matches('\u{FEFF}');
        if !line.trim().is_empty() {
            let read = serde_json::from_str(line);
            all.push(read.map_err(|found| CorpusError::Line { what, line: at + 1, found })?);
        }
    }
    Ok(all)
}

impl Tier {
    /// The word that stands in outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Folded => "folded",
            Self::Pinyin => "pinyin",
            Self::Lookalike => "lookalike",
            Self::Partial => "partial",
        }
    }
}

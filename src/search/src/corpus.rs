//! How good is the search on any collection of articles? JSON lines in, one JSON object a query out.

use crate::{Answer, Document, Engine, Field, Part, Tables, Tier};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::io::{self, BufRead, Write};
use std::time::Instant;

/// One line of a corpus: `{"id","title","paras"}`, or a passage `{"pid","title","text"}`.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Article {
    #[serde(alias = "pid")]
    pub id: String,
    /// Left out where there is none.
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub paras: Vec<String>,
    /// A passage of one paragraph.
    #[serde(default)]
    pub text: Option<String>,
}

/// One line of queries: `{"qid","query"}`; what else stands in it is ignored.
#[derive(Clone, Debug, Deserialize)]
pub struct Question {
    pub qid: String,
    pub query: String,
}

/// One line of output.
#[derive(Debug, Serialize)]
pub struct Reply<'a> {
    pub qid: &'a str,
    /// Best first: all of the first four tiers, the best hundred of the last.
    pub hits: Vec<Found<'a>>,
    /// Time of the whole answer, in microseconds.
    pub us: u64,
}

#[derive(Debug, Serialize)]
pub struct Found<'a> {
    pub id: &'a str,
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
                "{what}, line {line}: {found}; write one JSON object a line, articles {{id,title,paras}}, queries {{qid,query}}"
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

/// Articles behind an engine with its index built.
pub struct Corpus {
    pub engine: Engine,
    /// Of each document.
    pub ids: Vec<String>,
}

impl Corpus {
    pub fn new(articles: Vec<Article>) -> Self {
        let mut ids = Vec::with_capacity(articles.len());
        let mut documents = Vec::with_capacity(articles.len());
        let mut all = String::new();
        for article in articles {
            let body = article.paras.into_iter().chain(article.text);
            let body = body.map(|text| Part { field: Field::Body, text });
            let title = Part { field: Field::Headline, text: article.title };
            let parts: Vec<Part> = std::iter::once(title).chain(body).collect();
            parts.iter().for_each(|part| all.push_str(&part.text));
            documents.push(Document { parts });
            ids.push(article.id);
        }
        let mut engine = Engine::new(documents, Tables::for_text(&all));
        while engine.index_more() {}
        Self { engine, ids }
    }

    /// Reads a corpus; blank lines are passed over.
    pub fn read(articles: impl BufRead) -> Result<Self, CorpusError> {
        Ok(Self::new(lines(articles, "articles")?))
    }

    pub fn reply<'a>(&'a self, qid: &'a str, query: &str) -> Reply<'a> {
        let start = Instant::now();
        let answer: Answer = self.engine.search(query);
        let us = start.elapsed().as_micros() as u64;
        let found = |hit: &crate::Hit| Found {
            id: &self.ids[hit.document],
            tier: hit.tier.name(),
            score: hit.score,
        };
        Reply { qid, hits: answer.hits.iter().map(found).collect(), us }
    }

    /// Answers every query, one JSON object a line.
    pub fn run(&self, queries: impl BufRead, out: &mut impl Write) -> Result<(), CorpusError> {
        for question in lines::<Question>(queries, "queries")? {
            let reply = self.reply(&question.qid, &question.query);
            let line = serde_json::to_string(&reply).map_err(io::Error::from)?;
            writeln!(out, "{line}")?;
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

//! What does the engine do in a browser, without the site around it? Measured beside others.

use search::{Attribute, Document, Engine, Field, Hit, Options, Part, Query, Tables, Tier, Value};
use std::hint::black_box;
use wasm_bindgen::prelude::*;

/// Hits on the first screen, and the characters that are shown of each.
const SNIPPETS: usize = 10;
const SNIPPET: usize = 60;

/// What a build embeds, in the memory of the wasm.
#[wasm_bindgen]
pub struct Embedded {
    texts: &'static str,
    lengths: Vec<u32>,
    tables: Vec<u8>,
}

#[wasm_bindgen]
impl Embedded {
    /// `texts`: of each article its section and date parted by a tab, its title and its paragraphs, nothing
    /// between them. `lengths`: of each article the number of those texts, then their lengths in bytes.
    #[wasm_bindgen(constructor)]
    pub fn new(texts: String, lengths: Vec<u32>, tables: Vec<u8>) -> Self {
        // One corpus a page: the texts stay where they are until the page goes.
        Self { texts: Box::leak(texts.into_boxed_str()), lengths, tables }
    }
}

#[wasm_bindgen]
pub struct Search {
    engine: Engine,
}

#[wasm_bindgen]
impl Search {
    /// # Errors
    /// Texts that are not of their lengths, tables that are not those of this version.
    #[wasm_bindgen(constructor)]
    pub fn new(embedded: &Embedded) -> Result<Self, JsError> {
        let tables = Tables::decode(&embedded.tables)?;
        let (documents, attributes) = articles(embedded.texts, &embedded.lengths)
            .ok_or_else(|| JsError::new("lengths that the texts do not have"))?;
        Ok(Self { engine: Engine::new(documents, tables).with_attributes(attributes) })
    }

    /// One slice of idle work; whether there is more.
    pub fn more(&self) -> bool {
        self.engine.index_more()
    }

    /// The whole answer: every match, ranked, facets counted, ten snippets. Returns the number of hits.
    pub fn answer(&self, query: &str, exact_only: bool) -> usize {
        let options = Options { exact_only, ..Options::default() };
        let answer = self.engine.search_with(&Query::parse(query), options);
        for hit in answer.hits.iter().take(SNIPPETS) {
            black_box(self.engine.snippet(hit, SNIPPET));
        }
        for attribute in [Attribute::Section, Attribute::Date] {
            black_box(self.engine.facet(attribute, &answer.hits));
        }
        answer.hits.len()
    }

    /// The documents that hold the text itself or a variant of it, best first.
    pub fn holders(&self, query: &str) -> Vec<u32> {
        let options = Options { exact_only: true, detailed: Some(0), ..Options::default() };
        let hits = self.engine.search_with(&Query::parse(query), options).hits;
        ids(hits.iter().filter(|hit| hit.tier <= Tier::Folded))
    }

    /// The first documents of all tiers.
    pub fn first(&self, query: &str, most: usize) -> Vec<u32> {
        ids(self.engine.search(query).hits.iter().take(most))
    }
}

type Articles = (Vec<Document>, Vec<[Value; 2]>);

fn articles(mut texts: &'static str, mut lengths: &[u32]) -> Option<Articles> {
    let mut take = |length: &u32| {
        let (text, rest) = texts.split_at_checked(*length as usize)?;
        texts = rest;
        Some(text)
    };
    // Most articles have a few paragraphs.
    let expected = lengths.len() / 4;
    let (mut documents, mut attributes) =
        (Vec::with_capacity(expected), Vec::with_capacity(expected));
    while let Some((count, rest)) = lengths.split_first() {
        let (own, rest) = rest.split_at_checked(*count as usize)?;
        lengths = rest;
        let (label, own) = own.split_first()?;
        let (section, date) = take(label)?.split_once('\t')?;
        attributes.push([(Attribute::Section, section.into()), (Attribute::Date, date.into())]);
        let mut parts = Vec::with_capacity(own.len());
        for length in own {
            let field = if parts.is_empty() { Field::Headline } else { Field::Body };
            parts.push(Part { field, text: take(length)?.into() });
        }
        documents.push(Document { parts });
    }
    Some((documents, attributes))
}

fn ids<'a>(hits: impl Iterator<Item = &'a Hit>) -> Vec<u32> {
    hits.map(|hit| hit.document as u32).collect()
}

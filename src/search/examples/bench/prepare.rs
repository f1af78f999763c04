//! What does the comparison in a browser need? Articles, this engine's tables, and queries, as files.

use crate::dice::Dice;
use crate::speed::{grams, joined};
use crate::{generate, recall};
use search::corpus::{Id, lines};
use serde::{Deserialize, Serialize};
use std::error::Error;
use std::fs::{self, File};
use std::io::BufReader;
use std::path::Path;

/// An article with what facets count.
#[derive(Deserialize, Serialize)]
pub struct Listed {
    pub id: Id,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub paras: Vec<String>,
    #[serde(default)]
    pub source: String,
    #[serde(default)]
    pub date: String,
}

impl Listed {
    /// Its title and paragraphs, which do not run into one another.
    pub fn whole(&self) -> String {
        joined(std::iter::once(&self.title).chain(&self.paras).map(String::as_str))
    }
}

#[derive(Serialize)]
struct Queries {
    /// By length, from one character.
    exact: Vec<Vec<String>>,
    writings: Vec<recall::Writing>,
}

/// The articles of a corpus, or generated ones.
pub fn listed(corpus: Option<&str>, most: Option<usize>) -> Result<Vec<Listed>, Box<dyn Error>> {
    let Some(corpus) = corpus else {
        return Ok(generate::articles(most.ok_or("say --articles N or --corpus FILE.jsonl")?));
    };
    let mut articles: Vec<Listed> = lines(BufReader::new(File::open(corpus)?), "articles")?;
    articles.truncate(most.unwrap_or(usize::MAX));
    Ok(articles)
}

/// Writes `articles.json`, `texts.txt` and `parts.bin` (see `tests/bench/lib.rs`), `tables.bin` and `queries.json` into a folder.
pub fn write(
    folder: &Path,
    corpus: Option<&str>,
    count: usize,
    seed: u64,
) -> Result<(), Box<dyn Error>> {
    let articles = listed(corpus, Some(count))?;
    let (mut all, mut lengths) = (String::new(), Vec::new());
    for article in &articles {
        let label = format!("{}\t{}", article.source, article.date);
        let texts: Vec<&String> =
            [&label, &article.title].into_iter().chain(&article.paras).collect();
        lengths.push(texts.len() as u32);
        for text in texts {
            lengths.push(text.len() as u32);
            all += text;
        }
    }
    let texts: Vec<String> = articles.iter().map(Listed::whole).collect();
    let mut dice = Dice::new(seed);
    let exact = (1..=4).map(|length| grams(&texts, length, &mut dice)).collect();
    let queries = Queries { exact, writings: recall::writings(&texts, seed) };
    fs::create_dir_all(folder)?;
    fs::write(folder.join("articles.json"), serde_json::to_vec(&articles)?)?;
    fs::write(folder.join("texts.txt"), &all)?;
    let lengths: Vec<u8> = lengths.into_iter().flat_map(u32::to_le_bytes).collect();
    fs::write(folder.join("parts.bin"), lengths)?;
    fs::write(folder.join("tables.bin"), search::tables::for_text(&all))?;
    fs::write(folder.join("queries.json"), serde_json::to_vec(&queries)?)?;
    Ok(())
}

//! How fast and how good is it, beside a plain scan? Every number is a ratio or comes from one run.
//!
//! `cargo run --release -p search --example bench -- [--corpus FILE.jsonl] [--articles N]` for speed, over generated
//! articles where there is no corpus,
//! `… -- --corpus FILE.jsonl --articles 1000 --recall all` for what each tier finds,
//! `… -- --prepare FOLDER --articles N [--corpus FILE.jsonl]` for what `cargo xtask bench search` measures,
//! Queries are drawn by lot, others with `--seed N`;
//! `… -- --corpus PASSAGES.jsonl --judged QUERIES.jsonl` for ranking beside character-bigram BM25.

mod ceiling;
mod dice;
mod generate;
mod judge;
mod prepare;
mod recall;
mod speed;

use search::corpus::{Article, lines};
use std::error::Error;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let option = |name: &str| {
        let mut arguments = std::env::args().skip_while(|argument| argument != name);
        arguments.nth(1)
    };
    let seed = option("--seed").map_or(Ok(0), |seed| seed.parse())?;
    if let Some(folder) = option("--prepare") {
        let count = option("--articles").ok_or("say --articles N")?.parse()?;
        return prepare::write(Path::new(&folder), option("--corpus").as_deref(), count, seed);
    }
    let most = option("--articles").map(|most| most.parse()).transpose()?;
    let corpus = option("--corpus");
    if option("--judged").is_none() && option("--recall").is_none() {
        speed::report(prepare::listed(corpus.as_deref(), most)?, seed);
        return Ok(());
    }
    let corpus = corpus.ok_or("say --corpus FILE.jsonl")?;
    let mut articles: Vec<Article> = lines(BufReader::new(File::open(corpus)?), "articles")?;
    articles.truncate(most.unwrap_or(usize::MAX));
    match option("--judged") {
        Some(queries) => judge::report(articles, &queries),
        None => {
            recall::report(articles, seed);
            Ok(())
        }
    }
}

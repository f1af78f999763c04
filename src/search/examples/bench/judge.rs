//! How well does it rank questions, beside character-bigram BM25 in the same run?

use search::corpus::{Article, Corpus, lines};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::fs::File;
use std::io::BufReader;

/// `pid` is the one right passage, `positive` all of them.
#[derive(Deserialize)]
struct Judged {
    query: String,
    #[serde(default)]
    pid: Option<String>,
    #[serde(default)]
    positive: Vec<String>,
}

pub fn report(mut articles: Vec<Article>, queries: &str) -> Result<(), Box<dyn Error>> {
    // Passages stand in the order of their questions: ties in that order would leak the answers.
    articles.sort_by_key(|article| scramble(&article.id.to_string()));
    articles.iter_mut().for_each(|article| article.title.clear());
    let queries: Vec<Judged> = lines(BufReader::new(File::open(queries)?), "queries")?;
    let bigrams = Bigrams::of(&articles);
    let corpus = Corpus::new(articles);
    let ours = |query: &str| -> Vec<String> {
        let hits = corpus.engine.search(query).hits;
        hits.iter().take(10).map(|hit| corpus.ids[hit.document].to_string()).collect()
    };
    for (name, (mrr, ndcg)) in [
        ("this engine", score(&queries, ours)),
        ("character bigrams, BM25", score(&queries, |query| bigrams.search(query))),
    ] {
        println!("{name:24} MRR@10 {mrr:.3}  nDCG@10 {ndcg:.3}");
    }
    Ok(())
}

fn scramble(text: &str) -> u64 {
    text.bytes()
        .fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3)
        })
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        >> 7
}

fn score(queries: &[Judged], search: impl Fn(&str) -> Vec<String>) -> (f64, f64) {
    let (mut mrr, mut ndcg) = (0.0, 0.0);
    for judged in queries {
        let right: BTreeSet<&String> = judged.positive.iter().chain(&judged.pid).collect();
        let found = search(&judged.query);
        let gain = |at: usize| 1.0 / (at as f64 + 2.0).log2();
        let is_right: Vec<usize> =
            (0..found.len()).filter(|at| right.contains(&found[*at])).collect();
        mrr += is_right.first().map_or(0.0, |at| 1.0 / (*at as f64 + 1.0));
        let ideal: f64 = (0..right.len().min(10)).map(gain).sum();
        ndcg += is_right.iter().map(|at| gain(*at)).sum::<f64>() / ideal;
    }
    (mrr / queries.len() as f64, ndcg / queries.len() as f64)
}

/// BM25 over pairs of neighbouring letters, k1 1.2, b 0.75.
struct Bigrams {
    ids: Vec<String>,
    lengths: Vec<f64>,
    postings: HashMap<[char; 2], BTreeMap<usize, f64>>,
}

impl Bigrams {
    fn of(articles: &[Article]) -> Self {
        let mut own = Self { ids: Vec::new(), lengths: Vec::new(), postings: HashMap::new() };
        for (document, article) in articles.iter().enumerate() {
            let text = article.paras.iter().chain(&article.text).cloned().collect::<String>();
            let pairs = pairs(&text);
            own.lengths.push(pairs.len() as f64);
            own.ids.push(article.id.to_string());
            for pair in pairs {
                *own.postings.entry(pair).or_default().entry(document).or_default() += 1.0;
            }
        }
        own
    }

    fn search(&self, query: &str) -> Vec<String> {
        let documents = self.ids.len() as f64;
        let mean = self.lengths.iter().sum::<f64>() / documents;
        let mut scores = vec![0.0; self.ids.len()];
        let pairs: BTreeSet<[char; 2]> = pairs(query).into_iter().collect();
        for postings in pairs.iter().filter_map(|pair| self.postings.get(pair)) {
            let holders = postings.len() as f64;
            let rarity = (1.0 + (documents - holders + 0.5) / (holders + 0.5)).ln();
            for (document, count) in postings {
                let length = 0.25 + 0.75 * self.lengths[*document] / mean;
                scores[*document] += rarity * count * 2.2 / (count + 1.2 * length);
            }
        }
        let mut order: Vec<usize> = (0..scores.len()).filter(|at| scores[*at] > 0.0).collect();
        order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]));
        order.iter().take(10).map(|at| self.ids[*at].clone()).collect()
    }
}

fn pairs(text: &str) -> Vec<[char; 2]> {
    let runs = text.split(|c: char| !c.is_alphanumeric());
    let pairs = runs.flat_map(|run| {
        let letters: Vec<char> = run.chars().flat_map(char::to_lowercase).collect();
        letters.windows(2).map(|pair| [pair[0], pair[1]]).collect::<Vec<_>>()
    });
    pairs.collect()
}

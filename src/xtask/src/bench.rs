//! How does the search stand among others? One run of all of them in Chromium, over the same articles.

use crate::shell::{Outcome, Shell};
use crate::toolchain;
use std::fs;

/// What is compared, with which corpus.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Bench {
    /// Articles `{id,title,paras}`, or passages `{pid,text}`, a line; generated where it is `None`.
    corpus: Option<String>,
    /// Questions with their right passages, a line: then the ranking is judged.
    queries: Option<String>,
    /// How many articles, instead of [`SIZES`].
    articles: Option<usize>,
}

/// Articles of a town's weekly, of a county's daily, of many years.
const SIZES: [usize; 3] = [1_000, 10_000, 52_000];
/// The folder of the comparison, from the root, and its package of WebAssembly.
const FOLDER: &str = "tests/bench";
const OUT: &str = "target/bench";
const ENGINES: [&str; 9] = [
    "banxin",
    "includes",
    "minisearch",
    "segmenter",
    "flexsearch",
    "orama",
    "lunr",
    "pagefind",
    "infisearch",
];
/// The newest whose index and worker `tests/bench/engines/infisearch.mjs` knows.
const INFISEARCH: &str = "0.10.1";
/// What rustc emits and wasm-opt would refuse unasked; the same as in index.html.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-call-indirect-overlong",
];

impl Bench {
    /// # Errors
    /// An option that is not understood, as a sentence.
    pub fn parse(options: &[&str]) -> Outcome<Self> {
        let mut bench = Self::default();
        let mut options = options.iter();
        while let Some(name) = options.next() {
            let value = options.next().ok_or_else(|| format!("`{name}` needs a value"))?;
            match *name {
                "--corpus" => bench.corpus = Some((*value).to_owned()),
                "--queries" => bench.queries = Some((*value).to_owned()),
                "--articles" => {
                    let number = value.parse().map_err(|_| format!("`{value}` is no number"))?;
                    bench.articles = Some(number);
                }
                _ => return Err(format!("`bench search {name}` is not understood")),
            }
        }
        if bench.queries.is_some() && bench.corpus.is_none() {
            return Err(
                "`--queries` needs the passages that they ask for: --corpus FILE".to_owned()
            );
        }
        Ok(bench)
    }

    pub fn run(&self, shell: &Shell) -> Outcome {
        let example = ["run", "--release", "--quiet", "-p", "search", "--example", "bench", "--"];
        if let (Some(corpus), Some(queries)) = (&self.corpus, &self.queries) {
            let judge = ["--corpus", corpus, "--judged", queries];
            return shell.run("cargo", &[&example[..], &judge[..]].concat());
        }
        install(shell)?;
        wasm(shell)?;
        let held = self.corpus.as_deref().map(lines).transpose()?.unwrap_or(usize::MAX);
        let mut sizes: Vec<usize> = match self.articles {
            Some(articles) => vec![articles],
            None => SIZES.iter().map(|size| *size.min(&held)).collect(),
        };
        sizes.dedup();
        for size in sizes {
            let (data, size) = (format!("{OUT}/{size}"), size.to_string());
            let mut prepare = vec!["--prepare", &data, "--articles", &size];
            prepare.extend(self.corpus.iter().flat_map(|corpus| ["--corpus", corpus]));
            shell.run("cargo", &[&example[..], &prepare[..]].concat())?;
            let script = format!("{FOLDER}/bench.mjs");
            let wasm = format!("{OUT}/wasm");
            shell.run("node", &[&[script.as_str(), &data, &wasm], &ENGINES[..]].concat())?;
        }
        Ok(())
    }
}

/// Articles in a file.
fn lines(path: &str) -> Outcome<usize> {
    let text =
        fs::read_to_string(path).map_err(|error| format!("{path} cannot be read ({error})"))?;
    Ok(text.lines().filter(|line| !line.trim().is_empty()).count())
}

fn install(shell: &Shell) -> Outcome {
    println!("Installing the other engines with npm.");
    let prefix = ["install", "--no-audit", "--no-fund", "--prefix", FOLDER];
    toolchain::npm(shell, &prefix)?;
    if shell.capture("infisearch", &["--version"]).is_none() {
        println!(
            "Installing InfiSearch {INFISEARCH} with cargo: it makes its own index. Several minutes."
        );
        let package = ["install", "infisearch", "--version", INFISEARCH];
        if let Err(error) = shell.run("cargo", &package) {
            println!("InfiSearch is left out: {error}");
        }
    }
    Ok(())
}

/// The engine by itself, as a page would load it.
fn wasm(shell: &Shell) -> Outcome {
    const TARGET: &str = "wasm32-unknown-unknown";
    shell.run("cargo", &["build", "--target", TARGET, "--profile", "wasm", "-p", "bench"])?;
    let target = std::env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| "target".to_owned());
    let made = format!("{target}/{TARGET}/wasm/bench.wasm");
    let folder = format!("{OUT}/wasm");
    shell.run("wasm-bindgen", &["--target", "web", "--out-dir", &folder, &made])?;
    let module = format!("{folder}/bench_bg.wasm");
    shell.run("wasm-opt", &[&["-O3", &module, "-o", &module], &FEATURES[..]].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_told_from_mistakes() {
        assert_eq!(Bench::parse(&[]), Ok(Bench::default()));
        let corpus = Some("a.jsonl".to_owned());
        let articles = Some(500);
        let bench = Bench { corpus, articles, queries: None };
        assert_eq!(Bench::parse(&["--articles", "500", "--corpus", "a.jsonl"]), Ok(bench));
        let error = |options: &[&str]| Bench::parse(options).unwrap_err();
        assert_eq!(error(&["--corpus"]), "`--corpus` needs a value");
        assert_eq!(error(&["--articles", "many"]), "`many` is no number");
        assert_eq!(error(&["--size", "5"]), "`bench search --size` is not understood");
        assert_eq!(
            error(&["--queries", "q.jsonl"]),
            "`--queries` needs the passages that they ask for: --corpus FILE"
        );
    }
}

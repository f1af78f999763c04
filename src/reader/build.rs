//! What does the reader carry? `seeds/`, parsed and encoded before the reader is compiled.

mod breaks;

use edition::{Library, Page, Span};
use jieba_rs::Jieba;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    if let Err(error) = embed() {
        println!("cargo::error={error}");
    }
}

fn embed() -> Result<(), Box<dyn Error>> {
    let seeds = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../seeds");
    println!("cargo::rerun-if-changed={}", seeds.display());
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=breaks.rs");

    let library = parser::read_seeds(&seeds)?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("library.bin"), edition::encode(&library))?;
    let pages = library.editions.iter().flat_map(|edition| &edition.pages);
    let text: String = pages.map(|page| page.text.as_str()).collect();
    fs::write(out.join("tables.bin"), search::tables::for_text(&text))?;
    fs::write(out.join("breaks.bin"), postcard::to_allocvec(&head_breaks(&library))?)?;
    Ok(())
}

/// For each article, newest edition first: where its kicker, headline and subtitle may break.
fn head_breaks(library: &Library) -> Vec<[Vec<u32>; 3]> {
    let jieba = Jieba::new();
    let heads = |page: &Page| -> Vec<[Vec<u32>; 3]> {
        let of = |spans: &[Span]| {
            let text: String = spans.iter().map(|span| span.of(&page.text)).collect();
            breaks::breaks(&jieba, &text)
        };
        let articles = page.articles.iter();
        articles
            .map(|article| [&article.kicker, &article.headline, &article.subtitle].map(|s| of(s)))
            .collect()
    };
    library.editions.iter().rev().flat_map(|edition| &edition.pages).flat_map(heads).collect()
}

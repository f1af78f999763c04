//! What does the reader carry? `seeds/`, parsed and encoded before the reader is compiled.

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

    let library = parser::read_seeds(&seeds)?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("library.bin"), edition::encode(&library))?;
    let pages = library.editions.iter().flat_map(|edition| &edition.pages);
    let text: String = pages.map(|page| page.text.as_str()).collect();
    fs::write(out.join("tables.bin"), search::tables::for_text(&text))?;
    Ok(())
}

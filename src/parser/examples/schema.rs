//! Writes what the parser makes of dumps: one JSON document a page, in the schema that scores parsers.
//!
//! `cargo run --release -p parser --example schema -- --out DIR FILE…`

use edition::schema::PageDoc;
use std::path::{Path, PathBuf};
use std::{env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = PathBuf::from(".");
    let mut files = Vec::new();
    let mut args = env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--out" => out = args.next().ok_or("--out wants a folder")?.into(),
            file => files.push(PathBuf::from(file)),
        }
    }
    fs::create_dir_all(&out)?;
    for file in &files {
        write(file, &out)?;
    }
    Ok(())
}

fn write(file: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let edition = parser::read_page(file)?;
    let stem = file.file_stem().unwrap_or_default();
    for page in &edition.pages {
        let path = out.join(stem).with_extension("json");
        fs::write(path, serde_json::to_string(&PageDoc::of(page))?)?;
    }
    Ok(())
}

//! What does the reader carry? `seeds/`, parsed and encoded before the reader is compiled.

mod breaks;

use edition::{Article, Correction, Edition, HEAD_LINES, Library, NoteKind, Page, Span};
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
    let root = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../..");
    // `press build --seeds DIR` names another folder.
    let seeds = root.join(env::var_os("BANXIN_SEEDS").unwrap_or("seeds".into()));
    println!("cargo::rerun-if-env-changed=BANXIN_SEEDS");
    println!("cargo::rerun-if-changed={}", seeds.display());
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=breaks.rs");

    let library = parser::read_seeds(&seeds)?;
    refuse_stale(&library)?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("library.bin"), edition::encode(&library))?;
    let pages = library.editions.iter().flat_map(|edition| &edition.pages);
    // As received and as corrected: both are found.
    let text: String = pages
        .flat_map(|page| {
            let corrected = page.corrections.iter().map(|one| one.to.as_str());
            std::iter::once(page.text.as_str()).chain(corrected)
        })
        .collect();
    let [names, counties] = names(&library);
    let tables = search::tables::for_names(&text, &names, &counties);
    fs::write(out.join("tables.bin"), tables)?;
    let maps: Vec<Vec<Tile>> = library.editions.iter().map(map_of).collect();
    fs::write(out.join("maps.bin"), postcard::to_allocvec(&maps)?)?;
    fs::write(out.join("scripts.bin"), postcard::to_allocvec(&scripts(&library))?)?;
    fs::write(out.join("breaks.bin"), postcard::to_allocvec(&head_breaks(&library))?)?;
    Ok(())
}

/// What filters ask for, which need not stand in the text; and the counties among it, as they are said.
fn names(library: &Library) -> [String; 2] {
    let pages = library.editions.iter().flat_map(|edition| &edition.pages);
    let articles = pages.clone().flat_map(|page| &page.articles);
    let counties = |article: &Article| {
        let names =
            article.counties.iter().map(|tag| tag.name.trim_end_matches(['县', '市', '区']));
        names.collect::<String>()
    };
    let of = |article: &Article| {
        let counties = article.counties.iter().map(|tag| tag.name.clone());
        let authors = article.bylines.iter().map(|byline| byline.name.clone());
        let sections = article.rubric.iter().chain(&article.column).cloned();
        let kind = std::iter::once(article.kind.name().to_owned());
        counties.chain(authors).chain(sections).chain(kind).collect::<String>()
    };
    let called = pages.filter_map(|page| page.name.as_ref().map(|name| name.value.clone()));
    let papers = library.editions.iter().filter_map(|edition| edition.paper.as_ref());
    let called = called.chain(papers.map(|paper| paper.value.clone()));
    [articles.clone().map(of).chain(called).collect(), articles.map(counties).collect()]
}

/// An override that does not apply stops the build: what the newsroom meant is not on the page.
fn refuse_stale(library: &Library) -> Result<(), String> {
    for page in library.editions.iter().flat_map(|edition| &edition.pages) {
        let stale = page.notes.iter().find(|note| note.kind == NoteKind::Correction);
        if let Some(note) = stale {
            let sidecar = Path::new(&page.source).with_extension("toml");
            let line = note.sidecar.map_or(1, |place| place.line.0);
            return Err(format!("{}:{line}: {}", sidecar.display(), note.sentence));
        }
    }
    Ok(())
}

/// For each article, newest edition first: whether its page is in traditional characters.
fn scripts(library: &Library) -> Vec<bool> {
    let pages = library.editions.iter().rev().flat_map(|edition| &edition.pages);
    pages.flat_map(|page| vec![places::is_traditional(&page.text); page.articles.len()]).collect()
}

/// Index of the county, bytes of its short name, row, column: what the reader's `Tile` reads.
type Tile = (u16, u8, u8, u8);

/// The counties of an edition's region on a schematic map, row by row; empty where it has none.
fn map_of(edition: &Edition) -> Vec<Tile> {
    let region = edition.region.as_ref().and_then(|region| places::region_named(&region.value));
    let Some(map) = region.and_then(places::tile_map) else { return Vec::new() };
    let counties = &edition.region_counties;
    let tile = |tile: places::Tile| {
        let name = counties.get(tile.at)?;
        // A county that was called otherwise then.
        let short = if name == tile.county { tile.short.len() } else { without_class(name).len() };
        Some((tile.at as u16, short as u8, tile.row, tile.column))
    };
    // After the last county the region as a whole, in the cell that the map leaves free.
    let region = (counties.len() as u16, 0, map.rows - 1, map.columns - 1);
    map.tiles.into_iter().filter_map(tile).chain([region]).collect()
}

/// 绍兴 of 绍兴县; 户县 is not said without its 县.
fn without_class(county: &str) -> &str {
    let short = county.trim_end_matches(['县', '市', '区', '旗', '縣', '區']);
    if short.chars().nth(1).is_some() { short } else { county }
}

/// For each article, newest edition first: where its kicker, headline and subtitle may break.
fn head_breaks(library: &Library) -> Vec<[Vec<u32>; 3]> {
    let jieba = Jieba::new();
    let heads = |page: &Page| -> Vec<[Vec<u32>; 3]> {
        let of = |spans: &[Span]| {
            let shown = |span: &Span| Correction::applied(&page.corrections, *span, &page.text);
            let lines: Vec<String> = spans.iter().map(shown).collect();
            breaks::breaks(&jieba, places::fold, &lines.join(HEAD_LINES))
        };
        let articles = page.articles.iter();
        articles
            .map(|article| [&article.kicker, &article.headline, &article.subtitle].map(|s| of(s)))
            .collect()
    };
    library.editions.iter().rev().flat_map(|edition| &edition.pages).flat_map(heads).collect()
}

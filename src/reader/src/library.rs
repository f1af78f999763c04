//! What is embedded? The library that build.rs made of `seeds/`, and the search tables for its text.

use crate::tiles::Tile;
use edition::Library;
use search::Tables;
use std::sync::LazyLock;

pub static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.bin"));

static TABLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tables.bin"));

static BREAKS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/breaks.bin"));

static MAPS: LazyLock<Vec<Vec<Tile>>> = LazyLock::new(|| {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/maps.bin"));
    postcard::from_bytes(bytes).expect("the maps that this build embedded")
});

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    // build.rs and this file are compiled together, so another version cannot happen here.
    edition::decode(BYTES).expect("the library that this build embedded")
});

pub fn library() -> &'static Library {
    &LIBRARY
}

pub fn tables() -> Tables {
    Tables::decode(TABLES).expect("the tables that this build embedded")
}

/// For each article, newest edition first: whether it is in traditional characters.
pub fn scripts() -> Vec<bool> {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/scripts.bin"));
    postcard::from_bytes(bytes).expect("the scripts that this build embedded")
}

/// For each edition in the library's order: the tiles of its region's map, none where there is no map.
pub fn maps() -> &'static [Vec<Tile>] {
    &MAPS
}

/// For each article, newest edition first: byte offsets at which kicker, headline and subtitle may break.
pub fn head_breaks() -> Vec<[Vec<u32>; 3]> {
    postcard::from_bytes(BREAKS).expect("the break points that this build embedded")
}

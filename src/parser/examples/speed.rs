//! How many megabytes of dump are parsed a second on one core? `cargo run --release -p parser --example speed -- FILE…`

use std::hint::black_box;
use std::time::{Duration, Instant};
use std::{env, error::Error, fs};

/// Long enough for a steady figure.
const RUN: Duration = Duration::from_secs(3);

const MEGA: f64 = 1e6;

fn main() -> Result<(), Box<dyn Error>> {
    let mut pages = Vec::new();
    for file in env::args().skip(1) {
        pages.push(parser::decode(&fs::read(file)?)?.0);
    }
    let context = parser::Context::default();
    // The gazetteer and the tables are loaded by the first page.
    let start = Instant::now();
    for page in pages.iter().take(1) {
        black_box(parser::parse_page("", page, &context));
    }
    println!("first page, tables loaded: {:.0} ms", start.elapsed().as_secs_f64() * 1e3);
    let (start, mut bytes) = (Instant::now(), 0);
    while start.elapsed() < RUN && !pages.is_empty() {
        for page in &pages {
            black_box(parser::parse_page("", page, &context));
            bytes += page.len();
        }
    }
    println!("{:.1} MB/s", bytes as f64 / MEGA / start.elapsed().as_secs_f64());
    Ok(())
}

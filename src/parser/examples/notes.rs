//! Prints the notes on dumps, one a line.

use std::path::Path;
use std::{env, error::Error};

fn main() -> Result<(), Box<dyn Error>> {
    for file in env::args().skip(1) {
        for page in &parser::read_page(Path::new(&file))?.pages {
            for note in &page.notes {
                println!("{file}\t{}\t{}", note.kind.name(), note.sentence);
            }
        }
    }
    Ok(())
}

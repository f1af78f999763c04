//! How often is a doubled word suspected? Prints each, then how many in how many characters of a corpus of
//! JSON lines `{title,paras}`: `cargo run --release -p parser --example doubled -- FILE.jsonl`.

use edition::NoteKind;
use parser::{Context, parse_page};
use std::io::{BufRead, BufReader};
use std::{env, error::Error, fs::File};

fn main() -> Result<(), Box<dyn Error>> {
    let file = env::args().nth(1).ok_or("name a file of JSON lines")?;
    let context = Context { region: Some("北京市".into()), ..Context::default() };
    let (mut chars, mut notes) = (0, 0);
    for line in BufReader::new(File::open(file)?).lines() {
        let article: serde_json::Value = serde_json::from_str(&line?)?;
        let paras = article["paras"].as_array().into_iter().flatten();
        let text: Vec<&str> =
            [&article["title"]].into_iter().chain(paras).filter_map(|text| text.as_str()).collect();
        let page = parse_page("corpus", &text.join("\n\n"), &context);
        chars += page.ink();
        for note in page.notes.iter().filter(|note| note.kind == NoteKind::Doubled) {
            notes += 1;
            let start = page.text[..note.span.start as usize].char_indices().rev().nth(7);
            let from = start.map_or(0, |(at, _)| at);
            let rest: String = page.text[from..].chars().take(24).collect();
            println!("{rest}");
        }
    }
    println!("{notes} in {chars} characters");
    Ok(())
}

//! How are articles cited? As records for reference managers, one file for all of them, each with what is missing,
//! corrected and inferred, and where.

use crate::account;
use crate::item::{Item, TRADITIONAL};
use cite::{Link, Source};
use serde_json::{Value, json};

/// The account is notes, a line each.
pub fn ris(item: &Item) -> String {
    const END: &str = "ER  - ";
    let record = cite::ris(&source(item));
    let (fields, end) = record.rsplit_once(END).unwrap_or((&record, ""));
    let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let notes = account::printed_sentences(item).into_iter().map(one_line);
    let notes: Vec<String> = notes.map(|sentence| format!("N1  - {sentence}")).collect();
    // What the account says more fully stands there once.
    let is_said =
        |line: &&str| !line.starts_with("N1") || !notes.iter().any(|note| note.starts_with(line));
    let lines = fields.lines().filter(is_said).map(str::to_owned).chain(notes.iter().cloned());
    let lines: String = lines.map(|line| line + "\r\n").collect();
    format!("{lines}{END}{end}")
}

/// The account is the entry's `annote`, a paragraph each.
pub fn bibtex(item: &Item) -> String {
    const END: &str = "\n}\n";
    let entry = cite::bibtex(&source(item));
    let fields = entry.strip_suffix(END).unwrap_or(&entry);
    let account = account::printed_sentences(item);
    let account: Vec<String> = account.iter().map(|own| cite::bibtex_text(own)).collect();
    format!("{fields},\n  annote = {{{}}}{END}\n", account.join("\n\n"))
}

/// An array of items. `note` says the account for people, and `custom` holds the article's document for programs.
pub fn csl(items: &[Item]) -> String {
    let one = |(item, document): (&Item, Value)| {
        let mut entry = serde_json::to_value(cite::csl(&source(item))).expect("plain data is JSON");
        entry["note"] = account::sentences(item).join("\n").into();
        entry["custom"] = json!({ "source": item.page.source, "article": document });
        if !item.places().is_empty() {
            entry["keyword"] = item.places().join(",").into();
        }
        entry
    };
    let entries = items.iter().zip(account::documents(items)).map(one);
    Value::Array(entries.collect()).to_string() + "\n"
}

fn source<'e>(item: &'e Item<'e>) -> Source<'e> {
    let link = item.url.clone().map(|url| Link { url, seen: None });
    let words = if item.lang() == TRADITIONAL { &cite::TRADITIONAL } else { &cite::SIMPLIFIED };
    let Item { edition, page, article, .. } = *item;
    Source { edition, page, article, name: Some(&item.name), words, link }
}

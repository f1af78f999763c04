//! What does a program get? The editions as one JSON document, or an article a line.

use super::items;
use edition::schema::PageDoc;
use edition::{Basis, Edition, Fact};
use serde_json::{Map, Value, json};
use std::fmt::Display;

/// Raised by every change of what the keys mean.
const VERSION: u32 = 1;

/// `{"version","editions":[{"key","paper","date","region","pages"}]}`; pages as `parse --json` writes them.
pub fn document(editions: &[Edition]) -> String {
    let edition = |edition: &Edition| {
        let pages: Vec<Value> = edition
            .pages
            .iter()
            .map(|page| {
                let mut document = value(page);
                document.insert("number".into(), fact(page.number.as_ref()));
                document.insert("name".into(), fact(page.name.as_ref()));
                document.insert("text".into(), page.text.as_str().into());
                Value::Object(document)
            })
            .collect();
        json!({
            "key": edition.key,
            "paper": fact(edition.paper.as_ref()),
            "date": fact(edition.date.as_ref()),
            "region": fact(edition.region.as_ref()),
            "pages": pages,
        })
    };
    let editions: Vec<Value> = editions.iter().map(edition).collect();
    json!({ "version": VERSION, "editions": editions }).to_string() + "\n"
}

/// An article with where it stands, a line each: flags, evidence and ranges as in a page's document, and
/// `text`, as it should read.
pub fn lines(editions: &[Edition]) -> String {
    let mut out = String::new();
    let mut documents: Vec<Value> = Vec::new();
    for page in editions.iter().flat_map(|edition| &edition.pages) {
        if let Some(Value::Array(articles)) = value(page).remove("articles") {
            documents.extend(articles);
        }
    }
    for (item, mut document) in items(editions).iter().zip(documents) {
        let blocks = item.article.blocks.iter();
        let text = |block: &edition::Block| {
            item.shown(&block.spans, if block.kind.keeps_lines() { "\n" } else { "" })
        };
        let texts: Vec<String> = blocks.map(text).collect();
        document["version"] = VERSION.into();
        document["edition"] = item.edition.key.as_str().into();
        document["paper"] = item.paper().into();
        document["date"] = item.date().map(|date| date.to_string()).into();
        document["page"] = item.number().into();
        document["source"] = item.page.source.as_str().into();
        document["title"] = item.title().into();
        document["text"] = texts.into();
        out += &document.to_string();
        out.push('\n');
    }
    out
}

fn value(page: &edition::Page) -> Map<String, Value> {
    match serde_json::to_value(PageDoc::of(page)) {
        Ok(Value::Object(document)) => document,
        _ => Map::new(),
    }
}

/// With what it rests on: `given`, `stated`, or the reason for which it is inferred.
fn fact<T: Display>(fact: Option<&Fact<T>>) -> Value {
    let Some(Fact { value, basis }) = fact else { return Value::Null };
    let (basis, reason) = match basis {
        Basis::Given => ("given", None),
        Basis::Stated(_) => ("stated", None),
        Basis::Inferred(reason) => ("inferred", Some(reason)),
    };
    json!({ "value": value.to_string(), "basis": basis, "reason": reason })
}

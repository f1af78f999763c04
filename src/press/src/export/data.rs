//! What does a program get? The editions as one JSON document, or an article a line.

use crate::account::{self, fact};
use crate::item::Item;
use edition::{Edition, Page};
use serde_json::{Value, json};

/// Raised by every change of what the keys mean; `schema/edition.schema.json` and `schema/article.schema.json`
/// describe this one.
const VERSION: u32 = 1;

/// `{"version","editions":[{"key","paper","date","region","pages"}]}`.
pub fn document(editions: &[Edition]) -> String {
    let edition = |edition: &Edition| {
        let page = |page: &Page| Value::Object(account::page(page));
        json!({
            "key": edition.key,
            "paper": fact(edition.paper.as_ref()),
            "date": fact(edition.date.as_ref()),
            "region": fact(edition.region.as_ref()),
            "pages": edition.pages.iter().map(page).collect::<Vec<_>>(),
        })
    };
    let editions: Vec<Value> = editions.iter().map(edition).collect();
    json!({ "version": VERSION, "editions": editions }).to_string() + "\n"
}

/// An article with where it stands, a line each: flags, evidence and ranges as in a page's document, and
/// `text`, as it should read.
pub fn lines(items: &[Item]) -> String {
    let mut out = String::new();
    for (item, mut document) in items.iter().zip(account::documents(items)) {
        let texts = item.article.blocks.iter().map(|block| item.block(block));
        document["version"] = VERSION.into();
        document["edition"] = item.edition.key.as_str().into();
        document["paper"] = fact(item.edition.paper.as_ref());
        document["date"] = fact(item.edition.date.as_ref());
        document["page"] = fact(item.page.number.as_ref());
        document["page_name"] = fact(item.page.name.as_ref());
        document["source"] = item.page.source.as_str().into();
        document["title"] = item.title().into();
        document["text"] = texts.collect();
        let heads =
            [("kicker_text", &item.article.kicker), ("subtitle_text", &item.article.subtitle)];
        for (key, spans) in heads.into_iter().filter(|(_, spans)| !spans.is_empty()) {
            document[key] = item.shown(spans, " ").into();
        }
        document["account"] = account::sentences(item).into();
        out += &document.to_string();
        out.push('\n');
    }
    out
}

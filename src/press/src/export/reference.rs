//! How is an article cited? RIS and CSL-JSON, for reference managers.

use super::Item;
use serde_json::{Map, Value, json};

/// A record of type NEWS; what is not known is left out.
pub fn ris(item: &Item) -> String {
    let mut lines = vec!["TY  - NEWS".to_owned(), format!("ID  - {}", item.article.id)];
    let mut put = |tag: &str, value: Option<String>| {
        // A record is lines: a value has none of its own.
        let value = value.map(|value| value.split_whitespace().collect::<Vec<_>>().join(" "));
        lines.extend(
            value.filter(|value| !value.is_empty()).map(|value| format!("{tag}  - {value}")),
        );
    };
    put("TI", Some(item.title()));
    for byline in &item.article.bylines {
        put("AU", Some(byline.name.clone()));
    }
    put("T2", item.paper().map(str::to_owned));
    if let Some(date) = item.date() {
        let year = date.year.map_or(String::new(), |year| year.to_string());
        put("DA", Some(format!("{year}/{:02}/{:02}", date.day.month, date.day.day)));
        put("PY", date.year.map(|year| year.to_string()));
    }
    put("SP", item.number().map(|number| number.to_string()));
    for county in &item.article.counties {
        put("KW", Some(county.name.clone()));
    }
    put("LA", Some("zh".to_owned()));
    lines.join("\r\n") + "\r\nER  - \r\n\r\n"
}

/// An array of items of type `article-newspaper`.
pub fn csl(items: &[Item]) -> String {
    let one = |item: &Item| {
        let mut entry = Map::new();
        let mut put = |key: &str, value: Value| entry.insert(key.to_owned(), value);
        put("id", item.article.id.as_str().into());
        put("type", "article-newspaper".into());
        put("title", item.title().into());
        put("language", "zh".into());
        if !item.article.bylines.is_empty() {
            // Chinese names are printed whole, in their own order.
            let names = item.article.bylines.iter().map(|byline| json!({ "literal": byline.name }));
            put("author", names.collect());
        }
        if let Some(paper) = item.paper() {
            put("container-title", paper.into());
        }
        if let Some(date) = item.date()
            && let Some(year) = date.year
        {
            put("issued", json!({ "date-parts": [[year, date.day.month, date.day.day]] }));
        }
        if let Some(number) = item.number() {
            put("page", number.to_string().into());
        }
        if let Some(section) = &item.article.rubric {
            put("section", section.as_str().into());
        }
        Value::Object(entry)
    };
    Value::Array(items.iter().map(one).collect()).to_string() + "\n"
}

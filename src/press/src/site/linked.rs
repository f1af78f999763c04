//! What do search engines read? A `NewsArticle` of schema.org as JSON-LD; what is not known is left out.

use super::{Address, DESCRIPTION};
use crate::identity;
use crate::item::Item;
use crate::printable::{is_printable, line};
use serde_json::{Map, Value, json};

/// As it may stand in a `script` element, whatever the text holds.
pub fn news_article(item: &Item, address: &Address) -> String {
    inline(&document(item, address))
}

/// JSON without the characters that HTML or JavaScript would take for its own, or has no use for.
fn inline(value: &Value) -> String {
    let mut out = String::new();
    for c in value.to_string().chars() {
        let is_markup = matches!(c, '<' | '>' | '&' | '\u{2028}' | '\u{2029}');
        if is_markup || !is_printable(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out += &format!("\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

fn document(item: &Item, address: &Address) -> Value {
    let article = item.article;
    let mut out = Map::new();
    let mut put = |key: &str, value: Value| out.insert(key.to_owned(), value);
    put("@context", "https://schema.org".into());
    put("@type", "NewsArticle".into());
    put("identifier", identity::of_item(item).into());
    put("headline", line(&item.title()).into());
    let other = [&article.kicker, &article.subtitle].into_iter().filter(|spans| !spans.is_empty());
    let other: Vec<String> = other.map(|spans| line(&item.shown(spans, " "))).collect();
    if !other.is_empty() {
        put("alternativeHeadline", other.into());
    }
    put("description", line(&item.opening(DESCRIPTION)).into());
    put("inLanguage", item.lang().into());
    if let Some(section) = item.section() {
        put("articleSection", section.into());
    }
    if let Some(dateline) = article.dateline {
        put("dateline", dateline.to_string().into());
    }
    if let Some(number) = item.number() {
        put("printPage", number.to_string().into());
    }
    if let Some(name) = &item.page.name {
        put("printSection", name.value.as_str().into());
    }
    let place = |name: &str| json!({ "@type": "AdministrativeArea", "name": name });
    let places: Vec<Value> = item.places().into_iter().map(place).collect();
    if !places.is_empty() {
        put("contentLocation", places.into());
    }
    let person =
        |byline: &edition::Byline| json!({ "@type": "Person", "name": line(&byline.name) });
    let people: Vec<Value> = item.bylines().iter().map(person).collect();
    if !people.is_empty() {
        put("author", people.into());
    }
    if let Some((year, month, day)) = item.published() {
        put("datePublished", format!("{year:04}-{month:02}-{day:02}").into());
    }
    if let Some(paper) = item.paper() {
        put("isPartOf", json!({ "@type": "Newspaper", "name": line(paper) }));
    }
    let text: Vec<String> = article.blocks.iter().map(|block| item.block(block)).collect();
    put("articleBody", text.join("\n").into());
    if let Some(url) = address.url(&Address::of_item(item)) {
        put("url", url.as_str().into());
        put("mainEntityOfPage", url.into());
    }
    Value::Object(out)
}

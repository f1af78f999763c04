//! How does a feed look in JSON? JSON Feed 1.1, each article's document in the extension `_banxin`.

use super::{Feed, SUMMARY, content};
use crate::account;
use crate::identity;
use crate::item::Item;
use crate::printable::line;
use crate::site::Address;
use serde_json::{Map, Value, json};

/// Addresses stand in it where the site's own is known: the format has no relative ones.
pub fn write(feed: &Feed, address: &Address) -> String {
    let mut out = Map::new();
    let mut put = |key: &str, value: Value| out.insert(key.to_owned(), value);
    put("version", "https://jsonfeed.org/version/1.1".into());
    put("title", feed.title.as_str().into());
    if let Some(home) = address.url("") {
        put("home_page_url", home.into());
    }
    if let Some(own) = address.url(&format!("{}.json", feed.path)) {
        put("feed_url", own.into());
    }
    put("language", identity::majority(feed.items.iter().map(|item| item.lang())).into());
    let items = feed.items.iter().map(|item| self::item(item, address));
    put("items", items.collect());
    Value::Object(out).to_string() + "\n"
}

fn item(item: &Item, address: &Address) -> Value {
    let mut out = Map::new();
    let mut put = |key: &str, value: Value| out.insert(key.to_owned(), value);
    put("id", identity::of_item(item).into());
    if let Some(url) = address.url(&Address::of_item(item)) {
        put("url", url.into());
    }
    put("title", line(&item.title()).into());
    put("content_html", content(item).into_string().into());
    put("summary", line(&item.opening(SUMMARY)).into());
    if let Some(day) = item.published() {
        put("date_published", identity::moment(Some(day)).into());
    }
    let authors = item.bylines().iter().map(|byline| json!({ "name": line(&byline.name) }));
    let authors: Vec<Value> = authors.collect();
    if !authors.is_empty() {
        put("authors", authors.into());
    }
    let tags = item.section().into_iter().chain(item.places()).map(line);
    put("tags", tags.collect());
    put("language", item.lang().into());
    let documents = account::documents(std::slice::from_ref(item));
    put(
        "_banxin",
        json!({
            "source": item.page.source,
            "article": documents.into_iter().find(|own| own["id"] == item.article.id.as_str()),
            "account": account::sentences(item),
        }),
    );
    Value::Object(out)
}

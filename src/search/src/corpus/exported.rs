//! What does an exported article say besides its text? Attributes as the reader has them, and which field each of its
//! texts is.

use crate::day::Day;
use crate::{Attribute, Field, Part};
use serde_json::{Map, Value};

/// What else stands in the line of an article; in lines of other origin anything.
pub type About = Map<String, Value>;

/// What the reader says of an article about the region as a whole, and of one about no county.
const WHOLE_REGION: &str = "全市";
const NO_COUNTY: &str = "未标县";

/// What filters ask for; nothing where the line is no exported one.
pub(super) fn attributes(about: &About) -> Vec<crate::Value> {
    if !about.contains_key("blocks") {
        return Vec::new();
    }
    let mut counties = texts(about, "counties");
    if counties.is_empty() {
        let is_whole = text(about, "whole_region").is_some();
        counties.push(if is_whole { WHOLE_REGION } else { NO_COUNTY });
    }
    let sections = ["rubric", "column"].into_iter().filter_map(|key| text(about, key));
    // What the whole page is called is asked for as its sections are, too.
    let value = |key: &str| about.get(key).and_then(|fact| fact.get("value"));
    let name = value("page_name").and_then(Value::as_str);
    let number = value("page").map(|value| value.to_string().replace('"', ""));
    let sections = sections.chain(name);
    let bylines = about.get("bylines").and_then(Value::as_array).into_iter().flatten();
    let authors = bylines.filter_map(|byline| byline.get("name")?.as_str());
    let of = |attribute| move |value: &str| (attribute, value.to_owned().into());
    let mut all: Vec<crate::Value> = Vec::new();
    all.extend(counties.into_iter().map(of(Attribute::County)));
    all.extend(sections.map(of(Attribute::Section)));
    all.extend(number.as_deref().into_iter().chain(name).map(of(Attribute::Page)));
    all.extend(authors.map(of(Attribute::Author)));
    all.extend(text(about, "kind").map(of(Attribute::Kind)));
    all.extend(dated(about).as_deref().map(of(Attribute::Date)));
    all.extend(printed(about).map(of(Attribute::Issue)));
    all.extend(value("paper").and_then(Value::as_str).map(of(Attribute::Paper)));
    all
}

/// Counties as they are said, 新绛 for 新绛县.
pub(super) fn counties(about: &About) -> String {
    let said = |name: &str| name.trim_end_matches(['县', '市', '区']).to_owned();
    texts(about, "counties").into_iter().map(said).collect()
}

/// The heads above the text, and below its headline.
pub(super) fn heads(about: &About, title: String) -> Vec<Part> {
    let part = |field, text: &str| Part { field, text: text.to_owned().into() };
    let above = ["rubric", "column", "kicker_text"].into_iter().filter_map(|key| text(about, key));
    let mut heads: Vec<Part> = above.map(|text| part(Field::Kicker, text)).collect();
    // Without a headline the title is the opening of the text, which comes anyway.
    if about.get("headline").and_then(Value::as_array).is_none_or(|spans| !spans.is_empty()) {
        heads.push(Part { field: Field::Headline, text: title.into() });
    }
    heads.extend(text(about, "subtitle_text").map(|text| part(Field::Subtitle, text)));
    heads
}

/// The field of the text at `at`.
pub(super) fn field(about: &About, at: usize) -> Field {
    let block = about.get("blocks").and_then(|blocks| blocks.get(at));
    match block.and_then(|block| block.get("kind")).and_then(Value::as_str) {
        Some("byline" | "signoff") => Field::Byline,
        Some("subhead") => Field::Subhead,
        Some("caption") => Field::Caption,
        _ => Field::Body,
    }
}

/// The day of the dateline, of the year in which it is nearest to the day of the edition; where none is named, that day
/// itself, unless it is only inferred.
fn dated(about: &About) -> Option<String> {
    let edition = about.get("date").and_then(|date| date.get("value")?.as_str());
    let Some(dateline) = text(about, "dateline") else {
        return printed(about).map(str::to_owned);
    };
    let near = Day::parse(dateline).zip(edition.and_then(Day::parse));
    let near = near.map(|(day, edition)| day.near(edition));
    Some(near.map_or_else(|| dateline.to_owned(), Day::written))
}

/// The day of the edition, unless it is only inferred: then it may be a later one.
fn printed(about: &About) -> Option<&str> {
    let date = about.get("date")?;
    let is_inferred = date.get("reason").is_some_and(|why| !why.is_null());
    date.get("value")?.as_str().filter(|_| !is_inferred)
}

fn text<'a>(about: &'a About, key: &str) -> Option<&'a str> {
    about.get(key)?.as_str().filter(|text| !text.is_empty())
}

fn texts<'a>(about: &'a About, key: &str) -> Vec<&'a str> {
    let all = about.get(key).and_then(Value::as_array).into_iter().flatten();
    all.filter_map(Value::as_str).collect()
}

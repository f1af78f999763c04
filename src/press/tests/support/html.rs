//! What stands in the pages of a site?

use super::json;
use super::project::Project;
use html5gum::{Token, Tokenizer};
use serde_json::Value;
use std::collections::BTreeMap;

/// Start tags: name, and attributes.
pub fn tags(page: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let mut emitter = html5gum::DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let tokens = Tokenizer::new_with_emitter(page, emitter).map(|token| token.unwrap());
    tokens
        .filter_map(|token| match token {
            Token::StartTag(tag) => {
                let attributes = tag.attributes.iter().map(|(key, value)| (text(key), text(value)));
                Some((text(&tag.name), attributes.collect()))
            }
            _ => None,
        })
        .collect()
}

pub fn pages(project: &Project) -> Vec<(String, String)> {
    let files = project.files("dist").into_iter().filter(|(name, _)| name.ends_with(".html"));
    files.map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap())).collect()
}

pub fn linked(page: &str) -> Value {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").unwrap();
    json(rest.split_once("</script>").unwrap().0.as_bytes())
}

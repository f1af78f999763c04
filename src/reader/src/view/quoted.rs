//! How does a sentence of the interface quote the paper? Each run in the language that it is in.

use crate::node::{Node, view};
use crate::words::{around, fill, is_quotation};
use std::fmt::Display;

/// The sentence with its places filled in; `lang` is the language of what fills them.
pub fn quoted(sentence: &'static str, values: Vec<String>, lang: &'static str) -> Node {
    let mut pieces = around(sentence, &values).into_iter();
    let first = pieces.next();
    let rest = pieces.zip(values);
    let rest = rest.map(|(piece, value)| view! { <span lang=lang>{value}</span>{piece} });
    view! { {first}{rest.collect::<Node>()} }
}

/// The same where there is room for plain text only.
pub fn filled(sentence: &str, values: &[String]) -> String {
    let values: Vec<&dyn Display> = values.iter().map(|value| value as &dyn Display).collect();
    fill(sentence, &values)
}

/// Words of the paper in quotation marks, for which those do that they have themselves at an end.
pub fn quotation(words: String, lang: &'static str) -> Node {
    let marked = is_quotation(&words);
    view! { <q lang=lang class:marked=marked>{words}</q> }
}

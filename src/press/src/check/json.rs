//! How does a machine read a note? One JSON object, one line.

use super::advice;
use super::place::Place;
use crate::input::Input;
use edition::{Note, Severity};
use serde_json::json;

pub fn line(input: &Input, note: &Note) -> String {
    let place = Place::of(input, note);
    let (start, end) = (place.position(place.span.start), place.position(place.span.end));
    let points = |at: u32| place.text[..at as usize].chars().count();
    let object = json!({
        "file": place.file.display().to_string(),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "start": points(place.span.start),
        "end": points(place.span.end),
        "kind": note.kind.name(),
        "severity": match note.kind.severity() {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        },
        "text": place.words(),
        "sentence": note.sentence,
        "advice": advice::of(input, note, &place),
        "suggestion": note.suggestion,
        "sidecar": place.is_sidecar,
    });
    object.to_string() + "\n"
}

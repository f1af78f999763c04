//! How does a person see a note? File, line and column, the text with carets under it, what to do.

use super::advice;
use super::place::Place;
use crate::input::Input;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use edition::{Lines, Note, Severity, Span};

/// Columns of a diagnostic: longer lines are shown around the place.
const WIDTH: usize = 100;

pub fn diagnostic(input: &Input, note: &Note, coloured: bool) -> String {
    let place = Place::of(input, note);
    let lines = Lines::of(place.text);
    let first = lines.line(place.span.start);
    let start = lines.start(first) as usize;
    // Only the lines that it is about: a file of one line of a megabyte has nothing else to look through.
    let end = place.text[place.span.end as usize..].find(edition::is_line_end);
    let end = end.map_or(place.text.len(), |end| place.span.end as usize + end);
    let shown = &place.text[start..end];
    let within = Span::new(place.span.start as usize - start, place.span.end as usize - start);
    let annotation = AnnotationKind::Primary.span(within.range());
    let annotation = match &note.suggestion {
        Some(suggestion) => annotation.label(format!("{suggestion}?")),
        None => annotation,
    };
    let level = match note.kind.severity() {
        Severity::Info => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let file = place.file.display().to_string();
    let snippet = Snippet::source(shown)
        .line_start(first.0 as usize)
        .path(file.as_str())
        .annotation(annotation);
    let group = level
        .primary_title(note.sentence.as_str())
        .id(note.kind.name())
        .element(snippet)
        .element(Level::HELP.message(advice::of(input, note, &place)));
    let renderer = if coloured { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(WIDTH).render(&[group]) + "\n\n"
}

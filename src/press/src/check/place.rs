//! Where is a note? The file and text that it speaks of, in the dump or in what stands beside it.

use crate::input::Input;
use edition::{Lines, Note, NoteKind, Span};
use std::path::PathBuf;

pub struct Place<'n> {
    pub file: PathBuf,
    /// All of the file's text.
    pub text: &'n str,
    pub span: Span,
    pub is_sidecar: bool,
}

/// A line and column, both from 1, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub line: u32,
    pub column: usize,
}

impl<'n> Place<'n> {
    pub fn of(input: &'n Input, note: &Note) -> Self {
        match note.sidecar {
            Some(place) if note.kind != NoteKind::Applied => Self {
                file: input.path.with_extension("toml"),
                text: &input.sidecar,
                span: clamped(place.span, &input.sidecar),
                is_sidecar: true,
            },
            _ => Self {
                file: input.path.clone(),
                text: &input.page.text,
                span: note.span,
                is_sidecar: false,
            },
        }
    }

    pub fn position(&self, at: u32) -> Position {
        let lines = Lines::of(self.text);
        let line = lines.line(at);
        let before = Span { start: lines.start(line), end: at }.of(self.text);
        Position { line: line.0, column: before.chars().count() + 1 }
    }

    /// The words that the note is about.
    pub fn words(&self) -> &'n str {
        self.span.of(self.text)
    }
}

/// A sidecar that changed since it was read has no such place.
fn clamped(span: Span, text: &str) -> Span {
    let fits = text.get(span.range()).is_some();
    if fits { span } else { Span { start: 0, end: 0 } }
}

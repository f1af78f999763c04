//! What did the parser notice? One line a note, as compilers write theirs.

use crate::input::Input;
use edition::{Lines, Note, Severity};
use std::fmt::Write;

pub fn has_error(inputs: &[Input]) -> bool {
    let mut notes = inputs.iter().flat_map(|input| &input.page.notes);
    notes.any(|note| note.kind.severity() == Severity::Error)
}

/// `file:line: kind: sentence`, in the order of the text.
pub fn diagnostics(inputs: &[Input]) -> String {
    let mut out = String::new();
    for Input { path, page } in inputs {
        let lines = Lines::of(&page.text);
        let mut notes: Vec<&Note> = page.notes.iter().collect();
        notes.sort_by_key(|note| note.span);
        for note in notes {
            let line = lines.line(note.span.start).0;
            let (kind, sentence) = (note.kind.name(), &note.sentence);
            let _ = writeln!(out, "{}:{line}: {kind}: {sentence}", path.display());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use edition::{NoteKind, Page, Span};

    fn input(notes: &[(NoteKind, usize)]) -> Input {
        let text = "甲\n乙\n丙\n";
        let note =
            |(kind, at): &(NoteKind, usize)| Note::new(*kind, Span::new(*at, *at), "看一看。");
        let notes = notes.iter().map(note).collect();
        Input { path: "甲.txt".into(), page: Page { text: text.into(), notes, ..Page::default() } }
    }

    #[test]
    fn notes_come_in_the_order_of_the_text() {
        let input = input(&[(NoteKind::Gap, 8), (NoteKind::Join, 4)]);
        assert_eq!(diagnostics(&[input]), "甲.txt:2: join: 看一看。\n甲.txt:3: gap: 看一看。\n");
    }

    #[test]
    fn only_an_error_is_an_error() {
        assert!(!has_error(&[input(&[(NoteKind::Gap, 0), (NoteKind::Unplaced, 0)])]));
        assert!(has_error(&[input(&[(NoteKind::Gap, 0)]), input(&[(NoteKind::Correction, 0)])]));
    }
}

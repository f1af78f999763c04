//! What should a person know of a page? One plain sentence for each join, gap, garbled run.

use crate::article::Desk;
use crate::repair::Repaired;
use crate::source::Source;
use ::edition::{FlagKind, Note, NoteKind, Page, Span};

/// Joins, gaps and pieces out of order of one article.
pub fn of_repair(desk: &Desk, repaired: &Repaired, notes: &mut Vec<Note>) {
    for paragraph in &repaired.paragraphs {
        for pair in paragraph.pieces.windows(2) {
            let (left, right) = (desk.spans(&pair[..1]), desk.spans(&pair[1..]));
            let (Some(left), Some(right)) = (left.last(), right.first()) else { continue };
            let text = desk.source.text;
            notes.push(Note::new(
                NoteKind::Join,
                *right,
                format!(
                    "“…{}”与“{}…”是被版面切开的一段,已接上。",
                    tail(left.of(text)),
                    head(right.of(text))
                ),
            ));
        }
    }
    for damage in &repaired.damage {
        let spans = desk.spans(&[damage.piece]);
        let (Some(first), Some(last)) = (spans.first(), spans.last()) else { continue };
        let text = desk.source.text;
        let (kind, span, sentence) = match damage.kind {
            FlagKind::LostLead => (
                NoteKind::Gap,
                Span { start: first.start, end: first.start },
                format!(
                    "“{}…”之前缺文:文章从半句开始,开头已失。请对照原版补上。",
                    head(first.of(text))
                ),
            ),
            FlagKind::LostMiddle => (
                NoteKind::Gap,
                Span { start: last.end, end: last.end },
                format!(
                    "“…{}”之后缺文:句子没有完,下一段另起。请对照原版补上。",
                    tail(last.of(text))
                ),
            ),
            FlagKind::LostTail => (
                NoteKind::Gap,
                Span { start: last.end, end: last.end },
                format!("“…{}”之后缺文:文章停在半句。请对照原版补上。", tail(last.of(text))),
            ),
            FlagKind::Order => (
                NoteKind::Order,
                *first,
                format!("“{}…”排在了别的文字后面,已移到它所属的段落。", head(first.of(text))),
            ),
        };
        notes.push(Note::new(kind, span, sentence));
    }
}

/// Garbled runs and text in no article; then all notes in the order of the text.
pub fn of_text(source: &Source, page: &mut Page) {
    page.garbled = garbled(source);
    for span in &page.garbled {
        let count = span.of(source.text).chars().count();
        page.notes.push(Note::new(
            NoteKind::Garbled,
            *span,
            format!("{count}个字符无法显示(乱码或造字),请对照原版改正。"),
        ));
    }
    for span in &page.unplaced {
        page.notes.push(Note::new(
            NoteKind::Unplaced,
            *span,
            format!("“{}…”不知属于哪篇,原样保留。", head(span.of(source.text))),
        ));
    }
    page.notes.sort_by_key(|note| (note.span, note.kind.name()));
}

/// Runs of U+FFFD and private-use characters.
fn garbled(source: &Source) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for (at, c) in source.text.char_indices() {
        let bad = matches!(c, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}');
        if !bad {
            continue;
        }
        let here = Span::new(at, at + c.len_utf8());
        match runs.last_mut() {
            Some(last) if last.end == here.start => last.end = here.end,
            _ => runs.push(here),
        }
    }
    runs
}

/// Characters shown of a text.
const SHOWN: usize = 8;

fn head(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}

fn tail(text: &str) -> String {
    let skip = text.chars().count().saturating_sub(SHOWN);
    text.chars().skip(skip).collect()
}

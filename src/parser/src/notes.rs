//! What should a person know of a page? One plain sentence for each join, gap, garbled run.

mod heads;

pub use self::heads::{HeadFacts, of_heads, of_weekday};

use crate::article::Desk;
use crate::cursor::contains;
use crate::furniture::{HEAD, Matter};
use crate::label::Label;
use crate::repair::Repaired;
use crate::source::{Ink, Source};
use crate::wordlist::Words;
use ::edition::{Basis, FlagKind, Note, NoteKind, Page, Span};

/// Joins, gaps and pieces out of order of one article.
pub fn of_repair(desk: &Desk, repaired: &Repaired, notes: &mut Vec<Note>) {
    // The lines of verses and the rows of a table stand together and were never cut.
    let in_lines = |label: Label| matches!(label, Label::Verse | Label::Table);
    for paragraph in repaired.paragraphs.iter().filter(|paragraph| !in_lines(paragraph.label)) {
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
        let is_whole = last.of(text).trim_end().ends_with(['。', '！', '？', '!', '?', '”', '」']);
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
                    "“…{}”之后缺文:{}。请对照原版补上。",
                    tail(last.of(text)),
                    if is_whole {
                        "句子完了,下一段却从半句开始"
                    } else {
                        "句子没有完,下一段另起"
                    }
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

/// A page without line ends; then the facts of its head.
pub fn of_lines(source: &Source, notes: &mut Vec<Note>) {
    /// Characters: no paragraph of a paper is longer with several heads in it.
    const LONG: usize = 1000;
    static HEADS: Words = Words::of(&["本报讯", "新华社", "(记者", "(完)", "电(", "讯(记者"]);
    for line in source.lines.iter().filter(|line| line.ink.len() >= LONG) {
        let ink = &source.ink[line.ink.clone()];
        let stands = |at: usize| HEADS.open(&ink[at..]);
        // 本报讯(记者 is one head.
        const APART: usize = 8;
        let (mut heads, mut next) = (0, 0);
        for at in 0..ink.len() {
            if at >= next && stands(at) {
                heads += 1;
                next = at + APART;
            }
        }
        if heads > 1 {
            let sentence = format!(
                "这一行有{}字,里面有{heads}处电头,却没有换行:没有换行的版面分不开文章。请从原件重新导出,保留换行。",
                ink.len()
            );
            let span = source.span(&line.ink);
            let opening =
                span.of(source.text).chars().take(SHOWN).map(char::len_utf8).sum::<usize>();
            let span = Span { start: span.start, end: span.start + opening as u32 };
            notes.push(Note::new(NoteKind::Page, span, sentence));
        }
    }
}

/// A page in Markdown or HTML: its marks are in no text.
pub fn of_marks(source: &Source, notes: &mut Vec<Note>) {
    let is_seen = |mark: &&std::ops::Range<usize>| {
        source.text[(*mark).clone()].chars().any(|c| !crate::source::is_unseen(c))
    };
    let seen: Vec<_> = source.marks.iter().filter(is_seen).collect();
    if let Some(first) = seen.first() {
        let span = Span::new(first.start, first.end).trimmed(source.text);
        let sentence = format!(
            "文本里有{}处排版记号或标签(如“{}”),不是报纸的字,没有排进文章。",
            seen.len(),
            span.of(source.text)
        );
        notes.push(Note::new(NoteKind::Markup, span, sentence));
    }
}

/// What looks like the head of the page and says something that was not understood.
pub fn of_head(ink: &[Ink], source: &Source, matter: Option<&Matter>, notes: &mut Vec<Note>) {
    const LONGEST: usize = 80;
    let is_head = matter.is_none_or(|matter| matter.why == HEAD || matter.is_stub);
    if ink.is_empty() || ink.len() > LONGEST || !is_head || contains(ink, "。") {
        return;
    }
    let digit = |at: usize| ink.get(at).is_some_and(|ink| ink.c.is_ascii_digit());
    let mark = |at: usize| ink.get(at).is_some_and(|ink| matches!(ink.c, '年' | '.' | '-' | '/'));
    let has_year = (0..ink.len()).any(|at| {
        // 0451-82330916 is a telephone.
        let opens = matches!(ink[at].c, '1' | '2') && !(at > 0 && digit(at - 1));
        opens && (0..4).all(|more| digit(at + more)) && mark(at + 4) && digit(at + 5)
    });
    let has_page = (1..ink.len()).any(|at| ink[at].c == '版' && digit(at - 1));
    let mut unread = Vec::new();
    // A day that is none has a note of its own.
    if has_year && matter.is_none_or(|matter| matter.date.is_none() && matter.no_day.is_none()) {
        unread.push("日期");
    }
    if has_page && matter.is_none_or(|matter| matter.number.is_none()) && !contains(ink, "今日") {
        unread.push("版次");
    }
    // Text and guides speak of days and pages, too; a head of both, and of the paper.
    let names_paper =
        ["日报", "晚报", "晨报", "时报", "都市报"].iter().any(|name| contains(ink, name));
    let is_sure = matter.is_some_and(|matter| matter.why == HEAD);
    if unread.is_empty() || !is_sure && (unread.len() < 2 || !names_paper) {
        return;
    }
    let span = source.span_of(ink);
    let line: String = span.of(source.text).split_whitespace().collect();
    let sentence = format!("“{line}”像是版头,{}没有读懂。", unread.join("和"));
    notes.push(Note::new(NoteKind::Page, span, sentence));
}

/// Pages of one day that have one number.
pub fn of_numbers(pages: &mut [Page]) {
    for at in 1..pages.len() {
        let (before, rest) = pages.split_at_mut(at);
        let Some(page) = rest.first_mut() else { continue };
        let Some(number) = page.number.as_ref() else { continue };
        let same =
            |other: &&Page| other.number.as_ref().is_some_and(|own| own.value == number.value);
        if let Some(other) = before.iter().find(same) {
            let span = match number.basis {
                Basis::Stated(span) => span,
                _ => Span::new(0, 0),
            };
            let sentence = format!(
                "同一天里,{}也是第{}版。请改正其中一个的版次。",
                other.source, number.value
            );
            page.notes.insert(0, Note::new(NoteKind::Page, span, sentence));
        }
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
            format!("{count}个字符无法显示(乱码、造字或控制符),请对照原版改正。"),
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

/// Runs of U+FFFD, private-use and control characters.
fn garbled(source: &Source) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for (at, c) in source.text.char_indices() {
        let bad = matches!(c, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}');
        // Tabs, line ends and form feeds part words; what else controls a device is no text.
        if !bad && (!c.is_control() || c.is_whitespace()) {
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

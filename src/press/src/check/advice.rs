//! What should a person do about a note? One sentence a kind, with the override to paste where one helps.

use super::place::Place;
use crate::input::Input;
use edition::{Note, NoteKind, Span};
use std::fmt::Write;

/// Characters quoted of a text that an override names.
const QUOTED: usize = 12;

pub fn of(input: &Input, note: &Note, place: &Place) -> String {
    let sidecar = input.path.with_extension("toml");
    let sidecar = sidecar.display();
    let text = &input.page.text;
    let words = shortened(place.words());
    let behind = || Quote::of(text, opening(text, note.span.start));
    match note.kind {
        NoteKind::Join => format!(
            "对照原版。接错了,就在 {sidecar} 里加:\n[[split]]\n{}as = \"paragraph\"",
            behind()
        ),
        NoteKind::Gap => format!(
            "对照原版补上:[[correct]] 的 to 可以写补全的文字。其实不缺,就在 {sidecar} 里加:\n[[gap]]\n{}kind = \"none\"",
            Quote::of(text, beside(text, note.span.start))
        ),
        NoteKind::Order => format!(
            "对照原版。移错了,就在 {sidecar} 里加:\n[[move]]\n{}after = \"它前面一段里的几个字\"",
            behind()
        ),
        NoteKind::Suspicion | NoteKind::Doubled => {
            let to = note.suggestion.as_deref().unwrap_or("改正的字");
            format!(
                "对照原版。确是{},就在 {sidecar} 里加:\n[[correct]]\n{}to = {}",
                if note.kind == NoteKind::Doubled { "重复" } else { "误认" },
                Quote::of(text, note.span),
                quoted(to)
            )
        }
        NoteKind::Ambiguous => format!(
            "知道是哪里,就在 {sidecar} 里加:\n[[article]]\n{}counties = [\"县的全名\"]",
            Quote::of(text, note.span)
        ),
        NoteKind::Garbled => format!(
            "对照原版。连同旁边的字一起,在 {sidecar} 里加:\n[[correct]]\n{}to = \"改正的字\"",
            Quote::of(text, widened(text, note.span))
        ),
        NoteKind::Unplaced => {
            format!("它是什么,就在 {sidecar} 里写明,如:\n[[type]]\n{}as = \"para\"", behind())
        }
        NoteKind::Encoding => {
            "不改也行。要免去猜测,用编辑器另存为 UTF-8,或用 iconv 转换后再放回。".to_owned()
        }
        NoteKind::Markup => "不用做什么。".to_owned(),
        NoteKind::Jump => {
            "看那一版的文字在不在 seeds/ 的同一天里、版次(page)对不对、有没有“上接”或“下转”的标记。"
                .to_owned()
        }
        NoteKind::Page if note.sidecar.is_some() => format!(
            "把那一版的文字放在 {sidecar} 旁边,或把它改成那一版的名字:版面是 NAME.txt,它就是 NAME.toml。"
        ),
        NoteKind::Page | NoteKind::Head => format!(
            "报名、日期、版次没有读出或不对,就在 {sidecar} 里写 paper、date、page;其余照上面说的办。"
        ),
        NoteKind::Weekday => {
            format!("日期不对,就在 {sidecar} 里写 date;只是星期印错,不用做什么。")
        }
        NoteKind::Applied => format!(
            "不用做什么。不想这样改,就删去 {sidecar} 第{}行的那一条。",
            note.sidecar.map_or(1, |place| place.line.0)
        ),
        NoteKind::Correction if note.sidecar.is_some() => {
            format!("改好或删去 {sidecar} 里的这一条,再运行 press check。")
        }
        NoteKind::Correction => format!("看 {sidecar} 里关于“{words}”的一条。"),
    }
}

/// With the characters beside it on its line.
fn widened(text: &str, span: Span) -> Span {
    const BESIDE: usize = 3;
    let is_near = |c: &char| edition::is_ink(*c);
    let before = text[..span.start as usize].chars().rev().take_while(is_near).take(BESIDE);
    let after = text[span.end as usize..].chars().take_while(is_near).take(BESIDE);
    let bytes = |chars: usize, c: char| chars + c.len_utf8();
    Span {
        start: span.start - before.fold(0, bytes) as u32,
        end: span.end + after.fold(0, bytes) as u32,
    }
}

/// The lines `text = …` and, where the words stand there several times, `line = …` and `nth = …`.
struct Quote(String);

impl Quote {
    fn of(text: &str, span: Span) -> Self {
        let words = span.of(text);
        let mut lines =
            format!("text = {}\n", quoted(&words.split(edition::is_line_end).collect::<String>()));
        let mut places = parser::places_of(words, text);
        if places.len() > 1 {
            let own = edition::Lines::of(text);
            let line = own.line(span.start);
            let _ = writeln!(lines, "line = {}", line.0);
            places.retain(|place| own.line(place.start) == line);
            if places.len() > 1 {
                let earlier = places.iter().filter(|place| place.start < span.start).count();
                let _ = writeln!(lines, "nth = {}", earlier + 1);
            }
        }
        Self(lines)
    }
}

impl std::fmt::Display for Quote {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// As a string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' => quoted += "\\\"",
            '\\' => quoted += "\\\\",
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", c as u32);
            }
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

fn shortened(words: &str) -> String {
    words.chars().take(QUOTED).collect()
}

/// The first characters from byte `at` on, on one line.
fn opening(text: &str, at: u32) -> Span {
    let rest = &text[at as usize..];
    let line =
        edition::lines(rest).next().unwrap_or_default().trim_end_matches(edition::is_line_end);
    let end = line.char_indices().nth(QUOTED).map_or(line.len(), |(end, _)| end);
    Span::new(at as usize, at as usize + end)
}

/// The characters before a gap, or behind it where nothing stands before it on the line.
fn beside(text: &str, at: u32) -> Span {
    let before = &text[..at as usize];
    let line = before.rsplit(edition::is_line_end).next().unwrap_or_default();
    let start = line.char_indices().rev().nth(QUOTED - 1).map_or(0, |(start, _)| start);
    let start = at as usize - line.len() + start;
    if line.trim().is_empty() {
        opening(text, at)
    } else {
        Span::new(start, at as usize).trimmed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_stand_again_over_a_line_end_are_told_apart() {
        let text = "沱江边上,沱江\n水\n涨了,沱江 水退了。\n";
        let quote = |start: usize, words: &str| {
            Quote::of(text, Span::new(start, start + words.len())).to_string()
        };
        let line_end = text.find("沱江\n").unwrap();
        assert_eq!(quote(line_end, "沱江\n水"), "text = \"沱江水\"\nline = 1\n");
        assert_eq!(quote(0, "沱江"), "text = \"沱江\"\nline = 1\nnth = 1\n");
        let spaced = text.find("沱江 水").unwrap();
        assert_eq!(quote(spaced, "沱江 水"), "text = \"沱江 水\"\nline = 3\n");
        assert_eq!(quote(text.find("涨了").unwrap(), "涨了"), "text = \"涨了\"\n");
    }
}

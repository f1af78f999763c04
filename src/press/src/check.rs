//! What looks wrong on the pages, where, and what to do? As compilers say it, or a JSON object a line.

mod advice;
mod json;
mod place;
mod render;
mod summary;

use crate::args::{Check, Colour, Level};
use crate::failure::Failure;
use crate::input::{self, Input};
use edition::{Note, NoteKind, Severity};
use std::io::IsTerminal;

/// What is printed, and whether something is wrong.
pub struct Report {
    pub text: String,
    pub failed: bool,
    /// Why files could not be read.
    pub unread: Vec<Failure>,
}

pub fn run(asked: &Check) -> Report {
    let (mut pages, unread) = input::read_readable(&asked.files);
    pages.extend(input::lone_sidecars(&asked.files));
    // Where nothing was read there is nothing to report of.
    let nothing = || Report { text: String::new(), failed: true, unread: Vec::new() };
    let report = if pages.is_empty() { nothing() } else { report(&pages, asked) };
    Report { unread, ..report }
}

fn report(pages: &[Input], asked: &Check) -> Report {
    let wanted = |note: &Note| level(note.kind.severity()) >= asked.level;
    let mut text = String::new();
    for page in pages {
        for note in in_order(page).into_iter().filter(|note| wanted(note)) {
            text += &if asked.json {
                json::line(page, note)
            } else {
                render::diagnostic(page, note, is_coloured(asked.color))
            };
        }
    }
    let kinds = || pages.iter().flat_map(|page| &page.page.notes).map(|note| note.kind);
    if !asked.json {
        let count = pages.iter().filter(|input| !input.page.text.is_empty()).count();
        text += &summary::of(count, kinds());
    }
    let limit = if asked.strict { Severity::Warning } else { Severity::Error };
    Report { text, failed: kinds().any(|kind| kind.severity() >= limit), unread: Vec::new() }
}

/// What is about the sidecar first, in its order; then in the order of the text.
fn in_order(input: &Input) -> Vec<&Note> {
    let mut notes: Vec<&Note> = input.page.notes.iter().collect();
    let refused = |note: &Note| note.kind == NoteKind::Correction;
    notes.sort_by_key(|note| match note.sidecar {
        Some(place) if refused(note) => (0, place.span, note.kind.name()),
        _ => (1, note.span, note.kind.name()),
    });
    notes
}

fn level(severity: Severity) -> Level {
    match severity {
        Severity::Info => Level::Info,
        Severity::Warning => Level::Warning,
        Severity::Error => Level::Error,
    }
}

fn is_coloured(colour: Colour) -> bool {
    match colour {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => {
            std::io::stdout().is_terminal()
                && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use edition::{InSidecar, LineNo, Page, Span};

    fn asked(json: bool, level: Level, strict: bool) -> Check {
        Check { files: Vec::new(), json, level, strict, color: Colour::Never }
    }

    fn page(notes: Vec<Note>) -> Input {
        let text = "荷花开了\n修复冻水河堤,经济经济发展。\n".into();
        let page = Page { source: "甲.txt".into(), text, notes, ..Page::default() };
        Input {
            path: "seeds/甲.txt".into(),
            page,
            sidecar: "[[correct]]\ntext = \"冰水\"\n".into(),
        }
    }

    fn suspicion() -> Note {
        let span = Span::new(19, 25);
        let suggestion = Some("涑水".to_owned());
        Note {
            suggestion, ..Note::new(NoteKind::Suspicion, span, "“冻水”疑为“涑水”。")
        }
    }

    fn stale() -> Note {
        let place = InSidecar { line: LineNo(2), span: Span::new(19, 27) };
        let note = Note::new(NoteKind::Correction, Span::new(0, 0), "原文里没有“冰水”。");
        Note { sidecar: Some(place), ..note }
    }

    #[test]
    fn a_note_shows_its_place_with_carets_of_double_width_and_what_to_do() {
        let report = report(&[page(vec![suspicion()])], &asked(false, Level::Info, false));
        assert_eq!(
            report.text,
            "\
warning[suspicion]: “冻水”疑为“涑水”。
 --> seeds/甲.txt:2:3
  |
2 | 修复冻水河堤,经济经济发展。
  |     ^^^^ 涑水?
  |
  = help: 对照原版。确是误认,就在 seeds/甲.toml 里加:
          [[correct]]
          text = \"冻水\"
          to = \"涑水\"

1 版,1 条:0 错误,1 提醒,0 说明
提醒 1 suspicion 疑似误认:逐条对照原版,该改的写 [[correct]]
"
        );
        assert!(!report.failed);
    }

    #[test]
    fn an_override_that_does_not_apply_is_shown_in_its_own_file() {
        let report =
            report(&[page(vec![suspicion(), stale()])], &asked(false, Level::Error, false));
        assert_eq!(
            report.text,
            "\
error[correction]: 原文里没有“冰水”。
 --> seeds/甲.toml:2:8
  |
2 | text = \"冰水\"
  |        ^^^^^^
  |
  = help: 改好或删去 seeds/甲.toml 里的这一条,再运行 press check。

1 版,2 条:1 错误,1 提醒,0 说明
错误 1 correction 更正不适用:照提示改好或删去那一条;不改,网站不会生成
提醒 1 suspicion 疑似误认:逐条对照原版,该改的写 [[correct]]
"
        );
        assert!(report.failed);
    }

    #[test]
    fn a_machine_gets_an_object_a_line() {
        let report = report(&[page(vec![suspicion(), stale()])], &asked(true, Level::Info, true));
        let lines: Vec<serde_json::Value> =
            report.text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!((lines.len(), report.failed), (2, true));
        assert_eq!(lines[0]["file"], "seeds/甲.toml");
        assert_eq!(lines[0]["severity"], "error");
        assert_eq!(lines[0]["sidecar"], true);
        let note = &lines[1];
        let place = ["line", "column", "end_line", "end_column", "start", "end"]
            .map(|key| note[key].as_u64());
        assert_eq!(place, [2, 3, 2, 5, 7, 9].map(Some));
        assert_eq!((&note["text"], &note["suggestion"]), (&"冻水".into(), &"涑水".into()));
        assert_eq!(note["kind"], "suspicion");
    }

    #[test]
    fn every_kind_of_note_says_what_to_do() {
        for kind in NoteKind::ALL {
            let note = Note::new(kind, Span::new(0, 6), "看一看。");
            let text = report(&[page(vec![note])], &asked(false, Level::Info, false)).text;
            let help = text.split("= help: ").nth(1).unwrap_or_default();
            assert!(help.chars().count() > 8, "{}: {text}", kind.name());
            assert!(text.contains(&format!("{} ", kind.name())), "{text}");
        }
    }

    #[test]
    fn only_an_error_fails_unless_warnings_do() {
        let pages = [page(vec![suspicion()])];
        assert!(!report(&pages, &asked(false, Level::Info, false)).failed);
        assert!(report(&pages, &asked(false, Level::Info, true)).failed);
        let quiet = report(&[page(vec![])], &asked(false, Level::Info, true));
        assert_eq!((quiet.text.as_str(), quiet.failed), ("1 版,没有要看的。\n", false));
    }
}

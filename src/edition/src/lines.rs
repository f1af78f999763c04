//! What stands between the lines of a block? Nothing where the dump cut a paragraph, but for a space between Latin words, an
//! empty line between stanzas.

use crate::marks::Parting;
use crate::{BlockKind, Span};

/// What stands before each span of a block, as it is read.
///
/// A poem has an empty line where the dump has one and not everywhere: a dump that is double-spaced throughout has stanzas
/// only where it leaves more room.
pub fn between(kind: BlockKind, spans: &[Span], text: &str) -> Vec<&'static str> {
    let line_end = if kind.keeps_lines() { "\n" } else { "" };
    let mut before = vec![line_end; spans.len()];
    if let Some(first) = before.first_mut() {
        *first = "";
    }
    for (before, pair) in before.iter_mut().skip(1).zip(spans.windows(2)) {
        if let Some(parting) = parting(pair[0], pair[1], text).filter(|own| own.lines == 0) {
            *before = parted(parting);
        }
    }
    if !kind.keeps_lines() {
        for (before, pair) in before.iter_mut().skip(1).zip(spans.windows(2)) {
            if ends_word(pair[0].of(text)) && begins_word(pair[1].of(text)) {
                *before = " ";
            }
        }
    }
    if kind == BlockKind::Verse {
        let rooms: Vec<Option<usize>> =
            spans.windows(2).map(|pair| room(pair[0], pair[1], text)).collect();
        let usual = rooms.iter().flatten().min().copied();
        for (before, room) in before.iter_mut().skip(1).zip(rooms) {
            if room > usual {
                *before = "\n\n";
            }
        }
    }
    before
}

/// Whether a line ends with a Latin word, as Hong before Kong; www.hekou before water.cn is torn, and A before 4 no word.
fn ends_word(line: &str) -> bool {
    let word = line.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    line.len() - word.len() > 1 && !word.ends_with(is_joint)
}

fn begins_word(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    line.len() - rest.len() > 1 && !rest.starts_with(is_joint)
}

/// What holds addresses and numbers together.
fn is_joint(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | '@' | '/' | '_' | '-' | ':')
}

/// Where the dump cut a block in two, by the index of the later span: at every line end, but on a page whose lines are
/// broken anyway (`usual`, see [`crate::Page::line_ends`]) only where more stands between, or the other comes first. What
/// marks part within a line is not cut.
pub fn cuts(kind: BlockKind, spans: &[Span], text: &str, usual: Option<usize>) -> Vec<usize> {
    if kind.keeps_lines() {
        return Vec::new();
    }
    let is_cut = |at: &usize| {
        if is_one_line(spans[*at - 1], spans[*at], text) {
            return false;
        }
        let room = room(spans[*at - 1], spans[*at], text);
        usual.is_none_or(|usual| room.is_none_or(|room| room > usual))
    };
    (1..spans.len()).filter(is_cut).collect()
}

/// Whether one span stands behind the other in the same line.
pub(crate) fn is_one_line(one: Span, next: Span, text: &str) -> bool {
    parting(one, next, text).is_some_and(|parting| parting.lines == 0)
}

fn parting(one: Span, next: Span, text: &str) -> Option<Parting> {
    Parting::of(text.get(one.end as usize..next.start as usize)?)
}

/// What stands between two parts of a line instead of the marks: a space where one stands there, a wide one, which keeps
/// cells apart, where a cell of a table ends.
fn parted(parting: Parting) -> &'static str {
    match parting {
        Parting { cell: true, .. } => "\u{3000}",
        Parting { space: true, .. } => " ",
        _ => "",
    }
}

/// Line ends between two spans, written or by a mark; `None` where other text stands there, or the other comes first.
pub(crate) fn room(one: Span, next: Span, text: &str) -> Option<usize> {
    parting(one, next, text).map(|parting| parting.lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each line that holds something is a span.
    fn read(kind: BlockKind, text: &str) -> String {
        let mut at = 0;
        let mut spans = Vec::new();
        for line in crate::lines(text) {
            let span = Span::new(at, at + line.len()).trimmed(text);
            at += line.len();
            spans.extend((!span.is_empty()).then_some(span));
        }
        let lines = between(kind, &spans, text).into_iter().zip(spans);
        lines.map(|(before, span)| before.to_owned() + span.of(text)).collect()
    }

    #[test]
    fn lines_that_are_broken_anyway_are_not_cut() {
        let text = "麦浪\n翻过\n\n山岗\n图说\n去了";
        let line = |start: usize| Span::new(start, start + 6);
        let spans = [line(0), line(7), line(15), line(29)];
        assert_eq!(cuts(BlockKind::Para, &spans, text, None), [1, 2, 3]);
        assert_eq!(cuts(BlockKind::Para, &spans, text, Some(1)), [2, 3]);
        assert!(cuts(BlockKind::Verse, &spans, text, None).is_empty());
    }

    #[test]
    fn parts_of_a_line_stay_in_it() {
        let text = "**本报讯** （记者**王**明）";
        let spans = [Span::new(2, 11), Span::new(14, 23), Span::new(25, 28), Span::new(30, 36)];
        assert_eq!(between(BlockKind::Notice, &spans, text), ["", " ", "", ""]);
        assert!(cuts(BlockKind::Para, &spans, text, None).is_empty());
        let row = "<td>小麦</td><td>1.2</td>";
        assert_eq!(
            between(BlockKind::Table, &[Span::new(4, 10), Span::new(19, 22)], row),
            ["", "\u{3000}"]
        );
    }

    #[test]
    fn latin_words_are_not_run_together() {
        let read = |text: &str| read(BlockKind::Para, text);
        assert_eq!(read("学的是Data\nScience，在香\n港"), "学的是Data Science，在香港");
        assert_eq!(read("网址www.hekouwat\ner.cn，长12\n84米"), "网址www.hekouwater.cn，长1284米");
        assert_eq!(read("A\nB座"), "AB座");
    }

    #[test]
    fn a_poem_keeps_the_empty_lines_between_its_stanzas() {
        let poem = "渡口\r\n\r\n船靠了岸\r\n人还没有醒\r\n \r\n\r\n雾替他们数桨";
        assert_eq!(read(BlockKind::Verse, poem), "渡口\n\n船靠了岸\n人还没有醒\n\n雾替他们数桨");
        assert_eq!(read(BlockKind::Verse, "一行\n二行"), "一行\n二行");
        assert_eq!(read(BlockKind::Verse, ""), "");
    }

    #[test]
    fn a_double_spaced_poem_has_stanzas_where_there_is_more_room() {
        assert_eq!(read(BlockKind::Verse, "梯田\n\n一層\n\n又一層"), "梯田\n一層\n又一層");
        assert_eq!(read(BlockKind::Verse, "梯田\n\n一層\n\n\n又一層"), "梯田\n一層\n\n又一層");
    }

    #[test]
    fn other_blocks_have_none() {
        assert_eq!(read(BlockKind::Table, "甲\n\n乙\n丙"), "甲\n乙\n丙");
        assert_eq!(read(BlockKind::Para, "甲\n\n乙\n丙"), "甲乙丙");
    }

    #[test]
    fn what_stands_apart_in_the_dump_is_no_stanza() {
        let spans = [Span::new(7, 10), Span::new(0, 3), Span::new(4, 7)];
        assert_eq!(between(BlockKind::Verse, &spans, "甲\n乙丙"), ["", "\n", "\n"]);
    }
}

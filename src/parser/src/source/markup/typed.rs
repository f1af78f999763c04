//! What a program set at every line: its number, a sign of its end, \n for the end itself.

use crate::source::trimmed_lines;
use std::ops::Range;

/// Lines of a page that show what every line has, and their share.
const FEWEST: usize = 8;
const ALL: f64 = 0.9;

/// Numbers of lines, ¶ ↵ ⏎ \ at their ends, and \n, \t, \u3000 of a string in a program: as byte ranges.
pub fn marks(text: &str) -> Vec<Range<usize>> {
    let mut found = escapes(text);
    if !may_have_marks(text) {
        return found;
    }
    let lines: Vec<_> = trimmed_lines(text).filter(|(_, own)| !own.is_empty()).collect();
    if lines.len() >= FEWEST {
        found.extend(ends(&lines));
        found.extend(starts(&lines));
        found.extend(numbers(&lines));
    }
    found
}

/// Whether one of the first lines begins or ends as those do that have marks: most pages are not looked at further.
fn may_have_marks(text: &str) -> bool {
    let mut first = trimmed_lines(text).filter(|(_, own)| !own.is_empty()).take(FEWEST / 2);
    let is_so = |(_, line): (usize, &str)| {
        let opens = |c: char| {
            c.is_ascii_digit() || matches!(c, '|' | '│' | '┃' | '/' | '>' | '*' | '•' | '"' | '\'')
        };
        line.starts_with(opens) || line.ends_with(['¶', '↵', '⏎', '\\'])
    };
    first.any(is_so)
}

/// ¶ at the end of nearly all lines.
fn ends(lines: &[(usize, &str)]) -> Vec<Range<usize>> {
    for sign in ["¶", "↵", "⏎", "\\"] {
        let with: Vec<_> = lines.iter().filter(|(_, own)| own.ends_with(sign)).collect();
        if with.len() as f64 >= ALL * lines.len() as f64 {
            let mark =
                |(first, own): &(usize, &str)| first + own.len() - sign.len()..first + own.len();
            return with.into_iter().map(mark).collect();
        }
    }
    Vec::new()
}

/// `│ ` or `// ` at the head of nearly all lines, and the same at their ends; or "…", around them, as a list in a program has them.
fn starts(lines: &[(usize, &str)]) -> Vec<Range<usize>> {
    const SIGNS: [(&str, &[&str]); 9] = [
        ("|", &["|"]),
        ("│", &["│"]),
        ("┃", &["┃"]),
        ("//", &["//"]),
        (">", &[]),
        ("*", &[]),
        ("•", &[]),
        ("\"", &["\",", "\""]),
        ("'", &["',", "'"]),
    ];
    for (open, closes) in SIGNS {
        let is_around = open.starts_with(['"', '\'']);
        let end = |own: &str| {
            let close =
                closes.iter().find(|close| own.len() > open.len() && own.ends_with(**close));
            close.map(|close| own.len() - close.len())
        };
        let is_so = |(_, own): &&(usize, &str)| {
            let rest = own.strip_prefix(open);
            let is_apart = || {
                rest.is_some_and(|rest| {
                    rest.is_empty() || rest.starts_with([' ', '\t', '\u{3000}'])
                })
            };
            rest.is_some() && if is_around { end(own).is_some() } else { is_apart() }
        };
        let with: Vec<_> = lines.iter().filter(is_so).collect();
        if with.len() as f64 >= ALL * lines.len() as f64 {
            let mark = |(first, own): &(usize, &str)| {
                // With the space behind it, that what follows is the line as it was.
                let space = usize::from(own[open.len()..].starts_with([' ', '\t']));
                let start = *first..first + open.len() + space;
                [Some(start), end(own).map(|end| first + end..first + own.len())]
            };
            return with.into_iter().flat_map(mark).flatten().collect();
        }
    }
    Vec::new()
}

/// `12 `, `12:`, `12|` at the heads of nearly all lines, each one more than the last; empty lines may be counted, and not written.
fn numbers(lines: &[(usize, &str)]) -> Vec<Range<usize>> {
    /// Empty lines one below the other.
    const BETWEEN: u32 = 3;
    let read = |(first, own): &(usize, &str)| {
        let digits = own.bytes().take_while(u8::is_ascii_digit).count();
        let number: u32 = own[..digits].parse().ok()?;
        let rest = &own[digits..];
        let mark = match rest.chars().next() {
            // "12: " is as wide as "12 ".
            Some(':' | '|') => digits + 1 + usize::from(rest[1..].starts_with([' ', '\t'])),
            None | Some('\t' | ' ') => digits + usize::from(!rest.is_empty()),
            Some('\u{3000}') => digits,
            _ => return None,
        };
        Some((number, *first..first + mark))
    };
    // A table's rows are counted below its head.
    if lines.iter().take(2).any(|line| read(line).is_none()) {
        return Vec::new();
    }
    let found: Vec<_> = lines.iter().filter_map(read).collect();
    let follows = |pair: &&[(u32, Range<usize>)]| {
        let step = pair[1].0.wrapping_sub(pair[0].0);
        (1..=1 + BETWEEN).contains(&step)
    };
    let in_order = found.windows(2).filter(follows).count();
    let is_all = in_order as f64 + 1.0 >= ALL * lines.len() as f64;
    if is_all { found.into_iter().map(|(_, mark)| mark).collect() } else { Vec::new() }
}

/// Escapes of a string, where line ends are written so and no other way.
fn escapes(text: &str) -> Vec<Range<usize>> {
    const MARKS: [&str; 5] = ["\\r\\n", "\\n", "\\r", "\\t", "\\u3000"];
    let written = text.matches("\\n").count();
    // Nearly all dumps have none.
    if written < FEWEST || written < 2 * ::edition::lines(text).count() {
        return Vec::new();
    }
    let (mut found, mut behind) = (Vec::new(), 0);
    for (at, slash) in text.match_indices('\\') {
        let rest = &text[at..];
        if at < behind {
            continue;
        }
        if let Some(mark) = MARKS.iter().find(|mark| rest.starts_with(**mark)) {
            behind = at + mark.len();
            found.push(at..behind);
        } else if rest[1..].starts_with(['"', '\\', '/']) {
            behind = at + 2;
            found.push(at..at + slash.len());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        marks(text).into_iter().map(|mark| &text[mark]).collect()
    }

    #[test]
    fn what_every_line_has_is_no_text() {
        assert_eq!(found(&"麦收¶\n¶\n".repeat(4)), ["¶"; 8]);
        assert!(found(&"麦收¶\n麦收\n".repeat(8)).is_empty());
        let numbered: String = (1..=8).map(|at| format!("{:3}: 麦收\n\n", 2 * at)).collect();
        assert_eq!(found(&numbered)[..2], ["2: ", "4: "]);
        let table: String = (1..=8).map(|at| format!("{} 麦收\n{at} 三夏\n", 9 - at)).collect();
        assert!(found(&table).is_empty());
        let ranks: String = (1..=30).map(|at| format!("{at} 王明 9.{at}\n")).collect();
        assert!(found(&format!("决赛成绩\n{ranks}")).is_empty());
        assert_eq!(found(&"│ 麦收 │\n// 三夏\n".repeat(4)), [""; 0]);
        assert_eq!(found(&"│ 麦收 │\n".repeat(8)), ["│ ", "│"].repeat(8));
        assert_eq!(found(&"  \"麦收\",\n".repeat(8))[..2], ["\"", "\","]);
        assert!(found(&"\"麦收\"\n麦收\n".repeat(8)).is_empty());
        let string = "麦收\\n　\\u3000“三夏”\\n".repeat(4);
        assert_eq!(found(&string)[..3], ["\\n", "\\u3000", "\\n"]);
        assert!(found("C:\\new\\news\n").is_empty());
    }
}

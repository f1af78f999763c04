//! Which characters of a dump may stand in XML, HTML and text? What may not is shown as U+FFFD, and said.

use std::borrow::Cow;

const REPLACEMENT: char = '\u{FFFD}';

/// XML 1.0 has no way to write most control characters, and HTML calls the same ones, and noncharacters, an
/// error; in text they act on terminals. The data exports in JSON keep them.
pub fn is_printable(c: char) -> bool {
    let code = c as u32;
    let is_control = c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    let is_noncharacter = (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE;
    !is_control && !is_noncharacter
}

/// The text with U+FFFD for each character that may not stand there; line ends as XML has them.
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| is_printable(c) && c != '\r') {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    Cow::Owned(visible(&text).into_owned())
}

/// The text with U+FFFD for each character that may not stand there, its line ends as they are.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_printable) {
        return Cow::Borrowed(text);
    }
    text.chars().map(|c| if is_printable(c) { c } else { REPLACEMENT }).collect()
}

/// How many characters [`printable`] replaces.
pub fn replaced(text: &str) -> usize {
    text.chars().filter(|c| !is_printable(*c)).count()
}

/// A line whose bidirectional controls act on itself alone: what it opens is closed at its end. For titles and
/// other places where no mark-up can keep them in.
pub fn closed(line: &str) -> Cow<'_, str> {
    const POP_ISOLATE: char = '\u{2069}';
    const POP_EMBEDDING: char = '\u{202C}';
    let mut open = Vec::new();
    for c in line.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => open.push(POP_ISOLATE),
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push(POP_EMBEDDING),
            // An isolate's end closes what was opened in it.
            POP_ISOLATE => {
                if let Some(at) = open.iter().rposition(|close| *close == POP_ISOLATE) {
                    open.truncate(at);
                }
            }
            POP_EMBEDDING if open.last() == Some(&POP_EMBEDDING) => drop(open.pop()),
            _ => {}
        }
    }
    match open.is_empty() {
        true => Cow::Borrowed(line),
        false => line.chars().chain(open.into_iter().rev()).collect(),
    }
}

/// One line, printable, closed: for titles.
pub fn line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    closed(&printable(&words.join(" "))).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_seen_to_be_missing() {
        assert_eq!(printable("甲\0乙\u{B}\u{FFFF}\u{85}\u{FDD0}\t\n"), "甲�乙����\t\n");
        assert_eq!((printable("a\r\nb\rc"), replaced("\0\r\n\u{1}")), ("a\nb\nc".into(), 2));
        assert!(matches!(printable("版心\u{1F600}"), Cow::Borrowed(_)));
        assert_eq!(visible("a\u{7}\r\nb"), "a�\r\nb");
    }

    #[test]
    fn what_turns_the_direction_of_a_line_ends_with_it() {
        assert_eq!(closed("甲\u{202E}乙"), "甲\u{202E}乙\u{202C}");
        assert_eq!(closed("\u{2067}\u{202D}a"), "\u{2067}\u{202D}a\u{202C}\u{2069}");
        assert_eq!(closed("\u{2067}\u{202D}a\u{2069}b"), "\u{2067}\u{202D}a\u{2069}b");
        assert_eq!(closed("\u{202C}\u{2069}"), "\u{202C}\u{2069}");
        assert_eq!(line(" 甲\n\u{202E}乙\0 "), "甲 \u{202E}乙�\u{202C}");
    }
}

//! What do marks of Markdown and HTML stand for between two parts of a text? A line end, the end of a cell, a space, or nothing.

use crate::is_line_end;

/// What parts two texts that have nothing but marks and white space between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parting {
    /// Line ends, written or by a mark.
    pub lines: usize,
    /// The end of a cell of a table.
    pub cell: bool,
    pub space: bool,
}

/// A string of a program has them for line ends and spaces.
const ESCAPES: [&str; 5] = ["\\r\\n", "\\n", "\\r", "\\t", "\\u3000"];

impl Parting {
    /// What a text between two others stands for; `None` where it says something itself.
    pub fn of(text: &str) -> Option<Self> {
        let mut parting = Self::default();
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let length = match c {
                '\r' if rest.starts_with("\r\n") => 1,
                c if is_line_end(c) => {
                    parting.lines += 1;
                    c.len_utf8()
                }
                '<' | '&' | '〖' => mark_length(rest)?,
                ']' if rest.starts_with("](") => mark_length(rest)?,
                '\\' => {
                    ESCAPES.iter().find(|own| rest.starts_with(**own)).map_or(1, |own| own.len())
                }
                '|' | '*' | '#' | '>' | '-' | ':' | '_' | '[' | '/' => 1,
                '¶' | '↵' | '⏎' | '│' | '┃' | '•' => c.len_utf8(),
                // The number of a line.
                '0'..='9' if parting.lines > 0 => 1,
                c if c.is_whitespace() => c.len_utf8(),
                _ => return None,
            };
            let (own, after) = rest.split_at(length);
            parting.lines += usize::from(ends_line(own));
            parting.cell |= ends_cell(own);
            parting.space |= c.is_whitespace() || names_space(own).is_some();
            rest = after;
        }
        Some(parting)
    }
}

/// Bytes of a tag, of a named character, of a typesetter's mark, of where a link leads.
fn mark_length(text: &str) -> Option<usize> {
    let end = match text.as_bytes()[0] {
        b'<' => ">",
        b'&' => ";",
        b']' => ")",
        _ => "〗",
    };
    text.find(end).map(|at| at + end.len())
}

/// `<br>`, `</p>`, `</tr>`: the line ends behind it …
pub fn ends_line(mark: &str) -> bool {
    matches!(mark, "\\n" | "\\r\\n" | "\\r")
        || is_tag(mark, &["br", "hr"])
        || tag_name(mark).and_then(|name| name.strip_prefix('/')).is_some_and(is_block)
}

/// … and before `<p>`, `<h1>`, `<tr>`.
pub fn begins_line(mark: &str) -> bool {
    tag_name(mark).is_some_and(is_block)
}

/// `<h2>`, `##`: a head stands behind it.
pub fn is_head(mark: &str) -> bool {
    mark.starts_with('#') || is_tag(mark, &["h1", "h2", "h3", "h4", "h5", "h6"])
}

/// `|`, `</td>`
pub fn ends_cell(mark: &str) -> bool {
    mark == "|" || is_tag(mark, &["/td", "/th"])
}

/// `&nbsp;`, `&emsp;`: how wide the space is, in halves of a Chinese character.
pub fn names_space(mark: &str) -> Option<usize> {
    match mark {
        "\\t" | "&nbsp;" | "&ensp;" | "&thinsp;" | "&#160;" => Some(1),
        "&emsp;" | "&#12288;" | "〓" | "\\u3000" => Some(2),
        _ => None,
    }
}

fn is_tag(mark: &str, names: &[&str]) -> bool {
    tag_name(mark).is_some_and(|name| names.iter().any(|known| name.eq_ignore_ascii_case(known)))
}

/// p of `<p class="lead">`, /p of `</p>`, br of `<br/>`.
pub fn tag_name(mark: &str) -> Option<&str> {
    let inside = mark.strip_prefix('<')?;
    // Of a tag over two lines the first has the name.
    let inside = inside.strip_suffix('>').unwrap_or(inside);
    let name = inside.split_ascii_whitespace().next()?;
    Some(if name.starts_with('/') { name } else { name.trim_end_matches('/') })
}

/// Elements that stand in lines of their own: those of HTML that do not stand within a line, and all of other languages
/// (`<headline>`).
pub fn is_block(name: &str) -> bool {
    const WITHIN: [&str; 29] = [
        "a", "abbr", "b", "big", "br", "button", "cite", "code", "col", "em", "font", "hr", "i",
        "img", "input", "label", "mark", "o:p", "q", "s", "small", "span", "strong", "sub", "sup",
        "td", "th", "time", "u",
    ];
    !name.starts_with('/') && !WITHIN.iter().any(|known| name.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_part_what_stands_around_them() {
        let of = |text: &str| Parting::of(text).map(|own| (own.lines, own.cell, own.space));
        assert_eq!(of("**"), Some((0, false, false)));
        assert_eq!(of("** "), Some((0, false, true)));
        assert_eq!(of("&nbsp;"), Some((0, false, true)));
        assert_eq!(of(" | "), Some((0, true, true)));
        assert_eq!(of("</td><td>"), Some((0, true, false)));
        assert_eq!(of("<BR/>\r\n"), Some((2, false, true)));
        assert_eq!(of("\n\n"), Some((2, false, true)));
        assert_eq!(of("</tr>\n<tr>"), Some((2, false, true)));
        assert_eq!(of("](http://a.cn/b)"), Some((0, false, false)));
        assert_eq!(of("〖HT5\"K〗"), Some((0, false, false)));
        assert_eq!(of("**（见图）**"), None);
        assert_eq!(of("<"), None);
    }

    #[test]
    fn tags_are_told_by_their_names() {
        assert!(
            begins_line("<p class=\"lead\">") && !begins_line("<span>") && !begins_line("</p>")
        );
        assert!(is_head("<h1>") && is_head("##") && !is_head("<hr>"));
    }
}

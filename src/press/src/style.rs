//! How do our style sheets reach a visitor? In the page, without their comments and indents.

const BEGIN: &str = "<style>";
const END: &str = "</style>";

/// The page with lean style elements. None of our sheets has a comment's sign or a line's end within quotation marks.
pub fn bare(page: &str) -> String {
    let mut parts = page.split(BEGIN);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (sheet, rest) = part.split_once(END).unwrap_or((part, ""));
        whole += BEGIN;
        let mut code = sheet.split("/*");
        let first = code.next().into_iter();
        // What stands behind a comment's end; one without an end has nothing behind it.
        let behind = code.filter_map(|part| part.split_once("*/").map(|(_, code)| code));
        let lines = first.chain(behind).flat_map(str::lines).map(str::trim);
        whole.extend(lines.filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]));
        if part.contains(END) {
            whole += END;
        }
        whole += rest;
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn comments_and_indents_are_gone_and_nothing_else() {
        let page = "<head><style>/* Colours. */\n:root {\n  --a: 1px; /* why\n  so */\n}\n</style> /* text */\n  <style>a{}</style></head>";
        let lean = "<head><style>:root {\n--a: 1px;\n}\n</style> /* text */\n  <style>a{}\n</style></head>";
        assert_eq!(bare(page), lean);
        assert_eq!(bare(lean), lean);
        assert_eq!(bare("<p>x</p>"), "<p>x</p>");
    }
}

//! What does the reader of TOML mean? Its sentences about keys, in words of the newsroom.

/// An error at byte `at`, said so by the reader; `None` where it has to be shown as it is.
pub fn told(text: &str, at: usize, message: &str) -> Option<String> {
    let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at))?;
    if message.starts_with("duplicate key") {
        return twice(text, at);
    }
    if let Some(rest) = message.strip_prefix("unknown field `") {
        let (key, known) = rest.split_once('`')?;
        return Some(unknown(key, &quoted(known)));
    }
    if let Some(rest) = message.strip_prefix("missing field `") {
        let (key, _) = rest.split_once('`')?;
        let of = header(text, at).map_or("the table".to_owned(), |table| format!("[[{table}]]"));
        return Some(format!("{of} has no `{key}`; add a line {key} = \"…\""));
    }
    let line = line(text, at).trim();
    match message.lines().next()? {
        "key with no value, expected `=`" => {
            Some(format!("`{line}` has no =; write key = value, as in page = 3"))
        }
        "missing value" | "missing value for key" => {
            let key = line.split('=').next().unwrap_or_default().trim();
            Some(format!("`{key}` is empty; fill it or remove the line"))
        }
        "unclosed table, expected `]`" | "unclosed array table, expected `]`" => {
            Some(format!("`{line}` is not closed; write it as [[correct]]"))
        }
        // What is expected is a mark where it does not end, and described where it holds what it may not.
        message if message.starts_with("invalid") && message.contains("string, expected `") => {
            let mark = if message.contains("literal") { '\'' } else { '"' };
            Some(format!("the text in `{line}` does not end; close it with a straight {mark}"))
        }
        message if message.starts_with("unexpected key or value") => {
            Some(format!("`{line}` says more than one thing; write one key a line"))
        }
        _ => None,
    }
}

/// A key, or a table, that stands there already; `at` is the second.
fn twice(text: &str, at: usize) -> Option<String> {
    let own = line(text, at);
    let number = |at: usize| 1 + text[..at].matches('\n').count();
    let key = key_of(text[at..].lines().next().unwrap_or_default());
    let table = |line: &str| line.trim_start().starts_with('[');
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    // A key stands twice in one table, a table in the whole.
    let mut before: Vec<(usize, &str)> = Vec::new();
    let mut from = 0;
    for line in text[..start].split_inclusive('\n') {
        if table(line) && !table(own) {
            before.clear();
        }
        before.push((from, line));
        from += line.len();
    }
    let first = before.iter().find(|(_, line)| key_of(line) == key).map(|(at, _)| number(*at));
    Some(match first {
        Some(first) => {
            format!("`{key}` stands twice, on lines {first} and {}; remove one", number(at))
        }
        None => format!("`{key}` stands twice; remove one"),
    })
}

fn unknown(key: &str, known: &[&str]) -> String {
    match places::nearest(&key.to_lowercase(), known.iter().copied()).as_slice() {
        [] => format!("there is no `{key}`; write one of {}, or remove it", known.join(", ")),
        near => {
            let near: Vec<String> = near.iter().map(|near| format!("`{near}`")).collect();
            format!("there is no `{key}`; is {} meant? Else remove it", near.join(" or "))
        }
    }
}

/// The words in `…` of a list of them.
fn quoted(list: &str) -> Vec<&str> {
    list.split('`').skip(1).step_by(2).collect()
}

/// The table of `at`: of its own line, else the last above it.
fn header(text: &str, at: usize) -> Option<&str> {
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let headers = text[..end].lines().rev().map(str::trim);
    let mut names =
        headers.filter_map(|line| Some(line.strip_prefix("[[")?.split(']').next()?.trim()));
    names.next()
}

fn line(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    text[start..].lines().next().unwrap_or_default()
}

/// What stands before `=`, or in the brackets of a table.
fn key_of(line: &str) -> &str {
    let key = line.split(['=', ']']).next().unwrap_or_default();
    key.trim().trim_matches(['[', '"', '\'']).trim()
}

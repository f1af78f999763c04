//! What is wrong with a line of a sidecar, and what is to be written instead? In words of the newsroom.

use super::form;

/// Keys whose value is a text.
const TEXTS: [&str; 8] = ["paper", "name", "region", "text", "to", "as", "after", "kind"];

/// Tables of which there may be several.
const TABLES: [&str; 7] = ["correct", "split", "join", "move", "type", "article", "gap"];

/// What to say of byte `at`, where the reader of TOML says `message`.
pub fn told(text: &str, at: usize, message: &str) -> String {
    let at = at.min(text.len());
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or_default().trim();
    // A line with a key that may not stand there, or stands there already, is well written.
    let is_of_key = ["duplicate key", "unknown field", "missing field"];
    let is_of_key = is_of_key.iter().any(|opening| message.starts_with(opening));
    let of_line = known(line).filter(|_| !is_of_key);
    of_line.or_else(|| form::told(text, at, message)).unwrap_or_else(|| message.replace('\n', " "))
}

/// Of a page that is no number.
pub fn of_page(value: &str) -> String {
    format!(
        "`page` is {value}; write its number without quotation marks, from 1 on, as in page = {}, or with the letter of its part, as in page = \"A3\"",
        number(bare(value)).unwrap_or(3)
    )
}

fn known(line: &str) -> Option<String> {
    if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.split(']').next()) {
        let name = name.trim();
        let is_table = TABLES.contains(&name);
        return is_table
            .then(|| format!("[{name}] is one table and there may be several; write [[{name}]]"));
    }
    let Some((key, value)) = line.split_once('=') else {
        let (key, value) = line.split_once([':', '：', '＝'])?;
        let (key, value) = (key.trim(), bare(value));
        let is_key = TEXTS.contains(&key) || matches!(key, "date" | "page" | "line" | "nth");
        let value = if TEXTS.contains(&key) { format!("{value:?}") } else { value.to_owned() };
        return is_key
            .then(|| format!("`{line}` has no =; write key = value, as in {key} = {value}"));
    };
    let (key, value) = (key.trim(), uncommented(value));
    match key {
        "date" => Some(match day(value) {
            Some(day) if day == value => format!("`date` is {value}; there is no such day"),
            Some(day) => {
                format!("`date` is {value}; write it without quotation marks, as date = {day}")
            }
            None => format!("`date` is {value}; write year, month and day, as date = 2025-07-24"),
        }),
        "page" => Some(of_page(value)),
        "dateline" => Some(format!(
            "`dateline` is {value}; write month and day in quotation marks, as in dateline = \"7月23日\""
        )),
        "line" | "nth" => Some(format!(
            "`{key}` is {value}; write a number without quotation marks, as in {key} = 1"
        )),
        "counties" => Some(format!(
            "`counties` is {value}; write a list of full names, as in counties = [{:?}]",
            first(value).unwrap_or("临猗县")
        )),
        "bylines" => Some(format!(
            "`bylines` is {value}; write each name in braces, as in bylines = [{{ name = {:?}, role = \"记者\" }}]",
            first(value).unwrap_or("王明")
        )),
        _ if TEXTS.contains(&key) && !value.starts_with(['"', '\'']) => {
            let straight =
                if value.starts_with(['“', '”', '＂', '「']) { "straight " } else { "" };
            let text = bare(value);
            let text = if text.is_empty() { "…" } else { text };
            Some(format!(
                "`{key}` is {}; a text stands in {straight}quotation marks, as in {key} = {text:?}",
                if value.is_empty() { "empty" } else { value }
            ))
        }
        _ => None,
    }
}

/// Without a comment behind it.
fn uncommented(value: &str) -> &str {
    let value = value.trim();
    let is_quoted = value.starts_with(['"', '\'']);
    if is_quoted { value } else { value.split('#').next().unwrap_or_default().trim() }
}

/// Without quotation marks of any kind.
fn bare(value: &str) -> &str {
    value.trim().trim_matches(['"', '\'', '“', '”', '‘', '’', '＂', '「', '」']).trim()
}

/// The first text of a list of texts, or the text alone.
fn first(value: &str) -> Option<&str> {
    let value = value.trim_matches(['[', ']']);
    let first = bare(value.split([',', '，', '、']).next()?);
    Some(first).filter(|first| !first.is_empty() && !first.contains(['{', '=', '"']))
}

/// 2025-07-24 of any writing with three numbers.
fn day(value: &str) -> Option<String> {
    let numbers: Vec<u32> = bare(value)
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    let [year @ 1000..=9999, month @ 1..=12, day @ 1..=31] = numbers[..] else { return None };
    Some(format!("{year}-{month:02}-{day:02}"))
}

/// 三 and 3 as 3.
fn number(value: &str) -> Option<u32> {
    let digits = "一二三四五六七八九";
    let mut chars = value.chars();
    let written = match (chars.next(), chars.next()) {
        (Some(c), None) => digits.chars().position(|digit| digit == c).map(|at| at as u32 + 1),
        _ => None,
    };
    written.or_else(|| value.parse().ok()).filter(|number| *number > 0)
}

//! Sets pages anew as a text layer has them, in narrow columns, and their truths with them, to measure what that costs:
//! `cargo run --release -p parser --example reset -- DIR OUT WIDTH,… [indent] [tight]`, then `press score OUT`.
//!
//! Each article is set in one of these widths, in Chinese characters; letters and digits take half of one and are not torn,
//! marks hang. `indent`: paragraphs are indented by two characters; `tight`: no line is left empty. Pages whose lines are
//! broken already are left out.

use serde_json::Value;
use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// What is set in columns; heads, verses and tables keep their lines.
const TEXT: [&str; 6] = ["lead", "para", "note", "notice", "caption", "signoff"];

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = env::args().skip(1).collect();
    let [from, out, widths, how @ ..] = args.as_slice() else {
        return Err(
            "name a folder, another, and widths: reset DIR OUT 13,16,22 [indent] [tight]".into()
        );
    };
    let widths = widths.split(',').map(str::parse).collect::<Result<Vec<usize>, _>>()?;
    let is = |word: &str| how.iter().any(|own| own == word);
    fs::create_dir_all(out)?;
    let mut names: Vec<_> = fs::read_dir(from)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    names.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    names.sort();
    for path in names {
        let text: Vec<char> =
            fs::read_to_string(&path)?.trim_start_matches('\u{feff}').chars().collect();
        let truth: Value = serde_json::from_str(&fs::read_to_string(path.with_extension("json"))?)?;
        if truth["hard_wrap"].is_null() {
            let page = Page::of(&text, &truth, &widths).set(is("indent"), is("tight"));
            let path = Path::new(out).join(path.file_name().unwrap_or_default());
            fs::write(&path, page.text.iter().collect::<String>())?;
            fs::write(path.with_extension("json"), page.told(truth).to_string())?;
        }
    }
    Ok(())
}

/// A page, and what of it is set in columns.
struct Page<'a> {
    text: &'a [char],
    /// The width of the column of each character of a text.
    columns: HashMap<usize, usize>,
    /// Where paragraphs begin.
    starts: HashSet<usize>,
    /// Line ends where columns were cut: what is cut there is set as one paragraph.
    cuts: HashSet<usize>,
}

impl<'a> Page<'a> {
    fn of(text: &'a [char], truth: &Value, widths: &[usize]) -> Self {
        let mut page =
            Self { text, columns: HashMap::new(), starts: HashSet::new(), cuts: HashSet::new() };
        for (number, article) in items(&truth["articles"]).enumerate() {
            // Neighbours differ, and pages do.
            let width = widths[(number + text.len()) % widths.len()];
            for block in items(&article["blocks"]) {
                let kind = block["kind"].as_str().unwrap_or_default();
                if TEXT.contains(&kind) {
                    let spans: Vec<(usize, usize)> = items(&block["spans"]).map(span).collect();
                    page.add(&spans, width, kind);
                }
            }
        }
        page
    }

    fn add(&mut self, spans: &[(usize, usize)], width: usize, kind: &str) {
        for (start, end) in spans {
            self.columns.extend((*start..*end).map(|at| (at, width)));
        }
        if matches!(kind, "lead" | "para") {
            self.starts.extend(spans.first().map(|(start, _)| *start));
        }
        for pair in spans.windows(2) {
            let between = pair[0].1..pair[1].0;
            if kind != "signoff"
                && self
                    .text
                    .get(between.clone())
                    .is_some_and(|text| text.iter().all(|c| c.is_whitespace()))
            {
                self.cuts.extend(between);
            }
        }
    }

    fn set(&self, indents: bool, is_tight: bool) -> Set {
        let mut set = Set { text: Vec::new(), places: vec![0; self.text.len()] };
        let mut filled = 0;
        for (at, c) in self.text.iter().copied().enumerate() {
            let begins_line = at == 0 || self.text[at - 1] == '\n';
            if self.cuts.contains(&at) || is_tight && c == '\n' && begins_line {
                continue;
            }
            if c == '\n' {
                filled = 0;
            } else if indents && begins_line && self.starts.contains(&at) {
                set.text.extend(['\u{3000}'; 2]);
                filled = 4;
            } else if self.columns.get(&at).is_some_and(|width| self.breaks(at, filled, 2 * width))
            {
                set.text.push('\n');
                filled = 0;
            }
            filled += if c == '\n' { 0 } else { halves(c) };
            set.places[at] = set.text.len();
            set.text.push(c);
        }
        set
    }

    /// Whether a line breaks before the character at `at`, of a column in halves of a character.
    fn breaks(&self, at: usize, filled: usize, room: usize) -> bool {
        let c = self.text[at];
        let next = self.text.get(at + 1).copied();
        let is_inside = |c: char| c.is_ascii_alphanumeric();
        let word = self.text[at..]
            .iter()
            .take_while(|c| is_inside(**c))
            .map(|c| halves(*c))
            .sum::<usize>();
        let opens = |c: char| matches!(c, '“' | '（' | '(' | '《' | '「' | '『');
        let with = if opens(c) { next.map_or(0, halves) } else { 0 };
        let hangs = "，。：；、？！”）》」』,:;?!) ".contains(c);
        let is_torn = at > 0 && is_inside(c) && is_inside(self.text[at - 1]);
        filled > 0 && !hangs && !is_torn && filled + (halves(c) + with).max(word) > room
    }
}

fn halves(c: char) -> usize {
    if c.is_ascii() { 1 } else { 2 }
}

/// A page set anew, and where its characters went.
struct Set {
    text: Vec<char>,
    places: Vec<usize>,
}

impl Set {
    /// The truth of this page.
    fn told(&self, mut truth: Value) -> Value {
        for key in ["furniture", "rubrics", "columns", "garbled"] {
            self.move_spans(truth.get_mut(key));
        }
        for article in truth["articles"].as_array_mut().into_iter().flatten() {
            for key in ["kicker", "headline", "subtitle"] {
                self.move_spans(article.get_mut(key));
            }
            for key in ["blocks", "county_evidence"] {
                let parts =
                    article.get_mut(key).and_then(Value::as_array_mut).into_iter().flatten();
                parts.for_each(|part| self.move_spans(part.get_mut("spans")));
            }
            for flag in article["flags"].as_array_mut().into_iter().flatten() {
                let at = number(&flag["at"]);
                let begins = flag["kind"] == "lost_lead" || flag["kind"] == "order";
                flag["at"] = if begins { self.places[at] } else { self.places[at - 1] + 1 }.into();
            }
        }
        truth
    }

    /// One span a line.
    fn move_spans(&self, spans: Option<&mut Value>) {
        let Some(spans) = spans else { return };
        let Some(all) = spans.as_array() else { return };
        let moved = all.iter().map(span).flat_map(|(start, end)| {
            let mut lines: Vec<[usize; 2]> = Vec::new();
            for place in self.places[start..end].iter().copied() {
                match lines.last_mut() {
                    Some(line) if !self.text[line[1]..place].contains(&'\n') => line[1] = place + 1,
                    _ => lines.push([place, place + 1]),
                }
            }
            lines
        });
        *spans = moved.map(Value::from_iter).collect();
    }
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn span(value: &Value) -> (usize, usize) {
    (number(&value[0]), number(&value[1]))
}

fn number(value: &Value) -> usize {
    value.as_u64().and_then(|number| usize::try_from(number).ok()).unwrap_or_default()
}

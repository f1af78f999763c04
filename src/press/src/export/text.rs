//! What does a person get? Articles in print order, what is missing said in its place.

use crate::account::{printed_sentences, remark};
use crate::item::Item;
use edition::table::{self, Piece};
use edition::{BlockKind, Direction};

pub fn plain(item: &Item) -> String {
    let heads = heads(item);
    let mut out = section(item).map_or(String::new(), |section| format!("〔{section}〕\n"));
    out.extend(heads.iter().map(|(_, text)| text.clone() + "\n"));
    out += &body(item, str::to_owned, |kind, text| match kind {
        BlockKind::Subhead => format!("  {text}"),
        _ => text,
    });
    for sentence in printed_sentences(item) {
        out += &format!("\n【{sentence}】");
    }
    out + "\n\n\n"
}

pub fn markdown(item: &Item) -> String {
    let section = section(item);
    let mut out = section.map_or(String::new(), |own| format!("〔{}〕\n\n", escaped(&own)));
    let heads = heads(item);
    // An article has a heading: where no headline stands, the first line of its head.
    let has_headline = heads.iter().any(|(is_headline, _)| *is_headline);
    for (at, (is_headline, text)) in heads.into_iter().enumerate() {
        let mark = if is_headline || !has_headline && at == 0 { "## " } else { "" };
        out += &format!("{mark}{}\n\n", escaped(&text));
    }
    out += &body(item, escaped, |kind, text| match kind {
        BlockKind::Subhead => format!("### {}", escaped(&text)),
        BlockKind::Caption | BlockKind::Note => format!("> {}", escaped(&text)),
        BlockKind::Table => table(&text),
        // Two spaces before a line end keep it; an empty line ends a stanza by itself.
        kind if kind.keeps_lines() => {
            escaped(&text).replace('\n', "  \n").replace("  \n  \n", "\n\n")
        }
        _ => escaped(&text),
    });
    out.push('\n');
    for sentence in printed_sentences(item) {
        out += &format!("- {}\n", escaped(&sentence));
    }
    out + "\n"
}

/// Rows of equally many cells as a table, which has a head in Markdown, be it an empty one.
fn table(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let drawn = |piece| {
        let rows = match piece {
            Piece::Line(at) => return escaped(lines[at]) + "  \n",
            Piece::Rows(rows) => rows,
        };
        let mut out = String::from("\n");
        if !rows.headed {
            out += &row(vec![String::new(); rows.numbers.len()]);
        }
        let ruler = |number: &bool| if *number { "---:" } else { "---" }.to_owned();
        let ruler = row(rows.numbers.iter().map(ruler).collect());
        for (at, cells) in rows.cells.iter().enumerate() {
            if at == usize::from(rows.headed) {
                out += &ruler;
            }
            let line = lines[rows.first + at];
            out += &row(cells.iter().map(|cell| escaped(&line[cell.clone()])).collect());
        }
        out + "\n"
    };
    table::pieces(&lines).into_iter().map(drawn).collect::<String>().trim().to_owned()
}

/// Rubric and column that it stands under.
fn section(item: &Item) -> Option<String> {
    let heads = [item.article.rubric.as_deref(), item.article.column.as_deref()];
    let heads: Vec<&str> = heads.into_iter().flatten().collect();
    (!heads.is_empty()).then(|| heads.join(" · "))
}

/// Lines above the text; whether it is the headline.
fn heads(item: &Item) -> Vec<(bool, String)> {
    let article = item.article;
    let spans = [(&article.kicker, false), (&article.headline, true), (&article.subtitle, false)];
    let heads = spans.into_iter().filter(|(spans, _)| !spans.is_empty());
    heads.map(|(spans, is_headline)| (is_headline, item.shown(spans, " "))).collect()
}

/// `line` draws what is no block, `draw` a block.
fn body(
    item: &Item,
    line: impl Fn(&str) -> String,
    draw: impl Fn(BlockKind, String) -> String,
) -> String {
    let article = item.article;
    let mut out = String::new();
    let mut put = |line: &str| out += &format!("{line}\n\n");
    item.jumps(Direction::From).for_each(|(marker, _)| put(&line(marker)));
    for place in 0..=article.blocks.len() {
        let flags = article.flags_at(place);
        flags.for_each(|flag| put(&format!("【{}】", remark(item, flag.kind))));
        if let Some(block) = article.blocks.get(place) {
            put(&draw(block.kind, item.block(block)));
        }
    }
    item.jumps(Direction::To).for_each(|(marker, _)| put(&line(marker)));
    item.closing().into_iter().for_each(|closing| put(&line(closing)));
    out.trim_end().to_owned() + "\n"
}

/// Text that looks like a mark of Markdown, or like HTML, stays text.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_{}[]<>#|~&!".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    // A number with a stop, + or - at a line's beginning would make a list.
    out.lines().map(unlisted).collect::<Vec<_>>().join("\n")
}

fn unlisted(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line[digits..].chars().next() {
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &line[..digits], &line[digits..]),
        Some('+' | '-' | '=') if digits == 0 => format!("\\{line}"),
        _ => line.to_owned(),
    }
}

//! How is an article set where no program runs? HTML that is XML as well: for its page, the feeds and the EPUB.
//!
//! Made of typed parts, so that text is always text; no element here is one that HTML leaves unclosed.

use crate::account::{printed_sentences, remark};
use crate::item::Item;
use crate::printable::printable;
use edition::table::{self, Piece, Rows};
use edition::{Article, Block, BlockKind, Correction, Direction, Span, between};
use maud::{Markup, Render, html};
use std::ops::Range;

/// Text of a dump: escaped, only characters that HTML and XML have, its bidirectional controls kept in.
pub struct Text<'t>(pub &'t str);

impl Render for Text<'_> {
    fn render_to(&self, buffer: &mut String) {
        let text = printable(self.0);
        let is_bidi = |c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        match text.contains(is_bidi) {
            true => html! { bdi { (&*text) } }.render_to(buffer),
            false => text.render_to(buffer),
        }
    }
}

/// Kicker, headline, subtitle in print order. `way` is a link for the headline.
pub fn heads(item: &Item, way: Option<&str>) -> Markup {
    let article = item.article;
    let label = |class: &str, spans: &[Span]| {
        html! { @if !spans.is_empty() { p class=(class) { (runs(item, spans, &[])) } } }
    };
    let title = item.title();
    html! {
        header class="heads" {
            @for (class, name) in [("rubric", &article.rubric), ("column", &article.column)] {
                @if let Some(name) = name { p class=(class) { (Text(name)) } }
            }
            (label("kicker", &article.kicker))
            @match way {
                Some(way) => h1 { a href=(way) { (phrases(&title)) } },
                None => h1 { (phrases(&title)) },
            }
            (label("subtitle", &article.subtitle))
        }
    }
}

/// A headline of several phrases ends its lines between them before within one.
fn phrases(title: &str) -> Markup {
    let phrases: Vec<&str> = title.split_inclusive(char::is_whitespace).collect();
    if phrases.len() < 2 {
        return html! { (Text(title)) };
    }
    html! {
        @for phrase in phrases {
            @let words = phrase.trim_end();
            @if !words.is_empty() { span class="phrase" { (Text(words)) } }
            (Text(&phrase[words.len()..]))
        }
    }
}

/// The blocks in reading order, what is missing said in its place. `way` is the link to an article by its index in all
/// items.
pub fn body(item: &Item, way: impl Fn(usize) -> Option<String>) -> Markup {
    let article = item.article;
    let jumps = |direction| {
        html! {
            @for (marker, other) in item.jumps(direction) {
                p class="jump" {
                    @match other.and_then(&way) {
                        Some(way) => a href=(way) { (Text(marker)) },
                        None => (Text(marker)),
                    }
                }
            }
        }
    };
    html! {
        div class="text" {
            (jumps(Direction::From))
            @for place in 0..=article.blocks.len() {
                @for flag in article.flags_at(place) {
                    p class="gap" { strong { (remark(item, flag.kind)) } }
                }
                @if let Some(own) = article.blocks.get(place) { (block(item, own)) }
            }
            (jumps(Direction::To))
            @if let Some(closing) = item.closing() { p class="closing" { (Text(closing)) } }
        }
    }
}

fn block(item: &Item, block: &Block) -> Markup {
    if block.kind == BlockKind::Table {
        return table(item, &block.spans);
    }
    let text = runs(item, &block.spans, &between(block.kind, &block.spans, &item.page.text));
    match block.kind {
        BlockKind::Subhead => html! { h2 class="subhead" { (text) } },
        BlockKind::Lead | BlockKind::Para | BlockKind::Notice => html! { p { (text) } },
        kind => html! { p class=(kind.name()) { (text) } },
    }
}

/// Rows of equally many cells in columns, other lines as lines.
fn table(item: &Item, spans: &[Span]) -> Markup {
    let rows: Vec<Line> = Line::all(spans, &item.page.text);
    let lines: Vec<&str> = rows.iter().map(|line| line.text.as_str()).collect();
    let cell = |line: usize, cell: &Range<usize>| runs(item, &rows[line].inside(cell), &[]);
    let row = |rows: &Rows, at: usize, cells: &[Range<usize>]| {
        html! {
            @for (range, number) in cells.iter().zip(&rows.numbers) {
                @let class = number.then_some("number");
                @if rows.headed && at == 0 {
                    th scope="col" class=[class] { (cell(rows.first + at, range)) }
                } @else {
                    td class=[class] { (cell(rows.first + at, range)) }
                }
            }
        }
    };
    html! {
        div class="table" {
            @for piece in table::pieces(&lines) {
                @match piece {
                    Piece::Line(at) => div { (cell(at, &(0..lines[at].len()))) },
                    Piece::Rows(rows) => table { tbody {
                        @for (at, cells) in rows.cells.iter().enumerate() { tr { (row(&rows, at, cells)) } }
                    } },
                }
            }
        }
    }
}

/// A line of a table: more spans than one where marks of Markdown part its cells.
struct Line {
    text: String,
    /// Where in the text each of its spans begins.
    parts: Vec<(usize, Span)>,
}

impl Line {
    fn all(spans: &[Span], text: &str) -> Vec<Self> {
        let mut lines: Vec<Self> = Vec::new();
        for (span, before) in spans.iter().zip(between(BlockKind::Table, spans, text)) {
            if lines.is_empty() || before.contains('\n') {
                lines.push(Self { text: String::new(), parts: Vec::new() });
            }
            if let Some(line) = lines.last_mut() {
                line.text += before.trim_start_matches('\n');
                line.parts.push((line.text.len(), *span));
                line.text += span.of(text);
            }
        }
        lines
    }

    /// What of its spans stands inside a range of its text.
    fn inside(&self, range: &Range<usize>) -> Vec<Span> {
        let part = |(at, span): &(usize, Span)| {
            let length = (span.end - span.start) as usize;
            let start = range.start.clamp(*at, at + length) - at;
            let end = range.end.clamp(*at, at + length) - at;
            let origin = span.start as usize;
            (start < end).then(|| Span::new(origin + start, origin + end))
        };
        self.parts.iter().filter_map(part).collect()
    }
}

/// The spans as they should read, `before` each what stands there; a corrected word tells what the dump has.
fn runs(item: &Item, spans: &[Span], before: &[&str]) -> Markup {
    let text = &item.page.text;
    html! {
        @for (at, span) in spans.iter().enumerate() {
            @if let Some(before) = before.get(at) { (before) }
            @for piece in pieces(&item.page.corrections, *span) {
                @match piece {
                    Ok(span) => (Text(span.of(text))),
                    Err(fix) => span class="fix" title={ "原文：" (printable(fix.span.of(text))) } { (Text(&fix.to)) },
                }
            }
        }
    }
}

/// A span cut where words of it were corrected.
fn pieces(corrections: &[Correction], span: Span) -> Vec<Result<Span, &Correction>> {
    let mut pieces = Vec::new();
    let mut at = span.start;
    for fix in Correction::within(corrections, span) {
        pieces.push(Ok(Span { start: at, end: fix.span.start }));
        pieces.push(Err(fix));
        at = fix.span.end;
    }
    pieces.push(Ok(Span { start: at, end: span.end }));
    pieces
}

/// Paper, day, page, names, counties: what is known. A name that the text below says at once is not said before it, too.
pub fn facts(item: &Item) -> Markup {
    let day = item.published();
    let number = item.number().map(|number| format!("第{number}版"));
    let places = item.places().join("、");
    let names: Vec<String> = item
        .article
        .bylines
        .iter()
        .filter(|byline| !opens_with(item.article, byline.span))
        .map(|byline| format!("{} {}", byline.role.as_deref().unwrap_or_default(), byline.name))
        .collect();
    html! {
        p class="facts" {
            @if let Some(paper) = item.paper() { span { (Text(paper)) } " " }
            @if let Some((year, month, day)) = day {
                time datetime=(format!("{year:04}-{month:02}-{day:02}")) { (year) "年" (month) "月" (day) "日" } " "
            }
            @if let Some(number) = number { span { (number) } " " }
            @for name in &names { span class="name" { (Text(name.trim())) } " " }
            @if !places.is_empty() { span { (Text(&places)) } }
        }
    }
}

/// Whether words stand above the first paragraph or in it: 本报讯(记者 X)
fn opens_with(article: &Article, words: Span) -> bool {
    let is_text = |block: &Block| {
        !matches!(block.kind, BlockKind::Byline | BlockKind::Caption | BlockKind::Subhead)
    };
    let first = article.blocks.iter().position(is_text).unwrap_or(article.blocks.len());
    let mut opening = article.blocks.iter().take(first + 1).flat_map(|block| &block.spans);
    opening.any(|span| span.overlaps(words))
}

/// Source, flags, evidence, corrections, and what could not be printed.
pub fn account(item: &Item) -> Markup {
    html! {
        section class="account" {
            h2 { (item.said("出处与存疑", "出處與存疑")) }
            ul { @for sentence in printed_sentences(item) { li { (Text(&sentence)) } } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_parted_by_marks_stand_in_one_line() {
        let text = "| 白菜 | 0.8 |\n| 萝卜 | 0.6 |\n单位：元";
        let span = |word: &str| {
            let at = text.find(word).unwrap_or_default();
            Span::new(at, at + word.len())
        };
        let spans = ["白菜", "0.8", "萝卜", "0.6", "单位：元"].map(span);
        let lines = Line::all(&spans, text);
        let shown: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(shown, ["白菜\u{3000}0.8", "萝卜\u{3000}0.6", "单位：元"]);
        let price = lines[1].text.len() - 3..lines[1].text.len();
        assert_eq!(lines[1].inside(&price), [span("0.6")]);
        assert_eq!(lines[1].inside(&(0..price.end)), [span("萝卜"), span("0.6")]);
    }
}

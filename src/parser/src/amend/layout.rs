//! How is a page taken apart and put together again? Articles as pieces with a class each.

use crate::overrides::Class;
use crate::source::Source;
use ::edition::{Article, ArticleId, Block, BlockKind, Kind, Page, Span};

/// A line of a head, or a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub class: Class,
    /// In reading order; never empty.
    pub spans: Vec<Span>,
}

impl Part {
    pub fn start(&self) -> u32 {
        self.spans[0].start
    }

    pub fn end(&self) -> u32 {
        self.spans[self.spans.len() - 1].end
    }

    /// Whether it is text that follows the heads, and not who wrote it.
    pub fn is_text(&self) -> bool {
        matches!(self.class, Class::Block(kind) if kind != BlockKind::Byline)
    }

    /// Cuts it before byte `at` of the text; either side may be left empty.
    pub fn cut(self, at: u32, text: &str) -> (Option<Self>, Option<Self>) {
        let (mut before, mut after) = (Vec::new(), Vec::new());
        let mut reached = false;
        for span in self.spans {
            if reached || !span.contains(at) {
                if reached { &mut after } else { &mut before }.push(span);
                continue;
            }
            reached = true;
            before.push(Span { start: span.start, end: at }.trimmed(text));
            after.push(Span { start: at, end: span.end }.trimmed(text));
        }
        let part = |mut spans: Vec<Span>| {
            spans.retain(|span| !span.is_empty());
            (!spans.is_empty()).then_some(Self { class: self.class, spans })
        };
        (part(before), part(after))
    }
}

/// Where on a page a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// Index of the article, and of the part in [`parts`].
    Article(usize, usize),
    /// Index in the page's list of this class.
    Outside(Class, usize),
}

/// The seat of the character at byte `at`.
pub fn seat(page: &Page, at: u32) -> Option<Seat> {
    for (number, article) in page.articles.iter().enumerate() {
        let holds = |part: &Part| part.spans.iter().any(|span| span.contains(at));
        if let Some(part) = parts(article).iter().position(holds) {
            return Some(Seat::Article(number, part));
        }
    }
    let classes = [Class::Furniture, Class::Rubric, Class::Column, Class::Unplaced];
    classes.into_iter().find_map(|class| {
        let at = outside(page, class)?.iter().position(|span| span.contains(at))?;
        Some(Seat::Outside(class, at))
    })
}

fn outside(page: &Page, class: Class) -> Option<&Vec<Span>> {
    match class {
        Class::Furniture => Some(&page.furniture),
        Class::Rubric => Some(&page.rubrics),
        Class::Column => Some(&page.columns),
        Class::Unplaced => Some(&page.unplaced),
        _ => None,
    }
}

/// The page's list of a class that stands outside articles.
pub fn outside_mut(page: &mut Page, class: Class) -> Option<&mut Vec<Span>> {
    match class {
        Class::Furniture => Some(&mut page.furniture),
        Class::Rubric => Some(&mut page.rubrics),
        Class::Column => Some(&mut page.columns),
        Class::Unplaced => Some(&mut page.unplaced),
        _ => None,
    }
}

/// Heads in print order, a part a line, then the blocks.
pub fn parts(article: &Article) -> Vec<Part> {
    let heads = [
        (Class::Kicker, &article.kicker),
        (Class::Headline, &article.headline),
        (Class::Subtitle, &article.subtitle),
    ];
    let line = |class, span: &Span| Part { class, spans: vec![*span] };
    let heads = heads
        .into_iter()
        .flat_map(|(class, spans)| spans.iter().map(move |span| line(class, span)));
    let blocks = article.blocks.iter().filter(|block| !block.spans.is_empty());
    let blocks =
        blocks.map(|block| Part { class: Class::Block(block.kind), spans: block.spans.clone() });
    heads.chain(blocks).collect()
}

/// Gives an article these parts; it has one lead at most.
pub fn set_parts(article: &mut Article, parts: Vec<Part>) {
    for head in [&mut article.kicker, &mut article.headline, &mut article.subtitle] {
        head.clear();
    }
    article.blocks.clear();
    for part in parts {
        match part.class {
            Class::Kicker => article.kicker.extend(part.spans),
            Class::Headline => article.headline.extend(part.spans),
            Class::Subtitle => article.subtitle.extend(part.spans),
            Class::Block(kind) => article.blocks.push(Block { kind, spans: part.spans }),
            // No part of an article is of these classes; should one be, its text is kept.
            Class::Rubric | Class::Column | Class::Furniture | Class::Unplaced => {
                article.blocks.push(Block { kind: BlockKind::Para, spans: part.spans });
            }
        }
    }
}

/// An article of these parts, of which nothing else is known yet.
pub fn new_article(parts: Vec<Part>) -> Article {
    let mut article = Article::new(ArticleId::of("", 0), Kind::Other);
    set_parts(&mut article, parts);
    article
}

/// Cuts an article before a part: its flags and jumps go with the text that they stand at.
pub fn divide(page: &mut Page, number: usize, part: usize) -> usize {
    let article = &mut page.articles[number];
    let mut kept = parts(article);
    let rest = kept.split_off(part);
    let start = rest[0].start();
    let mut new = new_article(rest);
    set_parts(article, kept);
    new.rubric.clone_from(&article.rubric);
    let (moved, stay) = article.flags.iter().partition(|flag| new.holds(**flag));
    article.flags = stay;
    new.flags = moved;
    let jumps = std::mem::take(&mut article.jumps);
    (new.jumps, article.jumps) = jumps.into_iter().partition(|jump| jump.span.start >= start);
    page.articles.insert(number + 1, new);
    number + 1
}

/// Takes a part out of an article; an article without text left goes.
pub fn take(page: &mut Page, number: usize, part: usize) -> Part {
    let mut all = parts(&page.articles[number]);
    let taken = all.remove(part);
    if all.is_empty() {
        page.articles.remove(number);
    } else {
        set_parts(&mut page.articles[number], all);
    }
    taken
}

/// A label as it is shown: without ornaments and spaces.
pub fn label(spans: &[Span], source: &Source) -> String {
    let mut shown = String::new();
    for span in spans {
        let start = source.ink.partition_point(|ink| ink.at < span.start);
        let end = source.ink.partition_point(|ink| ink.at < span.end);
        let bare = crate::features::bare(&source.ink[start..end]);
        shown.extend(bare.iter().map(|ink| &source.text[ink.at as usize..ink.end as usize]));
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_divides_the_span_it_falls_into() {
        let text = "甲乙 丙\n丁";
        let part =
            Part { class: Class::Headline, spans: vec![Span::new(0, 10), Span::new(11, 14)] };
        let spans = |part: Option<Part>| part.map_or(Vec::new(), |part| part.spans);
        let (before, after) = part.clone().cut(7, text);
        assert_eq!(spans(before), [Span::new(0, 6)]);
        assert_eq!(spans(after), [Span::new(7, 10), Span::new(11, 14)]);
        let (before, after) = part.cut(11, text);
        assert_eq!((spans(before).len(), spans(after)), (1, vec![Span::new(11, 14)]));
    }
}

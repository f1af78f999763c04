//! What if a piece is of another class? It leaves its place and takes the place of that class.

use super::Outcome;
use super::layout::{
    Part, Seat, divide, label, new_article, outside_mut, parts, seat, set_parts, take,
};
use crate::overrides::Class;
use crate::source::Source;
use ::edition::{Article, BlockKind, Page, Span};

/// Makes the piece that holds the words at `span` a `class`.
pub fn apply(page: &mut Page, class: Class, span: Span, source: &Source) -> Outcome {
    let text = span.of(source.text);
    let here = seat(page, span.start).ok_or_else(|| format!("“{text}”不是正文。请改 text。"))?;
    let now = match here {
        Seat::Article(number, part) => parts(&page.articles[number])[part].class,
        Seat::Outside(class, _) => class,
    };
    if now == class {
        return Err(format!("“{text}”已经是 {}。请删去这一条。", class.name()));
    }
    match here {
        Seat::Article(number, part) if class.is_outside() => {
            leave(page, class, number, part, source);
        }
        Seat::Article(number, part) => within(page, class, number, part),
        Seat::Outside(from, at) => {
            let Some(span) = outside_mut(page, from).map(|list| list.remove(at)) else {
                return Err(format!("“{text}”不是正文。请改 text。"));
            };
            unlabel(page, from, span, source);
            enter(page, class, span, source);
        }
    }
    Ok((span, format!("“{text}”是 {}。", class.name())))
}

/// From one class of an article's parts to another. A head below text begins an article of its own.
fn within(page: &mut Page, class: Class, number: usize, part: usize) {
    let below_text = parts(&page.articles[number])[..part].iter().any(Part::is_text);
    let (number, part) = if class.is_head() && below_text {
        (divide(page, number, part), 0)
    } else {
        (number, part)
    };
    let mut all = parts(&page.articles[number]);
    if class == Class::Block(BlockKind::Lead) {
        let leads = all.iter_mut().filter(|part| part.class == class);
        leads.for_each(|part| part.class = Class::Block(BlockKind::Para));
    }
    all[part].class = class;
    set_parts(&mut page.articles[number], all);
}

/// Out of an article. Under a rubric an article begins.
fn leave(page: &mut Page, class: Class, number: usize, part: usize, source: &Source) {
    let count = parts(&page.articles[number]).len();
    if class == Class::Rubric && part > 0 && part + 1 < count {
        divide(page, number, part + 1);
    }
    let taken = take(page, number, part);
    list(page, class, &taken.spans);
    match class {
        Class::Column if count > 1 => {
            page.articles[number].column = Some(label(&taken.spans, source));
        }
        class => labelled(page, class, &taken.spans, source),
    }
}

/// Into the article that it stands beside.
fn enter(page: &mut Page, class: Class, span: Span, source: &Source) {
    if class.is_outside() {
        list(page, class, &[span]);
        labelled(page, class, &[span], source);
        return;
    }
    let part = Part { class, spans: vec![span] };
    let next = |article: &&mut Article| article.start() > span.start;
    if class.is_head() {
        match page.articles.iter_mut().filter(next).min_by_key(|article| article.start()) {
            Some(article) => {
                let mut all = parts(article);
                all.insert(0, part);
                set_parts(article, all);
            }
            None => page.articles.push(new_article(vec![part])),
        }
        return;
    }
    let before = page.articles.iter_mut().filter(|article| article.start() < span.start);
    match before.max_by_key(|article| article.start()) {
        Some(article) => {
            let mut all = parts(article);
            let at = all.iter().rposition(|part| part.start() < span.start);
            all.insert(at.map_or(0, |at| at + 1), part);
            set_parts(article, all);
        }
        None => page.articles.push(new_article(vec![part])),
    }
}

fn list(page: &mut Page, class: Class, spans: &[Span]) {
    if let Some(list) = outside_mut(page, class) {
        list.extend(spans);
        list.sort_unstable();
    }
}

/// Gives a new label to the articles that stand under it.
fn labelled(page: &mut Page, class: Class, spans: &[Span], source: &Source) {
    let start = spans[0].start;
    let shown = label(spans, source);
    match class {
        Class::Rubric => {
            under(page, start).for_each(|article| article.rubric = Some(shown.clone()));
        }
        Class::Column => {
            let next = under(page, start).min_by_key(|article| article.start());
            if let Some(article) = next {
                article.column = Some(shown);
            }
        }
        _ => {}
    }
}

/// Takes a label that is none from the articles that stood under it.
fn unlabel(page: &mut Page, class: Class, span: Span, source: &Source) {
    let shown = Some(label(&[span], source));
    match class {
        Class::Rubric => {
            let above = page.rubrics.iter().rfind(|rubric| rubric.start < span.start);
            let above = above.map(|rubric| label(&[*rubric], source));
            let own = under(page, span.start).filter(|article| article.rubric == shown);
            own.for_each(|article| article.rubric.clone_from(&above));
        }
        Class::Column => {
            let own = |article: &&mut Article| article.column == shown;
            let end = |article: &Article| article.spans().map(|span| span.end).max();
            let behind = |article: &&mut Article| end(article).is_some_and(|end| end > span.start);
            let mut beside = page.articles.iter_mut().filter(own).filter(behind);
            if let Some(article) = beside.next() {
                article.column = None;
            }
        }
        _ => {}
    }
}

/// The articles behind `start` up to the next rubric.
fn under(page: &mut Page, start: u32) -> impl Iterator<Item = &mut Article> {
    let end = page.rubrics.iter().map(|rubric| rubric.start).find(|at| *at > start);
    let end = end.unwrap_or(u32::MAX);
    page.articles.iter_mut().filter(move |article| (start..end).contains(&article.start()))
}

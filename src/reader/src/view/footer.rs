//! Is anything lost? The count that the page accounts for, at the foot of every view.

use super::front::page_name;
use super::masthead::grouped;
use super::takeaway::Takeaway;
use crate::library::library;
use crate::node::{Node, component, view};
use crate::state::{Reader, edition_index, edition_key};
use crate::words::{fill, words};
use edition::{Article, Edition, Page};
use leptos::prelude::*;

#[component]
pub fn Footer() -> Node {
    let reader = Reader::here();
    let sentence = move || {
        let key = reader.route.with(|route| edition_key(route).to_owned());
        library().editions.iter().find(|edition| edition.key == key).map(account)
    };
    // What is found in all issues is of none of them.
    let searching = Memo::new(move |_| reader.searches_all());
    view! {
        <footer class="foot">
            {move || (!searching.get()).then(|| view! { <p>{sentence}" "{move || dumps(reader)}</p> })}
            <p class="colophon">{words().colophon}</p>
            <Takeaway/>
        </footer>
    }
}

/// The dump of each page, one press away.
fn dumps(reader: Reader) -> Option<Node> {
    let index = reader.route.with(edition_index)?;
    let pages = &library().editions.get(index)?.pages;
    let link = |(at, page): (usize, &'static Page)| {
        let href = move || reader.route.with(|route| route.raw_page(at + 1).to_string());
        let name = match pages.len() {
            1 => words().tools.raw.to_owned(),
            _ => fill(words().tools.raw_of, &[&page_name(page)]),
        };
        view! { <a class="dump-link" href=href>{name}</a>" " }
    };
    Some(pages.iter().enumerate().map(link).collect::<Node>())
}

/// 本版 4,190 字，全部归位；2 处缺文，6 处断行已接（文中以虚线标出）
fn account(edition: &Edition) -> String {
    let pages = &edition.pages;
    let sum = |count: fn(&Page) -> usize| pages.iter().map(count).sum::<usize>();
    let ink = sum(Page::ink);
    let unplaced = sum(|page| page.unplaced.iter().map(|span| ink_of(span.of(&page.text))).sum());
    // Counted and not believed: what no place holds, or several.
    let unplaced = unplaced + sum(|page| page.unconserved().len());
    let gaps = sum(flags);
    let joints = sum(joints);
    let scope = if pages.len() == 1 { words().page_ink } else { words().issue_ink };
    let mut line = fill(scope, &[&grouped(ink)]);
    line += &match unplaced {
        0 => words().all_placed.to_owned(),
        some => fill(words().some_placed, &[&grouped(ink - some), &some]),
    };
    let rest = [(gaps, words().gap_count), (joints, words().joint_count)];
    let rest = rest.iter().filter(|(count, _)| *count > 0);
    let rest: Vec<String> = rest.map(|(count, what)| fill(what, &[count])).collect();
    if !rest.is_empty() {
        let [pause, comma] = words().pauses;
        line += pause;
        line += &rest.join(comma);
    }
    line
}

fn ink_of(text: &str) -> usize {
    text.chars().filter(|c| edition::is_ink(*c)).count()
}

fn flags(page: &Page) -> usize {
    let lost = |article: &Article| article.flags.iter().filter(|flag| flag.kind.is_lost()).count();
    page.articles.iter().map(lost).sum()
}

/// Places where pieces of one block were joined.
fn joints(page: &Page) -> usize {
    let usual = page.line_ends();
    let blocks = page.articles.iter().flat_map(|article| &article.blocks);
    blocks.map(|block| edition::cuts(block.kind, &block.spans, &page.text, usual).len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use edition::Span;

    #[test]
    fn what_is_in_no_article_is_said() {
        let page = Page {
            text: "正文 散字".to_owned(),
            furniture: vec![Span::new(0, 6)],
            unplaced: vec![Span::new(7, 13)],
            ..Page::default()
        };
        let lost = Page { text: "正文 散字".to_owned(), ..Page::default() };
        let edition = |page| Edition { pages: vec![page], ..Edition::default() };
        assert_eq!(account(&edition(page)), "本版 4 字，2 字归位，2 字未能归入文章");
        assert_eq!(account(&edition(lost)), "本版 4 字，0 字归位，4 字未能归入文章");
        assert_eq!(account(&Edition::default()), "本期 0 字，全部归位");
    }
}

//! What stands on paper beside the text? Where it is from, as the screen says elsewhere.

use crate::catalog::Item;
use crate::dom;
use crate::node::{Node, component, view};
use crate::words::{fill, words};
use edition::{Edition, Fact, Page};

/// Paper, day and page as far as they are known, with what is only inferred marked, and the file of the dump:
/// 某日报 · 2025年7月23日或稍后（推定） · 第3版 · 000.txt
pub fn source_line(item: &Item) -> String {
    page_source(item.edition, item.page)
}

/// The same for all pages of an edition; page and file where there is but one.
pub fn edition_source(edition: &Edition) -> String {
    match edition.pages.as_slice() {
        [page] => page_source(edition, page),
        _ => page_source(edition, &Page::default()),
    }
}

pub fn page_source(edition: &Edition, page: &Page) -> String {
    let said = |text: String, inferred: bool| match inferred {
        true => format!("{text}（{}）", words().inferred),
        false => text,
    };
    let paper = match &edition.paper {
        Some(paper) => said(paper.value.clone(), is_inferred(paper)),
        None => words().unnamed.to_owned(),
    };
    let date = edition.date.as_ref().map(|date| {
        let later = if is_inferred(date) { words().later } else { "" };
        said(format!("{}{later}", date.value), is_inferred(date))
    });
    let number = page.number.as_ref();
    let number =
        number.map(|number| said(fill(words().page_number, &[&number.value]), is_inferred(number)));
    let file = Some(page.source.clone()).filter(|file| !file.is_empty());
    let known = [Some(paper), date, number, file];
    known.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn is_inferred<T>(fact: &Fact<T>) -> bool {
    fact.reason().is_some()
}

/// On paper only: where the text is from.
#[component]
pub fn Printed(item: &'static Item<'static>) -> Node {
    view! { <p class="printed" lang=words().lang>{words().tools.source}"："{source_line(item)}</p> }
}

#[component]
pub fn PrintButton() -> Node {
    view! {
        <button type="button" class="print" on:click=|_| dom::print()>{words().tools.print}</button>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use edition::{Basis, Date, MonthDay, Reason};

    #[test]
    fn what_is_known_is_said_and_what_is_inferred_marked() {
        let page = Page { source: "甲.txt".into(), ..Page::default() };
        assert_eq!(page_source(&Edition::default(), &page), "未署报名的一个版面 · 甲.txt");
        let day = Date { year: Some(2025), day: MonthDay::new(7, 23).unwrap() };
        let date = Some(Fact {
            value: day,
            basis: Basis::Inferred(Reason::LatestDateline { day: day.day, year: None }),
        });
        let edition =
            Edition { paper: Some(Fact::given("某日报".into())), date, ..Edition::default() };
        let page = Page { number: Some(Fact::given(3)), ..page };
        assert_eq!(
            page_source(&edition, &page),
            "某日报 · 2025年7月23日或稍后（推定） · 第3版 · 甲.txt"
        );
    }
}

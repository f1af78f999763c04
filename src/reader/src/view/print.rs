//! What stands on paper beside the text? Where it is from, as the screen says elsewhere.

use super::masthead;
use crate::catalog::Item;
use crate::dom;
use crate::facet::NO_PAPER;
use crate::node::{Node, component, view};
use crate::words::{fill, said_day, value_name, words};
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
    let paper = edition.paper.as_ref().map(|paper| said(&paper.value, paper));
    let paper = paper.unwrap_or_else(|| words().unnamed.to_owned());
    let file = Some(page.source.clone()).filter(|file| !file.is_empty());
    let known = [Some(paper), day(edition), number(page), file];
    known.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Paper, or region where nobody knows it, day and page of an article, with what is only inferred marked:
/// 某日报 2025年7月23日或稍后（推定） 第3版
pub fn issue_line(item: &Item) -> String {
    let known = [Some(edition_line(item.edition)), number(item.page)];
    known.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The same of an edition as a whole: 某日报 2025年7月23日或稍后（推定）
pub fn edition_line(edition: &Edition) -> String {
    let known = [paper(edition), day(edition)];
    known.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// One of several issues, by its day, behind its paper where those differ: 某日报 2025年7月23日或稍后（推定）
pub fn issue(edition: &Edition, with_paper: bool) -> String {
    let day = day(edition).unwrap_or_else(|| edition.key.clone());
    match with_paper {
        true => format!("{} {day}", paper_name(edition)),
        false => day,
    }
}

/// The paper's name, or that nobody knows it.
pub fn paper_name(edition: &Edition) -> String {
    paper(edition).unwrap_or_else(|| value_name(NO_PAPER).unwrap_or_default().to_owned())
}

/// The paper's name, or the region's where nobody knows it.
fn paper(edition: &Edition) -> Option<String> {
    masthead::name(edition).map(|name| said(&name.value, name))
}

/// 2025年7月23日或稍后（推定）
fn day(edition: &Edition) -> Option<String> {
    edition.date.as_ref().map(|date| {
        let later = if is_inferred(date) { words().later } else { "" };
        said(&format!("{}{later}", said_day(date.value)), date)
    })
}

fn number(page: &Page) -> Option<String> {
    let number = page.number.as_ref()?;
    Some(said(&fill(words().page_number, &[&number.value]), number))
}

/// A fact in words, marked where it is inferred.
fn said<T>(text: &str, fact: &Fact<T>) -> String {
    match is_inferred(fact) {
        true => text.to_owned() + &fill(words().aside, &[&words().inferred]),
        false => text.to_owned(),
    }
}

fn is_inferred<T>(fact: &Fact<T>) -> bool {
    fact.reason().is_some()
}

/// 来源：某日报 · 第3版
pub fn printed(source: &str) -> String {
    fill(words().tools.source, &[&source])
}

/// On paper only: where the text is from.
#[component]
pub fn Printed(item: &'static Item<'static>) -> Node {
    view! { <p class="printed" lang=words().lang>{printed(&source_line(item))}</p> }
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
        assert_eq!(issue(&edition, true), "某日报 2025年7月23日或稍后（推定）");
        let unnamed = Edition { key: "甲".to_owned(), ..Edition::default() };
        assert_eq!(issue(&unnamed, true), "未署报名 甲");
        assert_eq!(issue(&edition, false), "2025年7月23日或稍后（推定）");
        assert_eq!(edition_line(&edition), "某日报 2025年7月23日或稍后（推定）");
        let region = Reason::Places {
            first: vec!["绛县".into()],
            names: 1,
            times: 2,
            region: "运城市".into(),
        };
        let region = Fact { value: "运城市".to_owned(), basis: Basis::Inferred(region) };
        let unnamed = Edition { region: Some(region), ..Edition::default() };
        assert_eq!(edition_line(&unnamed), "运城市（推定）");
        let page = Page { number: Some(Fact::given(3.into())), ..page };
        assert_eq!(
            page_source(&edition, &page),
            "某日报 · 2025年7月23日或稍后（推定） · 第3版 · 甲.txt"
        );
    }
}

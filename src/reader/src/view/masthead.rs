//! Whose page is this, of which day? The head of every view, with what is only inferred marked as such.

use super::front::page_name;
use super::issues::Issues;
use super::look::LookControls;
use super::quoted::{filled, quoted};
use super::turns::in_turn;
use crate::dom;
use crate::library::library;
use crate::node::{Node, component, view};
use crate::state::{Reader, edition_key};
use crate::words::{NOTES, fill, said_day, words};
use edition::{Edition, Fact};
use leptos::prelude::*;

#[component]
pub fn Masthead() -> Node {
    let reader = Reader::here();
    let edition = Memo::new(move |_| reader.route.with(|route| position(edition_key(route))));
    // A query looks through all issues: the newest is not what is asked.
    let searching = Memo::new(move |_| reader.searches_all());
    let papers = papers(&library().editions);
    let is_front =
        Memo::new(move |_| reader.open().is_none() && !reader.route.with(|route| route.mine));
    move || {
        let edition = edition.get().map(|at| &library().editions[at]);
        view! {
            <header class="masthead">
                <div class="nameplate">
                    {move || if searching.get() && papers > 1 {
                        view! { <h1 lang=words().lang>{fill(words().papers, &[&papers])}</h1> }
                    } else if is_front.get() {
                        view! { <h1 lang=NOTES>{nameplate(edition)}</h1> }
                    } else {
                        let front = move || reader.route.with(|route| route.front().to_string());
                        view! { <p><a href=front lang=NOTES>{nameplate(edition)}</a></p> }
                    }}
                    {move || {
                        let is_named = !searching.get() || papers <= 1;
                        let name = edition.filter(|_| is_named).and_then(name);
                        name.map(|name| inferred(name, &name.value))
                    }}
                </div>
                <div class="ear">
                    {move || match searching.get() {
                        true => Some(all_issues(&library().editions)),
                        false => edition.map(ear),
                    }}
                </div>
                <div class="ear">
                    {move || view! { <Issues shown=edition on_front=is_front.get() && !searching.get()/> }}
                    <p role="status">
                        {move || reader.offline.get().then_some(words().offline)}
                    </p>
                    {in_turn(|| view! { <LookControls/> })}
                </div>
            </header>
        }
    }
}

fn position(key: &str) -> Option<usize> {
    library().editions.iter().position(|edition| edition.key == key)
}

/// The paper's name; where nobody knows it, the region that the page speaks of.
pub fn name(edition: &Edition) -> Option<&Fact<String>> {
    edition.paper.as_ref().or(edition.region.as_ref())
}

pub fn nameplate(edition: Option<&'static Edition>) -> &'static str {
    edition.and_then(name).map_or("版心", |name| name.value.as_str())
}

/// Day, pages, articles, characters.
fn ear(edition: &'static Edition) -> Node {
    let articles: usize = edition.pages.iter().map(|page| page.articles.len()).sum();
    let ink: usize = edition.pages.iter().map(edition::Page::ink).sum();
    let unnamed = edition.paper.is_none().then_some(words().unnamed);
    let date = edition.date.as_ref().map(|date| {
        let later = date.reason().is_some().then_some(words().later);
        let day = said_day(date.value);
        let inferred = inferred(date, &day);
        view! { <span lang=words().date_lang()>{day}</span>{later}{inferred}" · " }
    });
    let number = match edition.pages.as_slice() {
        [page] if page.number.is_some() || page.name.is_some() => {
            let name = page_name(page);
            let inferred = page.number.as_ref().and_then(|number| inferred(number, &name));
            Some(view! { {name}{inferred}" · " })
        }
        _ => None,
    };
    let pages =
        (edition.pages.len() > 1).then(|| fill(words().pages, &[&edition.pages.len()]) + " · ");
    view! {
        {unnamed}{unnamed.map(|_| view! { <br/> })}
        {date}{number}{pages}{fill(words().extent, &[&articles, &grouped(ink)])}
    }
}

/// How many papers there are, by their names: what nobody knows the name of may be one of them.
fn papers(editions: &[Edition]) -> usize {
    let mut papers: Vec<_> =
        editions.iter().filter_map(|edition| edition.paper.as_ref()).map(|it| &it.value).collect();
    papers.sort_unstable();
    papers.dedup();
    papers.len()
}

/// How many issues, from which day to which, and the articles in them.
fn all_issues(editions: &[Edition]) -> Node {
    let day =
        |edition: Option<&Edition>| edition.and_then(|it| it.date.as_ref()).map(|it| it.value);
    let days =
        day(editions.first()).zip(day(editions.last())).filter(|(first, last)| first != last);
    let days = days.map(|(first, last)| format!("{}—{}", said_day(first), said_day(last)));
    let articles: usize =
        editions.iter().flat_map(|edition| &edition.pages).map(|page| page.articles.len()).sum();
    view! {
        {fill(words().all_issues, &[&editions.len()])}" · "
        {days.map(|days| view! { <span lang=words().date_lang()>{days}</span>" · " })}
        {fill(words().count, &[&grouped(articles)])}
    }
}

/// 推定, with the reason for whoever asks. There may be several: `what` tells them apart by their names.
fn inferred<T>(fact: &'static Fact<T>, what: &str) -> Option<Node> {
    fact.reason().map(|reason| {
        let (sentence, values) = words().reasons.say(reason);
        let title = filled(sentence, &values);
        let name = fill(words().keep.of, &[&words().inferred, &what]);
        view! {
            <details class="inferred" on:keydown=|event| dom::fold_at_escape(&event)>
                <summary title=title lang=words().lang aria-label=name>{words().inferred}</summary>
                <span class="reason" lang=words().lang>{quoted(sentence, values, NOTES)}</span>
            </details>
        }
    })
}

/// 4190 as 4,190.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_through_several_issues_says_so() {
        let edition = |paper: &str, year| Edition {
            paper: Some(Fact::given(paper.to_owned())),
            date: Some(Fact::given(edition::Date {
                year: Some(year),
                day: edition::MonthDay::new(3, 5).unwrap(),
            })),
            ..Edition::default()
        };
        let one = [edition("汾城报", 1986), edition("汾城报", 1988)];
        assert_eq!(papers(&one), 1);
        let all = all_issues(&one).html();
        assert!(
            all.contains("查的是全部 2 期") && all.contains("1986年3月5日—1988年3月5日"),
            "{all}"
        );
        let unnamed = Edition::default();
        assert_eq!(papers(&[edition("汾城报", 1986), edition("涟水报", 1986), unnamed]), 2);
    }

    #[test]
    fn a_single_page_is_called_by_its_number_and_its_name() {
        let page = |number: Option<&str>, name: Option<&str>| edition::Page {
            number: number.map(|number| Fact::given(number.parse().unwrap())),
            name: name.map(|name| Fact::given(name.to_owned())),
            ..edition::Page::default()
        };
        let said = |page| {
            let edition = Edition { pages: vec![page], ..Edition::default() };
            ear(Box::leak(Box::new(edition))).html()
        };
        assert!(said(page(Some("B4"), Some("屏東焦點"))).contains("第B4版 屏東焦點"));
        assert!(said(page(None, Some("乡土"))).contains("乡土"));
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 999, 4190, 1_234_567].map(grouped), ["0", "999", "4,190", "1,234,567"]);
    }
}

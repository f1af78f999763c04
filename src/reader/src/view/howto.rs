//! What can one ask for besides words? The query language by example, each example one press away.

use super::flyout::flyout;
use super::value::said;
use crate::catalog::catalog;
use crate::facet::{Facet, NO_AUTHOR, NO_COUNTY, NO_DAY, NO_SECTION, paper, plain};
use crate::library::library;
use crate::node::{Node, component, view};
use crate::state::{Reader, edition_index};
use crate::words::{fill, words};
use leptos::prelude::*;

#[component]
pub fn Howto(on_choose: Callback<String>) -> Node {
    let reader = Reader::here();
    let edition = Memo::new(move |_| reader.route.with(edition_index));
    flyout("howto", "howto", words().howto, move |close| {
        let way = move |(begins, what): (String, String)| {
            let name = begins.clone();
            let choose = move |_| {
                close.run(());
                on_choose.run(begins.clone());
            };
            view! {
                <li>
                    <button type="button" on:click=choose>{name}</button>
                    <span>{what}</span>
                </li>
            }
        };
        view! {
            <div>
                <p>{words().howto_words}</p>
                <ul>{move || ways(edition.get()).into_iter().map(way).collect::<Node>()}</ul>
            </div>
        }
    })
}

/// What each way begins, and what it is for, with an example from the edition; ways that it has no example for are
/// left out.
fn ways(edition: Option<usize>) -> Vec<(String, String)> {
    let [county, section, _, author, _, date, issue, from, heads] =
        words().filter_keys.map(|key| format!("{key}:"));
    let several = library().editions.len() > 1;
    let one = |facet, none: &str| values(edition, facet, none).into_iter().next();
    // A day of another year is as likely meant where there are several issues.
    let whole = edition.filter(|_| !several);
    let days = |facet| from_to(values(edition, facet, NO_DAY), whole);
    let papers = library().editions.windows(2).any(|two| paper(&two[0]) != paper(&two[1]));
    let here = edition.map(|at| &library().editions[at]);
    let named = here.and_then(|edition| edition.paper.as_ref()).filter(|_| papers);
    let examples = [
        (county, one(Facet::County, NO_COUNTY).map(|name| plain(&name).to_owned())),
        (section, one(Facet::Section, NO_SECTION)),
        (author, one(Facet::Author, NO_AUTHOR)),
        (date, days(Facet::Day)),
        (issue, days(Facet::Issue).filter(|_| several)),
        (from, named.map(|paper| paper.value.clone())),
    ];
    let exampled =
        examples.into_iter().zip(words().howto_ways).filter_map(|((begins, value), what)| {
            let example = format!("{begins}{}", value?);
            Some((begins, fill(what, &[&example])))
        });
    let others = [heads, "“".to_owned(), "-".to_owned()].into_iter();
    let others =
        others.zip(&words().howto_ways[6..]).map(|(begins, what)| (begins, (*what).to_owned()));
    exampled.chain(others).collect()
}

/// The values of an edition's articles, in print order; none is `none`.
fn values(edition: Option<usize>, facet: Facet, none: &str) -> Vec<String> {
    let key = edition.map(|at| &library().editions[at].key);
    let here = catalog().items.iter().filter(|item| Some(&item.edition.key) == key);
    let all = here.flat_map(|item| item.values(facet));
    all.filter(|value| *value != none && !value.contains(' ')).cloned().collect()
}

/// From the first of some days to the last, as the language says them; `edition` makes their year plain.
fn from_to(mut days: Vec<String>, edition: Option<usize>) -> Option<String> {
    days.sort_by_key(|day| Facet::Day.rank(day, &[]));
    days.dedup();
    let said = |day: &String| said(Facet::Day, day, edition).0;
    match days.as_slice() {
        [] => None,
        [day] => Some(said(day)),
        [first, .., last] => Some(format!("{}..{}", said(first), said(last))),
    }
}

#[cfg(test)]
mod tests {
    use super::ways;

    #[test]
    fn examples_are_of_the_edition_and_left_out_where_it_has_none() {
        let said = |edition| ways(edition).into_iter().map(|(_, what)| what).collect::<Vec<_>>();
        let seed = said(Some(0));
        assert!(seed[0].ends_with("：县:新绛县"), "{seed:?}");
        assert!(seed.iter().any(|what| what.ends_with("：日期:7月21日..7月23日")), "{seed:?}");
        assert!(
            seed.iter().all(|what| !what.contains('#') && !what.contains("期:2025")),
            "{seed:?}"
        );
        assert_eq!(said(None), ["只在标题里找", "一字不差", "不要含这个词的"]);
    }
}

//! Which other issues are there? The one before and the one behind, and all of them to choose from.

use super::flyout::flyout;
use super::masthead::name;
use super::print;
use crate::catalog::catalog;
use crate::facet::NO_DAY;
use crate::library::library;
use crate::listing::Carried;
use crate::node::{Node, component, view};
use crate::route::Route;
use crate::state::Reader;
use crate::words::{NOTES, fill, said_date, value_name, words};
use edition::Edition;
use leptos::prelude::*;

/// More issues than one looks through at a glance stand in parts that unfold.
const GLANCE: usize = 31;

/// What leads to other issues, where there are several; to those beside the one `shown` only on its front page.
#[component]
pub fn Issues(shown: Option<&'static Edition>, on_front: bool) -> Node {
    let reader = Reader::here();
    let picks = Memo::new(move |_| reader.route.with(|route| route.picks.clone()));
    let carried = Memo::new(move |_| picks.with(|picks| Carried::of(catalog(), picks)));
    let all = library().editions.as_slice();
    let papers = papers(all);
    let with_paper = papers.len() > 1;
    let [before, behind] = shown.filter(|_| on_front).map_or([None; 2], |own| beside(all, own));
    let step = move |edition: Option<&'static Edition>, word: &'static str| {
        edition.map(|edition| {
            let title = print::issue(edition, with_paper);
            let to = move || address(edition, carried);
            view! { <a class="button" href=to title=title>{word}</a> }
        })
    };
    (all.len() > 1).then(move || {
        view! {
            <div class="issues">
                {step(before, words().issue_before)}
                {flyout("editions", "editions", words().editions, move |_| {
                    list(all, &papers, shown, move |edition| address(edition, carried))
                })}
                {step(behind, words().issue_behind)}
            </div>
        }
    })
}

/// Those of the same paper before and behind an issue, in the order of their days.
fn beside<'a>(all: &'a [Edition], own: &Edition) -> [Option<&'a Edition>; 2] {
    let Some(at) = all.iter().position(|edition| edition.key == own.key) else { return [None; 2] };
    let is_same = |other: &&Edition| paper(other) == paper(own);
    [all[..at].iter().rev().find(is_same), all[at + 1..].iter().find(is_same)]
}

/// All issues, the newest first, in each paper where those differ.
fn list(
    all: &'static [Edition],
    papers: &[Option<&'static str>],
    shown: Option<&'static Edition>,
    address: impl Fn(&'static Edition) -> String + Copy + Send + Sync + 'static,
) -> Node {
    let of = |named| all.iter().rev().filter(move |edition| paper(edition) == named);
    let sorted: Vec<&Edition> = papers.iter().copied().flat_map(of).collect();
    let is_one_paper = papers.len() < 2;
    let lang = if is_one_paper { words().date_lang() } else { NOTES };
    let link = |edition: &&'static Edition| {
        let text = print::issue(edition, !is_one_paper);
        let is_shown = shown.is_some_and(|shown| shown.key == edition.key);
        let current = is_shown.then_some("page");
        let edition = *edition;
        let to = move || address(edition);
        view! { <li><a href=to lang=lang aria-current=current>{text}</a></li> }
    };
    let rows = |part: &[&'static Edition]| part.iter().map(link).collect::<Node>();
    if sorted.len() <= GLANCE {
        return view! { <ul class="all">{rows(&sorted)}</ul> };
    }
    let part_of = |edition: &Edition| match is_one_paper {
        true => month(edition),
        false => print::paper_name(edition),
    };
    let parts = sorted.chunk_by(|one, other| part_of(one) == part_of(other)).map(|part| {
        let is_open = shown.is_some_and(|shown| part.iter().any(|own| own.key == shown.key));
        let open = is_open.then_some("");
        view! {
            <details open=open>
                <summary lang=lang>{part_of(part[0])}{fill(words().aside, &[&part.len()])}</summary>
                <ul>{rows(part)}</ul>
            </details>
        }
    });
    view! { <div class="all">{parts.collect::<Node>()}</div> }
}

/// Its front page, with the filters that hold there.
fn address(edition: &Edition, carried: Memo<Carried>) -> String {
    let picks = carried.with(|carried| carried.to(&edition.key));
    Route { edition: Some(edition.key.clone()), picks, ..Route::default() }.to_string()
}

fn paper(edition: &Edition) -> Option<&str> {
    name(edition).map(|name| name.value.as_str())
}

/// The papers of a library, that of the newest issue first.
fn papers(all: &[Edition]) -> Vec<Option<&str>> {
    let mut papers = Vec::new();
    for edition in all.iter().rev() {
        if !papers.contains(&paper(edition)) {
            papers.push(paper(edition));
        }
    }
    papers
}

fn month(edition: &Edition) -> String {
    match edition.date.as_ref().map(|date| date.value) {
        Some(date) => said_date(date.year.unwrap_or_default(), date.day.month, 0),
        None => value_name(NO_DAY).unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use edition::{Date, Fact, MonthDay};

    fn issue(paper: &str, month: u8, day: u8) -> Edition {
        let day = MonthDay::new(month, day).unwrap();
        Edition {
            key: format!("{paper}-{month}-{}", day.day),
            paper: Some(Fact::given(paper.to_owned())),
            date: Some(Fact::given(Date { year: Some(2024), day })),
            ..Edition::default()
        }
    }

    fn listed(all: Vec<Edition>, shown: usize) -> String {
        let all: &'static [Edition] = Vec::leak(all);
        list(all, &papers(all), Some(&all[shown]), |it| format!("#{}", it.key)).html()
    }

    #[test]
    fn the_issues_beside_one_are_of_its_paper() {
        let all = [issue("白河报", 3, 4), issue("青石报", 3, 5), issue("白河报", 3, 6)];
        let keys = |at: usize| beside(&all, &all[at]).map(|it| it.map(|it| it.key.as_str()));
        assert_eq!(keys(0), [None, Some("白河报-3-6")]);
        assert_eq!(keys(1), [None, None]);
        assert_eq!(keys(2), [Some("白河报-3-4"), None]);
    }

    #[test]
    fn many_issues_stand_in_months_and_that_of_the_one_shown_is_open() {
        let few = listed(vec![issue("白河报", 3, 4), issue("白河报", 3, 5)], 0);
        assert!(!few.contains("<details"), "{few}");
        let months = [3, 4].into_iter();
        let many = months.flat_map(|month| (1..=20).map(move |day| issue("白河报", month, day)));
        let many = listed(many.collect(), 2);
        assert_eq!(many.matches("<details").count(), 2, "{many}");
        assert_eq!(many.matches("<details open").count(), 1, "{many}");
        let [newer, older] = ["2024年4月（20）", "2024年3月（20）"].map(|month| many.find(month));
        assert!(newer.is_some() && newer < older, "{many}");
    }

    #[test]
    fn many_issues_of_several_papers_stand_in_these() {
        let papers = ["白河报", "青石报"].into_iter();
        let many = papers.flat_map(|paper| (1..=20).map(move |day| issue(paper, 3, day)));
        let many = listed(many.collect(), 0);
        assert_eq!(many.matches("<details").count(), 2, "{many}");
        assert!(many.contains("青石报（20）") && many.contains("青石报 2024年3月20日"), "{many}");
    }
}

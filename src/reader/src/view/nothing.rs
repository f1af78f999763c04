//! What to do where nothing is found? Said plainly, with every way on that leads to something.

use super::live::click;
use crate::catalog::engine;
use crate::dom::Step;
use crate::route::Route;
use crate::state::{Reader, answer};
use crate::words::{fill, words};
use leptos::either::Either;
use leptos::prelude::*;
use search::{Reason, Suggestion};

/// `hidden` articles are found and kept out by the filters.
#[component]
pub fn Nothing(hidden: usize) -> impl IntoView {
    let reader = Reader::here();
    let route = reader.route.get_untracked();
    let mut ways: Vec<(String, Route)> = Vec::new();
    if hidden > 0 {
        ways.push((fill(words().drop_filters, &[&hidden]), route.unfiltered()));
    } else {
        let looser = if route.exact { found(&route.query) } else { 0 };
        if looser > 0 {
            ways.push((fill(words().looser, &[&looser]), route.switched_exact()));
        }
        ways.extend(engine().suggest(&route.query).into_iter().map(|near| way(&route, near)));
    }
    let nowhere = ways.is_empty();
    let button = |(text, to): (String, Route)| {
        let go = move |_| reader.go(to.clone(), Step::New);
        view! { <li><button type="button" on:click=click(go)>{text}</button></li> }
    };
    view! {
        <div class="nothing">
            <p>{fill(words().not_found, &[&route.query.trim()])}</p>
            {match nowhere {
                true => Either::Left(view! {
                    <p>{words().not_found_hint}</p>
                }),
                false => Either::Right(view! { <ul>{ways.into_iter().map(button).collect_view()}</ul> }),
            }}
        </div>
    }
}

/// How many articles the query finds in any tier.
fn found(query: &str) -> usize {
    answer(query, false).map_or(0, |hits| hits.len())
}

fn way(route: &Route, near: Suggestion) -> (String, Route) {
    let Suggestion { query, reason, hits } = near;
    let sentence = match reason {
        Reason::WithoutFilters => words().without_filters,
        Reason::WithoutWord => words().without_word,
        Reason::NearName => words().near_name,
    };
    (fill(sentence, &[&query, &hits]), Route { query, ..route.unfiltered() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suggestion_is_a_query_without_filters() {
        let near = Suggestion { query: "新绛".to_owned(), reason: Reason::NearName, hits: 2 };
        let (text, to) = way(&Route::parse("#/?q=新降&county=绛县"), near);
        assert_eq!(text, "是不是“新绛”：2 篇");
        assert_eq!(to, Route::parse("#/?q=新绛"));
    }
}

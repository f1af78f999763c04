//! What to do where nothing is found? Said plainly, with every way on that leads to something.

use crate::catalog::engine;
use crate::dom::Step;
use crate::node::{Child, Node, component, view};
use crate::route::Route;
use crate::state::{Reader, answer};
use crate::words::{Words, echo, fill, words};
use leptos::prelude::*;
use search::{Query, Reason, Suggestion};

/// `hidden` articles are found and kept out by the filters.
#[component]
pub fn Nothing(hidden: usize) -> Node {
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
    let unmet = engine().unmet_filters(&route.query);
    let hint = (ways.is_empty() && unmet.is_empty()).then_some(words().not_found_hint);
    let named = |filter: String| fill(words().no_value, &[&echo(&filter)]);
    let sentences = unmet.into_iter().map(named).chain(hint.map(str::to_owned));
    view! {
        <div class="nothing">
            <p>{fill(words().not_found, &[&echo(&route.query)])}</p>
            {sentences.map(|sentence| view! { <p>{sentence}</p> }).collect::<Node>()}
            {buttons(ways)}
        </div>
    }
}

/// Above what has only parts of the query: what its words name or nearly name.
#[component]
pub fn Named() -> Node {
    let route = Reader::here().route.get_untracked();
    let named = engine().named(&route.query).into_iter();
    let ways: Vec<(String, Route)> = named.map(|near| way(&route, near)).collect();
    (!ways.is_empty()).then(|| view! { <div class="named">{buttons(ways)}</div> }).node()
}

fn buttons(ways: Vec<(String, Route)>) -> Option<Node> {
    let reader = Reader::here();
    let button = |(text, to): (String, Route)| {
        let go = move |_| reader.go(to.clone(), Step::New);
        view! { <li><button type="button" on:click=go>{text}</button></li> }
    };
    let ways: Vec<_> = ways.into_iter().map(button).collect();
    (!ways.is_empty()).then(|| view! { <ul>{ways}</ul> })
}

/// How many articles the query finds in any tier.
fn found(query: &str) -> usize {
    answer(query, false).map_or(0, |hits| hits.len())
}

fn way(route: &Route, near: Suggestion) -> (String, Route) {
    let Suggestion { query, reason, hits } = near;
    let near = Query::parse(&query);
    let query = near.written(Some(&words().filter_keys));
    let sentence = match reason {
        Reason::WithoutFilters => words().without_filters,
        Reason::WithoutWord => words().without_word,
        Reason::NearName => words().near_name,
        Reason::OnlyValue => words().only_value,
        Reason::OtherValue => words().other_value,
    };
    (fill(sentence, &[&echo(&said(near, words())), &hits]), Route { query, ..route.unfiltered() })
}

/// A query with its values as the facets say them.
fn said(mut query: Query, words: &Words) -> String {
    for filter in &mut query.filters {
        if let Some(name) = words.value_name(&filter.value) {
            name.clone_into(&mut filter.value);
        }
    }
    query.written(Some(&words.filter_keys))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn a_suggestion_is_a_query_without_filters() {
        let near = Suggestion { query: "新绛".to_owned(), reason: Reason::NearName, hits: 2 };
        let (text, to) = way(&Route::parse("#/?q=新降&county=绛县"), near);
        assert_eq!(text, "是不是“新绛”：2 篇");
        assert_eq!(to, Route::parse("#/?q=新绛"));
        let only =
            Suggestion { query: "县:新绛县".to_owned(), reason: Reason::OnlyValue, hits: 2 };
        let (text, to) = way(&Route::parse("#/?q=xinjiang"), only);
        assert_eq!(text, "只看“县:新绛县”：2 篇");
        assert_eq!(to.query, "县:新绛县");
    }

    #[test]
    fn a_value_is_said_in_the_language_spoken() {
        let said = |language: Language| said(Query::parse("茶 县:未标县"), language.words());
        assert_eq!(said(Language::English), "茶 county:\"No county\"");
        assert_eq!(said(Language::Simplified), "茶 县:未标县");
    }
}

//! What is shown? One line, and a way out of each filter.

use crate::dom::Step;
use crate::listing::Listing;
use crate::route::Route;
use crate::state::Reader;
use leptos::prelude::*;

#[component]
pub fn Status() -> impl IntoView {
    let reader = Reader::here();
    let line = Memo::new(move |_| {
        reader.route.with(|route| reader.listing.with(|listing| line(route, listing)))
    });
    view! {
        <div class="status">
            <p role="status">{line}</p>
            {move || chips(reader)}
        </div>
    }
}

fn chips(reader: Reader) -> impl IntoView {
    let picks = reader.route.with(|route| route.picks.clone());
    let several = picks.len() > 1;
    let chip = move |pick: crate::route::Pick| {
        let label = format!("不再限于{}", pick.value);
        let text = format!("{} ✕", pick.value);
        let clear = move |_| {
            let route = reader.route.with_untracked(|route| route.toggled(pick.facet, &pick.value));
            reader.go(route, Step::New);
        };
        view! { <button type="button" aria-label=label on:click=clear>{text}</button> }
    };
    let exact = reader.route.with(|route| route.exact);
    let loose = reader.listing.with(|listing| listing.loose);
    let asks = reader.route.with(|route| !route.query.trim().is_empty());
    let switch_exact = move |_| {
        let route = reader.route.with_untracked(Route::switched_exact);
        reader.go(route, Step::New);
    };
    let clear_all = move |_| {
        let route = reader.route.with_untracked(Route::unfiltered);
        reader.go(route, Step::New);
    };
    view! {
        {picks.into_iter().map(chip).collect_view()}
        {(asks && (exact || loose)).then(|| {
            let text = if exact { "只看原文 ✕" } else { "只看原文" };
            view! {
                <button type="button" aria-pressed=exact.to_string() on:click=switch_exact>
                    {text}
                </button>
            }
        })}
        {several.then(|| view! { <button type="button" on:click=clear_all>"清除全部筛选"</button> })}
    }
}

/// 稷山县 · 通讯 · 1 篇
fn line(route: &Route, listing: &Listing) -> String {
    let query = route.query.trim();
    let mut words = Vec::new();
    if !query.is_empty() {
        words.push(format!("“{query}”"));
    }
    words.extend(route.picks.iter().map(|pick| pick.value.clone()));
    let everything = words.is_empty();
    let count = listing.entries.len();
    words.push(if everything { format!("全部 {count} 篇") } else { format!("{count} 篇") });
    if everything {
        words.push("按版面顺序".to_owned());
    } else if !query.is_empty() {
        words.push(format!("{} 处", listing.places));
    }
    words.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::listing::Entry;

    #[test]
    fn the_line_names_query_filters_and_count() {
        let listing = Listing {
            entries: vec![Entry { item: 0, hit: None }],
            places: 2,
            ..Listing::default()
        };
        let route = Route::parse("#/?county=稷山县&kind=通讯");
        assert_eq!(line(&route, &listing), "稷山县 · 通讯 · 1 篇");
        assert_eq!(line(&Route::parse("#/?q=荷"), &listing), "“荷” · 1 篇 · 2 处");
        assert_eq!(line(&Route::default(), &listing), "全部 1 篇 · 按版面顺序");
    }
}

//! By what can one narrow the list? Checkboxes with live counts, one group a facet.

use crate::dom::Step;
use crate::facet::Facet;
use crate::listing::{Group, Value};
use crate::state::Reader;
use leptos::prelude::*;

/// Beside the page on wide screens; on narrow ones behind a button, so that the page comes first.
#[component]
pub fn Filters() -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <div class="filters" class:open=open>
            <button
                type="button"
                aria-expanded=move || open.get().to_string()
                aria-controls=PANEL
                on:click=move |_| open.update(|open| *open = !*open)
            >
                "筛选"
            </button>
            <nav id=PANEL aria-label="筛选">
                {Facet::ALL.map(|facet| view! { <FacetGroup facet/> }).collect_view()}
            </nav>
        </div>
    }
}

const PANEL: &str = "filters";

#[component]
fn FacetGroup(facet: Facet) -> impl IntoView {
    let reader = Reader::here();
    let of_group = move |listing: &crate::listing::Listing| -> Option<Group> {
        listing.groups.iter().find(|group| group.facet == facet).cloned()
    };
    let group = Memo::new(move |_| reader.listing.with(|listing| of_group(listing)));
    let values = move || group.get().map(|group| group.values).unwrap_or_default();
    let shared = move || {
        let shared = group.with(|group| group.as_ref().map_or(0, |group| group.shared));
        (shared > 0).then(|| {
            view! { <p class="shared">{format!("同属几项的文章各项都计，合计多 {shared}")}</p> }
        })
    };
    view! {
        <fieldset>
            <legend>{facet.name()}</legend>
            <For each=values key=|value| value.name.clone() let(value)>
                <Choice group name=value.name/>
            </For>
            {shared}
        </fieldset>
    }
}

/// One value. It stays in place while its count changes, so that the keyboard focus stays too.
#[component]
fn Choice(group: Memo<Option<Group>>, name: String) -> impl IntoView {
    let reader = Reader::here();
    let facet = group.with_untracked(|group| group.as_ref().map(|group| group.facet));
    let facet = facet.unwrap_or(Facet::County);
    let value = {
        let name = name.clone();
        Memo::new(move |_| {
            let values = group.get().map(|group| group.values).unwrap_or_default();
            let none = Value { name: name.clone(), count: 0, picked: false };
            values.into_iter().find(|value| value.name == name).unwrap_or(none)
        })
    };
    let count = move || value.with(|value| value.count);
    let picked = move || value.with(|value| value.picked);
    let empty = move || count() == 0 && !picked();
    let label = move || value.with(|value| format!("{} {}", value.name, value.count));
    let toggle = {
        let name = name.clone();
        move |_| {
            let route = reader.route.with_untracked(|route| route.toggled(facet, &name));
            reader.go(route, Step::New);
        }
    };
    view! {
        <label class="choice" class:empty=empty>
            <input
                type="checkbox"
                aria-label=label
                prop:checked=picked
                disabled=empty
                on:change=toggle
            />
            <span>{name}</span>
            <span class="count">{count}</span>
        </label>
    }
}

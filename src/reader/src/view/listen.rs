//! Where does reading aloud begin? A button in the article, one beside each headline in 长辈模式, one for the list.

use super::speaker::Speaker;
use crate::aloud::Mode;
use crate::dom;
use crate::facet::Facet;
use crate::library::library;
use crate::node::{Node, component, view};
use crate::route::Route;
use crate::state::{Reader, edition_index, item};
use crate::words::{fill, value_name, words};
use leptos::prelude::*;

/// What the button of an article does when it is pressed now.
fn verb(speaker: Speaker, index: usize) -> &'static str {
    match speaker.mode() {
        Mode::Speaking if speaker.item() == Some(index) => words().aloud.pause,
        Mode::Paused if speaker.item() == Some(index) => words().aloud.resume,
        _ => words().aloud.listen,
    }
}

/// In the open article.
#[component]
pub fn Listen(index: usize) -> Node {
    let speaker = Speaker::here();
    view! {
        <button type="button" class="aloud" on:click=move |_| speaker.toggle_item(index)>
            {move || verb(speaker, index)}
        </button>
    }
}

/// Beside a headline in a list; the style sheet shows it in 长辈模式 alone, so that nothing moves when the page that
/// was there before the wasm is taken over.
#[component]
pub fn ListenBeside(index: usize) -> Node {
    let speaker = Speaker::here();
    let name = fill(words().aloud.listen_to, &[&item(index).title()]);
    view! {
        <button
            type="button"
            class="aloud ahead"
            lang=words().lang
            aria-label=name
            on:click=move |_| speaker.toggle_item(index)
        >
            {move || verb(speaker, index)}
        </button>
    }
}

/// All that the list shows, one after the other.
#[component]
pub fn ListenAll() -> Node {
    let reader = Reader::here();
    let speaker = Speaker::here();
    let name = Memo::new(move |_| {
        let count = reader.listing.with(|listing| listing.entries.len());
        let pages = |at: usize| library().editions.get(at).map_or(0, |edition| edition.pages.len());
        reader.route.with(|route| name(route, count, edition_index(route).map_or(0, pages)))
    });
    let play = move |_| {
        let queue = reader
            .listing
            .with_untracked(|listing| listing.entries.iter().map(|entry| entry.item).collect());
        speaker.play(queue);
    };
    move || {
        name.get().map(|name| {
            view! { <button type="button" class="all" on:click=play>{name}</button> }
        })
    }
}

/// Reads on, pauses, or begins with what is open.
pub fn press(reader: Reader, speaker: Speaker) {
    match untrack(|| (speaker.mode(), reader.open())) {
        (Mode::Silent, Some(Some(index))) => speaker.toggle_item(index),
        (Mode::Silent, _) => dom::press(".all"),
        _ => speaker.toggle(),
    }
}

/// 播报本版, 播报绛县新闻, 播报这 3 篇; nothing where there is nothing to read.
fn name(route: &Route, count: usize, pages: usize) -> Option<String> {
    let words = &words().aloud;
    let asks = !route.query.trim().is_empty();
    let name = match route.picks.as_slice() {
        _ if count == 0 => return None,
        [] if !asks && pages == 1 => words.page.to_owned(),
        [] if !asks => words.issue.to_owned(),
        [pick] if !asks && pick.facet == Facet::County => {
            fill(words.county, &[&value_name(&pick.value).unwrap_or(&pick.value)])
        }
        _ => fill(words.list, &[&count]),
    };
    Some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_button_says_what_it_would_read() {
        let said = |route: &str, count| name(&Route::parse(route), count, 1);
        assert_eq!(said("#/", 8).as_deref(), Some("播报本版"));
        assert_eq!(name(&Route::default(), 30, 4).as_deref(), Some("播报本期"));
        assert_eq!(said("#/?county=绛县", 2).as_deref(), Some("播报绛县新闻"));
        assert_eq!(said("#/?county=绛县&kind=消息", 1).as_deref(), Some("播报这 1 篇"));
        assert_eq!(said("#/?q=荷&county=绛县", 2).as_deref(), Some("播报这 2 篇"));
        assert_eq!(said("#/?q=荷", 0), None);
    }
}

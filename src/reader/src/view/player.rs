//! How does one steer what is being read aloud? A bar at the foot of the window, whatever is open above it.

use super::speaker::{SPEEDS, Speaker};
use crate::aloud::Mode;
use crate::dom;
use crate::node::{Child, Node, component, view};
use crate::state::{Reader, item, opened};
use crate::words::{fill, words};
use leptos::prelude::*;

#[component]
pub fn PlayerBar() -> Node {
    let speaker = Speaker::here();
    let shown = Memo::new(move |_| (speaker.item().is_some(), speaker.trouble().is_some()));
    move || match shown.get() {
        (true, _) => view! { <Playing/> },
        (false, true) => view! { <Explained/> },
        (false, false) => ().node(),
    }
}

/// The bar goes, and the focus of what was pressed in it: back, or to what was being read.
fn stop(speaker: Speaker) {
    let open = untrack(|| Reader::here().open()).flatten();
    let spoken = untrack(|| speaker.spoken()).filter(|(item, _)| Some(*item) == open);
    let text = spoken.map(|(_, line)| line.part);
    speaker.stop();
    dom::focus_again(None, text);
}

#[component]
fn Playing() -> Node {
    let speaker = Speaker::here();
    let reader = Reader::here();
    let words = &words().aloud;
    let now = Memo::new(move |_| speaker.item());
    let title = move || {
        now.get().map(|at| {
            let item = item(at);
            let href = move || reader.route.with(|route| opened(route, item).to_string());
            view! { <a href=href lang=item.lang>{item.title()}</a> }
        })
    };
    let several = move || speaker.place().1 > 1;
    let place = move || {
        let (at, all) = speaker.place();
        several().then(|| fill(words.place, &[&at, &all]))
    };
    let toggle = move || match speaker.mode() {
        Mode::Speaking => words.pause,
        _ => words.resume,
    };
    let option = move |(at, (speed, _)): (usize, (&'static str, f32))| {
        let chosen = move || speaker.speed() == at;
        view! { <option value=speed prop:selected=chosen>{speed}" ×"</option> }
    };
    let choose = move |event| {
        let speed = event_target_value(&event);
        if let Some(at) = SPEEDS.iter().position(|(known, _)| *known == speed) {
            speaker.set_speed(at);
        }
    };
    view! {
        <section class="player" aria-label=words.bar>
            <p class="now" role="status">{title}" "{place}</p>
            <p class="trouble" role="status">{move || speaker.trouble().map(|it| it.sentence())}</p>
            <div class="steer">
                <button type="button" on:click=move |_| speaker.step(false)>{words.sentence_previous}</button>
                <button type="button" class="toggle" on:click=move |_| speaker.toggle()>{toggle}</button>
                <button type="button" on:click=move |_| speaker.step(true)>{words.sentence_next}</button>
                {move || several().then(|| view! {
                    <button type="button" on:click=move |_| speaker.skip()>{words.article_next}</button>
                })}
                <select aria-label=words.speed on:change=choose>
                    {SPEEDS.into_iter().enumerate().map(option).collect::<Node>()}
                </select>
                <button type="button" on:click=move |_| stop(speaker)>{words.stop}</button>
            </div>
        </section>
    }
}

/// Why nothing is read.
#[component]
fn Explained() -> Node {
    let speaker = Speaker::here();
    view! {
        <section class="player" aria-label=words().aloud.bar>
            <p class="trouble" role="status">{move || speaker.trouble().map(|it| it.sentence())}</p>
            <div class="steer">
                <button type="button" on:click=move |_| stop(speaker)>{words().close}</button>
            </div>
        </section>
    }
}

//! How does one use the page by keys alone? Single keys, and a dialog that names them.

use super::listen;
use super::look::Look;
use super::pencil::Pencil;
use super::speaker::Speaker;
use crate::dom;
use crate::keys::{Command, Press};
use crate::node::{Node, component, view};
use crate::preferences::Size;
use crate::state::Reader;
use crate::words::words;
use leptos::prelude::*;

const DIALOG: &str = "keys";
const TITLE: &str = "keys-title";
/// The links that open an article, in the order of the page.
const ITEMS: &str = "main article :is(h2, h3, h4) a";
const NEXT_HIT: &str = ".walk button:last-of-type";
const PREVIOUS_HIT: &str = ".walk button";
const PANEL: &str = "[aria-controls=filters][aria-expanded=false]";
const FILTER: &str = "#filters input:enabled";

/// The button `?` with the dialog that it opens.
#[component]
pub fn Keyboard() -> Node {
    let look = Look::here();
    let row = |(at, (_, keys)): (usize, (Command, &'static [&'static str]))| {
        let keys = keys.iter().map(|key| view! { <kbd>{*key}</kbd>" " }).collect::<Node>();
        view! { <div><dt>{keys}</dt><dd>{words().commands[at]}</dd></div> }
    };
    view! {
        <button
            type="button"
            class="help"
            aria-haspopup="dialog"
            aria-label=words().keys
            on:click=|_| help()
        >
            "?"
        </button>
        <dialog id=DIALOG aria-labelledby=TITLE on:close=|_| dom::keep_focus()>
            <h2 id=TITLE tabindex="-1">{words().keys}</h2>
            <dl>
                {Command::KEYS.into_iter().enumerate().map(row).collect::<Node>()}
                {[("Enter", words().enter), ("← ↑ → ↓", words().tools.arrows)].map(other)}
            </dl>
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || !look.get().no_keys
                    on:change=move |_| look.change(|now| now.no_keys = !now.no_keys)
                />
                {words().single_keys}
            </label>
            <form method="dialog"><button>{words().close}</button></form>
        </dialog>
    }
}

/// Opens the dialog at its beginning: in the box, which the browser would choose, a space switches all keys off.
fn help() {
    dom::open_dialog(DIALOG);
    dom::focus(TITLE);
}

/// What the browser or the map does with a key.
fn other((key, what): (&'static str, &'static str)) -> Node {
    view! { <div><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div> }
}

/// Listens to keys for as long as the page lives.
pub fn listen(reader: Reader, look: Look, speaker: Speaker, pencil: Pencil) {
    dom::on_key(move |press: Press| {
        let asked = Command::of(&press).filter(|_| !look.get_untracked().no_keys);
        asked.is_some_and(|command| {
            obey(command, reader, look, speaker, pencil);
            true
        })
    });
}

fn obey(command: Command, reader: Reader, look: Look, speaker: Speaker, pencil: Pencil) {
    let reading = untrack(|| reader.open().is_some());
    match command {
        Command::Next if reading => dom::press("a[rel=next]"),
        Command::Previous if reading => dom::press("a[rel=prev]"),
        Command::NextHit => dom::press(NEXT_HIT),
        Command::PreviousHit => dom::press(PREVIOUS_HIT),
        Command::Next => dom::walk(ITEMS, true),
        Command::Previous => dom::walk(ITEMS, false),
        Command::Back => dom::press("main a.list"),
        Command::Search => dom::focus_first("[type=search]"),
        Command::Filters => {
            dom::press(PANEL);
            dom::before_paint(|| dom::focus_first(FILTER));
        }
        Command::Larger => look.resize(Size::larger),
        Command::Smaller => look.resize(Size::smaller),
        Command::Theme => look.change(|now| now.theme = now.theme.next()),
        Command::Elder => look.change(|now| now.elder = !now.elder),
        Command::Aloud => listen::press(reader, speaker),
        Command::Take => pencil.next_sentence(),
        Command::Help => help(),
    }
}

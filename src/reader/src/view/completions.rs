//! Which values can the filter being typed have? A list below the box, used by arrow keys or a finger.
//!
//! The pattern is the combobox with a list popup of the ARIA Authoring Practices: the focus stays in the box,
//! `aria-activedescendant` names the option that Enter takes.

use crate::catalog::engine;
use crate::node::{Node, component, view};
use crate::words::{NOTES, fill, words};
use leptos::ev;
use leptos::prelude::*;
use search::Completion;

/// Id of the list.
pub const LIST: &str = "completions";

/// The list and which of it is chosen.
#[derive(Clone, Copy)]
pub struct Completions {
    all: RwSignal<Vec<Completion>>,
    active: RwSignal<Option<usize>>,
}

impl Completions {
    pub fn new() -> Self {
        Self { all: RwSignal::new(Vec::new()), active: RwSignal::new(None) }
    }

    /// Offers what completes `query`.
    pub fn offer(self, query: &str) {
        self.all.set(engine().complete_filter(query));
        self.active.set(None);
    }

    pub fn close(self) {
        self.all.update(Vec::clear);
        self.active.set(None);
    }

    pub fn is_open(self) -> bool {
        self.all.with(|all| !all.is_empty())
    }

    /// Id of the option that Enter takes.
    pub fn active_id(self) -> Option<String> {
        self.active.get().map(option_id)
    }

    /// What a key does while the list is open: the query to take over, if it chose one. A key that was used is
    /// not the box's any more.
    pub fn press(self, event: &ev::KeyboardEvent) -> Option<String> {
        let all = self.all.get_untracked();
        let count = all.len();
        if count == 0 {
            return None;
        }
        let at = self.active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => self.active.set(Some(at.map_or(0, |at| (at + 1) % count))),
            "ArrowUp" => self.active.set(Some(at.map_or(count - 1, |at| (at + count - 1) % count))),
            "Escape" => self.close(),
            "Enter" => {
                let chosen = all.get(at?)?.query.clone();
                event.prevent_default();
                return Some(chosen);
            }
            _ => return None,
        }
        event.prevent_default();
        None
    }
}

#[component]
pub fn CompletionList(completions: Completions, on_choose: Callback<String>) -> Node {
    let option = move |(at, completion): (usize, Completion)| {
        let Completion { query, value, documents, .. } = completion;
        let is_active = move || completions.active.get() == Some(at);
        // Before the box loses the focus to the list.
        let choose = move |event: ev::PointerEvent| {
            event.prevent_default();
            on_choose.run(query.clone());
        };
        view! {
            <li
                id=option_id(at)
                role="option"
                aria-selected=move || is_active().to_string()
                on:pointerdown=choose
            >
                <span lang=NOTES>{value}</span>
                <span class="count">{fill(words().count, &[&documents])}</span>
            </li>
        }
    };
    let options =
        move || completions.all.get().into_iter().enumerate().map(option).collect::<Node>();
    view! {
        <ul
            id=LIST
            class="completions"
            role="listbox"
            aria-label=words().completions
            hidden=move || !completions.is_open()
        >
            {options}
        </ul>
    }
}

fn option_id(at: usize) -> String {
    format!("completion-{at}")
}

//! What can be done with words that are selected? Highlight, note, correct, read from there: a bar at the foot.

use super::editor::Editing;
use super::quoted::quoted;
use super::shelf::Shelf;
use super::speaker::Speaker;
use crate::aloud::lines;
use crate::dom::{self, Passage};
use crate::kept::Kind;
use crate::node::{Node, component, view, watch};
use crate::origin::{Origin, Shown};
use crate::state::{Reader, item};
use crate::text::{at_unit, units};
use crate::words::words;
use leptos::prelude::*;
use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

/// What is selected of the open article.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    pub index: usize,
    /// Where it is shown, in reading order.
    places: Vec<Shown>,
    /// Of the article as received.
    pub range: Range<usize>,
    pub quote: String,
}

impl Taken {
    /// The first text that it is of.
    pub fn text(&self) -> Option<usize> {
        self.places.first().map(|place| place.part)
    }
}

/// One in context, for as long as the page lives.
#[derive(Clone, Copy)]
pub struct Pencil {
    reader: Reader,
    taken: RwSignal<Option<Taken>>,
    pub editing: RwSignal<Option<Editing>>,
}

const BAR: &str = ".pencil";
const BUTTON: &str = ".pencil button";

impl Pencil {
    pub fn provide(reader: Reader) -> Self {
        let pencil = Self { reader, taken: RwSignal::new(None), editing: RwSignal::new(None) };
        provide_context(pencil);
        pencil
    }

    /// Takes up whatever is selected on the page.
    pub fn follow(self) {
        /// Milliseconds of rest after which a selection is one: while a finger draws it, it changes all the time.
        const REST: i32 = 250;
        let timer = Rc::new(Cell::new(0));
        dom::on_document("selectionchange", move || {
            dom::cancel(timer.get());
            timer.set(dom::after(REST, move || self.look()));
        });
    }

    pub fn here() -> Self {
        expect_context()
    }

    /// Takes up what is selected now.
    fn look(self) {
        let taken = self.selected();
        // A button of the bar, or a field, may have taken the selection with the focus.
        if taken.is_none() && dom::is_within(".pencil, dialog") {
            return;
        }
        if self.taken.with_untracked(|now| *now != taken) {
            self.taken.set(taken);
        }
    }

    /// What a button of the bar is about: the selection of this moment, though it has not rested yet. A browser may
    /// have let go of it when the button was pressed; then what was taken up last.
    fn chosen(self) -> Option<Taken> {
        if let Some(taken) = self.selected() {
            self.taken.set(Some(taken));
        }
        self.taken.get_untracked()
    }

    fn open(self) -> Option<usize> {
        untrack(|| self.reader.open()).flatten()
    }

    fn selected(self) -> Option<Taken> {
        let index = self.open()?;
        let parts = &item(index).parts;
        let shown = |passage: Passage| {
            let text = &parts.get(passage.part)?.text;
            let range = at_unit(text, passage.start)..at_unit(text, passage.end);
            Some(Shown { part: passage.part, range })
        };
        let places: Vec<Shown> = dom::selected().into_iter().filter_map(shown).collect();
        let origin = Origin::of(item(index));
        let range = origin.range(&places)?;
        let quote = origin.text[range.clone()].to_owned();
        Some(Taken { index, places, range, quote })
    }

    /// Selects the sentence after the one that is selected, the first that can be seen where none is, and goes to
    /// the bar: the way without a hand that draws.
    pub fn next_sentence(self) {
        let Some(index) = self.open() else { return };
        let lines = lines(item(index));
        let after = self.taken.with_untracked(|taken| {
            let last = taken.as_ref().filter(|taken| taken.index == index)?.places.last()?.clone();
            Some((last.part, last.range.end))
        });
        let from = after.unwrap_or_else(|| (dom::first_seen(0.0).unwrap_or(0), 0));
        let sentences =
            || lines.iter().enumerate().filter(|(_, line)| line.begins && line.remark.is_none());
        let behind = sentences().find(|(_, line)| (line.part, line.range.start) >= from);
        let Some((at, first)) = behind.or_else(|| sentences().next()) else { return };
        let rest = lines[at..].iter().skip(1).take_while(|line| !line.begins);
        let end = rest.last().map_or(first.range.end, |line| line.range.end);
        let text = &item(index).parts[first.part].text;
        dom::select(&Passage {
            part: first.part,
            start: units(text, first.range.start),
            end: units(text, end),
        });
        self.taken.set(self.selected());
        // Where the bar is there already the focus moves at once: a frame later it would undo the next key.
        if !dom::focus_quietly(BUTTON) {
            dom::before_paint(|| {
                if !dom::is_within(BAR) {
                    dom::focus_quietly(BUTTON);
                }
            });
        }
    }

    /// Lets go of what is selected; the focus goes back, or to the text that it is of.
    pub fn put_away(self) {
        let text = self.taken.with_untracked(|taken| taken.as_ref()?.text());
        let focused = dom::is_within(BAR);
        dom::unselect();
        self.taken.set(None);
        if focused {
            dom::focus_again(None, text);
        }
    }
}

#[component]
pub fn PencilBar() -> Node {
    let pencil = Pencil::here();
    let open = Memo::new(move |_| pencil.taken.with(Option::is_some));
    // Another article is another text.
    watch(move || {
        let open = pencil.reader.open().flatten();
        if pencil
            .taken
            .with_untracked(|taken| taken.as_ref().is_some_and(|it| Some(it.index) != open))
        {
            pencil.taken.set(None);
        }
    });
    move || open.get().then(|| view! { <Bar/> })
}

#[component]
fn Bar() -> Node {
    /// Characters of the selection that the bar shows.
    const SHOWN: usize = 24;
    let pencil = Pencil::here();
    let shelf = Shelf::here();
    let speaker = Speaker::here();
    let keep = &words().keep;
    let quote = move || {
        pencil.taken.get().map(|Taken { index, quote, .. }| {
            let start: String = quote.chars().take(SHOWN).collect();
            let more = if quote.chars().nth(SHOWN).is_some() { "……" } else { "" };
            quoted(keep.selected, vec![start + more], item(index).lang)
        })
    };
    let highlight = move |_| {
        if let Some(taken) = pencil.chosen() {
            shelf.keep(Kind::Highlight, taken.index, Some(&taken.range), String::new());
            pencil.put_away();
        }
    };
    let edit = move |kind: Kind| {
        if let Some(taken) = pencil.chosen() {
            pencil.editing.set(Some(Editing::new(kind, &taken)));
        }
    };
    let listen = move |_| {
        if let Some(Taken { index, places, .. }) = pencil.chosen()
            && let Some(first) = places.first()
        {
            pencil.put_away();
            speaker.play_from(index, first.part, first.range.start);
        }
    };
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            pencil.put_away();
        }
    };
    view! {
        // Pressed by mouse or finger, a button would take the selection away before it is used.
        <section
            class="pencil"
            aria-label=keep.pencil
            on:mousedown=|event: leptos::ev::MouseEvent| event.prevent_default()
            on:keydown=escape
        >
            <p class="now" role="status">{quote}</p>
            <div class="steer">
                <button type="button" on:click=highlight>{keep.highlight}</button>
                <button type="button" on:click=move |_| edit(Kind::Highlight)>{keep.note}</button>
                <button type="button" on:click=move |_| edit(Kind::Correction)>{keep.correct}</button>
                <button type="button" on:click=listen>{keep.listen_from}</button>
                <button type="button" on:click=move |_| pencil.next_sentence()>{keep.next_sentence}</button>
                <button type="button" on:click=move |_| pencil.put_away()>{keep.put_away}</button>
            </div>
        </section>
    }
}

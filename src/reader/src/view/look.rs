//! How does one change the look? Text size, 长辈模式, colours: always in sight, remembered on the device.

use crate::dom;
use crate::node::{Node, component, view, watch};
use crate::preferences::{Preferences, Size, Theme};
use crate::words::{Language, words};
use leptos::prelude::*;

/// Where the preferences are kept; `index.html` reads the same before the first paint.
const KEY: &str = "banxin-look";

/// What the reader prefers; one in context.
#[derive(Clone, Copy)]
pub struct Look(RwSignal<Preferences>);

impl Look {
    /// Puts a look in context.
    pub fn provide(preferences: Preferences) -> Self {
        let look = Self(RwSignal::new(preferences));
        provide_context(look);
        look
    }

    /// What the device remembers.
    pub fn remembered() -> Preferences {
        Preferences::parse(&dom::stored(KEY).unwrap_or_default())
    }

    /// Shows every change, and has the device remember it.
    pub fn follow(self) {
        let mut first = true;
        let kept = StoredValue::new(dom::stored(KEY));
        // Another window has changed it: what is chosen here next is chosen beside that.
        dom::on_window("storage", move || {
            let now = dom::stored(KEY);
            if now.is_some() && kept.with_value(|kept| *kept != now) {
                kept.set_value(now);
                self.0.set(Self::remembered());
            }
        });
        watch(move || {
            let words = self.0.with(ToString::to_string);
            dom::set_look(&words);
            dom::set_bar_colours(self.0.with(|now| now.theme.grounds()));
            dom::set_lang(self.0.with(|now| now.language.words().lang));
            // Nothing is stored before anything was chosen.
            if !std::mem::take(&mut first) {
                dom::store(KEY, &words);
                kept.set_value(dom::stored(KEY));
            }
        });
    }

    /// The look in context.
    pub fn here() -> Self {
        expect_context()
    }

    pub fn get(self) -> Preferences {
        self.0.get()
    }

    pub fn get_untracked(self) -> Preferences {
        self.0.get_untracked()
    }

    pub fn change(self, change: impl FnOnce(&mut Preferences)) {
        self.0.update(change);
    }

    /// The next size up or down, where there is one.
    pub fn resize(self, step: fn(Size) -> Option<Size>) {
        self.change(|now| now.size = step(now.size).unwrap_or(now.size));
    }
}

#[component]
pub fn LookControls() -> Node {
    let look = Look::here();
    let resize = move |name: &'static str, sign: &'static str, step: fn(Size) -> Option<Size>| {
        // Stays in place at the end, so that the keyboard focus stays too.
        let at_end = move || step(look.get().size).is_none().to_string();
        view! {
            <button type="button" aria-label=name aria-disabled=at_end on:click=move |_| look.resize(step)>
                {sign}
            </button>
        }
    };
    let option = move |theme: Theme| {
        let chosen = move || look.get().theme == theme;
        let name = words().themes[theme as usize];
        view! { <option value=theme.word() prop:selected=chosen>{name}</option> }
    };
    let choose = move |event| {
        let word = event_target_value(&event);
        let theme = Theme::ALL.into_iter().find(|theme| theme.word() == word);
        look.change(|now| now.theme = theme.unwrap_or_default());
    };
    let tongue = move |language: Language| {
        let chosen = look.get_untracked().language == language;
        let words = language.words();
        view! { <option value=words.lang lang=words.lang selected=chosen>{words.name}</option> }
    };
    let translate = move |event| {
        let lang = event_target_value(&event);
        let chosen = Language::ALL.into_iter().find(|language| language.words().lang == lang);
        look.change(|now| now.language = chosen.unwrap_or_default());
        // All is drawn anew, this choice too.
        dom::before_paint(|| dom::focus_first(".language"));
    };
    view! {
        <div class="look" role="group" aria-label=words().look>
            <span>{words().size}</span>
            {resize(words().smaller, "－", Size::smaller)}
            <output>{move || format!("{}%", look.get().size.percent())}</output>
            {resize(words().larger, "＋", Size::larger)}
            <button
                type="button"
                aria-pressed=move || look.get().elder.to_string()
                on:click=move |_| look.change(|now| now.elder = !now.elder)
            >
                {words().elder}
            </button>
            <select aria-label=words().colours on:change=choose>
                {Theme::ALL.map(option)}
            </select>
            <select class="language" aria-label=words().language on:change=translate>
                {Language::ALL.map(tongue)}
            </select>
        </div>
    }
}

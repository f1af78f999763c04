//! How does the system's voice speak? One utterance at a time; what became of it is told to whoever asked for it.

use super::window;
use crate::voice::Voice;
use js_sys::Reflect;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Event, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// What is to be said, and how.
pub struct Utterance<'a> {
    pub text: &'a str,
    pub lang: &'a str,
    /// Index into [`voices`].
    pub voice: Option<usize>,
    /// 1 is the voice's own speed.
    pub rate: f32,
}

/// An utterance with its listener: a browser may forget one that nobody holds, and then never ends it.
type Said = (SpeechSynthesisUtterance, Closure<dyn FnMut(Event)>);

thread_local! {
    static SAID: RefCell<Option<Said>> = const { RefCell::new(None) };
}

/// `None` where the browser cannot speak at all.
fn synthesis() -> Option<SpeechSynthesis> {
    let there = |name: &str| Reflect::get(&window(), &name.into()).ok();
    there("SpeechSynthesisUtterance").filter(JsValue::is_function)?;
    let synthesis = there("speechSynthesis").filter(JsValue::is_object)?;
    Some(synthesis.unchecked_into())
}

pub fn can_speak() -> bool {
    synthesis().is_some()
}

fn all_voices() -> Vec<SpeechSynthesisVoice> {
    let voices = synthesis().map(|synthesis| synthesis.get_voices());
    voices.iter().flat_map(js_sys::Array::iter).map(JsCast::unchecked_into).collect()
}

/// The voices of this moment; browsers that load them late have none at first.
pub fn voices() -> Vec<Voice> {
    let voice =
        |voice: &SpeechSynthesisVoice| Voice { lang: voice.lang(), local: voice.local_service() };
    all_voices().iter().map(voice).collect()
}

/// Whether the browser thinks that there is a network.
pub fn is_online() -> bool {
    window().navigator().on_line()
}

/// Says something in place of what is being said, and tells whether it was said to its end.
pub fn say(what: &Utterance, told: impl FnOnce(bool) + 'static) {
    hush();
    let (Some(synthesis), Ok(utterance)) =
        (synthesis(), SpeechSynthesisUtterance::new_with_text(what.text))
    else {
        return told(false);
    };
    utterance.set_lang(what.lang);
    utterance.set_rate(what.rate);
    if let Some(voice) = what.voice.and_then(|at| all_voices().into_iter().nth(at)) {
        utterance.set_lang(&voice.lang());
        utterance.set_voice(Some(&voice));
    }
    let mut told = Some(told);
    let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if let Some(told) = told.take() {
            told(event.type_() == "end");
        }
    });
    let function = listener.as_ref().unchecked_ref();
    utterance.set_onend(Some(function));
    utterance.set_onerror(Some(function));
    synthesis.speak(&utterance);
    SAID.set(Some((utterance, listener)));
}

/// Breaks off what is being said; whoever asked for it is told nothing more.
pub fn hush() {
    if let Some((utterance, _listener)) = SAID.take() {
        utterance.set_onend(None);
        utterance.set_onerror(None);
    }
    if let Some(synthesis) = synthesis().filter(|it| it.speaking() || it.pending()) {
        synthesis.cancel();
    }
}

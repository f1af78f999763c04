//! Who reads aloud? The queue in context, the system's voice behind it, and what went wrong.

use super::shelf::Shelf;
use crate::aloud::{Act, Line, Mode, Player, lines};
use crate::dom::{self, Utterance};
use crate::state::item;
use crate::voice::pick;
use crate::words::{Language, words};
use leptos::prelude::*;

/// One in context, for as long as the page lives.
#[derive(Clone, Copy)]
pub struct Speaker {
    player: RwSignal<Player>,
    trouble: RwSignal<Option<Trouble>>,
    speed: RwSignal<usize>,
    shelf: Shelf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    NoSpeech,
    NoVoice,
    Broken,
    BrokenOffline,
}

impl Trouble {
    pub fn sentence(self) -> &'static str {
        let words = &words().aloud;
        match self {
            Self::NoSpeech => words.no_speech,
            Self::NoVoice => words.no_voice,
            Self::Broken => words.broken,
            Self::BrokenOffline => words.broken_offline,
        }
    }
}

/// Times the voice's own speed, as they are shown and stored.
pub const SPEEDS: [(&str, f32); 5] =
    [("0.75", 0.75), ("1", 1.0), ("1.25", 1.25), ("1.5", 1.5), ("2", 2.0)];
const USUAL: usize = 1;
const KEY: &str = "banxin-speed";

/// What is being read: the catalog item, and its line.
pub type Spoken = (usize, Line);

impl Speaker {
    pub fn provide(shelf: Shelf) -> Self {
        let speaker = Self {
            player: RwSignal::new(Player::default()),
            trouble: RwSignal::new(None),
            speed: RwSignal::new(USUAL),
            shelf,
        };
        provide_context(speaker);
        speaker
    }

    /// Takes the speed that the device remembers; a page that is left must not go on speaking.
    pub fn follow(self) {
        let stored = dom::stored(KEY);
        let speed = SPEEDS.iter().position(|(speed, _)| Some(*speed) == stored.as_deref());
        self.speed.set(speed.unwrap_or(USUAL));
        dom::on_window("pagehide", move || self.act(Player::pause));
    }

    pub fn here() -> Self {
        expect_context()
    }

    pub fn mode(self) -> Mode {
        self.player.with(Player::mode)
    }

    /// The catalog item being read.
    pub fn item(self) -> Option<usize> {
        self.player.with(Player::item)
    }

    pub fn place(self) -> (usize, usize) {
        self.player.with(Player::place)
    }

    pub fn spoken(self) -> Option<Spoken> {
        self.player.with(|player| Some((player.item()?, player.line()?.clone())))
    }

    pub fn trouble(self) -> Option<Trouble> {
        self.trouble.get()
    }

    pub fn speed(self) -> usize {
        self.speed.get()
    }

    pub fn set_speed(self, speed: usize) {
        self.speed.set(speed);
        dom::store(KEY, SPEEDS[speed].0);
        self.act(Player::again);
    }

    pub fn play(self, queue: Vec<usize>) {
        self.act(|player| player.start(queue, load));
    }

    pub fn play_from(self, item: usize, part: usize, at: usize) {
        self.act(|player| player.start_at(item, part, at, load));
    }

    /// Reads an article, or pauses it and goes on where it is the one being read.
    pub fn toggle_item(self, item: usize) {
        match untrack(|| self.item()) == Some(item) {
            true => self.act(Player::toggle),
            false => self.play(vec![item]),
        }
    }

    pub fn toggle(self) {
        self.act(Player::toggle);
    }

    pub fn step(self, forward: bool) {
        self.act(|player| if forward { player.forward(load) } else { player.back(load) });
    }

    pub fn skip(self) {
        self.act(|player| player.skip(true, load));
    }

    /// Also puts away what was said of trouble.
    pub fn stop(self) {
        self.trouble.set(None);
        self.act(Player::stop);
    }

    fn act(self, step: impl FnOnce(&mut Player) -> Act) {
        let act = self.player.try_update(step).unwrap_or(Act::Nothing);
        match act {
            Act::Nothing => {}
            Act::Hush => dom::hush(),
            Act::Speak(turn) => self.speak(turn, 0),
        }
    }

    /// Says the line of this turn. Voices that are loaded late are waited for, a little.
    fn speak(self, turn: u32, waited: i32) {
        const WAIT: i32 = 100;
        const LONGEST_WAIT: i32 = 1500;
        let Some((at, line)) = untrack(|| self.spoken()) else { return };
        let item = item(at);
        if !dom::can_speak() {
            return self.fail(turn, Trouble::NoSpeech);
        }
        let voices = dom::voices();
        if voices.is_empty() && waited < LONGEST_WAIT {
            // Another turn meanwhile waits for itself.
            dom::hush();
            let again = move || {
                if self.player.with_untracked(|player| player.is_turn(turn)) {
                    self.speak(turn, waited + WAIT);
                }
            };
            dom::after(WAIT, again);
            return;
        }
        let online = dom::is_online();
        let Some(voice) = pick(&voices, item.lang, online) else {
            return self.fail(turn, Trouble::NoVoice);
        };
        let needs_network = !voices[voice].local;
        let said = match line.remark {
            Some(kind) => remark(item.lang).gaps[kind as usize][0],
            None => &item.parts[line.part].text[line.range.clone()],
        };
        let (_, rate) = SPEEDS[self.speed.get_untracked()];
        let what = Utterance { text: said, lang: item.lang, voice: Some(voice), rate };
        dom::say(&what, move |to_its_end| {
            if to_its_end {
                self.trouble.set(None);
                self.act(|player| player.ended(turn, load));
                // Heard to its end is read.
                if untrack(|| self.item()) != Some(at) {
                    self.shelf.mark_read(at);
                }
            } else if needs_network && !dom::is_online() {
                self.fail(turn, Trouble::BrokenOffline);
            } else {
                self.fail(turn, Trouble::Broken);
            }
        });
    }

    fn fail(self, turn: u32, trouble: Trouble) {
        let news = self.player.try_update(|player| player.failed(turn)).unwrap_or_default();
        if news {
            self.trouble.set(Some(trouble));
            // Where nothing can be said at all there is nothing to go on with.
            if matches!(trouble, Trouble::NoSpeech | Trouble::NoVoice) {
                self.act(Player::stop);
            }
        }
    }
}

fn load(at: usize) -> Vec<Line> {
    lines(item(at))
}

/// Remarks are said in the language of the article, by its voice.
fn remark(lang: &str) -> &'static crate::words::Words {
    let traditional = lang == Language::Traditional.words().lang;
    if traditional { Language::Traditional.words() } else { Language::Simplified.words() }
}

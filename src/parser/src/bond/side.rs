//! What does each side of a seam say by itself? Found once, however many pieces it is held against.

use super::clause::{Begun, Ended};
use super::numbers::number;
use super::run::{NEAR, Run};
use super::{BESIDE, SHORTEST_SPEAKER, run_before};
use crate::cursor::is_han;
use crate::lexicon::{self, Class};
use crate::newshead::{is_bullet, news_head};
use crate::opening::{self, FirstWord};
use crate::source::Ink;
use std::cell::OnceCell;

/// What was seen of a piece as a side of a seam, once it was asked for.
#[derive(Default)]
pub struct Seen {
    end: OnceCell<LastWords>,
    opens_report: OnceCell<bool>,
    opening: OnceCell<Opening>,
}

/// How a piece ends.
pub struct LastWords {
    pub clause: Begun,
    pub run: Run,
    /// The last word, where characters are Han.
    pub word: Vec<char>,
    pub class: Class,
}

/// How a piece opens; see [`crate::opening`].
pub struct Opening {
    pub clause: Ended,
    pub run: Run,
    pub first: FirstWord,
    pub strength: Option<u8>,
    pub is_set_off: bool,
    pub is_tail: bool,
    pub is_unbalanced: bool,
    pub person_speaks: bool,
    pub office_speaks: bool,
    pub is_said: bool,
    /// What the number says that it opens with.
    pub number: f32,
}

/// A piece that may go on with another, or another with it.
#[derive(Clone, Copy)]
pub struct Side<'i> {
    pub ink: &'i [Ink],
    pub seen: &'i Seen,
}

impl<'i> Side<'i> {
    pub fn end(self) -> &'i LastWords {
        self.seen.end.get_or_init(|| {
            let mut word = run_before(self.ink, BESIDE);
            let run = Run::of(word[word.len().saturating_sub(NEAR)..].iter().copied());
            word.drain(..word.len() - lexicon::last_word(&word));
            let clause = Begun::of(self.ink);
            LastWords { clause, run, class: lexicon::class_of(&word), word }
        })
    }

    /// Whether it opens as a report or an item does.
    pub fn opens_report(self) -> bool {
        let is_bullet = || self.ink.first().is_some_and(|first| is_bullet(first.c));
        *self.seen.opens_report.get_or_init(|| is_bullet() || news_head(self.ink).is_some())
    }

    pub fn opening(self) -> &'i Opening {
        let ink = self.ink;
        self.seen.opening.get_or_init(|| Opening {
            clause: Ended::of(ink),
            run: Run::of(ink.iter().map(|ink| ink.c).take_while(|c| is_han(*c))),
            first: FirstWord::of(ink),
            strength: opening::strength(ink),
            is_set_off: opening::is_set_off(ink),
            is_tail: opening::is_tail(ink),
            is_unbalanced: opening::unbalanced(ink),
            person_speaks: opening::is_person_speaking(ink),
            office_speaks: opening::is_office_speaking(ink, SHORTEST_SPEAKER),
            is_said: opening::is_said_quotation(ink),
            number: number(ink),
        })
    }
}

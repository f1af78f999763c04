//! What is drawn when, while the prerendered page still stands? A portion a task: the page answers in between.
//!
//! Drawn in one go, the front page keeps an old phone from answering for most of a second.

use crate::dom;
use crate::node::{Child, Node};
use leptos::prelude::*;
use std::collections::VecDeque;

type Portion = Box<dyn FnOnce()>;

/// The portions that are still to be drawn or done, in the order in which they were met; `None` when nothing of it is
/// left, and from then on nothing waits.
#[derive(Clone, Copy)]
pub struct Turns(StoredValue<Option<VecDeque<Portion>>, LocalStorage>);

impl Turns {
    /// Puts turns in context. `over` is called once, when nothing waits any more.
    pub fn provide(over: impl FnOnce() + 'static) {
        let turns = Self(StoredValue::new_local(Some(VecDeque::new())));
        provide_context(turns);
        turns.go_on(over);
    }

    fn go_on(self, over: impl FnOnce() + 'static) {
        // What a portion draws is drawn before the next task, and may add portions of its own.
        dom::after(0, move || {
            let next = self.0.try_update_value(|waiting| waiting.as_mut()?.pop_front()).flatten();
            match next {
                Some(portion) => {
                    portion();
                    self.go_on(over);
                }
                None => {
                    self.0.try_set_value(None);
                    over();
                }
            }
        });
    }

    /// Takes a portion up; gives it back where nothing has to wait.
    fn queue(self, portion: Portion) -> Result<(), Portion> {
        let mut portion = Some(portion);
        self.0.try_update_value(|waiting| {
            if let Some(waiting) = waiting {
                waiting.extend(portion.take());
            }
        });
        portion.map_or(Ok(()), Err)
    }
}

/// Does something at once, or in its turn where there are turns.
pub fn do_in_turn(act: impl FnOnce() + 'static) {
    let owner = Owner::current().unwrap_or_default();
    let act: Portion = Box::new(move || owner.with(act));
    let waits = match use_context::<Turns>() {
        Some(turns) => turns.queue(act),
        None => Err(act),
    };
    if let Err(act) = waits {
        act();
    }
}

/// Draws at once, or in its turn where there are turns.
pub fn in_turn(draw: impl Fn() -> Node + 'static) -> Node {
    let due = RwSignal::new(false);
    // One whose place is gone meanwhile is passed over.
    let portion: Portion = Box::new(move || {
        due.try_set(true);
    });
    match use_context::<Turns>().map(|turns| turns.queue(portion)) {
        Some(Ok(())) => (move || due.get().then(&draw)).node(),
        _ => draw(),
    }
}

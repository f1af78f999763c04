//! What is drawn when, while the prerendered page still stands? A portion a task: the page answers in between.
//!
//! Drawn in one go, the front page keeps an old phone from answering for most of a second.

use crate::dom;
use crate::node::{Child, Node};
use leptos::prelude::*;
use std::collections::VecDeque;

/// The portions that are still to be drawn, in the order in which they were met; `None` when all of it is drawn, and
/// from then on nothing waits.
#[derive(Clone, Copy)]
pub struct Turns(StoredValue<Option<VecDeque<RwSignal<bool>>>>);

impl Turns {
    /// Puts turns in context. `over` is called once, when nothing waits any more.
    pub fn provide(over: impl FnOnce() + 'static) {
        let turns = Self(StoredValue::new(Some(VecDeque::new())));
        provide_context(turns);
        turns.go_on(over);
    }

    fn go_on(self, over: impl FnOnce() + 'static) {
        // What a portion draws is drawn before the next task, and may add portions of its own.
        dom::after(0, move || {
            let next = self.0.try_update_value(|waiting| waiting.as_mut()?.pop_front()).flatten();
            match next {
                Some(due) => {
                    // One whose place is gone meanwhile, is passed over.
                    due.try_set(true);
                    self.go_on(over);
                }
                None => {
                    self.0.try_set_value(None);
                    over();
                }
            }
        });
    }

    /// A signal that becomes true when it is its turn; `None` where nothing has to wait.
    fn queue(self) -> Option<RwSignal<bool>> {
        self.0.try_update_value(|waiting| {
            let due = RwSignal::new(false);
            waiting.as_mut()?.push_back(due);
            Some(due)
        })?
    }
}

/// Draws at once, or in its turn where there are turns.
pub fn in_turn(draw: impl Fn() -> Node + 'static) -> Node {
    match use_context::<Turns>().and_then(Turns::queue) {
        Some(due) => (move || due.get().then(&draw)).node(),
        None => draw(),
    }
}

//! Where does a text name a place? Longest match through county, township and village names, lists of counties, and the
//! heads of reports.

use super::{Form, Mention, Places};
use crate::listed::listed;
use crate::located::located;
use crate::said::mention;
use crate::sent::sent;
use crate::taiwan;
use std::cmp::Reverse;

impl Places {
    /// Whether a folded text opens with the name of a county or township, or of the region.
    pub fn opens(&self, text: impl IntoIterator<Item = char>) -> bool {
        let longest = self.names.longest(text);
        longest.is_some_and(|(_, values)| {
            values.iter().any(|value| !matches!(value.0, Form::Village | Form::Other))
        })
    }

    /// Whether a folded text begins with any name at all.
    pub fn may_open(&self, text: &[char]) -> bool {
        self.names.longest(text.iter().copied()).is_some()
    }

    /// Every place named in a folded text, left to right, none overlapping another.
    pub fn find(&self, text: &[char]) -> Vec<Mention> {
        let mut mentions = Vec::new();
        let mut named = listed(text);
        named.extend(sent(text));
        // Taiwan has towns of the same names: 峨眉一帶.
        if self.region().is_none_or(|region| region.code != taiwan::CODE) {
            named.extend(located(text));
        }
        named.sort_by_key(|mention| (mention.start, Reverse(mention.end)));
        let mut listed = named.into_iter().peekable();
        let mut at = 0;
        while at < text.len() {
            // Looked at where it stands: to take an item out and put it back at every character costs more than all else.
            while listed.peek().is_some_and(|item| item.start < at) {
                listed.next();
            }
            let longest = self.names.longest(text[at..].iter().copied());
            let length = longest.map_or(0, |(length, _)| length);
            let is_here = |item: &Mention| item.start == at && item.end - at >= length;
            if listed.peek().is_some_and(is_here)
                && let Some(item) = listed.next()
            {
                at = item.end;
                mentions.push(item);
                continue;
            }
            let Some((length, values)) = longest else {
                at += 1;
                continue;
            };
            let end = at + length;
            if let Some(mention) = mention(text, (at, end), values, |code| self.is_home(code)) {
                mentions.push(mention);
            }
            at = end;
        }
        mentions
    }
}

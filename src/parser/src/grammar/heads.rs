//! What do two lines above a text say for being headline, kicker, subtitle of each other?

use crate::features::Features;

/// Two short lines, one directly below the other, neither with halves of its own: 两家人为草场争了八年, 一碗奶茶化干戈.
/// A headline that is complete is longer than the first of them.
pub fn is_pair(before: &Features, here: &Features) -> bool {
    const SHORTEST_LINE: usize = 5;
    const LONGEST_FIRST: usize = 11;
    const LONGEST_SECOND: usize = 12;
    let fits = |line: &Features, longest: usize| {
        (SHORTEST_LINE..=longest).contains(&line.han) && !line.halves && !line.is_place
    };
    fits(before, LONGEST_FIRST) && fits(here, LONGEST_SECOND) && !here.after_blank
}

/// What two lines say for being a kicker and its headline: 支部建在院坝上 矛盾化在萌芽里 over what happened, two halves
/// over a quotation.
pub fn over_headline(before: &Features, here: &Features) -> f32 {
    if here.halves || !before.halves {
        return 0.0;
    }
    let couplet = if before.couplet && before.echo < here.echo { 2.5 } else { 0.0 };
    couplet + if here.quoted { 1.5 } else { 0.0 }
}

/// What it costs an article to begin without byline and report head, unless its headline opens with where it happened.
const NO_CREDIT: f32 = 1.2;

pub fn no_credit(before: &Features, here: &Features) -> f32 {
    if here.head.is_some() || before.opens_with_place { 0.0 } else { NO_CREDIT }
}

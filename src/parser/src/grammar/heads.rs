//! What do two lines above a text say for being headline, kicker, subtitle of each other?

use crate::features::Features;

/// Two short lines, one directly below the other, neither with halves of its own: 两家人为草场争了八年, 一碗奶茶化干戈.
/// A headline that is complete is longer than the first of them.
pub fn is_pair(before: &Features, here: &Features) -> bool {
    const SHORTEST_LINE: usize = 4;
    const LONGEST_FIRST: usize = 11;
    const LONGEST_SECOND: usize = 12;
    let fits = |line: &Features, longest: usize| {
        (SHORTEST_LINE..=longest).contains(&line.han) && !line.halves && !line.is_place
    };
    const DIFFER: usize = 4;
    fits(before, LONGEST_FIRST)
        && fits(here, LONGEST_SECOND)
        && !here.after_blank
        && before.len.abs_diff(here.len) <= DIFFER
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

/// A seam above this tears a word or a phrase: two lines of one headline.
const TORN: f32 = 4.5;

/// Whether a headline goes on in this line in the midst of a word.
pub fn is_torn(here: &Features) -> bool {
    here.seam.is_some_and(|seam| seam > TORN)
}

/// Two lines of about one length of which the text repeats much are one headline as often as not.
pub fn are_alike(before: &Features, here: &Features) -> bool {
    const SAID_AGAIN: f32 = 0.2;
    const DIFFER: usize = 3;
    before.echo.min(here.echo) > SAID_AGAIN && before.len.abs_diff(here.len) <= DIFFER
}

/// What the text says again of a line tells a headline only where it is the first line of the head: a subtitle is said
/// again as often.
pub fn unheard(here: &Features) -> f32 {
    const SAID: f32 = 2.0;
    SAID * here.echo
}

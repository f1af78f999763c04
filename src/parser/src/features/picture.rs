//! Which pieces stand under pictures, though their words do not say so?

mod runs;

use super::LONG;
use crate::credit::Credit;
use crate::opening::{Stop, stop};
use crate::source::Ink;

/// What a piece is to a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    #[default]
    Nothing,
    /// A caption of one of several pictures, or under the picture's title.
    Caption,
    /// The first paragraph under a picture with several …
    First,
    /// … and a later one, or the rest of one that was cut.
    Later,
}

/// Captions told by what stands around them.
pub fn pictures(
    inks: &[&[Ink]],
    credits: &[Option<Credit>],
    blank: &[bool],
    has_head: &dyn Fn(usize) -> bool,
) -> Vec<Shown> {
    let numbered = numbered(inks, credits);
    let is_caption = |at: usize| {
        numbered[at]
            || is_of_another(inks, credits, blank, has_head, at)
            || !has_head(at) && is_titled_picture(inks, credits, at)
    };
    let one = |at: usize| if is_caption(at) { Shown::Caption } else { Shown::Nothing };
    let mut shown: Vec<Shown> = (0..inks.len()).map(one).collect();
    for end in 0..inks.len() {
        let Some(first) = runs::before_credit(inks, credits, has_head, end) else { continue };
        if shown[first..end].iter().all(|shown| *shown == Shown::Nothing) {
            shown[first] = Shown::First;
            shown[first + 1..end].fill(Shown::Later);
        }
    }
    shown
}

/// ①放牧归来。 ②学骑马。: short items counted one behind the other below whoever made text and pictures.
fn numbered(inks: &[&[Ink]], credits: &[Option<Credit>]) -> Vec<bool> {
    const NUMBERS: &str = "①②③④⑤⑥⑦⑧⑨";
    const LONGEST: usize = 60;
    let number = |at: usize| {
        let ink = inks.get(at).filter(|ink| ink.len() <= LONGEST)?;
        NUMBERS.chars().position(|number| number == ink[0].c)
    };
    let mut found = vec![false; inks.len()];
    let mut pictured = false;
    for at in 0..inks.len() {
        if let Some(credit) = &credits[at] {
            pictured = credit.is_pictured;
        }
        if number(at) != Some(0) {
            continue;
        }
        let run = (at..inks.len()).take_while(|next| number(*next) == Some(next - at)).count();
        let behind = credits.get(at + run).and_then(Option::as_ref);
        let is_photo = behind.is_some_and(|credit| credit.is_photo || credit.is_pictured);
        if run > 1 && (pictured || is_photo) {
            found[at..at + run].fill(true);
        }
    }
    found
}

/// A paragraph set off, signed （圖文：張議晨）, where the text above it has its writer already: a picture's.
fn is_of_another(
    inks: &[&[Ink]],
    credits: &[Option<Credit>],
    blank: &[bool],
    has_head: &dyn Fn(usize) -> bool,
    at: usize,
) -> bool {
    const LONGEST: usize = 160;
    const REACH: usize = 16;
    let signs = credits.get(at + 1).and_then(Option::as_ref);
    let is_pictured = signs.is_some_and(|credit| credit.is_pictured && !credit.reports);
    let poem = is_under_verses(inks, at);
    let stands_off = blank[at] && signs.is_some_and(|credit| credit.bracketed) || poem;
    if !is_pictured || !stands_off || inks[at].len() > LONGEST || stop(inks[at]) != Stop::Full {
        return false;
    }
    if poem {
        return true;
    }
    let is_text = |at: usize| inks[at].len() >= LONG || stop(inks[at]) == Stop::Full;
    let above = (at.saturating_sub(REACH)..at).rev();
    for above in above {
        if let Some(credit) = &credits[above] {
            return credit.firm && !credit.bracketed && !credit.is_photo;
        }
        if has_head(above) {
            return true;
        }
        if !is_text(above) {
            return false;
        }
    }
    false
}

/// Three short lines in a row and more stand above: what follows a poem is not its text.
fn is_under_verses(inks: &[&[Ink]], at: usize) -> bool {
    const VERSES: usize = 3;
    const LONGEST: usize = 16;
    let short = |ink: &&&[Ink]| ink.len() <= LONGEST && stop(ink) == Stop::Open;
    inks[..at].iter().rev().take(VERSES).filter(short).count() == VERSES
}

/// 桐花雪 over one paragraph, and under it the photographer: a picture with a title.
fn is_titled_picture(inks: &[&[Ink]], credits: &[Option<Credit>], at: usize) -> bool {
    const LONGEST: usize = 160;
    const LONGEST_TITLE: usize = 20;
    let Some(title) = at.checked_sub(1) else { return false };
    let signs = credits.get(at + 1).and_then(Option::as_ref);
    signs.is_some_and(|credit| {
        credit.is_photo || credit.is_pictured && is_under_pictures(inks, title)
    }) && (LONG / 2..=LONGEST).contains(&inks[at].len())
        && stop(inks[at]) == Stop::Full
        && credits[title].is_none()
        && inks[title].len() <= LONGEST_TITLE
        && stop(inks[title]) == Stop::Open
}

/// The title stands below 图片新闻, with nothing but pictures between them: whoever made text and picture wrote what stands under the picture.
fn is_under_pictures(inks: &[&[Ink]], title: usize) -> bool {
    const REACH: usize = 10;
    let near = (title.saturating_sub(REACH)..title).rev().map(|at| super::bare(inks[at]));
    let label = near.into_iter().find(|plain| super::rubric(plain) > 0);
    label.is_some_and(super::shows_pictures)
}

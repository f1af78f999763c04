//! Is a section's name on a line of its own the page's name? Where the head says one thing a line, it is.

use super::TOP;
use crate::furniture::{HEAD, Matter};
use crate::piece::Piece;
use crate::source::{Ink, Source};
use crate::wordlist::Words;

/// 要闻 directly below 03版 and apart from the text, above 河口日报 at the very top, or between two such lines. Below a
/// line that says more it is the label of what follows: 2025年7月24日 第3版 责编 赵强 over 要闻.
pub fn name_in_lines(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    let top = matters.len().min(TOP + 1);
    if matters[..top].iter().flatten().any(|matter| matter.name.is_some() || matter.is_guide) {
        return;
    }
    let ink = |at: usize| &source.ink[pieces[at].ink.clone()];
    let is_below = |at: usize| {
        let line = pieces.get(at).and_then(|piece| source.lines.get(piece.lines.start));
        line.is_some_and(|line| !line.after_blank)
    };
    let states = |at: usize| matters[at].as_ref().and_then(|matter| one_thing(matter, ink(at)));
    let is_name = |at: &usize| {
        let above = at.checked_sub(1).filter(|_| is_below(*at)).and_then(states);
        let has_below = is_below(at + 1) && matches!(matters.get(at + 1), Some(Some(_)));
        let stands = match above {
            Some(_) if has_below => true,
            Some(Thing::Number) => !is_below(at + 1),
            Some(_) => false,
            None => *at == 0 && has_below && states(1).is_some(),
        };
        stands && matters[*at].is_none() && names_page(ink(*at))
    };
    if let Some(at) = (0..top).find(is_name) {
        matters[at] = Some(Matter { name: Some(0..ink(at).len()), why: HEAD, ..Matter::default() });
    }
}

/// What a line of the head says where it says nothing else.
#[derive(Clone, Copy)]
enum Thing {
    Number,
    Other,
}

fn one_thing(matter: &Matter, ink: &[Ink]) -> Option<Thing> {
    /// Characters: 二〇二五年十二月二十四日, 第12版, 星期四.
    const DAY: usize = 12;
    const NUMBER: usize = 4;
    const WEEKDAY: usize = 3;
    let paper = matter.paper.as_ref().is_some_and(|paper| paper.len() == ink.len());
    let date = matter.date.is_some() && ink.len() <= DAY;
    let weekday = matter.weekday.is_some() && ink.len() <= WEEKDAY;
    let number = matter.number.is_some() && ink.len() <= NUMBER && !matter.is_stub;
    let is_jump = matter.jump.is_some();
    match [paper, date, weekday, number].iter().filter(|is| **is).count() {
        1 if !is_jump => Some(if number { Thing::Number } else { Thing::Other }),
        _ => None,
    }
}

/// 要闻, 民生; 简讯 and 遗失声明 name what stands below them.
fn names_page(ink: &[Ink]) -> bool {
    const LONGEST: usize = 8;
    static LABELS: Words = Words::of(&["声明", "公告", "启事", "图片新闻"]);
    ink.len() <= LONGEST
        && (crate::features::names_section(ink) || crate::features::names_page(ink))
        && !crate::words::BRIEFS.end(ink)
        && !LABELS.end(ink)
}

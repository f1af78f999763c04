//! Which lines that look like those of a website are, for the page has others?

use crate::cursor::starts_with;
use crate::furniture::{Matter, SITE, has_site_words, heads_list, is_like_site, is_minute};
use crate::newshead::is_bullet;
use crate::piece::Piece;
use crate::source::{Ink, Source};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Lines that show that a page was copied from a website.
const FEWEST: usize = 2;

/// Takes for page matter what looks like it where other lines of the page are, and what is said again and again with its
/// words: 【打印】【关闭】 本文已有 4 条评论.
pub fn site_lines(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    let is_site = |matter: &Option<Matter>| matter.as_ref().is_some_and(|own| own.why == SITE);
    let sure = matters.iter().filter(|matter| is_site(matter)).count();
    // <!DOCTYPE html>, <!-- 第2页 -->, ![](images/1.jpg)
    let of_program = |mark: &&Range<usize>| source.text[(*mark).clone()].starts_with(['!', '<']);
    let written = source.marks.iter().filter(of_program).take(1).count();
    if sure + written < FEWEST {
        return;
    }
    let ink = |at: usize| &source.ink[pieces[at].ink.clone()];
    let mut times: FxHashMap<Vec<char>, usize> = FxHashMap::default();
    let repeats: Vec<usize> =
        (0..pieces.len()).filter(|at| matters[*at].is_none() && has_site_words(ink(*at))).collect();
    for at in &repeats {
        *times.entry(counted(ink(*at))).or_default() += 1;
    }
    // What stands beside one that stands beside one is told the second time.
    for at in (0..pieces.len()).chain(0..pieces.len()) {
        let beside =
            |other: Option<usize>| other.and_then(|at| matters.get(at)).is_some_and(is_site);
        let is_again = || times.get(&counted(ink(at))).is_some_and(|times| *times > 1);
        let is_beside = || beside(at.checked_sub(1)) || beside(Some(at + 1));
        // 来源|河东融媒 below what ends a page on a telephone
        let is_source = || cites(ink(at)) && beside(at.checked_sub(1));
        if matters[at].is_none()
            && (is_again()
                || is_minute(ink(at))
                || is_like_site(ink(at)) && is_beside()
                || is_source())
        {
            matters[at] = Some(Matter { why: SITE, ..Matter::default() });
        }
        // 延伸阅读, and below it titles with a mark
        let is_list = matters[at].is_none()
            && heads_list(ink(at))
            && pieces
                .get(at + 1)
                .is_some_and(|_| is_bullet(ink(at + 1)[0].c) || ink(at + 1)[0].c == '·');
        if is_list {
            matters[at] = Some(Matter { is_guide: true, why: SITE, ..Matter::default() });
        }
    }
}

fn cites(ink: &[Ink]) -> bool {
    const LONGEST: usize = 24;
    ink.len() <= LONGEST && (starts_with(ink, "来源|") || starts_with(ink, "来源:"))
}

/// The line with 0 for every number.
fn counted(ink: &[Ink]) -> Vec<char> {
    let figures = ink.iter().map(|ink| if ink.c.is_ascii_digit() { '0' } else { ink.c });
    let mut line: Vec<char> = figures.collect();
    line.dedup_by(|next, kept| *next == '0' && *kept == '0');
    line
}

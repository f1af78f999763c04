//! Which lines are the head of the page, and which only look so?

mod issue;
mod lines;
mod office;
mod place;

use self::issue::issue_lines;
use self::lines::name_in_lines;
use self::office::office_lines;
use self::place::lines_between;
use super::contents::contents;
use super::counter::counters;
use super::guide::guide_stubs;
use super::mail::heads_of_letters;
use super::site::site_lines;
use crate::cursor::Cursor;
use crate::furniture::{
    At, HEAD, Matter, SITE, folio, is_contact, is_counted, is_organ, is_paper, is_paper_by_day,
    is_paper_in_head, masthead,
};
use crate::opening::{Stop, stop};
use crate::piece::Piece;
use crate::source::{Ink, Source};
use crate::wordlist::Words;
use std::cell::LazyCell;

/// Pieces at the top of a page among which its head stands.
pub const TOP: usize = 4;

/// The paper, the day and the page on the first lines: alone, or each saying a part.
pub fn head_lines(
    source: &Source,
    pieces: &[Piece],
    mut matters: Vec<Option<Matter>>,
) -> Vec<Option<Matter>> {
    count_years(source, &mut matters);
    name_of_page(source, pieces, &mut matters);
    guide_stubs(source, pieces, &mut matters);
    site_lines(source, pieces, &mut matters);
    contents(source, pieces, &mut matters);
    counters(source, pieces, &mut matters);
    heads_of_letters(source, pieces, &mut matters);
    // Over the head of a page from a website may stand where the reader is, and what to click.
    let is_site =
        |matter: &&Option<Matter>| matter.as_ref().is_some_and(|matter| matter.why == SITE);
    let site = matters.iter().take_while(is_site).count();
    head_of(source, &pieces[site..], &mut matters[site..]);
    matters
}

/// The head of a page whose first line is the first of the pieces.
fn head_of(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    for (piece, matter) in pieces.iter().zip(matters.iter_mut()).take(TOP) {
        let ink = &source.ink[piece.ink.clone()];
        if matter.is_none() && is_paper(ink) {
            let paper = Some(0..ink.len());
            *matter = Some(Matter { paper, why: HEAD, ..Matter::default() });
        }
        if matter.is_none() && (is_organ(ink) || names_edition(ink) || is_romanized(ink)) {
            *matter = Some(Matter { why: HEAD, ..Matter::default() });
        }
        if matter.is_none() {
            *matter = folio(ink);
        }
    }
    for at in 1..matters.len().min(TOP) {
        if matters[at].is_none()
            && matters[at - 1].is_some()
            && is_month(&source.ink[pieces[at].ink.clone()])
        {
            matters[at] = Some(Matter { why: HEAD, ..Matter::default() });
        }
    }
    issue_lines(source, pieces, matters);
    // What states little is of the head where it stands beside what states more.
    let head = |piece: &Piece| masthead(&source.ink[piece.ink.clone()], At::Top);
    let mut heads: Vec<Option<Matter>> = pieces.iter().take(TOP).map(head).collect();
    count_years(source, &mut heads);
    for _ in 0..TOP {
        let states = |matter: &Option<Matter>| {
            matter.as_ref().is_some_and(|matter| {
                matter.date.is_some()
                    || matter.no_day.is_some()
                    || matter.number.is_some()
                    || matter.paper.is_some()
            })
        };
        let guides = |at| matters[..at].iter().flatten().any(|matter| matter.is_guide);
        let guided: Vec<bool> = (0..matters.len().min(TOP)).map(guides).collect();
        let stated: Vec<bool> = matters.iter().take(TOP + 1).map(states).collect();
        for (at, matter) in matters.iter_mut().take(TOP).enumerate() {
            let beside = at > 0 && stated[at - 1] || stated.get(at + 1) == Some(&true);
            read_fully(matter, &mut heads[at], beside && !guided[at]);
            if matter.is_none() {
                let head = &mut heads[at];
                let is_day =
                    |head: &Matter| at == 0 && head.date.is_some_and(|date| date.year.is_some());
                *matter = head.take_if(|head| beside || is_day(head));
            }
            let ink = &source.ink[pieces[at].ink.clone()];
            if matter.is_none() && beside && is_contact(ink) {
                *matter = Some(Matter { why: HEAD, ..Matter::default() });
            }
            if matter.is_none() && beside {
                *matter = numbered_name(ink);
            }
        }
    }
    name_above_head(source, pieces, matters);
    name_beside_header(source, pieces, matters);
    page_in_lines(source, pieces, matters);
    fill_head(source, pieces, matters);
    paper_below(source, pieces, matters);
    name_in_lines(source, pieces, matters);
    lines_between(source, pieces, matters);
    office_lines(source, pieces, matters);
}

/// 2001年6月, over the number of the day on a line of its own.
fn is_month(ink: &[Ink]) -> bool {
    let mut cursor = Cursor::of(ink);
    cursor.year().is_some() && cursor.number().is_some() && cursor.eat("月") && cursor.is_done()
}

/// 《柯桥日报》 2018年2月9日 农历丁酉年十二月廿四 第三版: what is read as a head anywhere may tell more at the top.
/// 要闻 01版 beside the day is no stub of a guide.
fn read_fully(matter: &mut Option<Matter>, head: &mut Option<Matter>, may_be_no_stub: bool) {
    let facts = |matter: &Matter| {
        let date = matter.date.is_some_and(|date| date.year.is_some());
        [date, matter.number.is_some(), matter.paper.is_some(), matter.name.is_some()]
    };
    let count = |matter: &Matter| facts(matter).into_iter().filter(|fact| *fact).count();
    let tells_more = |known: &Matter, head: &Matter| {
        let [kept @ .., _] = facts(known);
        let is_kept = kept.iter().zip(facts(head)).all(|(known, told)| told || !known);
        let may_be_head = known.why == HEAD || known.is_stub && may_be_no_stub;
        may_be_head && is_kept && count(head) > count(known)
    };
    if let Some(known) = matter
        && let Some(told) = head.take_if(|head| tells_more(known, head))
    {
        *known = told;
    }
}

/// 七十四年七月十九日 is of 1985 where the page is in traditional characters; elsewhere its year is not known.
fn count_years(source: &Source, matters: &mut [Option<Matter>]) {
    const REPUBLIC: u16 = 1911;
    let is_traditional = LazyCell::new(|| places::is_traditional(source.text));
    for matter in matters.iter_mut().flatten() {
        if let (Some(date), Some(year)) = (&mut matter.date, matter.year_of_republic)
            && *is_traditional
        {
            date.year = Some(REPUBLIC + year);
        }
    }
}

/// 2 灾后重建, 4 副刊·乌金: beside the day or the paper, the page's number and its name, which no list has.
fn numbered_name(ink: &[Ink]) -> Option<Matter> {
    const MOST_DIGITS: usize = 2;
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=6;
    let digits = ink.iter().take_while(|ink| ink.c.is_ascii_digit()).count();
    let name = ink.get(digits..)?;
    let is_name = LENGTHS.contains(&name.len())
        && name[0].spaced
        && !is_counted(name)
        && name.iter().enumerate().all(|(at, ink)| {
            (at == 0 || !ink.spaced) && (crate::cursor::is_han(ink.c) || ink.c == '·')
        });
    let number = Cursor::of(&ink[..digits]).number();
    let number = number.filter(|number| *number > 0 && digits <= MOST_DIGITS && is_name)?;
    let name = Some(digits..ink.len());
    Some(Matter { number: Some(number.into()), name, why: HEAD, ..Matter::default() })
}

/// 2 and 县域新闻 as the first lines of all, over the day.
fn page_in_lines(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    let [first @ None, second @ None, Some(_), ..] = matters else { return };
    let ink = |at: usize| &source.ink[pieces[at].ink.clone()];
    if let Some(number) = number_alone(ink(0))
        && crate::features::names_section(ink(1))
    {
        *first = Some(number);
        let name = Some(0..ink(1).len());
        *second = Some(Matter { name, why: HEAD, ..Matter::default() });
    }
}

/// 3 on a line of its own, as a page's number.
fn number_alone(ink: &[Ink]) -> Option<Matter> {
    let mut cursor = Cursor::of(ink);
    let number = cursor.number().filter(|number| cursor.is_done() && (1..100).contains(number))?;
    Some(Matter { number: Some(number.into()), why: HEAD, ..Matter::default() })
}

/// How the paper is reached, or its name, as the last line of the head.
fn paper_below(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    let mut head = matters.iter().take_while(|matter| matter.is_some()).count();
    if let Some(piece) = pieces.get(head).filter(|_| head > 0 && head <= TOP)
        && is_contact(&source.ink[piece.ink.clone()])
    {
        matters[head] = Some(Matter { why: HEAD, ..Matter::default() });
        head += 1;
    }
    let has_paper = matters[..head].iter().flatten().any(|matter| matter.paper.is_some());
    if let Some(piece) = pieces.get(head).filter(|_| head > 0 && head <= TOP && !has_paper) {
        let ink = &source.ink[piece.ink.clone()];
        if is_paper(ink) {
            let paper = Some(0..ink.len());
            matters[head] = Some(Matter { paper, why: HEAD, ..Matter::default() });
        }
    }
}

/// 综合新闻 and 3 on lines of their own: between two lines of the head a number is the page's, and what names a section
/// above the number is the page's name.
fn fill_head(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    const LONGEST_NAME: usize = 8;
    let ink = |at: usize| &source.ink[pieces[at].ink.clone()];
    let is_head = |matter: Option<&Option<Matter>>| matches!(matter, Some(Some(_)));
    for at in (0..matters.len().min(TOP)).rev() {
        let below = is_head(matters.get(at + 1));
        let above = at == 0 || is_head(matters.get(at - 1));
        if matters[at].is_some() || !below {
            continue;
        }
        if let Some(number) = number_alone(ink(at)) {
            matters[at] = Some(number);
        } else if above
            && at > 0
            && Cursor::of(ink(at + 1)).number().is_some()
            && ink(at).len() <= LONGEST_NAME
            && crate::features::names_section(ink(at))
        {
            let name = Some(0..ink(at).len());
            matters[at] = Some(Matter { name, why: HEAD, ..Matter::default() });
        }
    }
}

/// A name alone above the line with the day: where that line names the section, too, or who publishes it stands
/// between them, it is the paper's. What names sections everywhere is one, and holds for what stands below.
fn name_above_head(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    const NAMES: std::ops::RangeInclusive<usize> = 2..=6;
    let [first @ None, below @ ..] = matters else { return };
    let is_dated = |matter: &Matter| matter.date.is_some_and(|date| date.year.is_some());
    let head = below.iter().take(TOP - 1).map_while(Option::as_ref);
    let Some((at, head)) = head.enumerate().find(|(_, matter)| is_dated(matter)) else { return };
    let ink = |at: usize| &source.ink[pieces[at].ink.clone()];
    let is_published = (1..=at).any(|between| is_organ(ink(between)));
    let is_name =
        NAMES.contains(&ink(0).len()) && ink(0).iter().all(|ink| crate::cursor::is_han(ink.c));
    let is_beside = at == 0 || is_published;
    if is_beside && head.paper.is_none() && is_name && !crate::features::names_section(ink(0)) {
        let name = Some(0..ink(0).len());
        let is_paper = is_published || head.name.is_some() || is_paper_in_head(ink(0));
        *first = Some(if is_paper {
            Matter { paper: name, why: HEAD, ..Matter::default() }
        } else {
            Matter { name, why: HEAD, ..Matter::default() }
        });
    }
}

/// HEKOU RIBAO: the paper's name in letters, under the one in characters.
fn is_romanized(ink: &[Ink]) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 6..=30;
    LENGTHS.contains(&ink.len()) && ink.iter().all(|ink| ink.c.is_ascii_alphabetic())
}

/// 新界通讯版, 教育周刊: which edition or supplement it is, on a line of its own.
fn names_edition(ink: &[Ink]) -> bool {
    const LONGEST: usize = 8;
    static ENDS: Words = Words::of(&["版", "周刊", "特刊", "专刊", "副刊"]);
    (3..=LONGEST).contains(&ink.len())
        && ink.iter().all(|ink| crate::cursor::is_han(ink.c))
        && ENDS.end(ink)
}

/// 本市·综合 over the day: the page's name, where the page begins with it and its header goes on below.
fn name_of_page(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    const LONGEST_NAME: usize = 8;
    let [first @ None, Some(second), ..] = matters else { return };
    let Some(piece) = pieces.first() else { return };
    let ink = &source.ink[piece.ink.clone()];
    let is_name = ink.len() <= LONGEST_NAME && crate::features::names_page(ink);
    let is_header = second.date.is_some() || second.number.is_some();
    if is_name && is_header && second.name.is_none() {
        *first = Some(Matter { name: Some(0..ink.len()), why: HEAD, ..Matter::default() });
    }
}

/// The paper's name above or below a line with the day and its year is part of the head, wherever a page has it.
fn name_beside_header(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    let is_dated = |matter: &Option<Matter>| {
        matter.as_ref().and_then(|matter| matter.date).is_some_and(|date| date.year.is_some())
    };
    let dated: Vec<bool> = matters.iter().map(is_dated).collect();
    for (at, (piece, matter)) in pieces.iter().zip(matters).enumerate() {
        let ink = &source.ink[piece.ink.clone()];
        let beside = at > 0 && dated[at - 1] || dated.get(at + 1) == Some(&true);
        if matter.is_none() && beside && is_paper_by_day(ink) {
            *matter = Some(Matter { paper: Some(0..ink.len()), why: HEAD, ..Matter::default() });
        }
    }
}

/// A day under 某某法院 signs a notice and is no page header.
pub fn keep_signing_days(
    source: &Source,
    pieces: &[Piece],
    matters: Vec<Option<Matter>>,
) -> Vec<Option<Matter>> {
    let signs = |at: usize| crate::forms::signs(&source.ink[pieces[at].ink.clone()]);
    let keep = |(at, matter): (usize, Option<Matter>)| {
        let before = at.checked_sub(1)?;
        let is_day =
            matter.as_ref().is_some_and(|matter| matter.date.is_some() && matter.number.is_none());
        // 某某局 2025年7月1日 signs by itself, a day alone under who signs.
        let ink = &source.ink[pieces[at].ink.clone()];
        let opens_with_day =
            ink.first().is_some_and(|first| first.c.is_ascii_digit() || first.c == '二')
                || Cursor::of(ink).year().is_some();
        // … or under the text of a notice, at the end of which nobody else signs.
        let text = &source.ink[pieces[before].ink.clone()];
        let is_noticed = at >= TOP && crate::forms::is_notice(text);
        let is_signed = at >= TOP && crate::forms::signs_over_day(text, ink);
        // 某某大学 2017年4月10日 among the first lines is of the head, unless a text stands above it.
        let is_below = at >= TOP || stop(text) == Stop::Full;
        let signs_by_itself = !opens_with_day && is_below;
        let signs_notice = signs(before) || is_noticed || is_signed || signs_by_itself;
        if is_day && signs(at) && signs_notice { None } else { matter }
    };
    let first = matters.first().cloned().flatten();
    let mut kept: Vec<Option<Matter>> = matters.into_iter().enumerate().map(keep).collect();
    if let Some(slot) = kept.first_mut() {
        *slot = first;
    }
    kept
}

/// 8月23日 over the rows of that day is a row of its table and no page header.
pub fn keep_days_of_tables(
    source: &Source,
    pieces: &[Piece],
    mut matters: Vec<Option<Matter>>,
) -> Vec<Option<Matter>> {
    for at in 1..pieces.len().saturating_sub(1) {
        let is_bare_day = matters[at].as_ref().is_some_and(|matter| {
            let date = matter.date.is_some_and(|date| date.year.is_none());
            date && matter.number.is_none() && matter.paper.is_none() && matter.name.is_none()
        });
        let next = &source.ink[pieces[at + 1].ink.clone()];
        if is_bare_day && matters[at + 1].is_none() && crate::forms::has_cells(next) {
            matters[at] = None;
        }
    }
    matters
}

#[cfg(test)]
mod tests;

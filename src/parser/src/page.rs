//! How is one dump parsed? Ink, pieces, features, labels, drafts, repair, articles, places, in this order.

mod address;
mod contents;
mod counter;
mod foot;
mod guide;
mod head;
mod mail;
mod site;

use self::address::keep_addresses_of_notices;
use self::foot::foot_lines;
pub use self::head::TOP;
use self::head::{head_lines, keep_days_of_tables, keep_signing_days};
use crate::article::Desk;
use crate::bond::{Seen, Side, bond, quotes, words_follow};
use crate::draft::{Asked, layout};
use crate::explain::explain;
use crate::features::{Features, features};
use crate::furniture::{FIELD, Matter, matter};
use crate::grammar::{
    Lone, NO_CREDIT, arranged, label, lone_in_reports, no_credit_cost, unlike_hosts,
};
use crate::jumps::Owners;
use crate::label::Label;
use crate::lead::{indented, lead};
use crate::learned::{self, Scores};
use crate::paper::county_of_paper;
use crate::piece::{Piece, pieces};
use crate::place_line::is_place;
use crate::repair::{Repaired, repair};
use crate::source::{Ink, Said, Source};
use crate::topic::Topics;
use crate::{custom, doubled, jumps, notes, subject, tagging};
use ::edition::{Basis, Date, Direction, Fact, Jump, Page, Span};
use places::Places;
use std::ops::Range;

/// A page, and the day that its header states.
pub struct Parsed {
    pub page: Page,
    pub date: Option<Fact<Date>>,
    /// What its header states for a day, and is none: 2026年6月31日.
    pub no_day: Option<Span>,
    /// The paper's name, where it stands at the top.
    pub paper: Option<Fact<String>>,
    /// What its header may call the page, the likeliest first.
    pub names: Vec<Fact<String>>,
    /// The county whose paper it is.
    pub own_county: Option<u64>,
}

/// A dump as far as the labels.
pub struct Labelled<'t> {
    pub source: Source<'t>,
    pub pieces: Vec<Piece>,
    pub matters: Vec<Option<Matter>>,
    /// The pieces that are no page matter; what follows speaks of them by their place here.
    pub flow: Vec<Piece>,
    pub topics: Topics,
    /// Of each of them, as a side of a seam.
    seen: Vec<Seen>,
    pub features: Vec<Features>,
    pub learned: Vec<Scores>,
    /// The best labels by the walk alone …
    pub walked: Vec<Label>,
    /// … and with the lines of each head told by each other.
    pub labels: Vec<Label>,
}

impl<'t> Labelled<'t> {
    pub fn of(mut source: Source<'t>, places: &Places) -> Self {
        let pieces = pieces(&source);
        let is_field = |piece: &Piece| {
            let is_value = piece.ink.len() <= LONGEST_FIELD;
            is_value && source.lines[piece.lines.start].said == Some(Said::Field)
        };
        let told = |piece: &Piece| {
            let field = || is_field(piece).then(|| Matter { why: FIELD, ..Matter::default() });
            matter(&source.ink[piece.ink.clone()]).or_else(field)
        };
        let matters: Vec<Option<Matter>> = pieces.iter().map(told).collect();
        let matters = head_lines(&source, &pieces, matters);
        let matters = keep_signing_days(&source, &pieces, matters);
        let matters = keep_days_of_tables(&source, &pieces, matters);
        let matters = keep_addresses_of_notices(&source, &pieces, matters);
        let matters = foot_lines(&source, &pieces, matters);
        set_off(&mut source, &pieces, &matters);
        let free = pieces.iter().zip(&matters).filter(|(_, matter)| matter.is_none());
        let flow: Vec<Piece> = free.map(|(piece, _)| piece.clone()).collect();
        let topics = Topics::of(&source, &flow);
        let is_place = |ink: &[Ink]| is_place(ink, places);
        let opens = |ink: &[Ink]| places.opens(ink.iter().map(|ink| ink.c));
        let seen: Vec<Seen> = flow.iter().map(|_| Seen::default()).collect();
        let mut features = features(&source, &flow, &topics, &seen, &is_place, &opens);
        mark_carried(&matters, &mut features);
        mark_ruled_off(&matters, &mut features);
        let learned = learned::scores(&features);
        let walked = walk(&mut features, &learned, &topics);
        let labels = arranged(walked.clone(), &features, &learned);
        Self { source, pieces, matters, flow, topics, seen, features, learned, walked, labels }
    }
}

/// Characters of the value of a field.
const LONGEST_FIELD: usize = 60;

/// The best labels; where those of a first walk say more of the page, those of a second.
pub fn walk(features: &mut [Features], learned: &[Scores], topics: &Topics) -> Vec<Label> {
    let labels = label(features, learned);
    let cost = no_credit_cost(&labels, features);
    let names_reporter =
        |at: usize| features[at].head.as_ref().is_some_and(|head| !head.people.is_empty());
    let names_writer =
        |at: usize| features[at].credit.as_ref().is_some_and(|credit| !credit.people.is_empty());
    let lone = lone_in_reports(&labels, &names_reporter, &names_writer);
    let unlike = unlike_hosts(&labels, &|above, below| topics.told_again(above, below));
    let is_settled = |(lone, unlike): (&Lone, &f32)| *lone == Lone::No && *unlike == 0.0;
    if cost >= NO_CREDIT && lone.iter().zip(&unlike).all(is_settled) {
        return labels;
    }
    for ((here, lone), unlike) in features.iter_mut().zip(lone).zip(unlike) {
        (here.no_credit, here.lone, here.unlike) = (cost, lone, unlike);
    }
    label(features, learned)
}

/// What stands below a line that rules off stands as if below an empty one.
fn set_off(source: &mut Source, pieces: &[Piece], matters: &[Option<Matter>]) {
    let below = pieces.iter().skip(1);
    for (piece, matter) in below.zip(matters) {
        if matter.as_ref().is_some_and(|matter| matter.rules_off)
            && let Some(line) = source.lines.get_mut(piece.lines.start)
        {
            (line.after_blank, line.set_apart) = (true, true);
        }
    }
}

/// ————————: what broke off above it does not go on below it.
fn mark_ruled_off(matters: &[Option<Matter>], features: &mut [Features]) {
    let (mut next, mut is_below) = (0, false);
    for matter in matters {
        match matter {
            Some(matter) => is_below |= matter.rules_off,
            None => {
                if std::mem::take(&mut is_below) {
                    features[next].below_rule = true;
                    features[next].seam = None;
                }
                next += 1;
            }
        }
    }
}

/// 上接第1版: the next piece goes on with the text of another page.
fn mark_carried(matters: &[Option<Matter>], features: &mut [Features]) {
    let is_from =
        |matter: &Matter| matter.jump.is_some_and(|(direction, _)| direction == Direction::From);
    let (mut next, mut carries) = (0, false);
    for matter in matters {
        match matter {
            Some(matter) => carries |= is_from(matter),
            None => {
                if std::mem::take(&mut carries) {
                    features[next].carries_on = true;
                    features[next].seam = None;
                    if let Some(above) = next.checked_sub(1) {
                        features[above].over_carried = true;
                    }
                }
                next += 1;
            }
        }
    }
}

/// Why each piece of a dump became what it became.
pub fn explained(source: Source, places: &Places) -> String {
    let page = Labelled::of(source, places);
    explain(&page)
}

/// `own_county`: the county whose paper it is, where the newsroom or another page of the edition says so.
pub fn parse(name: &str, source: Source, places: &Places, own_county: Option<u64>) -> Parsed {
    let text = source.text;
    let labelled = Labelled::of(source, places);
    let Labelled { source, flow, features, topics, .. } = &labelled;
    let desk = Desk { source, pieces: flow, features };
    let is_same = |heads: &[usize], caption: usize| {
        let heads: Vec<&[Ink]> = heads.iter().map(|head| desk.ink(*head)).collect();
        let opens = |ink: &[Ink]| places.opens(ink.iter().map(|ink| ink.c));
        subject::is_same(&heads, desk.ink(caption), &opens)
    };
    let told = |texts: &[usize]| topics.told(texts.iter().copied());
    let recall = |texts: &[usize], caption: usize| topics.recall(caption, &told(texts));
    let mut layout = layout(&labelled.labels, features, &is_same, &recall);
    let side = |piece: usize| Side { ink: desk.ink(piece), seen: &labelled.seen[piece] };
    let bond = |a: usize, b: usize| {
        // That of neighbours is known.
        if let Some(seam) = features[b].seam.filter(|_| b == a + 1) {
            return seam;
        }
        let (left, right) = (desk.ink(a), desk.ink(b));
        bond(side(a), side(b), topics.seam(source, left, right, features[b].begins))
    };
    let asked = Asked {
        features,
        bond: &bond,
        follows: &|a, b| words_follow(side(a), side(b)),
        quotes: &|a, b| quotes(side(a), side(b)),
        told: &told,
        recall: &|told, piece| topics.recall(piece, told),
        heard: &|told, piece| topics.heard(piece, told),
    };
    layout.return_pictures(features, &|piece| desk.ink(piece), &recall);
    layout.return_strays(&asked);
    layout.return_sections(&asked);
    // All of its text may have gone back to where it broke off.
    layout.articles.retain(|draft| !draft.is_empty());
    let mut page = Page { source: name.into(), text: text.into(), ..Page::default() };
    let lines = labelled.pieces.iter().map(|piece| &source.ink[piece.ink.clone()]);
    let matters = lines.zip(&labelled.matters);
    let own_county = own_county.or_else(|| {
        county_of_paper(matters.filter_map(|(ink, matter)| Some((ink, matter.as_ref()?))), places)
    });
    let unsigned = custom::unsigned(&layout.articles, features);
    for (draft, unsigned) in layout.articles.iter().zip(unsigned) {
        let begins = |piece: usize| {
            let seen = &features[piece];
            let place = seen.opens_with_place || seen.names_place_soon;
            lead(desk.ink(piece), place, desk.names_head(draft, piece)) + indented(seen.indent)
        };
        let seen = |piece: usize| &features[piece];
        let repaired: Repaired = repair(&draft.parts, &seen, &bond, &begins, unsigned);
        let mut article = desk.article(draft, &repaired);
        tagging::tag(&mut article, source, places, own_county, &mut page.notes);
        notes::of_repair(&desk, &repaired, &mut page.notes);
        page.articles.push(article);
    }
    page.rubrics = desk.spans(&layout.rubrics);
    page.columns = desk.spans(&layout.columns);
    let mut date = None;
    let mut paper = None;
    let mut no_day = None;
    let mut names = Vec::new();
    let owners = Owners::of(&page.articles);
    for (piece, matter) in labelled.pieces.iter().zip(&labelled.matters) {
        if let Some(matter) = matter {
            let spans = piece.spans(source);
            state(&mut page, &mut date, &owners, matter, &spans);
            let start = piece.ink.start;
            let part = |own: &Range<usize>| source.span(&(own.start + start..own.end + start));
            no_day = no_day.or(matter.no_day.as_ref().map(part));
            let stated = |own: &Range<usize>| {
                let span = part(own);
                let value: String = span.of(text).split_whitespace().collect();
                Fact { value, basis: Basis::Stated(span) }
            };
            paper = paper.or_else(|| matter.paper.as_ref().map(stated));
            names.extend(matter.name.iter().chain(&matter.other_names).map(stated));
            page.furniture.extend(spans);
        }
    }
    if !source.marks.is_empty() {
        // With the number of a line goes the space behind it, which is of no span.
        let span = |mark: &Range<usize>| Span::new(mark.start, mark.end).trimmed(text);
        page.furniture.extend(source.marks.iter().map(span).filter(|span| !span.is_empty()));
        page.furniture.sort_by_key(|span| span.start);
    }
    page.name = names.first().cloned();
    for (at, (piece, matter)) in labelled.pieces.iter().zip(&labelled.matters).enumerate() {
        if matter.is_some() || at < TOP {
            notes::of_head(
                &source.ink[piece.ink.clone()],
                source,
                matter.as_ref(),
                &mut page.notes,
            );
        }
    }
    let stated = labelled.matters.iter().flatten();
    notes::of_weekday(date.as_ref(), stated, &mut page.notes);
    notes::of_lines(source, &mut page.notes);
    notes::of_marks(source, &mut page.notes);
    page.articles.sort_by_key(edition::Article::start);
    jumps::settle(&mut page);
    page.notes.extend(doubled::notes(source, &page.articles));
    notes::of_text(source, &mut page);
    Parsed { page, date, no_day, paper, names, own_county }
}

/// Takes what page matter says of the page.
fn state(
    page: &mut Page,
    date: &mut Option<Fact<Date>>,
    owners: &Owners,
    matter: &Matter,
    spans: &[Span],
) {
    let Some(&span) = spans.first() else { return };
    if let Some(day) = matter.date {
        date.get_or_insert(Fact { value: day, basis: Basis::Stated(span) });
    }
    if let Some(number) = matter.number {
        page.number.get_or_insert(Fact { value: number, basis: Basis::Stated(span) });
    }
    if let Some((direction, to)) = matter.jump
        && let Some(owner) = owners.of_marker(direction, span)
        && let Some(article) = page.articles.get_mut(owner)
    {
        article.jumps.push(Jump { direction, page: to, span, other: None });
    }
}

#[cfg(test)]
mod tests;

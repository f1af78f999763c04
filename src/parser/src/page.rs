//! How is one dump parsed? Ink, pieces, features, labels, drafts, repair, articles, places, in this order.

use crate::article::Desk;
use crate::bond::bond;
use crate::draft::layout;
use crate::explain::explain;
use crate::features::{Features, features};
use crate::furniture::{Matter, ends_in_page, folio, is_organ, is_paper, matter};
use crate::grammar::label;
use crate::jumps::Owners;
use crate::label::Label;
use crate::lead::lead;
use crate::piece::{Piece, pieces};
use crate::repair::{Repaired, repair};
use crate::source::{Ink, Source};
use crate::topic::Topics;
use crate::{doubled, jumps, notes, tagging};
use ::edition::{Basis, Date, Fact, Jump, Page, Span};
use places::{Form, Places};

/// A page, and the day that its header states.
pub struct Parsed {
    pub page: Page,
    pub date: Option<Fact<Date>>,
    /// The paper's name, where it stands at the top.
    pub paper: Option<Fact<String>>,
}

/// A dump as far as the labels.
struct Labelled<'t> {
    source: Source<'t>,
    pieces: Vec<Piece>,
    matters: Vec<Option<Matter>>,
    /// The pieces that are no page matter; what follows speaks of them by their place here.
    flow: Vec<Piece>,
    topics: Topics,
    features: Vec<Features>,
    labels: Vec<Label>,
}

impl<'t> Labelled<'t> {
    fn of(text: &'t str, places: &Places) -> Self {
        let source = Source::of(text);
        let pieces = pieces(&source);
        let matters: Vec<Option<Matter>> =
            pieces.iter().map(|piece| matter(&source.ink[piece.ink.clone()])).collect();
        let matters = masthead(&source, &pieces, matters);
        let matters = keep_signing_days(&source, &pieces, matters);
        let free = pieces.iter().zip(&matters).filter(|(_, matter)| matter.is_none());
        let flow: Vec<Piece> = free.map(|(piece, _)| piece.clone()).collect();
        let topics = Topics::of(&source, &flow);
        let is_place = |ink: &[Ink]| is_place(ink, places);
        let opens = |ink: &[Ink]| places.opens(ink.iter().map(|ink| ink.c));
        let features = features(&source, &flow, &topics, &is_place, &opens);
        let labels = label(&features);
        Self { source, pieces, matters, flow, topics, features, labels }
    }
}

/// The paper's name alone on one of the first lines.
fn masthead(
    source: &Source,
    pieces: &[Piece],
    mut matters: Vec<Option<Matter>>,
) -> Vec<Option<Matter>> {
    const TOP: usize = 5;
    name_of_page(source, pieces, &mut matters);
    guide_stubs(source, pieces, &mut matters);
    for (piece, matter) in pieces.iter().zip(&mut matters).take(TOP) {
        let ink = &source.ink[piece.ink.clone()];
        if matter.is_none() && is_paper(ink) {
            *matter = Some(Matter { is_paper: true, ..Matter::default() });
        }
        if matter.is_none() && is_organ(ink) {
            *matter = Some(Matter::default());
        }
        if matter.is_none() {
            *matter = folio(ink);
        }
    }
    matters
}

/// Below 导读: titles that end with the page they stand on, 古田银耳“长”出大产业 A3.
fn guide_stubs(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    let mut guided = false;
    for (piece, matter) in pieces.iter().zip(matters) {
        let ink = &source.ink[piece.ink.clone()];
        match matter {
            Some(known) => guided = known.is_guide || guided && known.is_stub,
            None if guided && ends_in_page(ink) => {
                *matter = Some(Matter { is_stub: true, ..Matter::default() });
            }
            None => guided = false,
        }
    }
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
        *first = Some(Matter { name: Some(0..ink.len()), ..Matter::default() });
    }
}

/// A day under 某某法院 signs a notice and is no page header.
fn keep_signing_days(
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
            ink.first().is_some_and(|first| first.c.is_ascii_digit() || first.c == '二');
        if is_day && signs(at) && (signs(before) || !opens_with_day) { None } else { matter }
    };
    let first = matters.first().cloned().flatten();
    let mut kept: Vec<Option<Matter>> = matters.into_iter().enumerate().map(keep).collect();
    if let Some(slot) = kept.first_mut() {
        *slot = first;
    }
    kept
}

/// Why each piece of a dump became what it became.
pub fn explained(text: &str, places: &Places) -> String {
    let page = Labelled::of(text, places);
    explain(&page.source, &page.pieces, &page.matters, &page.labels, &page.features)
}

pub fn parse(name: &str, text: &str, places: &Places) -> Parsed {
    let labelled = Labelled::of(text, places);
    let Labelled { source, flow, features, topics, .. } = &labelled;
    let layout = layout(&labelled.labels, features);
    let desk = Desk { source, pieces: flow, features };
    let bond = |a: usize, b: usize| {
        // That of neighbours is known.
        if let Some(seam) = features[b].seam.filter(|_| b == a + 1) {
            return seam;
        }
        let (left, right) = (desk.ink(a), desk.ink(b));
        bond(left, right, topics.seam(source, left, right, features[b].begins))
    };
    let mut page = Page { source: name.into(), text: text.into(), ..Page::default() };
    for draft in &layout.articles {
        let begins = |piece: usize| {
            lead(desk.ink(piece), features[piece].opens_with_place, desk.names_head(draft, piece))
        };
        let repaired: Repaired = repair(&draft.parts, &|piece| &features[piece], &bond, &begins);
        let mut article = desk.article(draft, &repaired);
        tagging::tag(&mut article, source, places, &mut page.notes);
        notes::of_repair(&desk, &repaired, &mut page.notes);
        page.articles.push(article);
    }
    page.rubrics = desk.spans(&layout.rubrics);
    page.columns = desk.spans(&layout.columns);
    let mut date = None;
    let mut paper = None;
    let owners = Owners::of(&page.articles);
    for (piece, matter) in labelled.pieces.iter().zip(&labelled.matters) {
        if let Some(matter) = matter {
            let spans = piece.spans(source);
            state(&mut page, &mut date, &owners, source, piece.ink.start, matter, &spans);
            if let (true, Some(&span)) = (matter.is_paper, spans.first()) {
                let value: String = span.of(text).split_whitespace().collect();
                paper.get_or_insert(Fact { value, basis: Basis::Stated(span) });
            }
            page.furniture.extend(spans);
        }
    }
    page.articles.sort_by_key(edition::Article::start);
    jumps::settle(&mut page);
    page.notes.extend(doubled::notes(source, &page.articles));
    notes::of_text(source, &mut page);
    Parsed { page, date, paper }
}

/// A kicker such as 闻喜县姚村: places of the gazetteer and nothing else.
fn is_place(ink: &[Ink], places: &Places) -> bool {
    let chars: Vec<char> = ink.iter().map(|ink| ink.c).collect();
    let mentions = places.find(&chars);
    let covered: usize = mentions.iter().map(|mention| mention.end - mention.start).sum();
    let first_is_firm =
        mentions.first().is_some_and(|mention| mention.form != Form::Village || chars.len() > 2);
    covered == chars.len() && first_is_firm
}

/// Takes what page matter says of the page.
fn state(
    page: &mut Page,
    date: &mut Option<Fact<Date>>,
    owners: &Owners,
    source: &Source,
    start: usize,
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
    if let Some(name) = &matter.name {
        let span = source.span(&(name.start + start..name.end + start));
        let value: String = span.of(source.text).split_whitespace().collect();
        page.name.get_or_insert(Fact { value, basis: Basis::Stated(span) });
    }
    if let Some((direction, to)) = matter.jump
        && let Some(owner) = owners.of_marker(direction, span)
        && let Some(article) = page.articles.get_mut(owner)
    {
        article.jumps.push(Jump { direction, page: to, span, other: None });
    }
}

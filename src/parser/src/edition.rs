//! What do pages of one day make? The region, the day and the paper, and a name of its own for each article.

use crate::amend::amend;
use crate::called::{self, Names};
use crate::corrected::reread_head;
use crate::dating::infer_date;
use crate::notes::HeadFacts;
use crate::page::{Parsed, explained, parse};
use crate::paper::{is_named_paper, paper_at_top};
use crate::source::Source;
use crate::{Context, Dump};
use crate::{jumps, notes};
use ::edition::{Article, ArticleId, Basis, Edition, Fact, Page, Reason, Span};
use places::{Places, Reach, Region, fold_text, infer_region, reach, region_named, side_of};
use std::collections::HashMap;

/// The edition that the dumps make, pages by their numbers: one without a number stays behind the page given before it.
pub fn edition_of(key: &str, dumps: Vec<Dump>) -> Edition {
    let region = region_of(&dumps);
    let places = Places::shared(region.as_ref().map(|fact| fact.value));
    let mut edition = Edition {
        key: key.into(),
        region: region.map(|fact| Fact { value: fact.value.name.to_owned(), basis: fact.basis }),
        ..Edition::default()
    };
    let mut stated = None;
    let mut masthead = None;
    let mut heads = Vec::new();
    let given = called::given(&dumps);
    let in_folder = dumps.first().and_then(|dump| folder_paper(&dump.context)).map(str::to_owned);
    let mut own_county = dumps.iter().find_map(|dump| given_county(&dump.context, &places));
    own_county = own_county.or_else(|| county_of_folder(&dumps, &places));
    for dump in dumps {
        let mut parsed = parse(&dump.source, Source::of(&dump.text), &places, own_county);
        parsed.page.notes.splice(0..0, dump.encoding);
        amend(&mut parsed.page, &dump.context.overrides, &places, parsed.own_county);
        reread_head(&mut parsed, &places);
        name_paper(&mut parsed, &dump.context);
        heads.push(HeadFacts::of(&parsed, &dump.context));
        let Parsed { mut page, date, paper, own_county: stated_here, .. } = parsed;
        own_county = own_county.or(stated_here);
        give(&mut page, &dump.context);
        edition.paper = edition.paper.or(dump.context.paper.map(Fact::given));
        let given = dump.context.date.or(dump.context.folder_date);
        edition.date = edition.date.or(given.map(Fact::given));
        stated = stated.or(date);
        masthead = masthead.or(paper);
        edition.pages.push(page);
    }
    let (pages, heads) = by_number(edition.pages.into_iter().zip(heads));
    edition.pages = pages;
    // A head that states a day that is none has one all the same: the text does not tell it.
    let infers = heads.iter().all(HeadFacts::states_no_wrong_day);
    let inferred = || infer_date(&edition.pages).filter(|_| infers);
    edition.date = edition.date.or(stated).or_else(inferred);
    edition.paper = edition.paper.or(masthead).or_else(|| in_folder.map(Fact::given));
    let day = edition.date.as_ref().map(|date| date.value);
    let names = Names::of(&edition.pages, day, &given);
    names.give(&mut edition.pages);
    let counties = places.counties().into_iter();
    edition.region_counties = counties.map(|(code, today)| names.name(code, today)).collect();
    name_articles(&mut edition.pages);
    jumps::link(&mut edition.pages);
    notes::of_numbers(&mut edition.pages);
    notes::of_heads(&mut edition, &heads);
    edition
}

fn by_number(pages: impl Iterator<Item = (Page, HeadFacts)>) -> (Vec<Page>, Vec<HeadFacts>) {
    let mut last = None;
    let numbered = pages.map(|(page, head)| {
        last = page.number.as_ref().map(|number| number.value).or(last);
        (last, page, head)
    });
    let mut pages: Vec<_> = numbered.collect();
    pages.sort_by_key(|(number, ..)| *number);
    pages.into_iter().map(|(_, page, head)| (page, head)).unzip()
}

/// 西湖晚潮 in the head of a page: that no paper is called so elsewhere matters not where the folder of its day is.
fn name_paper(parsed: &mut Parsed, context: &Context) {
    let Some(folder) = context.folder_paper.as_deref().filter(|_| parsed.paper.is_none()) else {
        return;
    };
    let folder = fold_text(folder);
    if let Some(at) = parsed.names.iter().position(|name| fold_text(&name.value) == folder) {
        parsed.paper = Some(parsed.names.remove(at));
        parsed.page.name = parsed.names.first().cloned();
    }
}

/// One dump by itself.
pub fn parse_page(source: &str, text: &str, context: &Context) -> Page {
    let ink = Source::of(text);
    let places = Places::shared(region_for(&ink, context));
    let mut parsed = parse(source, ink, &places, given_county(context, &places));
    amend(&mut parsed.page, &context.overrides, &places, parsed.own_county);
    reread_head(&mut parsed, &places);
    let mut page = parsed.page;
    give(&mut page, context);
    let pages = std::slice::from_mut(&mut page);
    let day = context.date.or(parsed.date.map(|date| date.value));
    Names::of(pages, day, &called::of_overrides(&context.overrides)).give(pages);
    name_articles(pages);
    page
}

/// Why each piece of a dump became what it became: the classes considered, and what spoke for each.
pub fn explain(text: &str, context: &Context) -> String {
    let ink = Source::of(text);
    let places = Places::shared(region_for(&ink, context));
    explained(ink, &places)
}

pub fn region_for(ink: &Source, context: &Context) -> Option<Region> {
    let reach = || reach_of(ink.text, context);
    let infer = || infer_region([ink.chars().as_slice()], reach(), || side_of(ink.text));
    given_region(context).or_else(|| infer().map(|inferred| inferred.region))
}

fn given_region(context: &Context) -> Option<Region> {
    context.region.as_deref().and_then(region_named)
}

/// Whom the paper serves that the newsroom, the top of the page or its folder names.
fn reach_of(text: &str, context: &Context) -> Reach {
    let given = context.paper.as_deref().map(fold_text);
    let in_folder = || folder_paper(context).map(fold_text);
    let paper = given.or_else(|| paper_at_top(text)).or_else(in_folder);
    paper.map_or(Reach::Prefecture, |paper| reach(&paper))
}

/// The county of the paper that the newsroom names.
fn given_county(context: &Context, places: &Places) -> Option<u64> {
    places.county_of_paper(&fold_text(context.paper.as_deref()?))
}

/// The county of the paper that their folder names, where no head names one.
fn county_of_folder(dumps: &[Dump], places: &Places) -> Option<u64> {
    let paper = dumps.iter().find_map(|dump| folder_paper(&dump.context))?;
    let is_named = dumps.iter().any(|dump| paper_at_top(&dump.text).is_some());
    places.county_of_paper(&fold_text(paper)).filter(|_| !is_named)
}

/// The paper that a page's folder names, by the form of the name.
fn folder_paper(context: &Context) -> Option<&str> {
    context.folder_paper.as_deref().filter(|name| is_named_paper(name))
}

fn region_of(dumps: &[Dump]) -> Option<Fact<Region>> {
    if let Some(region) = dumps.iter().find_map(|dump| given_region(&dump.context)) {
        return Some(Fact::given(region));
    }
    let folded: Vec<Vec<char>> = dumps.iter().map(|dump| fold_text(&dump.text)).collect();
    let is_wide = |dump: &Dump| reach_of(&dump.text, &dump.context) == Reach::Wide;
    let reach = if dumps.iter().any(is_wide) { Reach::Wide } else { Reach::Prefecture };
    let all = || dumps.iter().map(|dump| dump.text.as_str()).collect::<String>();
    let texts = folded.iter().map(Vec::as_slice);
    let inferred = infer_region(texts, reach, || side_of(&all()))?;
    let reason = Reason::Places {
        first: inferred.first.into_iter().map(str::to_owned).collect(),
        names: inferred.names,
        times: inferred.times,
        region: inferred.region.name.to_owned(),
    };
    Some(Fact { value: inferred.region, basis: Basis::Inferred(reason) })
}

/// What the newsroom says goes before what the page states.
fn give(page: &mut Page, context: &Context) {
    page.number = context.page.map(Fact::given).or(page.number.take());
    page.name = context.name.clone().map(Fact::given).or(page.name.take());
}

fn name_articles(pages: &mut [Page]) {
    let mut twins: HashMap<String, u32> = HashMap::new();
    for Page { text, articles, .. } in pages {
        for article in articles {
            let head = head_of(article, text);
            let twin = twins.entry(head.clone()).or_insert(0);
            article.id = ArticleId::of(&head, *twin);
            *twin += 1;
        }
    }
}

/// The headline, else the opening of the text; without white space.
fn head_of(article: &Article, text: &str) -> String {
    const OPENING: usize = 40;
    let words = |spans: &mut dyn Iterator<Item = Span>| -> String {
        spans.flat_map(|span| span.of(text).chars()).filter(|c| edition::is_ink(*c)).collect()
    };
    if article.headline.is_empty() {
        words(&mut article.spans()).chars().take(OPENING).collect()
    } else {
        words(&mut article.headline.iter().copied())
    }
}

//! Who, where, when, how long? The fact line under every head.

use super::bookmark::KeptMarks;
use super::masthead::grouped;
use super::print::issue_line;
use super::quoted::quoted;
use super::value::place;
use crate::catalog::{Item, dated};
use crate::dom::{self, Step};
use crate::facet::{Facet, NO_COUNTY, WHOLE_REGION, plain};
use crate::library::library;
use crate::node::{Node, component, view};
use crate::state::Reader;
use crate::words::{fill, said_day, value_name, words};
use edition::{Article, Block, BlockKind, Byline, CountyTag, Date, Edition, MonthDay, Span};
use leptos::prelude::*;

/// How much the line says of why a county is named.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    Brief,
    /// With the words that earned each county.
    Evidence,
}

/// `byline` is what the text opens with, as it is printed; `lost` is the number of gaps in what is not shown here.
#[component]
pub fn Facts(
    item: &'static Item<'static>,
    detail: Detail,
    byline: Option<Node>,
    lost: usize,
) -> Node {
    let article = item.article;
    let printed = if byline.is_some() { opening_bylines(article) } else { &[] };
    let said = |byline: &&Byline| {
        printed.iter().flat_map(|block| &block.spans).any(|span| span.overlaps(byline.span))
    };
    let who = credits(article.bylines.iter().filter(|byline| !said(byline)));
    let day = article.dateline.map(|day| said_in(item.edition, day));
    // Which issue it is of goes without saying where there is but one.
    let issue = detail == Detail::Evidence && library().editions.len() > 1;
    let size = fill(words().length, &[&grouped(item.length), &item.minutes]);
    view! {
        <p class="facts">
            {byline.map(|byline| view! { <span class="who">{byline}</span> })}
            {who.map(|who| view! { <span class="who">{who}</span> })}
            {places(item, detail)}
            {day.map(|day| view! { <span lang=words().date_lang()>{day}</span> })}
            {issue.then(|| view! { <span class="issue" lang=words().lang>{issue_line(item)}</span> })}
            <span class="length" lang=words().lang>{size}</span>
            {(lost > 0).then(|| view! {
                <span class="lost" lang=words().lang>{fill(words().gap_count, &[&lost])}</span>
            })}
            {(detail == Detail::Brief).then(|| view! { <KeptMarks item/> })}
        </p>
    }
}

/// A day of a dateline; its year goes without saying where it is that of the issue.
fn said_in(edition: &Edition, day: MonthDay) -> String {
    let Date { year, day } = dated(edition, day);
    let own = edition.date.as_ref().and_then(|date| date.value.year);
    said_day(Date { year: year.filter(|_| year != own), day })
}

/// The names with which the text opens: they stand with the facts below the head, where hits can be marked in them.
pub fn opening_bylines(article: &Article) -> &[Block] {
    let text = article.blocks.iter().position(|block| block.kind != BlockKind::Byline);
    &article.blocks[..text.unwrap_or(article.blocks.len())]
}

/// 本报特约通讯员 is the paper's own word; here the role and the names: 特约通讯员 杨建义. A dot parts the roles, or one who
/// wrote would seem to have taken the picture, too.
fn credits<'a>(bylines: impl Iterator<Item = &'a Byline>) -> Option<String> {
    let mut words = String::new();
    let mut role_before = None;
    for Byline { name, role, .. } in bylines {
        let changes = role_before.is_some_and(|before| before != role.as_ref());
        words += if changes { " · " } else { " " };
        words += &match role {
            Some(role) if is_of_pictures(role) => format!("{name} {role}"),
            Some(role) if role_before != Some(Some(role)) => format!("{role} {name}"),
            _ => name.clone(),
        };
        role_before = Some(role.as_ref());
    }
    Some(words.trim_start().to_owned()).filter(|words| !words.is_empty())
}

/// 摄, 摄影报道, 文/图, 翻攝: such a role stands behind the name.
fn is_of_pictures(role: &str) -> bool {
    role.starts_with(['文', '图', '圖']) || role.contains(['摄', '攝'])
}

fn places(item: &'static Item<'static>, detail: Detail) -> Node {
    let values = item.values(Facet::County).iter().filter(|name| *name != NO_COUNTY);
    let place = move |name: &'static String| {
        let said = said(&evidence(item.article, name), &item.page.text);
        let today = tag(item.article, name).and_then(|tag| tag.today.clone());
        let today = today.filter(|_| detail == Detail::Evidence);
        let shown = (detail == Detail::Evidence && !said.is_empty()).then_some(said);
        view! {
            <span>
                <Place name=name.as_str() item/>
                {today.map(|today| {
                    let today = quoted(words().now_called, vec![today], item.lang);
                    view! { <span class="evidence" lang=words().lang>{today}</span> }
                })}
                {shown.map(|said| {
                    let [before, after] = words().evidence;
                    view! {
                        <span class="evidence" lang=words().lang>
                            {before}<span lang=item.lang>{said}</span>{after}
                        </span>
                    }
                })}
            </span>
        }
    };
    values.map(place).collect::<Node>()
}

fn tag<'a>(article: &'a Article, name: &str) -> Option<&'a CountyTag> {
    article.counties.iter().find(|tag| tag.name == plain(name))
}

/// Where the text speaks of a county, or of the region as a whole.
fn evidence(article: &Article, name: &str) -> Vec<Span> {
    let name = plain(name);
    match (tag(article, name), &article.whole_region) {
        (Some(county), _) => county.evidence.iter().map(|evidence| evidence.span).collect(),
        (None, Some(region)) if name == WHOLE_REGION => region.evidence.clone(),
        _ => Vec::new(),
    }
}

/// A place is a button that narrows the list to it.
#[component]
fn Place(name: &'static str, item: &'static Item<'static>) -> Node {
    let reader = Reader::here();
    let only = move |_| {
        let mut route = reader.route.get_untracked().front();
        if !route.is_picked(Facet::County, name) {
            route = route.toggled(Facet::County, name);
        }
        reader.go(route, Step::New);
        // The list is shorter now: who stood far down it would not see what became of it.
        dom::before_paint(|| dom::show_main(1.0));
    };
    let region = item.edition.region.as_ref().map(|region| region.value.as_str());
    let (shown, lang) = place(plain(name), region);
    // A county's name is in the language of the article.
    let lang = value_name(plain(name)).map(|_| lang);
    let label = fill(words().only, &[&shown]);
    view! { <button type="button" class="place" title=label lang=lang on:click=only>{shown}</button> }
}

/// The words of the text at these places, each once: 楚侯乡、高头村
fn said(evidence: &[Span], page_text: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    for span in evidence {
        let word = span.of(page_text);
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.join("、")
}

#[cfg(test)]
mod tests {
    use super::*;
    use edition::{ArticleId, Fact, Kind};

    fn signed(bylines: &[(&str, Option<&str>)]) -> Article {
        let byline = |(name, role): &(&str, Option<&str>)| Byline {
            name: (*name).to_owned(),
            role: role.map(str::to_owned),
            span: Span::new(0, 0),
        };
        Article {
            bylines: bylines.iter().map(byline).collect(),
            ..Article::new(ArticleId::of("", 0), Kind::Other)
        }
    }

    #[test]
    fn a_role_stands_once_before_its_names_and_a_credit_behind() {
        let line = |bylines: &[(&str, Option<&str>)]| credits(signed(bylines).bylines.iter());
        let both = [("王月文", Some("记者")), ("付炎", Some("记者")), ("裴姣", Some("通讯员"))];
        assert_eq!(line(&both).as_deref(), Some("记者 王月文 付炎 · 通讯员 裴姣"));
        assert_eq!(line(&[("常奇", Some("摄"))]).as_deref(), Some("常奇 摄"));
        assert_eq!(line(&[("楊子萱", Some("翻攝"))]).as_deref(), Some("楊子萱 翻攝"));
        assert_eq!(line(&[("杨伟炳", None), ("裴姣", None)]).as_deref(), Some("杨伟炳 裴姣"));
        let wrote = [("柳清", Some("記者")), ("方祈", Some("攝"))];
        assert_eq!(line(&wrote).as_deref(), Some("記者 柳清 · 方祈 攝"));
        assert_eq!(
            line(&[("柳清", None), ("方祈", Some("攝"))]).as_deref(),
            Some("柳清 · 方祈 攝")
        );
        assert_eq!(line(&[]), None);
    }

    #[test]
    fn names_below_the_head_are_those_before_the_text() {
        use BlockKind::{Byline, Para};
        let opening = |kinds: &[BlockKind]| {
            let block = |kind: &BlockKind| Block { kind: *kind, spans: Vec::new() };
            let blocks = kinds.iter().map(block).collect();
            opening_bylines(&Article { blocks, ..signed(&[]) }).len()
        };
        assert_eq!(opening(&[Byline, Byline, Para, Byline]), 2);
        assert_eq!([opening(&[Para, Byline]), opening(&[Byline]), opening(&[])], [0, 1, 0]);
    }

    #[test]
    fn a_day_names_its_year_where_that_is_not_the_issues() {
        let said = |year, (month, day)| {
            let date = Date { year, day: MonthDay::new(1, 3).unwrap() };
            let date = Some(Fact::given(date));
            let edition = Edition { date, ..Edition::default() };
            said_in(&edition, MonthDay::new(month, day).unwrap())
        };
        assert_eq!(said(Some(2019), (1, 2)), "1月2日");
        assert_eq!(said(Some(2019), (12, 30)), "2018年12月30日");
        assert_eq!(said(None, (12, 30)), "12月30日");
        assert_eq!(said_in(&Edition::default(), MonthDay::new(12, 30).unwrap()), "12月30日");
    }

    #[test]
    fn each_word_of_evidence_is_named_once() {
        let text = "楚侯乡高头村楚侯乡";
        let evidence = [(0, 9), (9, 18), (18, 27)].map(|(start, end)| Span::new(start, end));
        assert_eq!(said(&evidence, text), "楚侯乡、高头村");
    }
}

//! What does an article's own page hold? All of it without a program, what search engines and reference managers
//! look for, and the way into the reader.

use super::{Address, DESCRIPTION, POLICY, Style, linked, title_of};
use crate::item::Item;
use crate::printable::line;
use crate::prose::{Text, account, body, facts, heads};
use edition::Edition;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Of the article at this place in all items.
pub fn page(
    at: usize,
    items: &[Item],
    editions: &[Edition],
    address: &Address,
    style: &Style,
) -> String {
    let item = &items[at];
    let reader = format!("../../{}", Address::in_reader(item, editions));
    let title = title_of(item);
    let way = |other: usize| Some(format!("../../{}", Address::of_item(&items[other])));
    let whole = match item.paper() {
        Some(paper) => format!("{title} · {}", line(paper)),
        None => title.clone(),
    };
    let page = html! {
        (DOCTYPE)
        html lang=(item.lang()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (whole) }
                meta name="description" content=(line(&item.opening(DESCRIPTION)));
                link rel="stylesheet" href=(style.href("../../"));
                link rel="icon" type="image/png" href="../../icon-192.png";
                link rel="alternate" type="application/feed+json" href="../../feed.json";
                link rel="alternate" type="application/atom+xml" href="../../feed.xml";
                (address.canonical(&Address::of_item(item)))
                (shared(item, &title, address))
                (cited(item, &title, address))
                script type="application/ld+json" { (PreEscaped(linked::news_article(item, address))) }
            }
            body {
                nav {
                    a href=(reader) { (item.said("在读本中打开", "在讀本中打開")) } " "
                    a href=(format!("../../{}", Address::of_issue(item.edition))) { "本期" } " "
                    a href="../../" { (item.said("头版", "頭版")) }
                }
                main { article { (heads(item, None)) (facts(item)) (body(item, way)) (account(item)) } }
                (beside(at, items))
            }
        }
    };
    page.into_string() + "\n"
}

/// The way to the articles before and after it in its issue.
fn beside(at: usize, items: &[Item]) -> Markup {
    let is_here = |near: &&Item| std::ptr::eq(near.edition, items[at].edition);
    let before = at.checked_sub(1).and_then(|at| items.get(at)).filter(is_here);
    let after = items.get(at + 1).filter(is_here);
    let link = |near: &Item, rel: &str, name: &str| {
        html! {
            a rel=(rel) href=(format!("../../{}", Address::of_item(near))) {
                span { (name) } " " cite lang=(near.lang()) { (Text(&near.title())) }
            }
        }
    };
    html! {
        @if before.or(after).is_some() {
            nav class="beside" aria-label=(items[at].said("本期前后", "本期前後")) {
                @if let Some(near) = before { (link(near, "prev", "上一篇")) }
                @if let Some(near) = after { (link(near, "next", "下一篇")) }
            }
        }
    }
}

/// Open Graph: what a chat shows of a link.
fn shared(item: &Item, title: &str, address: &Address) -> Markup {
    let day = item.published().map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"));
    let locale = if item.lang() == "zh-Hant" { "zh_TW" } else { "zh_CN" };
    let property = |name: &str, value: &str| html! { meta property=(name) content=(line(value)); };
    html! {
        (property("og:type", "article"))
        (property("og:title", title))
        (property("og:description", &item.opening(DESCRIPTION)))
        (property("og:locale", locale))
        @if let Some(paper) = item.paper() { (property("og:site_name", paper)) }
        @if let Some(url) = address.url(&Address::of_item(item)) { (property("og:url", &url)) }
        @if let Some(url) = address.url("icon-512.png") { (property("og:image", &url)) }
        @if let Some(day) = &day { (property("article:published_time", day)) }
        @if let Some(section) = item.section() { (property("article:section", section)) }
        @for byline in item.bylines() { (property("article:author", &byline.name)) }
        @for place in item.places() { (property("article:tag", place)) }
    }
}

/// Highwire's tags: what reference managers read.
fn cited(item: &Item, title: &str, address: &Address) -> Markup {
    let day = item.published().map(|(year, month, day)| format!("{year:04}/{month:02}/{day:02}"));
    let tag = |name: &str, value: &str| html! { meta name=(name) content=(line(value)); };
    html! {
        (tag("citation_title", title))
        @for byline in item.bylines() { (tag("citation_author", &byline.name)) }
        @if let Some(day) = &day { (tag("citation_publication_date", day)) }
        @if let Some(paper) = item.paper() { (tag("citation_journal_title", paper)) }
        @if let Some(number) = item.number() { (tag("citation_firstpage", &number.to_string())) }
        (tag("citation_language", "zh"))
        @for place in item.places() { (tag("citation_keywords", place)) }
        @if let Some(url) = address.url(&Address::of_item(item)) { (tag("citation_fulltext_html_url", &url)) }
    }
}

//! How does one find an article where no program runs? A page lists the issues, and each issue has one that lists what
//! it holds.

use super::pages::small;
use super::{Address, BOOK, DATA, ISSUES, Style};
use crate::identity::{archive, page_name, title};
use crate::item::Item;
use crate::printable::line;
use crate::prose::Text;
use crate::single;
use edition::Edition;
use maud::{Markup, html};

/// Path in the site and page: the list, and a page an issue. None where there is no article.
pub fn pages(
    editions: &[Edition],
    items: &[Item],
    address: &Address,
    style: &Style,
) -> Vec<(String, String)> {
    if items.is_empty() {
        return Vec::new();
    }
    let list = (format!("{ISSUES}/index.html"), list(editions, address, style));
    let issue = |edition: &Edition| {
        let path = format!("{}index.html", Address::folder_of_issue(edition));
        (path, issue(edition, editions, items, address, style))
    };
    std::iter::once(list).chain(editions.iter().map(issue)).collect()
}

fn name_of(edition: &Edition) -> Option<&str> {
    edition.paper.as_ref().map(|paper| paper.value.as_str())
}

/// A paper behind the other where there are several, the newest issue first.
fn list(editions: &[Edition], address: &Address, style: &Style) -> String {
    let name = archive(editions).map_or("各期".to_owned(), |named| format!("{named} 各期"));
    let issues = |paper: Option<&str>| {
        let own = move |edition: &&Edition| name_of(edition) == paper;
        html! {
            ul {
                @for edition in editions.iter().rev().filter(own) {
                    li { a href=(format!("../{}", Address::of_issue(edition))) { (Text(&title(edition))) } }
                }
            }
        }
    };
    let mut papers: Vec<Option<&str>> = Vec::new();
    for edition in editions.iter().rev() {
        if !papers.contains(&name_of(edition)) {
            papers.push(name_of(edition));
        }
    }
    let content = html! {
        nav { a href="../" { "头版" } }
        main {
            h1 { (Text(&name)) }
            @for paper in &papers {
                @if papers.len() > 1 { h2 { (Text(paper.unwrap_or("未署报名"))) } }
                (issues(*paper))
            }
            p {
                "带走全部："
                @for (path, name) in forms() { a href=(format!("../{path}")) { (name) } " " }
            }
        }
    };
    small(&line(&name), "../", address.canonical(&format!("{ISSUES}/")), content, style)
}

/// The forms that the reader offers at its foot, in its words, with their paths in the site.
fn forms() -> [(String, &'static str); 5] {
    [
        (BOOK.to_owned(), "电子书（EPUB）"),
        (single::FILE.to_owned(), "一个网页文件"),
        (format!("{DATA}/articles.txt"), "纯文字"),
        (format!("{DATA}/edition.json"), "数据（JSON）"),
        ("feed.xml".to_owned(), "订阅（Atom）"),
    ]
}

fn issue(
    edition: &Edition,
    editions: &[Edition],
    items: &[Item],
    address: &Address,
    style: &Style,
) -> String {
    let name = title(edition);
    let content = html! {
        nav {
            a href=(format!("../../{}", Address::front_of(edition, editions))) { "在读本中打开" } " "
            a href="../" { "各期" }
        }
        main {
            h1 { (Text(&name)) }
            @for page in &edition.pages {
                section {
                    h2 { (Text(&page_name(page))) }
                    ul {
                        @for item in items.iter().filter(|item| std::ptr::eq(item.page, page)) {
                            li { (entry(item)) }
                        }
                    }
                }
            }
        }
    };
    small(&line(&name), "../../", address.canonical(&Address::of_issue(edition)), content, style)
}

fn entry(item: &Item) -> Markup {
    let label = |spans: &[edition::Span]| item.shown(spans, " ");
    let (kicker, subtitle) = (label(&item.article.kicker), label(&item.article.subtitle));
    html! {
        @if !kicker.is_empty() { span class="kicker" { (Text(&kicker)) } br; }
        a href=(format!("../../{}", Address::of_item(item))) lang=(item.lang()) { (Text(&item.title())) }
        @if !subtitle.is_empty() { br; span class="subtitle" { (Text(&subtitle)) } }
    }
}

//! Which pages stand beside the articles? Of heads that several editions have, of articles that moved, of
//! addresses that are none; and what robots read.

use super::{ARTICLES, Address, FOLDERS, MAP, POLICY, STYLE, Style, title_of};
use crate::identity;
use crate::item::Item;
use crate::policy::hash_of;
use crate::xml::Xml;
use edition::{Edition, Library};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::collections::BTreeMap;

/// The way from the page of an article to the root of the site.
const ROOT: &str = "../../";

/// Path in the site and page.
type Page = (String, String);

/// `a/ID/` where several editions have an article of this id: the way to each of them. A link that was made when
/// there was one still leads to it.
pub fn ambiguous(items: &[Item], address: &Address, style: &Style) -> Vec<Page> {
    let mut by_id: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
    for item in items.iter().filter(|item| item.name != item.article.id.as_str()) {
        by_id.entry(item.article.id.as_str()).or_default().push(item);
    }
    let page = |(id, items): (&str, Vec<&Item>)| {
        let title = title_of(items[0]);
        let list = html! {
            h1 { (title) }
            ul {
                @for item in &items {
                    li { a href=(format!("../../{}", Address::of_item(item))) { (identity::title(item.edition)) } }
                }
            }
        };
        let head = address.canonical(&Address::of_name(id));
        let page = small(&title, ROOT, head, html! { main { (list) } }, style);
        (format!("{ARTICLES}/{id}/index.html"), page)
    };
    by_id.into_iter().map(page).collect()
}

/// `a/OLD/` for each article that the table of redirects knows under another id.
pub fn moved(library: &Library, items: &[Item], address: &Address, style: &Style) -> Vec<Page> {
    let page = |redirect: &edition::Redirect| {
        let to = redirect.to.as_str();
        let item = items.iter().find(|item| item.article.id.as_str() == to);
        let name = item.filter(|item| item.name == to).map_or(to, |item| item.name.as_str());
        let (title, way) = (item.map_or(String::new(), title_of), Address::of_name(name));
        let way_here = format!("../../{way}");
        let head = html! {
            meta http-equiv="refresh" content=(format!("0; url={way_here}"));
            link rel="canonical" href=(address.url(&way).unwrap_or_else(|| way_here.clone()));
        };
        let content = html! { main { h1 { a href=(way_here) { (title) } } } };
        (
            format!("{ARTICLES}/{}/index.html", redirect.from),
            small(&title, ROOT, head, content, style),
        )
    };
    library.redirects.iter().map(page).collect()
}

/// A page of links. `root` is the way from it to the root of the site.
pub fn small(title: &str, root: &str, head: Markup, content: Markup, style: &Style) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="zh-Hans" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                link rel="stylesheet" href=(style.href(root));
                link rel="icon" type="image/png" href=(format!("{root}icon-192.png"));
                (head)
            }
            body { (content) }
        }
    };
    page.into_string() + "\n"
}

/// A host shows this page under any address, so it holds everything and finds the front page by itself.
pub fn nowhere(address: &Address) -> String {
    // What stands before a folder of the site is the site.
    let find = format!(
        "document.getElementById('front').href = location.pathname.replace(/\\/(({})\\/.*|[^/]*)$/, '/')",
        FOLDERS.join("|")
    );
    let policy = format!(
        "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        hash_of(STYLE),
        hash_of(&find)
    );
    let front = address.url("");
    let page = html! {
        (DOCTYPE)
        html lang="zh-Hans" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { "没有这一页" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { "没有这一页" }
                    p { "地址可能写错了，或者文章已经换了地方。" }
                    p { a #front href=(front.as_deref().unwrap_or("./")) { "到头版" } }
                }
                @if front.is_none() { script { (PreEscaped(&find)) } }
            }
        }
    };
    page.into_string() + "\n"
}

pub fn robots(address: &Address) -> String {
    let map = address.url(MAP).map(|url| format!("Sitemap: {url}\n"));
    format!("User-agent: *\nAllow: /\n{}", map.unwrap_or_default())
}

/// The format has no relative addresses: none where the site's own is not known.
pub fn map(editions: &[Edition], items: &[Item], address: &Address) -> Option<String> {
    let front = address.url("")?;
    let mut xml = Xml::new();
    xml.within("urlset", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")], |xml| {
        let issues = editions.iter().filter(|_| !items.is_empty()).map(Address::of_issue);
        let issues = issues.filter_map(|path| address.url(&path));
        for url in std::iter::once(front).chain(issues) {
            xml.within("url", &[], |xml| xml.text("loc", &[], &url));
        }
        for item in items {
            let Some(url) = address.url(&Address::of_item(item)) else { continue };
            xml.within("url", &[], |xml| {
                xml.text("loc", &[], &url);
                if let Some((year, month, day)) = item.published() {
                    xml.text("lastmod", &[], &format!("{year:04}-{month:02}-{day:02}"));
                }
            });
        }
    });
    Some(xml.end())
}

//! What does a reading device get? An EPUB 3: an article a chapter, sections as navigation, gaps marked.

use crate::archive::Archive;
use crate::failure::Failure;
use crate::identity::{collection, majority, moment, newest, page_name, papers, title, urn};
use crate::item::Item;
use crate::printable::line;
use crate::prose::{Text, account, body, facts, heads};
use crate::site::STYLE;
use crate::xml::Xml;
use edition::Edition;
use maud::{Markup, PreEscaped, html};

/// The same editions give the same bytes.
///
/// # Errors
/// No article; more than a ZIP can hold.
pub fn book(editions: &[Edition], items: &[Item]) -> Result<Vec<u8>, Failure> {
    if items.is_empty() {
        return Err(Failure::new("no article was found to make a book of; `press check` says why"));
    }
    let mut archive = Archive::new();
    archive.store("mimetype", b"application/epub+zip")?;
    archive.deflate("META-INF/container.xml", container().as_bytes())?;
    archive.deflate("EPUB/package.opf", package(editions, items).as_bytes())?;
    archive.deflate("EPUB/nav.xhtml", navigation(editions, items).as_bytes())?;
    archive.deflate("EPUB/style.css", STYLE.as_bytes())?;
    for (at, item) in items.iter().enumerate() {
        let content = html! { article { (heads(item, None)) (facts(item)) (body(item, |other| Some(chapter_name(other)))) (account(item)) } };
        let chapter = document(item.lang(), &item.title(), content);
        archive.deflate(&format!("EPUB/{}", chapter_name(at)), chapter.as_bytes())?;
    }
    archive.end()
}

fn chapter_name(at: usize) -> String {
    format!("{:05}.xhtml", at + 1)
}

fn container() -> String {
    let mut xml = Xml::new();
    let namespace = "urn:oasis:names:tc:opendocument:xmlns:container";
    xml.within("container", &[("version", "1.0"), ("xmlns", namespace)], |xml| {
        xml.within("rootfiles", &[], |xml| {
            let package = "application/oebps-package+xml";
            xml.empty("rootfile", &[("full-path", "EPUB/package.opf"), ("media-type", package)]);
        });
    });
    xml.end()
}

fn package(editions: &[Edition], items: &[Item]) -> String {
    let lang = majority(items.iter().map(Item::lang));
    let mut xml = Xml::new();
    let root = [
        ("xmlns", "http://www.idpf.org/2007/opf"),
        ("version", "3.0"),
        ("unique-identifier", "id"),
        ("xml:lang", lang),
    ];
    xml.within("package", &root, |xml| {
        let namespace = [("xmlns:dc", "http://purl.org/dc/elements/1.1/")];
        xml.within("metadata", &namespace, |xml| metadata(xml, editions, items, lang));
        xml.within("manifest", &[], |xml| {
            let nav = ("properties", "nav");
            let mut put = |id: &str, href: &str, kind: &str, more: Option<(&str, &str)>| {
                let own = [("id", id), ("href", href), ("media-type", kind)];
                let all: Vec<(&str, &str)> = own.into_iter().chain(more).collect();
                xml.empty("item", &all);
            };
            put("nav", "nav.xhtml", XHTML, Some(nav));
            put("style", "style.css", "text/css", None);
            for at in 0..items.len() {
                let name = chapter_name(at);
                put(&format!("a{}", at + 1), &name, XHTML, None);
            }
        });
        xml.within("spine", &[], |xml| {
            xml.empty("itemref", &[("idref", "nav")]);
            for at in 0..items.len() {
                xml.empty("itemref", &[("idref", &format!("a{}", at + 1))]);
            }
        });
    });
    xml.end()
}

const XHTML: &str = "application/xhtml+xml";

fn metadata(xml: &mut Xml, editions: &[Edition], items: &[Item], lang: &str) {
    let day = newest(editions);
    let names = items.iter().flat_map(|item| [item.edition.key.as_str(), item.article.id.as_str()]);
    let names: Vec<&str> = ["book"].into_iter().chain(names).collect();
    xml.text("dc:identifier", &[("id", "id")], &urn(&names));
    xml.text("dc:title", &[], &line(&collection(editions)));
    xml.text("dc:language", &[], lang);
    if let Some((year, month, day)) = day {
        xml.text("dc:date", &[], &format!("{year:04}-{month:02}-{day:02}"));
    }
    for paper in papers(editions) {
        xml.text("dc:publisher", &[], &line(paper));
    }
    let known = [
        ("dcterms:modified", moment(day).as_str()),
        ("schema:accessMode", "textual"),
        ("schema:accessModeSufficient", "textual"),
        ("schema:accessibilityFeature", "structuralNavigation"),
        ("schema:accessibilityFeature", "tableOfContents"),
        ("schema:accessibilityHazard", "none"),
    ]
    .map(|(property, value)| (property, value.to_owned()));
    for (property, value) in known {
        xml.text("meta", &[("property", property)], &value);
    }
}

/// Editions where there are several, in them pages where there are several, sections in print order, articles.
fn navigation(editions: &[Edition], items: &[Item]) -> String {
    let numbered: Vec<(usize, &Item)> = items.iter().enumerate().collect();
    let by_edition = numbered.chunk_by(|(_, a), (_, b)| std::ptr::eq(a.edition, b.edition));
    let list = html! {
        ol {
            @for group in by_edition {
                @if editions.len() > 1 {
                    li { span { (Text(&line(&title(group[0].1.edition)))) } ol { (pages(group)) } }
                } @else {
                    (pages(group))
                }
            }
        }
    };
    let lang = majority(items.iter().map(Item::lang));
    let name = collection(editions);
    let nav = html! {
        nav #toc epub:type="toc" role="doc-toc" { h1 { (Text(&name)) } (list) }
    };
    document(lang, &name, nav)
}

fn pages(items: &[(usize, &Item)]) -> Markup {
    let is_same = |a: &Item, b: &Item| std::ptr::eq(a.page, b.page);
    if items.iter().all(|(_, item)| is_same(item, items[0].1)) {
        return sections(items);
    }
    html! {
        @for group in items.chunk_by(|(_, a), (_, b)| is_same(a, b)) {
            li { span { (Text(&line(&page_name(group[0].1.page)))) } ol { (sections(group)) } }
        }
    }
}

fn sections(items: &[(usize, &Item)]) -> Markup {
    let article = |(at, item): &(usize, &Item)| {
        let title = item.title();
        html! { li { a href=(chapter_name(*at)) { (Text(&title)) } } }
    };
    html! {
        @for group in items.chunk_by(|(_, a), (_, b)| a.section() == b.section()) {
            @match group[0].1.section() {
                Some(section) => li { span { (Text(section)) } ol { @for one in group { (article(one)) } } },
                None => { @for one in group { (article(one)) } },
            }
        }
    }
}

fn document(lang: &str, title: &str, content: Markup) -> String {
    let page = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n"))
        html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang=(lang) xml:lang=(lang) {
            head {
                title { (line(title)) }
                (PreEscaped("<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>"))
            }
            body { (content) }
        }
    };
    page.into_string() + "\n"
}

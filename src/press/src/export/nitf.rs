//! What does a news system get? A document of NITF 3.6 an article, in a ZIP.
//!
//! NITF and not NewsML-G2, since it loses less of a printed page: it has fields for the printed page and section
//! (`pubdata`), the running column (`series`), corrections, editor's messages, and an article's own parts: heads,
//! bylines, dateline, paragraphs, subheads, tagline. NewsML-G2 describes an item and leaves its text to XHTML or
//! to NITF, and has no field for a printed page. NITF has none for a kicker: it is an `hl2` of that class.

use crate::account::{printed_sentences, remark};
use crate::archive::Archive;
use crate::failure::Failure;
use crate::identity;
use crate::item::Item;
use crate::xml::Xml;
use edition::{Block, BlockKind, Direction};

/// `NAME.xml` for each article.
///
/// # Errors
/// More than a ZIP can hold.
pub fn archive(items: &[Item]) -> Result<Vec<u8>, Failure> {
    let mut archive = Archive::new();
    for item in items {
        archive.deflate(&format!("{}.xml", item.name), document(item).as_bytes())?;
    }
    archive.end()
}

fn document(item: &Item) -> String {
    let version = [("version", "-//IPTC//DTD NITF 3.6//EN"), ("xml:lang", item.lang())];
    let mut xml = Xml::new();
    xml.within("nitf", &version, |xml| {
        xml.within("head", &[], |xml| head(xml, item));
        xml.within("body", &[], |xml| {
            xml.within("body.head", &[], |xml| body_head(xml, item));
            xml.within("body.content", &[], |xml| content(xml, item));
            let signed = item.article.blocks.iter().filter(|b| b.kind == BlockKind::Signoff);
            let signed: Vec<String> = signed.map(|block| item.block(block)).collect();
            if !signed.is_empty() {
                xml.within("body.end", &[], |xml| xml.text("tagline", &[], &signed.join(" ")));
            }
        });
    });
    xml.end()
}

fn head(xml: &mut Xml, item: &Item) {
    let article = item.article;
    xml.text("title", &[], &item.title());
    xml.empty("meta", &[("name", "kind"), ("content", article.kind.name())]);
    xml.empty("meta", &[("name", "source"), ("content", &item.page.source)]);
    let day = item.published().map(|(year, month, day)| format!("{year:04}{month:02}{day:02}"));
    xml.within("docdata", &[], |xml| {
        let name = identity::of_item(item);
        xml.empty("doc-id", &[("id-string", &name)]);
        if let Some(day) = &day {
            xml.empty("date.issue", &[("norm", day)]);
        }
        if let Some(column) = &article.column {
            xml.empty("series", &[("series.name", column)]);
        }
        // Flags, evidence and offsets, a message each.
        for sentence in printed_sentences(item) {
            xml.empty("ed-msg", &[("msg-type", "account"), ("info", &sentence)]);
        }
        if !article.counties.is_empty() || article.whole_region.is_some() {
            xml.within("identified-content", &[], |xml| {
                for county in &article.counties {
                    let code = county.code.to_string();
                    let source = [("location-code", code.as_str()), ("code-source", "GB/T 2260")];
                    // The national code has none for the counties of Taiwan.
                    let known = if code.starts_with("71") { &source[..0] } else { &source[..] };
                    xml.text("location", known, &county.name);
                }
                if let Some(region) = &article.whole_region {
                    xml.text("location", &[], &region.name);
                }
            });
        }
    });
    let number = item.number().map(|number| number.to_string());
    let section = article.rubric.as_deref().or(item.page.name.as_ref().map(|f| f.value.as_str()));
    let known = [
        ("name", item.paper()),
        ("date.publication", day.as_deref()),
        ("position.section", section),
        ("position.sequence", number.as_deref()),
    ];
    let known = known.into_iter().filter_map(|(key, value)| Some((key, value?)));
    let known: Vec<(&str, &str)> = [("type", "print")].into_iter().chain(known).collect();
    xml.empty("pubdata", &known);
}

fn body_head(xml: &mut Xml, item: &Item) {
    let article = item.article;
    xml.within("hedline", &[], |xml| {
        xml.text("hl1", &[], &item.title());
        for (class, spans) in [("kicker", &article.kicker), ("subtitle", &article.subtitle)] {
            if !spans.is_empty() {
                xml.text("hl2", &[("class", class)], &item.shown(spans, " "));
            }
        }
    });
    for byline in &article.bylines {
        xml.within("byline", &[], |xml| {
            xml.text("person", &[], &byline.name);
            if let Some(role) = &byline.role {
                xml.text("byttl", &[], role);
            }
        });
    }
    if let Some(day) = article.dateline {
        xml.within("dateline", &[], |xml| xml.text("story.date", &[], &day.to_string()));
    }
}

fn content(xml: &mut Xml, item: &Item) {
    jumps(xml, item, Direction::From);
    let article = item.article;
    for place in 0..=article.blocks.len() {
        for flag in article.flags_at(place) {
            xml.text("p", &[("class", "gap")], &format!("【{}】", remark(item, flag.kind)));
        }
        if let Some(own) = article.blocks.get(place) {
            block(xml, item, own);
        }
    }
    jumps(xml, item, Direction::To);
    if let Some(closing) = item.closing() {
        xml.text("p", &[("class", "closing")], closing);
    }
}

fn jumps(xml: &mut Xml, item: &Item, direction: Direction) {
    item.jumps(direction).for_each(|(marker, _)| xml.text("p", &[("class", "jump")], marker));
}

fn block(xml: &mut Xml, item: &Item, block: &Block) {
    let text = item.block(block);
    match block.kind {
        BlockKind::Subhead => xml.text("hl2", &[], &text),
        // It is the tagline.
        BlockKind::Signoff => {}
        BlockKind::Verse | BlockKind::Table => {
            xml.text("pre", &[("class", block.kind.name())], &text)
        }
        BlockKind::Lead => xml.text("p", &[("lede", "true")], &text),
        BlockKind::Para => xml.text("p", &[], &text),
        kind => xml.text("p", &[("class", kind.name())], &text),
    }
}

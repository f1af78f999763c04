//! What must go with an article wherever it goes? Where it stands in the dump, what is missing, inferred or
//! corrected, and which words speak for its counties: as data, and as sentences for people.

use crate::item::Item;
use crate::printable::replaced;
use edition::schema::{CodePoints, PageDoc};
use edition::{Basis, Date, Fact, FlagKind, Lines, Note, NoteKind, Page, Span};
use serde_json::{Map, Value, json};
use std::fmt::Display;

/// The page's document as `parse --json` writes it, with the evidence in full, the notes and the dump's text.
/// Offsets count Unicode code points of the text without its byte order mark.
pub fn page(page: &Page) -> Map<String, Value> {
    let Ok(Value::Object(mut document)) = serde_json::to_value(PageDoc::of(page)) else {
        return Map::new();
    };
    let points = CodePoints::of(&page.text);
    if let Some(Value::Array(documents)) = document.get_mut("articles") {
        for (document, article) in documents.iter_mut().zip(&page.articles) {
            for (byline, own) in values(&mut document["bylines"]).zip(&article.bylines) {
                byline["span"] = json!(points.range(own.span));
            }
            for (evidence, tag) in values(&mut document["county_evidence"]).zip(&article.counties) {
                let units = tag.evidence.iter().map(|evidence| evidence.unit.as_str());
                evidence["code"] = tag.code.to_string().into();
                evidence["units"] = units.collect();
                if let Some(today) = &tag.today {
                    evidence["today"] = today.as_str().into();
                }
            }
            if let Some(region) = &article.whole_region {
                document["whole_region_evidence"] = json!(points.ranges(&region.evidence));
            }
        }
    }
    let note = |note: &Note| {
        json!({
            "kind": note.kind.name(),
            "span": points.range(note.span),
            "sentence": note.sentence,
            "suggestion": note.suggestion,
        })
    };
    document.insert("notes".into(), page.notes.iter().map(note).collect());
    document.insert("number".into(), fact(page.number.as_ref()));
    document.insert("name".into(), fact(page.name.as_ref()));
    document.insert("text".into(), page.text.as_str().into());
    document
}

fn values(list: &mut Value) -> impl Iterator<Item = &mut Value> {
    list.as_array_mut().into_iter().flatten()
}

/// With what it rests on: `given`, `stated`, or the reason for which it is inferred.
pub fn fact<T: Display>(fact: Option<&Fact<T>>) -> Value {
    let Some(Fact { value, basis }) = fact else { return Value::Null };
    let (basis, reason) = match basis {
        Basis::Given => ("given", None),
        Basis::Stated(_) => ("stated", None),
        Basis::Inferred(reason) => ("inferred", Some(reason.to_string())),
    };
    json!({ "value": value.to_string(), "basis": basis, "reason": reason })
}

/// The documents of all items, in their order: pages are laid out once, not once an article.
pub fn documents(items: &[Item]) -> Vec<Value> {
    let mut documents = Vec::with_capacity(items.len());
    let same_page = |a: &Item, b: &Item| std::ptr::eq(a.page, b.page);
    for group in items.chunk_by(same_page) {
        let mut document = page(group[0].page);
        if let Some(Value::Array(articles)) = document.remove("articles") {
            documents.extend(articles);
        }
    }
    documents
}

/// [`sentences`], and what stands as U+FFFD: for what cannot hold every character, or should not.
pub fn printed_sentences(item: &Item) -> Vec<String> {
    let mut said = sentences(item);
    let lost = item.article.spans().map(|span| replaced(&item.shown(&[span], ""))).sum::<usize>();
    if lost > 0 {
        said.push(format!(
            "原文有{lost}个不能印出的控制字符，此处以“\u{FFFD}”代替，JSON 数据中保留"
        ));
    }
    said
}

/// A sentence each, in Chinese as the notes are: source, paper and day, what is inferred, flags, counties, corrections,
/// doubts.
pub fn sentences(item: &Item) -> Vec<String> {
    let (page, article) = (item.page, item.article);
    let points = CodePoints::of(&page.text);
    let lines = Lines::of(&page.text);
    let extent = item.extent();
    let (first, last) = (lines.line(extent.start), lines.line(extent.end.max(1) - 1));
    let [start, end] = points.range(extent);
    let mut said = vec![format!(
        "{}：{}，第{}至{}行，{}{start}至{end}；{}{}",
        item.said("出处", "出處"),
        page.source,
        first.0,
        last.0,
        item.said("字符", "字元"),
        item.said("编号", "編號"),
        article.id
    )];
    let place = item.said("刊于", "刊於");
    said.extend(printed_in(item).map(|printed| format!("{place}：{printed}")));
    let inferred = [
        ("报名", item.edition.paper.as_ref().map(|f| (f.value.clone(), f.reason()))),
        // What the text speaks of last: it may have been printed any day behind that.
        ("日期", item.edition.date.as_ref().map(|f| (format!("{}或稍后", f.value), f.reason()))),
        ("版次", page.number.as_ref().map(|f| (f.value.to_string(), f.reason()))),
    ];
    for (what, fact) in inferred {
        if let Some((value, Some(reason))) = fact {
            said.push(format!("{what}推定为{value}：{reason}"));
        }
    }
    for note in page.notes.iter().filter(|note| note.kind == NoteKind::Head) {
        let head = in_one_line(note.span.of(&page.text));
        said.push(format!("版头另有所写：“{head}”，请对照原版"));
    }
    for flag in &article.flags {
        said.push(format!("{}：字符{}处", remark(flag.kind), points.at(flag.at)));
    }
    for jump in &article.jumps {
        let other = jump.other.as_ref().map(|id| format!("，即编号{id}"));
        let marker = in_one_line(jump.span.of(&page.text));
        said.push(format!("另一部分：“{marker}”{}", other.unwrap_or_default()));
    }
    let evidence = |spans: &mut dyn Iterator<Item = Span>| -> String {
        let one = |span: Span| {
            let [start, end] = points.range(span);
            format!("“{}”（字符{start}至{end}）", in_one_line(span.of(&page.text)))
        };
        spans.map(one).collect::<Vec<_>>().join("、")
    };
    for county in &article.counties {
        let words = evidence(&mut county.evidence.iter().map(|evidence| evidence.span));
        let today = county.today.iter().map(|today| format!("（今{today}）"));
        let name = format!("{}{}", county.name, today.collect::<String>());
        said.push(match words.as_str() {
            // What no word of the text speaks for, an override said.
            "" => format!("所属县：{name}，编辑部给出"),
            words => format!("所属县：{name}，依据{words}"),
        });
    }
    if let Some(region) = &article.whole_region {
        let words = evidence(&mut region.evidence.iter().copied());
        said.push(format!("所属地区：{}，依据{words}", region.name));
    }
    for piece in article.spans() {
        for one in edition::Correction::within(&page.corrections, piece) {
            said.push(format!(
                "更正：原文{}改作“{}”",
                evidence(&mut [one.span].into_iter()),
                one.to
            ));
        }
    }
    let is_doubt =
        |kind| matches!(kind, NoteKind::Suspicion | NoteKind::Doubled | NoteKind::Garbled);
    let inside = |span: Span| article.spans().any(|own| own.overlaps(span));
    let doubts = page.notes.iter().filter(|note| is_doubt(note.kind) && inside(note.span));
    said.extend(doubts.map(|note| {
        let [start, end] = points.range(note.span);
        format!("存疑（字符{start}至{end}）：{}", note.sentence)
    }));
    said
}

/// 《某日报》2025年7月2日第3版: what of it is given or stated; what is inferred has a sentence of its own.
fn printed_in(item: &Item) -> Option<String> {
    let date = item.edition.date.as_ref().filter(|fact| fact.reason().is_none());
    let number = item.page.number.as_ref().filter(|fact| fact.reason().is_none());
    let paper = item.edition.paper.as_ref().filter(|fact| fact.reason().is_none());
    let known = [
        paper.map(|fact| format!("《{}》", fact.value)),
        date.map(|Fact { value, .. }: &Fact<Date>| value.to_string()),
        number.map(|fact| format!("第{}版", fact.value)),
    ];
    let known: String = known.into_iter().flatten().collect();
    Some(known).filter(|known| !known.is_empty())
}

/// Words that a line end of the dump cut, as they are read.
fn in_one_line(words: &str) -> String {
    words.split(['\n', '\r']).map(str::trim).collect()
}

/// What stands in the text where a flag is.
pub fn remark(kind: FlagKind) -> &'static str {
    match kind {
        FlagKind::LostLead => "原文缺开头",
        FlagKind::LostMiddle => "原文缺一段",
        FlagKind::LostTail => "原文缺结尾",
        FlagKind::Order => "原文次序有误",
    }
}

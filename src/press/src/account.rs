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
        let kept = item.said(
            "个不能印出的控制字符，此处以“\u{FFFD}”代替，JSON 数据中保留",
            "個不能印出的控制字元，此處以「\u{FFFD}」代替，JSON 資料中保留",
        );
        said.push(format!("原文有{lost}{kept}"));
    }
    said
}

/// A sentence each, in the characters of the text: source, paper and day, what is inferred, flags, counties, corrections,
/// doubts.
pub fn sentences(item: &Item) -> Vec<String> {
    let (page, article) = (item.page, item.article);
    let points = CodePoints::of(&page.text);
    let lines = Lines::of(&page.text);
    let characters = item.said("字符", "字元");
    let [open, close] = [item.said("“", "「"), item.said("”", "」")];
    let quoted = |words: &str| format!("{open}{}{close}", in_one_line(words));
    let extent = item.extent();
    let (first, last) = (lines.line(extent.start), lines.line(extent.end.max(1) - 1));
    let [start, end] = points.range(extent);
    let mut said = vec![format!(
        "{}：{}，第{}至{}行，{characters}{start}至{end}；{}{}",
        item.said("出处", "出處"),
        page.source,
        first.0,
        last.0,
        item.said("编号", "編號"),
        article.id
    )];
    let place = item.said("刊于", "刊於");
    said.extend(printed_in(item).map(|printed| format!("{place}：{printed}")));
    let later = item.said("或稍后", "或稍後");
    let inferred = [
        (
            item.said("报名", "報名"),
            item.edition.paper.as_ref().map(|f| (f.value.clone(), f.reason())),
        ),
        // What the text speaks of last: it may have been printed any day behind that.
        ("日期", item.edition.date.as_ref().map(|f| (format!("{}{later}", f.value), f.reason()))),
        ("版次", page.number.as_ref().map(|f| (f.value.to_string(), f.reason()))),
    ];
    for (what, fact) in inferred {
        if let Some((value, Some(reason))) = fact {
            let reason = item.words().reasons.said(reason);
            said.push(format!("{what}{}{value}：{reason}", item.said("推定为", "推定為")));
        }
    }
    for note in page.notes.iter().filter(|note| note.kind == NoteKind::Head) {
        let head = quoted(note.span.of(&page.text));
        let [before, after] = [
            item.said("版头另有所写：", "版頭另有所寫："),
            item.said("，请对照原版", "，請對照原版"),
        ];
        said.push(format!("{before}{head}{after}"));
    }
    for flag in &article.flags {
        let [remark, place] = [remark(item, flag.kind), item.said("处", "處")];
        said.push(format!("{remark}：{characters}{}{place}", points.at(flag.at)));
    }
    for jump in &article.jumps {
        let number = item.said("，即编号", "，即編號");
        let other = jump.other.as_ref().map(|id| format!("{number}{id}"));
        let marker = quoted(jump.span.of(&page.text));
        said.push(format!("另一部分：{marker}{}", other.unwrap_or_default()));
    }
    let evidence = |spans: &mut dyn Iterator<Item = Span>| -> String {
        let one = |span: Span| {
            let [start, end] = points.range(span);
            format!("{}（{characters}{start}至{end}）", quoted(span.of(&page.text)))
        };
        spans.map(one).collect::<Vec<_>>().join("、")
    };
    let because = item.said("，依据", "，依據");
    for county in &article.counties {
        let own = item.said("所属县：", "所屬縣：");
        let words = evidence(&mut county.evidence.iter().map(|evidence| evidence.span));
        let today = county.today.iter().map(|today| format!("（今{today}）"));
        let name = format!("{}{}", county.name, today.collect::<String>());
        said.push(match words.as_str() {
            // What no word of the text speaks for, an override said.
            "" => format!("{own}{name}{}", item.said("，编辑部给出", "，編輯部給出")),
            words => format!("{own}{name}{because}{words}"),
        });
    }
    if let Some(region) = &article.whole_region {
        let words = evidence(&mut region.evidence.iter().copied());
        let own = item.said("所属地区：", "所屬地區：");
        said.push(format!("{own}{}{because}{words}", region.name));
    }
    for piece in article.spans() {
        for one in edition::Correction::within(&page.corrections, piece) {
            let was = evidence(&mut [one.span].into_iter());
            said.push(format!("更正：原文{was}改作{}", quoted(&one.to)));
        }
    }
    let is_doubt =
        |kind| matches!(kind, NoteKind::Suspicion | NoteKind::Doubled | NoteKind::Garbled);
    let inside = |span: Span| article.spans().any(|own| own.overlaps(span));
    let doubts = page.notes.iter().filter(|note| is_doubt(note.kind) && inside(note.span));
    said.extend(doubts.map(|note| {
        let [start, end] = points.range(note.span);
        let sentence = match &note.reason {
            Some(reason) => item.words().reasons.said(reason),
            None => {
                let count = note.span.of(&page.text).chars().count();
                let what = item.said(
                    "个字符无法显示（乱码、造字或控制符），请对照原版改正。",
                    "個字元無法顯示（亂碼、造字或控制字元），請對照原版改正。",
                );
                format!("{count}{what}")
            }
        };
        format!("存疑（{characters}{start}至{end}）：{sentence}")
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
    words.split(edition::is_line_end).map(str::trim).collect()
}

/// What stands in the text where a flag is.
pub fn remark(item: &Item, kind: FlagKind) -> &'static str {
    match kind {
        FlagKind::LostLead => item.said("原文缺开头", "原文缺開頭"),
        FlagKind::LostMiddle => "原文缺一段",
        FlagKind::LostTail => item.said("原文缺结尾", "原文缺結尾"),
        FlagKind::Order => item.said("原文次序有误", "原文次序有誤"),
    }
}

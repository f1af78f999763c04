//! Where on the page does a place of an article's text stand? Texts carry the number of their part; offsets count
//! UTF-16 code units, as the browser does.

use super::{all, screen_height, window};
use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, Node, Range, Selection};

/// A piece of one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    pub part: usize,
    pub start: usize,
    pub end: usize,
}

/// `NodeFilter.SHOW_TEXT`, which `web_sys` does not name.
const SHOW_TEXT: u32 = 4;
const PART: &str = "data-part";
/// On an element that shows something else than the text: how many units of the text it stands for.
pub const UNITS: &str = "data-units";
/// The name of the style for what is being read aloud: `::highlight(spoken)`.
const SPOKEN: &str = "spoken";

fn parts() -> Vec<HtmlElement> {
    all("main [data-part]")
}

pub(super) fn part(number: usize) -> Option<Element> {
    let selector = format!("main [{PART}='{number}']");
    window().document()?.query_selector(&selector).ok()?
}

/// The text nodes of a part, each with the units of the text before it and those that it stands for.
fn texts(part: &Element) -> Vec<(Node, usize, usize)> {
    let mut texts = Vec::new();
    let document = window().document();
    let walker = document
        .and_then(|document| document.create_tree_walker_with_what_to_show(part, SHOW_TEXT).ok());
    let mut before = 0;
    let mut stand_in: Option<Element> = None;
    while let Some(Ok(Some(node))) = walker.as_ref().map(web_sys::TreeWalker::next_node) {
        let other = node.parent_element().and_then(|it| it.closest(&format!("[{UNITS}]")).ok()?);
        let units = match &other {
            None => node.node_value().map_or(0, |text| text.encode_utf16().count()),
            Some(element) if Some(element) == stand_in.as_ref() => 0,
            Some(element) => {
                element.get_attribute(UNITS).and_then(|units| units.parse().ok()).unwrap_or(0)
            }
        };
        stand_in = other;
        texts.push((node, before, units));
        before += units;
    }
    texts
}

/// The place of a point of the document in its part; the end of the part where it lies behind.
fn offset(part: &Element, node: &Node, at: u32) -> usize {
    let texts = texts(part);
    let end = texts.last().map_or(0, |(_, before, units)| before + units);
    for (text, before, units) in &texts {
        if text.is_same_node(Some(node)) {
            return before + (at as usize).min(*units);
        }
    }
    // A point between elements: as much as stands before it.
    let Ok(range) = Range::new() else { return end };
    let _ = range.set_start(part, 0);
    let _ = range.set_end(node, at);
    let is_before = |text: &Node| range.compare_point(text, 0).is_ok_and(|place| place <= 0);
    texts.iter().find(|(text, ..)| !is_before(text)).map_or(end, |(_, before, _)| *before)
}

/// A range of the document; `None` where the part is not on the page.
fn range(passage: &Passage) -> Option<Range> {
    let texts = texts(&part(passage.part)?);
    let range = Range::new().ok()?;
    let point = |at: usize, starts: bool| {
        let mut holds = texts.iter().filter(|(_, before, units)| {
            *units > 0 && *before <= at && at <= before + units && !(starts && at == before + units)
        });
        let (node, before, _) = holds.next().or(texts.last())?;
        let length = node.node_value().map_or(0, |text| text.encode_utf16().count());
        Some((node.clone(), (at - before).min(length) as u32))
    };
    let (node, at) = point(passage.start, true)?;
    range.set_start(&node, at).ok()?;
    let (node, at) = point(passage.end, false)?;
    range.set_end(&node, at).ok()?;
    Some(range)
}

fn selection() -> Option<Selection> {
    window().get_selection().ok()?
}

/// What is selected of the open article, part by part.
pub fn selected() -> Vec<Passage> {
    let chosen = selection().filter(|it| !it.is_collapsed()).and_then(|it| it.get_range_at(0).ok());
    let Some(chosen) = chosen else { return Vec::new() };
    let mut passages = Vec::new();
    for part in parts().iter().filter(|part| chosen.intersects_node(part).unwrap_or(false)) {
        let point = |node: Result<Node, JsValue>, at: Result<u32, JsValue>| {
            let node = node.ok().filter(|node| part.contains(Some(node)))?;
            Some(offset(part, &node, at.unwrap_or_default()))
        };
        let start = point(chosen.start_container(), chosen.start_offset());
        let end = point(chosen.end_container(), chosen.end_offset());
        let all = texts(part).last().map_or(0, |(_, before, units)| before + units);
        let (start, end) = (start.unwrap_or(0), end.unwrap_or(all));
        let number = part.get_attribute(PART).and_then(|number| number.parse().ok());
        if let (Some(part), true) = (number, start < end) {
            passages.push(Passage { part, start, end });
        }
    }
    passages
}

/// Selects a passage, as a hand would.
pub fn select(passage: &Passage) {
    if let (Some(selection), Some(range)) = (selection(), range(passage)) {
        let _ = selection.remove_all_ranges();
        let _ = selection.add_range(&range);
    }
}

pub fn unselect() {
    if let Some(selection) = selection() {
        let _ = selection.remove_all_ranges();
    }
}

/// The first part of the open article of which anything can be seen below a height of the window.
pub fn first_seen(below: f64) -> Option<usize> {
    let seen = parts().into_iter().find(|part| part.get_bounding_client_rect().bottom() > below)?;
    seen.get_attribute(PART)?.parse().ok()
}

/// Whether the end of the open article can be seen, or lies above.
pub fn end_is_seen() -> bool {
    let end = parts().last().map(|last| last.get_bounding_client_rect().bottom());
    end.is_some_and(|end| end <= screen_height())
}

/// Brings a part to the top of the window.
pub fn show_part(number: usize) {
    if let Some(part) = part(number) {
        part.scroll_into_view();
    }
}

/// Marks what is being read aloud, nothing where it is not on the page. The page follows as long as the reader
/// does: where the sentence before could be seen.
pub fn mark_spoken(passage: Option<&Passage>) {
    let was_seen = spoken().is_none_or(|before| is_seen(&before));
    for part in parts() {
        let number = part.get_attribute(PART).and_then(|number| number.parse().ok());
        let now = passage.is_some_and(|passage| Some(passage.part) == number);
        let _ = part.class_list().toggle_with_force("speaking", now);
    }
    let range = passage.and_then(range);
    set_highlight(range.as_ref());
    if let Some(part) = passage.filter(|_| was_seen).and_then(|passage| part(passage.part))
        && range.as_ref().is_some_and(|range| !is_seen(range))
    {
        let block = part.parent_element().unwrap_or(part);
        block.scroll_into_view();
    }
    SEEN.set(range);
}

thread_local! {
    static SEEN: std::cell::RefCell<Option<Range>> = const { std::cell::RefCell::new(None) };
}

fn spoken() -> Option<Range> {
    SEEN.with_borrow(Clone::clone)
}

fn is_seen(range: &Range) -> bool {
    let place = range.get_bounding_client_rect();
    place.bottom() > 0.0 && place.top() < screen_height()
}

/// `CSS.highlights`, where the browser has it; elsewhere the part as a whole is marked.
fn set_highlight(range: Option<&Range>) -> Option<()> {
    let global = |name: &str| Reflect::get(&window(), &name.into()).ok();
    let registry = Reflect::get(&global("CSS")?, &"highlights".into()).ok()?;
    let call = |name: &str| Reflect::get(&registry, &name.into()).ok()?.dyn_into::<Function>().ok();
    match range {
        Some(range) => {
            let class = global("Highlight")?.dyn_into::<Function>().ok()?;
            let highlight = Reflect::construct(&class, &js_sys::Array::of1(range)).ok()?;
            call("set")?.call2(&registry, &SPOKEN.into(), &highlight).ok()?;
        }
        None => {
            call("delete")?.call1(&registry, &SPOKEN.into()).ok()?;
        }
    }
    Some(())
}

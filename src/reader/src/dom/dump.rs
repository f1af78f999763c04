//! How do the text and the dump beside it point at each other? What the pointer, the focus or a click is on is marked
//! in both, and Enter or a click leads across.

use super::{Step, all, element, focus, focus_on, fragment, screen_height, set_fragment, window};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// On a text of the open article: the number of its part.
const PART: &str = "data-part";
/// On lines of the dump: the numbers of the parts that own them.
const OWNER: &str = "data-owner";
/// On both, while they are current.
const NOW: &str = "now";
const TEXTS: &str = "article [data-part]";
const LINES: &str = ".dump .lines";

/// Lets the keyboard stop at each text of the article, or no longer; then nothing is current either.
pub fn stop_at_texts(stop: bool) {
    for text in all(TEXTS) {
        let Some(block) = text.parent_element() else { continue };
        let _ = match stop {
            true => block.set_attribute("tabindex", "0"),
            false => block.remove_attribute("tabindex"),
        };
        let _ = text.class_list().remove_1(NOW);
    }
}

/// The number of the part that an event is about, and whether it happened in the dump.
fn part_of(event: &Event) -> Option<(String, bool)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    if let Some(lines) = target.closest(&format!("[{OWNER}]")).ok()? {
        let owners = lines.get_attribute(OWNER)?;
        return Some((owners.split(' ').next()?.to_owned(), true));
    }
    let text = match target.closest(&format!("[{PART}]")).ok()? {
        Some(text) => text,
        // The paragraph that holds the text.
        None if target.has_attribute("tabindex") => {
            target.query_selector(":scope > [data-part]").ok()??
        }
        None => return None,
    };
    Some((text.get_attribute(PART)?, false))
}

/// Marks what an event is about, in the text and in the dump.
pub fn mark_current(event: &Event) {
    let Some((part, in_dump)) = part_of(event) else { return };
    let selector = format!("article [{PART}='{part}'], .dump [{OWNER}~='{part}']");
    let wanted = all(&selector);
    // The pointer moves on in what is marked: the dump stays where it was rolled to.
    if wanted.iter().all(|element| element.class_list().contains(NOW)) {
        return;
    }
    for element in all(&format!(".beside .{NOW}")) {
        if !wanted.contains(&element) {
            let _ = element.class_list().remove_1(NOW);
        }
    }
    for element in &wanted {
        let _ = element.class_list().add_1(NOW);
    }
    if !in_dump && let Some(line) = wanted.iter().find(|it| it.has_attribute(OWNER)) {
        roll(line);
    }
}

/// Rolls the dump, and nothing else, until an element of it can be seen.
fn roll(line: &HtmlElement) {
    let Some(lines) = all(LINES).pop() else { return };
    let (frame, place) = (lines.get_bounding_client_rect(), line.get_bounding_client_rect());
    if place.top() < frame.top() || place.bottom() > frame.bottom() {
        let third = frame.height() / 3.0;
        let top = f64::from(lines.scroll_top()) + place.top() - frame.top() - third;
        lines.set_scroll_top(top as i32);
    }
}

/// Id of the heading over the dump.
pub const DUMP: &str = "dump-title";

thread_local! {
    /// The address of the dump, while it has an entry of its own in the history.
    static ENTRY: Cell<Option<String>> = const { Cell::new(None) };
}

/// Goes to the article's lines in the dump where it was drawn out of sight, below the article as on a phone. They may be
/// far below its beginning; what goes on by keys goes on at them. Whoever is led away has a way back in the history.
pub fn show_dump(address: &str) {
    if element(DUMP).is_none_or(|head| is_above_end(&head)) {
        return set_fragment(address, Step::Same);
    }
    set_fragment(address, Step::New);
    ENTRY.set(Some(fragment()));
    focus(DUMP);
    if let Some(line) = all(".dump [data-owner]").first() {
        line.scroll_into_view();
        window().scroll_by_with_x_and_y(0.0, -screen_height() / 3.0);
    }
}

/// Goes back from the entry that the dump has; says whether it does.
pub fn leave_dump() -> bool {
    ENTRY.take().is_some_and(|own| own == fragment())
        && window().history().is_ok_and(|history| history.back().is_ok())
}

/// What is on the page now is not what was gone to.
pub fn forget_dump() {
    ENTRY.take();
}

/// Shows the first lines of the article in the dump.
pub fn roll_to_article() {
    if let Some(line) = all(".dump [data-owner]").first() {
        roll(line);
    }
}

/// A click in the dump leads to the text; the focus goes along where a button was pressed.
pub fn lead_across(event: &Event) {
    let Some((part, true)) = part_of(event) else { return };
    let Some(text) = all(&format!("article [{PART}='{part}']")).pop() else { return };
    let Some(block) = text.parent_element().and_then(|it| it.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if target.is_some_and(|target| target.tag_name() == "BUTTON") {
        focus_on(&block);
    }
    if block.get_bounding_client_rect().top() < 0.0 || !is_above_end(&block) {
        block.scroll_into_view();
    }
}

fn is_above_end(element: &Element) -> bool {
    element.get_bounding_client_rect().bottom() <= screen_height()
}

/// Enter on a paragraph leads to its lines.
pub fn lead_back(event: &KeyboardEvent) {
    let (Some((part, false)), "Enter") = (part_of(event), event.key().as_str()) else { return };
    // The same press would go on to the button, which leads back here.
    event.prevent_default();
    if let Some(button) = all(&format!(".dump [{OWNER}~='{part}'] button")).first() {
        let _ = button.focus();
    }
}

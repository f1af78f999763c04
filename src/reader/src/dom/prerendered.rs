//! How does the reader take the place of the page that could be read before it ran?

use super::{element, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// Where the reader is drawn out of sight, until it takes the place of what stands in the document.
#[derive(Clone)]
pub struct Aside(Element);

/// What someone did on the page before the reader ran.
#[derive(Default)]
pub struct Left {
    /// In the search box.
    pub typed: String,
    /// A selector of what has the keyboard focus.
    pub focus: Option<String>,
    /// What was pressed, in this order.
    pub pressed: Vec<Control>,
}

/// What tells a button, a box to tick or a summary: the name of its element, its class, label, title and text.
#[derive(PartialEq, Eq)]
pub struct Control([Option<String>; 5]);

/// Elements whose presses are remembered; the script in `index.html` says the same.
const CONTROLS: &str = "button, [type=checkbox], summary";

impl Control {
    fn of(element: &Element) -> Self {
        let [class, label, title] =
            ["class", "aria-label", "title"].map(|name| element.get_attribute(name));
        Self([Some(element.tag_name()), class, label, title, element.text_content()])
    }

    /// Presses the first one like it.
    pub fn press(&self) {
        let all = window().document().and_then(|it| it.query_selector_all(CONTROLS).ok());
        let Some(all) = all else { return };
        let all = (0..all.length()).filter_map(|at| all.get(at)?.dyn_into::<HtmlElement>().ok());
        if let Some(alike) = all.into_iter().find(|it| Self::of(it) == *self) {
            alike.click();
        }
    }
}

impl Aside {
    /// `None` without a document.
    pub fn new() -> Option<Self> {
        window().document()?.create_element("div").ok().map(Self)
    }

    /// What the views are mounted in.
    pub fn root(&self) -> HtmlElement {
        self.0.clone().unchecked_into()
    }

    /// Moves all that is drawn into the document, in place of the element with this id; says what was done in it.
    /// Without such an element the reader stands at the document's end.
    pub fn take_over(&self, id: &str) -> Left {
        let old = element(id);
        let left = old.as_ref().map(left_in).unwrap_or_default();
        let Some(body) = window().document().and_then(|document| document.body()) else {
            return left;
        };
        if let Some(old) = old {
            old.remove();
        }
        while let Some(drawn) = self.0.first_child() {
            let _ = body.append_child(&drawn);
        }
        left
    }
}

fn left_in(old: &HtmlElement) -> Left {
    let active = window().document().and_then(|document| document.active_element());
    let focus = active.filter(|active| old.contains(Some(active))).and_then(|active| {
        let names = ["name", "href"].into_iter();
        let mut named = names.filter_map(|name| Some((name, active.get_attribute(name)?)));
        // Our own names and addresses: no quotation mark stands in them.
        named.next().map(|(name, value)| format!("[{name}=\"{value}\"]"))
    });
    let search = old.query_selector("[type=search]").ok().flatten();
    let search = search.and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    let pressed = js_sys::Reflect::get(&window(), &"pressed".into()).unwrap_or_default();
    let pressed = js_sys::Array::from(&pressed);
    let pressed = pressed.iter().filter_map(|it| Some(Control::of(it.dyn_ref()?))).collect();
    Left { typed: search.map(|input| input.value()).unwrap_or_default(), focus, pressed }
}

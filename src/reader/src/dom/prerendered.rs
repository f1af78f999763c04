//! How does the reader take the place of the page that could be read before it ran?

use super::{element, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

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
    /// What was pressed, in this order, and behind it what was chosen: another language changes what tells a control.
    pub pressed: Vec<Control>,
}

/// A button, a box to tick, a summary or a list to choose from, and the value that was chosen.
pub struct Control {
    told: Told,
    chosen: Option<String>,
}

/// What tells it: the name of its element, its class, label, title and text.
type Told = [Option<String>; 5];

/// Elements whose use is remembered; the script in `index.html` says the same.
const CONTROLS: &str = "button, [type=checkbox], summary, select";

impl Control {
    fn of(element: &Element) -> Self {
        let list = element.dyn_ref::<HtmlSelectElement>();
        Self { told: told(element), chosen: list.map(HtmlSelectElement::value) }
    }

    /// Presses the first one like it, or chooses in it.
    pub fn use_again(&self) {
        let all = window().document().and_then(|it| it.query_selector_all(CONTROLS).ok());
        let Some(all) = all else { return };
        let all = (0..all.length()).filter_map(|at| all.get(at)?.dyn_into::<HtmlElement>().ok());
        let Some(alike) = all.into_iter().find(|it| told(it) == self.told) else { return };
        match (alike.dyn_ref::<HtmlSelectElement>(), &self.chosen) {
            (Some(list), Some(value)) => {
                list.set_value(value);
                let _ = Event::new("change").map(|event| list.dispatch_event(&event));
            }
            _ => alike.click(),
        }
    }
}

fn told(element: &Element) -> Told {
    let [class, label, title] =
        ["class", "aria-label", "title"].map(|name| element.get_attribute(name));
    [Some(element.tag_name()), class, label, title, element.text_content()]
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
    let pressed = pressed.iter().filter_map(|it| Some(Control::of(it.dyn_ref()?)));
    let (mut pressed, chosen): (Vec<_>, Vec<_>) = pressed.partition(|it| it.chosen.is_none());
    pressed.extend(chosen);
    Left { typed: search.map(|input| input.value()).unwrap_or_default(), focus, pressed }
}

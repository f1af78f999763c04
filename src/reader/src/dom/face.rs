//! What does the page as a whole say of itself? Its language, its look, its title, the colour of the browser's bars.

use super::window;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Sets the language of the interface.
pub fn set_lang(lang: &str) {
    set_of_page("lang", lang);
}

/// Sets the words that the style sheets read.
pub fn set_look(words: &str) {
    set_of_page("data-look", words);
}

fn set_of_page(name: &str, value: &str) {
    if let Some(root) = window().document().and_then(|document| document.document_element()) {
        renew(&root, name, value);
    }
}

/// Sets the colour of the browser's own bars, where it has some: under a light system and under a dark one.
pub fn set_bar_colours(colours: [&str; 2]) {
    let Some(document) = window().document() else { return };
    let Ok(metas) = document.query_selector_all("meta[name=theme-color]") else { return };
    let metas = (0..metas.length()).filter_map(|at| metas.get(at)?.dyn_into::<Element>().ok());
    metas.zip(colours).for_each(|(meta, colour)| renew(&meta, "content", colour));
}

pub fn set_title(title: &str) {
    if let Some(document) = window().document() {
        document.set_title(title);
    }
}

/// Sets an attribute where it has another value: the browser would style the whole page again for the same one.
fn renew(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        let _ = element.set_attribute(name, value);
    }
}

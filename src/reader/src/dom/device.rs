//! What goes to the device and comes from it? JSON that the browser itself reads and writes, and files.

use super::{element, settled, window};
use js_sys::{Array, Function, Object, Promise, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

/// The value of a JSON text; `None` where it is none.
pub fn json(text: &str) -> Option<JsValue> {
    js_sys::JSON::parse(text).ok()
}

/// Reads a value as a type; `None` where it has another shape.
pub fn read<T: for<'a> Deserialize<'a>>(value: &JsValue) -> Option<T> {
    serde_wasm_bindgen::from_value(value.clone()).ok()
}

/// A value as JSON.
pub fn to_json<T: Serialize>(value: &T) -> String {
    let plain = value.serialize(&serde_wasm_bindgen::Serializer::json_compatible());
    let text = plain.ok().and_then(|plain| js_sys::JSON::stringify(&plain).ok());
    text.map(String::from).unwrap_or_default()
}

/// Milliseconds since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

fn construct(class: &str, arguments: &Array) -> Option<JsValue> {
    let class: Function = Reflect::get(&window(), &class.into()).ok()?.dyn_into().ok()?;
    Reflect::construct(&class, arguments).ok()
}

fn call(of: &JsValue, name: &str, argument: &JsValue) -> Option<JsValue> {
    let method: Function = Reflect::get(of, &name.into()).ok()?.dyn_into().ok()?;
    method.call1(of, argument).ok()
}

/// Gives a text to the reader as a file of this name.
pub fn download(name: &str, text: &str) -> Option<()> {
    /// Milliseconds after which the browser has taken the file over.
    const TAKEN: i32 = 10_000;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"application/octet-stream".into()).ok()?;
    let blob = construct("Blob", &Array::of2(&Array::of1(&text.into()), &options))?;
    let urls = Reflect::get(&window(), &"URL".into()).ok()?;
    let address = call(&urls, "createObjectURL", &blob)?;
    let link = window().document()?.create_element("a").ok()?;
    link.set_attribute("href", &address.as_string()?).ok()?;
    link.set_attribute("download", name).ok()?;
    link.dyn_ref::<HtmlElement>()?.click();
    super::after(TAKEN, move || {
        call(&urls, "revokeObjectURL", &address);
    });
    Some(())
}

/// Reads the file that was chosen in an input, and empties the input, so that the same file can be chosen again.
pub fn chosen_file(input: &str, then: impl FnOnce(String) + 'static) {
    let read = || -> Option<Promise> {
        let input = element(input)?;
        let files = Reflect::get(&input, &"files".into()).ok()?;
        let file = Reflect::get(&files, &0.into()).ok()?;
        let text = call(&file, "text", &JsValue::UNDEFINED)?.dyn_into().ok();
        Reflect::set(&input, &"value".into(), &"".into()).ok()?;
        text
    };
    let Some(promise) = read() else { return };
    // What cannot be read as text is no JSON either.
    settled(promise, |text| then(text.and_then(|text| text.as_string()).unwrap_or_default()));
}

/// Calls back on events of the document for as long as the page lives.
pub fn on_document(event: &str, callback: impl FnMut() + 'static) {
    let callback = Closure::<dyn FnMut()>::new(callback).into_js_value();
    if let Some(document) = window().document() {
        let _ = document.add_event_listener_with_callback(event, callback.unchecked_ref());
    }
}

//! How do scripts of the page ask? By `window.banxin`, with plain objects both ways.

use super::window;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

/// Makes `window.banxin = { search }`, which nothing can change. `search` answers a query and its options, an object with some of `keys`,
/// absent where a script gives none or `undefined`; its error becomes a `TypeError`. `shape` says what the options
/// are, for whoever gave others.
pub fn publish_search<Q, A>(
    keys: &'static [&str],
    shape: &'static str,
    search: impl Fn(&str, Q) -> Result<A, String> + 'static,
) where
    Q: for<'q> Deserialize<'q> + Default,
    A: Serialize,
{
    let error = |sentence: String| {
        JsValue::from(js_sys::TypeError::new(&format!("banxin.search: {sentence}")))
    };
    let call = move |query: JsValue, options: JsValue| -> Result<JsValue, JsValue> {
        let query = query.as_string().ok_or_else(|| error("the query must be a string".into()))?;
        // The deserializer asks an object for the fields that it knows, and sees no others.
        let given = options.dyn_ref::<js_sys::Object>().map(js_sys::Object::keys);
        let mut given =
            given.iter().flat_map(js_sys::Array::iter).filter_map(|key| key.as_string());
        if let Some(unknown) = given.find(|key| !keys.contains(&key.as_str())) {
            let known = keys.join(", ");
            return Err(error(format!("options: there is no \"{unknown}\"; there are {known}")));
        }
        let options = match options.is_null() || options.is_undefined() {
            true => Q::default(),
            false => serde_wasm_bindgen::from_value(given_alone(&options))
                .map_err(|wrong| error(format!("options: {wrong}; {shape}")))?,
        };
        let answer = search(&query, options).map_err(error)?;
        let plain = serde_wasm_bindgen::Serializer::json_compatible();
        answer.serialize(&plain).map_err(|wrong| error(wrong.to_string()))
    };
    let call = Closure::<dyn Fn(JsValue, JsValue) -> Result<JsValue, JsValue>>::new(call);
    let banxin = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&banxin, &"search".into(), &call.into_js_value());
    // What runs later in the page, as an extension, gets what was published here and nothing put in its place.
    let fixed = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&fixed, &"value".into(), &js_sys::Object::freeze(&banxin));
    let _ = js_sys::Reflect::set(&fixed, &"enumerable".into(), &JsValue::TRUE);
    let _ = js_sys::Reflect::define_property(&window(), &"banxin".into(), &fixed);
}

/// The object without what is undefined in it, and in objects in it; any other value as it is.
fn given_alone(value: &JsValue) -> JsValue {
    let object = value.dyn_ref::<js_sys::Object>().filter(|_| !js_sys::Array::is_array(value));
    let Some(object) = object else { return value.clone() };
    let entries = js_sys::Object::entries(object);
    let given = js_sys::Object::new();
    for pair in entries.iter().filter_map(|pair| pair.dyn_into::<js_sys::Array>().ok()) {
        let (key, value) = (pair.get(0), pair.get(1));
        if !value.is_undefined() {
            let _ = js_sys::Reflect::set(&given, &key, &given_alone(&value));
        }
    }
    given.into()
}

//! How does something of the page leave it? By the clipboard, the system's share sheet, a file, the printer.

use super::{element, settled, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDocument, HtmlTextAreaElement, ShareData};

/// The address of the page without its fragment.
pub fn address() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Where others find the page, without its fragment: its own address; that of the site where a file of this device
/// names it, else none, for no link leads into a file from elsewhere.
pub fn public_address() -> Option<String> {
    if !is_file() {
        return Some(address());
    }
    let named = window().document()?.query_selector("link[rel=canonical]").ok()??;
    named.get_attribute("href")
}

/// Another form of the whole paper that the page names beside it.
#[derive(Clone)]
pub struct Alternate {
    /// Its media type.
    pub kind: String,
    pub address: String,
}

pub fn alternates() -> Vec<Alternate> {
    let links =
        window().document().and_then(|it| it.query_selector_all("link[rel=alternate]").ok());
    let Some(links) = links else { return Vec::new() };
    let links = (0..links.length()).filter_map(|at| links.get(at)?.dyn_into::<Element>().ok());
    let alternate = |link: Element| {
        let [kind, address] = ["type", "href"].map(|name| link.get_attribute(name));
        Some(Alternate { kind: kind?, address: address? })
    };
    links.filter_map(alternate).collect()
}

/// The folder of the site, where each article has a page of its own in it (`a/ID/`), as `press` publishes them: chats
/// and search engines read its headline there. The page then names its other forms, or the site's address.
pub fn published_folder() -> Option<String> {
    let document = window().document()?;
    document.query_selector("link[rel=alternate],link[rel=canonical]").ok()??;
    let page = public_address()?;
    let folder = page.rfind('/')? + 1;
    Some(page[..folder].to_owned())
}

fn is_file() -> bool {
    window().location().protocol().is_ok_and(|protocol| protocol == "file:")
}

/// Whether others can open the page at its address.
pub fn is_public() -> bool {
    let host = window().location().hostname().unwrap_or_default();
    let loops_back = host == "localhost" || host == "[::1]" || host.starts_with("127.");
    !is_file() && !loops_back
}

/// The day on this device: 2025-07-23.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// A file with this text, as an address to download it from.
pub fn file(kind: &str, text: &str) -> String {
    let text = String::from(js_sys::encode_uri_component(text));
    format!("data:{kind};charset=utf-8,{text}")
}

/// Copies what a text field holds, and says whether that went well. Where the clipboard is refused, as on a page
/// without https, the field's text is selected and copied as by hand.
pub fn copy_from(field: &str, done: impl FnOnce(bool) + 'static) {
    let Some(field) = element(field).and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok())
    else {
        return done(false);
    };
    let by_hand = move |field: HtmlTextAreaElement| {
        field.select();
        let document = window().document().and_then(|it| it.dyn_into::<HtmlDocument>().ok());
        document.is_some_and(|document| document.exec_command("copy").unwrap_or(false))
    };
    let navigator = window().navigator();
    let supported = js_sys::Reflect::get(&navigator, &"clipboard".into());
    if !supported.is_ok_and(|clipboard| clipboard.is_object()) {
        return done(by_hand(field));
    }
    let written = navigator.clipboard().write_text(&field.value());
    settled(written, move |written| done(written.is_some() || by_hand(field)));
}

/// Whether the system has a sheet to share with.
pub fn can_share() -> bool {
    let share = js_sys::Reflect::get(&window().navigator(), &"share".into());
    share.is_ok_and(|share| share.is_function())
}

/// Opens the system's share sheet. Whoever closes it has shared nothing; so has a system that fails.
pub fn share(title: &str, text: &str, url: Option<&str>) {
    let data = ShareData::new();
    data.set_title(title);
    data.set_text(text);
    if let Some(url) = url {
        data.set_url(url);
    }
    let shared = window().navigator().share_with_data(&data);
    settled(shared, drop);
}

pub fn print() {
    let _ = window().print();
}

/// What is selected of the open article; empty where nothing is.
pub fn selected_text() -> String {
    let selection = window().get_selection().ok().flatten();
    let inside = selection.filter(|selection| {
        let holder = selection.anchor_node().and_then(|node| node.parent_element());
        holder.is_some_and(|it| it.closest(".heads, .text").is_ok_and(|found| found.is_some()))
    });
    inside.map(|selection| String::from(selection.to_string())).unwrap_or_default()
}

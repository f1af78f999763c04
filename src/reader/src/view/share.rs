//! How does one pass an article on, or a sentence of it? As a link, as text with its source, as a code for phones.

use super::block::headline;
use super::dialog::{CopyButton, dialog_button};
use super::print::source_line;
use crate::catalog::{Item, catalog};
use crate::dom;
use crate::node::{Node, component, view};
use crate::qr::{self, Code};
use crate::quote;
use crate::state::Reader;
use crate::text::{Part, Role};
use crate::words::{fill, words};
use edition::{ArticleId, BlockKind, Direction};
use leptos::prelude::*;

/// What of the article is passed on: a name to choose it by, and its text; none for all of it.
#[derive(Clone)]
struct Choice {
    name: String,
    text: Option<String>,
}

const LINK: &str = "link";
const TEXT: &str = "share-text";
/// Characters of a text that tell it from others in a list of choices.
const OPENING: usize = 16;

/// All of it, what is selected, each paragraph: neither names nor subheads.
fn choices(item: &Item, selected: &str) -> Vec<Choice> {
    let tools = &words().tools;
    let opening = |text: &str| -> String {
        let mut opening: String = text.chars().take(OPENING).collect();
        if text.chars().nth(OPENING).is_some() {
            opening.push('…');
        }
        opening
    };
    let mut choices = vec![Choice { name: tools.whole.to_owned(), text: None }];
    let selected = selected.trim();
    if !selected.is_empty() {
        let name = fill(tools.selected, &[&opening(selected)]);
        choices.push(Choice { name, text: Some(selected.to_owned()) });
    }
    use BlockKind::{Byline, Signoff, Subhead};
    let is_text =
        |role| matches!(role, Role::Block(_, kind) if !matches!(kind, Byline | Signoff | Subhead));
    let texts = item.parts.iter().filter(|part| is_text(part.role));
    choices.extend(texts.enumerate().map(|(at, part)| Choice {
        name: fill(tools.paragraph, &[&(at + 1), &opening(&part.text)]),
        text: Some(part.text.clone()),
    }));
    choices
}

/// The text to pass on: the words chosen, or heads and paragraphs with what is missing; then where it is from, with a
/// link where there is one.
fn text_of(reader: Reader, item: &Item, chosen: Option<&str>, url: Option<&str>) -> String {
    let mut lines: Vec<String> = match chosen {
        Some(text) => vec![fill(words().asked, &[&text]), format!("——{}", item.title())],
        None => whole(reader, item),
    };
    lines.push(fill(words().aside, &[&source_line(item)]).trim().to_owned());
    lines.extend(url.map(str::to_owned));
    lines.join("\n")
}

fn whole(reader: Reader, item: &Item) -> Vec<String> {
    let article = item.article;
    let remarks = |before: usize| {
        let here = article.flags_at(before);
        here.map(|flag| format!("【{}】", headline(flag.kind)))
    };
    let is_head =
        |part: &&Part| matches!(part.role, Role::Kicker | Role::Headline | Role::Subtitle);
    let mut lines: Vec<String> =
        item.parts.iter().filter(is_head).map(|part| part.text.clone()).collect();
    lines.extend(jumps(reader, item, Direction::From));
    for part in &item.parts {
        let Role::Block(at, _) = part.role else { continue };
        lines.extend(remarks(at));
        lines.push(part.text.clone());
    }
    lines.extend(remarks(article.blocks.len()));
    lines.extend(jumps(reader, item, Direction::To));
    lines
}

/// Where the text goes on, or came from, with the address of that where there is one.
fn jumps(reader: Reader, item: &Item, direction: Direction) -> impl Iterator<Item = String> {
    let address = move |id: &ArticleId| {
        let other = catalog().find(&item.edition.key, id.as_str())?;
        reader.address_of(&catalog().items[other], None)
    };
    item.jumps(direction).map(move |(marker, other)| match other.and_then(address) {
        Some(url) => format!("{marker} {url}"),
        None => marker.to_owned(),
    })
}

#[component]
pub fn Share(item: &'static Item<'static>) -> Node {
    dialog_button("share", words().tools.share, move || view! { <Inside item/> })
}

#[component]
fn Inside(item: &'static Item<'static>) -> Node {
    let reader = Reader::here();
    let tools = &words().tools;
    let selected = dom::selected_text();
    // What was just selected is meant.
    let first = usize::from(!selected.trim().is_empty());
    let choices = choices(item, &selected);
    let chosen = RwSignal::new(first);
    let said = RwSignal::new("");
    let options: Vec<_> = choices
        .iter()
        .enumerate()
        .map(|(at, choice)| {
            let value = at.to_string();
            view! { <option value=value selected=at == first>{choice.name.clone()}</option> }
        })
        .collect();
    let choices = StoredValue::new(choices);
    let part = move || choices.with_value(|all| all[chosen.get()].text.clone());
    let linked = dom::public_address().is_some();
    let link = move |quote| reader.address_of(item, quote);
    let url = Memo::new(move |_| link(part().and_then(|text| quote::of(&item.parts, &text))));
    let text = Memo::new(move |_| text_of(reader, item, part().as_deref(), url.get().as_deref()));
    let choose = move |event| {
        chosen.set(event_target_value(&event).parse().unwrap_or(0));
        said.set("");
    };
    let send = move |_| {
        let text = untrack(part).unwrap_or_else(|| item.title().to_owned());
        dom::share(item.title(), &text, url.get_untracked().as_deref());
    };
    view! {
        <label>
            <span>{tools.what}</span>
            <select on:change=choose lang=item.lang>{options}</select>
        </label>
        {linked.then(|| view! {
            <label for=LINK>{tools.link}</label>
            <textarea id=LINK rows="2" readonly prop:value=move || url.get().unwrap_or_default()></textarea>
        })}
        <label for=TEXT>{tools.text}</label>
        <textarea id=TEXT rows="4" readonly lang=item.lang prop:value=text></textarea>
        <div class="row">
            {linked.then(|| view! { <CopyButton field=LINK name=tools.copy_link said/> })}
            <CopyButton field=TEXT name=tools.copy_text said/>
            {dom::can_share().then(|| view! {
                <button type="button" on:click=send>{tools.send}</button>
            })}
        </div>
        <p role="status">{said}</p>
        {move || match (url.get(), link(None)) {
            (Some(url), Some(whole)) => picture(&url, &whole),
            _ => view! { <p>{tools.on_device}</p> },
        }}
    }
}

/// Colours of a code, in every theme: few phones read the reverse.
const LIGHT: &str = "#fff";
const DARK: &str = "#000";

/// The code of a link, that of the whole article where it would be too dense, and what is to be said about it.
fn picture(url: &str, whole: &str) -> Node {
    let tools = &words().tools;
    let (code, url, remark) = match (qr::code(url), qr::code(whole)) {
        (Some(code), _) => (code, url, None),
        (None, Some(code)) => (code, whole, Some(tools.code_whole)),
        (None, None) => return view! { <p>{tools.code_too_long}</p> },
    };
    let Code { side, path } = code;
    let view_box = format!("0 0 {side} {side}");
    let url = url.to_owned();
    view! {
        <figure class="code">
            <svg viewBox=view_box role="img" aria-label=tools.code shape-rendering="crispEdges">
                <rect width="100%" height="100%" fill=LIGHT/>
                <path d=path fill=DARK/>
            </svg>
            <figcaption>{url}{remark.map(|remark| view! { <br/>{remark} })}</figcaption>
        </figure>
    }
}

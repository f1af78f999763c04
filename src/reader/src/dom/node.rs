//! How is a view built in the page, and how does it follow what changes?

use super::{Aside, focus_on, window};
use crate::node::{Kind, Text};
use leptos::ev;
use leptos::html::ElementType;
use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use leptos::tachys::html::node_ref::NodeRefContainer;
use std::collections::HashMap;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, Node as PageNode};

/// An element, or a fragment of several nodes that leaves them where it is put.
pub struct Node(PageNode);

const HTML: &str = "http://www.w3.org/1999/xhtml";
const SVG: &str = "http://www.w3.org/2000/svg";
/// Elements of SVG.
const DRAWN: [&str; 3] = ["path", "rect", "svg"];

fn document() -> Document {
    thread_local! {
        /// Asked for at every node.
        static DOCUMENT: Document = window().document().expect("a window has a document");
    }
    DOCUMENT.with(Document::clone)
}

impl Node {
    pub fn element(name: &str) -> Self {
        let space = if DRAWN.contains(&name) { SVG } else { HTML };
        let element = document().create_element_ns(Some(space), name);
        Self(element.expect("the name of an element").into())
    }

    /// Several nodes, none of them yet.
    pub fn many() -> Self {
        Self(document().create_document_fragment().into())
    }

    /// Shows it in the page.
    pub fn show(self, aside: &Aside) {
        let _ = aside.root().append_child(&self.0);
    }

    pub fn set(&mut self, kind: Kind, name: &'static str, value: Option<&str>) {
        set(self.0.unchecked_ref(), kind, name, value);
    }

    pub fn follow_value(&mut self, kind: Kind, name: &'static str, value: Box<dyn Fn() -> Text>) {
        let element: Element = self.0.clone().unchecked_into();
        // As a new element has it. A property can be another by now: whoever reads has typed or ticked.
        let mut last = Text::None;
        keep(Box::new(move || {
            let now = value();
            if kind == Kind::Property || now != last {
                set(&element, kind, name, now.as_deref());
            }
            last = now;
        }));
    }

    pub fn follow(&mut self, draw: Box<dyn Fn() -> Self>) {
        let [start, end] = [(); 2].map(|()| PageNode::from(document().create_comment("")));
        self.append(&start);
        self.append(&end);
        keep(Box::new(move || replace(&start, &end, &draw().0)));
    }

    /// An element a name, which stays while its name does.
    pub fn each(
        names: impl Fn() -> Vec<String> + 'static,
        draw: impl Fn(String) -> Self + 'static,
    ) -> Self {
        let all = Self::many();
        let end = PageNode::from(document().create_comment(""));
        all.append(&end);
        let owner = Owner::current().unwrap_or_default();
        let mut drawn: HashMap<String, (PageNode, Owner)> = HashMap::new();
        keep(Box::new(move || {
            let names = names();
            drawn.retain(|name, (node, owner)| {
                let stays = names.contains(name);
                if !stays {
                    owner.cleanup();
                    node.unchecked_ref::<Element>().remove();
                }
                stays
            });
            let Some(parent) = end.parent_node() else { return };
            // From behind, so that each stands before what is in its place already.
            let mut next = end.clone();
            for name in names.into_iter().rev() {
                let (node, _) = drawn.entry(name).or_insert_with_key(|name| {
                    let owner = owner.child();
                    (owner.with(|| untrack(|| draw(name.clone()))).0, owner)
                });
                if node.next_sibling().as_ref() != Some(&next) {
                    let _ = parent.insert_before(node, Some(&next));
                }
                next = node.clone();
            }
        }));
        all
    }

    pub fn listen(&mut self, event: &str, mut act: Box<dyn FnMut(ev::Event)>) {
        let owner = Owner::current().unwrap_or_default();
        let act = move |event| owner.with(|| act(event));
        // The page's own memory: gone with the element.
        let act = Closure::<dyn FnMut(ev::Event)>::new(act).into_js_value();
        let _ = self.0.add_event_listener_with_callback(event, act.unchecked_ref());
    }

    /// Lets a reference find the element.
    pub fn refer<E>(&mut self, reference: NodeRef<E>)
    where
        E: ElementType,
        E::Output: JsCast + 'static,
    {
        reference.load(self.0.unchecked_ref());
    }

    pub fn text(&mut self, text: &str) {
        self.append(&document().create_text_node(text));
    }

    pub fn push(&mut self, child: Self) {
        self.append(&child.0);
    }

    fn append(&self, child: &PageNode) {
        let _ = self.0.append_child(child);
    }
}

/// Does something whenever what it reads changes, for as long as the owner lives.
fn keep(mut act: Box<dyn FnMut()>) {
    StoredValue::new_local(RenderEffect::new(move |_| act()));
}

fn set(element: &Element, kind: Kind, name: &str, value: Option<&str>) {
    let _ = match (kind, value) {
        (Kind::Attribute, Some(value)) => element.set_attribute(name, value),
        (Kind::Attribute, None) => element.remove_attribute(name),
        (Kind::Class, value) => {
            element.class_list().toggle_with_force(name, value.is_some()).map(drop)
        }
        (Kind::Style, value) => {
            let style = element.unchecked_ref::<HtmlElement>().style();
            style.set_property(name, value.unwrap_or_default())
        }
        (Kind::Property, value) => {
            let value = match name {
                "value" => JsValue::from(value.unwrap_or_default()),
                _ => JsValue::from(value.is_some()),
            };
            js_sys::Reflect::set(element, &name.into(), &value).map(drop)
        }
    };
}

/// Puts a node in place of all that stands between two others. What had the focus gives it to what stands in its place.
fn replace(start: &PageNode, end: &PageNode, new: &PageNode) {
    let Some(parent) = end.parent_node() else { return };
    let text = lone_text(new.first_child(), None);
    if text.is_some() && text == lone_text(start.next_sibling(), Some(end)) {
        return;
    }
    // Nothing has the focus where nothing stands yet.
    let empty = start.next_sibling().as_ref() == Some(end);
    let focus = if empty { None } else { path_of_focus(start, end) };
    while let Some(old) = start.next_sibling().filter(|old| old != end) {
        let _ = parent.remove_child(&old);
    }
    let _ = parent.insert_before(new, Some(end));
    if let Some(path) = focus {
        focus_again(start, &path);
    }
}

/// The text of a node that is a text and stands alone before `end`. Said again it would be read out again.
fn lone_text(node: Option<PageNode>, end: Option<&PageNode>) -> Option<String> {
    let node = node.filter(|node| node.node_type() == PageNode::TEXT_NODE)?;
    if node.next_sibling().as_ref() == end { node.node_value() } else { None }
}

/// The way from the nodes behind `start` to the one that has the focus: its number among its siblings at each level.
fn path_of_focus(start: &PageNode, end: &PageNode) -> Option<Vec<usize>> {
    let mut node: PageNode = document().active_element()?.into();
    let parent = end.parent_node()?;
    if node == parent || !parent.contains(Some(&node)) {
        return None;
    }
    let mut path = Vec::new();
    loop {
        let top = node.parent_node()? == parent;
        let mut at = 0;
        let mut before = node.previous_sibling();
        while let Some(sibling) = before.filter(|sibling| !top || sibling != start) {
            before = sibling.previous_sibling();
            at += 1;
        }
        path.push(at);
        if top {
            break;
        }
        node = node.parent_node()?;
    }
    path.reverse();
    // What stands elsewhere below the parent is not drawn anew.
    let here = descend(start.next_sibling(), &path)?;
    (document().active_element().map(PageNode::from)? == here).then_some(path)
}

fn focus_again(start: &PageNode, path: &[usize]) {
    let found = descend(start.next_sibling(), path);
    if let Some(element) = found.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        focus_on(&element);
    }
}

/// The node at the end of a way that begins among a node and its next siblings.
fn descend(first: Option<PageNode>, path: &[usize]) -> Option<PageNode> {
    let (at, rest) = path.split_first()?;
    let node = (0..*at).try_fold(first?, |node, _| node.next_sibling())?;
    if rest.is_empty() { Some(node) } else { descend(node.first_child(), rest) }
}

//! What is a view made of? Nodes: in the browser those of the page, natively the HTML that they are written as.
//!
//! [`view!`] makes them. What can stand in mark-up is a [`Child`], what an attribute can be given is a [`Value`];
//! closures and signals among them are followed for as long as the reactive owner lives that was current when they were
//! put there.

#[cfg(not(target_arch = "wasm32"))]
mod html;
#[cfg(target_arch = "wasm32")]
pub use crate::dom::node::Node;
#[cfg(not(target_arch = "wasm32"))]
pub use html::Node;

use leptos::ev::EventDescriptor;
use leptos::prelude::*;
pub use markup::{component, view};
use std::borrow::Cow;
use wasm_bindgen::JsCast;

/// What of an element is given a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Attribute,
    /// One word of `class`, there or not.
    Class,
    /// One property of `style`.
    Style,
    /// A property of the element in the page, which HTML does not have: `value` is a text, others are true or false.
    Property,
}

/// A value, or that there is none: then the attribute is not there either. What is only there or not is an empty text.
pub type Text = Option<Cow<'static, str>>;

impl Node {
    /// Gives an element a value, and follows it where it changes.
    pub fn give(&mut self, kind: Kind, name: &'static str, value: impl Value) {
        value.give(self, kind, name);
    }

    /// What an event does.
    pub fn on<E: EventDescriptor>(&mut self, event: E, mut act: impl FnMut(E::EventType) + 'static)
    where
        E::EventType: JsCast,
    {
        self.listen(&event.name(), Box::new(move |event| act(event.unchecked_into())));
    }
}

impl<T: Child> FromIterator<T> for Node {
    fn from_iter<I: IntoIterator<Item = T>>(children: I) -> Self {
        let mut all = Self::many();
        children.into_iter().for_each(|child| child.put(&mut all));
        all
    }
}

/// Does something after this, and again whenever what it reads changes, for as long as the reactive owner lives.
pub fn watch(act: impl FnMut() + 'static) {
    // Of one type: each effect of another brings two kilobytes into the wasm.
    let act: Box<dyn FnMut()> = Box::new(act);
    Effect::new(act);
}

/// What can stand in mark-up.
pub trait Child: Sized {
    /// Puts it behind what stands in an element already.
    fn put(self, parent: &mut Node);

    /// As a node.
    fn node(self) -> Node {
        let mut node = Node::many();
        self.put(&mut node);
        node
    }
}

impl Child for Node {
    fn put(self, parent: &mut Node) {
        parent.push(self);
    }

    fn node(self) -> Node {
        self
    }
}

impl Child for () {
    fn put(self, _: &mut Node) {}
}

impl Child for &str {
    fn put(self, parent: &mut Node) {
        parent.text(self);
    }
}

impl Child for String {
    fn put(self, parent: &mut Node) {
        parent.text(&self);
    }
}

impl Child for usize {
    fn put(self, parent: &mut Node) {
        parent.text(&self.to_string());
    }
}

impl<T: Child> Child for Option<T> {
    fn put(self, parent: &mut Node) {
        if let Some(child) = self {
            child.put(parent);
        }
    }
}

impl<T: Child> Child for Vec<T> {
    fn put(self, parent: &mut Node) {
        self.into_iter().for_each(|child| child.put(parent));
    }
}

impl<T: Child, const N: usize> Child for [T; N] {
    fn put(self, parent: &mut Node) {
        self.into_iter().for_each(|child| child.put(parent));
    }
}

impl<T: Child, F: Fn() -> T + 'static> Child for F {
    fn put(self, parent: &mut Node) {
        parent.follow(Box::new(move || self().node()));
    }
}

/// Signals are what a closure is that gets them.
macro_rules! followed {
    ($signal:ident) => {
        impl<T: Child + Clone + Send + Sync + 'static> Child for $signal<T> {
            fn put(self, parent: &mut Node) {
                (move || self.get()).put(parent);
            }
        }

        impl<T: Value + Clone + Send + Sync + 'static> Value for $signal<T> {
            fn text(self) -> Text {
                self.get().text()
            }

            fn give(self, node: &mut Node, kind: Kind, name: &'static str) {
                (move || self.get()).give(node, kind, name);
            }
        }
    };
}

/// What an attribute can be given.
pub trait Value: Sized {
    /// Its value at this moment.
    fn text(self) -> Text;

    /// Gives it to an element.
    fn give(self, node: &mut Node, kind: Kind, name: &'static str) {
        let value = self.text();
        // A new element has none.
        if value.is_some() || kind == Kind::Property {
            node.set(kind, name, value.as_deref());
        }
    }
}

impl Value for &'static str {
    fn text(self) -> Text {
        Some(Cow::Borrowed(self))
    }
}

impl Value for String {
    fn text(self) -> Text {
        Some(Cow::Owned(self))
    }
}

impl Value for bool {
    fn text(self) -> Text {
        self.then_some(Cow::Borrowed(""))
    }
}

impl Value for usize {
    fn text(self) -> Text {
        Some(Cow::Owned(self.to_string()))
    }
}

impl<T: Value> Value for Option<T> {
    fn text(self) -> Text {
        self.and_then(T::text)
    }
}

impl<T: Value, F: Fn() -> T + 'static> Value for F {
    fn text(self) -> Text {
        self().text()
    }

    fn give(self, node: &mut Node, kind: Kind, name: &'static str) {
        node.follow_value(kind, name, Box::new(move || self().text()));
    }
}

followed!(Memo);
followed!(RwSignal);

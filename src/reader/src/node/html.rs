//! How is a node written as HTML? As a browser reads it back: nothing follows, and nothing happens.

use super::{Kind, Text};
use crate::dom::Aside;
use leptos::ev;

/// Elements that hold nothing and are not closed.
const VOID: [&str; 5] = ["br", "hr", "img", "input", "wbr"];

/// An element, or several nodes, as far as it is written.
#[derive(Default)]
pub struct Node {
    /// `None` for several nodes.
    name: Option<&'static str>,
    attributes: String,
    classes: String,
    styles: String,
    inside: String,
}

impl Node {
    pub fn element(name: &'static str) -> Self {
        Self { name: Some(name), ..Self::default() }
    }

    /// Several nodes, none of them yet.
    pub fn many() -> Self {
        Self::default()
    }

    pub fn set(&mut self, kind: Kind, name: &'static str, value: Option<&str>) {
        let Some(value) = value else { return };
        match (kind, name) {
            (Kind::Class, word) => self.class(word),
            (Kind::Attribute, "class") => self.class(value),
            (Kind::Style, _) => self.styles += &format!("{name}:{value};"),
            (Kind::Attribute, _) => write(&mut self.attributes, name, value),
            (Kind::Property, _) => {}
        }
    }

    fn class(&mut self, words: &str) {
        if !self.classes.is_empty() {
            self.classes.push(' ');
        }
        self.classes += words;
    }

    pub(super) fn follow_value(
        &mut self,
        kind: Kind,
        name: &'static str,
        value: Box<dyn Fn() -> Text>,
    ) {
        self.set(kind, name, value().as_deref());
    }

    pub(super) fn follow(&mut self, draw: Box<dyn Fn() -> Self>) {
        self.push(draw());
    }

    pub(super) fn listen(&mut self, _: &str, _: Box<dyn FnMut(ev::Event)>) {}

    pub fn text(&mut self, text: &str) {
        html_escape::encode_text_to_string(text, &mut self.inside);
    }

    pub fn push(&mut self, child: Self) {
        let Some(name) = child.name else {
            self.inside += &child.inside;
            return;
        };
        self.inside += &format!("<{name}{}", child.attributes);
        if !child.classes.is_empty() {
            write(&mut self.inside, "class", &child.classes);
        }
        if !child.styles.is_empty() {
            write(&mut self.inside, "style", &child.styles);
        }
        self.inside.push('>');
        if !VOID.contains(&name) {
            self.inside += &format!("{}</{name}>", child.inside);
        }
    }

    /// There is no page to show it in.
    pub fn show(self, _: &Aside) {}

    pub fn refer<T>(&mut self, _: T) {}

    /// An element a name.
    pub fn each(
        names: impl Fn() -> Vec<String> + 'static,
        draw: impl Fn(String) -> Self + 'static,
    ) -> Self {
        names().into_iter().map(draw).collect()
    }

    /// As it is written.
    pub fn html(self) -> String {
        let mut all = Self::many();
        all.push(self);
        all.inside
    }
}

/// One attribute; an empty one by its name alone.
fn write(into: &mut String, name: &str, value: &str) {
    *into += &format!(" {name}");
    if !value.is_empty() {
        *into += "=\"";
        html_escape::encode_double_quoted_attribute_to_string(value, into);
        into.push('"');
    }
}

#[cfg(test)]
mod tests {
    use crate::node::{Child, Node, component, view};
    use leptos::prelude::*;

    fn html(child: impl Child) -> String {
        Owner::new().with(|| child.node().html())
    }

    #[test]
    fn text_and_values_cannot_become_mark_up() {
        let hostile = "</p><script>1 & 2\"";
        let node = || view! { <p title=hostile>{hostile}</p> };
        let [title, text] =
            ["&lt;/p&gt;&lt;script&gt;1 &amp; 2&quot;", "&lt;/p&gt;&lt;script&gt;1 &amp; 2\""];
        assert_eq!(html(node()), format!("<p title=\"{title}\">{text}</p>"));
    }

    #[test]
    fn what_has_no_value_is_not_there() {
        let absent: Option<String> = None;
        let node =
            view! { <input type="text" title=absent disabled=true hidden=false prop:value="甲"/> };
        assert_eq!(html(node), "<input type=\"text\" disabled>");
    }

    #[test]
    fn words_of_class_and_properties_of_style_are_gathered() {
        let row = || "2 / span 3".to_owned();
        let node = view! {
            <div class:open=true style=("--row", row) class="tile" class:gone=false style=("--column", None::<String>)></div>
        };
        assert_eq!(html(node), "<div class=\"open tile\" style=\"--row:2 / span 3;\"></div>");
    }

    #[component]
    fn Pair(first: &'static str, count: usize) -> Node {
        (count > 0).then(|| view! { <b>{first}</b>{count} })
    }

    #[test]
    fn components_closures_and_signals_stand_where_they_are_put() {
        Owner::new().with(|| {
            let count = RwSignal::new(3);
            let first = "甲";
            let list = ["乙", "丙"].map(|word| view! { <li>{word}</li> });
            let node = view! {
                <Pair first count=1/>
                <Pair first count=0/>
                <p>{count}" "{move || count.get() + 1}<br/></p>
                <ul>{list}</ul>
            };
            let html = "<b>甲</b>1<p>3 4<br></p><ul><li>乙</li><li>丙</li></ul>";
            assert_eq!(node.html(), html);
        });
    }

    #[test]
    fn each_name_is_drawn_in_order() {
        let names = || vec!["甲".to_owned(), "乙".to_owned()];
        assert_eq!(html(Node::each(names, |name| view! { <i>{name}</i> })), "<i>甲</i><i>乙</i>");
    }
}

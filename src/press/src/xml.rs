//! How is XML written? Elements with attributes and text, escaped by the library, only characters that XML has.

use crate::printable::printable;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::io;

/// A document that grows; writing into memory does not fail.
pub struct Xml(Writer<Vec<u8>>);

pub type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// With its declaration.
    pub fn new() -> Self {
        let mut writer = Writer::new(Vec::new());
        let begun = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
        kept(begun.and_then(|()| writer.write_event(Event::Text(BytesText::new("\n")))));
        Self(writer)
    }

    pub fn empty(&mut self, name: &str, attributes: Attributes) {
        kept(begin(&mut self.0, name, attributes).write_empty());
    }

    pub fn text(&mut self, name: &str, attributes: Attributes, text: &str) {
        let text = printable(text);
        kept(begin(&mut self.0, name, attributes).write_text_content(BytesText::new(&text)));
    }

    pub fn within(&mut self, name: &str, attributes: Attributes, content: impl FnOnce(&mut Self)) {
        let attributes: Vec<(&str, String)> = owned(attributes);
        let mut start = quick_xml::events::BytesStart::new(name);
        start.extend_attributes(attributes.iter().map(|(key, value)| (*key, value.as_str())));
        let end = start.to_end().into_owned();
        kept(self.0.write_event(Event::Start(start.borrow())));
        content(self);
        kept(self.0.write_event(Event::End(end)));
    }

    /// Mark-up that another module made of typed parts, well-formed.
    pub fn markup(&mut self, markup: &str) {
        kept(self.0.write_event(Event::Text(BytesText::from_escaped(markup))));
    }

    pub fn end(self) -> String {
        String::from_utf8_lossy(&self.0.into_inner()).into_owned() + "\n"
    }
}

fn begin<'w>(
    writer: &'w mut Writer<Vec<u8>>,
    name: &str,
    attributes: Attributes,
) -> quick_xml::writer::ElementWriter<'w, Vec<u8>> {
    let attributes = owned(attributes);
    let attributes = attributes.iter().map(|(key, value)| (*key, value.as_str()));
    writer.create_element(name.to_owned()).with_attributes(attributes)
}

/// An attribute is one line.
fn owned<'a>(attributes: Attributes<'a>) -> Vec<(&'a str, String)> {
    let one = |(key, value): &(&'a str, &str)| (*key, printable(value).replace('\n', " "));
    attributes.iter().map(one).collect()
}

fn kept<T>(written: io::Result<T>) {
    drop(written.expect("memory is the only thing that can run out"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_stay_text() {
        let mut xml = Xml::new();
        xml.within("a", &[("b", "\"<&\n\0")], |xml| {
            xml.text("c", &[], "</c>&amp;\u{1}");
            xml.empty("d", &[]);
        });
        assert_eq!(
            xml.end(),
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <a b=\"&quot;&lt;&amp; �\"><c>&lt;/c&gt;&amp;amp;�</c><d/></a>\n"
        );
    }
}

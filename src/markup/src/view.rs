//! What becomes of mark-up? Calls that make an element, give it attributes and put children into it, in this order.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeElement, NodeName};
use syn::{Error, Expr, ExprLit, Lit, Result};

pub fn expand(tokens: TokenStream) -> Result<TokenStream> {
    let nodes = rstml::parse2(tokens)?;
    match nodes.as_slice() {
        [Node::Element(element)] => one(element),
        nodes => {
            let parent = parent();
            let children = children(nodes, &parent)?;
            Ok(quote!({
                let mut #parent = crate::node::Node::many();
                #children
                #parent
            }))
        }
    }
}

/// What holds the node that is being made, out of reach of the expressions in the mark-up.
fn parent() -> Ident {
    Ident::new("parent", Span::mixed_site())
}

fn children(nodes: &[Node], parent: &Ident) -> Result<TokenStream> {
    let mut out = TokenStream::new();
    for node in nodes {
        let child = match node {
            Node::Element(element) => one(element)?,
            Node::Block(block) => quote!(#[allow(unused_braces)] #block),
            Node::Text(text) => {
                let text = &text.value;
                quote!(#text)
            }
            Node::Comment(_) => continue,
            Node::Fragment(fragment) => {
                out.extend(children(fragment.children(), parent)?);
                continue;
            }
            other => {
                let say = "text stands in quotation marks, a value in braces";
                return Err(Error::new_spanned(other, say));
            }
        };
        out.extend(quote!(crate::node::Child::put(#child, &mut #parent);));
    }
    Ok(out)
}

fn one(element: &NodeElement<rstml::node::Infallible>) -> Result<TokenStream> {
    match element.name() {
        NodeName::Path(path) => match path.path.get_ident() {
            Some(name) if name.to_string().starts_with(char::is_uppercase) => {
                component(name, element)
            }
            Some(name) => tag(&name.to_string(), element),
            None => Err(Error::new_spanned(path, "an element or a component has a simple name")),
        },
        other => Err(Error::new_spanned(other, "an element or a component has a simple name")),
    }
}

/// `<Name one=a two/>` as `Name(Name { one: a, two })`.
fn component(name: &Ident, element: &NodeElement<rstml::node::Infallible>) -> Result<TokenStream> {
    if let Some(child) = element.children().first() {
        return Err(Error::new_spanned(child, "a component has no children here"));
    }
    let mut fields = TokenStream::new();
    for attribute in element.attributes() {
        let attribute = keyed(attribute)?;
        let field = &attribute.key;
        fields.extend(match attribute.value() {
            Some(value) => quote!(#field: #value,),
            None => quote!(#field,),
        });
    }
    if fields.is_empty() {
        return Ok(quote!(#name()));
    }
    Ok(quote!(#name(#name { #fields })))
}

fn tag(name: &str, element: &NodeElement<rstml::node::Infallible>) -> Result<TokenStream> {
    let parent = parent();
    let mut inside = TokenStream::new();
    for attribute in element.attributes() {
        let given = self::attribute(keyed(attribute)?)?;
        inside.extend(quote!(#parent #given;));
    }
    inside.extend(children(element.children(), &parent)?);
    let made = quote!(crate::node::Node::element(#name));
    if inside.is_empty() {
        return Ok(made);
    }
    Ok(quote!({
        let mut #parent = #made;
        #inside
        #parent
    }))
}

fn keyed(attribute: &NodeAttribute) -> Result<&KeyedAttribute> {
    match attribute {
        NodeAttribute::Attribute(keyed) => Ok(keyed),
        block @ NodeAttribute::Block(_) => {
            Err(Error::new_spanned(block, "an attribute has a name"))
        }
    }
}

/// The call that gives one attribute, from its dot on.
fn attribute(attribute: &KeyedAttribute) -> Result<TokenStream> {
    let key = attribute.key.to_string();
    let value = match attribute.value() {
        Some(value) => quote!(#value),
        None => quote!(true),
    };
    if let Some(event) = key.strip_prefix("on:") {
        let event = format_ident!("{event}");
        return Ok(quote!(.on(::leptos::ev::#event, #value)));
    }
    if let Some(name) = key.strip_prefix("class:") {
        return Ok(quote!(.give(crate::node::Kind::Class, #name, #value)));
    }
    if let Some(name) = key.strip_prefix("prop:") {
        return Ok(quote!(.give(crate::node::Kind::Property, #name, #value)));
    }
    if let Some(name) = key.strip_prefix("style:") {
        return Ok(quote!(.give(crate::node::Kind::Style, #name, #value)));
    }
    match (key.as_str(), attribute.value()) {
        ("node_ref", _) => Ok(quote!(.refer(#value))),
        ("style", Some(Expr::Tuple(pair))) => match pair.elems.iter().collect::<Vec<_>>()[..] {
            [name, value] => Ok(quote!(.give(crate::node::Kind::Style, #name, #value))),
            _ => Err(Error::new_spanned(pair, "a style is a name and a value")),
        },
        // The commonest: no value to be followed, and no code for it.
        (_, Some(Expr::Lit(ExprLit { lit: Lit::Str(text), .. }))) => {
            Ok(quote!(.set(crate::node::Kind::Attribute, #key, Some(#text))))
        }
        _ => Ok(quote!(.give(crate::node::Kind::Attribute, #key, #value))),
    }
}

//! The mark-up of a view, and what a component is: as Leptos writes both, drawn by `crate::node` of whoever uses them.
//!
//! Leptos gives every element the type of all that stands in it, and each type brings its own code for building and
//! rebuilding into the wasm. Here every element is one type; signals, effects, contexts and events stay those of Leptos.

mod component;
mod view;

use proc_macro::TokenStream;

/// Mark-up as a `crate::node::Node`.
///
/// Attributes are `name=value`, `class:name=bool`, `style=("name", value)`, `prop:name=value`, `on:event=handler` and
/// `node_ref=reference`; a value may be a closure or a signal and is then followed. Children are texts, elements,
/// components (by their upper-case names) and `{expressions}`, each of a type that is a `Child`.
#[proc_macro]
pub fn view(tokens: TokenStream) -> TokenStream {
    view::expand(tokens.into()).unwrap_or_else(|error| error.to_compile_error()).into()
}

/// Makes a function a component: `fn Name(one: A, two: B) -> Node` is used in mark-up as `<Name one=a two=b/>`.
///
/// The body may give any `crate::node::Child`. It is not followed: what it reads of signals outside of closures is read once.
#[proc_macro_attribute]
pub fn component(_: TokenStream, function: TokenStream) -> TokenStream {
    component::expand(function.into()).unwrap_or_else(|error| error.to_compile_error()).into()
}

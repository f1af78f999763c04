//! What can one do with an open article? Cite it, pass it on, see what the dump said, print it.

use super::cite::Cite;
use super::print::PrintButton;
use super::raw::RawSwitch;
use super::share::Share;
use crate::node::{Node, component, view};
use crate::state::item;

#[component]
pub fn ArticleTools(index: usize) -> Node {
    let item = item(index);
    view! {
        <Cite item/>
        <Share item/>
        <RawSwitch/>
        <PrintButton/>
    }
}

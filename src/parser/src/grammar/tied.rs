//! Which labels do two lines have in common that are one line, and what do the numbers of chapters say?

use super::credited::is_head;
use crate::features::Features;
use crate::label::Label;

/// What it says for two lines of a head that a title or a quotation goes over both …
const TIED: f32 = 6.0;
/// … and against their being different things.
const UNTIED: f32 = -8.0;

/// What lines say that are torn inside a title or a quotation.
pub fn tied(from: Label, to: Label, here: &Features) -> f32 {
    let is_head = |label: Label| is_head(label) || label == Label::Subhead;
    match here.enclosed {
        true if from == to && is_head(from) => TIED,
        true if is_head(from) || is_head(to) => UNTIED,
        _ => 0.0,
    }
}

/// A chapter's number may stand below anything of an article, and its title below it; the label of the first of several
/// parts below whoever wrote them.
pub fn counted(from: Label, before: &Features, to: Label, here: &Features) -> f32 {
    use Label::*;
    match (from, to) {
        (Subhead, Subhead) if before.chapter => 6.0,
        (Subtitle, Subhead) if here.chapter => 4.0,
        (Caption, Subhead) if here.chapter => 9.0,
        (Byline, Subhead) if here.opens_parts && here.column_words == 0 => 3.0,
        _ => 0.0,
    }
}

//! What does a page begin and end with?

use crate::label::Label;

/// What a page begins with.
pub fn first(label: Label) -> f32 {
    match label {
        Label::Body => -2.0,
        Label::Signoff
        | Label::Subhead
        | Label::Subtitle
        | Label::MidColumn
        | Label::PhotoCredit => -8.0,
        Label::Byline | Label::Verse => -3.0,
        _ => 0.0,
    }
}

/// What a page ends with.
pub fn last(label: Label) -> f32 {
    match label {
        Label::Body | Label::Signoff | Label::PhotoCredit | Label::Verse | Label::Table => 0.0,
        Label::Notice | Label::Inset => 0.0,
        Label::Caption => -1.0,
        _ => -5.0,
    }
}

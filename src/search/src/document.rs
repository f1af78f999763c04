//! What is searched? Documents, made of parts, each of a field.

use std::borrow::Cow;

/// One text to be found: its parts in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub parts: Vec<Part>,
}

/// A text that is read in one go: a match lies within one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub field: Field,
    /// Borrowed where the text outlives the engine anyway.
    pub text: Cow<'static, str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    Kicker,
    Headline,
    Subtitle,
    Byline,
    Subhead,
    Caption,
    Body,
}

impl Field {
    pub const COUNT: usize = 7;

    pub(crate) fn index(self) -> usize {
        self as usize
    }

    /// Whether it stands above the text.
    pub(crate) fn is_head(self) -> bool {
        matches!(self, Self::Kicker | Self::Headline | Self::Subtitle)
    }
}

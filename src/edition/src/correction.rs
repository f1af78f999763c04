//! Which words did the newsroom correct? Their place in the dump, which stays as received, and what they should read.

use crate::Span;
use serde::{Deserialize, Serialize};

/// One corrected word. It changes no text: conservation, search and citations go on speaking of the dump, and
/// whoever shows the text shows `to` in place of the span and the span on demand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The words as received; within one span of a block, a head or page matter.
    pub span: Span,
    /// What they should read; never empty.
    pub to: String,
}

impl Correction {
    /// `piece` of a page as it should read: the corrections that lie in it are put in place. `corrections` are
    /// those of the page.
    pub fn applied(corrections: &[Self], piece: Span, page_text: &str) -> String {
        let mut text = String::with_capacity(piece.range().len());
        let mut at = piece.start;
        for one in Self::within(corrections, piece) {
            text += Span { start: at, end: one.span.start }.of(page_text);
            text += &one.to;
            at = one.span.end;
        }
        text + Span { start: at, end: piece.end }.of(page_text)
    }

    /// Those that lie in `piece`, in order.
    pub fn within(corrections: &[Self], piece: Span) -> impl Iterator<Item = &Self> {
        let inside = move |span: Span| piece.start <= span.start && span.end <= piece.end;
        corrections.iter().filter(move |one| inside(one.span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_reads_as_corrected_and_stays_as_it_is() {
        let text = "冻水东岸,冻水西岸。";
        let to = |start| Correction { span: Span::new(start, start + 6), to: "涑水".into() };
        let corrections = [to(0), to(13)];
        let all = Span::new(0, text.len());
        assert_eq!(Correction::applied(&corrections, all, text), "涑水东岸,涑水西岸。");
        assert_eq!(Correction::applied(&corrections, Span::new(0, 12), text), "涑水东岸");
        assert_eq!(Correction::applied(&corrections, Span::new(6, 12), text), "东岸");
    }
}

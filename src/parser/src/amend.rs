//! How do the newsroom's overrides change a page? Each finds its text, or says why it does not apply.

mod change;
mod facts;
mod layout;
mod refresh;
mod retype;

use crate::overrides::{Change, Facts, Override};
use crate::quote::find;
use crate::source::Source;
use ::edition::{Correction, InSidecar, LineNo, Note, NoteKind, Page, Span};
use places::Places;

/// What an override came to: where on the page and what was done, or why it does not apply.
type Outcome = Result<(Span, String), String>;

/// Applies the overrides in the order written, but corrections behind whatever tears or joins what they stand in; what
/// an article is said to be comes last, so that nothing concluded goes before it. Conservation holds before and after.
pub fn amend(page: &mut Page, overrides: &[Override], places: &Places, own_county: Option<u64>) {
    if overrides.is_empty() {
        return;
    }
    let text = page.text.clone();
    let source = Source::of(&text);
    let before = page.articles.clone();
    let (facts, changes): (Vec<&Override>, Vec<&Override>) =
        overrides.iter().partition(|one| matches!(one.change, Change::Article(_)));
    let (corrections, changes): (Vec<&Override>, Vec<&Override>) =
        changes.into_iter().partition(|one| matches!(one.change, Change::Correct { .. }));
    let mut said = Vec::new();
    for one in changes.into_iter().chain(corrections) {
        let outcome = find(&one.quote, &source)
            .map_err(|sentence| already(one, &source).unwrap_or(sentence))
            .and_then(|span| change::apply(page, &one.change, span, &source));
        if let (Change::Gap(Some(kind)), Ok((span, _))) = (&one.change, &outcome) {
            said.push(change::said(*kind, *span));
        }
        note(page, one.place, outcome);
    }
    page.articles.sort_by_key(::edition::Article::start);
    refresh::refresh(page, &before, &said, &source, places, own_county);
    let mut earlier: Vec<(usize, &Facts, LineNo)> = Vec::new();
    for one in facts {
        let Change::Article(said) = &one.change else { continue };
        let outcome = find(&one.quote, &source).and_then(|span| {
            let number = facts::article_at(page, span)?;
            let other = earlier.iter().find(|(at, other, _)| *at == number && said.denies(other));
            if let Some((_, _, line)) = other {
                let text = span.of(&page.text);
                return Err(format!(
                    "“{text}”所在的一篇,第{}行已说成别的。请删去其中一条。",
                    line.0
                ));
            }
            earlier.push((number, said, one.place.line));
            facts::apply(page, said, span, number, places.region())
        });
        note(page, one.place, outcome);
    }
    page.notes.sort_by_key(|note| (note.span, note.kind.name()));
}

/// A word that is not there because the dump itself was put right.
fn already(one: &Override, source: &Source) -> Option<String> {
    let Change::Correct { to } = &one.change else { return None };
    let text = &one.quote.text;
    let stands = !crate::quote::places(to, source.text).is_empty();
    let gone = crate::quote::places(text, source.text).is_empty();
    (stands && gone).then(|| format!("原文里没有“{text}”,已经是“{to}”了。请删去这一条。"))
}

fn note(page: &mut Page, place: InSidecar, outcome: Outcome) {
    let (kind, span, sentence) = match outcome {
        Ok((span, sentence)) => (NoteKind::Applied, span, sentence),
        Err(sentence) => (NoteKind::Correction, Span { start: 0, end: 0 }, sentence),
    };
    page.notes.push(Note { sidecar: Some(place), ..Note::new(kind, span, sentence) });
}

/// Puts a correction among the others; they do not overlap.
fn correct(page: &mut Page, span: Span, to: &str) -> Outcome {
    let received = span.of(&page.text).to_owned();
    if ink(&received) == ink(to) {
        return Err(format!("“{received}”与 to 相同。请改 to,或删去这一条。"));
    }
    if let Some(other) = page.corrections.iter().find(|other| other.span.overlaps(span)) {
        let other = other.span.of(&page.text);
        return Err(format!("“{received}”与对“{other}”的更正重叠。请合成一条。"));
    }
    if !page.spans().any(|whole| whole.start <= span.start && span.end <= whole.end) {
        return Err(format!("“{received}”跨了行或跨了段。请把两边分别更正。"));
    }
    let at = page.corrections.partition_point(|other| other.span < span);
    page.corrections.insert(at, Correction { span, to: to.to_owned() });
    Ok((span, format!("“{received}”更正为“{to}”,原文保留。")))
}

fn ink(text: &str) -> String {
    text.chars().filter(|c| ::edition::is_ink(*c)).collect()
}

#[cfg(test)]
mod tests;

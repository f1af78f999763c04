//! What follows from a changed article? Names, day, kind and counties are read anew, notes that no longer hold go.

use crate::article::{Desk, kind_of};
use crate::credit::credit;
use crate::newshead::{news_head, opening_date};
use crate::source::{Ink, Source};
use crate::tagging;
use ::edition::{
    Article, Block, BlockKind, Byline, Correction, Flag, FlagKind, MonthDay, NoteKind, Page, Span,
};
use places::Places;

/// Brings every article that is not among `before`, or in which a word was corrected, up to date; the gaps that were
/// `said` stay what they were said to be.
pub fn refresh(
    page: &mut Page,
    before: &[Article],
    said: &[Flag],
    source: &Source,
    places: &Places,
    own_county: Option<u64>,
) {
    let corrected = as_corrected(source, &page.corrections);
    for article in &mut page.articles {
        let changed = !before.contains(article);
        let has_correction = article
            .spans()
            .any(|span| Correction::within(&page.corrections, span).next().is_some());
        if !changed && !has_correction {
            continue;
        }
        if changed {
            settle_flags(article, said);
            article.bylines = bylines(article, before, source);
        }
        article.dateline = dateline(article, &corrected);
        if changed {
            article.kind = kind_of(article, opens_with_head(article, source));
        }
        // What the gazetteer said of it is said anew.
        let own = |span: Span| article.spans().any(|part| part.overlaps(span));
        page.notes.retain(|note| {
            !matches!(note.kind, NoteKind::Suspicion | NoteKind::Ambiguous) || !own(note.span)
        });
        article.counties.clear();
        article.whole_region = None;
        tagging::tag(article, &corrected, places, own_county, &mut page.notes);
    }
    correct_labels(page);
    drop_stale_notes(page);
}

/// The dump as it reads with the corrections in place; the places stay those of the dump.
fn as_corrected<'t>(source: &Source<'t>, corrections: &[Correction]) -> Source<'t> {
    let mut ink: Vec<Ink> = Vec::with_capacity(source.ink.len());
    let mut rest = corrections.iter().peekable();
    let mut skip_to = 0;
    for one in &source.ink {
        if one.at < skip_to {
            continue;
        }
        match rest.next_if(|correction| correction.span.start == one.at) {
            Some(Correction { span, to }) => {
                let new = to.chars().filter(|c| ::edition::is_ink(*c)).map(|c| Ink {
                    c: places::fold(c),
                    at: span.start,
                    end: span.end,
                    spaced: false,
                });
                ink.extend(new);
                skip_to = span.end;
            }
            None => ink.push(*one),
        }
    }
    Source { text: source.text, ink, lines: Vec::new(), marks: Vec::new() }
}

/// The ink of an article's block, in reading order, as much as a report head can take.
fn opening(block: &Block, source: &Source) -> Vec<Ink> {
    const OPENING: usize = 140;
    let pieces = block.spans.iter().flat_map(|span| {
        let start = source.ink.partition_point(|ink| ink.at < span.start);
        source.ink[start..].iter().take_while(|ink| ink.at < span.end)
    });
    pieces.take(OPENING).copied().collect()
}

fn is_body(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Lead | BlockKind::Para)
}

fn is_reported(block: &&Block) -> bool {
    is_body(block) || block.kind == BlockKind::Caption
}

fn bylines(article: &Article, before: &[Article], source: &Source) -> Vec<Byline> {
    let desk = Desk { source, pieces: &[], features: &[] };
    let mut bylines: Vec<Byline> = Vec::new();
    for block in &article.blocks {
        let ink = opening(block, source);
        let is_credit = matches!(block.kind, BlockKind::Byline | BlockKind::Signoff);
        let people = match block.kind {
            _ if is_credit => credit(&ink).map(|credit| credit.people),
            _ if is_reported(&block) => news_head(&ink).map(|head| head.people),
            _ => None,
        };
        let read: Vec<Byline> = match people {
            Some(people) => people.iter().map(|person| desk.byline(&ink, person)).collect(),
            // A name that only what stood around its line told stays the one that was told.
            None if is_credit => told(block, before),
            None => Vec::new(),
        };
        for byline in read {
            if !bylines.iter().any(|known| known.name == byline.name) {
                bylines.push(byline);
            }
        }
    }
    bylines
}

/// Whom the articles had, before anything changed, from within this block.
fn told(block: &Block, before: &[Article]) -> Vec<Byline> {
    let all = before.iter().flat_map(|article| &article.bylines);
    let inside = all.filter(|byline| block.spans.iter().any(|span| span.overlaps(byline.span)));
    inside.cloned().collect()
}

fn dateline(article: &Article, source: &Source) -> Option<MonthDay> {
    if article.flags.iter().any(|flag| flag.kind == FlagKind::LostLead) {
        return None;
    }
    let ink = opening(article.blocks.iter().find(is_reported)?, source);
    match news_head(&ink) {
        Some(head) => head.date,
        None => opening_date(&ink),
    }
}

fn opens_with_head(article: &Article, source: &Source) -> bool {
    let mut bodies = article.blocks.iter().filter(|block| is_body(block));
    bodies.any(|block| news_head(&opening(block, source)).is_some())
}

/// A gap behind which nothing of the article stands any more is at its end, where nobody said otherwise.
fn settle_flags(article: &mut Article, said: &[Flag]) {
    let flags = std::mem::take(&mut article.flags);
    let mut kept: Vec<_> = flags.into_iter().filter(|flag| article.holds(*flag)).collect();
    let last = article.blocks.iter().rev().find(|block| is_body(block));
    let end = last.and_then(|block| block.spans.last()).map(|span| span.end);
    for flag in kept.iter_mut().filter(|flag| !said.contains(flag)) {
        match flag.kind {
            FlagKind::LostMiddle if end == Some(flag.at) => flag.kind = FlagKind::LostTail,
            FlagKind::LostTail if end != Some(flag.at) => flag.kind = FlagKind::LostMiddle,
            _ => {}
        }
    }
    article.flags = kept;
}

/// Names and labels read as corrected.
fn correct_labels(page: &mut Page) {
    if page.corrections.is_empty() {
        return;
    }
    // A correction may begin before a name or end behind it.
    let cores: Vec<Correction> =
        page.corrections.iter().map(|correction| core(correction, &page.text)).collect();
    let read = |span: Span| -> String {
        let text = Correction::applied(&cores, span, &page.text);
        text.chars().filter(|c| ::edition::is_ink(*c)).collect()
    };
    let touched = |span: Span| Correction::within(&cores, span).next().is_some();
    for byline in page.articles.iter_mut().flat_map(|article| &mut article.bylines) {
        if touched(byline.span) {
            byline.name = read(byline.span);
        }
    }
    for correction in &page.corrections {
        let labels = page.rubrics.iter().chain(&page.columns);
        let inside = |label: &&Span| {
            label.start <= correction.span.start && correction.span.end <= label.end
        };
        if labels.into_iter().any(|label| inside(&label)) {
            let received: String = correction.span.of(&page.text).split_whitespace().collect();
            for article in &mut page.articles {
                for label in [&mut article.rubric, &mut article.column].into_iter().flatten() {
                    *label = label.replace(&received, &correction.to);
                }
            }
        }
    }
}

/// What of a correction differs, without what both begin and end with.
fn core(correction: &Correction, text: &str) -> Correction {
    fn alike<'c>(a: impl Iterator<Item = char> + 'c, b: impl Iterator<Item = char> + 'c) -> usize {
        a.zip(b).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
    }
    let Correction { span, to } = correction;
    let received = span.of(text);
    let before = alike(received.chars(), to.chars());
    let (received, to) = (&received[before..], &to[before..]);
    let behind = alike(received.chars().rev(), to.chars().rev());
    let (start, end) = (span.start + before as u32, span.end - behind as u32);
    Correction { span: Span { start, end }, to: to[..to.len() - behind].to_owned() }
}

/// Notes on joins, gaps, places and words that the overrides have settled.
fn drop_stale_notes(page: &mut Page) {
    let Page { articles, unplaced, corrections, notes, .. } = page;
    let blocks = || articles.iter().flat_map(|article| &article.blocks);
    let is_joined =
        |span: Span| blocks().any(|block| block.spans.iter().skip(1).any(|s| *s == span));
    let is_flagged =
        |at: u32| articles.iter().flat_map(|article| &article.flags).any(|flag| flag.at == at);
    notes.retain(|note| match note.kind {
        NoteKind::Join => is_joined(note.span),
        NoteKind::Gap | NoteKind::Order => is_flagged(note.span.start),
        NoteKind::Unplaced => unplaced.contains(&note.span),
        NoteKind::Suspicion | NoteKind::Doubled | NoteKind::Garbled => {
            !corrections.iter().any(|correction| correction.span.overlaps(note.span))
        }
        _ => true,
    });
}

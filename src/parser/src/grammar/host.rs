//! Which subheads of a first walk are doubted, by the articles that would have them?

use super::credited::is_head;
use crate::label::Label;
use std::ops::Range;

/// Why a line that would be the only subhead of an article is doubted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lone {
    #[default]
    No,
    /// Nobody signs the article on a line of its own …
    InReport,
    /// … and who signs it at its end is not who its report head names: these are two articles.
    SignedTwice,
}

/// For every piece: whether it is the only subhead, by the labels of a first walk, of an article that nobody signs on a
/// line of its own. Those hardly have any: on written pages 9 of 351 reports and 3 of 238 articles without a name have
/// subheads, 52 of 229 that are signed so. `names_reporter`: the piece opens with a report head that names somebody;
/// `names_writer`: it is a credit that does.
pub fn lone_in_reports(
    labels: &[Label],
    names_reporter: &dyn Fn(usize) -> bool,
    names_writer: &dyn Fn(usize) -> bool,
) -> Vec<Lone> {
    let mut lone = vec![Lone::No; labels.len()];
    for article in articles(labels) {
        let is_signed = labels[article.clone()].contains(&Label::Byline);
        let mut subheads = article.clone().filter(|at| labels[*at] == Label::Subhead);
        if let (false, Some(only), None) = (is_signed, subheads.next(), subheads.next()) {
            let signs = |at: usize| labels[at] == Label::Signoff && names_writer(at);
            let twice = (article.start..only).any(names_reporter)
                && !(article.start..only).any(signs)
                && (only..article.end).any(signs);
            lone[only] = if twice { Lone::SignedTwice } else { Lone::InReport };
        }
    }
    lone
}

/// For every piece what it says against it as a subhead, 0 or less, that no piece of its article above it tells of what
/// stands below it, up to the next name. An article that is signed on a line of its own and has several subheads tells of
/// one thing after another. `told_again`: see [`crate::topic::Topics::told_again`].
pub fn unlike_hosts(
    labels: &[Label],
    told_again: &dyn Fn(Range<usize>, Range<usize>) -> Option<f32>,
) -> Vec<f32> {
    /// Of 1,161 subheads of pages with truths 73 % have more in common with a piece above them, of 3,559 headlines 37 %.
    const USUAL: f32 = 0.18;
    const LEAST: f32 = 0.01;
    const STEEP: f32 = 1.3;
    const MOST: f32 = 3.0;
    let mut unlike = vec![0.0; labels.len()];
    for article in articles(labels) {
        let own = &labels[article.clone()];
        let subheads = || article.clone().filter(|at| labels[*at] == Label::Subhead);
        if own.contains(&Label::Byline) && subheads().nth(1).is_some() {
            continue;
        }
        for at in subheads() {
            let names = (at + 1..article.end).find(|below| labels[*below].is_name());
            let below = at..names.unwrap_or(article.end);
            if let Some(shared) = told_again(article.start..at, below) {
                let odds = ((shared + LEAST) / (USUAL + LEAST)).ln();
                unlike[at] = (STEEP * odds).clamp(-MOST, 0.0);
            }
        }
    }
    unlike
}

/// From head to head, by the labels.
fn articles(labels: &[Label]) -> impl Iterator<Item = Range<usize>> {
    let opens = |at: &usize| {
        is_head(labels[*at]) && !at.checked_sub(1).is_some_and(|before| is_head(labels[before]))
    };
    let mut starts = (0..labels.len()).filter(opens).peekable();
    std::iter::from_fn(move || {
        let start = starts.next()?;
        Some(start..starts.peek().copied().unwrap_or(labels.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subhead_is_doubted_where_nothing_above_it_tells_of_what_stands_below() {
        use Label::{Body, Byline, Headline, Subhead};
        let tips = [Headline, Body, Subhead, Body, Subhead, Body];
        let signed = [Headline, Byline, Body, Subhead, Body, Subhead, Body];
        let labels = [&tips[..], &signed].concat();
        let asked = std::cell::RefCell::new(Vec::new());
        let unlike = unlike_hosts(&labels, &|above, below| {
            asked.borrow_mut().push((above, below.clone()));
            Some(if below.start == 2 { 0.5 } else { 0.0 })
        });
        assert_eq!(asked.into_inner(), [(0..2, 2..4), (0..4, 4..6)]);
        let doubted: Vec<usize> = (0..labels.len()).filter(|at| unlike[*at] < 0.0).collect();
        assert_eq!(doubted, [4]);
    }

    #[test]
    fn a_signed_article_and_one_with_two_subheads_have_no_lone_one() {
        use Label::{Body, Byline, Headline, Kicker, Signoff, Subhead};
        let report = [Kicker, Headline, Body, Subhead, Body];
        let signed = [Headline, Byline, Body, Subhead, Body];
        let divided = [Headline, Body, Subhead, Body, Subhead, Body];
        let twice = [Headline, Body, Subhead, Body, Signoff];
        let labels = [&report[..], &signed, &divided, &twice].concat();
        let (first, last) = (labels.len() - twice.len() + 1, labels.len() - 1);
        let lone = lone_in_reports(&labels, &|at| at == first, &|at| at == last);
        let lone = lone.iter().enumerate().filter(|(_, lone)| **lone != Lone::No);
        let lone: Vec<(usize, Lone)> = lone.map(|(at, lone)| (at, *lone)).collect();
        assert_eq!(lone, [(3, Lone::InReport), (last - 2, Lone::SignedTwice)]);
    }
}

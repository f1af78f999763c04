//! Which line would be the only subhead of a report?

use super::credited::is_head;
use crate::label::Label;

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
    let opens = |at: &usize| {
        is_head(labels[*at]) && !at.checked_sub(1).is_some_and(|before| is_head(labels[before]))
    };
    let mut starts: Vec<usize> = (0..labels.len()).filter(opens).collect();
    starts.push(labels.len());
    for pair in starts.windows(2) {
        let article = pair[0]..pair[1];
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

#[cfg(test)]
mod tests {
    use super::*;

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

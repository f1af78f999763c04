//! Which line would be the only subhead of a report?

use super::credited::is_head;
use crate::label::Label;

/// For every piece: whether it is the only subhead, by the labels of a first walk, of an article that nobody signs on a
/// line of its own. Those hardly have any: on written pages 9 of 351 reports and 3 of 238 articles without a name have
/// subheads, 52 of 229 that are signed so.
pub fn lone_in_reports(labels: &[Label]) -> Vec<bool> {
    let mut lone = vec![false; labels.len()];
    let opens = |at: &usize| {
        is_head(labels[*at]) && !at.checked_sub(1).is_some_and(|before| is_head(labels[before]))
    };
    let mut starts: Vec<usize> = (0..labels.len()).filter(opens).collect();
    starts.push(labels.len());
    for pair in starts.windows(2) {
        let article = pair[0]..pair[1];
        let is_signed = labels[article.clone()].contains(&Label::Byline);
        let mut subheads = article.filter(|at| labels[*at] == Label::Subhead);
        if let (false, Some(only), None) = (is_signed, subheads.next(), subheads.next()) {
            lone[only] = true;
        }
    }
    lone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signed_article_and_one_with_two_subheads_have_no_lone_one() {
        use Label::{Body, Byline, Headline, Kicker, Subhead};
        let report = [Kicker, Headline, Body, Subhead, Body];
        let signed = [Headline, Byline, Body, Subhead, Body];
        let divided = [Headline, Body, Subhead, Body, Subhead, Body];
        let lone = lone_in_reports(&[&report[..], &signed, &divided].concat());
        let lone = lone.iter().enumerate().filter(|(_, lone)| **lone);
        assert_eq!(lone.map(|(at, _)| at).collect::<Vec<_>>(), [3]);
    }
}

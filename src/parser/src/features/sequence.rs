//! What do the pieces before and behind a piece say of it?

use super::Features;
use crate::opening::Stop;

/// The opening of 记者昨日从… and of others as strong is that of a lead.
const REPORTS: f32 = 3.0;

/// Sets [`Features::signed`], from the last piece to the first.
pub fn sign(all: &mut [Features]) {
    let mut signed = false;
    for features in all.iter_mut().rev() {
        features.signed = signed;
        let reports = features.words > REPORTS || features.caption > 0;
        let tells = features.head.is_some() || features.credit.is_some() || reports;
        let is_text = features.is_long() || features.stop == Stop::Full || features.seam.is_some();
        signed = tells || signed && is_text;
    }
}

/// Sets [`Features::in_briefs`].
pub fn mark_briefs(all: &mut [Features]) {
    let mut briefs = false;
    for features in all {
        features.in_briefs = briefs;
        // 本报记者 王明 on a line of its own: no brief, and it may have subheads.
        let is_byline = features
            .credit
            .as_ref()
            .is_some_and(|credit| credit.firm && !credit.bracketed && !credit.is_photo);
        if features.rubric > 0 {
            briefs = features.briefs;
        } else if is_byline || features.column_words > 0 {
            briefs = false;
        }
    }
}

//! What does the seam of two pieces say for their labels? A text that stops in mid-sentence wants to go on.

use crate::features::Features;
use crate::label::Label;
use crate::opening::Stop;

/// A text that stops in mid-sentence wants to go on; two lines that share a word are one text.
pub fn cut(from: Label, before: &Features, to: Label, here: &Features) -> f32 {
    use Label::*;
    let Some(seam) = here.seam else { return 0.0 };
    let seam = || seam - fresh(before, here, seam);
    let goes_on = from == to && matches!(from, Body | Caption);
    if goes_on {
        return (seam() * 0.5).clamp(-1.0, 4.0);
    }
    let is_text = matches!(from, Body | Caption) && before.stop == Stop::Open;
    match to {
        Caption | PhotoCredit => 0.0,
        Subhead | Signoff if is_text => -3.0,
        _ if is_text => -2.5,
        Body if matches!(from, Headline | Subhead) && here.rest => -REST,
        // A head that the next line goes on with is no head.
        Body if from == Subhead => -(seam() - CLOSE_SEAM).clamp(-0.5, 5.0),
        Body => -(seam() - CLOSE_SEAM - 0.4).clamp(-0.5, 5.0),
        _ => 0.0,
    }
}

/// What speaks against a head over the rest of a sentence.
const REST: f32 = 6.0;

/// A line of fewer characters …
pub const SHORT_LINE: usize = 24;
/// … under the end of a paragraph has this against its being the beginning of one that was cut, in the measure of
/// seams …
pub const FRESH: f32 = 1.5;
/// … and this where others are built as it is; where its words open a paragraph it has nothing against it.
const FRESH_RHYME: f32 = 2.5;
const PARAGRAPH_OPENS: f32 = 1.0;
/// A seam above this is too close for that.
const CLOSEST_SEAM: f32 = 6.0;

/// What speaks against a short line's being the beginning of a paragraph that was cut.
fn fresh(before: &Features, here: &Features, seam: f32) -> f32 {
    if before.len >= SHORT_LINE || before.seam.is_some() || here.tail || seam > CLOSEST_SEAM {
        return 0.0;
    }
    let opens = before.words > PARAGRAPH_OPENS && !before.opens_with_place;
    match before.rhymes {
        _ if before.stub || before.hangs => 0.0,
        0 if before.framed || before.unclosed => 0.0,
        0 if opens || before.commas + before.stops > 0 => 0.0,
        0 => FRESH,
        _ => FRESH_RHYME,
    }
}

/// A seam above this is closer than that of a headline and its lead.
const CLOSE_SEAM: f32 = 1.2;

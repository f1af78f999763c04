//! How likely does this piece go on where that text breaks off?
//!
//! Natural logarithms of odds, from two logistic regressions on 456 written pages and on composed ones whose texts a program
//! tore apart: what goes on with each broken end, against all else that stands in the articles behind it; then each such
//! pair against its rivals. Rounded.

use super::{Asked, Draft, REACH, is_picture, is_signed};
use crate::draft::MOST_TEXTS;
use crate::features::Features;
use crate::label::Label;
use crate::opening::Stop;

const COMMON: f32 = -6.1;
/// The seam of end and rest, where it speaks for a join and where against one …
const SEAM: f32 = 0.43;
const NO_SEAM: f32 = 0.68;
/// … its words by themselves, and its quotation …
const WORDS: f32 = 0.28;
const QUOTES: f32 = 0.63;
/// … and that of the end and the text below it, which is there.
const STAYS: f32 = -0.36;
/// Nothing stands below it, or whoever signs the article.
const LAST: f32 = 2.1;
/// A seam says no less, and no more; that of a broken end and what stands below it is not looked at as far down.
const LEAST: f32 = -6.0;
const LEAST_BELOW: f32 = -3.0;
const MOST: f32 = 10.0;
const MOST_WORDS: f32 = 8.0;
const MOST_QUOTES: f32 = 4.1;
/// The rest stands in the next article, in the one behind that, or further down.
const FAR: [f32; REACH] = [2.4, 0.47, 0.0, 0.0, 0.0, 0.0];
/// What stands above the rest breaks off, too, and how well the rest goes on with that …
const WANTED: f32 = -0.89;
const GOES_ON_THERE: f32 = -0.38;
/// … or with whatever paragraph stands above it …
const FOLLOWS_THERE: f32 = 0.11;
const MOST_THERE: f32 = 6.0;
/// … or that signs its article, and what stands below is of none.
const BELOW_SIGNOFF: f32 = 3.36;
/// Whoever wrote the other article stands above the rest, right above it, or nothing of its text does.
const SIGNED: f32 = -0.39;
const BELOW_BYLINE: f32 = -2.72;
const ABOVE_ALL: f32 = 1.23;
/// The rest is the first text under a headline.
const FIRST: f32 = -0.93;
/// Nothing stands below the rest, or whoever signs the article.
const LAST_THERE: f32 = 0.46;
/// How much its words open a paragraph; see [`crate::opening`].
const OPENS: f32 = -0.18;
const MOST_OPENS: f32 = 4.0;
/// The rest breaks off again.
const OPEN: f32 = -3.0;
/// Characters of a rest: mostly it is as short as what a last line leaves over.
const LENGTHS: [(usize, f32); 2] = [(8, 1.53), (20, 1.68)];
const LONG: usize = 60;
const LONG_REST: f32 = -2.0;
/// How much larger a share of its words the one text has than the other, 0 to 1, for the rest with all that stands below
/// it; and the share that the whole of the other has.
const OF_ALL: f32 = 1.9;
const OF_OTHER: f32 = -0.46;
/// What the one text and the other have of the rest's words, rare ones counting more, as a logarithm.
const HEARD: f32 = 1.05;
const HEARD_THERE: f32 = -1.42;
const MOST_HEARD: f32 = 5.0;

/// The second regression: a pair's odds by the first, and how far they are ahead of the best other rest of that end and of
/// the best other end of that rest. Its zero is raised: a wrong place costs two articles that were right.
const OWN: f32 = 1.04;
const AHEAD_OF_RESTS: f32 = 0.04;
const AHEAD_OF_ENDS: f32 = 0.07;
const ZERO: f32 = -1.5;
/// Further ahead or behind makes no difference.
pub const CLEAR: f32 = 2.5;

/// A pair with less can neither win nor stand in another's way.
const HOPELESS: f32 = (-ZERO - (AHEAD_OF_RESTS + AHEAD_OF_ENDS) * CLEAR) / OWN - CLEAR;

/// A pair's odds among its rivals; above 0 it is rather one than not.
pub fn against(odds: f32, of_rests: f32, of_ends: f32) -> f32 {
    OWN * odds + AHEAD_OF_RESTS * of_rests + AHEAD_OF_ENDS * of_ends + ZERO
}

/// Where a text breaks off.
pub struct End<'a> {
    own: &'a Draft,
    part: usize,
    pub piece: usize,
    stands: f32,
}

/// A piece of an article `far` behind the next one.
pub struct Rest<'a> {
    pub other: &'a Draft,
    pub from: usize,
    pub far: usize,
}

impl<'a> End<'a> {
    pub fn of(own: &'a Draft, part: usize, asked: &Asked) -> Self {
        let piece = own.parts[part].1;
        let stands = match own.parts[part + 1..].iter().find(|part| !is_picture(part.0)) {
            None | Some((Label::Signoff, _)) => LAST,
            Some((Label::Body, below)) => {
                STAYS * (asked.bond)(piece, *below).clamp(LEAST_BELOW, MOST)
            }
            Some(_) => 0.0,
        };
        Self { own, part, piece, stands }
    }

    /// The odds that the text goes on there; `None` where they are hopeless.
    pub fn odds(&self, rest: &Rest, asked: &Asked) -> Option<f32> {
        let piece = rest.piece();
        let may_be = |odds: f32, most: f32| (odds + most > HOPELESS).then_some(odds);
        const TOPIC: f32 = OF_ALL + HEARD * MOST_HEARD;
        const THERE: f32 = FOLLOWS_THERE * MOST_THERE + TOPIC;
        const CLOSE: f32 = WORDS * MOST_WORDS + QUOTES * MOST_QUOTES + THERE;
        // What costs more is asked only where it may turn it.
        let odds = COMMON + FAR[rest.far] + self.stands + rest.looks(asked.features);
        let odds = may_be(odds, SEAM * MOST + CLOSE)?;
        let seam = (asked.bond)(self.piece, piece).clamp(LEAST, MOST);
        let odds = may_be(odds + seam * if seam > 0.0 { SEAM } else { NO_SEAM }, CLOSE)?;
        let follows = (asked.follows)(self.piece, piece).clamp(-MOST_WORDS, MOST_WORDS);
        let odds = odds + WORDS * follows + QUOTES * (asked.quotes)(self.piece, piece);
        let odds = may_be(odds + rest.there(asked), TOPIC)?;
        may_be(odds + self.topic(rest, asked), 0.0)
    }

    /// What the words of the rest say for its being of the text that breaks off, and not of the one in which it stands.
    fn topic(&self, rest: &Rest, asked: &Asked) -> f32 {
        let (own, there) = (self.own.told(self.part + 1), rest.other.told(rest.from));
        let more = |piece: usize| (asked.recall)(&own, piece) - (asked.recall)(&there, piece);
        let texts = rest.other.parts[rest.from..].iter().take_while(|part| part.0 == Label::Body);
        let (mut sum, mut all) = (0.0, 0.0);
        for (_, piece) in texts.take(MOST_TEXTS) {
            let length = asked.features[*piece].len as f32;
            sum += more(*piece) * length;
            all += length;
        }
        let piece = rest.piece();
        let mut whole = rest.other.last_texts(rest.other.parts.len());
        whole.retain(|other| *other != piece);
        whole.extend(&rest.other.headline);
        let heard = |texts: &[usize]| (asked.heard)(texts, piece).ln_1p().min(MOST_HEARD);
        OF_ALL * sum / f32::max(all, 1.0)
            + OF_OTHER * (asked.recall)(&whole, piece)
            + HEARD * heard(&own)
            + HEARD_THERE * heard(&there)
    }
}

impl Rest<'_> {
    fn piece(&self) -> usize {
        self.other.parts[self.from].1
    }

    /// What a piece and its place say for its being a rest, whatever it is the rest of.
    fn looks(&self, features: &[Features]) -> f32 {
        let (other, rest) = (self.other, &features[self.piece()]);
        let above = self.from.checked_sub(1).map(|above| other.parts[above].0);
        let below = other.parts.get(self.from + 1).map(|below| below.0);
        let has_text = other.parts[..self.from].iter().any(|part| part.0 == Label::Body);
        let when = |is: bool, odds: f32| if is { odds } else { 0.0 };
        let length = LENGTHS.iter().find(|(most, _)| rest.len < *most).map_or(0.0, |found| found.1);
        length
            + when(rest.len > LONG, LONG_REST)
            + OPENS * rest.words.clamp(-MOST_OPENS, MOST_OPENS)
            + when(!has_text, ABOVE_ALL)
            + when(!has_text && other.has_heads(), FIRST)
            + when(above == Some(Label::Signoff), BELOW_SIGNOFF)
            + when(above == Some(Label::Byline), BELOW_BYLINE)
            + when(matches!(below, None | Some(Label::Signoff)), LAST_THERE)
            + when(is_signed(other, self.from, features), SIGNED)
            + when(rest.stop == Stop::Open, OPEN)
    }

    /// Whether it goes on with the paragraph above it, and whether that breaks off.
    fn there(&self, asked: &Asked) -> f32 {
        let above = self.from.checked_sub(1).map(|above| self.other.parts[above]);
        let Some((Label::Body, above)) = above else { return 0.0 };
        let seam = (asked.bond)(above, self.piece()).max(LEAST_BELOW);
        let odds = FOLLOWS_THERE * seam.min(MOST_THERE);
        let breaks_off = asked.features[above].stop == Stop::Open;
        odds + if breaks_off { WANTED + GOES_ON_THERE * seam.min(MOST) } else { 0.0 }
    }
}

//! How likely does this piece go on where that text breaks off?
//!
//! Natural logarithms of odds, from two logistic regressions on 578 written pages, 130 given, 100 region and 250 composed
//! ones: what goes on with each broken end, against all else that stands in the articles behind it; then each such pair
//! against its rivals. Rounded.

use super::{Asked, Draft, REACH, is_picture, is_signed};
use crate::draft::MOST_TEXTS;
use crate::features::Features;
use crate::label::Label;
use crate::opening::Stop;
use crate::topic::Told;
use rustc_hash::FxHashMap;
use std::cell::{OnceCell, RefCell};

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
pub struct End {
    pub piece: usize,
    stands: f32,
    /// What is told up to there, and the shares of pieces that it has, once they were asked for.
    told: Told,
    recalls: RefCell<FxHashMap<usize, f32>>,
}

/// A piece that may be the rest of a text, in the article in which it stands. What it is by itself is found once, however
/// many ends it is held against.
pub struct Rest<'a> {
    other: &'a Draft,
    from: usize,
    pub piece: usize,
    looks: f32,
    stands: OnceCell<f32>,
    there: OnceCell<There>,
}

/// What a rest has in common with the article in which it stands.
struct There {
    /// The paragraphs from the rest on, their lengths, and the share of each that is told above the rest.
    texts: Vec<(usize, f32, f32)>,
    /// The share of the rest that the whole of the other has, and what is heard of it above the rest.
    whole: f32,
    heard: f32,
}

impl End {
    pub fn of(own: &Draft, part: usize, asked: &Asked) -> Self {
        let piece = own.parts[part].1;
        let stands = match own.parts[part + 1..].iter().find(|part| !is_picture(part.0)) {
            None | Some((Label::Signoff, _)) => LAST,
            Some((Label::Body, below)) => {
                STAYS * (asked.bond)(piece, *below).clamp(LEAST_BELOW, MOST)
            }
            Some(_) => 0.0,
        };
        Self { piece, stands, told: own.told(part + 1, asked), recalls: RefCell::default() }
    }

    /// The odds that the text goes on there, in an article `far` behind the next one; `None` where they are hopeless.
    pub fn odds(&self, rest: &Rest, far: usize, asked: &Asked) -> Option<f32> {
        let may_be = |odds: f32, most: f32| (odds + most > HOPELESS).then_some(odds);
        const TOPIC: f32 = OF_ALL + HEARD * MOST_HEARD;
        const THERE: f32 = FOLLOWS_THERE * MOST_THERE + TOPIC;
        const CLOSE: f32 = WORDS * MOST_WORDS + QUOTES * MOST_QUOTES + THERE;
        // What costs more is asked only where it may turn it.
        let odds = COMMON + FAR[far] + self.stands + rest.looks;
        let odds = may_be(odds, SEAM * MOST + CLOSE)?;
        let seam = (asked.bond)(self.piece, rest.piece).clamp(LEAST, MOST);
        let odds = may_be(odds + seam * if seam > 0.0 { SEAM } else { NO_SEAM }, CLOSE)?;
        let quotes = QUOTES * (asked.quotes)(self.piece, rest.piece);
        let heard = HEARD * heard(&self.told, rest.piece, asked);
        let stands = rest.stands(asked);
        may_be(odds + quotes + stands + heard, WORDS * MOST_WORDS + OF_ALL)?;
        let follows = (asked.follows)(self.piece, rest.piece).clamp(-MOST_WORDS, MOST_WORDS);
        let odds = odds + WORDS * follows + quotes + stands;
        may_be(odds + heard, OF_ALL)?;
        may_be(odds + self.topic(rest, heard, asked), 0.0)
    }

    /// What the words of the rest say for its being of the text that breaks off, and not of the one in which it stands.
    fn topic(&self, rest: &Rest, heard: f32, asked: &Asked) -> f32 {
        let there = rest.there(asked);
        let (mut sum, mut all) = (0.0, 0.0);
        for (piece, length, told) in &there.texts {
            sum += (self.recall(*piece, asked) - told) * length;
            all += length;
        }
        OF_ALL * sum / f32::max(all, 1.0)
            + OF_OTHER * there.whole
            + heard
            + HEARD_THERE * there.heard
    }

    /// The same paragraph stands below several rests.
    fn recall(&self, piece: usize, asked: &Asked) -> f32 {
        let mut known = self.recalls.borrow_mut();
        *known.entry(piece).or_insert_with(|| (asked.recall)(&self.told, piece))
    }
}

fn heard(told: &Told, piece: usize, asked: &Asked) -> f32 {
    (asked.heard)(told, piece).ln_1p().min(MOST_HEARD)
}

impl<'a> Rest<'a> {
    pub fn of(other: &'a Draft, from: usize, features: &[Features]) -> Self {
        let looks = looks(other, from, features);
        let piece = other.parts[from].1;
        Self { other, from, piece, looks, stands: OnceCell::new(), there: OnceCell::new() }
    }

    /// Whether it goes on with the paragraph above it, and whether that breaks off.
    fn stands(&self, asked: &Asked) -> f32 {
        *self.stands.get_or_init(|| {
            let above = self.from.checked_sub(1).map(|above| self.other.parts[above]);
            let Some((Label::Body, above)) = above else { return 0.0 };
            let seam = (asked.bond)(above, self.piece).max(LEAST_BELOW);
            let odds = FOLLOWS_THERE * seam.min(MOST_THERE);
            let breaks_off = asked.features[above].stop == Stop::Open;
            odds + if breaks_off { WANTED + GOES_ON_THERE * seam.min(MOST) } else { 0.0 }
        })
    }

    fn there(&self, asked: &Asked) -> &There {
        self.there.get_or_init(|| {
            let (other, piece) = (self.other, self.piece);
            let told = other.told(self.from, asked);
            let texts = other.parts[self.from..].iter().take_while(|part| part.0 == Label::Body);
            let text = |&(_, piece): &(Label, usize)| {
                (piece, asked.features[piece].len as f32, (asked.recall)(&told, piece))
            };
            let mut whole = other.last_texts(other.parts.len());
            whole.retain(|other| *other != piece);
            whole.extend(&other.headline);
            There {
                texts: texts.take(MOST_TEXTS).map(text).collect(),
                whole: (asked.recall)(&(asked.told)(&whole), piece),
                heard: heard(&told, piece, asked),
            }
        })
    }
}

/// What a piece and its place say for its being a rest, whatever it is the rest of.
fn looks(other: &Draft, from: usize, features: &[Features]) -> f32 {
    let rest = &features[other.parts[from].1];
    let has_text = other.parts[..from].iter().any(|part| part.0 == Label::Body);
    let above = from.checked_sub(1).map(|above| other.parts[above].0);
    let below = other.parts.get(from + 1).map(|below| below.0);
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
        + when(is_signed(other, from, features), SIGNED)
        + when(rest.stop == Stop::Open, OPEN)
}

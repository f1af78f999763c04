//! Which texts look like this one? One character differs, and its strokes are nearly the same.

use crate::find::Row;
use crate::mark::is_mark;
use crate::numeral::is_numeral;
use crate::order;
use crate::pattern::{Element, Pattern};
use crate::words::Words;

/// What characters look like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shapes {
    /// Characters in ascending order, and where their strokes end in `ink`; of some none are known.
    pub ends: Vec<(u16, u32)>,
    /// The strokes of one character behind those of another, each one of h 横, s 竖, p 撇, n 捺/点, z 折.
    pub ink: Vec<u8>,
    /// Characters that are known to be taken for one another.
    pub groups: Vec<Vec<u16>>,
}

/// A place where all characters of the term stand but one.
#[derive(Clone, Copy)]
struct Miss {
    /// Which one.
    at: u16,
    /// What stands there.
    unit: u16,
    start: u32,
}

/// Share of the strokes that may differ.
const LIMIT: f32 = 0.30;
/// The same where two other characters of the query stand as they are.
const LIMIT_LONG: f32 = 0.45;
/// The same where nothing else is known: 星 and 国 differ in a third.
const LIMIT_ALONE: f32 = 0.2;
/// What the distance of characters of one group counts.
const KNOWN: f32 = 0.5;

/// What a text counts beside one where a word of the documents takes in the other character.
const NO_WORD: f32 = 0.03;
/// Of two texts that are so nearly as likely to be meant, neither is.
const TIED: f32 = 0.9;

/// 的 了 和 与 及 是 在 为 不 也: in a text that is no word, one of them is a word by itself.
const PARTICLES: [u16; 10] =
    [0x7684, 0x4E86, 0x548C, 0x4E0E, 0x53CA, 0x662F, 0x5728, 0x4E3A, 0x4E0D, 0x4E5F];

/// Longer terms are sentences, which are found by their parts.
const LONGEST: usize = 40;

impl Miss {
    /// By what stands where, then by place.
    fn key(self) -> u64 {
        u64::from(self.at) << 48 | u64::from(self.unit) << 32 | u64::from(self.start)
    }

    fn of_key(key: u64) -> Self {
        Self { at: (key >> 48) as u16, unit: (key >> 32) as u16, start: key as u32 }
    }
}

/// Where a term stands but for one character.
pub(crate) struct Likeness {
    pub starts: Vec<u32>,
    /// Share of the strokes that differ.
    pub distance: f32,
}

impl Shapes {
    /// The places of the text that was most likely meant by `term`, if there is one such text and not several:
    /// one that looks much like it, that is a word, and that stands often. Where it is shown `beside` the term
    /// itself, what belongs to the word next to it is none.
    pub fn find(&self, row: &Row, words: &Words, term: &[u16], beside: bool) -> Option<Likeness> {
        if term.len() > LONGEST {
            return None;
        }
        // A mark tells nothing of what was meant.
        let places: Vec<usize> = (0..term.len()).filter(|at| !is_mark(term[*at])).collect();
        let order = order::by_key(&places, |at| row.count_of(term[*at]));
        let [rarest, second, ..] = order[..] else { return None };
        let mut misses = Vec::new();
        // The character that differs is not the rarest, or it is: then the second rarest stands.
        misses_around(row, term, rarest, None, &mut misses);
        misses_around(row, term, second, Some(rarest), &mut misses);
        order::ascending(&mut misses);
        let misses: Vec<Miss> = misses.into_iter().map(Miss::of_key).collect();
        let limit = if places.len() > 2 { LIMIT_LONG } else { LIMIT };
        let mut best = Likely::default();
        let mut second = 0.0;
        let mut own = Own::default();
        let mut text = term.to_vec();
        for same in misses.chunk_by(|a, b| (a.at, a.unit) == (b.at, b.unit)) {
            let Miss { at, unit, .. } = same[0];
            let at = usize::from(at);
            if own.unit != term[at] {
                own = self.own(term[at]);
            }
            let Some(distance) = self.distance(&own, unit, limit) else { continue };
            text[at] = unit;
            let is_word = takes_in(&text, at, words);
            text[at] = term[at];
            let kind = if is_word { 1.0 } else { NO_WORD };
            // Strokes alone are near by chance: of what is known to be mistaken, any text will do.
            let may_be_chance = !is_word && !own.known.contains(&unit);
            if may_be_chance && PARTICLES.contains(&unit) {
                continue;
            }
            let mut starts: Vec<u32> = same.iter().map(|miss| miss.start).collect();
            if beside || may_be_chance {
                starts.retain(|start| {
                    !is_of_neighbour(row, words, *start as usize, term.len(), at, beside)
                });
            }
            let likelihood = starts.len() as f32 * kind * slip(distance);
            if likelihood > best.likelihood {
                second = best.likelihood;
                best = Likely { likelihood, distance, starts };
            } else if likelihood > second {
                second = likelihood;
            }
        }
        let Likely { likelihood, distance, starts } = best;
        let is_one = likelihood > 0.0 && second < likelihood * TIED;
        is_one.then_some(Likeness { starts, distance })
    }

    /// Whether two different characters look alike by themselves, with no text around them to tell.
    pub fn are_alike(&self, a: u16, b: u16) -> bool {
        [a, b].into_iter().all(may_differ) && self.distance(&self.own(a), b, LIMIT_ALONE).is_some()
    }

    /// What is known of a character.
    fn own(&self, unit: u16) -> Own<'_> {
        let groups = self.groups.iter().filter(|group| group.contains(&unit));
        Own { unit, strokes: self.strokes(unit), known: groups.flatten().copied().collect() }
    }

    fn strokes(&self, unit: u16) -> Option<&[u8]> {
        let at = self.ends.binary_search_by_key(&unit, |(own, _)| *own).ok()?;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before].1);
        self.ink.get(start as usize..self.ends[at].1 as usize).filter(|strokes| !strokes.is_empty())
    }

    /// Share of the strokes in which two different characters differ, from 0 (all the same) up; `None` where
    /// they do not look alike.
    fn distance(&self, own: &Own, other: u16, limit: f32) -> Option<f32> {
        let known = own.known.contains(&other);
        let (Some(a), Some(b)) = (own.strokes, self.strokes(other)) else {
            return known.then_some(LIMIT * KNOWN);
        };
        let longest = a.len().max(b.len()).max(1) as f32;
        // 厂 and 广 differ in a third, by one stroke.
        let most = (limit * longest).max(1.0);
        if !known && a.len().abs_diff(b.len()) as f32 > most {
            return None;
        }
        let strokes = edits(a, b) as f32;
        let distance = strokes / longest;
        (known || strokes <= most).then_some(if known { distance * KNOWN } else { distance })
    }
}

/// A text that may have been meant.
#[derive(Default)]
struct Likely {
    likelihood: f32,
    distance: f32,
    starts: Vec<u32>,
}

/// How often a character is taken for another one at this distance, beside one of the same strokes.
fn slip(distance: f32) -> f32 {
    let half = (1.0 - distance) * (1.0 - distance);
    half * half * half * half
}

/// Whether the character at `at` stands in a word.
fn takes_in(text: &[u16], at: usize, words: &Words) -> bool {
    let from = at.saturating_sub(Words::LONGEST - 1);
    (from..=at).any(|start| {
        let longest = text.len().min(start + Words::LONGEST);
        (at.max(start + 1) + 1..=longest).any(|end| words.hold(&text[start..end]))
    })
}

/// A character of the query, looked up once.
#[derive(Default)]
struct Own<'a> {
    unit: u16,
    strokes: Option<&'a [u8]>,
    /// The characters that it is taken for.
    known: Vec<u16>,
}

/// Looks around every place of the character `fixed`; where `open` is given, only that one may differ.
fn misses_around(
    row: &Row,
    term: &[u16],
    fixed: usize,
    open: Option<usize>,
    misses: &mut Vec<u64>,
) {
    let mut look = |place: usize| {
        let Some(start) = place.checked_sub(fixed) else { return };
        let Some(window) = row.units.get(start..start + term.len()) else { return };
        let mut other = None;
        for at in 0..window.len() {
            if window[at] != term[at] && other.replace(at).is_some() {
                return;
            }
        }
        let Some(at) = other.filter(|other| open.is_none_or(|open| open == *other)) else { return };
        let (unit, own) = (window[at], term[at]);
        // 三十日 is no slip for 二十日.
        let is_number = [unit, own].into_iter().all(is_numeral);
        if [unit, own].into_iter().all(may_differ) && !is_number && !is_counted(term, at) {
            misses.push(Miss { at: at as u16, unit, start: start as u32 }.key());
        }
    };
    row.each(&Element::Unit(term[fixed]), &mut |base, places| {
        places.iter().for_each(|at| look(base + usize::from(*at)));
    });
}

/// Whether characters of these strokes look alike, in whatever term they stand.
#[cfg(feature = "build")]
pub(crate) fn are_near(a: &[u8], b: &[u8]) -> bool {
    let limit = LIMIT * a.len().max(b.len()) as f32;
    a.len().abs_diff(b.len()) as f32 <= limit && edits(a, b) as f32 <= limit
}

/// Whether the character stands beside a digit: what is counted is read with its number.
fn is_counted(term: &[u16], at: usize) -> bool {
    let near = &term[at.saturating_sub(1)..term.len().min(at + 2)];
    near.iter().any(|unit| u8::try_from(*unit).is_ok_and(|byte| byte.is_ascii_digit()))
}

/// Whether the character that differs at an edge of a place is half of a word with its neighbour outside: 运城支 is
/// no slip for 运城市 before 队.
fn is_of_neighbour(
    row: &Row,
    words: &Words,
    start: usize,
    length: usize,
    at: usize,
    beside: bool,
) -> bool {
    let first = match at {
        0 => start.checked_sub(1),
        at => (at + 1 == length).then_some(start + at),
    };
    let pair = first.and_then(|first| row.units.get(first..first + 2));
    let Some(pair) = pair else { return false };
    let is_repeated = || beside && row.occurrences(&Pattern::literal(pair)).len() > 1;
    pair.iter().all(|unit| may_differ(*unit)) && (words.hold(pair) || is_repeated())
}

/// Whether it may be taken for another: no digit, letter or mark.
fn may_differ(unit: u16) -> bool {
    unit >= 0x80 && !is_mark(unit)
}

/// Levenshtein's distance.
fn edits(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = change.min(corner + 1).min(row[j] + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strokes_of_misread_pairs_are_near() {
        assert_eq!(edits(b"nhhzspn", b"nnhhszhspn"), 3);
        assert_eq!(edits(b"hsh", b"hsh"), 0);
        assert_eq!(edits(b"", b"hs"), 2);
    }
}

//! Which texts look like this one? One character differs, and its strokes are nearly the same.

use crate::find::Row;
use crate::fold::NONE;
use crate::pattern::Element;

/// What characters look like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shapes {
    /// The strokes of a character, each one of h 横, s 竖, p 撇, n 捺/点, z 折; in ascending order.
    pub strokes: Vec<(u16, String)>,
    /// Characters that are known to be taken for one another.
    pub groups: Vec<Vec<u16>>,
}

/// Share of the strokes that may differ.
const LIMIT: f32 = 0.34;
/// The same where two other characters of the query stand as they are.
const LIMIT_LONG: f32 = 0.45;
/// What the distance of characters of one group counts.
const KNOWN: f32 = 0.5;

/// Where a term stands but for one character.
pub(crate) struct Likeness {
    pub starts: Vec<u32>,
    /// Share of the strokes that differ.
    pub distance: f32,
}

impl Shapes {
    /// The places of the text that looks most like `term`, if there is one such text and not several.
    pub fn find(&self, row: &Row, term: &[u16]) -> Option<Likeness> {
        let mut order: Vec<usize> = (0..term.len()).collect();
        order.sort_by_key(|at| row.count(&Element::Unit(term[*at])));
        let [rarest, second, ..] = order[..] else { return None };
        if row.holds(term[order.get(1).copied()?]) {
            let mut near = Near { shapes: self, term, best: None, tied: false, starts: Vec::new() };
            // The character that differs is not the rarest, or it is: then the second rarest stands.
            if row.holds(term[rarest]) {
                near.around(row, rarest, None);
            }
            near.around(row, second, Some(rarest));
            let (_, _, distance) = near.best.filter(|_| !near.tied)?;
            near.starts.sort_unstable();
            return Some(Likeness { starts: near.starts, distance });
        }
        None
    }

    /// Share of the strokes in which two different characters differ, from 0 (all the same) up; `None` where
    /// they do not look alike.
    fn distance(&self, a: u16, b: u16, limit: f32) -> Option<f32> {
        let known = self.groups.iter().any(|group| group.contains(&a) && group.contains(&b));
        let strokes = |unit: u16| {
            let at = self.strokes.binary_search_by_key(&unit, |(own, _)| *own).ok()?;
            Some(self.strokes[at].1.as_bytes())
        };
        match (strokes(a), strokes(b)) {
            (Some(a), Some(b)) => {
                let distance = edits(a, b) as f32 / a.len().max(b.len()).max(1) as f32;
                (known || distance <= limit).then_some(if known {
                    distance * KNOWN
                } else {
                    distance
                })
            }
            _ => known.then_some(LIMIT * KNOWN),
        }
    }
}

struct Near<'a> {
    shapes: &'a Shapes,
    term: &'a [u16],
    /// Which character differs, what stands there, and how much they differ.
    best: Option<(usize, u16, f32)>,
    tied: bool,
    starts: Vec<u32>,
}

impl Near<'_> {
    /// Looks around every place of the character `fixed`; where `open` is given, only that one may differ.
    fn around(&mut self, row: &Row, fixed: usize, open: Option<usize>) {
        row.each(&Element::Unit(self.term[fixed]), |at| {
            let Some(start) = at.checked_sub(fixed) else { return };
            let Some(window) = row.units.get(start..start + self.term.len()) else { return };
            let mut other = None;
            for at in 0..window.len() {
                if window[at] != self.term[at] && other.replace(at).is_some() {
                    return;
                }
            }
            if let Some(other) = other
                && open.is_none_or(|open| open == other)
            {
                self.meet(start as u32, other, window[other]);
            }
        });
    }

    fn meet(&mut self, start: u32, at: usize, unit: u16) {
        if let Some((best, other, _)) = self.best
            && (best, other) == (at, unit)
        {
            return self.starts.push(start);
        }
        if unit == NONE || is_ascii(unit) || is_ascii(self.term[at]) {
            return;
        }
        let limit = if self.term.len() > 2 { LIMIT_LONG } else { LIMIT };
        let Some(distance) = self.shapes.distance(self.term[at], unit, limit) else { return };
        match self.best {
            Some((_, _, best)) if distance > best => {}
            Some((_, _, best)) if distance == best => self.tied = true,
            _ => {
                (self.best, self.tied) = (Some((at, unit, distance)), false);
                self.starts = vec![start];
            }
        }
    }
}

fn is_ascii(unit: u16) -> bool {
    unit < 0x80
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

//! Where does a pattern stand? The rarest element first, then the rest around it.

use crate::index::{Index, Near, inner};
use crate::order;
use crate::pattern::{Element, Pattern};
use crate::pinyin::Sounds;
use std::sync::{PoisonError, RwLock};

/// Units looked at together: a block without the unit is passed over in a few vector instructions.
const BLOCK: usize = 64;

/// A second element is marked as well where it has less than so many times the places of the rarest.
const MARKED: u32 = 6;

/// Elements that are marked beside the rarest, where that one is a set: behind them so few places are left that a
/// look at the text takes less.
const MOST_MARKED: usize = 2;

/// Takes a place, more places behind it, and whether other elements were looked up near them.
type PutNear<'a> = dyn FnMut(usize, &[u16], bool) + 'a;

/// A row of units, with what helps to find something in it.
pub(crate) struct Row {
    pub units: Vec<u16>,
    /// How often each unit stands in it.
    counts: Vec<u32>,
    /// Grows in idle moments, while others search.
    index: RwLock<Index>,
}

impl Row {
    /// `counts` says of each unit how often it stands in the row.
    pub fn new(units: Vec<u16>, counts: Vec<u32>, sounds: &Sounds) -> Self {
        let index = RwLock::new(Index::new(&counts, sounds));
        Self { units, counts, index }
    }

    pub fn count(&self, element: &Element) -> u64 {
        element.units().iter().map(|unit| u64::from(self.counts[usize::from(*unit)])).sum()
    }

    pub fn count_of(&self, unit: u16) -> u32 {
        self.counts[usize::from(unit)]
    }

    /// Indexes some more of the row; says whether there is still more to do.
    pub fn index_more(&self) -> bool {
        self.index.write().unwrap_or_else(PoisonError::into_inner).extend(&self.units)
    }

    /// Starts of all occurrences, overlapping ones too, in ascending order.
    pub fn occurrences(&self, pattern: &Pattern) -> Vec<u32> {
        let mut starts = Vec::new();
        let count = |at: &usize| self.count(&pattern.elements[*at]) as u32;
        let all: Vec<usize> = (0..pattern.len()).collect();
        let order = order::by_key(&all, count);
        let Some((rarest, others)) = order.split_first() else { return starts };
        let (rarest, element) = (*rarest, &pattern.elements[*rarest]);
        if others.is_empty() && pattern.is_open() {
            starts.reserve(count(&rarest) as usize);
            self.each(element, &mut |base, places| {
                starts.extend(places.iter().map(|at| base as u32 + u32::from(*at)));
            });
            return starts;
        }
        // Marking a place takes a fraction of a look at the text around another one.
        let most = if element.units().len() > 1 { MOST_MARKED } else { 1 };
        let near = others.iter().take(most).filter(|at| count(at) / MARKED <= count(&rarest));
        let near = near.map(|at| (&pattern.elements[*at], *at as isize - rarest as isize));
        let near: Vec<Near> = near.collect();
        let is_done = others.len() == near.len() && pattern.is_open();
        let (units, inner) = (&self.units[..], inner(&near));
        self.each_near(element, &near, &mut |base, places, marked| {
            for at in places {
                let Some(start) = (base + usize::from(*at)).checked_sub(rarest) else { continue };
                let is_sure = is_done && marked && inner.contains(&(*at as isize));
                if is_sure || pattern.stands_at(units, start, others) {
                    starts.push(start as u32);
                }
            }
        });
        starts
    }

    /// Whether it is too long to be gone through for what is only nice to have.
    pub fn is_long(&self) -> bool {
        self.units.len() >= crate::index::WORTH
    }

    /// Calls `put` with a place and more places behind it that hold a unit which `element` accepts, all in
    /// ascending order. A call a place would cost more than what is done there, and to be generic in `put` some
    /// kilobytes of wasm.
    pub fn each(&self, element: &Element, put: &mut dyn FnMut(usize, &[u16])) {
        self.each_near(element, &[], &mut |base, places, _| put(base, places));
    }

    /// The same; where `put` is told so, without places that lack one of `near` so many units behind.
    fn each_near(&self, element: &Element, near: &[Near], put: &mut PutNear) {
        if self.count(element) == 0 {
            return;
        }
        let index = self.index.read().unwrap_or_else(PoisonError::into_inner);
        index.each_near(element, near, &mut |base, places| put(base, places, true));
        let mut places = [0; BLOCK];
        let covered = index.covered();
        for (number, row) in self.units[covered..].chunks(BLOCK).enumerate() {
            let mut count = 0;
            let mut note = |at: usize| {
                places[count] = at as u16;
                count += 1;
            };
            match element {
                // No early return within the block, so that the compiler can compare many units at once.
                Element::Unit(unit)
                    if !row.iter().fold(false, |found, own| found | (own == unit)) => {}
                _ => (0..row.len()).filter(|at| element.accepts(row[*at])).for_each(&mut note),
            }
            if count > 0 {
                put(covered + number * BLOCK, &places[..count], false);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::Set;
    use std::rc::Rc;

    fn rows() -> [Row; 2] {
        let units: Vec<u16> = (0..140_000u64).map(|n| (n * n / 7 % 11 + 1) as u16).collect();
        let mut counts = vec![0; 1 << 16];
        units.iter().for_each(|unit| counts[usize::from(*unit)] += 1);
        let [plain, indexed] =
            [0; 2].map(|_| Row::new(units.clone(), counts.clone(), &Sounds::default()));
        while indexed.index_more() {}
        [plain, indexed]
    }

    #[test]
    fn agrees_with_trying_every_place() {
        for row in rows() {
            for length in 1..6 {
                for at in (0..row.units.len() - length).step_by(4_999) {
                    let needle = &row.units[at..at + length];
                    let naive =
                        (0..row.units.len()).filter(|at| row.units[*at..].starts_with(needle));
                    let naive: Vec<u32> = naive.map(|at| at as u32).collect();
                    assert_eq!(row.occurrences(&Pattern::literal(needle)), naive);
                }
            }
            assert!(row.occurrences(&Pattern::literal(&[99])).is_empty());
        }
    }

    #[test]
    fn elements_of_several_units_agree_too() {
        for row in rows() {
            let pattern = Pattern::of(vec![
                Element::Any(Rc::new(Set::of(&[(2, 1.0), (5, 1.0), (99, 1.0)]))),
                Element::Unit(1),
                Element::Any(Rc::new(Set::of(&[(3, 1.0), (1, 1.0), (60_000, 1.0)]))),
            ]);
            let fits = |w: &[u16]| [2, 5].contains(&w[0]) && w[1] == 1 && [1, 3].contains(&w[2]);
            let naive: Vec<u32> = row
                .units
                .windows(3)
                .enumerate()
                .filter(|(_, window)| fits(window))
                .map(|(at, _)| at as u32)
                .collect();
            assert!(!naive.is_empty());
            assert_eq!(row.occurrences(&pattern), naive);
            // Three sets: both others are marked beside the rarest one.
            let sets = [&[2, 7, 8][..], &[3, 4, 6], &[1, 9]];
            let any = |units: &[u16]| {
                let members: Vec<(u16, f32)> = units.iter().map(|unit| (*unit, 1.0)).collect();
                Element::Any(Rc::new(Set::of(&members)))
            };
            let fits = |w: &[u16]| sets.iter().zip(w).all(|(set, unit)| set.contains(unit));
            let windows = row.units.windows(sets.len()).enumerate();
            let naive = windows.filter(|(_, window)| fits(window)).map(|(at, _)| at as u32);
            let naive: Vec<u32> = naive.collect();
            assert!(!naive.is_empty());
            assert_eq!(row.occurrences(&Pattern::of(sets.map(any).to_vec())), naive);
            // Of one element, with units that do not stand there before and behind those that do.
            let members = [0, 2, 99, 60_000].map(|unit| (unit, 1.0));
            let one = Pattern::of(vec![Element::Any(Rc::new(Set::of(&members)))]);
            let naive = row.units.iter().enumerate().filter(|(_, unit)| **unit == 2);
            let naive: Vec<u32> = naive.map(|(at, _)| at as u32).collect();
            assert_eq!(row.occurrences(&one), naive);
        }
    }
}

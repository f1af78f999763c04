//! Where does a pattern stand? The rarest element first, then the rest around it.

use crate::index::Index;
use crate::order;
use crate::pattern::{Element, Pattern};
use std::sync::{PoisonError, RwLock};

/// Units looked at together: a block without the unit is passed over in a few vector instructions.
const BLOCK: usize = 64;

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
    pub fn new(units: Vec<u16>, counts: Vec<u32>) -> Self {
        Self { units, counts, index: RwLock::default() }
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
        let rarity = |at: &usize| self.count(&pattern.elements[*at]);
        let Some(rarest) = (0..pattern.len()).min_by_key(rarity) else { return starts };
        let units = &self.units[..];
        let element = &pattern.elements[rarest];
        match pattern.needle() {
            Some(_) if pattern.len() == 1 => {
                starts.reserve(self.count(element) as usize);
                self.each(element, &mut |base, places| {
                    starts.extend(places.iter().map(|at| base as u32 + u32::from(*at)));
                });
            }
            Some(needle) => {
                // The unit beside the rarest settles most cases.
                let beside = if rarest == 0 { 1 } else { rarest - 1 };
                self.each(element, &mut |base, places| {
                    for at in places {
                        let Some(start) = (base + usize::from(*at)).checked_sub(rarest) else {
                            continue;
                        };
                        if units.get(start + beside) == Some(&needle[beside])
                            && units[start..].starts_with(&needle)
                        {
                            starts.push(start as u32);
                        }
                    }
                });
            }
            None => {
                let mut others: Vec<usize> =
                    (0..pattern.len()).filter(|at| *at != rarest).collect();
                others = order::by_key(&others, |at| self.count(&pattern.elements[*at]) as u32);
                self.each(element, &mut |base, places| {
                    let before =
                        places.iter().map(|at| (base + usize::from(*at)).checked_sub(rarest));
                    let stands = |start: &usize| pattern.stands_at(units, *start, &others);
                    starts.extend(before.flatten().filter(stands).map(|start| start as u32));
                });
            }
        }
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
        if self.count(element) == 0 {
            return;
        }
        let index = self.index.read().unwrap_or_else(PoisonError::into_inner);
        index.each(element, put);
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
                put(covered + number * BLOCK, &places[..count]);
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
        let [plain, indexed] = [0; 2].map(|_| Row::new(units.clone(), counts.clone()));
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
                Element::Any(Rc::new(Set::of(vec![2, 5, 99]))),
                Element::Unit(1),
                Element::Any(Rc::new(Set::of(vec![3, 1]))),
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
        }
    }
}

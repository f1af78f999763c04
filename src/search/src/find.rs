//! Where does a pattern stand? The rarest element first, then the rest around it.

use crate::index::Index;
use crate::pattern::{Element, Pattern};

/// Units looked at together: a block without the unit is passed over in a few vector instructions.
const BLOCK: usize = 64;

/// A row of units, with what helps to find something in it.
pub(crate) struct Row {
    pub units: Vec<u16>,
    /// How often each unit stands in it.
    counts: Vec<u32>,
    index: Index,
}

impl Row {
    pub fn new(units: Vec<u16>) -> Self {
        let mut counts = vec![0; 1 << 16];
        for unit in &units {
            counts[usize::from(*unit)] += 1;
        }
        Self { units, counts, index: Index::default() }
    }

    pub fn count(&self, element: &Element) -> u64 {
        element.units().iter().map(|unit| u64::from(self.counts[usize::from(*unit)])).sum()
    }

    pub fn count_of(&self, unit: u16) -> u32 {
        self.counts[usize::from(unit)]
    }

    /// Indexes some more of the row; says whether there is still more to do.
    pub fn index_more(&mut self) -> bool {
        self.index.extend(&self.units)
    }

    /// Starts of all occurrences, overlapping ones too, in ascending order.
    pub fn occurrences(&self, pattern: &Pattern) -> Vec<u32> {
        let mut starts = Vec::new();
        self.each_occurrence(pattern, &mut |start| starts.push(start));
        starts
    }

    /// Calls `put` with every start, in ascending order. A call through a pointer costs less than the many
    /// copies of this that each kind of `put` would bring into the wasm.
    pub fn each_occurrence(&self, pattern: &Pattern, put: &mut dyn FnMut(u32)) {
        let rarity = |at: &usize| self.count(&pattern.elements[*at]);
        let Some(rarest) = (0..pattern.len()).min_by_key(rarity) else { return };
        let units = &self.units[..];
        let element = &pattern.elements[rarest];
        match pattern.needle() {
            Some(_) if pattern.len() == 1 => self.each(element, &mut |at| put(at as u32)),
            Some(needle) => self.each(element, &mut |at| {
                // The unit beside the rarest settles most cases.
                let beside = if rarest == 0 { 1 } else { rarest - 1 };
                let Some(start) = at.checked_sub(rarest) else { return };
                if units.get(start + beside) == Some(&needle[beside])
                    && units[start..].starts_with(&needle)
                {
                    put(start as u32);
                }
            }),
            None => self.each(element, &mut |at| {
                if let Some(start) = at.checked_sub(rarest)
                    && pattern.stands_at(units, start, rarest)
                {
                    put(start as u32);
                }
            }),
        }
    }

    /// Whether it is too long to be gone through for what is only nice to have.
    pub fn is_long(&self) -> bool {
        self.units.len() >= crate::index::WORTH
    }

    /// Calls `put` with every place of a unit that `element` accepts, in ascending order.
    pub fn each(&self, element: &Element, put: &mut dyn FnMut(usize)) {
        if self.count(element) == 0 {
            return;
        }
        let indexed = self.index.each(element, put);
        let rest = &self.units[indexed..];
        match element {
            Element::Unit(unit) => each_unit(rest, *unit, &mut |at| put(indexed + at)),
            Element::Any(set) => {
                let hits = rest.iter().enumerate().filter(|(_, unit)| set.holds(**unit));
                hits.for_each(|(at, _)| put(indexed + at));
            }
        }
    }
}

fn each_unit(units: &[u16], unit: u16, put: &mut dyn FnMut(usize)) {
    for (block, row) in units.chunks(BLOCK).enumerate() {
        // No early return within the block, so that the compiler can compare many units at once.
        if row.iter().fold(false, |found, other| found | (*other == unit)) {
            let hits = row.iter().enumerate().filter(|(_, other)| **other == unit);
            hits.for_each(|(at, _)| put(block * BLOCK + at));
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
        let [plain, mut indexed] = [Row::new(units.clone()), Row::new(units)];
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

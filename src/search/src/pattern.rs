//! What is looked for? A row of elements, each a unit or one of several.

use crate::numeral::{is_inside, is_numeral};
use crate::order;
use std::rc::Rc;

/// Units that an element accepts: a bit for each of the 65,536.
#[derive(Clone)]
pub(crate) struct Set {
    bits: Vec<u64>,
    /// In ascending order.
    pub units: Vec<u16>,
    /// Those that count less than one, in ascending order, and a bit for each of them: most texts have none.
    rare: Vec<(u16, f32)>,
    rare_bits: Vec<u64>,
}

/// Words of 64 bits that have one for each number that a unit can be.
const WORDS: usize = (1 << 16) / 64;

impl Set {
    /// Of units and what each counts; of those that come twice the greater worth.
    pub fn of(members: &[(u16, f32)]) -> Self {
        let [bits, rare_bits] = [0; 2].map(|_| vec![0; WORDS]);
        let mut set = Self { bits, units: Vec::new(), rare: Vec::new(), rare_bits };
        for (unit, worth) in order::by_key(members, |(unit, _)| u32::from(*unit)) {
            let again = set.units.last() == Some(&unit);
            let before = match set.rare.last() {
                _ if !again => 0.0,
                Some((rare, worth)) if *rare == unit => *worth,
                _ => 1.0,
            };
            if worth <= before {
                continue;
            }
            if again {
                set.rare.pop();
            } else {
                set.bits[usize::from(unit >> 6)] |= 1 << (unit & 63);
                set.units.push(unit);
            }
            if worth < 1.0 {
                set.rare.push((unit, worth));
            }
        }
        let Self { rare, rare_bits, .. } = &mut set;
        rare.iter().for_each(|(unit, _)| rare_bits[usize::from(unit >> 6)] |= 1 << (unit & 63));
        set
    }

    fn worth(&self, unit: u16) -> f32 {
        if !self.holds(unit) {
            return 0.0;
        }
        if self.rare_bits[usize::from(unit >> 6)] >> (unit & 63) & 1 == 0 {
            return 1.0;
        }
        let at = self.rare.partition_point(|(rare, _)| *rare < unit);
        self.rare.get(at).filter(|(rare, _)| *rare == unit).map_or(1.0, |(_, worth)| *worth)
    }

    #[inline]
    pub fn holds(&self, unit: u16) -> bool {
        self.bits[usize::from(unit >> 6)] >> (unit & 63) & 1 == 1
    }
}

#[derive(Clone)]
pub(crate) enum Element {
    Unit(u16),
    /// Shared, since one query may try the same set in many patterns.
    Any(Rc<Set>),
}

impl Element {
    #[inline]
    pub fn accepts(&self, unit: u16) -> bool {
        match self {
            Self::Unit(own) => *own == unit,
            Self::Any(set) => set.holds(unit),
        }
    }

    /// What a unit counts that it accepts.
    fn worth(&self, unit: u16) -> f32 {
        match self {
            Self::Unit(_) => 1.0,
            Self::Any(set) => set.worth(unit),
        }
    }

    /// The units that it accepts.
    pub fn units(&self) -> &[u16] {
        match self {
            Self::Unit(own) => std::slice::from_ref(own),
            Self::Any(set) => &set.units,
        }
    }
}

/// Never empty, and no element accepts the end of a part.
#[derive(Clone)]
pub(crate) struct Pattern {
    pub elements: Vec<Element>,
    /// Whether a numeral may not stand right before or right behind, because the pattern begins or ends with
    /// a number of its own.
    pub closed: (bool, bool),
}

impl Pattern {
    pub fn of(elements: Vec<Element>) -> Self {
        Self { elements, closed: (false, false) }
    }

    pub fn literal(units: &[u16]) -> Self {
        Self::of(units.iter().map(|unit| Element::Unit(*unit)).collect())
    }

    pub fn len(&self) -> usize {
        self.elements.len()
    }

    /// Whether it may stand beside numerals.
    pub fn is_open(&self) -> bool {
        self.closed == (false, false)
    }

    /// What a text counts where it stands.
    pub fn worth_of(&self, text: &[u16]) -> f32 {
        self.elements.iter().zip(text).map(|(element, unit)| element.worth(*unit)).product()
    }

    /// Whether it stands at `start`; only the elements of `order` are looked at, the others are known to fit.
    #[inline]
    pub fn stands_at(&self, units: &[u16], start: usize, order: &[usize]) -> bool {
        let Some(window) = units.get(start..start + self.len()) else { return false };
        order.iter().all(|at| self.elements[*at].accepts(window[*at]))
            && (self.is_open() || self.is_closed_at(units, start))
    }

    fn is_closed_at(&self, units: &[u16], start: usize) -> bool {
        let free = |at: Option<usize>| {
            at.is_none_or(|at| {
                !units.get(at).is_some_and(|unit| is_numeral(*unit)) && !is_inside(units, at)
            })
        };
        (!self.closed.0 || free(start.checked_sub(1)))
            && (!self.closed.1 || free(Some(start + self.len())))
    }
}

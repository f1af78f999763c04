//! What is looked for? A row of elements, each a unit or one of several.

use crate::order;
use std::rc::Rc;

/// Units that an element accepts: a bit for each of the 65,536.
#[derive(Clone)]
pub(crate) struct Set {
    bits: Vec<u64>,
    /// In ascending order.
    pub units: Vec<u16>,
}

impl Set {
    pub fn of(units: Vec<u16>) -> Self {
        let mut units = order::by_key(&units, |unit| u32::from(*unit));
        units.dedup();
        let mut bits = vec![0; 1 << 10];
        for unit in &units {
            bits[usize::from(*unit >> 6)] |= 1 << (unit & 63);
        }
        Self { bits, units }
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

    /// The units, where it is a plain row of them.
    pub fn needle(&self) -> Option<Vec<u16>> {
        let unit = |element: &Element| match element {
            Element::Unit(unit) => Some(*unit),
            Element::Any(_) => None,
        };
        let open = self.closed == (false, false);
        self.elements.iter().map(unit).collect::<Option<Vec<u16>>>().filter(|_| open)
    }

    /// Whether it stands at `start`; only the elements of `order` are looked at, the others are known to fit.
    #[inline]
    pub fn stands_at(&self, units: &[u16], start: usize, order: &[usize]) -> bool {
        let Some(window) = units.get(start..start + self.len()) else { return false };
        order.iter().all(|at| self.elements[*at].accepts(window[*at]))
            && (self.closed == (false, false) || self.is_closed_at(units, start))
    }

    fn is_closed_at(&self, units: &[u16], start: usize) -> bool {
        let free = |at: Option<usize>| {
            !at.and_then(|at| units.get(at)).is_some_and(|unit| crate::numeral::is_numeral(*unit))
        };
        (!self.closed.0 || free(start.checked_sub(1)))
            && (!self.closed.1 || free(Some(start + self.len())))
    }
}

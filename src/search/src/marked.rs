//! Where does a term stand with marks between its characters? 十五五规划 in “十五五”规划: nobody types the paper's
//! quotation marks.

use crate::answer::{Hit, Tier};
use crate::engine::{Engine, Plan};
use crate::fold::Level;
use crate::mark::is_around;
use crate::pattern::Element;
use crate::query::Term;
use crate::term::{Found, Place};

impl Engine {
    /// What comes nearest where nothing holds the query as it stands: all that hold it with marks between its
    /// characters, above what holds parts of it.
    pub(crate) fn nearest(&self, mut plan: Plan) -> Vec<Hit> {
        for (number, term) in plan.terms.iter().enumerate() {
            self.add_marked(term, number as u16, &mut plan.founds[number]);
        }
        let mut hits = self.hits(&plan);
        hits.iter().for_each(|hit| plan.allowed[hit.document] = false);
        let rest = self.partial(&plan);
        let best = rest.first().map_or(0.0, |best| best.score);
        for hit in &mut hits {
            hit.tier = Tier::Partial;
            hit.score += best;
        }
        hits.extend(rest);
        hits
    }

    /// Adds the places of a term with marks in it to those without, in documents that have none of these.
    fn add_marked(&self, term: &Term, number: u16, found: &mut Found) {
        let folded = self.folded();
        let mut units = self.fold().units(&term.text, Level::Class);
        units.retain(|unit| !is_around(*unit));
        let rarest = (0..units.len()).min_by_key(|at| folded.row.count_of(units[*at]));
        let Some(rarest) = rarest.filter(|_| units.len() > 1) else { return };
        let mut taken = vec![false; self.documents().len()];
        found.places.iter().for_each(|place| taken[place.document as usize] = true);
        let (head, tail) = (&units[..=rarest], &units[rarest..]);
        let row = &folded.row.units[..];
        let mut cursor = folded.cursor(0);
        let mut more: Vec<Place> = Vec::new();
        let mut look = |at: usize| {
            let before = length(&mut row[..=at].iter().rev(), &mut head.iter().rev())?;
            let behind = length(&mut row[at..].iter(), &mut tail.iter())?;
            let (start, end) = ((at + 1 - before) as u32, (at + behind) as u32);
            more.last().is_none_or(|last| last.end <= start).then_some(())?;
            let (part, own) = cursor.advance(start);
            let (document, tier, worth) = (own.document, Tier::Partial, 1.0);
            more.push(Place { start, end, part, document, term: number, tier, worth });
            Some(())
        };
        folded.row.each(&Element::Unit(units[rarest]), &mut |base, places| {
            places.iter().for_each(|at| _ = look(base + usize::from(*at)));
        });
        more.retain(|place| !taken[place.document as usize]);
        more.iter().for_each(|place| taken[place.document as usize] = true);
        found.places = crate::order::by_key(&[&found.places[..], &more].concat(), |own| own.start);
        let holders = taken.iter().filter(|taken| **taken).count();
        found.rarity = folded.weights.rarity(holders);
    }
}

/// How many units of the row the term takes that begins there, with marks between its own.
fn length(
    row: &mut dyn Iterator<Item = &u16>,
    term: &mut dyn Iterator<Item = &u16>,
) -> Option<usize> {
    let mut wanted = term.next()?;
    for (at, unit) in row.enumerate() {
        if unit == wanted {
            match term.next() {
                Some(next) => wanted = next,
                None => return Some(at + 1),
            }
        } else if !is_around(*unit) {
            return None;
        }
    }
    None
}

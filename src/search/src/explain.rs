//! Why does a hit have its score? Every factor of it.

use crate::answer::{Hit, Tier};
use crate::document::Field;
use crate::engine::{Engine, Options, smallest_gap};
use crate::order;
use crate::query::Query;
use crate::rank::adjacency;
use crate::term::Place;
use std::fmt;

#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    pub terms: Vec<Share>,
    /// What the sum of the shares is multiplied by for terms that stand side by side; 1 for one term.
    pub adjacency: f32,
    pub score: f32,
}

/// What one term adds.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    pub text: String,
    pub tier: Tier,
    /// Places by field.
    pub counts: [u32; Field::COUNT],
    /// Inverse document frequency.
    pub rarity: f32,
    /// What a place counts beside one of the text itself.
    pub worth: f32,
    pub share: f32,
}

impl Engine {
    /// The score of a document that holds every term of `query`; `None` for others.
    pub fn explain(&self, query: &Query, document: usize) -> Option<Explanation> {
        let query = &*self.bare(query);
        // Words of letters count as one where that is how the document was found.
        let exact = Options { exact_only: true, ..Options::default() };
        let holds = |hit: &Hit| hit.document == document;
        let spelled = self.spelled(query);
        let spelled = spelled.filter(|_| !self.search_all(query, exact).hits.iter().any(holds));
        let own = spelled.and_then(|spelled| self.explain_all(&spelled.query, document));
        own.or_else(|| self.explain_all(query, document))
    }

    fn explain_all(&self, query: &Query, document: usize) -> Option<Explanation> {
        let plan = self.plan(query, Options::default());
        let mut all: Vec<Place> = Vec::new();
        let mut terms = Vec::new();
        for (term, found) in plan.terms.iter().zip(&plan.founds) {
            let own = found.places.iter().filter(|place| place.document as usize == document);
            let own: Vec<Place> = own.copied().collect();
            let tier = own.iter().map(|place| place.tier).min()?;
            let mut counts = [0; Field::COUNT];
            for place in &own {
                counts[self.folded().parts[place.part as usize].field.index()] += 1;
            }
            let worth = own.iter().map(|place| place.worth).fold(0.0, f32::max);
            let share = self.share(document, &own, found.rarity);
            let text = term.text.clone();
            terms.push(Share { text, tier, counts, rarity: found.rarity, worth, share });
            all.extend(own);
        }
        let all = order::by_key(&all, |place| place.start);
        let adjacency = smallest_gap(&all).map_or(1.0, adjacency);
        let score = terms.iter().map(|share| share.share).sum::<f32>() * adjacency;
        (!terms.is_empty()).then_some(Explanation { terms, adjacency, score })
    }
}

/// One line a term, then the whole.
impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Share { text, tier, counts, rarity, worth, share } in &self.terms {
            writeln!(
                f,
                "{share:.3}  {text} ({tier:?}, places {counts:?}, rarity {rarity:.3}, worth {worth:.2})"
            )?;
        }
        write!(f, "{:.3}  together, × {:.3} for adjacency", self.score, self.adjacency)
    }
}

//! Which documents hold one term, and how well? The short way for the most frequent of all queries: spots are
//! counted document by document, and become matches only for the hits that are shown.

use crate::answer::{Answer, Hit, Match, Tier};
use crate::document::Field;
use crate::engine::Engine;
use crate::order;
use crate::spot::{Needle, Spot, Spots};
use crate::stretch::Stretch;

/// What is known of one document so far.
struct Tally {
    document: u32,
    tier: Tier,
    counts: [u32; Field::COUNT],
    worth: f32,
}

impl Tally {
    fn of(document: u32) -> Self {
        Self { document, tier: Tier::Partial, counts: [0; Field::COUNT], worth: 0.0 }
    }
}

/// A hit before it is put in order.
struct Candidate {
    document: u32,
    tier: Tier,
    /// Which spots it has.
    group: u8,
    score: f32,
}

/// The documents of a term, counted group by group.
struct Tallies<'a> {
    engine: &'a Engine,
    allowed: &'a [bool],
    group: u8,
    /// For each document whether a group holds it.
    taken: Vec<bool>,
    holders: usize,
    places: usize,
    candidates: Vec<Candidate>,
}

impl Engine {
    /// The answer to one term whose spots are given, with the matches of the first `detailed` hits.
    pub(crate) fn answer_one(
        &self,
        needle: &Needle,
        groups: &[Spots],
        allowed: &[bool],
        detailed: usize,
    ) -> Answer {
        let mut tallies = Tallies {
            engine: self,
            allowed,
            group: 0,
            taken: vec![false; allowed.len()],
            holders: 0,
            places: 0,
            candidates: Vec::new(),
        };
        for (group, spots) in groups.iter().enumerate() {
            tallies.group = group as u8;
            tallies.take(needle, spots);
        }
        let Tallies { holders, places, candidates, .. } = tallies;
        let rarity = self.folded().weights.rarity(holders);
        let order = order::best_first(candidates.iter().map(|own| (own.tier, own.score)));
        let mut hits = Vec::with_capacity(order.len());
        for at in order {
            let Candidate { document, tier, group, score } = candidates[at as usize];
            let document = document as usize;
            let matches = match hits.len() < detailed {
                true => self.matches_in(document, needle, &groups[usize::from(group)]),
                false => Vec::new(),
            };
            hits.push(Hit { document, tier, score: score * rarity, matches });
        }
        Answer { hits, places }
    }

    /// The matches of some spots within one document.
    fn matches_in(&self, document: usize, needle: &Needle, spots: &Spots) -> Vec<Match> {
        let range = self.folded().range_of(document);
        let range = spots.behind(range.start)..spots.behind(range.end);
        let mut places = Vec::with_capacity(range.len());
        let cursor = self.folded().cursor(document);
        self.each_place(needle, spots, range, cursor, &mut |place| places.push(place));
        self.matches(&places)
    }
}

impl Tallies<'_> {
    /// Counts the spots of a group, leftmost first, none overlapping another.
    fn take(&mut self, needle: &Needle, spots: &Spots) {
        match spots {
            Spots::Alike { starts, of } => {
                let spot = |start: &u32| Spot { start: *start, ..*of };
                self.take_each(needle, starts, spot, of.length == 1);
            }
            Spots::Mixed(spots) => self.take_each(needle, spots, |spot| *spot, false),
        }
    }

    /// Stretch by stretch, for one holds many spots of a frequent term, where most of the time goes by. Spots of
    /// one character that are `alike` overlap nothing: then their number is all that is to be known.
    #[inline]
    fn take_each<S>(
        &mut self,
        needle: &Needle,
        spots: &[S],
        spot: impl Fn(&S) -> Spot,
        alike: bool,
    ) {
        let engine = self.engine;
        let stretches = &engine.folded().stretches[..];
        let (mut at, mut rest, mut free) = (0, spots, 0);
        let mut tally = Tally::of(0);
        while let Some(first) = rest.first() {
            at = Stretch::behind(stretches, at, spot(first).start);
            let stretch = &stretches[at];
            if stretch.document != tally.document {
                self.close(&tally);
                tally = Tally::of(stretch.document);
            }
            let held = rest.iter().take_while(|own| spot(own).start <= stretch.end).count();
            let (own, behind) = rest.split_at(held);
            rest = behind;
            if needle.in_heads && !stretch.field.is_head() {
                continue;
            }
            let count = &mut tally.counts[stretch.field.index()];
            for (before, spot) in own.iter().map(&spot).enumerate() {
                if alike && tally.tier == spot.tier {
                    *count += (held - before) as u32;
                    break;
                }
                if spot.start < free {
                    continue;
                }
                free = spot.start + u32::from(spot.length);
                *count += 1;
                tally.worth = tally.worth.max(spot.worth);
                if spot.tier < tally.tier {
                    tally.tier = tally.tier.min(engine.tier(&spot, needle));
                }
            }
        }
        self.close(&tally);
    }

    fn close(&mut self, tally: &Tally) {
        let document = tally.document as usize;
        if tally.counts == [0; Field::COUNT] {
            return;
        }
        if std::mem::replace(&mut self.taken[document], true) {
            return;
        }
        self.holders += 1;
        if self.allowed[document] {
            let score =
                tally.worth * self.engine.folded().weights.term(document, &tally.counts, 1.0);
            self.places += tally.counts.iter().sum::<u32>() as usize;
            let Tally { document, tier, .. } = *tally;
            self.candidates.push(Candidate { document, tier, group: self.group, score });
        }
    }
}

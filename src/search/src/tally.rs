//! Which documents hold one term, and how well? The short way for the most frequent of all queries: spots are
//! counted document by document, and become matches only for the hits that are shown.

use crate::answer::{Answer, Hit, Match, Tier};
use crate::document::Field;
use crate::engine::Engine;
use crate::order;
use crate::spot::{Needle, Spots};
use crate::stretch::Stretch;

/// What is known of one document so far.
struct Tally {
    document: u32,
    tier: Tier,
    counts: [u32; Field::COUNT],
    worth: f32,
    /// What all its spots count besides.
    factor: f32,
}

impl Tally {
    fn of(document: u32, spots: &Spots) -> Self {
        let factor = spots.worth_in(document);
        Self { document, tier: Tier::Partial, counts: [0; Field::COUNT], worth: 0.0, factor }
    }
}

/// The documents of a term, counted group by group.
struct Tallies<'a> {
    engine: &'a Engine,
    allowed: &'a [bool],
    group: usize,
    /// Of each tier the group whose spots its documents have.
    groups: [usize; Tier::COUNT],
    /// For each document whether a group holds it.
    taken: Vec<bool>,
    holders: usize,
    places: usize,
    /// The hits, as [`order::key`] packs them: there may be one for every document, and each of several looks at
    /// them, in an order that leads all over the memory, would take as long as the sorting.
    keys: Vec<u64>,
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
            groups: [0; _],
            taken: vec![false; allowed.len()],
            holders: 0,
            places: 0,
            keys: Vec::new(),
        };
        for (group, spots) in groups.iter().enumerate() {
            tallies.group = group;
            tallies.take(needle, spots);
        }
        let Tallies { holders, places, groups: of, mut keys, .. } = tallies;
        let rarity = self.folded().weights.rarity(holders);
        order::by_rank(&mut keys);
        let mut hits = Vec::with_capacity(keys.len());
        for key in keys {
            let (tier, score, document) = order::ranked(key);
            let document = document as usize;
            let matches = match hits.len() < detailed {
                true => self.matches_in(document, needle, &groups[of[tier as usize]]),
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
    /// Counts the spots of a group, leftmost first, none overlapping another. Stretch by stretch, for one holds many
    /// spots of a frequent term, where most of the time goes by.
    fn take(&mut self, needle: &Needle, spots: &Spots) {
        let engine = self.engine;
        let stretches = &engine.folded().stretches[..];
        // Spots of one character overlap nothing: then their number is all that is to be known.
        let single = spots.way().filter(|way| way.length == 1).map(|way| way.tier);
        let (mut at, mut from, mut free) = (0, 0, 0);
        let mut tally = Tally::of(0, spots);
        while let Some(first) = spots.starts.get(from) {
            at = Stretch::behind(stretches, at, *first);
            let stretch = &stretches[at];
            if stretch.document != tally.document {
                self.close(&tally);
                tally = Tally::of(stretch.document, spots);
            }
            let end = from + stretch.count(&spots.starts[from..]);
            let own = std::mem::replace(&mut from, end)..end;
            if needle.in_heads && !stretch.field.is_head() {
                continue;
            }
            let count = &mut tally.counts[stretch.field.index()];
            for at in own {
                if single == Some(tally.tier) {
                    *count += (end - at) as u32;
                    break;
                }
                let spot = spots.at(at);
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
            let share = self.engine.folded().weights.term(document, &tally.counts, 1.0);
            let score = tally.worth * tally.factor * share;
            self.places += tally.counts.iter().sum::<u32>() as usize;
            self.groups[tally.tier as usize] = self.group;
            self.keys.push(order::key(tally.tier, score, tally.document));
        }
    }
}

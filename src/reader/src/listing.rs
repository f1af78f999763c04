//! What is shown? The articles that query and filters leave, and the counts beside each filter.

use crate::catalog::{Catalog, Item};
use crate::facet::Facet;
use crate::route::{Pick, Route};
use search::Hit;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// Best first where there is a query, in print order else.
    pub entries: Vec<Entry>,
    pub groups: Vec<Group>,
    /// Articles that the query finds and the filters hide.
    pub hidden: usize,
    /// Places where the query stands, in all that is shown.
    pub places: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Index into the catalog.
    pub item: usize,
    /// Index into the hits, where there is a query.
    pub hit: Option<usize>,
}

/// One facet's values with the number of articles that each would show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub facet: Facet,
    pub values: Vec<Value>,
    /// Articles that count under several values of this facet: by so many the counts exceed the total.
    pub shared: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    pub name: String,
    pub count: usize,
    pub picked: bool,
}

/// `hits` is `None` where there is no query. A facet's counts hold for the query and the picks of the other
/// facets, so that each count is what one more tick in that facet would show.
pub fn list(catalog: &Catalog, hits: Option<&[Hit]>, route: &Route, edition: &str) -> Listing {
    let entries: Vec<Entry> = match hits {
        Some(hits) => {
            let entry = |(at, hit): (usize, &Hit)| Entry { item: hit.document, hit: Some(at) };
            hits.iter().enumerate().map(entry).collect()
        }
        None => {
            let all = catalog.items.iter().enumerate();
            let here = all.filter(|(_, item)| item.edition.key == edition);
            here.map(|(item, _)| Entry { item, hit: None }).collect()
        }
    };
    let groups = Facet::ALL.map(|facet| group(facet, catalog, &entries, route, edition));
    let found = entries.len();
    let passes = |entry: &Entry| passes(&catalog.items[entry.item], &route.picks, None);
    let entries: Vec<Entry> = entries.into_iter().filter(passes).collect();
    let places = entries.iter().filter_map(|entry| Some(hits?[entry.hit?].matches.len())).sum();
    Listing { hidden: found - entries.len(), entries, groups: groups.into(), places }
}

/// Whether an item has, for each facet with picks but `except`, one of the picked values.
fn passes(item: &Item, picks: &[Pick], except: Option<Facet>) -> bool {
    Facet::ALL.into_iter().filter(|facet| Some(*facet) != except).all(|facet| {
        let mut wanted = picks.iter().filter(|pick| pick.facet == facet).peekable();
        wanted.peek().is_none() || wanted.any(|pick| item.values(facet).contains(&pick.value))
    })
}

fn group(
    facet: Facet,
    catalog: &Catalog,
    entries: &[Entry],
    route: &Route,
    edition: &str,
) -> Group {
    let here = catalog.items.iter().filter(|item| item.edition.key == edition);
    let mut values: Vec<Value> = Vec::new();
    let count = |values: &mut Vec<Value>, name: &String, by: usize| match values
        .iter_mut()
        .find(|value| value.name == *name)
    {
        Some(value) => value.count += by,
        None => {
            let picked = route.is_picked(facet, name);
            values.push(Value { name: name.clone(), count: by, picked });
        }
    };
    // Every value of the edition stays in sight at zero: a list that jumps about is hard to use.
    for name in here.flat_map(|item| item.values(facet)) {
        count(&mut values, name, 0);
    }
    let mut shared = 0;
    for entry in entries {
        let item = &catalog.items[entry.item];
        if passes(item, &route.picks, Some(facet)) {
            item.values(facet).iter().for_each(|name| count(&mut values, name, 1));
            shared += item.values(facet).len() - 1;
        }
    }
    for pick in route.picks.iter().filter(|pick| pick.facet == facet) {
        count(&mut values, &pick.value, 0);
    }
    let first = catalog.items.iter().find(|item| item.edition.key == edition);
    let region = first.map_or(&[][..], |item| &item.edition.region_counties);
    values.sort_by_key(|value| facet.rank(&value.name, region));
    Group { facet, values, shared }
}

//! What is shown? The articles that query and filters leave, and the counts beside each filter.

mod carried;

pub use self::carried::Carried;
use crate::catalog::{Catalog, Item};
use crate::facet::Facet;
use crate::order;
use crate::route::{Pick, Route};
use search::{Hit, Tier};
use std::collections::HashMap;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// Best first where there is a query, in print order else.
    pub entries: Vec<Entry>,
    pub groups: Vec<Group>,
    /// Articles that the query finds and the filters hide.
    pub hidden: usize,
    /// Places where the query stands, in all that is shown.
    pub places: usize,
    /// Whether anything found, shown or hidden, only sounds, looks or partly reads like the query.
    pub loose: bool,
    /// How the articles shown were found; all zero where there is no query.
    pub tiers: Tiers,
}

/// Articles by tier, in the order of [`Tier`].
pub type Tiers = [usize; Tier::COUNT];

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

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Value {
    pub name: String,
    pub count: usize,
    /// Of `count`, those found in each tier; all zero where there is no query.
    pub tiers: Tiers,
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
    let tier = |entry: &Entry| Some(hits?.get(entry.hit?)?.tier);
    let found: Vec<(&Item, Option<Tier>)> =
        entries.iter().map(|entry| (&catalog.items[entry.item], tier(entry))).collect();
    let here = |item: &&Item| item.edition.key == edition;
    // Every value of what the list may hold stays in sight at zero: a list that jumps about is hard to use. A query looks
    // through all issues: what the one shown has and nothing found has, too, would only be in the way.
    let is_of_all = hits.is_some() && catalog.editions().nth(1).is_some() && !found.is_empty();
    let seen: Vec<&Item> = match is_of_all {
        // All of it is counted anyway.
        true if route.picks.is_empty() => Vec::new(),
        true => found.iter().map(|(item, _)| *item).collect(),
        false => catalog.items.iter().filter(here).collect(),
    };
    // Where no article is of another day than its issue, the same lines would stand there twice.
    let is_issues = |item: &&Item| item.values(Facet::Day) == item.values(Facet::Issue);
    let days_tell = !seen.iter().all(is_issues)
        || !found.iter().all(|(item, _)| is_issues(item))
        || route.picks.iter().any(|pick| pick.facet == Facet::Day);
    let facets = Facet::ALL.into_iter().filter(|facet| *facet != Facet::Day || days_tell);
    let groups = facets.map(|facet| group(facet, catalog, &found, route, edition, &seen)).collect();
    let found = found.len();
    let loose = hits.is_some_and(|hits| hits.iter().any(|hit| hit.tier > Tier::Folded));
    let passes = |entry: &Entry| passes(&catalog.items[entry.item], &route.picks, None);
    let entries: Vec<Entry> = entries.into_iter().filter(passes).collect();
    let places = entries.iter().filter_map(|entry| Some(hits?[entry.hit?].matches.len())).sum();
    let mut tiers = Tiers::default();
    entries.iter().filter_map(tier).for_each(|tier| tiers[tier as usize] += 1);
    Listing { hidden: found - entries.len(), entries, groups, places, loose, tiers }
}

/// Whether an item has, for each facet with picks but `except`, one of the picked values.
fn passes(item: &Item, picks: &[Pick], except: Option<Facet>) -> bool {
    Facet::ALL.into_iter().filter(|facet| Some(*facet) != except).all(|facet| {
        let mut wanted = picks.iter().filter(|pick| pick.facet == facet).peekable();
        wanted.peek().is_none()
            || wanted.any(|pick| item.values(facet).iter().any(|value| pick.means(facet, value)))
    })
}

fn group<'a>(
    facet: Facet,
    catalog: &'a Catalog,
    found: &[(&'a Item<'a>, Option<Tier>)],
    route: &'a Route,
    edition: &str,
    seen: &[&'a Item<'a>],
) -> Group {
    let mut values = Values { facet, route, at: HashMap::new(), all: Vec::new() };
    for name in seen.iter().flat_map(|item| item.values(facet)) {
        values.of(name);
    }
    let mut shared = 0;
    for (item, tier) in found.iter().filter(|(item, _)| passes(item, &route.picks, Some(facet))) {
        for name in item.values(facet) {
            let value = values.of(name);
            value.count += 1;
            if let Some(tier) = tier {
                value.tiers[*tier as usize] += 1;
            }
        }
        shared += item.values(facet).len() - 1;
    }
    for pick in route.picks.iter().filter(|pick| pick.facet == facet) {
        if !values.all.iter().any(|value| pick.means(facet, &value.name)) {
            values.of(&pick.value);
        }
    }
    let mut values = values.all;
    let first = catalog.items.iter().find(|item| item.edition.key == edition);
    let region = first.map_or(&[][..], |item| &item.edition.region_counties);
    order::by_key(&mut values, |value| facet.rank(&value.name, region));
    Group { facet, values, shared }
}

/// The values of a facet in order of first sight.
struct Values<'a> {
    facet: Facet,
    route: &'a Route,
    /// A large archive has thousands of authors: looking through all of them for each would be felt.
    at: HashMap<&'a str, usize>,
    all: Vec<Value>,
}

impl<'a> Values<'a> {
    fn of(&mut self, name: &'a str) -> &mut Value {
        let all = &mut self.all;
        let at = *self.at.entry(name).or_insert_with(|| {
            let picked = self.route.is_picked(self.facet, name);
            all.push(Value { name: name.to_owned(), picked, ..Value::default() });
            all.len() - 1
        });
        &mut all[at]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facet::NO_COUNTY;
    use edition::{Article, ArticleId, CountyTag, Edition, Fact, Kind, Library, Page};
    use search::Match;

    fn article(id: &str, counties: &[&str], rubric: Option<&str>) -> Article {
        let tag = |name: &&str| CountyTag {
            name: (*name).to_owned(),
            today: None,
            code: 0,
            evidence: Vec::new(),
        };
        Article {
            rubric: rubric.map(str::to_owned),
            counties: counties.iter().map(tag).collect(),
            ..Article::new(ArticleId::of(id, 0), Kind::News)
        }
    }

    pub fn library() -> Library {
        let articles = vec![
            article("甲", &["绛县"], Some("简讯")),
            article("乙", &["绛县", "夏县"], None),
            article("丙", &[], Some("简讯")),
        ];
        let page = Page { articles, ..Page::default() };
        let edition = Edition { key: "一".to_owned(), pages: vec![page], ..Edition::default() };
        Library { editions: vec![edition], ..Library::default() }
    }

    fn shown(library: &Library, hits: Option<&[Hit]>, fragment: &str) -> Listing {
        list(&Catalog::of(library), hits, &Route::parse(fragment), "一")
    }

    fn counts(listing: &Listing, facet: Facet) -> Vec<(&str, usize)> {
        let group = listing.groups.iter().find(|group| group.facet == facet).unwrap();
        group.values.iter().map(|value| (value.name.as_str(), value.count)).collect()
    }

    fn items(listing: &Listing) -> Vec<usize> {
        listing.entries.iter().map(|entry| entry.item).collect()
    }

    fn hit(document: usize, matches: u32) -> Hit {
        let found = |start| Match { part: 0, start, end: start + 1 };
        let matches = (0..matches).map(found).collect();
        Hit { document, tier: Tier::Exact, score: 1.0, matches }
    }

    #[test]
    fn without_query_and_filters_all_is_there_in_print_order() {
        let library = library();
        let listing = shown(&library, None, "#/");
        assert_eq!(items(&listing), [0, 1, 2]);
        assert_eq!(counts(&listing, Facet::County), [("绛县", 2), ("夏县", 1), (NO_COUNTY, 1)]);
    }

    #[test]
    fn counts_add_up_to_the_total_and_what_is_shared() {
        let library = library();
        for fragment in ["#/", "#/?section=简讯", "#/?county=夏县", "#/?county=未标县&section=简讯"]
        {
            let listing = shown(&library, None, fragment);
            for group in &listing.groups {
                let sum: usize = group.values.iter().map(|value| value.count).sum();
                let others = Route::parse(fragment);
                let picks = others.picks.into_iter().filter(|pick| pick.facet != group.facet);
                let route = Route { picks: picks.collect(), ..Route::default() };
                let total = list(&Catalog::of(&library), None, &route, "一").entries.len();
                assert_eq!(sum, total + group.shared, "{fragment} {:?}", group.facet);
            }
        }
    }

    #[test]
    fn values_of_one_facet_add_and_facets_narrow() {
        let library = library();
        assert_eq!(items(&shown(&library, None, "#/?county=夏县&county=未标县")), [1, 2]);
        let narrow = shown(&library, None, "#/?county=绛县&section=简讯");
        assert_eq!(items(&narrow), [0]);
        assert_eq!(narrow.hidden, 2);
        assert_eq!(counts(&narrow, Facet::County), [("绛县", 1), ("夏县", 0), (NO_COUNTY, 1)]);
    }

    #[test]
    fn a_query_brings_its_own_order_and_counts_its_places() {
        let library = library();
        let hits = [hit(2, 3), hit(0, 1)];
        let listing = shown(&library, Some(&hits), "#/?q=荷");
        assert_eq!(items(&listing), [2, 0]);
        assert_eq!(listing.places, 4);
        let filtered = shown(&library, Some(&hits), "#/?q=荷&county=绛县");
        assert_eq!((items(&filtered), filtered.hidden, filtered.places), (vec![0], 1, 1));
        assert_eq!(filtered.entries[0].hit, Some(1));
    }

    #[test]
    fn every_tier_is_counted_by_itself() {
        let library = library();
        let hits = [hit(2, 3), Hit { tier: Tier::Pinyin, ..hit(0, 1) }];
        let listing = shown(&library, Some(&hits), "#/?q=荷");
        assert!(listing.loose);
        assert_eq!(listing.tiers, [1, 0, 1, 0, 0]);
        let section = listing.groups.iter().find(|group| group.facet == Facet::Section).unwrap();
        let briefs = section.values.iter().find(|value| value.name == "简讯").unwrap();
        assert_eq!((briefs.count, briefs.tiers), (2, [1, 0, 1, 0, 0]));
    }

    #[test]
    fn days_are_offered_where_they_are_not_those_of_the_issues() {
        let day = |day| edition::MonthDay::new(5, day).unwrap();
        let mut library = library();
        library.editions[0].date =
            Some(Fact::given(edition::Date { year: Some(1987), day: day(4) }));
        let has_days = |library: &Library, fragment| {
            let groups = shown(library, None, fragment).groups;
            groups.iter().any(|group| group.facet == Facet::Day)
        };
        assert!(!has_days(&library, "#/"));
        assert!(has_days(&library, "#/?day=1987年5月4日"), "what is picked stays");
        library.editions[0].pages[0].articles[1].dateline = Some(day(3));
        assert!(has_days(&library, "#/") && has_days(&library, "#/?section=简讯"));
    }

    #[test]
    fn a_query_is_narrowed_to_a_paper_and_to_an_issue() {
        let edition = |key: &str, paper: &str, year| {
            let day = edition::MonthDay::new(5, 4).unwrap();
            let page = Page { articles: vec![article(key, &[], None)], ..Page::default() };
            Edition {
                key: key.to_owned(),
                paper: Some(Fact::given(paper.to_owned())),
                date: Some(Fact::given(edition::Date { year: Some(year), day })),
                pages: vec![page],
                ..Edition::default()
            }
        };
        let editions = vec![
            edition("一", "河口日报", 1987),
            edition("二", "汾城报", 1988),
            edition("三", "河口日报", 1988),
        ];
        let library = Library { editions, ..Library::default() };
        let hits = [hit(0, 1), hit(2, 1)];
        let all = shown(&library, Some(&hits), "#/?q=荷");
        assert_eq!(counts(&all, Facet::Paper), [("河口日报", 2)]);
        let issues = [("1987年5月4日", 1), ("1988年5月4日", 1)];
        assert_eq!(counts(&all, Facet::Issue), issues);
        let one = shown(&library, Some(&hits), "#/?q=荷&issue=1987年5月4日");
        assert_eq!((items(&one), counts(&one, Facet::Issue)), (vec![2], issues.to_vec()));
        assert_eq!(counts(&one, Facet::Paper)[0], ("河口日报", 1));
        // What the issue shown has is no value of what is found elsewhere.
        let elsewhere = shown(&library, Some(&[hit(1, 1)]), "#/?q=荷");
        assert_eq!(counts(&elsewhere, Facet::Issue), [("1988年5月4日", 1)]);
        let filtered = shown(&library, Some(&[hit(1, 1), hit(2, 1)]), "#/?q=荷&paper=汾城报");
        assert_eq!(counts(&filtered, Facet::Issue), [("1987年5月4日", 0), ("1988年5月4日", 1)]);
        // Without a query the list is of one paper.
        assert_eq!(counts(&shown(&library, None, "#/"), Facet::Paper), [("河口日报", 1)]);
    }

    #[test]
    fn counties_of_one_name_are_those_of_their_regions() {
        let edition = |key: &str, region: &str| {
            let page =
                Page { articles: vec![article(key, &["鼓楼区"], None)], ..Page::default() };
            Edition {
                key: key.to_owned(),
                region: Some(Fact::given(region.to_owned())),
                region_counties: vec!["鼓楼区".to_owned()],
                pages: vec![page],
                ..Edition::default()
            }
        };
        let editions = vec![edition("一", "徐州市"), edition("二", "开封市")];
        let library = Library { editions, ..Library::default() };
        let hits = [hit(0, 1), hit(1, 1)];
        let listing = shown(&library, Some(&hits), "#/?q=荷");
        let both = [("鼓楼区（开封市）", 1), ("鼓楼区（徐州市）", 1)];
        let mut found = counts(&listing, Facet::County);
        found.sort_unstable();
        assert_eq!(found, both);
        assert_eq!(items(&shown(&library, Some(&hits), "#/?q=荷&county=鼓楼区（徐州市）")), [1]);
        assert_eq!(items(&shown(&library, Some(&hits), "#/?q=荷&county=鼓楼区")), [0, 1]);
    }

    #[test]
    fn a_picked_value_that_nothing_has_stays_to_be_cleared() {
        let library = library();
        let listing = shown(&library, None, "#/?county=鹿邑县");
        assert!(listing.entries.is_empty());
        assert!(counts(&listing, Facet::County).contains(&("鹿邑县", 0)));
    }
}

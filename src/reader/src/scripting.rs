//! What can a script in the page ask? `window.banxin.search(query, options)`, as `banxin.d.ts` describes it.
//!
//! Plain objects both ways; offsets count UTF-16 code units, as JavaScript's strings do.

use crate::catalog::{Catalog, Item};
use crate::facet::Facet;
use crate::listing::{self, Tiers};
use crate::route::{Pick, Route};
use crate::state::opened;
use crate::tier;
use crate::view::issue_line;
use search::{Engine, Field, Hit, Match, Query, Reason, Tier};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// What a script sees as an object. A map of the standard library would bring a tree or a table of its own, and a
/// sort, into the wasm.
type Object<K, V> = Vec<(K, V)>;

/// The second argument.
#[derive(Debug, Deserialize)]
#[serde(default)]
pub struct Request {
    /// Only what stands in the text as asked for.
    exact: bool,
    /// Hits returned at most; all are counted.
    limit: usize,
    /// Says for each hit how its score came about.
    explain: bool,
    /// Values by facet: of one facet any, of several facets all.
    #[serde(deserialize_with = "read_object")]
    filters: Object<String, Vec<String>>,
}

impl Request {
    /// The names of the fields; any other is an error, so that a misspelt one is not passed over.
    pub const KEYS: [&str; 4] = ["exact", "limit", "explain", "filters"];
    /// What they are, as an error says it.
    pub const SHAPE: &str = "exact and explain are booleans, limit is a whole number, filters an object of lists of strings";
}

impl Default for Request {
    fn default() -> Self {
        Self { exact: false, limit: 50, explain: false, filters: Vec::new() }
    }
}

#[derive(Debug, Serialize)]
pub struct Reply {
    query: String,
    /// Articles found, whatever the limit.
    total: usize,
    /// Places in all of them.
    places: usize,
    hits: Vec<ReplyHit>,
    #[serde(serialize_with = "write_object")]
    facets: Object<&'static str, Vec<ReplyValue>>,
    /// Queries near this one, where nothing is found.
    suggestions: Vec<ReplySuggestion>,
}

#[derive(Debug, Serialize)]
struct ReplyHit {
    id: &'static str,
    edition: &'static str,
    title: String,
    source: String,
    /// The fragment that opens the article at its first hit.
    href: String,
    tier: &'static str,
    score: f32,
    matches: Vec<ReplyMatch>,
    excerpt: Vec<ReplyPiece>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<String>,
}

#[derive(Debug, Serialize)]
struct ReplyMatch {
    part: u32,
    field: &'static str,
    start: usize,
    end: usize,
    text: String,
}

#[derive(Debug, Serialize)]
struct ReplyPiece {
    text: String,
    #[serde(rename = "match")]
    is_match: bool,
}

#[derive(Debug, Serialize)]
struct ReplyValue {
    value: String,
    count: usize,
    #[serde(serialize_with = "write_object")]
    tiers: Object<&'static str, usize>,
}

#[derive(Debug, Serialize)]
struct ReplySuggestion {
    query: String,
    reason: &'static str,
    hits: usize,
}

/// Characters of an excerpt.
const EXCERPT: usize = 60;

/// # Errors
/// A filter that is no facet; the sentence says which there are.
pub fn reply(
    catalog: &Catalog<'static>,
    engine: &Engine,
    text: &str,
    request: &Request,
) -> Result<Reply, String> {
    let query = Query::parse(text);
    let found = catalog.hits(engine, &query, request.exact);
    let route = Route { picks: picks(&request.filters)?, ..Route::default() };
    let listing = listing::list(catalog, Some(&found), &route, "");
    let shown = listing.entries.iter().take(request.limit);
    let hits = shown.filter_map(|entry| {
        let hit = &found[entry.hit?];
        let route = Route { query: text.to_owned(), exact: request.exact, ..route.clone() };
        let explanation = request.explain.then(|| engine.explain(&query, hit.document));
        let explanation = explanation.flatten().map(|explanation| explanation.to_string());
        Some(reply_hit(&catalog.items[entry.item], engine, hit, &route, explanation))
    });
    let facets = listing.groups.iter().map(|group| {
        let value = |value: &listing::Value| ReplyValue {
            value: value.name.clone(),
            count: value.count,
            tiers: tiers(&value.tiers),
        };
        (group.facet.key(), group.values.iter().map(value).collect())
    });
    let suggestions = if listing.entries.is_empty() { engine.suggest(text) } else { Vec::new() };
    Ok(Reply {
        query: text.to_owned(),
        total: listing.entries.len(),
        places: listing.places,
        hits: hits.collect(),
        facets: facets.collect(),
        suggestions: suggestions.into_iter().map(ReplySuggestion::of).collect(),
    })
}

fn write_object<V: Serialize, S: Serializer>(
    object: &[(&'static str, V)],
    to: S,
) -> Result<S::Ok, S::Error> {
    to.collect_map(object.iter().map(|(key, value)| (key, value)))
}

fn read_object<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<Object<String, Vec<String>>, D::Error> {
    struct Fields;

    impl<'de> Visitor<'de> for Fields {
        type Value = Object<String, Vec<String>>;

        fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
            to.write_str("an object of lists of texts")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Self::Value, A::Error> {
            let mut object = Vec::new();
            while let Some(field) = fields.next_entry()? {
                object.push(field);
            }
            Ok(object)
        }
    }

    from.deserialize_map(Fields)
}

fn picks(filters: &[(String, Vec<String>)]) -> Result<Vec<Pick>, String> {
    let mut picks = Vec::new();
    for (key, values) in filters {
        let facet = Facet::ALL.into_iter().find(|facet| facet.key() == key).ok_or_else(|| {
            let known = Facet::ALL.map(Facet::key).join(", ");
            format!("filters: there is no facet \"{key}\"; the facets are {known}")
        })?;
        picks.extend(values.iter().map(|value| Pick { facet, value: value.clone() }));
    }
    Ok(picks)
}

fn reply_hit(
    item: &Item<'static>,
    engine: &Engine,
    hit: &Hit,
    route: &Route,
    explanation: Option<String>,
) -> ReplyHit {
    let id = item.article.id.as_str();
    let piece = |piece: &search::Piece| ReplyPiece {
        text: piece.text.to_owned(),
        is_match: piece.is_match,
    };
    ReplyHit {
        id,
        edition: &item.edition.key,
        title: item.title().to_owned(),
        source: issue_line(item),
        href: opened(route, item).to_string(),
        tier: tier_key(hit.tier),
        score: hit.score,
        matches: hit.matches.iter().map(|found| reply_match(item, found)).collect(),
        excerpt: engine.snippet(hit, EXCERPT).pieces.iter().map(piece).collect(),
        explanation,
    }
}

fn reply_match(item: &Item, found: &Match) -> ReplyMatch {
    let part = &item.parts[found.part as usize];
    let (start, end) = (found.start as usize, found.end as usize);
    let units = |text: &str| text.encode_utf16().count();
    let text = &part.text[start..end];
    let before = units(&part.text[..start]);
    ReplyMatch {
        part: found.part,
        field: field_key(part.role.field()),
        start: before,
        end: before + units(text),
        text: text.to_owned(),
    }
}

fn tiers(tiers: &Tiers) -> Object<&'static str, usize> {
    let found = tier::ALL.into_iter().filter(|tier| tiers[*tier as usize] > 0);
    found.map(|tier| (tier_key(tier), tiers[tier as usize])).collect()
}

impl ReplySuggestion {
    fn of(suggestion: search::Suggestion) -> Self {
        let reason = match suggestion.reason {
            Reason::WithoutFilters => "without-filters",
            Reason::WithoutWord => "without-word",
            Reason::NearName => "near-name",
            Reason::OnlyValue => "only-value",
            Reason::OtherValue => "other-value",
        };
        Self { query: suggestion.query, reason, hits: suggestion.hits }
    }
}

fn tier_key(tier: Tier) -> &'static str {
    match tier {
        Tier::Exact => "exact",
        Tier::Folded => "folded",
        Tier::Pinyin => "pinyin",
        Tier::Lookalike => "lookalike",
        Tier::Partial => "partial",
    }
}

fn field_key(field: Field) -> &'static str {
    match field {
        Field::Kicker => "kicker",
        Field::Headline => "headline",
        Field::Subtitle => "subtitle",
        Field::Byline => "byline",
        Field::Subhead => "subhead",
        Field::Caption => "caption",
        Field::Body => "body",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{catalog, engine};
    use crate::library::tables;
    use edition::{
        Article, ArticleId, Block, BlockKind, Correction, Edition, Kind, Library, Page, Span,
    };

    fn ask(query: &str, request: &Request) -> Reply {
        reply(catalog(), engine(), query, request).unwrap()
    }

    #[test]
    fn matches_are_utf_16_ranges_of_the_text_that_they_quote() {
        let reply = ask("的", &Request::default());
        assert!(reply.total > 0 && reply.places >= reply.total);
        for hit in &reply.hits {
            assert!(hit.excerpt.iter().any(|piece| piece.is_match), "{}", hit.title);
            for found in &hit.matches {
                assert_eq!((found.text.as_str(), found.end - found.start), ("的", 1));
            }
        }
    }

    #[test]
    fn the_limit_cuts_the_hits_and_not_the_count() {
        let whole = ask("的", &Request::default());
        let one = ask("的", &Request { limit: 1, ..Request::default() });
        assert_eq!((one.hits.len(), one.total), (1, whole.total));
        assert_eq!(one.hits[0].id, whole.hits[0].id);
    }

    #[test]
    fn a_filter_is_a_facet_or_an_error_that_names_the_facets() {
        let filters = vec![("town".to_owned(), vec!["楚侯乡".to_owned()])];
        let request = Request { filters, ..Request::default() };
        let error = reply(catalog(), engine(), "的", &request).unwrap_err();
        assert_eq!(
            error,
            "filters: there is no facet \"town\"; the facets are paper, county, section, kind, day, issue, month, author"
        );
        let whole = ask("的", &Request::default());
        let (_, kinds) = whole.facets.iter().find(|(key, _)| *key == "kind").unwrap();
        let value = kinds.iter().find(|value| value.count > 0).unwrap();
        let filters = vec![("kind".to_owned(), vec![value.value.clone()])];
        let narrow = ask("的", &Request { filters, ..Request::default() });
        assert_eq!(narrow.total, value.count);
    }

    #[test]
    fn what_was_corrected_is_found_by_what_stood_there() {
        let text = "冻水东岸的荷花开了。";
        let span = Span::new(0, text.len());
        let block = Block { kind: BlockKind::Para, spans: vec![span] };
        let article =
            Article { blocks: vec![block], ..Article::new(ArticleId::of("甲", 0), Kind::News) };
        let correction = Correction { span: Span::new(0, 6), to: "涑水".into() };
        let page = Page {
            text: text.into(),
            articles: vec![article],
            corrections: vec![correction],
            ..Page::default()
        };
        let edition = Edition { pages: vec![page], ..Edition::default() };
        let library = Library { editions: vec![edition], ..Library::default() };
        let catalog: &'static Catalog = Box::leak(Box::new(Catalog::of(Box::leak(library.into()))));
        let engine = Engine::new(catalog.documents(), tables());
        for (asked, shown) in [("冻水", "涑水"), ("荷花", "荷花")] {
            let reply = reply(catalog, &engine, asked, &Request::default()).unwrap();
            let places: Vec<&str> =
                reply.hits[0].matches.iter().map(|found| found.text.as_str()).collect();
            assert_eq!((places, reply.places), (vec![shown], 1));
        }
    }

    #[test]
    fn nothing_found_comes_with_suggestions_and_an_explanation_where_asked() {
        let none = ask("的 紫禁城琉璃瓦", &Request { exact: true, ..Request::default() });
        assert_eq!(none.total, 0);
        assert_eq!(none.suggestions[0].reason, "without-word");
        let explained = ask("的", &Request { explain: true, ..Request::default() });
        assert!(explained.hits[0].explanation.as_ref().unwrap().contains("rarity"));
    }
}

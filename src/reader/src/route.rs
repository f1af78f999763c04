//! What does the address say? Query, filters, article and hit, in the URL fragment.
//!
//! `#/a/rrxmeec8?q=荷&exact=1&county=稷山县&hit=2`: everything is optional, unknown keys are passed over, and
//! anything that a person pastes is some route.

use crate::facet::{Facet, plain};
use form_urlencoded::Serializer;
use std::fmt;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// Key of the edition; the newest where absent.
    pub edition: Option<String>,
    /// Id of the open article; the front page where absent.
    pub article: Option<String>,
    /// What the reader has kept, in place of the front page.
    pub mine: bool,
    pub query: String,
    /// Only what stands in the text as asked for: nothing that merely sounds or looks alike.
    pub exact: bool,
    /// In the order in which they were picked.
    pub picks: Vec<Pick>,
    /// The hit that the reader stands at in the open article, from 0.
    pub hit: usize,
    /// The dump: beside the open article where it is not 0; else that of the edition's page with this number, from 1.
    pub raw: usize,
    /// Words of the open article that the link is about.
    pub quote: Option<String>,
}

/// One value of a facet that the list is narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    pub facet: Facet,
    pub value: String,
}

impl Pick {
    /// Whether it asks for a value: a day without its year, or a county without its region, means all of that name.
    pub fn means(&self, facet: Facet, value: &str) -> bool {
        let short = match facet {
            Facet::Day | Facet::Issue => value.split_once('年').map_or(value, |(_, day)| day),
            Facet::County => plain(value),
            _ => value,
        };
        self.facet == facet && [value, short].contains(&self.value.as_str())
    }
}

const QUERY: &str = "q";
const EDITION: &str = "edition";
const EXACT: &str = "exact";
const HIT: &str = "hit";
const RAW: &str = "raw";
const QUOTE: &str = "quote";

impl Route {
    /// The link to what the reader has kept.
    pub const MINE: &str = "#/mine";

    /// Reads a fragment, with or without its number sign.
    pub fn parse(fragment: &str) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let (path, pairs) = fragment.split_once('?').unwrap_or((fragment, ""));
        let article = path.strip_prefix("/a/").filter(|id| !id.is_empty());
        let mine = path == Self::MINE.trim_start_matches('#');
        let mut route = Self { article: article.map(str::to_owned), mine, ..Self::default() };
        for (key, value) in form_urlencoded::parse(pairs.as_bytes()) {
            route.read(&key, value.into_owned());
        }
        route
    }

    fn read(&mut self, key: &str, value: String) {
        match key {
            QUERY => self.query = value,
            EXACT => self.exact = value != "0",
            EDITION => self.edition = Some(value),
            HIT => self.hit = value.parse::<usize>().map_or(0, |hit| hit.saturating_sub(1)),
            RAW => self.raw = value.parse().unwrap_or(0),
            QUOTE => self.quote = Some(value),
            _ => {
                let facet = Facet::ALL.into_iter().find(|facet| facet.key() == key);
                let pick = facet.map(|facet| Pick { facet, value });
                self.picks.extend(pick.filter(|pick| !self.picks.contains(pick)));
            }
        }
    }

    pub fn is_picked(&self, facet: Facet, value: &str) -> bool {
        self.picks.iter().any(|pick| pick.means(facet, value))
    }

    /// The same list with one filter value switched, the article closed.
    pub fn toggled(&self, facet: Facet, value: &str) -> Self {
        let mut picks = self.picks.clone();
        if self.is_picked(facet, value) {
            picks.retain(|pick| !pick.means(facet, value));
        } else {
            picks.push(Pick { facet, value: value.to_owned() });
        }
        Self { picks, ..self.front() }
    }

    /// The list that this article was opened from.
    pub fn front(&self) -> Self {
        Self { article: None, mine: false, hit: 0, raw: 0, quote: None, ..self.clone() }
    }

    pub fn opened(&self, article: &str) -> Self {
        let article = Some(article.to_owned());
        Self { article, mine: false, hit: 0, quote: None, ..self.clone() }
    }

    /// The same with the dump shown, or not.
    pub fn switched_raw(&self) -> Self {
        Self { raw: usize::from(self.raw == 0), ..self.clone() }
    }

    /// The dump of the edition's page with this number, from 1.
    pub fn raw_page(&self, page: usize) -> Self {
        Self { raw: page, ..self.front() }
    }

    pub fn searched(&self, query: String) -> Self {
        Self { query, ..self.front() }
    }

    /// The same list with or without what merely sounds or looks alike.
    pub fn switched_exact(&self) -> Self {
        Self { exact: !self.exact, ..self.front() }
    }

    pub fn unfiltered(&self) -> Self {
        Self { picks: Vec::new(), ..self.front() }
    }
}

/// The fragment, with its number sign.
impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("#/")?;
        match &self.article {
            Some(article) => write!(f, "a/{article}")?,
            None if self.mine => f.write_str("mine")?,
            None => {}
        }
        let mut pairs = Serializer::new(String::new());
        if let Some(edition) = &self.edition {
            pairs.append_pair(EDITION, edition);
        }
        if !self.query.is_empty() {
            pairs.append_pair(QUERY, &self.query);
        }
        if self.exact {
            pairs.append_pair(EXACT, "1");
        }
        for pick in &self.picks {
            pairs.append_pair(pick.facet.key(), &pick.value);
        }
        if self.hit > 0 {
            pairs.append_pair(HIT, &(self.hit + 1).to_string());
        }
        if self.raw > 0 {
            pairs.append_pair(RAW, &self.raw.to_string());
        }
        if let Some(quote) = &self.quote {
            pairs.append_pair(QUOTE, quote);
        }
        let pairs = pairs.finish();
        if pairs.is_empty() { Ok(()) } else { write!(f, "?{pairs}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let pick = |facet, value: &str| Pick { facet, value: value.to_owned() };
        let route = Route {
            edition: Some("2025-07-24".to_owned()),
            article: Some("rrxmeec8".to_owned()),
            mine: false,
            query: "“八一” & 100%?#+ ".to_owned(),
            exact: true,
            picks: vec![pick(Facet::Section, "政务动态"), pick(Facet::County, "绛县")],
            hit: 4,
            raw: 1,
            quote: Some("渠里有了水*看。".to_owned()),
        };
        assert_eq!(Route::parse(&route.to_string()), route);
        assert_eq!(Route::parse(&Route::default().to_string()), Route::default());
        let mine = Route::parse(Route::MINE);
        assert!(mine.mine && mine.article.is_none() && !mine.front().mine);
        assert_eq!(mine.to_string(), Route::MINE);
    }

    #[test]
    fn a_link_typed_by_hand_is_understood() {
        let route = Route::parse("#/?q=荷&county=稷山县");
        assert_eq!(route.query, "荷");
        assert!(route.is_picked(Facet::County, "稷山县"));
    }

    #[test]
    fn anything_is_some_route() {
        for fragment in ["", "#", "#/a/", "?", "#/a/?q", "%%%", "#top", "#/?hit=-1&hit=x&county"] {
            let route = Route::parse(fragment);
            assert_eq!(Route::parse(&route.to_string()), route, "{fragment}");
        }
    }

    #[test]
    fn the_dump_stays_from_article_to_article_and_goes_with_them() {
        let route = Route::default().opened("rrxmeec8").switched_raw();
        assert_eq!(route.to_string(), "#/a/rrxmeec8?raw=1");
        assert_eq!(route.opened("aaaaaaaa").raw, 1);
        assert_eq!(route.front().raw, 0);
        assert_eq!(route.switched_raw().raw, 0);
        assert_eq!(route.raw_page(2).to_string(), "#/?raw=2");
    }

    #[test]
    fn an_old_link_says_less_and_means_all_of_that_name() {
        let route = Route::parse("#/?day=7月21日&county=鼓楼区");
        assert!(route.is_picked(Facet::Day, "2025年7月21日"));
        assert!(route.is_picked(Facet::Day, "7月21日"));
        assert!(!route.is_picked(Facet::Day, "2025年11月21日"));
        assert!(route.is_picked(Facet::County, "鼓楼区（徐州市）"));
        assert!(route.toggled(Facet::Day, "2024年7月21日").picks.len() == 1);
        let full = Route::parse("#/?day=2025年7月21日");
        assert!(!full.is_picked(Facet::Day, "2024年7月21日"));
    }

    #[test]
    fn a_filter_switched_twice_is_off() {
        let once = Route::default().opened("rrxmeec8").toggled(Facet::Kind, "通讯");
        assert_eq!(once.to_string(), "#/?kind=%E9%80%9A%E8%AE%AF");
        assert_eq!(once.toggled(Facet::Kind, "通讯"), Route::default());
    }
}

//! Which filters go along from one edition to another?

use super::passes;
use crate::catalog::Catalog;
use crate::facet::Facet;
use crate::route::Pick;

/// What of the picks goes along to another edition: all, where it has an article that passes them; else the counties, that
/// whoever follows one sees it from issue to issue; else none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Carried {
    /// All picks, and those of counties, each with the editions that have such an article.
    kept: [(Vec<Pick>, Vec<String>); 2],
}

impl Carried {
    pub fn of(catalog: &Catalog, picks: &[Pick]) -> Self {
        if picks.is_empty() {
            return Self::default();
        }
        let counties: Vec<Pick> =
            picks.iter().filter(|pick| pick.facet == Facet::County).cloned().collect();
        let kept = [picks.to_vec(), counties].map(|picks| {
            let items = catalog.items.iter().filter(|item| passes(item, &picks, None));
            let mut editions: Vec<String> = items.map(|item| item.edition.key.clone()).collect();
            editions.dedup();
            (picks, editions)
        });
        Self { kept }
    }

    pub fn to(&self, edition: &str) -> Vec<Pick> {
        let kept = self.kept.iter().find(|(_, editions)| editions.iter().any(|own| own == edition));
        kept.map(|(picks, _)| picks.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::library;
    use super::*;
    use crate::route::Route;

    #[test]
    fn filters_go_along_where_they_leave_something() {
        let library = library();
        let carried = |fragment: &str, edition| {
            let picks = Route::parse(fragment).picks;
            let picks = Carried::of(&Catalog::of(&library), &picks).to(edition);
            Route { picks, ..Route::default() }
        };
        let same = |fragment: &str| assert_eq!(carried(fragment, "一"), Route::parse(fragment));
        same("#/");
        same("#/?county=绛县&section=简讯");
        assert_eq!(carried("#/?county=绛县&section=文苑", "一"), Route::parse("#/?county=绛县"));
        for (fragment, edition) in [("#/?county=稷山县", "一"), ("#/?county=绛县", "二")] {
            assert_eq!(carried(fragment, edition), Route::default());
        }
    }
}

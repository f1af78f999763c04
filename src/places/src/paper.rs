//! Of which county is a paper?

use crate::fold::fold_text;
use crate::forms::short_county;
use crate::gazetteer::{Unit, gazetteer};
use crate::names::Places;

impl Places {
    /// The one county of the region that the folded name of a paper opens with, in full or short: 安溪县 of 安溪报,
    /// 河口县报. A short name that is the region's, too, is the region's: 承德日报 is no paper of 承德县.
    pub fn county_of_paper(&self, paper: &[char]) -> Option<u64> {
        let region = self.region()?;
        let of_region = short_county(region.name);
        let opens = |name: &str| paper.starts_with(&fold_text(name));
        let units = gazetteer().counties_below(region.code).iter();
        only(units.filter(|unit| {
            let short = short_county(unit.name).filter(|short| Some(short) != of_region.as_ref());
            opens(unit.name) || short.is_some_and(|short| opens(&short))
        }))
    }

    /// The county that a folded line names in full: 中共安溪县委主办.
    pub fn county_in_full(&self, line: &[char]) -> Option<u64> {
        let region = self.region()?;
        let stands = |name: &[char]| line.windows(name.len()).any(|run| run == name);
        let units = gazetteer().counties_below(region.code).iter();
        only(units.filter(|unit| stands(&fold_text(unit.name))))
    }
}

fn only<'u>(mut units: impl Iterator<Item = &'u Unit>) -> Option<u64> {
    let first = units.next()?;
    units.next().is_none().then_some(first.code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::region_named;

    #[test]
    fn a_county_paper_has_its_county_in_its_name() {
        let places = Places::of(region_named("泉州市"));
        let name = |code: Option<u64>| {
            code.and_then(|code| gazetteer().county(code)).map(|unit| unit.name)
        };
        assert_eq!(name(places.county_of_paper(&fold_text("安溪报"))), Some("安溪县"));
        assert_eq!(name(places.county_of_paper(&fold_text("泉州晚报"))), None);
        assert_eq!(name(places.county_in_full(&fold_text("中共安溪县委主办"))), Some("安溪县"));
        let chengde = Places::of(region_named("承德市"));
        assert_eq!(name(chengde.county_of_paper(&fold_text("承德日报"))), None);
        assert_eq!(name(chengde.county_of_paper(&fold_text("承德县报"))), Some("承德县"));
    }
}

//! Which county has this name, or had it? The one of the paper's region before any other.

use crate::former;
use crate::gazetteer::{gazetteer, prefecture_of};
use crate::region::Region;

/// The county's code; `None` where no county has the name, or several elsewhere and none of the region.
pub fn county_named(name: &str, region: Option<Region>) -> Option<u32> {
    let today = gazetteer().counties.iter().filter(|unit| unit.name == name);
    let before = former::names().iter().filter(|old| old.name == name);
    let code = one_of(today.map(|unit| unit.code), region);
    let code = code.or_else(|| one_of(before.map(|old| old.code), region));
    u32::try_from(code?).ok()
}

fn one_of(mut codes: impl Iterator<Item = u64> + Clone, region: Option<Region>) -> Option<u64> {
    let own = |code: &u64| region.is_some_and(|region| prefecture_of(*code) == region.code);
    codes.clone().find(own).or_else(|| codes.next().filter(|_| codes.next().is_none()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::region_named;

    #[test]
    fn the_region_decides_between_counties_of_one_name() {
        assert_eq!(county_named("临猗县", None), Some(140821));
        assert_eq!(county_named("城区", None), None);
        let yangquan = region_named("阳泉市");
        assert_eq!(county_named("城区", yangquan).map(|code| code / 100), Some(1403));
        assert_eq!(county_named("没有县", None), None);
        // Its name until 2017.
        assert_eq!(county_named("宁乡县", None), county_named("宁乡市", None));
    }
}

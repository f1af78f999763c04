//! Which county has this name, or had it? The one of the paper's region before any other.

use crate::former;
use crate::gazetteer::{PROVINCE_DIGITS, Unit, gazetteer, parent, prefecture_of};
use crate::near::nearest;
use crate::region::Region;

/// The county's code; `None` where no county has the name, or several elsewhere and none of the region.
pub fn county_named(name: &str, region: Option<Region>) -> Option<u32> {
    let today = gazetteer().counties.iter().filter(|unit| unit.name == name);
    let before = former::names().iter().filter(|old| old.name == name);
    let code = one_of(today.map(|unit| unit.code), region);
    let code = code.or_else(|| one_of(before.map(|old| old.code), region));
    u32::try_from(code?).ok()
}

/// The full names that come nearest to what no county is called: of the paper's region, or else of the country.
pub fn counties_near(name: &str, region: Option<Region>) -> Vec<&'static str> {
    let is_own =
        |unit: &&Unit| region.is_some_and(|region| prefecture_of(unit.code) == region.code);
    let all = || gazetteer().counties.iter();
    let own = nearest(name, all().filter(is_own).map(|unit| unit.name));
    if own.is_empty() { nearest(name, all().map(|unit| unit.name)) } else { own }
}

/// 甘肃省 and 瓜州县 of 安西县 and its code: whose old name it is, where it is one of no county today.
pub fn old_name_of(name: &str, code: u32) -> Option<(&'static str, &'static str)> {
    let all = gazetteer();
    let unit = all.county(code.into()).filter(|unit| unit.name != name)?;
    let is_its = |unit: &&Unit| unit.code == parent(code.into(), PROVINCE_DIGITS);
    Some((all.provinces.iter().find(is_its)?.name, unit.name))
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
        let taiyuan = region_named("太原市");
        assert_eq!(counties_near("临伊县", region_named("运城市")), ["临猗县"]);
        assert_eq!(counties_near("娄烦", taiyuan), ["娄烦县"]);
        assert_eq!(counties_near("临伊县", taiyuan).len(), 3);
        assert_eq!(old_name_of("安西县", 620922), Some(("甘肃省", "瓜州县")));
        assert_eq!(old_name_of("临猗县", 140821), None);
        // Its name until 2017.
        assert_eq!(county_named("宁乡县", None), county_named("宁乡市", None));
    }
}

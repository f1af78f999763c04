//! Which county has this name? The one of the paper's region before any other.

use crate::gazetteer::{gazetteer, prefecture_of};
use crate::region::Region;

/// The county's code; `None` where no county has the name, or several elsewhere and none of the region.
pub fn county_named(name: &str, region: Option<Region>) -> Option<u32> {
    let mut named = gazetteer().counties.iter().filter(|unit| unit.name == name);
    let own = |code: u64| region.is_some_and(|region| prefecture_of(code) == region.code);
    let unit = named.clone().find(|unit| own(unit.code)).or_else(|| {
        let first = named.next();
        first.filter(|_| named.next().is_none())
    })?;
    u32::try_from(unit.code).ok()
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
    }
}

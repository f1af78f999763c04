//! What was a county called when a paper appeared? 宁乡县 until 2017, 宁乡市 since.
//!
//! Editions of the national code (GB/T 2260) tell which names there were, from 1980 on; what they leave open, the words
//! of the paper may tell.

use crate::fold::fold_text;
use crate::former;
use crate::gazetteer::{gazetteer, prefecture_of};
use crate::taiwan;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Code, and the month of the edition that first lists the unit under its name of today; none for what the oldest lists.
const SINCE: &str = include_str!("../data/county_since.csv");

static SINCES: LazyLock<FxHashMap<u64, u32>> = LazyLock::new(|| {
    let row = |row: &str| {
        let (code, month) = row.split_once(',')?;
        Some((code.parse().ok()?, month.parse().ok()?))
    };
    SINCE.lines().skip(1).filter_map(row).collect()
});

/// The county's name of today.
pub fn name_today(code: u32) -> Option<&'static str> {
    gazetteer().county(code.into()).map(|unit| unit.name)
}

/// What the county was called in a month (200512 for December 2005); `None` where that is not known: between two editions
/// of the code, or where it was made of several.
pub fn name_in(code: u32, month: u32) -> Option<&'static str> {
    let code = u64::from(code);
    let today = gazetteer().county(code)?.name;
    if prefecture_of(code) == taiwan::CODE {
        let merged = taiwan::FORMER.iter().find(|former| former.name_today == today);
        return match merged {
            Some(former) if month < former.until => former.is_all.then_some(former.name),
            _ => Some(today),
        };
    }
    if SINCES.get(&code).is_none_or(|since| *since <= month) {
        return Some(today);
    }
    let is_it =
        |old: &&&former::Former| old.listed.as_ref().is_some_and(|months| months.contains(&month));
    let mut old = former::names_of(code).iter().filter(is_it);
    old.next().filter(|_| old.next().is_none()).map(|old| old.name.as_str())
}

/// Whether there once were a city and a county which are one now: 台南市 and 台南縣.
pub fn was_beside_its_city(code: u32) -> bool {
    let is_it = |former: &&taiwan::Former| Some(former.name_today) == name_today(code);
    taiwan::FORMER.iter().find(is_it).is_some_and(|former| !former.is_all)
}

/// What the county was called in a month that is now one with the city beside it, where all of these units of today stood in
/// it: 台南縣 in 1976 for 麻豆區.
pub fn name_beside_its_city(code: u32, units: &[&str], month: u32) -> Option<&'static str> {
    let today = name_today(code)?;
    let mut merged = taiwan::FORMER.iter().filter(|former| !former.is_all);
    let county = merged.find(|former| former.name_today == today && month < former.until)?;
    let stood_there = |unit: &&str| taiwan::was_in_the_county(today, unit) == Some(true);
    (!units.is_empty() && units.iter().all(stood_there)).then_some(county.name)
}

/// Which of its names words call the county by in full, that of today or an old one: 宁乡县 of 湖南宁乡县.
pub fn name_said(code: u32, words: &str) -> Option<&'static str> {
    let code = u64::from(code);
    let words = fold_text(words);
    let today = gazetteer().county(code)?.name;
    let old = former::names_of(code).iter().map(|old| old.name.as_str());
    let merged = taiwan::FORMER.iter().filter(|former| former.name_today == today);
    let names = old.chain(merged.map(|former| former.name)).chain([today]);
    names.filter(|name| words.ends_with(&fold_text(name))).max_by_key(|name| name.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::county::county_named;

    fn in_month(today: &str, month: u32) -> Option<&'static str> {
        name_in(county_named(today, None).unwrap(), month)
    }

    #[test]
    fn a_county_has_the_name_of_its_time() {
        for (today, month, name) in [
            ("宁乡市", 200507, "宁乡县"),
            ("宁乡市", 202007, "宁乡市"),
            ("柯桥区", 199803, "绍兴县"),
            ("番禺区", 198505, "番禺县"),
            ("番禺区", 199505, "番禺市"),
            ("番禺区", 200505, "番禺区"),
            ("新绛县", 195808, "新绛县"),
            ("新绛县", 202507, "新绛县"),
            ("江津区", 199001, "江津县"),
            ("新北市", 199906, "台北縣"),
            ("桃園市", 201306, "桃園縣"),
        ] {
            assert_eq!(in_month(today, month), Some(name), "{today} {month}");
        }
    }

    #[test]
    fn what_is_not_known_is_not_said() {
        // The last edition with 宁乡县 is of 2017, October, the first with 宁乡市 of November; 绍兴县 ended between two.
        assert_eq!(in_month("柯桥区", 201309), None);
        // There were both, city and county.
        assert_eq!(in_month("台南市", 199505), None);
        assert_eq!(name_in(1, 199505), None);
    }

    #[test]
    fn a_unit_tells_the_county_from_the_city_beside_it() {
        let tainan = county_named("台南市", None).unwrap();
        let name = |units: &[&str], month| name_beside_its_city(tainan, units, month);
        assert_eq!(name(&["麻豆區", "新營區"], 197610), Some("台南縣"));
        assert_eq!(name(&["安平區"], 197610), None);
        assert_eq!(name(&["麻豆區", "安平區"], 197610), None);
        assert_eq!(name(&["台南市"], 197610), None);
        assert_eq!(name(&[], 197610), None);
        assert_eq!(name(&["麻豆區"], 201101), None);
        let taipei = county_named("新北市", None).unwrap();
        assert_eq!(name_beside_its_city(taipei, &["板橋區"], 197610), None);
    }

    #[test]
    fn words_say_one_of_its_names() {
        let said = |today: &str, words: &str| name_said(county_named(today, None).unwrap(), words);
        assert_eq!(said("宁乡市", "湖南宁乡县"), Some("宁乡县"));
        assert_eq!(said("宁乡市", "宁乡市"), Some("宁乡市"));
        assert_eq!(said("宁乡市", "宁乡"), None);
        assert_eq!(said("柯桥区", "绍兴县"), Some("绍兴县"));
        assert_eq!(said("台南市", "臺南縣"), Some("台南縣"));
        assert_eq!(said("台南市", "玉井"), None);
    }
}

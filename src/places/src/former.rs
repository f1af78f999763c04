//! What was a county called before it became a district or a city? 永年县 for 永年区, 上虞市 for 上虞区.
//!
//! A county that rises keeps its stem nearly always, and a paper of its time says the old name. The editions of the
//! national code since 1980 list what there was, but not what became of it: where a unit of today has the code or, in the
//! province, the stem of an old one, the old name means it; 滦县 became 滦州市, and what got another name altogether is
//! listed, too. Older names are made from the stems.

use crate::fold::fold_text;
use crate::forms::plain_autonomous;
use crate::gazetteer::{
    PROVINCE_DIGITS, Unit, gazetteer, is_prefecture_or_county, parent, prefecture_of,
    short_province,
};
use crate::taiwan;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// An old name of a unit of today.
pub struct Former {
    pub name: String,
    pub code: u64,
    /// Whether it can mean no other unit of the country, so that papers of other regions may say it as well.
    pub is_only: bool,
    /// When editions of the national code list it, as far as they do.
    pub listed: Option<Months>,
}

/// From the first to the last month, 200512 for December 2005; from ever, where the oldest edition lists it.
pub type Months = RangeInclusive<u32>;

/// The shortest stem that stays when the class changes: 开县 became 开州区, 永年县 永年区.
const SHORTEST: usize = 2;
/// Longer stems are those of development zones, which were no counties.
const LONGEST: usize = 4;

/// Stems of nothing but these are directions and parts of a city; there never was a 市中县.
const PARTS: &str = "东西南北中上下城郊矿新老市港口开高江山河海湖关桥";

/// Stems that are words too: 新建县级医院 is about no county of that name.
const WORDS: [&str; 36] = [
    "新建", "和平", "建设", "解放", "前进", "胜利", "光明", "红旗", "向阳", "新华", "民主", "长安",
    "振兴", "复兴", "振安", "太平", "平安", "合作", "友好", "爱民", "工农", "东风", "宏伟", "丰满",
    "中原", "天山", "运河", "江汉", "宝塔", "安居", "天涯", "大观", "安定", "朝天", "前锋", "建安",
];

/// What makes the 县 or 市 behind a stem part of another word: 长安市井, 新建县道.
const OTHER_WORDS: [(char, &str); 2] = [('县', "级道乡际"), ('市', "场井面民容价")];

const LISTED: &str = include_str!("../data/former_county.csv");
/// 户县 is 鄠邑区: province, old name, name of today.
const RENAMED: &str = include_str!("../data/renamed_county.csv");

/// Old names that mean a unit of today.
pub fn names() -> &'static [Former] {
    &NAMES.0
}

/// The old names of a unit of today.
pub fn names_of(code: u64) -> &'static [&'static Former] {
    static BY_CODE: LazyLock<FxHashMap<u64, Vec<&'static Former>>> = LazyLock::new(|| {
        let mut by_code: FxHashMap<u64, Vec<&'static Former>> = FxHashMap::default();
        names().iter().for_each(|old| by_code.entry(old.code).or_default().push(old));
        by_code
    });
    BY_CODE.get(&code).map_or(&[], Vec::as_slice)
}

/// What says which unit is meant where it stands before an old name: 广西, 广西壮族自治区, 南宁, 南宁市, 南宁地区.
pub fn places_before(old: &Former) -> Vec<String> {
    let all = gazetteer();
    let province = all.provinces.iter().find(|unit| unit.code == province_of(old.code));
    let prefecture = prefecture_of(old.code);
    let city = all.prefectures.iter().find(|unit| unit.code == prefecture);
    let stem = city.and_then(|unit| unit.name.strip_suffix('市'));
    let mut places: Vec<String> =
        province.into_iter().chain(city).map(|unit| unit.name.to_owned()).collect();
    places.extend(province.map(|unit| short_province(unit).to_owned()));
    places.extend(stem.into_iter().flat_map(|stem| [stem.to_owned(), format!("{stem}地区")]));
    places
}

/// Old names of units that are no more, or are called otherwise: 绍兴县 is no 兴县.
pub fn others() -> &'static [&'static str] {
    &NAMES.1
}

static NAMES: LazyLock<(Vec<Former>, Vec<&'static str>)> = LazyLock::new(|| {
    let mut names = made();
    let mut others = Vec::new();
    add_listed(&mut names, &mut others);
    (names, others)
});

/// Codes and names of units that are no more, or were called otherwise; each once in a province.
fn listed() -> impl Iterator<Item = (u64, &'static str, Months)> {
    LISTED.lines().skip(1).filter_map(|row| {
        let mut fields = row.split(',');
        let (code, name) = (fields.next()?.parse().ok()?, fields.next()?);
        let first = fields.next()?.parse().unwrap_or_default();
        Some((code, name, first..=fields.next()?.parse().ok()?))
    })
}

/// Chongqing was of Sichuan until 1997.
const SICHUAN: u64 = 51;
const CHONGQING: u64 = 50;

/// Whether an old unit of one province may be one of another today.
fn may_be_of(was: u64, now: u64) -> bool {
    was == now || (was, now) == (SICHUAN, CHONGQING)
}

/// The unit of today that an old one became under another name.
fn renamed(code: u64, name: &str) -> Option<u64> {
    let province = province_of(code);
    let is_here = |unit: &&Unit| may_be_of(province, province_of(unit.code));
    let mut here = gazetteer().counties.iter().filter(is_here);
    let province = province.to_string();
    let listed = RENAMED.lines().find_map(|row| {
        let rest = row.strip_prefix(&*province)?.strip_prefix(',')?;
        rest.strip_prefix(name)?.strip_prefix(',')
    });
    let one = name.strip_suffix('县').filter(|one| one.chars().count() < SHORTEST);
    if listed.is_none() && one.is_none() {
        return None;
    }
    // 滦县 became 滦州市, 靖县 靖州苗族侗族自治县, 梅县 梅县区.
    let is_longer =
        |stem: &str| one.is_some_and(|one| stem == name || stem.strip_prefix(one) == Some("州"));
    let is_it = |unit: &&Unit| match listed {
        Some(now) => unit.name == now,
        None => stem(unit).is_some_and(|(stem, _)| is_longer(&stem)),
    };
    here.find(is_it).map(|unit| unit.code)
}

/// What a township was called before it rose: 花明楼乡 for 花明楼镇, 浮来山镇 and 浮来山乡 for 浮来山街道.
pub fn townships(name: &str) -> Vec<String> {
    let (stem, before): (&str, &[&str]) = match (name.strip_suffix("街道"), name.strip_suffix('镇'))
    {
        (Some(stem), _) => (stem, &["镇", "乡"]),
        (None, Some(stem)) => (stem, &["乡"]),
        _ => return Vec::new(),
    };
    let before = before.iter().filter(|_| may_have_risen(stem));
    before.map(|class| format!("{stem}{class}")).collect()
}

/// Whether this may be said with a lesser class: 城乡, 乡镇, 村镇, 下乡 and 老乡 are words, whatever stands before them.
pub fn may_have_risen(stem: &str) -> bool {
    const WORDS_WITH: &str = "城乡村下上老回返农";
    const ORDINARY: [&str; 5] = ["中心", "小城", "新村", "卫星", "家"];
    stem.chars().count() >= SHORTEST
        && !stem.ends_with(|last| WORDS_WITH.contains(last))
        && !ORDINARY.contains(&stem)
        && !WORDS.contains(&stem)
}

fn province_of(county: u64) -> u64 {
    parent(county, PROVINCE_DIGITS)
}

fn add_listed(names: &mut Vec<Former>, others: &mut Vec<&'static str>) {
    let all = gazetteer();
    let made: FxHashSet<Vec<char>> = names.iter().map(|made| fold_text(&made.name)).collect();
    let is_taken = |name: &str| {
        let name = fold_text(name);
        is_prefecture_or_county(&name) || made.contains(&name)
    };
    let mut times: FxHashMap<&str, usize> = FxHashMap::default();
    let mut by_stem: FxHashMap<(u64, String), Vec<u64>> = FxHashMap::default();
    listed().for_each(|(_, name, _)| *times.entry(name).or_default() += 1);
    for unit in &all.counties {
        if let Some((stem, _)) = stem(unit) {
            by_stem.entry((province_of(unit.code), stem)).or_default().push(unit.code);
        }
    }
    for (code, name, months) in listed().filter(|(_, name, _)| !is_taken(name)) {
        let old = stem(&Unit { code, name });
        let same_stem = old.as_ref().and_then(|(stem, _)| {
            match by_stem.get(&(province_of(code), stem.clone()))?.as_slice() {
                [one] => Some(*one),
                _ => None,
            }
        });
        let now = all.county(code).map(|unit| unit.code).or(same_stem);
        let now = now.or_else(|| renamed(code, name));
        let is_district = name.ends_with('区');
        let is_plain = old.is_none_or(|(stem, _)| {
            stem.chars().all(|c| PARTS.contains(c)) || WORDS.contains(&&*stem)
        });
        match now {
            Some(code) => {
                let is_only = times[name] == 1 && !is_district && !is_plain;
                let listed = Some(months);
                names.push(Former { name: name.to_owned(), code, is_only, listed });
            }
            None if !is_district => others.push(name),
            None => {}
        }
    }
}

fn made() -> Vec<Former> {
    let all = gazetteer();
    let units = || all.counties.iter().filter(|unit| prefecture_of(unit.code) != taiwan::CODE);
    // 荆州县市 are the counties of the prefecture.
    let cities: FxHashSet<String> =
        all.prefectures.iter().filter_map(|unit| Some(stem(unit)?.0)).collect();
    let mut country: FxHashMap<String, usize> = FxHashMap::default();
    let mut region: FxHashMap<(String, u64), usize> = FxHashMap::default();
    for (unit, (stem, _)) in units().filter_map(|unit| Some((unit, stem(unit)?))) {
        *country.entry(stem.clone()).or_default() += 1;
        *region.entry((stem, prefecture_of(unit.code))).or_default() += 1;
    }
    let cities_once: FxHashSet<(u64, &str)> =
        listed().map(|(code, name, _)| (province_of(code), name)).collect();
    let mut months_of: FxHashMap<&str, Vec<(u64, Months)>> = FxHashMap::default();
    for (code, name, months) in listed() {
        months_of.entry(name).or_default().push((code, months));
    }
    let mut names = Vec::new();
    for unit in units() {
        let Some((stem, class)) = stem(unit) else { continue };
        let home = prefecture_of(unit.code);
        let is_one = region.get(&(stem.clone(), home)) == Some(&1) && !cities.contains(&stem);
        if !is_one || stem.chars().all(|c| PARTS.contains(c)) {
            continue;
        }
        let city = format!("{stem}市");
        let was_city = class == '区' && cities_once.contains(&(province_of(unit.code), &*city));
        let old = [Some('县'), was_city.then_some('市')].into_iter().flatten();
        let old = old.filter(|_| matches!(class, '区' | '市'));
        let is_only = country.get(&stem) == Some(&1) && !WORDS.contains(&&*stem);
        let old = old.map(|class| format!("{stem}{class}"));
        let free = old.filter(|name| !is_prefecture_or_county(&fold_text(name)));
        let months = |name: &str| {
            let own = |code: u64| may_be_of(province_of(code), province_of(unit.code));
            let rows = months_of.get(name)?;
            rows.iter().find(|(code, _)| own(*code)).map(|(_, months)| months.clone())
        };
        names.extend(free.map(|name| {
            let listed = months(&name);
            Former { name, code: unit.code, is_only, listed }
        }));
    }
    names
}

/// A unit's name without its class, and the class: 永年 and 区. 大通回族土族自治县 is 大通县 in a text.
fn stem(unit: &Unit) -> Option<(String, char)> {
    if let Some(plain) = plain_autonomous(unit.name) {
        return Some((plain.trim_end_matches('族').to_owned(), '县'));
    }
    let (end, class) = unit.name.char_indices().next_back()?;
    let stem = &unit.name[..end];
    let is_unit = matches!(class, '县' | '市' | '区' | '旗');
    let fits = (SHORTEST..=LONGEST).contains(&stem.chars().count());
    (is_unit && fits).then(|| (stem.to_owned(), class))
}

/// Whether what follows a folded old name makes another word of its end.
pub fn is_word_with(said: &[char], after: Option<&char>) -> bool {
    let (Some(class), Some(after)) = (said.last(), after) else { return false };
    OTHER_WORDS.iter().any(|(own, words)| own == class && words.contains(*after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today(name: &str) -> Option<(&'static str, bool)> {
        let former = names().iter().find(|former| former.name == name)?;
        Some((gazetteer().county(former.code)?.name, former.is_only))
    }

    #[test]
    fn an_old_name_is_that_of_the_unit_with_its_stem() {
        assert_eq!(today("永年县"), Some(("永年区", true)));
        assert_eq!(today("铜梁县"), Some(("铜梁区", true)));
        assert_eq!(today("宁乡县"), Some(("宁乡市", true)));
        assert_eq!(today("上虞市"), Some(("上虞区", true)));
        // Beijing has a 通州区, and so has Nantong.
        assert_eq!(today("通州市").map(|found| found.1), Some(false));
        // 大通回族土族自治县, 东乡族自治县
        assert_eq!(today("大通县").map(|found| found.1), Some(false));
        assert_eq!(today("东乡县").map(|found| found.1), Some(false));
        assert_eq!(today("新建县"), Some(("新建区", false)));
    }

    #[test]
    fn a_listed_name_means_the_unit_that_it_became_or_none() {
        assert_eq!(today("晋江县"), Some(("晋江市", true)));
        assert_eq!(today("吴江市"), Some(("吴江区", true)));
        assert_eq!(today("绍兴县"), Some(("柯桥区", true)));
        assert_eq!(today("林芝县"), Some(("巴宜区", true)));
        // Two characters may be the end of another word.
        for (old, now) in [
            ("滦县", "滦州市"),
            ("梅县", "梅县区"),
            ("户县", "鄠邑区"),
            ("靖县", "靖州苗族侗族自治县"),
        ] {
            assert_eq!(today(old), Some((now, false)), "{old}");
        }
        // They were divided.
        for name in ["上海县", "无锡县"] {
            assert!(today(name).is_none() && others().contains(&name), "{name}");
        }
    }

    #[test]
    fn every_listed_change_is_one() {
        for row in RENAMED.lines().skip(1) {
            let [province, old, now] = row.split(',').collect::<Vec<_>>()[..] else {
                panic!("{row}")
            };
            let code = listed()
                .find(|(code, name, _)| *name == old && province_of(*code).to_string() == province);
            let found = code.and_then(|(code, name, _)| renamed(code, name));
            assert_eq!(
                found.and_then(|code| gazetteer().county(code)).map(|unit| unit.name),
                Some(now)
            );
        }
    }

    #[test]
    fn a_township_had_a_lesser_class() {
        assert_eq!(townships("花明楼镇"), ["花明楼乡"]);
        assert_eq!(townships("浮来山街道"), ["浮来山镇", "浮来山乡"]);
        for name in ["院东乡", "新城街道", "中心街道", "和平街道", "城关街道办"]
        {
            assert!(townships(name).is_empty(), "{name}");
        }
    }

    #[test]
    fn a_name_of_today_is_no_old_one() {
        for name in ["朝阳县", "黄山市", "临夏县", "市中县", "海港县", "荆州县", "金牛市"]
        {
            assert_eq!(today(name), None, "{name}");
        }
    }
}

//! Which names may a text say for a place? Those of counties, townships and villages.

mod find;

use crate::banner;
use crate::fold::{fold_text, folded};
use crate::former;
use crate::forms::{is_township, plain_autonomous, short_county, village};
use crate::gazetteer::{
    COUNTY_DIGITS, Unit, gazetteer, is_prefecture_or_county, parent, prefecture_of,
};
use crate::region::Region;
use crate::strait;
use crate::taiwan;
use crate::trie::Trie;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// How a place is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// 新绛县
    County,
    /// 新绛
    Short,
    Township,
    /// The town around the seat of a county, whichever: 城关镇. Every county had one, many have it no more.
    Seat,
    Village,
    /// The region itself: 运城市.
    Region,
    /// A longer name that contains a place's name and is no place of ours: 平陆运河.
    Other,
}

/// A name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Range of the text, in characters.
    pub start: usize,
    pub end: usize,
    pub form: Form,
    /// Every unit that it may name.
    pub codes: Vec<u64>,
    pub said: String,
}

impl Mention {
    /// The counties that it may be in, each once; a region is in none, and neither is a 城关镇 of any of its counties.
    pub fn counties(&self) -> Vec<u64> {
        let counties = self.codes.iter().map(|code| parent(*code, COUNTY_DIGITS));
        let mut counties: Vec<u64> =
            counties.filter(|code| gazetteer().county(*code).is_some()).collect();
        counties.sort_unstable();
        counties.dedup();
        counties
    }
}

/// The names that a paper of one region may mean: its own down to villages, counties of the whole country.
pub struct Places {
    region: Option<Region>,
    names: Trie<(Form, u64)>,
}

/// What the town around a county's seat is called, or was.
const SEATS: [&str; 5] = ["城关镇", "城关乡", "城厢镇", "城郊乡", "城郊镇"];

/// Whether a folded name is that of the town around any county's seat.
pub(crate) fn is_seat(said: &str) -> bool {
    SEATS.iter().any(|seat| fold_text(seat).iter().copied().eq(said.chars()))
}

/// Longer names that contain a county's or a city's.
const OTHER_NAMES: [&str; 10] = [
    "旧金山",
    "平陆运河",
    "大运城市",
    "亚运城",
    "大运城",
    "临夏州",
    "临夏河州",
    "永济渠",
    "盐湖景区",
    "四渡赤水",
];

/// 潮安区, 上虞区: a district whose name no other unit has, and that is no word of directions and parts of a city.
pub(crate) fn is_only_district(name: &str) -> bool {
    static TIMES: LazyLock<FxHashMap<&'static str, usize>> = LazyLock::new(|| {
        let mut times = FxHashMap::default();
        for unit in &gazetteer().counties {
            *times.entry(unit.name).or_insert(0) += 1;
        }
        times
    });
    const SHORTEST: usize = 3;
    const ORDINARY: &str = "东西南北中上下城郊矿新老市港开高江山河海";
    /// 山区, 城区, 南区: what stands before them may be anything.
    const ENDS: &str = "东西南北中上下城郊矿新市港山口";
    let stem = name.trim_end_matches('区');
    TIMES.get(name) == Some(&1)
        && name.chars().count() >= SHORTEST
        && !stem.ends_with(|last| ENDS.contains(last))
        && !stem.chars().all(|c| ORDINARY.contains(c))
}

impl Places {
    /// The names for a region, built once and kept.
    pub fn shared(region: Option<Region>) -> Arc<Self> {
        static BUILT: Mutex<Vec<Arc<Places>>> = Mutex::new(Vec::new());
        let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = built.iter().find(|places| places.region == region) {
            return Arc::clone(known);
        }
        let new = Arc::new(Self::of(region));
        built.push(Arc::clone(&new));
        new
    }

    pub fn of(region: Option<Region>) -> Self {
        let mut names = Trie::new();
        let all = gazetteer();
        let mut put = |name: &str, form: Form, code: u64| names.insert(folded(name), (form, code));
        for name in OTHER_NAMES {
            put(name, Form::Other, 0);
        }
        let home = |code: u64| region.is_some_and(|region| region.code == prefecture_of(code));
        let is_taiwan = region.is_some_and(|region| region.code == taiwan::CODE);
        let said: &[(&str, &str)] = if is_taiwan { &taiwan::ALIASES } else { &[] };
        let risen = taiwan::FORMER.iter().map(|former| (former.name, former.name_today));
        let aliases = said.iter().copied().chain(risen.clone().filter(|_| is_taiwan));
        let aliases: Vec<(&str, &str)> = aliases.collect();
        for (alias, name) in &aliases {
            let unit = all.counties.iter().find(|unit| unit.name == *name);
            if let Some(unit) = unit {
                put(alias, Form::County, unit.code);
            }
        }
        let prefectures: FxHashMap<u64, &str> =
            all.prefectures.iter().map(|unit| (unit.code, unit.name)).collect();
        for unit in &all.counties {
            let is_alias = |alias: &(&str, &str)| folded(alias.0).eq(folded(unit.name));
            let is_home = home(unit.code);
            let is_across = prefecture_of(unit.code) == taiwan::CODE
                && strait::is_shared(unit.name)
                && region.is_some_and(|region| strait::is_mainland(region.code));
            if is_across || aliases.iter().any(is_alias) {
                continue;
            }
            let is_district = unit.name.ends_with('区');
            // Districts have the same names everywhere, and 城区 is an ordinary word.
            let is_only = is_district && !is_taiwan && is_only_district(unit.name);
            let is_doubtful = is_district && !is_home && !is_only;
            let form = if is_doubtful { Form::Other } else { Form::County };
            put(unit.name, form, unit.code);
            // With its city before it there is no doubt: 佛山市顺德区.
            let city = prefectures.get(&prefecture_of(unit.code));
            if let Some(city) = city.filter(|_| is_district && !is_home) {
                put(&format!("{city}{}", unit.name), Form::County, unit.code);
            }
            // 江汉关, 岳麓山, 楼道里: what is called like a district is mostly something in it, or a word.
            let is_short = is_home && !is_district;
            let short = if is_short { short_county(unit.name) } else { None };
            // 邵阳 is the city of Shaoyang before it is the county: 邵阳北站.
            let is_city = |short: &String| {
                region.is_some_and(|region| short_county(region.name).as_ref() == Some(short))
            };
            if let Some(short) = short.filter(|short| !is_city(short)) {
                put(&short, Form::Short, unit.code);
            }
            if let Some(plain) = plain_autonomous(unit.name) {
                put(&format!("{plain}县"), Form::County, unit.code);
            }
        }
        for (short, code) in banner::short_names() {
            put(short, Form::County, *code);
        }
        for old in former::names() {
            if old.is_only || home(old.code) {
                put(&old.name, Form::County, old.code);
            }
            // 广西横县: with its province before it there is no doubt.
            let before = former::places_before(old).into_iter().filter(|_| !old.is_only);
            before.for_each(|place| put(&format!("{place}{}", old.name), Form::County, old.code));
        }
        for old in former::others() {
            put(old, Form::Other, 0);
        }
        for (old, name) in risen.filter(|_| !is_taiwan) {
            let unit = all.counties.iter().find(|unit| unit.name == name);
            put(old, Form::County, unit.map_or(0, |unit| unit.code));
        }
        if let Some(region) = region {
            put(region.name, Form::Region, region.code);
            SEATS.iter().for_each(|seat| put(seat, Form::Seat, region.code));
            let is_named = |name: &str| is_township(name) || is_taiwan && taiwan::is_township(name);
            // 中山市 is in Guangdong, whatever 中山區 there is.
            let own = all.townships_below(region.code);
            let towns: FxHashSet<Vec<char>> = own.iter().map(|unit| fold_text(unit.name)).collect();
            let is_unit = |name: &str| {
                let name = fold_text(name);
                is_prefecture_or_county(&name) || towns.contains(&name)
            };
            for unit in own.iter().filter(|unit| is_named(unit.name)) {
                put(unit.name, Form::Township, unit.code);
                let former = match is_taiwan {
                    true => taiwan::former_townships(unit.name),
                    false => former::townships(unit.name),
                };
                for former in former.iter().filter(|former| !is_unit(former)) {
                    put(former, Form::Township, unit.code);
                }
                if let (true, Some(short)) = (is_taiwan, taiwan::short_township(unit.name)) {
                    for report in taiwan::REPORTS {
                        put(&format!("{short}{report}"), Form::Township, unit.code);
                    }
                    let landmarks = taiwan::LANDMARKS.split_whitespace();
                    for landmark in landmarks.filter(|_| taiwan::names_landmarks(short)) {
                        put(&format!("{short}{landmark}"), Form::Township, unit.code);
                    }
                }
            }
            for unit in all.villages_below(region.code) {
                for name in village(unit.name) {
                    put(&name, Form::Village, unit.code);
                }
            }
        }
        Self { region, names }
    }

    pub fn region(&self) -> Option<Region> {
        self.region
    }

    /// Codes and names of the region's counties in gazetteer order.
    pub fn counties(&self) -> Vec<(u32, &'static str)> {
        let Some(region) = self.region else { return Vec::new() };
        let unit = |unit: &Unit| (u32::try_from(unit.code).unwrap_or_default(), unit.name);
        gazetteer().counties_below(region.code).iter().map(unit).collect()
    }
}

/// Whether a folded word names a township, a county or a village anywhere in the data.
pub fn is_name(word: &[char]) -> bool {
    static NAMES: LazyLock<FxHashSet<Vec<char>>> = LazyLock::new(|| {
        let all = gazetteer();
        let plain = all.counties.iter().chain(&all.townships).map(|unit| fold_text(unit.name));
        let villages = all.villages.iter().flat_map(|unit| village(unit.name));
        let plain = plain.chain(former::names().iter().map(|old| fold_text(&old.name)));
        plain.chain(villages.map(|name| fold_text(&name))).collect()
    });
    NAMES.contains(word)
}

/// Whether a folded word is the whole name of a county anywhere, of today or of old: 绛县, 户县.
pub fn is_county(word: &[char]) -> bool {
    static NAMES: LazyLock<FxHashSet<Vec<char>>> = LazyLock::new(|| {
        let counties = gazetteer().counties.iter().map(|unit| fold_text(unit.name));
        counties.chain(former::names().iter().map(|old| fold_text(&old.name))).collect()
    });
    NAMES.contains(word)
}

/// Whether a folded word is the short name of a county anywhere: 监利.
pub fn is_short_county(word: &[char]) -> bool {
    static NAMES: LazyLock<FxHashSet<Vec<char>>> = LazyLock::new(|| {
        let units = gazetteer().counties.iter().filter(|unit| !unit.name.ends_with('区'));
        units.filter_map(|unit| short_county(unit.name)).map(|name| fold_text(&name)).collect()
    });
    NAMES.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::region::region_named;

    fn said(text: &str) -> Vec<String> {
        let places = Places::of(region_named("运城市"));
        places.find(&fold_text(text)).into_iter().map(|mention| mention.said).collect()
    }

    #[test]
    fn a_county_is_not_found_inside_another() {
        assert_eq!(said("新绛县与绛县"), ["新绛县", "绛县"]);
        assert_eq!(said("甘肃临夏县"), ["临夏县"]);
        let gannan = Places::of(region_named("甘南藏族自治州"));
        let found = gannan.find(&fold_text("合作社分红,合作市通车"));
        assert_eq!(found.len(), 1);
        assert_eq!(gannan.find(&fold_text("合作：河边的灯亮了")).len(), 1);
        let siping = Places::of(region_named("四平市"));
        assert!(siping.find(&fold_text("梨树开花了")).is_empty());
        let wuhan = Places::of(region_named("武汉市"));
        assert!(wuhan.find(&fold_text("江汉关,汉阳门")).is_empty());
        assert_eq!(said("平陆运河与平陆各村"), ["平陆"]);
        assert_eq!(said("永济路、永济西街、永济渠、永济"), ["永济"]);
        assert_eq!(said("大运城市群,亚运城"), Vec::<String>::new());
        assert_eq!(said("人民广场,复兴之路,盐湖"), Vec::<String>::new());
    }

    #[test]
    fn a_short_name_that_is_the_city_s_or_the_end_of_a_word_names_no_county() {
        let places = Places::of(region_named("邵阳市"));
        let found: Vec<String> = places
            .find(&fold_text("邵阳北站,邵阳县长阳铺镇,隆回香料"))
            .into_iter()
            .map(|mention| mention.said)
            .collect();
        assert_eq!(found, ["邵阳县", "长阳铺镇", "隆回"]);
        assert_eq!(said("认证示范县,致富县城,河南范县,获评百佳县,遇高溫　縣府提醒"), ["范县"]);
        assert_eq!(said("记者随县供电公司上山,市和县都来了人"), Vec::<String>::new());
        assert_eq!(said("记者从随县获悉,安徽和县"), ["随县", "和县"]);
        assert_eq!(said("千年古县,“丹砂古县”,四渡赤水"), Vec::<String>::new());
        assert_eq!(said("到古县,山西古县"), ["古县", "古县"]);
        let maanshan = Places::of(region_named("马鞍山市"));
        assert_eq!(maanshan.find(&fold_text("含山与和县")).len(), 2);
        assert!(is_short_county(&fold_text("監利")) && !is_short_county(&fold_text("杨德洲")));
    }

    #[test]
    fn a_district_elsewhere_is_known_by_its_city() {
        assert_eq!(said("佛山市顺德区与城区,江北区"), ["佛山市顺德区"]);
        // No other unit has the name.
        assert_eq!(said("潮安区与城区,上虞区"), ["潮安区", "上虞区"]);
        assert_eq!(said("潮安区域经济,太行山区,沿江区"), Vec::<String>::new());
    }

    #[test]
    fn a_county_s_old_name_is_that_of_the_unit_of_today() {
        let places = Places::of(region_named("重庆市"));
        let found = |text: &str| -> Vec<&'static str> {
            let mentions = places.find(&fold_text(text));
            let codes = mentions.iter().filter_map(|mention| mention.codes.first());
            codes.filter_map(|code| gazetteer().county(*code)).map(|unit| unit.name).collect()
        };
        // 潼南县 ends like 南县 of Hunan.
        assert_eq!(found("铜梁县与潼南县,河北永年县"), ["铜梁区", "潼南区", "永年区"]);
        assert_eq!(found("长寿县"), ["长寿区"]);
        // Two characters may be the end of another word.
        assert_eq!(
            found("广西横县,广西壮族自治区横县,保定地区定县"),
            ["横州市", "横州市", "定州市"]
        );
        assert!(found("纵横县乡,一定县里").is_empty());
        assert_eq!(found("新建县级医院一所,渝北市场,江津市"), ["江津区"]);
        let nanchang = Places::of(region_named("南昌市"));
        assert_eq!(nanchang.find(&fold_text("新建县石岗镇,新建县级医院")).len(), 2);
    }

    #[test]
    fn taiwan_has_short_names_of_its_own() {
        let places = Places::of(region_named("台灣"));
        let found = places.find(&fold_text("雲縣開辦,屏縣與雲林縣"));
        let counties: Vec<&str> = found
            .iter()
            .filter_map(|mention| gazetteer().county(*mention.codes.first()?))
            .map(|unit| unit.name)
            .collect();
        assert_eq!(counties, ["雲林縣", "屏東縣", "雲林縣"]);
        for old in ["員林鎮", "大溪鎮", "鳳山市", "台北縣"] {
            assert_eq!(places.find(&fold_text(old)).len(), 1, "{old}");
        }
        let found =
            places.find(&fold_text("（郭芷瑄／恆春報導）萬丹鄉,大安區,法新社報導,舊金山區"));
        let counties: Vec<Vec<u64>> = found.iter().map(Mention::counties).collect();
        // Fujian has a 金门县.
        let found = places.find(&fold_text("金門縣公車處"));
        assert_eq!(found[0].counties(), [710_021]);
        // 台北市 and 台中市 have a 大安區.
        assert_eq!(counties, [vec![710_016], vec![710_016], vec![710_001, 710_004]]);
    }

    #[test]
    fn villages_and_townships_of_the_region_are_names() {
        assert_eq!(said("楚侯乡高头村"), ["楚侯乡", "高头村"]);
        assert_eq!(said("複興社區"), ["复兴社区"]);
    }
}

//! Which units are there? Provinces, prefectures and counties of the whole country, townships, villages.

use crate::fold::fold_text;
use crate::taiwan;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

const COUNTIES: &str = include_str!("../data/china_county.csv");
const TOWNSHIPS: &str = include_str!("../data/china_township.csv");
/// Those of Taiwan, numbered below the counties of [`taiwan`].
const TAIWAN: &str = include_str!("../data/taiwan_township.csv");
/// Villages are in the data for this prefecture only.
const YUNCHENG: &str = include_str!("../data/yuncheng.csv");

/// A unit of GB/T 2260 and its extensions: 2 digits a province, 4 a prefecture, 6 a county, 9 a
/// township, 12 a village.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    pub code: u64,
    pub name: &'static str,
}

pub struct Gazetteer {
    pub provinces: Vec<Unit>,
    pub prefectures: Vec<Unit>,
    pub counties: Vec<Unit>,
    pub townships: Vec<Unit>,
    pub villages: Vec<Unit>,
}

/// Digits of a county's, a province's and a township's code.
pub const COUNTY_DIGITS: u32 = 6;
pub const PROVINCE_DIGITS: u32 = 2;
pub const TOWNSHIP_DIGITS: u32 = 9;
const VILLAGE_DIGITS: u32 = 12;

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(load);

pub fn gazetteer() -> &'static Gazetteer {
    &GAZETTEER
}

/// The first `digits` digits of a code: the unit of that level that holds it.
pub fn parent(code: u64, digits: u32) -> u64 {
    let length = code.checked_ilog10().unwrap_or(0) + 1;
    code / 10u64.pow(length.saturating_sub(digits))
}

/// What stands behind the name of a province in its short form.
const PROVINCE_CLASSES: [&str; 6] =
    ["维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市"];

/// 山西 of 山西省.
pub fn short_province(province: &Unit) -> &'static str {
    let short = PROVINCE_CLASSES.iter().find_map(|class| province.name.strip_suffix(class));
    short.unwrap_or(province.name)
}

/// Beijing, Tianjin, Shanghai, Chongqing.
const MUNICIPALITIES: [u64; 4] = [11, 12, 31, 50];

/// Whether a province is a city by itself.
pub fn is_municipality(province: u64) -> bool {
    MUNICIPALITIES.contains(&province)
}

/// A county's prefecture; Taiwan is one, and so is a municipality: the counties of Chongqing have a number of
/// their own beside its districts'.
pub fn prefecture_of(county: u64) -> u64 {
    match parent(county, 2) {
        taiwan::CODE => taiwan::CODE,
        province if MUNICIPALITIES.contains(&province) => province,
        _ => parent(county, 4),
    }
}

fn load() -> Gazetteer {
    let mut all = Gazetteer {
        provinces: vec![],
        prefectures: vec![],
        counties: vec![],
        townships: vec![],
        villages: vec![],
    };
    for file in [COUNTIES, TOWNSHIPS, TAIWAN, YUNCHENG] {
        for (unit, level) in file.lines().skip(1).filter_map(row) {
            match level {
                "province" => all.provinces.push(unit),
                "city" => all.prefectures.push(unit),
                "county" => all.counties.push(unit),
                "township" => all.townships.push(unit),
                _ => all.villages.push(unit),
            }
        }
    }
    all.counties.extend(taiwan::counties());
    for units in [&mut all.prefectures, &mut all.counties, &mut all.townships, &mut all.villages] {
        units.sort_by_key(|unit| unit.code);
        units.dedup_by_key(|unit| unit.code);
    }
    unite_municipalities(&mut all);
    all
}

fn row(line: &'static str) -> Option<(Unit, &'static str)> {
    // Fields of a few bytes: a search that is made for long texts takes longer.
    let field = |row: &'static str| {
        let end = row.bytes().position(|byte| byte == b',').unwrap_or(row.len());
        (&row[..end], row.get(end + 1..))
    };
    let (code, rest) = field(line);
    let (name, rest) = field(rest?);
    Some((Unit { code: code.parse().ok()?, name }, field(rest?).0))
}

/// Whether a folded name is that of a prefecture or a county.
pub fn is_prefecture_or_county(name: &[char]) -> bool {
    static NAMES: LazyLock<FxHashSet<Vec<char>>> = LazyLock::new(|| {
        let units = gazetteer().prefectures.iter().chain(&gazetteer().counties);
        units.map(|unit| fold_text(unit.name)).collect()
    });
    NAMES.contains(name)
}

/// 市辖区 and 县 of a municipality are the municipality itself.
fn unite_municipalities(all: &mut Gazetteer) {
    let is_part = |unit: &Unit| MUNICIPALITIES.contains(&parent(unit.code, 2));
    all.prefectures.retain(|unit| !is_part(unit));
    all.prefectures.extend(all.provinces.iter().filter(|unit| is_part(unit)));
    all.prefectures.sort_by_key(|unit| unit.code);
}

impl Gazetteer {
    pub fn county(&self, code: u64) -> Option<&Unit> {
        let place = self.counties.binary_search_by_key(&code, |unit| unit.code).ok()?;
        self.counties.get(place)
    }

    pub fn township(&self, code: u64) -> Option<&Unit> {
        let place = self.townships.binary_search_by_key(&code, |unit| unit.code).ok()?;
        self.townships.get(place)
    }

    /// The units of a sorted list whose code begins with `parent`.
    pub fn below(units: &'static [Unit], parent: u64, digits: u32) -> &'static [Unit] {
        let length = parent.checked_ilog10().unwrap_or(0) + 1;
        let scale = 10u64.pow(digits.saturating_sub(length));
        let start = units.partition_point(|unit| unit.code < parent * scale);
        let end = units.partition_point(|unit| unit.code < (parent + 1) * scale);
        &units[start..end]
    }

    pub fn counties_below(&'static self, prefecture: u64) -> &'static [Unit] {
        Self::below(&self.counties, prefecture, COUNTY_DIGITS)
    }

    pub fn townships_below(&'static self, prefecture: u64) -> &'static [Unit] {
        Self::below(&self.townships, prefecture, TOWNSHIP_DIGITS)
    }

    pub fn villages_of(&'static self, county: u64) -> &'static [Unit] {
        Self::below(&self.villages, county, VILLAGE_DIGITS)
    }

    pub fn villages_below(&'static self, prefecture: u64) -> &'static [Unit] {
        Self::below(&self.villages, prefecture, VILLAGE_DIGITS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_country_is_complete() {
        let all = gazetteer();
        assert_eq!(all.provinces.len(), 31);
        assert_eq!(all.counties.len(), 2978 + taiwan::counties().count());
        assert_eq!(all.counties_below(1408).len(), 13);
        assert_eq!(all.villages_below(1408).len(), 2395);
        assert_eq!(all.county(140825).unwrap().name, "新绛县");
        assert!(all.townships_below(1408).iter().any(|unit| unit.name == "楚侯乡"));
    }

    #[test]
    fn codes_know_their_parents() {
        assert_eq!(parent(140802001001, COUNTY_DIGITS), 140802);
        assert_eq!(prefecture_of(140826), 1408);
        assert_eq!(prefecture_of(710014), taiwan::CODE);
        // 渝中区 and 奉节县
        assert_eq!((prefecture_of(500103), prefecture_of(500236)), (50, 50));
        assert_eq!(gazetteer().counties_below(50).len(), 38);
    }
}

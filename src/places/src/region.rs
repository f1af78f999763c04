//! Which prefecture does a paper serve? The one whose counties and townships its pages name most.

mod papers;

use self::papers::papers_named;
use crate::banner;
use crate::fold::{fold_text, folded};
use crate::former;
use crate::forms::is_township;
use crate::gazetteer::{
    COUNTY_DIGITS, PROVINCE_DIGITS, Unit, gazetteer, parent, prefecture_of, short_province,
};
use crate::reach::Reach;
use crate::strait::{self, Side};
use crate::taiwan;
use crate::trie::Trie;
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// A prefecture; a municipality and Taiwan count as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    pub code: u64,
    /// In full: 运城市.
    pub name: &'static str,
}

/// A region, and what says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InferredRegion {
    pub region: Region,
    /// The names that say most.
    pub first: Vec<&'static str>,
    /// How many names of the region the text has, and how often in all.
    pub names: usize,
    pub times: usize,
}

/// What one name says for a prefecture, before it is shared among all that have it.
const COUNTY_WEIGHT: f64 = 3.0;
const TOWNSHIP_WEIGHT: f64 = 1.5;
const PREFECTURE_WEIGHT: f64 = 1.0;

/// What a name is still worth that stands behind its province.
const FROM_AFAR: f64 = 0.5;

/// Districts whose names are ordinary words too.
const ORDINARY: [&str; 13] = [
    "城区",
    "郊区",
    "矿区",
    "老城区",
    "新城区",
    "城关区",
    "东区",
    "西区",
    "市中区",
    "城中区",
    "城东区",
    "城西区",
    "城北区",
];

/// A region is named from this weight on: one county named once, or two townships …
const ENOUGH: f64 = 3.0;
/// … and where it has this many times the weight of the next: two counties against one of elsewhere.
const AHEAD: f64 = 1.3;

/// Counties that a page of a paper of a whole province must name before it is taken for one about their prefecture.
const COUNTIES_OF_WIDE: usize = 3;

/// The longest name looked for, in characters: 积石山保安族东乡族撒拉族自治县 has 15.
const LONGEST: usize = 15;

/// Names shown in the reason.
const SHOWN: usize = 3;

struct Sign {
    prefecture: u64,
    /// The county that is named or that a township is in.
    county: Option<u64>,
    weight: f64,
    name: &'static str,
    /// Both sides of the strait have a county of this name.
    is_shared: bool,
}

impl Sign {
    /// 金門縣 of a page of the islands is none of Fujian.
    fn may_be_on(&self, side: impl FnOnce() -> Side) -> bool {
        let is_taiwan = self.prefecture == taiwan::CODE;
        !self.is_shared
            || match side() {
                Side::Either => true,
                Side::Taiwan => is_taiwan,
                Side::Mainland => !is_taiwan,
            }
    }
}

/// Names from their last character to the first: a text is only looked at where 县, 市 … stand.
static SIGNS: LazyLock<Trie<Sign>> = LazyLock::new(signs);

fn signs() -> Trie<Sign> {
    let all = gazetteer();
    let mut trie = Trie::new();
    let mut put = |name: &'static str, prefecture: u64, county: Option<u64>, weight: f64| {
        if folded(name).nth(1).is_some() {
            let is_shared = strait::is_shared(name);
            let sign = Sign { prefecture, county, weight, name, is_shared };
            trie.insert(folded(name).rev(), sign);
        }
    };
    for unit in &all.prefectures {
        put(unit.name, unit.code, None, PREFECTURE_WEIGHT);
    }
    let mut put_below = |name: &'static str, county: u64, weight: f64| {
        put(name, prefecture_of(county), Some(county), weight);
    };
    for unit in &all.counties {
        if !ORDINARY.contains(&unit.name) {
            put_below(unit.name, unit.code, COUNTY_WEIGHT);
        }
    }
    for old in former::names().iter().filter(|old| old.is_only) {
        put_below(&old.name, old.code, COUNTY_WEIGHT);
    }
    for (short, code) in banner::short_names() {
        put_below(short, *code, COUNTY_WEIGHT);
    }
    for unit in all.townships.iter().filter(|unit| is_township(unit.name)) {
        put_below(unit.name, parent(unit.code, COUNTY_DIGITS), TOWNSHIP_WEIGHT);
    }
    // 台南縣 is no 南县 of Hunan.
    for taiwan::Former { name: old, .. } in taiwan::FORMER {
        put(old, taiwan::CODE, None, COUNTY_WEIGHT);
    }
    trie
}

/// The region of this name: 运城市; 台灣 and 台湾 are one.
pub fn region_named(name: &str) -> Option<Region> {
    let folded = fold_text(name);
    if folded == fold_text(taiwan::NAME) {
        return Some(Region { code: taiwan::CODE, name: taiwan::NAME });
    }
    let unit = gazetteer().prefectures.iter().find(|unit| fold_text(unit.name) == folded)?;
    Some(Region { code: unit.code, name: unit.name })
}

fn region_of(prefecture: u64) -> Option<Region> {
    if prefecture == taiwan::CODE {
        return Some(Region { code: taiwan::CODE, name: taiwan::NAME });
    }
    let unit = gazetteer().prefectures.iter().find(|unit| unit.code == prefecture)?;
    Some(Region { code: unit.code, name: unit.name })
}

/// The prefecture that the folded texts of a paper's pages speak of, if they say enough for a paper of this reach.
/// `side`: where a county is that Fujian and Taiwan both have, asked where one is named.
pub fn infer_region<'t>(
    texts: impl IntoIterator<Item = &'t [char]>,
    reach: Reach,
    side: impl FnOnce() -> Side,
) -> Option<InferredRegion> {
    let side = LazyCell::new(side);
    let mut found: BTreeMap<u64, BTreeMap<&'static str, (f64, u32)>> = BTreeMap::new();
    // Those named without doubt.
    let mut counties: BTreeMap<u64, BTreeSet<u64>> = BTreeMap::new();
    for text in texts {
        for (end, c) in text.iter().enumerate() {
            let reports_here = matches!(c, '导' | '讯').then(|| reported_from(text, end)).flatten();
            if let Some((unit, weight)) = reports_here {
                let names = found.entry(taiwan::CODE).or_default();
                names.entry(unit).or_insert((weight, 0)).1 += 1;
                continue;
            }
            if *c == '报' {
                // 吉安報導 is said from 吉安, and no paper.
                let reports = matches!(text.get(end + 1), Some('导' | '道'));
                let papers = papers_named(text, end).iter();
                let papers = papers.filter(|paper| paper.may_be_on(|| *side));
                for paper in papers.filter(|paper| !reports || paper.prefecture == taiwan::CODE) {
                    let names = found.entry(paper.prefecture).or_default();
                    names.entry(paper.name).or_insert((paper.weight, 0)).1 += 1;
                }
                continue;
            }
            if !matches!(c, '县' | '市' | '区' | '旗' | '镇' | '乡' | '道' | '木') {
                continue;
            }
            let back = text[end.saturating_sub(LONGEST)..=end].iter().rev().copied();
            let today = SIGNS.longest(back);
            let length = today.map_or(0, |(length, _)| length);
            let risen = risen_township(text, end).filter(|(longer, _)| *longer > length);
            let Some((length, signs)) = risen.or(today) else { continue };
            let signs = signs.iter().filter(|sign| sign.may_be_on(|| *side));
            let signs: Vec<&Sign> = signs.collect();
            let share = 1.0 / distinct_prefectures(&signs);
            if let [only] = signs.as_slice() {
                counties.entry(only.prefecture).or_default().extend(only.county);
            }
            for sign in signs {
                let names = found.entry(sign.prefecture).or_default();
                let far = is_behind_province(&text[..end + 1 - length], sign.prefecture);
                let weight = sign.weight * share * if far { FROM_AFAR } else { 1.0 };
                let entry = names.entry(sign.name).or_insert((weight, 0));
                *entry = (entry.0.max(weight), entry.1 + 1);
            }
        }
    }
    let is_named_enough = |region: &InferredRegion| {
        let code = region.region.code;
        let named = counties.get(&code).map_or(0, BTreeSet::len);
        // Taiwan's papers of the whole country are its region's.
        reach == Reach::Prefecture || code == taiwan::CODE || named >= COUNTIES_OF_WIDE
    };
    decide(&found).filter(is_named_enough)
}

/// Whether the text so far ends with the prefecture's province: 贵州从江县 is said elsewhere, at home one says 从江县.
fn is_behind_province(text: &[char], prefecture: u64) -> bool {
    /// The folded names of provinces, long and short, by their codes.
    static NAMES: LazyLock<BTreeMap<u64, [Vec<char>; 2]>> = LazyLock::new(|| {
        let names = |unit: &Unit| [unit.name, short_province(unit)].map(fold_text);
        gazetteer().provinces.iter().map(|unit| (unit.code, names(unit))).collect()
    });
    // A municipality is its own province: 北京市通州区 is said at home.
    let province = Some(parent(prefecture, PROVINCE_DIGITS)).filter(|code| *code != prefecture);
    let names = province.and_then(|code| NAMES.get(&code));
    names.is_some_and(|names| names.iter().any(|name| text.ends_with(name)))
}

/// The township of today that ends here by the class that it had: 院东头乡 is 院东头镇. Characters that the text says, and
/// what the name says.
fn risen_township(text: &[char], end: usize) -> Option<(usize, &'static [Sign])> {
    let classes: &[&[char]] = match text[end] {
        '乡' => &[&['镇'], &['道', '街']],
        '镇' => &[&['道', '街']],
        _ => return None,
    };
    let before = &text[end.saturating_sub(LONGEST)..end];
    let now = |class: &&[char]| {
        let back = class.iter().chain(before.iter().rev()).copied();
        let (length, signs) = SIGNS.longest(back)?;
        let stem = length.checked_sub(class.len()).filter(|stem| *stem > 0)?;
        let said: String = before[before.len() - stem..].iter().collect();
        former::may_have_risen(&said).then_some((stem + 1, signs))
    };
    classes.iter().find_map(now)
}

/// The town that ends at `at` with its class, or as 公社 of its time: characters that the text says, and the counties that
/// have one of the name.
pub(crate) fn township_before(text: &[char], at: usize) -> Option<(usize, Vec<u64>)> {
    let classes: &[&[char]] = match text[at] {
        '社' => &[&['镇'], &['乡']],
        class => &[&[class]],
    };
    let said = if text[at] == '社' { 2 } else { 1 };
    let start = (at + 1).checked_sub(said).filter(|start| said == 1 || text[*start] == '公')?;
    let before = &text[start.saturating_sub(LONGEST)..start];
    classes.iter().find_map(|class| {
        let back = class.iter().chain(before.iter().rev()).copied();
        let (length, signs) = SIGNS.longest(back)?;
        Some((length - 1 + said, signs.iter().filter_map(|sign| sign.county).collect()))
    })
}

/// The place of ／台東報導, ／金湖報導 or 【麻豆訊】 that ends here, and what it says: only Taiwan's papers give it so.
fn reported_from(text: &[char], end: usize) -> Option<(&'static str, f64)> {
    /// Short names of counties and townships, from the last character to the first.
    static PLACES: LazyLock<Trie<(&'static str, f64)>> = LazyLock::new(|| {
        let mut trie = Trie::new();
        let short = |name| fold_text(name).into_iter().rev().skip(1);
        for unit in taiwan::counties() {
            trie.insert(short(unit.name), (unit.name, COUNTY_WEIGHT));
        }
        for unit in gazetteer().townships_below(taiwan::CODE) {
            if taiwan::short_township(unit.name).is_some() {
                trie.insert(short(unit.name), (unit.name, TOWNSHIP_WEIGHT));
            }
        }
        trie
    });
    const SHORTEST: usize = 2;
    let is_told = text[end] == '导';
    let place = if is_told { end.checked_sub(1).filter(|at| text[*at] == '报')? } else { end };
    let back = text[place.saturating_sub(LONGEST)..place].iter().rev().copied();
    let (length, found) = PLACES.longest(back)?;
    let (name, weight) = *found.first()?;
    let is_place = length >= SHORTEST && taiwan::is_marked(text, place - length, end + 1);
    // Papers abroad have news 【台北訊】, too.
    is_place.then_some((name, if is_told { weight } else { TOWNSHIP_WEIGHT }))
}

fn distinct_prefectures(signs: &[&Sign]) -> f64 {
    let mut codes: Vec<u64> = signs.iter().map(|sign| sign.prefecture).collect();
    codes.sort_unstable();
    codes.dedup();
    codes.len() as f64
}

fn decide(found: &BTreeMap<u64, BTreeMap<&'static str, (f64, u32)>>) -> Option<InferredRegion> {
    // A name said again says less than another name.
    let weight = |names: &BTreeMap<&str, (f64, u32)>| -> f64 {
        names.values().map(|(weight, count)| weight * (1.0 + f64::from(*count).ln() / 2.0)).sum()
    };
    let mut ranked: Vec<(f64, u64)> =
        found.iter().map(|(code, names)| (weight(names), *code)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let (best, code) = *ranked.first()?;
    let next = ranked.get(1).map_or(0.0, |ranked| ranked.0);
    if best < ENOUGH || best < next * AHEAD {
        return None;
    }
    let region = region_of(code)?;
    let mut names: Vec<(&&str, &(f64, u32))> = found.get(&code)?.iter().collect();
    names.sort_by(|a, b| b.1.0.total_cmp(&a.1.0).then(b.1.1.cmp(&a.1.1)).then(a.0.cmp(b.0)));
    let times = names.iter().map(|(_, (_, count))| *count as usize).sum();
    let first = names.iter().take(SHOWN).map(|(name, _)| **name).collect();
    Some(InferredRegion { region, first, names: names.len(), times })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::strait::side_of;

    fn inferred(text: &str) -> Option<&'static str> {
        let folded = fold_text(text);
        infer_region([folded.as_slice()], Reach::Prefecture, || side_of(text))
            .map(|inferred| inferred.region.name)
    }

    #[test]
    fn counties_and_townships_name_their_prefecture() {
        assert_eq!(inferred("新绛县和绛县,又到楚侯乡"), Some("运城市"));
        assert_eq!(inferred("铜梁县和潼南县"), Some("重庆市"));
        assert_eq!(inferred("铜梁报 2010年4月15日"), Some("重庆市"));
        assert_eq!(inferred("海林市橫道鎮与穆棱市"), Some("牡丹江市"));
        assert_eq!(inferred("台東縣與屏東縣"), Some("台灣"));
        assert_eq!(inferred("（葉欣／台東報導）昨日在市區"), Some("台灣"));
        assert_eq!(
            inferred("〔記者吳承翰／金城報導〕濃霧\n〔記者蔡雅筑／金湖報導〕植樹"),
            Some("台灣")
        );
        assert_eq!(inferred("【麻豆訊】文旦豐收\n【北門訊】鹽場"), Some("台灣"));
        assert_eq!(inferred("【本報記者林茂生將軍訊】台南縣將軍鄉"), Some("台灣"));
        assert_eq!(inferred("【台北訊】消息"), None);
        assert_eq!(inferred("沂水县院东头乡"), Some("临沂市"));
        assert_eq!(inferred("城区改造,全市推进,市区畅通"), None);
        assert_eq!(inferred("泉州晚报 2007年4月12日"), Some("泉州市"));
        assert_eq!(inferred("闽北日报 2017年12月1日"), Some("南平市"));
        assert_eq!(inferred("黔东南日报 2018年11月6日"), Some("黔东南苗族侗族自治州"));
        assert_eq!(inferred("临夏民族日报 2018年11月6日"), Some("临夏回族自治州"));
        assert_eq!(inferred("嵊泗报 1996年7月3日"), Some("舟山市"));
        assert_eq!(inferred("（葉欣／吉安報導）壽豐鄉與瑞穗鄉"), Some("台灣"));
        assert_eq!(inferred("三十名青年赴貴州從江縣義教"), None);
        assert_eq!(inferred("三十名青年赴貴州從江縣義教,從江縣下雪"), Some("黔东南苗族侗族自治州"));
        assert_eq!(inferred("记者从会议上获悉,各地上报,本报讯"), None);
    }

    #[test]
    fn one_place_makes_no_region_of_a_province_s_paper() {
        let inferred = |text: &str| {
            let folded = fold_text(text);
            infer_region([folded.as_slice()], Reach::Wide, || side_of(text))
                .map(|inferred| inferred.region.name)
        };
        assert_eq!(inferred("武山县洛门镇,又说武山县"), None);
        assert_eq!(inferred("新绛县和绛县,又到临猗县楚侯乡"), Some("运城市"));
        assert_eq!(inferred("（葉欣／台東報導）昨日在市區"), Some("台灣"));
    }

    #[test]
    fn a_region_is_found_by_its_name() {
        assert_eq!(region_named("运城市").unwrap().code, 1408);
        assert_eq!(region_named("北京市").unwrap().name, "北京市");
        assert_eq!(region_named("月城市"), None);
    }
}

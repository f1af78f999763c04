//! Whose paper is named here? The places of papers, by their short names.

use super::{COUNTY_WEIGHT, LONGEST, Sign};
use crate::fold::fold_text;
use crate::former;
use crate::forms::plain_autonomous;
use crate::gazetteer::{gazetteer, prefecture_of};
use crate::strait;
use crate::trie::Trie;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A prefecture's own paper.
const PAPER_WEIGHT: f64 = 4.5;

/// Characters of a short name at most: 锡林郭勒.
const SHORT_NAME: usize = 5;

/// Places whose paper is named here: 泉州晚报, 嵊泗报. A county of the same short name elsewhere takes its share.
pub(super) fn papers_named(text: &[char], end: usize) -> &'static [Sign] {
    /// What stands between the place and 报.
    const KINDS: [&[char]; 11] = [
        &['民', '族', '日'],
        &['团', '结'],
        &['日'],
        &['晚'],
        &['晨'],
        &['早'],
        &['都', '市'],
        &['商'],
        &['时'],
        &['周'],
        &[],
    ];
    /// Short names of papers' places, from the last character to the first.
    static PAPERS: LazyLock<Trie<Vec<Sign>>> = LazyLock::new(papers);
    let before = &text[end.saturating_sub(LONGEST)..end];
    let named = KINDS.iter().find_map(|kind| {
        let place = before.strip_suffix(*kind)?;
        let (length, signs) = PAPERS.longest(place.iter().rev().copied())?;
        // A paper's name by itself: 嵊泗报 opens a line or follows a mark; 泉州晚报 may stand anywhere.
        let starts = place.len() == length && end == length
            || place.get(place.len().wrapping_sub(length + 1)).is_some_and(|c| !c.is_alphabetic());
        (!kind.is_empty() || starts).then(|| signs.first()).flatten()
    });
    named.map_or(&[], Vec::as_slice)
}

/// Parts of a province after which the paper of one prefecture is named.
const PARTS: [(&str, &str); 7] = [
    ("闽东", "宁德市"),
    ("闽西", "龙岩市"),
    ("闽南", "漳州市"),
    ("闽北", "南平市"),
    ("赣南", "赣州市"),
    ("皖西", "六安市"),
    ("陇东", "庆阳市"),
];

fn papers() -> Trie<Vec<Sign>> {
    let all = gazetteer();
    let mut places: BTreeMap<Vec<char>, Vec<(u64, f64, &'static str)>> = BTreeMap::new();
    for (part, name) in PARTS {
        if let Some(unit) = all.prefectures.iter().find(|unit| unit.name == name) {
            let short = fold_text(part).into_iter().rev().collect();
            places.insert(short, vec![(unit.code, PAPER_WEIGHT, unit.name)]);
        }
    }
    let mut put = |name: &'static str, prefecture: u64, weight: f64| {
        let plain = plain_autonomous(name).filter(|_| name.ends_with('州'));
        let is_plain = plain.is_some();
        let mut short = fold_text(plain.as_deref().unwrap_or(name));
        let length = ["地区", "盟", "市", "县", "旗", "区", "州"]
            .iter()
            .find(|class| !is_plain && name.ends_with(**class))
            .map_or(0, |class| class.chars().count());
        short.truncate(short.len() - length);
        if (2..=SHORT_NAME).contains(&short.len()) {
            short.reverse();
            places.entry(short).or_default().push((prefecture, weight, name));
        }
    };
    for unit in &all.prefectures {
        put(unit.name, unit.code, PAPER_WEIGHT);
    }
    for unit in all.counties.iter().filter(|unit| !unit.name.ends_with('区')) {
        put(unit.name, prefecture_of(unit.code), COUNTY_WEIGHT);
    }
    // 铜梁报: a district that was a county kept its paper.
    let was_county = |old: &&former::Former| {
        let now = all.county(old.code);
        old.is_only && old.name.ends_with('县') && now.is_some_and(|unit| unit.name.ends_with('区'))
    };
    for old in former::names().iter().filter(was_county) {
        put(&old.name, prefecture_of(old.code), COUNTY_WEIGHT);
    }
    let mut trie = Trie::new();
    for (short, units) in places {
        let mut prefectures: Vec<u64> = units.iter().map(|unit| unit.0).collect();
        prefectures.sort_unstable();
        prefectures.dedup();
        let share = 1.0 / prefectures.len() as f64;
        let sign = |(prefecture, weight, name): (u64, f64, &'static str)| Sign {
            prefecture,
            county: None,
            weight: weight * share,
            name,
            is_shared: strait::is_shared(name),
        };
        trie.insert(short, units.into_iter().map(sign).collect());
    }
    trie
}

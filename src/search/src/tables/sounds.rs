//! How are the characters of a text read? All readings of each, without tones, and how usual each is.

use super::build::single;
use super::shapes::common;
use crate::pinyin::{Reading, Sounds};
use pinyin::ToPinyinMulti;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

/// Of characters that are read in several ways: the readings by how often in a thousand each is meant.
const SHARES: &str = include_str!("../../data/readings.txt");
/// Of a thousand: from so many on a reading is the usual one, and so on down to the last rarity.
const LEVELS: [u32; 3] = [400, 80, 10];

static USUAL: LazyLock<HashMap<char, Vec<(&'static str, u32)>>> = LazyLock::new(|| {
    let line = |line: &'static str| {
        let (c, rest) = line.split_once('\t')?;
        let mut rest = rest.split(' ');
        let mut shares = Vec::new();
        while let (Some(reading), Some(share)) = (rest.next(), rest.next()) {
            shares.push((reading, share.parse().ok()?));
        }
        Some((single(c)?, shares))
    };
    SHARES.lines().filter_map(line).collect()
});

impl Sounds {
    /// Of pairs of a character of the text and the one that stands for its class: readings that 运 and 運 have
    /// go to the unit of both.
    pub(super) fn of(classes: impl Iterator<Item = (char, char)>) -> Self {
        let mut units: BTreeMap<String, BTreeMap<u16, u8>> = BTreeMap::new();
        for (c, class) in classes {
            let Ok(unit) = u16::try_from(class as u32) else { continue };
            for (reading, rarity) in readings(c) {
                let own = units.entry(reading).or_default().entry(unit).or_insert(rarity);
                *own = rarity.min(*own);
            }
        }
        let mut readings = Vec::new();
        for (syllable, units) in units.values().enumerate() {
            let syllable = syllable as u16;
            let own = units.iter().map(|(unit, rarity)| Reading {
                unit: *unit,
                syllable,
                rarity: *rarity,
            });
            readings.extend(own);
        }
        Self { readings, syllables: units.into_keys().collect() }
    }

    /// Adds to the readings of common characters that the text has not those that one of `names` has: a name is
    /// typed with them by mistake.
    pub(super) fn add_alike(
        &mut self,
        names: impl Iterator<Item = char>,
        stands: &BTreeMap<char, char>,
    ) {
        let unit = |c: char| u16::try_from(c as u32).unwrap_or(0);
        let names: BTreeSet<u16> = names.map(unit).collect();
        let named = self.readings.iter().filter(|own| names.contains(&own.unit));
        let named: BTreeSet<u16> = named.map(|own| own.syllable).collect();
        let known: BTreeSet<u16> = self.readings.iter().map(|own| own.unit).collect();
        for c in common().filter(|c| !stands.contains_key(c) && !known.contains(&unit(*c))) {
            let usual = readings(c).into_iter().filter(|(_, rarity)| *rarity == 0);
            for (reading, rarity) in usual {
                let syllable =
                    self.syllables.binary_search(&reading).map_or(u16::MAX, |at| at as u16);
                if named.contains(&syllable) {
                    self.readings.push(Reading { unit: unit(c), syllable, rarity });
                }
            }
        }
        self.readings.sort_unstable_by_key(|own| (own.syllable, own.unit));
    }
}

/// The readings of a character with their rarities.
fn readings(c: char) -> Vec<(String, u8)> {
    let usual = USUAL.get(&c);
    let rarity = |share: u32| LEVELS.iter().take_while(|level| share < **level).count() as u8;
    let mut all: Vec<(String, u8)> = Vec::new();
    let known = usual.into_iter().flatten();
    all.extend(known.map(|(reading, share)| ((*reading).to_owned(), rarity(*share))));
    for reading in c.to_pinyin_multi().into_iter().flatten() {
        let plain = reading.plain().replace('ü', "v");
        let is_plain = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_lowercase());
        if is_plain && !all.iter().any(|(own, _)| *own == plain) {
            // Where nothing is known the first one is the usual one.
            let rarity = if all.is_empty() { 0 } else { LEVELS.len() as u8 };
            all.push((plain, rarity));
        }
    }
    all
}

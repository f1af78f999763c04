//! How are the characters of a text read? All readings of each, without tones.

use crate::pinyin::Sounds;
use pinyin::ToPinyinMulti;
use std::collections::{BTreeMap, BTreeSet};

impl Sounds {
    /// Of pairs of a character of the text and the one that stands for its class: readings that 运 and 運 have
    /// go to the unit of both.
    pub(super) fn of(classes: impl Iterator<Item = (char, char)>) -> Self {
        let mut units: BTreeMap<String, BTreeSet<u16>> = BTreeMap::new();
        for (c, class) in classes {
            let Ok(unit) = u16::try_from(class as u32) else { continue };
            for reading in c.to_pinyin_multi().into_iter().flatten() {
                let plain = reading.plain().replace('ü', "v");
                if !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_lowercase()) {
                    units.entry(plain).or_default().insert(unit);
                }
            }
        }
        let readings = units.values().enumerate();
        let readings =
            readings.flat_map(|(at, units)| units.iter().map(move |unit| (*unit, at as u16)));
        Self { readings: readings.collect(), syllables: units.into_keys().collect() }
    }
}

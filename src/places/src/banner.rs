//! How are the banners of Inner Mongolia called in short? 科右中旗 for 科尔沁右翼中旗, 达茂旗 for 达尔罕茂明安联合旗.

use crate::gazetteer::gazetteer;
use std::sync::LazyLock;

/// Those that no rule makes: name, short name.
const SHORT: &str = include_str!("../data/banner_short.csv");

/// Shorter names are left: 左旗, 莫旗 are those of several, or parts of other words.
const SHORTEST: usize = 3;

/// Short names and codes of banners, each name that of one banner alone.
pub fn short_names() -> &'static [(String, u64)] {
    static NAMES: LazyLock<Vec<(String, u64)>> = LazyLock::new(|| {
        let banners = || gazetteer().counties.iter().filter(|unit| unit.name.ends_with('旗'));
        let mut names: Vec<(String, u64)> = banners()
            .filter_map(|unit| Some((listed(unit.name).or_else(|| made(unit.name))?, unit.code)))
            .collect();
        let all = names.clone();
        names.retain(|(name, code)| {
            name.chars().count() >= SHORTEST
                && banners().all(|unit| unit.name != name)
                && all.iter().all(|(other, of)| other != name || of == code)
        });
        names
    });
    &NAMES
}

fn listed(name: &str) -> Option<String> {
    let rows = SHORT.lines().skip(1).filter_map(|row| row.split_once(','));
    rows.into_iter().find(|(long, _)| *long == name).map(|(_, short)| short.to_owned())
}

/// 察右前旗, 阿左旗, 鄂温克旗.
fn made(name: &str) -> Option<String> {
    if let Some(own) = name.strip_suffix("自治旗") {
        let own = own.strip_suffix("达斡尔族").unwrap_or(own).trim_end_matches('族');
        return Some(format!("{own}旗"));
    }
    let stem = name.strip_suffix('旗')?;
    let wing = ["左翼", "右翼"].into_iter().find_map(|wing| {
        let (_, place) = stem.split_once(wing)?;
        Some(format!("{}{place}", wing.chars().next()?))
    });
    let side = || stem.chars().next_back().filter(|side| "左右前中后".contains(*side));
    let rest = wing.or_else(|| side().map(String::from))?;
    Some(format!("{}{rest}旗", stem.chars().next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_banner_s_short_name_is_made_or_listed() {
        let of = |short: &str| {
            let (_, code) = short_names().iter().find(|(name, _)| name == short)?;
            gazetteer().county(*code).map(|unit| unit.name)
        };
        assert_eq!(of("科左后旗"), Some("科尔沁左翼后旗"));
        assert_eq!(of("察右中旗"), Some("察哈尔右翼中旗"));
        assert_eq!(of("阿左旗"), Some("阿拉善左旗"));
        assert_eq!(of("鄂伦春旗"), Some("鄂伦春自治旗"));
        assert_eq!(of("莫力达瓦旗"), Some("莫力达瓦达斡尔族自治旗"));
        assert_eq!(of("达茂旗"), Some("达尔罕茂明安联合旗"));
        assert_eq!(of("左旗"), None);
        assert!(SHORT.lines().skip(1).all(|row| of(row.split_once(',').unwrap().1).is_some()));
    }
}

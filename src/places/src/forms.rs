//! How may a unit be called in a text? Full name, short name, a village with or without its committee.

/// Suffixes of committees, longest first: 姚村村委会 and 姚村委会 are both 姚村.
const COMMITTEES: [&str; 6] =
    ["社区居民委员会", "社区居委会", "村民委员会", "居民委员会", "村委会", "居委会"];

const NATIONS: [&str; 56] = [
    "壮族",
    "回族",
    "满族",
    "维吾尔",
    "苗族",
    "彝族",
    "土家族",
    "藏族",
    "蒙古族",
    "蒙古",
    "侗族",
    "布依族",
    "瑶族",
    "白族",
    "朝鲜族",
    "哈尼族",
    "黎族",
    "哈萨克族",
    "哈萨克",
    "傣族",
    "畲族",
    "傈僳族",
    "东乡族",
    "仡佬族",
    "拉祜族",
    "佤族",
    "水族",
    "纳西族",
    "羌族",
    "土族",
    "仫佬族",
    "锡伯族",
    "锡伯",
    "柯尔克孜族",
    "柯尔克孜",
    "景颇族",
    "达斡尔族",
    "撒拉族",
    "布朗族",
    "毛南族",
    "塔吉克族",
    "塔吉克",
    "普米族",
    "阿昌族",
    "怒族",
    "鄂温克族",
    "鄂温克",
    "京族",
    "基诺族",
    "德昂族",
    "保安族",
    "裕固族",
    "裕固",
    "独龙族",
    "鄂伦春",
    "各族",
];

/// The shortest short name that is used alone: 绛 is not, 新绛 is.
const SHORTEST: usize = 2;

/// The name without 县, 市, 区 …: 新绛 for 新绛县. `None` where that is too short to be used alone.
pub fn short_county(name: &str) -> Option<String> {
    if name.contains("自治") {
        // 鄂温克族自治旗: what is left are the people.
        return plain_autonomous(name).filter(|plain| !NATIONS.contains(&plain.as_str()));
    }
    let end = name.char_indices().next_back()?.0;
    let (short, suffix) = name.split_at(end);
    let is_unit = matches!(suffix, "县" | "市" | "旗" | "縣" | "区");
    (is_unit && short.chars().count() >= SHORTEST).then(|| short.to_owned())
}

/// 积石山 for 积石山保安族东乡族撒拉族自治县, 黔东南 for 黔东南苗族侗族自治州.
pub fn plain_autonomous(name: &str) -> Option<String> {
    let mut plain =
        ["自治县", "自治旗", "自治州"].into_iter().find_map(|class| name.strip_suffix(class))?;
    while let Some(shorter) = NATIONS
        .iter()
        .filter_map(|nation| plain.strip_suffix(nation))
        .filter(|shorter| !shorter.is_empty())
        .min_by_key(|shorter| shorter.len())
    {
        plain = shorter;
    }
    (plain.chars().count() >= SHORTEST).then(|| plain.to_owned())
}

/// How a text names a village: 姚村 and 姚村村 for 姚村村委会; only 龙湖社区 for 龙湖社区居委会.
pub fn village(name: &str) -> Vec<String> {
    let is_community = name.contains("社区");
    let Some(core) = COMMITTEES.iter().find_map(|suffix| name.strip_suffix(suffix)) else {
        return vec![name.to_owned()];
    };
    // 姚村委会 is 姚村, cut one character early: the suffix took its 村.
    let core = if name.ends_with("村委会") && name.matches('村').count() == 1 && !is_community {
        format!("{core}村")
    } else {
        core.to_owned()
    };
    if is_community {
        return vec![format!("{}社区", core.trim_end_matches("社区"))];
    }
    let bare = core.strip_suffix('村').filter(|bare| bare.chars().count() > SHORTEST);
    let doubled = core.ends_with('村').then(|| format!("{core}村"));
    let plain = if core.ends_with('村') { core.clone() } else { format!("{core}村") };
    std::iter::once(plain).chain(doubled).chain(bare.map(str::to_owned)).collect()
}

/// Whether a township-level entry is a real township that a text may name: 镇, 乡, 街道, 苏木.
pub fn is_township(name: &str) -> bool {
    ["镇", "乡", "街道", "苏木", "鎮", "鄉"].iter().any(|suffix| name.ends_with(suffix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_that_stand_alone() {
        assert_eq!(short_county("新绛县").as_deref(), Some("新绛"));
        assert_eq!(short_county("绛县"), None);
        assert_eq!(short_county("积石山保安族东乡族撒拉族自治县").as_deref(), Some("积石山"));
        assert_eq!(short_county("沧源佤族自治县").as_deref(), Some("沧源"));
        assert_eq!(short_county("鄂温克族自治旗"), None);
    }

    #[test]
    fn a_village_is_named_without_its_committee() {
        assert_eq!(village("姚村村委会"), ["姚村", "姚村村"]);
        assert_eq!(village("姚村委会"), ["姚村", "姚村村"]);
        assert_eq!(village("龙湖社区居委会"), ["龙湖社区"]);
        assert_eq!(village("长江府村委会"), ["长江府村", "长江府村村", "长江府"]);
        assert_eq!(village("高头村委会")[0], "高头村");
    }
}

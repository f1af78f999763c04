//! Which counties and cities has Taiwan? The national code has none below 71; these are numbered here.

use crate::gazetteer::Unit;

/// Taiwan in the national code; for a paper's region it is one prefecture.
pub const CODE: u64 = 71;
pub const NAME: &str = "台灣";

const COUNTIES: [&str; 22] = [
    "台北市",
    "新北市",
    "桃園市",
    "台中市",
    "台南市",
    "高雄市",
    "基隆市",
    "新竹市",
    "嘉義市",
    "新竹縣",
    "苗栗縣",
    "彰化縣",
    "南投縣",
    "雲林縣",
    "嘉義縣",
    "屏東縣",
    "宜蘭縣",
    "花蓮縣",
    "台東縣",
    "澎湖縣",
    "金門縣",
    "連江縣",
];

/// A county that became a city.
pub struct Former {
    pub name: &'static str,
    pub name_today: &'static str,
    /// The month in which it did; the day was the 25th.
    pub until: u32,
    /// Whether it is all of the city: Taichung, Tainan and Kaohsiung were cities beside their counties.
    pub is_all: bool,
}

pub const FORMER: [Former; 5] = [
    Former { name: "台北縣", name_today: "新北市", until: 201012, is_all: true },
    Former { name: "桃園縣", name_today: "桃園市", until: 201412, is_all: true },
    Former { name: "台中縣", name_today: "台中市", until: 201012, is_all: false },
    Former { name: "台南縣", name_today: "台南市", until: 201012, is_all: false },
    Former { name: "高雄縣", name_today: "高雄市", until: 201012, is_all: false },
];

/// The districts that cities had before the counties around them became part of them.
const OF_OLD_CITIES: [(&str, &[&str]); 3] = [
    ("台中市", &["中區", "東區", "南區", "西區", "北區", "西屯區", "南屯區", "北屯區"]),
    ("台南市", &["東區", "南區", "西區", "中區", "北區", "中西區", "安南區", "安平區"]),
    (
        "高雄市",
        &[
            "鹽埕區",
            "鼓山區",
            "左營區",
            "楠梓區",
            "三民區",
            "新興區",
            "前金區",
            "苓雅區",
            "前鎮區",
            "旗津區",
            "小港區",
        ],
    ),
];

/// Whether a district of today stood in the county beside the city: 麻豆區, not 安平區. Not known where it is no district.
pub fn was_in_the_county(city: &str, unit: &str) -> Option<bool> {
    let (_, districts) = OF_OLD_CITIES.iter().find(|(name, _)| *name == city)?;
    unit.ends_with('區').then(|| !districts.contains(&unit))
}

/// What papers there write for a county besides its name: 屏縣 is 屏東縣.
pub const ALIASES: [(&str, &str); 12] = [
    ("竹縣", "新竹縣"),
    ("竹市", "新竹市"),
    ("嘉市", "嘉義市"),
    ("雲縣", "雲林縣"),
    ("屏縣", "屏東縣"),
    ("投縣", "南投縣"),
    ("苗縣", "苗栗縣"),
    ("彰縣", "彰化縣"),
    ("宜縣", "宜蘭縣"),
    ("花縣", "花蓮縣"),
    ("嘉縣", "嘉義縣"),
    ("澎縣", "澎湖縣"),
];

/// 恆春鎮, 大安區, 竹北市: a district or a city below a county is no township anywhere else.
pub fn is_township(name: &str) -> bool {
    ["鎮", "鄉", "市", "區"].iter().any(|class| name.ends_with(class))
}

/// What a unit was called before it rose, or its county became a city: 員林鎮 for 員林市, 大溪鎮 for 大溪區.
pub fn former_townships(name: &str) -> Vec<String> {
    const SHORTEST: usize = 2;
    let Some(end) = name.char_indices().next_back().map(|(end, _)| end) else { return Vec::new() };
    let (stem, class) = name.split_at(end);
    let before: &[&str] = match class {
        "區" => &["鄉", "鎮", "市"],
        "市" => &["鎮", "鄉"],
        _ => &[],
    };
    let before = before.iter().filter(|_| stem.chars().count() >= SHORTEST);
    before.map(|class| format!("{stem}{class}")).collect()
}

/// What stands behind a place that a report is from: ／恆春報導, 【麻豆訊】.
pub const REPORTS: [&str; 2] = ["報導", "訊"];

/// What is called after the township that it stands in: 虎尾糖廠, 員林演藝廳.
pub const LANDMARKS: &str = "國小 國中 高中 高商 高工 糖廠 酒廠 啤酒廠 菸葉廠 鹽場 農會 漁會 分局 \
    車站 火車站 老街 夜市 演藝廳 海域 海邊 溪口 漁港 鎮公所 鄉公所 衛生所 公路";

/// Townships whose names schools and streets have everywhere.
const ORDINARY: &str = "復興 光復 和平 成功 太平 三民 西湖 新興 北門 東山 中和 永和 永康 安定 石門 金山 大同 大安 中山 中正 信義 仁愛 自強";

/// Whether what has this township's name stands there: 虎尾糖廠, not 光復國小.
pub fn names_landmarks(short: &str) -> bool {
    const SHORTEST: usize = 2;
    short.chars().count() >= SHORTEST && !ORDINARY.split_whitespace().any(|name| name == short)
}

/// Whether folded text names in a report head where the report is from: 【麻豆訊】, 【記者朱惠真玉井報導】, △斗六訊：.
pub fn is_marked(text: &[char], start: usize, end: usize) -> bool {
    /// Characters of 記者 and a name.
    const NAMED: usize = 6;
    let opens = start.checked_sub(1).is_some_and(|at| matches!(text[at], '/' | '【' | '('));
    let closes = matches!(text.get(end), Some('】' | ')'));
    let before = &text[start.saturating_sub(NAMED)..start];
    let said = |word: [char; 2]| before.windows(2).any(|two| two == word);
    let heads_line = text.get(end).is_some_and(|mark| matches!(mark, ':' | '：'))
        && start.checked_sub(1).is_none_or(|at| !text[at].is_alphanumeric());
    opens || heads_line || closes && (said(['记', '者']) || said(['本', '报']))
}

/// 恆春 as in ／恆春報導; 台東 is the county.
pub fn short_township(name: &str) -> Option<&str> {
    let short = &name[..name.char_indices().next_back()?.0];
    (!COUNTIES.iter().any(|county| county.starts_with(short))).then_some(short)
}

pub fn counties() -> impl Iterator<Item = Unit> {
    const FIRST: u64 = CODE * 10_000 + 1;
    (FIRST..).zip(COUNTIES).map(|(code, name)| Unit { code, name })
}

#[cfg(test)]
mod tests {
    use crate::fold::fold_text;
    use crate::names::Places;
    use crate::region::region_named;

    #[test]
    fn a_report_head_says_where_it_is_from() {
        let counties = |text: &str| {
            let text = fold_text(text);
            let tagging = Places::of(region_named("台灣")).tag(&text, text.len(), None);
            tagging.counties.iter().map(|tagged| tagged.name).collect::<Vec<_>>()
        };
        assert_eq!(counties("〔記者王小明／恆春報導〕洋蔥節改期"), ["屏東縣"]);
        assert_eq!(counties("【恆春訊】洋蔥節改期"), ["屏東縣"]);
        assert_eq!(counties("【記者王小明玉井報導】芒果豐收"), ["台南市"]);
        assert_eq!(counties("【本報虎尾訊】糖廠開工"), ["雲林縣"]);
        assert_eq!(counties("△斗六訊：運動大會"), ["雲林縣"]);
        assert_eq!(counties("員林演藝廳今晚演出"), ["彰化縣"]);
        assert!(counties("光復國小的操場").is_empty());
        assert!(counties("據法新社報導，會議延期").is_empty());
        // Before it became a city.
        assert_eq!(counties("台南縣衛生局抽查"), ["台南市"]);
    }
}

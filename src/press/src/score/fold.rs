//! When are two names, labels, days or counties the same? Folded as the schema of truth files says.

use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization;

/// Compatibility forms and radicals folded, without spaces.
pub fn fold(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).map(radical).collect()
}

/// The block CJK Radicals Supplement has no compatibility forms of Unicode's own.
fn radical(c: char) -> char {
    if ('\u{2E80}'..='\u{2EFF}').contains(&c) { places::fold(c) } else { c }
}

/// A label without the ornaments around it; `None` where nothing is left.
pub fn label(text: Option<&str>) -> Option<String> {
    const ORNAMENTS: &str = "【】[]〖〗■□◆◇●○▲△▼★☆◎※《》〈〉「」『』|｜:：·•—-～~*";
    let folded = fold(text?);
    let bare = folded.trim_matches(|c| ORNAMENTS.contains(c));
    (!bare.is_empty()).then(|| bare.to_owned())
}

/// 7月23日 of any date; what else stands there is compared whole.
pub fn day(text: Option<&str>) -> Option<String> {
    let folded = fold(text.filter(|text| !text.is_empty())?);
    let chars: Vec<char> = folded.chars().collect();
    let digits =
        |range: &mut dyn Iterator<Item = &char>| range.take_while(|c| c.is_ascii_digit()).count();
    let read = (0..chars.len()).filter(|at| chars[*at] == '月').find_map(|month| {
        let before = digits(&mut chars[..month].iter().rev()).min(2);
        let after = digits(&mut chars[month + 1..].iter());
        let end = month + 1 + after;
        let is_day = before > 0 && (1..=2).contains(&after) && chars.get(end) == Some(&'日');
        is_day.then(|| chars[month - before..=end].iter().collect())
    });
    read.or(Some(folded))
}

/// 記者 is 记者, 文/图 is 文图.
pub fn role(text: Option<&str>) -> String {
    let simple = |c| match c {
        '記' => '记',
        '攝' => '摄',
        '訊' => '讯',
        '導' => '导',
        '員' => '员',
        '習' => '习',
        '圖' => '图',
        c => c,
    };
    fold(text.unwrap_or_default()).chars().filter(|c| *c != '/').map(simple).collect()
}

/// County names seen so far: 积石山县 is 积石山保安族东乡族撒拉族自治县 once that has been named.
#[derive(Default)]
pub struct Counties {
    autonomous: HashSet<String>,
}

impl Counties {
    pub fn name(&mut self, text: &str) -> String {
        const PEOPLES: &str = "回族 藏族 苗族 彝族 壮族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克 哈萨克族 傣族 黎族 傈僳族 佤族 畲族 \
            拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯 锡伯族 阿昌族 \
            普米族 塔吉克 怒族 鄂温克族 保安族 裕固族 独龙族 鄂伦春 蒙古族 蒙古 朝鲜族 布依族 裕固 各族";
        let name: String = fold(text).chars().map(mainland).collect();
        let autonomous = name.strip_suffix("自治县").or(name.strip_suffix("自治旗"));
        if let Some(mut base) = autonomous {
            let of = |base: &str| {
                let ends = PEOPLES.split_whitespace().filter(|end| base.ends_with(end));
                ends.map(str::len).filter(|length| *length < base.len()).max()
            };
            while let Some(length) = of(base) {
                base = &base[..base.len() - length];
            }
            self.autonomous.insert(base.to_owned());
            return base.to_owned();
        }
        match name.strip_suffix('县') {
            Some(base) if self.autonomous.contains(base) => base.to_owned(),
            _ => name,
        }
    }
}

/// Characters of Taiwan's counties.
fn mainland(c: char) -> char {
    const FROM: &str = "園義縣彰雲東宜蘭蓮門連臺";
    const TO: &str = "园义县彰云东宜兰莲门连台";
    FROM.chars().zip(TO.chars()).find(|(from, _)| *from == c).map_or(c, |(_, to)| to)
}

//! Where does the name end that has a place or 綜合 right behind it: 卓詩宇綜合報導, 戴軒承新北報導?

use super::REPORTS;
use crate::cursor::ends_with;
use crate::people;
use crate::source::Ink;

/// Places of more than two characters from which Chinese papers abroad report.
const ABROAD: [&str; 30] = [
    "皇后区",
    "布碌仑",
    "布鲁克林",
    "布朗士",
    "史坦顿岛",
    "曼哈顿",
    "法拉盛",
    "日落公园",
    "新泽西",
    "旧金山",
    "洛杉矶",
    "圣荷西",
    "圣地亚哥",
    "圣盖博",
    "奥克兰",
    "西雅图",
    "休士顿",
    "休斯敦",
    "芝加哥",
    "波士顿",
    "华盛顿",
    "温哥华",
    "列治文",
    "多伦多",
    "蒙特利尔",
    "吉隆坡",
    "新加坡",
    "墨尔本",
    "布里斯本",
    "费城",
];

/// Characters of the name that `rest` begins with; `None` where it is no report.
pub fn name_end(rest: &[Ink]) -> Option<usize> {
    const LONGEST_NAME: usize = 3;
    if !REPORTS.end(rest) || rest.len() < 4 {
        return None;
    }
    let body = rest.len() - 2;
    // 黃志輝專訪: no place.
    if body <= LONGEST_NAME && people::has_family(rest) {
        return Some(body);
    }
    if body <= 2 {
        return None;
    }
    // 朱蕾皇后區報導
    let abroad = ABROAD.iter().find(|place| ends_with(&rest[..body], place));
    let before = abroad.map(|place| body.saturating_sub(place.chars().count()));
    if let Some(name) = before.filter(|name| (2..=LONGEST_NAME).contains(name)) {
        return people::is_name(&rest[..name]).then_some(name);
    }
    let place = if body > 4 && ends_with(&rest[..body], "综合") { 2 } else { 2.min(body - 2) };
    // 高秀珠太麻里报导: names of more than three characters begin with a double family name.
    let is_double = people::has_double(rest);
    let name = if is_double { body - place } else { (body - place).min(LONGEST_NAME) };
    people::is_name(&rest[..name]).then_some(name)
}

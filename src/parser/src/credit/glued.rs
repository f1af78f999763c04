//! Where does the name end that has a place or 綜合 right behind it: 卓詩宇綜合報導, 戴軒承新北報導?

use crate::cursor::{ends_with, is_han};
use crate::lexicon::{Class, class_of};
use crate::people;
use crate::source::Ink;
use crate::wordlist::Words;

/// Places of more than two characters from which Chinese papers abroad report.
const ABROAD: [&str; 31] = [
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
    "三藩市",
];

/// What says how it was reported, behind the place.
static REPORTS: Words = Words::of(&["报道", "报导", "专电", "专讯", "传真", "专访", "特写"]);

/// Characters of the word that ends a report head: 報導, 專訊, or 訊 by itself.
pub fn report_word(ink: &[Ink]) -> Option<usize> {
    const WORD: usize = 2;
    /// 通讯, 简讯, 音讯.
    const OF_WORDS: &str = "快简短通资音喜时专闻";
    if REPORTS.end(ink) {
        return Some(WORD);
    }
    let sent = matches!(ink, [.., before, last] if last.c == '讯' && !OF_WORDS.contains(before.c));
    (sent && ink.len() > WORD).then_some(1)
}

/// Characters of the name that `rest` begins with; `None` where it is no report.
pub fn name_end(rest: &[Ink]) -> Option<usize> {
    const LONGEST_NAME: usize = 3;
    const SHORTEST: usize = 4;
    let word = report_word(rest)?;
    let body = &rest[..rest.len() - word];
    // 王小讯 is a name, 王小明嘉义讯 a report.
    if word == 1 {
        let apart = rest.iter().skip(1).any(|ink| ink.spaced || !is_han(ink.c));
        let told = || {
            name_before_place(body).filter(|name| body.len() > SHORTEST || is_place(&body[*name..]))
        };
        return if apart || body.len() < SHORTEST { None } else { told() };
    }
    if rest.len() < SHORTEST {
        return None;
    }
    // 黃志輝專訪: no place.
    if body.len() <= LONGEST_NAME && people::has_family(rest) {
        return Some(body.len());
    }
    if body.len() > SHORTEST && ends_with(body, "综合") {
        let name = body.len() - 2;
        return people::is_name(&rest[..name]).then_some(name);
    }
    name_before_place(body)
}

/// Where the name ends in 陳大文台北, 黃巍舊金山, 高秀珠太麻里: before a place that is known, or else behind three characters
/// where two are left. Names of more begin with a double family name.
pub fn name_before_place(ink: &[Ink]) -> Option<usize> {
    const SHORTEST_PLACE: usize = 2;
    let lengths = if people::has_double(ink) { [4, 3] } else { [3, 2] };
    // 商讯台北讯: a house, and no reporter.
    const HOUSES: &str = "讯报社网台";
    let may_be = |name: &usize| {
        ink.len() >= name + SHORTEST_PLACE
            && people::is_name(&ink[..*name])
            && !HOUSES.contains(ink[name - 1].c)
    };
    let mut names = lengths.into_iter().filter(may_be);
    let known = names.clone().find(|name| is_place(&ink[*name..]));
    known.or_else(|| names.next().filter(|_| people::has_family(ink)))
}

fn is_place(ink: &[Ink]) -> bool {
    let place: Vec<char> = ink.iter().map(|ink| ink.c).collect();
    class_of(&place) == Class::Place
        || places::is_short_county(&place)
        || ABROAD.iter().any(|abroad| abroad.chars().eq(place.iter().copied()))
}

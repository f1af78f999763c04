//! Is what reads like a place's name one where it stands?

use crate::fold::fold_text;
use crate::former;
use crate::gazetteer::gazetteer;
use crate::listed::place_before;
use crate::names::{Form, Mention};
use crate::taiwan;

/// What makes a county's short name the name of something else: a road, a canal, a bank …
const NOT_A_PLACE: [&str; 22] = [
    "运河", "渠", "路", "街", "大道", "大桥", "高速", "铁路", "高铁", "战役", "会战", "水库", "江",
    "河", "湖", "队", "杯", "牌", "酒", "醋", "号", "舰",
];

/// Short names that are words as well: a text means the county where it says 合作市, or 合作: at the head of a line.
const WORDS: &str = "合作 和平 东方 公安 友谊 同心 平安 中方 兴业 资源 大名 高台 会同 通道 沿河 乐业 万年 铜鼓 共和 民主 \
    平原 长子 富裕 方正 梨树 榆树 灯塔 比如 延长 南部 台前 惠民 武功 清水 康乐 温泉 博爱 白杨 商城 大田 新兴 民乐 甘泉 \
    兴隆 洞口 天台 东海 白玉 木兰 太白 咸丰 新民 新星 大方 滨海";

/// The place that this stretch of a folded text names, if it names one. `is_home`: whether a county is one of those that
/// the paper serves.
pub fn mention(
    text: &[char],
    (start, end): (usize, usize),
    values: &[(Form, u64)],
    is_home: impl Fn(u64) -> bool,
) -> Option<Mention> {
    let form = values.iter().map(|(form, _)| *form).min()?;
    // 法新社報導 is no report from 新社.
    let said = &text[start..end];
    let is_report =
        form == Form::Township && (said.ends_with(&['报', '导']) || said.ends_with(&['讯']));
    let unmarked = is_report && !taiwan::is_marked(text, start, end);
    let is_no_place =
        || is_other_thing(&text[end..]) || is_brand(text, start, end) || is_word(text, start, end);
    if form == Form::Other || (form == Form::Short && is_no_place()) || unmarked {
        return None;
    }
    let mut codes: Vec<u64> =
        values.iter().filter(|value| value.0 == form).map(|value| value.1).collect();
    if form == Form::County {
        let at_home = codes.iter().any(|code| is_home(*code));
        // Fujian has a 金门县, too: at home the name means the one at home.
        codes.retain(|code| !at_home || is_home(*code));
        let is_other = is_rest_of_word(text, start, end) || is_area(text, end);
        if is_other || !at_home && is_with(text, start, end) {
            return None;
        }
    }
    let is_former = form == Form::County && is_former(&text[start..end], &codes);
    if is_former && former::is_word_with(&text[start..end], text.get(end)) {
        return None;
    }
    Some(Mention { start, end, form, codes, said: text[start..end].iter().collect() })
}

/// 富裕起来: the word, unless the name heads its line, 富裕：.
fn is_word(text: &[char], start: usize, end: usize) -> bool {
    let heads_line = start.checked_sub(1).is_none_or(|before| text[before] == '\n');
    !(heads_line && text.get(end).is_some_and(|mark| matches!(mark, ':' | '：')))
        && is_word_of(&text[start..end])
}

/// Whether a short name is a word as well.
pub fn is_word_of(said: &[char]) -> bool {
    WORDS.split_whitespace().any(|word| word.chars().eq(said.iter().copied()))
}

/// Whether a folded name of a county ends otherwise than the unit of today: 永年县 for 永年区.
fn is_former(said: &[char], codes: &[u64]) -> bool {
    let now = codes.first().and_then(|code| gazetteer().county(*code));
    now.is_some_and(|unit| matches!(unit.name.chars().next_back(), Some('区' | '市')))
        && now.and_then(|unit| fold_text(unit.name).last().copied()) != said.last().copied()
}

/// 市和县, 记者随县供电公司, 千年古县: with the county, or an old one, unless something leads to a county so called, 从随县, 山西古县.
fn is_with(text: &[char], start: usize, end: usize) -> bool {
    const WITH: &str = "和随应成古";
    const LEADS: &str = "在从到往赴由自向距离";
    let before = start.checked_sub(1).map(|at| text[at]).filter(|c| c.is_alphabetic());
    end - start == 2
        && WITH.contains(text[start])
        && before.is_some_and(|before| !LEADS.contains(before))
        && place_before(text, start).is_none()
}

/// 潮安区域: the area, and no district.
fn is_area(text: &[char], end: usize) -> bool {
    text[end - 1] == '区' && text.get(end) == Some(&'域')
}

/// 示范县, 致富县: a county of two characters of which the first ends the word before it.
fn is_rest_of_word(text: &[char], start: usize, end: usize) -> bool {
    const WORDS: [&str; 38] = [
        "示范", "模范", "规范", "师范", "防范", "建成", "形成", "完成", "达成", "组成", "致富",
        "共富", "强富", "丰富", "贸易", "交易", "容易", "信息", "消息", "名单", "清单", "订单",
        "百佳", "十佳", "茶叶", "作文", "语文", "提高", "抵达", "发达", "高温", "气温", "水温",
        "降温", "升温", "低温", "体温", "保温",
    ];
    end - start == 2
        && start > 0
        && WORDS.iter().any(|word| word.chars().eq(text[start - 1..=start].iter().copied()))
}

/// “临武鸭”, “白沙绿茶”: in quotation marks and with what is sold under it, the name is a brand's. “平陆经验” is the county's.
fn is_brand(text: &[char], start: usize, end: usize) -> bool {
    const LONGEST: usize = 4;
    const OF_THE_COUNTY: [&str; 14] = [
        "模式", "经验", "速度", "样板", "现象", "精神", "故事", "力量", "答卷", "做法", "方案",
        "实践", "名片", "人",
    ];
    let opens = start > 0 && text[start - 1] == '“';
    let rest = &text[end..text.len().min(end + LONGEST + 1)];
    let Some(length) = rest.iter().position(|c| *c == '”') else { return false };
    let what: String = rest[..length].iter().collect();
    opens && length > 0 && !OF_THE_COUNTY.iter().any(|word| what.ends_with(word))
}

/// 平陆运河, 永济西街: the name of something else begins with the place's, and goes on so.
pub fn is_other_thing(rest: &[char]) -> bool {
    // 鄂托克西街, 平陆南路
    let ends_street = |rest: &[char]| rest.starts_with(&['路']) || rest.starts_with(&['街']);
    let is_side =
        matches!(rest, [side, street @ ..] if "东西南北中".contains(*side) && ends_street(street));
    is_side || NOT_A_PLACE.iter().any(|word| rest.starts_with(&word.chars().collect::<Vec<char>>()))
}

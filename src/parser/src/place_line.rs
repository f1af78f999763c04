//! Is a line nothing but places, as a kicker over a headline is?

use crate::source::Ink;
use places::{Form, Places};

/// A kicker such as 闻喜县姚村, 阳春春湾 or 固原市区: places of the gazetteer and nothing else.
pub fn is_place(ink: &[Ink], places: &Places) -> bool {
    let chars: Vec<char> = ink.iter().map(|ink| ink.c).collect();
    /// Two places in short.
    const SHORT: std::ops::RangeInclusive<usize> = 4..=6;
    let in_short = |unit: &str| {
        let whole: Vec<char> = chars.iter().copied().chain(unit.chars()).collect();
        are_places(&whole, places) > 1
    };
    let is_town = matches!(chars.as_slice(), [.., '市' | '县' | '城', '区' | '城']);
    are_places(&chars, places) > 0
        || is_village(&chars, places)
        || is_in_province(&chars, places)
        || is_town && are_places(&chars[..chars.len() - 1], places) > 0
        || SHORT.contains(&chars.len()) && ["镇", "乡", "街道"].into_iter().any(in_short)
}

/// 蔚县暖泉镇西古堡村: a village or unit that no list has, behind the name of its township or county.
fn is_village(chars: &[char], places: &Places) -> bool {
    const NAME: std::ops::RangeInclusive<usize> = 1..=3;
    const ORDINARY: [&str; 8] = ["乡村", "农村", "新村", "山村", "渔村", "各村", "美丽", "示范"];
    const UNITS: [&str; 9] = ["村", "社区", "屯", "镇", "乡", "街道", "苏木", "嘎查", "林场"];
    if !places.may_open(chars) {
        return false;
    }
    let mentions = places.find(chars);
    let above =
        mentions.iter().take_while(|mention| matches!(mention.form, Form::County | Form::Township));
    let end = above.fold(0, |end, mention| if mention.start == end { mention.end } else { end });
    let rest: String = chars[end..].iter().collect();
    let Some(name) = UNITS.iter().find_map(|unit| rest.strip_suffix(unit)) else { return false };
    end > 0
        && NAME.contains(&name.chars().count())
        && name.chars().all(crate::cursor::is_han)
        && !ORDINARY.iter().any(|word| rest.contains(word))
}

/// 黑龙江漠河, 山东沂南: a province and a county of it, both in short.
fn is_in_province(chars: &[char], places: &Places) -> bool {
    const PROVINCES: [&str; 31] = [
        "北京",
        "天津",
        "上海",
        "重庆",
        "河北",
        "山西",
        "内蒙古",
        "辽宁",
        "吉林",
        "黑龙江",
        "江苏",
        "浙江",
        "安徽",
        "福建",
        "江西",
        "山东",
        "河南",
        "湖北",
        "湖南",
        "广东",
        "广西",
        "海南",
        "四川",
        "贵州",
        "云南",
        "西藏",
        "陕西",
        "甘肃",
        "青海",
        "宁夏",
        "新疆",
    ];
    const COUNTY: std::ops::RangeInclusive<usize> = 2..=4;
    let county = PROVINCES.iter().find_map(|province| {
        let length = province.chars().count();
        let opens = chars.len() > length && province.chars().eq(chars[..length].iter().copied());
        opens.then(|| &chars[length..])
    });
    county.is_some_and(|county| {
        COUNTY.contains(&county.len())
            && ["县", "市", "区", "旗"].into_iter().any(|unit| {
                let whole: Vec<char> = county.iter().copied().chain(unit.chars()).collect();
                are_places(&whole, places) == 1
            })
    })
}

/// How many places these characters name, where they name nothing else.
fn are_places(chars: &[char], places: &Places) -> usize {
    // Most lines begin with no name.
    if !places.may_open(chars) {
        return 0;
    }
    let mentions = places.find(chars);
    let covered: usize = mentions.iter().map(|mention| mention.end - mention.start).sum();
    let first_is_firm =
        mentions.first().is_some_and(|mention| mention.form != Form::Village || chars.len() > 2);
    if covered == chars.len() && first_is_firm { mentions.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;
    use places::region_named;

    #[test]
    fn places_in_full_and_in_short_are_told_from_headlines() {
        let places = Places::of(region_named("阳江市"));
        let told = |text: &str| is_place(&Source::of(text).ink, &places);
        assert!(["阳春市春湾镇", "阳春春湾", "阳江市区", "黑龙江漠河"].into_iter().all(told));
        assert!(["阳春市春湾镇大河塘村", "阳春市春湾镇石脚社区"].into_iter().all(told));
        assert!(!["阳春市建设美丽新乡村", "阳春市春湾镇走进小山村"].into_iter().any(told));
        assert!(["春湾镇石坡村", "阳春市石坡社区"].into_iter().all(told));
        assert!(!["春湾镇建设美丽乡村", "春湾镇示范村"].into_iter().any(told));
        assert!(!["阳春三月", "春湾故事", "阳江市长", "山东风光"].into_iter().any(told));
    }
}

//! Which short names are counties' by what stands beside them? 重庆彭水, 略阳境内, 任丘辛中驿公社.

use crate::gazetteer::{gazetteer, parent, prefecture_of};
use crate::listed::{place_at, short_county_at, short_county_before};
use crate::names::{Form, Mention};
use crate::region::township_before;
use crate::said::{is_other_thing, is_word_of};

/// What stands behind the name of a county, or of something as large.
const BEHIND: [&str; 7] = ["境内", "一带", "城关", "南关", "北关", "东关", "西关"];

/// 太湖一带: a lake, a river, a mountain, and a county that is named after it.
const NATURE: &str = "湖江河海山岭溪";

/// The short names in a folded text that stand with their province or prefecture at the head of a line, or with a word or a
/// town of theirs behind them, in its order. Elsewhere, 来自重庆彭水的游客 and 销到河北辛集, a county is named in passing.
pub fn located(text: &[char]) -> Vec<Mention> {
    (0..text.len()).filter_map(|at| behind_parent(text, at).or_else(|| before(text, at))).collect()
}

/// 重庆彭水, 湖北恩施巴东, with the place that begins at `at`.
fn behind_parent(text: &[char], at: usize) -> Option<Mention> {
    // Looked at first: most characters stand behind another.
    let heads = text[..at].iter().rev().take_while(|c| **c != '\n').all(|c| !c.is_alphanumeric());
    let (length, province) = heads.then(|| place_at(&text[at..]))??;
    let (more, places) = place_at(&text[at + length..]).unwrap_or((0, province));
    let start = at + length + more;
    let (length, codes) = short_county_at(&text[start..])?;
    let end = start + length;
    let is_in = |code: &&u64| {
        places.iter().any(|place| *place == prefecture_of(**code) || *place == parent(**code, 2))
    };
    let mut codes = codes.iter().filter(is_in);
    let code = codes.next().filter(|_| codes.next().is_none())?;
    let is_name = !is_word_of(&text[start..end]) && !is_other_thing(&text[end..]);
    is_name.then(|| mention(text, start, end, *code))
}

/// 略阳境内, 任丘辛中驿公社, with the word or the end of the town at `at`.
fn before(text: &[char], at: usize) -> Option<Mention> {
    match text[at] {
        '境' | '一' | '城' | '东' | '西' | '南' | '北' => {
            let rest = &text[at..];
            BEHIND.iter().find(|word| word.chars().eq(rest.iter().copied().take(2)))?;
            let (length, codes) = short_county_before(text, at)?;
            let [code] = codes else { return None };
            // 九龙城一带 is none of 龙城区.
            let unit = gazetteer().county(*code).filter(|unit| !unit.name.ends_with('区'));
            let said = &text[at - length..at];
            let is_name =
                !is_word_of(said) && !said.last().is_some_and(|last| NATURE.contains(*last));
            unit.filter(|_| is_name).map(|unit| mention(text, at - length, at, unit.code))
        }
        '社' | '镇' | '乡' => {
            let (length, counties) = township_before(text, at)?;
            let end = at + 1 - length;
            let (length, codes) = short_county_before(text, end)?;
            let mut codes = codes.iter().filter(|code| counties.contains(code));
            let code = codes.next().filter(|_| codes.next().is_none())?;
            Some(mention(text, end - length, end, *code))
        }
        _ => None,
    }
}

fn mention(text: &[char], start: usize, end: usize, code: u64) -> Mention {
    let said = text[start..end].iter().collect();
    Mention { start, end, form: Form::County, codes: vec![code], said }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold_text;

    fn named(text: &str) -> Vec<&'static str> {
        let found = located(&fold_text(text));
        let units = found.iter().filter_map(|mention| gazetteer().county(mention.codes[0]));
        units.map(|unit| unit.name).collect()
    }

    #[test]
    fn a_short_name_behind_its_province_or_prefecture_is_a_county_s() {
        assert_eq!(named("重庆彭水的老抄表员"), ["彭水苗族土家族自治县"]);
        assert_eq!(named("◆湖北恩施巴东下雪了"), ["巴东县"]);
        assert_eq!(named("“山西省右玉种树七十年”"), ["右玉县"]);
        let others = [
            "山西平陆运河",
            "湖北公安机关",
            "浙江杭州",
            "山东右玉",
            "中山西路",
            "来自山西右玉的游客",
        ];
        for other in others {
            assert_eq!(named(other), Vec::<&str>::new(), "{other}");
        }
    }

    #[test]
    fn a_short_name_before_a_word_of_places_or_a_town_of_it_is_a_county_s() {
        assert_eq!(named("宝成铁路略阳境内的天窗,南皮一带鲜蛋上市"), ["略阳县", "南皮县"]);
        assert_eq!(named("任丘辛中驿公社的社员,绛县横水镇"), ["任丘市"]);
        let others = ["太湖一带", "合作一直顺利", "广东辛中驿镇", "小王庄辛中驿镇", "九龙城一带"];
        for other in others {
            assert_eq!(named(other), Vec::<&str>::new(), "{other}");
        }
    }
}

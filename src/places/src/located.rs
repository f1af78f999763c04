//! Which short names are counties' by what stands beside them? 重庆彭水, 略阳境内, 任丘辛中驿公社.

use crate::gazetteer::{parent, prefecture_of};
use crate::listed::{LEADS, place_at, place_before, short_county_at, short_county_before};
use crate::names::{Form, Mention};
use crate::region::township_before;
use crate::said::{is_other_thing, is_word_of};

/// What stands behind the name of a county, and what it is no more when that goes on: 城关闭, 东关停.
const BEHIND: [&str; 6] = ["境内", "城关", "南关", "北关", "东关", "西关"];
const NOT_BEHIND: &str = "闭停门着上系于注心税掉机";

/// What stands before such a name: 铁路略阳境内, 高速偃师境内. The rest of another name and somebody's family do not.
const BEFORE: &str = "路线段速";

/// What stands behind 重庆彭水 where its last character is no half of a word: 山西高平均亩产, 江苏大丰收.
const GOES_ON: &str = "的一有某在";

/// The short names in a folded text that stand at the head of a line, behind their province or prefecture or before a colon, or
/// with a word or a town of theirs behind them, in its order. Elsewhere, 来自重庆彭水的游客 and 销到河北辛集, a county is named
/// in passing.
pub fn located(text: &[char]) -> Vec<Mention> {
    let found = |at: usize| {
        behind_parent(text, at).or_else(|| heads_line(text, at)).or_else(|| before(text, at))
    };
    (0..text.len()).filter_map(found).collect()
}

/// 右玉：把风口种成了渡口, at the head of a line.
fn heads_line(text: &[char], at: usize) -> Option<Mention> {
    if !is_head(text, at) {
        return None;
    }
    let (length, codes) = short_county_at(&text[at..])?;
    let end = at + length;
    let [code] = codes else { return None };
    // 太湖：, the lake, or the county that is named after it.
    let is_nature = text[..end].last().is_some_and(|last| "湖江河海山".contains(*last));
    let is_said = matches!(text.get(end), Some(':' | '：'));
    // 建平：… 记者：… 建平：… is somebody who is asked.
    let speaks = || text.windows(length + 1).filter(|run| *run == &text[at..=end]).count() > 1;
    let is_name = is_said && !is_nature && !is_word_of(&text[at..end]) && !speaks();
    is_name.then(|| mention(text, at, end, *code))
}

/// Whether a line begins here, but for a few marks. Looked at before all else: most characters stand behind another.
fn is_head(text: &[char], at: usize) -> bool {
    /// More would be looked at anew from each of them.
    const MARKS: usize = 12;
    let is_letter = |c: char| matches!(c, '\u{4E00}'..='\u{9FFF}') || c.is_alphanumeric();
    if at.checked_sub(1).is_some_and(|before| is_letter(text[before])) {
        return false;
    }
    let before = text[..at].iter().rev().take(MARKS + 1);
    let marks = before.take_while(|c| **c != '\n' && !c.is_alphanumeric()).count();
    marks <= MARKS && (marks == at || text[at - marks - 1] == '\n')
}

/// 重庆彭水, 湖北恩施巴东, with the place that begins at `at`.
fn behind_parent(text: &[char], at: usize) -> Option<Mention> {
    let (length, province) = is_head(text, at).then(|| place_at(&text[at..]))??;
    let (more, places) = place_at(&text[at + length..]).unwrap_or((0, province));
    let start = at + length + more;
    let (length, codes) = short_county_at(&text[start..])?;
    let end = start + length;
    let mut codes = codes.iter().filter(|code| lies_in(**code, places));
    let code = codes.next().filter(|_| codes.next().is_none())?;
    let ends = text.get(end).is_none_or(|next| !next.is_alphanumeric() || GOES_ON.contains(*next));
    let is_name = ends && !is_word_of(&text[start..end]) && !is_other_thing(&text[end..]);
    is_name.then(|| mention(text, start, end, *code))
}

/// 略阳境内, 任丘辛中驿公社, with the word or the end of the town at `at`.
fn before(text: &[char], at: usize) -> Option<Mention> {
    match text[at] {
        '境' | '城' | '东' | '西' | '南' | '北' => {
            let rest = &text[at..];
            BEHIND.iter().find(|word| word.chars().eq(rest.iter().copied().take(2)))?;
            let (length, codes) = short_county_before(text, at)?;
            let [code] = codes else { return None };
            let start = at - length;
            let goes_on = rest.get(2).is_some_and(|next| NOT_BEHIND.contains(*next));
            let is_name = !goes_on && !is_word_of(&text[start..at]) && begins(text, start, *code);
            is_name.then(|| mention(text, start, at, *code))
        }
        '社' | '镇' | '乡' => {
            let (length, counties) = township_before(text, at)?;
            let end = at + 1 - length;
            let (length, codes) = short_county_before(text, end)?;
            let mut codes = codes.iter().filter(|code| counties.contains(code));
            let code = codes.next().filter(|_| codes.next().is_none())?;
            let is_name = !is_word_of(&text[end - length..end]);
            is_name.then(|| mention(text, end - length, end, *code))
        }
        _ => None,
    }
}

/// Whether the county's name begins at `start`, by what stands before it: nothing of a word, or a place that it lies in.
fn begins(text: &[char], start: usize, county: u64) -> bool {
    match place_before(text, start) {
        Some(places) => lies_in(county, places),
        None => start.checked_sub(1).is_none_or(|before| {
            let before = text[before];
            !before.is_alphanumeric() || LEADS.contains(before) || BEFORE.contains(before)
        }),
    }
}

fn lies_in(county: u64, places: &[u64]) -> bool {
    places.iter().any(|place| *place == prefecture_of(county) || *place == parent(county, 2))
}

fn mention(text: &[char], start: usize, end: usize, code: u64) -> Mention {
    let said = text[start..end].iter().collect();
    Mention { start, end, form: Form::County, codes: vec![code], said }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold_text;
    use crate::gazetteer::gazetteer;

    fn named(text: &str) -> Vec<&'static str> {
        let found = located(&fold_text(text));
        let units = found.iter().filter_map(|mention| gazetteer().county(mention.codes[0]));
        units.map(|unit| unit.name).collect()
    }

    fn name_nothing(texts: &[&str]) {
        for text in texts {
            assert_eq!(named(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_short_name_behind_its_province_or_prefecture_is_a_county_s() {
        assert_eq!(named("重庆彭水的老抄表员"), ["彭水苗族土家族自治县"]);
        assert_eq!(named("◆湖北恩施巴东：下雪了"), ["巴东县"]);
        assert_eq!(named("“山西省右玉一农户种树七十年”"), ["右玉县"]);
        name_nothing(&["山西平陆运河", "湖北公安机关", "浙江杭州", "山东右玉", "中山西路"]);
        assert_eq!(named("◆右玉：把风口种成了渡口"), ["右玉县"]);
        name_nothing(&["建平：我种树。记者：种了多久?建平：三十年。"]);
        name_nothing(&["太湖：蓝藻退了", "合作：河边的灯亮了", "他说右玉：好"]);
        name_nothing(&["来自山西右玉的游客", "山西高平均亩产", "江苏大丰收", "吉林长白山景区"]);
        name_nothing(&["广西天等地的蔗农", "浙江开化工厂", "福建古田会议旧址"]);
    }

    #[test]
    fn a_short_name_before_a_word_of_places_or_a_town_of_it_is_a_county_s() {
        assert_eq!(named("宝成铁路略阳境内的天窗"), ["略阳县"]);
        assert_eq!(named("○郓城南关集上新添一个摊"), ["郓城县"]);
        assert_eq!(named("任丘辛中驿公社的社员,绛县横水镇"), ["任丘市"]);
        name_nothing(&["合作境内", "广东辛中驿镇", "小王庄辛中驿镇", "长江口境内", "越南高平境内"]);
        name_nothing(&["深圳西乡境内", "校长张永安境内", "平陆城关闭了老市场", "江西南城北关停"]);
    }
}

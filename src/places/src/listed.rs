//! Which short names stand in a list of counties? 平顺、壶关等县, and behind their prefecture or province 长治平顺、壶关.

use crate::fold::fold_text;
use crate::former;
use crate::forms::{plain_autonomous, short_county};
use crate::gazetteer::{gazetteer, parent, prefecture_of};
use crate::names::{Form, Mention, is_only_district};
use crate::said::is_other_thing;
use crate::taiwan;
use crate::trie::Trie;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// The longest name looked for backwards, in characters.
const LONGEST: usize = 12;

/// What may stand before a list that names no prefecture.
pub const LEADS: &str = "在从到往赴由自对为使";

/// Short names and the prefectures and provinces before them; all but those `ahead` from the last character to the first.
struct Names {
    ahead: Trie<u64>,
    back: Trie<u64>,
    parents: Trie<u64>,
    parents_ahead: Trie<u64>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let all = gazetteer();
    let mut names = Names {
        ahead: Trie::new(),
        back: Trie::new(),
        parents: Trie::new(),
        parents_ahead: Trie::new(),
    };
    let mut parents: FxHashSet<(String, u64)> = FxHashSet::default();
    for unit in all.prefectures.iter().chain(&all.provinces) {
        let classes =
            ["壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "省", "地区", "盟", "市"];
        let short = plain_autonomous(unit.name).or_else(|| {
            classes.iter().find_map(|class| unit.name.strip_suffix(class)).map(str::to_owned)
        });
        // 湘西州
        let state = short.as_ref().filter(|_| unit.name.ends_with("自治州"));
        parents.extend(state.map(|short| (format!("{short}州"), unit.code)));
        parents.extend(short.map(|short| (short, unit.code)));
        parents.insert((unit.name.to_owned(), unit.code));
    }
    // 大理、丽江 are prefectures first.
    let is_parent: FxHashSet<&str> = parents.iter().map(|(name, _)| name.as_str()).collect();
    let is_named = |name: &str| !name.ends_with('区') || is_only_district(name);
    let units = all.counties.iter().filter(|unit| is_named(unit.name));
    let units = units.map(|unit| (unit.name, unit.code));
    // 潞城 is a district today.
    let old = former::names().iter().filter(|old| old.is_only && !old.name.ends_with('区'));
    let units = units.chain(old.map(|old| (old.name.as_str(), old.code)));
    let units = units.filter(|(_, code)| prefecture_of(*code) != taiwan::CODE);
    let short: FxHashSet<(String, u64)> =
        units.filter_map(|(name, code)| Some((short_county(name)?, code))).collect();
    for (short, code) in short.iter().filter(|(short, _)| !is_parent.contains(short.as_str())) {
        let folded = fold_text(short);
        names.back.insert(folded.iter().rev().copied(), *code);
        names.ahead.insert(folded, *code);
    }
    for (name, code) in &parents {
        let folded = fold_text(name);
        names.parents.insert(folded.iter().rev().copied(), *code);
        names.parents_ahead.insert(folded, *code);
    }
    names
});

/// A short name in a list, as a range of the text, and the counties that have it.
struct Item {
    start: usize,
    end: usize,
    codes: &'static [u64],
}

/// Characters of the short name of a county that begins here, and the counties that have it.
pub fn short_county_at(text: &[char]) -> Option<(usize, &'static [u64])> {
    NAMES.ahead.longest(text.iter().copied())
}

/// The same for the one that ends before `end`.
pub fn short_county_before(text: &[char], end: usize) -> Option<(usize, &'static [u64])> {
    NAMES.back.longest(text[end.saturating_sub(LONGEST)..end].iter().rev().copied())
}

/// The prefectures and provinces of the name that ends before `end`.
pub fn place_before(text: &[char], end: usize) -> Option<&'static [u64]> {
    let back = text[end.saturating_sub(LONGEST)..end].iter().rev().copied();
    NAMES.parents.longest(back).map(|(_, places)| places)
}

/// Characters of the name of a prefecture or a province that begins here, and which have it.
pub fn place_at(text: &[char]) -> Option<(usize, &'static [u64])> {
    NAMES.parents_ahead.longest(text.iter().copied())
}

/// The counties of lists in a folded text, in its order.
pub fn listed(text: &[char]) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut from = 0;
    while let Some(mark) = text[from..].iter().position(|c| *c == '、') {
        let first = from + mark;
        from = first + 1;
        let Some(items) = items(text, first) else { continue };
        let (start, end) = (items[0].start, items[items.len() - 1].end);
        from = from.max(end);
        if let Some(codes) = counties(text, &items, (start, end)) {
            found.extend(items.iter().zip(codes).map(|(item, code)| Mention {
                start: item.start,
                end: item.end,
                form: Form::Short,
                codes: vec![code],
                said: text[item.start..item.end].iter().collect(),
            }));
        }
    }
    found
}

/// The items of the list whose first mark stands here; `None` where one is no short name.
fn items(text: &[char], mark: usize) -> Option<Vec<Item>> {
    let back = text[mark.saturating_sub(LONGEST)..mark].iter().rev().copied();
    let (length, codes) = NAMES.back.longest(back)?;
    let mut items = vec![Item { start: mark - length, end: mark, codes }];
    let mut at = mark;
    while text.get(at).is_some_and(|c| matches!(c, '、' | '和' | '与')) {
        let next = NAMES.ahead.longest(text[at + 1..].iter().copied());
        let Some((length, codes)) = next else {
            // 平顺、壶关和乡亲们: the list has ended.
            if text[at] == '、' { return None } else { break }
        };
        items.push(Item { start: at + 1, end: at + 1 + length, codes });
        at += 1 + length;
    }
    Some(items)
}

/// The county of each item: in the place that stands before the list, else of one prefecture where the list says 等县.
fn counties(text: &[char], items: &[Item], (start, end): (usize, usize)) -> Option<Vec<u64>> {
    let before = text[..start].strip_suffix(&['的']).unwrap_or(&text[..start]);
    let back = before[before.len().saturating_sub(LONGEST)..].iter().rev().copied();
    let of = |is_in: &dyn Fn(u64) -> bool| -> Option<Vec<u64>> {
        let one = |item: &Item| {
            let mut codes = item.codes.iter().copied().filter(|code| is_in(*code));
            codes.next().filter(|_| codes.next().is_none())
        };
        items.iter().map(one).collect()
    };
    let closing = closes(&text[end..]);
    let is_closed = closing.is_some();
    if let Some((_, parents)) = NAMES.parents.longest(back) {
        let is_name = is_closed || !is_other_thing(&text[end..]);
        let mut parents = parents.iter().filter(|_| is_name);
        return parents.find_map(|place| {
            of(&|code| *place == prefecture_of(code) || *place == parent(code, 2))
        });
    }
    let last = text[..start].last();
    let is_free = last.is_none_or(|c| !c.is_alphabetic() || LEADS.contains(*c));
    if !is_closed || !is_free {
        return None;
    }
    // 石台、祁门两县: as many as there are, wherever they are.
    if closing == Some(Some(items.len())) {
        return of(&|_| true);
    }
    let mut prefectures: Vec<u64> =
        items[0].codes.iter().map(|code| prefecture_of(*code)).collect();
    prefectures.dedup();
    let mut found =
        prefectures.iter().filter_map(|place| of(&|code| prefecture_of(code) == *place));
    found.next().filter(|_| found.next().is_none())
}

/// 等县, 等3个县市, 两县, 两地: what was listed are counties, and that many where it says so by what they are. 等县领导 are
/// people, 等地铁站 are stations.
fn closes(rest: &[char]) -> Option<Option<usize>> {
    const CLASSES: [&str; 10] =
        ["县市区", "县(市", "县市", "县区", "市县", "区县", "旗县", "县", "旗", "地"];
    const OTHERS: &str = "领委里级城长情界域";
    const OTHERS_THAN_LAND: &str = "铁块产理名皮址方书";
    const NUMERALS: [char; 11] = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
    let and_so_on = rest.strip_prefix(&['等']);
    let rest = and_so_on.unwrap_or(rest);
    let is_digit = |c: &&char| c.is_ascii_digit() || **c == '二' || NUMERALS.contains(*c);
    let length = rest.iter().take_while(is_digit).count();
    let number = match &rest[..length] {
        [one] => NUMERALS.iter().position(|c| c == one).or(one.to_digit(10).map(|n| n as usize)),
        _ => None,
    };
    let after = &rest[length..];
    let after = after.strip_prefix(&['个']).unwrap_or(after);
    let class = CLASSES.iter().map(|class| class.chars().collect::<Vec<char>>());
    let class = class.into_iter().find(|class| after.starts_with(class))?;
    let is_land = class == ['地'];
    let others = if is_land { OTHERS_THAN_LAND } else { OTHERS };
    let is_closed = (and_so_on.is_some() || length > 0)
        && after.get(class.len()).is_none_or(|c| !others.contains(*c));
    is_closed.then_some(number.filter(|_| !is_land))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<&'static str> {
        let found = listed(&fold_text(text));
        let counties = found.iter().filter_map(|mention| gazetteer().county(mention.codes[0]));
        counties.map(|unit| unit.name).collect()
    }

    #[test]
    fn a_list_that_says_what_it_lists_names_counties() {
        assert_eq!(said("在平陆、芮城和垣曲等县,麦子黄了"), ["平陆县", "芮城县", "垣曲县"]);
        assert_eq!(said("平陆、芮城两县"), ["平陆县", "芮城县"]);
        assert_eq!(said("首批试点放在平陆、芮城两地"), ["平陆县", "芮城县"]);
        assert_eq!(said("在平陆、芮城等地,麦子黄了"), ["平陆县", "芮城县"]);
        assert_eq!(said("平陆、芮城等县领导,平陆、芮城的麦子"), Vec::<&str>::new());
        assert_eq!(said("在湘西州保靖、古丈两县"), ["保靖县", "古丈县"]);
        assert_eq!(said("从本月起,石台、祁门两县八所小学"), ["石台县", "祁门县"]);
        assert_eq!(said("在石门、龙门两地设了教学点"), Vec::<&str>::new());
        assert_eq!(said("清河、沙河等地铁站昨日封闭"), Vec::<&str>::new());
        // Of two prefectures, and nothing before them.
        assert_eq!(said("平陆、壶关等县"), Vec::<&str>::new());
    }

    #[test]
    fn a_list_behind_its_prefecture_or_province_names_counties() {
        assert_eq!(said("运城平陆、芮城麦收"), ["平陆县", "芮城县"]);
        assert_eq!(said("长治潞城、壶关"), ["潞城区", "壶关县"]);
        assert_eq!(said("山西运城市的平陆、芮城"), ["平陆县", "芮城县"]);
        assert_eq!(said("山西平陆、壶关两地"), ["平陆县", "壶关县"]);
        assert_eq!(said("云南大理、丽江,临汾平陆、芮城"), Vec::<&str>::new());
    }
}

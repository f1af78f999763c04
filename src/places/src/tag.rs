//! Which counties is an article about, and which words say so?

use crate::forms::short_county;
use crate::gazetteer::{COUNTY_DIGITS, gazetteer, parent, prefecture_of};
use crate::names::{Form, Mention, Places, is_seat};
use crate::taiwan::{self, is_marked};
use std::collections::BTreeMap;

/// What the places named in one article come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tagging {
    /// In order of first evidence.
    pub counties: Vec<Tagged>,
    /// Names that could be in several counties and that nothing in the article decides.
    pub ambiguous: Vec<Ambiguous>,
    /// Mentions of the region as a whole: 运城市, as index ranges of the text.
    pub region: Vec<(usize, usize)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tagged {
    pub code: u64,
    pub name: &'static str,
    pub evidence: Vec<Witness>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// Range of the text that was searched, in characters.
    pub start: usize,
    pub end: usize,
    /// 楚侯乡高头村; the county's own name where the words name it.
    pub unit: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ambiguous {
    pub start: usize,
    pub end: usize,
    pub counties: Vec<&'static str>,
}

/// A county elsewhere is what the article is about when it is named so often, or in its opening.
const FOREIGN_MENTIONS: usize = 2;

/// A village name said alone counts from so many characters: 高头村, not 南村.
const VILLAGE_ALONE: usize = 3;

impl Places {
    /// Tags an article. `text` is its folded text; the first `opening` characters are heads and lead; `own` is the
    /// county whose paper it is, where it is a county's.
    pub fn tag(&self, text: &[char], opening: usize, own: Option<u64>) -> Tagging {
        let mentions = self.find(text);
        let firm = self.firm_counties(text, &mentions, opening, own);
        let mut tagging = Tagging::default();
        let mut place: BTreeMap<u64, usize> = BTreeMap::new();
        for (index, mention) in mentions.iter().enumerate() {
            if mention.form == Form::Region {
                tagging.region.push((mention.start, mention.end));
                continue;
            }
            let before = index.checked_sub(1).map(|before| &mentions[before]);
            // 南村北村: a village says nothing of the one behind it.
            let adjacent =
                before.filter(|before| before.end == mention.start && before.form != Form::Village);
            match self.decide(mention, adjacent, &firm, own) {
                Verdict::County(code) => {
                    let at = *place.entry(code).or_insert_with(|| {
                        let name = gazetteer().county(code).map_or("", |unit| unit.name);
                        tagging.counties.push(Tagged { code, name, evidence: Vec::new() });
                        tagging.counties.len() - 1
                    });
                    let unit = unit_name(mention, code);
                    let (start, end) = (mention.start, mention.end);
                    tagging.counties[at].evidence.push(Witness { start, end, unit });
                }
                Verdict::Open(counties) => {
                    let (start, end) = (mention.start, mention.end);
                    tagging.ambiguous.push(Ambiguous { start, end, counties });
                }
                Verdict::Nothing => {}
            }
        }
        tagging
    }

    /// Counties that names other than those of villages place the article in.
    fn firm_counties(
        &self,
        text: &[char],
        mentions: &[Mention],
        opening: usize,
        own: Option<u64>,
    ) -> Vec<u64> {
        let mut count: BTreeMap<u64, Said> = BTreeMap::new();
        // 城关镇 is that of any county, whichever has one of that name today.
        let may_place =
            |mention: &&Mention| mention.form != Form::Village && !is_seat(&mention.said);
        for mention in mentions.iter().filter(may_place) {
            if let [county] = mention.counties().as_slice() {
                let entry = count.entry(*county).or_default();
                entry.times += 1;
                let is_named =
                    || mention.form == Form::County && names_short(&text[..opening], &mention.said);
                entry.opens |= mention.start < opening || is_named();
                let (start, end) = (mention.start, mention.end);
                entry.in_full |= mention.form != Form::Short || is_marked(text, start, end);
            }
        }
        // Where no region is home, none is elsewhere: the one county named is where it happens.
        let is_lone = self.region().is_none() && count.len() == 1;
        // All of Taiwan is one region, so its towns are far from each other: 來自高雄的學員, in a report from another county.
        let is_far = |said: &Said| {
            !said.in_full
                && self.region().is_some_and(|region| region.code == taiwan::CODE)
                && count.values().any(|other| other.opens)
        };
        let is_firm = |(county, said): (&u64, &Said)| {
            let is_home = || self.is_home(*county) && !is_far(said);
            let at_home = is_lone || own == Some(*county) || is_home();
            (at_home || said.opens || said.times >= FOREIGN_MENTIONS).then_some(*county)
        };
        count.iter().filter_map(is_firm).collect()
    }

    pub(crate) fn is_home(&self, county: u64) -> bool {
        self.region().is_some_and(|region| region.code == prefecture_of(county))
    }

    fn decide(
        &self,
        mention: &Mention,
        before: Option<&Mention>,
        firm: &[u64],
        own: Option<u64>,
    ) -> Verdict {
        let possible = mention.counties();
        let narrowed: Vec<u64> = match before.map(Mention::counties) {
            Some(parents) => {
                possible.iter().copied().filter(|code| parents.contains(code)).collect()
            }
            None => Vec::new(),
        };
        if let [county] = narrowed.as_slice() {
            return Verdict::County(*county);
        }
        let in_context: Vec<u64> =
            possible.iter().copied().filter(|code| firm.contains(code)).collect();
        if let [county] = in_context.as_slice() {
            return Verdict::County(*county);
        }
        // Every county had one: where neither the text nor the paper names the county, nobody knows which.
        if is_seat(&mention.said) {
            return own.map_or(Verdict::Nothing, Verdict::County);
        }
        match (possible.as_slice(), mention.form) {
            (_, Form::County | Form::Short) if possible.len() == 1 => Verdict::Nothing,
            ([_], Form::Village) if mention.end - mention.start < VILLAGE_ALONE => Verdict::Nothing,
            ([county], Form::Village) if firm.is_empty() => Verdict::County(*county),
            (_, Form::Village)
                if mention.end - mention.start < VILLAGE_ALONE && is_ordinary(&mention.said) =>
            {
                Verdict::Nothing
            }
            ([], _) | ([_], _) => Verdict::Nothing,
            // 城关镇, in a paper of one of the counties that have one.
            (several, _) if own.is_some_and(|own| several.contains(&own)) => {
                own.map_or(Verdict::Nothing, Verdict::County)
            }
            (several, _) if firm.is_empty() => {
                let name = |code: &u64| gazetteer().county(*code).map_or("", |unit| unit.name);
                Verdict::Open(several.iter().map(name).collect())
            }
            _ => Verdict::Nothing,
        }
    }
}

/// How a text names a county.
#[derive(Default)]
struct Said {
    times: usize,
    /// In its heads or its opening.
    opens: bool,
    /// With its class (高雄市), by a town in it, or as where the report is from.
    in_full: bool,
}

/// 洪湖上岸渔民的新家 over a text that says 洪湖市: the heads name it without its 市.
fn names_short(opening: &[char], said: &str) -> bool {
    let short: Option<Vec<char>> = short_county(said).map(|short| short.chars().collect());
    short.is_some_and(|short| opening.windows(short.len()).any(|run| run == short))
}

/// 南村 and 各村 are words as well as names; 姚村 is a name.
fn is_ordinary(said: &str) -> bool {
    const ORDINARY: &str = "东西南北中前后上下新老大小各全本该我农乡山城";
    said.chars().next().is_none_or(|first| ORDINARY.contains(first)) || !said.ends_with('村')
}

enum Verdict {
    County(u64),
    /// Several counties have it.
    Open(Vec<&'static str>),
    Nothing,
}

/// The gazetteer's name with its parents below the county.
fn unit_name(mention: &Mention, county: u64) -> String {
    let all = gazetteer();
    let code = mention.codes.iter().copied().find(|code| parent(*code, COUNTY_DIGITS) == county);
    match (mention.form, code) {
        (Form::Seat, _) | (Form::Township, None) => mention.said.clone(),
        (Form::Township, Some(code)) => all.township(code).map_or("", |unit| unit.name).to_owned(),
        (Form::Village, Some(code)) => {
            let township = all.township(parent(code, crate::gazetteer::TOWNSHIP_DIGITS));
            let township = township.filter(|unit| crate::forms::is_township(unit.name));
            format!("{}{}", township.map_or("", |unit| unit.name), mention.said)
        }
        _ => all.county(county).map_or("", |unit| unit.name).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold_text;
    use crate::region::region_named;

    fn tagged(text: &str) -> (Vec<&'static str>, Vec<Vec<&'static str>>) {
        let text = fold_text(text);
        let tagging = Places::of(region_named("运城市")).tag(&text, text.len(), None);
        let names = tagging.counties.iter().map(|tagged| tagged.name).collect();
        (names, tagging.ambiguous.into_iter().map(|open| open.counties).collect())
    }

    #[test]
    fn a_village_of_several_counties_is_decided_by_its_neighbours_or_left_open() {
        assert_eq!(tagged("闻喜县姚村的路修通了"), (vec!["闻喜县"], vec![]));
        let (names, open) = tagged("姚村的路修通了");
        assert!(names.is_empty() && open.len() == 1 && open[0].len() > 2, "{names:?} {open:?}");
        assert_eq!(tagged("各村都修了路,南村北村连成片"), (vec![], vec![]));
    }

    #[test]
    fn the_town_at_the_seat_is_that_of_the_county_whose_paper_it_is() {
        let tagged = |region: &str, text: &str, own: Option<u64>| {
            let text = fold_text(text);
            let tagging = Places::of(region_named(region)).tag(&text, text.len(), own);
            tagging.counties.iter().map(|tagged| tagged.name).collect::<Vec<_>>()
        };
        // Of the counties of 庆阳 only 镇原县 has a 城关镇 today, of those of 泉州 and 太原 none.
        let heshui = Some(621_024);
        assert_eq!(tagged("庆阳市", "城关镇植树两万株", heshui), ["合水县"]);
        assert!(tagged("庆阳市", "城关镇植树两万株", None).is_empty());
        // A region is no county.
        assert_eq!(tagged("太原市", "太原市小店区的学生,城关镇的居民", None), ["小店区"]);
        assert_eq!(tagged("庆阳市", "镇原县城关镇植树两万株", heshui), ["镇原县"]);
        assert_eq!(tagged("泉州市", "城关镇植树两万株", Some(350_524)), ["安溪县"]);
        assert!(tagged("泉州市", "城关镇植树两万株", None).is_empty());
    }

    #[test]
    fn where_no_region_is_home_the_one_county_of_a_text_is_its_own() {
        let tagged = |text: &str| {
            let tagging = Places::of(None).tag(&fold_text(text), 0, None);
            tagging.counties.iter().map(|tagged| tagged.name).collect::<Vec<_>>()
        };
        assert_eq!(tagged("麦子黄了,农场在平陆县西北"), ["平陆县"]);
        assert!(tagged("从平陆县到夏县都黄了").is_empty());
    }

    #[test]
    fn heads_may_name_a_county_elsewhere_without_its_city() {
        let tagged = |text: &str, opening: usize| {
            let text = fold_text(text);
            let tagging = Places::of(region_named("武汉市")).tag(&text, opening, None);
            tagging.counties.iter().map(|tagged| tagged.name).collect::<Vec<_>>()
        };
        let told = "说起湖上的日子,他很平静。那年冬天,洪湖市启动拆围。";
        assert_eq!(tagged(&format!("洪湖上岸渔民{told}"), 6), ["洪湖市"]);
        assert!(tagged(&format!("湖上渔民上了岸{told}"), 6).is_empty());
    }

    #[test]
    fn a_town_far_away_is_named_in_passing() {
        let tagged = |text: &str, opening: usize| {
            let tagging = Places::of(region_named("台灣")).tag(&fold_text(text), opening, None);
            tagging.counties.iter().map(|tagged| tagged.name).collect::<Vec<_>>()
        };
        let head = "澎湖縣石滬修復營昨天結業。";
        let opening = head.chars().count();
        assert_eq!(tagged(&format!("{head}來自高雄的學員說收穫很多。"), opening), ["澎湖縣"]);
        assert_eq!(
            tagged(&format!("{head}下一站高雄市旗津,七月登場。"), opening),
            ["澎湖縣", "高雄市"]
        );
        assert_eq!(
            tagged(&format!("{head}高雄的學員說,回高雄也要辦。"), opening),
            ["澎湖縣", "高雄市"]
        );
        assert_eq!(tagged("營隊昨天結業。來自高雄的學員說收穫很多。", 7), ["高雄市"]);
    }

    #[test]
    fn what_only_holds_a_county_s_name_is_not_tagged() {
        for text in
            ["平陆运河全线开工", "甘肃省临夏县的客人", "亚运城的早晨", "走在永济路上", "人民的复兴"]
        {
            let (names, _) = tagged(text);
            let own = ["平陆县", "夏县", "运城市", "永济市", "盐湖区"];
            assert!(names.iter().all(|name| !own.contains(name)), "{text}: {names:?}");
        }
    }

    #[test]
    fn a_brand_with_a_county_s_name_is_not_tagged_and_what_the_county_does_is() {
        assert!(tagged("法院审结了一起假冒“平陆百合粉”的案子").0.is_empty());
        assert_eq!(tagged("全市推广“平陆经验”").0, ["平陆县"]);
    }
}

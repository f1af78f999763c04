//! How is a filter's value said, beside the others of its kind? Without what the issue that is shown makes plain.

use crate::facet::{Facet, WHOLE_REGION, day_of, plain};
use crate::library::library;
use crate::words::{NOTES, fill, said_date, value_name, words};
use edition::{Edition, Library};

/// The value in words, and their language; `edition` is the index of the issue that is shown.
pub fn said(facet: Facet, value: &str, edition: Option<usize>) -> (String, &'static str) {
    said_in(library(), facet, value, edition)
}

fn said_in(
    library: &Library,
    facet: Facet,
    value: &str,
    edition: Option<usize>,
) -> (String, &'static str) {
    let edition = edition.and_then(|at| library.editions.get(at));
    let name = plain(value);
    if matches!(facet, Facet::Day | Facet::Issue | Facet::Month)
        && let Some((year, month, day)) = day_of(value)
    {
        let own = edition.and_then(|edition| edition.date.as_ref()?.value.year);
        let year = if facet == Facet::Day && own == Some(year) { 0 } else { year };
        let day = said_date(year, month, day);
        let day = if facet == Facet::Issue { fill(words().printed_on, &[&day]) } else { day };
        return (day, words().date_lang());
    }
    if facet == Facet::County {
        let only = || library.editions.iter().find_map(|edition| edition.region.as_ref());
        let own = behind(value).or_else(|| only().map(|region| region.value.as_str()));
        let (text, lang) = place(name, own);
        return match region(library, value, edition).filter(|region| *region != text) {
            Some(region) => (format!("{text}（{region}）"), NOTES),
            None => (text, lang),
        };
    }
    let lang = value_name(name).map_or(NOTES, |_| words().lang);
    (value_name(value).unwrap_or(value).to_owned(), lang)
}

/// A county, or the whole of its region: 全市, and where that is no city 全州, 全盟, 台灣.
pub fn place(name: &str, region: Option<&str>) -> (String, &'static str) {
    let Some(said) = value_name(name) else { return (name.to_owned(), NOTES) };
    let is_other = name == WHOLE_REGION && said.ends_with('市');
    let Some(region) = region.filter(|region| is_other && !region.ends_with('市')) else {
        return (said.to_owned(), words().lang);
    };
    let unit = ["州", "盟", "地区"].into_iter().find(|unit| region.ends_with(unit));
    (unit.map_or_else(|| region.to_owned(), |unit| format!("全{unit}")), NOTES)
}

/// The region that stands behind a value's name.
fn behind(value: &str) -> Option<&str> {
    value.strip_suffix('）')?.split_once('（').map(|(_, region)| region)
}

/// Whether days are of several years: then none is plain without its own.
pub fn are_years_apart<'a>(mut days: impl Iterator<Item = &'a str>) -> bool {
    let mut years = days.by_ref().filter_map(day_of).map(|(year, ..)| year);
    years.next().is_some_and(|first| years.any(|year| year != first))
}

/// The region that a county is of, where it is another than the one of the issue.
pub fn region<'a>(
    library: &'a Library,
    county: &'a str,
    edition: Option<&Edition>,
) -> Option<&'a str> {
    let has = |edition: &&Edition| edition.region_counties.iter().any(|own| own == county);
    let named = |edition: &'a Edition| edition.region.as_ref().map(|it| it.value.as_str());
    let region = match behind(county) {
        Some(region) => Some(region),
        None if edition.as_ref().is_some_and(has) => None,
        None => library.editions.iter().find(has).and_then(named),
    };
    let own = edition.and_then(|edition| edition.region.as_ref());
    region.filter(|region| own.is_none_or(|own| own.value != *region))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facet::NO_DAY;
    use edition::{Date, Fact, MonthDay};

    fn edition(region: &str, counties: [&str; 2], year: u16) -> Edition {
        let day = MonthDay::new(7, 23).unwrap();
        Edition {
            region: Some(Fact::given(region.to_owned())),
            region_counties: counties.map(str::to_owned).to_vec(),
            date: Some(Fact::given(Date { year: Some(year), day })),
            ..Edition::default()
        }
    }

    #[test]
    fn days_of_several_years_are_told_from_days_of_one() {
        let apart = |days: &[&str]| are_years_apart(days.iter().copied());
        assert!(apart(&["2024年12月31日", NO_DAY, "2025年1月1日"]));
        assert!(!apart(&["2025年7月21日", NO_DAY, "2025年7月23日"]));
        assert!(!apart(&["7月21日", "7月23日"]) && !apart(&[NO_DAY]) && !apart(&[]));
    }

    #[test]
    fn the_whole_of_a_region_is_called_what_the_region_is() {
        let of = |region: &str| place(WHOLE_REGION, Some(region)).0;
        let regions = ["徐州市", "临夏回族自治州", "锡林郭勒盟", "喀什地区", "台灣"];
        assert_eq!(regions.map(of), ["全市", "全州", "全盟", "全地区", "台灣"]);
        assert_eq!(place(WHOLE_REGION, None).0, "全市");
        assert_eq!(place("花莲县", Some("台灣")).0, "花莲县");
        let editions = vec![
            edition("徐州市", ["鼓楼区", "沛县"], 2024),
            edition("台灣", ["台東縣", "花蓮縣"], 2024),
        ];
        let library = Library { editions, ..Library::default() };
        let said = |value, at| said_in(&library, Facet::County, value, Some(at)).0;
        assert_eq!(said("全市（徐州市）", 0), "全市");
        assert_eq!(said("全市（徐州市）", 1), "全市（徐州市）");
        assert_eq!(
            (said("全市（台灣）", 0), said("全市（台灣）", 1)),
            ("台灣".into(), "台灣".into())
        );
        let editions = vec![edition("台灣", ["台東縣", "花蓮縣"], 2024)];
        let library = Library { editions, ..Library::default() };
        assert_eq!(said_in(&library, Facet::County, WHOLE_REGION, Some(0)).0, "台灣");
    }

    #[test]
    fn what_the_issue_makes_plain_is_not_said() {
        let editions = vec![
            edition("徐州市", ["鼓楼区", "沛县"], 2024),
            edition("开封市", ["鼓楼区", "兰考县"], 2025),
        ];
        let library = Library { editions, ..Library::default() };
        let said = |facet, value, at| said_in(&library, facet, value, Some(at)).0;
        assert_eq!(said(Facet::Day, "2025年7月21日", 1), "7月21日");
        assert_eq!(said(Facet::Day, "2025年7月21日", 0), "2025年7月21日");
        assert_eq!(said(Facet::Month, "2025年7月", 1), "2025年7月");
        assert_eq!(said(Facet::Issue, "2025年7月21日", 1), "2025年7月21日刊");
        assert_eq!(said(Facet::Issue, NO_DAY, 1), NO_DAY);
        assert_eq!(said(Facet::County, "兰考县", 1), "兰考县");
        assert_eq!(said(Facet::County, "兰考县", 0), "兰考县（开封市）");
        assert_eq!(said(Facet::County, "鼓楼区（徐州市）", 0), "鼓楼区");
        assert_eq!(said(Facet::County, "鼓楼区（徐州市）", 1), "鼓楼区（徐州市）");
        assert_eq!(said(Facet::County, "台东县", 0), "台东县");
        assert_eq!(said(Facet::Section, "简讯（一）", 0), "简讯（一）");
    }
}

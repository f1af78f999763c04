//! What does the paper call its counties? The gazetteer has the names of today; here they become those of its day.

use crate::Dump;
use crate::overrides::{Change, Override};
use ::edition::{Correction, CountyTag, Date, Page, Span};
use places::{name_beside_its_city, name_in, name_said, name_today, was_beside_its_city};
use std::collections::BTreeMap;

/// What counties were called when the pages appeared.
pub struct Names {
    /// Of those that the pages are about, by code.
    tagged: BTreeMap<u32, String>,
    /// 200512 for December 2005.
    month: Option<u32>,
}

impl Names {
    /// `day`: of the pages, where it is known. `given`: names that the newsroom says; they stay.
    pub fn of(pages: &[Page], day: Option<Date>, given: &[String]) -> Self {
        let month = day.and_then(|date| Some((date.year?, date.day.month)));
        let month = month.map(|(year, month)| u32::from(year) * 100 + u32::from(month));
        let mut names = Self { tagged: BTreeMap::new(), month };
        let mut said: BTreeMap<u32, Vec<&'static str>> = BTreeMap::new();
        for page in pages {
            for tag in page.articles.iter().flat_map(|article| &article.counties) {
                if given.contains(&tag.name) {
                    names.tagged.insert(tag.code, tag.name.clone());
                }
                said.entry(tag.code).or_default().extend(names_said(tag, page));
            }
        }
        for (code, said) in said {
            let words = || names.only(&said).filter(|_| !was_beside_its_city(code));
            if let Some(name) = names.known(code).or_else(words) {
                names.tagged.entry(code).or_insert_with(|| name.to_owned());
            }
        }
        names
    }

    /// Calls the counties of these pages so.
    pub fn give(&self, pages: &mut [Page]) {
        for page in pages {
            let mut articles = std::mem::take(&mut page.articles);
            for tag in articles.iter_mut().flat_map(|article| &mut article.counties) {
                // City and county were two, and are one now: which one is meant only the article tells.
                let words = || {
                    let said: Vec<&str> = names_said(tag, page).collect();
                    self.only(&said).filter(|_| was_beside_its_city(tag.code))
                };
                let units = || {
                    let units = tag.evidence.iter().map(|evidence| evidence.unit.as_str());
                    name_beside_its_city(tag.code, &units.collect::<Vec<_>>(), self.month?)
                };
                let name = self.tagged.get(&tag.code).cloned();
                if let Some(name) = name.or_else(|| words().or_else(units).map(str::to_owned)) {
                    tag.name = name;
                }
                let today = name_today(tag.code).filter(|today| *today != tag.name);
                tag.today = today.map(str::to_owned);
            }
            page.articles = articles;
        }
    }

    fn known(&self, code: u32) -> Option<&'static str> {
        self.month.and_then(|month| name_in(code, month))
    }

    /// What all of these are. Where no day is known, an old name may be told of an old time, and one time is not enough.
    fn only<'n>(&self, said: &[&'n str]) -> Option<&'n str> {
        let (first, others) = said.split_first()?;
        let is_one = others.iter().all(|name| name == first);
        (is_one && (self.month.is_some() || !others.is_empty())).then_some(*first)
    }

    /// What the county was called, `today` being its name of today.
    pub fn name(&self, code: u32, today: &str) -> String {
        let said = self.tagged.get(&code).map(String::as_str);
        said.or_else(|| self.known(code)).unwrap_or(today).to_owned()
    }
}

/// The names of counties that the newsroom says.
pub fn given(dumps: &[Dump]) -> Vec<String> {
    dumps.iter().flat_map(|dump| of_overrides(&dump.context.overrides)).collect()
}

pub fn of_overrides(overrides: &[Override]) -> Vec<String> {
    let counties = |one: &Override| match &one.change {
        Change::Article(facts) => facts.counties.clone(),
        _ => None,
    };
    overrides.iter().filter_map(counties).flatten().collect()
}

/// The names in full that the words say which speak for the county.
fn names_said<'p>(tag: &CountyTag, page: &'p Page) -> impl Iterator<Item = &'static str> + use<'p> {
    let code = tag.code;
    let spans: Vec<Span> = tag.evidence.iter().map(|evidence| evidence.span).collect();
    let words = |span| Correction::applied(&page.corrections, span, &page.text);
    spans.into_iter().filter_map(move |span| name_said(code, &words(span)))
}

#[cfg(test)]
mod tests {
    use crate::{Context, parse_page};

    fn called(text: &str) -> Vec<(String, Option<String>)> {
        let page = parse_page("甲.txt", text, &Context::default());
        let tags = page.articles.into_iter().flat_map(|article| article.counties);
        tags.map(|tag| (tag.name, tag.today)).collect()
    }

    fn page(day: &str, words: &str) -> String {
        format!(
            "{day}\n\n村里修通水泥路\n\n本报讯(记者 王明)近日,{words}的村民走上了新修的水泥路。{words}交通局说,年底前还要修三条。\n\n\
             小学添了新课桌\n\n本报讯(记者 李华)昨日,{words}的小学换上了新课桌,孩子们很高兴。\n"
        )
    }

    #[test]
    fn a_county_is_called_as_on_the_day_of_the_paper() {
        let name = |text: &str| called(text).into_iter().next();
        let old = Some(("宁乡县".to_owned(), Some("宁乡市".to_owned())));
        assert_eq!(name(&page("长沙晚报 2005年7月23日 星期六 第3版", "宁乡县")), old);
        let new = Some(("宁乡市".to_owned(), None));
        assert_eq!(name(&page("长沙晚报 2020年7月23日 星期四 第3版", "宁乡市")), new);
        // An old name in a newer paper is one.
        assert_eq!(name(&page("长沙晚报 2020年7月23日 星期四 第3版", "宁乡县")), new);
    }

    #[test]
    fn where_no_day_is_known_the_words_tell() {
        let name = |text: &str| called(text).into_iter().next();
        let old = Some(("宁乡县".to_owned(), Some("宁乡市".to_owned())));
        assert_eq!(name(&page("", "宁乡县")), old);
        assert_eq!(name(&page("", "宁乡市")), Some(("宁乡市".to_owned(), None)));
        // Told of once, it may be of an old time.
        let text = "桥头立起纪念碑\n\n本报讯(记者 王明)1985年,他从宁乡县来到这里。三十年后,他捐出了积蓄,桥头立起了纪念碑。宁乡的亲人也来了。\n";
        assert!(called(text).iter().all(|(name, _)| name == "宁乡市"));
    }

    #[test]
    fn a_county_beside_its_city_is_called_by_each_article() {
        let text = "南部新聞　民國六十五年十月十四日　星期四　第六版\n\n\
            海邊的沙洲長高了\n\n【本報記者王大明將軍訊】台南縣將軍鄉外海的沙洲，今年以來長高了兩公尺。\n\n\
            市場明天搬家\n\n【本報記者李小華台南訊】台南市政府決定，東菜市場明天搬到新址，攤商三百戶今天開始遷移。\n";
        let names: Vec<String> = called(text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["台南縣", "台南市"]);
    }

    #[test]
    fn a_county_beside_its_city_is_called_by_its_towns() {
        let text = "南部新聞　民國六十五年十月十四日　星期四　第六版\n\n\
            文旦今年豐收\n\n【麻豆訊】麻豆鎮農會統計，本年期文旦收成一百八十萬斤，比去年多一成半，果農都很高興。\n\n\
            安平漁民修船\n\n【安平訊】安平區的漁民趁天氣好修理漁船，一共三十艘，月底就要出海捕烏魚。\n";
        let names: Vec<String> = called(text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["台南縣", "台南市"]);
    }
}

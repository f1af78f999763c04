//! Which paper is it, and of which county, where it is a county's?

use crate::cursor::contains;
use crate::furniture::{Matter, is_paper, is_paper_by_day, matter};
use crate::page::TOP;
use crate::source::{Ink, Source};
use places::Places;

/// The county that the page matter names: by the paper's name (安溪报) or whoever publishes it (中共安溪县委主办).
pub fn county_of_paper<'a>(
    mut matters: impl Iterator<Item = (&'a [Ink], &'a Matter)>,
    places: &Places,
) -> Option<u64> {
    let chars = |ink: &[Ink]| ink.iter().map(|ink| ink.c).collect::<Vec<char>>();
    let of = |(ink, matter): (&[Ink], &Matter)| {
        // Alone on its line a short name may have been taken for the page's.
        let paper = matter.paper.clone().or_else(|| is_paper_by_day(ink).then_some(0..ink.len()));
        let by_name = paper.and_then(|paper| places.county_of_paper(&chars(&ink[paper])));
        let publishes = ["主办", "主管"].iter().any(|word| contains(ink, word));
        by_name.or_else(|| publishes.then(|| places.county_in_full(&chars(ink))).flatten())
    };
    matters.find_map(of)
}

/// Whether a name is a paper's by its form: 河口日报, 安溪报.
pub fn is_named_paper(name: &str) -> bool {
    is_paper_by_day(&Source::of(name).ink)
}

/// The folded name of the paper in the first lines of a dump: alone on its line, or with the day.
pub fn paper_at_top(text: &str) -> Option<Vec<char>> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.take(TOP).find_map(|line| {
        let line = Source::of(line);
        let ink = line.ink.as_slice();
        let alone = is_paper(ink).then_some(0..ink.len());
        let paper = alone.or_else(|| matter(ink).and_then(|matter| matter.paper))?;
        Some(ink[paper].iter().map(|ink| ink.c).collect())
    })
}

#[cfg(test)]
mod tests {
    use crate::{Context, parse_page};

    #[test]
    fn a_county_paper_means_its_own_town_where_several_counties_have_one() {
        let counties = |head: &str, paper: Option<&str>| {
            let text = format!(
                "{head}\n\n官桥镇清理水渠\n\n本报讯(记者 王明)连日来,官桥镇组织村民清理水渠三十里,秋田有了水。\n"
            );
            let context = Context {
                region: Some("泉州市".into()),
                paper: paper.map(str::to_owned),
                ..Context::default()
            };
            let page = parse_page("甲.txt", &text, &context);
            let names = page.articles[0].counties.iter().map(|county| county.name.clone());
            (names.collect::<Vec<String>>(), page.notes.is_empty())
        };
        assert_eq!(counties("泉州晚报 1998年9月16日 星期三", None), (vec![], false));
        assert_eq!(counties("安溪报 1998年9月16日 星期三", None), (vec!["安溪县".into()], true));
        assert_eq!(counties("中共安溪县委主办 1998年9月16日 星期三", None).0, ["安溪县"]);
        assert_eq!(counties("1998年9月16日 星期三", Some("安溪报")).0, ["安溪县"]);
    }

    #[test]
    fn the_paper_of_a_folder_means_its_own_town_where_no_head_names_another() {
        let counties = |folder: &str, head: &str| {
            let text = format!(
                "{head}\n\n官桥镇清理水渠\n\n本报讯(记者 王明)连日来,官桥镇组织村民清理水渠三十里,秋田有了水。\n"
            );
            let context = Context {
                region: Some("泉州市".into()),
                folder_paper: Some(folder.to_owned()),
                ..Context::default()
            };
            let dump = crate::Dump { source: "甲.txt".into(), text, encoding: None, context };
            let page = crate::edition_of("甲", vec![dump]).pages.remove(0);
            let names = page.articles[0].counties.iter().map(|county| county.name.clone());
            names.collect::<Vec<String>>()
        };
        let head = "1998年9月16日 星期三 第2版";
        assert_eq!(counties("安溪报", head), ["安溪县"]);
        // 南安市 has a 官桥镇, too.
        assert_eq!(counties("南安报", head), ["南安市"]);
        assert!(counties("泉州晚报", head).is_empty() && counties("安溪扫描件", head).is_empty());
        assert!(counties("安溪报", "泉州晚报 1998年9月16日 星期三").is_empty());
        assert_eq!(counties("泉州晚报", "安溪报 1998年9月16日 星期三"), ["安溪县"]);
    }

    #[test]
    fn a_place_in_a_paper_of_the_country_says_nothing_of_the_next_article() {
        let counties = |head: &str| {
            let text = format!(
                "{head}\n\n水渠清了\n\n本报讯(记者 王明)连日来,安溪县官桥镇组织村民清理水渠三十里,秋田有了水。\n\n\
                湖头镇的路通了\n\n本报讯(记者 李平)昨天,湖头镇新修的水泥路通了车,沿路六个村的村民赶来看热闹。\n"
            );
            let page = parse_page("甲.txt", &text, &Context::default());
            let names = |article: &edition::Article| {
                article.counties.iter().map(|county| county.name.clone()).collect::<Vec<String>>()
            };
            page.articles.iter().map(names).collect::<Vec<_>>()
        };
        let own = counties("泉州晚报 1998年9月16日 星期三");
        assert_eq!(own, [["安溪县"], ["安溪县"]]);
        for head in ["光明日报 1998年9月16日 星期三", "福建日报\n1998年9月16日 星期三"]
        {
            let counties = counties(head);
            assert_eq!(counties, [vec!["安溪县".to_owned()], vec![]], "{head}");
        }
    }
}

//! Do filters, exclusions, completions, suggestions, explanations and groups do what they say?

use crate::search_twin::{engine, ids};
use search::{Attribute, Engine, Options, Query, Reason, Tier};

/// Four notices of two counties.
fn notices() -> Engine {
    let texts = [
        "新绛县凤凰苑小区整修花坛",
        "绛县桃园采摘正忙",
        "夏县桃园引水灌溉，新绛县也派人来学",
        "临猗县果农试种新桃",
    ];
    let about = [
        ("新绛县", "杨木林", "7月21日"),
        ("绛县", "付 炎", "7月23日"),
        ("夏县", "付炎", "2025年7月24日"),
        ("临猗县", "郭小梅", "8月1日"),
    ];
    let attributes = about.map(|(county, author, date)| {
        vec![
            (Attribute::County, county.into()),
            (Attribute::Author, author.into()),
            (Attribute::Date, date.into()),
        ]
    });
    engine(&texts).with_attributes(attributes.into())
}

fn sorted(engine: &Engine, query: &str) -> Vec<usize> {
    let mut ids = ids(engine, query);
    ids.sort_unstable();
    ids
}

#[test]
fn a_county_is_not_the_end_of_another() {
    let engine = notices();
    assert_eq!(sorted(&engine, "县:绛县"), [1]);
    assert_eq!(sorted(&engine, "县:绛"), [1]);
    assert_eq!(sorted(&engine, "縣：新絳"), [0]);
    assert_eq!(sorted(&engine, "县:猗"), [3]);
    assert!(ids(&engine, "县:永济").is_empty());
}

#[test]
fn filters_and_words_go_together() {
    let engine = notices();
    assert_eq!(sorted(&engine, "桃 作者:付炎"), [1, 2]);
    assert_eq!(sorted(&engine, "日期:7月21日..7月23日"), [0, 1]);
    assert_eq!(sorted(&engine, "桃 日期:8月"), [3]);
    assert_eq!(sorted(&engine, "日期:2025-07-24..2025-07-31 桃园"), [2]);
}

#[test]
fn minus_leaves_documents_out() {
    let engine = notices();
    assert_eq!(sorted(&engine, "桃 -夏县"), [1, 3]);
    assert_eq!(sorted(&engine, "新绛县 -“桃园”"), [0]);
}

#[test]
fn without_attributes_a_filter_is_text() {
    assert_eq!(ids(&engine(&["县:绛县", "绛县"]), "县:绛县"), [0]);
}

#[test]
fn documents_that_are_not_allowed_are_no_hits() {
    let engine = notices();
    let allow = |document: usize| document != 2;
    let options = Options { allow: Some(&allow), ..Options::default() };
    for query in ["桃园", "桃 园", "taoyuan", "桃园里的果农在忙什么呢"] {
        let hits = engine.search_with(&Query::parse(query), options).hits;
        assert!(hits.iter().all(|hit| hit.document != 2), "{query}");
        assert!(!hits.is_empty(), "{query}");
    }
}

#[test]
fn filters_complete_in_chinese_and_in_pinyin() {
    let engine = notices();
    let values = |query: &str| -> Vec<String> {
        engine.complete_filter(query).into_iter().map(|completion| completion.value).collect()
    };
    assert_eq!(values("县:新"), ["新绛县"]);
    assert_eq!(values("桃 县:xin"), ["新绛县"]);
    assert_eq!(values("县:xjx"), ["新绛县"]);
    assert_eq!(values("县:").len(), 4);
    assert_eq!(engine.complete_filter("桃 县:新")[0].query, "桃 县:新绛县");
    assert_eq!(engine.complete_filter("通知: 县:新")[0].query, "通知: 县:新绛县");
    assert_eq!(engine.complete_filter("作者: 县:新")[0].query, "作者: 县:新绛县");
    assert!(values("县").is_empty());
    assert!(values("天:新").is_empty());
}

#[test]
fn where_nothing_is_found_something_near_is_offered() {
    let engine = notices();
    let offered = |query: &str| -> Vec<(String, Reason)> {
        engine.suggest(query).into_iter().map(|offer| (offer.query, offer.reason)).collect()
    };
    assert_eq!(offered("桃园 县:临猗"), [("桃园".to_owned(), Reason::WithoutFilters)]);
    // In no headline, but in a text.
    let anywhere = ("桃园 县:夏县".to_owned(), Reason::WithoutFilters);
    assert_eq!(offered("标题:桃园 县:夏县"), [anywhere]);
    assert_eq!(offered("新降县"), [("新绛县".to_owned(), Reason::NearName)]);
    let without = ("桃园".to_owned(), Reason::WithoutWord);
    assert_eq!(offered("桃园 望远镜"), [without]);
    assert!(offered("望远镜").is_empty());
}

#[test]
fn values_are_offered_that_the_rest_of_the_query_finds() {
    let authors = ["高山", "高山", "流水"].map(|name| vec![(Attribute::Author, name.into())]);
    let engine = engine(&["桃园开花", "桃园结果", "梨园开花"]).with_attributes(authors.into());
    let offered = |query: &str| -> Vec<String> {
        let offers = engine.suggest(query).into_iter();
        offers.filter(|offer| offer.reason == Reason::OtherValue).map(|offer| offer.query).collect()
    };
    assert_eq!(offered("桃园 作者:某某"), ["桃园 作者:高山"]);
    assert_eq!(offered("作者:某某"), ["作者:高山", "作者:流水"]);
    assert!(offered("荷塘 作者:某某").is_empty());
}

#[test]
fn an_explanation_adds_up_to_the_score() {
    let engine = notices();
    for query in ["桃园", "桃 县", "taoyuan 县", "tao yuan", "tao yuan 县", "xjx"] {
        let parsed = Query::parse(query);
        for hit in engine.search(query).hits.iter().filter(|hit| hit.tier != Tier::Partial) {
            let explanation = engine.explain(&parsed, hit.document).expect("a hit has reasons");
            assert!((explanation.score - hit.score).abs() < 1e-4, "{query}\n{explanation}");
        }
    }
    assert_eq!(engine.explain(&Query::parse("望远镜"), 0), None);
}

#[test]
fn facets_count_authors_and_months_tier_by_tier() {
    let engine = notices();
    let counts = |attribute, query: &str| -> Vec<(String, Vec<usize>)> {
        let hits = engine.search(query).hits;
        let counts = engine.facet(attribute, &hits).into_iter();
        counts.map(|count| (count.key.to_owned(), count.tiers.to_vec())).collect()
    };
    let of = |key: &str, tiers: [usize; 5]| (key.to_owned(), tiers.to_vec());
    let months = [of("7月", [1, 0, 0, 0, 0]), of("2025年7月", [1, 0, 0, 0, 0])];
    assert_eq!(counts(Attribute::Date, "桃园"), months);
    let authors = [of("付 炎", [0, 0, 1, 0, 0]), of("付炎", [0, 0, 1, 0, 0])];
    assert_eq!(counts(Attribute::Author, "taoyuan"), authors);
    assert!(counts(Attribute::Section, "桃园").is_empty());
}

#[test]
fn reprints_are_told_from_others() {
    let text = "河道清淤工程昨天完工，三条河道恢复畅通，沿岸居民纷纷称赞，水利部门表示将继续巡查。";
    let reprint = text.replace("昨天", "日前");
    let other = "河道清淤还要半个月，施工队正在抓紧清理淤泥，附近道路临时封闭，请行人绕行。";
    let engine = engine(&[text, other, &reprint]);
    let hits = engine.search("河道").hits;
    let repeated = engine.repeated(&hits);
    let group = |document: usize| {
        let at = hits.iter().position(|hit| hit.document == document).expect("a hit");
        repeated[at]
    };
    assert_eq!(group(0), group(2));
    assert_ne!(group(0), group(1));
}

#[test]
fn matches_left_out_can_be_added() {
    let engine = notices();
    let query = Query::parse("县");
    let options = Options { detailed: Some(1), ..Options::default() };
    let mut answer = engine.search_with(&query, options);
    let whole = engine.search("县");
    assert_eq!(answer.places, whole.places);
    assert!(answer.hits[1].matches.is_empty());
    answer.hits.iter_mut().for_each(|hit| engine.complete(&query, hit));
    assert_eq!(answer, whole);
}

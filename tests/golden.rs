//! Does a page parse to what a person says it is? The seed against its hand-made truth, written pages
//! against their expected documents (`BANXIN_BLESS=1` writes those anew).

use edition::schema::PageDoc;
use edition::{Edition, Page};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let listed = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        listed.filter(|path| path.extension().is_some_and(|end| end == extension)).collect();
    files.sort();
    assert!(!files.is_empty(), "no {extension} in {}", folder.display());
    files
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn document(page: &Page) -> Value {
    serde_json::to_value(PageDoc::of(page)).unwrap()
}

/// The code points of a list of ranges that are no white space: what two parses are compared by.
fn ink(ranges: &Value, text: &[char]) -> Vec<u64> {
    let ranges = ranges.as_array().into_iter().flatten();
    let points = ranges.flat_map(|range| range[0].as_u64().unwrap()..range[1].as_u64().unwrap());
    points.filter(|at| !text[*at as usize].is_whitespace()).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// What an article says outside its text, where the truth fixes it.
fn compare_facts(truth: &Value, found: &Value, at: &str) {
    for key in ["rubric", "column"] {
        let right = &truth["accept"][key];
        let is_right = found[key] == truth[key] || list(right).contains(&found[key]);
        assert!(is_right, "{at}: {key} is {}, not {}", found[key], truth[key]);
    }
    for key in ["bylines", "dateline", "counties"] {
        let optional = &truth[format!("{key}_optional")];
        let kept = |value: &&Value| !list(optional).contains(value);
        match truth[key].as_array() {
            Some(right) => {
                let found: Vec<&Value> = list(&found[key]).iter().filter(kept).collect();
                assert_eq!(found, right.iter().collect::<Vec<_>>(), "{at}: {key}");
            }
            None => assert_eq!(found[key], truth[key], "{at}: {key}"),
        }
    }
}

fn compare_flags(truth: &Value, found: &Value, at: &str) {
    let is_flag =
        |flag: &Value, other: &Value| flag["kind"] == other["kind"] && flag["at"] == other["at"];
    for flag in list(&truth["flags"]) {
        let found = list(&found["flags"]).iter().any(|other| is_flag(flag, other));
        assert!(found || flag["optional"] == true, "{at}: no {flag}");
    }
    for flag in list(&found["flags"]) {
        assert!(
            list(&truth["flags"]).iter().any(|other| is_flag(flag, other)),
            "{at}: false {flag}"
        );
    }
}

/// Every word that the truth counts as evidence lies in words that the parser shows for that county.
fn compare_evidence(truth: &Value, found: &Value, text: &[char], at: &str) {
    for right in list(&truth["county_evidence"]) {
        let shown =
            list(&found["county_evidence"]).iter().find(|shown| shown["county"] == right["county"]);
        let shown: BTreeSet<u64> =
            shown.map(|shown| ink(&shown["spans"], text)).into_iter().flatten().collect();
        let missing = ink(&right["spans"], text).into_iter().find(|point| !shown.contains(point));
        assert_eq!(missing, None, "{at}: {} without {}", right["county"], right["words"]);
    }
}

/// `accept.heads`: without type sizes nobody can tell which of its two short lines is the headline; they are one head
/// in print order.
fn compare_article(truth: &Value, found: &Value, text: &[char], at: &str) {
    const HEADS: [&str; 3] = ["kicker", "headline", "subtitle"];
    if truth["accept"]["heads"] == true {
        let heads = |article: &Value| -> Vec<u64> {
            HEADS.iter().flat_map(|head| ink(&article[head], text)).collect()
        };
        assert_eq!(heads(found), heads(truth), "{at}: heads");
    } else {
        for head in HEADS {
            assert_eq!(ink(&found[head], text), ink(&truth[head], text), "{at}: {head}");
        }
    }
    let blocks = |article: &Value| -> Vec<(String, Vec<u64>)> {
        let block = |block: &Value| (block["kind"].to_string(), ink(&block["spans"], text));
        list(&article["blocks"]).iter().map(block).collect()
    };
    assert_eq!(blocks(found), blocks(truth), "{at}: blocks");
    compare_facts(truth, found, at);
    compare_flags(truth, found, at);
    compare_evidence(truth, found, text, at);
}

fn compare_page(truth: &Value, page: &Page) {
    let text: Vec<char> = page.text.chars().collect();
    let found = document(page);
    let right = list(&truth["articles"]);
    assert_eq!(list(&found["articles"]).len(), right.len(), "articles");
    for (number, (truth, found)) in (1..).zip(right.iter().zip(list(&found["articles"]))) {
        compare_article(truth, found, &text, &format!("article {number}"));
    }
    for key in ["furniture", "rubrics", "columns", "garbled"] {
        assert_eq!(ink(&found[key], &text), ink(&truth[key], &text), "{key}");
    }
    assert_eq!(list(&found["unplaced"]).len(), 0);
}

fn seed() -> Edition {
    parser::read_page(&root().join("tests/data/seed/000_2caf9e3daaa9a3f0.txt")).unwrap()
}

#[test]
fn the_seed_parses_to_its_gold() {
    let truth = root().join("tests/data/gold/000_2caf9e3daaa9a3f0.json");
    compare_page(&json(&truth), &seed().pages[0]);
}

#[test]
fn items_of_the_whole_city_say_so() {
    let seed = seed();
    let regions: Vec<Option<&str>> = seed.pages[0]
        .articles
        .iter()
        .map(|article| article.whole_region.as_ref().map(|region| region.name.as_str()))
        .collect();
    let city = Some("运城市");
    assert_eq!(regions, [None, city, city, None, None, None, None, None]);
}

#[test]
fn what_the_seed_does_not_say_is_inferred_with_its_reason() {
    let seed = seed();
    let date = seed.date.unwrap();
    assert_eq!(date.value.to_string(), "2025年7月23日");
    assert!(
        date.reason()
            .unwrap()
            .to_string()
            .starts_with("文中最晚的消息日期是7月23日,正文写有“2025年")
    );
    let region = seed.region.unwrap();
    assert_eq!(region.value, "运城市");
    assert!(region.reason().unwrap().to_string().contains("新绛县"));
    assert_eq!(seed.region_counties.len(), 13);
    assert_eq!((seed.paper, &seed.pages[0].number), (None, &None));
}

#[test]
fn ids_differ_within_an_edition() {
    let seed = seed();
    let ids: BTreeSet<&str> =
        seed.pages[0].articles.iter().map(|article| article.id.as_str()).collect();
    assert_eq!(ids.len(), seed.pages[0].articles.len());
}

#[test]
fn written_pages_parse_to_their_documents() {
    let bless = env::var_os("BANXIN_BLESS").is_some();
    for path in files(&root().join("tests/data/pages"), "txt") {
        let edition = parser::read_page(&path).unwrap();
        let page = &edition.pages[0];
        assert_eq!(page.unconserved(), Vec::<u32>::new(), "{}", path.display());
        let expected = path.with_extension("json");
        let found = serde_json::to_string_pretty(&document(page)).unwrap() + "\n";
        if bless {
            fs::write(&expected, &found).unwrap();
        }
        let truth = fs::read_to_string(&expected).unwrap_or_default();
        assert!(
            found == truth,
            "{}: run with BANXIN_BLESS=1 and read the difference",
            path.display()
        );
    }
}

/// 楚 and 修 are family names; the line is a headline all the same.
#[test]
fn a_headline_of_family_names_stays_over_its_text() {
    let text = "楚侯乡修复河堤\n\n本报讯（记者 王明）7月1日，楚侯乡组织群众修复河堤三公里，保护农田二百亩。\n";
    let page = parser::parse_page("甲.txt", text, &parser::Context::default());
    let [article] = page.articles.as_slice() else { panic!("{} articles", page.articles.len()) };
    assert_eq!(article.headline[0].of(text), "楚侯乡修复河堤");
    assert_eq!(article.bylines.len(), 1);
}

/// Pages of many regions, forms and scripts, each with a truth that a person wrote before the parser saw the page.
#[test]
fn pages_of_many_regions_parse_to_their_truth() {
    let mut wrong = Vec::new();
    for path in files(&root().join("tests/data/regions"), "txt") {
        let edition = parser::read_page(&path).unwrap();
        let page = &edition.pages[0];
        assert_eq!(page.unconserved(), Vec::<u32>::new(), "{}", path.display());
        let truth = json(&path.with_extension("json"));
        if std::panic::catch_unwind(|| compare_page(&truth, page)).is_err() {
            wrong.push(path.file_name().unwrap().to_owned());
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

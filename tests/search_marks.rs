//! Do marks stand in nobody's way: at the ends of what is typed, and between the characters of a text?

use crate::search_twin::{engine, ids};
use search::{Engine, Options, Query, Tier};

fn tiers(engine: &Engine, query: &str) -> Vec<(usize, Tier)> {
    let mut tiers: Vec<(usize, Tier)> =
        engine.search(query).hits.iter().map(|hit| (hit.document, hit.tier)).collect();
    tiers.sort_unstable();
    tiers
}

#[test]
fn marks_at_the_ends_are_dropped_where_nothing_holds_them() {
    let engine = engine(&["柳城车站", "转动。柳转。", "原材料涨价了", "柳城报名"]);
    let both = [(0, Tier::Exact), (3, Tier::Exact)];
    for query in [
        "柳城。",
        "柳城？！",
        "《柳城》",
        "“柳城",
        "柳城”",
        "\"柳城",
        "柳城\"\"",
        "——柳城……",
        "柳城 “”",
        "“柳城。”",
        "标题:。 柳城、",
    ] {
        assert_eq!(tiers(&engine, query), both, "{query}");
    }
    assert_eq!(tiers(&engine, "liucheng。"), [(0, Tier::Pinyin), (3, Tier::Pinyin)]);
    assert_eq!(tiers(&engine, "liu cheng。"), [(0, Tier::Pinyin), (3, Tier::Pinyin)]);
    assert_eq!(tiers(&engine, "原材料？ 涨价。"), [(2, Tier::Exact)]);
    let best = &engine.search("柳城。").hits[0];
    assert!(engine.explain(&Query::parse("柳城。"), best.document).is_some());
    // The text itself is asked for, marks and all.
    let options = Options { exact_only: true, ..Options::default() };
    assert!(engine.search_with(&Query::parse("柳城。"), options).hits.is_empty());
}

#[test]
fn marks_that_are_there_are_asked_for() {
    let engine = engine(&["柳城。", "柳城车站", "气温-7度，折合50%", "7度"]);
    assert_eq!(tiers(&engine, "柳城。"), [(0, Tier::Exact)]);
    assert_eq!(tiers(&engine, "。"), [(0, Tier::Exact)]);
    assert!(ids(&engine, "“”").is_empty());
    // Signs are no marks.
    assert!(tiers(&engine, "7%").iter().all(|(_, tier)| *tier == Tier::Partial));
}

#[test]
fn a_mark_is_no_context_and_no_slip() {
    // With 。 beside it 运转 is no nearer to 运城.
    let engine = engine(&["运转。运转。", "运·转"]);
    assert!(ids(&engine, "运城。").is_empty());
    assert!(ids(&engine, "运·城").is_empty());
}

#[test]
fn marks_between_characters_are_passed_over_where_nothing_holds_the_query() {
    let mut texts = vec![
        "“三三三”规划出台，“三三三”规划",
        "《柳城日报》社",
        "柳城（县）剪纸",
        "阿·米伦到访柳城",
        "“三三三”“规划”",
        "三三三，规划",
    ];
    // More than the hundred that are shown of parts.
    texts.extend(["“三三三”规划"; 110]);
    let engine = engine(&texts);
    let found = engine.search("三三三规划").hits;
    assert!(found.iter().all(|hit| hit.tier == Tier::Partial));
    let mut first: Vec<usize> = found[..112].iter().map(|hit| hit.document).collect();
    first.sort_unstable();
    assert_eq!(first, [0, 4].into_iter().chain(6..116).collect::<Vec<_>>());
    assert_eq!(found[0].matches.len(), 2);
    assert!(found[112..].iter().any(|hit| hit.document == 5));
    for (query, document) in [
        ("柳城日报社", 1),
        ("柳城县剪纸", 2),
        ("阿米伦", 3),
        ("阿米伦 柳城", 3),
        ("〈柳城县〉剪纸", 2),
    ] {
        assert_eq!(ids(&engine, query)[0], document, "{query}");
    }
    // What holds it as it stands is all that is found.
    assert_eq!(tiers(&engine, "三三三，规划"), [(5, Tier::Exact)]);
}

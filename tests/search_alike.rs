//! Is a text found that one look-alike character parts from what was typed, and nothing else for it?

use crate::search_tiers::{first_match, tiers};
use crate::search_twin::{engine, ids};
use search::Tier;

#[test]
fn one_character_may_look_alike() {
    let engine = engine(&["冻水河畔的芦苇", "供水工程", "未来可期", "2025年7月"]);
    assert_eq!(tiers(&engine, "涑水"), [(0, Tier::Lookalike)]);
    assert_eq!(first_match(&engine, "涑水河"), "冻水河");
    assert_eq!(tiers(&engine, "末来"), [(2, Tier::Lookalike)]);
    // Digits are never taken for others, and one character alone has no neighbours.
    assert_eq!(tiers(&engine, "2026年7月"), [(3, Tier::Partial)]);
    assert!(ids(&engine, "末").is_empty());
}

#[test]
fn what_is_often_misread_is_found_whatever_its_strokes() {
    for (query, text) in [
        ("若干", "若千意见"),
        ("干部", "千部下乡"),
        ("房间", "房闻里"),
        ("新闻", "新间发布"),
        ("工厂", "工广停产"),
        ("厂长", "广长讲话"),
        ("儿子", "儿了回家"),
        ("供应", "洪应不足"),
        ("任务", "在务完成"),
        ("存款", "在款增加"),
        ("知青", "和青点"),
        ("三千", "得三干元"),
        ("八百", "人百斤"),
        ("涑水", "冻水河"),
        ("土地", "士地流转"),
    ] {
        assert_eq!(tiers(&engine(&[text]), query), [(0, Tier::Lookalike)], "{query}");
    }
}

#[test]
fn a_word_that_is_not_there_is_no_slip_for_halves_of_others() {
    // 重新|改造, 人为|天下, 萤火|走进, 国家|贸易.
    let engine = engine(&[
        "重新改造老街",
        "改造两年",
        "树人为天下",
        "萤火走进夏夜",
        "走进夏夜",
        "国家贸易",
        "一月开工",
    ]);
    for query in ["新异", "天火", "萤火虫", "国家股", "一百"] {
        let found = tiers(&engine, query);
        assert!(found.iter().all(|(_, tier)| *tier == Tier::Partial), "{query} {found:?}");
    }
}

#[test]
fn several_that_look_alike_are_refused() {
    let engine = engine(&["未来", "末来"]);
    assert_eq!(ids(&engine, "末来"), [1]);
    let engine = crate::search_twin::engine(&["己经", "巳经"]);
    assert!(ids(&engine, "已经").is_empty());
}

#[test]
fn of_several_that_look_alike_the_likeliest_word_was_meant() {
    // 刘宁 is no less like it, but stands once.
    let engine = engine(&["辽宁的港口", "辽宁的粮食", "刘宁获奖", "辽宁队夺冠"]);
    let mut found = ids(&engine, "疗宁");
    found.sort_unstable();
    assert_eq!(found, [0, 1, 3]);
    let engine = crate::search_twin::engine(&["上报造册", "详细报告", "工作报告"]);
    assert_eq!(tiers(&engine, "报浩"), [(1, Tier::Lookalike), (2, Tier::Lookalike)]);
}

#[test]
fn what_is_counted_or_half_of_a_word_is_no_slip() {
    let engine = engine(&[
        "6月21日，柳城市",
        "种下21亩，柳城支队，工作队支队",
        "花了5万元，本报讯",
        "长5方元，本报记者，记者",
        "柳城币",
    ]);
    assert_eq!(tiers(&engine, "21日"), [(0, Tier::Exact)]);
    assert_eq!(tiers(&engine, "5万元"), [(2, Tier::Exact)]);
    assert_eq!(tiers(&engine, "本报讯"), [(2, Tier::Exact)]);
    assert_eq!(tiers(&engine, "柳城市"), [(0, Tier::Exact), (4, Tier::Lookalike)]);
}

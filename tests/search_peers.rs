//! Do the Chinese cases of other search engines hold here? Facts from their public tests and issues.

use crate::search_twin::{engine, ids};

/// oramasearch/orama, `packages/tokenizers/tests/mandarin.test.ts`.
#[test]
fn orama_mandarin() {
    let cities = [
        "北京",
        "上海",
        "广州",
        "深圳",
        "成都",
        "杭州",
        "南京",
        "北京大学",
        "上海交通大学",
        "广州中医药大学",
    ];
    let engine = engine(&cities);
    assert_eq!(ids(&engine, "北京"), [0, 7]);
    assert_eq!(ids(&engine, "上海"), [1, 8]);
    assert_eq!(ids(&engine, "广州"), [2, 9]);
    assert_eq!(ids(&engine, "深圳"), [3]);
    assert_eq!(ids(&engine, "成都"), [4]);
    assert_eq!(ids(&engine, "南"), [6]);
    assert_eq!(ids(&engine, "大学").len(), 3);
}

/// Pagefind/pagefind, `pagefind-segments-at-search-time.toolproof.yml`.
#[test]
fn pagefind_segments_at_search_time() {
    let engine = engine(&["这是一段简单的测试文本", "这是简单的文本"]);
    let counts = ["一段", "简单测试", "是一段", "简单"].map(|query| ids(&engine, query).len());
    assert_eq!(counts, [1, 1, 1, 2]);
}

/// nextapps-de/flexsearch, `test/encoder.js`; there reversed characters are accepted, here not.
#[test]
fn flexsearch_encoder() {
    let one = engine(&["一个单词"]);
    assert_eq!(ids(&one, "一个"), [0]);
    assert_eq!(ids(&one, "单词"), [0]);
    assert!(ids(&one, "词单").is_empty());
    assert_eq!(ids(&engine(&["多大的;多少平"]), "是多少平的"), [0]);
}

/// wangfenjin/simple, `example.sql`.
#[test]
fn simple_pinyin() {
    let engine = engine(&[
        "周杰伦 Jay Chou:最美的不是下雨天，是曾与你躲过雨的屋檐",
        "I love China! 我爱中国!",
        "@English &special _characters.\"'bacon-&and'-eggs%",
    ]);
    for query in ["杰伦", "雨天", "zhoujiel", "zhoujie", "zjl", "ZHOUJi"] {
        assert_eq!(ids(&engine, query), [0], "{query}");
    }
    assert!(ids(&engine, "jiezhou").is_empty());
    assert_eq!(ids(&engine, "love zg"), [1]);
}

/// apache/lucene, `TestSmartChineseAnalyzer.testFullWidth` and `TestCJKAnalyzer.testSurrogates`, as searches.
#[test]
fn lucene_widths_and_surrogates() {
    let engine = engine(&["我购买 Ｔｅｓｔｓ 了道具和服装１２３４", "𩬅艱鍟䇹愯瀛"]);
    for query in ["tests", "购买Tests", "1234", "服装1234"] {
        assert_eq!(ids(&engine, query), [0], "{query}");
    }
    for query in ["𩬅艱", "艱鍟", "愯瀛", "𩬅"] {
        assert_eq!(ids(&engine, query), [1], "{query}");
    }
}

/// meilisearch issue 2091, hextra issue 552, byterover-cli pull request 712, minisearch issue 201.
#[test]
fn words_that_others_lost() {
    let machines =
        ["正常format的测试数据 这是一个正常的虚拟机数据", "异常的测试数据 虚拟机 a : a : a"];
    let mut found = ids(&engine(&machines), "虚拟机");
    found.sort();
    assert_eq!(found, [0, 1]);
    assert_eq!(ids(&engine(&["本文是关于教务使用的一篇小教程"]), "一篇"), [0]);
    let login = engine(&["认证系统使用JWT令牌"]);
    assert_eq!([ids(&login, "认证"), ids(&login, "JWT")], [[0], [0]]);
    assert_eq!(ids(&engine(&["懵逼了"]), "懵逼"), [0]);
}

/// squidfunk/mkdocs-material issue 3915.
#[test]
fn the_exact_phrase_comes_first() {
    let engine = engine(&["执行异议之诉", "执行程序", "提出异议"]);
    assert_eq!(ids(&engine, "执行异议")[0], 0);
}

/// SQLite's trigram tokenizer answers no query of two characters.
#[test]
fn two_characters_are_enough() {
    let engine = engine(&["新绛县以“萤火微光”党建品牌为抓手"]);
    for query in ["绛县", "新绛", "新绛县", "绛"] {
        assert_eq!(ids(&engine, query), [0], "{query}");
    }
}

/// What the segmenters and bigram analyzers of others cut a text into, each piece a search here: Pagefind
/// `fossick/mod.rs`, lunr-languages `ChineseTokenizerFallbackTest.js`, apache/lucene `TestCJKAnalyzer` and
/// `TestSmartChineseAnalyzer`.
#[test]
fn each_token_of_others_finds_its_text() {
    let texts: [(&str, &[&str]); 7] = [
        ("哎呀！ 我的错。", &["哎呀", "我", "的", "错", "哎呀我"]),
        ("中华人民", &["中华", "人民", "华人", "中华人民"]),
        ("学姐", &["学", "学姐", "姐"]),
        ("一二三四五六七八九十", &["一二", "二三", "五六", "九十", "三四五六七"]),
        ("一 二三四 五六七八九 十", &["一", "二三", "三四", "七八", "八九", "十", "四五"]),
        ("一丁丂", &["一丁", "丁丂", "丂"]),
        ("我购买了道具和服装。", &["我", "购买", "了", "道具", "和", "服装", "和服"]),
    ];
    for (text, queries) in texts {
        let engine = engine(&["猫", text]);
        for query in queries {
            assert_eq!(ids(&engine, query).first(), Some(&1), "{query} in {text}");
        }
    }
}

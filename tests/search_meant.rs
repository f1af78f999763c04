//! Is what was meant offered: a filter by its name, another value, a name by its sound? Is minus what it says?

use crate::search_twin::ids;
use search::{Attribute, Document, Engine, Field, Part, Tables};

/// Five notices, each with county, author and day; the text names neither county nor author.
fn notices() -> Engine {
    let texts = [
        "果农试种新桃，今年收成好",
        "党员带头清淤，荷花开满河道",
        "丹参种植让党员和农户一起增收",
        "剪纸艺人深入课堂，气温-7度",
        "万荣的苹果装车外运，荷花开",
    ];
    let about = [
        ("临猗县", "郭小梅", "2025年7月21日", "消息"),
        ("新绛县", "付炎", "2025年7月23日", "通讯"),
        ("闻喜县", "杨木林", "8月1日", "通讯"),
        ("稷山县", "付炎", "2024年12月30日", "图片"),
        ("万荣县", "卫国", "2025年1月2日", "消息"),
    ];
    let (mut names, mut counties) = (String::new(), String::new());
    let keys = [Attribute::County, Attribute::Author, Attribute::Date, Attribute::Kind];
    let attributes = about.map(|(county, author, date, kind)| {
        let values = [county, author, date, kind];
        names.push_str(&values.concat());
        counties.push_str(county.trim_end_matches('县'));
        keys.into_iter().zip(values.map(Into::into)).collect::<Vec<_>>()
    });
    let part = |text: &str| Part { field: Field::Body, text: text.to_owned().into() };
    let documents = texts.map(|text| Document { parts: vec![part(text)] });
    let tables = Tables::decode(&search::tables::for_names(&texts.concat(), &names, &counties))
        .expect("own tables");
    Engine::new(documents.into(), tables).with_attributes(attributes.into())
}

fn sorted(engine: &Engine, query: &str) -> Vec<usize> {
    let mut ids = ids(engine, query);
    ids.sort_unstable();
    ids
}

fn offered(engine: &Engine, query: &str) -> Vec<String> {
    engine.suggest(query).into_iter().map(|offer| offer.query).collect()
}

#[test]
fn the_day_of_the_issue_is_offered_for_that_of_an_article_and_the_other_way_round() {
    let days = [("2025年7月21日", "2025年7月22日"), ("2025年7月22日", "2025年7月24日")];
    let attributes = days.map(|(date, issue)| {
        let paper = (Attribute::Paper, "汾城报".into());
        vec![(Attribute::Date, date.into()), (Attribute::Issue, issue.into()), paper]
    });
    let part = |text: &str| Part { field: Field::Body, text: text.to_owned().into() };
    let texts = ["桃子熟了", "荷花开了"];
    let documents = texts.map(|text| Document { parts: vec![part(text)] });
    let tables = search::tables::for_names(&texts.concat(), "汾城报", "");
    let tables = Tables::decode(&tables).expect("own tables");
    let engine = Engine::new(documents.into(), tables).with_attributes(attributes.into());
    assert_eq!(sorted(&engine, "日期:22 July 2025"), [1]);
    assert_eq!(sorted(&engine, "期:7月22日"), [0]);
    assert_eq!(sorted(&engine, "issue:July 22, 2025 to July 24, 2025"), [0, 1]);
    assert_eq!(offered(&engine, "日期:7月24日")[0], "期:7月24日");
    assert_eq!(offered(&engine, "期:7月21日")[0], "日期:7月21日");
    assert!(
        offered(&engine, "2025-7-22")
            .starts_with(&["日期:2025-7-22", "期:2025-7-22"].map(str::to_owned))
    );
    for paper in ["报:汾城", "報:汾城報", "paper:fenchengbao", "bao:fcb"] {
        assert_eq!(sorted(&engine, paper), [0, 1], "{paper}");
    }
    let completed = engine.complete_filter("期:7月2");
    assert_eq!(completed.len(), 2);
    assert_eq!(engine.complete_filter("报:fen")[0].query, "报:汾城报");
}

#[test]
fn a_name_is_offered_for_letters_with_one_slip() {
    let engine = notices();
    // A letter that is missing, too many, another, or in the place of its neighbour.
    for (typed, name) in [
        ("xinjang", "新绛"),
        ("lingyi", "临猗"),
        ("wenxu", "闻喜"),
        ("jishen", "稷山"),
        ("ijshan", "稷山"),
        ("wanrnog", "万荣"),
    ] {
        assert!(ids(&engine, typed).is_empty(), "{typed}");
        let offered = offered(&engine, typed);
        assert!(offered.iter().any(|offer| offer.contains(name)), "{typed}: {offered:?}");
    }
    let by_author = offered(&engine, "guoxiaomai");
    assert_eq!(by_author, ["作者:郭小梅"]);
    for far in ["xnjng", "fu", "xinhuashe"] {
        assert!(offered(&engine, far).iter().all(|offer| !offer.contains('新')), "{far}");
    }
}

#[test]
fn a_filter_with_a_minus_leaves_out_what_it_matches() {
    let engine = notices();
    assert_eq!(sorted(&engine, "党员"), [1, 2]);
    assert_eq!(sorted(&engine, "党员 -县:新绛"), [2]);
    assert_eq!(sorted(&engine, "党员 －作者：付炎"), [2]);
    assert_eq!(ids(&engine, "-县:新绛"), [0, 2, 3, 4]);
    assert_eq!(ids(&engine, "-县:新绛 -作者:付炎"), [0, 2, 4]);
    assert_eq!(sorted(&engine, "党员 -日期:7月"), [2]);
    // What matches nothing leaves nothing out, and both at once leave nothing.
    assert_eq!(sorted(&engine, "党员 -县:火星"), [1, 2]);
    assert!(ids(&engine, "县:新绛 -县:新绛").is_empty());
    assert_eq!(engine.complete_filter("荷 -县:新")[0].query, "荷 -县:新绛县");
    // Without attributes it is a text, here too.
    let engine = crate::search_twin::engine(&["荷花 县:绛县", "荷花"]);
    assert_eq!(ids(&engine, "荷花 -县:绛县"), [1]);
}

#[test]
fn kinds_are_asked_for_as_counties_are() {
    let engine = notices();
    assert_eq!(sorted(&engine, "体裁:通讯"), [1, 2]);
    assert_eq!(sorted(&engine, "類型：消息 荷花"), [4]);
    assert_eq!(sorted(&engine, "-类型:通讯"), [0, 3, 4]);
    assert_eq!(engine.complete_filter("体裁:tx")[0].query, "体裁:通讯");
    assert_eq!(offered(&engine, "tongxun"), ["体裁:通讯"]);
}

#[test]
fn a_day_that_is_typed_whole_is_offered_as_a_filter() {
    let engine = notices();
    for (typed, documents) in
        [("2025年7月21日", 1), ("2025-7-21", 1), ("20250723", 1), ("2025年", 4)]
    {
        let offers = engine.named(typed);
        let found: Vec<(&str, usize)> =
            offers.iter().map(|own| (&own.query[..], own.hits)).collect();
        assert_eq!(found, [(&format!("日期:{typed}")[..], documents)], "{typed}");
        assert_eq!(engine.suggest(typed)[0], offers[0]);
    }
    assert!(engine.named("1999年7月21日").is_empty() && engine.named("21").is_empty());
}

#[test]
fn of_filters_that_leave_nothing_each_is_left_out_in_turn() {
    let engine = notices();
    let offers = offered(&engine, "县:新绛 县:闻喜");
    assert_eq!(offers, ["县:闻喜", "县:新绛"]);
    assert!(offered(&engine, "县:新绛 -荷花").contains(&"县:新绛".to_owned()));
}

#[test]
fn a_page_is_asked_for_by_its_number_or_its_name() {
    let attributes = [("1", "要闻"), ("11", "副刊"), ("A3", "时事"), ("3", "鹅湖")];
    let values = attributes.map(|(number, name)| {
        let section = (Attribute::Section, format!("{name}简报").into());
        vec![(Attribute::Page, number.into()), (Attribute::Page, name.into()), section]
    });
    let engine = crate::search_twin::engine(&["荷花开了，鹅湖"; 4]).with_attributes(values.into());
    for (query, found) in [
        ("版:1", 0),
        ("版:第1版", 0),
        ("版:头版", 0),
        ("版:十一", 1),
        ("版:a3", 2),
        ("版:03", 3),
        ("版:第三版", 3),
        ("版:鹅湖", 3),
        ("版:时事", 2),
        ("版:副刊简报", 1),
    ] {
        assert_eq!(sorted(&engine, query), [found], "{query}");
    }
    assert_eq!(sorted(&engine, "-版:1"), [1, 2, 3]);
    // No syllable in its second tone, though 鹅湖 is the only name that begins so.
    assert!(ids(&engine, "版:E2").is_empty());
    assert_eq!(ids(&engine, "版:e"), [3]);
}

#[test]
fn a_lone_minus_before_a_word_leaves_it_out() {
    let engine = notices();
    // All that do not have it, in their own order.
    assert_eq!(ids(&engine, "-党员"), [0, 3, 4]);
    assert_eq!(ids(&engine, "-荷花 -党员"), [0, 3]);
    assert_eq!(ids(&engine, "-“荷花”"), [0, 2, 3]);
    assert_eq!(ids(&engine, "-《荷花》"), [0, 1, 2, 3, 4]);
    assert_eq!(ids(&engine, "-标题:党员"), [0, 1, 2, 3, 4]);
    // Before a number it is its sign.
    assert_eq!(ids(&engine, "-7"), [3]);
    assert_eq!(ids(&engine, "-7度"), [3]);
    assert_eq!(ids(&engine, "-7 -荷花"), [3]);
    assert_eq!(ids(&engine, "气温 -7度"), [3]);
}

#[test]
fn a_name_that_no_text_has_is_offered_as_a_filter() {
    let engine = notices();
    for query in ["临猗", "临猗县", "臨猗", "linyi", "lin yi", "LinYi", "línyī", "linyixian"]
    {
        assert!(ids(&engine, query).is_empty(), "{query}");
        assert_eq!(offered(&engine, query), ["县:临猗县"], "{query}");
    }
    assert_eq!(offered(&engine, "杨木林"), ["作者:杨木林"]);
    assert_eq!(offered(&engine, "yangmulin"), ["作者:杨木林"]);
    // Beside other words it takes the place of its own.
    assert_eq!(offered(&engine, "果农 临猗")[0], "果农 县:临猗县");
    assert_eq!(offered(&engine, "果农 linyi")[0], "果农 县:临猗县");
    assert!(!offered(&engine, "党员 临猗").contains(&"党员 县:临猗县".to_owned()));
    assert!(offered(&engine, "猗").is_empty());
    assert!(offered(&engine, "lin").is_empty());
}

#[test]
fn the_number_of_a_tone_says_no_more_than_the_syllable() {
    let engine = notices();
    for (query, found) in [
        ("guo3nong2", 0),
        ("guo3 nong2", 0),
        ("GUO3nong", 0),
        ("果nong2", 0),
        ("dan1shen1", 2),
        ("县:xin1jiang4", 1),
        ("县:xin1", 1),
        ("作者:fu4yan2 党员", 1),
    ] {
        assert_eq!(ids(&engine, query), [found], "{query}");
    }
    assert_eq!(engine.complete_filter("县:wen2")[0].value, "闻喜县");
    assert_eq!(offered(&engine, "lin2yi1")[0], "县:临猗县");
    // No tone: not behind a syllable, or a number of its own.
    for query in ["guo6nong2", "guo33nong2", "gn2", "hh4", "dan12", "a4", "he2025"] {
        assert!(ids(&engine, query).is_empty(), "{query}");
    }
    // What stands in the text goes first.
    let engine = crate::search_twin::engine(&["用a4纸打印", "mp3和妈妈", "麻纸"]);
    assert_eq!(ids(&engine, "a4"), [0]);
    assert_eq!(ids(&engine, "mp3"), [1]);
    assert_eq!(ids(&engine, "ma2zhi3"), [2]);
    // Beside letters that are joined it stays what was typed.
    assert_eq!(ids(&engine, "a4 打印 yong zhi"), [0]);
}

#[test]
fn a_space_behind_the_colon_of_a_filter_counts_for_nothing() {
    let engine = notices();
    assert_eq!(ids(&engine, "县: 新绛"), [1]);
    assert_eq!(sorted(&engine, "荷花 作者： 付炎"), [1]);
    assert_eq!(engine.complete_filter("荷 县: xin")[0].query, "荷 县:新绛县");
    assert_eq!(engine.unmet_filters("县: 火星"), ["县:火星"]);
    // With the key that was typed.
    assert_eq!(engine.complete_filter("荷 -縣：xin")[0].query, "荷 -縣:新绛县");
    assert_eq!(ids(&engine, "county:新绛 author:付炎"), [1]);
    assert_eq!(ids(&engine, "County:新绛 AUTHOR:付炎"), [1]);
    for query in ["县:新绛县 ", "县: 新绛县\u{3000}", "县:\u{3000}新绛县 荷", "县:\u{3000}"]
    {
        engine.search(query);
        engine.suggest(query);
        engine.complete_filter(query);
        engine.read_filters(query);
    }
}

#[test]
fn a_filter_means_the_only_value_that_is_read_so() {
    let engine = notices();
    for (query, found) in [
        ("县:xin", 1),
        ("县:xj", 1),
        ("縣：xinjiang", 1),
        ("县:wenxi", 2),
        ("县:wen", 2),
        ("作者:ymlin", 2),
        ("作者:GUO", 0),
        ("荷花 县:wanr", 4),
    ] {
        assert_eq!(ids(&engine, query), [found], "{query}");
    }
    assert_eq!(sorted(&engine, "体裁:tx"), [1, 2]);
    assert_eq!(sorted(&engine, "党员 -县:xin"), [2]);
    // The reader can say so, and only then.
    let read = engine.read_filters("县:xin 县:绛 作者:w 体裁:通讯 -作者:fuyan");
    let meant = [("县:xin", "新绛县"), ("作者:w", "卫国"), ("作者:fuyan", "付炎")];
    assert_eq!(read, meant.map(|(typed, value)| (typed.to_owned(), value.to_owned())));
    assert!(engine.unmet_filters("县:xin 作者:w").is_empty());
    // Of several none is meant more than another: they are offered before all else.
    assert!(ids(&engine, "体裁:t").is_empty());
    assert_eq!(offered(&engine, "体裁:t")[..2], ["体裁:通讯", "体裁:图片"]);
    assert_eq!(engine.unmet_filters("体裁:t"), ["体裁:t"]);
}

#[test]
fn a_filter_that_matches_nothing_offers_values_that_there_are() {
    let engine = notices();
    let values = offered(&engine, "县:火星");
    assert_eq!(values, ["县:临猗县", "县:新绛县", "县:闻喜县", "县:稷山县"]);
    assert_eq!(offered(&engine, "党员 县:火星")[..2], ["党员 县:新绛县", "党员 县:闻喜县"]);
    assert_eq!(offered(&engine, "县:林猗")[0], "县:临猗县");
    assert_eq!(offered(&engine, "日期:昨天")[0], "日期:2025年7月21日");
    assert_eq!(offered(&engine, "体裁:小说").len(), 3);
    // What is not met is named as it was typed; what is left out need not be met.
    assert_eq!(engine.unmet_filters("荷花 县:火星 日期:昨天 县:新绛"), ["县:火星", "日期:昨天"]);
    assert!(engine.unmet_filters("荷花 -县:火星 栏:要闻").is_empty());
}

#[test]
fn a_range_of_days_is_read_as_it_is_meant() {
    let engine = notices();
    for query in [
        "日期:7月21日..7月23日",
        "日期:7月23日..7月21日",
        "日期:7月21日-7月23日",
        "日期:7月21日－7月23日",
        "日期:7月21日—23日",
        "日期:7月21~23日",
        "日期:7月21日～7月23日",
        "日期:7月21日至7月23日",
        "日期:７月２１日到23日",
        "日期:2025-07-21-2025-07-23",
        "日期:2025年7月21日至23日",
    ] {
        assert_eq!(sorted(&engine, query), [0, 1], "{query}");
    }
    assert_eq!(sorted(&engine, "日期:2024年12月至1月"), [3, 4]);
    assert_eq!(sorted(&engine, "日期:12月30日到1月2日"), [3, 4]);
    assert_eq!(sorted(&engine, "日期:2025年7月..9月"), [0, 1, 2]);
    assert_eq!(sorted(&engine, "日期:2024年"), [2, 3]);
    assert_eq!(sorted(&engine, "日期:2025-07-21"), [0]);
}

#[test]
fn what_sounds_or_looks_like_a_name_offers_it() {
    let engine = notices();
    assert_eq!(offered(&engine, "文喜"), ["县:闻喜县"]);
    assert_eq!(offered(&engine, "林猗"), ["县:临猗县"]);
    assert_eq!(offered(&engine, "临倚"), ["县:临猗县"]);
    assert_eq!(offered(&engine, "万容"), ["万荣"]);
    assert_eq!(offered(&engine, "丹深"), ["丹参"]);
    // Above what has only parts of the query, too.
    assert_eq!(engine.named("林猗")[0].query, "县:临猗县");
    assert_eq!(engine.named("丹深")[0].query, "丹参");
    // Neither by sound nor by shape: half a name is no name.
    for query in ["万里", "闻名", "喜人", "丹顶", "卫星", "付款", "经典", "复盐"] {
        assert!(offered(&engine, query).is_empty(), "{query}");
    }
}

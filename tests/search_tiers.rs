//! Is what sounds, looks or counts alike found below what is there, and said to be so?

use crate::search_twin::{engine, ids};
use search::{Engine, Options, Query, Tier};

pub fn tiers(engine: &Engine, query: &str) -> Vec<(usize, Tier)> {
    engine.search(query).hits.iter().map(|hit| (hit.document, hit.tier)).collect()
}

/// The text of the first match of the first hit.
pub fn first_match(engine: &Engine, query: &str) -> String {
    let hit = engine.search(query).hits.into_iter().next().expect("a hit");
    let found = hit.matches[0];
    let part = &engine.documents()[hit.document].parts[found.part as usize];
    part.text[found.start as usize..found.end as usize].to_owned()
}

#[test]
fn numbers_are_found_in_other_writings() {
    let engine = engine(&[
        "七月二十三日",
        "７月23日",
        "二零二五年",
        "2025年",
        "十七个村",
        "17个村",
        "十七万亩",
        "二十七日",
    ]);
    assert_eq!(tiers(&engine, "7月"), [(1, Tier::Exact), (0, Tier::Folded)]);
    assert_eq!(tiers(&engine, "2025年"), [(3, Tier::Exact), (2, Tier::Folded)]);
    assert_eq!(tiers(&engine, "二〇二五年"), [(2, Tier::Folded), (3, Tier::Folded)]);
    assert_eq!(tiers(&engine, "17"), [(5, Tier::Exact), (4, Tier::Folded)]);
    assert_eq!(first_match(&engine, "7月23日"), "７月23日");
}

#[test]
fn a_circle_or_a_letter_is_the_zero_of_a_number() {
    let engine = engine(&[
        "一九五〇年",
        "一九五○年",
        "一九五Ｏ年",
        "一九五零年",
        "1950年",
        "二OO八年",
        "二○○八年",
    ]);
    let sorted = |query: &str| {
        let mut found = tiers(&engine, query);
        found.sort_unstable();
        found
    };
    let folded = |own: usize, all: std::ops::Range<usize>| -> Vec<(usize, Tier)> {
        let tier = |at| if at == own { Tier::Exact } else { Tier::Folded };
        all.map(|at| (at, tier(at))).collect()
    };
    let years = ["一九五〇年", "一九五○年", "一九五o年", "一九五零年", "1950年"];
    for (own, year) in years.into_iter().enumerate() {
        assert_eq!(sorted(year), folded(own, 0..5), "{year}");
    }
    assert_eq!(sorted("二〇〇八年"), folded(9, 5..7));
    assert_eq!(sorted("2008年"), folded(9, 5..7));
    assert_eq!(sorted("二OO八年"), folded(5, 5..7));
    // ○ before a number begins a line, and O in a word is a letter.
    let others = crate::search_twin::engine(&["○年货节○五年计划", "一OK，二OA"]);
    for query in ["〇年", "〇五年", "05年", "10", "20"] {
        assert!(tiers(&others, query).iter().all(|(_, tier)| *tier > Tier::Folded), "{query}");
    }
    // Of several numbers each has all its writings.
    let engine = crate::search_twin::engine(&["二○二五年七月二十三日"]);
    assert_eq!(tiers(&engine, "2025年7月23日"), [(0, Tier::Folded)]);
}

#[test]
fn a_day_is_found_however_it_is_typed() {
    let engine = engine(&[
        "2025年7月21日",
        "二〇二五年七月廿一日",
        "二○二五年七月二十一日",
        "12025年7月21日",
        "7月211日",
    ]);
    for typed in
        ["2025-7-21", "2025-07-21", "2025/7/21", "2025.7.21", "２０２５－７－２１", "2025年7月21号"]
    {
        assert_eq!(sorted(&engine, typed), [0, 1, 2], "{typed}");
    }
    assert_eq!(sorted(&engine, "7月21号"), [0, 1, 2, 3]);
    assert_eq!(sorted(&engine, "廿一日"), [0, 1, 2, 3]);
}

#[test]
fn what_is_counted_is_found_however_it_is_typed() {
    let engine = engine(&[
        "增长百分之二十一",
        "增长21%",
        "长三点六公里",
        "长3.6公里",
        "一万二千人",
        "12000人",
        "13.6公里",
    ]);
    for (queries, found) in [(["21%", "百分之二十一"], [0, 1]), (["3.6公里", "三点六公里"], [2, 3])]
    {
        for query in queries {
            assert_eq!(sorted(&engine, query)[..2], found, "{query}");
        }
    }
    assert_eq!(sorted(&engine, "三点六公里"), [2, 3]);
    assert_eq!(sorted(&engine, "12000人"), [4, 5]);
}

#[test]
fn an_amount_is_found_however_it_is_written() {
    let engine = engine(&[
        "今年种了12,000亩",
        "今年种了1.2万亩",
        "今年種了一萬二千畝",
        "今年种了1万2000亩",
        "今年种了112,000亩",
        "今年种了11.2万亩",
        "来了两千人",
        "来了2000人",
        "来了二千人",
        "来了12.5人，次日3000人",
        "投资1.2万亿",
    ]);
    for query in ["12,000亩", "12000亩", "1.2万亩", "一万二千亩", "1万2千亩", "1.2萬畝"]
    {
        assert_eq!(sorted(&engine, query)[..4], [0, 1, 2, 3], "{query}");
    }
    for query in ["两千人", "2000人", "二千人", "2,000人", "2千人", "兩千人"] {
        assert_eq!(sorted(&engine, query), [6, 7, 8], "{query}");
    }
    // Another writing that only begins or ends within a longer number is none.
    assert_eq!(sorted(&engine, "一万二千亩"), [0, 1, 2, 3]);
    assert_eq!(sorted(&engine, "二千亩"), [2]);
    assert_eq!(sorted(&engine, "种了12000"), [0, 1, 2, 3]);
    assert_eq!(sorted(&engine, "投资12000"), [0; 0]);
    assert_eq!(sorted(&engine, "十二"), [0; 0]);
    assert_eq!(sorted(&engine, "五人"), [0; 0]);
}

fn sorted(engine: &Engine, query: &str) -> Vec<usize> {
    let mut found: Vec<usize> = tiers(engine, query)
        .into_iter()
        .filter(|(_, tier)| *tier <= Tier::Folded)
        .map(|(at, _)| at)
        .collect();
    found.sort_unstable();
    found
}

#[test]
fn pinyin_finds_whole_syllables() {
    let engine = engine(&[
        "经典诵读",
        "景点",
        "新绛县社区",
        "先进",
        "西安市",
        "女排",
        "旅行",
        "重庆",
        "重要",
    ]);
    assert_eq!(tiers(&engine, "xinjiang"), [(2, Tier::Pinyin)]);
    assert_eq!(tiers(&engine, "XinJiang"), [(2, Tier::Pinyin)]);
    assert_eq!(ids(&engine, "xin jiang"), [2]);
    assert_eq!(ids(&engine, "新jiang"), [2]);
    assert_eq!(ids(&engine, "xin绛xian"), [2]);
    assert_eq!(ids(&engine, "xjx"), [2]);
    assert_eq!(ids(&engine, "xīnjiàng"), [2]);
    assert_eq!(first_match(&engine, "xjx"), "新绛县");
    assert_eq!(ids(&engine, "nvpai"), [5]);
    assert_eq!(ids(&engine, "nüpai"), [5]);
    assert_eq!(ids(&engine, "lvxing"), [6]);
    // Both readings of 重; a syllable is not cut: xia is no part of 县, jin none of 经.
    assert_eq!(ids(&engine, "chongqing"), [7]);
    assert_eq!(ids(&engine, "zhongyao"), [8]);
    let mut xian = ids(&engine, "xian");
    xian.sort();
    assert_eq!(xian, [2, 3, 4]);
    assert_eq!(ids(&engine, "xi'an"), [4]);
    assert!(ids(&engine, "injiang").is_empty());
}

#[test]
fn zh_alone_is_two_initials_where_there_are_such() {
    let engine = engine(&["中间", "综合治理"]);
    assert_eq!(ids(&engine, "zh"), [1]);
    assert_eq!(first_match(&engine, "zh"), "综合");
    assert_eq!(ids(&engine, "zho"), [0]);
    assert_eq!(ids(&engine, "综合zh"), [1]);
    let engine = crate::search_twin::engine(&["中间", "这里"]);
    assert_eq!(ids(&engine, "zh"), [0, 1]);
}

#[test]
fn syllables_may_be_typed_with_spaces() {
    let engine = engine(&[
        "新绛县社区",
        "降了新的雨，将来再说",
        "天天读报",
        "今天种树，明天浇水",
        "我们学习",
        "学生们学一学",
    ]);
    assert_eq!(tiers(&engine, "xin jiang xian"), [(0, Tier::Pinyin)]);
    assert_eq!(ids(&engine, "xin jiang"), [0]);
    assert_eq!(ids(&engine, "x j x"), [0]);
    assert_eq!(ids(&engine, "tian tian"), [2]);
    assert_eq!(ids(&engine, "wo men xue xi"), [4]);
    assert_eq!(first_match(&engine, "xin  jiang"), "新绛");
    // Whole words may also stand apart, behind those that stand together.
    assert_eq!(ids(&engine, "xuesheng yixue"), [5]);
    assert_eq!(ids(&engine, "jintian jiaoshui"), [3]);
}

#[test]
fn words_of_letters_that_are_there_come_before_syllables() {
    let engine = engine(&["他和她", "he said ta is ta", "和他们"]);
    assert_eq!(tiers(&engine, "ta he"), [(1, Tier::Exact), (0, Tier::Pinyin)]);
    assert_eq!(tiers(&engine, "he ta"), [(1, Tier::Exact), (0, Tier::Pinyin), (2, Tier::Pinyin)]);
}

#[test]
fn a_syllable_is_mostly_read_as_usual() {
    // 落 may be read lao, 的 di and 和 huo; where that is rare it comes last, however often it stands there.
    let engine = engine(&["落实落实再落实，落实到底", "老师"]);
    assert_eq!(ids(&engine, "laoshi"), [1, 0]);
    let engine = crate::search_twin::engine(&["党的党的党的", "当地"]);
    assert_eq!(ids(&engine, "dangdi"), [1, 0]);
}

#[test]
fn words_come_before_runs_that_sound_alike() {
    // 国人 stands in more places, but there it is the end of one word and the beginning of another.
    let engine = engine(&["中国人民，中国人民，外国人民", "工人"]);
    assert_eq!(ids(&engine, "gr"), [1, 0]);
}

#[test]
fn short_letters_may_be_initials_or_a_syllable_that_is_not_finished() {
    let engine = engine(&["德国总理", "第二个问题"]);
    let mut found = ids(&engine, "deg");
    found.sort();
    assert_eq!(found, [0, 1]);
}

#[test]
fn han_never_sounds_like_other_han() {
    let engine = engine(&["经典诵读", "精典", "景点"]);
    assert_eq!(tiers(&engine, "景点"), [(2, Tier::Exact)]);
    assert_eq!(tiers(&engine, "经典"), [(0, Tier::Exact)]);
}

#[test]
fn letters_that_are_there_come_before_sounds() {
    let engine = engine(&["北京", "Beijing 2022", "BEIJING"]);
    assert_eq!(tiers(&engine, "beijing"), [(2, Tier::Exact), (1, Tier::Exact), (0, Tier::Pinyin)]);
}

#[test]
fn words_of_grammar_make_no_word_longer() {
    // 由中央 stands twice side by side, and is no word all the same; 养殖业 is one and stands once.
    let engine = engine(&["由中央财政补贴", "由中央台播出", "水产养殖业"]);
    assert_eq!(ids(&engine, "yzy")[0], 2);
    // A name of single characters is one, before runs that cut through words.
    let engine = crate::search_twin::engine(&["品类与产地", "彭丽媛说", "彭丽媛问"]);
    assert_eq!(ids(&engine, "ply")[2..], [0]);
}

#[test]
fn a_phrase_or_a_wish_for_the_text_itself_means_only_that() {
    let engine = engine(&["新绛县", "冻水河"]);
    assert!(ids(&engine, "\"xinjiang\"").is_empty());
    assert!(ids(&engine, "“涑水”").is_empty());
    let options = Options { exact_only: true, ..Options::default() };
    assert!(engine.search_with(&Query::parse("xinjiang"), options).hits.is_empty());
}

#[test]
fn words_of_several_tiers_count_as_the_last_of_them() {
    let engine = engine(&["我爱中国 I love China", "中国", "love"]);
    assert_eq!(tiers(&engine, "love zg"), [(0, Tier::Pinyin)]);
}

#[test]
fn a_question_finds_what_has_most_of_it() {
    let engine = engine(&[
        "县水利局对城区三条河道清淤，预计汛期前完成。",
        "河道里的水清了，村民都说好。",
        "剪纸艺人走进小学课堂。",
    ]);
    assert_eq!(tiers(&engine, "城区的河道什么时候清淤完成？"), [(0, Tier::Partial)]);
    assert_eq!(first_match(&engine, "城区的河道什么时候清淤完成？"), "城区");
    assert!(ids(&engine, "天文望远镜").is_empty());
}

#[test]
fn a_character_set_apart_is_a_part() {
    let engine = engine(&["甲级联赛", "鼓乐", "绛州鼓乐", "联欢"]);
    assert_eq!(tiers(&engine, "鼓 外星人"), [(1, Tier::Partial), (2, Tier::Partial)]);
    assert_eq!(tiers(&engine, "甲 戊"), [(0, Tier::Partial)]);
    assert_eq!(tiers(&engine, "戊 绛 鼓")[0], (2, Tier::Partial));
    // Within a longer word it is none.
    assert!(ids(&engine, "鼓掌 外星人").is_empty());
}

#[test]
fn accents_may_be_left_out_or_stand_apart() {
    let engine = engine(&["在Café里", "在Cafe\u{301}里", "在cafe里"]);
    for query in ["café", "cafe\u{301}", "CAFÉ", "cafe"] {
        let found = tiers(&engine, query);
        assert_eq!(found.len(), 3, "{query}");
        assert!(found.iter().all(|(_, tier)| *tier <= Tier::Folded), "{query}");
    }
    assert_eq!(tiers(&engine, "café里")[0], (0, Tier::Exact));
    assert_eq!(first_match(&engine, "cafe\u{301}里"), "Cafe\u{301}里");
    // Tones are still read as tones.
    let engine = crate::search_twin::engine(&["新绛县"]);
    assert_eq!(tiers(&engine, "xīnjiàng"), [(0, Tier::Pinyin)]);
}

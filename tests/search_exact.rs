//! Is every string found, at every length, and only where it stands?

use crate::search_twin::{TWIN, Twin, engine, ids};
use search::{Engine, Match, Options, Query, Tier};

/// All matches of an answer in document order, tiers aside.
fn matches(engine: &Engine, query: &str) -> Vec<(usize, Match)> {
    let options = Options { exact_only: true, detailed: Some(usize::MAX), ..Options::default() };
    let hits = engine.search_with(&Query::parse(query), options).hits;
    let mut all: Vec<_> = hits
        .iter()
        .flat_map(|hit| hit.matches.iter().map(|found| (hit.document, *found)))
        .collect();
    all.sort_unstable_by_key(|(document, found)| (*document, found.part, found.start));
    all
}

fn naive(
    twin: &Twin,
    folded: &[Vec<(char, std::ops::Range<usize>)>],
    query: &str,
) -> Vec<(usize, Match)> {
    let query = twin.fold(query);
    let mut all = Vec::new();
    for (document, text) in folded.iter().enumerate() {
        let found = twin.find(text, &query);
        all.extend(
            found
                .iter()
                .map(|(start, end)| (document, Match { part: 0, start: *start, end: *end })),
        );
    }
    all
}

fn agrees(texts: &[&str], queries: impl Iterator<Item = String>) {
    let twin = &*TWIN;
    let folded: Vec<_> = texts.iter().map(|text| twin.fold(text)).collect();
    let engine = engine(texts);
    let mut tried = 0;
    for query in queries {
        let (ours, naive) = (matches(&engine, &query), naive(twin, &folded, &query));
        // Numbers are also found in other writings, of which the twin knows nothing.
        if query.contains(is_numeral) {
            assert!(naive.iter().all(|found| ours.contains(found)), "{query:?}");
        } else {
            assert_eq!(ours, naive, "{query:?}");
        }
        tried += 1;
    }
    assert!(tried > 0);
}

fn is_numeral(c: char) -> bool {
    c.is_numeric() || "〇零一二三四五六七八九十百千两".contains(c)
}

/// Every run of `lengths` characters without white space.
fn grams(text: &str, lengths: std::ops::RangeInclusive<usize>) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let windows =
        lengths.flat_map(|length| chars.windows(length).map(|gram| gram.iter().collect()));
    let mut grams: Vec<String> = windows.collect();
    grams.retain(|gram| !gram.contains(char::is_whitespace) && !is_phrase(gram));
    grams.sort();
    grams.dedup();
    grams
}

#[test]
fn every_gram_of_the_seed_is_found_where_it_stands() {
    let seed = include_str!("data/seed/000_2caf9e3daaa9a3f0.txt");
    let texts: Vec<&str> = seed.lines().filter(|line| !line.trim().is_empty()).collect();
    let grams: Vec<String> = texts.iter().flat_map(|text| grams(text, 1..=6)).collect();
    agrees(&texts, grams.into_iter());
}

/// A text in quotes asks for what is within them.
fn is_phrase(query: &str) -> bool {
    query.starts_with(['“', '"', '”']) && query.ends_with(['“', '"', '”'])
}

/// Numbers that look random and are always the same (xorshift).
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    fn text(&mut self, letters: &[char], length: usize) -> String {
        (0..length).map(|_| letters[self.throw(letters.len())]).collect()
    }
}

#[test]
fn random_texts_of_many_scripts_agree_with_the_twin() {
    let scripts = [
        "运運城里裡裏台臺颱后後群羣冻涑",
        "aAＡａbB１1①㎡2²…。.，,：:“”\"「」",
        "哈 \u{3000}\u{200B}\n",
        "ÀàÉéÿŸßẞΣσςДдЖeAǓ\u{301}\u{308}",
        "カｶガがか゛한글ｱア",
        "\u{20000}\u{2B740}😀👨‍👩‍👧🇨🇳",
        "عربيעברית\u{200F}नमस्ते",
        "⼀一⾧长長﹁㈠（）\u{FDFA}",
    ];
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    for round in 0..400 {
        let pair = [scripts[round % scripts.len()], scripts[dice.throw(scripts.len())]];
        let letters: Vec<char> = pair.concat().chars().collect();
        let texts: Vec<String> = (0..4).map(|_| dice.text(&letters, 24)).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let queries: Vec<String> = (0..40)
            .map(|n| dice.text(&letters, n % 5 + 1).split_whitespace().collect())
            .filter(|query: &String| is_plain(query))
            .collect();
        agrees(&texts, queries.into_iter().chain(["无".to_owned()]));
    }
}

/// Whether no part of the query is an operator of the query language.
fn is_plain(query: &str) -> bool {
    !query.contains([':', '：', '"', '“', '”', '「', '」'])
}

#[test]
fn a_match_never_runs_into_the_next_part() {
    let engine = engine(&["新绛", "县委"]);
    assert!(ids(&engine, "绛县").is_empty());
}

#[test]
fn literal_texts_come_before_their_variants() {
    let engine = engine(&["運城市", "运城市", "运 城", "Ａ：b。"]);
    let tiers: Vec<_> =
        engine.search("运城").hits.iter().map(|hit| (hit.document, hit.tier)).collect();
    assert_eq!(tiers, [(2, Tier::Exact), (1, Tier::Exact), (0, Tier::Folded)]);
    let tiers: Vec<_> =
        engine.search("運城").hits.iter().map(|hit| (hit.document, hit.tier)).collect();
    assert_eq!(tiers, [(0, Tier::Exact), (2, Tier::Folded), (1, Tier::Folded)]);
    assert_eq!(engine.search("a:B.").hits[0].tier, Tier::Exact);
}

#[test]
fn marks_of_a_score_and_of_text_set_from_above_are_those_that_are_typed() {
    agrees(
        &["金鹰队3∶1取胜", "渡口镇︐水渠通了︒他说﹁好﹂"],
        ["3:1", "3：1", "镇，水", "通了。", "说「好」"].map(str::to_owned).into_iter(),
    );
    let engine = engine(&["金鹰队3∶1取胜"]);
    assert_eq!(matches(&engine, "3：1").len(), 1);
}

#[test]
fn a_radical_counts_as_its_character() {
    let engine = engine(&["⻓江⻄岸", "长江西岸"]);
    assert_eq!(ids(&engine, "长江西"), [0, 1]);
    assert_eq!(ids(&engine, "江⻄"), [0, 1]);
}

#[test]
fn a_query_of_nothing_finds_nothing() {
    let engine = engine(&["甲 乙", ""]);
    for query in ["", " ", "\u{3000}\n", "\u{200B}", "\0"] {
        assert!(ids(&engine, query).is_empty(), "{query:?}");
    }
}

#[test]
fn several_words_must_all_be_there() {
    let engine = engine(&["甲乙丙丁", "甲丁", "丁", "甲"]);
    assert_eq!(ids(&engine, "丁 甲"), [1, 0]);
    assert_eq!(ids(&engine, "甲\u{3000}甲"), [3, 1, 0]);
}

#[test]
fn a_repeated_character_is_counted_side_by_side() {
    let engine = engine(&["哈哈哈"]);
    assert_eq!(engine.search("哈哈").hits[0].matches, [Match { part: 0, start: 0, end: 6 }]);
    let all = &engine.search("哈").hits[0].matches;
    assert_eq!(all.len(), 3);
}

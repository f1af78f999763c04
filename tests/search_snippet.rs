//! Does a snippet show the densest place, whole matches, and sentences where they fit?

use crate::search_twin::engine;
use search::{Engine, Snippet};

fn snippet<'a>(engine: &'a Engine, query: &str, length: usize) -> Snippet<'a> {
    let answer = engine.search(query);
    engine.snippet(&answer.hits[0], length)
}

fn drawn(snippet: &Snippet) -> String {
    let mut text = String::from(if snippet.cut_before { "…" } else { "" });
    for piece in &snippet.pieces {
        match piece.is_match {
            true => text.extend(["[", piece.text, "]"]),
            false => text.push_str(piece.text),
        }
    }
    text + if snippet.cut_after { "…" } else { "" }
}

#[test]
fn a_short_text_is_shown_whole() {
    let engine = engine(&["版心是页面上容纳文字的部分。"]);
    assert_eq!(drawn(&snippet(&engine, "文字", 40)), "版心是页面上容纳[文字]的部分。");
}

#[test]
fn it_begins_and_ends_with_sentences_that_fit() {
    let engine = engine(&["甲乙丙丁戊己庚辛。子丑寅卯辰巳。“午未”申酉戌亥。天地玄黄宇宙洪荒。"]);
    assert_eq!(drawn(&snippet(&engine, "申", 14)), "…“午未”[申]酉戌亥。…");
}

#[test]
fn where_no_sentence_begins_a_clause_does_and_a_number_stays_whole() {
    let first = |text: &str, query: &str| drawn(&snippet(&engine(&[text]), query, 18));
    let clause = "甲乙丙丁戊己庚辛壬癸7月21日,子丑寅卯申辰巳午未酉戌亥天地玄黄宇宙洪荒";
    assert!(first(clause, "申").starts_with("…子丑寅卯[申]"), "{}", first(clause, "申"));
    let number = "甲乙丙丁戊己庚辛壬癸共1,572元子丑申辰巳午未酉戌亥天地玄黄宇宙洪荒";
    assert!(first(number, "申").starts_with("…元子丑[申]"), "{}", first(number, "申"));
}

#[test]
fn the_densest_place_wins() {
    let text = format!("梅{}梅兰梅{}梅", "竹".repeat(50), "竹".repeat(50));
    let shown = drawn(&snippet(&engine(&[&text]), "梅", 10));
    assert!(shown.contains("[梅]兰[梅]"), "{shown}");
}

#[test]
fn a_match_longer_than_the_snippet_is_shown_whole() {
    let engine = engine(&["天地玄黄宇宙洪荒"]);
    assert_eq!(drawn(&snippet(&engine, "地玄黄宇宙", 3)), "…[地玄黄宇宙]…");
    assert_eq!(drawn(&snippet(&engine, "地玄黄宇宙", 0)), "…[地玄黄宇宙]…");
}

#[test]
fn every_length_holds_a_whole_match_and_about_as_many_characters() {
    let text = "天地玄黄，宇宙洪荒。日月盈昃，辰宿列张。寒来暑往，秋收冬藏。闰余成岁，律吕调阳。"
        .repeat(3);
    let engine = engine(&[&text]);
    for query in ["日月", "藏", "律吕调阳"] {
        for length in 0..80 {
            let shown = snippet(&engine, query, length);
            let chars: usize = shown.pieces.iter().map(|piece| piece.text.chars().count()).sum();
            assert!(chars <= length.max(4), "{query} {length}");
            assert!(shown.pieces.iter().any(|piece| piece.is_match && piece.text == query));
        }
    }
}

//! Does the best hit come first?

use crate::search_twin::{engine, engine_of, ids};
use search::{Document, Engine, Field, Part};

fn document(parts: &[(Field, &str)]) -> Document {
    let part =
        |(field, text): &(Field, &str)| Part { field: *field, text: (*text).to_owned().into() };
    Document { parts: parts.iter().map(part).collect() }
}

fn papers() -> Engine {
    engine_of(vec![
        document(&[
            (Field::Headline, "河道清淤全面启动"),
            (Field::Byline, "本报记者 梁秋水"),
            (Field::Body, "县水利局组织人员，对城区三条河道清淤，预计汛期前完成。"),
        ]),
        document(&[
            (Field::Kicker, "汛期将至"),
            (Field::Headline, "各村备足沙袋"),
            (Field::Body, "记者从防汛指挥部获悉，各村正在备足沙袋，河道清淤也同时进行。"),
        ]),
        document(&[
            (Field::Headline, "剪纸进课堂"),
            (Field::Subhead, "老手艺与新学生"),
            (Field::Body, "梁秋水老人剪了一辈子纸。汛期里她也不停手。"),
            (Field::Caption, "学生们在剪纸。"),
        ]),
    ])
}

#[test]
fn the_headline_comes_before_the_body() {
    assert_eq!(ids(&papers(), "河道清淤"), [0, 1]);
}

#[test]
fn the_kicker_comes_before_the_body() {
    assert_eq!(ids(&papers(), "汛期"), [1, 2, 0]);
}

#[test]
fn who_wrote_it_comes_before_whom_it_mentions() {
    assert_eq!(ids(&papers(), "梁秋水"), [0, 2]);
}

#[test]
fn words_side_by_side_come_before_words_apart() {
    let engine =
        engine(&["剪纸的老人住在城东，孩子们住在城西", "剪纸孩子们，老人住在城东，住在城西的"]);
    assert_eq!(ids(&engine, "剪纸 孩子们"), [1, 0]);
}

#[test]
fn more_often_comes_before_once() {
    let engine = engine(&["清淤和防汛都要紧", "清淤以后再清淤呀"]);
    assert_eq!(ids(&engine, "清淤"), [1, 0]);
}

#[test]
fn ties_keep_the_order_of_the_documents() {
    let engine = engine(&["甲子", "乙丑", "甲子", "甲子"]);
    assert_eq!(ids(&engine, "甲"), [0, 2, 3]);
    assert_eq!(ids(&engine, "甲子"), [0, 2, 3]);
}

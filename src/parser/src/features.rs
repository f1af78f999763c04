//! What can be seen of a piece and of its neighbours?

use crate::bond::bond;
use crate::credit::{Credit, credit};
use crate::cursor::{Cursor, contains, ends_with, is_han, starts_with};
use crate::newshead::{NewsHead, news_head, opening_date};
use crate::opening::{Stop, opening, stop};
use crate::piece::Piece;
use crate::source::{Ink, Source};
use crate::topic::Topics;

#[derive(Clone, Debug)]
pub struct Features {
    /// Characters.
    pub len: usize,
    pub stop: Stop,
    /// Above 0: a paragraph begins here; below 0: it goes on.
    pub opening: f32,
    /// How well it goes on where the piece before it stopped in mid-sentence; see [`bond`].
    pub seam: Option<f32>,
    pub credit: Option<Credit>,
    pub head: Option<NewsHead>,
    /// Share of its character pairs that the text after it has, 0 to 1.
    pub echo: f32,
    /// How much the text before and after it have in common, 0 to 1.
    pub cohesion: f32,
    /// It reads as a photo caption's opening.
    pub caption: bool,
    pub numbered: bool,
    /// 闻喜县姚村: a place and nothing else.
    pub is_place: bool,
    /// Two halves with a space between: 听民意汇民智 赋能高质量发展.
    pub halves: bool,
    /// Commas and full stops inside.
    pub commas: usize,
    pub stops: usize,
    pub after_blank: bool,
    pub indented: bool,
    pub trails: bool,
    /// 0 none, 1 by its form, 2 a known rubric.
    pub rubric: u8,
    pub ornament: bool,
    pub column_words: usize,
    pub ends_in_comma: bool,
    /// 一线调研报告之三
    pub sequel: bool,
    pub dash_before: bool,
    pub dash_after: bool,
}

impl Features {
    pub fn is_long(&self) -> bool {
        self.len >= LONG
    }
}

/// A piece of so many characters is text and no head.
pub const LONG: usize = 44;

pub fn features(
    source: &Source,
    pieces: &[Piece],
    topics: &Topics,
    is_place: &dyn Fn(&[Ink]) -> bool,
) -> Vec<Features> {
    let one = |(index, piece): (usize, &Piece)| {
        let ink = &source.ink[piece.ink.clone()];
        let count = |is: fn(char) -> bool| ink.iter().filter(|ink| is(ink.c)).count();
        let plain = bare(ink);
        Features {
            len: ink.len(),
            stop: stop(ink),
            opening: opening(ink),
            seam: index.checked_sub(1).and_then(|before| {
                let before = &source.ink[pieces[before].ink.clone()];
                (stop(before) == Stop::Open)
                    .then(|| bond(before, ink, opening(ink), topics.is_known(before, ink)))
            }),
            credit: credit(ink),
            head: news_head(ink),
            echo: topics.echo(index),
            cohesion: topics.cohesion(index),
            caption: is_caption(ink),
            numbered: is_numbered(ink),
            is_place: ink.len() <= 16 && is_place(ink),
            halves: has_halves(ink),
            commas: count(|c| matches!(c, ',' | ';')),
            stops: count(|c| matches!(c, '。' | '!' | '?')),
            after_blank: piece.after_blank,
            indented: piece.indented,
            trails: piece.trails,
            rubric: rubric(plain),
            ornament: plain.len() < ink.len(),
            column_words: column_words(plain),
            ends_in_comma: ink.last().is_some_and(|last| matches!(last.c, ',' | '、' | ';')),
            sequel: is_sequel(ink),
            dash_before: starts_with(ink, "——") || starts_with(ink, "--"),
            dash_after: ends_with(ink, "——") || ends_with(ink, "--"),
        }
    };
    pieces.iter().enumerate().map(one).collect()
}

/// A label without 【】■◆ around it.
pub fn bare(ink: &[Ink]) -> &[Ink] {
    let is_ornament = |c: char| "【】■□◆◇●○▲△▼★☆◎※|·:-—~*▪《》<>".contains(c);
    let start = ink.iter().position(|ink| !is_ornament(ink.c)).unwrap_or(ink.len());
    let end = ink.iter().rposition(|ink| !is_ornament(ink.c)).map_or(start, |at| at + 1);
    &ink[start..end.max(start)]
}

fn rubric(ink: &[Ink]) -> u8 {
    const LONGEST: usize = 6;
    if ink.is_empty() || ink.len() > LONGEST || !ink.iter().all(|ink| is_han(ink.c)) {
        return 0;
    }
    let same = |word: &str| word.chars().eq(ink.iter().map(|ink| ink.c));
    if crate::words::RUBRICS.split_whitespace().any(same) {
        return 2;
    }
    u8::from(crate::words::RUBRIC_ENDS.iter().any(|end| ends_with(ink, end)) || ink.len() <= 3)
}

fn column_words(ink: &[Ink]) -> usize {
    const LONGEST: usize = 30;
    if ink.len() > LONGEST {
        return 0;
    }
    crate::words::COLUMN_WORDS.split_whitespace().filter(|word| contains(ink, word)).count()
}

fn is_caption(ink: &[Ink]) -> bool {
    const OPENINGS: [&str; 14] = [
        "图为", "图①", "图②", "图③", "图一", "图1", "图2", "上图", "下图", "左图", "右图", "大图",
        "小图", "这是",
    ];
    const LONGEST: usize = 160;
    if ink.len() > LONGEST {
        return false;
    }
    if OPENINGS.iter().any(|opening| starts_with(ink, opening)) {
        return true;
    }
    opening_date(ink).is_some() && contains(&ink[..ink.len().min(40)], "在")
        || ink[0].c == '▲'
        || ink[0].c == '△'
}

/// 一、 (一) 1. 第一章
fn is_numbered(ink: &[Ink]) -> bool {
    let mut cursor = Cursor::of(ink);
    let open = cursor.eat("(");
    let ordinal = cursor.eat("第");
    if cursor.number().is_none()
        && cursor.eat_if(|c| "甲乙丙丁①②③④⑤⑥⑦⑧⑨❶❷❸❹❺".contains(c)).is_none()
    {
        return false;
    }
    if ordinal {
        return cursor.eat_if(|c| "章节回部篇".contains(c)).is_some();
    }
    if open { cursor.eat(")") } else { cursor.eat_if(|c| matches!(c, '、' | '.' | ')')).is_some() }
}

/// …之三
fn is_sequel(ink: &[Ink]) -> bool {
    matches!(ink, [.., of, number] if of.c == '之' && "一二三四五六七八九十上中下".contains(number.c))
}

/// A space between two runs of four Han characters or more.
fn has_halves(ink: &[Ink]) -> bool {
    const SHORTEST_HALF: usize = 4;
    let cut = ink.iter().skip(1).position(|ink| ink.spaced).map(|at| at + 1);
    cut.is_some_and(|cut| cut >= SHORTEST_HALF && ink.len() - cut >= SHORTEST_HALF)
}

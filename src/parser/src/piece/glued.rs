//! Does a head stand in the line of its report? 河口镇新修水渠 本报讯(记者 王明)昨天… is split before 本报讯.

use super::Piece;
use crate::credit::credit;
use crate::cursor::is_han;
use crate::features::caption;
use crate::marker::cut;
use crate::newshead::{is_bullet, news_head};
use crate::source::{Ink, Source};
use crate::wordlist::Words;
use crate::words::HOUSES;

/// No head has more characters, and none fewer.
const LONGEST: usize = 45;
const SHORTEST: usize = 5;
/// Characters of a report at the least.
const SHORTEST_REPORT: usize = 20;

/// 来源:河东日报 作者:王明 2025-07-24 字号:大 中 小: what is clicked, behind who wrote it, is a piece of its own.
fn split_controls(source: &Source, whole: Vec<Piece>) -> Vec<Piece> {
    const LONGEST: usize = 100;
    let mut pieces = Vec::with_capacity(whole.len());
    for piece in whole {
        let ink = &source.ink[piece.ink.clone()];
        let is_written = ink.len() <= LONGEST && crate::furniture::may_have_controls(ink);
        let at = (1..ink.len())
            .filter(|_| is_written)
            .find(|at| ink[*at].spaced && crate::furniture::is_controls(&ink[*at..]));
        let first = piece.ink.start;
        let rest = match at {
            Some(at) => cut(source, piece, first + at, &mut pieces),
            None => piece,
        };
        pieces.push(rest);
    }
    pieces
}

/// The pieces, with every head that stands in the line of its report a piece of its own.
pub fn split(source: &Source, whole: Vec<Piece>) -> Vec<Piece> {
    let whole = split_controls(source, whole);
    /// Reports that show that a page sets its heads so.
    const FEWEST: usize = 3;
    let inks = |piece: &Piece| &source.ink[piece.ink.clone()];
    let mut heads: Vec<Option<usize>> = whole.iter().map(|piece| head(inks(piece))).collect();
    if heads.iter().flatten().count() >= FEWEST {
        for (head, piece) in heads.iter_mut().zip(&whole) {
            *head =
                head.or_else(|| spaced(inks(piece)).filter(|_| !piece.trails && !piece.indented));
        }
    }
    let mut pieces = Vec::with_capacity(whole.len());
    for (piece, head) in whole.into_iter().zip(heads) {
        let first = piece.ink.start;
        let rest = match head {
            Some(at) => cut(source, piece, first + at, &mut pieces),
            None => piece,
        };
        pieces.push(rest);
    }
    pieces
}

/// Characters of the head, where a report or its credit follows.
fn head(ink: &[Ink]) -> Option<usize> {
    reported(ink).or_else(|| credited(ink)).filter(|at| is_head(ink, *at))
}

fn is_head(ink: &[Ink], at: usize) -> bool {
    static MEDIA: Words =
        Words::of(&["媒体中心", "传媒中心", "新闻中心", "电视台", "报社", "记者站"]);
    ink[..at].iter().filter(|ink| is_han(ink.c)).count() >= SHORTEST
        && !is_bullet(ink[0].c)
        && news_head(ink).is_none()
        && credit(&ink[..at]).is_none()
        // 河口市融媒体中心 本报记者 王明
        && !MEDIA.end(&ink[..at])
        // 图为新修的水渠 新华社记者 王明; 文字/图片 本报记者 王明
        && caption(&ink[..at]) == 0
        && !ink[..at].iter().any(|ink| ink.c == '/')
        // 1978年12月18日 新华社北京12月18日电
        && crate::furniture::matter(&ink[..at]).is_none()
        // 投稿热线:2230176 本报印刷厂承印
        && crate::furniture::matter(ink).is_none()
}

/// 石阶铺好了 渡口不滑了 昨天上午,…: the last space before a long text, where other heads of the page stand in their lines.
fn spaced(ink: &[Ink]) -> Option<usize> {
    const LONG: usize = 40;
    const SHORTEST: usize = 8;
    // 全镇有 36 个村, 张大爷说, 这石阶 铺得好: nothing but characters and quotation marks before it.
    let ends = |ink: &Ink| !is_han(ink.c) && !matches!(ink.c, '“' | '”' | '《' | '》');
    let longest = ink.iter().take(LONGEST).position(ends).unwrap_or(LONGEST);
    let longest = longest.min(ink.len().checked_sub(LONG)?);
    let at = (SHORTEST..=longest).rev().find(|at| ink[*at].spaced)?;
    let is_text = |ink: &[Ink]| ink[..LONG].iter().any(|ink| matches!(ink.c, ',' | '。'));
    (is_text(&ink[at..]) && is_head(ink, at)).then_some(at)
}

fn reported(ink: &[Ink]) -> Option<usize> {
    let ends = |ink: &Ink| matches!(ink.c, '。' | ';' | '】');
    let longest = ink.iter().take(LONGEST).position(ends).unwrap_or(LONGEST);
    let longest = longest.min(ink.len().checked_sub(SHORTEST_REPORT)?);
    let opens = |at: &usize| {
        let rest = &ink[*at..];
        // 河口镇的王明向本报讯问: between words it is none.
        let is_set_off = rest[0].spaced || matches!(rest.get(3), Some(next) if next.c == '(');
        is_set_off
            && (HOUSES.open(rest) || matches!(rest[0].c, '(' | '【' | '据'))
            && news_head(rest).is_some_and(|head| head.length + SHORTEST_REPORT <= rest.len())
    };
    (SHORTEST..=longest).find(opens)
}

/// 河口镇新修水渠 □ 本报记者 王明: a house, or a mark, behind a space.
fn credited(ink: &[Ink]) -> Option<usize> {
    const LONGEST: usize = 70;
    let is_line = ink.len() <= LONGEST && !ink.iter().any(|ink| matches!(ink.c, '。' | ';' | '】'));
    let is_credit = |at: &usize| {
        ink[*at].spaced
            && (HOUSES.open(&ink[*at..]) || is_bullet(ink[*at].c))
            && credit(&ink[*at..]).is_some_and(|read| {
                let names = (read.sure || read.bulleted) && !read.people.is_empty();
                (names || read.is_of_house()) && !read.is_photo
            })
    };
    (SHORTEST..ink.len()).find(|at| is_line && is_credit(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::piece::pieces;

    fn shown(text: &str) -> Vec<String> {
        let source = Source::of(text);
        let shown = |piece: &Piece| {
            piece.spans(&source).iter().map(|span| span.of(text)).collect::<String>()
        };
        pieces(&source).iter().map(shown).collect()
    }

    #[test]
    fn a_head_in_the_line_of_its_report_is_split_off() {
        let report = "昨天上午,河口镇把老渡口的石阶重新铺了一遍,来往的人不怕滑倒。";
        for head in ["本报讯(记者 王明)", "新华社北京7月23日电", "〔記者王明／台東報導〕"]
        {
            let text = format!("河口镇老渡口 石阶铺好了 {head}{report}");
            assert_eq!(shown(&text), ["河口镇老渡口 石阶铺好了", &format!("{head}{report}")]);
        }
        let text = format!("河口镇老渡口石阶铺好了本报讯(记者 王明){report}");
        assert_eq!(shown(&text).len(), 2);
        for credit in ["本报记者 王明 通讯员 李亮", "□ 王明", "本报评论员"] {
            assert_eq!(shown(&format!("石阶铺好了 {credit}")), ["石阶铺好了", credit]);
        }
        // Where others stand so, a head is also split from a text without a report's opening.
        let plain = format!("渡口镇办起夜校 农民来上课 {report}{report}");
        assert_eq!(shown(&plain).len(), 1);
        let page = format!("{text}\n{plain}\n{text}\n{text}");
        assert_eq!(shown(&page)[2..4], ["渡口镇办起夜校 农民来上课", &report.repeat(2)]);
        for whole in [
            format!("【本报综合消息】 本报讯(记者 王明){report}"),
            format!("河口镇的石阶铺好了。 本报讯(记者 王明){report}"),
            format!("本报记者 王明 本报讯 {report}"),
            "河口市融媒体中心 本报记者 王明".to_owned(),
            format!("河口镇的人都向本报讯问这件事,{report}"),
        ] {
            assert_eq!(shown(&whole).len(), 1, "{whole}");
        }
    }
}

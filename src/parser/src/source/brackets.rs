//! Do square brackets set off who wrote, as round ones do elsewhere? All of them have been folded to 【 and 】.

use super::{Ink, Line};
use crate::people;
use std::ops::Range;

/// What brackets enclose is no longer, in characters.
const LONGEST: usize = 40;
/// Places that show that a page sets credits between square brackets.
const FEWEST: usize = 2;
/// A line of a text has as many characters.
const LONG: usize = 30;

/// 本报讯[记者 王明]昨天…, 水退了。【王明 摄】: behind 讯 and 电, and at the end of a line, they stand for round ones; on a page
/// that does so, also around nothing but names. 【民生】 alone is a label, and stays one.
pub fn read_brackets(ink: &mut [Ink], lines: &[Line]) {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut alone = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        for pair in pairs(ink, line.ink.clone()) {
            if pair == line.ink {
                // Below a text, and over none: 【高山】 over its text is a label.
                let is_below = at > 0 && ends_text(ink, &lines[at - 1]);
                let is_over = lines.get(at + 1).is_some_and(|next| next.ink.len() >= LONG);
                alone.extend((is_below && !is_over).then_some(pair));
            } else if pair.start > line.ink.start
                && (matches!(ink[pair.start - 1].c, '讯' | '电')
                    || pair.end == line.ink.end && is_credit(&ink[pair.start + 1..pair.end - 1]))
            {
                found.push(pair);
            }
        }
    }
    alone.retain(|pair| holds_names(&ink[pair.start + 1..pair.end - 1]));
    // 【何倩、王小明】: no label is set so.
    let is_several = |pair: &&Range<usize>| {
        people::names(&ink[pair.start + 1..pair.end - 1]).is_some_and(|names| names.len() > 1)
    };
    if found.len() + alone.iter().filter(is_several).count() >= FEWEST {
        found.append(&mut alone);
    }
    for pair in found {
        ink[pair.start].c = '(';
        ink[pair.end - 1].c = ')';
    }
}

fn pairs(ink: &[Ink], line: Range<usize>) -> Vec<Range<usize>> {
    let mut open = None;
    let mut found = Vec::new();
    for at in line {
        match ink[at].c {
            '【' => open = Some(at),
            '】' => {
                let pair = open.take().map(|open| open..at + 1);
                found.extend(pair.filter(|pair| pair.len() <= LONGEST));
            }
            _ => {}
        }
    }
    found
}

/// 记者 王明, 王明摄, 王明 李亮
fn is_credit(ink: &[Ink]) -> bool {
    holds_names(ink) || crate::credit::credit(ink).is_some()
}

fn ends_text(ink: &[Ink], line: &Line) -> bool {
    ink[line.ink.clone()].last().is_some_and(|last| matches!(last.c, '。' | '!' | '?' | '”' | ')'))
}

fn holds_names(ink: &[Ink]) -> bool {
    let is_one = |name: &[Ink]| {
        people::is_plain(name) || people::is_sounded(name) || people::is_tibetan(name)
    };
    people::names(ink).is_some_and(|names| names.into_iter().all(|name| is_one(&ink[name])))
}

#[cfg(test)]
mod tests {
    use crate::source::Source;

    fn read(text: &str) -> String {
        Source::of(text).ink.iter().map(|ink| ink.c).collect()
    }

    #[test]
    fn credits_between_square_brackets_are_read_as_between_round_ones() {
        let page = "【民生】\n本报讯[记者 王明]麦收开始了。\n【王小明 李亮】\n渡口\n水退了。【王明摄】\n水涨了。\n【张望】\n";
        assert_eq!(
            read(page),
            "【民生】本报讯(记者王明)麦收开始了。(王小明李亮)渡口水退了。(王明摄)水涨了。(张望)"
        );
        // One place alone does not make a name of a label.
        assert_eq!(read("【张望】\n水退了。【王明摄】"), "【张望】水退了。(王明摄)");
        assert_eq!(
            read("笑了。【大笑】\n好。【鼓掌】\n好。\n【高山】\n"),
            "笑了。【大笑】好。【鼓掌】好。【高山】"
        );
        assert_eq!(read("【本报讯】麦收【三】开始"), "【本报讯】麦收【三】开始");
    }
}

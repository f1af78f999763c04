//! Do square brackets set off who wrote, as round ones do elsewhere? All of them have been folded to 【 and 】.

use super::{Ink, Line};
use crate::people;
use std::ops::Range;

/// What brackets enclose is no longer, in characters.
const LONGEST: usize = 40;
/// Places that show that a page sets credits between square brackets.
const FEWEST: usize = 2;

/// 本报讯[记者 王明]昨天…, 水退了。【王明 摄】: behind 讯 and 电, and at the end of a line, they stand for round ones; on a page
/// that does so, also around nothing but names. 【民生】 alone is a label, and stays one.
pub fn read_brackets(ink: &mut [Ink], lines: &[Line]) {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut alone = Vec::new();
    for line in lines {
        for pair in pairs(ink, line.ink.clone()) {
            if pair == line.ink {
                alone.push(pair);
            } else if pair.start > line.ink.start
                && (pair.end == line.ink.end || matches!(ink[pair.start - 1].c, '讯' | '电'))
            {
                found.push(pair);
            }
        }
    }
    alone.retain(|pair| holds_names(&ink[pair.start + 1..pair.end - 1]));
    // 【何 倩】, 【何倩、王小明】: no label is set so.
    let is_padded = |pair: &&Range<usize>| {
        ink[pair.start + 2..pair.end].iter().any(|ink| ink.spaced || ink.c == '、')
    };
    if found.len() + alone.iter().filter(is_padded).count() >= FEWEST {
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
        let page = "【民生】\n本报讯[记者 王明]麦收开始了。\n【王小明 李亮】\n渡口水退了。【王明摄】\n【张望】\n";
        assert_eq!(
            read(page),
            "【民生】本报讯(记者王明)麦收开始了。(王小明李亮)渡口水退了。(王明摄)(张望)"
        );
        // One place alone does not make a name of a label.
        assert_eq!(read("【张望】\n水退了。【王明摄】"), "【张望】水退了。(王明摄)");
        assert_eq!(read("【本报讯】麦收【三】开始"), "【本报讯】麦收【三】开始");
    }
}

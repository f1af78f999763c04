//! Whose name is this? Splits runs of names as papers print them: 付 炎, 姜萍、龙清峰, 曾颖杰 赵 杰.

use crate::cursor::is_han;
use crate::source::Ink;
use crate::words::{is_double_family_name, is_family_name};
use std::ops::Range;

/// The longest Han name without a dot: 尉迟 with two characters more.
const LONGEST: usize = 4;

/// More names than this in one credit are something else.
const MOST: usize = 12;

/// The names of a run of ink, as ranges of it; `None` where it holds anything else.
pub fn names(ink: &[Ink]) -> Option<Vec<Range<usize>>> {
    let mut names = Vec::new();
    let mut start = 0;
    for at in 0..=ink.len() {
        let splits = ink.get(at).is_none_or(|ink| is_separator(ink.c));
        if splits {
            names.extend(unpad(ink, start..at)?);
            start = at + 1;
        }
    }
    (!names.is_empty() && names.len() <= MOST).then_some(names)
}

fn is_separator(c: char) -> bool {
    matches!(c, '、' | ',' | ';' | '/' | '和')
}

/// Names between separators, told apart by spaces; one character alone belongs to its neighbour.
fn unpad(ink: &[Ink], run: Range<usize>) -> Option<Vec<Range<usize>>> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    for at in run.clone() {
        match tokens.last_mut() {
            Some(last) if !ink[at].spaced => last.end = at + 1,
            _ => tokens.push(at..at + 1),
        }
    }
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut waiting: Option<Range<usize>> = None;
    for token in tokens {
        match waiting.take() {
            Some(first) => names.push(first.start..token.end),
            None if token.len() == 1 => match names.last_mut() {
                Some(last) if token.end == run.end && is_name(&ink[last.start..token.end]) => {
                    last.end = token.end;
                }
                _ => waiting = Some(token),
            },
            None => names.push(token),
        }
    }
    if waiting.is_some() {
        return None;
    }
    let mut split = Vec::new();
    for name in names {
        split.extend(part(ink, name)?);
    }
    Some(split)
}

/// A token that is one name, or two of which the paper left out the space.
fn part(ink: &[Ink], token: Range<usize>) -> Option<Vec<Range<usize>>> {
    if is_name(&ink[token.clone()]) {
        return Some(vec![token]);
    }
    let cuts = token.start + 2..(token.end - 1).min(token.start + LONGEST);
    let mut cuts = cuts.rev().filter(|cut| {
        is_name(&ink[token.start..*cut])
            && is_name(&ink[*cut..token.end])
            && has_family(&ink[*cut..])
    });
    cuts.next().map(|cut| vec![token.start..cut, cut..token.end])
}

/// Whether this can be one person's name.
pub fn is_name(ink: &[Ink]) -> bool {
    let dots = ink.iter().filter(|ink| ink.c == '·').count();
    if dots > 0 {
        const LONGEST_DOTTED: usize = 14;
        return ink.len() <= LONGEST_DOTTED && ink.iter().all(|ink| is_han(ink.c) || ink.c == '·');
    }
    (2..=LONGEST).contains(&ink.len())
        && ink.iter().all(|ink| is_han(ink.c))
        && (ink.len() < LONGEST || has_double(ink) || has_family(ink))
}

/// Whether it begins with a family name.
pub fn has_family(ink: &[Ink]) -> bool {
    ink.first().is_some_and(|first| is_family_name(first.c)) || has_double(ink)
}

fn has_double(ink: &[Ink]) -> bool {
    matches!(ink, [first, second, ..] if is_double_family_name(first.c, second.c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn split(text: &str) -> Option<Vec<String>> {
        let source = Source::of(text);
        let word = |range: Range<usize>| source.ink[range].iter().map(|ink| ink.c).collect();
        names(&source.ink).map(|names| names.into_iter().map(word).collect())
    }

    #[test]
    fn padded_and_listed_names_are_split() {
        assert_eq!(split("付 炎").unwrap(), ["付炎"]);
        assert_eq!(split("杨伟炳 裴 姣").unwrap(), ["杨伟炳", "裴姣"]);
        assert_eq!(split("姜萍、龙清 峰").unwrap(), ["姜萍", "龙清峰"]);
        assert_eq!(split("曾颖杰　赵　杰").unwrap(), ["曾颖杰", "赵杰"]);
        assert_eq!(split("尉迟恭礼 欧阳明").unwrap(), ["尉迟恭礼", "欧阳明"]);
        assert_eq!(split("阿卜杜拉·买买提").unwrap(), ["阿卜杜拉·买买提"]);
        assert_eq!(split("未完待续部分内容"), None);
        assert_eq!(split("3月"), None);
    }
}

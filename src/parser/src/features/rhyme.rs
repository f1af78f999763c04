//! Which short lines are built as this one is?

use super::figure::is_path;
use crate::cursor::is_han;
use crate::piece::Piece;
use crate::source::{Ink, Source};

/// Short lines around a short line that are built as it is: subheads of one article often are.
pub fn rhymes(source: &Source, pieces: &[Piece], index: usize) -> usize {
    const REACH: usize = 16;
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=24;
    const LONGEST_ALIKE: usize = 20;
    let ink = |at: usize| &source.ink[pieces[at].ink.clone()];
    let own = ink(index);
    // Four characters are most often a rubric's.
    const RUBRIC: usize = 4;
    if !LENGTHS.contains(&own.len()) || own.len() == RUBRIC {
        return 0;
    }
    // 老人:那是我们的根, 办法:戏台挪了十二米.
    let colon = |ink: &[Ink]| ink.iter().take(5).position(|ink| ink.c == ':').filter(|at| *at > 1);
    let comma = |ink: &[Ink]| ink.iter().position(|ink| ink.c == ',').filter(|at| *at > 2);
    // The labels of a page rhyme with each other, too.
    let is_section = |ink: &[Ink]| super::names_section(ink);
    if is_section(own) {
        return 0;
    }
    let own_colon = colon(own);
    // Who speaks in few words need not have a name of the same length: 物业:账上没有钱, 房产局:可走应急程序.
    const FEW_WORDS: usize = 12;
    let is_alike = |other: &[Ink]| {
        // “他就是灯”, “灯有人接了”: each is what somebody said.
        if super::is_quoted(own) && super::is_quoted(other) {
            return own.iter().zip(other).any(|(a, b)| a.c != b.c);
        }
        // 从“怕水”到“追浪”, 从“烧钱”到“省着烧”.
        if is_path(own) && is_path(other) && LENGTHS.contains(&other.len()) {
            return own.iter().zip(other).any(|(a, b)| a.c != b.c);
        }
        let few = own.len().max(other.len()) <= FEW_WORDS;
        if few && own_colon.is_some() && colon(other).is_some() {
            return own[0].c != other[0].c;
        }
        // 一座古堡,守住了根 and 一炉铁水,打出了人气: two clauses each.
        if few && comma(own).is_some() && comma(own) == comma(other) {
            return true;
        }
        if own_colon.is_some() && own_colon == colon(other) && other.len() < LONGEST_ALIKE {
            return own[0].c != other[0].c;
        }
        let same = |a: &Ink, b: &Ink| {
            is_han(a.c) == is_han(b.c) && (is_han(a.c) || a.c == b.c) && a.spaced == b.spaced
        };
        let differ = own.iter().zip(other).any(|(a, b)| a.c != b.c);
        other.len() == own.len() && differ && own.iter().zip(other).all(|(a, b)| same(a, b))
    };
    let near = index.saturating_sub(REACH)..(index + REACH + 1).min(pieces.len());
    near.filter(|at| *at != index && is_alike(ink(*at)) && !is_section(ink(*at))).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_quotations_are_built_alike() {
        let text = "“他就是我们的灯”\n\n“有人接了”\n\n村里有一条老路\n";
        let source = Source::of(text);
        let pieces = crate::piece::pieces(&source);
        let counts = [0, 1, 2].map(|at| rhymes(&source, &pieces, at));
        assert_eq!(counts, [1, 1, 0]);
    }

    #[test]
    fn two_ways_from_one_thing_to_another_are_built_alike() {
        let text = "从“怕水”到“追浪”\n\n从“烧钱”到“省着烧”\n\n从河口镇来的人\n";
        let source = Source::of(text);
        let pieces = crate::piece::pieces(&source);
        let counts = [0, 1, 2].map(|at| rhymes(&source, &pieces, at));
        assert_eq!(counts, [1, 1, 0]);
    }
}

//! Does a line have two halves with a space between, and are they alike?

use crate::cursor::is_han;
use crate::source::Ink;

pub fn is_couplet(ink: &[Ink]) -> bool {
    let Some(cut) = ink.iter().skip(1).position(|ink| ink.spaced).map(|at| at + 1) else {
        return false;
    };
    let (one, other) = ink.split_at(cut);
    const SHORTEST_HALF: usize = 4;
    let same = one.iter().zip(other).filter(|(a, b)| a.c == b.c).count();
    one.len() >= SHORTEST_HALF
        && one.len().abs_diff(other.len()) <= 1
        && same > 0
        && !other.iter().skip(1).any(|ink| ink.spaced)
}

/// A space between two runs of four Han characters or more.
pub fn has_halves(ink: &[Ink]) -> bool {
    const SHORTEST_HALF: usize = 4;
    let cut = ink.iter().skip(1).position(|ink| ink.spaced).map(|at| at + 1);
    cut.is_some_and(|cut| cut >= SHORTEST_HALF && ink.len() - cut >= SHORTEST_HALF)
}

/// 法官雪夜调解 村民握手言和: two halves of one length say one thing together, and no line below goes on with it.
pub fn has_even_halves(ink: &[Ink]) -> bool {
    let cut = ink.iter().skip(1).position(|ink| ink.spaced).map(|at| at + 1);
    has_halves(ink) && cut.is_some_and(|cut| cut * 2 == ink.len())
}

/// 教室漏雨了,家长上房;校车坏了,村民套车: two clauses on both sides of a semicolon, as long and as many, and no mark behind them.
pub fn is_balanced(ink: &[Ink]) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 3..=20;
    const DIFFER: usize = 2;
    let is_mark = |ink: &&Ink| matches!(ink.c, ',' | '。' | ';' | ':' | '!' | '?' | '、');
    let Some(cut) = ink.iter().position(|ink| ink.c == ';') else { return false };
    let halves = [&ink[..cut], &ink[cut + 1..]];
    let marks = halves.map(|half| half.iter().filter(is_mark).map(|ink| ink.c).collect::<Vec<_>>());
    halves
        .iter()
        .all(|half| LENGTHS.contains(&half.len()) && half.last().is_some_and(|last| is_han(last.c)))
        && halves[0].len().abs_diff(halves[1].len()) <= DIFFER
        && marks[0] == marks[1]
        && marks[0].iter().all(|mark| *mark == ',')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn halves_are_told_by_their_space_and_their_lengths() {
        let is = |text: &str| has_even_halves(&Source::of(text).ink);
        assert!(is("法官雪夜调解 村民握手言和"));
        assert!(
            !is("法官连夜调解 一场纠纷就此了结")
                && !is("法官雪夜调解村民握手言和")
                && !is("春茶 开采")
        );
    }

    #[test]
    fn clauses_on_both_sides_of_a_semicolon_are_balanced() {
        let is = |text: &str| is_balanced(&Source::of(text).ink);
        assert!(is("教室漏雨了,家长上房;校车坏了,村民套车") && is("路，越走越宽；心，越靠越近"));
        assert!(!is("当年他修水渠;如今他在渠边教三个孩子唱歌") && !is("一亩收三斤;两亩收五斤。"));
        assert!(!is("他说,水通了;路也修了"));
    }
}

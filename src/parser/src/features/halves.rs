//! Does a line have two halves with a space between, and are they alike?

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
}

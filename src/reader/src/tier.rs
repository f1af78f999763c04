//! How is it said why something was found?

use crate::listing::Tiers;
use crate::words::words;
use search::Tier;

pub const ALL: [Tier; Tier::COUNT] =
    [Tier::Exact, Tier::Folded, Tier::Pinyin, Tier::Lookalike, Tier::Partial];

/// The word on screen.
pub fn name(tier: Tier) -> &'static str {
    loose(tier).map_or(words().as_typed, |[name, _]| name)
}

/// Name and reason of what is found though it does not stand there as typed.
pub fn loose(tier: Tier) -> Option<[&'static str; 2]> {
    let at = (tier as usize).checked_sub(1)?;
    Some(words().tiers[at])
}

/// `原文 2 · 拼音 1`; nothing where all is there as typed, or where there is no query.
pub fn tiers_line(tiers: &Tiers) -> Option<String> {
    let found = ALL.into_iter().filter(|tier| tiers[*tier as usize] > 0);
    let words: Vec<String> =
        found.map(|tier| format!("{} {}", name(tier), tiers[tier as usize])).collect();
    let only_exact = tiers[1..].iter().all(|count| *count == 0);
    (!only_exact).then(|| words.join(" · "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiers_are_named_where_something_is_not_there_as_typed() {
        assert_eq!(tiers_line(&[2, 0, 1, 0, 0]).as_deref(), Some("原文 2 · 拼音 1"));
        assert_eq!(tiers_line(&[2, 0, 0, 0, 0]), None);
        assert_eq!(tiers_line(&[0; 5]), None);
    }
}

//! Where does a row of units stand? The rarest unit first, then the rest around it.

/// Units looked at together: a block without the unit is passed over in a few vector instructions.
const BLOCK: usize = 64;

/// Starts of all occurrences of `needle` in `units`, overlapping ones too, in ascending order. `needle` is
/// not empty and holds no end of a part. `counts` says how often each unit stands in `units`.
pub(crate) fn occurrences(units: &[u16], counts: &[u32], needle: &[u16]) -> Vec<u32> {
    let count = |at: &usize| counts[usize::from(needle[*at])];
    let Some(rarest) = (0..needle.len()).min_by_key(count) else { return Vec::new() };
    let mut starts = Vec::new();
    if count(&rarest) == 0 {
        return starts;
    }
    let unit = needle[rarest];
    let mut check = |at: usize| {
        if let Some(start) = at.checked_sub(rarest)
            && units[start..].starts_with(needle)
        {
            starts.push(start as u32);
        }
    };
    for (block, row) in units.chunks(BLOCK).enumerate() {
        // No early return within the block, so that the compiler can compare many units at once.
        if row.iter().fold(false, |found, other| found | (*other == unit)) {
            let hits = row.iter().enumerate().filter(|(_, other)| **other == unit);
            hits.for_each(|(at, _)| check(block * BLOCK + at));
        }
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_trying_every_place() {
        let units: Vec<u16> = (0..2000u32).map(|n| (n * n / 7 % 5 + 1) as u16).collect();
        let mut counts = vec![0; 1 << 16];
        units.iter().for_each(|unit| counts[usize::from(*unit)] += 1);
        for length in 1..6 {
            for at in (0..units.len() - length).step_by(13) {
                let needle = &units[at..at + length];
                let naive = (0..units.len()).filter(|at| units[*at..].starts_with(needle));
                let naive: Vec<u32> = naive.map(|at| at as u32).collect();
                assert_eq!(occurrences(&units, &counts, needle), naive);
            }
        }
        assert!(occurrences(&units, &counts, &[9]).is_empty());
    }
}

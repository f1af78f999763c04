//! How is anything put in order? By one sort of 64-bit keys: every other type would bring a sort of its own
//! into the wasm, some kilobytes each.

/// The items by `key`, those of one key in the order that they have. At most 2³² items.
pub(crate) fn by_key<T: Clone>(items: &[T], key: impl Fn(&T) -> u32) -> Vec<T> {
    let key = |(at, item): (usize, &T)| u64::from(key(item)) << 32 | at as u64;
    let mut keys: Vec<u64> = items.iter().enumerate().map(key).collect();
    ascending(&mut keys);
    keys.into_iter().map(|key| items[key as u32 as usize].clone()).collect()
}

#[inline(never)]
pub(crate) fn ascending(keys: &mut [u64]) {
    keys.sort_unstable();
}

/// A key that puts greater scores first; scores are not negative.
pub(crate) fn descending(score: f32) -> u32 {
    // The bits of numbers that are not negative are in the order of the numbers.
    !score.to_bits()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        let sorted = by_key(&items, |(key, _)| *key);
        assert_eq!(sorted, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn the_best_score_comes_first() {
        let scores = by_key(&[0.0, 2.5, 1e-9, f32::MAX, 1.0], |score| descending(*score));
        assert_eq!(scores, [f32::MAX, 2.5, 1.0, 1e-9, 0.0]);
    }
}

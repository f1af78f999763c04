//! How is anything put in order? By one sort of places: every other type would bring a sort of its own into the wasm,
//! some kilobytes each.

use std::cmp::Ordering;

/// Sorts by what `compare` says; equal items stay as they stand.
pub fn by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let mut places: Vec<usize> = (0..items.len()).collect();
    sort(&mut places, &|one, other| compare(&items[one], &items[other]));
    let mut left: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(places.into_iter().filter_map(|at| left[at].take()));
}

/// Sorts by a key; items of one key stay as they stand.
pub fn by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    by(items, |one, other| key(one).cmp(&key(other)));
}

#[inline(never)]
fn sort(places: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_by(|one, other| compare(*one, *other));
}

#[cfg(test)]
mod tests {
    use super::by_key;

    #[test]
    fn what_is_equal_stays_as_it_stands() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        by_key(&mut items, |(key, _)| *key);
        assert_eq!(items, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}

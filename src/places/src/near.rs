//! Which known word was meant by one that is none? Those that differ in the fewest characters.

/// Words named in a sentence.
const MOST: usize = 3;

/// The known words that are nearest; none where as much differs as is the same.
pub fn nearest<'n>(word: &str, known: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
    let word: Vec<char> = word.chars().collect();
    let (mut least, mut found) = (word.len() / 2, Vec::new());
    for name in known {
        let other: Vec<char> = name.chars().collect();
        if other.len().abs_diff(word.len()) > least {
            continue;
        }
        let distance = distance(&word, &other);
        if distance < least {
            found.clear();
            least = distance;
        }
        if distance == least && found.len() < MOST && !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

/// How many characters are changed, added or taken away (Levenshtein).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, own) in a.iter().enumerate() {
        let mut before = std::mem::replace(&mut row[0], at + 1);
        for (to, other) in b.iter().enumerate() {
            let changed = before + usize::from(own != other);
            before = row[to + 1];
            row[to + 1] = changed.min(before + 1).min(row[to] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_words_are_found_and_the_rest_is_not() {
        let known = ["paper", "page", "date", "name", "region"];
        let near = |word: &str| nearest(word, known.into_iter());
        assert_eq!(near("papr"), ["paper"]);
        assert_eq!(near("dat"), ["date"]);
        assert_eq!(near("region"), ["region"]);
        assert_eq!(near("issue"), Vec::<&str>::new());
        assert_eq!(near(""), Vec::<&str>::new());
    }
}

//! Does a caption speak of what a headline names?

use crate::cursor::is_han;
use crate::lexicon::{Class, class_of, holds_word};
use crate::source::Ink;

/// Fewer characters name nothing; so many hardly stand in both by chance, and so many more do not.
const SHORTEST: usize = 2;
const LONG: usize = 3;
const SURE: usize = 4;

/// Whether a caption names what the heads of an article name: 老鸦瀑布, or two things of which one has three characters.
/// The page's own towns stand in captions of every matter.
pub fn is_same(
    heads: &[&[Ink]],
    caption: &[Ink],
    opens_with_place: &dyn Fn(&[Ink]) -> bool,
) -> bool {
    let (mut runs, mut longest) = (0, 0);
    let mut at = 0;
    while at + SHORTEST <= caption.len() {
        let length = heads.iter().map(|head| shared(head, &caption[at..])).max().unwrap_or(0);
        if length < SHORTEST {
            at += 1;
            continue;
        }
        let run = &caption[at..at + length];
        let word: Vec<char> = run.iter().map(|ink| ink.c).collect();
        let is_place = opens_with_place(run) || class_of(&word) == Class::Place;
        if !is_place && (length >= SURE || !holds_word(&word)) {
            return true;
        }
        if !is_place {
            runs += 1;
            longest = longest.max(length);
        }
        at += length;
    }
    runs > 1 && longest >= LONG
}

/// The most characters that the text opens with and the head has in one run.
fn shared(head: &[Ink], text: &[Ink]) -> usize {
    let run = |start: usize| {
        let pairs = head[start..].iter().zip(text);
        pairs.take_while(|(a, b)| a.c == b.c && is_han(a.c)).count()
    };
    (0..head.len()).map(run).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn a_name_in_both_is_one_matter_and_a_town_or_a_common_word_is_not() {
        let told = |head: &str, caption: &str| {
            let (head, caption) = (Source::of(head), Source::of(caption));
            let place = |ink: &[Ink]| crate::cursor::starts_with(ink, "新绛县");
            is_same(&[&head.ink], &caption.ink, &place)
        };
        assert!(told("老鸦瀑布又传溺水", "老鸦瀑布水潭暗藏漩涡，救援人员正在搜寻。"));
        assert!(told("篁岭人家晒秋忙", "篁岭村民在屋顶晾晒辣椒。"));
        assert!(!told("新绛县农民忙春耕", "新绛县一家工厂里，工人正在检修机器。"));
        assert!(!told("特色产业添活力", "果农采摘苹果，产业带动增收。"));
    }
}

//! How well do the characters on both sides of a seam go together? What can be known of one side alone is found once.

use crate::bigram::look_up;
use crate::lexicon::words_at;
use std::cell::OnceCell;

/// Characters looked at on each side of a seam.
pub const NEAR: usize = 6;

/// Characters of the longest word of the list.
const LONGEST: usize = 5;

/// The Han characters on one side of a seam, and the likelihoods (log2) of their divisions into words.
pub struct Run {
    text: [char; NEAR],
    length: usize,
    /// From left to right.
    words: Vec<Word>,
    /// The likeliest divisions by the end of the last word and its length, each word by the one before it …
    ways: [Ways; NEAR + 1],
    /// … and by the end alone, each word by itself.
    plain: [f32; NEAR + 1],
    /// What the last word, by its length, says against any that no table has behind it, once it was asked for.
    against: [OnceCell<f32>; LONGEST + 1],
}

/// By the length of the last word; that of no word is `NONE`.
type Ways = [f32; LONGEST + 1];

const NONE: f32 = f32::MIN;

struct Word {
    start: usize,
    length: usize,
    /// How likely it is by itself …
    bits: f32,
    /// … and what the word before it, by its length, says of it.
    behind: Ways,
}

impl Run {
    pub fn of(chars: impl Iterator<Item = char>) -> Self {
        let mut run = Self {
            text: ['\0'; NEAR],
            length: 0,
            words: Vec::with_capacity(2 * NEAR),
            ways: [[NONE; LONGEST + 1]; NEAR + 1],
            plain: [NONE; NEAR + 1],
            against: Default::default(),
        };
        for (slot, c) in run.text.iter_mut().zip(chars) {
            *slot = c;
            run.length += 1;
        }
        run.plain[0] = 0.0;
        let text = &run.text[..run.length];
        for start in 0..text.len() {
            words_at(&text[start..], |length, bits| {
                let end = start + length;
                run.plain[end] = run.plain[end].max(run.plain[start] + bits);
                let (mut behind, mut best) = ([NONE; LONGEST + 1], NONE);
                for last in 1..=LONGEST.min(start) {
                    if run.ways[start][last] > NONE {
                        behind[last] = told(&text[start - last..start], &text[start..end]);
                        best = best.max(run.ways[start][last] + behind[last]);
                    }
                }
                run.ways[end][length] = if start == 0 { bits } else { best + bits };
                run.words.push(Word { start, length, bits, behind });
            });
        }
        run
    }

    pub fn text(&self) -> &[char] {
        &self.text[..self.length]
    }

    /// What its last word of so many characters says of the word behind it.
    fn told(&self, last: usize, word: &[char]) -> f32 {
        let first = &self.text()[self.length - last..];
        look_up(first, word).unwrap_or_else(|| *self.against[last].get_or_init(|| against(first)))
    }

    fn best(&self) -> f32 {
        most(&self.ways[self.length])
    }
}

/// log2 of how many times likelier the second word is behind the first than anywhere.
fn told(first: &[char], second: &[char]) -> f32 {
    look_up(first, second).unwrap_or_else(|| against(first))
}

fn against(first: &[char]) -> f32 {
    look_up(first, &[]).unwrap_or(0.0)
}

fn most(ways: &Ways) -> f32 {
    ways.iter().copied().fold(NONE, f32::max)
}

/// The characters of two runs, one behind the other.
fn joined(a: &Run, b: &Run) -> [char; 2 * NEAR] {
    let mut whole = ['\0'; 2 * NEAR];
    whole[..a.length].copy_from_slice(a.text());
    whole[a.length..a.length + b.length].copy_from_slice(b.text());
    whole
}

/// Tells of each word that stands across the seam where it begins, where it ends, and how likely it is by itself.
fn across(whole: &[char], seam: usize, mut tell: impl FnMut(usize, usize, f32)) {
    for start in seam.saturating_sub(LONGEST - 1)..seam {
        words_at(&whole[start..], |length, bits| {
            if start + length > seam {
                tell(start, start + length, bits);
            }
        });
    }
}

/// How much likelier (in bits) the two runs are as one text than with a word's end between them; 0 where
/// no word stands across.
pub fn straddle(a: &Run, b: &Run) -> f32 {
    if a.length == 0 || b.length == 0 {
        return 0.0;
    }
    let (whole, seam) = (joined(a, b), a.length);
    let before = a.plain[seam];
    let mut best = [NONE; NEAR + 1];
    best[0] = before;
    across(&whole[..seam + b.length], seam, |start, end, bits| {
        best[end - seam] = best[end - seam].max(a.plain[start] + bits);
    });
    for Word { start, length, bits, .. } in &b.words {
        best[start + length] = best[start + length].max(best[*start] + bits);
    }
    best[b.length] - before - b.plain[b.length]
}

/// How much likelier (in bits) two runs of Han characters are as one text than as two that meet by chance: by the words
/// on both sides, and by those that stand across.
pub fn cohesion(a: &Run, b: &Run) -> f32 {
    if a.length == 0 || b.length == 0 {
        return 0.0;
    }
    let (whole, seam) = (joined(a, b), a.length);
    let mut ways = [[NONE; LONGEST + 1]; NEAR + 1];
    across(&whole[..seam + b.length], seam, |start, end, bits| {
        let mut best = if start == 0 { 0.0 } else { NONE };
        for last in 1..=LONGEST.min(start) {
            if a.ways[start][last] > NONE {
                let bits = told(&whole[start - last..start], &whole[start..end]);
                best = best.max(a.ways[start][last] + bits);
            }
        }
        ways[end - seam][end - start] = best + bits;
    });
    for Word { start, length, bits, behind } in &b.words {
        let (start, end) = (*start, start + length);
        let word = &b.text[start..end];
        let before = if start == 0 { &a.ways[seam] } else { &ways[start] };
        let mut best = NONE;
        for last in 1..=LONGEST {
            if before[last] > NONE {
                let bits = match last {
                    _ if start == 0 => a.told(last, word),
                    _ if last <= start => behind[last],
                    _ => told(&whole[seam + start - last..seam + start], word),
                };
                best = best.max(before[last] + bits);
            }
        }
        ways[end][*length] = best + bits;
    }
    most(&ways[b.length]) - a.best() - b.best()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str) -> Run {
        Run::of(text.chars())
    }

    #[test]
    fn a_word_across_the_cut_is_seen() {
        let across = |a: &str, b: &str| straddle(&run(a), &run(b));
        assert!(across("火情初期高", "效扑灭") > 4.0);
        assert!(across("退役军人代", "表队") > 4.0);
        assert!(across("篮球场", "而今") < 1.0);
        assert!(across("乡村振兴", "电商物流园") < 1.0);
        assert!(across("劳工的健", "保费用") > 4.0);
        assert_eq!((across("", "而今"), across("篮球场", "")), (0.0, 0.0));
    }

    #[test]
    fn a_seam_inside_a_sentence_holds_better_than_a_gap() {
        let across = |a: &str, b: &str| cohesion(&run(a), &run(b));
        assert!(across("进一步加快", "步伐推动") > 4.0);
        assert!(across("企业加快", "发展步伐") > across("企业加快", "篮球场上"));
        assert!(across("火情初期高", "效扑灭") > 4.0);
        assert!(across("游客络绎不绝", "篮球场上") < 0.0);
        assert_eq!(across("", "经济"), 0.0);
    }
}

//! Which lines count the articles of an export? 1/8, 第2篇: one after the other.

use crate::cursor::Cursor;
use crate::furniture::Matter;
use crate::piece::Piece;
use crate::source::{Ink, Source};

/// The rule for them.
const COUNTER: &str = "篇目的计数";

/// Lines that count on from one of them.
const FEWEST: usize = 3;

/// Takes for page matter the lines that say which of how many articles follows: three, each one more than the last.
pub fn counters(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    let read = |at: usize| counter(&source.ink[pieces[at].ink.clone()]).map(|count| (at, count));
    let free = (0..pieces.len()).filter(|at| matters[*at].is_none());
    let found: Vec<(usize, Counter)> = free.filter_map(read).collect();
    let follows = |pair: &[(usize, Counter)]| {
        let (one, next) = (pair[0].1, pair[1].1);
        // Between two of them stands an article.
        next.number == one.number + 1 && next.all == one.all && pair[1].0 > pair[0].0 + 2
    };
    for run in found.chunk_by(|one, next| follows(&[*one, *next])) {
        if run.len() >= FEWEST {
            for (at, _) in run {
                matters[*at] = Some(Matter { rules_off: true, why: COUNTER, ..Matter::default() });
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Counter {
    number: u16,
    all: Option<u16>,
}

/// 3/8, (3/8), 第3篇, 第3篇/共8篇. 第三篇 and (3) may be of a story.
fn counter(ink: &[Ink]) -> Option<Counter> {
    const LONGEST: usize = 14;
    if ink.len() > LONGEST {
        return None;
    }
    let mut cursor = Cursor::of(ink);
    cursor.eat_if(|c| matches!(c, '(' | '【'));
    let named = cursor.eat("第");
    let number = cursor.peek().filter(char::is_ascii_digit).and_then(|_| cursor.number())?;
    let counts = named && cursor.eat("篇");
    cursor.eat_if(|c| matches!(c, ',' | '/'));
    let of_all = cursor.eat("共") || cursor.ink.get(cursor.at - 1).is_some_and(|ink| ink.c == '/');
    let all = if of_all { cursor.number() } else { None };
    cursor.eat("篇");
    cursor.eat_if(|c| matches!(c, ')' | '】'));
    (cursor.is_done() && (counts || all.is_some())).then_some(Counter { number, all })
}

#[cfg(test)]
mod tests {
    use crate::{Context, parse_page};

    #[test]
    fn articles_may_be_counted() {
        let texts = [
            "村口修了路,赶集的人都说好走。",
            "渡口添了船,孩子们上学不再绕路。",
            "麦子收完了,合作社又忙着种豆。",
        ];
        let write = |count: &dyn Fn(usize) -> String| -> String {
            let one = |at: usize| {
                format!("{}\n麦收新事{at}\n本报讯(记者 王明)昨天,{}\n", count(at + 1), texts[at])
            };
            (0..3).map(one).collect()
        };
        let counters = |text: &str| {
            let page = parse_page("甲.txt", text, &Context::default());
            assert!(page.unconserved().is_empty());
            page.furniture.len()
        };
        assert_eq!(counters(&write(&|at| format!("{at}/3"))), 3);
        assert_eq!(counters(&write(&|at| format!("第{at}篇"))), 3);
        assert_eq!(counters(&write(&|at| format!("{}/3", at * 2))), 0);
    }
}

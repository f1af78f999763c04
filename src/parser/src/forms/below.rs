//! Which lines at the end of a run of short ones are no verses, but heads of what follows?

use super::verse::is_marked;
use crate::opening::{Stop, stop};
use crate::source::Ink;
use std::ops::{Range, RangeInclusive};

/// Where the verses of a run end: a label and a headline set off below them, over a text, are of what follows.
pub fn verse_end(pieces: &[&[Ink]], blank: &[bool], run: Range<usize>) -> usize {
    const MOST_HEADS: usize = 3;
    let tail = run.clone().skip(1).rev().find(|at| blank[*at]);
    let over_text = blank.get(run.end) == Some(&false);
    let heads = |tail: &usize| pieces[*tail..run.end].iter().all(|ink| stop(ink) == Stop::Open);
    match tail.filter(|tail| over_text && run.end - tail <= MOST_HEADS && heads(tail)) {
        Some(tail) => tail,
        None => run.end - set_off_heads(pieces, blank, run),
    }
}

/// How many lines at the end of a run of stanzas are heads over a text, where an empty line stands behind every one.
fn set_off_heads(pieces: &[&[Ink]], blank: &[bool], run: Range<usize>) -> usize {
    const HEADS: RangeInclusive<usize> = 2..=3;
    let over_text = pieces.get(run.end).is_some_and(|next| next.len() >= crate::features::LONG);
    let has_stanzas = run.clone().skip(1).any(|at| !blank[at]);
    let is_alone = |at: &usize| {
        blank[*at] && blank.get(*at + 1) == Some(&true) && stop(pieces[*at]) == Stop::Open
    };
    let alone = run.rev().take_while(is_alone).count();
    if over_text && has_stanzas && HEADS.contains(&alone) { alone } else { 0 }
}

/// How many lines at the end of a run are heads of the report below it: 本报讯 stands under no verse.
pub fn report_heads(
    pieces: &[&[Ink]],
    run: Range<usize>,
    has_head: &dyn Fn(usize) -> bool,
) -> usize {
    const MOST: usize = 3;
    // A headline says more than a verse.
    const LONGER: usize = 3;
    let is_report = |at: usize| pieces[at].len() >= crate::features::LONG && has_head(at);
    if run.len() <= MOST || run.end >= pieces.len() || !is_report(run.end) {
        return 0;
    }
    let mut lengths: Vec<usize> = pieces[run.clone()].iter().map(|ink| ink.len()).collect();
    lengths.sort_unstable();
    let usual = lengths[lengths.len() / 2];
    let is_head = |at: &usize| {
        let ink = pieces[*at];
        let is_last = at + 1 == run.end;
        !is_marked(ink) && (is_last || ink.len() >= usual + LONGER)
    };
    run.clone().rev().take(MOST).take_while(is_head).count()
}

/// How many lines at the end of a run are heads of the article below it: a poem whose poet stands above it is not
/// signed, so that a name below it (`is_name`) stands under the next headline, or its subtitle.
pub fn next_heads(
    pieces: &[&[Ink]],
    blank: &[bool],
    run: Range<usize>,
    is_name: &dyn Fn(usize) -> bool,
) -> usize {
    let opens = |at: usize, mark: char| {
        pieces.get(at).and_then(|ink| ink.first()).is_some_and(|first| first.c == mark)
    };
    let is_byline = |at: usize| is_name(at) && !opens(at, '(');
    let heads = match run.end {
        end if opens(end, '—') => usize::from(is_byline(end + 1)),
        // 公告栏, over notices: whatever it says, it is no verse.
        end if pieces.get(end).is_some_and(|ink| super::is_plain_notice(ink)) => 1,
        end if !is_byline(end) => 0,
        end => {
            let subtitled = end > 0 && opens(end - 1, '—');
            1 + usize::from(subtitled || is_label(pieces, blank, end.saturating_sub(2)))
        }
    };
    heads.min(run.len().saturating_sub(1))
}

/// 书里书外 between empty lines, over a headline between empty lines: the next section, and no stanza of one line.
fn is_label(pieces: &[&[Ink]], blank: &[bool], at: usize) -> bool {
    const LONGEST: usize = 6;
    let apart = blank.get(at..at + 3).is_some_and(|three| three.iter().all(|blank| *blank));
    apart && pieces[at].len() <= LONGEST && stop(pieces[at]) == Stop::Open
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn the_next_headline_is_no_verse() {
        let source =
            Source::of("炊烟就弯了一下腰\n在慢里读出好\n——读《山居笔谈》\n□ 罗正华\n(作者系教师)");
        let lines: Vec<&[Ink]> =
            source.lines.iter().map(|line| &source.ink[line.ink.clone()]).collect();
        let heads = |end, name| next_heads(&lines, &[false; 5], 0..end, &|at| at == name);
        assert_eq!([heads(3, 3), heads(2, 3)], [2, 1]);
        assert_eq!([heads(3, 4), heads(4, 4), heads(3, 9)], [0, 0, 0]);
        let source =
            Source::of("炊烟就弯了一下腰\n公告栏\n李小河遗失残疾人证，证号350000，声明作废。");
        let lines: Vec<&[Ink]> =
            source.lines.iter().map(|line| &source.ink[line.ink.clone()]).collect();
        assert_eq!(next_heads(&lines, &[false; 3], 0..2, &|_| false), 1);
    }

    #[test]
    fn a_label_over_the_next_headline_is_no_verse() {
        let text = "像一张旧地图\n剪断了回家的河\n书里书外\n一本没有封面的书\n□ 李明";
        let source = Source::of(text);
        let lines: Vec<&[Ink]> =
            source.lines.iter().map(|line| &source.ink[line.ink.clone()]).collect();
        let heads = |blank: &[bool]| next_heads(&lines, blank, 0..4, &|at| at == 4);
        assert_eq!(heads(&[true, false, true, true, true]), 2);
        assert_eq!(heads(&[true, false, false, true, true]), 1);
    }
}

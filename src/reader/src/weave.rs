//! How is a text cut where highlights and joints lie in it? Into runs that are drawn one by one.

use crate::order;
use crate::text::Fix;
use std::ops::Range;

/// A run of text that is drawn in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    pub text: &'a str,
    /// Byte offset in the whole text.
    pub start: usize,
    /// Index of the highlight that this run belongs to.
    pub hit: Option<usize>,
    /// Index of what the reader marked here; where several marks lie, the last.
    pub own: Option<usize>,
    /// Beside a place where two pieces of the dump were joined.
    pub joint: bool,
    /// What the dump has where the newsroom corrected it.
    pub original: Option<&'a str>,
}

impl Run<'_> {
    /// As much of it as lies in a range of the whole text.
    pub fn within(&self, range: &Range<usize>) -> Option<Self> {
        let start = range.start.max(self.start);
        let end = range.end.min(self.start + self.text.len());
        let text = self.text.get(start - self.start..end.checked_sub(self.start)?)?;
        (!text.is_empty()).then(|| Self { text, start, ..self.clone() })
    }
}

/// The words of a head between its spaces, and the spaces: together the text again.
pub fn phrases(text: &str) -> Vec<Range<usize>> {
    let mut phrases: Vec<Range<usize>> = Vec::new();
    let mut was_space = None;
    for (at, c) in text.char_indices() {
        let is_space = Some(c.is_whitespace());
        let end = at + c.len_utf8();
        match phrases.last_mut() {
            Some(last) if was_space == is_space => last.end = end,
            _ => phrases.push(at..end),
        }
        was_space = is_space;
    }
    phrases
}

/// Cuts `text` into runs that together are `text` again. `hits` are byte ranges in ascending order that do
/// not overlap, `own` such that may, `joints` byte offsets, `fixes` the corrected words; all on character boundaries.
pub fn weave<'a>(
    text: &'a str,
    hits: &[Range<usize>],
    own: &[Range<usize>],
    joints: &[usize],
    fixes: &'a [Fix],
) -> Vec<Run<'a>> {
    let beside: Vec<Range<usize>> = joints.iter().map(|joint| around(text, *joint)).collect();
    let mut cuts: Vec<usize> =
        hits.iter().chain(own).chain(&beside).flat_map(|r| [r.start, r.end]).collect();
    cuts.extend(fixes.iter().flat_map(|fix| [fix.start, fix.end]));
    cuts.extend([0, text.len()]);
    order::by_key(&mut cuts, |cut| *cut);
    cuts.dedup();
    cuts.windows(2)
        .map(|pair| Run {
            text: &text[pair[0]..pair[1]],
            start: pair[0],
            hit: hits.iter().position(|hit| hit.contains(&pair[0])),
            own: own.iter().rposition(|own| own.contains(&pair[0])),
            joint: beside.iter().any(|range| range.contains(&pair[0])),
            original: fixes
                .iter()
                .find(|fix| (fix.start..fix.end).contains(&pair[0]))
                .map(|fix| fix.original.as_str()),
        })
        .collect()
}

/// Cuts a run where a line may end: `breaks` are byte offsets in the whole text, ascending.
pub fn at_breaks<'a>(run: &Run<'a>, breaks: &[u32]) -> Vec<&'a str> {
    let inside = breaks.iter().map(|at| *at as usize).filter(|at| *at >= run.start);
    let inside = inside.map(|at| at - run.start).take_while(|at| *at < run.text.len());
    let mut pieces = Vec::new();
    let mut start = 0;
    for at in inside {
        pieces.push(&run.text[start..at]);
        start = at;
    }
    pieces.push(&run.text[start..]);
    pieces
}

/// The character on either side of a joint.
fn around(text: &str, joint: usize) -> Range<usize> {
    let before = text[..joint].chars().next_back().map_or(0, char::len_utf8);
    let after = text[joint..].chars().next().map_or(0, char::len_utf8);
    joint - before..joint + after
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, hits: &[Range<usize>], joints: &[usize]) -> String {
        let draw = |run: Run| match (run.hit, run.joint) {
            (None, false) => run.text.to_owned(),
            (None, true) => format!("<{}>", run.text),
            (Some(hit), false) => format!("[{hit}:{}]", run.text),
            (Some(hit), true) => format!("[{hit}:<{}>]", run.text),
        };
        weave(text, hits, &[], joints, &[]).into_iter().map(draw).collect()
    }

    #[test]
    fn a_hit_across_a_joint_keeps_its_number() {
        let hits = vec![Range { start: 3, end: 15 }];
        assert_eq!(drawn("初期高效扑灭火", &hits, &[9]), "初[0:期][0:<高效>][0:扑]灭火");
    }

    #[test]
    fn a_break_before_a_run_leaves_an_empty_piece_to_break_after() {
        let run =
            Run {
                text: "点亮新绛", start: 18, hit: None, own: None, joint: false, original: None
            };
        assert_eq!(at_breaks(&run, &[6, 18, 24, 30]), ["", "点亮", "新绛"]);
        assert_eq!(at_breaks(&run, &[]), ["点亮新绛"]);
    }

    #[test]
    fn a_corrected_word_knows_its_original() {
        let fixes = [Fix { start: 3, end: 9, original: "冻水".into() }];
        let runs = weave("修涑水堤", &[Range { start: 0, end: 6 }], &[], &[], &fixes);
        let seen: Vec<(&str, Option<usize>, Option<&str>)> =
            runs.iter().map(|run| (run.text, run.hit, run.original)).collect();
        let of = Some("冻水");
        assert_eq!(
            seen,
            [("修", Some(0), None), ("涑", Some(0), of), ("水", None, of), ("堤", None, None)]
        );
    }

    #[test]
    fn a_run_is_cut_where_a_phrase_ends() {
        let text = "塔吊進場 舊站　 翻新";
        let phrases = phrases(text);
        let cut: Vec<&str> = phrases.iter().map(|range| &text[range.clone()]).collect();
        assert_eq!(cut, ["塔吊進場", " ", "舊站", "　 ", "翻新"]);
        let runs = weave(text, &[Range { start: 9, end: 16 }], &[], &[], &[]);
        let seen: Vec<Vec<(&str, Option<usize>)>> = phrases
            .iter()
            .map(|range| {
                let here = runs.iter().filter_map(|run| run.within(range));
                here.map(|run| (&text[run.start..][..run.text.len()], run.hit)).collect()
            })
            .collect();
        let first = vec![("塔吊進", None), ("場", Some(0))];
        let rest = [("舊", Some(0)), ("站", None)];
        assert_eq!(seen[..3], [first, vec![(" ", Some(0))], rest.to_vec()]);
        assert_eq!(super::phrases(""), Vec::<Range<usize>>::new());
    }

    #[test]
    fn what_a_reader_marked_may_lie_over_all_else() {
        let runs = weave("甲乙丙丁", &[Range { start: 3, end: 9 }], &[0..6, 3..12], &[6], &[]);
        let seen: Vec<(&str, Option<usize>, Option<usize>, bool)> =
            runs.iter().map(|run| (run.text, run.hit, run.own, run.joint)).collect();
        assert_eq!(
            seen,
            [
                ("甲", None, Some(0), false),
                ("乙", Some(0), Some(1), true),
                ("丙", Some(0), Some(1), true),
                ("丁", None, Some(1), false)
            ]
        );
    }

    #[test]
    fn nothing_to_mark_is_one_run() {
        assert_eq!(drawn("正文", &[], &[]), "正文");
        assert_eq!(drawn("", &[], &[]), "");
    }

    #[test]
    fn hits_side_by_side_stay_two() {
        assert_eq!(drawn("哈哈哈哈", &[0..6, 6..12], &[]), "[0:哈哈][1:哈哈]");
    }
}

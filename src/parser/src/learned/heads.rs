//! What do the lines of a head say together for being its kicker, its headline, its subtitle?
//!
//! Each step, into the first line, from one to the next and out of the last, is asked of the line before it and of the
//! one behind it, and every answer has a weight of its own. They are those of a logistic regression over whole heads;
//! `examples/fit` fits them.

use super::questions::{own, own_names};
use super::table::read;
use crate::features::Features;
use crate::label::Label;
use std::sync::LazyLock;

/// The steps of a head, by the labels before and behind, and what the table calls them.
const STEPS: [(Option<Label>, Option<Label>, &str); 9] = [
    (None, Some(Label::Kicker), "肩题起"),
    (None, Some(Label::Headline), "主题起"),
    (Some(Label::Kicker), Some(Label::Kicker), "肩题肩题"),
    (Some(Label::Kicker), Some(Label::Headline), "肩题主题"),
    (Some(Label::Headline), Some(Label::Headline), "主题主题"),
    (Some(Label::Headline), Some(Label::Subtitle), "主题副题"),
    (Some(Label::Subtitle), Some(Label::Subtitle), "副题副题"),
    (Some(Label::Headline), None, "主题止"),
    (Some(Label::Subtitle), None, "副题止"),
];

static TABLE: LazyLock<Vec<[f32; STEPS.len()]>> = LazyLock::new(|| {
    read(include_str!("../../data/heads.tsv"), &names(), &STEPS.map(|(.., name)| name))
});

/// The names of what is asked at each step.
pub fn names() -> Vec<String> {
    let of = |side: &'static str| own_names().map(move |name| format!("{side}: {name}"));
    ["before: a line", "behind: a line"]
        .map(str::to_owned)
        .into_iter()
        .chain(of("before"))
        .chain(of("behind"))
        .collect()
}

/// The steps' names.
pub fn steps() -> [&'static str; STEPS.len()] {
    STEPS.map(|(.., name)| name)
}

/// The weights of a head with these labels, each as the place of its question and that of its step. `None` where a step
/// is none of a head.
pub fn asked(lines: &[Features], labels: &[Label]) -> Option<Vec<(usize, usize)>> {
    let count = own_names().count();
    let mut asked = Vec::new();
    for at in 0..=labels.len() {
        let (before, behind) = (at.checked_sub(1), Some(at).filter(|at| *at < labels.len()));
        let label = |line: Option<usize>| line.map(|line| labels[line]);
        let step = STEPS
            .iter()
            .position(|(from, to, _)| (*from, *to) == (label(before), label(behind)))?;
        for (side, line) in [before, behind].into_iter().enumerate() {
            let Some(line) = line else { continue };
            asked.push((side, step));
            asked.extend(own(&lines[line]).map(|answer| (2 + side * count + answer, step)));
        }
    }
    Some(asked)
}

/// What was learned of a head with these labels.
pub fn learned(asked: &[(usize, usize)]) -> f32 {
    asked.iter().map(|(question, step)| TABLE[*question][*step]).sum()
}

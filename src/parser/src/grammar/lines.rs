//! Which lines of a head are its kicker, which its headline, which its subtitle? Where the head is, the walk has told.

use super::step;
use crate::features::Features;
use crate::label::{Label, Tally, score};
use crate::learned::{Scores, heads};
use std::ops::Range;

/// More lines than a head has.
const MOST_LINES: usize = 6;

/// Lines of a kicker, and of a subtitle.
const MOST: usize = 2;

/// How far the walk is trusted against what was learned of heads: it was mended and learned with few lines of heads
/// among many others.
const OF_WALK: f32 = 0.25;

/// Labels that the lines of a head may have, and what speaks for them.
pub struct Arrangement {
    pub labels: Vec<Label>,
    /// What the walk says …
    pub walk: f32,
    /// … and what was asked of heads.
    pub asked: Vec<(usize, usize)>,
}

/// The labels of the walk, those of the lines of each head told by each other.
pub fn arranged(mut labels: Vec<Label>, features: &[Features], learned: &[Scores]) -> Vec<Label> {
    for head in heads_of(&labels) {
        let lines = arrangements(&features[head.clone()], &learned[head.clone()]);
        let worth = |one: &Arrangement| one.walk + heads::learned(&one.asked);
        if let Some(best) = lines.iter().max_by(|a, b| worth(a).total_cmp(&worth(b))) {
            labels[head].copy_from_slice(&best.labels);
        }
    }
    labels
}

/// The heads of more than one line.
pub fn heads_of(labels: &[Label]) -> Vec<Range<usize>> {
    use Label::{Headline, Kicker, Subtitle};
    let goes_on = |a: &Label, b: &Label| {
        matches!((a, b), (Kicker | Headline, Headline) | (Kicker, Kicker))
            || matches!((a, b), (Headline | Subtitle, Subtitle))
    };
    let mut start = 0;
    let runs = labels.chunk_by(goes_on).map(|run| {
        start += run.len();
        start - run.len()..start
    });
    runs.filter(|run| {
        (2..=MOST_LINES).contains(&run.len()) && labels[run.clone()].contains(&Headline)
    })
    .collect()
}

/// All that the lines of a head may be.
pub fn arrangements(lines: &[Features], learned: &[Scores]) -> Vec<Arrangement> {
    let mut all = Vec::new();
    for kickers in 0..=MOST {
        for subtitles in 0..=MOST {
            let Some(headlines) = lines.len().checked_sub(kickers + subtitles) else { continue };
            if headlines == 0 {
                continue;
            }
            let labels = [
                vec![Label::Kicker; kickers],
                vec![Label::Headline; headlines],
                vec![Label::Subtitle; subtitles],
            ]
            .concat();
            // A title that the line tears is one thing.
            let is_torn = |at: usize| lines[at].enclosed && labels[at - 1] != labels[at];
            // Whoever was there stands below what it was.
            let is_there = |at: usize| lines[at].takes_part && labels[at] != Label::Subtitle;
            if (1..labels.len()).any(|at| is_torn(at) || is_there(at)) {
                continue;
            }
            if let Some(asked) = heads::asked(lines, &labels) {
                all.push(Arrangement {
                    walk: OF_WALK * walked(lines, learned, &labels),
                    asked,
                    labels,
                });
            }
        }
    }
    all
}

/// What the walk says for these labels of these lines.
fn walked(lines: &[Features], learned: &[Scores], labels: &[Label]) -> f32 {
    let one = |(at, label): (usize, &Label)| {
        let mut tally = Tally::default();
        score(*label, &lines[at], &mut tally);
        let class = Label::ALL.iter().position(|own| own == label).unwrap_or_default();
        let step = match at.checked_sub(1) {
            Some(above) => step(labels[above], &lines[above], *label, &lines[at]),
            None => 0.0,
        };
        tally.sum + learned[at][class] + step
    };
    labels.iter().enumerate().map(one).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The labels of these lines over a report.
    fn told(lines: &[&str], lead: &str) -> Vec<Label> {
        let text =
            format!("{}\n本报讯(记者 王晓明){lead}\n大家说,往后还要这样做。\n", lines.join("\n"));
        let places = places::Places::of(None);
        let page = crate::page::Labelled::of(crate::source::Source::of(&text), &places);
        page.labels[..lines.len()].to_vec()
    }

    #[test]
    fn the_lines_of_a_head_are_told_by_each_other() {
        use Label::{Headline, Kicker, Subtitle};
        let lead = "岳壁乡三百户人家的灶台上都挂了一块节水牌。乡里给每户装了水表,用多少算多少。";
        let two = ["家家灶台有“节水牌”", "岳壁乡一户一表算清水账"];
        assert_eq!(told(&two, lead), [Kicker, Headline]);
        let lead = "昨天上午,消防员到了河口镇,把卡在栅栏里的娃儿救了出来。";
        let two = ["八岁娃儿头卡铁门栅栏", "消防员“锯”了二十分钟"];
        assert_eq!(told(&two, lead), [Kicker, Headline]);
        let lead = "6月3日,河口镇组织三百多人清理河道,加固了两处堤防。";
        let three = ["雨季来前早动手", "河口镇清淤加固堤防", "今年已修渠一万一千米"];
        assert_eq!(told(&three, lead), [Kicker, Headline, Subtitle]);
    }

    #[test]
    fn a_head_ends_where_the_next_begins() {
        use Label::{Body, Headline, Kicker, Subtitle};
        let labels = [Kicker, Headline, Subtitle, Headline, Headline, Body, Headline, Body, Kicker];
        assert_eq!(heads_of(&labels), [0..3, 3..5]);
        assert_eq!(heads_of(&[Headline; MOST_LINES + 1]), []);
    }
}

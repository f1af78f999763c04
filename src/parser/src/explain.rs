//! Why did a piece become what it became? The classes considered and what spoke for each.

use crate::features::Features;
use crate::furniture::Matter;
use crate::grammar::step;
use crate::label::{Label, NEVER, Tally, score};
use crate::learned::Scores;
use crate::page::Labelled;
use crate::source::Source;
use std::fmt::Write;

/// Classes shown for each piece, best first.
const SHOWN: usize = 3;

/// Characters shown of a piece.
const OPENING: usize = 24;

/// Columns of a terminal: of a line's number, of a class's name, and of an opening.
const NUMBER: usize = 5;
const NAME: usize = 12;
const TEXT: usize = 2 * OPENING + 2;

/// A paragraph a piece: its line, its opening and its class; the classes considered, in columns; why one won.
pub fn explain(page: &Labelled) -> String {
    let Labelled { source, pieces, matters, labels, walked, features, learned, .. } = page;
    let mut out = String::new();
    let mut before: Option<(Label, &Features)> = None;
    let mut flow = labels.iter().zip(walked).zip(features.iter().zip(learned));
    let lines = ::edition::Lines::of(source.text);
    for (piece, matter) in pieces.iter().zip(matters) {
        let span = source.span(&piece.ink);
        let text = span.of(source.text).chars();
        let opening: String = text.filter(|c| ::edition::is_ink(*c)).take(OPENING).collect();
        let line = lines.line(span.start).0;
        let _ = write!(out, "{line:>NUMBER$}  {} ", padded(&opening, TEXT));
        if let Some(matter) = matter {
            let _ = writeln!(out, "版面要素  {}", told(matter, piece, source));
            continue;
        }
        let Some(((label, walked), seen)) = flow.next() else { break };
        let _ = writeln!(out, "{}", label.name());
        one(&mut out, before, (*label, *walked), seen);
        before = Some((*label, seen.0));
    }
    out
}

/// The rule that took a piece of page matter, and what was read of it.
fn told(matter: &Matter, piece: &crate::piece::Piece, source: &Source) -> String {
    let words = |own: &std::ops::Range<usize>| {
        let start = piece.ink.start;
        source.span(&(own.start + start..own.end + start)).of(source.text).to_owned()
    };
    let facts = [
        matter.paper.as_ref().map(|own| format!("报名{}", words(own))),
        matter.date.map(|date| format!("日期{date}")),
        matter.number.map(|number| format!("第{number}版")),
        matter.name.as_ref().map(|own| format!("版名{}", words(own))),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let facts = if facts.is_empty() { String::new() } else { format!(":{}", facts.join(",")) };
    format!("{}{facts}", matter.why)
}

struct Candidate {
    label: Label,
    /// What speaks for it here, with what speaks for it after the piece before.
    sum: f32,
    step: f32,
    tally: Tally,
}

fn one(
    out: &mut String,
    before: Option<(Label, &Features)>,
    (chosen, walked): (Label, Label),
    (features, learned): (&Features, &Scores),
) {
    let candidate = |(label, learned): (Label, &f32)| {
        let mut tally = Tally { sum: 0.0, reasons: Some(Vec::new()) };
        score(label, features, &mut tally);
        tally.add("学来的", *learned);
        let step = before.map_or(0.0, |(from, before)| step(from, before, label, features));
        Candidate { label, sum: tally.sum + step, step, tally }
    };
    let mut ranked: Vec<Candidate> = Label::ALL
        .into_iter()
        .zip(learned)
        .map(candidate)
        .filter(|one| one.sum > NEVER / 2.0 || one.label == chosen)
        .collect();
    ranked.sort_by(|a, b| b.sum.total_cmp(&a.sum));
    let is_shown = |(at, one): &(usize, &Candidate)| *at < SHOWN || one.label == chosen;
    for (_, Candidate { label, sum, step, tally }) in ranked.iter().enumerate().filter(is_shown) {
        let mark = if *label == chosen { '>' } else { ' ' };
        let _ = write!(out, "{:NUMBER$}  {mark} {} {sum:>+7.1}", "", padded(label.name(), NAME));
        let _ = write!(out, "   接前段 {step:+.1}");
        for (reason, value) in tally.reasons.iter().flatten() {
            let _ = write!(out, "  {reason} {value:+.1}");
        }
        out.push('\n');
    }
    let verdict = match chosen == walked {
        true => verdict(&ranked, chosen),
        false => format!(
            "胜出:逐段看是“{}”,同一组标题的几行合起来看是“{}”。",
            walked.name(),
            chosen.name()
        ),
    };
    let _ = writeln!(out, "{:NUMBER$}    {verdict}", "");
}

/// Why the chosen class won.
fn verdict(ranked: &[Candidate], chosen: Label) -> String {
    match ranked {
        [best, second, ..] if best.label == chosen => {
            format!(
                "胜出:此处得分最高,比“{}”多 {:.1}。",
                second.label.name(),
                best.sum - second.sum
            )
        }
        [best, ..] if best.label != chosen => format!(
            "胜出:此处“{}”得分更高,但连后面各段一起算,整版以“{}”为最好。",
            best.label.name(),
            chosen.name()
        ),
        _ => "胜出:没有别的可能。".to_owned(),
    }
}

/// `text` filled up with spaces to so many columns of a terminal.
fn padded(text: &str, columns: usize) -> String {
    let width: usize = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    text.to_owned() + &" ".repeat(columns.saturating_sub(width))
}

#[cfg(test)]
mod tests {
    use crate::{Context, explain};

    #[test]
    fn each_piece_has_its_line_its_class_and_why() {
        let text = "2025年7月24日 第3版\n\n书画展览开幕\n\n本报讯(记者 赵强)7月1日,书画展览在文化馆开幕,展出作品一百件。\n";
        let explained = explain(text, &Context::default());
        let lines: Vec<&str> = explained.lines().collect();
        assert!(
            lines[0].starts_with("    1  2025年7月24日第3版 ")
                && lines[0].ends_with(" 版面要素  版头:日期2025年7月24日,第3版"),
            "{explained}"
        );
        assert!(
            lines[1].starts_with("    3  书画展览开幕 ") && lines[1].ends_with(" 主题"),
            "{explained}"
        );
        let chosen: Vec<&&str> =
            lines.iter().filter(|line| line.starts_with("       > ")).collect();
        assert!(chosen[0].starts_with("       > 主题         ") && chosen[1].contains("有电头 +"));
        assert_eq!(lines.iter().filter(|line| line.contains("胜出:")).count(), 2);
    }

    #[test]
    fn a_line_that_its_head_tells_says_so() {
        let text = "家家灶台有“节水牌”\n岳壁乡一户一表算清水账\n本报讯(记者 王晓明)岳壁乡三百户人家的灶台上都挂了一块节水牌。乡里给每户装了水表,用多少算多少。\n大家说,往后还要这样做。\n";
        let explained = explain(text, &Context::default());
        assert!(
            explained.contains("胜出:逐段看是") && explained.contains("合起来看是“肩题”。"),
            "{explained}"
        );
    }
}

//! What is asked of a row of bare lines and of the texts above and below it? A line over each short text is a headline,
//! one among many texts a subhead.

use crate::features::Features;
use crate::opening::Stop;

/// A row of bare lines, and what stands around it.
struct Row<'a> {
    above: Texts,
    below: Texts,
    /// Lines of the rows above and below.
    before: usize,
    after: usize,
    /// Rows since the last one with a known rubric, that one counted as none.
    since_rubric: Option<usize>,
    /// The last piece of the texts above, the first of those below.
    last: Option<&'a Features>,
    first: Option<&'a Features>,
}

/// The texts between two rows.
#[derive(Clone, Copy, Default)]
struct Texts {
    pieces: usize,
    characters: usize,
    signed: bool,
}

/// What the rows of a page have in common.
struct Page {
    rows: usize,
    /// Shares, 0 to 1: rows of one line, texts with a report head or a credit.
    single: f32,
    signed: f32,
}

type Asked = fn(&Row, &Page) -> bool;

const ROW: &[(&str, Asked)] = &[
    ("texts above: none", |row, _| row.above.pieces == 0),
    ("texts above: 1", |row, _| row.above.pieces == 1),
    ("texts above: 2", |row, _| row.above.pieces == 2),
    ("texts above: 3", |row, _| row.above.pieces == 3),
    ("texts above: 4 or more", |row, _| row.above.pieces > 3),
    ("texts below: 1", |row, _| row.below.pieces == 1),
    ("texts below: 2", |row, _| row.below.pieces == 2),
    ("texts below: 3", |row, _| row.below.pieces == 3),
    ("texts below: 4 or more", |row, _| row.below.pieces > 3),
    ("characters above: 0 to 99", |row, _| row.above.characters < 100),
    ("characters above: 100 to 199", |row, _| (100..200).contains(&row.above.characters)),
    ("characters above: 200 to 399", |row, _| (200..400).contains(&row.above.characters)),
    ("characters below: 0 to 99", |row, _| row.below.characters < 100),
    ("characters below: 100 to 199", |row, _| (100..200).contains(&row.below.characters)),
    ("characters below: 200 to 399", |row, _| (200..400).contains(&row.below.characters)),
    ("signed above", |row, _| row.above.signed),
    ("signed below", |row, _| row.below.signed),
    ("signed above and below", |row, _| row.above.signed && row.below.signed),
    ("signed nowhere near", |row, _| !row.above.signed && !row.below.signed),
    ("row above: 1 line", |row, _| row.before == 1),
    ("row above: 2 lines", |row, _| row.before == 2),
    ("row above: 3 or more", |row, _| row.before > 2),
    ("row below: 1 line", |row, _| row.after == 1),
    ("row below: 2 lines", |row, _| row.after == 2),
    ("row below: 3 or more", |row, _| row.after > 2),
    ("row below: none", |row, _| row.after == 0),
    ("row with a rubric", |row, _| row.since_rubric == Some(0)),
    ("1 row behind a rubric", |row, _| row.since_rubric == Some(1)),
    ("2 or 3 rows behind a rubric", |row, _| matches!(row.since_rubric, Some(2 | 3))),
    ("no rubric above", |row, _| row.since_rubric.is_none()),
    ("open above", |row, _| row.last.is_some_and(|f| f.stop == Stop::Open)),
    ("full stop above", |row, _| row.last.is_some_and(|f| f.stop == Stop::Full)),
    ("credit above", |row, _| row.last.is_some_and(|f| f.credit.is_some())),
    ("caption above", |row, _| row.last.is_some_and(|f| f.caption == 2 || f.ends_caption)),
    ("report head below", |row, _| row.first.is_some_and(|f| f.head.is_some())),
    ("credit below", |row, _| row.first.is_some_and(|f| f.credit.is_some())),
    ("a story begins below", |row, _| row.first.is_some_and(|f| f.begins_story > 0.5)),
    ("a place below", |row, _| row.first.is_some_and(|f| f.opens_with_place)),
    ("opening words below", |row, _| row.first.is_some_and(|f| f.words > 1.0)),
    ("no opening words below", |row, _| row.first.is_some_and(|f| f.words < -1.0)),
    ("goes on below", |row, _| row.first.is_some_and(|f| f.tail || f.rest)),
    ("few rows on the page", |_, page| page.rows < 6),
    ("many rows on the page", |_, page| page.rows > 12),
    ("few rows are single", |_, page| page.single < 0.4),
    ("most rows are single", |_, page| page.single > 0.7),
    ("few texts are signed", |_, page| page.signed < 0.3),
    ("most texts are signed", |_, page| page.signed > 0.6),
];

/// The same is asked of rows of one line and of longer ones, and learned for each.
const KINDS: [&str; 2] = ["alone", "in a row"];

pub fn names() -> impl Iterator<Item = String> {
    KINDS.iter().flat_map(|kind| ROW.iter().map(move |(name, _)| format!("{kind}: {name}")))
}

/// For each piece the questions that are answered by yes: those of its row; none for what is no bare line.
pub fn ask(features: &[Features], bare: &[bool]) -> Vec<Vec<usize>> {
    let mut answers = vec![Vec::new(); features.len()];
    let runs: Vec<(usize, usize)> = bare
        .chunk_by(|a, b| a == b)
        .scan(0, |start, run| {
            *start += run.len();
            Some((*start - run.len(), *start))
        })
        .collect();
    let rows: Vec<usize> = (0..runs.len()).filter(|run| bare[runs[*run].0]).collect();
    let texts = |run: Option<usize>| {
        let Some(&(start, end)) = run.and_then(|run| runs.get(run)) else {
            return Texts::default();
        };
        Texts {
            pieces: end - start,
            characters: features[start..end].iter().map(|f| f.len).sum(),
            signed: features[start..end].iter().any(|f| f.head.is_some() || f.credit.is_some()),
        }
    };
    let lines = |run: Option<usize>| {
        let run = run.and_then(|run| runs.get(run));
        run.map_or(0, |(start, end)| end - start)
    };
    let share = |of: usize, all: usize| of as f32 / all.max(1) as f32;
    let single = rows.iter().filter(|row| lines(Some(**row)) == 1).count();
    let signed = (0..runs.len()).filter(|run| !bare[runs[*run].0] && texts(Some(*run)).signed);
    let page = Page {
        rows: rows.len(),
        single: share(single, rows.len()),
        signed: share(signed.count(), runs.len() - rows.len()),
    };
    let mut since_rubric = None;
    for &run in &rows {
        let (start, end) = runs[run];
        let has_rubric = features[start..end].iter().any(|f| f.rubric == KNOWN_RUBRIC);
        since_rubric = if has_rubric { Some(0) } else { since_rubric.map(|rows| rows + 1) };
        let row = Row {
            above: texts(run.checked_sub(1)),
            below: texts(Some(run + 1)),
            before: lines(run.checked_sub(2)),
            after: lines(Some(run + 2)),
            since_rubric,
            last: start.checked_sub(1).map(|at| &features[at]),
            first: features.get(end),
        };
        let first = if end - start == 1 { 0 } else { ROW.len() };
        let said = ROW.iter().enumerate().filter(|(_, (_, is))| is(&row, &page));
        let said: Vec<usize> = said.map(|(answer, _)| first + answer).collect();
        answers[start..end].fill(said);
    }
    answers
}

const KNOWN_RUBRIC: u8 = 2;

#[cfg(test)]
mod tests {
    use crate::fitting::{Lesson, questions};

    #[test]
    fn a_row_knows_the_texts_and_the_rows_around_it() {
        let text = "河口镇修通了一条水渠\n\n全镇七个村的稻田今年都浇上了水,往年要等到入夏。\n\n渠水从上游的水库引来,一路走了十一公里。\n\n\
            上河村办起了夜校\n讲课的是种了半辈子地的人\n\n本报讯(记者 余建新)夜校每周三开讲,听课的已经有四十多人。\n\n";
        let lesson = Lesson::of(text);
        let names = questions();
        let said = |piece: usize| -> Vec<&str> {
            let names = lesson.answers[piece].iter().map(|answer| names[*answer].as_str());
            names
                .filter(|name| name.starts_with("alone: ") || name.starts_with("in a row: "))
                .collect()
        };
        let first = said(0);
        for name in ["texts above: none", "texts below: 2", "row below: 2 lines", "no rubric above"]
        {
            assert!(first.contains(&&*format!("alone: {name}")), "{name}: {first:?}");
        }
        let second = said(3);
        for name in ["texts above: 2", "signed below", "row below: none", "report head below"] {
            assert!(second.contains(&&*format!("in a row: {name}")), "{name}: {second:?}");
        }
        assert_eq!(said(4), second);
        assert!(said(1).is_empty());
    }
}

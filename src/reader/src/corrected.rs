//! How is a corrected word found by both its forms? The original is searched beside what is shown, and what
//! is found in it is led back.

use crate::order;
use crate::text::{Fix, Part};
use search::Match;

/// The text of a part as received, where it shows corrected words.
pub fn original(part: &Part) -> Option<String> {
    let mut text = String::new();
    let mut at = 0;
    for Fix { start, end, original } in &part.fixes {
        text += &part.text[at..*start];
        text += original;
        at = *end;
    }
    text += &part.text[at..];
    (!part.fixes.is_empty()).then_some(text)
}

/// The matches of a document whose parts are `parts`, followed by the originals of those that have one: all in
/// what is shown, in reading order, none overlapping another.
pub fn lead_back(matches: &mut Vec<Match>, parts: &[Part]) {
    let fixed: Vec<usize> = (0..parts.len()).filter(|at| !parts[*at].fixes.is_empty()).collect();
    if fixed.is_empty() {
        return;
    }
    let led = |found: Match| -> Option<Match> {
        let Some(at) = (found.part as usize).checked_sub(parts.len()) else { return Some(found) };
        let part = *fixed.get(at)?;
        let (start, end) = shown(&parts[part].fixes, found.start as usize, found.end as usize)?;
        Some(Match { part: part as u32, start: start as u32, end: end as u32 })
    };
    let mut all: Vec<Match> = matches.drain(..).filter_map(led).collect();
    order::by_key(&mut all, |found| *found);
    for found in all {
        match matches.last_mut() {
            Some(last) if last.part == found.part && found.start < last.end => {
                last.end = last.end.max(found.end);
            }
            _ => matches.push(found),
        }
    }
}

/// Where a range of the original is shown; `None` where it meets no correction: it is found in what is shown.
fn shown(fixes: &[Fix], start: usize, end: usize) -> Option<(usize, usize)> {
    let mut grown: isize = 0;
    let mut range: Option<(usize, usize)> = None;
    let moved = |at: usize, grown: isize| at.checked_add_signed(grown).unwrap_or(at);
    let mut after = 0;
    for fix in fixes {
        let from = moved(fix.start, -grown);
        let to = from + fix.original.len();
        if from < end && start < to {
            let first = if start < from { moved(start, grown) } else { fix.start };
            range = Some((range.map_or(first, |range| range.0), fix.end));
            after = to;
        }
        grown += (fix.end - fix.start) as isize - fix.original.len() as isize;
        if let Some(range) = &mut range
            && end > after
            && after == to
        {
            range.1 = moved(end, grown);
        }
    }
    range
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Role;
    use edition::BlockKind;

    /// 涑水东岸,老闻喜村。 for 冻水东岸,闻村。
    fn part() -> Part {
        let fix = |start, end, original: &str| Fix { start, end, original: original.into() };
        Part {
            role: Role::Block(0, BlockKind::Para),
            text: "涑水东岸,老闻喜村。".into(),
            joints: Vec::new(),
            breaks: Vec::new(),
            fixes: vec![fix(0, 6, "冻水"), fix(13, 22, "闻")],
        }
    }

    fn led(word: &str) -> Vec<String> {
        let parts = [part()];
        let original = original(&parts[0]).unwrap();
        let find = |text: &str, part| {
            let at = text.find(word)?;
            Some(Match { part, start: at as u32, end: (at + word.len()) as u32 })
        };
        let mut matches: Vec<Match> =
            find(&parts[0].text, 0).into_iter().chain(find(&original, 1)).collect();
        lead_back(&mut matches, &parts);
        matches
            .iter()
            .map(|found| parts[0].text[found.start as usize..found.end as usize].to_owned())
            .collect()
    }

    #[test]
    fn both_forms_of_a_word_lead_to_what_is_shown() {
        assert_eq!(original(&part()).unwrap(), "冻水东岸,闻村。");
        assert_eq!(led("冻水"), ["涑水"]);
        assert_eq!(led("涑水"), ["涑水"]);
        assert_eq!(led("冻水东岸,闻"), ["涑水东岸,老闻喜"]);
        assert_eq!(led("岸,闻村"), ["岸,老闻喜村"]);
        assert_eq!(led("闻村。"), ["老闻喜村。"]);
        assert_eq!(led("东岸"), ["东岸"]);
    }
}

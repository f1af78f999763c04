//! Which sentence does a link mean? The link quotes it, and finds it again wherever a later reading of the page has
//! put it: white space, joined lines and the borders of paragraphs do not count.

use crate::text::{Part, Role};
use std::ops::Range;

/// A piece of one part, in bytes of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub part: usize,
    pub range: Range<usize>,
}

/// Between the first and the last words of what is too long to be quoted whole. Form encoding leaves it as it is;
/// in texts it is passed over.
const TO: char = '*';
/// Characters quoted whole: a link grows by nine letters with each.
const WHOLE: usize = 20;
/// Characters quoted of each end of what is longer, more where they stand there several times.
const END: usize = 8;

/// A character that counts, with where it stands.
struct Ink {
    part: usize,
    at: usize,
    c: char,
}

/// The places of the quoted words in an article, in reading order. Where only one end of them is left, that end.
pub fn find(parts: &[Part], quote: &str) -> Option<Vec<Place>> {
    let ink = ink(parts);
    let range = locate(&ink, quote)?;
    Some(places(&ink[range]))
}

/// The quote that leads to `text`, as it was selected in an article; `None` where nothing of it stands there.
pub fn of(parts: &[Part], text: &str) -> Option<String> {
    let ink = ink(parts);
    let wanted = inked(text);
    let range = match position(&ink, 0, &wanted) {
        Some(start) => start..start + wanted.len(),
        // A remark may stand between that is no text of the paper.
        None => locate(&ink, &ends(&wanted, END))?,
    };
    let chars: Vec<char> = ink[range.clone()].iter().map(|ink| ink.c).collect();
    if chars.len() <= WHOLE {
        return Some(chars.into_iter().collect());
    }
    let leads = |quote: &String| locate(&ink, quote).is_some_and(|found| found == range);
    let lengths = (END..chars.len() / 2).step_by(END);
    let shortest = lengths.map(|length| ends(&chars, length)).find(leads);
    Some(shortest.unwrap_or_else(|| chars.into_iter().collect()))
}

fn ends(chars: &[char], length: usize) -> String {
    let length = length.min(chars.len());
    let mut quote: String = chars[..length].iter().collect();
    quote.push(TO);
    quote.extend(&chars[chars.len() - length..]);
    quote
}

fn counts(c: &char) -> bool {
    !c.is_whitespace() && *c != TO
}

fn inked(text: &str) -> Vec<char> {
    text.chars().filter(counts).collect()
}

fn ink(parts: &[Part]) -> Vec<Ink> {
    // Rubrics and columns are words over several articles.
    let own = |part: &Part| !matches!(part.role, Role::Rubric | Role::Column);
    let parts = parts.iter().enumerate().filter(|(_, part)| own(part));
    let of_part = |(number, part): (usize, &Part)| -> Vec<Ink> {
        let chars = part.text.char_indices().filter(|(_, c)| counts(c));
        chars.map(|(at, c)| Ink { part: number, at, c }).collect()
    };
    parts.flat_map(of_part).collect()
}

fn locate(ink: &[Ink], quote: &str) -> Option<Range<usize>> {
    let (head, tail) = quote.split_once(TO).unwrap_or((quote, ""));
    let (head, tail) = (inked(head), inked(tail));
    let start = position(ink, 0, &head);
    let after = start.map_or(0, |start| start + head.len());
    let end = position(ink, after, &tail);
    match (start, end) {
        (Some(start), Some(end)) => Some(start..end + tail.len()),
        (Some(start), None) => Some(start..after),
        (None, end) => end.map(|end| end..end + tail.len()),
    }
}

/// Where the characters stand first, from `from` on; `None` where there are none to look for.
fn position(ink: &[Ink], from: usize, wanted: &[char]) -> Option<usize> {
    if wanted.is_empty() {
        return None;
    }
    let is_here = |window: &[Ink]| window.iter().map(|ink| ink.c).eq(wanted.iter().copied());
    ink.get(from..)?.windows(wanted.len()).position(is_here).map(|at| at + from)
}

fn places(ink: &[Ink]) -> Vec<Place> {
    let by_part = ink.chunk_by(|one, next| one.part == next.part);
    let place = |chars: &[Ink]| {
        let (first, last) = (&chars[0], &chars[chars.len() - 1]);
        Place { part: first.part, range: first.at..last.at + last.c.len_utf8() }
    };
    by_part.map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use edition::BlockKind;

    fn part(role: Role, text: &str) -> Part {
        Part { role, text: text.into(), joints: Vec::new(), breaks: Vec::new(), fixes: Vec::new() }
    }

    fn article() -> Vec<Part> {
        let para = |at, text| part(Role::Block(at, BlockKind::Para), text);
        vec![
            part(Role::Rubric, "要闻"),
            part(Role::Headline, "水库 放水"),
            para(0, "水库的闸门昨天打开了。渠里有了水，地里的人都停下来看。"),
            para(1, "渠里有了水，村里人说，今年的玉米有救了。水库的闸门要到月底才关上。"),
        ]
    }

    fn found(parts: &[Part], quote: &str) -> Vec<String> {
        let places = find(parts, quote).unwrap_or_default();
        places.iter().map(|place| parts[place.part].text[place.range.clone()].to_owned()).collect()
    }

    #[test]
    fn what_is_quoted_is_found_again() {
        let parts = article();
        let sentences = [
            "水库放水",
            "渠里有了水，地里的人都停下来看。",
            "渠里有了水，村里人说，今年的玉米有救了。",
        ];
        for sentence in sentences {
            let quote = of(&parts, sentence).unwrap();
            assert_eq!(found(&parts, &quote).concat().replace(' ', ""), sentence, "{quote}");
        }
    }

    #[test]
    fn what_is_long_is_quoted_by_its_ends_and_no_more_than_needed() {
        let parts = article();
        let text = "渠里有了水，村里人说，今年的玉米有救了。水库的闸门要到月底才关上。";
        assert_eq!(of(&parts, text).unwrap(), "渠里有了水，村里*要到月底才关上。");
        let over = "地里的人都停下来看。渠里有了水，村里人说，今年的玉米有救了。";
        let quote = of(&parts, over).unwrap();
        assert_eq!(
            found(&parts, &quote),
            ["地里的人都停下来看。", "渠里有了水，村里人说，今年的玉米有救了。"]
        );
    }

    #[test]
    fn a_later_reading_of_the_page_breaks_no_link() {
        let parts = article();
        let quote = of(&parts, "渠里有了水，村里人说，今年的玉米有救了。").unwrap();
        let para = |at, text| part(Role::Block(at, BlockKind::Para), text);
        let joined =
            [para(0, "停下来看。渠里有了水， 村里人说，今年"), para(1, "的玉米有救了。水库")];
        assert_eq!(found(&joined, &quote), ["渠里有了水， 村里人说，今年", "的玉米有救了。"]);
        let long = of(&parts, "渠里有了水，村里人说，今年的玉米有救了。水库的闸门要到月底才关上。")
            .unwrap();
        let corrected =
            [para(0, "渠里有了水，村里人说，今年的玉米有救了。水库的闸门要到月底才关闭。")];
        assert_eq!(found(&corrected, &long), ["渠里有了水，村里"], "one end is left");
        assert_eq!(find(&[para(0, "别的文章。")], &long), None);
        assert_eq!(find(&parts, ""), None);
        assert_eq!(find(&parts, "*"), None);
    }

    #[test]
    fn a_selection_with_a_remark_in_it_is_quoted_by_its_ends() {
        let parts = article();
        let selected = "水库的闸门昨天打开了。\n此处原文缺一段\n渠里有了水，地里的人都停下来看。";
        let quote = of(&parts, selected).unwrap();
        assert_eq!(
            found(&parts, &quote),
            ["水库的闸门昨天打开了。渠里有了水，地里的人都停下来看。"]
        );
        assert_eq!(of(&parts, "界面上的字"), None);
    }
}

//! What does a reader propose? Other words for those that were marked, and the newsroom's format for them: `[[correct]]` tables of
//! `seeds/NAME.toml`.

use crate::order;
use crate::origin::Origin;
use edition::{Lines, is_ink};
use std::fmt::Write;
use std::ops::Range;

/// One proposal, as bytes of a page's dump.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub dump: Range<usize>,
    pub to: String,
}

/// Why words cannot be proposed as they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Nothing was changed.
    Same,
    /// The newsroom has corrected this word already.
    Fixed,
    /// They go over a line or a paragraph: each side is a correction of its own.
    Crosses,
    /// Nothing would be left of the line, which the format cannot say.
    All,
}

/// What of a range of the article as received is to be replaced, and by what: the words that were marked, for nobody can
/// judge a single character. Where they go over a line, or over what the newsroom corrected, as many of them as stand in
/// one run with what differs.
pub fn narrow(
    origin: &Origin,
    range: &Range<usize>,
    to: &str,
) -> Result<(Range<usize>, String), Refused> {
    let marked = &origin.text[range.clone()];
    let start = range.end - marked.trim_start().len();
    let range = start..start + marked.trim().len();
    let from: Vec<(usize, char)> = origin.text[range.clone()].char_indices().collect();
    let to: Vec<char> = to.trim().chars().collect();
    let ink = |chars: &[char]| chars.iter().filter(|c| is_ink(**c)).collect::<String>();
    let marked: Vec<char> = from.iter().map(|(_, c)| *c).collect();
    if ink(&to) == ink(&marked) {
        return Err(Refused::Same);
    }
    if ink(&to).is_empty() {
        return beside(origin, &range, &to);
    }
    let shorter = from.len().min(to.len());
    let mut head = (0..shorter).take_while(|at| marked[*at] == to[*at]).count();
    let same_tail = |at: &usize| marked[from.len() - 1 - at] == to[to.len() - 1 - at];
    let mut tail = (0..shorter - head).take_while(same_tail).count();
    // An insertion or a deletion takes a neighbour with it: the format knows no empty words.
    let has_none = |head: usize, tail: usize| {
        ink(&marked[head..from.len() - tail]).is_empty()
            || ink(&to[head..to.len() - tail]).is_empty()
    };
    while has_none(head, tail) && head + tail > 0 {
        if head > 0 { head -= 1 } else { tail -= 1 }
    }
    let byte = |at: usize| range.start + from.get(at).map_or(range.len(), |(at, _)| *at);
    let place = |head: usize, tail: usize| byte(head)..byte(from.len() - tail);
    if origin.is_fixed(&place(head, tail)) {
        return Err(Refused::Fixed);
    }
    let is_whole = |head: usize, tail: usize| origin.whole(&place(head, tail)).is_some();
    let head = (0..=head).find(|at| is_whole(*at, tail)).ok_or(Refused::Crosses)?;
    let tail = (0..=tail).find(|at| is_whole(head, *at)).ok_or(Refused::Crosses)?;
    Ok((place(head, tail), to[head..to.len() - tail].iter().collect()))
}

/// The same with a neighbour of its own line on one side, for words that go as a whole.
fn beside(
    origin: &Origin,
    range: &Range<usize>,
    to: &[char],
) -> Result<(Range<usize>, String), Refused> {
    if origin.is_fixed(range) {
        return Err(Refused::Fixed);
    }
    origin.whole(range).ok_or(Refused::Crosses)?;
    let (text, to) = (&origin.text, to.iter().collect::<String>());
    let is_ink = |(_, c): &(usize, char)| is_ink(*c);
    let before = text[..range.start].char_indices().rfind(is_ink).map(|(at, _)| at..range.end);
    let after = text[range.end..].char_indices().find(is_ink);
    let after = after.map(|(at, c)| range.start..range.end + at + c.len_utf8());
    let mut wider = [before, after].into_iter().flatten();
    let wider = wider.find(|wider| origin.whole(wider).is_some()).ok_or(Refused::All)?;
    let (head, tail) = (&text[wider.start..range.start], &text[range.end..wider.end]);
    Ok((wider.clone(), format!("{head}{to}{tail}")))
}

/// The sidecar of the dump `source` with these proposals in the order of the text. Each names its words, and their
/// line; where they stand there several times, which of them is meant.
pub fn sidecar(source: &str, dump: &str, proposals: &[Proposal]) -> String {
    let mut toml = format!(
        "# Corrections of {} that a reader proposes: to be checked against the page,\n# and added to the .toml beside it.\n",
        one_line(source)
    );
    let mut proposals: Vec<&Proposal> = proposals.iter().collect();
    order::by_key(&mut proposals, |proposal| proposal.dump.start);
    let lines = Lines::of(dump);
    for Proposal { dump: range, to } in proposals {
        let Some((range, to)) = told_apart(dump, range, to) else { continue };
        let line = |at: usize| lines.line(at as u32);
        let here = line(range.start);
        let places = places(dump, &dump[range.clone()]);
        let in_line: Vec<usize> = places.into_iter().filter(|at| line(*at) == here).collect();
        let nth = in_line.iter().position(|at| *at == range.start).map_or(1, |at| at + 1);
        let _ = write!(toml, "\n[[correct]]\ntext = {}\nline = {}\n", string(&dump[range]), here.0);
        if in_line.len() > 1 {
            let _ = writeln!(toml, "nth = {nth}");
        }
        let _ = writeln!(toml, "to = {}", string(&to));
    }
    toml
}

/// The words with as much before them as it takes to be among the places where such words are found one after
/// another: of 哈哈哈 the second and third are none.
fn told_apart(dump: &str, range: &Range<usize>, to: &str) -> Option<(Range<usize>, String)> {
    let (mut range, mut to) = (range.clone(), to.to_owned());
    loop {
        if places(dump, dump.get(range.clone())?).contains(&range.start) {
            return Some((range, to));
        }
        let before = dump[..range.start].chars().next_back().filter(|c| is_ink(*c))?;
        range.start -= before.len_utf8();
        to.insert(0, before);
    }
}

/// Where words stand in a dump, without overlap; white space and line ends do not count, as where overrides are
/// looked for.
fn places(dump: &str, words: &str) -> Vec<usize> {
    let ink = |text: &str| -> Vec<(usize, char)> {
        text.char_indices().filter(|(_, c)| is_ink(*c)).collect()
    };
    let (all, words) = (ink(dump), ink(words));
    let mut found = Vec::new();
    let mut at = 0;
    while !words.is_empty() && at + words.len() <= all.len() {
        let here = all[at..].iter().zip(&words).all(|(one, other)| one.1 == other.1);
        if here {
            found.push(all[at].0);
        }
        at += if here { words.len() } else { 1 };
    }
    found
}

/// A basic string of TOML.
fn string(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn one_line(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use edition::{Correction, Edition, Library, NoteKind, Page};

    const TEXT: &str = "楚侯乡修复河堤\n\n本报讯(记者 王明)7月21日,临猗县楚侯乡组织村民修复冻水河堤,冻水两岸当天完工\"八\"百米,哈哈哈。\n\n\
        河堤沿线的村民说,冻水河今年汛期不\n\n会再涨。\n";

    fn parsed(sidecar: &str) -> Page {
        let mut context = parser::context_of(sidecar).unwrap();
        context.region = Some("运城市".into());
        parser::parse_page("甲.txt", TEXT, &context)
    }

    fn with(check: impl Fn(&Origin)) {
        let library = Library {
            editions: vec![Edition { pages: vec![parsed("")], ..Edition::default() }],
            ..Library::default()
        };
        let catalog = Catalog::of(&library);
        check(&Origin::of(&catalog.items[0]));
    }

    fn range(origin: &Origin, words: &str, nth: usize) -> Range<usize> {
        let at = origin.text.match_indices(words).nth(nth).unwrap().0;
        at..at + words.len()
    }

    fn narrowed(words: &str, to: &str) -> Result<(String, String), Refused> {
        let library = Library {
            editions: vec![Edition { pages: vec![parsed("")], ..Edition::default() }],
            ..Library::default()
        };
        let catalog = Catalog::of(&library);
        let origin = Origin::of(&catalog.items[0]);
        let narrowed = narrow(&origin, &range(&origin, words, 0), to);
        narrowed.map(|(range, to)| (origin.text[range].to_owned(), to))
    }

    #[test]
    fn what_was_marked_is_proposed() {
        let ok = |from: &str, to: &str| Ok((from.to_owned(), to.to_owned()));
        assert_eq!(narrowed("修复冻水河堤", "修复涑水河堤"), ok("修复冻水河堤", "修复涑水河堤"));
        assert_eq!(narrowed("修复冻水河堤", "修复河堤"), ok("修复冻水河堤", "修复河堤"));
        assert_eq!(narrowed("村民修复", "村民们修复"), ok("村民修复", "村民们修复"));
        assert_eq!(narrowed("修复", "重修复"), ok("修复", "重修复"));
        assert_eq!(narrowed("修复", " 修 复"), Err(Refused::Same));
        assert_eq!(narrowed("修复", ""), ok("乡修复", "乡"));
        assert_eq!(narrowed("楚侯", ""), ok("楚侯乡", "乡"));
        assert_eq!(narrowed("楚侯乡修复河堤", ""), Err(Refused::All));
    }

    /// The paragraph was cut in the dump, so that both sides are runs of their own.
    #[test]
    fn of_what_goes_over_a_cut_the_side_that_differs_is_proposed() {
        let ok = |from: &str, to: &str| Ok((from.to_owned(), to.to_owned()));
        assert_eq!(
            narrowed("今年汛期不会再涨", "去年汛期不会再涨"),
            ok("今年汛期不", "去年汛期不")
        );
        assert_eq!(narrowed("今年汛期不会再涨", "今年汛期不会再落"), ok("会再涨", "会再落"));
        assert_eq!(narrowed("今年汛期不会再涨", "去年汛期不会再落"), Err(Refused::Crosses));
    }

    /// What is written is what `press` reads: the page shows the words as proposed, and nothing else changes.
    #[test]
    fn the_newsroom_reads_what_a_reader_proposes() {
        let proposals = |origin: &Origin| -> Vec<Proposal> {
            let wanted = [
                ("冻水", 1, "涑水"),
                ("哈哈", 0, "呵呵"),
                ("\"八\"", 0, "\"九\\\""),
                ("冻水河今年", 0, "涑水河去年"),
                ("组织", 0, ""),
            ];
            let one = |(words, nth, to): (&str, usize, &str)| {
                let (range, to) = narrow(origin, &range(origin, words, nth), to).unwrap();
                Proposal { dump: origin.whole(&range).unwrap(), to }
            };
            wanted.into_iter().map(one).collect()
        };
        with(|origin| {
            let proposals = proposals(origin);
            let toml = sidecar("甲.txt", TEXT, &proposals);
            let page = parsed(&toml);
            let stale: Vec<&str> = page
                .notes
                .iter()
                .filter(|note| note.kind == NoteKind::Correction)
                .map(|note| note.sentence.as_str())
                .collect();
            assert_eq!(stale, Vec::<&str>::new(), "{toml}");
            let mut expected = TEXT.to_owned();
            let mut sorted = proposals;
            sorted.sort_by_key(|one| std::cmp::Reverse(one.dump.start));
            for Proposal { dump, to } in sorted {
                expected.replace_range(dump, &to);
            }
            let all = edition::Span::new(0, TEXT.len());
            assert_eq!(Correction::applied(&page.corrections, all, TEXT), expected, "{toml}");
            assert_eq!(page.text, TEXT);
        });
    }

    #[test]
    fn words_that_overlap_themselves_are_told_apart() {
        let at = TEXT.find("哈哈哈").unwrap() + "哈".len();
        let toml =
            sidecar("甲.txt", TEXT, &[Proposal { dump: at..at + "哈哈".len(), to: "呵呵".into() }]);
        let page = parsed(&toml);
        let all = edition::Span::new(0, TEXT.len());
        let applied = Correction::applied(&page.corrections, all, TEXT);
        assert_eq!(applied, TEXT.replace("哈哈哈", "哈呵呵"), "{toml}");
    }

    #[test]
    fn what_a_name_holds_breaks_no_comment() {
        let toml = sidecar("甲\n[[split]]", TEXT, &[]);
        assert!(parser::context_of(&toml).unwrap().overrides.is_empty(), "{toml}");
    }
}

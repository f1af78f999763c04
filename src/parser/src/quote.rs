//! Where in the dump do the words of a quote stand?

use crate::overrides::Quote;
use crate::source::Source;
use ::edition::{Lines, Span, is_ink, is_line_end};

/// Places named in a sentence.
const SHOWN: usize = 5;

/// From the first to the last character of the quote.
///
/// # Errors
/// A sentence: the words are not there, or in several places.
pub fn find(quote: &Quote, source: &Source) -> Result<Span, String> {
    let text = &quote.text;
    let all = places(text, source.text);
    let lines = Lines::of(source.text);
    let line = |span: &Span| lines.line(span.start).0;
    if all.is_empty() {
        let Some(near) = near(text, source) else {
            return Err(format!("原文里没有“{text}”。请照原文抄写,或删去这一条。"));
        };
        return Err(format!(
            "原文里没有“{text}”,第{}行有“{}”,只差标点、全半角或繁简。请照原文抄写。",
            line(&near),
            near.of(source.text).split(is_line_end).collect::<String>()
        ));
    }
    let here: Vec<Span> = match quote.line {
        Some(wanted) => all.iter().copied().filter(|span| line(span) == wanted).collect(),
        None => all.clone(),
    };
    if let (true, Some(wanted)) = (here.is_empty(), quote.line) {
        return Err(format!("第{wanted}行没有“{text}”,它在{}。请改 line。", listed(&all, &lines)));
    }
    match (quote.nth, here.as_slice()) {
        (None, [one]) => Ok(*one),
        (None, several) => Err(format!(
            "“{text}”有{}处:{}。请加 line 或 nth 说明是哪一处,或把 text 写长些。",
            several.len(),
            listed(several, &lines)
        )),
        (Some(nth), several) => several
            .get(nth as usize - 1)
            .copied()
            .ok_or_else(|| format!("“{text}”只有{}处,没有第{nth}处。请改 nth。", several.len())),
    }
}

/// Every place of these words in the text of a dump; white space and line ends do not count.
pub fn places(words: &str, text: &str) -> Vec<Span> {
    let words: Vec<char> = words.chars().filter(|c| is_ink(*c)).collect();
    let Some(first) = words.first() else { return Vec::new() };
    let mut found: Vec<Span> = Vec::new();
    for (start, _) in text.match_indices(*first) {
        if found.last().is_some_and(|last| last.contains(start as u32)) {
            continue;
        }
        let length = begun(&words, &text[start..]);
        found.extend(length.map(|length| Span::new(start, start + length)));
    }
    found
}

/// How many bytes of the text these words take up where it begins with them.
fn begun(words: &[char], text: &str) -> Option<usize> {
    let mut ink = text.char_indices().filter(|(_, c)| is_ink(*c));
    let mut length = 0;
    for word in words {
        let (at, _) = ink.next().filter(|(_, c)| c == word)?;
        length = at + word.len_utf8();
    }
    Some(length)
}

/// The first place of what reads the same but for its punctuation, width or script.
fn near(text: &str, source: &Source) -> Option<Span> {
    const SHORTEST: usize = 2;
    let words: Vec<char> = text.chars().filter(|c| is_ink(*c)).map(places::fold).collect();
    let is_letter = |c: &char| c.is_alphanumeric();
    let letters: Vec<char> = words.iter().copied().filter(is_letter).collect();
    let seats: Vec<usize> =
        (0..source.ink.len()).filter(|at| is_letter(&source.ink[*at].c)).collect();
    let is_here = |here: &[usize]| here.iter().zip(&letters).all(|(at, c)| source.ink[*at].c == *c);
    let found = seats.windows(letters.len().max(SHORTEST)).find(|here| is_here(here))?;
    // The marks at its ends are of it, where the quote has some.
    let marks = |at: &usize| source.ink.get(*at).is_some_and(|ink| !is_letter(&ink.c));
    let (first, last) = (*found.first()?, *found.last()?);
    let before = words.iter().take_while(|c| !is_letter(c)).count();
    let after = words.iter().rev().take_while(|c| !is_letter(c)).count();
    let before = (0..first).rev().take_while(marks).take(before).count();
    let after = (last + 1..source.ink.len()).take_while(marks).take(after).count();
    (letters.len() >= SHORTEST).then(|| source.span(&(first - before..last + 1 + after)))
}

/// 第3、7行
fn listed(spans: &[Span], lines: &Lines) -> String {
    let mut numbers: Vec<u32> = spans.iter().map(|span| lines.line(span.start).0).collect();
    numbers.dedup();
    let shown: Vec<String> = numbers.iter().take(SHOWN).map(u32::to_string).collect();
    let more = if numbers.len() > SHOWN { "等" } else { "" };
    format!("第{}{more}行", shown.join("、"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "冻水东岸,\n　　冻水西\n岸。冻水";

    fn told(text: &str, line: Option<u32>, nth: Option<u32>) -> String {
        let quote = Quote { text: text.into(), line, nth };
        match find(&quote, &Source::of(TEXT)) {
            Ok(span) => format!("{}..{}", span.start, span.end),
            Err(sentence) => sentence,
        }
    }

    #[test]
    fn a_quote_is_found_over_line_ends() {
        assert_eq!(told("冻水 西岸", None, None), "20..33");
        assert_eq!(told("冻水", Some(2), None), "20..26");
        assert_eq!(told("冻水", None, Some(3)), "36..42");
    }

    #[test]
    fn a_quote_that_differs_in_its_marks_alone_is_told_so() {
        for (text, found) in [
            ("凍水東岸，", "第1行有“冻水东岸,”"),
            ("东岸", ""),
            ("水西岸.冻水", "第2行有“水西岸。冻水”"),
            ("冻水,东", "第1行有“冻水东”"),
        ] {
            let sentence = told(text, None, None);
            assert!(sentence.contains(found), "{sentence}");
            assert_eq!(sentence.contains("只差标点、全半角或繁简"), !found.is_empty(), "{text}");
        }
    }

    #[test]
    fn what_is_missing_or_ambiguous_is_told() {
        assert_eq!(told("涑水", None, None), "原文里没有“涑水”。请照原文抄写,或删去这一条。");
        // One letter alone says nothing, nor do marks.
        for text in ["岸!", "!?", "“西”"] {
            assert!(told(text, None, None).starts_with(&format!("原文里没有“{text}”。")), "{text}");
        }
        assert_eq!(
            told("冻水", None, None),
            "“冻水”有3处:第1、2、3行。请加 line 或 nth 说明是哪一处,或把 text 写长些。"
        );
        assert_eq!(told("东岸", Some(3), None), "第3行没有“东岸”,它在第1行。请改 line。");
        assert_eq!(told("冻水", None, Some(4)), "“冻水”只有3处,没有第4处。请改 nth。");
    }
}

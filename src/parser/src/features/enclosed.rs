//! Is the line torn from the one above it inside a title or a quotation? 国务院印发《关于加强监管 | 防范风险的意见》

use super::LONG;
use crate::source::Ink;

/// Lines over which a title goes.
const REACH: usize = 2;

/// Whether what opens in a line above closes in this line or below it, and all of them are as short as heads.
pub fn is_enclosed(inks: &[&[Ink]], at: usize) -> bool {
    [('《', '》'), ('“', '”'), ('(', ')'), ('「', '」')].iter().any(|marks| {
        let is_short = |ink: &&&[Ink]| ink.len() < LONG && !ink.iter().any(|ink| ink.c == '。');
        let above = inks[..at].iter().rev().take(REACH).take_while(is_short);
        let below = inks[at..].iter().take(REACH).take_while(is_short);
        above.map(|ink| last(ink, *marks)).find(Option::is_some).flatten() == Some(marks.0)
            && below.map(|ink| first(ink, *marks)).find(Option::is_some).flatten() == Some(marks.1)
    })
}

/// The last of two marks in a line.
fn last(ink: &[Ink], marks: (char, char)) -> Option<char> {
    ink.iter().rev().map(|ink| ink.c).find(|c| *c == marks.0 || *c == marks.1)
}

/// The first of them.
fn first(ink: &[Ink], marks: (char, char)) -> Option<char> {
    ink.iter().map(|ink| ink.c).find(|c| *c == marks.0 || *c == marks.1)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_title_that_the_line_tears_ties_two_lines_to_one_headline() {
        let story =
            "本报讯(记者 王小明)昨天,县政府印发了这份意见,从明年起执行,各镇都要照办,不得拖延。\n";
        let heads = |head: &str| {
            let text = format!("河口镇修通出山公路\n{story}{head}\n{story}");
            let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
            let heads = page.articles[1].headline.iter();
            heads.map(|span| span.of(&text).to_owned()).collect::<Vec<_>>().join("\n")
        };
        for head in [
            "县政府印发《关于加强水库安全\n促进渔业高质量发展的若干意见》",
            "县里开展“护河道、清淤泥、\n保春灌”专项行动",
        ] {
            assert_eq!(heads(head), head);
        }
    }
}

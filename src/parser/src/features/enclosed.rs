//! Is the line torn from the one above it inside a title or a quotation? 国务院印发《关于加强监管 | 防范风险的意见》

use super::LONG;
use crate::opening::{Stop, stop};
use crate::source::Ink;

/// Lines over which a title goes.
const REACH: usize = 2;

/// (外一首), (二十五) below the title of a poem or of a serial: a part of it. (四) is as often a chapter's.
pub fn counts_parts(inks: &[&[Ink]], at: usize) -> bool {
    let [open, inside @ .., close] = inks[at] else { return false };
    let is_number =
        |ink: &Ink| "一二三四五六七八九十百廿卅".contains(ink.c) || ink.c.is_ascii_digit();
    let counts = match inside {
        [other, number, poem] if other.c == '外' => {
            is_number(number) && "首篇章则题".contains(poem.c)
        }
        [_, _] | [_, _, _] => inside.iter().all(is_number),
        _ => false,
    };
    let is_title = |above: &[Ink]| above.len() < LONG && stop(above) == Stop::Open;
    (open.c, close.c) == ('(', ')')
        && counts
        && at.checked_sub(1).is_some_and(|above| is_title(inks[above]))
}

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

    #[test]
    fn how_many_poems_there_are_is_of_their_title() {
        let report = "河口镇修通出山公路\n\n本报讯(记者 王小明)昨天,河口镇的出山公路修通了,孩子上学不再翻山,\
            菜农当天就把三车白菜送进了县城。镇里说,下一步还要把路灯装上。\n\n";
        let poems = "木兰祠的柏树\n（外一首）\n\n□ 周有田\n\n它站在门外\n替人守着一口井\n井水不说话\n\n春天来的时候\n它数自己的影子\n一直数到黄昏\n";
        let text = format!("{report}{poems}");
        let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
        let heads = page.articles.last().unwrap().headline.iter();
        let heads: Vec<&str> = heads.map(|span| span.of(&text)).collect();
        assert_eq!(heads, ["木兰祠的柏树", "（外一首）"]);
    }
}

//! Is a line under a title whoever wrote the text below it?

use super::LONG;
use super::shape::{bare, column_words, names_section};
use crate::cursor::is_han;
use crate::opening::{Stop, stop};
use crate::source::Ink;

/// Between a short line and a text, where whoever signs an essay stands.
pub fn may_sign_title(inks: &[&[Ink]], index: usize) -> bool {
    const LONGEST_TITLE: usize = 20;
    const SHORTEST_TEXT: usize = 18;
    let above = index.checked_sub(1).map(|above| inks[above]);
    // 故乡三题, 临江仙·咏瓷
    let over_poem = |ink| crate::forms::names_cycle(ink) || crate::forms::names_verse(ink);
    above.is_some_and(over_poem)
        || above.is_some_and(|ink| {
            // 冬天跑步 先学会“热车”
            let is_open = stop(ink) == Stop::Open || ink.last().is_some_and(|ink| ink.c == '”');
            ink.len() <= LONGEST_TITLE && is_open && stop(ink) != Stop::Full
        }) && inks.get(index + 1).is_some_and(|ink| {
            ink.len() >= LONG || ink.len() >= SHORTEST_TEXT && stop(ink) == Stop::Full
        })
}

/// 罗文华 under a title and over its text: with a family name it is whoever wrote it, be it a word, too.
pub fn is_family_under_title(inks: &[&[Ink]], index: usize) -> bool {
    const SHORTEST_TITLE: usize = 4;
    let is_title = index.checked_sub(1).map(|above| inks[above]).is_some_and(|above| {
        above.len() >= SHORTEST_TITLE && !names_section(above) && column_words(bare(above)) == 0
    });
    let ink = inks[index];
    let over_verse = index > 0 && crate::forms::names_verse(inks[index - 1]);
    let over_text = over_verse || inks.get(index + 1).is_some_and(|next| next.len() >= LONG);
    is_title
        && over_text
        && ink.len() == 3
        && ink.iter().all(|ink| is_han(ink.c))
        && crate::people::has_family(ink)
        && !names_section(ink)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn a_family_name_under_a_title_signs() {
        let signs = |title: &str, line: &str| {
            let text = format!("{title}\n{line}\n{}", "碾坊在溪口,一年四季吱呀吱呀地转,".repeat(4));
            let source = Source::of(&text);
            let lines: Vec<&[Ink]> =
                source.lines.iter().map(|line| &source.ink[line.ink.clone()]).collect();
            is_family_under_title(&lines, 1)
        };
        assert!(signs("蝈蝈儿与秋虫", "罗文华"));
        assert!(!signs("蝈蝈儿与秋虫", "碾米人") && !signs("百姓故事", "罗文华"));
    }
}

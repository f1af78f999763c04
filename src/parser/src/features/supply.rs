//! What do the lines around a line say for its being a credit, or a picture's?

use super::shape::is_pen_name;
use crate::credit::{Credit, Person};
use crate::cursor::ends_with;
use crate::newshead::is_bullet;
use crate::opening::{Stop, stop};
use crate::piece::Piece;
use crate::source::Ink;

/// (镇公所提供) behind a sentence or two: the picture that they tell of. Behind a table it says whose figures they are.
pub fn supply(inks: &[&[Ink]], pieces: &[Piece], credits: &mut [Option<Credit>]) {
    for at in 1..inks.len() {
        let tells = stop(inks[at - 1]) == Stop::Full || inks[at - 1].iter().any(|ink| ink.c == ',');
        let supplied = pieces[at].trails && ends_with(inks[at], "提供)");
        if let Some(credit) = credits[at].as_mut().filter(|_| supplied && tells) {
            credit.is_photo = true;
        }
    }
}

/// ◎阿土伯 under a title and over what it is the title of: whoever wrote that, be the name no family's.
pub fn sign_with_marks(inks: &[&[Ink]], credits: &mut [Option<Credit>]) {
    const LONGEST_TITLE: usize = 20;
    /// ■老桥管护 may answer what is asked.
    const LONGEST_UNDER_QUESTION: usize = 4;
    let is_marked = |ink: &[Ink]| ink.first().is_some_and(|first| is_bullet(first.c));
    for at in 1..inks.len().saturating_sub(1) {
        let (above, ink, below) = (inks[at - 1], inks[at], inks[at + 1]);
        let asks = above.last().is_some_and(|last| last.c == '?');
        let ends = stop(above) == Stop::Open || asks && ink.len() <= LONGEST_UNDER_QUESTION;
        // 马鞍匠 is of the family 马 to look at.
        let may_be = credits[at - 1].as_ref().is_none_or(|credit| !credit.firm);
        let is_title = above.len() <= LONGEST_TITLE && ends && !is_marked(above) && may_be;
        if credits[at].is_none()
            && is_title
            && is_marked(ink)
            && is_pen_name(&ink[1..])
            && !is_marked(below)
        {
            let person = Person { name: 1..ink.len(), role: None };
            let people = vec![person];
            credits[at] = Some(Credit { people, firm: true, bulleted: true, ..Credit::default() });
        }
    }
}

#[cfg(test)]
mod tests {
    use ::edition::BlockKind;

    #[test]
    fn a_pen_name_behind_a_mark_signs_what_stands_under_a_question() {
        let text = "本版热议\n\n业余球队要不要请外援?\n\n□老尹\n\n今年有五支球队请了外援,看台上有人叫好,也有人摇头,说赢了也是花钱买的,不算本事。\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        assert_eq!(page.articles.last().unwrap().bylines[0].name, "老尹");
    }

    #[test]
    fn a_title_that_looks_like_a_name_is_none_over_a_marked_one() {
        let text = "本版散文\n\n河口的早晨\n\n□周有田\n\n天还没有亮，河口的摊子已经摆开了，卖藕的老人把灯挂在船头。\n\n马鞍匠\n\n◎ 宝 音\n\n\
            铺子在旧电影院对面，门脸只有一扇门宽，里头挂满了旧鞍子。他说，鞍子不怕磨，怕闲。\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let last = page.articles.last().unwrap();
        assert_eq!((last.headline[0].of(text), &*last.bylines[0].name), ("马鞍匠", "宝音"));
    }

    #[test]
    fn a_pen_name_behind_a_mark_signs_a_poem_whose_lines_have_pauses() {
        let brief = "地方短波\n\n■河口鎮公所四月一日起受理電費補助，每戶最高補助三千元。\n\n";
        let poem = "田邊拾穗\n◎阿土伯\n春雨落在未犁的田\n白鷺鷥 踩著\n爺爺的腳印\n\n一步\n一步 走回 從前\n";
        let text = format!("{brief}{poem}");
        let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
        let article = page.articles.last().unwrap();
        assert_eq!(article.bylines[0].name, "阿土伯");
        let verses = article.blocks.iter().filter(|block| block.kind == BlockKind::Verse);
        assert_eq!(verses.map(|block| block.spans.len()).sum::<usize>(), 5);
    }
}

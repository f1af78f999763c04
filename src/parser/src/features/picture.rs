//! Which pieces stand under pictures, though their words do not say so?

mod counted;
mod opens;
mod runs;

use self::opens::says_where;
pub use self::opens::{caption, is_drawing, sign_drawings};

use super::LONG;
use crate::credit::Credit;
use crate::newshead::opening_date;
use crate::opening::{Stop, stop};
use crate::source::Ink;

/// What a piece is to a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    #[default]
    Nothing,
    /// A caption of one of several pictures, or under the picture's title.
    Caption,
    /// One of several of the text above it.
    Own,
    /// The first paragraph under a picture, of several or between the halves of a text …
    First,
    /// … and a later one, or the rest of one that was cut.
    Later,
}

/// 图②, 图三, 图4: the picture of an item that has shown another before.
pub fn is_later_picture(ink: &[Ink]) -> bool {
    matches!(ink, [picture, number, ..] if picture.c == '图' && "②③④⑤⑥⑦⑧⑨二三四五六2345678".contains(number.c))
}

/// Captions told by what stands around them.
pub fn pictures(
    inks: &[&[Ink]],
    credits: &[Option<Credit>],
    blank: &[bool],
    has_head: &dyn Fn(usize) -> bool,
) -> Vec<Shown> {
    let numbered = numbered(inks, credits);
    // 許秀枝（右）…。（方晴／綜合報導）: a brief with its picture.
    let reports =
        |at: usize| credits.get(at).and_then(Option::as_ref).is_some_and(|credit| credit.reports);
    let is_caption = |at: usize| {
        numbered[at]
            || says_where(inks[at]) && !reports(at + 1)
            || is_of_another(inks, credits, blank, has_head, at)
            || !has_head(at) && is_titled_picture(inks, credits, at)
    };
    let own = counted::counted(inks);
    let one = |at: usize| match at {
        _ if is_caption(at) => Shown::Caption,
        _ if own[at] => Shown::Own,
        _ if is_between_halves(inks, credits, has_head, at) => Shown::First,
        _ => Shown::Nothing,
    };
    let mut shown: Vec<Shown> = (0..inks.len()).map(one).collect();
    for end in 0..inks.len() {
        let Some(first) = runs::before_credit(inks, credits, has_head, end) else { continue };
        // The rest of one that was cut stands between halves, too.
        if shown[first..end].iter().all(|shown| matches!(shown, Shown::Nothing | Shown::First)) {
            shown[first] = Shown::First;
            shown[first + 1..end].fill(Shown::Later);
        }
    }
    shown
}

/// ①放牧归来。 ②学骑马。: short items counted one behind the other below whoever made text and pictures.
fn numbered(inks: &[&[Ink]], credits: &[Option<Credit>]) -> Vec<bool> {
    let mut found = vec![false; inks.len()];
    let mut pictured = false;
    for at in 0..inks.len() {
        if let Some(credit) = &credits[at] {
            pictured = credit.is_pictured || runs::is_report(inks[at]);
        }
        let run = counted::run(inks, at);
        let behind = credits.get(at + run).and_then(Option::as_ref);
        let is_photo = behind.is_some_and(|credit| credit.is_photo || credit.is_pictured);
        if run > 1 && (pictured || is_photo) {
            found[at..at + run].fill(true);
        }
    }
    found
}

/// A paragraph set off, signed （圖文：張議晨）, where the text above it has its writer already: a picture's.
fn is_of_another(
    inks: &[&[Ink]],
    credits: &[Option<Credit>],
    blank: &[bool],
    has_head: &dyn Fn(usize) -> bool,
    at: usize,
) -> bool {
    const LONGEST: usize = 160;
    const REACH: usize = 16;
    let signs = credits.get(at + 1).and_then(Option::as_ref);
    let is_pictured = signs.is_some_and(|credit| credit.is_pictured && !credit.reports);
    let poem = is_under_verses(inks, at);
    // 尹莉 文/图 below a paragraph that stands between two sign-offs.
    let signed_above = at.checked_sub(1).and_then(|above| credits[above].as_ref());
    let alone = blank[at] && signed_above.is_some_and(|credit| credit.firm || credit.bracketed);
    if is_pictured && alone && inks[at].len() <= LONGEST && stop(inks[at]) == Stop::Full {
        return true;
    }
    let stands_off = blank[at] && signs.is_some_and(|credit| credit.bracketed) || poem;
    if !is_pictured || !stands_off || inks[at].len() > LONGEST || stop(inks[at]) != Stop::Full {
        return false;
    }
    if poem {
        return true;
    }
    let is_text = |at: usize| inks[at].len() >= LONG || stop(inks[at]) == Stop::Full;
    let above = (at.saturating_sub(REACH)..at).rev();
    for above in above {
        if let Some(credit) = &credits[above] {
            return credit.firm && !credit.bracketed && !credit.is_photo;
        }
        if has_head(above) {
            return true;
        }
        if !is_text(above) {
            return false;
        }
    }
    false
}

/// A whole sentence between two halves of one, and below it whoever took the picture: the text flows around it.
fn is_between_halves(
    inks: &[&[Ink]],
    credits: &[Option<Credit>],
    has_head: &dyn Fn(usize) -> bool,
    at: usize,
) -> bool {
    const LONGEST: usize = 120;
    const SHORTEST_HALF: usize = 24;
    let is_text = |at: usize| credits[at].is_none() && !has_head(at);
    let Some(above) = at.checked_sub(1) else { return false };
    let Some(below) = inks.get(at + 2) else { return false };
    credits[at + 1].as_ref().is_some_and(|credit| credit.is_photo)
        // 摄影报道 stands below the text that it signs.
        && !runs::is_report(inks[at + 1])
        && is_text(at)
        && inks[at].len() <= LONGEST
        && stop(inks[at]) == Stop::Full
        && is_text(above)
        && inks[above].len() >= SHORTEST_HALF
        && stop(inks[above]) == Stop::Open
        && is_text(at + 2)
        && stop(below) == Stop::Full
        && opening_date(below).is_none()
        && caption(below) == 0
}

/// Three short lines in a row and more stand above: what follows a poem is not its text.
fn is_under_verses(inks: &[&[Ink]], at: usize) -> bool {
    const VERSES: usize = 3;
    const LONGEST: usize = 16;
    let short = |ink: &&&[Ink]| ink.len() <= LONGEST && stop(ink) == Stop::Open;
    inks[..at].iter().rev().take(VERSES).filter(short).count() == VERSES
}

/// 桐花雪 over one paragraph, and under it the photographer: a picture with a title.
fn is_titled_picture(inks: &[&[Ink]], credits: &[Option<Credit>], at: usize) -> bool {
    const LONGEST: usize = 160;
    const LONGEST_TITLE: usize = 20;
    let Some(title) = at.checked_sub(1) else { return false };
    let signs = credits.get(at + 1).and_then(Option::as_ref);
    signs.is_some_and(|credit| {
        credit.is_photo || credit.is_pictured && is_under_pictures(inks, title)
    }) && (LONG / 2..=LONGEST).contains(&inks[at].len())
        && stop(inks[at]) == Stop::Full
        && credits[title].is_none()
        && inks[title].len() <= LONGEST_TITLE
        && stop(inks[title]) == Stop::Open
}

/// The title stands below 图片新闻, with nothing but pictures between them: whoever made text and picture wrote what stands under the picture.
fn is_under_pictures(inks: &[&[Ink]], title: usize) -> bool {
    const REACH: usize = 10;
    let near = (title.saturating_sub(REACH)..title).rev().map(|at| super::bare(inks[at]));
    let label = near.into_iter().find(|plain| super::rubric(plain) > 0);
    label.is_some_and(super::shows_pictures)
}

#[cfg(test)]
mod tests {
    #[test]
    fn between_the_halves_of_a_sentence_stands_a_picture() {
        let text = "河口镇的梨卖到海边\n\n本报记者 王明\n\n天刚亮,河口镇的梨园里已经有人摘果,一筐一筐抬到路边,等着装车。\n\n\
            镇里去年建起两座冷库,又请来懂行的人教大家分级装箱,把\n\n\
            新茶上市,上河村的茶农忙着采摘、杀青、装袋。\n\n通讯员 石玉琳 摄\n\n每一个梨都卖出了好价钱。\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let blocks: Vec<usize> = page.articles.iter().map(|article| article.blocks.len()).collect();
        assert_eq!(blocks, [3, 2]);
        assert_eq!(page.articles[0].blocks[2].spans.len(), 2);
    }

    #[test]
    fn the_paragraphs_of_a_picture_between_two_halves_may_be_cut_as_well() {
        let text = "河口镇的梨卖到海边\n\n本报记者 王明\n\n天刚亮,河口镇的梨园里已经有人摘果,一筐一筐抬到路边,等着装车。\n\n\
            镇里去年建起两座冷库,又请来懂行的人教大家分级装箱,把\n\n\
            5月3日,上河村的茶农忙着采摘、杀青、装袋。\n\n该村去年引来大棚栽培的办法,采摘期由二十天拉长到两个月,三百多名村民\n\n\
            在家门口务工。\n\n通讯员 石玉琳 摄\n\n每一个梨都卖出了好价钱。\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let blocks: Vec<Vec<usize>> = page
            .articles
            .iter()
            .map(|article| article.blocks.iter().map(|block| block.spans.len()).collect())
            .collect();
        assert_eq!(blocks, [vec![1, 1, 2], vec![1, 2, 1]]);
    }

    #[test]
    fn a_paragraph_between_a_signed_text_and_whoever_made_text_and_picture_is_a_picture() {
        let text = "武昌鱼“上学”记\n\n一群特殊的“学生”住进了河口镇的循环水车间,它们是五千尾鱼,正在接受“不挑食”训练。\n\n（胡汉文）\n\n\
            渡口镇的莲农在套养鳜鱼的莲塘里采摘头茬藕带。该镇推广“莲鱼共生”,亩平增收一千五百元。\n\n周 帆 文/图\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let names: Vec<&str> =
            page.articles.iter().map(|article| article.bylines[0].name.as_str()).collect();
        assert_eq!(names, ["胡汉文", "周帆"]);
    }

    #[test]
    fn whoever_photographed_and_wrote_a_text_has_its_counted_pictures_below_it() {
        let text = "渡口的修船人\n\n本报记者 周帆 摄影报道\n\n石有根在河口镇修了四十年木船,徒弟走了一个又一个,他还守着那口油锅,一条船要修半个月。\n\n\
            ①石有根在给船底填麻丝。\n\n②一口油锅用了四十年,锅沿缺了两块。\n\n③修好的船下水了。\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let kinds: Vec<edition::BlockKind> =
            page.articles[0].blocks.iter().map(|block| block.kind).collect();
        use edition::BlockKind::*;
        assert_eq!(kinds[2..], [Caption, Caption, Caption]);
    }

    #[test]
    fn the_cut_text_under_a_picture_goes_on_above_whoever_photographed_and_wrote_it() {
        let text = "河滩上的龙舟赛\n\n5月28日,上河村的桨手在河滩上参加抢标比赛。\n\n\
            当天,河口镇办起第五届龙舟赛,设直道竞速、旱地拔河、蒙眼敲锣等项\n\n目,引来八个村的四百多人参加。\n\n秦朗 周帆 摄影报道\n\n\
            渡口的柳树绿了,一位老人在树下拉二胡。\n\n石玉琳 摄\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let blocks: Vec<usize> = page.articles.iter().map(|article| article.blocks.len()).collect();
        assert_eq!(blocks, [3, 2]);
    }

    #[test]
    fn a_short_line_over_marked_items_is_their_label() {
        let text = "社区活动\n\n◎义诊:市中医院七月五日上午在河口镇卫生院义诊,来的人请带上旧病历。\n\n\
            ◎戏曲:剧团七月六日晚上在旧戏台唱《打金枝》,不收门票,坐满为止。\n\n◎讲座:农技站七月八日下午讲秋菜怎么育苗,讲完答疑。\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        assert_eq!(page.articles.len(), 3);
        assert_eq!(page.rubrics.len(), 1);
    }
}

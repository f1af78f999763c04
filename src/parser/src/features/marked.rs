//! Which items are marked alike, each with ★ or ◆ before it?

use crate::cursor::{ends_with, is_han};
use crate::newshead::is_bullet;
use crate::opening::{Stop, stop};
use crate::piece::Piece;
use crate::source::Ink;
use crate::wordlist::Words;
use crate::words::READERS;

/// The pieces of a page. A credit that was split off the end of an item is part of the item.
pub struct Marked<'a> {
    pub inks: &'a [&'a [Ink]],
    pub pieces: &'a [Piece],
}

/// Items behind which nobody looks for the end of a list.
const MOST_ITEMS: usize = 60;

impl Marked<'_> {
    /// It has a mark, and the item below it has the same.
    pub fn is_listed(&self, at: usize) -> bool {
        self.next_alike(at).is_some()
    }

    /// It tells something, and so does the item below it, which has its mark: behind the end of another text several items
    /// begin. Of eleven such lists on the written pages nine are of items of their own; a list of points, ◆贷款贴息:…,
    /// belongs to its text.
    pub fn opens_items(&self, at: usize) -> bool {
        let next = self.next_alike(at);
        next.is_some_and(|next| tells(self.inks[at]) && tells(self.inks[next]))
    }

    /// It has a mark, and the item above it or below it has the same.
    pub fn is_among(&self, at: usize) -> bool {
        // The item above may be cut in two.
        const NEAR: usize = 2;
        let before = (0..at).rev().filter(|before| !self.pieces[*before].trails);
        before.take(NEAR).any(|before| self.are_alike(before, at)) || self.is_listed(at)
    }

    /// 下各镇 连日来…: it opens with a place set off by a space, as the item above it or below it does.
    pub fn is_led_by_place(&self, at: usize) -> bool {
        let own = |at: usize| !self.pieces[at].trails;
        let before = (0..at).rev().find(|before| own(*before));
        let after = (at + 1..self.inks.len()).find(|after| own(*after));
        let is_led = |at: usize| own(at) && opens_with_place_apart(self.inks[at]);
        is_led(at) && [before, after].into_iter().flatten().any(is_led)
    }

    /// 市民孔先生问:…?市住建局答复:…: it opens with whoever asks, and has the answer, as the item above it or below it does;
    /// or 《河口志》:…, with the book that it tells of. Behind the last of them no text goes on.
    pub fn opens_alike(&self, at: usize) -> bool {
        [asks_and_answers as fn(&[Ink]) -> bool, opens_with_work].into_iter().any(|tells| {
            let is = |at: usize| self.inks.get(at).is_some_and(|ink| tells(ink));
            let is_one = is(at) && (is(at + 1) || at.checked_sub(1).is_some_and(is));
            is_one
                && (at + 1..at + MOST_ITEMS).find(|at| !is(*at)).is_none_or(|end| self.closes(end))
        })
    }

    /// A label may stand above it: a list begins, of items that are marked, signed or opened alike.
    pub fn opens_list(&self, at: usize, is_signed: &dyn Fn(usize) -> bool) -> bool {
        const LENGTHS: std::ops::RangeInclusive<usize> = 14..=120;
        let is_item = |at: usize| {
            self.inks.get(at).is_some_and(|ink| {
                LENGTHS.contains(&ink.len()) && stop(ink) == Stop::Full && is_signed(at + 1)
            })
        };
        let is_signed_list = || {
            let mut items = (at..at + MOST_ITEMS).step_by(2);
            is_item(at)
                && is_item(at + 2)
                && items.find(|at| !is_item(*at)).is_none_or(|end| self.closes(end))
        };
        self.is_listed(at) || is_signed_list() || self.opens_alike(at)
    }

    /// The page ends here, or a title stands here.
    fn closes(&self, at: usize) -> bool {
        const LONGEST_TITLE: usize = 30;
        self.inks.get(at).is_none_or(|ink| ink.len() <= LONGEST_TITLE && stop(ink) != Stop::Full)
    }

    /// The item below it, where that has its mark.
    fn next_alike(&self, at: usize) -> Option<usize> {
        let next = (at + 1..self.inks.len()).find(|next| !self.pieces[*next].trails);
        next.filter(|next| self.are_alike(at, *next))
    }

    fn are_alike(&self, one: usize, other: usize) -> bool {
        let mark = self.inks[one][0].c;
        is_bullet(mark) && self.inks[other][0].c == mark
    }
}

/// A sentence or several, and no point with its name before it.
fn tells(ink: &[Ink]) -> bool {
    const SHORTEST: usize = 24;
    const LONGEST_NAME: usize = 16;
    ink.len() >= SHORTEST
        && stop(ink) == Stop::Full
        && !ink.iter().take(LONGEST_NAME).any(|ink| ink.c == ':')
}

/// A question with whoever asks before it, and its answer, in one paragraph.
fn asks_and_answers(ink: &[Ink]) -> bool {
    const LONGEST_ASKER: usize = 18;
    static ANSWERS: Words =
        Words::of(&["答复:", "回复:", "解答:", "回应:", "答:", "答复说", "回复说"]);
    let Some(colon) = ink.iter().take(LONGEST_ASKER).position(|ink| ink.c == ':') else {
        return false;
    };
    READERS.open(ink)
        && ends_with(&ink[..colon], "问")
        && (colon + 1..ink.len()).any(|at| ANSWERS.open(&ink[at..]))
}

/// 《河口志》:…
fn opens_with_work(ink: &[Ink]) -> bool {
    const LONGEST_NAME: usize = 20;
    const SHORTEST: usize = 24;
    let close = ink.iter().take(LONGEST_NAME).position(|ink| ink.c == '》');
    ink.len() >= SHORTEST
        && ink[0].c == '《'
        && close.is_some_and(|close| ink.get(close + 1).is_some_and(|next| next.c == ':'))
}

/// 安洲街道 启动…: a place of this size, a space, and a sentence.
fn opens_with_place_apart(ink: &[Ink]) -> bool {
    const PLACE: std::ops::RangeInclusive<usize> = 2..=6;
    const SHORTEST: usize = 16;
    static PLACES: Words = Words::of(&["镇", "乡", "街道", "县", "区", "市", "村", "旗", "社区"]);
    let Some(end) = ink.iter().skip(1).position(|ink| ink.spaced).map(|end| end + 1) else {
        return false;
    };
    let tells = ink.iter().any(|ink| matches!(ink.c, ',' | '。'));
    ink.len() >= SHORTEST
        && tells
        && PLACE.contains(&end)
        && ink[..end].iter().all(|ink| is_han(ink.c))
        && PLACES.end(&ink[..end])
}

#[cfg(test)]
mod tests {
    use ::edition::BlockKind;

    #[test]
    fn items_that_open_with_a_place_and_a_space_are_a_list() {
        let text = "河口镇修好老桥\n\n　　本报讯(记者 王明)4月23日,河口镇的老桥修好了,村民又可以从桥上走过河去赶集。\n\n\
            基层动态\n\n下各镇 连日来,该镇组织电工为二百户老人检查线路,换了插座九十个。\n\n\
            田市镇 河边的百亩荷田本周迎来今年第一批学生,孩子们在荷田边观鸟。\n\n\
            安洲街道 启动夜巡进小区行动,网格员和业主一起走,一晚上走三遍。\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let rubrics: Vec<_> = page.articles[1..].iter().map(|one| one.rubric.as_deref()).collect();
        assert_eq!(rubrics, [Some("基层动态"); 3]);
    }

    #[test]
    fn items_that_end_with_their_writers_are_a_list_whatever_they_open_with() {
        let text = "河口镇修好老桥\n\n本报讯(记者 王明)4月23日,河口镇的老桥修好了,村民又可以从桥上走过河去赶集。\n\n\
            文坛信息\n\n本报讯 河口诗社近日编印诗抄一册,收录本地作者的诗词三百首。(贾松)\n\n\
            9月10日,渡口县举办竹编与诗联展,六十件作品与观众见面。(唐莉)\n\n\
            市作协改稿会日前结束,十二名青年作者参加,七篇作品当场留用。(文海)\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let signed: Vec<&str> =
            page.articles.iter().map(|one| one.bylines[0].name.as_str()).collect();
        assert_eq!(signed, ["王明", "贾松", "唐莉", "文海"]);
    }

    #[test]
    fn items_that_open_or_end_alike_are_a_list_under_a_label_that_nobody_knows() {
        let above = "河口镇修好老桥\n\n本报讯(记者 王明)4月23日,河口镇的老桥修好了,村民又可以从桥上走过河去赶集。";
        let told = |items: &str| {
            let text = format!("{above}\n\n{items}");
            let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
            page.articles[1..].iter().map(|one| one.rubric.clone()).collect::<Vec<_>>()
        };
        let signed = "三餐四季\n\n单位食堂挂牌“光盘行动”,盛菜的勺子还是大号的。想节约,先换勺子。(贾松)\n\n\
            把“暂停服务”改成“下午两点回来”,一个字没多,心意全变了。(唐莉)\n";
        assert_eq!(told(signed), [Some("三餐四季".to_owned()), Some("三餐四季".to_owned())]);
        let asked = "有话就讲\n\n市民孔先生问:电梯加装后,一楼住户的公摊面积怎么算?市住建局答复:不计入房屋产权面积。\n\n\
            读者咸女士问:孩子的医保参保地填错了,能改吗?市医保局答复:在集中参保期内可以先退后缴。\n";
        assert_eq!(told(asked), [Some("有话就讲".to_owned()), Some("有话就讲".to_owned())]);
        let books = "案头新到\n\n《第五面墙》:一位乡村教师二十二年的手记,四面墙之外,还有一面墙,叫作沉默。\n\n\
            《天象课》:用一根竹竿的影子讲四季,书里有七个可以在院子里做的实验,孩子都爱做。\n";
        assert_eq!(told(books), [Some("案头新到".to_owned()), Some("案头新到".to_owned())]);
    }

    #[test]
    fn items_behind_the_end_of_a_text_are_their_own_and_points_are_its() {
        let articles = |items: &str| {
            let text = format!(
                "河口镇修好老桥\n\n本报讯(记者 王明)4月23日,河口镇的老桥修好了,村民又可以从桥上走过河去赶集。\n\n{items}"
            );
            crate::parse_page("甲.txt", &text, &crate::Context::default()).articles.len()
        };
        let items = "◇渡口诗社昨天编印了今年的头一本诗抄,收了本地作者的诗词三百首。\n\n\
            ◇上河村的戏班子把老戏本抄了一遍,一百二十出戏一出也没有落下。\n";
        assert_eq!(articles(items), 3);
        let points = "◇收费标准：过桥不收钱，载货的车每吨一元，赶集的日子减半，由村里收。\n\n\
            ◇开放时间：早上五点到夜里十点，发大水的时候关桥，由镇里通知各个村子。\n";
        assert_eq!(articles(points), 1);
    }

    #[test]
    fn items_with_one_mark_are_a_list_under_its_label_and_no_captions() {
        let text = "河口镇修好老桥\n\n本报讯(记者 王明)4月23日,河口镇的老桥修好了,村民又可以从桥上走过河去赶集。\n\n\
            三言两语\n\n▲河口镇的茶农昨天开始采摘今年的头一批春茶,一天采了三百斤。(沈芸)\n\n\
            ▲上河村的水渠清完了淤,三百亩秧田又有了水,比去年早了十天。(周帆)\n\n\
            ▲下河村的旧戏台修好以后昨天唱了头一场戏,来看的有五百多人。(杜晓)\n";
        // So they are where the dump cut the second of them in two.
        let cut = text.replace("又有了水,", "又有了\n\n水,");
        for text in [text, &cut] {
            let page = crate::parse_page("甲.txt", text, &crate::Context::default());
            let briefs = &page.articles[1..];
            assert_eq!(briefs.len(), 3);
            for brief in briefs {
                assert_eq!(brief.rubric.as_deref(), Some("三言两语"));
                assert!(brief.blocks.iter().all(|block| block.kind != BlockKind::Caption));
            }
        }
    }
}

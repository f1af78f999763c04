//! Is it an advertisement, or the label of several?

use crate::cursor::{ends_with, starts_with};
use crate::source::Ink;
use crate::wordlist::Words;

/// 广告: a label of one advertisement or of several.
pub fn names_ad(ink: &[Ink]) -> bool {
    crate::features::bare(ink).iter().map(|ink| ink.c).eq("广告".chars())
}

/// ●急售:手扶拖拉机一台, 寻人:谭某,女: what the item of a list of notices is about, and a colon.
pub fn opens_as_ad(ink: &[Ink]) -> bool {
    static KINDS: Words = Words::of(&[
        "急售", "出售", "转让", "急转", "出租", "招租", "求租", "求购", "收购", "遗失", "挂失",
        "寻人", "寻物", "招领", "启事", "声明", "招聘", "急聘", "征婚", "求职", "更正",
    ]);
    let start = ink.iter().take_while(|ink| crate::newshead::is_bullet(ink.c)).count();
    let plain = &ink[start..];
    KINDS
        .opening(plain)
        .is_some_and(|kind| plain.get(kind.chars().count()).is_some_and(|mark| mark.c == ':'))
}

/// 房产: what a page tells of the trade is news as often as advertisements.
pub fn may_head_news(ink: &[Ink]) -> bool {
    crate::features::bare(ink).iter().map(|ink| ink.c).eq("房产".chars())
}

/// 分类广告, 招聘, 房产信息: what stands below is one notice a line.
pub fn heads_ads(ink: &[Ink]) -> bool {
    static ADS: Words = Words::of(&[
        "分类广告",
        "分类信息",
        "便民广告",
        "招聘",
        "招聘信息",
        "人才招聘",
        "房产",
        "房产信息",
        "出租",
        "出售",
        "求租",
        "求购",
        "转让",
        "供求",
        "供求信息",
        "便民信息",
        "挂失",
        "遗失",
        "遗失声明",
        "遗失启事",
        "小启",
        "声明公告",
        "招工",
        "寻人",
    ]);
    const LONGEST: usize = 6;
    static ENDS: Words = Words::of(&["广告", "招聘", "招生", "工快讯", "工信息"]);
    // 供求热线, 租售快递
    const OPENINGS: [&str; 4] = ["供求", "租售", "买卖", "征婚"];
    let plain = crate::features::bare(ink);
    let is = |word: &str| plain.len() == word.chars().count() && ends_with(plain, word);
    ADS.end(plain) && ADS.iter().any(is)
        || plain.len() <= LONGEST
            && (ENDS.end(plain) || OPENINGS.iter().any(|word| starts_with(plain, word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn an_item_that_opens_with_its_kind_is_a_notice_where_the_next_one_is() {
        let text = "水渠清淤完工\n\n本报讯(记者 王晓明)7月3日,上河村的两条水渠清完了淤,秧田不再缺水。\n\n\
            信息服务台\n\n●急售:河口镇农机站有手扶拖拉机两台,八成新。\n\n●求购:本人长期收购花生秧,干度六成以上。\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let kinds: Vec<_> = page.articles[1..].iter().map(|one| one.blocks[0].kind).collect();
        assert_eq!(kinds, [::edition::BlockKind::Notice; 2]);
        let is = |text: &str| opens_as_ad(&Source::of(text).ink);
        assert!(is("寻人:谭某,女,71岁") && !is("转让土地的农户越来越多") && !is("声明如下:"));
    }
}

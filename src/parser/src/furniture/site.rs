//! Is this a line of the website that a dump was copied from, and of no paper? What is clicked, who may copy it, and where it
//! was first.

mod clicked;
mod fields;

pub use self::fields::writer_of;

use self::clicked::{is_clicked, is_mark};
use self::fields::is_described;
use super::Matter;
use crate::cursor::{contains, ends_with, is_han, starts_with};
use crate::source::Ink;
use crate::wordlist::Words;

/// The rule for lines of a website.
pub const SITE: &str = "网页上的行";

/// What a line of a website tells, where it is one.
pub fn site(ink: &[Ink]) -> Option<Matter> {
    let matter = |is_guide| Matter { is_guide, why: SITE, ..Matter::default() };
    if lists_titles(ink) {
        return Some(matter(true));
    }
    (is_clicked(ink) || is_code(ink) || invites(ink) || is_described(ink) || is_owned(ink))
        .then(|| matter(false))
}

/// 标题导航, 版面目录, 往期推荐: titles of the page, of other days, or the pages of the issue, stand below it.
fn lists_titles(ink: &[Ink]) -> bool {
    static LABELS: Words = Words::of(&[
        "标题导航",
        "版面导航",
        "版面目录",
        "版面列表",
        "版面概览",
        "本版目录",
        "本版标题",
        "本版新闻",
        "本版文章",
        "本版新闻列表",
        "标题列表",
        "文章列表",
        "往期推荐",
        "往期精选",
        "往期回顾",
        "精彩推荐",
        "热门推荐",
    ]);
    let start = ink.iter().take_while(|ink| is_mark(ink.c)).count();
    let end = ink.len() - ink[start..].iter().rev().take_while(|ink| is_mark(ink.c)).count();
    let label = &ink[start..end];
    LABELS.opening(label).is_some_and(|word| word.chars().count() == label.len())
}

/// ![](images/1.jpg), ```markdown, <!-- 第2页 -->: what a program wrote for a picture, around all of it, and for itself.
fn is_code(ink: &[Ink]) -> bool {
    let is_picture = || starts_with(ink, "!【") && contains(ink, "】(") && ends_with(ink, ")");
    let is_fence = || {
        let word = ink.get(3..).unwrap_or_default();
        starts_with(ink, "```") && word.iter().all(|ink| ink.c.is_ascii_alphabetic())
    };
    let is_comment = || starts_with(ink, "<!--") && ends_with(ink, "-->");
    // Most lines open with another character.
    ink.first().is_some_and(|first| matches!(first.c, '!' | '`' | '<'))
        && (is_picture() || is_fence() || is_comment())
}

/// 当前位置:首页 > 数字报, 点击上方“河东融媒”关注我们, — END —: where the reader is, and what they are asked to do.
fn invites(ink: &[Ink]) -> bool {
    const LONGEST: usize = 60;
    static PATHS: Words =
        Words::of(&["当前位置", "您的位置", "您现在的位置", "您所在的位置", "所在位置"]);
    static ASKS: Words = Words::of(&[
        "欢迎访问",
        "您好,欢迎访问",
        "您好!欢迎访问",
        "原标题:",
        "扫描二维码",
        "扫描上方二维码",
        "扫描下方二维码",
        "扫一扫,关注",
        "微信扫一扫",
        "点击上方",
        "点击蓝字",
        "点击关注",
        "点击下方",
        "点击阅读原文",
        "长按识别",
        "长按二维码",
        "扫码关注",
        "扫描二维码关注",
        "扫一扫关注",
        "点个“在看”",
        "点个在看",
        "点亮“在看”",
        "点亮在看",
    ]);
    let plain = ink.iter().filter(|ink| ink.c.is_alphanumeric()).map(|ink| ink.c);
    let is_path = || {
        PATHS
            .opening(ink)
            .is_some_and(|word| ink.get(word.chars().count()).is_some_and(|next| next.c == ':'))
    };
    let asks = || ASKS.open(ink) && !ink.iter().any(|ink| ink.c == '。');
    // 河东日报数字报
    static NAMES: Words =
        Words::of(&["报数字报", "报数字版", "报电子版", "报数字报刊平台", "报多媒体数字版"]);
    let is_name = || NAMES.end(ink) && ink.iter().all(|ink| is_han(ink.c));
    // Most lines open with other characters.
    ink.len() <= LONGEST
        && (is_path()
            || is_name()
            || asks()
            || ink.len() <= "——END——".len() && plain.eq("END".chars()))
}

/// 版权所有:河东日报社 晋ICP备12345678号, 未经授权不得转载: who may copy it, and who keeps the site.
fn is_owned(ink: &[Ink]) -> bool {
    const LONGEST: usize = 100;
    const LONGEST_SENTENCE: usize = 50;
    static RECORDS: Words = Words::of(&[
        "ICP备",
        "ICP证",
        "公网安备",
        "AllRightsReserved",
        "Allrightsreserved",
        "ALLRIGHTSRESERVED",
        "技术支持:",
        "ProducedBy",
        "PoweredBy",
        "Copyright©",
        "Copyright(",
        "COPYRIGHT©",
        "互联网新闻信息服务许可证",
        "增值电信业务经营许可证",
        "网络视听节目许可证",
        "广播电视节目制作经营许可证",
    ]);
    static FORBIDS: Words = Words::of(&[
        "不得转载",
        "禁止转载",
        "严禁转载",
        "请勿转载",
        "禁止复制",
        "不得复制",
        "建立镜像",
    ]);
    if ink.len() > LONGEST {
        return false;
    }
    let is_holder = || {
        let next = ink.get("版权所有".chars().count());
        starts_with(ink, "版权所有") && next.is_none_or(|next| next.spaced || !is_han(next.c))
    };
    let opens = || {
        ["未经", "版权", "本网"].iter().any(|word| starts_with(ink, word))
            || contains(ink, "版权所有,未经")
    };
    let forbids = || ink.len() <= LONGEST_SENTENCE && opens() && FORBIDS.stand(ink);
    is_holder() || forbids() || RECORDS.stand(ink) && !contains(ink, "。")
}

#[cfg(test)]
mod tests {
    use crate::furniture::matter;
    use crate::source::Source;

    fn why(line: &str) -> Option<&'static str> {
        matter(&Source::of(line).ink).map(|matter| matter.why)
    }

    #[test]
    fn what_asks_and_lists_is_no_text() {
        for line in [
            "【版面导航】",
            "当前位置：首页 > 数字报 > 第03版",
            "点击上方“河东融媒”关注我们",
            "河东日报数字报",
            "—END—",
            "![](images/1.jpg)",
            "![图1 渡口的石阶](images/1.jpg)",
            "```markdown",
            "<!-- 第2页 -->",
        ] {
            assert_eq!(why(line), Some(super::SITE), "{line}");
        }
        assert_eq!(why("原标题党"), None);
    }

    #[test]
    fn who_owns_a_site_is_no_text() {
        for line in [
            "版权所有：河东日报社 晋ICP备12345678号",
            "Copyright © 2025 All Rights Reserved 河东日报社",
            "未经授权禁止转载",
            "版权所有",
            "晋公网安备 14080202000001号",
        ] {
            assert_eq!(why(line), Some(super::SITE), "{line}");
        }
        for line in ["版权所有者维权难", "未经批准不得捕捞", "他查了网站的ICP备案号。号码是假的。"]
        {
            assert_eq!(why(line), None, "{line}");
        }
    }
}

//! Is this a line of the website that a dump was copied from, and of no paper? What is clicked, who may copy it, and where it
//! was first.

mod cells;
mod clicked;
mod fields;

pub use self::fields::writer_of;

use self::cells::{is_menu, is_site_in_cells};
use self::clicked::{Clicked, clicked, is_mark};
use self::fields::is_counted;
pub use self::fields::is_described;
use super::Matter;
use crate::cursor::{contains, ends_with, find, starts_with};
use crate::source::Ink;
use crate::wordlist::{Chars, Words};

/// The rule for lines of a website.
pub const SITE: &str = "网页上的行";

/// What a line of a website tells, where it is one for sure.
pub fn site(ink: &[Ink]) -> Option<Matter> {
    let is_guide = lists_titles(ink);
    let is_site = is_guide
        || clicked(ink) == Clicked::Surely
        || is_code(ink)
        || is_path(ink)
        || is_menu(ink)
        || is_site_in_cells(ink)
        || is_site_name(ink)
        || invites(ink)
        || is_owned(ink);
    is_site.then(|| Matter { is_guide, why: SITE, ..Matter::default() })
}

/// Whether controls may stand at the end of a line of fields.
pub fn may_have_controls(ink: &[Ink]) -> bool {
    static WORDS: Words = Words::of(&["字号", "字体", "字级", "分享", "打印", "收藏"]);
    static FIELDS: Words = Words::of(&["来源", "作者", "记者", "稿源", "文/", "时间"]);
    FIELDS.open(ink) && WORDS.stand(ink)
}

/// 字号:大 中 小, 【字号 大 中 小】, 分享到: and nothing else.
pub fn is_controls(ink: &[Ink]) -> bool {
    clicked(ink) == Clicked::Surely || clicked::is_control(ink)
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
        "本版新闻列表",
        "本版新闻",
        "本版文章",
        "标题列表",
        "文章列表",
        "往期推荐",
        "往期精选",
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

/// 当前位置:首页 > 数字报 > 第03版, 首页 > 新闻 > 民生: where the reader is.
fn is_path(ink: &[Ink]) -> bool {
    const LONGEST: usize = 60;
    static PATHS: Words = Words::of(&["当前位置", "您的位置", "您现在的位置", "您所在的位置"]);
    let is_told = PATHS
        .opening(ink)
        .is_some_and(|word| ink.get(word.chars().count()).is_some_and(|next| next.c == ':'));
    let steps = || ink.iter().filter(|ink| matches!(ink.c, '>' | '/' | '»' | '›')).count();
    ink.len() <= LONGEST && (is_told || starts_with(ink, "首页") && steps() > 0)
}

/// 河东日报数字报
fn is_site_name(ink: &[Ink]) -> bool {
    const LONGEST_PAPER: usize = 6;
    static NAMES: Words =
        Words::of(&["数字报", "数字版", "电子版", "电子报", "数字报刊平台", "多媒体数字版"]);
    NAMES.iter().any(|end| {
        let paper = ink.len().saturating_sub(end.chars().count());
        paper <= LONGEST_PAPER && ends_with(ink, end) && super::is_paper(&ink[..paper])
    })
}

/// 点击上方“河东融媒”关注我们, — END —: what readers of a page on a telephone are asked to do, and where it ends.
fn invites(ink: &[Ink]) -> bool {
    const LONGEST: usize = 60;
    static ASKS: Words = Words::of(&[
        "扫描二维码",
        "扫描上方二维码",
        "扫描下方二维码",
        "扫一扫",
        "微信扫一扫",
        "点击上方",
        "点击蓝字",
        "点击下方",
        "点击阅读原文",
        "长按识别",
        "长按二维码",
        "扫码关注",
        "点击关注",
        "喜欢就点",
        "点个“在看”",
        "点个在看",
        "点亮“在看”",
        "点亮在看",
    ]);
    // 扫描二维码领鸡蛋要当心 and 点击关注河口的蓝天 ask for nothing.
    static ENDS: Words = Words::of(&[
        "关注",
        "我们",
        "关注哦",
        "订阅",
        "订阅哦",
        "更多人",
        "阅读原文",
        "”",
        "融媒",
        "发布",
        "日报",
        "晚报",
        "吧",
    ]);
    static SEEN: Words = Words::of(&["关注", "在看", "订阅", "阅读原文"]);
    // (本条视频时长1分12秒,点击播放)
    static PLAYS: Words = Words::of(&["点击播放", "点击观看", "点击查看"]);
    let plays = || {
        matches!(ink, [open, inside @ .., close]
        if open.c == '(' && close.c == ')' && PLAYS.end(inside))
    };
    let plain = ink.iter().filter(|ink| ink.c.is_alphanumeric()).map(|ink| ink.c);
    let is_end = || ink.len() < ENDED && plain.eq("END".chars());
    const ENDED: usize = 12;
    let end = ink.len()
        - ink.iter().rev().take_while(|ink| !ink.c.is_alphanumeric() && ink.c != '”').count();
    ink.len() <= LONGEST
        && (ASKS.open(ink) && SEEN.stand(ink) && ENDS.end(&ink[..end]) || plays() || is_end())
}

/// 版权所有:河东日报社 晋ICP备12345678号, 未经授权不得转载: who may copy it, and who keeps the site.
fn is_owned(ink: &[Ink]) -> bool {
    const LONGEST: usize = 100;
    const LONGEST_SENTENCE: usize = 50;
    static RECORDS: Words = Words::of(&["ICP备", "ICP证", "公网安备", "网新办备", "新办备"]);
    static RIGHTS: Words = Words::of(&[
        "AllRightsReserved",
        "Allrightsreserved",
        "ALLRIGHTSRESERVED",
        "ProducedBy",
        "PoweredBy",
        "Copyright©",
        "Copyright(",
        "COPYRIGHT©",
        "&copy;",
    ]);
    static HOLDERS: Words =
        Words::of(&["报社", "日报", "晚报", "网", "集团", "中心", "公司", "电视台", "传媒"]);
    // Most lines have none of the characters without which none holds.
    static SIGNS: Chars = Chars::of("版备证权未免CcPA&");
    if !ink.iter().any(|ink| SIGNS.has(ink.c)) {
        return false;
    }
    // 【免责声明】本网转载内容仅代表作者个人观点。
    static DISCLAIMERS: Words =
        Words::of(&["【免责声明】", "免责声明:", "【版权声明】", "版权声明:"]);
    if DISCLAIMERS.open(ink) {
        return true;
    }
    if ink.len() > LONGEST || contains(ink, "。") {
        return false;
    }
    let words = "版权所有".chars().count();
    // 版权所有:河东日报社; 河东日报社版权所有; 版权所有者 is somebody else.
    let is_held = || {
        let at = find(ink, "版权所有").filter(|at| *at == 0 || HOLDERS.end(&ink[..*at]));
        at.is_some_and(|at| match &ink[at + words..] {
            [] => true,
            [mark, rest @ ..] if matches!(mark.c, ':' | '©' | '(') => HOLDERS.stand(rest),
            [mark, rest @ ..] if mark.c == ',' => {
                at > 0 && forbids(rest) || starts_with(rest, "未经") && forbids(rest)
            }
            [first, ..] => first.spaced && HOLDERS.stand(&ink[at + words..]),
        })
    };
    // 晋ICP备12345678号; 没有ICP备案 is said of one.
    let is_numbered = || {
        (0..ink.len()).any(|at| {
            RECORDS.opening(&ink[at..]).is_some_and(|word| {
                ink.get(at + word.chars().count()).is_some_and(|next| next.c.is_ascii_digit())
            })
        })
    };
    let is_alone = || ink.len() <= LONGEST_SENTENCE && starts_with(ink, "未经") && forbids(ink);
    is_held() || is_alone() || is_numbered() || RIGHTS.stand(ink)
}

/// …禁止转载, …不得复制或建立镜像: it ends so.
fn forbids(ink: &[Ink]) -> bool {
    static FORBIDDEN: Words = Words::of(&["转载", "复制", "镜像", "使用", "必究"]);
    static NOT: Words = Words::of(&["不得", "禁止", "严禁", "请勿"]);
    let end = ink.len() - ink.iter().rev().take_while(|ink| matches!(ink.c, '!' | '。')).count();
    NOT.stand(ink) && FORBIDDEN.end(&ink[..end])
}

/// Whether a line looks like one of a website, where the page has others: 下一页, 阅读 1234, 相关阅读:…
pub fn is_like_site(ink: &[Ink]) -> bool {
    const LONGEST_NAME: usize = 8;
    // 洄澜新闻网
    let is_name = ink.len() <= LONGEST_NAME
        && ["新闻网", "日报网", "晚报网"].iter().any(|end| ends_with(ink, end));
    is_name
        || clicked(ink) == Clicked::Maybe
        || is_counted(ink)
        || points_elsewhere(ink)
        || has_site_words(ink)
}

/// 相关阅读:渡口石阶铺好了, 上一篇:没有了: a title of what stands on another page.
fn points_elsewhere(ink: &[Ink]) -> bool {
    const LONGEST: usize = 60;
    static LABELS: Words = Words::of(&[
        "相关阅读",
        "相关新闻",
        "相关报道",
        "延伸阅读",
        "推荐阅读",
        "热点推荐",
        "热门推荐",
        "热门排行",
        "热门关键字",
        "热门关键词",
        "猜你喜欢",
        "精彩推荐",
        "上一篇",
        "下一篇",
        "原标题",
        "标签",
        "关键词",
    ]);
    ink.len() <= LONGEST
        && !contains(ink, "。")
        && LABELS.opening(ink).is_some_and(|word| {
            let rest = &ink[word.chars().count()..];
            rest.first().is_none_or(|next| next.c == ':' || next.spaced)
        })
}

/// 本文已有 4 条评论, 分享到 LINE 复制链接 0 则留言: two words of those that are clicked, and no sentence.
pub fn has_site_words(ink: &[Ink]) -> bool {
    const LONGEST: usize = 80;
    const FEWEST: usize = 2;
    static WORDS: Words = Words::of(&[
        "分享",
        "留言",
        "打印",
        "列印",
        "字号",
        "字体",
        "字级",
        "评论",
        "点赞",
        "收藏",
        "登录",
        "登入",
        "注册",
        "关闭",
        "复制链接",
        "复制连结",
        "返回",
        "首页",
        "上一篇",
        "下一篇",
        "上一版",
        "下一版",
        "阅读量",
        "浏览",
        "点击",
        "更新时间",
        "更新",
        "客户端",
        "数字报",
        "电子版",
        "会员",
        "订阅",
        "缩略图",
        "PDF",
        "在看",
        "赞",
        "视频",
        "即时",
        "投稿",
        "App",
        "APP",
        "分辨率",
        "浏览器",
        "二维码",
        "朗读",
        "听全文",
        "原创",
        "编辑",
        "责编",
        "审核",
        "终审",
        "校对",
        "来源",
        "正文",
        "责任编辑",
    ]);
    if ink.len() > LONGEST || ink.iter().any(|ink| matches!(ink.c, '。' | ',')) {
        return false;
    }
    let (mut at, mut found) = (0, 0);
    while at < ink.len() {
        let word = WORDS.opening(&ink[at..]);
        found += usize::from(word.is_some());
        at += word.map_or(1, |word| word.chars().count());
    }
    found >= FEWEST
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
        for line in [
            "扫描二维码领鸡蛋要当心",
            "点击关注运城的蓝天",
            "欢迎访问归来的代表团",
            "今起可读河东日报数字版",
            "所在位置：河口镇渡口街",
            "扫码关注公众号了解详情",
            "首页新闻",
        ] {
            assert_eq!(why(line), None, "{line}");
        }
    }

    #[test]
    fn who_owns_a_site_is_no_text() {
        for line in [
            "版权所有：河东日报社 晋ICP备12345678号",
            "Copyright © 2025 All Rights Reserved 河东日报社",
            "未经授权禁止转载",
            "版权所有",
            "晋公网安备 14080202000001号",
            "河东日报社版权所有，未经书面授权禁止复制或建立镜像",
        ] {
            assert_eq!(why(line), Some(super::SITE), "{line}");
        }
        for line in ["版权所有者维权难", "未经批准不得捕捞", "他查了网站的ICP备案号。号码是假的。"]
        {
            assert_eq!(why(line), None, "{line}");
        }
    }
}

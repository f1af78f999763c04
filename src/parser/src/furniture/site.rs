//! Is this a line of the website that a dump was copied from, and of no paper? What is clicked, who may copy it, and where it
//! was first.

mod fields;

pub use self::fields::writer_of;

use self::fields::is_described;
use super::Matter;
use crate::cursor::{Cursor, contains, is_han, starts_with};
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
    (is_clicked(ink) || invites(ink) || is_described(ink) || is_owned(ink)).then(|| matter(false))
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

/// 上一版 下一版, 【打印】【关闭】, 字号:大 中 小, 上一版3 4下一版: nothing but what can be clicked.
fn is_clicked(ink: &[Ink]) -> bool {
    /// A section may be called 评论, a headline may be 收藏.
    const FEWEST: usize = 2;
    const LONGEST: usize = 100;
    static SURE: Words = Words::of(&[
        "上一版",
        "下一版",
        "上一期",
        "下一期",
        "上一篇",
        "下一篇",
        "上一页",
        "下一页",
        "上一条",
        "下一条",
        "标题导航",
        "版面导航",
        "版面目录",
        "版面概览",
        "返回目录",
        "返回首页",
        "返回主页",
        "返回顶部",
        "返回版面",
        "回到顶部",
        "返回列表",
        "全文复制",
        "复制全文",
        "复制链接",
        "打印本页",
        "打印本文",
        "打印此页",
        "关闭窗口",
        "关闭本页",
        "按日期查找",
        "按日期检索",
        "按日期查询",
        "日期检索",
        "报纸检索",
        "全文检索",
        "高级检索",
        "高级搜索",
        "往期查询",
        "过刊查询",
        "下载PDF",
        "PDF下载",
        "查看PDF",
        "本版PDF",
        "版面PDF",
        "PDF版",
        "网站首页",
        "报纸首页",
        "手机看报",
        "加入收藏",
        "设为首页",
        "分享到",
        "放大字体",
        "缩小字体",
        "点击查看大图",
        "点击放大",
        "查看原图",
        "阅读原文",
    ]);
    static OTHER: Words = Words::of(&[
        "放大",
        "缩小",
        "默认",
        "打印",
        "关闭",
        "复制",
        "收藏",
        "分享",
        "微信好友",
        "微信",
        "新浪微博",
        "腾讯微博",
        "微博",
        "QQ空间",
        "QQ好友",
        "朋友圈",
        "人人网",
        "豆瓣",
        "我要评论",
        "评论",
        "点赞",
        "在看",
        "朗读",
        "播放",
        "转发",
        "举报",
        "纠错",
        "下载",
        "PDF",
        "首页",
        "末页",
        "尾页",
        "上页",
        "下页",
        "上篇",
        "下篇",
        "前一页",
        "后一页",
        "前一期",
        "后一期",
        "返回",
        "目录",
        "搜索",
        "检索",
        "查询",
        "登录",
        "注册",
        "繁体",
        "简体",
        "客户端",
        "手机版",
        "数字报",
        "电子报",
        "字号",
        "字体",
        "全屏",
        "原版",
        "图文版",
        "文本版",
        "往期回顾",
        "往期",
        "更多",
        "扫一扫",
        "二维码",
        "联系我们",
        "关于我们",
        "网站地图",
        "广告服务",
        "法律声明",
        "版权声明",
        "友情链接",
        "大",
        "中",
        "小",
    ]);
    let mut cursor = Cursor::of(ink);
    let skip = |cursor: &mut Cursor| while cursor.eat_if(is_mark).is_some() {};
    skip(&mut cursor);
    // Most lines open with another character.
    if ink.len() > LONGEST || !SURE.may_open(cursor.rest()) && !OTHER.may_open(cursor.rest()) {
        return false;
    }
    let (mut sure, mut words, mut other) = (false, false, 0);
    while !cursor.is_done() {
        if cursor.eat_of(&SURE).is_some() {
            sure = true;
        } else if let Some(word) = cursor.eat_of(&OTHER) {
            words |= word.len() > '大'.len_utf8();
            other += 1;
        } else {
            return false;
        }
        skip(&mut cursor);
    }
    sure || words && other >= FEWEST
}

/// 当前位置:首页 > 数字报, 点击上方“河东融媒”关注我们, — END —: where the reader is, and what they are asked to do.
fn invites(ink: &[Ink]) -> bool {
    const LONGEST: usize = 60;
    static PATHS: Words =
        Words::of(&["当前位置", "您的位置", "您现在的位置", "您所在的位置", "所在位置"]);
    static ASKS: Words = Words::of(&[
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
    // Most lines open with other characters.
    ink.len() <= LONGEST
        && (is_path() || asks() || ink.len() <= "——END——".len() && plain.eq("END".chars()))
}

/// What stands between what can be clicked.
fn is_mark(c: char) -> bool {
    c.is_ascii_digit() || c != '。' && !c.is_ascii_alphabetic() && !is_han(c)
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
    fn what_is_clicked_is_no_text() {
        for line in [
            "上一版 下一版",
            "上一版3 4下一版",
            "◄上一篇　下一篇►",
            "标题导航",
            "【版面导航】",
            "返回目录 放大 缩小 全文复制 上一篇 下一篇",
            "【打印】【关闭】",
            "字号：大 中 小",
            "分享到：微信 新浪微博 QQ空间",
            "阅读原文",
        ] {
            assert_eq!(why(line), Some(super::SITE), "{line}");
        }
        for line in ["评论", "收藏", "大中小", "下一篇写什么", "返回家乡", "首页新闻", "放大镜"]
        {
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
        ] {
            assert_eq!(why(line), Some(super::SITE), "{line}");
        }
        for line in ["版权所有者维权难", "未经批准不得捕捞", "他查了网站的ICP备案号。号码是假的。"]
        {
            assert_eq!(why(line), None, "{line}");
        }
    }
}

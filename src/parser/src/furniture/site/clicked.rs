//! Can all of it be clicked? 上一版 下一版, 放大 缩小 默认.

use crate::cursor::{Cursor, is_han};
use crate::source::Ink;
use crate::wordlist::Words;

/// What a paper may say, too: sections are called 评论, headlines 收藏.
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
    "字级",
    "日历",
    "登入",
    "留言",
    "列印",
    "即时",
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
    "联络我们",
    "隐私权政策",
    "隐私权声明",
    "隐私政策",
    "隐私声明",
    "服务条款",
    "使用条款",
    "订阅电子报",
    "会员中心",
    "网站导览",
    "网站声明",
    "刊登广告",
    "广告刊登",
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

/// Whether a line is made of what can be clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clicked {
    No,
    /// 下一页, 收藏 分享: a line of a paper may say so, too.
    Maybe,
    Surely,
}

/// 上一版 下一版, 【打印】【关闭】, 字号:大 中 小, 上一版3 4下一版: nothing but what can be clicked.
pub fn clicked(ink: &[Ink]) -> Clicked {
    const SIZES: usize = 3;
    const MANY: usize = 4;
    const LONGEST: usize = 100;
    /// Nothing else is called so.
    static ALONE: Words = Words::of(&[
        "标题导航",
        "版面导航",
        "返回目录",
        "返回首页",
        "返回主页",
        "返回顶部",
        "返回版面",
        "返回列表",
        "回到顶部",
        "全文复制",
        "复制全文",
        "复制链接",
        "打印本页",
        "打印本文",
        "打印此页",
        "关闭窗口",
        "关闭本页",
        "阅读原文",
        "暂无评论",
        "点击查看大图",
        "请继续往下阅读",
        "文章正文",
        "分享到",
        "扫一扫在手机打开当前页",
        "在手机打开当前页",
    ]);
    /// A page of a book, or a title, may be called so.
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
        "版面目录",
        "版面概览",
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
        "分享:",
        "放大字体",
        "缩小字体",
        "点击放大",
        "查看原图",
        "写留言",
        "相关文章",
        "正文",
    ]);
    let mut cursor = Cursor::of(ink);
    let skip = |cursor: &mut Cursor| while cursor.eat_if(is_mark).is_some() {};
    skip(&mut cursor);
    // 3 上一篇
    let figures = cursor.rest().iter().take_while(|ink| ink.c.is_ascii_digit()).count();
    if cursor.rest().get(figures).is_some_and(|next| matches!(next.c, '上' | '下')) {
        cursor.at += figures;
    }
    let opens = |rest: &[Ink]| {
        rest.first().is_some_and(|first| first.c.is_ascii_uppercase())
            || [&ALONE, &SURE, &OTHER].iter().any(|list| list.may_open(rest))
    };
    // Most lines open with another character.
    if ink.len() > LONGEST || !opens(cursor.rest()) {
        return Clicked::No;
    }
    let (mut sure, mut alone, mut words, mut other, mut sizes) = (0, false, false, 0, 0);
    let mut codes = Vec::new();
    while !cursor.is_done() {
        let start = cursor.at;
        if cursor.eat_of(&ALONE).is_some() {
            alone = true;
        } else if let Some(word) = cursor.eat_of(&SURE) {
            sure += 1;
            // 下一篇:渡口石阶铺好了
            if word.ends_with('篇') && cursor.peek() == Some(':') {
                return Clicked::Maybe;
            }
            // 上一版3 4下一版; 上一期 02 11 are numbers of a lottery.
            while !word.ends_with('期') && cursor.eat_if(|c| c.is_ascii_digit()).is_some() {}
        } else if let Some(word) = cursor.eat_of(&OTHER) {
            words |= word.len() > '大'.len_utf8();
            other += 1;
            // 点赞 38 收藏 4
            static COUNTED: Words = Words::of(&["点赞", "收藏", "评论", "留言", "在看", "分享"]);
            while COUNTED.end(&ink[..start + word.chars().count()])
                && cursor.eat_if(|c| c.is_ascii_digit()).is_some()
            {}
        } else if let Some(code) = code(&mut cursor) {
            codes.push(code);
        } else if cursor.eat("A") {
            sizes += 1;
        } else {
            return Clicked::No;
        }
        skip(&mut cursor);
    }
    let is_set = ink.iter().any(|ink| matches!(ink.c, '【' | '|' | ':' | '>' | '/'));
    // A- A A+, 字级:A A A
    if !codes.is_empty() && !are_pages(&codes) {
        return Clicked::No;
    }
    alone |= !codes.is_empty();
    other += usize::from(sizes > 1);
    words |= sizes >= SIZES;
    if sizes >= SIZES
        || alone
        || sure > 1
        || sure == 1 && other > 0
        || words && (other >= MANY || other > 1 && is_set)
    {
        return Clicked::Surely;
    }
    if sure > 0 || words && other > 1 { Clicked::Maybe } else { Clicked::No }
}

/// 日历, 赞: one word that is clicked, where all beside it say that they are.
pub fn is_one_word(ink: &[Ink]) -> bool {
    const LONGEST: usize = 4;
    ink.len() <= LONGEST && OTHER.opening(ink).is_some_and(|word| word.chars().count() == ink.len())
}

/// 字体:大 中 小: one word that can be clicked, and how large.
pub fn is_control(ink: &[Ink]) -> bool {
    static SIZES: Words = Words::of(&["字号", "字体", "字级"]);
    SIZES.open(ink) && ink.iter().skip(2).all(|ink| "大中小A+-:【】()".contains(ink.c))
}

/// A01 A02 A03 B01: the pages of an issue, each letter from its first page on. K51 T17 are trains.
fn are_pages(codes: &[(char, u32)]) -> bool {
    const FEWEST: usize = 3;
    let follows = |pair: &[(char, u32)]| {
        let ((letter, number), (next, other)) = (pair[0], pair[1]);
        next == letter && other == number + 1 || next as u32 == letter as u32 + 1 && other == 1
    };
    codes.len() >= FEWEST && codes[0].1 == 1 && codes.windows(2).all(follows)
}

/// A01 as its letter and its number, of two figures.
fn code(cursor: &mut Cursor) -> Option<(char, u32)> {
    let rest = cursor.rest();
    let [letter, tens, ones, ..] = rest else { return None };
    let ends = rest.get(3).is_none_or(|next| !next.c.is_ascii_digit());
    let number = tens.c.to_digit(10)? * 10 + ones.c.to_digit(10)?;
    let is_code = letter.c.is_ascii_uppercase() && ends;
    cursor.at += if is_code { 3 } else { 0 };
    is_code.then_some((letter.c, number))
}

/// What stands between what can be clicked.
pub fn is_mark(c: char) -> bool {
    let is_quote = matches!(c, '“' | '”' | '《' | '》' | '。' | '?' | '!' | ',');
    !is_quote && !c.is_ascii_alphanumeric() && !is_han(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn what_is_clicked_is_no_text() {
        for line in [
            "上一版 下一版",
            "上一版3 4下一版",
            "◄上一篇　下一篇►",
            "标题导航",
            "返回目录 放大 缩小 全文复制 上一篇 下一篇",
            "【打印】【关闭】",
            "字号：大 中 小",
            "分享到：微信 新浪微博 QQ空间",
            "阅读原文",
            "A01 A02 A03 A04",
            "A- A A+",
            "返回目录　下一篇 4　放大⊕ 缩小⊖ 默认○ 朗读",
            "登入／註冊",
            "==== 文章正文 ====",
            "分享　留言　列印　字級 小 中 大",
            "聯絡我們 | 隱私權政策 | 訂閱電子報",
        ] {
            assert_eq!(clicked(&Source::of(line).ink), Clicked::Surely, "{line}");
        }
        for line in [
            "评论",
            "收藏",
            "大中小",
            "下一篇写什么",
            "返回家乡",
            "首页新闻",
            "放大镜",
            "A01",
            "A1 A2 B1 B2",
            "K51 T17 Z15 D28",
            "A12 A15 B23 B31",
            "上一期 02 11 13 22",
            "微信 120 微博 80",
            "“点赞”评论",
            "原标题党",
        ] {
            assert_eq!(clicked(&Source::of(line).ink), Clicked::No, "{line}");
        }
        for line in ["下一页", "收藏 分享", "正文", "下一篇：渡口石阶铺好了", "打印 复制 下载"]
        {
            assert_eq!(clicked(&Source::of(line).ink), Clicked::Maybe, "{line}");
        }
    }
}

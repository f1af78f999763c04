//! Is this a line of the website that a dump was copied from, and of no paper? What is clicked, who may copy it, and where it
//! was first.

mod cells;
mod clicked;
mod fields;
mod owned;

pub use self::fields::{has_minute, is_described, writer_of};

use self::cells::{is_menu, is_site_in_cells};
use self::clicked::{Clicked, clicked, is_mark};
use self::fields::{is_counted, is_one_field};
use self::owned::is_owned;
use super::Matter;
use crate::cursor::{Cursor, contains, ends_with, is_han, starts_with};
use crate::source::Ink;
use crate::wordlist::Words;

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
    static FIELDS: Words =
        Words::of(&["来源:", "作者:", "记者:", "稿源:", "时间:", "来源|", "作者|"]);
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

/// ```markdown, <!-- 第2页 -->: what a program wrote for a picture, around all of it, and for itself.
fn is_code(ink: &[Ink]) -> bool {
    let is_fence = || {
        let word = ink.get(3..).unwrap_or_default();
        starts_with(ink, "```") && word.iter().all(|ink| ink.c.is_ascii_alphabetic())
    };
    // <!DOCTYPE html>, <!-- 第2页 -->
    let is_comment = || starts_with(ink, "<!") && ends_with(ink, ">");
    // Most lines open with another character.
    ink.first().is_some_and(|first| matches!(first.c, '`' | '<')) && (is_fence() || is_comment())
}

/// 当前位置:首页 > 数字报 > 第03版, 河口新闻网 > 地方 > 上河: where the reader is.
fn is_path(ink: &[Ink]) -> bool {
    const LONGEST: usize = 60;
    static PATHS: Words = Words::of(&["当前位置:", "您的位置:", "您现在的位置:", "您所在的位置:"]);
    let is_step = |ink: &Ink| matches!(ink.c, '>' | '/' | '»' | '›');
    let steps = ink.iter().filter(|ink| is_step(ink)).count();
    let is_spaced = ink.get(2).is_some_and(|ink| is_step(ink) && ink.spaced);
    ink.len() <= LONGEST
        && steps > 0
        && (PATHS.open(ink)
            || starts_with(ink, "首页") && (steps > 1 || is_spaced)
            || has_steps(ink))
}

/// Names with > between them, twice or more: 河口新闻网 > 地方 > 上河.
fn has_steps(ink: &[Ink]) -> bool {
    const FEWEST: usize = 3;
    const NAME: std::ops::RangeInclusive<usize> = 2..=10;
    let names = || ink.split(|ink| matches!(ink.c, '>' | '»' | '›'));
    let is_name = |name: &[Ink]| NAME.contains(&name.len()) && name.iter().all(|ink| is_han(ink.c));
    names().count() >= FEWEST && names().all(is_name)
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
    const LONGEST_NAME: usize = 10;
    static ASKS: Words = Words::of(&[
        "扫描二维码",
        "扫描上方二维码",
        "扫描下方二维码",
        "微信扫一扫",
        "扫一扫",
        "点击上方蓝字",
        "点击上方",
        "点击蓝字",
        "点击下方",
        "长按识别二维码",
        "长按二维码",
        "扫码关注",
        "点击关注",
        "喜欢就点个",
        "点个",
        "点亮",
    ]);
    static DEEDS: Words = Words::of(&["可以订阅", "关注我们", "关注", "订阅", "“在看”", "在看"]);
    static ENDS: Words = Words::of(&[
        "我们",
        "分享给更多人",
        "更多精彩",
        "吧",
        "哦",
        "融媒",
        "发布",
        "日报",
        "晚报",
        "公众号",
    ]);
    static PLAYS: Words = Words::of(&["点击播放", "点击观看", "点击查看"]);
    if ink.len() > LONGEST {
        return false;
    }
    // (本条视频时长1分12秒,点击播放)
    let plays = || {
        matches!(ink, [open, inside @ .., close]
            if open.c == '(' && close.c == ')' && PLAYS.end(inside)
                && (contains(inside, "视频") || contains(inside, "音频")))
    };
    let plain = ink.iter().filter(|ink| ink.c.is_alphanumeric()).map(|ink| ink.c);
    let is_end = || ink.len() <= LONGEST_NAME && plain.eq("END".chars());
    let mut cursor = Cursor::of(ink);
    let Some(ask) = cursor.eat_of(&ASKS) else { return is_end() || plays() };
    let skip = |cursor: &mut Cursor| while cursor.eat_if(|c| is_mark(c) || c == ',').is_some() {};
    let quoted = |cursor: &mut Cursor| {
        let rest = cursor.rest();
        let end = rest.iter().take(LONGEST_NAME).position(|ink| ink.c == '”');
        let is_quoted = rest.first().is_some_and(|first| first.c == '“');
        cursor.at += end.filter(|_| is_quoted).map_or(0, |end| end + 1);
    };
    skip(&mut cursor);
    // 点个“在看”, 点击上方“河东融媒”关注我们
    let mut is_deed = cursor.eat_of(&DEEDS).is_some() || ask.ends_with("关注");
    if !is_deed {
        quoted(&mut cursor);
        is_deed = cursor.eat_of(&DEEDS).is_some();
    }
    quoted(&mut cursor);
    let rest = cursor.rest();
    let marks = rest.iter().rev().take_while(|ink| !ink.c.is_alphanumeric()).count();
    let name = &rest[..rest.len() - marks];
    is_deed && (name.is_empty() || name.len() <= LONGEST_NAME && ENDS.end(name))
}

/// 2024-07-17 18:22, and no more: when a website put a text up, or a row of a timetable.
pub fn is_minute(ink: &[Ink]) -> bool {
    has_minute(ink) && is_one_field(ink)
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
        || is_one_field(ink)
        || points_elsewhere(ink)
        || site_words(ink) == Some(true)
}

/// What stands before the titles of other pages.
static ELSEWHERE: Words = Words::of(&[
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

/// 延伸阅读, and nothing else.
pub fn heads_list(ink: &[Ink]) -> bool {
    ELSEWHERE.opening(ink).is_some_and(|word| word.chars().count() == ink.len())
}

/// 相关阅读:渡口石阶铺好了, 上一篇:没有了: a title of what stands on another page.
fn points_elsewhere(ink: &[Ink]) -> bool {
    const LONGEST: usize = 60;
    ink.len() <= LONGEST
        && !contains(ink, "。")
        && ELSEWHERE.opening(ink).is_some_and(|word| {
            let rest = &ink[word.chars().count()..];
            rest.first().is_none_or(|next| next.c == ':' || next.spaced)
        })
}

/// 本文已有 4 条评论 我要评论: two words of those that are clicked, and no sentence.
pub fn has_site_words(ink: &[Ink]) -> bool {
    site_words(ink).is_some()
}

/// Whether little else stands in a line that has two words of those that are clicked; `None` where it has not.
fn site_words(ink: &[Ink]) -> Option<bool> {
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
        "浏览人次",
        "浏览",
        "点击",
        "更新时间",
        "客户端",
        "数字报",
        "电子版",
        "会员",
        "订阅",
        "缩略图",
        "PDF",
        "在看",
        "阅读",
        "即时",
        "App",
        "APP",
        "分辨率",
        "浏览器",
        "二维码",
        "朗读",
        "听全文",
        "写留言",
        "责任编辑",
        "责编",
        "编辑",
        "审核",
        "终审",
        "校对",
        "正文",
        "本文已有",
        "我要",
        "报纸",
        "版面",
        "赞",
        "到",
    ]);
    if ink.len() > LONGEST || ink.iter().any(|ink| matches!(ink.c, '。' | ',')) {
        return None;
    }
    let (mut at, mut found, mut rest) = (0, 0, 0);
    while at < ink.len() {
        let word = WORDS.opening(&ink[at..]).map_or(0, |word| word.chars().count());
        found += usize::from(word > 1);
        rest += usize::from(word == 0 && is_han(ink[at].c));
        at += word.max(1);
    }
    (found >= FEWEST).then_some(rest <= found)
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
            "河口新聞網 ＞ 地方 ＞ 上河",
            "点击上方“河东融媒”关注我们",
            "河东日报数字报",
            "—END—",
            "```markdown",
            "<!-- 第2页 -->",
        ] {
            assert_eq!(why(line), Some(super::SITE), "{line}");
        }
        for line in [
            "扫描二维码领鸡蛋要当心",
            "点击关注 村里孩子的“朋友圈”",
            "扫一扫 就能订阅更多人",
            "当前位置：无人区",
            "首页>人生",
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
}

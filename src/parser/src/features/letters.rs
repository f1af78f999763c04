//! Is it a letter, a question or an answer on a readers' page?

use super::LONG;
use crate::credit::Credit;
use crate::cursor::{contains, find, is_han, starts_with};
use crate::opening::{Stop, stop};
use crate::source::Ink;
use crate::wordlist::Words;
use crate::words::READERS;

/// 读者刘女士问: …, 问: …, 市民陈先生来电: …: an item of questions and answers opens.
pub fn is_question(ink: &[Ink]) -> bool {
    const LONGEST_ASKER: usize = 12;
    // 市民陈先生来电: the paper is asked by telephone, too.
    static ENDS: Words = Words::of(&["问", "来电", "来信", "反映", "咨询", "求助"]);
    let colon = ink.iter().take(LONGEST_ASKER).position(|ink| ink.c == ':');
    colon.is_some_and(|colon| colon > 0 && ENDS.end(&ink[..colon]))
}

/// 某小区业主来电:…, 读者一口气转来三条短信…: somebody tells the paper what went wrong.
pub fn complains(ink: &[Ink]) -> bool {
    const SOON: usize = 12;
    static TELLS: Words = Words::of(&[
        "反映", "来电", "来信", "转来", "投诉", "举报", "求助", "发帖", "留言", "打来",
    ]);
    let soon = |words: &Words| (0..SOON.min(ink.len())).find(|at| words.open(&ink[*at..]));
    soon(&READERS).zip(soon(&TELLS)).is_some_and(|(who, tells)| who < tells)
}

/// 读者来信:别把老街改名了, 读者来信:能否添几盏灯?: so short a line is the headline over the letter, and so is one that
/// asks without a mark.
pub fn heads_letter(ink: &[Ink]) -> bool {
    const LONGEST: usize = 28;
    let is_letter = find(ink, "来信:").is_some();
    let ends = ink.iter().filter(|ink| matches!(ink.c, '。' | '?' | '!')).count();
    ink.len() < LONG && stop(ink) == Stop::Open
        || is_letter && ink.len() <= LONGEST && ends < 2 && !ink.iter().any(|ink| ink.c == '。')
}

/// 编辑同志:, 尊敬的家长:, 记者您好!
pub fn is_salutation(ink: &[Ink]) -> bool {
    const LONGEST: usize = 14;
    static WHOM: Words = Words::of(&[
        "同志",
        "同志们",
        "先生",
        "女士",
        "老师",
        "编辑",
        "朋友",
        "朋友们",
        "您好",
        "你好",
        "部",
    ]);
    const OF_PAPER: [&str; 6] = ["编辑", "记者", "读者", "主编", "总编", "报社"];
    // 尊敬的 opens a letter to whomever.
    static DEAR: Words = Words::of(&["尊敬的", "亲爱的", "敬爱的"]);
    let [told @ .., last] = ink else { return false };
    // 全县广大干部群众:
    let is_dear =
        last.c == ':' && (DEAR.open(told) || contains(told, "广大")) && !contains(told, ",");
    // 责任编辑同志,
    static OF_PAGE: Words = Words::of(&["责任", "本版", "执行"]);
    let office = OF_PAGE.opening(told).map_or(0, |word| word.chars().count());
    // 记者采访李先生, goes on.
    let is_named = match last.c {
        ':' | '!' => OF_PAPER.iter().any(|word| contains(told, word)),
        ',' => OF_PAPER.iter().any(|word| *word != "记者" && starts_with(&told[office..], word)),
        _ => false,
    };
    let is_to_paper = is_named && WHOM.end(told);
    ink.len() <= LONGEST && (is_dear || is_to_paper)
}

/// 市社保中心负责人答记者问, 呼吸科主任为您支招: who answers, under what is asked.
pub fn answers(ink: &[Ink]) -> bool {
    const LONGEST: usize = 24;
    static ENDS: Words = Words::of(&[
        "答记者问",
        "答读者问",
        "支招",
        "支您几招",
        "支你几招",
        "答疑",
        "解惑",
        "为您解答",
    ]);
    ink.len() <= LONGEST && ENDS.end(ink)
}

/// A line over whoever is asked, as 专访六段女棋士黎采洁 or 答者:水产站站长, and the text or its writer below that.
pub fn is_over_asked(inks: &[&[Ink]], credits: &[Option<Credit>], at: usize) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 6..=28;
    const LONGEST_LEFT: usize = 36;
    static OPENINGS: Words = Words::of(&["对话", "专访", "对谈", "答者", "受访者", "受访人"]);
    let [here, asked, below, ..] = &inks[at..] else { return false };
    let is_line = |at: usize| credits[at].is_none();
    let has_text = below.len() >= LONG || credits[at + 2].as_ref().is_some_and(|by| !by.is_photo);
    is_line(at)
        && is_line(at + 1)
        && (6..LONGEST_LEFT).contains(&here.len())
        && !here.iter().any(|ink| ink.c == '。')
        && LENGTHS.contains(&asked.len())
        && OPENINGS.open(asked)
        && !asked.iter().any(|ink| matches!(ink.c, '。' | ',' | '?' | '!'))
        && has_text
}

/// 河口镇秋收见闻, 城北菜场涨价调查: of what kind the text is, and of what, under its headline.
pub fn tells_kind(ink: &[Ink]) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 6..=30;
    static KINDS: Words = Words::of(&[
        "见闻", "侧记", "纪实", "调查", "探访", "走访", "特写", "速写", "素描", "剪影", "透视",
        "扫描", "综述", "述评", "回眸", "纪行", "启示",
    ]);
    // 县教育局介入调查, 县委书记深夜走访 tell what was done.
    static DEEDS: Words = Words::of(&["调查", "走访", "探访"]);
    static HOW: Words = Words::of(&[
        "介入", "展开", "开展", "进行", "接受", "立案", "启动", "开始", "着手", "配合", "协助",
        "正在", "彻底", "深夜", "连夜", "实地", "上门", "深入", "现场", "亲自", "带队",
    ]);
    let is_deed = || DEEDS.end(ink) && HOW.end(&ink[..ink.len() - 2]);
    LENGTHS.contains(&ink.len()) && KINDS.end(ink) && !is_deed()
}

/// 甲级联赛第五轮综述, 节前市场扫描: so a kicker may end, too.
pub fn sums_up(ink: &[Ink]) -> bool {
    static KINDS: Words = Words::of(&["综述", "述评", "扫描"]);
    tells_kind(ink) && KINDS.end(ink)
}

/// 热力公司回复:…: whoever answers what the text above asks.
pub fn is_reply(ink: &[Ink]) -> bool {
    const LONGEST: usize = 18;
    static ENDS: Words = Words::of(&["回复", "答复", "回应", "回音", "解答"]);
    let colon = ink.iter().take(LONGEST).position(|ink| ink.c == ':');
    colon.is_some_and(|colon| {
        ENDS.end(&ink[..colon]) && ink[..colon].iter().all(|ink| is_han(ink.c))
    })
}

/// 胡水根同志:你来信说的… below a letter that 胡水根 signed: it answers that letter.
pub fn answers_signer(inks: &[&[Ink]], credits: &[Option<Credit>], at: usize) -> bool {
    const NEAR: usize = 4;
    const LONGEST_NAME: usize = 4;
    static TITLES: Words = Words::of(&["同志", "先生", "女士", "同学", "老师", "朋友", "读者"]);
    let colon = inks[at].iter().take(LONGEST_NAME + 3).position(|ink| ink.c == ':');
    let Some(told) = colon.map(|colon| &inks[at][..colon]) else { return false };
    let whom = TITLES.end(told).then(|| &told[..told.len() - 2]).filter(|whom| whom.len() > 1);
    let is_signer = |above: usize| {
        let people = credits[above].iter().flat_map(|credit| &credit.people);
        people.into_iter().any(|person| {
            let name = inks[above][person.name.clone()].iter().map(|ink| ink.c);
            whom.is_some_and(|whom| name.eq(whom.iter().map(|ink| ink.c)))
        })
    };
    (at.saturating_sub(NEAR)..at).any(is_signer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn a_paper_is_asked_by_telephone_and_by_letter() {
        let asks = |text: &str| is_question(&Source::of(text).ink);
        assert!(asks("市民陈先生来电:路灯不亮,找谁?") && asks("读者来信:路灯不亮。"));
        assert!(!asks("陈先生说:路灯不亮。") && !asks("市民陈先生来电说路灯不亮。"));
    }

    #[test]
    fn whoever_complains_is_said_before_what_he_did() {
        let is = |text: &str| complains(&Source::of(text).ink);
        assert!(is("河口镇读者费先生反映:路灯不亮。") && is("某小区业主来电:电梯停了。"));
        assert!(is("读者一口气转来三条短信,说法都一样。"));
        assert!(!is("记者来到河口镇,居民都说路灯不亮。") && !is("来信说,读者都看到了。"));
    }

    #[test]
    fn a_line_with_a_comma_is_the_title_of_a_complaint() {
        let text = "买回的鸡会“长胖”\n\n河口镇读者费先生反映:在集市上买的活鸡三斤二两,到家称只有二斤七两,鸡嗉里全是沙。\n\n\
            电梯停了,九楼老人二十天没下楼\n\n某小区业主来电:电费由物业代收,物业却欠着供电所的钱,公共用电停了,电梯也停了。\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let heads = page.articles.iter().flat_map(|article| &article.headline);
        let heads: Vec<&str> = heads.map(|span| span.of(text)).collect();
        assert_eq!(heads, ["买回的鸡会“长胖”", "电梯停了,九楼老人二十天没下楼"]);
    }

    #[test]
    fn a_letter_opens_with_whom_it_is_to() {
        let is = |text: &str| is_salutation(&Source::of(text).ink);
        assert!(is("尊敬的家长:") && is("亲爱的同学们:") && is("编辑同志:"));
        assert!(is("责任编辑老师:") && is("總編先生,") && is("编辑部:") && !is("编辑提醒:"));
        assert!(!is("记者采访李先生,") && !is("记者来到项目部,"));
        assert!(is("责任编辑同志,") && is("编辑同志们:") && is("本版编辑老师,"));
        assert!(is("全县广大干部群众:") && !is("广大干部群众,他说:"));
        assert!(!is("尊敬的老人") && !is("亲爱的同学,他说:") && !is("家长:"));
    }

    #[test]
    fn a_kind_of_text_is_no_deed() {
        let tells = |text: &str| tells_kind(&Source::of(text).ink);
        assert!(tells("城北菜场涨价调查") && tells("渡口老街的走访"));
        assert!(!tells("县教育局介入调查") && !tells("县委书记深夜走访"));
    }

    #[test]
    fn whoever_answers_is_told_by_the_opening_or_the_end() {
        let replies = |text: &str| is_reply(&Source::of(text).ink);
        assert!(replies("供热公司回复:阀门已经换好,今天恢复供热。"));
        assert!(!replies("供热公司:阀门已经换好。") && !replies("他回复说,阀门已经换好。"));
        let is_answer = |text: &str| answers(&Source::of(text).ink);
        assert!(is_answer("县医院内科主任为您支招") && is_answer("县社保中心负责人答记者问"));
        assert!(!is_answer("专家支招的第二天"));
    }
}

//! Is it a notice, or its title?

use super::ads::heads_ads;
use crate::cursor::{contains, ends_with, is_han, starts_with};
use crate::source::Ink;
use crate::wordlist::{WordList, Words};
use std::sync::LazyLock;

/// Characters of a piece that are searched for them.
const NOTICE_LOOK: usize = 200;

/// Words of notices in the opening of a piece.
pub fn words(ink: &[Ink]) -> usize {
    NOTICES.count(&ink[..ink.len().min(NOTICE_LOOK)])
}

/// A text with several of them.
pub fn is_notice(ink: &[Ink]) -> bool {
    const FEWEST: usize = 2;
    crate::opening::stop(ink) == crate::opening::Stop::Full && words(ink) >= FEWEST
}

/// A full sentence with one of them.
pub fn is_plain_notice(ink: &[Ink]) -> bool {
    crate::opening::stop(ink) == crate::opening::Stop::Full && words(ink) > 0
}

static NOTICES: LazyLock<WordList> = LazyLock::new(|| WordList::of(NOTICE_WORDS));

const NOTICE_WORDS: [&str; 97] = [
    "来稿请",
    "来稿须",
    "投稿邮箱",
    "稿酬",
    "自留底稿",
    "请各",
    "现将",
    "予以公布",
    "予以公示",
    "各有关单位",
    "如有异议",
    "无异议",
    "举殡",
    "灵柩",
    "走失",
    "走散",
    "酬谢",
    "重谢",
    "拾到",
    "拾获",
    "认领",
    "退股",
    "概与本人无",
    "诚聘",
    "诚征",
    "急招",
    "急聘",
    "招聘",
    "月薪",
    "底薪",
    "月入",
    "待遇",
    "包吃",
    "食宿",
    "面议",
    "平米",
    "出租",
    "分租",
    "出售",
    "转让",
    "有意者",
    "参考价",
    "保证金",
    "日更",
    "有牌",
    "绕行",
    "封闭施工",
    "奠礼",
    "寿终",
    "遗失",
    "声明作废",
    "特此",
    "公告如下",
    "债权人",
    "债权",
    "本院受理",
    "开庭",
    "被告",
    "原告",
    "拍卖",
    "竞买",
    "招标",
    "投标",
    "联系人",
    "联系电话",
    "身份证号",
    "营业执照",
    "公章",
    "注销",
    "清算",
    "不慎",
    "丢失",
    "作废",
    "兹有",
    "兹定于",
    "兹因",
    "敬请",
    "逾期",
    "自公告之日",
    "公示期",
    "停电",
    "停水",
    "报名时间",
    "讣",
    "逝世",
    "享年",
    "告别仪式",
    "治丧",
    "哀告",
    "谨此",
    "叩谢",
    "重酬",
    "恕不另",
    "恳辞",
    "谨订于",
    "谨定于",
    "履历至",
];

static NOTICE_TITLES: Words = Words::of(&[
    "寻人",
    "预告",
    "公告",
    "通告",
    "声明",
    "启事",
    "公示",
    "讣告",
    "讣闻",
    "通知",
    "遗失声明",
    "遗失启事",
    "更正",
    "更正启事",
    "致歉",
    "招聘",
    "招标公告",
    "拍卖公告",
    "注销公告",
    "减资公告",
    "清算公告",
    "认尸启事",
    "寻人启事",
    "寻亲公告",
    "致读者",
    "告读者",
    "招生简章",
    "招考简章",
    "招聘简章",
    "鸣谢",
    "遗失作废",
    "征婚",
    "招租",
]);

pub fn is_title(ink: &[Ink]) -> bool {
    const LONGEST_TITLE: usize = 30;
    let plain = crate::features::bare(ink);
    plain.len() <= LONGEST_TITLE
        && plain.iter().all(|ink| {
            is_han(ink.c)
                || matches!(ink.c, '(' | ')' | '《' | '》' | '、' | '“' | '”')
                || ink.c.is_ascii_digit()
        })
        && NOTICE_TITLES.end(plain)
        && !closes(plain)
}

/// 特此公告: the formula that ends a notice, on a line of its own.
fn closes(ink: &[Ink]) -> bool {
    starts_with(ink, "特此")
}

/// 有知其下落者请…, 来稿请寄…, 遵照本人遗愿…: what a notice says behind its first paragraph.
pub fn goes_on(ink: &[Ink]) -> bool {
    static OPENINGS: Words = Words::of(&[
        "有知",
        "有知情",
        "有线索",
        "有见",
        "有拾",
        "如有",
        "若有",
        "知情者",
        "望知情",
        "凡知",
        "望",
        "敬请",
        "特此",
        "必有重谢",
        "联系电话",
        "联系人",
        "有意者",
        "应征",
        "来稿请",
        "投稿请",
        "逾期",
        "遵照本人",
        "遵照其",
        "遵其",
        "丧事",
        "追悼会",
        "告别仪式",
        "遗体告别",
    ]);
    OPENINGS.open(ink)
}

/// …特此公告。 …声明作废。: a notice that is complete.
pub fn is_closed(ink: &[Ink]) -> bool {
    let ink = match ink {
        [text @ .., mark] if mark.c == '。' => text,
        _ => ink,
    };
    let last = &ink[ink.len().saturating_sub("特此公告".chars().count())..];
    starts_with(last, "特此") || ends_with(ink, "声明作废")
}

/// …敬希准时出席。会长郑秀明启: whoever gives notice signs at its end.
pub fn is_signed(ink: &[Ink]) -> bool {
    const SHORTEST: usize = 20;
    static SIGNS: Words =
        Words::of(&["启", "谨启", "敬启", "同启", "泣启", "谨告", "敬告", "泣告", "叩谢", "同叩"]);
    ink.len() >= SHORTEST && SIGNS.end(ink) && ink.iter().any(|ink| matches!(ink.c, '。' | ','))
}

/// 遗失声明, 分类广告: over items that have nothing to do with each other; 讣告 may be over one.
pub fn lists_items(ink: &[Ink]) -> bool {
    const LISTS: [&str; 8] = ["遗失", "挂失", "声明", "分类", "招聘", "信息", "广告", "作废"];
    heads_ads(ink) || LISTS.iter().any(|word| contains(ink, word))
}

/// 展示时间:7月5日, 联系电话:…: what a notice lists.
pub fn is_field(ink: &[Ink]) -> bool {
    const LONGEST_KEY: usize = 6;
    const LONGEST_ADDRESS: usize = 30;
    static KEYS: Words = Words::of(&[
        "时间",
        "地点",
        "地址",
        "店址",
        "厂址",
        "校址",
        "电话",
        "联系人",
        "负责人",
        "热线",
        "邮箱",
        "账号",
        "开户行",
        "费用",
        "对象",
        "网址",
    ]);
    let colon = ink.iter().take(LONGEST_KEY + 1).position(|ink| ink.c == ':');
    // 各学院、各部门: whom it is sent to.
    if starts_with(ink, "各") && ends_with(ink, ":") && ink.len() <= LONGEST_ADDRESS {
        return true;
    }
    // 一等奖:王秀兰 李 明 陈桂芳: a list of names under its key.
    const FEWEST_NAMES: usize = 3;
    let lists = |rest: &[Ink]| {
        rest.iter().all(|ink| is_han(ink.c))
            && rest.iter().filter(|ink| ink.spaced).count() >= FEWEST_NAMES
            && crate::people::has_family(rest)
    };
    colon.is_some_and(|colon| KEYS.end(&ink[..colon]) || lists(&ink[colon + 1..]))
}

/// 店址:河口镇中山路27号, 联系电话 0394-8266512, and nothing else: no notice is that by itself.
pub fn is_contact_field(ink: &[Ink]) -> bool {
    const LONGEST: usize = 48;
    const LONGEST_KEY: usize = 6;
    static KEYS: Words = Words::of(&[
        "地址",
        "店址",
        "厂址",
        "校址",
        "地点",
        "电话",
        "手机",
        "热线",
        "传真",
        "联系人",
        "邮箱",
        "网址",
        "报名时间",
        "营业时间",
    ]);
    let ends_key = |at: &usize| ink[*at].c == ':' || ink[*at].spaced || ink[*at].c.is_ascii_digit();
    let key = (2..ink.len().min(LONGEST_KEY + 1)).find(ends_key);
    // 二手手机 高价回收 is what a shop offers.
    static SPACED: Words = Words::of(&["电话", "传真", "地址", "店址"]);
    let is_told =
        |at: usize| ink[at].c == ':' || ink[at].c.is_ascii_digit() || SPACED.end(&ink[..at]);
    // 报社热线 is the paper's.
    static OF_PAPERS: Words = Words::of(&["社", "报", "刊", "新闻", "编辑", "投稿", "发行"]);
    let is_sentence = ink.len() > LONGEST
        || ink.iter().any(|ink| matches!(ink.c, '!' | '?'))
        // 报名地点:东路9号一楼,联系人小曾,电话0796-8212091
        || ink.split(|ink| ink.c == ',').skip(1).any(|part| KEYS.opening(part).is_none())
        || ink.iter().rev().skip(1).any(|ink| ink.c == '。');
    key.filter(|at| is_told(*at)).map(|at| &ink[..at]).is_some_and(|key| {
        KEYS.end(key) && (!OF_PAPERS.stand(key) || starts_with(key, "报名") || ends_with(key, "间"))
    }) && !is_sentence
}

/// …有意者请致电0394-8266512: with a number to call.
pub fn has_number(ink: &[Ink]) -> bool {
    const FEWEST_DIGITS: usize = 7;
    let is_part = |ink: &Ink| ink.c.is_ascii_digit() || matches!(ink.c, '-' | '*' | '(' | ')');
    let digits = |run: &[Ink]| run.iter().filter(|ink| ink.c.is_ascii_digit()).count();
    ink.chunk_by(|a, b| is_part(a) && is_part(b)).any(|run| digits(run) >= FEWEST_DIGITS)
}

/// 张立新: over 本院受理…: whom a court or an office gives notice.
pub fn addresses(ink: &[Ink], next: &[Ink]) -> bool {
    const LONGEST: usize = 24;
    static OFFICES: Words =
        Words::of(&["本院", "我院", "本局", "我局", "本委", "我委", "本会", "本机关"]);
    let [whom @ .., colon] = ink else { return false };
    colon.c == ':'
        && (2..=LONGEST).contains(&whom.len())
        && whom.iter().all(|ink| is_han(ink.c) || matches!(ink.c, '、' | '(' | ')'))
        && OFFICES.open(next)
}

/// 尊敬的用户:, 广大市民:, 各位股东: whom a notice is to, under its title.
pub fn greets(ink: &[Ink]) -> bool {
    const LONGEST: usize = 20;
    static WHOM: Words = Words::of(&["尊敬的", "亲爱的", "广大", "各位", "各"]);
    matches!(ink, [whom @ .., colon] if colon.c == ':'
        && whom.len() <= LONGEST
        && WHOM.open(whom)
        && !whom.iter().any(|ink| matches!(ink.c, ',' | '。' | ':')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn a_contact_is_told_by_its_mark_or_its_number() {
        let is = |text: &str| is_contact_field(&Source::of(text).ink);
        for line in [
            "联系电话 0394-8266512",
            "手机 13800000000",
            "店址 中山路27号",
            "联系人:王明",
            "报名地点:东路9号一楼,联系人小曾,电话0796-8212091。",
        ] {
            assert!(is(line), "{line}");
        }
        for line in [
            "苹果手机 分期免息",
            "二手手机 高价回收",
            "养生热线 送货到家",
            "地点:东路9号一楼,大家都去看看",
        ] {
            assert!(!is(line), "{line}");
        }
    }
}

//! Is it a notice, its title, or who signs one?

use crate::cursor::{Cursor, contains, ends_with, is_han, starts_with};
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

const NOTICE_WORDS: [&str; 89] = [
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

/// 有知其下落者请…, 如有异议…: what a notice says behind its first paragraph.
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
    ]);
    OPENINGS.open(ink)
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
        "电话",
        "联系人",
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
        "遗失声明",
        "遗失启事",
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

/// Who signs, or the day.
pub fn signs(ink: &[Ink]) -> bool {
    const LONGEST_SIGNER: usize = 40;
    static SIGNERS: Words = Words::of(&[
        "联合会",
        "基金会",
        "福利院",
        "救助站",
        "研究院",
        "研究所",
        "管理所",
        "总站",
        "幼儿园",
        "中学",
        "小学",
        "商会",
        "治丧小组",
        "治丧委员会",
        "筹备组",
        "领导小组",
        "法院",
        "公司",
        "委员会",
        "局",
        "办公室",
        "政府",
        "中心",
        "银行",
        "合作社",
        "学校",
        "大学",
        "学院",
        "医院",
        "厅",
        "支队",
        "大队",
        "协会",
        "联社",
        "信用社",
        "村委会",
        "居委会",
        "指挥部",
        "管理处",
        "事务所",
        "集团",
        "管理人",
        "副刊部",
        "编辑部",
        "组委会",
        "工会",
        "团委",
        "党委",
    ]);
    if ink.len() > LONGEST_SIGNER || ink.iter().any(|ink| matches!(ink.c, '。' | ',' | ';' | '“'))
    {
        return false;
    }
    // 孝男 某某 泣启, 某某公司 谨启
    const LONGEST_OFFICE: usize = 5;
    const OFFICES: [&str; 6] = ["务处", "事处", "保卫处", "办公室", "校工会", "校团委"];
    if ink.len() <= LONGEST_OFFICE && OFFICES.iter().any(|end| ends_with(ink, end)) {
        return true;
    }
    const MOURNERS: [&str; 8] = ["孝男", "孝女", "孝媳", "孝婿", "孝孙", "孝子", "孝眷", "未亡人"];
    if MOURNERS.iter().any(|word| starts_with(ink, word)) {
        return true;
    }
    static CLOSINGS: Words =
        Words::of(&["泣启", "敬启", "谨启", "敬告", "谨告", "叩谢", "泣告", "敬挽"]);
    if CLOSINGS.end(ink) {
        return true;
    }
    // 黄健威 启
    const LONGEST_NAME: usize = 6;
    if let [name @ .., last] = ink
        && last.c == '启'
        && last.spaced
        && (2..=LONGEST_NAME).contains(&name.len())
        && name.iter().all(|ink| is_han(ink.c))
    {
        return true;
    }
    let mut cursor = Cursor::of(ink);
    let day = |cursor: &mut Cursor| {
        cursor.year();
        cursor.month_day().is_some() && cursor.rest().iter().all(|ink| !is_han(ink.c))
    };
    if day(&mut cursor) {
        return true;
    }
    // 某某法院 2025年7月1日 on one line.
    let at = (1..ink.len())
        .find(|at| ink[*at].spaced && (ink[*at].c.is_ascii_digit() || ink[*at].c == '二'));
    let name = &ink[..at.unwrap_or(ink.len())];
    let dated = at.is_none_or(|at| day(&mut Cursor { ink, at }));
    const SHORTEST_SIGNER: usize = 5;
    const BODIES: [&str; 15] = [
        "本报",
        "管理局",
        "公安局",
        "治丧",
        "省",
        "市",
        "县",
        "区",
        "旗",
        "镇",
        "乡",
        "州",
        "公司",
        "法院",
        "事务所",
    ];
    dated
        && name.len() >= SHORTEST_SIGNER
        && SIGNERS.end(name)
        && BODIES.iter().any(|word| contains(name, word))
}

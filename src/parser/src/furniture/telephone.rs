//! Does a line give a telephone of the paper?

use crate::cursor::{Cursor, contains, ends_with, is_han, starts_with};
use crate::source::Ink;
use crate::wordlist::Words;

/// 河口日报社热线 8333999, 本报渡口办事处:中山路 电话2201234: the line opens with the paper.
pub fn reaches_paper(ink: &[Ink]) -> bool {
    opens_with_paper(ink) && gives_number(ink, |_, _| true)
}

/// 市民热线:88278866, 花莲服务处:林森路256号 订报专线:03-8324410, at the foot of a page. Offices and shops have such
/// lines, too: only the paper has these desks.
pub fn is_foot(ink: &[Ink]) -> bool {
    static OFFICES: Words =
        Words::of(&["采访部", "编辑部", "广告部", "发行部", "办事处", "服务处", "编辑室", "总社"]);
    gives_number(ink, |before, way| match way {
        "热线" | "专线" => DESKS.end(before) || OFFICES.end(before) || ends_with(before, "号"),
        "电话" => OFFICES.stand(before),
        _ => true,
    })
}

/// Whose telephones they are, before 热线.
static DESKS: Words = Words::of(&[
    "新闻",
    "市民",
    "读者",
    "报料",
    "爆料",
    "订报",
    "订阅",
    "发行",
    "广告",
    "投稿",
    "采访",
    "编辑",
    "报社",
    "日报",
    "晚报",
    "本报",
    "日报社",
    "晚报社",
]);

/// 来稿请附真实姓名,本报有删改权,一稿两投恕不采用, at the foot of a page: what whoever writes for it is asked.
pub fn asks_for_texts(ink: &[Ink]) -> bool {
    const LONGEST: usize = 110;
    static OPENINGS: Words =
        Words::of(&["来稿", "投稿", "惠稿", "赐稿", "欢迎来稿", "欢迎投稿", "来信"]);
    static TERMS: Words = Words::of(&[
        "一稿两投",
        "一稿多投",
        "删改权",
        "删节权",
        "真实姓名",
        "恕不退稿",
        "恕不退还",
        "有格稿纸",
        "自留底稿",
        "附回邮",
    ]);
    ink.len() <= LONGEST && OPENINGS.open(ink) && TERMS.stand(ink)
}

fn opens_with_paper(ink: &[Ink]) -> bool {
    const LONGEST: usize = 10;
    static NAMES: Words = Words::of(&["报社", "日报", "晚报"]);
    // 节假日报修热线 names none.
    static BEHIND: Words = Words::of(&["社", "热线", "专线", "电话", "办事处", "服务处"]);
    let han = ink.iter().take_while(|ink| is_han(ink.c)).count();
    let is_name = |end: usize| {
        NAMES.end(&ink[..end]) && (BEHIND.open(&ink[end..]) || DESKS.open(&ink[end..]))
    };
    starts_with(ink, "本报") || contains(ink, "报》") || (2..=han.min(LONGEST)).any(is_name)
}

/// A line without a sentence that gives the number of a telephone: directly behind 热线, and the end of what it says.
/// `is_of` is asked what stands before the way, and the way.
fn gives_number(ink: &[Ink], is_of: impl Fn(&[Ink], &str) -> bool) -> bool {
    const LONGEST: usize = 60;
    const FEWEST_DIGITS: usize = 5;
    const DIGITS: &str = "〇零一二三四五六七八九";
    // Of an event, whoever else it is of.
    static OF_OTHERS: Words = Words::of(&[
        "咨询",
        "报名",
        "预约",
        "预订",
        "订票",
        "联系人",
        "售楼",
        "招商",
        "加盟",
        "订购",
        "招聘",
    ]);
    // 22××-1100: digits that the dump leaves out.
    let is_digit = |ink: &Ink| ink.c.is_ascii_digit() || DIGITS.contains(ink.c) || ink.c == '×';
    let is_part = |ink: &Ink| is_digit(ink) || matches!(ink.c, '-' | '(' | ')');
    let is_given = |at: usize| {
        let mut cursor = Cursor { ink, at };
        let way = cursor.eat_any(&[
            "热线",
            "专线",
            "电话",
            "采访部",
            "编辑部",
            "广告部",
            "发行部",
            "读者服务",
        ]);
        cursor.eat("电话");
        let is_told = cursor.eat_if(|c| matches!(c, ':' | '/')).is_some();
        // 编辑部 2025-07-03 signs.
        let is_way =
            way.is_some_and(|way| (is_told || !way.ends_with('部')) && is_of(&ink[..at], way));
        let rest = cursor.rest();
        let length = rest.iter().take_while(|ink| is_part(ink)).count();
        let digits = rest[..length].iter().filter(|ink| is_digit(ink)).count();
        is_way && digits >= FEWEST_DIGITS && rest.get(length).is_none_or(|next| next.spaced)
    };
    ink.len() <= LONGEST
        && !ink.iter().any(|ink| matches!(ink.c, '。' | ',' | ';' | '!' | '?'))
        && !OF_OTHERS.stand(ink)
        && (0..ink.len()).any(is_given)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn a_line_that_opens_with_the_paper_says_how_it_is_reached() {
        let reaches = |text: &str| reaches_paper(&Source::of(text).ink);
        for line in [
            "河口日报社热线 8333999",
            "河口晚报新闻热线:8333999",
            "本报渡口办事处:中山路 电话2201234",
            "县报社电话:2201234",
            "报社热线:6811234",
            "敬请关注 《河口日报》订阅热线:8223456",
        ] {
            assert!(reaches(line), "{line}");
        }
        for line in [
            "周六、周日报名热线:88278866",
            "节假日报修热线:95598",
            "成本报价专线:88278866",
            "本报小记者夏令营报名热线:88278866",
        ] {
            assert!(!reaches(line), "{line}");
        }
    }

    #[test]
    fn at_the_foot_only_desks_of_a_paper_have_numbers() {
        let is = |text: &str| is_foot(&Source::of(text).ink);
        assert!(is("讀者服務：（02）2×××－7700　分類廣告刊登請洽各地服務站"));
        assert!(is("市民热线:88278866") && is("渡口采访部电话:2201234"));
        // Behind an address alone it is that of the page.
        assert!(is("渡口水塘巷2号 热线:28353211"));
        for line in [
            "全县反诈预警劝阻专线:96110",
            "举报热线:12388",
            "县医院急救热线:88278866",
            "法律援助专线:2201234",
            "客服热线:88278866",
        ] {
            assert!(!is(line), "{line}");
        }
    }
}

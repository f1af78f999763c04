//! Which first clauses tell a story from its beginning?
//!
//! Weights as in `lead`, from the same regression on 11,102 first paragraphs of news and as many rests of them.

use crate::cursor::{Cursor, contains, ends_with, find, is_han, starts_with};
use crate::source::Ink;
use crate::wordlist::Words;

/// What the first clause says for a beginning.
pub fn tells(ink: &[Ink]) -> f32 {
    let end = ink
        .iter()
        .position(|ink| matches!(ink.c, ',' | '。' | ';' | ':' | '!' | '?'))
        .unwrap_or(ink.len());
    let clause = &ink[..end];
    let is_set_off = ink.get(end).is_some_and(|mark| mark.c == ',');
    let says = |is: bool, weight: f32| if is { weight } else { 0.0 };
    says(SURE.open(ink), 3.0)
        + says(is_set_off && since(clause), 1.6)
        + says(is_set_off && clause.len() <= LONGEST_SEASON && SEASONS.open(ink), 2.0)
        + says(defines(clause), 2.0)
        + says(meets_on_a_day(clause), 2.0)
        + says(starts_with(clause, "应") && ends_with(clause, "邀请"), 2.5)
        + says(is_set_off && proposes(clause), 1.2)
        + says(is_set_off && clause.len() <= LONGEST_NEWS && NOW.open(&ink[end + 1..]), 1.0)
        + says(is_set_off && clause.len() <= LONGEST_HOUR && HOURS.open(ink), 2.5)
        + says(lists_then_enters(ink), 3.0)
        + says(lasts(ink), 3.0)
}

/// 图为…: under a headline a caption may begin the text.
static SURE: Words = Words::of(&["当地时间", "北京时间", "图为"]);

/// Characters of 国庆黄金周期间.
const LONGEST_SEASON: usize = 10;

static SEASONS: Words = Words::of(&[
    "新的一年",
    "一开年",
    "开年",
    "新年",
    "新春",
    "春节",
    "元旦",
    "国庆",
    "中秋",
    "端午",
    "清明",
    "暑期",
    "暑假",
    "寒假",
    "春日",
    "夏日",
    "秋日",
    "冬日",
    "春天",
    "夏天",
    "秋天",
    "冬天",
    "春季",
    "夏季",
    "秋季",
    "冬季",
    "眼下",
    "时下",
]);

/// Characters of 春意渐浓, before what that brings.
const LONGEST_NEWS: usize = 8;

/// Characters of 天还没有亮透, 过了霜降, 进入八月.
const LONGEST_HOUR: usize = 7;

static HOURS: Words = Words::of(&[
    "天还没",
    "天没亮",
    "天不亮",
    "天刚",
    "天快",
    "天蒙蒙",
    "天一亮",
    "天一黑",
    "天一擦黑",
    "天黑",
    "天亮",
    "天色",
    "过了",
    "进入",
    "入冬",
    "入夏",
    "入秋",
    "入春",
    "开春",
    "入夜",
    "一大早",
    "一早",
    "往年",
]);

/// 剥皮、榨汁、灌装……走进…, 蹬冰、收腿、滑行……在…: what is seen or heard, and then where.
fn lists_then_enters(ink: &[Ink]) -> bool {
    const NEAR: usize = 40;
    static WHERE: Words =
        Words::of(&["在", "走进", "来到", "步入", "走在", "记者", "这", "日前", "近日"]);
    let near = &ink[..ink.len().min(NEAR)];
    let Some(dots) = find(near, "…") else { return false };
    let behind = near[dots..].iter().take_while(|ink| ink.c == '…').count() + dots;
    near[..dots].iter().any(|ink| matches!(ink.c, '、' | ','))
        && !near[..dots].iter().any(|ink| matches!(ink.c, '。' | '?' | '!'))
        && ink.get(behind..).is_some_and(|rest| WHERE.open(rest))
}

/// 养了十二年牛的李长河, 开了十六年的早市: how long whoever or whatever it is did so, as where it first comes up.
fn lasts(ink: &[Ink]) -> bool {
    const NEAR: usize = 12;
    let Some(did) = ink.iter().take(3).position(|ink| ink.c == '了').filter(|at| *at > 0) else {
        return false;
    };
    let mut cursor = Cursor::of(&ink[did + 1..]);
    cursor.number().is_some()
        && cursor.eat_any(&["年", "个月", "辈子"]).is_some()
        && cursor.rest().iter().take(NEAR).take_while(|ink| ink.c != ',').any(|ink| ink.c == '的')
}

static NOW: Words = Words::of(&["眼下", "如今", "近日", "近年来", "今天", "各地", "全国"]);

/// 进入暑运以来, 两节临近: since when, or what is near.
fn since(clause: &[Ink]) -> bool {
    const ENDS: [&str; 10] =
        ["以来", "在即", "临近", "将近", "来临", "到来", "之际", "前夕", "期间", "过后"];
    (4..=16).contains(&clause.len()) && ENDS.iter().any(|end| ends_with(clause, end))
}

/// 产业振兴是乡村振兴的重中之重: what something is.
fn defines(clause: &[Ink]) -> bool {
    const LONGEST_SUBJECT: usize = 10;
    const ADVERBS: &str = "也就还都则但而又正便既更并不可若或于只总仍要";
    let Some(at) = clause.iter().position(|ink| ink.c == '是') else { return false };
    let subject = &clause[..at];
    (2..=LONGEST_SUBJECT).contains(&at)
        && clause.len() > at + 3
        && subject.iter().all(|ink| (is_han(ink.c) && ink.c != '的') || "“”《》".contains(ink.c))
        && !ADVERBS.contains(subject[at - 1].c)
        && !"这那此其她他它谁凡".contains(subject[0].c)
}

/// 政协第十四届全国委员会第十二次主席会议27日在北京召开: whatever it is, on a day, somewhere.
fn meets_on_a_day(clause: &[Ink]) -> bool {
    const SHORTEST: usize = 4;
    const PARTS: [&str; 5] = ["上午", "下午", "晚间", "凌晨", "晚"];
    let Some(rest) = clause.get(SHORTEST..) else { return false };
    let Some(day) = find(rest, "日") else { return false };
    let is_day = day > 0 && rest[day - 1].c.is_ascii_digit();
    let mut cursor = Cursor::of(&rest[day + 1..]);
    if cursor.eat("至") && cursor.number().is_some() {
        cursor.eat("日");
    }
    cursor.eat_any(&PARTS);
    is_day && cursor.eat("在")
}

/// 党的二十届三中全会提出,: whoever said what follows.
fn proposes(clause: &[Ink]) -> bool {
    const SAYS: [&str; 4] = ["提出", "指出", "强调", "明确"];
    (5..=22).contains(&clause.len())
        && SAYS.iter().any(|says| ends_with(clause, says))
        && !contains(clause, "、")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn first_clauses_that_tell_from_the_beginning_are_known() {
        let says = |text: &str| tells(&Source::of(text).ink);
        for text in [
            "当地时间5月6日晚，县里的农民合唱团在布达佩斯登台。",
            "进入麦收以来，全县投入联合收割机三百台。",
            "新的一年，河口镇把修路列为头一件事。",
            "梯田是河口镇祖辈留下的家底，如今有三千亩栽上了茶。",
            "全县第十二次供销合作社社员代表大会7月27日在河口镇召开。",
            "全省旱作农业技术交流会7月27日至29日在河口镇举行。",
            "应邻县农民剧团邀请，河口镇的眉户戏班去演了三天。",
            "县第九届人民代表大会提出，三年里村村通自来水。",
            "果香渐浓，眼下正是采摘的时候。",
            "天还没亮透，河口镇的渡口上已经站满了人。",
            "过了霜降，镇上的晒场比菜场还热闹。",
            "选豆、泡豆、磨浆……走进河口镇的豆腐坊，一屋子热气。",
            "养了十二年牛的李长河，头一回拿到了贷款。",
        ] {
            assert!(says(text) >= 1.0, "{text}: {}", says(text));
        }
        for text in [
            "也是全镇祖辈留下的家底，如今有三千亩栽上了茶。",
            "该是动手的时候了，村里人都这样说。",
            "术交流让大家长了见识，27日的会上又签了三份合同。",
            "家住河口镇上街的王明山老人，今天拿到了补助。",
            "办了三年，参加的人一年比一年多，会场换了三回。",
            "、磨浆……一道道都靠手上的力气。",
        ] {
            assert_eq!(says(text), 0.0, "{text}");
        }
    }
}

//! Is this the beginning of an article, or has the dump lost what stood before it?
//!
//! Natural logarithms of odds, from a logistic regression on news: beginnings of paragraphs against what follows a
//! random place inside one. Rounded; what says little is left out.

mod tells;

pub use self::tells::tells;
use crate::cursor::{Cursor, is_han};
use crate::lexicon::{self, Class};
use crate::newshead::opening_date;
use crate::opening::{is_office_speaking, is_person_speaking, is_tail, strength, unbalanced};
use crate::source::Ink;
use crate::wordlist::{Chars, Words};

/// Characters of 环保署; 设计表示 is the rest of 首席设计.
const SHORTEST_SPEAKER: usize = 3;

/// Characters looked at for the first word, and for the first mark.
const WORD: usize = 8;
const CLAUSE: usize = 40;

/// Above 0 a text begins here. `place`: it opens with a place; `named`: with what a head opens with.
pub fn lead(ink: &[Ink], place: bool, named: bool) -> f32 {
    const COMMON: f32 = 0.9;
    if ink.is_empty() {
        return 0.0;
    }
    let opener = match strength(ink) {
        _ if goes_back(ink) && !(named && points_back(ink)) => -3.2,
        None => -1.6,
        Some(1) => -0.5,
        Some(2) => 0.8,
        Some(_) => 1.8,
    };
    let mut score = COMMON + opener + first_word(ink, place) + first_mark(ink);
    let says = |is: bool, weight: f32| if is { weight } else { 0.0 };
    score += says(unbalanced(ink), -4.4);
    score += says(is_tail(ink) && strength(ink).is_none(), -1.2);
    score += says(opening_date(ink).is_some(), 2.2);
    score += says(is_person_speaking(ink), 3.9);
    score += says(is_office_speaking(ink, SHORTEST_SPEAKER) && !is_person_speaking(ink), 2.0);
    score += says(opens_with_day(ink) || opens_with_span(ink), 1.5);
    score += says(adds(ink), -1.8);
    score += says(lacks_subject(ink), -2.3) + says(counts(ink), -2.5) + says(did(ink), -1.6);
    score += says(introduces(ink), 2.0);
    score += says(tells_when(ink), 1.5) + says(is_parallel(ink), 1.5);
    score += tells(ink);
    score + says(named, 1.7)
}

/// What an indent says for the beginning of an article, and its absence against one, where the page indents: of 69 lost
/// leads of such written pages 45 left a text without.
pub fn indented(indent: Option<bool>) -> f32 {
    match indent {
        Some(true) => 0.4,
        Some(false) => -2.5,
        None => 0.0,
    }
}

/// 该镇…: what it speaks of stood before, which may be the headline.
pub fn points_back(ink: &[Ink]) -> bool {
    ink.first().is_some_and(|first| first.c == '该')
}

/// 会上,…, 此外,…, 该项目…: what it speaks of stood before.
fn goes_back(ink: &[Ink]) -> bool {
    static BEFORE_COMMA: Words = Words::of(&[
        "此外",
        "另外",
        "与此同时",
        "其次",
        "随后",
        "对此",
        "为此",
        "会上",
        "会后",
        "会议期间",
        "其中",
        "然而",
        "不过",
        "因此",
        "于是",
        "不仅如此",
        "二是",
        "三是",
        "最后",
        "届时",
        "活动中",
        "同日",
        "当日",
        "同时",
    ]);
    static ANYWHERE: Words = Words::of(&[
        "当地",
        "该",
        "此举",
        "他说",
        "她说",
        "他表示",
        "她表示",
        "他指出",
        "她指出",
        "他还",
        "她还",
        "其中",
        "此次",
        "与会",
    ]);
    ANYWHERE.open(ink)
        || BEFORE_COMMA
            .opening(ink)
            .is_some_and(|word| ink.get(word.chars().count()).is_some_and(|next| next.c == ','))
}

/// 并在…, 也为…, 近,…: a word that adds to what was said, or the last character of 最近.
fn adds(ink: &[Ink]) -> bool {
    const ADDING: &str = "并也至则且亦而却";
    static NOT_ADDING: Words = Words::of(&["也许", "至今", "至此", "至于", "至少", "并非", "而今"]);
    let is_rest = ink.get(1).is_some_and(|second| second.c == ',') && is_han(ink[0].c);
    is_rest || ADDING.contains(ink[0].c) && !NOT_ADDING.open(ink)
}

/// 向“台独”分裂势力发出…, 让各部门…: whoever does it stood before.
fn lacks_subject(ink: &[Ink]) -> bool {
    ink.first().is_some_and(|first| "对向将把让使被给与和及".contains(first.c))
        && !ink.get(1).is_some_and(|second| !is_han(second.c) && second.c != '“')
        && first_length(ink) == 1
        && !is_named_behind(ink)
}

/// 被称为“石头城”的老镇…: who it is stands behind what is done to it.
fn is_named_behind(ink: &[Ink]) -> bool {
    let clause = &ink[..ink.len().min(CLAUSE)];
    let clause = clause.split(|ink| matches!(ink.c, ',' | '。')).next().unwrap_or(clause);
    ink[0].c == '被' && clause.iter().any(|ink| ink.c == '的')
}

fn first_length(ink: &[Ink]) -> usize {
    let near: Vec<char> =
        ink.iter().take(WORD).map(|ink| ink.c).take_while(|c| is_han(*c)).collect();
    lexicon::first_word(&near)
}

/// 71.6万公里, 60多条产业链: what is counted stood before.
fn counts(ink: &[Ink]) -> bool {
    let mut cursor = Cursor::of(ink);
    // 一名男子…: who it was, and no count.
    if cursor.number().is_none_or(|number| number == 1 && !cursor.sees(".")) {
        return false;
    }
    cursor.eat(".");
    cursor.number();
    cursor.eat_any(&["多", "余"]);
    cursor.peek().is_some_and(|unit| "万亿%个条公元人次吨家名项平立".contains(unit))
}

/// 举办了…: who did it stood before.
fn did(ink: &[Ink]) -> bool {
    const LONGEST_VERB: usize = 3;
    let length = first_length(ink);
    let near: Vec<char> = ink.iter().take(length).map(|ink| ink.c).collect();
    length <= LONGEST_VERB
        && ink.get(length).is_some_and(|next| next.c == '了')
        && matches!(lexicon::class_of(&near), Class::Verb | Class::Other)
}

/// 立法院近日审查…: who, and when.
fn tells_when(ink: &[Ink]) -> bool {
    const NEAR: usize = 14;
    const WHEN: [&str; 17] = [
        "今天",
        "昨天",
        "近日",
        "日前",
        "今日",
        "昨日",
        "今晚",
        "昨晚",
        "今年",
        "去年",
        "近期",
        "日上午",
        "日下午",
        "连日来",
        "近年",
        "0日",
        "5日",
    ];
    let clause = &ink[..ink.len().min(NEAR)];
    let clause = clause.split(|ink| matches!(ink.c, ',' | '。')).next().unwrap_or(clause);
    clause.get(2..).is_some_and(|rest| {
        WHEN.iter().any(|word| crate::cursor::contains(rest, word))
            || rest.windows(2).any(|two| two[0].c.is_ascii_digit() && two[1].c == '日')
    })
}

/// 一盘红薯、一碗糙米饭…, 一边是…,一边是…: what is told one by one begins here. So does 鼓声起,桨影飞。, two clauses of
/// one length: a cut hardly leaves the first of them whole.
fn is_parallel(ink: &[Ink]) -> bool {
    const NEAR: usize = 16;
    let near = &ink[..ink.len().min(NEAR)];
    let mark = near.iter().position(|ink| matches!(ink.c, '、' | ','));
    let is_one = |ink: Option<&Ink>| ink.is_some_and(|ink| ink.c == '一');
    is_one(near.first()) && mark.is_some_and(|mark| is_one(near.get(mark + 1))) || is_even(near)
}

/// Two short clauses of one length.
fn is_even(ink: &[Ink]) -> bool {
    const LONGEST: usize = 6;
    // 王守田、李长河: names are listed so, too.
    let shortest = |mark: char| if mark == '、' { 4 } else { 3 };
    let Some(mark) = ink.iter().position(|ink| !is_han(ink.c)) else { return false };
    let second = ink[mark + 1..].iter().take_while(|ink| is_han(ink.c)).count();
    matches!(ink[mark].c, ',' | '、')
        && (shortest(ink[mark].c)..=LONGEST).contains(&mark)
        && second == mark
        && ink.get(2 * mark + 1).is_some_and(|next| matches!(next.c, ',' | '。' | '、'))
}

/// 鱼塘老板黄某怎么也没想到…, 村民李大爷一早就出了门: whoever it is stands with what he is, as where he first comes up.
fn introduces(ink: &[Ink]) -> bool {
    const NEAR: usize = 10;
    const WHAT: [&str; 16] = [
        "老板", "女子", "男子", "村民", "居民", "市民", "司机", "农民", "工人", "店主", "车主",
        "业主", "教师", "医生", "护士", "摊主",
    ];
    let near = &ink[..ink.len().min(NEAR)];
    let clause = near.split(|ink| matches!(ink.c, ',' | '。')).next().unwrap_or(near);
    let is_alias = |rest: &[Ink]| {
        crate::people::has_family(rest)
            && rest.get(1).is_some_and(|next| "某先女大老阿小姓".contains(next.c))
    };
    WHAT.iter().any(|what| {
        let end = crate::cursor::find(clause, what).map(|at| at + what.chars().count());
        end.is_some_and(|end| is_alias(&clause[end..]))
    })
}

/// 前几年,…, 近三年来…: how long ago, or since when.
fn opens_with_span(ink: &[Ink]) -> bool {
    let mut cursor = Cursor::of(ink);
    cursor.eat_any(&["前", "近", "这", "头"]).is_some()
        && (cursor.eat("几") || cursor.number().is_some())
        && cursor.eat_any(&["年", "个月", "天", "周"]).is_some()
}

/// 25日,…: the day of this month, set off.
fn opens_with_day(ink: &[Ink]) -> bool {
    let mut cursor = Cursor::of(ink);
    cursor.number().is_some() && cursor.eat("日") && cursor.peek() == Some(',')
}

/// Its class, and whether it is the rest of a word that was cut.
fn first_word(ink: &[Ink], place: bool) -> f32 {
    let near: Vec<char> =
        ink.iter().take(WORD).map(|ink| ink.c).take_while(|c| is_han(*c)).collect();
    if near.is_empty() {
        return 0.3;
    }
    let word = &near[..lexicon::first_word(&near)];
    let class = match lexicon::class_of(word) {
        _ if place => 2.2,
        Class::Particle => -1.9,
        Class::Measure => -1.1,
        Class::Adjective => -0.6,
        Class::Adverb | Class::Verb => -0.3,
        Class::Noun => -0.2,
        Class::Person => 0.7,
        Class::Preposition | Class::Time => 0.9,
        Class::Place => 1.4,
        Class::Body => 1.5,
        _ => 0.0,
    };
    // 莫拉克台风: no list has every name that is written by its sound.
    const SOUNDED: usize = 3;
    let sounded = ink.get(..SOUNDED).is_some_and(crate::people::is_sounded);
    let rest = match word {
        _ if sounded => 0.7,
        [one] if !place => (lexicon::alone_not_later(*one) * 0.34).min(0.0),
        [_, _, _, ..] => 0.7,
        _ => 0.0,
    };
    class + rest
}

/// A cut leaves short rests of clauses.
fn first_mark(ink: &[Ink]) -> f32 {
    let near = &ink[..ink.len().min(CLAUSE)];
    static MARKS: Chars = Chars::of(",。、!?;:");
    let Some(at) = near.iter().position(|ink| MARKS.has(ink.c)) else { return 1.4 };
    let length = match at {
        0..=3 => -0.9,
        15.. => 0.6,
        _ => 0.0,
    };
    let kind = match near[at].c {
        // 议会昨天三读通过…; is a clause in full.
        ';' if at >= 15 => -1.0,
        ';' => -2.5,
        '。' => -0.7,
        '、' => -0.3,
        ':' => 1.6,
        _ => 0.3,
    };
    length + kind
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn beginnings_are_told_from_rests() {
        let weigh = |text: &str| lead(&Source::of(text).ink, false, false);
        for text in [
            "立夏刚过，果园里一片忙碌，村民们正在疏花疏果，等待着又一个丰收的年景到来。",
            "今年以来，全县新建高标准农田十万亩，粮食生产能力稳步提升，农民种粮积极性提高。",
            "一盘蒸红薯、一碗糙米饭、一碟腌萝卜，村里的老人食堂每天中午就是这样开饭的。",
            "三年后他从省城回来，把家里的老屋收拾出来，办起了村里的第一间书屋，孩子们都来。",
            "被称为“石头城”的老镇昨天迎来了今年的第一批客人，镇上的老人把家门都打开了。",
            "鱼塘老板黄某怎么也没想到，一张没有盖章的收据，会让自己输掉三十八万元。",
            "前几年，村里的红枣价格跌到三毛钱一斤，枣农连打枣的工钱都挣不回来，枣烂在树下。",
            "鼓声起，桨影飞。昨日的河面上，六条龙舟一字排开，岸边早已挤满了看热闹的村民。",
            "“以前买菜要跑十里路，如今下楼就有集市。”家住城东的王大娘乐呵呵地说着新变化。",
        ] {
            assert!(weigh(text) > LOST, "{text}: {}", weigh(text));
        }
        for text in [
            "举，加快推进重点工程，积极引导社会力量参与，保障群众的基本生活需求得到满足。",
            "会上，各村代表签了承诺书，商定七月底以前把沟渠全部清完，不误下一季的插秧。",
            "当地正把三座旧仓库改成展馆，预计年底开门，老人们都盼着能再进去看一看。",
            "的工作，并要求各单位加强领导，落实责任。会后，与会人员参观了施工现场和展厅。",
            "产总值突破百亿元，同比增长百分之六。上半年，传统产业继续发挥压舱石的作用。",
            "71.6万公里，比上年增加两万公里，其中村道占一半以上，通车里程继续增长。",
            "举办了丰富多彩的节日活动，赛龙舟、包粽子，老人和孩子一同感受传统的魅力。",
            "向偏远乡镇发出补给，并派出两支医疗队，三天里看了四百多个病人，发放药品两百箱。",
            "而輕症病人看多一點，也不見得划算，醫院每年在這裡還是虧了好幾千萬元。",
        ] {
            assert!(weigh(text) < LOST, "{text}: {}", weigh(text));
        }
    }

    const LOST: f32 = -0.5;
}

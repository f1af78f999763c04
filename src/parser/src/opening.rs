//! Does a text begin here, or does it only go on? The opening of a paragraph against that of a cut piece.

use crate::cursor::{Cursor, contains, is_han};
use crate::newshead::{is_bullet, news_head, opening_date};
use crate::source::Ink;
use crate::wordlist::WordList;
use std::sync::LazyLock;

/// Words that open paragraphs in news.
const OPENERS: &str = "据了解 据悉 据介绍 据统计 据报道 近年来 近日 日前 目前 今年 去年 昨日 昨天 今天 今日 当天 当日 当前 此外 同时 与此同时 \
    其中 另外 另据 随后 随着 接下来 下一步 下一阶段 未来 如今 眼下 现在 截至 截止 自 从 在 对此 对于 为此 为 为了 因此 由于 虽然 尽管 然而 但 \
    不过 而 而今 首先 其次 最后 第一 第二 第三 一是 二是 三是 会议 会上 活动 记者 本次 此次 这次 这 这些 该 我 我们 我国 他 他们 她 她们 它 \
    有关 相关 数据显示 统计显示 业内人士 专家 有 每 每年 每天 每当 说起 谈起 谈到 走进 来到 “ 《 ‘ 近 多年来 一直以来 长期以来 新年 春节 \
    学习 全市 全县 全省 全国 各地 各级 各部门 市委 县委 省委 市政府 县政府 通过 经过 根据 按照 围绕 针对 面对 聚焦 立足 不仅如此 不仅 除了 \
    除此之外 值得 一位 一名 一些 原来 后来 事实上 实际上 总之 可以说 当然 例如 比如 一方面 另一方面 至于 至 关于 最近 近期 上午 下午 晚上 清晨 \
    与会 双方 届时 同日 同一天 十年 过去 面向 面对 作为 聚焦 位于 来自 受 由 除 本届 这个 不久前 连日来 上半年 下半年 一季度 前三季度 针对 \
    座谈会 发布会 开幕式 全会 国务院 商务部 财政部 中央 中共 总书记 昨晚 今晚 明天 傍晚 早上 昨 今 至今 外界 警方 检方 民众 网友 业者 另一方面 据 报道 仲夏 盛夏 初秋 金秋 深秋 初冬 初春 阳春 春日 夏日";

static OPENING_WORDS: LazyLock<WordList> =
    LazyLock::new(|| WordList::of(OPENERS.split_whitespace()));

/// What no sentence begins with.
const TAILS: &str = "的了着过们地得等与和及或并且而则也都就才还又吧呢吗之乎者所被把将向往给让使比从以于个位名条项件次场座家处万亿元%度年月日时分秒米里克吨性化度率型式类种级";

/// A mark before an item of a list.
const BULLET: f32 = 3.0;

/// How much the opening speaks for a paragraph that begins here (above 0) or one that goes on (below 0):
/// natural logarithms of odds, fitted on paragraphs of news cut at random, then rounded.
pub fn opening(ink: &[Ink]) -> f32 {
    let Some(first) = ink.first() else { return 0.0 };
    if matches!(
        first.c,
        '。' | ',' | '、' | ':' | ';' | '!' | '?' | '”' | '’' | ')' | '》' | '】' | '%' | '·' | '~'
    ) {
        return -8.0;
    }
    if news_head(ink).is_some() {
        return 8.0;
    }
    let bulleted = ink.iter().take_while(|ink| is_bullet(ink.c)).count();
    let mark = if bulleted > 0 { BULLET } else { 0.0 };
    let ink = &ink[bulleted..];
    if ink.is_empty() {
        return mark;
    }
    mark + first_word(ink) + first_clause(ink) + balance(ink)
}

fn first_word(ink: &[Ink]) -> f32 {
    if let Some(date) = date(ink) {
        return date;
    }
    let first = ink[0].c;
    match OPENING_WORDS.opens(ink) {
        Some(1) => 1.2,
        Some(2) => 2.6,
        Some(_) => 3.2,
        None if matches!(first, '“' | '《' | '‘') => 1.1,
        None if TAILS.contains(first) => -1.2,
        None if is_person_speaking(ink) => 2.2,
        None if is_lone_character(ink) => -1.0,
        None => 0.0,
    }
}

/// Its first character belongs to no word with what follows: a word was cut before it.
fn is_lone_character(ink: &[Ink]) -> bool {
    const NEAR: usize = 8;
    let near: Vec<char> =
        ink.iter().take(NEAR).map(|ink| ink.c).take_while(|c| is_han(*c)).collect();
    near.len() > 1 && crate::lexicon::first_word(&near) == 1
}

fn date(ink: &[Ink]) -> Option<f32> {
    if opening_date(ink).is_some() {
        return Some(2.8);
    }
    let mut cursor = Cursor::of(ink);
    cursor.number()?;
    let unit = cursor.eat_any(&["年", "月", "日", "时", "个", "万", "亿", "%", "元"]);
    Some(match unit {
        Some("年" | "日") => 2.2,
        Some("月") => 2.6,
        Some("时") => 1.4,
        Some(_) => -1.0,
        None => -0.4,
    })
}

/// 张锐强调, 李某某说: a name of two or three characters and a verb of speech in the first clause.
fn is_person_speaking(ink: &[Ink]) -> bool {
    const NEAR: usize = 12;
    let clause = &ink[..ink.len().min(NEAR)];
    let verbs = ["表示", "指出", "强调", "介绍", "认为", "说", "坦言", "要求", "告诉"];
    crate::people::has_family(ink) && verbs.iter().any(|verb| contains(clause, verb))
}

/// A cut leaves short rests of clauses, a paragraph begins with whole ones.
fn first_clause(ink: &[Ink]) -> f32 {
    const MARKS: &str = ",。、!?;:";
    const LOOK: usize = 40;
    let near = &ink[..ink.len().min(LOOK)];
    let Some(mark) = near.iter().position(|ink| MARKS.contains(ink.c)) else { return 0.5 };
    let length = match mark {
        0..=3 => -0.7,
        4..=14 => 0.0,
        _ => 0.6,
    };
    let kind = match near[mark].c {
        '。' => -1.0,
        ';' => -2.0,
        ':' => 1.0,
        _ => 0.0,
    };
    length + kind
}

/// A closing mark without its opening one: the beginning is missing.
fn balance(ink: &[Ink]) -> f32 {
    const NEAR: usize = 80;
    let mut open = [0i32; 3];
    for ink in ink.iter().take(NEAR) {
        let (kind, step) = match ink.c {
            '“' => (0, 1),
            '”' => (0, -1),
            '(' => (1, 1),
            ')' => (1, -1),
            '《' => (2, 1),
            '》' => (2, -1),
            _ => continue,
        };
        open[kind] += step;
        if open[kind] < 0 {
            return -5.0;
        }
    }
    0.0
}

/// How a piece stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// 。！？…” and what else ends a paragraph.
    Full,
    /// : or ;, which may.
    Half,
    /// In the middle of a sentence.
    Open,
}

pub fn stop(ink: &[Ink]) -> Stop {
    let Some(last) = ink.last() else { return Stop::Open };
    match last.c {
        '。' | '!' | '?' | '…' => Stop::Full,
        '.' if ink.len() > 1 => Stop::Full,
        '”' | '’' | ')' | '】' | '》' => match ink.iter().rev().nth(1).map(|ink| ink.c) {
            Some('。' | '!' | '?' | '…' | '”' | '’') => Stop::Full,
            Some(_) if last.c == '”' || last.c == ')' => Stop::Half,
            _ => Stop::Open,
        },
        ':' | ';' => Stop::Half,
        _ => Stop::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn openings_are_weighed() {
        let weigh = |text: &str| opening(&Source::of(text).ink);
        assert!(weigh("据了解,该比赛将持续至7月29日。") > 2.0);
        assert!(weigh("本报讯(记者 某某)") > 5.0);
        assert!(weigh("的工作,加强领导。") < -1.5);
        assert!(weigh("问题接踵而至。”") < -4.0);
    }

    #[test]
    fn stops_are_told() {
        let told = |text: &str| stop(&Source::of(text).ink);
        assert_eq!(told("完成。"), Stop::Full);
        assert_eq!(told("他说:“好。”"), Stop::Full);
        assert_eq!(told("如下:"), Stop::Half);
        assert_eq!(told("篮球场"), Stop::Open);
    }
}

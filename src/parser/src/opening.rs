//! Does a text begin here, or does it only go on? The opening of a paragraph against that of a cut piece.

mod clause;

use self::clause::{scene, tells_change, tells_later};
use crate::cursor::{Cursor, contains, is_han};
use crate::lexicon::{self, Class};
use crate::newshead::{is_bullet, opening_date};
use crate::source::Ink;
use crate::wordlist::{Chars, WordList, Words};
use std::sync::LazyLock;

/// Words that open paragraphs in news and are seldom met elsewhere …
const STRONG: &str = "而今 与此同时 另外 眼下 记者 据介绍 另据 同日 此外 连日来 昨天 近日 如今 今天 昨 今 据了解 \
    据悉 据统计 据报道 据 会议 金秋 盛夏 仲夏 初秋 深秋 初冬 初春 阳春 春日 夏日 与会 随着 \
    三是 二是 一是 首先 其次 下一步 下一阶段 前不久 不久前 本届 上午 下午 清晨 傍晚 早上 \
    晚上 日前 昨晚 昨日 今日 今晚 今年 针对 除了 除此之外 根据 截至 截止 接下来 同一天 当日 \
    会上 会后 最近 近期 为了 近年来 近来 多年来 长期以来 一直以来 随后 事实上 实际上 总之 对此 \
    为此 说起 谈起 提起 走进 值得 不仅如此 另一方面 一方面 他说 她说 他们说 他表示 她表示 \
    他指出 她指出 文章 数据显示 统计显示 报告显示 调查显示 研究显示 业内人士";

/// … that open them often …
const MEDIUM: &str = "最让 最令 更让 更令 面向 本次 这个 这次 对于 按照 此次 此案 此前 此 《 这些 当前 目前 站在 来到 面对 \
    立足 作为 这 经过 从 虽然 虽 然而 由 尽管 不过 各地 不仅 我们 他们 近 受 除 由于 \
    聚焦 围绕 位于 同时 过去 后来 那时 那年 当年 早在 每到 每逢 每当 每次 一季度 二季度 \
    上半年 下半年 前三季度 全年 十年 新年 春节 中共 中央 国务院 发布会 座谈会 开幕式 至于 \
    关于 外界 警方 检方 业者 网友 民众 专家 届时 谈到 说到 第一 第二 第三 第四 最后 未来 \
    现在 当天 当时 因此 但是 但 而今 事后 \
    立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 \
    小雪 大雪 冬至 小寒 大寒 凌晨 清早 一大早 夜幕 午后 天刚 走进 来到 踏入 漫步 \
    入冬 入夏 入秋 入春 开春 入伏 推开 翻开 打开 沿着 步入 驱车 登上 放眼 初见 记得 小时候 从前 那天 有一天 有一年 前年 \
    第二年 次年 翌年 第二天 次日 翌日 上周 下周 上个月 下个月 上月 下月 明年 所以 最终 采访中 采访结束 等到 每月 每周 从此 此后 谁知 没想到 据查";

/// … and that open a paragraph hardly more often than another clause.
const WEAK: &str = "在 “ 学习 双方 来自 每年 每天 无论 不论 即使 即便 如果 若 我国 全国 中国 因为 因 我 \
    他 她 也 还有 以 让 而 每 另 自 为 对 原来 通过 例如 比如 当然 其中 该 其 只见 \
    只要 只有 直到 接着 像 去年";

static OPENERS: LazyLock<[WordList; 3]> =
    LazyLock::new(|| [WEAK, MEDIUM, STRONG].map(|words| WordList::of(words.split_whitespace())));

/// How strongly the first words are those of a paragraph, 1 to 3.
pub fn strength(ink: &[Ink]) -> Option<u8> {
    let words = (1..).zip(OPENERS.iter());
    let opens = words.filter_map(|(strength, list)| Some((list.opens(ink)?, strength)));
    let known = opens.max().map(|(_, strength)| strength);
    if scene(ink).is_some() {
        return Some(3);
    }
    if tells_later(ink) || tells_change(ink) { known.max(Some(OFTEN)) } else { known }
}

/// The strength of what often opens a paragraph.
const OFTEN: u8 = 2;

/// 目前,… 此外,…: an opening word and a comma behind it.
pub fn is_set_off(ink: &[Ink]) -> bool {
    if scene(ink).is_some() {
        return true;
    }
    let longest = OPENERS.iter().filter_map(|list| list.opens(ink)).max();
    longest.is_some_and(|length| length > 1 && ink.get(length).is_some_and(|ink| ink.c == ','))
}

/// What no sentence begins with.
static TAILS: Chars = Chars::of(
    "的了着过们地得等与和及或并且而则也都就才还又吧呢吗之乎者所被把将向往给让使比从以于个位名条项件次场座家处万亿元%度年月日时分秒米里克吨性化度率型式类种级",
);

/// A mark before an item of a list.
const BULLET: f32 = 3.0;

/// How much the opening speaks for a paragraph that begins here (above 0) or one that goes on (below 0):
/// natural logarithms of odds, fitted on paragraphs of news cut at random, then rounded. `reports`: it opens with the
/// head of a report.
pub fn opening(ink: &[Ink], reports: bool) -> f32 {
    let Some(first) = ink.first() else { return 0.0 };
    if goes_on(first.c) {
        return -8.0;
    }
    if reports {
        return 8.0;
    }
    let bulleted = ink.iter().take_while(|ink| is_bullet(ink.c)).count();
    let mark = if bulleted > 0 { BULLET } else { 0.0 };
    let ink = &ink[bulleted..];
    if ink.is_empty() {
        return mark;
    }
    let lacks = if unbalanced(ink) { -5.0 } else { 0.0 };
    mark + first_word(ink) + first_clause(ink) + lacks
}

/// A mark that stands after something.
pub fn goes_on(c: char) -> bool {
    static MARKS: Chars = Chars::of("。,、:;!?”’)》】%·~");
    MARKS.has(c)
}

/// Words of two characters that stand behind something …
static TAIL_WORDS: Words =
    Words::of(&["以来", "以内", "之一", "之间", "之中", "为主", "而言", "来说", "等等"]);
/// … characters that do, and the words that begin with them all the same.
static RESTS: Chars = Chars::of("的了着们");
static NO_RESTS: Words =
    Words::of(&["的确", "的士", "了解", "了却", "了不", "着力", "着眼", "着手", "着重", "着陆"]);

/// It opens with what only the middle of a sentence has: 的监测数据表明, 以来,全国….
pub fn is_rest(ink: &[Ink]) -> bool {
    ink.first().is_some_and(|first| {
        goes_on(first.c)
            || is_particle(ink)
            || RESTS.has(first.c) && !NO_RESTS.open(ink)
            || TAIL_WORDS.open(ink)
    })
}

/// 著, written for 着; it begins words as itself.
fn is_particle(ink: &[Ink]) -> bool {
    matches!(ink, [first, rest @ ..] if first.c == '著'
        && rest.first().is_none_or(|next| !"名作称述者书".contains(next.c)))
}

/// It opens with a character that no sentence begins with.
pub fn is_tail(ink: &[Ink]) -> bool {
    ink.first().is_some_and(|first| TAILS.has(first.c)) || is_rest(ink)
}

fn first_word(ink: &[Ink]) -> f32 {
    if let Some(date) = date(ink) {
        return date;
    }
    let first = ink[0].c;
    match strength(ink) {
        Some(1) => 0.6,
        Some(2) => 2.6,
        Some(_) => 3.2,
        None if matches!(first, '“' | '《' | '‘') => 1.1,
        None if is_tail(ink) => -1.2,
        None if is_person_speaking(ink) => 2.2,
        None if is_lone_character(ink) => -1.0,
        None => 0.0,
    }
}

/// Its first character belongs to no word with what follows: a word was cut before it.
fn is_lone_character(ink: &[Ink]) -> bool {
    FirstWord::of(ink).is_lone()
}

/// The word that a piece opens with.
pub struct FirstWord {
    /// The Han characters in which it is looked for, not many.
    pub run: Vec<char>,
    /// Its characters.
    pub length: usize,
    pub class: Class,
}

impl FirstWord {
    pub fn of(ink: &[Ink]) -> Self {
        const NEAR: usize = 8;
        let run: Vec<char> =
            ink.iter().take(NEAR).map(|ink| ink.c).take_while(|c| is_han(*c)).collect();
        let length = lexicon::first_word(&run);
        let class = lexicon::class_of(&run[..length]);
        Self { run, length, class }
    }

    pub fn word(&self) -> &[char] {
        &self.run[..self.length]
    }

    /// One character, and no word with what follows.
    pub fn is_lone(&self) -> bool {
        self.run.len() > 1 && self.length == 1
    }
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
pub fn is_person_speaking(ink: &[Ink]) -> bool {
    const NEAR: usize = 12;
    let clause = &ink[..ink.len().min(NEAR)];
    let verbs = ["表示", "指出", "强调", "介绍", "认为", "说", "坦言", "要求", "告诉"];
    crate::people::has_family(ink) && verbs.iter().any(|verb| contains(clause, verb))
}

/// 县府强调, 房屋局发言人回应说: whoever speaks, in `shortest` characters or more, and a verb of speech are the whole
/// first clause.
pub fn is_office_speaking(ink: &[Ink], shortest: usize) -> bool {
    const LONGEST_CLAUSE: usize = 24;
    static VERBS: Words = Words::of(&[
        "显示",
        "预测",
        "宣布",
        "指",
        "表示",
        "指出",
        "强调",
        "介绍",
        "认为",
        "坦言",
        "回应",
        "回应说",
        "说",
        "称",
        "建议",
        "提醒",
        "透露",
        "呼吁",
        "解释",
        "介绍说",
        "要求",
        "告诉",
        "回忆",
        "批评",
        "质疑",
        "补充",
        "感叹",
        "坦承",
        "澄清",
        "重申",
        "直言",
        "痛批",
        "反问",
        "分析",
        "说明",
        "证实",
    ]);
    let near = &ink[..ink.len().min(LONGEST_CLAUSE)];
    let Some(mark) = near.iter().position(|ink| !is_han(ink.c)) else { return false };
    let clause = &near[..mark];
    // In so many characters who speaks is told by an office: 城市规划厅厅长刘榕表示.
    const LONG_CLAUSE: usize = 16;
    let has_office = || clause.iter().any(|ink| "长任员".contains(ink.c));
    // 家长表示, but no 家表示.
    let is_rest = || is_tail(ink) && FirstWord::of(ink).length < 2;
    matches!(near[mark].c, ',' | ':')
        && VERBS.end(clause)
        && !is_rest()
        && (mark < LONG_CLAUSE || has_office())
        && VERBS.iter().any(|verb| {
            // 比划着说 is how somebody spoke.
            let who = clause.len().saturating_sub(verb.chars().count());
            who >= shortest
                && crate::cursor::ends_with(clause, verb)
                && !(verb.chars().count() == 1 && ends_in_word(clause))
                && !clause[..who].last().is_some_and(|last| matches!(last.c, '着' | '地'))
        })
}

/// 个头匀称, 手指, 小说: the last character is of a word.
fn ends_in_word(clause: &[Ink]) -> bool {
    const NEAR: usize = 4;
    let tail: Vec<char> =
        clause[clause.len().saturating_sub(NEAR)..].iter().map(|ink| ink.c).collect();
    lexicon::last_word(&tail) > 1
}

/// 他后来常对徒弟讲: what was said stands below.
pub fn opens_speech(ink: &[Ink]) -> bool {
    matches!(ink, [.., verb, colon] if colon.c == ':' && "说讲道问答写喊念".contains(verb.c))
}

/// “草原大,人分散。”斯琴毕力格说: a quotation and who said it.
pub fn is_said_quotation(ink: &[Ink]) -> bool {
    const LONGEST_QUOTATION: usize = 80;
    const NEAR: usize = 16;
    if ink.first().is_none_or(|first| first.c != '“') {
        return false;
    }
    let Some(close) = ink.iter().take(LONGEST_QUOTATION).position(|ink| ink.c == '”') else {
        return false;
    };
    let ends = matches!(ink[close - 1].c, '。' | ',' | '!' | '?' | '…');
    let behind = &ink[close + 1..(close + 1 + NEAR).min(ink.len())];
    let clause =
        behind.iter().position(|ink| matches!(ink.c, ',' | '。' | '“')).unwrap_or(behind.len());
    ends && ["说", "表示", "介绍", "道", "告诉", "称", "坦言", "感慨"]
        .iter()
        .any(|verb| contains(&behind[..clause], verb))
}

/// A cut leaves short rests of clauses, a paragraph begins with whole ones.
fn first_clause(ink: &[Ink]) -> f32 {
    static MARKS: Chars = Chars::of(",。、!?;:");
    const LOOK: usize = 40;
    let near = &ink[..ink.len().min(LOOK)];
    let Some(mark) = near.iter().position(|ink| MARKS.has(ink.c)) else { return 0.5 };
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
pub fn unbalanced(ink: &[Ink]) -> bool {
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
            return true;
        }
    }
    false
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
        // …进入采收高峰。①: which picture it is of.
        '①'..='⑳' => stop(&ink[..ink.len() - 1]),
        _ => Stop::Open,
    }
}

#[cfg(test)]
mod tests;

//! Does a word stand twice in a row that was meant once? 经济经济, but not 研究研究 or 一件一件.

use crate::cursor::is_han;
use crate::lexicon::{breaks_at, is_word};
use crate::source::{Ink, Source};
use crate::wordlist::WordList;
use ::edition::{Article, BlockKind, Note, NoteKind, Reason, Span, is_line_end};
use std::sync::LazyLock;

/// Characters of a word, or of a phrase, that may stand twice.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=12;

/// What is so long and stands twice is no accident of two other words.
const PHRASE: usize = 4;

/// Characters on either side that are divided into words with it.
const AROUND: usize = 6;

/// What is said twice on purpose: what one does a little of, greetings and cheers, amounts.
static ON_PURPOSE: LazyLock<WordList> =
    LazyLock::new(|| WordList::of(ON_PURPOSE_WORDS.split_whitespace()));

const ON_PURPOSE_WORDS: &str = "研究 讨论 商量 考虑 了解 学习 休息 打扫 收拾 整理 锻炼 活动 介绍 交流 参观 检查 准备 练习 复习 熟悉 \
    认识 观察 分析 比较 调查 打听 请教 帮助 照顾 照料 关心 表扬 批评 教育 教训 庆祝 庆贺 祝贺 放松 轻松 高兴 热闹 开心 凉快 \
    暖和 体验 尝试 感受 欣赏 品尝 解释 说明 反映 反思 反省 合计 合作 盘算 琢磨 思考 思量 回忆 回顾 总结 沟通 协商 协调 调整 \
    调节 改进 改善 修改 修理 维修 改造 布置 安排 部署 计划 计算 核对 核实 对照 对比 测试 试验 实验 演示 表演 表现 展示 宣传 \
    动员 鼓励 鼓舞 激励 指导 指点 提醒 提示 体谅 原谅 理解 支持 联系 走动 溜达 运动 散步 唠叨 聊天 见识 切磋 打扮 打量 打点 \
    张罗 应付 对付 推敲 掂量 酝酿 权衡 斟酌 估计 估量 加油 拜托 谢谢 多谢 感谢 恭喜 再见 你好 您好 欢迎 注意 小心 努力 等等 \
    看看 试试 想想 快点 慢慢 常常 往往 渐渐 大片 大块 大批 大把 大段 大口 小块 小口 成片 成批 成群 许多 好些 好多 多少 非常 \
    特别 十分 真的 是的 好的 对的 永远 赶快 马上 起来 哈哈 呵呵 嘿嘿 嘻嘻 哗啦 轰隆 叮当 咕咚 扑通 滴答 爸爸 妈妈 宝宝 \
    意思 意见 咨询 考察 体会 感谢 收集 收拢 拾掇 归置 捯饬 规划 谋划 摸索 探讨 探索 聊聊 走走 转转 坐坐 说说 听听";

/// Numbers begin what is counted one by one: 一项一项, 三个三个.
const NUMBERS: &str = "一二三四五六七八九十百千万两几每各半第";

/// The notes on the texts of a page's articles.
pub fn notes(source: &Source, articles: &[Article]) -> Vec<Note> {
    let mut notes = Vec::new();
    for article in articles {
        for head in [&article.kicker, &article.headline, &article.subtitle] {
            of_text(&ink_of(head, source), source, &mut notes);
        }
        for block in &article.blocks {
            // Verse repeats, tables list.
            if !matches!(block.kind, BlockKind::Verse | BlockKind::Table) {
                of_text(&ink_of(&block.spans, source), source, &mut notes);
            }
        }
    }
    notes
}

fn ink_of(spans: &[Span], source: &Source) -> Vec<Ink> {
    let inside: Vec<&[Ink]> = spans.iter().map(|span| source.inside(*span)).collect();
    inside.concat()
}

fn of_text(ink: &[Ink], source: &Source, notes: &mut Vec<Note>) {
    let text: Vec<char> = ink.iter().map(|ink| ink.c).collect();
    let mut at = 0;
    while at < text.len() {
        // Most characters do not stand again so near: that alone costs next to nothing.
        if !stands_again(&text, at) {
            at += 1;
            continue;
        }
        // A headline of two halves may end and begin with the same word.
        let is_close = |length: &usize| ink.get(at + length).is_some_and(|ink| !ink.spaced);
        let again = |length: &usize| text.get(at + length) == Some(&text[at]);
        let doubled = |length: &usize| {
            again(length) && is_close(length) && is_doubled(ink, &text, at, *length)
        };
        let length = LENGTHS.rev().find(doubled);
        let Some(length) = length else {
            at += 1;
            continue;
        };
        notes.push(note(&ink[at..at + 2 * length], source));
        at += 2 * length;
    }
}

/// Whether the character at `at` stands again where a doubled word would have it.
fn stands_again(text: &[char], at: usize) -> bool {
    const NEAR: usize = *LENGTHS.end() - *LENGTHS.start() + 1;
    let near = text.get(at + LENGTHS.start()..).unwrap_or_default();
    match near.first_chunk::<NEAR>() {
        // Without a way out in the middle all are compared at once.
        Some(near) => near.iter().fold(false, |stands, c| stands | (*c == text[at])),
        None => near.contains(&text[at]),
    }
}

fn is_doubled(ink: &[Ink], text: &[char], at: usize, length: usize) -> bool {
    let (Some(first), Some(second)) =
        (text.get(at..at + length), text.get(at + length..at + 2 * length))
    else {
        return false;
    };
    first == second
        && first.iter().all(|c| is_han(*c))
        && !is_play(ink, at, length)
        && !is_chance(text, at, length)
}

/// Said twice on purpose. Looked at first: it costs little, and a line of one character 100,000 times over is this at
/// every place.
fn is_play(ink: &[Ink], at: usize, length: usize) -> bool {
    let word = &ink[at..at + length];
    let end = at + 2 * length;
    // 人人, 家家户户, 哈哈哈哈.
    let is_reduplicated = word.windows(2).any(|pair| pair[0].c == pair[1].c);
    // “国旗国旗真美丽”, 加快加快!
    let is_call = |ink: &Ink| matches!(ink.c, '“' | '‘' | '《');
    is_reduplicated
        || NUMBERS.contains(word[0].c)
        || at.checked_sub(1).is_some_and(|before| is_call(&ink[before]))
        || ink.get(end).is_some_and(|after| after.c == '!')
        || ON_PURPOSE.has(word)
}

/// No word that stands twice: 俄罗斯罗斯托夫, 禁毒支队支队长.
fn is_chance(text: &[char], at: usize, length: usize) -> bool {
    let word = &text[at..at + length];
    if length >= PHRASE {
        return false;
    }
    if length == 2 && !is_word(word) {
        return true;
    }
    let end = at + 2 * length;
    let window = &text[at.saturating_sub(AROUND)..(end + AROUND).min(text.len())];
    let start = at - at.saturating_sub(AROUND);
    let divides = [start, start + length, start + 2 * length]
        .into_iter()
        .all(|place| place == 0 || place >= window.len() || breaks_at(window, place));
    !divides || grows(text, at, length)
}

/// Whether a longer word ends with the first of the two, or begins with the second: 新中国|中国, 产业|产业链.
fn grows(text: &[char], at: usize, length: usize) -> bool {
    const MORE: usize = 2;
    let (middle, end) = (at + length, at + 2 * length);
    (1..=MORE).any(|more| {
        let before = at.checked_sub(more).is_some_and(|start| is_word(&text[start..middle]));
        let behind = text.get(middle..end + more).is_some_and(is_word);
        before || behind
    })
}

/// About both where they stand in one line, else about the second.
fn note(ink: &[Ink], source: &Source) -> Note {
    let half = ink.len() / 2;
    let span = |ink: &[Ink]| Span { start: ink[0].at, end: ink[ink.len() - 1].end };
    let (both, second) = (span(ink), span(&ink[half..]));
    let word: String =
        ink[half..].iter().map(|ink| &source.text[ink.at as usize..ink.end as usize]).collect();
    let in_one_line = both.start < both.end && !both.of(source.text).contains(is_line_end);
    let reason = Reason::Doubled { word: word.clone() };
    if in_one_line {
        Note { suggestion: Some(word), ..Note::doubt(NoteKind::Doubled, both, reason) }
    } else {
        Note::doubt(NoteKind::Doubled, second, reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let source = Source::of(text);
        let mut notes = Vec::new();
        of_text(&source.ink, &source, &mut notes);
        notes.iter().map(|note| note.span.of(text).to_owned()).collect()
    }

    #[test]
    fn a_word_or_phrase_that_stands_twice_is_told() {
        assert_eq!(found("推动全县经济经济高质量发展。"), ["经济经济"]);
        assert_eq!(found("项目建设项目建设加快推进。"), ["项目建设项目建设"]);
        assert_eq!(found("促進農民農民增收。"), ["農民農民"]);
        assert_eq!(found("推动经济\n经济发展。"), ["经济"]);
    }

    /// By what is done and not by time: at every place of such a line every length stands twice.
    #[test]
    fn a_line_of_one_character_is_not_divided_into_words() {
        let divided = |text: &str| crate::lexicon::made::by(|| drop(found(text)));
        assert_eq!(divided(&"国".repeat(20_000)), 0);
        let ranks = |count: u32| -> String {
            let who = |at| char::from_u32(0x4E00 + at).unwrap_or('某');
            (0..count).map(|at| format!("禁毒支队支队长{},", who(at))).collect()
        };
        let (one, two) = (divided(&ranks(500)), divided(&ranks(1000)));
        assert!(one > 0 && two == 2 * one, "{one}, {two}");
    }

    #[test]
    fn what_is_said_twice_on_purpose_is_not() {
        for text in [
            "大家坐下来研究研究、讨论讨论。",
            "谢谢谢谢,人人常常高高兴兴。",
            "看台上喊着加油加油。",
            "一件一件办好,一个问题一个问题解决。",
            "俄罗斯罗斯托夫州。迎来越来越多的市民。",
            "禁毒支队支队长、产业产业链。",
            "合唱“国旗国旗真美丽”。",
            "大片大片的油菜花。",
            "退税缓税缓费,共建共治共享。",
            "打击以色列 以色列称将报复",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}

//! Who speaks in turns? 问:… 答:…, 记者:… 周河:…: an interview, and no line of it is a head.

use crate::cursor::is_han;
use crate::opening::{Stop, stop};
use crate::source::Ink;

/// Pieces over which an answer goes.
const REACH: usize = 4;

/// No speaker's name is longer, in characters.
const LONGEST: usize = 8;

/// Which pieces open with a speaker who takes turns with another: one of them asks, or both speak twice.
pub fn speaks(inks: &[&[Ink]]) -> Vec<bool> {
    let speakers: Vec<Option<Vec<char>>> = inks.iter().map(|ink| speaker(ink)).collect();
    let turns: Vec<usize> = (0..inks.len()).filter(|at| speakers[*at].is_some()).collect();
    let mut speaks = vec![false; inks.len()];
    for pair in turns.windows(2) {
        let [one, other] = [pair[0], pair[1]];
        let (Some(first), Some(second)) = (&speakers[one], &speakers[other]) else { continue };
        // 问:旧电表谁来换? over 供电公司:五月底前免费上门 is a headline: what is said ends with a mark.
        let is_said = stop(inks[one]) == Stop::Full && stop(inks[other]) == Stop::Full;
        if first == second || other - one > REACH || !is_said {
            continue;
        }
        let again = |who: &Vec<char>| {
            let from = turns.partition_point(|at| at + 2 * REACH < one);
            let near = turns[from..].iter().take_while(|at| **at <= one + 2 * REACH);
            near.filter(|at| speakers[**at].as_ref() == Some(who)).count() > 1
        };
        let is_asked = asks(first) && inks[one].iter().any(|ink| ink.c == '?');
        if is_asked || asks(second) && speaks[one] || again(first) && again(second) {
            (speaks[one], speaks[other]) = (true, true);
        }
    }
    speaks
}

/// 问, Q, 记者, 周河 before a colon; 7:30 is the time.
fn speaker(ink: &[Ink]) -> Option<Vec<char>> {
    let colon = ink.iter().take(LONGEST + 1).position(|ink| ink.c == ':')?;
    let who = &ink[..colon];
    let is_name = |who: &[Ink]| who.iter().all(|ink| is_han(ink.c) || ink.c == '·');
    let is_letter = |letter: char| matches!(letter, 'Q' | 'A');
    match who {
        // Q1 asks as Q does.
        [letter, number @ ..]
            if is_letter(letter.c) && number.iter().all(|ink| ink.c.is_ascii_digit()) =>
        {
            Some(vec![letter.c])
        }
        [_, ..] if is_name(who) && ink.len() > colon + 1 => {
            Some(who.iter().map(|ink| ink.c).collect())
        }
        _ => None,
    }
}

/// 问, Q, 记者, 山口晚报.
fn asks(who: &[char]) -> bool {
    let who: String = who.iter().collect();
    matches!(who.as_str(), "问" | "Q" | "记者" | "主持人" | "提问")
        || who.ends_with("记者")
        || who.ends_with("晚报")
        || who.ends_with("日报")
        || who.ends_with("时报")
}

#[cfg(test)]
mod tests {
    use ::edition::BlockKind;

    #[test]
    fn what_is_asked_and_answered_in_turns_is_no_head() {
        let page = |turns: &str| {
            let text = format!(
                "春天过敏怎么办\n本报记者 魏小萌\n三月里柳絮飞,不少市民打喷嚏、流鼻涕。本报记者采访了县医院的周河医生。\n{turns}\n"
            );
            let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
            let texts = page.articles[0]
                .blocks
                .iter()
                .filter(|block| matches!(block.kind, BlockKind::Lead | BlockKind::Para));
            (page.articles.len(), texts.count())
        };
        let answers = ["感冒一般十天自愈,多半发热、咽痛。", "花粉多的时候,中午不要开窗。"];
        for [one, other] in
            [["问", "答"], ["Q", "A"], ["记者", "周河"], ["河口晚报", "周河"], ["李小江", "周河"]]
        {
            let [first, second] = answers;
            let turns = format!(
                "{one}:过敏和感冒怎么分?\n{other}:{first}\n{one}:室内要不要开窗?\n{other}:{second}"
            );
            assert_eq!(page(&turns), (1, 5), "{one}");
            assert_eq!(page(&format!("■对话\n{turns}")), (1, 5), "{one}");
        }
    }
}

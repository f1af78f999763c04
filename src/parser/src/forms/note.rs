//! Is it an editor's note or an inset box, and which text does it speak of?

use crate::cursor::{contains, starts_with};
use crate::source::Ink;
use crate::wordlist::Words;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Note {
    #[default]
    None,
    /// 编者按:… with its text.
    Opens,
    /// The label on a line of its own.
    Label,
}

/// Notes that stand before what they speak of, even above its headline; 链接 and 编后 stand behind.
pub fn speaks_ahead(ink: &[Ink]) -> bool {
    static AHEAD: Words = Words::of(&[
        "编者按",
        "编者的话",
        "开栏的话",
        "开栏语",
        "按语",
        "主持人语",
        "编前",
        "编按",
        "引言",
    ]);
    let plain = crate::features::bare(ink);
    // 编者按：我们已把来信转给…: the letter stands above.
    let is_reply = contains(plain, "来信")
        && ["转给", "转交", "转达"].iter().any(|word| contains(plain, word));
    note(ink) != Note::None && AHEAD.open(plain) && !is_reply
}

static NOTES: Words = Words::of(&[
    "特别提示",
    "本期专家",
    "受访专家",
    "专家简介",
    "专家名片",
    "医生简介",
    "医生名片",
    "名医简介",
    "名医名片",
    "本期嘉宾",
    "嘉宾简介",
    "编前",
    "引言",
    "政策链接",
    "法条链接",
    "法律链接",
    "健康链接",
    "小资料",
    "资料卡",
    "小档案",
    "小词典",
    "小辞典",
    "记者回访",
    "回访",
    "工商提醒",
    "新闻提示",
    "新闻多一点",
    "新闻小辞典",
    "新闻辞典",
    "新闻词典",
    "新闻小词典",
    "新闻小百科",
    "新闻知多点",
    "知多点",
    "新闻懒人包",
    "懒人包",
    "新闻小档案",
    "人物小档案",
    "人物档案",
    "小百科",
    "小常识",
    "名词小典",
    "背景资料",
    "资料链接",
    "交通资讯",
    "店家资讯",
    "旅游资讯",
    "编者按",
    "编按",
    "编者的话",
    "编后",
    "编后语",
    "编者附言",
    "编辑回复",
    "编辑的话",
    "本报回复",
    "记者回复",
    "编辑点评",
    "编者点评",
    "专家点评",
    "律师点评",
    "老师点评",
    "编者附记",
    "编辑手记",
    "开栏的话",
    "开栏语",
    "按语",
    "链接",
    "相关链接",
    "新闻链接",
    "知识链接",
    "背景链接",
    "名词解释",
    "延伸阅读",
    "新闻背景",
    "新闻延伸",
    "小贴士",
    "温馨提示",
    "小知识",
    "相关知识",
    "背景",
    "作者简介",
    "人物简介",
    "人物名片",
    "主持人语",
]);

pub fn note(ink: &[Ink]) -> Note {
    let plain = crate::features::bare(ink);
    // （编者附记：已派人修理。）
    if let [open, inner @ ..] = plain
        && open.c == '('
        && inner.iter().any(|ink| ink.c == ':')
    {
        return if note(inner) == Note::Opens { Note::Opens } else { Note::None };
    }
    if !NOTES.may_open(plain) {
        return Note::None;
    }
    let Some(word) =
        NOTES.iter().filter(|word| starts_with(plain, word)).max_by_key(|word| word.len())
    else {
        return Note::None;
    };
    let length = word.chars().count();
    match plain.get(length).map(|ink| ink.c) {
        None => Note::Label,
        Some(':' | '】' | '|') if plain.len() > length => Note::Opens,
        Some(_) if plain[length].spaced && (length > 2 || word == "编后") => Note::Opens,
        Some(_) => Note::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn a_note_on_what_came_of_a_letter_stands_below_it() {
        let is_ahead = |text: &str| speaks_ahead(&Source::of(text).ink);
        assert!(is_ahead("编者按：本报收到一位读者来信，说的是铁锨。"));
        assert!(!is_ahead("编者按：我们已把来信转给农具厂。"));
        assert!(!is_ahead("编者附言：来信已转交有关部门。"));
        for opens in [
            "編者附言：來信已轉交有關部門。",
            "（编者附记：农具厂已派人修理。）",
            "编后 买铁锨要到有证照的店里。",
        ] {
            assert_eq!(note(&Source::of(opens).ink), Note::Opens, "{opens}");
        }
        assert_eq!(note(&Source::of("（背景）").ink), Note::None);
    }
}

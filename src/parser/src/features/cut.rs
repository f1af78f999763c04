//! Was a line cut: does it stop short, or begin in the middle of a word?

use crate::cursor::{contains, is_han};
use crate::source::Ink;
use crate::wordlist::{Chars, Words};

/// Words that no line of sense ends with.
static HANGING: Chars = Chars::of(
    "的是在从将让和与对把被像已由及或但而并向其该每这那也都就才又还使给等至于应曾须仍遭拟",
);

/// It stops at such a word; 不能再等 and 握手言和 are complete, and so is what ends with 人才 or 转让.
pub fn hangs(ink: &[Ink]) -> bool {
    const ENDED: [(char, &str); 3] = [
        ('等', "再久苦别坐空"),
        ('和', "言讲求随谐温祥柔平暖缓"),
        // 他修了两万把
        ('把', "万千百十两几一二三四五六七八九半"),
    ];
    let is_word = |before: &Ink, last: &Ink| {
        ENDED.iter().any(|(end, words)| last.c == *end && words.contains(before.c))
    };
    // 脐橙的“免检”是怎么来的
    let asks_how = matches!(ink, [.., last] if last.c == '的')
        && ["怎么", "怎样", "如何", "咋"].iter().any(|how| contains(ink, how));
    let is_complete = asks_how || matches!(ink, [.., before, last] if is_word(before, last));
    let stops = ink.last().is_some_and(|last| HANGING.has(last.c));
    stops && !is_complete && crate::bond::ends_alone(ink) || LEADING.end(ink)
}

/// … or at a verb that says where or how much: 打算沿黄河骑到.
static LEADING: Words = Words::of(&[
    "骑到",
    "来到",
    "走到",
    "回到",
    "赶到",
    "送到",
    "运到",
    "搬到",
    "达到",
    "提高到",
    "增加到",
    "下降到",
    "延伸到",
    "扩大到",
    "位于",
    "以及",
    "包括",
]);

/// 在加快板房建设: 在 wants its 上 or 中.
pub fn is_framed(ink: &[Ink]) -> bool {
    let is = |ink: Option<&Ink>, among: &str| ink.is_some_and(|ink| among.contains(ink.c));
    if !is(ink.first(), "在当自随") || is(ink.last(), "上下中内里外前后间时旁边") {
        return false;
    }
    // 自习室 frames nothing.
    let near: Vec<char> = ink.iter().take(4).map(|ink| ink.c).collect();
    near[0] == '在'
        || crate::lexicon::first_word(&near) == 1
        || matches!(near[..], ['随', '着', ..])
}

/// 中国成为“国际湿: a quotation wants its end.
pub fn is_unclosed(ink: &[Ink]) -> bool {
    let quotes = |c: char| ink.iter().filter(|ink| ink.c == c).count();
    quotes('“') > quotes('”')
}

/// 即日起至9月30, 到苏州、无锡、河北: cut, and no head.
pub fn is_stub(ink: &[Ink]) -> bool {
    let count = |c: char| ink.iter().filter(|ink| ink.c == c).count();
    let last = ink.last().map_or(' ', |last| last.c);
    // 6月26日, but 开放日 and 宣传月.
    let before = ink.iter().rev().nth(1).map_or(' ', |ink| ink.c);
    let dated = matches!(last, '月' | '日')
        && (before.is_ascii_digit() || "一二三四五六七八九十".contains(before));
    // “为弱势请命。”蔡: a sentence ends inside.
    let ended = ink.iter().rev().skip(1).any(|ink| ink.c == '。') && last != '”';
    dated || ended || last.is_ascii_digit() || last == '第' || count('、') > 1
}

/// 题,最多的一个是…: one character before a comma is the end of a word, but for those that call. 茶,喝出来的年味 and
/// 路,越走越宽;心,越靠越近 are headlines.
pub fn is_cut_word(ink: &[Ink]) -> bool {
    const LONGEST_HEAD: usize = 14;
    static CALLS: Chars =
        Chars::of("看听来走嘿哎唉啊呵哈喂瞧快好对是不爸妈爷娘哥姐儿天哦哇咦嗯喏诺");
    let [word, comma, ..] = ink else { return false };
    comma.c == ','
        && is_han(word.c)
        && !CALLS.has(word.c)
        && ink.len() > LONGEST_HEAD
        && !ink.iter().any(|ink| ink.c == ';')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn a_word_that_ends_as_a_link_does_is_complete() {
        let is = |text: &str| hangs(&Source::of(text).ink);
        assert!(is("法官调解,原告和") && is("三年不能等"));
        assert!(!is("法官调解,村民握手言和") && !is("三年不能再等"));
        assert!(!is("筑巢引凤聚人才") && !is("河口镇土地公开转让") && !is("文明创建全民参与"));
        assert!(!is("脐橙的“免检”是怎么来的") && is("脐橙的“免检”是从哪一年开始的"));
        assert!(is("村里的老人把") && is("修路的钱已经被"));
    }

    #[test]
    fn a_verb_that_wants_its_place_hangs() {
        let is = |text: &str| hangs(&Source::of(text).ink);
        assert!(is("明年春天,他打算沿黄河骑到") && is("产量由三千吨提高到"));
        assert!(!is("专家:宜及早准备") && !is("没想到"));
    }

    #[test]
    fn one_character_before_a_comma_is_the_end_of_a_word() {
        let is = |text: &str| is_cut_word(&Source::of(text).ink);
        assert!(is("题,最多的一个是:“网上骂人算不算犯法?”"));
        for head in
            ["茶,喝出来的年味", "看,渡口上的船一条接一条都靠岸了", "路,越走越宽;心,越靠越近"]
        {
            assert!(!is(head), "{head}");
        }
    }
}

//! Whose name is this? Splits runs of names as papers print them: 付 炎, 姜萍、龙清峰, 曾颖杰 赵 杰.

use crate::cursor::{is_han, is_numeral};
use crate::lexicon::{Class, class_of, is_word};
use crate::source::Ink;
use crate::wordlist::{Chars, Words};
use crate::words::{DOUBLE_FAMILIES, is_family_name};
use std::ops::Range;

/// The longest Han name without a dot: 尉迟 with two characters more.
const LONGEST: usize = 4;

/// More names than this in one credit are something else.
const MOST: usize = 12;

/// The names of a run of ink, as ranges of it; `None` where it holds anything else.
pub fn names(ink: &[Ink]) -> Option<Vec<Range<usize>>> {
    let mut names = Vec::new();
    let mut start = 0;
    for at in 0..=ink.len() {
        let splits = ink.get(at).is_none_or(|ink| is_separator(ink.c)) || is_and(ink, start, at);
        if splits {
            names.extend(unpad(ink, start..at)?);
            start = at + 1;
        }
    }
    (!names.is_empty() && names.len() <= MOST).then_some(names)
}

fn is_separator(c: char) -> bool {
    matches!(c, '、' | ',' | ';' | '/')
}

/// 和 between two names; in 和丽军 and 林和生 it belongs to the name.
fn is_and(ink: &[Ink], start: usize, at: usize) -> bool {
    const SHORTEST: usize = 2;
    let word = |ink: &[Ink]| ink.split(|ink| is_separator(ink.c)).next().map_or(0, <[Ink]>::len);
    ink[at].c == '和' && at - start >= SHORTEST && word(&ink[at + 1..]) >= SHORTEST
}

/// Names between separators, told apart by spaces; one character alone belongs to its neighbour.
fn unpad(ink: &[Ink], run: Range<usize>) -> Option<Vec<Range<usize>>> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    for at in run.clone() {
        match tokens.last_mut() {
            Some(last) if !ink[at].spaced => last.end = at + 1,
            _ => tokens.push(at..at + 1),
        }
    }
    if let Some(names) = spaced_out(ink, &tokens) {
        return Some(names);
    }
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut waiting: Option<Range<usize>> = None;
    for token in tokens {
        match waiting.take() {
            Some(first) => names.push(first.start..token.end),
            None if token.len() == 1 => match names.last_mut() {
                Some(last) if token.end == run.end && is_name(&ink[last.start..token.end]) => {
                    last.end = token.end;
                }
                _ => waiting = Some(token),
            },
            None => names.push(token),
        }
    }
    if waiting.is_some() {
        return None;
    }
    let mut split = Vec::new();
    for name in names {
        split.extend(part(ink, name)?);
    }
    Some(split)
}

/// 高 志 远 王 娜: names of which every character stands apart, each beginning with a family name. The shorter ones are
/// tried first: two characters are padded oftener than three.
fn spaced_out(ink: &[Ink], tokens: &[Range<usize>]) -> Option<Vec<Range<usize>>> {
    const FEWEST: usize = 4;
    if tokens.len() < FEWEST || tokens.iter().any(|token| token.len() > 1) {
        return None;
    }
    let run = &ink[tokens[0].start..tokens[tokens.len() - 1].end];
    // From the end: how long the name is that begins at each character, where names fill up all that follows.
    let mut lengths = vec![None; run.len()];
    for at in (0..run.len()).rev() {
        let fills = |length: &usize| {
            let end = at + *length;
            end == run.len() || end < run.len() && lengths[end].is_some()
        };
        lengths[at] = (2..=3).find(|length| fills(length)).filter(|_| has_family(&run[at..]));
    }
    let mut names = Vec::new();
    let mut at = 0;
    while at < run.len() {
        let length = lengths[at]?;
        names.push(tokens[0].start + at..tokens[0].start + at + length);
        at += length;
    }
    Some(names)
}

/// A token that is one name, or two of which the paper left out the space.
fn part(ink: &[Ink], token: Range<usize>) -> Option<Vec<Range<usize>>> {
    if is_name(&ink[token.clone()]) {
        return Some(vec![token]);
    }
    let cuts = token.start + 2..(token.end - 1).min(token.start + LONGEST);
    let cut = cuts.rev().find(|cut| {
        has_family(&ink[*cut..])
            && is_name(&ink[token.start..*cut])
            && is_name(&ink[*cut..token.end])
    })?;
    // 楚侯乡修复河堤 is no 楚侯乡 and 修复河堤, 修表铺里的钟 no 修表铺 and 里的钟.
    static NAMELESS: Chars = Chars::of("的了着是");
    let whole = &ink[token.clone()];
    let is_words = holds_word(whole) || whole.iter().any(|ink| NAMELESS.has(ink.c));
    (!is_words).then(|| vec![token.start..cut, cut..token.end])
}

/// Whether this can be one person's name.
pub fn is_name(ink: &[Ink]) -> bool {
    is_han_name(ink) || ink.len() >= LONGEST && is_transcribed(ink) || is_mixed(ink)
}

/// 阿Ken, Mary陳: a name in two scripts.
pub fn is_mixed(ink: &[Ink]) -> bool {
    const LONGEST_MIXED: usize = 12;
    let han = ink.iter().filter(|ink| is_han(ink.c)).count();
    let latin = ink.iter().filter(|ink| ink.c.is_ascii_alphabetic()).count();
    let has_capital = ink.iter().any(|ink| ink.c.is_ascii_uppercase());
    (1..=2).contains(&han)
        && latin > 1
        && has_capital
        && han + latin == ink.len()
        && ink.len() <= LONGEST_MIXED
}

/// 扎西顿珠, 乌日娜, 哈力木拉提: a name of several characters that make no word; those of Tibetans, Mongols,
/// Uyghurs and Kazakhs begin with no Han family name.
pub fn is_transcribed(ink: &[Ink]) -> bool {
    const LONGEST_TRANSCRIBED: usize = 7;
    // Characters of sentences and of counts, which write no sounds.
    // 阿不都, 阿不力孜: servant of God, with which many Uyghur names begin.
    let of_god = ink.first().is_some_and(|first| first.c == '阿');
    static UNSOUNDED: Chars =
        Chars::of("的了着过在是不和这我你他她们就被把给让会要一二三四五六七八九十两个");
    (2..=LONGEST_TRANSCRIBED).contains(&ink.len())
        && ink.iter().enumerate().all(|(at, ink)| {
            is_letter(ink.c) && (!UNSOUNDED.has(ink.c) || ink.c == '不' && at == 1 && of_god)
        })
        && !holds_word(ink)
}

/// Whether a word in common use that names nobody stands in it.
fn holds_word(ink: &[Ink]) -> bool {
    let word: Vec<char> = ink.iter().map(|ink| ink.c).collect();
    crate::lexicon::holds_word(&word)
}

/// 田园笔记: a word in common use stands in it, and no double family name begins it.
pub fn is_words(ink: &[Ink]) -> bool {
    holds_word(ink) && !has_double(ink)
}

/// A name that nothing but its characters tells: with a family name, two or three characters or a double family name,
/// and no word that a label may be made of. 高 峰 may be spaced, 高峰 is a word.
pub fn is_plain(ink: &[Ink]) -> bool {
    const LONGEST_PLAIN: usize = 3;
    let spaced = ink.iter().skip(1).any(|ink| ink.spaced);
    has_family(ink)
        && (ink.len() <= LONGEST_PLAIN || has_double(ink))
        && (spaced || !holds_word(ink) && !is_other_word(ink))
}

/// 马铃薯: a rare word, and nobody's name.
fn is_other_word(ink: &[Ink]) -> bool {
    let word: Vec<char> = ink.iter().map(|ink| ink.c).collect();
    is_word(&word) && !matches!(class_of(&word), Class::Person | Class::Place)
}

/// 赛力克, 乌日娜: written with the characters that transcribe, so that it is a name even where nothing says so.
pub fn is_sounded(ink: &[Ink]) -> bool {
    const SHORTEST_SOUNDED: usize = 3;
    const SOUNDS: &str = "阿艾安巴白拜班保贝比彼卜布才查朝次旦达当德迪丁顿多额尔嘎噶甘高格根更古哈海和胡吉加江金卡康克\
        肯拉兰朗勒乐力林卢鲁罗洛麦买曼美米木穆那娜乃尼努诺帕平坡其恰仁日热萨赛桑斯苏索塔泰坦提图吐托娃瓦旺维乌吾西\
        夏辛雅扬亚央伊依叶音尤扎珠卓曲措玛姆贡仓登合宝斯琴花莫汗丽孜别";
    ink.len() >= SHORTEST_SOUNDED
        && ink.iter().all(|ink| SOUNDS.contains(ink.c))
        && is_transcribed(ink)
}

/// 东珠措毛, 普布次仁: two words that Tibetans are called by, one of them listed here.
pub fn is_tibetan(ink: &[Ink]) -> bool {
    static WORDS: Words = Words::of(&[
        "扎西", "次仁", "才仁", "卓玛", "卓嘎", "卓尕", "索南", "旦增", "丹增", "普布", "格桑",
        "达瓦", "尼玛", "多吉", "才让", "央金", "拉姆", "拉毛", "平措", "罗布", "措毛", "措姆",
        "曲珍", "白玛", "边巴", "巴桑", "洛桑", "强巴", "云丹", "仁青", "仁增", "嘉措", "江措",
        "晋美", "贡布", "顿珠", "东珠", "桑吉", "德吉", "旺堆", "群培", "次旦", "才旦", "阿旺",
        "益西", "欧珠", "赤列", "嘎玛", "尕玛", "更松", "代青", "江才", "永吉", "占堆", "旺姆",
        "加措", "班玛", "班久", "仓决", "措吉",
    ]);
    ink.len() == 4
        && (WORDS.open(ink) || WORDS.end(ink))
        && ink.iter().all(|ink| is_han(ink.c))
        && !holds_word(ink)
}

/// (战文涛), (宓安国): three characters that make no word are a name where brackets tell the rest, whether or not any list
/// has the family.
pub fn is_unlisted(ink: &[Ink]) -> bool {
    // 老规矩, 有删节: not even a rare word.
    ink.len() == 3 && is_transcribed(ink) && !ink.windows(2).any(is_other_word)
}

/// 归有成: two or three characters that may be a name where their place says so, though no family tells it. (新华社),
/// (有删节), (二十三), (实习生) stand there as well.
pub fn may_be_name(ink: &[Ink]) -> bool {
    const OPENS: &str = "有无系均第已全未不以下上见原据摘注首文图";
    const ENDS: &str = "社网报台刊版网文图摄词诗首章篇题则转完续略集等奖生者员稿译编";
    let [first, .., last] = ink else { return false };
    let chars: Vec<char> = ink.iter().map(|ink| ink.c).collect();
    matches!(ink.len(), 2 | 3)
        && ink.iter().all(|ink| is_han(ink.c))
        && !is_numeral(first.c)
        && ink.iter().filter(|ink| is_numeral(ink.c)).count() < 2
        && !OPENS.contains(first.c)
        && !ENDS.contains(last.c)
        && !is_word(&chars)
        && !is_other_word(&ink[..2])
}

/// Chinese, or a character that the dump's maker had no code for: 常\u{E3A1} is a name.
fn is_letter(c: char) -> bool {
    is_han(c) || matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FFFD}')
}

fn is_han_name(ink: &[Ink]) -> bool {
    let dots = ink.iter().filter(|ink| ink.c == '·').count();
    if dots > 0 {
        const LONGEST_DOTTED: usize = 14;
        // 走基层·春耕一线 is a series.
        return ink.len() <= LONGEST_DOTTED
            && !crate::forms::names_verse(ink)
            && ink.iter().all(|ink| is_letter(ink.c) || ink.c == '·')
            && !ink.split(|ink| ink.c == '·').any(holds_word);
    }
    (2..=LONGEST).contains(&ink.len())
        && ink.iter().all(|ink| is_letter(ink.c))
        && (ink.len() < LONGEST || has_double(ink) || has_family(ink))
}

/// Whether it begins with a family name.
pub fn has_family(ink: &[Ink]) -> bool {
    ink.first().is_some_and(|first| is_family_name(first.c)) || has_double(ink)
}

pub fn has_double(ink: &[Ink]) -> bool {
    DOUBLE_FAMILIES.open(ink)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn what_no_family_tells_may_still_be_a_name() {
        let may_be = |text: &str| may_be_name(&Source::of(text).ink);
        assert!(["归有成", "浪一舟", "干晚秋", "瓮无忧"].into_iter().all(may_be));
        for other in
            ["二十三", "新华社", "有删节", "实习生", "供稿", "人民网", "外一首", "全文完", "第一集"]
        {
            assert!(!may_be(other), "{other}");
        }
    }

    fn split(text: &str) -> Option<Vec<String>> {
        let source = Source::of(text);
        let word = |range: Range<usize>| source.ink[range].iter().map(|ink| ink.c).collect();
        names(&source.ink).map(|names| names.into_iter().map(word).collect())
    }

    #[test]
    fn padded_and_listed_names_are_split() {
        assert_eq!(split("付 炎").unwrap(), ["付炎"]);
        assert_eq!(split("杨伟炳 裴 姣").unwrap(), ["杨伟炳", "裴姣"]);
        assert_eq!(split("姜萍、龙清 峰").unwrap(), ["姜萍", "龙清峰"]);
        assert_eq!(split("姜萍和龙清峰").unwrap(), ["姜萍", "龙清峰"]);
        assert_eq!(split("和丽军、林和生、高和").unwrap(), ["和丽军", "林和生", "高和"]);
        assert_eq!(split("曾颖杰　赵　杰").unwrap(), ["曾颖杰", "赵杰"]);
        assert_eq!(split("尉迟恭礼 欧阳明").unwrap(), ["尉迟恭礼", "欧阳明"]);
        assert_eq!(split("阿卜杜拉·买买提").unwrap(), ["阿卜杜拉·买买提"]);
        assert_eq!(split("扎西顿珠 次仁央宗").unwrap(), ["扎西顿珠", "次仁央宗"]);
        assert_eq!(split("那仁朝克图、额尔德木图").unwrap(), ["那仁朝克图", "额尔德木图"]);
        assert_eq!(split("常\u{E3A1}").unwrap(), ["常\u{E3A1}"]);
        assert_eq!(split("未完待续部分内容"), None);
        assert_eq!(split("修表铺里的钟"), None);
        assert_eq!(split("3月"), None);
    }
}

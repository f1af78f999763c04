//! Do the names in what reads like a credit tell that it is one?

use super::{Credit, Person};
use crate::cursor::is_han;
use crate::lexicon::{Class, class_of};
use crate::people;
use crate::source::Ink;
use crate::wordlist::Words;
use crate::words::is_family_name;

/// Longer ones begin with no family name: 苏州老行当.
const LONGEST_NAME: usize = 4;

/// Whether the people of a credit are people. Where one of two is the place of the other it is taken out, and so is whoever
/// does not say a name.
pub fn is_known(ink: &[Ink], read: &mut Credit) -> bool {
    let firm = read.firm || read.bracketed;
    let has_family = |person: &Person| {
        let name = &ink[person.name.clone()];
        if firm {
            // 田园笔记 and 农牧短讯 begin with a family's character, and are labels.
            let is_words = name.len() == LONGEST_NAME
                && (people::is_words(name) || crate::features::names_section(name));
            name.len() <= LONGEST_NAME && people::has_family(name) && !is_words
        } else {
            people::is_plain(name)
        }
    };
    // 【龙江人物】 is a column; 【记者 王明】 is none.
    let is_square = ink.first().is_some_and(|first| first.c == '【');
    if is_square && !read.sure && read.people.iter().all(|person| person.role.is_none()) {
        return read.people.is_empty();
    }
    let told = read.sure || read.people.is_empty();
    let round = ink.first().is_some_and(|first| first.c == '(');
    let is_place = |person: &Person| "街路巷村镇乡区县组".contains(ink[person.name.end - 1].c);
    let listed = round && read.people.len() > 1 && !read.people.iter().any(is_place);
    if let [place, who] = read.people.as_slice()
        && listed
        && place.role.is_none()
        && ink[who.name.start].spaced
        && is_town(&ink[place.name.clone()])
        && has_family(who)
    {
        read.people.remove(0);
    }
    let people = read.people.len();
    read.people.retain(|person| !is_nameless(&ink[person.name.clone()]));
    if read.people.is_empty() && people > 0 {
        return read.bracketed;
    }
    // Whom no family name tells: a role does, or brackets around characters that write sounds.
    let is_told = |person: &Person| {
        let name = &ink[person.name.clone()];
        has_family(person)
            || name.iter().any(|ink| ink.c == '·')
            || (read.sure || person.role.is_some())
                && (people::is_transcribed(name) || people::is_mixed(name))
            || people::is_sounded(name)
            || people::is_tibetan(name)
            // □ 禾文光: the mark of whoever wrote it.
            || ink[0].c == '□' && people == 1 && people::is_unlisted(name)
            // (普光明 摄): whoever took a picture has a name, though no list has it.
            || round && read.is_photo && person.role.is_some() && matches!(name.len(), 2 | 3)
            || round
                && (people::is_unlisted(name) && !is_place(person)
                    || people == 1 && is_pen_name(name))
    };
    // (后永红 包世杰): of several names in brackets one tells the others.
    read.people.iter().all(is_told)
        || read.firm && (told || read.people.iter().any(has_family))
        || listed && read.people.iter().any(has_family)
}

/// (监利 杨德洲), (咸阳 冉长林): where, and who.
pub fn is_town(ink: &[Ink]) -> bool {
    let name: Vec<char> = ink.iter().map(|ink| ink.c).collect();
    let stem = name.strip_suffix(&['市']).unwrap_or(&name);
    places::is_short_county(&name) && !people::has_family(ink)
        || stem.len() > 1 && class_of(stem) == Class::Place
}

/// 王先生, 池女士, 郝医生: who asks and is not named.
fn is_nameless(ink: &[Ink]) -> bool {
    static CALLED: Words = Words::of(&[
        "先生", "女士", "小姐", "太太", "大爷", "大妈", "大叔", "大姐", "大哥", "大嫂", "阿姨",
        "阿婆", "奶奶", "爷爷", "同学", "医生", "老师", "师傅", "老板", "经理", "教练",
    ]);
    ink.len() == 3 && CALLED.end(ink)
}

/// (老耿), (思 敏): whoever signs in brackets with a name that is known on the page, or padded.
fn is_pen_name(ink: &[Ink]) -> bool {
    let [first, second] = ink else { return false };
    let called = "老小阿".contains(first.c) && is_family_name(second.c);
    let word = [first.c, second.c];
    second.spaced && is_han(first.c) && is_han(second.c)
        || called && !crate::lexicon::holds_word(&word)
}

/// 记者手记, 记者探访, 特别报道: a kind of article, and nobody's name.
pub fn is_kind(ink: &[Ink]) -> bool {
    static KINDS: Words = Words::of(&[
        "社论",
        "社评",
        "时评",
        "短评",
        "快评",
        "锐评",
        "编者",
        "编辑部",
        "手记",
        "札记",
        "观察",
        "调查",
        "来信",
        "走笔",
        "见闻",
        "点评",
        "连线",
        "感言",
        "探访",
        "直击",
        "跑腿",
        "体验",
        "暗访",
        "走访",
        "访谈",
        "特写",
        "专访",
        "特稿",
        "出击",
        "帮办",
        "亲历",
        "目击",
        "追踪",
        "回访",
        "夜访",
        "实探",
        "探店",
        "特别",
        "系列报道",
        "专题报道",
        "连续报道",
        "深度报道",
        "跟踪报道",
        "封面报道",
        "独家报道",
    ]);
    KINDS.open(ink)
}

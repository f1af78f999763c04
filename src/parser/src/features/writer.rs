//! Who signs a letter with nothing but where he is: 东台 成国林, 省农科院 银泽民?

use super::LONG;
use super::letters::{is_question, is_salutation};
use super::marks::is_bare_line;
use crate::credit::{Credit, Person};
use crate::cursor::{ends_with, is_han, starts_with};
use crate::opening::{Stop, stop};
use crate::people;
use crate::source::Ink;
use crate::wordlist::Words;
use std::ops::Range;

/// Below a letter or a question, over its answer, or where the page has another that is signed so, these lines say who
/// wrote it.
pub fn sign_letters(inks: &[&[Ink]], credits: &mut [Option<Credit>]) {
    let signer = |at: usize| {
        let below_text = at > 0 && stop(inks[at - 1]) == Stop::Full && credits[at].is_none();
        signer(inks[at]).filter(|_| below_text)
    };
    let signers: Vec<Option<Range<usize>>> = (0..inks.len()).map(signer).collect();
    let is_named = |at: usize, name: &Range<usize>| people::is_plain(&inks[at][name.clone()]);
    let ends_item = |at: usize| inks.get(at + 1).is_none_or(|next| is_bare_line(next));
    let plain = |at: &usize| {
        signers[*at].as_ref().is_some_and(|name| is_named(*at, name)) && ends_item(*at)
    };
    let several = (0..inks.len()).filter(plain).count() > 1;
    for (at, name) in signers.iter().enumerate() {
        let Some(name) = name else {
            let below_text = at > 0 && stop(inks[at - 1]) == Stop::Full && credits[at].is_none();
            if below_text && is_group(inks[at]) && is_below_letter(inks, credits, at) {
                credits[at] = Some(Credit { firm: true, ..Credit::default() });
            }
            continue;
        };
        let who = &inks[at][name.clone()];
        let asked = is_below_letter(inks, credits, at)
            || inks.get(at + 1).is_some_and(|next| starts_with(next, "答:"));
        let is_name = is_named(at, name)
            || people::is_unlisted(who)
            || is_old(who)
            || people::is_sounded(who);
        if asked && (is_name || people::is_transcribed(who)) || several && plain(&at) {
            let people = vec![Person { name: name.clone(), role: None }];
            let bracketed = inks[at][0].c == '(';
            credits[at] = Some(Credit { people, firm: true, bracketed, ..Credit::default() });
        }
    }
}

/// (归有成), alone below the end of a text and over a title: who signs, though no list has the family.
pub fn sign_alone(inks: &[&[Ink]], credits: &mut [Option<Credit>]) {
    const SHORTEST_TEXT: usize = 16;
    for at in 1..inks.len() {
        let ends = stop(inks[at - 1]) == Stop::Full && inks[at - 1].len() >= SHORTEST_TEXT;
        let is_over_title = inks.get(at + 1).is_none_or(|next| is_bare_line(next));
        if credits[at].is_none() && ends && is_over_title && is_name_in_brackets(inks[at]) {
            let people = vec![Person { name: 1..inks[at].len() - 1, role: None }];
            credits[at] = Some(Credit { people, bracketed: true, ..Credit::default() });
        }
    }
}

fn is_name_in_brackets(ink: &[Ink]) -> bool {
    let [open, name @ .., close] = ink else { return false };
    (open.c, close.c) == ('(', ')') && name.len() == 3 && people::may_be_name(name)
}

/// The name of 东台 成国林, (诗巫 老叶): a place or a unit, a space, and two or three characters.
fn signer(ink: &[Ink]) -> Option<Range<usize>> {
    const WHERE: Range<usize> = 2..7;
    const NAME: Range<usize> = 2..4;
    let brackets = usize::from(matches!(ink, [first, .., last] if first.c == '(' && last.c == ')'));
    let inside = &ink[brackets..ink.len() - brackets];
    let name = inside.iter().skip(1).position(|ink| ink.spaced)? + 1;
    let whole = inside[name + 1..].iter().all(|ink| !ink.spaced);
    let told = whole
        && WHERE.contains(&name)
        && NAME.contains(&(inside.len() - name))
        && inside.iter().all(|ink| is_han(ink.c));
    told.then(|| name + brackets..ink.len() - brackets)
}

/// 太原机器厂几名工人, 河口小学三年级部分家长: who they are and how many, and nobody by name.
fn is_group(ink: &[Ink]) -> bool {
    const LONGEST: usize = 18;
    const WHERE: usize = 2;
    static COUNTS: Words = Words::of(&[
        "几名", "几位", "一名", "一位", "两名", "两位", "部分", "一群", "全体", "众", "一",
    ]);
    static PEOPLE: Words = Words::of(&[
        "工人", "职工", "读者", "家长", "业主", "居民", "村民", "学生", "群众", "市民", "住户",
        "教师", "老师", "乘客", "老人", "农民", "社员", "青年", "司机", "商户", "战士", "旅客",
        "顾客", "用户", "教工",
    ]);
    // 服务员冷落几名旅客, 夜校来了一群青年 are sentences.
    const UNITS: &str = "厂校村组班级区队部院社店街巷镇乡县市司楼园所站局场矿系庄屯寨";
    let word =
        PEOPLE.iter().find(|word| ends_with(ink, word)).map_or(0, |word| word.chars().count());
    let who = ink.len() - word;
    let count = COUNTS.iter().find(|count| ends_with(&ink[..who], count));
    let unit = count.and_then(|count| who.checked_sub(count.chars().count() + 1));
    ink.len() <= LONGEST
        && ink.iter().all(|ink| is_han(ink.c))
        && word > 0
        && unit.is_some_and(|at| at + 1 >= WHERE && UNITS.contains(ink[at].c))
}

/// 老叶: as neighbours call somebody.
fn is_old(name: &[Ink]) -> bool {
    matches!(name, [old, family] if "老阿".contains(old.c) && crate::words::is_family_name(family.c))
}

/// The text above opens with whom it is sent to, asks or answers.
fn is_below_letter(inks: &[&[Ink]], credits: &[Option<Credit>], at: usize) -> bool {
    const REACH: usize = 8;
    const LONGEST_SALUTATION: usize = 14;
    let above = (0..at).rev().take(REACH);
    let mut texts = above.take_while(|at| {
        let is_text = inks[*at].len() >= LONG || stop(inks[*at]) != Stop::Open;
        is_text && credits[*at].is_none()
    });
    texts.any(|at| {
        let colon = inks[at].iter().take(LONGEST_SALUTATION).position(|ink| ink.c == ':');
        let answers = starts_with(inks[at], "答:");
        answers
            || is_question(inks[at])
            || colon.is_some_and(|colon| is_salutation(&inks[at][..=colon]))
    })
}

#[cfg(test)]
mod tests {
    /// Headlines, and who signs.
    fn signed(text: &str) -> Vec<(String, Vec<String>)> {
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let one = |article: &edition::Article| {
            let head = article.headline.iter().map(|span| span.of(text)).collect();
            (head, article.bylines.iter().map(|byline| byline.name.clone()).collect())
        };
        page.articles.iter().map(one).collect()
    }

    const LAMP: &str =
        "我们住在北街,巷口的路灯坏了三个月,晚上孩子下自习走得心慌。找过居委会,一直没有人来修。";
    const LINE: &str = "西关菜场门口天天乱停车,老人过马路要绕半条街。希望有人来画几条线,派人看着。";

    #[test]
    fn whoever_writes_a_letter_says_where_he_is() {
        let text = format!(
            "路灯坏了三个月\n\n编辑同志:{LAMP}\n\n渡口 成国林\n\n菜场门口该画停车线\n\n{LINE}\n\n西关 潘玉萍\n"
        );
        let all = signed(&text);
        assert_eq!(all[0], ("路灯坏了三个月".into(), vec!["成国林".into()]));
        assert_eq!(all[1], ("菜场门口该画停车线".into(), vec!["潘玉萍".into()]));
    }

    #[test]
    fn a_group_signs_its_letter() {
        let text = |group: &str| {
            format!(
                "路灯坏了三个月\n\n编辑同志:{LAMP}\n\n{group}\n\n菜场门口该画停车线\n\n本报讯(记者 李平){LINE}\n"
            )
        };
        let articles = |group: &str| {
            let text = text(group);
            let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
            let last = page.articles[0].blocks.last().map(|block| block.kind);
            (page.articles.len(), last)
        };
        for group in ["太原机器厂几名工人", "河口小学三年级部分家长", "北街一居民"]
        {
            assert_eq!(articles(group), (2, Some(edition::BlockKind::Signoff)), "{group}");
        }
        for sentence in ["夜校来了一群青年", "服务员冷落几名旅客", "谁来管管这几位老人"]
        {
            assert_ne!(articles(sentence).1, Some(edition::BlockKind::Signoff), "{sentence}");
        }
    }

    #[test]
    fn whoever_asks_has_his_answer_below_him() {
        let text = "渠水发黑能不能浇菜?\n\n问:村口渠水发黑,浇了菜会不会吃坏人?\n\n河口镇渡口村 银泽民\n\n\
            答:先别浇。发黑多半是上游纸坊排的水,请把水样送到站里来验,三天就有结果。\n\n县农技站 娜仁\n";
        assert_eq!(signed(text)[0].1, ["银泽民", "娜仁"]);
    }

    #[test]
    fn a_name_alone_in_brackets_below_a_text_signs_it() {
        let text = |signs: &str| {
            format!(
                "北街路灯亮了\n\n{LAMP}{LAMP}\n\n{signs}\n\n春耕田间忙\n\n本报讯(记者 李平){LINE}\n"
            )
        };
        assert_eq!(signed(&text("(归有成)"))[0].1, ["归有成"]);
        for other in ["(外一首)", "(新华社)", "(有删节)", "(系化名)", "(一等奖)", "(人民网)"]
        {
            assert!(signed(&text(other))[0].1.is_empty(), "{other}");
        }
    }

    #[test]
    fn two_halves_of_a_head_below_a_text_are_nobody() {
        let text = format!(
            "北街路灯亮了\n\n本报讯(记者 王晓明)北街的路灯昨天修好了,居民都说亮堂。\n\n春耕 田间忙\n\n本报讯(记者 李平){LINE}\n"
        );
        assert_eq!(signed(&text)[1].0, "春耕 田间忙");
    }
}

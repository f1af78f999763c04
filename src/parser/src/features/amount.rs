//! Does a line say how many it was, from when, or what comes of it?

use crate::cursor::Cursor;
use crate::source::Ink;
use crate::wordlist::{Chars, Words};

/// 可同时停泊渔船五百艘, 拟设救生员, 最重可判十五年: what it can do, what comes of it.
static THEN: Words =
    Words::of(&["可", "将", "已", "拟", "力争", "有望", "预计", "最重", "最高", "最快", "最迟"]);

/// 年底前完工 可供三万人用水: the second half says what comes of it, and how much.
pub fn half_tells_how_many(ink: &[Ink]) -> bool {
    let half = ink.iter().skip(1).position(|ink| ink.spaced).map(|at| &ink[at + 1..]);
    half.is_some_and(|half| THEN.open(half) && amounts(half) > 0)
}

/// 7416名考生下月赴考, 即日起可在社区办理: a line under a headline often opens with how many it was, or from when.
pub fn tells_how_many(ink: &[Ink]) -> bool {
    const UNITS: &str = "名人位家户支队个项条万亿余多场次所座辆件处";
    static WHEN: Words = Words::of(&[
        "首批",
        "惠及",
        "涉及",
        "覆盖",
        "即日起",
        "今起",
        "明起",
        "今日起",
        "明日起",
        "首日",
        "下月起",
        "本月底",
        "年底前",
    ]);
    if WHEN.open(ink) || THEN.open(ink) || opens_with_span(ink) || tells_for_how_many(ink) {
        return true;
    }
    let mut cursor = Cursor::of(ink);
    cursor.eat_any(&["首批", "近", "逾", "超", "约"]);
    // 一座老戏台 is what it is about.
    let counted = cursor.number().is_some_and(|number| number > 1);
    let hundreds = cursor.eat_if(|c| matches!(c, '百' | '千')).is_some();
    (counted || hundreds) && cursor.peek().is_some_and(|c| UNITS.contains(c))
}

/// 上半年外销八万只 每公斤均价八十六元: how many counted or measured things a line gives.
pub fn amounts(ink: &[Ink]) -> usize {
    static UNITS: Chars = Chars::of(
        "名人位家户支队个项条场次所座辆件处幢栋亩吨元斤里米天年月日点岁旬只枝株艘匹头倍成%",
    );
    static FIRST: Chars = Chars::of("0123456789二两三四五六七八九十");
    static MORE: Chars = Chars::of("0123456789.零一二两三四五六七八九十百千万亿多余");
    let (mut at, mut count) = (0, 0);
    while at < ink.len() {
        // 一座老戏台 is what it is about, 一千天 is counted.
        let is_one_of_many =
            ink[at].c == '一' && ink.get(at + 1).is_some_and(|next| "百千万亿".contains(next.c));
        if !FIRST.has(ink[at].c) && !is_one_of_many {
            at += 1;
            continue;
        }
        at += ink[at..].iter().take_while(|ink| MORE.has(ink.c)).count();
        let is_measured = ink.get(at).is_some_and(|unit| UNITS.has(unit.c));
        count += usize::from(is_measured || "万亿".contains(ink[at - 1].c));
    }
    count
}

/// 一期工程惠及东城二千四百户居民: a word for whom it is good, or how far it goes, and behind it a number of them.
fn tells_for_how_many(ink: &[Ink]) -> bool {
    static WORDS: Words = Words::of(&["惠及", "受益", "涉及", "覆盖", "涉案", "带动"]);
    const COUNTED: &str = "户人名家村个亩";
    if !WORDS.stand(ink) {
        return false;
    }
    let word = WORDS.iter().find_map(|word| crate::cursor::find(ink, word));
    let counts = |pair: &[Ink]| {
        let number = pair[0].c.is_ascii_digit() || "百千万余多".contains(pair[0].c);
        number && COUNTED.contains(pair[1].c)
    };
    word.is_some_and(|at| ink[at..].windows(2).any(counts))
}

/// 前十个月出口1200万枝, 五年新增学位三万个: over how long it was so many.
fn opens_with_span(ink: &[Ink]) -> bool {
    let mut cursor = Cursor::of(ink);
    cursor.eat("前");
    let spans = cursor.number().is_some()
        && cursor.eat_any(&["个月", "季度", "年来", "年间", "年", "天"]).is_some();
    let counts = |c: char| c.is_ascii_digit() || "百千万亿".contains(c);
    spans && cursor.rest().iter().any(|ink| counts(ink.c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn what_is_counted_or_measured_is_an_amount() {
        let count = |text: &str| amounts(&Source::of(text).ink);
        assert_eq!(count("上半年外销八万只 每公斤均价八十六元"), 2);
        assert_eq!(count("八旬阿婆凌晨三点捶肉 一做就是五十年"), 3);
        assert_eq!(count("安全行车突破一千天 一座老戏台"), 1);
        assert_eq!(count("千家万户一条心 三农四季有人管"), 0);
    }

    #[test]
    fn amounts_and_consequences_are_told() {
        let tells = |text: &str| tells_how_many(&Source::of(text).ink);
        assert!(
            [
                "前八个月外销三百万枝",
                "可存放粮食三千吨",
                "七千名考生赴考",
                "一期工程惠及河东二千四百户居民",
            ]
            .into_iter()
            .all(tells)
        );
        assert!(!["一座老戏台", "三年磨一剑", "粮站修好了"].into_iter().any(tells));
    }
}

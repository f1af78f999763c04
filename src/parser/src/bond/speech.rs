//! What does a seam say where somebody speaks on one of its sides?

use super::{BESIDE, Side, closes, run_before, when};
use crate::cursor::{ends_with, is_han};
use crate::lexicon::{self, Class};
use crate::opening;
use crate::source::Ink;
use crate::wordlist::Words;

/// 法官认为 | 警方呼吁民众…: whoever wishes or says something begins a sentence, and what was thought is missing.
pub fn wishes(a: &[Ink], b: &[Ink], torn: bool) -> f32 {
    const NEAR: usize = 6;
    static SAY: Words = Words::of(&[
        "呼吁", "期望", "提醒", "表示", "指出", "强调", "介绍", "建议", "透露", "坦言",
    ]);
    static THINK: Words =
        Words::of(&["认为", "表示", "指出", "强调", "发现", "得知", "获悉", "呼吁"]);
    let near = &b[..b.len().min(NEAR)];
    let says = (2..near.len()).any(|at| SAY.open(&near[at..]));
    let whole = says && near.iter().all(|ink| is_han(ink.c)) && !opening::is_tail(b);
    when(whole && !torn, -3.2) + when(whole && THINK.end(a), -2.0)
}

/// 一天要接待 | 河口乡党委书记王明说:“…: behind a verb that wants its object somebody is named with office and name,
/// and speaks.
pub fn names_speaker(a: &[Ink], b: &[Ink]) -> f32 {
    const LONGEST: usize = 20;
    const SHORTEST_OFFICE: usize = 4;
    const SAYS: [&str; 6] = ["介绍说", "告诉记者", "表示", "介绍", "说", "道"];
    const OFFICES: &str = "长任记员席理师工人民主";
    const SURELY: f32 = -6.0;
    let Some(mark) = b.iter().take(LONGEST).position(|ink| !is_han(ink.c)) else { return 0.0 };
    let opens = b[mark].c == ':' && b.get(mark + 1).is_some_and(|next| next.c == '“');
    if !opens {
        return 0.0;
    }
    let verb = SAYS.iter().find(|verb| ends_with(&b[..mark], verb));
    let who = &b[..mark - verb.map_or(0, |verb| verb.chars().count())];
    let named = [2, 3].iter().any(|length| {
        let office = who.len().checked_sub(*length).filter(|at| *at >= SHORTEST_OFFICE);
        office.is_some_and(|at| {
            OFFICES.contains(who[at - 1].c) && crate::people::has_family(&who[at..])
        })
    });
    let left = run_before(a, BESIDE);
    let last = &left[left.len() - lexicon::last_word(&left)..];
    let wants = last.len() > 1 && lexicon::class_of(last) == Class::Verb;
    when(verb.is_some() && named && wants, SURELY)
}

/// 工程将于 | 县水利局表示,…: what has a verb of its own is no object of a preposition.
pub fn speaks_anew(a: Side, b: Side) -> f32 {
    const WHO: std::ops::RangeInclusive<usize> = 2..=12;
    const SAYS: [&str; 8] = ["表示", "认为", "指出", "强调", "介绍", "透露", "坦言", "说"];
    // 情况由 | 县水利局介绍 goes on.
    const PREPOSITIONS: &str = "于从把被在将";
    const SURELY: f32 = -6.0;
    // 现在 and 小将 end with none.
    let wants =
        a.ink.last().is_some_and(|last| PREPOSITIONS.contains(last.c)) && a.end().word.len() == 1;
    if !wants {
        return 0.0;
    }
    let (class, b) = (b.opening().first.class, b.ink);
    let Some(mark) = b.iter().position(|ink| !is_han(ink.c)) else { return 0.0 };
    let verb = SAYS.iter().find(|verb| ends_with(&b[..mark], verb));
    let who = mark - verb.map_or(0, |verb| verb.chars().count());
    let speaks = verb.is_some() && matches!(b[mark].c, ',' | ':') && WHO.contains(&who);
    // 接受采访时表示, 记者会上说 and 昨日表示 go on, too: they tell when and where it was said.
    let frames = closes(&b[..who.min(mark)]) && !ends_with(&b[..who.min(mark)], "方面")
        || matches!(class, Class::Verb | Class::Time);
    when(speaks && !frames, SURELY)
}

/// 连夜抢险 | “快来人,冒水了!”半夜三点,…: a quotation of whole sentences begins a paragraph, unless what stands before
/// it opens speech.
pub fn quotes_anew(a: &[Ink], b: &[Ink]) -> f32 {
    const LONGEST_QUOTATION: usize = 80;
    const NEW: f32 = -2.5;
    if b.first().is_none_or(|first| first.c != '“') {
        return 0.0;
    }
    let close = b.iter().take(LONGEST_QUOTATION).position(|ink| ink.c == '”');
    let is_whole = close.is_some_and(|close| matches!(b[close - 1].c, '。' | '!' | '?' | '…'));
    let waits =
        || a.last().is_some_and(|last| !is_han(last.c) || "说道喊问答写叫是句".contains(last.c));
    when(is_whole && !waits(), NEW)
}

/// …”蚕农韦金莲 | 说: whoever stands behind a quotation says it; where nothing says so, that is missing.
pub fn speaker(a: &[Ink], b: &[Ink]) -> f32 {
    const LONGEST_SPEAKER: usize = 14;
    const NEAR: usize = 12;
    const SAYS: &str = "说道称告介笑叹问答喊忆诉念表坦感夸评";
    let Some(close) = a.iter().rev().take(LONGEST_SPEAKER).position(|ink| ink.c == '”') else {
        return 0.0;
    };
    let who = &a[a.len() - close..];
    let ends = a.len().checked_sub(close + 2).is_some_and(|at| "。,!?…".contains(a[at].c));
    let says = |ink: &[Ink]| ink.iter().any(|ink| SAYS.contains(ink.c));
    let named = [2, 3].iter().any(|length| {
        who.len().checked_sub(*length).is_some_and(|at| crate::people::is_plain(&who[at..]))
    });
    if !ends || !named || !who.iter().all(|ink| is_han(ink.c)) || says(who) {
        return 0.0;
    }
    let near = &b[..b.len().min(NEAR)];
    when(!says(near), -2.5)
}

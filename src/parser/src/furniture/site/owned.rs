//! Who may copy a website, and who keeps it? Copyright, records and disclaimers.

use crate::cursor::{contains, find, starts_with};
use crate::source::Ink;
use crate::wordlist::{Chars, Words};

/// 版权所有:河东日报社 晋ICP备12345678号, 未经授权不得转载: who may copy it, and who keeps the site.
pub fn is_owned(ink: &[Ink]) -> bool {
    const LONGEST: usize = 100;
    const LONGEST_SENTENCE: usize = 50;
    static RECORDS: Words = Words::of(&["ICP备", "ICP证", "公网安备", "网新办备", "新办备"]);
    static RIGHTS: Words = Words::of(&[
        "AllRightsReserved",
        "Allrightsreserved",
        "ALLRIGHTSRESERVED",
        "ProducedBy",
        "PoweredBy",
        "Copyright©",
        "Copyright(",
        "COPYRIGHT©",
    ]);
    static HOLDERS: Words =
        Words::of(&["报社", "日报", "晚报", "网", "集团", "中心", "公司", "电视台", "传媒"]);
    // Most lines have none of the characters without which none holds.
    static SIGNS: Chars = Chars::of("版备证权未免CcPA©");
    if !ink.iter().any(|ink| SIGNS.has(ink.c)) {
        return false;
    }
    // 【免责声明】本网转载内容仅代表作者个人观点。
    static DISCLAIMERS: Words =
        Words::of(&["【免责声明】", "免责声明:", "【版权声明】", "版权声明:"]);
    static SITES: Words = Words::of(&["本网", "本站", "本平台", "转载", "稿件"]);
    if DISCLAIMERS.open(ink) {
        return SITES.stand(ink);
    }
    if ink.len() > LONGEST || contains(ink, "。") {
        return false;
    }
    let words = "版权所有".chars().count();
    // 版权所有:河东日报社; 河东日报社版权所有; 版权所有者 is somebody else.
    let is_held = || {
        let at = find(ink, "版权所有").filter(|at| *at == 0 || HOLDERS.end(&ink[..*at]));
        at.is_some_and(|at| match &ink[at + words..] {
            [] => true,
            [mark, rest @ ..] if matches!(mark.c, ':' | '©' | '(') => HOLDERS.stand(rest),
            [mark, rest @ ..] if mark.c == ',' => {
                at > 0 && forbids(rest) || starts_with(rest, "未经") && forbids(rest)
            }
            [first, ..] => first.spaced && HOLDERS.stand(&ink[at + words..]),
        })
    };
    // 晋ICP备12345678号; 没有ICP备案 is said of one.
    let is_numbered = || {
        (0..ink.len()).any(|at| {
            RECORDS.opening(&ink[at..]).is_some_and(|word| {
                ink.get(at + word.chars().count()).is_some_and(|next| next.c.is_ascii_digit())
            })
        })
    };
    // 未经消毒餐具不得使用 is of other things.
    static COPIES: Words = Words::of(&["转载", "镜像", "摘编", "书面授权", "本报授权", "本网授权"]);
    let is_alone = || {
        ink.len() <= LONGEST_SENTENCE
            && starts_with(ink, "未经")
            && COPIES.stand(ink)
            && forbids(ink)
    };
    // ©河东日报社, © 2024 河东日报, © 王明 is of a picture.
    let is_signed = || {
        let is_year =
            ink.get(1..5).is_some_and(|year| year.iter().all(|ink| ink.c.is_ascii_digit()));
        ink[0].c == '©' && (is_year || HOLDERS.stand(ink))
    };
    is_held() || is_signed() || is_alone() || is_numbered() || RIGHTS.stand(ink)
}

/// …禁止转载, …不得复制或建立镜像: it ends so.
fn forbids(ink: &[Ink]) -> bool {
    static FORBIDDEN: Words = Words::of(&["转载", "复制", "镜像", "使用", "必究"]);
    static NOT: Words = Words::of(&["不得", "禁止", "严禁", "请勿"]);
    let end = ink.len() - ink.iter().rev().take_while(|ink| matches!(ink.c, '!' | '。')).count();
    NOT.stand(ink) && FORBIDDEN.end(&ink[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn who_owns_a_site_is_no_text() {
        for line in [
            "版权所有：河东日报社 晋ICP备12345678号",
            "Copyright © 2025 All Rights Reserved 河东日报社",
            "未经授权禁止转载",
            "版权所有",
            "晋公网安备 14080202000001号",
            "河东日报社版权所有，未经书面授权禁止复制或建立镜像",
        ] {
            assert!(is_owned(&Source::of(line).ink), "{line}");
        }
        for line in [
            "版权所有者维权难",
            "未经批准不得捕捞",
            "他查了网站的ICP备案号。号码是假的。",
            "相关负责人表示，该网站没有ICP备案，",
            "未经授权禁止转载谁来管",
            "未经消毒餐具不得使用",
            "免责声明：该由谁写",
            "版权所有？先问作者",
            "技术支持：运城市产权交易中心",
        ] {
            assert!(!is_owned(&Source::of(line).ink), "{line}");
        }
    }
}

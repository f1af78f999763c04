//! How is the paper reached? Telephones and addresses in its head.

use super::parts::day;
use crate::cursor::Cursor;
use crate::source::Ink;
use crate::wordlist::Words;

/// 电话:(0774)2820212, Tel 2820212, 新闻热线:2820212, E-mail:hkrb@126.com, with the number or address.
pub fn contact(cursor: &mut Cursor) -> bool {
    const FEWEST_DIGITS: usize = 5;
    const FEWEST_LETTERS: usize = 3;
    let start = *cursor;
    if !way(cursor, true) {
        return false;
    }
    let marked = cursor.at > 0 && matches!(cursor.ink[cursor.at - 1].c, ':' | '/');
    let from = cursor.at;
    address(cursor);
    let told = &cursor.ink[from..cursor.at];
    let digits = told.iter().filter(|ink| ink.c.is_ascii_digit()).count();
    let is_address = digits >= FEWEST_DIGITS
        || told.iter().any(|ink| ink.c == '@')
        || marked && told.len() >= FEWEST_LETTERS && told[0].c.is_ascii_alphabetic();
    if !is_address {
        *cursor = start;
    }
    is_address
}

/// 新闻热线:, Tel, QQ/: the way, and the mark behind it. `any`: of whatever office, 投诉热线.
pub fn way(cursor: &mut Cursor, any: bool) -> bool {
    static KNOWN: Words = Words::of(&["新闻", "投稿", "电子", "联系"]);
    static OTHER: Words = Words::of(&[
        "读者",
        "服务",
        "广告",
        "发行",
        "来稿",
        "编辑部",
        "编辑",
        "咨询",
        "报料",
        "爆料",
        "健康",
        "采编",
        "总编室",
        "办公室",
        "投诉",
        "举报",
        "监督",
        "订报",
        "本版",
        "热线",
        "客服",
    ]);
    static WAYS: Words = Words::of(&[
        "电话",
        "传真",
        "热线",
        "邮编",
        "邮箱",
        "信箱",
        "微信公众号",
        "微信号",
        "微信",
        "QQ群",
        "QQ",
        "qq",
        "Tel",
        "TEL",
        "tel",
        "Fax",
        "FAX",
        "E-mail",
        "E-Mail",
        "E-MAIL",
        "e-mail",
        "Email",
        "EMAIL",
        "email",
    ]);
    let start = *cursor;
    let is_of = cursor.eat_of(&KNOWN).is_some() || any && cursor.eat_of(&OTHER).is_some();
    // 健康 E-mail: the section, and the way.
    let is_one = is_of && cursor.rest().first().is_some_and(|ink| !ink.spaced);
    if !(is_one && cursor.eat_of(&WAYS).is_some()) {
        // 热线 is a way, too.
        *cursor = start;
        if cursor.eat_of(&WAYS).is_none() {
            return false;
        }
    }
    cursor.eat_if(|c| matches!(c, ':' | '/'));
    true
}

/// 0536-8196XXX, masked as numbers often are; (0774) 2820212; hkxb2020@163.com. A day that stands behind is none.
pub fn address(cursor: &mut Cursor) {
    const LONGEST_AREA: usize = 6;
    let start = cursor.at;
    let is_part = |c: char| {
        c.is_ascii_alphanumeric()
            || matches!(c, '-' | '—' | '(' | ')' | '*' | '×' | '@' | '.' | '_')
    };
    while let Some(next) = cursor.rest().first().filter(|ink| is_part(ink.c)) {
        let length = cursor.at - start;
        let begins = length == 0 || next.spaced;
        let goes_on = length == 0 || !next.spaced || length <= LONGEST_AREA;
        if !goes_on || begins && day(&mut cursor.clone()).is_some() {
            break;
        }
        cursor.at += 1;
    }
}

/// 健康热线:0571-85120000, E-mail:hkrb@126.com: how to reach the paper, where it stands in its head. 市长热线12345开通三年 is
/// a headline: the number is short, and no mark stands before it.
pub fn is_contact(ink: &[Ink]) -> bool {
    const LONGEST: usize = 40;
    const FEWEST_DIGITS: usize = 4;
    const TELEPHONE: usize = 7;
    let is_figure = |ink: &&Ink| ink.c.is_ascii_digit() || matches!(ink.c, '-' | '—' | '(' | ')');
    let is_long = || {
        let run = |at: usize| ink[at..].iter().take_while(is_figure).count();
        (0..ink.len()).any(|at| run(at) >= TELEPHONE)
    };
    let is_marked = || {
        let after = ink.windows(2).filter(|two| matches!(two[0].c, ':' | '/'));
        after.into_iter().any(|two| two[1].c.is_ascii_alphanumeric() || two[1].c == '(')
    };
    static WAYS: Words = Words::of(&[
        "电话", "热线", "传真", "邮箱", "mail", "Mail", "MAIL", "投稿", "传呼", "Tel", "TEL",
    ]);
    let digits = ink.iter().filter(|ink| ink.c.is_ascii_digit()).count();
    ink.len() <= LONGEST
        && WAYS.stand(ink)
        && (digits >= FEWEST_DIGITS && (is_long() || is_marked())
            || ink.iter().any(|ink| ink.c == '@'))
        && !ink.iter().any(|ink| matches!(ink.c, '。' | ','))
}

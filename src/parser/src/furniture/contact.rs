//! How is the paper reached? Telephones and addresses in its head.

use crate::source::Ink;
use crate::wordlist::Words;

/// 健康热线:0571-85120000, E-mail:hkrb@126.com: how to reach the paper, where it stands in its head.
pub fn is_contact(ink: &[Ink]) -> bool {
    const LONGEST: usize = 40;
    const FEWEST_DIGITS: usize = 4;
    static WAYS: Words =
        Words::of(&["电话", "热线", "传真", "邮箱", "mail", "Mail", "MAIL", "投稿", "传呼"]);
    let digits = ink.iter().filter(|ink| ink.c.is_ascii_digit()).count();
    ink.len() <= LONGEST
        && WAYS.stand(ink)
        && (digits >= FEWEST_DIGITS || ink.iter().any(|ink| ink.c == '@'))
        && !ink.iter().any(|ink| matches!(ink.c, '。' | ','))
}

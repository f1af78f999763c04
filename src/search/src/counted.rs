//! How else can what is counted be written? 21% as 百分之二十一, 3.6 as 三点六, 12000 as 一万二千.

use crate::numeral::{in_tens, is_number, value};

const SHARE: [char; 3] = ['百', '分', '之'];
const POINT: char = '点';
/// Digits of a number that is read digit by digit: of a telephone or a book.
const LONGEST: usize = 8;

/// Other writings of a term that holds a share, a number with a point, or one of ten thousand and more; the first of
/// each alone is written otherwise.
pub(crate) fn writings(term: &[char]) -> Vec<String> {
    let all = (0..term.len()).filter(|at| *at == 0 || !is_part(term[*at - 1]));
    let mut all = all.filter_map(|at| {
        let (length, other) = other(&term[at..])?;
        let rest = &term[at + length..];
        let text = |chars: &[char]| chars.iter().collect::<String>();
        Some([text(&term[..at]), other, text(rest)].concat())
    });
    all.next().into_iter().collect()
}

/// Whether a number cannot begin behind it.
fn is_part(c: char) -> bool {
    is_number(c) || matches!(c, '.' | POINT)
}

/// What the text begins with, as a number of characters, and how else that is written.
fn other(text: &[char]) -> Option<(usize, String)> {
    if let Some(rest) = text.strip_prefix(&SHARE) {
        let (length, number) = han(rest)?;
        return Some((SHARE.len() + length, number + "%"));
    }
    if text.first()?.is_ascii_digit() {
        let (length, number) = digits(text)?;
        return match text.get(length) {
            Some('%') => Some((length + 1, SHARE.iter().collect::<String>() + &number)),
            _ if number.contains(POINT) || length > 4 => Some((length, number)),
            _ => None,
        };
    }
    let (length, number) = han(text)?;
    number.contains('.').then_some((length, number))
}

/// 3.6 as 三点六, and how long it is; `None` where it is no number, as a day with points.
fn digits(text: &[char]) -> Option<(usize, String)> {
    let run = |text: &[char]| text.iter().take_while(|c| c.is_ascii_digit()).count();
    let whole = run(text);
    let number = in_tens(&text[..whole]).filter(|_| whole <= LONGEST)?;
    if text.get(whole) != Some(&'.') {
        return Some((whole, number));
    }
    let part = run(&text[whole + 1..]);
    let end = whole + 1 + part;
    let is_more = text.get(end) == Some(&'.');
    let part: Option<String> =
        text[whole + 1..end].iter().map(|digit| in_tens(std::slice::from_ref(digit))).collect();
    let part = part.filter(|part| !part.is_empty() && !is_more)?;
    Some((end, format!("{number}{POINT}{part}")))
}

/// 三点六 as 3.6, and how long it is.
fn han(text: &[char]) -> Option<(usize, String)> {
    let run = |text: &[char]| text.iter().take_while(|c| is_number(**c) && !c.is_ascii()).count();
    let whole = run(text);
    let number = value(&text[..whole]).filter(|_| whole > 0)?;
    if text.get(whole) != Some(&POINT) {
        return Some((whole, number));
    }
    let part = run(&text[whole + 1..]);
    match value(&text[whole + 1..whole + 1 + part]) {
        // Digits one by one: behind a point stands no 十.
        Some(digits) if part > 0 && digits.len() == part => {
            Some((whole + 1 + part, format!("{number}.{digits}")))
        }
        _ => Some((whole, number)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(term: &str) -> Vec<String> {
        writings(&term.chars().collect::<Vec<char>>())
    }

    #[test]
    fn shares_and_points_have_other_writings() {
        for (one, other) in [
            ("21%", "百分之二十一"),
            ("百分之二十一", "21%"),
            ("增长3.5%", "增长百分之三点五"),
            ("百分之三点五", "3.5%"),
            ("3.6公里", "三点六公里"),
            ("三点六公里", "3.6公里"),
            ("12000人", "一万二千人"),
            ("100000", "十万"),
            ("10500", "一万〇五百"),
        ] {
            assert_eq!(texts(one), [other], "{one}");
        }
    }

    #[test]
    fn what_is_no_such_number_stays() {
        for other in [
            "",
            "运城",
            "21",
            "1.2.3",
            "2025.7.21",
            "三点",
            "三点十分",
            "点",
            "百分之",
            "13800138000",
            "%",
            "3.",
        ] {
            assert!(texts(other).is_empty(), "{other}: {:?}", texts(other));
        }
    }
}

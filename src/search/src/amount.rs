//! How else can an amount be written? 12000 as 12,000, 1.2万 and 一万二千, 21% as 百分之二十一, 两百 as 200.

mod said;

use self::said::{decimal, spoken, with_commas};
use crate::numeral::{is_number, value};

/// An amount of up to 10¹⁵, in ten-thousandths: 1.2万 and 0.0001 are whole numbers of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Amount {
    parts: u64,
    is_share: bool,
}

const ONE: u64 = 10_000;
/// What stands behind a number and multiplies it, from the least up.
const UNITS: [(&str, u64); 4] =
    [("百", 100), ("千", 1_000), ("万萬", 10_000), ("亿億", 100_000_000)];
/// Those by which long numbers are read.
const GROUPS: [(&str, u64); 3] = [("万亿", ONE * YI), ("亿", YI), ("万", ONE)];
const YI: u64 = 100_000_000;
/// No name stands behind the last of them.
const ONES: &str = "";
const SHARE: [char; 3] = ['百', '分', '之'];
const POINTS: &str = "点點";
/// Digits of a number that is read digit by digit: of a telephone or a book.
const LONGEST: usize = 8;
/// Digits behind a point.
const BEHIND: usize = 4;

/// Other writings of a term that holds an amount of a thousand and more, one with a point, or a share; the first alone
/// is written otherwise. What is less [`crate::numeral`] knows.
pub(crate) fn writings(term: &[char]) -> Vec<String> {
    let starts = (0..term.len()).filter(|at| *at == 0 || !is_part(term[*at - 1]));
    let mut found = starts.filter_map(|at| Some((at, read(&term[at..])?)));
    let Some((at, (length, amount))) = found.next() else { return Vec::new() };
    let text = |chars: &[char]| chars.iter().collect::<String>();
    let (before, behind) = (text(&term[..at]), text(&term[at + length..]));
    let all = amount.writings().into_iter();
    all.map(|other| [&before[..], &other, &behind].concat()).collect()
}

/// Whether an amount cannot begin behind it.
fn is_part(c: char) -> bool {
    is_number(c) || is_pair(c) || matches!(c, '.' | ',') || POINTS.contains(c)
}

/// The amount that the text begins with, and how many characters it takes; `None`, too, for a number that is nothing
/// but a row of digits below a thousand, or of numerals.
fn read(text: &[char]) -> Option<(usize, Amount)> {
    if let Some(rest) = text.strip_prefix(&SHARE) {
        let (length, parts) = number(rest)?;
        return Some((SHARE.len() + length, Amount { parts, is_share: true }));
    }
    let (mut end, mut sum, mut least) = (0, 0u64, u64::MAX);
    let mut before = 0;
    while let Some((length, parts)) = number(&text[end..]) {
        let (units, by) = multiplied(&text[end + length..]);
        // 一万二千亿: 亿 counts all of it.
        let counts_all = (before, by) == (ONE, YI) && parts < ONE * ONE;
        let parts = if counts_all { sum.checked_add(parts)? } else { parts }.checked_mul(by)?;
        // 一万二 is no 10,002, and 3万5万 are two numbers.
        let is_other = parts >= least || units == 0 && !is_rest(&text[end..end + length]);
        if end > 0 && !counts_all && is_other {
            return None;
        }
        sum = if counts_all { parts } else { sum.checked_add(parts)? };
        before = by;
        end += length + units;
        least = by.checked_mul(ONE)?;
        if by < ONE || !sum.is_multiple_of(ONE) {
            break;
        }
    }
    let own = &text[..end];
    let is_share = end > 0 && text.get(end) == Some(&'%');
    let is_long = own.iter().all(char::is_ascii_digit) && sum >= 1_000 * ONE;
    let is_year = text.get(end) == Some(&'年');
    let is_amount = is_share || is_long && !is_year || own.iter().any(is_clear) || is_mixed(own);
    is_amount.then_some((end + usize::from(is_share), Amount { parts: sum, is_share }))
}

/// Whether the character stands in no row of digits or numerals, but in amounts.
fn is_clear(c: &char) -> bool {
    matches!(c, '.' | ',') || is_pair(*c) || POINTS.contains(*c) || is_group(*c)
}

/// Whether it is an amount like 3千.
fn is_mixed(text: &[char]) -> bool {
    matches!(text, [first, .., last] if first.is_ascii_digit() && !last.is_ascii())
}

fn is_group(c: char) -> bool {
    UNITS[2..].iter().any(|(names, _)| names.contains(c))
}

fn is_pair(c: char) -> bool {
    matches!(c, '两' | '兩')
}

/// Whether a number without a unit belongs to the greater one before it: 2000 of 1万2000, 〇五 of 一万〇五.
fn is_rest(number: &[char]) -> bool {
    match number {
        [first, ..] if first.is_ascii_digit() => number.len() >= 3,
        [first, rest @ ..] => matches!(first, '〇' | '零') || !rest.is_empty(),
        [] => false,
    }
}

/// What multiplies the number before the text: how many characters, and by how much. 千 and then 万 in 3千万.
fn multiplied(text: &[char]) -> (usize, u64) {
    let (mut length, mut by) = (0, 1);
    let mut rest = &UNITS[..];
    while let Some(c) = text.get(length)
        && let Some(at) = rest.iter().position(|(names, _)| names.contains(*c))
    {
        by *= rest[at].1;
        rest = &rest[at + 1..];
        length += 1;
    }
    (length, by)
}

/// The number that the text begins with, in ten-thousandths, and how many characters it takes.
fn number(text: &[char]) -> Option<(usize, u64)> {
    if text.first()?.is_ascii_digit() { in_digits(text) } else { in_han(text) }
}

fn in_digits(text: &[char]) -> Option<(usize, u64)> {
    let run = |text: &[char]| text.iter().take_while(|c| c.is_ascii_digit()).count();
    let mut end = run(text);
    // 12,000; but 1949,200 is two numbers.
    let may_be_parted = (1..=3).contains(&end);
    while may_be_parted && matches!(&text[end..], [',', rest @ ..] if run(rest) == 3) {
        end += 4;
    }
    let whole: String = text[..end].iter().filter(|c| **c != ',').collect();
    if whole.len() > LONGEST || whole.len() > 1 && whole.starts_with('0') {
        return None;
    }
    let whole = whole.parse::<u64>().ok()? * ONE;
    let Some(('.', rest)) = text.get(end).map(|c| (*c, &text[end + 1..])) else {
        return Some((end, whole));
    };
    let behind = run(rest);
    let part = fraction(&rest[..behind].iter().collect::<String>())?;
    // A day with points, or a number of chapters.
    let is_more = rest.get(behind) == Some(&'.');
    (!is_more).then_some((end + 1 + behind, whole + part))
}

fn in_han(text: &[char]) -> Option<(usize, u64)> {
    let unit = |c: &char| UNITS.iter().any(|(names, _)| names.contains(*c));
    let is_own =
        |at: &usize| is_han(text[*at]) || is_pair(text[*at]) && text.get(at + 1).is_some_and(unit);
    let end = (0..text.len()).take_while(is_own).count();
    let plain = text[..end].iter().map(|c| if is_pair(*c) { '二' } else { *c });
    let whole = value(&plain.collect::<Vec<char>>())?.parse::<u64>().ok()?.checked_mul(ONE)?;
    let Some((point, rest)) = text.get(end).map(|c| (*c, &text[end + 1..])) else {
        return Some((end, whole));
    };
    let behind = rest.iter().take_while(|c| is_han(**c)).count();
    // 三点 is a time, and so is 三点十分: behind a point digits are said one by one.
    let digits = value(&rest[..behind]).filter(|digits| digits.len() == behind);
    match digits.and_then(|digits| fraction(&digits)).filter(|_| POINTS.contains(point)) {
        Some(part) => Some((end + 1 + behind, whole + part)),
        None => Some((end, whole)),
    }
}

fn is_han(c: char) -> bool {
    !c.is_ascii() && is_number(c)
}

/// ASCII digits behind a point in ten-thousandths; `None` where there is none, or more than are kept.
fn fraction(digits: &str) -> Option<u64> {
    let parts: u64 = digits.parse().ok()?;
    let power = BEHIND.checked_sub(digits.len())?;
    Some(parts * 10u64.pow(power as u32))
}

impl Amount {
    fn writings(self) -> Vec<String> {
        let Self { parts, is_share } = self;
        if is_share {
            let share: String = SHARE.iter().collect();
            return vec![decimal(parts) + "%", share + &spoken(parts)];
        }
        let mut all = vec![decimal(parts), spoken(parts)];
        let count = parts / ONE;
        if !parts.is_multiple_of(ONE) || count < 1_000 {
            return all;
        }
        all.push(with_commas(count));
        for (name, unit) in GROUPS {
            let (high, low) = (count / unit, count % unit);
            // Nobody counts in thousands of millions of 万.
            if high > 0 && count.is_multiple_of(unit / ONE) && count / unit < YI {
                let parts = count / (unit / ONE);
                all.push(format!("{}{name}", decimal(parts)));
                all.push(format!("{}{name}", spoken(parts)));
            }
            // 1万2000, 1亿7100万
            match name {
                "亿" if high > 0 && low >= 1_000 * ONE && low.is_multiple_of(ONE) => {
                    all.push(format!("{high}亿{}万", low / ONE));
                }
                "万" if (1..YI).contains(&high) && low >= 1_000 => {
                    all.push(format!("{high}万{low}"))
                }
                _ => {}
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(term: &str) -> Vec<String> {
        writings(&term.chars().collect::<Vec<char>>())
    }

    #[test]
    fn amounts_have_other_writings() {
        for (one, other) in [
            ("21%", "百分之二十一"),
            ("百分之二十一", "21%"),
            ("增长3.5%", "增长百分之三点五"),
            ("百分之三点五", "3.5%"),
            ("3.6公里", "三点六公里"),
            ("三点六公里", "3.6公里"),
            ("三點六公里", "3.6公里"),
            ("12000人", "一万二千人"),
            ("12000人", "1.2万人"),
            ("12000人", "1万2000人"),
            ("12,000人", "12000人"),
            ("一万二千人", "12000人"),
            ("1.2萬人", "12000人"),
            ("1万2千人", "12000人"),
            ("100000", "十万"),
            ("10500", "一万〇五百"),
            ("10012", "一万〇一十二"),
            ("一万零五百", "10500"),
            ("1.71亿元", "一亿七千一百万元"),
            ("一亿七千一百万元", "1亿7100万元"),
            ("3千万", "3000万"),
            ("2,500", "二千五百"),
            ("两百亩", "200亩"),
            ("兩千人", "2000人"),
            ("2000人", "2,000人"),
            ("两万", "20000"),
            ("1万亿元", "10000亿元"),
            ("1.2万亿元", "12000亿元"),
            ("12000亿元", "一万二千亿元"),
            ("一万二千亿元", "1.2万亿元"),
            ("100万亿元", "一百万亿元"),
        ] {
            let texts = texts(one);
            assert!(texts.contains(&other.to_owned()), "{one}: {texts:?}");
        }
    }

    #[test]
    fn every_writing_is_read_as_the_same_amount() {
        let dice = |at: u64| at.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20;
        let counts = (1_000..13_000).chain((0..20_000).map(|at| dice(at) % 100_000_000));
        for count in counts.chain([10_000, 20_000_000, 99_999_999]) {
            let amount = Amount { parts: count * ONE, is_share: false };
            for text in amount.writings() {
                let chars: Vec<char> = text.chars().collect();
                let read = number(&chars).filter(|(length, _)| *length == chars.len());
                let read = read.map(|(_, parts)| parts).or_else(|| Some(read_all(&chars)?.parts));
                assert_eq!(read, Some(amount.parts), "{count}: {text}");
            }
        }
    }

    #[test]
    fn no_writing_of_a_great_amount_is_of_another() {
        let dice = |at: u64| at.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 44;
        for count in (1..5_000).map(|at| (dice(at) % 10_000_000 + 1) * YI).chain([YI * ONE]) {
            let amount = Amount { parts: count * ONE, is_share: false };
            let texts = amount.writings();
            let in_words = texts.iter().filter(|text| text.contains('亿'));
            assert!(in_words.clone().count() > 1, "{count}: {texts:?}");
            for text in in_words {
                let chars: Vec<char> = text.chars().collect();
                assert_eq!(read_all(&chars), Some(amount), "{count}: {text}");
            }
            assert!(texts.iter().all(|text| text.chars().count() > 1), "{count}: {texts:?}");
        }
    }

    #[test]
    fn commas_part_threes_behind_at_most_three_digits() {
        assert!(texts("1,234,567人").contains(&"1234567人".to_owned()));
        assert!(!texts("12345,678人").contains(&"12345678人".to_owned()));
    }

    fn read_all(text: &[char]) -> Option<Amount> {
        read(text).filter(|(length, _)| *length == text.len()).map(|(_, amount)| amount)
    }

    #[test]
    fn what_is_no_such_number_stays() {
        for other in [
            "",
            "运城",
            "21",
            "999",
            "1.2.3",
            "2025.7.21",
            "2025年",
            "三点",
            "三点十分",
            "点",
            "百分之",
            "百分之百",
            "13800138000",
            "%",
            "3.",
            "万",
            "两",
            "两会",
            "亿",
            "二百零三",
            "007",
            "千万",
            "一万二",
        ] {
            assert!(texts(other).is_empty(), "{other}: {:?}", texts(other));
        }
    }
}

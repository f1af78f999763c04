//! How is an amount said, in digits and in words?

use super::{GROUPS, ONE, ONES, YI};
use crate::numeral::said;

/// 3.6, 1.2, 12000
pub fn decimal(parts: u64) -> String {
    let mut text = (parts / ONE).to_string();
    for (at, digit) in digits_behind(parts).enumerate() {
        text.extend((at == 0).then_some('.'));
        text.push((b'0' + digit) as char);
    }
    text
}

/// 三点六, 一万二千
pub fn spoken(parts: u64) -> String {
    let mut text = in_groups(parts / ONE);
    for (at, digit) in digits_behind(parts).enumerate() {
        text.extend((at == 0).then_some('点'));
        text.push_str(&said(&[digit.into()]));
    }
    text
}

/// The digits behind the point, without zeros at the end.
fn digits_behind(parts: u64) -> impl Iterator<Item = u8> {
    let mut rest = parts % ONE;
    std::iter::from_fn(move || {
        let tenfold = rest * 10;
        rest = tenfold % ONE;
        (tenfold > 0).then_some((tenfold / ONE) as u8)
    })
}

/// A whole number as it is said; from 10¹² on 亿 counts like any other: 一万二千亿.
fn in_groups(count: u64) -> String {
    let mut text = String::new();
    if count >= ONE * YI {
        let (high, low) = (count / YI, count % YI);
        text = in_groups(high) + "亿";
        text.extend((0 < low && low < YI / 10).then_some('〇'));
        return if low > 0 { text + &in_groups(low) } else { text };
    }
    for (name, unit) in GROUPS[1..].iter().copied().chain([(ONES, 1)]) {
        let (before, own) = (count / unit / ONE, count / unit % ONE);
        if own == 0 && (count > 0 || unit > 1) {
            continue;
        }
        if before > 0 && (own < 1_000 || before.is_multiple_of(ONE)) {
            text.push('〇');
        }
        let digits: Vec<usize> =
            own.to_string().bytes().map(|digit| usize::from(digit - b'0')).collect();
        // 12 is 十二, but 10,012 一万〇一十二.
        if before > 0 && (10..20).contains(&own) {
            text.push('一');
        }
        text.push_str(&said(&digits));
        text.push_str(name);
    }
    text
}

/// 12,000
pub fn with_commas(count: u64) -> String {
    let text = count.to_string();
    let mut out = String::new();
    for (at, digit) in text.chars().enumerate() {
        if at > 0 && (text.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

//! How else can a number be written? 17 as 十七, 二〇二五年 as 2025年, 廿一日 as 21日, each only where it is a number.

/// Another writing of a term.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Writing {
    /// 〇 and 二 stand for every one of [`alike`].
    pub text: String,
    /// Whether it begins or ends with a number that was rewritten.
    pub closed: (bool, bool),
}

impl Writing {
    fn of(chars: &[char]) -> Self {
        // 1.2万 is none of 1.2万亿.
        let is_end = |c: &char| is_number(*c) || matches!(c, '万' | '亿');
        let ends = [chars.first(), chars.last()].map(|c| c.is_some_and(is_end));
        Self { text: chars.iter().collect(), closed: ends.into() }
    }
}

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
/// One character for two tens and for three, as older papers have them.
const SCORES: [(char, char); 2] = [('廿', '二'), ('卅', '三')];
const TENS: [(char, u32); 3] = [('十', 10), ('百', 100), ('千', 1000)];
/// What stands behind a number: without one of these a lone 一 or 十 is a word (一些, 十分).
const MEASURES: &str = "年月日号时点秒岁个名次项条家户亩元万亿米届版期天周人";
/// Writings of one term; more numbers in one term than this leaves are not rewritten.
const MOST: usize = 24;

/// Whether a folded unit is part of a numeral.
pub(crate) fn is_numeral(unit: u16) -> bool {
    char::from_u32(unit.into())
        .is_some_and(|c| is_number(c) || matches!(c, '万' | '亿' | '萬' | '億'))
}

/// Whether a point, or a comma before three digits, stands at `at` within a number.
pub(crate) fn is_inside(units: &[u16], at: usize) -> bool {
    let is_digit = |at: usize| units.get(at).is_some_and(|unit| (0x30..0x3A).contains(unit));
    let behind = match units.get(at).and_then(|unit| u8::try_from(*unit).ok()) {
        Some(b'.') => 1,
        Some(b',') => 3,
        _ => return false,
    };
    at.checked_sub(1).is_some_and(is_digit) && (1..=behind).all(|by| is_digit(at + by))
}

/// Whether it is part of a number below ten thousand.
pub(crate) fn is_number(c: char) -> bool {
    c.is_ascii_digit() || is_han_numeral(c)
}

fn is_han_numeral(c: char) -> bool {
    c == '零' || is_score(c) || DIGITS.contains(&c) || TENS.iter().any(|(ten, _)| *ten == c)
}

fn is_score(c: char) -> bool {
    SCORES.iter().any(|(score, _)| *score == c)
}

/// The other writings of a term whose forms are folded; none where it holds no number.
pub(crate) fn writings(term: &[char]) -> Vec<Writing> {
    let mut all = of_numbers(term);
    for text in crate::dated::writings(term) {
        let chars: Vec<char> = text.chars().collect();
        all.push(Writing::of(&chars));
        all.extend(of_numbers(&chars));
    }
    for text in crate::amount::writings(term) {
        let writing = Writing::of(&text.chars().collect::<Vec<char>>());
        if !all.iter().any(|own| own.text == writing.text) {
            all.push(writing);
        }
    }
    all
}

/// The same, with nothing but its numbers written otherwise.
fn of_numbers(term: &[char]) -> Vec<Writing> {
    let mut writings = vec![Writing { text: String::new(), closed: (false, false) }];
    let mut rest = 0;
    while rest < term.len() {
        let run = run(&term[rest..]);
        let as_it_is: String = term[rest..rest + run].iter().collect();
        let others = number(&term[rest..rest + run], term[..rest].last(), term.get(rest + run));
        let first = rest == 0;
        rest += run;
        let last = rest == term.len();
        let plain = writings.len();
        for at in 0..plain {
            for other in others.iter().take(MOST / plain) {
                let Writing { text, closed } = &writings[at];
                let closed = (closed.0 || first, last);
                writings.push(Writing { text: format_pair(text, other), closed });
            }
        }
        for writing in &mut writings[..plain] {
            writing.text.push_str(&as_it_is);
        }
    }
    writings.remove(0);
    writings
}

/// The characters that stand for the one at `at`; none where only itself does. Many a dump has ○ or a letter for a
/// zero, but only behind a numeral: ○ may begin a line, and o a word. Two hundred and two thousand are 二 or 两.
pub(crate) fn alike(text: &[char], at: usize) -> &'static str {
    let follows = at.checked_sub(1).is_some_and(|before| is_han_numeral(text[before]));
    match text[at] {
        '〇' if follows && at + 1 < text.len() => "〇零○o",
        '〇' if follows => "〇零○",
        '〇' => "〇零",
        '二' if text.get(at + 1).is_some_and(|next| "百千万亿萬億".contains(*next)) => {
            "二两"
        }
        _ => "",
    }
}

fn format_pair(text: &str, more: &str) -> String {
    let mut text = text.to_owned();
    text.push_str(more);
    text
}

/// How many characters of one kind the text begins with: digits, Han numerals, or one of any other kind.
fn run(text: &[char]) -> usize {
    let digits = text.iter().take_while(|c| c.is_ascii_digit()).count();
    digits.max(han_run(text)).max(1)
}

/// How many Han numerals the text begins with; ○ behind one is a zero, and o where the number goes on or is counted.
fn han_run(text: &[char]) -> usize {
    let mut end = 0;
    for (at, c) in text.iter().enumerate() {
        match c {
            '○' if at > 0 => end = at + 1,
            'o' if at > 0 => {}
            c if is_han_numeral(*c) => end = at + 1,
            c if end > 0 && MEASURES.contains(*c) => return at,
            _ => break,
        }
    }
    end
}

/// The other writings of a run that stands between two characters.
fn number(run: &[char], before: Option<&char>, next: Option<&char>) -> Vec<String> {
    if [before, next].contains(&Some(&'.')) {
        return Vec::new();
    }
    if run[0].is_ascii_digit() {
        // A digit alone stands for nothing in particular.
        let lone = run.len() == 1 && next.is_none() && before.is_none();
        return if lone { Vec::new() } else { in_han(run) };
    }
    if !is_han_numeral(run[0]) {
        return Vec::new();
    }
    if run.len() == 1 && !next.is_some_and(|next| MEASURES.contains(*next)) {
        return Vec::new();
    }
    let plain = plain(run);
    let mut others: Vec<String> = in_digits(&plain).into_iter().collect();
    let text: String = plain.iter().collect();
    others.extend(in_scores(&text).filter(|other| !other.chars().eq(run.iter().copied())));
    let counted: Vec<char> = plain.iter().chain(next).copied().collect();
    let is_open = (0..plain.len()).any(|at| !alike(&counted, at).is_empty());
    if is_open || plain != run {
        others.push(text);
    }
    others
}

/// A number in Han in digits; `None` for what is no number.
pub(crate) fn value(run: &[char]) -> Option<String> {
    in_digits(&plain(run))
}

/// With one character for a zero, and tens for scores.
fn plain(run: &[char]) -> Vec<char> {
    let plain = |c: &char| match c {
        '零' | '○' | 'o' => vec!['〇'],
        c => match SCORES.iter().find(|(score, _)| score == c) {
            Some((_, tens)) => vec![*tens, '十'],
            None => vec![*c],
        },
    };
    run.iter().flat_map(plain).collect()
}

/// 二十一 as 廿一.
fn in_scores(number: &str) -> Option<String> {
    let mut chars = number.chars();
    let tens = chars.next()?;
    let (score, _) = SCORES.iter().find(|(_, own)| *own == tens)?;
    let units = chars.as_str().strip_prefix('十')?;
    (units.chars().count() < 2).then(|| format!("{score}{units}"))
}

fn in_han(digits: &[char]) -> Vec<String> {
    let values = values(digits);
    let mut others: Vec<String> = vec![values.iter().map(|d| DIGITS[*d]).collect()];
    if (2..=4).contains(&values.len()) && values[0] != 0 {
        let text = said(&values);
        let short = in_scores(&text);
        others.push(text);
        others.extend(short);
    }
    others
}

fn values(digits: &[char]) -> Vec<usize> {
    digits.iter().filter_map(|c| c.to_digit(10)).map(|digit| digit as usize).collect()
}

/// Up to four digits as they are said, the first of them no zero but where it is the only one.
pub(crate) fn said(values: &[usize]) -> String {
    if let [digit] = values {
        return DIGITS[*digit].to_string();
    }
    let mut text = String::new();
    let mut gap = false;
    for (place, digit) in values.iter().enumerate() {
        let ten = (values.len() - place).checked_sub(2).map(|power| TENS[power].0);
        match digit {
            0 => gap = true,
            digit => {
                if std::mem::take(&mut gap) {
                    text.push('〇');
                }
                // 17 is 十七, but 117 is 一百一十七.
                if !(values.len() == 2 && place == 0 && *digit == 1) {
                    text.push(DIGITS[*digit]);
                }
                text.extend(ten);
            }
        }
    }
    text
}

/// 二〇二五 as 2025, 二百〇三 as 203; `None` for what is no number.
fn in_digits(run: &[char]) -> Option<String> {
    let digit = |c: char| DIGITS.iter().position(|digit| *digit == c);
    if let Some(digits) = run.iter().map(|c| digit(*c)).collect::<Option<Vec<usize>>>() {
        return Some(digits.iter().map(|digit| (b'0' + *digit as u8) as char).collect());
    }
    let (mut sum, mut last, mut open) = (0u32, u32::MAX, None);
    for (at, c) in run.iter().enumerate() {
        match (digit(*c), TENS.iter().find(|(ten, _)| ten == c)) {
            (Some(0), _) => open = None,
            (Some(value), _) if open.is_none() => open = Some(value as u32),
            (None, Some((_, ten))) if *ten < last => {
                let lead = (at == 0 && *ten == 10).then_some(1);
                sum += open.take().or(lead)? * ten;
                last = *ten;
            }
            _ => return None,
        }
    }
    Some((sum + open.unwrap_or(0)).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(term: &str) -> Vec<String> {
        let chars: Vec<char> = term.chars().collect();
        writings(&chars).into_iter().map(|writing| writing.text).collect()
    }

    #[test]
    fn numbers_have_other_writings() {
        assert_eq!(texts("17"), ["一七", "十七"]);
        assert_eq!(texts("十七"), ["17"]);
        assert_eq!(texts("7月"), ["七月"]);
        assert_eq!(texts("二〇二五年"), ["2025年", "二〇二五年"]);
        assert_eq!(texts("二百零三"), ["203", "二百〇三"]);
        assert_eq!(texts("203"), ["二〇三", "二百〇三"]);
        assert_eq!(texts("二千"), ["2000", "二千"]);
        assert_eq!(texts("廿一日"), ["21日", "二十一日"]);
        assert_eq!(texts("二十一日"), ["21日", "廿一日"]);
        assert_eq!(texts("卅年"), ["30年", "三十年"]);
        assert_eq!(texts("21"), ["二一", "二十一", "廿一"]);
        assert_eq!(texts("110"), ["一一〇", "一百一十"]);
        assert_eq!(texts("一百一十"), ["110"]);
        assert!(texts("七月二十三日").contains(&"7月23日".to_owned()));
    }

    #[test]
    fn days_have_other_writings() {
        for typed in ["2025-7-21", "2025/07/21", "2025.7.21", "2025年7月21号"] {
            let texts = texts(typed);
            assert!(texts.contains(&"2025年7月21日".to_owned()), "{typed}: {texts:?}");
            assert!(texts.contains(&"二〇二五年七月廿一日".to_owned()), "{typed}: {texts:?}");
        }
    }

    #[test]
    fn a_circle_or_a_letter_is_a_zero_within_a_number() {
        assert_eq!(texts("一九五○年"), ["1950年", "一九五〇年"]);
        assert_eq!(texts("二oo八年"), ["2008年", "二〇〇八年"]);
        assert_eq!(texts("一九五o年"), ["1950年", "一九五〇年"]);
        for word in ["○一", "二ok", "一o", "o一", "○年"] {
            assert!(texts(word).is_empty(), "{word}");
        }
        let chars: Vec<char> = "〇五〇年二〇".chars().collect();
        let zeros: Vec<&str> = (0..chars.len()).map(|at| alike(&chars, at)).collect();
        assert_eq!(zeros, ["〇零", "", "〇零○o", "", "", "〇零○"]);
    }

    #[test]
    fn words_with_a_numeral_in_them_are_left_alone() {
        for word in ["一些", "十分", "千方百计", "统一", "七", "7", "3.1.4", "运城", "百", "十千"]
        {
            assert!(texts(word).is_empty(), "{word}");
        }
    }

    #[test]
    fn only_rewritten_ends_are_closed() {
        let chars: Vec<char> = "第17届".chars().collect();
        assert_eq!(
            writings(&chars)[1],
            Writing { text: "第十七届".into(), closed: (false, false) }
        );
        let chars: Vec<char> = "17日".chars().collect();
        assert_eq!(writings(&chars)[1].closed, (true, false));
    }

    #[test]
    fn every_number_comes_back() {
        for number in 10..10_000u32 {
            let digits: Vec<char> = number.to_string().chars().collect();
            for other in in_han(&digits) {
                let chars: Vec<char> = other.chars().collect();
                let back = super::number(&chars, None, Some(&'年'));
                assert!(back.contains(&number.to_string()), "{other}: {back:?}");
            }
        }
    }

    #[test]
    fn a_term_of_many_numbers_has_few_writings() {
        let term: Vec<char> = "1月".repeat(2_000).chars().collect();
        assert!(writings(&term).len() <= MOST * 2);
    }
}

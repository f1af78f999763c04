//! How does a paper write the day that someone types? 2025-7-21 as 2025年7月21日, 7月21号 as 7月21日.

/// What stands between the numbers of a day that is typed; in full width, too, for only what the documents hold is sure
/// to be folded.
const TYPED: [char; 8] = ['-', '/', '.', '\u{2013}', '—', '－', '／', '．'];

/// Other writings of a term that is a day, or holds one.
pub(crate) fn writings(term: &[char]) -> Vec<String> {
    let text: String = term.iter().collect();
    day(&text).into_iter().chain(spoken(term)).collect()
}

/// Year, month and day with one of [`TYPED`] between them; of two numbers only a year and a month, without a dot.
fn day(text: &str) -> Option<String> {
    let between = text.chars().find(|c| TYPED.contains(c))?;
    let mut numbers = Vec::new();
    for (at, part) in text.split(between).enumerate() {
        let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
        let longest = if at == 0 { 4 } else { 2 };
        if !is_number || part.len() > longest || at == 0 && part.len() < longest {
            return None;
        }
        numbers.push(part.parse::<u32>().ok()?);
    }
    match numbers[..] {
        [year, month @ 1..=12, day @ 1..=31] => Some(format!("{year}年{month}月{day}日")),
        [year @ 1800..=2100, month @ 1..=12] if !matches!(between, '.' | '．') => {
            Some(format!("{year}年{month}月"))
        }
        _ => None,
    }
}

/// 号 behind a number behind 月 is what people say; papers print 日, and the other way round.
fn spoken(term: &[char]) -> Option<String> {
    let month = term.iter().position(|c| *c == '月')?;
    let is_number = |c: &char| crate::numeral::is_number(*c);
    let length = term[month + 1..].iter().take_while(|c| is_number(c)).count();
    let at = month + 1 + length;
    let other = match term.get(at).filter(|_| length > 0)? {
        '号' => '日',
        '日' => '号',
        _ => return None,
    };
    let mut term = term.to_vec();
    term[at] = other;
    Some(term.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(term: &str) -> Vec<String> {
        writings(&term.chars().collect::<Vec<char>>())
    }

    #[test]
    fn a_day_is_written_as_papers_do() {
        for typed in ["2025-7-21", "2025/07/21", "2025.7.21"] {
            assert_eq!(texts(typed), ["2025年7月21日"], "{typed}");
        }
        assert_eq!(texts("2025-07"), ["2025年7月"]);
        assert_eq!(texts("7月廿一号"), ["7月廿一日"]);
        assert_eq!(texts("三月5日晚"), ["三月5号晚"]);
    }

    #[test]
    fn what_is_no_day_stays() {
        for other in [
            "3.14",
            "2025.7",
            "2025-13-1",
            "25-7-21",
            "1-2-3",
            "2025-7-",
            "月号",
            "月日",
            "a-b-c",
            "-",
            "运城",
        ] {
            assert!(texts(other).is_empty(), "{other}");
        }
    }
}

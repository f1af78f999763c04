//! Where may a headline break? Between words, never inside one; found at build time by a segmenter.

use jieba_rs::Jieba;

/// A quotation of at most so many characters stays on one line: “沉睡资源”, “八一”.
const SHORT_QUOTATION: usize = 8;
/// Words that lean on what stands before them.
const ENCLITIC: &str = "的地得了着过们吗呢吧等之";
const NUMERALS: &str = "〇零一二三四五六七八九十百千万萬亿億两兩";
/// Measures behind which a number goes on.
const MEASURES: &str = "年月时時点點分秒元角";
const OPENING: &str = "“‘「『《〈（([【";
const CLOSING: &str = "”’」』》〉）)]】、，。；：？！,.;:?!…";

/// Byte offsets in `text`, ascending, at which a line may end. The segmenter knows words as `fold` writes them, which
/// gives a character for a character.
pub fn breaks(jieba: &Jieba, fold: impl Fn(char) -> char, text: &str) -> Vec<u32> {
    let quotations = short_quotations(text);
    let inside = |at: usize| quotations.iter().any(|(start, end)| (start + 1..*end).contains(&at));
    let mut at = 0;
    // Words of one character that follow each other are mostly one word that the segmenter does not know.
    let mut lone = false;
    let mut found = Vec::new();
    let folded: String = text.chars().map(fold).collect();
    for token in jieba.cut(&folded, false) {
        let before = text[..at].chars().next_back();
        let length = token.word.chars().map_while({
            let mut left = text[at..].chars();
            move |_| left.next()
        });
        let word = &text[at..at + length.map(char::len_utf8).sum::<usize>()];
        let leans = word.chars().all(|c| ENCLITIC.contains(c))
            || word.starts_with(|c: char| CLOSING.contains(c) || c.is_whitespace())
            // A space ends a line by itself.
            || before.is_none_or(|c| OPENING.contains(c) || c.is_whitespace());
        let is_lone = word.chars().count() == 1 && !word.starts_with(char::is_whitespace);
        let pairs = lone && is_lone;
        if !leans && !pairs && !inside(at) && !counts(&text[..at], word) {
            found.push(at as u32);
        }
        lone = is_lone && !pairs;
        at += word.len();
    }
    found
}

/// Whether a number, or a number and its measure, goes on: 4月|20日, 九十|三枚, 1.2|万.
fn counts(before: &str, word: &str) -> bool {
    let is_number = |c: char| c.is_numeric() || NUMERALS.contains(c);
    let number = before.trim_end_matches(is_number);
    // A word may end in one: 统一.
    if number.len() < before.len() {
        let digits = before.ends_with(|c: char| c.is_numeric());
        let run = before[number.len()..].chars().nth(1).is_some();
        return digits || run || word.starts_with(is_number);
    }
    let measured = before.strip_suffix(|c| MEASURES.contains(c));
    let goes_on = measured.is_some_and(|rest| rest.ends_with(is_number))
        || before.ends_with(['.', '．', ':', '∶', '-', '—', '第']);
    goes_on && word.starts_with(is_number)
}

/// Byte ranges of short quotations, their marks included.
fn short_quotations(text: &str) -> Vec<(usize, usize)> {
    let mut open = None;
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '“' | '‘' | '「' | '『' => open = Some(at),
            '”' | '’' | '」' | '』' => {
                let end = at + c.len_utf8();
                let start = open.take();
                let short =
                    |start: &usize| text[*start..end].chars().count() <= SHORT_QUOTATION + 2;
                found.extend(start.filter(short).map(|start| (start, end)));
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> String {
        let mut out = text.to_owned();
        let simplified = |c| match c {
            '變' => '变',
            '遊' => '游',
            _ => c,
        };
        for at in breaks(&Jieba::new(), simplified, text).into_iter().rev() {
            out.insert(at as usize, '|');
        }
        out
    }

    #[test]
    fn a_line_ends_between_words() {
        assert_eq!(lines("民乐园绘就生态画卷"), "民|乐园|绘就|生态|画卷");
        assert_eq!(lines("我市的变化"), "我市的|变化");
        assert_eq!(lines("我市的變化"), "我市的|變化");
        assert_eq!(lines("前夕　王船遊街"), "前夕　王船|遊街");
        assert_eq!(lines(""), "");
    }

    #[test]
    fn a_number_with_its_measure_is_whole() {
        for text in ["4月20日", "九十三枚", "十秒四一", "第12.5万", "3—5层"] {
            assert_eq!(lines(text), text);
        }
        assert_eq!(lines("市场4月20日价格"), "市场|4月20日|价格");
        assert_eq!(lines("统一回收"), "统一|回收");
    }

    #[test]
    fn a_short_quotation_is_whole_and_a_long_one_may_break() {
        assert_eq!(lines("激活“沉睡资源”集体"), "激活|“沉睡资源”|集体");
        let long = lines("学习“关于推动县域经济高质量发展”文件");
        assert!(long.contains("推动|"), "{long}");
        assert!(!long.contains("“|") && !long.contains("|”"), "{long}");
    }
}

//! Is the end of a line a speck on the paper, which a program that reads pictures took for a character?

use super::Ink;

/// …都说好走。l, …的事。” ~, 老街不堵了 |: whether the last character is none of the line's. 好吃~~, 甲|乙| and 姓名__ have more
/// of them.
pub fn ends_in_speck(line: &[Ink]) -> bool {
    const SHORTEST: usize = 4;
    let [others @ .., last] = line else { return false };
    let is_stop = |ink: &Ink| matches!(ink.c, '。' | '!' | '?' | '…');
    let ends = || match others {
        [.., stop, quote] if matches!(quote.c, '”' | '」') => is_stop(stop),
        [.., stop] => is_stop(stop),
        [] => false,
    };
    let is_alone = || others.iter().all(|ink| ink.c != last.c);
    match last.c {
        '~' | '|' | '\\' | '^' | '`' | '_' => others.len() >= SHORTEST && is_alone(),
        // Behind what ends a sentence nothing of the kind stands.
        '\'' | '.' | ',' | 'l' | 'i' | 'r' | 'j' | '1' | '·' => ends() && is_alone(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::source::Source;

    #[test]
    fn specks_belong_to_what_stands_before_them() {
        let last = |line: &str| {
            let source = Source::of(line);
            source.ink.last().map(|ink| ink.c)
        };
        for line in ["都说好走。l", "都说“好走。”'", "都说“好走” ~", "都说“好走！”."]
        {
            assert!(matches!(last(line), Some('。' | '”')), "{line}");
        }
        assert_eq!(last("老街不堵了 |"), Some('了'));
        assert_eq!(last("姓名和电话__"), Some('_'));
        assert_eq!(last("甲队|乙队|"), Some('|'));
        assert_eq!(last("他买了iPhone 1"), Some('1'));
        assert_eq!(last("都说“好走”."), Some('.'));
        let text = "都说好走。 l\n赶集去。\n";
        let source = Source::of(text);
        assert_eq!(source.span(&source.lines[0].ink).of(text), "都说好走。 l");
    }
}

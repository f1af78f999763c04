//! Does a line rule off what stands above it? Marks and nothing else.

use crate::cursor::is_han;
use crate::source::Ink;

/// ————————, * * *, ======, ………………, ■: no —— that a subtitle lost, no …… that leaves something out.
pub fn rules_off(ink: &[Ink]) -> bool {
    // No mark is a character of a word, with which nearly all lines begin.
    if ink.first().is_none_or(|first| is_han(first.c)) {
        return false;
    }
    const FEWEST: usize = 3;
    const FEWEST_DOTS: usize = 4;
    let all = |marks: &str| ink.iter().all(|ink| marks.contains(ink.c));
    let is_line = ink.len() >= FEWEST && all("-—–―─━═╌┄┅┈┉‐‑−﹣ー=_~〜∼﹏+#/|│┃");
    let is_dotted = ink.len() >= FEWEST_DOTS && all("….·・⋯‥");
    // ❶ over an item, ❷ over the next
    let is_number = matches!(ink, [one] if ('❶'..='❿').contains(&one.c));
    is_line || is_dotted || is_number || all("*※■◆◇●○★☆▲△▼▽◎❖✦✽✿§")
}

#[cfg(test)]
mod tests {
    use crate::furniture::matter;
    use crate::source::Source;

    #[test]
    fn marks_alone_on_a_line_rule_off() {
        let is_rule = |line: &str| matter(&Source::of(line).ink).is_some_and(|read| read.rules_off);
        for line in [
            "————————",
            "----",
            "* * *",
            "＊＊＊",
            "■",
            "━━━━━━",
            "======",
            "____________",
            "～～～～",
            "……………",
        ] {
            assert!(is_rule(line), "{line}");
        }
        for line in ["——", "……", "。", "”", "——读《河口》", "■ 河口", "1---2", "\u{FFFD}\u{FFFD}"]
        {
            assert!(!is_rule(line), "{line}");
        }
    }
}

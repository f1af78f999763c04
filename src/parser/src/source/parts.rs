//! What stands in one line of the dump and is more than one? What marks of HTML end, and paragraphs one behind the other.

use super::halves;
use ::edition::is_ink;
use ::edition::marks::{begins_line, ends_line};
use std::ops::Range;

/// The parts of a line that marks of HTML end: <p>…</p><p>…</p> are two.
pub fn of(text: &str, line: Range<usize>, marks: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut parts = vec![line];
    for mark in marks {
        let own = &text[mark.clone()];
        let cut = if begins_line(own) { mark.start } else { mark.end };
        if let Some(last) = parts.last_mut()
            && (begins_line(own) || ends_line(own))
        {
            let end = std::mem::replace(&mut last.end, cut);
            parts.push(cut..end);
        }
    }
    parts.into_iter().flat_map(|part| paragraphs(text, part)).collect()
}

/// The paragraphs of a line in which one stands behind the other, each with its indent: …都说好走。　　“修路…
fn paragraphs(text: &str, line: Range<usize>) -> Vec<Range<usize>> {
    /// Bytes of a line of two paragraphs.
    const SHORTEST: usize = 120;
    const INDENT: usize = 4;
    let mut parts = vec![line.clone()];
    if line.len() < SHORTEST {
        return parts;
    }
    let own = &text[line.clone()];
    for (at, stop) in own.match_indices(['。', '！', '？', '”', '」']) {
        let behind = at + stop.len();
        let spaces = own[behind..].chars().take_while(|c| !is_ink(*c));
        let is_indent = spaces.clone().map(halves).sum::<usize>() >= INDENT;
        let is_end = is_indent && {
            let before = own[..at].chars().next_back();
            !matches!(stop, "”" | "」") || matches!(before, Some('。' | '！' | '？' | '…'))
        };
        let rest = behind + spaces.map(char::len_utf8).sum::<usize>();
        if is_end
            && rest < own.trim_end().len()
            && let Some(last) = parts.last_mut()
        {
            last.end = line.start + behind;
            parts.push(line.start + behind..line.end);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use crate::source::Source;

    #[test]
    fn paragraphs_may_stand_one_behind_the_other() {
        let one = "昨天上午,镇上的人都到渡口看新修的石阶,雨天也不滑脚,老人孩子都放心。";
        let lines = |text: &str| {
            let source = Source::of(text);
            source.lines.iter().map(|line| line.indented).collect::<Vec<bool>>()
        };
        assert_eq!(lines(&format!("　　{one}　　{one}    “{one}”　　{one}\n")), [true; 4]);
        assert_eq!(lines(&format!("{one}  {one}　　\n")), [false]);
        assert_eq!(lines("麦子黄了。　　三夏到了。\n"), [false]);
    }
}

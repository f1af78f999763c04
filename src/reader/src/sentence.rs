//! Where does a sentence end? What is read aloud goes sentence by sentence, long ones clause by clause.

use std::ops::Range;

/// Characters said at once. Some browsers fall silent in what takes longer than about 15 seconds, and an unhurried
/// voice says some four characters a second.
const LONGEST: usize = 50;
/// Of a long sentence, the least that a mark of its own kind may cut off: a short piece sounds like a stumble.
const SHORTEST: usize = 12;

/// What is said at once, as bytes of the text, without white space at its ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub range: Range<usize>,
    /// The first of its sentence.
    pub begins: bool,
}

/// The pieces of a text, in order. What holds nothing to say, as a line of dashes, is left out.
pub fn pieces(text: &str) -> Vec<Piece> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut pieces = Vec::new();
    let mut first = 0;
    for end in ends(&chars) {
        add(&mut pieces, text, &chars, first..end);
        first = end;
    }
    pieces
}

/// Indexes behind the last character of each sentence.
fn ends(chars: &[(usize, char)]) -> Vec<usize> {
    let depths = depths(chars);
    let mut ends = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at].1;
        at += 1;
        if c == '\n' {
            ends.push(at);
            continue;
        }
        // A closing mark ends what its inside ended: “…。”
        let closes = is_closer(c) && at > 1 && is_end(chars, at - 2);
        if depths[at - 1] > 0 || !(closes || is_ender(chars, at - 1)) {
            continue;
        }
        while at < chars.len() && (is_closer(chars[at].1) || is_ender(chars, at)) {
            at += 1;
        }
        // “…！”，他说: the sentence goes on.
        if chars.get(at).is_none_or(|next| !is_clause_mark(next.1)) {
            ends.push(at);
        }
    }
    ends.push(chars.len());
    ends.dedup();
    ends
}

/// For each character: in how many pairs of quotation marks and brackets it stands. A mark that has lost its other
/// half, as the dump of a cut column has many, counts for nothing.
fn depths(chars: &[(usize, char)]) -> Vec<usize> {
    let mut depths = vec![0; chars.len()];
    let mut open: Vec<(char, usize)> = Vec::new();
    for (at, (_, c)) in chars.iter().enumerate() {
        if *c == '\n' {
            open.clear();
        } else if let Some(closer) = closer_of(*c) {
            open.push((closer, at));
        } else if let Some(pair) = open.iter().rposition(|(closer, _)| closer == c) {
            let from = open[pair].1;
            open.truncate(pair);
            depths[from..at].iter_mut().for_each(|depth| *depth += 1);
        }
    }
    depths
}

fn closer_of(c: char) -> Option<char> {
    const PAIRS: [(char, char); 9] = [
        ('“', '”'),
        ('‘', '’'),
        ('「', '」'),
        ('『', '』'),
        ('（', '）'),
        ('(', ')'),
        ('《', '》'),
        ('【', '】'),
        ('〔', '〕'),
    ];
    PAIRS.iter().find(|(opener, _)| *opener == c).map(|(_, closer)| *closer)
}

fn is_closer(c: char) -> bool {
    matches!(c, '”' | '’' | '」' | '』' | '）' | ')' | '》' | '】' | '〕')
}

fn is_clause_mark(c: char) -> bool {
    matches!(c, '，' | ',' | '、' | '；' | ';' | '：' | ':')
}

fn is_ender(chars: &[(usize, char)], at: usize) -> bool {
    match chars[at].1 {
        '。' | '！' | '？' | '!' | '?' | '．' => true,
        // The point of 3.5 is none, nor that of an address.
        '.' => chars.get(at + 1).is_none_or(|next| next.1.is_whitespace() || is_closer(next.1)),
        _ => false,
    }
}

/// Whether something ends here that a closing mark would end too.
fn is_end(chars: &[(usize, char)], at: usize) -> bool {
    is_ender(chars, at)
        || chars[at].1 == '…'
        || is_closer(chars[at].1) && at > 0 && is_end(chars, at - 1)
}

fn add(pieces: &mut Vec<Piece>, text: &str, chars: &[(usize, char)], mut sentence: Range<usize>) {
    let mut begins = true;
    while !sentence.is_empty() {
        let end = match sentence.len() > LONGEST {
            true => cut(chars, &sentence),
            false => sentence.end,
        };
        let byte = |at: usize| chars.get(at).map_or(text.len(), |(byte, _)| *byte);
        let whole = &text[byte(sentence.start)..byte(end)];
        let start = byte(sentence.start) + whole.len() - whole.trim_start().len();
        if whole.chars().any(char::is_alphanumeric) {
            pieces.push(Piece { range: start..start + whole.trim().len(), begins });
            begins = false;
        }
        sentence.start = end;
    }
}

/// Where to cut what is too long to be said at once: at the last end of a sentence within it, else at the last
/// clause, else where no word is torn.
fn cut(chars: &[(usize, char)], sentence: &Range<usize>) -> usize {
    let limit = sentence.start + LONGEST;
    let behind = |at: usize| {
        let closers = chars[at..sentence.end].iter().take_while(|(_, c)| is_closer(*c)).count();
        at + closers
    };
    let last = |is_mark: &dyn Fn(usize) -> bool| {
        let marks = (sentence.start + SHORTEST..=limit).rev().filter(|at| is_mark(at - 1));
        marks.map(behind).find(|at| *at < sentence.end)
    };
    let is_digit = |at: usize| chars.get(at).is_some_and(|(_, c)| c.is_ascii_digit());
    let is_clause = |at: usize| is_clause_mark(chars[at].1) && !is_digit(at + 1);
    let is_torn = |at: usize| {
        let part_of_word =
            |at: usize| chars[at].1.is_ascii_alphanumeric() || matches!(chars[at].1, '.' | ',');
        part_of_word(at - 1) && part_of_word(at)
    };
    last(&|at| is_ender(chars, at))
        .or_else(|| last(&is_clause))
        .or_else(|| (sentence.start + SHORTEST..=limit).rev().find(|at| !is_torn(*at)))
        .unwrap_or(limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<&str> {
        pieces(text).into_iter().map(|piece| &text[piece.range]).collect()
    }

    #[test]
    fn a_sentence_takes_its_closing_marks_with_it() {
        assert_eq!(
            said("天亮了。鸡叫了!谁醒了？我。"),
            ["天亮了。", "鸡叫了!", "谁醒了？", "我。"]
        );
        assert_eq!(said("他说:“走吧。”她点头。"), ["他说:“走吧。”", "她点头。"]);
        assert_eq!(said("「走吧！」他說。"), ["「走吧！」", "他說。"]);
        assert_eq!(said("他问“‘到了吗？’”没人答。"), ["他问“‘到了吗？’”", "没人答。"]);
        assert_eq!(said("真的?!好。"), ["真的?!", "好。"]);
    }

    #[test]
    fn nothing_ends_inside_quotation_marks() {
        assert_eq!(said("他说:“先看。再走。”大家散了。"), ["他说:“先看。再走。”", "大家散了。"]);
        assert_eq!(said("解决“急难愁盼！”问题。"), ["解决“急难愁盼！”", "问题。"]);
        assert_eq!(said("落实“烦心事”一项。"), ["落实“烦心事”一项。"]);
        assert_eq!(said("“到了！”，他喊。"), ["“到了！”，他喊。"]);
        assert_eq!(said("(他笑了。大家也笑了。)散会。"), ["(他笑了。大家也笑了。)", "散会。"]);
    }

    #[test]
    fn a_mark_without_its_other_half_holds_nothing_together() {
        assert_eq!(said("接踵而至。”面对烦恼。"), ["接踵而至。”", "面对烦恼。"]);
        assert_eq!(said("“先看。再走。散了。"), ["“先看。", "再走。", "散了。"]);
    }

    #[test]
    fn points_within_numbers_and_names_end_nothing() {
        assert_eq!(said("增长3.5%。见www.a.cn。"), ["增长3.5%。", "见www.a.cn。"]);
        assert_eq!(said("It rained. He left."), ["It rained.", "He left."]);
        assert_eq!(said("他……没来。“走……”她说。"), ["他……没来。", "“走……”", "她说。"]);
    }

    #[test]
    fn lines_and_white_space_are_kept_apart() {
        assert_eq!(said("麦浪翻\n过山岗\n"), ["麦浪翻", "过山岗"]);
        assert_eq!(said("　　天亮了。 鸡叫了。"), ["天亮了。", "鸡叫了。"]);
        assert_eq!(said("\n——\n。"), Vec::<&str>::new());
    }

    #[test]
    fn a_long_sentence_is_cut_at_clauses_and_never_in_a_number() {
        let clause = "要聚焦重要节点对照任务清单倒排工期,";
        let long = format!("{}狠抓落实。", clause.repeat(5));
        let pieces = pieces(&long);
        assert_eq!(
            pieces.iter().map(|piece| piece.begins).collect::<Vec<_>>(),
            [true, false, false]
        );
        assert!(said(&long).iter().all(|piece| piece.chars().count() <= LONGEST));
        assert_eq!(said(&long).concat(), long);
        let number = format!("{}1,000,000{}", "长".repeat(45), "短".repeat(20));
        assert_eq!(said(&number), ["长".repeat(45), format!("1,000,000{}", "短".repeat(20))]);
    }

    #[test]
    fn a_long_quotation_is_cut_where_its_sentences_end() {
        let quote = format!("他说:“{}。{}。”", "先".repeat(30), "后".repeat(30));
        assert_eq!(
            said(&quote),
            [format!("他说:“{}。", "先".repeat(30)), format!("{}。”", "后".repeat(30))]
        );
    }

    #[test]
    fn whatever_the_text_nothing_to_say_is_lost() {
        let alphabet = ['甲', '。', '“', '”', ',', '.', '3', ' ', '\n', '？', '(', ')', 'a', '’'];
        let mut state = 7_u32;
        for length in 0..400 {
            let mut next = || {
                state = state.wrapping_mul(1_103_515_245).wrapping_add(12345);
                alphabet[(state >> 16) as usize % alphabet.len()]
            };
            let text: String = (0..length).map(|_| next()).collect();
            let count = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
            let all: usize = said(&text).into_iter().map(count).sum();
            assert_eq!(all, count(&text), "{text:?}");
            assert!(
                said(&text).iter().all(|piece| piece.chars().count() <= LONGEST + 20),
                "{text:?}"
            );
        }
    }
}

//! Is the first character of a paragraph set as a line of its own? 故 | 事要从那年冬天说起。

use crate::cursor::is_han;
use crate::lexicon::first_word;
use crate::source::Ink;

/// Whether `line` is the dropped capital of the text in `next`: one character that begins its first word.
pub fn drops(line: &[Ink], next: &[Ink]) -> bool {
    const SHORTEST_TEXT: usize = 12;
    const WORD: usize = 5;
    /// Words of one character that no head is.
    const ALONE: &str = "他她它我你这那在从当每";
    let [cap] = line else { return false };
    let is_text = next.len() >= SHORTEST_TEXT && next.iter().any(|ink| matches!(ink.c, ',' | '。'));
    let run: Vec<char> = next.iter().map(|ink| ink.c).take_while(|c| is_han(*c)).collect();
    let run: Vec<char> = std::iter::once(cap.c).chain(run.into_iter().take(WORD)).collect();
    let is_numeral = crate::cursor::is_numeral(cap.c);
    is_text
        && is_han(cap.c)
        && !is_numeral
        && (ALONE.contains(cap.c) || run.len() > 1 && first_word(&run) > 1)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_dropped_capital_is_the_first_character_of_its_paragraph() {
        let paragraph = |cap: &str, rest: &str| {
            let text = format!(
                "一个山村的五年\n本报记者 曲小静\n秋日的渡口,稻浪翻滚。村民站在院子里,看着满院的玉米,嘴角止不住往上翘。\n{cap}\n{rest}\n"
            );
            let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
            let block = page.articles[0].blocks.last().cloned().unwrap();
            (page.articles.len(), block.spans.len())
        };
        let rest = "事要从那年冬天说起,驻村的工作队来到渡口村,第一天就吃了“闭门羹”。";
        assert_eq!(paragraph("故", rest), (1, 2));
        assert_eq!(paragraph("他", "承包了两栋大棚,一年收入六万元,家里盖起了新房。"), (1, 2));
        // 食, 住, 行 are heads.
        assert_eq!(paragraph("食", "我市的早点铺子有三百家,一碗羊汤卖八块钱。").1, 1);
    }
}

//! Where did the paper take this text over from? 据《河口晨报》, (摘自《江岸文摘》2021年第8期), 来源:河口网.

use super::Credit;
use crate::cursor::Cursor;
use crate::source::Ink;
use crate::wordlist::Words;
use crate::words::HOUSES;

/// What stands before whom a line cites.
static CITING: Words = Words::of(&[
    "据",
    "摘自",
    "转自",
    "转载自",
    "选自",
    "原载",
    "来源:",
    "来源|",
    "稿件来源:",
    "文章来源:",
    "信息来源:",
    "稿源:",
    "来源",
    "综合",
]);

/// 摘自…, 来源…, 据新华社…: a line opens with whom it cites.
pub fn cites(ink: &[Ink]) -> bool {
    let mut cursor = Cursor::of(ink);
    match cursor.eat_of(&CITING) {
        // 综合新闻 and 据悉 cite nobody.
        Some("据" | "综合") => HOUSES.open(cursor.rest()),
        word => word.is_some(),
    }
}

/// A line that cites a paper, an agency or a site, and says nothing else.
pub fn cited(ink: &[Ink]) -> Option<Credit> {
    const LONGEST: usize = 32;
    let bracketed = matches!(ink, [first, .., last] if first.c == '(' && last.c == ')');
    let side = usize::from(bracketed);
    let line = &ink[side..ink.len() - side];
    if line.len() > LONGEST || line.iter().any(|ink| matches!(ink.c, '。' | ',' | ';')) {
        return None;
    }
    let mut cursor = Cursor::of(line);
    let word = cursor.eat_of(&CITING)?;
    let is_cited = if cursor.peek() == Some('《') {
        let close = cursor.rest().iter().rposition(|ink| ink.c == '》')?;
        cursor.at += close + 1;
        bracketed || ends(cursor)
    } else if word.len() > "来源:".len() && word.ends_with(':') {
        // 稿件来源:白庙河镇党政办
        cursor.rest().len() > 1
    } else if word.ends_with([':', '|']) {
        is_site(cursor.rest())
    } else {
        word == "据" && cursor.eat_of(&HOUSES).is_some() && ends(cursor)
    };
    is_cited.then(|| Credit { firm: true, bracketed, ..Credit::default() })
}

/// What may stand behind whom a line cites: 报道, 2021年第8期.
fn ends(mut cursor: Cursor) -> bool {
    cursor.eat_any(&["综合报道", "综合", "报道", "消息", "电"]);
    let is_issue = |ink: &Ink| ink.c.is_ascii_digit() || "年月日第期".contains(ink.c);
    cursor.rest().iter().all(is_issue)
}

/// 河口网, 《河口晨报》: but no 来源:一口古井.
fn is_site(ink: &[Ink]) -> bool {
    static ENDS: Words = Words::of(&[
        "报",
        "报社",
        "通讯社",
        "出版社",
        "杂志社",
        "新华社",
        "中新社",
        "网",
        "台",
        "刊",
        "新闻",
        "客户端",
        "融媒",
        "融媒体",
        "融媒体中心",
        "发布",
        "公众号",
        "》",
        "杂志",
    ]);
    ink.len() > 1 && (ENDS.end(ink) || HOUSES.open(ink))
}

#[cfg(test)]
mod tests {
    use crate::{Context, parse_page};
    use ::edition::BlockKind;

    const TEXT: &str = "今年夏天河口的冰窖里还存着三百块冰,是冬天从湖上凿来的。守窖的老人说,再过两年就没有人会凿冰了。";

    /// The blocks of the first of two articles, where this line stands below its text.
    fn below(line: &str) -> (usize, Vec<BlockKind>) {
        let text = format!(
            "老冰窖还在用\n\n{TEXT}\n\n{line}\n\n山上的风车转起来了\n\n三十台风车立在山梁上,一年能发八千万度电,够全县人用上一个夏天。\n"
        );
        let page = parse_page("甲.txt", &text, &Context::default());
        let blocks = page.articles[0].blocks.iter().map(|block| block.kind).collect();
        assert!(page.columns.is_empty() && page.furniture.is_empty(), "{line}");
        assert!(page.articles.iter().all(|article| article.flags.is_empty()), "{line}");
        (page.articles.len(), blocks)
    }

    #[test]
    fn what_an_article_was_taken_from_ends_it() {
        for line in [
            "（据《海角科技报》）",
            "据《河口晨报》",
            "据《河口晨報》报道",
            "（摘自《江岸文摘》2021年第8期）",
            "据新华社",
            "来源：河口新闻网",
            "来源：路透社",
            "来源：中央社",
        ] {
            assert_eq!(below(line), (2, vec![BlockKind::Lead, BlockKind::Signoff]), "{line}");
        }
    }

    #[test]
    fn a_line_opens_with_whom_it_cites() {
        let cites = |line: &str| super::cites(&crate::source::Source::of(line).ink);
        for line in
            ["据新华社北京电", "综合新华社消息", "转载自《渡口》", "选自《江岸集》", "据央视"]
        {
            assert!(cites(line), "{line}");
        }
        assert!(!cites("据悉") && !cites("综合新闻") && !cites("据人民政府公告"));
    }

    #[test]
    fn a_line_that_goes_on_cites_nothing() {
        let cites = |line: &str| super::cited(&crate::source::Source::of(line).ink).is_some();
        assert!(cites("据新华社电") && cites("（综合《河口晨报》、《江岸文摘》报道）"));
        for line in [
            "据《渡口》改编的电视剧开播",
            "据悉",
            "来源：一口古井",
            "据新华社北京5月1日电 全国",
            "综合新闻",
        ] {
            assert!(!cites(line), "{line}");
        }
    }
}

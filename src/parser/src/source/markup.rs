//! Is the dump written in Markdown or HTML, as programs that read pages from pictures write it, and pages are copied from
//! websites, or does it have a typesetter's marks? They are none of the paper's: # before a head, ** around it, <p> before a
//! paragraph, &nbsp; for a space, 〖HT2"H〗 for a face.

mod html;
mod markdown;
mod typed;

use super::said;
use ::edition::is_line_end;
use std::ops::Range;

/// Marks of a dump, as byte ranges in order, none overlapping another, each in one line; none where it is not written so.
pub fn marks(text: &str) -> Vec<Range<usize>> {
    let mut found = said::labels(text);
    found.extend(markdown::marks(text));
    found.extend(html::marks(text));
    found.extend(of_typesetter(text));
    found.extend(typed::marks(text));
    found.sort_by_key(|mark| (mark.start, mark.end));
    // A star inside a tag is of the tag.
    let mut end = 0;
    found.retain(|mark| {
        let is_free = mark.start >= end;
        end = end.max(mark.end);
        is_free
    });
    found
}

/// 〖HT2"H〗, 〖BT(〗, 〖JZ〗 of BookMaker (书版), in which Chinese papers were typeset before 2000 and many books still are, and 〓, its
/// space. What stands in such brackets elsewhere is Chinese.
fn of_typesetter(text: &str) -> Vec<Range<usize>> {
    const LONGEST: usize = 60;
    let mut found = Vec::new();
    for (at, open) in text.match_indices('〖') {
        let rest = &text[at..];
        let end = rest.char_indices().take(LONGEST).find(|(_, c)| *c == '〗' || is_line_end(*c));
        let Some((close, '〗')) = end else { continue };
        let inside = &rest[open.len()..close];
        if inside.starts_with(|c: char| c.is_ascii_uppercase()) {
            found.push(at..at + close + '〗'.len_utf8());
        }
    }
    if !found.is_empty() {
        found.extend(text.match_indices('〓').map(|(at, space)| at..at + space.len()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Context, parse_page};

    fn found(text: &str) -> Vec<&str> {
        marks(text).into_iter().map(|mark| &text[mark]).collect()
    }

    #[test]
    fn marks_are_told_from_what_looks_so() {
        assert_eq!(found("# 麦收\r\n\r\n  ## 三夏\n> 他说"), ["#", "##", ">"]);
        assert_eq!(found("**麦收**\n**本报讯**（记者 王明）"), ["**", "**", "**", "**"]);
        assert!(found("#麦收# 三夏\n一亩**\n* * *\n***\n#1 楼").is_empty());
        assert!(found("麦收**一例\n*麦收*").is_empty());
        assert!(found(&"李**、王**领奖，号码2301****0217，138**88**\n".repeat(3)).is_empty());
        assert_eq!(found("# 麦\n由**王月**说“**好**”。李**、王**\n").len(), 5);
        assert_eq!(found("# 麦\n前年**今年，镇里装了帘子，**坏棚少了。\n").len(), 3);
        assert_eq!(found("**问：**您好？\n**答：**好，**很好**。\n").len(), 6);
        assert_eq!(found("# 麦\n由**王月**说“**好**”。\n").len(), 5);
        assert_eq!(found("# 麦收\n*图为三夏。*\n* 一项\n"), ["#", "*", "*", "*"]);
        let table = "| 麦 | 稻 |\n| --- | :-: |\n| 1 | 2 |";
        assert_eq!(found(table), ["|", "|", "|", "| --- | :-: |", "|", "|", "|"]);
        assert!(found("| 关于我们 | 联系我们 |\n--").is_empty());
        assert_eq!(found("# 麦收\n***\n麦**收\n"), ["#"]);
        assert_eq!(
            found("<p class=\"lead\">麦收<br/>&nbsp;三夏</P>"),
            ["<p class=\"lead\">", "<br/>", "&nbsp;", "</P>"]
        );
        assert!(found("<<上一版 A<B>C <麦收> 甲&乙 <p\n></script></script>").is_empty());
    }

    #[test]
    fn marks_within_lines_and_over_them() {
        let link = "本报讯 [村口](http://a.cn/1.html)修了路。![图片](images/1.jpg)";
        assert_eq!(found(link), ["[", "](http://a.cn/1.html)", "![图片](images/1.jpg)"]);
        assert_eq!(found(&"> 麦收\n> 昨天,麦子黄了。\n".repeat(2)), [""; 0]);
        let quoted = format!("> 麦收\n> 王明\n> {}\n", "昨天,麦子黄了。".repeat(5));
        assert_eq!(found(&quoted), [">"; 3]);
        assert!(found("[1](见第3版) 甲](a.cn) 数组[0](1)").is_empty());
        assert_eq!(found("__麦收__\n__本报讯__ 麦子黄了。姓名____\n"), ["__"; 4]);
        assert!(found("</script><script>alert(1)</script><style>a</style>").is_empty());
        let xml = "<?xml version='1'?>\n<doc><hl1>麦收</hl1><文>好</文><夏收></doc>";
        assert_eq!(found(xml).len(), 7);
        let over = "<!-- 一\n二 --><p\n class=\"a\">麦收</p><b>好</b>";
        assert_eq!(found(over)[..4], ["<!-- 一", "二 -->", "<p", "class=\"a\">"]);
    }

    #[test]
    fn marks_of_a_typesetter() {
        let text = "〖HT2\"H〗〖JZ(〗麦收〖JZ)〗〖HT〗\n〓〓麦子黄了。〖注〗\n";
        assert_eq!(found(text), ["〖HT2\"H〗", "〖JZ(〗", "〖JZ)〗", "〖HT〗", "〓", "〓"]);
        assert!(found("〖注〗 〓〓〓 〖未完").is_empty());
    }

    #[test]
    fn a_page_in_markdown_is_read_as_without_its_marks() {
        let plain = "渡口石阶铺好了\n\n本报记者 王明\n\n昨天上午,镇上的人都到渡口看新修的石阶,雨天也不滑脚。\n\n老街不堵了\n\n\
            本报讯(记者 李亮)老街口新装了红绿灯,赶集的日子也不再堵车,孩子们上学走得安心。\n";
        let marked = plain
            .replace("渡口石阶铺好了", "# 渡口石阶铺好了")
            .replace("本报记者 王明", "**本报记者 王明**")
            .replace("老街不堵了", "## 老街不堵了")
            .replace("本报讯(", "**本报讯**(");
        let tagged = plain
            .replace("渡口石阶铺好了", "<h1>渡口石阶铺好了</h1>")
            .replace("昨天上午,", "<p>&nbsp;&nbsp;昨天上午,<br>")
            .replace("老街不堵了", "<b>老街不堵了</b>");
        let read = |text: &str| {
            let page = parse_page("甲.txt", text, &Context::default());
            assert!(page.unconserved().is_empty());
            let shown = |span: ::edition::Span| span.of(&page.text).to_owned();
            let articles = page.articles.iter();
            articles.map(|article| article.spans().map(shown).collect()).collect::<Vec<String>>()
        };
        assert_eq!(read(&marked), read(plain));
        assert_eq!(read(&tagged), read(plain));
    }
}

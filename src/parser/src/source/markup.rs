//! Is the dump written in Markdown or HTML, as programs that read pages from pictures write it, and pages are copied from
//! websites? Its marks are none of the paper's: # before a head, ** around it, <p> before a paragraph, &nbsp; for a space.

use ::edition::marks::{is_block, names_space, tag_name};
use std::ops::Range;

/// Marks of a dump, as byte ranges in order, none overlapping another; none where it is not written so.
pub fn marks(text: &str) -> Vec<Range<usize>> {
    // Nearly all dumps have none of them.
    let has = |mark: &str| text.contains(mark);
    let is_marked =
        ["# ", "#\u{3000}", "**", "|--", "| --", "|:--", "| :--"].iter().any(|mark| has(mark));
    let mut found = if is_marked { of_markdown(text) } else { Vec::new() };
    if has("[标题]") || has("【标题】") || has("［标题］") || has("[正文]") || has("【正文】")
    {
        of_typist(text, &mut found);
        found.sort_by_key(|mark| (mark.start, mark.end));
    }
    if has("<") || has("&") {
        of_html(text, &mut found);
        found.sort_by_key(|mark| (mark.start, mark.end));
        // A star inside a tag is of the tag.
        found.dedup_by(|next, kept| next.start < kept.end);
    }
    found
}

/// [标题], 【作者】: before each part of an article, as whoever types a paper says what it is.
fn of_typist(text: &str, found: &mut Vec<Range<usize>>) {
    const FEWEST: usize = 3;
    const LABELS: [&str; 18] = [
        "标题",
        "主标题",
        "主题",
        "肩题",
        "引题",
        "眉题",
        "副题",
        "副标题",
        "小标题",
        "作者",
        "署名",
        "正文",
        "栏目",
        "照片说明",
        "图片说明",
        "来源",
        "日期",
        "版次",
    ];
    let label = |line: &str| {
        let close = match line.chars().next()? {
            '[' => ']',
            '【' => '】',
            '［' => '］',
            _ => return None,
        };
        let end = line.find(close)?;
        let open = line.chars().next().map_or(0, char::len_utf8);
        LABELS.contains(&line[open..end].trim()).then(|| end + close.len_utf8())
    };
    let (mut labels, mut start) = (Vec::new(), 0);
    for line in ::edition::lines(text) {
        let first = start + line.len() - line.trim_start().len();
        start += line.len();
        labels.extend(label(line.trim()).map(|length| first..first + length));
    }
    if labels.len() >= FEWEST {
        found.append(&mut labels);
    }
}

fn of_markdown(text: &str) -> Vec<Range<usize>> {
    /// A footnote may be marked by two asterisks.
    const FEWEST: usize = 2;
    let (mut found, mut slanted, mut cells) = (Vec::new(), Vec::new(), Vec::new());
    let mut items = Vec::new();
    let (mut heads, mut bold, mut rules, mut start) = (0, 0, 0, 0);
    for line in ::edition::lines(text) {
        let first = start + line.len() - line.trim_start().len();
        start += line.len();
        let own = line.trim();
        let opening = opening(own);
        heads += usize::from(own.starts_with('#') && opening > 0);
        found.extend((opening > 0).then_some(first..first + opening));
        // - 一项
        let is_item = own.starts_with("- ") || own.starts_with("* ") && !own[2..].contains('*');
        items.extend(is_item.then_some(first..first + 1));
        let stars = stars(&own[opening..]);
        bold += usize::from(stars.first() == Some(&0));
        let mark = |at: usize| first + opening + at..first + opening + at + 2;
        found.extend(stars.into_iter().map(mark));
        if is_slanted(own) {
            let end = first + own.len();
            slanted.extend([first..first + 1, end - 1..end]);
        }
        if own.len() > 1 && own.starts_with('|') && own.ends_with('|') {
            let is_rule = own.contains("--") && own.bytes().all(|byte| b"|-: \t".contains(&byte));
            rules += usize::from(is_rule);
            let bars = own.match_indices('|').map(|(at, _)| first + at..first + at + 1);
            let whole = is_rule.then_some(first..first + own.len());
            cells.extend(whole.into_iter().chain(bars.filter(|_| !is_rule)));
        }
    }
    if heads == 0 && bold < FEWEST {
        found.clear();
        slanted.clear();
        items.clear();
    }
    found.append(&mut items);
    found.append(&mut slanted);
    if rules > 0 {
        found.append(&mut cells);
    }
    found.sort_by_key(|mark| mark.start);
    found
}

/// Bytes of the line before each ** of a pair: the first opens as CommonMark tells, or stands at the head of the line; the second
/// may stand behind any mark, **问：**您好, for programs write it so. 2301****0217 and 李**、王** hide something, and *** rules
/// off.
fn stars(line: &str) -> Vec<usize> {
    let is_mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let around = |at: usize| {
        let before = line[..at].chars().next_back().unwrap_or(' ');
        (before, line[at + 2..].chars().next().unwrap_or(' '))
    };
    let hides = |at: usize| {
        let (before, after) = around(at);
        let is_inside = before.is_ascii_digit() && (after.is_ascii_digit() || after == ' ');
        is_inside || before == '*' || after == '*'
    };
    let opens = |at: usize| {
        let (before, after) = around(at);
        let is_set = !is_mark(after) || before.is_whitespace() || is_mark(before);
        !hides(at) && !after.is_whitespace() && (at == 0 || is_set)
    };
    let closes = |at: &usize| !hides(*at) && !around(*at).0.is_whitespace();
    let mut found = line.match_indices("**").map(|(at, _)| at).peekable();
    let mut pairs = Vec::new();
    while let Some(at) = found.next() {
        if opens(at)
            && let Some(close) = found.next_if(closes)
        {
            pairs.extend([at, close]);
        }
    }
    pairs
}

/// *7月23日,市民在人民公园乘凉。*: all of a line, as captions are set.
fn is_slanted(line: &str) -> bool {
    let inside = line.strip_prefix('*').and_then(|line| line.strip_suffix('*'));
    inside.is_some_and(|inside| {
        !inside.is_empty() && !inside.starts_with(' ') && !inside.contains('*')
    })
}

/// Bytes of `## ` or `> ` at the head of a line, without the space.
fn opening(line: &str) -> usize {
    const DEEPEST: usize = 6;
    let marks = line.bytes().take_while(|byte| *byte == b'#').count();
    let marks = if marks == 0 { usize::from(line.starts_with('>')) } else { marks };
    let is_set_off = line[marks..].starts_with([' ', '\u{3000}']);
    if marks <= DEEPEST && is_set_off { marks } else { 0 }
}

/// `<p class="lead">`, `</td>`, `&nbsp;`: tags of mark-up that papers' pages have, and spaces by name.
fn of_html(text: &str, found: &mut Vec<Range<usize>>) {
    /// Tags that close, and line ends: A<B>C has one that opens.
    const FEWEST: usize = 2;
    /// Bytes of &#12288;.
    const LONGEST_NAME: usize = 8;
    let mut tags = Vec::new();
    for (at, mark) in text.match_indices(['<', '&']) {
        let rest = &text[at..];
        if mark == "<" {
            tags.extend(tag(rest).map(|length| at..at + length));
        } else {
            let end = rest.bytes().take(LONGEST_NAME).position(|byte| byte == b';');
            let named = end.filter(|end| names_space(&rest[..=*end]).is_some());
            found.extend(named.map(|end| at..at + end + 1));
        }
    }
    let closes = |mark: &&Range<usize>| {
        let tag = text[(*mark).clone()].to_ascii_lowercase();
        tag.starts_with("</") || tag.starts_with("<br")
    };
    if tags.iter().filter(closes).count() >= FEWEST {
        found.append(&mut tags);
    }
}

/// Bytes of a tag.
fn tag(text: &str) -> Option<usize> {
    const LONGEST: usize = 300;
    /// Elements within a line, and around all of them.
    const OTHERS: [&str; 32] = [
        "a", "b", "body", "br", "dd", "dl", "dt", "em", "font", "hr", "html", "i", "img", "ol",
        "span", "strong", "tbody", "td", "th", "thead", "ul", "head", "meta", "link", "sup", "sub",
        "u", "s", "small", "tfoot", "caption", "big",
    ];
    let end = text.bytes().take(LONGEST).position(|byte| byte == b'>')? + 1;
    let own = text.get(..end)?;
    let name = tag_name(own)?.trim_start_matches('/');
    let is_known = is_block(name) || OTHERS.iter().any(|known| name.eq_ignore_ascii_case(known));
    (is_known && !own[1..].contains(['<', '\n', '\r'])).then_some(end)
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
    fn labels_of_a_typist_are_marks() {
        let text = "[标题]麦收\n[作者]王明\n【正文】\n　　麦子黄了。\n";
        assert_eq!(found(text), ["[标题]", "[作者]", "【正文】"]);
        assert!(found("[标题]麦收\n[大笑]\n").is_empty());
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

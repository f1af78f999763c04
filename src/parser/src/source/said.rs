//! What does the dump say that a line is? 引题：… and [标题] of an editorial system, # of Markdown, <h1>.

use super::{Line, trimmed_lines};
use crate::label::Label;
use ::edition::is_line_end;
use ::edition::marks::{is_head, tag_name};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// What whoever wrote the dump says of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Said {
    /// Some line of a head.
    Head,
    Kicker,
    Headline,
    Subtitle,
    Subhead,
    Byline,
    Column,
    Caption,
    Text,
    /// 版次：A03, 稿件编号：…: of the system, and of no article.
    Field,
}

/// What each label names, in simplified characters.
const LABELS: [(&str, Said); 56] = [
    ("标题", Said::Headline),
    ("主标题", Said::Headline),
    ("大标题", Said::Headline),
    ("主题", Said::Headline),
    ("正题", Said::Headline),
    ("题目", Said::Headline),
    ("篇名", Said::Headline),
    ("肩题", Said::Kicker),
    ("引题", Said::Kicker),
    ("眉题", Said::Kicker),
    ("肩标题", Said::Kicker),
    ("副题", Said::Subtitle),
    ("副标题", Said::Subtitle),
    ("子标题", Said::Subtitle),
    ("小标题", Said::Subhead),
    ("小题", Said::Subhead),
    ("插题", Said::Subhead),
    ("分题", Said::Subhead),
    ("作者", Said::Byline),
    ("署名", Said::Byline),
    ("栏目", Said::Column),
    ("专栏", Said::Column),
    ("栏题", Said::Column),
    ("栏名", Said::Column),
    ("图片说明", Said::Caption),
    ("照片说明", Said::Caption),
    ("图说", Said::Caption),
    ("图注", Said::Caption),
    ("正文", Said::Text),
    ("内文", Said::Text),
    ("内容", Said::Text),
    ("全文", Said::Text),
    ("导语", Said::Text),
    ("报纸名称", Said::Field),
    ("报纸", Said::Field),
    ("报刊名称", Said::Field),
    ("来源", Said::Field),
    ("来源报纸", Said::Field),
    ("稿件来源", Said::Field),
    ("日期", Said::Field),
    ("报纸日期", Said::Field),
    ("出版日期", Said::Field),
    ("发布日期", Said::Field),
    ("见报日期", Said::Field),
    ("版次", Said::Field),
    ("版号", Said::Field),
    ("版面", Said::Field),
    ("版名", Said::Field),
    ("字数", Said::Field),
    ("责任编辑", Said::Field),
    ("责编", Said::Field),
    ("稿件编号", Said::Field),
    ("稿号", Said::Field),
    ("编号", Said::Field),
    ("文章编号", Said::Field),
    ("关键词", Said::Field),
];

/// Elements of XML, as archives and wire services write it. <title> of HTML names the site.
const TAGS: [(&str, Said); 14] = [
    ("headline", Said::Headline),
    ("hl1", Said::Headline),
    ("subheadline", Said::Subtitle),
    ("hl2", Said::Subtitle),
    ("author", Said::Byline),
    ("byline", Said::Byline),
    ("writer", Said::Byline),
    ("caption", Said::Caption),
    ("date", Said::Field),
    ("pubdate", Said::Field),
    ("docno", Said::Field),
    ("docid", Said::Field),
    ("id", Said::Field),
    ("source", Said::Field),
];

impl Said {
    /// What a mark of the dump says of the line that it stands in.
    pub fn by(mark: &str) -> Option<Self> {
        if is_head(mark) || is_large(mark) {
            return Some(Self::Head);
        }
        if let Some(name) = tag_name(mark) {
            let known = TAGS.iter().find(|(known, _)| name.eq_ignore_ascii_case(known));
            return known.map(|(_, said)| *said).or_else(|| Some(label(mark)?.2));
        }
        label(mark).filter(|(length, ..)| *length == mark.len()).map(|(.., said)| said)
    }

    /// How much it speaks for a label, or against it.
    pub fn speaks(self, label: Label) -> f32 {
        use Label::*;
        let agrees = match self {
            Self::Head => return if label.is_name() { 0.0 } else { AGAINST },
            Self::Kicker => label == Kicker,
            Self::Headline => label == Headline,
            Self::Subtitle => label == Subtitle,
            Self::Subhead => label == Subhead,
            Self::Byline => matches!(label, Byline | Signoff | PhotoCredit),
            Self::Column => matches!(label, Rubric | Column | MidColumn),
            Self::Caption => label == Caption,
            Self::Text => return if label.is_name() { AGAINST } else { 0.0 },
            Self::Field => return 0.0,
        };
        if agrees { FOR } else { AGAINST }
    }
}

/// 〖BT(〗, 〖HT2"H〗: a title, or a size that only titles have.
fn is_large(mark: &str) -> bool {
    // 〖HT10.5〗 is in points.
    let size = mark.strip_prefix("〖HT").and_then(|size| size.strip_prefix(['1', '2', '3']));
    let is_size =
        size.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit() || c == '.'));
    mark.starts_with("〖BT(") || is_size
}

/// A title that has no label stands above those of its text, as databases write it: 老街不堵了, and below it 【日期】2024-07-24,
/// 【作者】王明, 【正文】….
pub fn name_titles(lines: &mut [Line]) {
    const LONGEST: usize = 60;
    let mut at = 1;
    while at < lines.len() {
        let said = lines[at..].iter().map_while(|line| line.said);
        let run: Vec<Said> = said.take_while(|said| *said != Said::Text).collect();
        let is_over_text =
            lines.get(at + run.len()).is_some_and(|line| line.said == Some(Said::Text));
        let is_title = lines[at - 1].said.is_none()
            && lines[at - 1].ink.len() <= LONGEST
            && is_over_text
            && run.contains(&Said::Field)
            && !run.contains(&Said::Headline);
        if is_title {
            lines[at - 1].said = Some(Said::Headline);
        }
        at += run.len() + 1;
    }
}

/// What it says for a label that the dump names it …
const FOR: f32 = 4.0;

/// … and against one that it says something else.
const AGAINST: f32 = -8.0;

/// Labels of an editorial system, as byte ranges in order, where the page is written so: titles, and what else such a page
/// has. 主题:… alone is of a lecture, 作者:… and 来源:… stand below many a text.
pub fn labels(text: &str) -> Vec<Range<usize>> {
    const FEWEST: usize = 3;
    let mut found = Vec::new();
    let mut kinds = Vec::new();
    // 主题:… and 内容:… are of a notice, too.
    let mut own = FxHashSet::default();
    for (start, line) in trimmed_lines(text) {
        let text = line.trim_start_matches('\u{FEFF}').trim_start();
        let first = start + line.len() - text.len();
        if let Some((length, name, said)) = label(text) {
            found.push(first..first + length);
            kinds.push(said);
            own.extend((!SHARED.contains(&name)).then_some(said));
        }
    }
    let has = |said: Said| own.contains(&said);
    let heads = [Said::Headline, Said::Kicker, Said::Subtitle, Said::Subhead].into_iter();
    let heads = heads.filter(|said| has(*said)).count();
    let titles = kinds.contains(&Said::Headline);
    let fields = kinds.iter().filter(|said| **said == Said::Field).count();
    let is_so = titles && (heads > 1 || has(Said::Text) || heads > 0 && !has(Said::Headline))
        || has(Said::Text) && fields > 1;
    if is_so && kinds.len() >= FEWEST { found } else { Vec::new() }
}

/// Labels that notices, essays and interviews have as well.
const SHARED: [&str; 5] = ["主题", "题目", "内容", "导语", "正题"];

/// Bytes of the label that a text begins with, its name, and what it says: 引题：, [标题], 【正文】, 副题】 is none.
fn label(text: &str) -> Option<(usize, &'static str, Said)> {
    const LONGEST: usize = 6;
    let mut name = String::new();
    let mut rest = text.char_indices().peekable();
    let close = match rest.peek()?.1 {
        '[' | '［' => &[']', '］'],
        '【' => &['】', '】'],
        '<' | '＜' => &['>', '＞'],
        '〈' => &['〉', '〉'],
        _ => &[':', '：'],
    };
    let is_bracketed = !close.contains(&':');
    if is_bracketed {
        rest.next();
    }
    for (at, c) in rest {
        if close.contains(&c) {
            let (name, said) = LABELS.iter().find(|(known, _)| *known == name)?;
            let mut end = at + c.len_utf8();
            // [标题]：…
            if let Some(colon) =
                text[end..].chars().next().filter(|c| is_bracketed && matches!(c, ':' | '：'))
            {
                end += colon.len_utf8();
            }
            return Some((end, name, *said));
        }
        if is_line_end(c) || name.chars().count() >= LONGEST {
            return None;
        }
        if !c.is_whitespace() {
            name.push(places::fold(c));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Context, parse_page};

    fn found(text: &str) -> Vec<&str> {
        labels(text).into_iter().map(|mark| &text[mark]).collect()
    }

    #[test]
    fn labels_are_told_where_a_page_is_written_so() {
        let typist = "[标题]麦收\n[作者]王明\n【正文】\n　　麦子黄了。\n";
        assert_eq!(found(typist), ["[标题]", "[作者]", "【正文】"]);
        let system = "引 题：三夏\n標題：麥收\n內文:\n麦子黄了。\n版次：A03\n";
        assert_eq!(found(system), ["引 题：", "標題：", "內文:", "版次："]);
        assert!(found("[标题]麦收\n[大笑]\n").is_empty());
        assert!(
            found("主题：麦收\n时间：明天\n内容：讲课\n来源：本报\n报名：3621188\n").is_empty()
        );
        assert!(found("记者：您好？\n作者：王明\n题目：麦收\n记者：谢谢。\n").is_empty());
        assert!(found("主题：麦收\n主题：三夏\n作者：王明\n来源：本报\n").is_empty());
        assert_eq!(Said::by("[标题]"), Some(Said::Headline));
        assert_eq!(Said::by("<Headline lang=\"zh\">"), Some(Said::Headline));
        assert_eq!(Said::by("</headline>"), None);
        assert_eq!((Said::by("##"), Said::by("**")), (Some(Said::Head), None));
    }

    #[test]
    fn what_is_said_of_a_line_is_believed() {
        let text = "\u{FEFF}引题：今年雨水多，镇上的人说\n主题：渡口石阶铺好了\n副题：雨天不滑脚\n作者：王明\n正文：\n　　昨天上午，镇上的人都到渡口看新修的石阶，\
            雨天也不滑脚。\n字数：32\n\n主题：老街不堵了\n正文：\n　　老街口新装了红绿灯，赶集的日子也不再堵车，孩子们上学走得安心。\n字数：30\n";
        let page = parse_page("甲.txt", text, &Context::default());
        assert!(page.unconserved().is_empty());
        let [one, two] = page.articles.as_slice() else { panic!("{:?}", page.articles) };
        let shown = |spans: &[::edition::Span]| -> String {
            spans.iter().map(|span| span.of(text)).collect()
        };
        assert_eq!(shown(&one.kicker), "今年雨水多，镇上的人说");
        assert_eq!(shown(&one.headline), "渡口石阶铺好了");
        assert_eq!(shown(&one.subtitle), "雨天不滑脚");
        assert_eq!(one.bylines.len(), 1);
        assert_eq!(shown(&two.headline), "老街不堵了");
        assert!(page.furniture.iter().any(|span| span.of(text) == "字数："));
    }
}

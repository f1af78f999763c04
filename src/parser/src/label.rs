//! What may a piece be, and how much does what is seen of it speak for each?

mod head;
mod matter;
mod rare;

use self::head::head;
use self::rare::{note, notice, table, verse};
use crate::features::Features;
use crate::opening::Stop;
use crate::source::Said;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Label {
    Rubric,
    /// A running column's name above a headline …
    Column,
    Kicker,
    Headline,
    Subtitle,
    Byline,
    /// … or between byline and lead.
    MidColumn,
    Body,
    Subhead,
    Signoff,
    Caption,
    PhotoCredit,
    /// A line of a poem.
    Verse,
    /// A row of a table.
    Table,
    Notice,
    /// An editor's note before the text …
    Preface,
    /// … or a box inside or below it: 链接, 名词解释.
    Inset,
}

impl Label {
    pub const ALL: [Self; 17] = [
        Self::Rubric,
        Self::Column,
        Self::Kicker,
        Self::Headline,
        Self::Subtitle,
        Self::Byline,
        Self::MidColumn,
        Self::Body,
        Self::Subhead,
        Self::Signoff,
        Self::Caption,
        Self::PhotoCredit,
        Self::Verse,
        Self::Table,
        Self::Notice,
        Self::Preface,
        Self::Inset,
    ];

    /// What it labels names an article, or what an article belongs to.
    pub fn is_name(self) -> bool {
        use Label::*;
        matches!(self, Rubric | Column | MidColumn | Kicker | Headline | Subtitle | Subhead)
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Rubric => "栏头",
            Self::Column => "栏目",
            Self::Kicker => "肩题",
            Self::Headline => "主题",
            Self::Subtitle => "副题",
            Self::Byline => "署名",
            Self::MidColumn => "栏目(文前)",
            Self::Body => "正文",
            Self::Subhead => "小标题",
            Self::Signoff => "文末署名",
            Self::Caption => "图片说明",
            Self::PhotoCredit => "摄影署名",
            Self::Verse => "诗行",
            Self::Table => "表行",
            Self::Notice => "公告",
            Self::Preface => "编者按",
            Self::Inset => "附文",
        }
    }
}

/// Out of the question.
pub const NEVER: f32 = -1e4;

/// A sum of reasons, kept apart where somebody asks.
#[derive(Default)]
pub struct Tally {
    pub sum: f32,
    pub reasons: Option<Vec<(&'static str, f32)>>,
}

impl Tally {
    pub fn add(&mut self, reason: &'static str, value: f32) {
        self.sum += value;
        if let Some(reasons) = &mut self.reasons
            && value != 0.0
        {
            reasons.push((reason, value));
        }
    }

    fn when(&mut self, is: bool, reason: &'static str, value: f32) {
        if is {
            self.add(reason, value);
        }
    }
}

/// How much speaks for `label`.
pub fn score(label: Label, f: &Features, tally: &mut Tally) {
    if f.chapter {
        return tally.add("章的序号", if label == Label::Subhead { CHAPTER } else { NEVER });
    }
    if f.wordless && label.is_name() {
        return tally.add("只有符号", NEVER);
    }
    if let Some(said) = f.said {
        tally.add("写明是什么", said.speaks(label));
    }
    match label {
        Label::Body => body(f, tally),
        Label::Caption => caption(f, tally),
        Label::Byline => byline(f, tally),
        Label::Signoff | Label::PhotoCredit => signoff(label, f, tally),
        Label::Rubric => rubric(f, tally),
        Label::Column | Label::MidColumn => column(f, tally),
        Label::Verse => verse(f, tally),
        Label::Table => table(f, tally),
        Label::Notice => notice(f, tally),
        Label::Preface | Label::Inset => {
            tally.when(f.form.ahead && label == Label::Inset, "说的是下文", -3.0);
            note(f, tally);
        }
        Label::Kicker | Label::Headline | Label::Subtitle | Label::Subhead => head(label, f, tally),
    }
}

/// What speaks for the number of a chapter as a subhead: it can be nothing else.
const CHAPTER: f32 = 8.0;

/// What it says for running text, and against a head, that it is a turn of an interview.
pub const IN_TURNS: f32 = 8.0;

/// What speaks for running text of any class.
fn text(f: &Features, t: &mut Tally) {
    t.when(f.trails, "署名从段末分出", -12.0);
    t.when(f.credit.as_ref().is_some_and(|credit| credit.firm), "像署名", -8.0);
    t.when(f.is_long(), "长", 6.0);
    let calls = f.calls > 0 && f.calls == f.stops && f.len < SHORT_CALL;
    t.when(f.stop == Stop::Full && !calls, "以句号收", 4.0);
    let asks = calls && f.len < SHORT_QUESTION && !f.quotes && !f.asks;
    t.when(f.asks, "是问答", 3.0);
    t.when(f.speaks, "轮流说话", IN_TURNS);
    t.when(f.stop == Stop::Full && calls, "以问号或叹号收", if asks { -1.0 } else { 1.0 });
    t.when(f.stops > 1, "有几句", 3.0);
    t.when(f.commas > 0 && f.len > 12 && !f.asks_alone(), "有逗号", 1.5);
    t.when(f.commas > 1, "有几个逗号", 1.5);
    t.when(f.indent == Some(true) && f.len > 5, "段首缩进", 3.0);
    t.when(f.rubric == 2, "栏头用语", -3.0);
    t.when(f.salutes, "称呼", 6.0);
}

/// A line of fewer characters that asks, and is nobody's words, is a head sooner than a paragraph.
const SHORT_QUESTION: usize = 16;

/// What it says against a paragraph that it is a question by itself; see [`Features::asks_alone`].
const ASKED_ALONE: f32 = -3.0;

/// A line of fewer characters with ! or ? and no full stop may be a headline.
const SHORT_CALL: usize = 36;

fn body(f: &Features, t: &mut Tally) {
    text(f, t);
    t.when(f.head.is_some(), "有电头", 6.0);
    // 1.不在林区吸烟、烧荒;
    let is_point = f.numbered && f.ends_in_comma;
    t.when(f.leads_points, "下有各条", 3.0);
    t.when(f.stacked && f.words <= 0.0, "上下都是短行", STACKED);
    t.when(f.len < 24 && f.stop != Stop::Full && !f.salutes && !is_point, "短而无句号", -4.5);
    t.when(f.words < -2.0, "接着上文", 2.0);
    let broken = f.stub || f.han == 0 && f.len < crate::features::LONG;
    t.when(f.hangs || f.ends_in_comma || broken, "没有说完", 1.5);
    let opens = f.opening > 1.5 && !f.opens_with_place;
    t.when(opens && f.len < 24 && f.stop == Stop::Open, "段首用语", 1.5);
    t.when(f.caption == 2, "图片说明用语", -4.0);
    t.when(f.over_asked, "下面是问的谁", -5.0);
    t.when(f.torn_head, "标题的上一行", -4.0);
    let calls_bare = f.calls > 0 && f.len < SHORT_CALL && !f.quotes && !f.asks && !f.speaks;
    t.when(calls_bare && f.indent == Some(false) && f.seam.is_none(), "别的段都缩进", -3.0);
    t.when(f.asks_alone() && f.indent.is_none(), "独行一问", ASKED_ALONE);
    t.when(f.tied, "紧在正文上", -4.0);
    // “井里有人！” over the text that says it again.
    t.when(f.quoted && f.echo > SAID_AGAIN, "正文说它", -4.0);
    t.when(f.column_words > 0 && f.len <= SHORT_LABEL && f.stop == Stop::Open, "栏目用语", -2.0);
    t.when(f.loose && f.commas > 0, "有逗号而与标题隔空行", 1.5);
}

fn caption(f: &Features, t: &mut Tally) {
    text(f, t);
    t.when(f.head.is_some(), "有电头", -10.0);
    t.when(f.caption == 2, "图片说明用语", 4.0);
    t.when(f.caption == 1, "以日期开头", 0.5);
    t.when(f.caption == 0 && !f.ends_caption, "没有图片说明的开头", -2.0);
    t.when(f.len > LONGEST_CAPTION, "太长", -6.0);
    t.when(f.len < 8 && !f.ends_caption, "太短", -4.0);
    t.when(f.bullet && f.caption < 2, "是列出的一条", -4.0);
}

/// Characters of a caption; longer ones are text.
const LONGEST_CAPTION: usize = 180;

/// Characters of a series' name that has no word of one.
pub const LONGEST_SERIES: usize = 8;

/// What it says against running text that a line and its neighbour are short and have no mark.
const STACKED: f32 = -3.0;

/// Share of a quotation's pairs that the text below has where it is its headline.
const SAID_AGAIN: f32 = 0.5;

/// A label of so many characters is no part of a sentence.
const SHORT_LABEL: usize = 6;

/// What speaks for a byline of characters that nothing but their place makes a name.
const PEN_NAME: f32 = 0.8;

/// What speaks for a byline that stands where poets do, though it is a word as well as a name.
const POET: f32 = 6.0;

fn byline(f: &Features, t: &mut Tally) {
    let Some(credit) = &f.credit else {
        if f.form.poet {
            return t.add("诗题之下", POET);
        }
        if f.said == Some(Said::Byline) {
            return t.add("写明是署名", 0.0);
        }
        let may_be = f.pen_name && !f.is_place && !f.under_head;
        return t.add("不是署名", if may_be { PEN_NAME } else { NEVER });
    };
    t.add("是署名", 8.0);
    t.when(!credit.firm, "只有名字", -5.0);
    t.when(!credit.firm && f.form.run > 4, "在诗行上", 2.5);
    t.when(f.form.poet, "诗题之下", 3.0);
    t.when(f.trails, "在段末", -20.0);
    t.when(credit.bracketed && !credit.bulleted && credit.place.is_none(), "带括号", -3.0);
    t.when(credit.is_photo, "是摄影署名", -3.0);
}

fn signoff(label: Label, f: &Features, t: &mut Tally) {
    if f.form.signs && label == Label::Signoff && f.credit.is_none() {
        return t.add("落款", 3.0);
    }
    let Some(credit) = &f.credit else { return t.add("不是署名", NEVER) };
    t.add("是署名", 7.0);
    t.when(!credit.firm && !credit.bracketed, "只有名字", -5.0);
    t.when(credit.bracketed, "带括号", 3.0);
    t.when(f.trails, "在段末", 5.0);
    t.when(credit.bulleted, "带标记", -3.0);
    let photo = label == Label::PhotoCredit;
    // （圖文：張議晨） under a picture.
    let may_be_photo = photo && credit.is_pictured && (credit.bracketed || f.signs_picture);
    t.when(
        credit.is_photo != photo && !may_be_photo,
        if photo { "没有摄字" } else { "有摄字" },
        -6.0,
    );
    t.when(credit.is_photo && photo, "有摄字", 4.0);
}

/// What it says against a label that a line has the mark of the page's headlines.
const MARKED_AS_HEADS: f32 = -4.0;

/// What it says against a rubric that a label stands between two marks.
const TAGGED: f32 = 7.0;

fn rubric(f: &Features, t: &mut Tally) {
    t.when(f.marked_as_heads, "有各主题的标记", MARKED_AS_HEADS);
    match f.rubric {
        2 => t.add("栏头用语", 6.0),
        1 => t.add("像栏头", 2.5),
        _ if f.ornament && f.bare <= 4 => t.add("短而有标记", 3.5),
        _ if f.ornament && f.len <= 8 => t.add("短而有标记", 0.5),
        // 三言两语 over several items that have one mark: a list has its label above it.
        _ if f.len <= SHORT_LABEL && f.plain && f.over_listed => t.add("列出的几条之上", 2.0),
        _ if f.len <= 4 && f.plain && f.opens_with_rubric => t.add("像栏头", 0.8 - 4.0 * f.echo),
        _ if f.len <= 4 && f.plain => t.add("短", -0.4 - 4.0 * f.echo),
        _ if f.len == 5 && f.plain => t.add("短", -2.0 - 4.0 * f.echo),
        _ => t.add("不像栏头", -12.0),
    }
    t.when(f.tagged, "一篇的栏目", -TAGGED);
    t.when(f.form.over_rows, "在表上", -5.0);
    t.when(f.form.listed_ad && f.rubric == 0, "在分类广告里", -3.0);
    t.when(f.over_speech, "在对话上", -8.0);
    t.when(f.ornament, "有标记", 1.0);
    t.when(f.is_place, "是地名", -6.0);
    t.when(f.column_words > 0 && f.rubric < 2, "栏目用语", -4.0);
    t.when(f.comments, "谁在提醒", -6.0);
    t.when(f.numbered, "有序号", -4.0);
    t.when(f.stop == Stop::Half && f.rubric < 2, "以冒号收", -4.0);
    t.when(f.dash_before || f.dash_after, "有破折号", -8.0);
}

/// What it says for a column, and against a line of the head, that it stands as the name of a series does.
pub const SERIES_UNDER_HEAD: f32 = 4.0;

fn column(f: &Features, t: &mut Tally) {
    t.when(f.marked_as_heads, "有各主题的标记", MARKED_AS_HEADS);
    t.when(f.len > 26 || f.len < 4, "长短不合", -8.0);
    t.when(f.stop != Stop::Open, "有句号", -8.0);
    t.when(f.speaks, "轮流说话", -IN_TURNS);
    t.when(f.commas > 0, "有逗号", -5.0);
    t.when(f.credit.is_some(), "像署名", -8.0);
    t.when(f.numbered, "有序号", -4.0);
    t.when(f.is_place, "是地名", -6.0);
    t.when(f.rubric == 2 && !f.tagged, "栏头用语", -4.0);
    t.when(f.form.field, "像公告的一项", -6.0);
    t.when(f.form.boxed, "附文的一项", -8.0);
    t.when(f.over_asked || f.answers, "答记者问", -5.0);
    t.when(f.ornament && f.bare > 4, "有标记", 3.0);
    t.when(f.tagged, "一篇的栏目", 2.0);
    t.when(f.column_words > 0, "栏目用语", 3.5);
    t.when(f.under_head, "主题下的栏目", SERIES_UNDER_HEAD);
    t.when(f.opens_parts && f.column_words == 0, "几部分的第一个", -4.0);
    t.when(f.form.scores && !f.ornament, "有比分", -6.0);
    t.when(f.couplet, "两半对仗", -3.0);
    let told = f.column_words > 0 || f.ornament || f.bare <= LONGEST_SERIES;
    t.when(!told, "像一句话", -1.5);
    t.when(f.introduces, "引出主题", -3.0);
    t.when(f.sequel, "之几", -4.0);
    let is_cut = f.unclosed || f.ends_in_comma || f.bare > LONGEST_SERIES && (f.hangs || f.stub);
    t.when(is_cut, "没有说完", -5.0);
    // ——读《山居笔谈》 is a subtitle.
    t.when(f.dash_before, "以破折号起", -6.0);
    // 老漁工轉行說書—— leads to the headline.
    t.when(f.dash_after, "以破折号收", -8.0);
    t.add("正文不提它", -4.0 * f.echo - 0.5);
}

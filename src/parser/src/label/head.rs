//! What speaks for a kicker, a headline, a subtitle, a subhead?

use super::matter::{alone_in_report, one_matter};
use super::{IN_TURNS, Label, SERIES_UNDER_HEAD, SHORT_LABEL, Tally};
use crate::features::Features;
use crate::forms::{Note, is_row};
use crate::opening::Stop;

pub fn head(label: Label, f: &Features, t: &mut Tally) {
    // 海拔2200米,风大,路远,冬天的自来水常常冻住—— leads to its headline, in as many clauses as it likes.
    let leads = label == Label::Kicker && f.dash_after;
    t.when(f.trails, "署名从段末分出", -12.0);
    t.when(f.indent == Some(true), "像段首缩进", -3.0);
    let only_calls = f.calls > 0 && f.calls == f.stops;
    t.when(f.stop == Stop::Full && f.len > 0 && !only_calls, "有句号", -4.0);
    t.when(only_calls, "有问号或叹号", -0.7);
    let inside = f.stops > 0 && f.stop != Stop::Full || f.stops > 1;
    t.when(inside && !only_calls && !leads, "中间有句号", -3.0);
    t.when(f.credit.as_ref().is_some_and(|credit| credit.firm), "像署名", -8.0);
    t.when(f.head.is_some(), "有电头", -10.0);
    t.when(f.is_long() && !(leads && f.len <= LONGEST_LEADING), "太长", -6.0);
    t.when(f.words < -4.0, "接着上文", -4.0);
    t.when(f.commas > 0 && !leads && !f.asks_alone(), "有逗号", -2.0);
    t.when(f.commas > 1 && !leads, "有几个逗号", -3.5);
    t.when(f.asks, "是问答", -5.0);
    t.when(f.speaks, "轮流说话", -IN_TURNS);
    t.when(f.leads_points, "下有各条", -6.0);
    t.when(f.ends_in_comma && !f.torn_head, "以逗号收", -6.0);
    t.when(f.cut_word && f.words >= -4.0, "接着上文", -4.0);
    let begins = f.words > 2.3 && f.seam.is_none() && !f.halves && !f.figures;
    t.when(begins && !leads, "像段首", -1.2);
    t.when(f.hangs, "没有说完", -3.0);
    t.when(f.stub && !f.hangs, "没有说完", -4.0);
    t.when(f.framed && !f.stub, "没有说完", -2.0);
    t.when(f.han == 0, "没有汉字", -3.0);
    t.when(f.salutes, "称呼", -6.0);
    t.when(f.form.field, "像公告的一项", -4.0);
    t.when(f.form.signs, "像落款", -1.5);
    let labels_part = f.form.over_rows || f.over_speech && label == Label::Subhead;
    t.when(f.rubric == 2 && !labels_part, "栏头用语", -3.0);
    t.when(f.caption > 0 && f.commas > 0, "像图片说明", -3.0);
    t.when(f.form.note != Note::None, "附文的标签", -6.0);
    t.when(f.form.boxed, "附文的一项", -8.0);
    t.when(is_row(&f.form) && f.form.rows > 0, "像表行", -4.0);
    t.when(f.form.notice_title && label == Label::Headline, "公告的标题", 3.0);
    t.when(f.under_head, "像主题下的栏目", -SERIES_UNDER_HEAD);
    match label {
        Label::Headline => {
            t.add("正文说它", 4.0 * f.echo - 0.3);
            t.when(f.over_speech, "在对话上", -IN_TURNS);
            t.when(f.commas > 0 && !f.asks_alone(), "有逗号", COMMA_IN_HEADLINE);
            // 渡口 over whoever wrote it: essays and poems have short titles.
            let titled = f.form.run > 0 || f.over_byline || f.heads_brief;
            t.when(f.len < 4 && !titled, "太短", -2.0);
            t.when((4..6).contains(&f.len) && !titled, "太短", -1.3);
            t.when(!f.signed, "下文无署名", -UNSIGNED);
            t.when((6..=9).contains(&f.len), "短", -1.0);
            t.when(f.len >= 16, "够长", 0.7);
            t.when((8..=32).contains(&f.len), "长短合适", 1.0);
            t.when(f.caption == 2 && !f.ornament, "图片说明用语", -4.0);
            t.when(f.over_carried && f.stop == Stop::Open, "下文接自别版", 3.0);
            t.when(f.halves && f.len >= 12, "分两半", 1.2);
            t.when(f.numbered, "有序号", -3.0);
            t.when(f.is_place, "是地名", -4.0);
            t.when(f.opens_with_place && !f.is_place, "以地名开头", 0.8);
            t.when(f.dash_before || f.dash_after, "有破折号", -3.0);
            t.when(f.said_by, "是谁的话", -1.5);
            t.when(f.attends, "谁出席讲话", -2.0);
            t.when(f.answers, "答记者问", -2.5);
            t.when(f.over_asked, "下面是问的谁", 4.0);
            t.when(f.torn_head, "下一行接着", 3.0);
            t.when(f.introduces, "引出主题", -2.0);
            t.when(f.bracketed, "全在括号里", -5.0);
            t.when(f.set_off == Some(true), "空行之后", 0.5);
            t.when(f.in_briefs && f.tied && f.after_blank, "短讯的标题", 1.5);
            t.when(f.heads_brief, "一排短讯的标题", 2.0);
            t.when(f.form.titles_poem, "下一首诗的题目", 5.0);
            t.when(f.form.names_cycle, "几首诗的题目", NAMES_CYCLE);
            t.when(f.loose, "与下文隔空行", -2.5);
        }
        Label::Kicker => {
            // 机械厂, 新生运动会: what a story is about is said again in its text.
            let heard = if f.len <= SHORT_LABEL && f.column_words == 0 { 2.0 } else { 3.0 };
            // 市委常委会会议强调: who met, and the lead says so again.
            let heard = if f.introduces { 0.0 } else { heard };
            t.add("正文不提它", 0.5 - heard * f.echo);
            t.when(f.loose, "与主题隔空行", -2.5);
            t.when(f.is_place, "是地名", 6.0);
            t.when(f.dash_after, "以破折号收", 5.0);
            t.when(f.ends_in_colon && !f.is_place, "以冒号收", COLON_OVER_HEADLINE);
            t.when(f.len > 26 && !leads || f.len < 3, "长短不合", -3.0);
            let told = f.is_place || f.dash_after || f.sequel || f.stop == Stop::Half;
            t.when(f.len <= 4 && !told && f.echo < 0.2, "太短", -2.4);
            t.when(f.dash_before, "以破折号起", -4.0);
            t.when(f.ornament && !f.ends_in_colon && !leads, "有标记", -2.0);
            t.when(f.bracketed, "全在括号里", -5.0);
            t.when(f.sequel, "之几", 4.0);
            t.when(f.introduces && !f.loose, "引出主题", 3.0);
        }
        Label::Subtitle => {
            t.when(f.dash_before, "以破折号起", 7.0);
            t.when(f.attends, "谁出席讲话", 3.0);
            t.when(f.answers, "答记者问", 3.0);
            t.add("正文不提它", 0.3 - 2.0 * f.echo);
            t.when(f.len > 40 || f.len < 5, "长短不合", -3.0);
            t.when(f.is_place, "是地名", -4.0);
            t.when(f.ornament && !f.said_by, "有标记", -2.0);
        }
        _ => {
            t.when(f.commas > 0 && !f.numbered, "有逗号", COMMA_IN_SUBHEAD);
            // 主要农资均价表(单位:元) is long for what it says behind its name.
            let heads_table = f.form.names_table && f.form.over_rows && f.han < f.len;
            t.when(f.len > 18 && !heads_table, "太长", -3.0);
            t.when(f.len > 24, "太长", -4.0);
            t.when(f.numbered && f.len < 24, "有序号", 5.0);
            let brief = (f.in_briefs || f.heads_brief) && f.form.run == 0;
            t.when(brief && !f.numbered, "在短讯里", -2.0);
            t.when(f.heads_brief, "一排短讯的标题", -1.5);
            t.when(f.set_off == Some(true), "空行之后", -1.5);
            t.when(f.form.apart && !f.after_verse, "在诗行中独立", 4.0);
            t.when(f.after_verse && !f.numbered, "诗在这里完了", -4.0);
            t.when(f.comments, "谁在提醒", 3.0);
            t.when(f.form.notice_title && !f.numbered, "公告的标题", -3.0);
            t.when(f.attends, "谁出席讲话", -2.0);
            t.add("前后同题", one_matter(f));
            // 校長：孩子教我們一課: whoever says so is of the article above.
            t.when(!f.said_by, "下文另有所说", f.unlike);
            t.add("消息里只此一个", alone_in_report(f));
            t.when((4..=9).contains(&f.len), "长短合适", 1.2);
            let plain = !f.numbered && f.rhymes == 0 && !heads_table;
            t.when(plain && f.names_unit, "有县乡村", UNIT_IN_SUBHEAD);
            t.when(plain && f.tells_event, "说的是一件事", EVENT_IN_SUBHEAD);
            t.when(plain && (13..=18).contains(&f.len), "偏长", LONG_SUBHEAD);
            let rhymes = f.rhymes > 0 && !f.in_briefs;
            t.when(rhymes && f.len > 9, "与别的小标题对仗", 3.0);
            t.when(rhymes && f.len <= 9, "与别的小标题对仗", 0.7);
            t.when(f.halves && f.len > 14, "分两半", -1.0);
            t.when(f.like_heads && !f.numbered, "与各主题一样分两半", -2.3);
            t.when(f.words > 1.9 && !f.numbered && !f.figures, "段首用语", -1.2);
            t.when(f.dash_before || f.dash_after, "有破折号", -3.0);
            t.when(f.is_place, "是地名", -2.0);
            t.when(f.opens_with_place && !f.is_place, "以地名开头", -0.8);
        }
    }
}

/// Characters of a kicker that ends with a dash.
const LONGEST_LEADING: usize = 64;

/// 波密县巴卡村: over a headline speaks of what the headline says.
const COLON_OVER_HEADLINE: f32 = 4.0;

/// What it says for a headline that it counts its poems.
const NAMES_CYCLE: f32 = 4.0;

/// A headline stands over a text that says whose it is, a subhead may stand over any.
const UNSIGNED: f32 = 0.3;

/// Of 203 subheads of written pages one in forty names a county, a town or a village, of 1,319 headlines one in five.
const UNIT_IN_SUBHEAD: f32 = -0.8;

/// One in twenty is so long, one headline in four.
const LONG_SUBHEAD: f32 = -0.7;

/// One in eight subheads has a comma, one headline in forty-five.
const COMMA_IN_SUBHEAD: f32 = 1.0;
const COMMA_IN_HEADLINE: f32 = -1.0;

/// None of them tells of an event, and 41 of the headlines do; see `tells_event`.
const EVENT_IN_SUBHEAD: f32 = -2.5;

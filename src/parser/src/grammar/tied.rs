//! Which labels do two lines have in common that are one line, and what do empty lines and the numbers of chapters say?

use super::SHORT_LINE;
use super::credited::is_head;
use crate::features::Features;
use crate::label::Label;
use crate::opening::Stop;

/// What it says for two lines of a head that a title or a quotation goes over both …
const TIED: f32 = 6.0;
/// … and against their being different things.
const UNTIED: f32 = -8.0;

/// What lines say that are torn inside a title or a quotation.
pub fn tied(from: Label, to: Label, here: &Features) -> f32 {
    let is_head = |label: Label| is_head(label) || label == Label::Subhead;
    match here.enclosed {
        true if from == to && is_head(from) => TIED,
        true if is_head(from) || is_head(to) => UNTIED,
        _ => 0.0,
    }
}

/// What it costs an article not to be set off where the others are.
const UNSET: f32 = 2.0;

/// Where empty lines set articles apart, one stands before the first head of each.
pub fn apart(from: Label, to: Label, here: &Features) -> f32 {
    use Label::*;
    let Some(blank) = here.set_off else { return 0.0 };
    let is_head = |label: Label| matches!(label, Rubric | Column | Kicker | Headline);
    let opens = !is_head(from) && matches!(to, Kicker | Headline) && !here.in_briefs;
    if opens && !blank { -UNSET } else { 0.0 }
}

/// What it says against a line of text that it is short, without a mark, and stands above a report head: of 1,700 such
/// lines of written pages all but credits and cut report heads are of the headline.
const TITLE_OVER_REPORT: f32 = -12.0;

fn is_title(line: &Features) -> bool {
    const LENGTHS: std::ops::Range<usize> = 8..30;
    LENGTHS.contains(&line.len)
        && line.commas + line.stops == 0
        && line.stop == Stop::Open
        && line.credit.is_none()
        && line.head.is_none()
}

/// What it says against running text that a line stops short over what somebody tells the paper: 电梯停了,九楼老人二十天没下楼,
/// over 某小区业主来电:…, is its title.
const OVER_COMPLAINT: f32 = -3.0;

fn stops_short(line: &Features) -> bool {
    line.stop == Stop::Open && line.len < SHORT_LINE
}

/// A chapter's number may stand below anything of an article, and its title below it; the label of the first of several
/// parts below whoever wrote them.
pub fn counted(from: Label, before: &Features, to: Label, here: &Features) -> f32 {
    use Label::*;
    match (from, to) {
        (Body | Table, Body) if here.reports && is_title(before) => TITLE_OVER_REPORT,
        (Body, Body) if here.complains && stops_short(before) => OVER_COMPLAINT,
        (Subhead, Subhead) if before.chapter => 6.0,
        (Subtitle, Subhead) if here.chapter => 4.0,
        (Caption, Subhead) if here.chapter => 9.0,
        (Byline, Subhead) if here.opens_parts && here.column_words == 0 => 3.0,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_line_without_a_mark_over_a_report_head_is_its_headline() {
        let text = "县运会开幕\n\n本报讯(记者 王明)6月1日,全县运动会在河口镇开幕,一千多名运动员参加,比赛有跑步和跳远。\n\n\
            奖牌榜\n\n代表队 金 银 铜\n\n河口队 12 8 6\n\n岳壁队 10 9 4\n\n上河队 7 6 5\n\n\
            接力赛开跑 男女4×100米河口队夺冠\n\n\
            本报讯 全县运动会今天进入第三天的争夺,河口队在最后一项比赛里跑了第一名,队员们都很高兴。\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let heads = page.articles.iter().flat_map(|article| &article.headline);
        let heads: Vec<&str> = heads.map(|span| span.of(text)).collect();
        assert_eq!(heads, ["县运会开幕", "接力赛开跑 男女4×100米河口队夺冠"]);
    }
}

//! What do the pieces before and behind a piece say of it?

use super::Features;
use crate::opening::{Stop, stop};
use crate::source::Ink;
use crate::wordlist::Words;

/// The opening of 记者昨日从… and of others as strong is that of a lead.
const REPORTS: f32 = 3.0;

/// Sets [`Features::signed`], from the last piece to the first.
pub fn sign(all: &mut [Features]) {
    let mut signed = false;
    for features in all.iter_mut().rev() {
        features.signed = signed;
        let reports = features.words > REPORTS || features.caption > 0;
        let tells = features.head.is_some() || features.credit.is_some() || reports;
        let is_text = features.is_long() || features.stop == Stop::Full || features.seam.is_some();
        signed = tells || signed && is_text;
    }
}

/// Sets [`Features::in_briefs`].
pub fn mark_briefs(all: &mut [Features]) {
    let mut briefs = false;
    for at in 0..all.len() {
        all[at].in_briefs = briefs;
        if all[at].rubric > 0 {
            briefs = all[at].briefs;
        } else if is_byline(all, at) || all[at].column_words > 0 {
            briefs = false;
        }
    }
}

/// 本报记者 王明 on a line of its own, or a name between a title and its text: no brief, and it may have subheads.
fn is_byline(all: &[Features], at: usize) -> bool {
    let Some(credit) = all[at].credit.as_ref() else { return false };
    let between = || {
        let above = at.checked_sub(1).map(|above| &all[above]);
        above.is_some_and(|above| above.stop != Stop::Full && !above.is_long())
            && all.get(at + 1).is_some_and(Features::is_long)
    };
    !credit.bracketed && !credit.is_photo && (credit.firm || between())
}

/// 建议采取以下措施: over 1.每亩用生石灰5公斤…: what leads to numbered points is text.
pub fn leads_points(ink: &[Ink], next: &[Ink]) -> bool {
    static LEADS: Words = Words::of(&[
        "以下", "如下", "下列", "下面", "措施", "办法", "方法", "步骤", "要点", "条件", "原因",
        "意见", "内容", "事项", "几点",
    ]);
    let [lead @ .., colon] = ink else { return false };
    let leads = lead.len() < super::LONG && (0..lead.len()).any(|at| LEADS.open(&lead[at..]));
    let is_point = super::shape::has_number(next)
        && (stop(next) == Stop::Full || next.last().is_some_and(|last| last.c == ';'));
    colon.c == ':' && leads && is_point
}

#[cfg(test)]
mod tests {
    use ::edition::BlockKind;

    #[test]
    fn a_text_whose_writer_stands_above_it_is_no_brief_and_has_subheads() {
        let brief = |town: &str| {
            format!(
                "{town}三项措施护住秋粮\n一是广播到户,二是巡查到田,三是镇里的干部一人包一个村,白天黑夜都有人在路上看着。\n\n"
            )
        };
        let briefs = ["河口镇", "渡口镇", "磨坪镇"].map(brief).concat();
        let paragraphs = [
            "天刚蒙蒙亮,老周就背起竹篓出了门。篓里装着血压计和几盒常用药,走的是他走了三十三年的山路,一天要翻两座山。",
            "2009年冬天,村民老彭半夜突发心梗,大雪封山,救护车上不来。他踩着齐膝深的雪赶到,又和几个人轮流抬了三个小时。",
            "去年,女儿从卫校毕业,没有留在省城,而是回到村卫生室。那天,他把一只新编的竹篓交到她手里,一句话没说。",
        ];
        let [one, two, three] = paragraphs;
        let heads = ["大山里的“背篓医生”\n周 兰", "“他就是我的一盏灯”", "“灯有人接了”"];
        let [title, second, third] = heads;
        let essay = format!("{title}\n{one}\n{second}\n{two}\n{third}\n{three}\n");
        let text = format!("简讯\n\n{briefs}{essay}");
        let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
        let subheads = |article: &::edition::Article| {
            article.blocks.iter().filter(|block| block.kind == BlockKind::Subhead).count()
        };
        assert_eq!(page.articles.iter().map(subheads).collect::<Vec<_>>(), [0, 0, 0, 2]);
    }
}

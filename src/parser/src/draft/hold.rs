//! How far does a label hold, and is it a rubric at all?

use super::{Draft, Layout, first_piece};
use crate::features::Features;
use crate::label::Label;
use std::collections::BTreeSet;

/// So many features and photos in a row, with no brief behind them, no longer stand under a rubric of briefs.
const FEATURES_IN_A_ROW: usize = 3;

impl Layout {
    /// Nothing on a page says where a rubric ends. It holds until the next one; but a run of features behind
    /// the last brief of a 简讯 is not part of it, and neither is a text behind the pictures of a 图片新闻.
    pub fn end_rubrics(&mut self, features: &[Features]) {
        for section in self.articles.chunk_by_mut(|one, next| one.rubric == next.rubric) {
            let Some(rubric) = section[0].rubric else { continue };
            let last = section.iter().rposition(Draft::is_brief);
            let last = last.filter(|_| features[rubric].briefs);
            let rest = last.map_or(section.len(), |last| last + 1);
            if section.len() - rest >= FEATURES_IN_A_ROW {
                section[rest..].iter_mut().for_each(|draft| draft.rubric = None);
            }
            // 广告 says nothing of the news below its advertisements.
            if features[rubric].form.heads_ads {
                let report = section.iter().position(|draft| draft.is_report(features));
                // Where a report comes first, 房产 is a section of the news.
                let is_section = features[rubric].form.may_head_news && report == Some(0);
                let rest = report.filter(|_| !is_section).unwrap_or(section.len());
                section[rest..].iter_mut().for_each(|draft| draft.rubric = None);
            }
            if features[rubric].of_pictures && section[0].has_picture() {
                let texts = section.iter().position(|draft| !draft.has_picture());
                let rest = texts.unwrap_or(section.len());
                section[rest..].iter_mut().for_each(|draft| draft.rubric = None);
            }
        }
    }

    /// A label that no list of rubrics has and that stands over one article is its column's name. It is so, too, over a
    /// report among reports none of which stands under a rubric: 街坊有情 says nothing of the news below it.
    pub fn name_columns(&mut self, features: &[Features]) {
        let starts: Vec<usize> = self.articles.iter().map(first_piece).collect();
        let place = |piece: usize| starts.partition_point(|start| *start < piece);
        let ends = self.rubrics.iter().skip(1).copied().chain([usize::MAX]);
        // Looked up once: a damaged page may have as many labels as lines.
        let is_report = |draft: &Draft| draft.is_report(features);
        let position = |is: &dyn Fn(&Draft) -> bool| self.articles.iter().position(is);
        let first_report = position(&is_report);
        let first_labelled = position(&|draft| draft.rubric.is_some());
        let mut names = Vec::new();
        for (rubric, end) in self.rubrics.iter().zip(ends) {
            let column = self.columns.get(self.columns.partition_point(|column| column <= rubric));
            let end = column.map_or(end, |column| end.min(*column));
            let label = &features[*rubric];
            if label.rubric > 0
                || label.opens_with_rubric
                || label.ends_with_rubric
                || label.form.notice_title
            {
                continue;
            }
            let (first, last) = (place(*rubric), place(end));
            let under = &self.articles[first..last];
            // Where another label took its place, nothing stands under it.
            let is_under = |draft: &&Draft| draft.rubric == Some(*rubric);
            let Some(top) = under.first().filter(is_under) else { continue };
            let among_reports = first_labelled.is_none_or(|labelled| labelled >= first)
                && first_report.is_some_and(|report| report < first)
                && under.get(1).is_some_and(is_report);
            if top.has_heads() && top.column.is_none() && (under.len() == 1 || among_reports) {
                names.push(*rubric);
            }
        }
        let is_name = |rubric: &usize| names.binary_search(rubric).is_ok();
        self.rubrics.retain(|rubric| !is_name(rubric));
        let mut columns: BTreeSet<usize> = self.columns.drain(..).collect();
        for draft in &mut self.articles {
            if let Some(name) = draft.rubric.take_if(|rubric| is_name(rubric))
                && columns.insert(name)
            {
                draft.column = Some(name);
            }
        }
        self.columns.extend(columns);
    }
}

impl Draft {
    /// A headline over text that says in its opening, or its end, who wrote it.
    fn is_brief(&self) -> bool {
        let has_byline = self.parts.iter().any(|(label, _)| *label == Label::Byline);
        self.kicker.is_empty() && !has_byline && !self.is_photo()
    }

    fn has_picture(&self) -> bool {
        let shows = |label: Label| matches!(label, Label::Caption | Label::PhotoCredit);
        self.parts.iter().any(|(label, _)| shows(*label))
    }

    /// It opens with a report head, or a reporter signs it.
    fn is_report(&self, features: &[Features]) -> bool {
        self.parts.iter().any(|(label, piece)| match label {
            Label::Body => features[*piece].head.is_some(),
            Label::Byline => features[*piece].credit.as_ref().is_some_and(|credit| credit.reports),
            _ => false,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::{Context, parse_page};

    fn report(title: &str, what: &str) -> String {
        format!(
            "{title}\n\n本报讯(记者 王晓明)昨天上午,记者从河口镇了解到,{what},大家都很高兴,说这样的事做得好。\n\n"
        )
    }

    /// Rubrics and columns of the articles.
    fn held(text: &str) -> Vec<String> {
        let page = parse_page("甲.txt", text, &Context::default());
        let shown = |name: &Option<String>, mark: &str| {
            name.as_ref().map_or(String::new(), |name| format!("{mark}{name}"))
        };
        let articles = page.articles.iter();
        articles.map(|one| shown(&one.rubric, "R") + &shown(&one.column, "C")).collect()
    }

    #[test]
    fn a_label_of_no_list_among_reports_names_one_of_them() {
        let [mill, canal, bridge] = [
            report("旧磨坊修好了", "镇上的旧磨坊修好了,粮食不用再送到外面去"),
            report("水渠清淤完工", "两条水渠清完了淤,秧田不再缺水"),
            report("石桥重新通车", "封了半年的石桥重新通车,孩子上学不再绕路"),
        ];
        assert_eq!(held(&format!("{mill}巷陌人家\n\n{canal}{bridge}")), ["", "C巷陌人家", ""]);
        let comment = held(&format!("{mill}三言快评\n\n{canal}"));
        assert_eq!(comment, ["", "R三言快评"]);
        let opinion = held(&format!("{mill}渡口时评\n\n{canal}"));
        assert_eq!(opinion, ["", "C渡口时评"]);
        assert_eq!(
            held(&format!("{mill}县区简讯\n\n{canal}{bridge}")),
            ["", "R县区简讯", "R县区简讯"]
        );
    }

    #[test]
    fn advertisements_say_nothing_of_the_news_below_them() {
        let [mill, canal] = [
            report("旧磨坊修好了", "镇上的旧磨坊修好了,粮食不用再送到外面去"),
            report("水渠清淤完工", "两条水渠清完了淤,秧田不再缺水"),
        ];
        let ad = "广告\n\n河口镇东街门面房出租,有意者请致电0394-8266512。\n\n";
        assert_eq!(held(&format!("{mill}{ad}{canal}")), ["", "R广告", ""]);
        // Of an advertisement in pictures nothing is left but this.
        assert_eq!(held(&format!("广告\n\n{mill}{canal}")), ["", ""]);
        assert_eq!(held(&format!("房产\n\n{mill}{canal}")), ["R房产", "R房产"]);
    }

    #[test]
    fn a_label_over_nothing_stays() {
        let page = parse_page(
            "甲.txt",
            "▲“\n遗失声明\n河口镇赵强遗失身份证一张，声明作废。\n",
            &Context::default(),
        );
        assert_eq!(page.unconserved(), []);
    }

    #[test]
    fn a_text_behind_pictures_is_not_under_their_rubric() {
        let photo = "图片新闻\n\n图为7月1日,河口镇的孩子们在新修的戏台上排练,准备参加镇上的演出。\n\n赵强 摄\n\n";
        let text = report("水渠清淤完工", "两条水渠清完了淤,秧田不再缺水");
        assert_eq!(held(&format!("{photo}{text}")), ["R图片新闻", ""]);
    }

    #[test]
    fn a_label_over_notices_that_have_titles_is_their_rubric() {
        let bridge = report("石桥重新通车", "封了半年的石桥重新通车,孩子上学不再绕路");
        let notice = "河口县交通运输局通告\n\n因河口镇东街施工,自2025年7月10日起封闭,请过往车辆绕行。\n\n河口县交通运输局\n\n2025年7月3日\n\n";
        let cut = "停水通知\n\n因管道改接,定于7月11日22时至次日5时对河口镇东街停水,请用户提前储水。\n\n河口县自来水公司\n";
        assert_eq!(held(&format!("{bridge}公 告\n\n{notice}{cut}")), ["", "R公告", "R公告"]);
    }
}

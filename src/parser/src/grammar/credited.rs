//! Do the articles of this page say who wrote them? Where many do not, one more without a credit is nothing odd.

use super::heads::NO_CREDIT;
use crate::features::Features;
use crate::label::Label;

/// What it costs an article of this page to begin without a byline and a report head: the logarithm of how many times
/// as many of its articles have a credit, by the labels of a first walk. Most papers sign: some more are taken to.
pub fn no_credit_cost(labels: &[Label], features: &[Features]) -> f32 {
    const USUAL: usize = 3;
    let (mut credited, mut bare) = (USUAL, 1);
    let mut pieces = labels.iter().zip(features).peekable();
    while pieces.next_if(|(label, _)| !is_head(**label)).is_some() {}
    while pieces.next_if(|(label, _)| is_head(**label)).is_some() {
        let (mut is_text, mut is_credited) = (false, false);
        while let Some((label, here)) = pieces.next_if(|(label, _)| !is_head(**label)) {
            is_text |= *label == Label::Body;
            is_credited |= here.head.is_some() || here.credit.is_some();
        }
        match (is_text, is_credited) {
            (true, true) => credited += 1,
            (true, false) => bare += 1,
            // Labels, further lines of a head, pictures.
            (false, _) => {}
        }
    }
    (credited as f32 / bare as f32).ln().clamp(0.0, NO_CREDIT)
}

/// Where the articles of a page have no credits, other things have to say where one begins. From 0, where all have one,
/// to 1.
fn uncredited(here: &Features) -> f32 {
    1.0 - here.no_credit / NO_CREDIT
}

/// 当地时间5月6日…, 全会27日在…召开: under a headline a story begins, and under a subhead none.
pub fn story(here: &Features) -> f32 {
    const MOST: f32 = 2.0;
    here.begins_story.min(MOST) * uncredited(here)
}

pub fn is_head(label: Label) -> bool {
    matches!(
        label,
        Label::Kicker | Label::Headline | Label::Subtitle | Label::Rubric | Label::Column
    )
}

#[cfg(test)]
mod tests {
    use crate::{Context, parse_page};

    /// The headlines of a page of these articles, each with the credit that stands over its text.
    fn heads(articles: &[(&str, &str, &str)]) -> Vec<String> {
        let one = |(head, credit, text): &(&str, &str, &str)| match *credit {
            "" => format!("{head}\n\n{text}\n\n"),
            credit => format!("{head}\n\n{credit}\n\n{text}\n\n"),
        };
        let page: String = articles.iter().map(one).collect();
        let parsed = parse_page("甲.txt", &page, &Context::default());
        let heads = parsed.articles.iter().flat_map(|article| &article.headline);
        heads.map(|span| span.of(&page).to_string()).collect()
    }

    const MILL: &str =
        "老磨坊停了二十年,今年又响了起来。三户人家凑钱换了石磨,磨出的面一袋卖到八十元。";
    const ROAD: &str =
        "上河村出山的公路修了十四个月。从前下雨要绕行三十里,如今班车一天开六趟,看病不用人背。";
    const SCHOOL: &str = "两座旧校舍加了梁,换了窗,镇里三十个村的孩子们又能就近上学了。九月里来了一百二十个学生,老师有九位。";
    const WELL: &str =
        "天旱的时候孩子靠一口古井。水利队淘了三天淤泥,水位升高两米,够四百户人家吃用,也够浇菜园。";

    #[test]
    fn a_line_over_an_uncredited_text_is_a_headline_where_others_have_no_credit_either() {
        let last = "四百户人家吃上井水";
        let page = |credit| {
            heads(&[
                ("老磨坊又响起来", credit, MILL),
                ("上河村修通了出山公路", credit, ROAD),
                ("镇里翻修两座旧校舍 孩子就近上学", credit, SCHOOL),
                (last, "", WELL),
            ])
        };
        assert!(page("").iter().any(|head| head == last));
        assert!(!page("本报记者 王晓明").iter().any(|head| head == last));
    }

    #[test]
    fn under_a_headline_a_story_begins() {
        let last = "水利会议开成现场会";
        let told = |text| {
            heads(&[
                ("老磨坊又响起来", "", MILL),
                ("上河村修通了出山公路", "", ROAD),
                ("镇里翻修两座旧校舍 孩子就近上学", "", SCHOOL),
                (last, "", text),
            ])
        };
        let begins = "河口镇冬春水利工作会议27日上午在旧校舍召开。三十个村的代表给孩子们换了窗,当场认领了清淤的地段,也算清了账。";
        let goes_on = "三十个村的代表在旧校舍给孩子们换了窗,当场认领了清淤的地段,也算清了账。大家都说,这样的会议开得好,往后还要这样开。";
        assert!(told(begins).iter().any(|head| head == last));
        assert!(!told(goes_on).iter().any(|head| head == last));
    }
}

//! Is 公告 over a notice its headline, or the label of several? Which lines below 广告 are one advertisement?

use super::{Draft, Layout, first_piece};
use crate::features::Features;
use crate::label::Label;

impl Layout {
    /// 公告 over several notices is a rubric; over a single one it is its headline.
    pub fn title_single_notices(&mut self, features: &[Features]) {
        let starts: Vec<usize> = self.articles.iter().map(first_piece).collect();
        let ends: Vec<usize> = self.rubrics.iter().skip(1).copied().chain([usize::MAX]).collect();
        let mut ends = ends.into_iter();
        let articles = &mut self.articles;
        self.rubrics.retain(|rubric| {
            let end = ends.next().unwrap_or(usize::MAX);
            if !features[*rubric].form.notice_title {
                return true;
            }
            let place = |piece: usize| starts.partition_point(|start| *start < piece);
            let section = &mut articles[place(*rubric)..place(end)];
            let is_under = |draft: &Draft| draft.rubric == Some(*rubric);
            // 讣告 is over until something has a headline of its own; 公告 over notices that have headlines holds for
            // them.
            let is_notice = |draft: &Draft| draft.parts.iter().any(|part| part.0 == Label::Notice);
            let titled = |draft: &Draft| draft.has_heads() && is_notice(draft);
            let first = section.iter().find(|draft| is_under(draft));
            let titles = first.is_some_and(titled);
            let mut under = section.iter_mut().filter(|draft| is_under(draft));
            if let Some(first) =
                under.find(|draft| draft.has_heads() && !(titles && is_notice(draft)))
            {
                first.rubric = None;
                under.for_each(|draft| draft.rubric = None);
            }
            if features[*rubric].form.is_one_notice {
                gather(section, *rubric, features[*rubric].form.tells_notice);
            }
            let (photos, mut items): (Vec<&mut Draft>, Vec<&mut Draft>) =
                section.iter_mut().filter(|draft| is_under(draft)).partition(|one| one.is_photo());
            let [item] = items.as_mut_slice() else { return true };
            if !is_notice(item) || !item.headline.is_empty() {
                return true;
            }
            // A picture below it is no notice.
            photos.into_iter().for_each(|photo| photo.rubric = None);
            item.rubric = None;
            item.headline.push(*rubric);
            false
        });
    }
}

impl Layout {
    /// Below 广告 the name of a shop, what it offers and where it is to be found are one advertisement: the lines down to
    /// an address or a telephone that stands by itself, none of which has a number to call.
    pub fn gather_ads(&mut self, features: &[Features]) {
        const MOST: usize = 8;
        for section in self.articles.chunk_by_mut(|one, next| one.rubric == next.rubric) {
            let Some(rubric) = section[0].rubric else { continue };
            if !features[rubric].form.names_ad {
                continue;
            }
            let mut start = 0;
            for at in 0..section.len() {
                let is_one = !section[at].has_heads()
                    && section[at].parts.iter().all(|part| part.0 == Label::Notice);
                let last = section[at].parts.last().map(|part| &features[part.1].form);
                let Some(form) = last.filter(|_| is_one && at - start < MOST) else {
                    start = at + 1;
                    continue;
                };
                if form.contact {
                    let parts: Vec<(Label, usize)> = section[start..=at]
                        .iter_mut()
                        .flat_map(|draft| std::mem::take(&mut draft.parts))
                        .collect();
                    section[start].parts = parts;
                }
                if form.contact || form.has_number {
                    start = at + 1;
                }
            }
        }
    }
}

/// Paragraphs of which the last alone is signed are one notice: whoever signs at the end signs it all. So are those
/// below a title that says what of (`told`).
fn gather(section: &mut [Draft], rubric: usize, told: bool) {
    let is_under = |draft: &Draft| draft.rubric == Some(rubric) && !draft.has_heads();
    let is_signed = |draft: &Draft| draft.parts.iter().any(|part| part.0 == Label::Signoff);
    let signed = section.iter().position(|draft| is_under(draft) && is_signed(draft));
    let under = section.iter().take_while(|draft| is_under(draft)).count();
    let told = under.checked_sub(1).filter(|_| told);
    let Some(end) = signed.or(told) else {
        return;
    };
    let is_last = !section[end + 1..].iter().any(is_under);
    if !is_last || !section[..=end].iter().all(is_under) {
        return;
    }
    let parts: Vec<(Label, usize)> =
        section[..=end].iter_mut().flat_map(|draft| std::mem::take(&mut draft.parts)).collect();
    section[0].parts = parts;
    section[1..=end].iter_mut().for_each(|draft| draft.rubric = None);
}

#[cfg(test)]
mod tests {
    use crate::{Context, parse_page};

    const STORY: &str =
        "书画展览开幕\n\n本报讯(记者 赵强)7月1日,书画展览在文化馆开幕,展出作品一百件。\n\n";

    /// Headline and blocks of every article but the first.
    fn shown(text: &str) -> Vec<String> {
        let text = format!("{STORY}{text}");
        let page = parse_page("甲.txt", &text, &Context::default());
        let one = |article: &::edition::Article| {
            let head: String = article.headline.iter().map(|span| span.of(&text)).collect();
            format!("{head} {}", article.blocks.len())
        };
        page.articles.iter().skip(1).map(one).collect()
    }

    #[test]
    fn a_title_that_says_what_of_stands_over_one_notice() {
        let asked = "本报“渡口”副刊征集散文、诗歌,以一千五百字以内为宜,文后请附姓名、地址。\n\n来稿请发至本版邮箱,一经采用,稿酬从优。\n";
        assert_eq!(shown(&format!("征稿启事\n\n{asked}")), ["征稿启事 2"]);
    }

    #[test]
    fn what_a_notice_says_behind_its_first_paragraph_is_of_it() {
        let mourned = "我校外国语学院离休教师周小河同志,因病医治无效,于2020年10月25日凌晨逝世,享年九十四岁。\n\n";
        let simple = "遵照本人遗愿,丧事从简,不设灵堂,遗体捐献我校医学部。\n";
        assert_eq!(shown(&format!("讣告\n\n{mourned}{simple}")), ["讣告 2"]);
        let closes = "河口镇金穗种植专业合作社经成员大会决议解散,请债权人自见报之日起45日内申报债权,逾期视为放弃权利。\n\n";
        let who = "清算组负责人:郑有田 地址:河口镇东光村\n";
        assert_eq!(shown(&format!("清算公告\n\n{closes}{who}")), ["清算公告 2"]);
    }

    #[test]
    fn a_picture_below_a_notice_is_no_second_one() {
        let works = "根据工程建设需要,河口镇中山路自11月28日至12月28日封闭施工,请过往车辆绕行。特此公告。\n\n";
        let photo = "11月23日,上河村的村民在晒场上翻晒新收的稻谷。\n\n王明 摄\n";
        assert_eq!(shown(&format!("公告\n\n{works}{photo}")), ["公告 1", " 2"]);
    }

    #[test]
    fn whoever_gives_notice_signs_at_its_end_and_the_next_is_another() {
        let meeting = "河口同乡会兹定于7月12日(星期六)上午十时在会所三楼会议室召开会员大会,商讨明年会务,敬希各会员准时出席。会长郑有田";
        let lost = "本人周小河遗失身份证一张,号码350000,声明作废。\n";
        assert_eq!(shown(&format!("公告栏\n\n{meeting}启\n\n{lost}")), [" 1", " 1"]);
        assert_eq!(shown(&format!("公告栏\n\n{meeting}\n\n{lost}")), [" 2"]);
    }

    #[test]
    fn a_shop_with_its_address_is_one_advertisement_below_the_label() {
        let rent = "河口镇东街门面房出租,面积80平米,有意者请致电0394-8266512。\n\n";
        let shop = "渡口眼镜店周年店庆\n\n全场八折,老人配镜再减二十元。\n\n地址:河口镇中山路27号\n\n电话:0394-8266513\n\n";
        let mover = "永安搬家\n\n電話:0394-8266514\n\n";
        assert_eq!(shown(&format!("广告\n\n{shop}")).len(), 1);
        assert_eq!(shown(&format!("廣告\n\n{rent}{shop}{rent}{mover}")), [" 1", " 4", " 1", " 2"]);
    }

    #[test]
    fn where_to_apply_is_of_the_notice_above_it() {
        let wanted = "河口县金穗米业招聘会计一名,大专以上学历,有三年以上工作经验。\n\n";
        let apply =
            "报名时间:7月5日至7月15日\n\n报名地址:河口县人民路12号三楼\n\n联系电话:0394-8266512\n";
        assert_eq!(shown(&format!("招聘启事\n\n{wanted}{apply}")), ["招聘启事 4"]);
        let school = "学校简介:我校是省级重点职业学校,占地一百二十亩,有教师一百六十人。\n\n招生对象:应届初中毕业生。\n\n";
        let title = "河口职业中学2025年招生简章";
        let one = format!("{title} 5");
        assert_eq!(shown(&format!("{title}\n\n{school}{apply}")), [one]);
    }

    #[test]
    fn whom_a_court_gives_notice_is_no_headline() {
        let notice = "公 告\n\n周小河:\n\n本院受理原告郑有田诉你离婚纠纷一案,因你下落不明,现依法向你公告送达起诉状副本及开庭传票,逾期将依法缺席裁判。\n\n河口县人民法院\n";
        assert_eq!(shown(notice), ["公 告 3"]);
    }
}

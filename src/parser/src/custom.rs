//! Does this page say of its articles who wrote them?

use crate::draft::Draft;
use crate::features::Features;
use crate::label::Label;
use rustc_hash::FxHashMap;

/// So many other articles show a page's custom, and so many other briefs that of a rubric …
const ARTICLES: usize = 5;
const BRIEFS: usize = 3;
/// … and this share of them has a byline, a report head or a sign-off.
const SHARE: f32 = 0.7;

/// For every draft: whether it says not who wrote it, on a page, or under a rubric of briefs, that does. Its report head
/// is lost then, and its opening with it.
pub fn unsigned(drafts: &[Draft], features: &[Features]) -> Vec<bool> {
    let signed: Vec<Option<bool>> = drafts.iter().map(|draft| is_signed(draft, features)).collect();
    let section = |at: usize| drafts[at].rubric.filter(|rubric| features[*rubric].briefs);
    // How many there are and how many are signed, on the page and under each rubric of briefs.
    let mut page = (0, 0);
    let mut sections: FxHashMap<usize, (usize, usize)> = FxHashMap::default();
    for at in 0..drafts.len() {
        let Some(signed) = signed[at] else { continue };
        let one = |(all, of_them): (usize, usize)| (all + 1, of_them + usize::from(signed));
        page = one(page);
        if let Some(rubric) = section(at) {
            let count = sections.entry(rubric).or_default();
            *count = one(*count);
        }
    }
    let is_unsigned = |at: usize| {
        let (count, least) = match section(at).and_then(|rubric| sections.get(&rubric)) {
            Some(count) => (*count, BRIEFS),
            None => (page, ARTICLES),
        };
        // It is one of those that are not.
        let others = count.0.saturating_sub(1);
        signed[at] == Some(false) && others >= least && count.1 as f32 >= SHARE * others as f32
    };
    (0..drafts.len()).map(is_unsigned).collect()
}

/// `None`: a poem, a notice, a picture, a brief without a headline, which need no name.
fn is_signed(draft: &Draft, features: &[Features]) -> Option<bool> {
    let has_text = draft.parts.iter().any(|part| part.0 == Label::Body);
    (has_text && !draft.headline.is_empty()).then(|| {
        draft.parts.iter().any(|(label, piece)| match label {
            Label::Byline | Label::Signoff => true,
            Label::Body => features[*piece].head.is_some(),
            _ => false,
        })
    })
}

#[cfg(test)]
mod tests {
    use ::edition::FlagKind;

    /// Where text is lost on a page whose other articles open so, `short` the one without a head.
    fn lost(head: &str, short: &str) -> Vec<FlagKind> {
        let story = |of: &str| {
            format!(
                "{of}的故事说给大家听\n\n{head}河口镇的老人们昨天聚在戏台下,把{of}的来历从头说了一遍,大家听得入神。\n\n"
            )
        };
        let others: String = ["戏台", "水井", "石桥", "古槐", "渡船"].map(story).concat();
        let text = format!(
            "{others}七旬老人守着一座老磨坊六十年没有离开\n\n{short}\n\n他说,磨坊里的石磨转了六十年,往后还要转下去。\n"
        );
        let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
        page.articles.iter().flat_map(|article| &article.flags).map(|flag| flag.kind).collect()
    }

    #[test]
    fn where_all_others_are_signed_the_one_that_is_not_has_lost_its_opening() {
        let rest = "后就再也没有停过。老人每天四点起床,先给水槽清一遍落叶,再把头天的麦子倒进斗里。";
        assert_eq!(lost("本报讯(记者 王明)", rest), [FlagKind::LostLead]);
        let whole = "河口镇的磨坊在村子东头,七十一岁的周守田在这里守了大半辈子,一天也没有离开过。";
        assert_eq!(lost("本报讯(记者 王明)", whole), []);
        assert_eq!(lost("", rest), []);
    }
}

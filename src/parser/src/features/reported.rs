//! Is a text signed already, so that an office below it signs nothing and stands over the next headline?

use super::LONG;
use crate::credit::Credit;
use crate::opening::{Stop, stop};
use crate::source::Ink;

/// A reporter, or whoever stands in brackets behind it, has signed the text directly above: of 43 written offices that sign
/// a notice or a letter none stands below a report.
pub fn is_reported(
    inks: &[&[Ink]],
    credits: &[Option<Credit>],
    has_head: &dyn Fn(usize) -> bool,
    at: usize,
) -> bool {
    const REACH: usize = 16;
    for above in (0..at).rev().take(REACH) {
        if let Some(credit) = &credits[above] {
            return !credit.is_photo
                && (!credit.bracketed && credit.reports || above + 1 == at && credit.bracketed);
        }
        if has_head(above) {
            return true;
        }
        if inks[above].len() < LONG && stop(inks[above]) != Stop::Full {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_office_below_a_report_stands_over_the_next_headline() {
        let story = "封了半年的石桥昨天重新通车,孩子上学不再绕路,大家都很高兴。桥面加宽了两米,两边装了栏杆。";
        let next = "玉米地里飞来“植保机”\n\n本报讯(记者 李平)7月3日,上河村的玉米地里飞来两架无人机,一上午打药六百亩,村民都来看。\n";
        let kickers = |text: &str| {
            let text = format!("{text}\n\n河口县农业农村局\n\n{next}");
            let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
            page.articles.last().map(|article| article.kicker.len())
        };
        assert_eq!(kickers(&format!("石桥重新通车\n\n本报讯(记者 王晓明){story}")), Some(1));
        assert_eq!(kickers(&format!("石桥重新通车\n\n{story}(王晓明)")), Some(1));
        let notice =
            "石桥封闭施工通告\n\n因石桥加固,自7月10日起封闭施工,请过往车辆绕行。特此通告。";
        assert_eq!(kickers(notice), Some(0));
    }
}

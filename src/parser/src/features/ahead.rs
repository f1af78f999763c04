//! Does an editor's note speak of what stands above it, or ahead, and what is the line above it then?

use super::LONG;
use crate::credit::Credit;
use crate::forms::{Form, Note};
use crate::opening::{Stop, stop};
use crate::source::Ink;
use crate::topic::Topics;

/// Whether a piece has many more of the words above it than of those below it: it speaks of what stands above.
pub fn speaks_back(topics: &Topics, at: usize, count: usize) -> bool {
    const REACH: usize = 5;
    const TIMES: f32 = 2.0;
    const LEAST: f32 = 0.1;
    let above = topics.told(at.saturating_sub(REACH)..at);
    let below = topics.told(at + 1..count.min(at + 1 + REACH));
    topics.recall(at, &above) > TIMES * topics.recall(at, &below) + LEAST
}

/// Lines below which a note stands that speaks ahead, and below that a headline with whoever wrote its text: they name the
/// series that the note opens.
pub fn over_notes(
    inks: &[&[Ink]],
    forms: &[Form],
    credits: &[Option<Credit>],
    has_head: &dyn Fn(usize) -> bool,
) -> Vec<bool> {
    const MOST_HEADS: usize = 3;
    let is_line = |at: &usize| {
        inks[*at].len() < LONG
            && stop(inks[*at]) != Stop::Full
            && credits[*at].is_none()
            && !has_head(*at)
    };
    let begins = |at: usize| {
        let is_byline = |credit: &Credit| credit.firm && !credit.bracketed && !credit.is_photo;
        at < inks.len() && (has_head(at) || credits[at].as_ref().is_some_and(is_byline))
    };
    let is_over = |at: usize| {
        let Some(form) = forms.get(at + 1).filter(|form| form.ahead) else { return false };
        let below = at + 2 + usize::from(form.note == Note::Label);
        let heads = (below..inks.len()).take(MOST_HEADS).take_while(is_line).count();
        is_line(&at) && heads > 0 && begins(below + heads)
    };
    (0..inks.len()).map(is_over).collect()
}

#[cfg(test)]
mod tests {
    const STORY: &str =
        "本报讯(记者 王晓明)封了半年的石桥昨天重新通车,孩子上学不再绕路,大家都很高兴。";

    /// Columns, and headlines.
    fn told(above: &str, note: &str, below: &str) -> (Vec<String>, Vec<String>) {
        let text = format!(
            "石桥重新通车\n\n{STORY}\n\n{above}\n\n{note}\n\n{below}\n\n\
             清早六点,渡口村的老周挑着担子下了山,担子里是三十斤杨梅,走到镇上要一个半钟头。\n"
        );
        let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
        let shown = |spans: Vec<edition::Span>| {
            spans.iter().map(|span| span.of(&text).to_owned()).collect::<Vec<String>>()
        };
        let heads = page.articles.iter().flat_map(|article| article.headline.clone()).collect();
        (shown(page.columns.clone()), shown(heads))
    }

    #[test]
    fn above_a_note_on_what_follows_stands_the_name_of_its_series() {
        let text = "今年以来,河口县办成了一批群众盼望的实事。本报从今天起请记者走进村巷,听大家讲。敬请关注。";
        let below = "果园修了路 杨梅一天卖两趟\n\n本报记者 周有根";
        for note in [format!("编者按:{text}"), format!("编者按\n\n{text}")] {
            let (columns, heads) = told("沿着河岸看丰年", &note, below);
            assert_eq!(columns, ["沿着河岸看丰年"], "{note}");
            assert_eq!(heads[1..], ["果园修了路 杨梅一天卖两趟"], "{note}");
        }
        let note = format!("编者按:{text}");
        let (columns, heads) = told("果园修了路 杨梅一天卖两趟", &note, "本报记者 周有根");
        assert!(columns.is_empty() && heads.len() == 2);
    }
}

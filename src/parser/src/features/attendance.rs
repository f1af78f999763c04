//! Does a line say who was at the meeting that the headline above it tells of?

use crate::cursor::{ends_with, is_han};
use crate::people;
use crate::source::Ink;
use crate::wordlist::Words;

/// 廖小军主持并讲话: a name and what its holder did at the meeting that the headline tells of.
pub fn is_attendance(ink: &[Ink]) -> bool {
    const LONGEST: usize = 24;
    const ENDS: [&str; 10] =
        ["讲话", "主持", "出席", "参加", "致辞", "陪同", "作报告", "批示", "调研", "主持会议"];
    let is_plain = ink.iter().all(|ink| is_han(ink.c) || ink.c == '、');
    is_plain
        && ink.len() <= LONGEST
        && (people::has_family(ink) && ENDS.iter().any(|end| ends_with(ink, end))
            || takes_part(ink))
}

/// 桑以宁主持, 阚长明通报进度: so short a line that nothing but a name stands before the word.
pub fn takes_part(ink: &[Ink]) -> bool {
    const LONGEST: usize = 10;
    static DOES: Words =
        Words::of(&["主持", "出席", "通报", "宣读", "传达", "致辞", "讲话", "作报告", "作说明"]);
    // 梅西出席颁奖礼 is a headline.
    static ALONE: Words = Words::of(&["主持", "出席"]);
    static MORE: Words = Words::of(&["并", "会议", "讲话"]);
    let does = |rest: &[Ink]| {
        DOES.open(rest) && (!ALONE.open(rest) || rest.len() == 2 || MORE.open(&rest[2..]))
    };
    ink.len() <= LONGEST
        && ink.iter().all(|ink| is_han(ink.c))
        && people::has_family(ink)
        && (2..=4).any(|end| ink.len() > end && people::is_plain(&ink[..end]) && does(&ink[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn whoever_was_there_is_named_before_what_he_did() {
        let attends = |text: &str| is_attendance(&Source::of(text).ink);
        assert!(attends("廖小军主持并讲话") && attends("王明、李平出席") && attends("周根调研"));
        assert!(!attends("河口镇修好老桥") && !attends("全市水利会议召开"));
        let takes_part = |text: &str| takes_part(&Source::of(text).ink);
        assert!(takes_part("桑以宁主持") && takes_part("阚长明通报进度"));
        assert!(takes_part("郤云洲出席并讲话") && !takes_part("大会宣读倡议书"));
        assert!(!takes_part("市政府主持修缮老桥") && !takes_part("主持人大赛"));
        assert!(!takes_part("警方通报调查结果") && !takes_part("梅西出席颁奖礼"));
        assert!(!takes_part("央视主持走红网络") && !takes_part("绘本传达温情"));
    }

    #[test]
    fn it_stands_below_the_headline() {
        let text = "市政府召开常务会议\n\n桑以宁主持\n\n本报讯(记者 王明)日前,市政府召开常务会议,听取水利工作汇报。\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let article = &page.articles[0];
        let told = [&article.kicker, &article.headline, &article.subtitle]
            .map(|spans| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" "));
        assert_eq!(told, ["", "市政府召开常务会议", "桑以宁主持"]);
    }
}

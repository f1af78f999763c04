//! Which lines say one thing each, as 创立:1973年 below 小档案, and 主讲:王明 over 时间:7月27日?

use super::note::{Note, note};
use super::notice::is_field;
use crate::cursor::is_han;
use crate::opening::{Stop, stop};
use crate::source::Ink;

/// Such lines, and the name of whoever or whatever they are of.
pub fn in_boxes(pieces: &[&[Ink]]) -> Vec<bool> {
    const FEWEST: usize = 2;
    let mut boxed = vec![false; pieces.len()];
    for label in (0..pieces.len()).filter(|at| note(pieces[*at]) == Note::Label) {
        let named = pieces.get(label + 1).is_some_and(|ink| is_name(ink));
        let start = label + 1 + usize::from(named);
        let facts = pieces[start.min(pieces.len())..].iter().take_while(|ink| is_fact(ink)).count();
        if facts >= FEWEST {
            boxed[label + 1..start + facts].fill(true);
        }
    }
    boxed
}

/// Lines of a notice: 主讲:王明 is one where 时间:7月27日 stands with it, among three or more. `blank`: which stand behind an empty
/// line, as 专访:一位石匠的四十年 may.
pub fn in_notices(pieces: &[&[Ink]], blank: &[bool]) -> Vec<bool> {
    const FEWEST: usize = 3;
    let mut listed = vec![false; pieces.len()];
    // 记者:您是哪年开始学的? is said.
    let is_line = |at: usize| is_fact(pieces[at]) && stop(pieces[at]) == Stop::Open;
    let mut at = 0;
    while at < pieces.len() {
        let goes_on = |next: &usize| is_line(*next) && (*next == at || !blank[*next]);
        let run = (at..pieces.len()).take_while(goes_on).count();
        if run >= FEWEST && pieces[at..at + run].iter().any(|ink| is_field(ink)) {
            listed[at..at + run].fill(true);
        }
        at += run.max(1);
    }
    listed
}

/// 阿兰面
fn is_name(ink: &[Ink]) -> bool {
    const LONGEST: usize = 12;
    ink.len() <= LONGEST && stop(ink) == Stop::Open && !is_fact(ink)
}

/// 营业:清晨五点半至卖完为止
fn is_fact(ink: &[Ink]) -> bool {
    const KEY: std::ops::RangeInclusive<usize> = 2..=6;
    const LONGEST: usize = 60;
    let colon = ink.iter().take(KEY.end() + 1).position(|ink| ink.c == ':');
    colon.is_some_and(|colon| {
        KEY.contains(&colon)
            && ink[..colon].iter().all(|ink| is_han(ink.c))
            && (colon + 2..=LONGEST).contains(&ink.len())
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_a_notice_lists_is_of_one_notice() {
        let text = "周末讲座\n主题：麦收时节说农谚\n主讲：王明\n时间：7月27日上午9时\n报名：3621188\n\n\
            走访：北街的路灯修好了\n本报讯（记者 李大伟）北街坏了三个月的路灯昨天晚上全部修好，下自习的孩子再也不用打手电。\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let [one, two] = page.articles.as_slice() else { panic!("{:?}", page.articles) };
        assert_eq!(one.blocks.iter().map(|block| block.spans.len()).sum::<usize>(), 4);
        assert_eq!(two.headline[0].of(text), "走访：北街的路灯修好了");
    }

    #[test]
    fn what_a_box_lists_belongs_to_the_article_above_it() {
        let text = "渡口的面摊煮了五十年\n本报讯（记者 王小明）天还没亮，河口镇渡口边的面摊已经冒起了热气，排队的人都端着自家的碗。\n\
            小档案\n渡口面\n创立：1973年\n营业：清晨五点半至卖完为止\n招牌：干面、鱼羹\n\
            北街的路灯修好了\n本报讯（记者 李大伟）北街坏了三个月的路灯昨天晚上全部修好，下自习的孩子再也不用打手电。\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let heads = page.articles.iter().map(|article| article.headline[0].of(text));
        assert_eq!(heads.collect::<Vec<_>>(), ["渡口的面摊煮了五十年", "北街的路灯修好了"]);
    }
}

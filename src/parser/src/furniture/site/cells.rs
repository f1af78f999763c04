//! Does every cell of a line say what lines of websites say? 渭水日报 2021-04-23 字体:【大】【中】【小】

use super::clicked::{Clicked, clicked, is_control, is_one_word};
use super::fields::{is_counted, is_described, is_moment};
use crate::cursor::{ends_with, is_han, starts_with};
use crate::furniture::{is_paper_by_day, matter_of_page};
use crate::source::Ink;
use crate::wordlist::Words;

/// What a cell is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cell {
    /// The day, the paper, the page.
    Told,
    /// 阅读量 1264, 下一页, 日历: beside a day it is a website's.
    Like,
    Site,
}

/// Whether all cells of a line are known, and one of them is a website's for sure, or like one's beside the day.
pub fn is_site_in_cells(ink: &[Ink]) -> bool {
    const LONGEST: usize = 100;
    // Most lines have none of the words without which no cell is one's.
    static WORDS: Words = Words::of(&[
        "字号", "字体", "字级", "阅读", "浏览", "点赞", "评论", "留言", "上一", "下一", "返回",
        "打印", "关闭", "收藏", "分享", "日历", "赞", "在看",
    ]);
    if ink.len() > LONGEST || !ink.iter().skip(1).any(|ink| ink.spaced) || !WORDS.stand(ink) {
        return false;
    }
    let (mut told, mut like, mut site) = (false, false, false);
    let mut rest = ink;
    while !rest.is_empty() {
        let Some((length, kind)) = cell(rest) else { return false };
        told |= kind == Cell::Told;
        like |= kind == Cell::Like;
        site |= kind == Cell::Site;
        rest = &rest[length..];
    }
    site || like && told
}

/// Characters of the first cells that are known together, and what they are for.
fn cell(ink: &[Ink]) -> Option<(usize, Cell)> {
    const LONGEST_PAPER: usize = 5;
    let ends = (1..=ink.len()).filter(|at| ink.get(*at).is_none_or(|next| next.spaced));
    let is_site =
        |end: &usize| is_control(&ink[..*end]) || clicked(&ink[..*end]) == Clicked::Surely;
    let is_like = |end: &usize| {
        let own = &ink[..*end];
        is_counted(own) || clicked(own) == Clicked::Maybe
    };
    let is_told = |end: &usize| {
        let own = &ink[..*end];
        is_moment(own)
            || is_one_word(own)
            || is_paper_by_day(own)
            || own.len() <= LONGEST_PAPER && ends_with(own, "报")
            || own.iter().any(|ink| is_han(ink.c)) && matter_of_page(own)
            || is_described(own)
    };
    // 字级:A A A is one.
    let site = ends.clone().rev().find(is_site).map(|end| (end, Cell::Site));
    let like = || ends.clone().rev().find(is_like).map(|end| (end, Cell::Like));
    site.or_else(like).or_else(|| ends.clone().find(is_told).map(|end| (end, Cell::Told)))
}

/// 首页 即时 地方 生活 社会 运动: the sections of a website, one beside the other.
pub fn is_menu(ink: &[Ink]) -> bool {
    const FEWEST: usize = 4;
    const LONGEST_NAME: usize = 5;
    let is_name = |cell: &[Ink]| {
        let name = cell.iter().filter(|ink| is_han(ink.c)).count();
        (1..=LONGEST_NAME).contains(&name) && cell.len() <= name + 1
    };
    let cells: Vec<&[Ink]> = ink.chunk_by(|_, next| !next.spaced).collect();
    cells.len() >= FEWEST && starts_with(cells[0], "首页") && cells.iter().all(|cell| is_name(cell))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn cells_of_a_website_stand_beside_each_other() {
        for line in [
            "渭水日报　2021-04-23　字体：【大】【中】【小】",
            "更新時間：2024/07/17 11:03　　字級：A A A",
            "2024/07/17 09:30　　更新時間：2024/07/17 13:12　　瀏覽人次 5,208",
            "上一期　下一期　2024年5月　日历",
            "江城报　2023年11月08日　阅读量：1264",
        ] {
            assert!(is_site_in_cells(&Source::of(line).ink), "{line}");
        }
        for line in [
            "渭水日报　2021年4月23日",
            "小麦 1.2 1.3",
            "白菜　阅读",
            "河东日报 王明 分享丰收",
            "阅读 556",
            "收藏 分享",
            "上一期 05 12 18 23",
            "河东日报 2025年7月24日 评论",
            "4月23日 朗读 分享",
        ] {
            assert!(!is_site_in_cells(&Source::of(line).ink), "{line}");
        }
        assert!(is_menu(&Source::of("首頁　即時　地方　生活　社會").ink));
        assert!(!is_menu(&Source::of("首页 渡口").ink));
    }
}

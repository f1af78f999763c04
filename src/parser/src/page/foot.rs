//! Does the last line of a page say how the paper is reached?

use crate::furniture::{HEAD, Matter, OFFICE, asks_for_texts, is_contact, is_foot};
use crate::piece::Piece;
use crate::source::Source;

/// Lines from the end of a page that may be its foot.
const MOST: usize = 2;

/// 市民热线:88278866 with nothing below it but other page matter, and no title of a notice above it, is the paper's.
pub fn foot_lines(
    source: &Source,
    pieces: &[Piece],
    mut matters: Vec<Option<Matter>>,
) -> Vec<Option<Matter>> {
    const REACH: usize = 6;
    let ink = |at: usize| &source.ink[pieces[at].ink.clone()];
    for _ in 0..MOST {
        let Some(last) = matters.iter().rposition(Option::is_none) else { break };
        let is_noticed = (last.saturating_sub(REACH)..last)
            .any(|above| crate::forms::is_title(ink(above)) || crate::forms::heads_ads(ink(above)));
        // 电话:(0932)8213456, below who edited the page.
        let is_office = |matter: &Matter| matter.why == OFFICE || matter.why == HEAD;
        let is_below = last > 0 && matters[last - 1].as_ref().is_some_and(is_office);
        let is_own = is_foot(ink(last))
            || asks_for_texts(ink(last))
            || is_below && is_contact(ink(last)) && last + 1 == pieces.len();
        if last == 0 || is_noticed || !is_own {
            break;
        }
        matters[last] = Some(Matter { why: OFFICE, ..Matter::default() });
    }
    matters
}

#[cfg(test)]
mod tests {
    #[test]
    fn at_its_foot_a_page_says_how_the_paper_is_reached() {
        let story = "水渠清淤完工\n\n本报讯(记者 王晓明)7月3日,上河村的两条水渠清完了淤,秧田不再缺水,大家都很高兴\n\n";
        let notice = "招聘启事\n\n渡口米业招聘会计一名,大专以上学历。\n\n";
        let furniture = |text: String| {
            let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
            page.furniture.iter().map(|span| span.of(&text).to_owned()).collect::<Vec<_>>()
        };
        for foot in [
            "市民热线:88278866",
            "河口日报社出版 新闻热线:3155000",
            "宜蘭服務處:宜蘭市中山路二段六號 訂報專線:03-832-4410",
            "採訪部熱線:二五六五〇一二三",
            "總社：渡口街 電話：555-0142",
            "投稿信箱:wen@hekou.example 來稿請附真實姓名,本報有刪改權,一稿兩投恕不採用。",
        ] {
            assert_eq!(furniture(format!("{story}{foot}\n")), [foot]);
        }
        let staff = "责任编辑:石文卿 校对:康亚琴\n电话:(0932)8213456 E-mail:hk@example.com";
        assert_eq!(furniture(format!("{story}{staff}\n")), staff.lines().collect::<Vec<_>>());
        let line = "市民热线:88278866";
        assert!(furniture(format!("{story}{notice}{line}\n")).is_empty());
        for line in [
            "咨询热线:88278866",
            "渡口文学社编辑部 2025-07-03",
            "纪念邮票首日发行25000套 王明 摄",
            "东方房产 售楼热线:8266666",
            "投稿的学生要写真实的事,王明说。",
        ] {
            assert!(furniture(format!("{story}{line}\n")).is_empty(), "{line}");
        }
        let paper = "河口日报社热线 8333999";
        assert_eq!(furniture(format!("{story}{paper}\n\n{story}")), [paper]);
    }
}

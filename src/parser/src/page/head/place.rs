//! Which lines are of the head by their place: in its midst, or directly below it and saying what heads say?

use crate::cursor::{Cursor, is_han};
use crate::furniture::{HEAD, Matter, OFFICE, imprint, is_counted, is_paper_in_head};
use crate::opening::{Stop, stop};
use crate::piece::Piece;
use crate::source::{Ink, Source};
use crate::wordlist::Words;
use ::edition::PageNumber;

/// 今日玉环 over whoever publishes it and the day, 经济·企业 between the day and the editors: a short line between two of
/// the head is of it, and one over its first where that names no other paper.
pub fn lines_between(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    const MOST: usize = 6;
    static ORGANS: Words = Words::of(&["主办", "主管", "刊号"]);
    let states = |matter: Option<&Option<Matter>>| {
        matter.and_then(Option::as_ref).is_some_and(|matter| {
            let is_other = matter.is_guide || matter.is_stub || matter.rules_off;
            !is_other && matter.jump.is_none() && (matter.why == HEAD || matter.why == OFFICE)
        })
    };
    let is_organ =
        |at: usize| states(matters.get(at)) && ORGANS.stand(&source.ink[pieces[at].ink.clone()]);
    let has_organ = (1..pieces.len().min(MOST)).any(is_organ);
    let over_head = matters.first().is_some_and(Option::is_none) && {
        let below = matters[1..].iter().take(MOST).flatten();
        let dated = below.clone().any(|matter| matter.date.is_some_and(|date| date.year.is_some()));
        dated
            && below.clone().all(|matter| matter.paper.is_none())
            && (is_like_paper(&source.ink[pieces[0].ink.clone()]) || has_organ)
    };
    for at in 0..matters.len().min(MOST) {
        let ink = &source.ink[pieces[at].ink.clone()];
        let above = if at == 0 { over_head } else { states(matters.get(at - 1)) };
        // 县域经济 without a dot may be the label of what follows.
        let is_told = at == 0 || ink.iter().any(|ink| ink.c == '·');
        let is_between = above && states(matters.get(at + 1));
        // 佤山时讯 ends as labels do, and 北岭矿工 第1289期 says which issue it is.
        let title = if at == 0 && has_organ { before_issue(ink) } else { ink };
        let names_section = if at == 0 && has_organ {
            crate::features::is_label_of_list(title)
        } else {
            crate::features::names_section(title)
        };
        if matters[at].is_none() && is_between && is_told && !names_section && is_name(title) {
            let name = (at > 0).then_some(0..ink.len());
            matters[at] = Some(Matter { name, why: HEAD, ..Matter::default() });
        }
    }
}

/// 北岭矿工 of 北岭矿工 第1289期.
fn before_issue(ink: &[Ink]) -> &[Ink] {
    let Some(at) = ink.iter().skip(1).position(|ink| ink.spaced).map(|at| at + 1) else {
        return ink;
    };
    let mut cursor = Cursor::of(&ink[at..]);
    if imprint(&mut cursor) && cursor.is_done() { &ink[..at] } else { ink }
}

/// 经济·企业, 今日玉环 JINRI YUHUAN.
fn is_name(ink: &[Ink]) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=8;
    let han = ink.iter().filter(|ink| is_han(ink.c)).count();
    // 副刊 over the day may be the label of what follows, too; see `name_in_lines`.
    LENGTHS.contains(&han)
        && stop(ink) == Stop::Open
        && ink.iter().all(|ink| is_han(ink.c) || ink.c == '·' || ink.c.is_ascii_alphabetic())
}

/// 今日玉环, 新 化 报, 砂拉越联合新闻.
fn is_like_paper(ink: &[Ink]) -> bool {
    static ENDS: Words = Words::of(&["新闻", "周刊"]);
    // 今日玉环 JINRI YUHUAN, 河口·渡口报
    let han = ink.iter().take_while(|ink| !ink.c.is_ascii_alphabetic()).count();
    let name = ink[..han].rsplit(|ink| ink.c == '·').next().unwrap_or(ink);
    ENDS.end(ink) || is_paper_in_head(name)
}

/// 2·综合新闻, 民生 05, 乡村振兴专版｜03: the page's number beside its name.
pub fn numbered_section(ink: &[Ink]) -> Option<Matter> {
    const MOST_CODE: usize = 3;
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=8;
    let is_code = |ink: &Ink| ink.c.is_ascii_digit() || ink.c.is_ascii_uppercase();
    let is_mark = |ink: &Ink| matches!(ink.c, '·' | '|');
    let leads = ink.iter().take_while(|ink| is_code(ink)).count();
    let trails = ink.iter().rev().take_while(|ink| is_code(ink)).count();
    let (code, rest) = match (leads, trails) {
        (1..=MOST_CODE, 0) => (0..leads, leads..ink.len()),
        (0, 1..=MOST_CODE) => (ink.len() - trails..ink.len(), 0..ink.len() - trails),
        _ => return None,
    };
    let divided = if leads > 0 {
        ink[rest.start].spaced || is_mark(&ink[rest.start])
    } else {
        ink[code.start].spaced || is_mark(&ink[rest.end - 1])
    };
    let start = rest.start + usize::from(is_mark(&ink[rest.start]));
    let name = start..rest.end - usize::from(is_mark(&ink[rest.end - 1]));
    let is_name = ink.get(name.clone()).is_some_and(|name| {
        LENGTHS.contains(&name.len())
            && name
                .iter()
                .enumerate()
                .all(|(at, ink)| (is_han(ink.c) || ink.c == '·') && (at == 0 || !ink.spaced))
    });
    let mut cursor = Cursor::of(&ink[code.clone()]);
    let part = cursor.eat_if(|c| c.is_ascii_uppercase());
    let number = cursor.number().filter(|number| cursor.is_done() && *number > 0)?;
    let number = Some(PageNumber { part, number });
    // G7 高速通车 and 12 名村民连夜转移 are headlines.
    let is_number =
        code.len() < MOST_CODE && ink[code.clone()].iter().all(|ink| ink.c.is_ascii_digit());
    let is_marked = ink.iter().any(is_mark)
        || is_name && is_number && (trails > 0 || !is_counted(&ink[name.clone()]))
        || is_name && crate::features::names_section(&ink[name.clone()]);
    (divided && is_name && is_marked).then(|| Matter {
        number,
        name: Some(name),
        why: HEAD,
        ..Matter::default()
    })
}

/// 主办:中共某县委, 地方新闻 主编 石小川, 免费派发 第88期: who makes it, or which issue it is.
pub fn tells_makers(ink: &[Ink]) -> bool {
    const LONGEST: usize = 60;
    static KEYS: Words = Words::of(&[
        "主编",
        "编辑",
        "策划",
        "统筹",
        "执行",
        "美编",
        "版式",
        "组稿",
        "组版",
        "社址",
        "邮编",
        "电子信箱",
        "来信请寄",
        "主办单位",
        "主管单位",
        "主办",
        "主管",
        "准印证号",
        "微信公众号",
        "抖音号",
    ]);
    static OFFICES: Words =
        Words::of(&["主编", "编辑", "美编", "版式", "组稿", "组版", "执行", "策划"]);
    if ink.len() > LONGEST || ink.iter().any(|ink| "。,!?;".contains(ink.c)) {
        return false;
    }
    let is_key = |at: usize| {
        let begins = at == 0 || ink[at].spaced;
        let word = KEYS.opening(&ink[at..]).filter(|_| begins).map(|word| word.chars().count());
        let behind = word.and_then(|length| ink.get(at + length..)).unwrap_or_default();
        let is_marked = behind.first().is_some_and(|next| matches!(next.c, ':' | '/'));
        let is_spaced = behind.first().is_some_and(|next| next.spaced);
        // 城乡 统筹 推进 and 编辑:我们村… tell of nobody.
        let is_office = OFFICES.open(&ink[at..]);
        let is_held = crate::people::has_family(&behind[usize::from(is_marked)..]);
        is_marked && (!is_office || is_held) || is_spaced && is_office && is_held
    };
    // 科普讲堂 第5期 may be a column.
    static OF_PAPER: Words = Words::of(&["《", "刊", "免费", "出版", "主办", "主管", "准印"]);
    let of_paper = OF_PAPER.stand(ink);
    let is_issue = |at: usize| {
        let mut cursor = Cursor { ink, at };
        let is_number = cursor.eat("第") && cursor.number().is_some() && cursor.eat("期");
        of_paper
            && ink[at].spaced
            && is_number
            && cursor.peek().is_none_or(|_| cursor.rest()[0].spaced)
    };
    (0..ink.len()).any(|at| is_key(at) || is_issue(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_its_number_beside_its_name() {
        let told = |text: &str| {
            let source = Source::of(text);
            let matter = numbered_section(&source.ink)?;
            let name: String = source.ink[matter.name?].iter().map(|ink| ink.c).collect();
            Some(format!("{} {name}", matter.number?))
        };
        assert_eq!(told("2·综合新闻").as_deref(), Some("2 综合新闻"));
        assert_eq!(told("民生　05").as_deref(), Some("5 民生"));
        assert_eq!(told("A3·縣市新聞").as_deref(), Some("A3 县市新闻"));
        assert_eq!(told("乡村振兴专版 ｜ 03").as_deref(), Some("3 乡村振兴专版"));
        assert_eq!(told("2 山区重建").as_deref(), Some("2 山区重建"));
        assert_eq!(told("山那边3"), None);
        assert_eq!(told("3个孩子回家了"), None);
        assert_eq!(told("·"), None);
        for headline in [
            "120 急救站搬家",
            "T3 航站楼启用",
            "G7 高速通车",
            "30 年守护一座渡口",
            "12 名村民连夜转移",
            "20 万亩小麦喜开镰",
        ] {
            assert_eq!(told(headline), None, "{headline}");
        }
    }

    #[test]
    fn a_line_below_the_head_tells_who_makes_the_paper() {
        let tells = |text: &str| tells_makers(&Source::of(text).ink);
        assert!(tells("主办:中共河口县委") && tells("地方新聞　主編 石小川"));
        assert!(tells("文艺副刊　《渡口》　第112期") && tells("策划：石 川　执行：周 帆"));
        assert!(
            !tells("城乡 统筹 一体推进")
                && !tells("科普讲堂 第5期")
                && !tells("精心 策划 开门见喜")
        );
        assert!(tells("主办单位:河口县总工会") && !tells("编辑:我们村三个月没看上电影了"));
        assert!(!tells("主办方退票 观众不答应") && !tells("县志编辑工作第3期培训班开班"));
    }

    #[test]
    fn a_short_line_in_the_midst_of_the_head_is_of_it() {
        let story = "水渠清淤完工\n\n本报讯(记者 王晓明)7月3日,上河村的两条水渠清完了淤,秧田不再缺水,大家都很高兴。\n";
        let furniture = |head: &str| {
            let text = format!("{head}\n\n{story}");
            let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
            page.furniture.len()
        };
        assert_eq!(furniture("河口日报\n2002年6月18日 星期二\n经济·企业\n责任编辑 石小川"), 4);
        assert_eq!(
            furniture("今日渡口\n中共渡口县委主办 国内统一刊号CN00-0000\n2012年9月18日 星期二"),
            3
        );
        assert_eq!(furniture("河口日报\n2012年3月27日 星期二 责编:石小川\nA3·县市新闻"), 3);
        assert_eq!(furniture("河口日报 2012年3月27日 星期二\n老街新事"), 1);
        assert_eq!(furniture("今日立秋早晚渐凉\n2025年8月7日 星期四 第3版"), 1);
        let organ = "今日玉环 JINRI YUHUAN\n综合新闻 3 2023年11月7日 星期二";
        assert_eq!(furniture(organ), 2);
        assert_eq!(furniture("山前·河口报\n2015年11月20日\n责任编辑 石小川"), 3);
        let sponsored = "渔歌节唱响河口镇\n2025年8月7日 星期四 第3版\n\n本报讯 由县文旅局主办的渔歌节昨晚开幕,两千人来听。";
        assert_eq!(furniture(sponsored), 1);
        assert_eq!(furniture("修船人的四十年\n河口日报 2012年3月27日 星期二"), 1);
        assert_eq!(furniture("渡口的早晨\n责任编辑:王明"), 1);
    }
}

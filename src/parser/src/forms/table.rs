//! Is it a row of a table, or what stands between its rows: the day, the group, the venue?

use super::{Form, is_row};
use crate::cursor::{contains, ends_with, is_han, starts_with};
use crate::opening::{Stop, stop};
use crate::source::Ink;
use crate::wordlist::Words;

/// No title of a group of rows is longer, in characters.
const LONGEST_GROUP: usize = 10;

/// No line that says in what the figures are counted is longer, in characters.
const LONGEST_MEASURE: usize = 16;

/// No line that says where they come from is longer, in characters.
const LONGEST_SOURCE: usize = 24;

/// Whether a line stands in cells, as rows do: 22:30 女子举重决赛 CCTV-5.
pub fn has_cells(ink: &[Ink]) -> bool {
    is_row(&super::form(ink))
}

/// Characters of the cells behind the first that are figures in Chinese numerals: 甘蓝 三·五 四·二, 菜心 一二〇至一八〇,
/// 河口 十五:十三 渡口, 河口队 五十二秒〇六, 年桔 每盆四十五至六十元.
pub fn han_figures(ink: &[Ink]) -> usize {
    const NUMERALS: &str = "〇零一二三四五六七八九十百千·至:比分秒";
    // 旗鱼 一百六十, 菜心 十二
    let counts = |cell: &[Ink]| cell.iter().any(|ink| "十百千".contains(ink.c));
    let figure = |cell: &'_ [Ink]| {
        // 每盆四十五, 每一百二十
        let start = match cell {
            [each, measure, ..] if each.c == '每' => 2 - usize::from(NUMERALS.contains(measure.c)),
            _ => 0,
        };
        let is_money = cell.last().is_some_and(|last| "元角文".contains(last.c));
        let end = cell.len() - usize::from(is_money);
        start.min(end)..end
    };
    let cells = ink.chunk_by(|_, next| !next.spaced).skip(1).map(|cell| &cell[figure(cell)]);
    let figures = cells.filter(|cell| {
        (cell.len() > 2 || cell.len() == 2 && counts(cell))
            && cell.iter().all(|ink| NUMERALS.contains(ink.c))
            && (counts(cell)
                || cell.iter().any(|ink| matches!(ink.c, '·' | '至' | '〇' | ':' | '比' | '秒')))
    });
    figures.map(<[Ink]>::len).sum()
}

/// Where a cell of figures ends that stands behind another and before a third: 转氨酶 9—50 查乙肝.
pub fn end_of_figure(ink: &[Ink]) -> Option<usize> {
    let is_figure = |ink: &Ink| ink.c.is_ascii_digit() || ".-—~～%+/".contains(ink.c);
    let mut start = 0;
    let mut cells = ink.chunk_by(|_, next| !next.spaced).map(|cell| {
        start += cell.len();
        (start, cell)
    });
    cells.next()?;
    let told =
        |cell: &[Ink]| cell.iter().all(is_figure) && cell.iter().any(|ink| ink.c.is_ascii_digit());
    cells.find(|(end, cell)| told(cell) && *end < ink.len()).map(|(end, _)| end)
}

/// 首轮成绩表: the title of a table of which the report above it speaks.
pub fn names_table(ink: &[Ink]) -> bool {
    // 谁上了四月光荣榜 asks, and is a headline.
    let asks = ink.iter().any(|ink| matches!(ink.c, '谁' | '了' | '?'));
    let is_named = !asks && ["表", "榜", "一览", "技术统计"].iter().any(|end| ends_with(ink, end));
    is_named || names_ranks(ink) || is_of_report(ink)
}

/// 积分榜(第十轮), 主要农资均价表(单位:元): directly below a text, for another table has its title so, too.
pub fn names_it_in_front(ink: &[Ink]) -> bool {
    let open = ink.iter().rposition(|ink| ink.c == '(').filter(|_| ends_with(ink, ")"));
    // 三地批发价对比(元/公斤), 品种 批发价(澳门币/公斤)
    static UNITS: Words = Words::of(&["斤", "吨", "亩", "箱", "筐", "担", "石", "只", "头", "株"]);
    static MONEY: Words = Words::of(&["元", "币", "角", "圆", "块"]);
    open.is_some_and(|open| {
        let unit = &ink[open + 1..ink.len() - 1];
        // 元/公斤, no 亩/箱
        let slash = unit.iter().position(|ink| ink.c == '/');
        let each = slash.is_some_and(|at| MONEY.end(&unit[..at])) && UNITS.end(unit);
        let counted = (starts_with(unit, "元/") || each) && ink.len() <= LONGEST_SOURCE;
        names_table(&ink[..open]) || counted
    })
}

/// 男子全程前三名, (前十名): whoever came first, in a report on the race.
pub fn names_ranks(ink: &[Ink]) -> bool {
    let plain = match ink {
        [plain @ .., last] if last.c == ')' => plain,
        _ => ink,
    };
    // 最终名次
    ends_with(plain, "名次")
        || matches!(plain, [.., front, number, last]
        if front.c == '前' && last.c == '名' && "三四五六八十3568".contains(number.c))
}

/// 昨晚成绩:, 前五名得奖名单, 决赛成绩(500米直道): what stands below belongs to the report above.
pub fn is_of_report(ink: &[Ink]) -> bool {
    const LONGEST: usize = 12;
    static RESULTS: Words =
        Words::of(&["成绩", "赛果", "战果", "战绩", "比分", "结果", "名单", "排名", "积分"]);
    let (plain, leads) = match ink {
        [plain @ .., last] if last.c == ':' => (plain, true),
        _ => (ink, ["前", "附"].iter().any(|word| starts_with(ink, word))),
    };
    let open = plain.iter().rposition(|ink| ink.c == '(').filter(|_| ends_with(plain, ")"));
    let named = &plain[..open.unwrap_or(plain.len())];
    let end = RESULTS.iter().find(|word| ends_with(named, word)).map(|word| word.chars().count());
    named.len() <= LONGEST && end.is_some_and(|end| leads || is_stage(&named[..named.len() - end]))
}

/// 比赛, 十六强, 男子决赛: nothing but which part of it, of what the report above has named.
fn is_stage(ink: &[Ink]) -> bool {
    static STAGES: Words = Words::of(&[
        "比赛",
        "决赛",
        "半决赛",
        "预赛",
        "初赛",
        "复赛",
        "首轮",
        "本轮",
        "次轮",
        "末轮",
        "全部",
        "各组",
        "最终",
        "最后",
        "男子",
        "女子",
        "团体",
        "个人",
        "获奖",
        "得奖",
        "十六强",
        "八强",
        "四强",
        "16强",
        "8强",
        "4强",
        "总",
        "赛",
        "各",
        "项",
    ]);
    let mut rest = ink;
    loop {
        // 五百米, 4×100米
        let is_number =
            |ink: &&Ink| ink.c.is_ascii_digit() || "一二三四五六八千百十×".contains(ink.c);
        let number = rest.iter().take_while(is_number).count();
        let word = STAGES.opening(rest).map_or(0, |word| word.chars().count());
        rest = match rest.get(number) {
            Some(unit) if number > 0 && unit.c == '米' => &rest[number + 1..],
            _ if word > 0 => &rest[word..],
            _ => break,
        };
    }
    !ink.is_empty() && rest.is_empty()
}

/// 10秒88, 16.03米, 3比0: a time, a length or a score.
pub fn scores(ink: &[Ink]) -> bool {
    ink.windows(3).any(|three| {
        let [one, mark, other] = three else { return false };
        let is_digit = |ink: &Ink| ink.c.is_ascii_digit();
        is_digit(one) && matches!(mark.c, '.' | ':' | '秒' | '分' | '比') && is_digit(other)
    })
}

/// 男子乙组铅球:1.史强16.03米 beside 男子甲组跳远:1.王雨5.92米 2.郝佳5.81米: a row of one cell.
pub fn rows_by_pattern(pieces: &[&[Ink]], forms: &mut [Form]) {
    let is_alike = |at: usize| forms[at].cells > 0 && ranks(pieces[at]);
    let alike: Vec<bool> = (0..pieces.len()).map(is_alike).collect();
    for at in 0..pieces.len() {
        let beside = |other: Option<usize>| {
            other.is_some_and(|other| other < pieces.len() && alike[other] && is_row(&forms[other]))
        };
        if alike[at] && (beside(at.checked_sub(1)) || beside(Some(at + 1))) {
            forms[at].heads_rows = true;
            forms[at].cells = forms[at].cells.max(2);
        }
    }
}

/// 男子乙组铅球:1.史强: what for, and who was first.
pub fn ranks(ink: &[Ink]) -> bool {
    const LONGEST_EVENT: usize = 14;
    let colon = ink.iter().take(LONGEST_EVENT).position(|ink| ink.c == ':');
    colon.is_some_and(|colon| {
        matches!(&ink[colon + 1..], [number, dot, who, ..]
            if colon > 0 && number.c.is_ascii_digit() && matches!(dot.c, '.' | '、') && is_han(who.c))
    })
}

/// 第一名 武冈一队, 一等奖 王明: a place in a race or a prize, and behind a space whoever has it.
pub fn gives_place(ink: &[Ink]) -> bool {
    const PLACES: [&str; 3] = ["冠军", "亚军", "季军"];
    const NUMBERS: &str = "一二三四五六七八九十12345678";
    let counted = match ink {
        [first, number, name, ..] if first.c == '第' => {
            NUMBERS.contains(number.c) && name.c == '名'
        }
        [number, rank, prize, ..] => {
            "特一二三四".contains(number.c) && rank.c == '等' && prize.c == '奖'
        }
        _ => false,
    };
    let length = if counted { 3 } else { 2 };
    let is_place = counted || PLACES.iter().any(|word| starts_with(ink, word));
    is_place && ink.get(length).is_some_and(|who| who.spaced || who.c == ':')
}

/// 一等奖5注,单注奖金8123456元; 下期奖池滚存8.6亿元: what a lottery paid, or keeps.
pub fn pays(ink: &[Ink]) -> bool {
    const LONGEST: usize = 40;
    const NUMBERS: &str = "特一二三四五六七八九";
    let is_prize = matches!(ink, [number, rank, prize, count, ..]
        if NUMBERS.contains(number.c) && rank.c == '等' && prize.c == '奖' && count.c.is_ascii_digit());
    let keeps = ["奖池", "下期奖池", "本期奖池", "本期销售额", "本期投注额"];
    let has_figure = ink.iter().any(|ink| ink.c.is_ascii_digit());
    ink.len() <= LONGEST
        && stop(ink) == Stop::Open
        && (is_prize && contains(ink, "注") && (ends_with(ink, "注") || ends_with(ink, "元"))
            || has_figure
                && ends_with(ink, "元")
                && keeps.iter().any(|word| starts_with(ink, word)))
}

/// 陶 志 负 李向春: a game, and between the players who won it.
pub fn gives_winner(ink: &[Ink]) -> bool {
    const LONGEST: usize = 12;
    let is_apart = |at: usize| ink[at].spaced && ink.get(at + 1).is_some_and(|next| next.spaced);
    ink.len() <= LONGEST
        && ink.iter().all(|ink| is_han(ink.c))
        && (2..ink.len().saturating_sub(2)).any(|at| "胜负和平".contains(ink[at].c) && is_apart(at))
}

/// (单位:元/公斤), 单位:元/公斤: in what the figures are counted.
pub fn is_measure(ink: &[Ink]) -> bool {
    let bare = ink.len() <= LONGEST_MEASURE && starts_with(ink, "单位:");
    bare || ink.len() <= LONGEST_SOURCE && starts_with(ink, "(") && contains(ink, "单位:")
}

/// (据城东市场9月19日报价), (数据由县统计局提供): where the figures above it come from.
fn is_source(ink: &[Ink]) -> bool {
    let [open, inside @ .., close] = ink else { return false };
    let tells = starts_with(inside, "据")
        || starts_with(inside, "数据")
        || starts_with(inside, "资料")
        || ends_with(inside, "提供")
        || ends_with(inside, "报价");
    ink.len() <= LONGEST_SOURCE && open.c == '(' && close.c == ')' && tells
}

/// 男子甲组, 8月23日: short lines over the rows of one table, two of them or more.
pub fn groups(
    pieces: &[&[Ink]],
    blank: &[bool],
    forms: &[Form],
    is_name: &dyn Fn(usize) -> bool,
) -> Vec<bool> {
    let rows: Vec<bool> = forms.iter().map(is_row).collect();
    // 外匯牌價 between two empty lines, and below it rows that stand together: another table's.
    let stands_apart = |at: usize| {
        blank[at] && blank.get(at + 1) == Some(&true) && blank.get(at + 2) == Some(&false)
    };
    let row = |at: Option<usize>| at.and_then(|at| rows.get(at)).copied().unwrap_or(false);
    // Over the names of the columns, between them and the rows, or below these.
    let above = |at: usize| row(at.checked_sub(1));
    let measures = |at: usize| is_measure(pieces[at]) && (row(Some(at + 1)) || above(at));
    let below_measure = |at: usize| at > 1 && is_measure(pieces[at - 1]) && row(at.checked_sub(2));
    let credits = |at: usize| is_source(pieces[at]) && (above(at) || below_measure(at));
    let may_be = |at: usize| {
        let plain = |ink: &Ink| is_han(ink.c) || ink.c.is_ascii_alphanumeric();
        let (name, class) = with_class(pieces[at]);
        let is_class = class.iter().all(|ink| ink.c.is_ascii()) || starts_with(class, "(周");
        let label = crate::features::names_section(pieces[at]) || forms[at].notice_title;
        !rows[at]
            && pieces[at].len() <= LONGEST_GROUP
            && name.iter().all(plain)
            && is_class
            && stop(name) == Stop::Open
            && row(Some(at + 1))
            && !stands_apart(at)
            && !is_name(at)
            && !label
    };
    let among: Vec<bool> = (0..pieces.len()).map(may_be).collect();
    let inside = |at: usize| among[at] && row(at.checked_sub(1));
    // The first title has no row above it, and another title below its rows.
    let first = |at: usize| {
        let end = (at + 1..pieces.len()).find(|next| !rows[*next]);
        among[at] && end.is_some_and(inside)
    };
    let is_group = |at: usize| {
        inside(at) && closes(&rows, &among, at) || first(at) || measures(at) || credits(at)
    };
    (0..pieces.len()).map(is_group).collect()
}

/// 男子单打(U12), 12月6日(周五): what stands in brackets at its end apart. 积分榜(前五名) says of what rows it is.
fn with_class(ink: &[Ink]) -> (&[Ink], &[Ink]) {
    let open = ink.iter().position(|ink| ink.c == '(').filter(|_| ends_with(ink, ")"));
    ink.split_at(open.unwrap_or(ink.len()))
}

/// Above the title of a group stand rows of a group that has a title, too.
fn closes(rows: &[bool], among: &[bool], at: usize) -> bool {
    let above = (0..at).rev().find(|above| !rows[*above]);
    above.is_some_and(|above| among[above])
}

#[cfg(test)]
mod tests;

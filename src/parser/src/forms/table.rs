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
/// 河口 十五:十三 渡口, 河口队 五十二秒〇六.
pub fn han_figures(ink: &[Ink]) -> usize {
    const NUMERALS: &str = "〇零一二三四五六七八九十百千·至:比分秒";
    // 旗鱼 一百六十, 菜心 十二
    let counts = |cell: &[Ink]| cell.iter().any(|ink| "十百千".contains(ink.c));
    let cells = ink.chunk_by(|_, next| !next.spaced).skip(1);
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
    // 三地批发价对比(元/公斤)
    open.is_some_and(|open| {
        let counted = starts_with(&ink[open + 1..], "元/") && ink.len() <= LONGEST_SOURCE;
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
        // 男子单打(U12)
        let plain = |ink: &Ink| {
            is_han(ink.c) || ink.c.is_ascii_alphanumeric() || matches!(ink.c, '(' | ')')
        };
        let label = crate::features::names_section(pieces[at]) || forms[at].notice_title;
        !rows[at]
            && pieces[at].len() <= LONGEST_GROUP
            && pieces[at].iter().all(plain)
            && (stop(pieces[at]) == Stop::Open || ends_with(pieces[at], ")"))
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

/// Above the title of a group stand rows of a group that has a title, too.
fn closes(rows: &[bool], among: &[bool], at: usize) -> bool {
    let above = (0..at).rev().find(|above| !rows[*above]);
    above.is_some_and(|above| among[above])
}

#[cfg(test)]
mod tests {
    use crate::{Context, parse_page};
    use ::edition::BlockKind;

    /// Headline and rows of every article.
    fn tables(text: &str) -> Vec<String> {
        let page = parse_page("甲.txt", text, &Context::default());
        let one = |article: &::edition::Article| {
            let head: String = article.headline.iter().map(|span| span.of(text)).collect();
            let rows = article.blocks.iter().filter(|block| block.kind == BlockKind::Table);
            format!("{head} {}", rows.map(|block| block.spans.len()).sum::<usize>())
        };
        page.articles.iter().map(one).collect()
    }

    #[test]
    fn the_title_of_a_group_may_say_in_brackets_whose_it_is() {
        let text = "乒乓球赛成绩公告\n男子单打(U12)\n第一名 王小航(上河)  第二名 郝凡(渡口)\n\
            女子单打(U12)\n第一名 周小涵(渡口)  第二名 李佳(上河)\n";
        assert_eq!(tables(text), ["乒乓球赛成绩公告 4"]);
    }

    #[test]
    fn a_title_between_empty_lines_is_that_of_another_table() {
        let text = "列车时刻\n\n车次 到点 开点\nD8201 08:12 08:14\nK1233 10:40 10:46\n\n\
            本周菜价\n\n品名 批发价 零售价\n白菜 1.20 1.50\n芹菜 1.80 2.10\n\n外汇牌价\n\n美元 7.78 7.80\n欧元 10.55 10.72\n";
        assert_eq!(tables(text), ["列车时刻 3", "本周菜价 3", "外汇牌价 2"]);
    }

    #[test]
    fn what_a_lottery_pays_stands_with_its_numbers() {
        let text = "双色球第2020041期\n红球：03 08 14 19 25 31 蓝球：07\n一等奖5注，单注奖金8123456元\n\
            二等奖96注，单注奖金152340元\n下期奖池滚存8.6亿元\n";
        assert_eq!(tables(text), ["双色球第2020041期 4"]);
    }

    #[test]
    fn a_row_of_one_cell_stays_with_the_rows_that_are_as_it_is() {
        let text = "体育新闻\n书画展览开幕\n本报讯(记者 赵强)7月1日,书画展览在文化馆开幕,展出作品一百件,都是今年新写新画的,看的人排到了街上。\n\
            馆长说,展览要办到月底,不收门票。\n河口镇少年田径赛成绩\n男子甲组100米:1.张小豪(上河)10秒88 2.刘小博(渡口)10秒95 3.李小俊(石门)11秒02\n\
            女子甲组跳远:1.王小桐(上河)5.92米 2.郝小佳5.81米\n男子乙组铅球:1.史小强(渡口)16.03米\n短讯\n\
            ■ 河口队在县联赛中以3比0战胜渡口队,升到第二位。\n■ 石门的象棋擂台赛星期日收官。\n";
        let page = parse_page("甲.txt", text, &Context::default());
        let block = &page.articles[1].blocks[0];
        assert_eq!((block.kind, block.spans.len()), (BlockKind::Table, 3));
        assert!(page.columns.is_empty());
    }

    #[test]
    fn results_below_the_report_on_the_games_are_its_own() {
        let games = "乡村篮球赛收官\n\n本报讯(记者 赵强)7月1日,为期三天的乡村篮球赛收官,二十支队伍参加,看的人把球场围了三层。\n\n";
        let below = "\n\n水渠清淤完工\n\n本报讯(记者 李平)7月3日,上河村的两条水渠清完了淤,秧田不再缺水,大家都很高兴。\n";
        let rows = |title: &str, rows: &str| tables(&format!("{games}{title}\n{rows}{below}"));
        let scores = "上河一队 71:64 渡口一队\n石门队 58:55 河口小学队\n水渠队 62:60 学校队";
        assert_eq!(rows("比赛结果", scores), ["乡村篮球赛收官 4", "水渠清淤完工 0"]);
        let han = "上河　七八：六九　渡口\n石门　八三：八一　河口";
        assert_eq!(rows("八强赛果", han), ["乡村篮球赛收官 3", "水渠清淤完工 0"]);
        let times = "第一名 上河队 1分58秒04\n第二名 石门队 1分58秒61";
        assert_eq!(rows("决赛成绩(500米直道)", times), ["乡村篮球赛收官 3", "水渠清淤完工 0"]);
        assert_eq!(rows("男子五百米决赛成绩", times), ["乡村篮球赛收官 3", "水渠清淤完工 0"]);
        // Of another contest.
        assert_eq!(rows("石门镇象棋赛成绩", times).len(), 3);
    }

    #[test]
    fn a_measure_stands_between_the_columns_and_the_rows() {
        let text = "书画展览开幕\n\n本报讯(记者 赵强)7月1日,书画展览在文化馆开幕,展出作品一百件。\n\n6月第1周主要水产品批发价\n\n\
            品种 规格 河口 渡口 上河\n单位：元/公斤\n草鱼 1.5公斤 14.2 13.8 13.1\n鲫鱼 0.35公斤 19.6 19.0 18.4\n黄鳝 0.1公斤 66.0 64.0 62.5\n";
        let page = parse_page("甲.txt", text, &Context::default());
        let table = page.articles.last().and_then(|article| article.blocks.first());
        assert_eq!(table.map(|block| (block.kind, block.spans.len())), Some((BlockKind::Table, 5)));
    }

    #[test]
    fn below_the_rows_stands_in_what_they_are_counted_and_whose_they_are_and_a_picture_is_another_item()
     {
        let text = "书画展览开幕\n\n本报讯(记者 赵强)7月1日,书画展览在文化馆开幕,展出作品一百件。\n\n本周菜价\n\n\
            品名 单位 均价 涨跌\n大白菜 元/斤 0.45 平\n蒜薹 元/斤 2.80 0.20\n芹菜 元/斤 1.80 0.10\n(单位:元)\n\
            (据城东市场9月19日报价)\n图为学生们在河口镇看日出,一位同学的手机屏幕上,太阳刚好落进渔网里。王蓓 摄\n";
        let page = parse_page("甲.txt", text, &Context::default());
        let [_, table, picture] = &page.articles[..] else { panic!("{:?}", page.articles.len()) };
        let rows: Vec<BlockKind> = table.blocks.iter().map(|block| block.kind).collect();
        assert_eq!((rows, table.blocks[0].spans.len()), (vec![BlockKind::Table], 6));
        assert_eq!(picture.bylines[0].name, "王蓓");
    }

    #[test]
    fn a_table_below_the_report_that_speaks_of_it_may_say_more_behind_its_name() {
        let rows = "品名　单位　均价　比上年\n\n尿素　元/吨　2350　-3.1%\n\n复合肥　元/吨　3120　-1.4%\n\n农膜　元/公斤　11.5　0\n";
        let scores = "代表队　胜　平　负　积分\n\n河口队　8　1　1　25\n\n岳壁队　7　2　1　23\n\n上河队　5　2　3　17\n";
        let articles = |title: &str| {
            let text = format!(
                "石桥重新通车\n\n本报讯(记者 王晓明)封了半年的石桥昨天重新通车,孩子上学不再绕路,大家都很高兴。桥面加宽了两米,两边装了栏杆。\n\n\
                 上半年农资价格平稳\n\n本报讯(记者 周有根)县供销社昨天公布上半年农资均价,尿素、复合肥比去年略有下降,农膜持平。\n\n\
                 专家提醒,买农资要看清标签,留好票据。\n\n{title}\n\n{rows}\n\
                 水渠清淤完工\n\n本报讯(记者 李平)7月3日,上河村的两条水渠清完了淤,秧田不再缺水,大家都很高兴。\n"
            );
            parse_page("甲.txt", &text, &Context::default()).articles.len()
        };
        assert_eq!(articles("主要农资均价表"), 3);
        assert_eq!(articles("主要农资均价表(单位:元)"), 3);
        // Below a table it is another's.
        assert_eq!(articles(&format!("农机作业技术统计\n\n{scores}\n主要农资均价表(单位:元)")), 4);
    }
}

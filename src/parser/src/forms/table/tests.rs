use crate::source::Source;
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

#[test]
fn what_figures_are_counted_in_heads_a_table_of_the_report_above() {
    let text = "年關貨到　柑桔齊降\n\n【本報消息】昨日筷子基市場到貨三百二十噸，年桔比去年同期低一成，海魚因北風轉弱供應平穩。\n\n\
        品種　　批發價（澳門幣／公斤）\n潮州柑　８．０至９．５\n年桔　　每盆四十五至六十元\n泥鯭　　３８．０\n大頭菜　３．８\n";
    let tables = tables(text);
    assert!(tables.len() == 1 && tables[0].ends_with(" 5"), "{tables:?}");
}

#[test]
fn prices_of_each_are_figures() {
    let figures = |row: &str| super::han_figures(&Source::of(row).ink);
    assert_eq!(figures("年桔　每盆四十五至六十元"), 6);
    assert_eq!(figures("年桔　每一百二十元"), 4);
    assert_eq!(figures("年桔　每盆"), 0);
}

//! Which lines are read as the head of a page, and what do they state?

use crate::{Context, parse_page};

#[test]
fn a_school_and_the_day_are_the_head_at_the_top_and_sign_below_a_text() {
    let signer = "河口师范学院筹建办公室 2017年4月10日";
    let furniture = |text: String| parse_page("甲.txt", &text, &Context::default()).furniture.len();
    assert_eq!(furniture(format!("院报\n{signer}\n{STORY}")), 2);
    assert_eq!(
        furniture(format!(
            "{STORY}\n关于征集实物的通知\n\n现向全校征集老照片,愿意捐赠的请送到图书馆一楼。\n\n{signer}\n"
        )),
        0
    );
}

#[test]
fn the_paper_and_its_day_may_stand_at_the_foot() {
    let text = format!("{STORY}\n河口晚报\n\n2009.11.06 星期五 A12 社区\n");
    let parsed = parse_page("甲.txt", &text, &Context::default());
    let foot: Vec<&str> = parsed.furniture.iter().map(|span| span.of(&text)).collect();
    assert_eq!(foot, ["河口晚报", "2009.11.06 星期五 A12 社区"]);
    let cited =
        format!("{STORY}{STORY}{STORY}\n河口晚报\n\n读者都爱看这张报纸,有人一看就是三十年。\n");
    assert!(parse_page("甲.txt", &cited, &Context::default()).furniture.is_empty());
}

const STORY: &str =
    "\n书画展览开幕\n本报讯(记者 赵强)7月1日,书画展览在文化馆开幕,展出作品一百件,吸引了不少人。\n";

/// Paper, day, page and section of the head, as far as they are read, and how many lines it has.
fn read(head: &str) -> (String, usize) {
    let dump = crate::Dump {
        source: "甲.txt".into(),
        text: format!("{head}\n{STORY}"),
        encoding: None,
        context: Context::default(),
    };
    let edition = crate::edition_of("甲", vec![dump]);
    let page = &edition.pages[0];
    let stated = [
        edition.paper.map(|paper| paper.value),
        edition.date.filter(|date| date.reason().is_none()).map(|date| date.value.to_string()),
        page.number.as_ref().map(|number| number.value.to_string()),
        page.name.as_ref().map(|name| name.value.clone()),
    ];
    assert!(page.columns.is_empty() && page.articles[0].column.is_none(), "{head}");
    (stated.into_iter().flatten().collect::<Vec<_>>().join(" "), page.furniture.len())
}

#[test]
fn a_headline_on_a_hot_line_is_no_part_of_the_head() {
    let head = "河口日报 2025年7月24日 星期四 第3版";
    assert_eq!(read(&format!("{head}\n市长热线12345开通三年 接听电话六万个")).1, 1);
    assert_eq!(read(&format!("{head}\n报社电话 0571-8512000 内线2217")).1, 2);
}

#[test]
fn the_head_may_stand_in_lines_of_one_word_each() {
    let head = "2\n县域新闻\n2008年9月25日 星期四\n编辑:王芳 电话:8388027\n河 口 日 报";
    assert_eq!(read(head), ("河口日报 2008年9月25日 2 县域新闻".into(), 5));
    let head = "河口日报\nHEKOU RIBAO\n2001年6月\n12\n星期二";
    assert_eq!(read(head).1, 5);
}

#[test]
fn who_publishes_the_paper_may_stand_between_its_name_and_the_day() {
    let day = "2003年9月12日 星期五 第2版";
    for between in [
        "中共河口县委主办",
        "河口县人民政府主办",
        "中共河口县委机关报",
        "中共河口县委主办 河口县新闻中心出版 河内资字(上河)第005号",
    ] {
        let head = format!("今日河口报\n{between}\n{day} 综合新闻");
        assert_eq!(read(&head), ("今日河口报 2003年9月12日 2 综合新闻".into(), 3));
        let head = format!("河口农家\n{between}\n{day}");
        assert_eq!(read(&head), ("河口农家 2003年9月12日 2".into(), 3));
    }
}

#[test]
fn a_name_above_the_day_is_the_papers_where_it_is_called_one() {
    for (head, told) in [
        ("安溪报\n2003年9月12日 星期五 第2版", "安溪报 2003年9月12日 2"),
        ("申報\n民國三十六年八月十四日 第四版", "申報 1947年8月14日 4"),
        ("今日玉环\n2003年9月12日 星期五 第2版", "今日玉环 2003年9月12日 2"),
        ("渡口鄉情半月刊　第187期\n2003年9月12日 第2版", "渡口鄉情半月刊 2003年9月12日 2"),
        ("河边人家\n2003年9月12日 星期五 第2版", "2003年9月12日 2 河边人家"),
    ] {
        assert_eq!(read(head), (told.into(), 2), "{head}");
    }
}

#[test]
fn years_are_counted_from_the_republic_on_a_page_in_traditional_characters() {
    let day = "七十四年七月十九日 星期五 第七版";
    assert_eq!(read(&format!("河口報 {day}")).0, "河口報 7月19日 7");
    let story = "鎮公所昨天發給獎學金,學生們都來領獎。".repeat(8);
    for (head, told) in [
        (format!("河口報 {day}"), "河口報 1985年7月19日 7"),
        ("河口日報 9年3月2日 星期二 第一版 要聞".into(), "河口日報 1920年3月2日 1 要聞"),
    ] {
        assert_eq!(read(&format!("{head}\n\n頒發獎學金\n{story}")).0, told);
    }
}

#[test]
fn a_paper_in_title_marks_is_read_with_what_stands_around_it() {
    let head = "《河口日报》 二〇一八年二月九日 农历丁酉年十二月廿四 星期五 第三版 民生";
    assert_eq!(read(head).0, "河口日报 2018年2月9日 3 民生");
}

#[test]
fn the_page_s_name_and_number_above_the_paper_are_no_stub_of_a_guide() {
    for head in ["要闻 01版\n河口日报 2019年4月18日", "要闻 01版\n河口日报\n2019年4月18日 星期四"]
    {
        assert_eq!(read(head).0, "河口日报 2019年4月18日 1 要闻", "{head}");
    }
    let guide = "河口日报 2019年4月18日\n导读\n体育 04版";
    assert_eq!(read(guide).0, "河口日报 2019年4月18日");
}

#[test]
fn a_guide_may_give_its_pages_on_lines_of_their_own() {
    let head = "河口日报\n2019年11月6日 星期三\n今日4版 第11658期\n导读\n空港小镇开街\n详见2版\n旧书醒了\n见3版\n";
    let page = parse_page("甲.txt", &format!("{head}{STORY}"), &Context::default());
    assert_eq!((page.articles.len(), page.furniture.len()), (1, 8));
}

#[test]
fn stubs_of_a_guide_end_with_their_page_however_it_is_written() {
    let read = |guide: &str| {
        let text = format!("河口日报\n2019年11月6日 星期三\n{guide}\n{STORY}");
        let page = parse_page("甲.txt", &text, &Context::default());
        (page.articles.len(), page.articles[0].kicker.len(), page.furniture.len())
    };
    let stubs = [
        "空港小镇:一条老街的“新生” ②版",
        "渡口乡栽下三千亩桃树②版",
        "旧书醒了 3版",
        "上河村修通了路第3版",
        "修表匠守住一条街 A3",
        "石门峡的护林人（B2）",
        "河口镇开镰>>>3版",
        "水库蓄满水→3版",
    ];
    for stub in stubs {
        assert_eq!(read(&format!("今日导读\n{stub}\n修表匠\n守住一条街 ④版")), (1, 0, 6), "{stub}");
    }
    // Without a label two of them are enough, and one is not.
    let [first, second] = [stubs[0], "上河村修通了出山的路 ③版"];
    assert_eq!(read(&format!("{first}\n{second}")), (1, 0, 4));
    assert_eq!(read(first).2, 2);
    // What is on television stands below no guide.
    assert_eq!(read("今日看点\n旧书醒了 3版").2, 4);
    let shows = format!(
        "河口日报\n2019年11月6日 星期三\n{STORY}今日看点\n07:30 女排联赛 河口-上河 二台\n19:35 男篮联赛 渡口-石门 二台\n"
    );
    assert_eq!(parse_page("甲.txt", &shows, &Context::default()).furniture.len(), 2);
}

#[test]
fn the_name_and_the_number_of_the_page_may_stand_on_lines_of_their_own() {
    let text = format!("2021年6月18日 星期五\n综合新闻\n3\n责编:余飞 美编:方敏\n{STORY}");
    let page = parse_page("甲.txt", &text, &Context::default());
    assert_eq!((page.articles.len(), page.furniture.len(), page.rubrics.len()), (1, 4, 0));
    assert_eq!(page.number.map(|number| number.value), Some(3.into()));
}

#[test]
fn how_to_reach_the_paper_and_the_page_s_name_stand_beside_the_day() {
    let count = |head: &str| {
        parse_page("甲.txt", &format!("{head}\n{STORY}"), &Context::default()).furniture.len()
    };
    assert_eq!(count("河口日报 2021年6月18日 星期五\n健康热线:0571-85120000"), 2);
    assert_eq!(count("河口日报 2021年6月18日 星期五\n2 灾后重建"), 2);
    assert_eq!(count("河口日报 2021年6月18日 星期五\n督印人 李兆祥 承印 大昌公司"), 2);
    assert_eq!(count("河口日报 2021年6月18日 星期五\n咨询热线开通"), 1);
}

#[test]
fn an_imprint_closes_the_page_and_what_to_call_closes_a_notice() {
    let imprint = "联系电话:0827-5281234 印刷:河口日报社印务中心";
    let furniture = |text: &str| {
        parse_page("甲.txt", &format!("{STORY}\n{text}\n"), &Context::default()).furniture.len()
    };
    assert_eq!(furniture(imprint), 1);
    assert_eq!(furniture("联系电话:0827-5281234 地址:河口镇东街5号"), 0);
}

#[test]
fn a_section_named_after_a_hot_line_is_none() {
    let text = format!("河口日报 2019年11月6日 第2版\n热线直击\n{STORY}热线电话 8213456\n");
    let page = parse_page("甲.txt", &text, &Context::default());
    assert_eq!(page.articles[0].rubric.as_deref(), Some("热线直击"));
    assert_eq!(page.furniture.len(), 2);
}

#[test]
fn below_the_day_stand_the_office_and_what_it_answers_for() {
    let day = "南浦時報\n2019年3月5日 星期二";
    let office = "電話：02-23456789\n郵遞區號：100\n投稿信箱：edit@example.com\n本報文責自負 不代表本報立場\n南浦時報";
    assert_eq!(read(&format!("{day}\n{office}")), ("南浦時報 2019年3月5日".into(), 7));
    let claims = "版权所有 翻印必究\n未经许可不得转载,违者必究";
    assert_eq!(read(&format!("{day}\n{claims}")).1, 4);
    // A headline is none of it.
    for headline in [
        "未经许可擅自采砂 两人被刑拘",
        "公众号未经许可转载被判赔三千元",
        "酒后驾车违法必究",
        "企业改制后盈亏自负",
        "。",
        "30 年守护一座渡口",
        "12 名村民连夜转移",
        "12 名村民转移",
        "20 万亩小麦喜开镰",
    ] {
        assert_eq!(read(&format!("{day}\n{headline}\n{STORY}")).1, 2, "{headline}");
    }
    // Behind an article it is text.
    let text = format!("{day}\n{STORY}\n来信选登\n作者文责自负\n");
    assert_eq!(parse_page("甲.txt", &text, &Context::default()).furniture.len(), 2);
}

#[test]
fn a_month_or_a_number_of_the_year_is_of_the_head_and_no_day() {
    assert_eq!(read("南风月刊 2008年4月號"), ("南风月刊".into(), 1));
    assert_eq!(read("河湾文艺\n二〇一九年第3期"), ("河湾文艺".into(), 2));
    assert_eq!(read("河湾文艺 2016年第2期（总第18期）"), ("河湾文艺".into(), 1));
    assert_eq!(read("渡口诗刊\n2014年秋季号"), ("渡口诗刊".into(), 2));
    assert_eq!(read("渡口通讯 2019年第3期"), ("渡口通讯".into(), 1));
    assert_eq!(read("校友通讯\n2019年第3期"), ("校友通讯".into(), 2));
    assert_eq!(read("光彩 2016年第2期"), ("光彩".into(), 1));
    for other in ["河口县政府公告\n2019年第3号", "河口县政府令\n2019年第3期", "招生简章 2014年秋季"]
    {
        assert!(!read(other).0.contains(&other[..9]), "{other}");
    }
}

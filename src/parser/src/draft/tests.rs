#[test]
fn a_letter_has_no_other_inside_and_whoever_stands_below_it_signs_it() {
    let text = "读者来信\n\n编辑同志：\n\n学校门口每天放学时都堵得水泄不通,孩子们只好在车缝里钻来钻去,非常危险。\n\n读者 韦丽华\n\n\
        编辑部：\n\n楼下的烧烤摊每晚营业到凌晨三点,油烟和吵闹让人无法入睡,打过多次电话,管几天又照旧。\n\n读者 周帆\n";
    let page = crate::parse_page("甲.txt", text, &crate::Context::default());
    let last = |article: &::edition::Article| article.blocks.last().map(|block| block.kind);
    let ends: Vec<_> = page.articles.iter().map(last).collect();
    assert_eq!(ends, [Some(::edition::BlockKind::Signoff); 2]);
}

#[test]
fn a_report_head_amid_a_text_opens_another_article() {
    let story = "老农拾金不昧\n【本报河口二十日电】河口镇的老农周有根昨天在街上拾到皮包一只,他骑车赶到派出所交还。\n\
        失主领回皮包,对他再三道谢。\n";
    let rest = "村里只剩下老人和小孩,田地也有一半荒着。\n镇公所统计,外出做工的已有六百人。\n";
    for head in ["【本報記者林榮山上河專訪】", "【本报讯】", "本报讯(记者 王明)", "【上河讯】"]
    {
        let text = format!("{story}{head}{rest}");
        let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
        let starts = page.articles.iter().map(|article| article.start());
        let starts: Vec<bool> = starts.map(|at| text[at as usize..].starts_with(head)).collect();
        assert_eq!(starts, [false, true], "{head}");
    }
    let cited = format!("{story}据新华社消息,{rest}");
    let page = crate::parse_page("甲.txt", &cited, &crate::Context::default());
    assert_eq!(page.articles.len(), 1);
}

#[test]
fn a_picture_of_another_text_stands_by_itself() {
    let one = "外卖平台抽佣三成 小店叫苦\n本报讯(记者 王明)外卖平台抽佣高达三成,开茶餐厅的老板说,做得越多越难,业界昨天要求立法规管外卖平台。\n\n";
    let other = "团体倡设夜间托管\n本报讯(记者 李丽)有团体访问了三百名上夜班的母亲,七成人要靠邻居看孩子,促请增设夜间托管。\n\n";
    let picture = "■茶餐厅老板表示,外卖平台抽佣令生意难做。 赵强摄\n";
    let titled = |text: String| -> Vec<bool> {
        let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
        page.articles.iter().map(|article| !article.headline.is_empty()).collect()
    };
    assert_eq!(titled(format!("{one}{other}{picture}")), [true, true, false]);
    assert_eq!(titled(format!("{other}{one}{picture}")), [true, true]);
}

#[test]
fn an_item_with_a_mark_is_none_of_the_text_that_ended_above_it() {
    let story = "渡口小学有了图书馆\n本报讯(记者 王明)渡口小学的图书馆昨天开门,三千册书是六个村的人家一本一本捐来的。\n\
        孩子们把书搬进屋里,一直搬到天黑。\n";
    let items = [
        "■河口镇为独居老人装了二百台报警器,一端接家属,一端接村医。",
        "■上河乡的护堤员换上了反光背心,夜里巡堤随时回传画面。",
    ];
    let articles = |story: &str, signs: [&str; 2]| {
        let lines: String =
            items.iter().zip(signs).map(|(item, name)| format!("{item}{name}\n")).collect();
        let page =
            crate::parse_page("甲.txt", &format!("{story}{lines}"), &crate::Context::default());
        page.articles.len()
    };
    assert_eq!(articles(story, ["(谷月丽)", "(周小河)"]), 3);
    assert_eq!(articles(&format!("{story}(赵强)\n"), ["", ""]), 3);
    assert_eq!(articles(story, ["", ""]), 3);
    // What the text says that it lists is its own.
    assert_eq!(articles(&story.replace("天黑。", "天黑。各村是这样做的:"), ["", ""]), 1);
}

#[test]
fn marked_items_need_no_indent_where_paragraphs_have_one() {
    let paragraphs = "　　河口镇的水渠昨天修通了,沿线三个村的稻田都喝上了水。\n　　老支书说,这条渠等了二十年。\n";
    let story =
        format!("水渠修通了\n　　本报讯(记者 王明)河口镇修渠一百天,人人出力。\n{paragraphs}");
    for mark in ["●", "▲", "·", "‧"] {
        let items = format!(
            "{mark}霍河市今年造林四万亩,重点治理矿区周边的沙化地。\n{mark}库伦镇投资一百八十万元改造敬老院,六十二名老人住进新房。\n{mark}宝山镇完成了春季防疫,免疫牛羊九万头。\n"
        );
        let page = crate::parse_page(
            "甲.txt",
            &format!("{story}\n短讯\n{items}"),
            &crate::Context::default(),
        );
        assert_eq!(page.articles.len(), 4, "{mark}");
    }
}

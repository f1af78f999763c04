//! Does a page come out of its dump as it was printed?

use crate::{Context, Dump, edition_of, parse_page};
use ::edition::{Article, BlockKind, Edition, NoteKind};

const STORY: &str =
    "\n\n书画展览开幕\n\n本报讯(记者 赵强)7月1日,书画展览在文化馆开幕,展出作品一百件。\n";

fn edition(text: String) -> Edition {
    let context = Context::default();
    edition_of("甲", vec![Dump { source: "甲.txt".into(), text, encoding: None, context }])
}

/// Paper, day, page and section, `-` where none is stated.
fn head(lines: &str) -> String {
    let edition = edition(format!("{lines}{STORY}"));
    let page = &edition.pages[0];
    let date = edition.date.filter(|date| date.reason().is_none());
    let facts = [
        edition.paper.map(|fact| fact.value),
        date.map(|fact| fact.value.to_string()),
        page.number.as_ref().map(|fact| fact.value.to_string()),
        page.name.as_ref().map(|fact| fact.value.clone()),
    ];
    assert_eq!(page.articles.len(), 1, "{lines}");
    facts.map(|fact| fact.unwrap_or("-".into())).join(" ")
}

#[test]
fn the_head_of_a_page_may_take_several_lines() {
    for (lines, facts) in [
        ("河口日报 2025年7月24日 第3版", "河口日报 2025年7月24日 3 -"),
        ("河口日报\n2025年7月24日 星期四\n第3版 要闻", "河口日报 2025年7月24日 3 要闻"),
        ("3 要闻\n河口日报 2025.7.24", "河口日报 2025年7月24日 3 要闻"),
        ("2025-07-24\n河口日报", "河口日报 2025年7月24日 - -"),
        ("2025年7月24日 星期四\n河边晨刊 02 要闻", "河边晨刊 2025年7月24日 2 要闻"),
        ("河口日报 第1286期\n2025年7月24日 星期四 3 民生", "河口日报 2025年7月24日 3 民生"),
        ("河口法治\n2025年7月24日 星期四 第3版 综合 责编 赵强", "河口法治 2025年7月24日 3 综合"),
        ("乡土\n2025年7月24日 星期四 第3版", "- 2025年7月24日 3 乡土"),
        ("人民日報\n一九五四年十月三日\n第三版", "人民日報 1954年10月3日 3 -"),
        ("河口晚报 健康·农事\n2025年7月24日 星期四", "河口晚报 2025年7月24日 - 健康·农事"),
        ("河口日报\n2025年7月24日\n星期四\n03版\n要闻", "河口日报 2025年7月24日 3 要闻"),
        ("要闻\n河口日报\n2025年7月24日\n星期四\n03版", "河口日报 2025年7月24日 3 要闻"),
        ("副刊\n03版\n河口日报\n2025年7月24日", "河口日报 2025年7月24日 3 副刊"),
        ("河口日报\n民生\n2025年7月24日\n03版", "河口日报 2025年7月24日 3 民生"),
        ("河口日报 2025年7月24日 星期四 03版\n要闻", "河口日报 2025年7月24日 3 -"),
        ("河口日报\n2025年7月24日\n03版\n简讯", "河口日报 2025年7月24日 3 -"),
        ("河口日报\nHEKOU RIBAO\n2025年7月24日 星期四", "河口日报 2025年7月24日 - -"),
    ] {
        assert_eq!(head(lines), facts, "{lines}");
    }
}

/// Headlines, and how many subheads, captions, tables and notices there are.
fn shown(text: &str) -> String {
    let page = &edition(text.into()).pages[0];
    let blocks = page.articles.iter().flat_map(|article| &article.blocks);
    let count = |kind: BlockKind| blocks.clone().filter(|block| block.kind == kind).count();
    let headline = |article: &Article| article.headline.iter().map(|span| span.of(text)).collect();
    let headlines: Vec<String> = page.articles.iter().map(headline).collect();
    let kinds = [BlockKind::Subhead, BlockKind::Caption, BlockKind::Table, BlockKind::Notice];
    format!("{} {:?}", headlines.join("|"), kinds.map(count))
}

#[test]
fn empty_lines_say_which_short_lines_are_heads() {
    let text = "本报讯(记者 赵强)7月1日,河口镇的两个村子开了三场会,商量怎样把旧戏台修起来,让老人们有地方听戏。\n\n\
        村里的老人说,戏台是六十年前大家一块砖一块砖垒起来的,拆了就再也没有了,还是修一修的好。\n\n\
        从三户到三百户\n第一年秋后,三户人家拿出了自己攒下的木料,第二年报名的人挤满了村部,谁也不愿意落在后面。\n\n\
        木匠师傅从邻县请来,一住就是四十天,工钱一分也没有多要,临走的时候还留下了一套自己做的工具。\n\n\
        修台的钱是各家凑的,多的三百,少的五十,连在外地打工的年轻人也寄了回来,账目一笔一笔写在墙上。\n\n\
        如今戏台修好了,每个月的初一和十五都有戏,四邻八乡的人坐着三轮车赶来,比过年的时候还要热闹。\n";
    assert_eq!(
        shown(&format!("两个村子修好一座老戏台\n{text}")),
        "两个村子修好一座老戏台 [1, 0, 0, 0]"
    );
}

#[test]
fn a_text_of_another_page_goes_on_to_the_next_headline() {
    let text = "2025年7月24日 第3版\n\n(上接第1版)\n\n工程要在年底以前完成。\n\n“路修好了,鱼虾当天就能进城。”河口镇养殖户朱士林说,今年的收成比去年多三成。\n\n据了解,明年还有八座桥要重修,大多在湖区一带。";
    let page = &edition(format!("{text}\n{STORY}")).pages[0];
    let blocks: Vec<usize> = page.articles.iter().map(|article| article.blocks.len()).collect();
    assert_eq!(blocks, [3, 1]);
    let marked = edition(format!("{}\n{STORY}", text.replace("(上接第1版)\n\n", "")));
    assert!(marked.pages[0].articles.len() > 2);
    // Below a text of this page, and below its own headline.
    let rest = "\n\n(上接第1版)\n\n工程要在年底以前完成,明年还有八座桥要重修。\n";
    assert_eq!(shown(&format!("{STORY}{rest}")), "书画展览开幕| [0, 0, 0, 0]");
    let headed = format!("{STORY}\n两乡联手修桥{rest}");
    assert_eq!(shown(&headed), "书画展览开幕|两乡联手修桥 [0, 0, 0, 0]");
}

#[test]
fn a_rest_further_down_is_preferred_to_the_opening_of_a_paragraph() {
    let text = "山里的书屋\n本报记者 赵强\n\n暑假一到,河口镇的书屋就热闹起来,二十几个孩子趴在桌上写作业。\n\n镇里给书屋换了新桌椅,几名退休教师也来辅导功课。今年夏天,书屋每天\n\n最让孩子们高兴的,是那本旧画册,封面掉了三回,又粘了三回。\n\n接待孩子五十多人次,借出图书四十多册。\n";
    let page = &edition(text.into()).pages[0];
    let flags: Vec<_> = page.articles[0].flags.iter().map(|flag| flag.kind).collect();
    assert_eq!(flags, [::edition::FlagKind::Order]);
}

#[test]
fn a_search_for_somebody_is_one_notice() {
    let notice = "寻人启事\n周小河,男,76岁,7月2日早上在河口镇车站附近走失,走时上身穿灰色短袖。\n有知其下落者请与家人联系,必有重谢。电话:13800000000\n";
    assert_eq!(shown(&format!("{STORY}\n{notice}")), "书画展览开幕|寻人启事 [0, 0, 0, 2]");
}

#[test]
fn what_closes_a_notice_is_no_title_of_another() {
    let notice = "河口县交通运输局公告\n因河口镇东街桥梁改造施工,自2025年7月10日零时起半幅封闭,请过往车辆绕行。\n特此公告\n河口县交通运输局\n2025年7月3日\n";
    assert_eq!(
        shown(&format!("{STORY}\n{notice}")),
        "书画展览开幕|河口县交通运输局公告 [0, 0, 0, 2]"
    );
}

#[test]
fn whoever_came_first_stands_in_the_report_on_the_race() {
    let rows = "\n男子前三名\n1 周大山(河口镇) 42分09秒\n2 吴小海(渡口镇) 42分51秒\n3 郑江(河口镇) 43分37秒\n";
    assert_eq!(shown(&format!("{STORY}{rows}")), "书画展览开幕 [0, 0, 1, 0]");
}

#[test]
fn what_leads_to_numbered_points_is_text() {
    let points = "建议采取以下措施:\n\n1.每亩用生石灰五公斤化浆泼洒,半月一次。\n\n2.割掉过密的水草,留下五成。\n";
    let text = format!("{STORY}{points}");
    assert_eq!(edition(text).pages[0].articles.len(), 1);
}

#[test]
fn the_days_of_a_forecast_are_one_item() {
    let days = "天气\n\n今天白天到夜间:多云转阴,气温24到31度。\n\n明天:阴有中雨,气温22到28度。\n\n后天:多云,北风3级,气温21到30度。\n";
    let page = &edition(format!("{STORY}\n{days}")).pages[0];
    let blocks: Vec<usize> = page.articles.iter().map(|article| article.blocks.len()).collect();
    assert_eq!(blocks, [1, 3]);
}

#[test]
fn an_answer_to_a_letter_opens_with_whoever_signed_it() {
    let letter = "稻苗发黄怎么办\n\n编辑同志:我家的早稻一块一块地发黄,请问是什么病,怎么治?\n\n上河县渡口镇 周有根\n\n";
    let answer =
        "同志:你来信说的情况,是早稻僵苗的一种,要立即排水露田,再撒些石灰。\n\n(县农科所 王明)\n";
    let count =
        |whom: &str| edition(format!("{STORY}\n{letter}{whom}{answer}")).pages[0].articles.len();
    assert_eq!(count("周有根"), 2);
}

#[test]
fn an_editors_note_stands_below_the_letter_that_it_speaks_of() {
    let letter = "供销社不该积压棉籽款\n\n编辑同志:渡口供销社八月间收购了我村棉农的棉籽三千斤,说好半个月付款,到现在还没有付清。农民去问,社里的干部说棉籽款在上头没有下来。\n\n河口县渡口镇 周有根\n\n";
    let note = "编者按:供销社收购棉农的棉籽必须现购现付,这是早有规定的。希望渡口供销社的干部付清棉籽款,并将结果告诉读者。\n\n";
    let next = "水果丰收 增设收购站\n\n本报讯(记者 王明)县城和车站增设了水果收购站,按质论价,果农不再跑远路。\n";
    let page = &edition(format!("{STORY}\n{letter}{note}{next}")).pages[0];
    let blocks: Vec<usize> = page.articles.iter().map(|article| article.blocks.len()).collect();
    assert_eq!(blocks, [1, 3, 1]);
}

#[test]
fn two_short_lines_over_a_lost_lead_are_heads() {
    let text = "老磨坊又响起来\n\n老磨坊停了二十年,今年又响了起来。三户人家凑钱换了石磨,磨出的面一袋卖到八十元。\n(王明)\n\n\
        上河咖啡“香”起来了\n喝出来的万元村\n都要先敬客人一杯咖啡。上河县渡口镇的人说,这是归侨带回来的规矩,已经有六十多年了。\n\
        如今公路边的咖啡馆已有二十几家,周末从省城来喝咖啡的人,车要停出一里多地。\n(李丽)\n";
    assert_eq!(edition(text.into()).pages[0].articles.len(), 2);
}

#[test]
fn a_poem_below_a_poem_has_its_title_and_its_poet() {
    let text = "秋日二题\n周帆\n\n稻草人\n\n你站在空了的田里\n守着一件旧衣裳\n像一个忘了下班的人\n\n渡 口\n\n老船还在水边\n摆渡的人走了很远\n江上那座桥\n\n\
        看日出\n郑有田\n\n我醒来时海已经先醒了\n草场的羊披着露水\n像一些没有写完的句子\n等太阳点上标点\n\n连 载\n\n旧渡口\n周小河\n\n\
        货郎赶到半山亭时,天已经擦黑了。亭子里坐着一个人,担子横在脚边,拨浪鼓插在扁担头上,风一吹就响。\n";
    let page = &edition(text.into()).pages[0];
    let names: Vec<&str> =
        page.articles.iter().map(|article| article.bylines[0].name.as_str()).collect();
    assert_eq!(names, ["周帆", "郑有田", "周小河"]);
}

#[test]
fn a_place_behind_a_mark_heads_its_brief() {
    let brief =
        |place: &str, what: &str| format!("▲{place}\n{place}鄉公所{what}，歡迎鄉親踴躍參加。\n");
    let briefs = [
        brief("成功", "訂於十五日上午在三樓會議室舉辦船員安全講習"),
        brief("安平", "自本週起每週三加收大型廢棄物"),
        brief("和平", "本月十六日起辦理免費健康檢查"),
    ];
    let shown = shown(&format!("{STORY}\n地方短波\n{}", briefs.concat()));
    assert_eq!(shown, "书画展览开幕|▲成功|▲安平|▲和平 [0, 0, 0, 0]");
}

#[test]
fn a_table_has_its_groups_and_a_notice_its_paragraphs() {
    let table = "赛事预告\n8月23日\n22:30 女子举重决赛 CCTV-5\n23:45 男子体操决赛 CCTV-1\n8月24日\n02:30 女排半决赛 CCTV-5\n";
    assert_eq!(shown(&format!("{STORY}\n{table}")), "书画展览开幕|赛事预告 [0, 0, 1, 0]");
    let notice = "讣告\n原河口农机站离休干部周岱因病医治无效,于2025年7月2日4时逝世,享年86岁。\n周岱1925年3月生,1945年参加工作,历任区农会主任、农机站站长等职。\n兹定于7月4日上午9时在殡仪馆举行告别仪式。谨此讣告。\n周岱治丧小组\n2025年7月3日\n";
    assert_eq!(shown(&format!("{STORY}\n{notice}")), "书画展览开幕|讣告 [0, 0, 0, 3]");
}

#[test]
fn whom_a_notice_is_to_stands_in_it() {
    let notice = "河口农商银行关于迁址的公告\n尊敬的客户:\n因房屋到期,我行上河分理处将于7月20日起迁至东街86号,您的存折、存单和银行卡照常使用。\n给您带来不便,请您谅解。\n河口农商银行\n2025年7月3日\n";
    assert_eq!(
        shown(&format!("{STORY}\n{notice}")),
        "书画展览开幕|河口农商银行关于迁址的公告 [0, 0, 0, 3]"
    );
}

#[test]
fn a_title_that_counts_its_poems_heads_them() {
    let essay = "老磨坊\n周帆\n磨坊在河口镇的溪边,一年四季吱呀吱呀地转,我小时候总要趴在窗台上看水轮把一溪的水舀起来。\n后来通了电,水轮停了,磨坊里只剩下几只麻雀,还有一块谁也搬不动的石头。\n";
    let poems = "渡口的早晨（组诗）\n摆渡的人\n把船系在雾里\n把雾系在桨上\n等一声咳嗽\n从对岸过来\n洗衣的人\n把月亮捶碎\n又一片一片\n晾在石头上\n";
    assert!(shown(&format!("{essay}{poems}")).starts_with("老磨坊|渡口的早晨（组诗） "));
}

#[test]
fn pictures_under_a_text_are_counted_and_one_with_a_title_stands_alone() {
    let counted = "云端上的邮路\n本报记者 邓雄 文/图\n\n海拔一千六百米的渡口乡,冬天的雾来得早。乡邮员向明全背上四十斤重的邮包,开始了当天的投递。\n\n①向明全走在通往村里的小道上。\n②村民把山货托给他寄出。\n";
    assert_eq!(shown(counted), "云端上的邮路 [0, 2, 0, 0]");
    let titled =
        "桐花雪\n北港溪畔油桐花進入尾聲，步道鋪上一層花毯，吸引遊客捧花拍照。\n圖／記者陳鳳麗\n";
    assert_eq!(shown(&format!("{STORY}\n{titled}")), "书画展览开幕|桐花雪 [0, 1, 0, 0]");
}

#[test]
fn a_picture_of_a_day_stands_by_itself() {
    let text = "一口油锅守了四十年\n本报讯(通讯员 王明)河口镇的修船人石有根守着一口油锅,一条船要修半个月,徒弟走了一个又一个。\n";
    let picture = "7月10日,河口镇的孩子们在一条船上写生。\n赵强 摄\n";
    assert_eq!(shown(&format!("{text}\n{picture}")), "一口油锅守了四十年| [0, 1, 0, 0]");
}

#[test]
fn a_letter_to_the_editor_is_text() {
    for (address, letter) in [
        ("编辑同志:", "我们村里已经三个月没有通自来水了,请帮我们问一问。\n\n某县某村 王有田"),
        ("編輯先生：", "我們村裏已經三個月沒有通自來水了，請幫我們問一問。\n\n某縣某村 王有田"),
        ("编辑同志:我们村里已经三个月没有通自来水了。", " 某县某村 王有田"),
    ] {
        let page = &edition(format!("第3版\n\n自来水何时来\n\n{address}\n{letter}\n")).pages[0];
        let furniture: Vec<&str> = page.furniture.iter().map(|span| span.of(&page.text)).collect();
        assert_eq!(furniture, ["第3版"], "{address}");
    }
}

#[test]
fn lines_that_were_never_cut_are_not_noted_as_joined() {
    let text = "秋山行\n□ 苏丽珍\n一径入秋山,\n白云自往还。\n茶香三十里,\n都在翠微间。\n\n足球积分榜\n\
        队名 赛 胜 平 负 积分\n河口队 4 3 1 0 10\n渡口队 4 2 2 0 8\n上河队 4 2 1 1 7\n";
    let page = parse_page("甲.txt", text, &Context::default());
    let kinds: Vec<BlockKind> =
        page.articles.iter().flat_map(|article| &article.blocks).map(|block| block.kind).collect();
    assert!(kinds.contains(&BlockKind::Verse) && kinds.contains(&BlockKind::Table), "{kinds:?}");
    assert!(page.notes.iter().all(|note| note.kind != NoteKind::Join), "{:?}", page.notes);
}

#[test]
fn a_gap_behind_a_whole_sentence_does_not_blame_the_sentence() {
    let text = "河口举办梨果节\n本报讯 10月31日,第八届梨果节在渡口镇开幕,来自省内外的客商200余人参加。\n年产值突破8亿元。\n\
        ,并为贫困户送去了米面油等生活用品,鼓励他们树立信心。\n";
    let page = parse_page("甲.txt", text, &Context::default());
    let gap = page.notes.iter().find(|note| note.kind == NoteKind::Gap).unwrap();
    assert!(gap.sentence.contains("下一段却从半句开始"), "{}", gap.sentence);
}

#[test]
fn a_line_of_marks_names_nothing_and_ends_what_stands_above_it() {
    for rule in ["————————", "* * *", "■", "======", "____________", "……………", "□□", "???"]
    {
        let other = "县里开了会\n\n本报讯(记者 李明)7月2日,县里开了会,研究怎样修路。\n";
        let page = &edition(format!("简讯{STORY}\n{rule}\n\n{other}")).pages[0];
        let rubrics = page.articles.iter().map(|article| article.rubric.as_deref());
        assert_eq!(rubrics.collect::<Vec<_>>(), [Some("简讯"); 2], "{rule}");
        assert!(page.columns.is_empty() && page.articles.iter().all(|a| a.kicker.is_empty()));
    }
    let brief = "本报讯(记者 李明)7月2日,县里开了会,研究怎样修路。\n";
    let articles = |text: &str| edition(text.into()).pages[0].articles.len();
    assert_eq!(articles(&format!("{STORY}\n———————\n\n{brief}")), 2);
    // Below a headline a line is an ornament.
    assert_eq!(articles(&format!("县里开了会\n———————\n{brief}")), 1);
}

/// The first line of each headline.
fn heads(text: String) -> Vec<String> {
    let page = &edition(text).pages[0];
    page.articles.iter().map(|article| article.headline[0].of(&page.text).to_owned()).collect()
}

#[test]
fn behind_a_poem_a_line_over_prose_is_the_next_headline() {
    let poem = "过渡口\n\n席林\n\n灯塔眨一下眼\n海就退一步\n我的影子跟着脚\n数石级上的猫\n\n再转个弯\n风把路牌吹得发亮\n\n";
    let prose = "上河口述:菜市场的钟表匠\n\n我今年七十四,姓洪,一九七八年坐船来这里,初来在毛衣厂做杂工,晚上跟着堂叔学修表,后来自己开了一个小小的摊子。\n\n(许若梅整理)\n\n";
    assert_eq!(heads(format!("{poem}{prose}")), ["过渡口", "上河口述:菜市场的钟表匠"]);
}

#[test]
fn heads_set_off_below_stanzas_are_no_verses() {
    let poem = "五月\n\n秦望山\n\n麦子在傍晚变黄\n像一个人慢慢想起\n年轻时说过的话\n\n布谷鸟叫了两声\n又叫了两声\n谁也不提秋天\n\n";
    let essay = "旧书摊上的批注\n\n沈砚秋\n\n读旧书最宜夏夜,书页里常常夹着别人的日子,有一回翻到一行小字,写的是谁家的孩子发了烧,一夜没有睡。\n";
    assert_eq!(heads(format!("{poem}{essay}")), ["五月", "旧书摊上的批注"]);
}

#[test]
fn a_poem_named_by_its_form_has_its_poet_below_its_title() {
    let essay = "旧书摊上的批注\n沈砚秋\n读旧书最宜夏夜,书页里常常夹着别人的日子,有一回翻到一行小字,写的是谁家的孩子发了烧,一夜没有睡。\n";
    let poem = "临江仙·咏瓷\n郑重光\n一捧曹娥江上土,千年火里成青。\n如冰类玉听泉声。\n天光云影里,不语自分明。\n莫问前朝谁捧过,茶烟已入新瓶。\n窑门开处是黎明。\n满窗山雨细,一盏故人情。\n";
    let page = &edition(format!("{essay}{poem}")).pages[0];
    let last = page.articles.last().unwrap();
    assert_eq!(last.headline[0].of(&page.text), "临江仙·咏瓷");
    assert_eq!(last.bylines[0].name, "郑重光");
}

#[test]
fn a_poet_whose_name_is_a_word_stands_between_empty_lines() {
    let verses = "落杆,\n把两边的人都拦在\n一声汽笛的外面。\n卖豆腐的、接孩子的、\n赶着去吃喜酒的,\n都站住了。\n";
    let page = &edition(format!("{STORY}\n道口\n\n文大军\n\n{verses}")).pages[0];
    let last = page.articles.last().unwrap();
    assert_eq!(last.headline[0].of(&page.text), "道口");
    assert_eq!(last.bylines[0].name, "文大军");
}

#[test]
fn what_is_drawn_for_a_text_belongs_to_it() {
    let text = "母亲的算盘\n\n冯继良\n\n母亲不识几个字,打得一手好算盘,粮店里的老会计见了她都让三分。她先把自己的那一份\n\n\
        插图:拨算盘的手\n\n王美丽 绘\n\n从米里扣掉了,才有了月底那一斤肉。\n";
    let page = &edition(text.to_owned()).pages[0];
    assert_eq!(page.articles.len(), 1);
    assert!(page.articles[0].blocks.iter().any(|block| block.kind == BlockKind::Caption));
}

#[test]
fn who_signs_an_apology_is_no_head_of_a_page() {
    let page = &edition(format!("{STORY}致歉信\n本人发布不实言论,在此向张老师诚恳道歉,保证今后不再犯。\n致歉人:胡某 2025年6月9日\n")).pages[0];
    let furniture: Vec<&str> = page.furniture.iter().map(|span| span.of(&page.text)).collect();
    assert!(furniture.iter().all(|line| !line.contains("致歉人")), "{furniture:?}");
}

#[test]
fn a_paper_named_over_whoever_publishes_it_may_end_as_labels_do_or_count_its_issue() {
    let organ = "2025年8月18日 星期一 主办:中共上河县委宣传部\n";
    for title in ["佤山时讯", "北岭矿工 第1289期"] {
        let page = &edition(format!("{title}\n{organ}\n{STORY}")).pages[0];
        assert_eq!(page.furniture[0].of(&page.text), title);
    }
    let page = &edition(format!("要闻\n{organ}\n{STORY}")).pages[0];
    assert!(page.furniture.iter().all(|span| span.of(&page.text) != "要闻"));
}

use crate::{Context, context_of, parse_page};
use ::edition::{Article, NoteKind, Page};

const TEXT: &str = "要闻\n\n楚侯乡修复河堤\n\n本报讯(记者 王明)7月21日,临猗县楚侯乡组织村民修复冻水河堤,当天完工八百米。\n\n\
河堤沿线的村民说,今年汛期心里有了底,地里的庄稼也有了保障。\n\n\
新绛县举办书画展览\n\n本报讯(记者 李丽)7月22日,新绛县书画展览在县文化馆开幕,展出作品一百二十件。\n\n\
展览将持续到月底。\n";

fn context(sidecar: &str) -> Context {
    Context { region: Some("运城市".into()), ..context_of(sidecar).unwrap() }
}

/// The page with these overrides, conserved whatever they are.
fn page(sidecar: &str) -> Page {
    let page = parse_page("甲.txt", TEXT, &context(sidecar));
    assert_eq!(page.unconserved(), Vec::<u32>::new(), "{sidecar}");
    assert_eq!(page.text, TEXT);
    page
}

/// What the notes on overrides say.
fn told(page: &Page) -> Vec<(NoteKind, u32, &str)> {
    let own = page.notes.iter().filter(|note| note.sidecar.is_some());
    own.map(|note| (note.kind, note.sidecar.unwrap().line.0, note.sentence.as_str())).collect()
}

fn refused(sidecar: &str) -> String {
    let page = page(sidecar);
    let [(NoteKind::Correction, _, sentence)] = told(&page)[..] else {
        panic!("{:?}", told(&page))
    };
    sentence.to_owned()
}

fn head(article: &Article) -> String {
    article.headline.iter().map(|span| span.of(TEXT)).collect()
}

fn shape(page: &Page) -> Vec<String> {
    let block = |article: &Article| -> Vec<String> {
        article
            .blocks
            .iter()
            .map(|block| {
                let opening: String = block.text(TEXT).chars().take(4).collect();
                format!("{} {opening}", block.kind.name())
            })
            .collect()
    };
    page.articles
        .iter()
        .map(|article| format!("{}: {}", head(article), block(article).join(", ")))
        .collect()
}

#[test]
fn a_county_that_was_said_is_no_longer_doubtful() {
    let text = "海峽兩岸看螢火\n\n【本報訊】連江縣政府昨日宣布,看螢火季十五日起登場。\n";
    let doubts = |sidecar: &str| {
        let page = parse_page("甲.txt", text, &context_of(sidecar).unwrap());
        page.notes.iter().filter(|note| note.kind == NoteKind::Ambiguous).count()
    };
    let said = "[[article]]\ntext = \"連江縣政府\"\n";
    assert_eq!(doubts(""), 1);
    assert_eq!(doubts(&format!("{said}counties = [\"連江縣\"]\n")), 0);
    assert_eq!(doubts(&format!("{said}rubric = \"要聞\"\n")), 1);
}

#[test]
fn without_overrides_the_page_is_as_parsed() {
    assert_eq!(
        shape(&page("")),
        [
            "楚侯乡修复河堤: lead 本报讯(, para 河堤沿线",
            "新绛县举办书画展览: lead 本报讯(, para 展览将持"
        ]
    );
}

#[test]
fn a_corrected_word_keeps_its_place_and_its_original() {
    let page = page("[[correct]]\ntext = \"冻水\"\nto = \"涑水\"\n");
    assert_eq!(page.corrections.len(), 1);
    assert_eq!(page.corrections[0].span.of(TEXT), "冻水");
    assert_eq!(page.corrections[0].to, "涑水");
    assert_eq!(told(&page), [(NoteKind::Applied, 2, "“冻水”更正为“涑水”,原文保留。")]);
    assert_eq!(page.articles[0].counties[0].name, "临猗县");
}

#[test]
fn a_corrected_place_is_tagged_as_it_should_read() {
    let page = page(
        "[[correct]]\ntext = \"新绛县书画\"\nto = \"闻喜县书画\"\n[[correct]]\ntext = \"新绛县举办\"\nto = \"闻喜县举办\"\n",
    );
    let names: Vec<&str> = page.articles[1].counties.iter().map(|tag| tag.name.as_str()).collect();
    assert_eq!(names, ["闻喜县"]);
    assert_eq!(page.articles[1].counties[0].evidence[0].span.of(TEXT), "新绛县举办");
}

#[test]
fn a_corrected_name_and_day_are_read_again() {
    let page = page(
        "[[correct]]\ntext = \"王明\"\nto = \"王朋\"\n[[correct]]\ntext = \"7月21日\"\nto = \"7月27日\"\n",
    );
    assert_eq!(page.articles[0].bylines[0].name, "王朋");
    assert_eq!(page.articles[0].dateline.unwrap().to_string(), "7月27日");
}

#[test]
fn a_name_within_a_longer_correction_is_read_again() {
    let page = page(
        "[[correct]]\ntext = \"本报讯(记者 王明)\"\nto = \"本报讯(记者 王小鸣)\"\n[[correct]]\ntext = \"本报讯(记者 李丽)\"\nto = \"本报讯(记者 李莉)\"\n",
    );
    let names: Vec<&str> =
        page.articles.iter().map(|article| &article.bylines[0].name[..]).collect();
    assert_eq!(names, ["王小鸣", "李莉"]);
}

/// In whatever order they are written.
#[test]
fn a_correction_across_what_another_override_tears_does_not_apply() {
    let correct =
        "[[correct]]\ntext = \"今年汛期心里有了底,地里\"\nto = \"今年汛期心里有底,地里\"\n";
    let split = "[[split]]\ntext = \"地里的庄稼\"\nas = \"paragraph\"\n";
    for sidecar in [format!("{correct}{split}"), format!("{split}{correct}")] {
        let page = page(&sidecar);
        let wrong: Vec<NoteKind> = told(&page).iter().map(|(kind, ..)| *kind).collect();
        assert!(wrong.contains(&NoteKind::Correction), "{sidecar}: {:?}", told(&page));
        assert!(page.corrections.is_empty());
    }
}

#[test]
fn two_overrides_that_say_different_things_of_an_article_are_told() {
    let said = |rubric: &str, text: &str| {
        format!("[[article]]\ntext = \"{text}\"\nrubric = \"{rubric}\"\n")
    };
    let page = page(&(said("时评", "展览将持续") + &said("快讯", "新绛县举办")));
    assert_eq!(
        told(&page)[0],
        (NoteKind::Correction, 5, "“新绛县举办”所在的一篇,第2行已说成别的。请删去其中一条。")
    );
    assert_eq!(page.articles[1].rubric.as_deref(), Some("时评"));
}

#[test]
fn articles_are_split_and_joined() {
    let split = page("[[split]]\ntext = \"河堤沿线\"\n");
    assert_eq!(shape(&split)[..2], ["楚侯乡修复河堤: lead 本报讯(", ": para 河堤沿线"]);
    assert_eq!(split.articles[1].rubric.as_deref(), Some("要闻"));
    let joined = page("[[join]]\ntext = \"新绛县举办\"\n");
    assert_eq!(
        shape(&joined),
        [
            "楚侯乡修复河堤: lead 本报讯(, para 河堤沿线, subhead 新绛县举, para 本报讯(, para 展览将持"
        ]
    );
    let names: Vec<&str> = joined.articles[0].bylines.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["王明", "李丽"]);
}

#[test]
fn paragraphs_are_split_joined_and_moved() {
    let split = page("[[split]]\ntext = \"地里的庄稼\"\nas = \"paragraph\"\n");
    assert_eq!(split.articles[0].blocks.len(), 3);
    let joined =
        page("[[join]]\ntext = \"展览将持续\"\nas = \"paragraph\"\nafter = \"心里有了底\"\n");
    assert_eq!(shape(&joined)[1], "新绛县举办书画展览: lead 本报讯(");
    assert!(joined.articles[0].blocks[1].text(TEXT).ends_with("保障。展览将持续到月底。"));
    let moved = page("[[move]]\ntext = \"展览将持续\"\nafter = \"八百米\"\n");
    assert_eq!(shape(&moved)[0], "楚侯乡修复河堤: lead 本报讯(, para 展览将持, para 河堤沿线");
}

#[test]
fn a_caption_moves_with_the_line_that_says_who_took_the_picture() {
    let text = "沙井镇新渠通水\n\n本报讯(记者 韩江)5月6日,沙井镇八里新渠通水,灌溉农田三千亩。\n\n\
                图为茶农在晾晒新茶。\n\n本报记者 罗英 摄\n\n\
                白石村春茶开采\n\n本报讯(记者 方敏)5月7日,白石村春茶开采,头一天收鲜叶六百斤。\n";
    let shape = |sidecar: &str| {
        let page = parse_page("甲.txt", text, &context_of(sidecar).unwrap());
        assert_eq!(page.unconserved(), Vec::<u32>::new());
        let applied = page.notes.iter().all(|note| note.kind != NoteKind::Correction);
        assert!(applied, "{:?}", page.notes);
        let kinds = |article: &Article| article.blocks.iter().map(|it| it.kind.name()).collect();
        page.articles.iter().map(kinds).collect::<Vec<Vec<&str>>>()
    };
    let moved = |text: &str, after: &str| {
        shape(&format!("[[move]]\ntext = \"{text}\"\nafter = \"{after}\"\n"))
    };
    assert_eq!(moved("图为茶农", "头一天"), [vec!["lead"], vec!["lead", "caption", "signoff"]]);
    // Behind its own credit, and the credit alone.
    let apart = [vec!["lead"], vec!["signoff", "caption"], vec!["lead"]];
    assert_eq!(moved("图为茶农", "罗英"), apart);
    assert_eq!(moved("罗英", "头一天"), [vec!["lead"], vec!["caption"], vec!["lead", "signoff"]]);
}

#[test]
fn an_article_stands_where_its_head_stands_whatever_was_put_into_it() {
    for table in [
        "[[move]]\ntext = \"河堤沿线\"\nafter = \"一百二十件\"\n",
        "[[join]]\ntext = \"河堤沿线\"\nas = \"paragraph\"\nafter = \"一百二十件\"\n",
        "[[move]]\ntext = \"本报讯(记者 王明)\"\nafter = \"展览将持续\"\n",
    ] {
        let heads: Vec<String> = page(table).articles.iter().map(head).collect();
        assert_eq!(heads, ["楚侯乡修复河堤", "新绛县举办书画展览"], "{table}");
    }
}

#[test]
fn a_piece_takes_the_place_of_its_class() {
    let one =
        |text: &str, class: &str| page(&format!("[[type]]\ntext = \"{text}\"\nas = \"{class}\"\n"));
    assert_eq!(
        shape(&one("河堤沿线", "caption"))[0],
        "楚侯乡修复河堤: lead 本报讯(, caption 河堤沿线"
    );
    assert!(shape(&one("河堤沿线", "headline"))[1].starts_with("河堤沿线的村民说,"));
    assert_eq!(
        shape(&one("新绛县举办", "subhead"))[1],
        ": subhead 新绛县举, lead 本报讯(, para 展览将持"
    );
    let kicker = one("新绛县举办", "kicker");
    assert_eq!(kicker.articles[1].kicker[0].of(TEXT), "新绛县举办书画展览");
    let furniture = one("展览将持续", "furniture");
    assert_eq!(furniture.furniture[0].of(TEXT), "展览将持续到月底。");
    let rubric = one("新绛县举办", "rubric");
    assert_eq!(rubric.articles[1].rubric.as_deref(), Some("新绛县举办书画展览"));
    assert_eq!(rubric.articles[0].rubric.as_deref(), Some("要闻"));
    let column = one("要闻", "column");
    assert_eq!(column.articles[0].column.as_deref(), Some("要闻"));
    assert!(column.articles.iter().all(|article| article.rubric.is_none()));
    let byline = one("展览将持续", "byline");
    assert_eq!(byline.articles[1].blocks[1].kind.name(), "byline");
}

#[test]
fn an_article_is_what_it_is_said_to_be() {
    let page = page(
        "[[article]]\ntext = \"展览将持续\"\nkind = \"评论\"\nrubric = \"文化\"\ndateline = \"7月20日\"\n\
         counties = [\"绛县\"]\nbylines = [{ name = \"赵六\", role = \"记者\" }]\n",
    );
    let article = &page.articles[1];
    assert_eq!((article.kind.name(), article.rubric.as_deref()), ("评论", Some("文化")));
    assert_eq!(article.dateline.unwrap().to_string(), "7月20日");
    assert_eq!((article.counties[0].name.as_str(), article.counties[0].code), ("绛县", 140826));
    assert_eq!(article.bylines[0].name, "赵六");
}

#[test]
fn an_old_name_says_whose_it_is() {
    let page = page("[[article]]\ntext = \"展览将\"\ncounties = [\"安西县\", \"绛县\"]\n");
    assert_eq!(told(&page)[0].2, "“展览将”所在的一篇按所写的改。“安西县”是甘肃省瓜州县的旧名。");
}

#[test]
fn a_name_that_its_surroundings_told_outlives_an_override() {
    let text = "村口的老樟树\n\n◎阿土伯\n\n村口那棵老樟树，我小时候三个人才抱得过来。夏天的晚上，大人在树下讲古，孩子在树上睡着了。\n\n\
去年台风吹断了半边枝子，村里人凑钱请了园艺师傅来锯，锯下来的木头做了一百把小板凳，一家一把。\n";
    let names = |sidecar: &str| {
        let page = parse_page("甲.txt", text, &context_of(sidecar).unwrap());
        let article = &page.articles[0];
        let names = article.bylines.iter().map(|byline| byline.name.clone());
        (names.collect::<Vec<_>>(), article.blocks.len())
    };
    assert_eq!(names(""), (vec!["阿土伯".to_owned()], 3));
    let joined = "[[join]]\ntext = \"去年台风\"\nas = \"paragraph\"\n";
    assert_eq!(names(joined), (vec!["阿土伯".to_owned()], 2));
}

#[test]
fn a_gap_is_of_the_kind_that_was_said() {
    for (words, kind) in [
        ("楚侯乡修复河堤", "lost_tail"),
        ("楚侯乡修复河堤", "lost_middle"),
        ("八百米。", "lost_tail"),
        ("也有了保障。", "lost_middle"),
    ] {
        let set = page(&format!("[[gap]]\ntext = \"{words}\"\nkind = \"{kind}\"\n"));
        let flags: Vec<&str> = set.articles[0].flags.iter().map(|f| f.kind.name()).collect();
        assert_eq!(flags, [kind], "{words}");
    }
}

#[test]
fn a_gap_is_set_and_taken_away() {
    let set = page("[[gap]]\ntext = \"八百米。\"\nkind = \"lost_middle\"\n");
    let flag = set.articles[0].flags[0];
    assert_eq!((flag.kind.name(), &TEXT[..flag.at as usize][..0]), ("lost_middle", ""));
    assert!(TEXT[..flag.at as usize].ends_with("八百米。"));
    let none = page(
        "[[gap]]\ntext = \"八百米。\"\nkind = \"lost_middle\"\n[[gap]]\ntext = \"本报讯(记者 王明)\"\nkind = \"none\"\n",
    );
    assert!(none.articles[0].flags.is_empty());
}

#[test]
fn what_does_not_apply_says_why_and_what_to_do() {
    assert_eq!(
        refused("[[correct]]\ntext = \"涑河\"\nto = \"涑水\"\n"),
        "原文里没有“涑河”。请照原文抄写,或删去这一条。"
    );
    assert_eq!(
        refused("[[correct]]\ntext = \"涑水\"\nto = \"冻水\"\n"),
        "原文里没有“涑水”,已经是“冻水”了。请删去这一条。"
    );
    assert_eq!(
        refused("[[correct]]\ntext = \"冻水\"\nto = \"冻 水\"\n"),
        "“冻水”与 to 相同。请改 to,或删去这一条。"
    );
    assert_eq!(
        refused("[[correct]]\ntext = \"河堤\"\nto = \"堤坝\"\n"),
        "“河堤”有3处:第3、5、7行。请加 line 或 nth 说明是哪一处,或把 text 写长些。"
    );
    assert_eq!(
        refused("[[correct]]\ntext = \"保障。新绛县\"\nto = \"保障\"\n"),
        "“保障。\n\n新绛县”跨了行或跨了段。请把两边分别更正。"
    );
    assert_eq!(
        refused("[[type]]\ntext = \"新绛县举办\"\nas = \"headline\"\n"),
        "“新绛县举办”已经是 headline。请删去这一条。"
    );
    assert_eq!(
        refused("[[split]]\ntext = \"新绛县举办\"\n"),
        "“新绛县举办”已经是一篇的开头。请删去这一条。"
    );
    assert_eq!(
        refused("[[split]]\ntext = \"要闻\"\n"),
        "“要闻”不在任何一篇里。请先用 [[type]] 说明它是什么。"
    );
    for (name, near) in [("新绛", "“新绛县”"), ("临伊县", "“临猗县”"), ("银河系第三", "“临猗县”")]
    {
        assert_eq!(
            refused(&format!("[[article]]\ntext = \"展览将\"\ncounties = [\"{name}\"]\n")),
            format!(
                "counties 里的“{name}”不是一个县(市、区)的全名,或各地都有。请写全名,如{near},并写 region。"
            )
        );
    }
    assert_eq!(
        refused("[[gap]]\ntext = \"展览将\"\nkind = \"none\"\n"),
        "“展览将”旁边没有缺文的标记。请删去这一条。"
    );
}

/// Overrides of every kind on every pair of places: whatever they come to, nothing is lost.
#[test]
fn no_override_loses_a_character() {
    let words = [
        "要闻",
        "楚侯乡修复",
        "王明",
        "冻水",
        "河堤沿线",
        "保障。",
        "新绛县举办",
        "李丽",
        "展览将",
        "月底",
    ];
    let mut made = 0;
    for text in words {
        for after in words {
            for table in [
                format!("[[join]]\ntext = {text:?}\nas = \"paragraph\"\nafter = {after:?}\n"),
                format!("[[join]]\ntext = {text:?}\nafter = {after:?}\n"),
                format!("[[move]]\ntext = {text:?}\nafter = {after:?}\n"),
                format!(
                    "[[split]]\ntext = {text:?}\n[[join]]\ntext = {after:?}\nas = \"paragraph\"\n"
                ),
            ] {
                page(&table);
                made += 1;
            }
        }
        for class in crate::Class::ALL {
            for next in words {
                page(&format!(
                    "[[type]]\ntext = {text:?}\nas = {:?}\n[[split]]\ntext = {next:?}\nas = \"paragraph\"\n[[type]]\ntext = {next:?}\nas = \"column\"\n",
                    class.name()
                ));
                made += 1;
            }
        }
    }
    assert_eq!(made, 10 * 10 * 4 + 10 * 17 * 10);
}

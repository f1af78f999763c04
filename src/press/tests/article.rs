//! Does the page of an article name what it goes on from, and speak in its characters?

mod support;

use support::html::{linked, pages, tags};
use support::project::Project;

#[test]
fn what_goes_on_from_another_page_is_named_and_signed_as_its_beginning() {
    let project = Project::new("site-jump");
    project.seed(
        "2024-09-20/1.txt",
        "河堤修好村民安心\n\n本报讯(记者 苏梅)9月18日,新修的河堤完工,村民说今年汛期可以安心,并对\n\n（下转第2版）\n\n\
         县里修了新路\n\n本报讯(记者 李丽)9月18日,县里新修的公路通车,沿线村民出行更加方便。\n",
    );
    project.seed("2024-09-20/1.toml", "page = 1\n");
    project.seed(
        "2024-09-20/2.txt",
        "（上接第1版）以后的养护作了安排。各村派人巡堤,遇到险情随时报告,确保堤岸平安。\n\n\
         书画展览开幕\n\n本报讯(记者 赵强)9月18日,书画展览在文化馆开幕,展出作品一百件。\n",
    );
    project.seed("2024-09-20/2.toml", "page = 2\n");
    project.build(&[]);
    let title = "河堤修好村民安心（上接第1版）";
    let pages = pages(&project);
    let (_, page) = pages.iter().find(|(_, page)| page.contains("以后的养护")).unwrap();
    assert!(page.contains(&format!("<h1>{title}</h1>")), "{page}");
    let tags = tags(page);
    let content = |key: &str, name: &str| -> Vec<&str> {
        let mut own = tags.iter().filter(|(_, own)| own.get(key).is_some_and(|own| own == name));
        own.by_ref().map(|(_, own)| own["content"].as_str()).collect()
    };
    assert_eq!(content("name", "citation_title"), [title]);
    assert_eq!(content("name", "citation_author"), ["苏梅"]);
    assert_eq!(content("property", "article:author"), ["苏梅"]);
    assert_eq!(linked(page)["author"][0]["name"], "苏梅");
}

#[test]
fn a_doubt_about_a_page_in_traditional_characters_is_said_in_them() {
    let project = Project::new("site-traditional-doubt");
    project.seed(
        "1.txt",
        "第3版 要聞\n\n漁港換新燈\n\n本報訊(記者 許文彬)馬公市漁港的路燈全部全部換新,夜間卸貨亮如白晝,\u{e123}漁民稱便。\n",
    );
    project.seed("1.toml", "paper = \"澎湖晚報\"\ndate = 2024-09-20\n");
    project.build(&[]);
    let pages = pages(&project);
    let (_, page) = pages.iter().find(|(_, page)| page.contains("漁港換新燈")).unwrap();
    assert!(page.contains("「全部」連寫了兩次，疑為重複。原文未改，請對照原版核對。"), "{page}");
    assert!(page.contains("1個字元無法顯示"), "{page}");
    assert!(!page.contains("疑为") && !page.contains("无法"), "{page}");
}

#[test]
fn a_page_in_traditional_characters_speaks_in_them() {
    let project = Project::new("site-traditional");
    project.seed(
        "1.txt",
        "第3版 要聞\n\n國術館舉辦書畫展覽\n\n本報訊(記者 陳麗雲)9月18日,湖西鄉國術館舉辦書畫展覽,觀眾絡繹不絕,場面熱鬧,\n",
    );
    project.seed("1.toml", "region = \"台灣\"\npaper = \"澎湖晚報\"\ndate = 2024-09-20\n");
    project.build(&[]);
    let pages = pages(&project);
    let (_, page) = pages.iter().find(|(_, page)| page.contains("國術館")).unwrap();
    for words in [
        "在讀本中打開",
        "出處與存疑",
        "出處：1.txt",
        "刊於：《澎湖晚報》2024年9月20日第3版",
        "所屬縣：澎湖縣，依據「湖西鄉」（字元",
        "原文缺結尾：字元",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    for words in ["在读本中打开", "出处", "刊于", "字符", "所属", "原文缺结尾"] {
        assert!(!page.contains(words), "{words}: {page}");
    }
}

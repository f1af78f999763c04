//! Is what a paper sets by hand still so in every product? Stanzas, tables, phrases of a headline, what closes a serial.

mod support;

use support::{file, folder, press, text, unpacked};

const PAGE: &str = "\
沙澧晚报　2019年3月12日　星期二　06版　副刊\n\n渡口\n\n程望秋\n\n船靠了岸\n人还没有醒来\n橹声很轻\n\n雾替他们数桨\n一下又一下\n数到天亮\n\n\
乙组积分表\n名次　球队　胜　负　积分\n1　临颍队　5　0　15\n2　舞阳队　3　2　9\n3　郾城队　1　4　3\n\n大山里的邮路　四十年\n\n贺长川\n\n\
老秦把邮包搭在驴背上，天还没有亮。山路湿滑，他走得很慢，嘴里哼着年轻时学会的调子。\n\n\
走到垭口，他停下来抽了一袋烟。远处的村子里，有人点亮了灯，狗也叫了起来。\n\n（未完待续）\n\n麦地里的老井\n\n许兰舟\n\n\
村东头那口井，是祖父年轻时带人挖的。井水清甜，夏天凉，冬天暖，全村人都靠它过日子。\n";

fn exported(test: &str, format: &str) -> Vec<u8> {
    let page = file(&folder(&format!("set-{test}-{format}")), "a.txt", PAGE);
    let out = press(&["export", "--format", format, &page]);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    out.stdout
}

fn book(test: &str) -> String {
    let chapters = unpacked(exported(test, "epub")).into_iter();
    chapters.map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).collect()
}

#[track_caller]
fn assert_holds(whole: &str, part: &str) {
    assert!(whole.contains(part), "{part}\n{whole}");
}

#[test]
fn a_poem_keeps_its_stanzas() {
    assert_holds(text(&exported("stanzas", "txt")), "橹声很轻\n\n雾替他们数桨\n一下又一下\n");
    assert_holds(text(&exported("stanzas", "md")), "橹声很轻\n\n雾替他们数桨  \n一下又一下  \n");
    assert_holds(&book("stanzas"), "橹声很轻\n\n雾替他们数桨\n一下又一下\n");
}

#[test]
fn rows_of_equally_many_cells_are_a_table() {
    let rows =
        "| 名次 | 球队 | 胜 | 负 | 积分 |\n| ---: | --- | ---: | ---: | ---: |\n| 1 | 临颍队 | 5 |";
    assert_holds(text(&exported("rows", "md")), &format!("乙组积分表  \n\n{rows}"));
    assert_holds(text(&exported("rows", "txt")), "1　临颍队　5　0　15\n");
    let book = book("rows");
    assert_holds(
        &book,
        "<div>乙组积分表</div><table><tbody><tr><th scope=\"col\" class=\"number\">名次</th>",
    );
    assert_holds(&book, "<td>临颍队</td><td class=\"number\">5</td>");
}

#[test]
fn what_goes_on_another_day_says_so_below_its_text() {
    for format in ["txt", "md"] {
        assert_holds(text(&exported("serial", format)), "狗也叫了起来。\n\n（未完待续）\n");
    }
    let book = book("serial");
    assert_holds(&book, "狗也叫了起来。</p><p class=\"closing\">（未完待续）</p>");
    assert_eq!(book.matches("未完待续").count(), 1);
}

#[test]
fn a_headline_of_several_phrases_keeps_each_together() {
    let phrases =
        "<span class=\"phrase\">大山里的邮路</span>　<span class=\"phrase\">四十年</span>";
    assert_holds(&book("phrases"), &format!("<h1>{phrases}</h1>"));
}

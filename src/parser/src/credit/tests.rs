//! Is every form of attribution read?

use super::*;
use crate::source::Source;

fn shown(text: &str) -> String {
    let source = Source::of(text);
    let word = |range: &Range<usize>| source.span(range).of(text).to_owned();
    match credit(&source.ink) {
        None => "–".into(),
        Some(read) => {
            let person = |person: &Person| {
                let role = person.role.as_ref().map_or(String::new(), word);
                format!("{}:{role}", word(&person.name))
            };
            let people: Vec<String> = read.people.iter().map(person).collect();
            let place =
                read.place.as_ref().map_or(String::new(), |place| format!(" @{}", word(place)));
            format!("{}{place}", people.join(" "))
        }
    }
}

#[test]
fn every_form_of_attribution_is_read() {
    for (text, read) in [
        ("本报特约通讯员 杨建义", "杨建义:特约通讯员"),
        ("(杨伟炳 裴 姣)", "杨伟炳: 裴 姣:"),
        ("本报记者 常 奇 摄", "常 奇:摄"),
        ("□本报记者邹星龙 实习生薄书梅", "邹星龙:记者 薄书梅:实习生"),
        ("新华社记者 曾颖杰 赵 杰", "曾颖杰:记者 赵 杰:记者"),
        ("記者周廷妤／綜合報導", "周廷妤:記者"),
        ("〔記者石 冠／台北報導〕", "石 冠:記者 @台北"),
        ("【記者卓詩宇綜合報導】", "卓詩宇:記者"),
        ("【記者戴軒承新北報導】", "戴軒承:記者 @新北"),
        ("（葉　欣／台東報導）", "葉　欣: @台東"),
        ("（記者薛 美攝）", "薛 美:攝"),
        ("新华社发（吕鸣 摄）", "吕鸣:摄"),
        ("特约摄影 袁春 摄", "袁春:摄"),
        ("■ 裴　琳", "裴　琳:"),
        ("山西晚报记者 李明", "李明:记者"),
        ("王明 文/图", "王明:文/图"),
        ("本报通讯员 丁香 摄影报道", "丁香:摄影报道"),
        ("（龚立）", "龚立:"),
        ("（作者单位：市委党校）", ""),
        ("整理：王芳", "王芳:整理"),
        ("李明 编译", "李明:编译"),
        ("香港文匯報記者 攝", ""),
        ("楚侯乡修复河堤", "–"),
        ("修伞的老韩", "–"),
        ("万象更新", "–"),
        ("高 峰", "高 峰:"),
        ("胡月华 摄 汪涛 文", "胡月华:摄 汪涛:文"),
        ("郭怀远　著", "郭怀远:著"),
        ("本报记者 扎西顿珠 次仁央宗", "扎西顿珠:记者 次仁央宗:记者"),
        ("通讯员 乌日娜 额尔德木图", "乌日娜:通讯员 额尔德木图:通讯员"),
        ("乌日娜 摄", "乌日娜:摄"),
        ("（赛力克）", "赛力克:"),
        ("特派員洪國棟／澎湖報導", "洪國棟:特派員 @澎湖"),
        ("（见图）", "–"),
        ("□ 走基层", "–"),
        ("记者走基层", "–"),
        ("記者王　宗／攝影", "王　宗:攝影"),
        ("作者：张三", "张三:作者"),
        ("(未完待续)", "–"),
        ("(见图)", "–"),
        ("会议部署工作", "–"),
    ] {
        assert_eq!(shown(text), read, "{text}");
    }
}

#[test]
fn a_credit_ends_its_paragraph() {
    for (text, start) in [
        ("工作完成。(龚立)", Some("(龚立)")),
        ("分拣丹参。本报记者 常 奇 摄", Some("本报记者 常 奇 摄")),
        ("赏花。新华社发(吕鸣 摄)", Some("新华社发(吕鸣 摄)")),
        ("中學生在前地勸捐（陳浩然攝）", Some("（陳浩然攝）")),
        ("约三成(三成)", None),
        ("他说:“好。”", None),
    ] {
        let source = Source::of(text);
        let tail = trailing(&source.ink).map(|at| source.span(&(at..source.ink.len())).of(text));
        assert_eq!(tail, start, "{text}");
    }
}

//! Are cuts told from gaps?

use super::*;
use crate::source::Source;

fn of_sides(a: &str, b: &str, weight: impl Fn(Side, Side) -> f32) -> f32 {
    let (a, b) = (Source::of(a), Source::of(b));
    let (before, after) = (Seen::default(), Seen::default());
    weight(Side { ink: &a.ink, seen: &before }, Side { ink: &b.ink, seen: &after })
}

fn weigh(a: &str, b: &str) -> f32 {
    of_sides(a, b, |a, b| bond(a, b, Seam::default()))
}

#[test]
fn a_quotation_that_was_never_opened_is_no_rest() {
    let a = "业者原先认为这一季的营收会随着旅客增加而成长,不料客运公司把冬天最后的班次一口气都";
    assert!(weigh(a, "退还票款”,他说。") < weigh(a, "退还票款,他说。") - 1.0);
}

#[test]
fn what_is_now_goes_on_behind_what_was_unless_somebody_else_begins() {
    let a = "那批树苗是老支书三十年前从邻县一棵一棵挑回来的,";
    assert!(weigh(a, "如今满坡都是杏林。") > weigh(a, "如今我们都是杏农。") + 1.0);
}

#[test]
fn when_and_where_somebody_spoke_is_no_speaker() {
    let anew = |a: &str, b: &str| of_sides(a, b, speaks_anew);
    let a = "新桥什么时候通车,渡口镇镇长李志强";
    for (last, b) in [
        ("在", "接受本报记者采访时表示,入冬以前一定通车。"),
        ("在", "记者会上说:“入冬以前一定通车。”"),
        ("于", "昨日表示,入冬以前一定通车。"),
    ] {
        assert_eq!(anew(&format!("{a}{last}"), b), 0.0, "{b}");
    }
    assert!(anew("新桥的桥墩将于", "县交通运输局表示,汛期前不会动工。") < 0.0);
    assert!(anew("新桥的桥墩将于", "县交通运输局方面表示,汛期前不会动工。") < 0.0);
}

#[test]
fn a_cut_is_told_from_a_gap() {
    for (a, b) in [
        ("在火情初期高", "效扑灭初起火灾的能力。"),
        ("姚村党支部推动桐城镇乡村振兴", "电商物流园项目落地,成立党员服务专班。"),
        ("他说:“特别是在食品", "管理上,健康证缺一不可。”"),
        ("地里一株苗结五六个,棚里能结二十几个,", "而且大小匀称,不带病。"),
        ("拦蓄洪水14", "71亿立方米。"),
        ("比赛设摔跤、射箭、", "赛马、投石等项目,来自各乡的选手参加。"),
        ("他说:“他们在山里住了三天,吃的是", "野果”,回来以后一句话也不讲。"),
        ("那批树苗是老支书三十年前从邻县一棵一棵挑回来的,", "如今满坡都是杏林,一年收三千多斤。"),
        ("本报讯(记者 王明)走进河口镇的育秧大棚,", "记者看到秧苗已经有一拃高。"),
        ("全县三十六个村启动了个人养老金的办理,到今年", "11月底,已有七千多人参加。"),
        ("汛期就要到了,县水利局局长王明在", "接受本报记者采访时表示,汛期前两座旧闸都要换下来。"),
        ("合作社从去年起轮种羊肚菌、小", "香瓜和紫苏,一个棚一年能多挣七千多元。"),
    ] {
        assert!(weigh(a, b) > 0.9, "{a} | {b}: {}", weigh(a, b));
    }
    for (a, b) in [
        ("跑步的人们络绎不绝;篮球场", "而今,民乐园已成为稷山县的“城市客厅”。"),
        ("干部群众一边讨论,纷纷表", "此外,本届广交会进一步提升。"),
        ("他又請各社團寫信給市長,", "副館長周敏則透露,報刊的訂費也要減兩成。"),
        ("去年凍死石斑八十萬斤,很多人的貸款到現在還", ",要求電力公司比照辦理。"),
        ("首次推出的“夜游锦江", "这个暑期,全国多个城市陆续有新商场开门迎客。"),
        ("今年的茧子又白又沉。”蚕农梁秀英", "账算到最后,是一本生态账,全镇的化肥用量少了三成。"),
        ("今年将发行超长期", "长期特别国债1.3万亿元,比上年增加。"),
        ("全县的小麦由农技员统一管理,在城关镇,50多", "稳定粮食生产。今年,育秧中心新增三处。"),
        ("公所打算把市場遷到捷運站旁邊,攤商每天收攤以後", "陳姓攤商回憶,舊市場在這裡四十年。"),
        ("全县的杏干今年销到了30多个", "活动现场,几家合作社还签下了明年的订单。"),
        (
            "发现管涌,二百多名党员群众连夜抢险",
            "“快来人,冒水了!”7月20日凌晨3时许,电筒的光在江堤下晃动。",
        ),
        ("三個人賠了漁戶二十萬元,法官審理後認為", "警方呼籲養殖戶加裝鐵門,發現可疑的人立即報案。"),
        ("老渡口停航已有三年,新桥的桥墩将于", "县交通运输局表示,汛期前不会动工,请大家放心。"),
        ("病人的腳早已沒有知覺,踩到釘子往往毫無", "團隊期望後年把鞋墊帶進社區。"),
    ] {
        assert!(weigh(a, b) < 0.9, "{a} | {b}: {}", weigh(a, b));
    }
}

#[test]
fn a_speaker_named_in_full_is_nothing_s_object() {
    let near = |a: &str, b: &str| names_speaker(&Source::of(a).ink, &Source::of(b).ink);
    let says = "贾坡乡党委书记王建国说:“我们要把梨花办成产业。”";
    let busy = "清明前后,来看梨花的人把山路都堵住了,老韩家的院子一天要接待";
    assert!(near(busy, says) < -3.0);
    assert!(near(busy, "贾坡乡来的客人三百多名。") > -1.0);
    assert!(near("说起今年的收成,社员们都很高兴。据河口县", says) > -1.0);
}

#[test]
fn what_follows_the_words_before_it_goes_on_better_than_what_does_not() {
    for (a, on, off) in [
        (
            "合作社今年给社员分红三十多万元,大家都说往后要进一步加快",
            "步伐把加工厂办起来。",
            "篮球场上的灯亮到夜里十点。",
        ),
        (
            "今年汛期来得早,水利部门提前检查了全县的水库和",
            "河道,换下三座旧闸门。",
            "梨花开的时候一天要来两千多人。",
        ),
    ] {
        assert!(weigh(a, on) > weigh(a, off) + 1.0, "{a}: {} {}", weigh(a, on), weigh(a, off));
    }
}

#[test]
fn no_table_has_every_name_and_every_small_thing() {
    let near = |a: &str, b: &str| of_sides(a, b, follows);
    for (a, b) in [
        ("村口的小超市开了二十年,店主还是当年的全国人大代表谭新", "萍,她记得每一家老人的口味。"),
        ("镇里把闲置的校舍改成了书屋,还要用三年时间把小", "茶叶做成大产业。"),
        ("书屋落成那天,来过河口镇三次的法国农学家让·杜", "邦寄来一箱葡萄苗。"),
    ] {
        assert!(near(a, b) > 0.0, "{a} | {b}: {}", near(a, b));
    }
    // A head tells nothing.
    assert_eq!(near("老支书修渠三十年", "群众送来锦旗"), 0.0);
}

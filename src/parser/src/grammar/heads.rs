//! What do two lines above a text say for being headline, kicker, subtitle of each other?

use crate::features::Features;
use crate::label::Label;

/// Two short lines, one directly below the other, neither with halves of its own: 两家人为草场争了八年, 一碗奶茶化干戈.
/// A headline that is complete is longer than the first of them.
pub fn is_pair(before: &Features, here: &Features) -> bool {
    const SHORTEST_LINE: usize = 4;
    const LONGEST_FIRST: usize = 11;
    const LONGEST_SECOND: usize = 12;
    let fits = |line: &Features, longest: usize| {
        (SHORTEST_LINE..=longest).contains(&line.han) && !line.halves && !line.is_place
    };
    // Below a kicker the two are of one length.
    let differ = if here.third { 1 } else { 4 };
    fits(before, LONGEST_FIRST)
        && fits(here, LONGEST_SECOND)
        && !here.after_blank
        && !(here.third && here.reacts)
        && before.len.abs_diff(here.len) <= differ
}

/// Characters that a headline has more than its kicker.
const FULLER: usize = 2;

/// Characters of a label that no list has.
const LONGEST_LABEL: usize = 5;

/// What two lines say for being a kicker and its headline: 支部建在院坝上 矛盾化在萌芽里 over what happened, two halves
/// over a quotation.
pub fn over_headline(before: &Features, here: &Features) -> f32 {
    if here.halves && before.meets {
        return 2.5;
    }
    if is_stated_above(before, here) {
        return STATED + if is_first_of_three(before, here) { BOTH } else { 0.0 };
    }
    if is_first_of_three(before, here) {
        return FIRST_OF_THREE;
    }
    if has_result(before, here) {
        return RESULT;
    }
    if makes_precise(before, here) {
        return -PRECISE;
    }
    // One line on what it is about, and below it the longer one in two halves.
    // 赛场内外: four or five characters over it are a label's.
    let is_label = before.column_words > 0
        || before.rubric > 0
        || before.bare <= LONGEST_LABEL && before.plain;
    if here.halves
        && !before.halves
        && !here.tail
        && !is_label
        && before.len + FULLER <= here.len
        && !here.said_by
        && !here.reacts
        && !here.third
    {
        return 1.2;
    }
    // 一期工程惠及二千四百户居民 under what it tells of is a subtitle.
    if here.tells_how_many && here.echo < HEARD && !here.halves && !is_led(before) {
        return -HOW_MANY;
    }
    let asks = before.calls > 0 && here.calls == 0;
    if here.halves || !before.halves {
        return if asks { 1.0 } else { 0.0 };
    }
    let couplet = if before.couplet && before.echo < here.echo { 2.5 } else { 0.0 };
    couplet
        + if here.quoted { 1.5 } else { 0.0 }
        + if is_one_line(before, here) { ONE_LINE } else { 0.0 }
}

/// 澄迈加快建设产业园 over 一颗福橙的“变身”之旅: what happened stands above the figure of speech.
pub fn is_stated_above(before: &Features, here: &Features) -> bool {
    before.states && here.figures && !here.dash_before && !here.said_by && !here.opens_with_place
}

/// A subtitle makes precise what the headline says: it has amounts, and the headline, of which the text says something
/// again, has none.
fn makes_precise(before: &Features, here: &Features) -> bool {
    const SHORTEST_HEADLINE: usize = 7;
    const SAID_AGAIN: f32 = 0.1;
    counts_where(before, here)
        || here.amounts > 1
            && before.amounts == 0
            && before.len >= SHORTEST_HEADLINE
            && before.echo > SAID_AGAIN
            && !before.halves
            && !before.meets
            && !is_led(before)
}

/// 鹤乡冬捕鱼满仓, and below it 通榆县首日出鱼六万斤: where it was and how much; so does the second of two lines of two
/// halves that alone has a number, and a half that says what comes of it.
pub fn counts_where(before: &Features, here: &Features) -> bool {
    const SHORTEST_HEADLINE: usize = 6;
    // 大棚闲季不闲,菜篮子鼓了钱袋子: two clauses are as often the kicker, unless all of the county stands below them.
    let is_one = !before.halves && before.commas == 0 || !here.opens_with_place;
    let is_second = here.locates && !before.locates && is_one || here.halves && before.halves;
    before.len >= SHORTEST_HEADLINE
        && before.amounts == 0
        && !before.meets
        && !before.by_means
        && !is_led(before)
        && (here.amounts > 0 && is_second || here.half_tells_how_many)
}

/// 采取得力措施, and below it 一季增收两亿元: the means stand above the result.
fn has_result(before: &Features, here: &Features) -> bool {
    before.by_means && !here.by_means && here.amounts > 0 && !here.halves
}

/// What it says for them as kicker and headline.
const RESULT: f32 = 2.5;

pub fn tells_more(before: &Features, here: &Features) -> bool {
    here.tells_how_many || makes_precise(before, here)
}

/// 临县三交镇:, 市委常委会会议强调: a line that wants a headline below it.
fn is_led(before: &Features) -> bool {
    before.is_place || before.introduces || before.ends_in_colon || before.dash_after
}

/// What it says against a headline that it makes precise what stands above it …
const PRECISE: f32 = 2.5;
/// … and that it tells how many it was.
const HOW_MANY: f32 = 1.5;
/// … unless the text says so much of it again.
const HEARD: f32 = 0.4;

/// What it says more where a third line stands below them.
const BOTH: f32 = 1.5;

/// What it says for them as kicker and headline, and against the second as a subtitle.
pub const STATED: f32 = 4.0;
pub const NOT_UNDER_STATED: f32 = 2.5;

/// Three lines over a text, and no word or phrase goes from the first into the second.
pub fn is_first_of_three(before: &Features, here: &Features) -> bool {
    before.opens_three && !is_torn(here) && !here.dash_before
}

/// What it says for the first of them as the kicker, and against its being the headline's first line.
const FIRST_OF_THREE: f32 = 4.0;
pub const NOT_THE_FIRST: f32 = 3.0;

/// What it says for a kicker that it has two halves and the line below it is one: 车到半路冒了烟 车主慌了手脚 over
/// 过路司机灭火不留名.
const ONE_LINE: f32 = 1.3;

/// Lines of about one length are one headline as often as not; whoever speaks, and where or how much it was, stands in
/// a subtitle.
pub fn is_one_line(before: &Features, here: &Features) -> bool {
    const DIFFER: usize = 2;
    before.halves
        && !here.halves
        && (before.even_halves || before.len.abs_diff(here.len) > DIFFER)
        && !here.said_by
        && !here.reacts
        && !here.tells_how_many
        && (here.opens_with_place || !here.locates)
        && !here.answers
}

/// What it costs an article to begin without byline and report head, unless its headline opens with where it happened.
pub const NO_CREDIT: f32 = 1.2;

pub fn no_credit(before: &Features, here: &Features) -> f32 {
    if here.head.is_some() || before.opens_with_place { 0.0 } else { here.no_credit }
}

/// A seam above this tears a word or a phrase: two lines of one headline.
const TORN: f32 = 4.5;

/// Whether a headline goes on in this line in the midst of a word.
pub fn is_torn(here: &Features) -> bool {
    // 十七处水利工程 is no rest of a word, though little begins with a number.
    here.seam.is_some_and(|seam| seam > TORN) && !here.tells_how_many
}

/// Two lines of about one length of which the text repeats much are one headline as often as not.
pub fn are_alike(before: &Features, here: &Features) -> bool {
    const SAID_AGAIN: f32 = 0.2;
    const DIFFER: usize = 3;
    !here.reacts
        && before.echo.min(here.echo) > SAID_AGAIN
        && before.len.abs_diff(here.len) <= DIFFER
}

/// What the text says again of a line tells a headline only where it is the first line of the head: a subtitle is said
/// again as often.
pub fn unheard(here: &Features) -> f32 {
    const SAID: f32 = 2.0;
    SAID * here.echo
}

/// What speaks against the third line of a head for being its headline: the kicker is the first of them.
pub const UNDER_TWO: f32 = 1.5;

/// What it says for the third line of a head that it urges, where whoever said so stands two lines above it: it goes on
/// with the headline between them.
pub fn urged(to: Label) -> f32 {
    const NO_SUBTITLE: f32 = -3.0;
    if to == Label::Headline { 0.0 } else { NO_SUBTITLE }
}

/// What it says for a subtitle that two lines stand above it.
pub fn third(here: &Features) -> f32 {
    const THIRD: f32 = 0.8;
    let is_label = here.rubric > 0 || here.column_words > 0;
    if here.third && !is_label { THIRD } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use crate::page::explained;
    use crate::source::Source;
    use places::Places;

    /// The heads of an article, as the labels that the page gives them.
    fn told(heads: &[&str]) -> Vec<&'static str> {
        over("昨天上午,记者从有关方面了解到,这件事已有了结果,大家都很高兴。", heads)
    }

    fn over(lead: &str, heads: &[&str]) -> Vec<&'static str> {
        let lead = format!("本报讯(记者 王晓明){lead}");
        let text =
            format!("{}\n{lead}\n大家说,这样的事做得好,往后还要这样做下去。\n", heads.join("\n"));
        let shown = explained(Source::of(&text), &Places::of(None));
        let names = ["肩题", "主题", "副题", "栏头", "栏目", "正文"];
        let label = |head: &&str| {
            let plain: String = head.chars().filter(|c| !c.is_whitespace()).collect();
            let line = shown.lines().find(|line| line.contains(&plain)).unwrap_or_default();
            names.into_iter().find(|name| line.ends_with(name)).unwrap_or("?")
        };
        heads.iter().map(label).collect()
    }

    #[test]
    fn two_lines_tell_which_of_them_is_the_headline() {
        for (one, other, read) in [
            // The longer line, in two halves, is the headline.
            ("山路又塌了方", "抢险队连夜清路 班车今晨恢复通行", ["肩题", "主题"]),
            ("县委常委会议研究部署抗旱保苗工作", "一桶水不浪费 一块田不落下", ["肩题", "主题"]),
            ("县人大常委会召开专题询问会", "聚焦农村饮水安全", ["主题", "副题"]),
            // Two halves over one line, which is what happened.
            ("车到半路冒了烟 车主慌了手脚", "过路司机灭火不留名", ["肩题", "主题"]),
            ("老戏台拆还是留?", "一座戏台牵动全村人的心", ["肩题", "主题"]),
            // Who told the paper, and what.
            ("网友“河边人”爆料", "小区楼顶养了三十只鸡", ["肩题", "主题"]),
            ("团体倡设夜间托管 助轮班家长", "调查:七成受访者曾辞工", ["主题", "副题"]),
            ("老旧小区通上天然气", "一期工程惠及河东二千四百户居民", ["主题", "副题"]),
            // What happened, and where and how much.
            ("水乡开湖鱼满舱", "我县首日出鱼六万斤", ["主题", "副题"]),
            ("河口镇新水厂开工", "年底前完工 可供三万人用水", ["主题", "副题"]),
            ("海上花火节周末登场", "观音亭周边道路管制 县府吁搭接驳车", ["肩题", "主题"]),
            // What the text is of, and of what kind.
            ("老渡口有了新船", "河口镇渡船更新见闻", ["主题", "副题"]),
            ("菜价跟着雨水走", "城北三家菜场的调查", ["主题", "副题"]),
            ("乡村篮球联赛第四轮综述", "头两名谁也没赢谁", ["肩题", "主题"]),
        ] {
            assert_eq!(told(&[one, other]), read, "{one} / {other}");
        }
        // 赛场内外, over a headline in two halves, is a label and no kicker.
        assert_eq!(told(&["赛场内外", "村里的球队 打进了县城"])[0], "栏头");
        let met = ["市委理论学习中心组学习会强调", "守好一江水", "做活山文章"];
        assert_eq!(told(&met), ["肩题", "主题", "主题"]);
        let met = ["市长检查防汛工作时强调", "盯住险工险段 守好沿江堤防", "确保群众平安度汛"];
        assert_eq!(told(&met), ["肩题", "主题", "主题"]);
        let three = ["一条短信骗走养老金", "八旬老太汇款前被拦下", "银行柜员多问一句保住五万元"];
        assert_eq!(told(&three), ["肩题", "主题", "副题"]);
        let three =
            ["河口镇改革水利管理体制", "十七处水利工程全部承包到户", "水费收得齐 浇地不争吵"];
        assert_eq!(told(&three), ["肩题", "主题", "副题"]);
        let three = ["全市渔业发展现场会召开", "擦亮“湖上粮仓”招牌", "力争后年新造渔船两百条"];
        assert_eq!(told(&three), ["肩题", "主题", "副题"]);
        let three = ["全县旱作农业推进会召开", "把水留在地里", "校长盼学校也能分到水"];
        assert_eq!(told(&three), ["肩题", "主题", "副题"]);
    }

    #[test]
    fn what_makes_the_headline_precise_stands_below_it() {
        let lead =
            "河口镇的滩羊走进了南方城市。上半年外销八万只,每公斤卖到八十六元,养羊的人家都高兴。";
        let heads = ["河口滩羊走进南方", "上半年外销八万只 每公斤均价八十六元"];
        assert_eq!(over(lead, &heads), ["主题", "副题"]);
    }

    #[test]
    fn what_happened_stands_above_its_figure_of_speech() {
        for (one, other, read) in [
            ("全县加快建设粮食加工产业园", "一粒米的“旅行”", ["肩题", "主题"]),
            ("我市关停沿河小煤窑发展旅游", "从“挖山”到“看山”", ["肩题", "主题"]),
            ("上河村青年合作社:", "老碾坊里的新生意", ["肩题", "主题"]),
            ("海拔两千米,风大,路远——", "石门坎上有一支球队", ["肩题", "主题"]),
            ("镇上的旧粮站修好了", "可存放粮食三千吨", ["主题", "副题"]),
        ] {
            assert_eq!(told(&[one, other]), read, "{one} / {other}");
        }
    }
}

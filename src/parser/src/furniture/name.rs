//! Is this the name of a paper, or of the body whose organ it is?

use crate::cursor::{contains, ends_with, is_han, starts_with};
use crate::source::Ink;
use crate::wordlist::Words;

/// 运城日报, 台東晚報 on a line of its own.
pub fn is_paper(ink: &[Ink]) -> bool {
    // 一线快报 alone may be a section.
    is_paper_name(ink) && !ends_with(ink, "快报") && !ends_with(ink, "导报")
}

/// 安溪报: beside its day even a short name is a paper's.
pub fn is_paper_by_day(ink: &[Ink]) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 3..=9;
    is_paper_name(ink) || LENGTHS.contains(&ink.len()) && is_some_paper(ink)
}

/// 安溪报, 申报, 今日玉环, 颍州晨刊, 参考消息: on one line with the day or the page's number it is a paper's, where no
/// surer name stands there.
pub fn is_paper_in_head(ink: &[Ink]) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=9;
    LENGTHS.contains(&ink.len())
        && !crate::features::names_section(ink)
        && (is_some_paper(ink) || is_of_today(ink) || is_news(ink))
}

fn is_some_paper(ink: &[Ink]) -> bool {
    // 气象预报, 工作简报, 本报: what is told, and no paper's name.
    static OTHERS: Words = Words::of(&[
        "快报",
        "导报",
        "简报",
        "预报",
        "通报",
        "电报",
        "海报",
        "公报",
        "捷报",
        "喜报",
        "播报",
        "汇报",
        "情报",
        "战报",
        "速报",
        "警报",
        "党报",
        "墙报",
        "壁报",
        "板报",
        "手抄报",
        "月报",
        "年报",
        "财报",
        "读报",
        "看报",
        "订报",
        "剪报",
        "举报",
        "回报",
        "本报",
        "我报",
        "大报",
        "小报",
    ]);
    static ENDS: Words =
        Words::of(&["报", "晨刊", "半月刊", "双周刊", "双月刊", "旬刊", "月刊", "季刊"]);
    // 纳税申报; 申报 alone is one.
    let is_claim = ink.len() > 2 && ends_with(ink, "申报");
    ink.iter().all(|ink| is_han(ink.c))
        && ENDS.end(ink)
        && !OTHERS.end(ink)
        && !CITING.open(ink)
        && !is_claim
}

/// 今日玉环: a county's paper; 今日要闻 is a section.
fn is_of_today(ink: &[Ink]) -> bool {
    const TODAY: &str = "今日";
    let place: Vec<char> = ink.iter().skip(TODAY.chars().count()).map(|ink| ink.c).collect();
    starts_with(ink, TODAY) && places::is_short_county(&place)
}

/// 参考消息; 国际消息, 本地消息, 最新消息 are sections.
fn is_news(ink: &[Ink]) -> bool {
    static KINDS: Words = Words::of(&[
        "最新", "最近", "本地", "本省", "本市", "本县", "省内", "市内", "县内", "各地", "外地",
        "国内", "国外", "国际", "海外", "世界", "简明", "简短", "重要", "一周", "一句", "今日",
    ]);
    let [kind @ .., _, _] = ink else { return false };
    kind.len() == 2
        && ends_with(ink, "消息")
        && kind.iter().all(|ink| is_han(ink.c))
        && !KINDS.open(kind)
        && !crate::features::names_page(kind)
}

// What cites a paper is no paper.
static CITING: Words = Words::of(&["见", "据", "原载", "转载", "摘", "选自", "转自", "刊"]);

/// A paper's name, and nothing else.
pub fn is_paper_name(ink: &[Ink]) -> bool {
    const LONGEST_NAME: usize = 10;
    static ENDS: Words = Words::of(&[
        "学院报",
        "大学报",
        "校报",
        "社区报",
        "县报",
        "区报",
        "市报",
        "州报",
        "科技报",
        "建设者报",
        "铁道报",
        "石油报",
        "电力报",
        "煤炭报",
        "交通报",
        "民航报",
        "税务报",
        "海关报",
        "检察报",
        "法院报",
        "卫生报",
        "健康报",
        "医药报",
        "体育报",
        "文艺报",
        "文学报",
        "老年报",
        "妇女报",
        "林业报",
        "水利报",
        "环境报",
        "证券报",
        "民族报",
        "日报",
        "晚报",
        "晚讯",
        "晨讯",
        "矿工报",
        "职工报",
        "铁路报",
        "晨报",
        "早报",
        "周报",
        "时报",
        "商报",
        "都市报",
        "农村报",
        "广播电视报",
        "青年报",
        "新报",
        "快报",
        "导报",
        "农民报",
        "工人报",
        "法治报",
        "法制报",
        "教育报",
        "经济报",
        "政协报",
        "参考报",
        "消费者报",
        "少年报",
        "联合报",
        "文汇报",
        "大公报",
    ]);
    ink.len() <= LONGEST_NAME
        && ink.iter().all(|ink| is_han(ink.c))
        && !CITING.open(ink)
        && ENDS.end(ink)
}

/// 中共宁德市委机关报, 中共河口县委主办 河口县新闻中心出版, under the masthead: whose it is, and what else stands beside it.
pub fn is_organ(ink: &[Ink]) -> bool {
    const LONGEST_ORGAN: usize = 20;
    static BESIDE: Words = Words::of(&["出版", "主管", "承办", "协办", "级报纸", "内部资料"]);
    let is_owner = |cell: &&[Ink]| ends_with(cell, "机关报") || ends_with(cell, "主办");
    // 鲁连内资字(潍坊)第005号
    let is_licence = |cell: &[Ink]| contains(cell, "内资") && ends_with(cell, "号");
    let cells = || ink.chunk_by(|_, next| !next.spaced);
    cells().any(|cell| is_owner(&cell))
        && cells().all(|cell| {
            cell.len() <= LONGEST_ORGAN && (is_owner(&cell) || BESIDE.end(cell) || is_licence(cell))
        })
}

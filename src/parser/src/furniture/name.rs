//! Is this the name of a paper, or of the body whose organ it is?

use crate::cursor::{ends_with, is_han};
use crate::source::Ink;
use crate::wordlist::Words;

/// 运城日报, 台東晚報 on a line of its own.
pub fn is_paper(ink: &[Ink]) -> bool {
    // 一线快报 alone may be a section.
    is_paper_name(ink) && !ends_with(ink, "快报") && !ends_with(ink, "导报")
}

/// 安溪报: beside its day even a short name is a paper's.
pub fn is_paper_by_day(ink: &[Ink]) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 3..=6;
    static OTHERS: Words = Words::of(&[
        "快报", "导报", "简报", "预报", "通报", "电报", "海报", "公报", "捷报", "喜报", "播报",
        "汇报", "情报", "战报",
    ]);
    let short = LENGTHS.contains(&ink.len()) && ink.iter().all(|ink| is_han(ink.c));
    is_paper_name(ink) || short && ends_with(ink, "报") && !OTHERS.end(ink)
}

/// A paper's name, and nothing else.
pub fn is_paper_name(ink: &[Ink]) -> bool {
    const LONGEST_NAME: usize = 10;
    // What cites a paper is no paper.
    static CITING: Words = Words::of(&["见", "据", "原载", "转载", "摘", "选自", "转自", "刊"]);
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

/// 中共宁德市委机关报, under the masthead.
pub fn is_organ(ink: &[Ink]) -> bool {
    const LONGEST_ORGAN: usize = 20;
    ink.len() <= LONGEST_ORGAN && (ends_with(ink, "机关报") || ends_with(ink, "主办"))
}

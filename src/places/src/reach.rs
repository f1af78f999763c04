//! Does a paper serve one prefecture, or a province or the country?

use crate::fold::fold_text;
use crate::gazetteer::{gazetteer, is_municipality, short_province};

/// Whom a paper serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// A prefecture or less; a paper not known counts as one.
    Prefecture,
    /// A province or the country: a place named on its pages says nothing of the next article.
    Wide,
}

/// How the names of the country's papers open.
const OF_THE_COUNTRY: [&str; 24] = [
    "人民日报",
    "人民政协报",
    "人民法院报",
    "人民公安报",
    "经济日报",
    "光明日报",
    "工人日报",
    "农民日报",
    "解放军报",
    "科技日报",
    "法制日报",
    "法治日报",
    "检察日报",
    "经济参考报",
    "国际商报",
    "参考消息",
    "环球时报",
    "新华每日电讯",
    "学习时报",
    "健康报",
    "农村工作通讯",
    "中国",
    "中华",
    "全国",
];

/// The reach of the paper of this folded name.
pub fn reach(paper: &[char]) -> Reach {
    let opens = |name: &str| paper.starts_with(&fold_text(name));
    let provinces = gazetteer().provinces.iter().filter(|unit| !is_municipality(unit.code));
    let mut provinces = provinces.map(short_province);
    if OF_THE_COUNTRY.iter().any(|name| opens(name)) || provinces.any(opens) {
        Reach::Wide
    } else {
        Reach::Prefecture
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_s_name_says_whom_it_serves() {
        for wide in ["人民日报", "山西日报", "內蒙古日報", "中国青年报", "湖南工人报"]
        {
            assert_eq!(reach(&fold_text(wide)), Reach::Wide, "{wide}");
        }
        for own in ["运城日报", "北京晚报", "临夏民族日报", "安溪报"] {
            assert_eq!(reach(&fold_text(own)), Reach::Prefecture, "{own}");
        }
    }
}

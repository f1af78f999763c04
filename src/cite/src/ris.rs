//! How does a reference manager take an article in? As a record of RIS, of type NEWS.

use crate::Source;
use crate::source::{Known, iso};

pub fn ris(source: &Source) -> String {
    let mut lines = vec!["TY  - NEWS".to_owned(), format!("ID  - {}", source.name())];
    let mut put = |tag: &str, value: Option<String>| {
        // A record is lines: a value has none of its own.
        let value = value.map(|value| value.split_whitespace().collect::<Vec<_>>().join(" "));
        let value = value.filter(|value| !value.is_empty());
        lines.extend(value.map(|value| format!("{tag}  - {value}")));
    };
    put("TI", Some(source.whole_title()));
    for author in source.authors() {
        put("AU", Some(author.to_owned()));
    }
    put("T2", source.paper().and_then(Known::sure));
    if let Some(date) = source.date().and_then(Known::sure) {
        put("DA", iso(date).map(|day| day.replace('-', "/")));
        put("PY", date.year.map(|year| year.to_string()));
    }
    put("SP", source.number().and_then(Known::sure).map(|number| number.to_string()));
    // A section of the paper, and the column within it.
    put("SE", source.article.rubric.clone().or_else(|| source.article.column.clone()));
    if source.article.rubric.is_some() {
        put("KW", source.article.column.clone());
    }
    for county in &source.article.counties {
        put("KW", Some(county.name.clone()));
    }
    for remark in source.remarks() {
        put("N1", Some(remark));
    }
    if let Some(link) = &source.link {
        put("UR", Some(link.url.clone()));
        put("Y2", link.seen.as_ref().map(|seen| seen.replace('-', "/")));
    }
    put("LA", Some("zh".to_owned()));
    lines.join("\r\n") + "\r\nER  - \r\n\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::Sheet;

    #[test]
    fn a_record_holds_what_is_known() {
        let sheet = Sheet::printed("湖上\n新景").signed(&["王明"]).linked();
        assert_eq!(
            ris(&sheet.source()),
            "TY  - NEWS\r\nID  - rrxmeec8\r\nTI  - 湖上 新景\r\nAU  - 王明\r\nT2  - 某日报\r\n\
             DA  - 2025/07/23\r\nPY  - 2025\r\nSP  - 3\r\nUR  - https://paper.example/#/a/1\r\n\
             Y2  - 2025/11/25\r\nLA  - zh\r\nER  - \r\n\r\n"
        );
    }

    #[test]
    fn a_record_holds_the_subtitle() {
        let sheet = Sheet::printed("湖上新景").subtitled("记一座水库");
        assert!(ris(&sheet.source()).contains("\r\nTI  - 湖上新景：记一座水库\r\n"));
    }

    #[test]
    fn a_record_holds_section_and_column() {
        let mut sheet = Sheet::new("湖上新景");
        sheet.article().column = Some("湖边人家".into());
        assert!(ris(&sheet.source()).contains("\r\nSE  - 湖边人家\r\n"));
        sheet.article().rubric = Some("要闻".into());
        assert!(ris(&sheet.source()).contains("\r\nSE  - 要闻\r\nKW  - 湖边人家\r\n"));
    }

    #[test]
    fn what_is_inferred_or_lost_is_told_in_notes() {
        assert_eq!(
            ris(&Sheet::undated("湖上新景").cut().source()),
            "TY  - NEWS\r\nID  - rrxmeec8\r\nTI  - 湖上新景\r\n\
             N1  - 出版日期推定为2025年7月23日或稍后：文中最晚的消息日期是7月23日,正文没有可靠的年份\r\nN1  - 原文缺结尾\r\n\
             LA  - zh\r\nER  - \r\n\r\n"
        );
    }
}

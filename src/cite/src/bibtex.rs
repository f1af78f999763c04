//! How does a LaTeX author take an article in? As an entry of BibTeX.

use crate::Source;
use crate::source::{Known, iso};

pub fn bibtex(source: &Source) -> String {
    let mut fields: Vec<(&str, String)> = Vec::new();
    let braced = |name: &&str| format!("{{{}}}", escaped(name));
    let authors: Vec<String> = source.authors().iter().map(braced).collect();
    let date = source.date().and_then(Known::sure);
    // No style of an article has a section or a place; every one has keywords.
    let sections = [source.article.rubric.as_deref(), source.article.column.as_deref()];
    let counties = source.article.counties.iter().map(|county| county.name.as_str());
    let keywords: Vec<&str> = sections.into_iter().flatten().chain(counties).collect();
    let optional = [
        ("author", Some(authors.join(" and "))),
        ("title", Some(format!("{{{}}}", escaped(&source.whole_title())))),
        ("journal", source.paper().and_then(Known::sure).map(|paper| escaped(&paper))),
        // The date for biblatex, the year for what is older.
        ("date", date.and_then(iso)),
        ("year", date.and_then(|date| date.year).map(|year| year.to_string())),
        ("pages", source.number().and_then(Known::sure).map(|number| number.to_string())),
        ("keywords", Some(escaped(&keywords.join(", ")))),
        ("url", source.link.as_ref().map(|link| link.url.clone())),
        ("urldate", source.link.as_ref().and_then(|link| link.seen.clone())),
        ("note", Some(escaped(&source.remarks().join("；")))),
        ("langid", Some("chinese".to_owned())),
    ];
    for (key, value) in optional {
        fields.extend(value.filter(|value| !value.is_empty()).map(|value| (key, value)));
    }
    let fields: Vec<String> =
        fields.iter().map(|(key, value)| format!("  {key} = {{{value}}}")).collect();
    format!("@article{{{},\n{}\n}}\n", source.name(), fields.join(",\n"))
}

/// What LaTeX would take for a command of its own stays text.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '%' | '&' | '$' | '#' | '_' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::Sheet;
    use edition::CountyTag;

    #[test]
    fn an_entry_holds_what_is_known_and_escapes_the_rest() {
        let sheet = Sheet::printed("100%的A_B{1}").signed(&["王明", "李丽"]);
        assert_eq!(
            bibtex(&sheet.source()),
            "@article{rrxmeec8,\n  author = {{王明} and {李丽}},\n  title = {{100\\%的A\\_B\\{1\\}}},\n  \
             journal = {某日报},\n  date = {2025-07-23},\n  year = {2025},\n  pages = {3},\n  \
             langid = {chinese}\n}\n"
        );
    }

    #[test]
    fn an_entry_holds_section_column_and_county() {
        let mut sheet = Sheet::new("湖上新景");
        sheet.article().rubric = Some("要闻".into());
        sheet.article().column = Some("湖边人家".into());
        assert!(bibtex(&sheet.source()).contains("\n  keywords = {要闻, 湖边人家},\n"));
        let name = "临猗县".to_owned();
        let county = CountyTag { name, today: None, code: 140_821, evidence: Vec::new() };
        sheet.article().counties.push(county);
        assert!(bibtex(&sheet.source()).contains("\n  keywords = {要闻, 湖边人家, 临猗县},\n"));
    }

    #[test]
    fn what_is_inferred_is_told_in_the_note() {
        let entry = bibtex(&Sheet::undated("湖上新景").source());
        assert!(
            entry.contains("note = {出版日期推定为2025年7月23日或稍后：文中最晚的消息日期是7月23日,正文没有可靠的年份}")
        );
        assert!(!entry.contains("year") && !entry.contains("date ="), "{entry}");
    }
}

//! How does a citation processor take an article in? As an item of CSL-JSON, of type `article-newspaper`.

use crate::Source;
use crate::source::Known;
use edition::Date;
use serde::Serialize;

/// An item of the array that a CSL-JSON file is.
#[derive(Debug, Serialize)]
pub struct Csl {
    pub id: String,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub title: String,
    pub language: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<Name>,
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    pub container_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<Issued>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessed: Option<Issued>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Chinese names are printed whole, in their own order.
#[derive(Debug, Serialize)]
pub struct Name {
    pub literal: String,
}

#[derive(Debug, Serialize)]
pub struct Issued {
    #[serde(rename = "date-parts")]
    pub date_parts: Vec<Vec<u16>>,
    /// An estimate; of an inferred day the year alone.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub circa: bool,
}

pub fn csl(source: &Source) -> Csl {
    let name = |name: &&str| Name { literal: (*name).to_owned() };
    let seen = source.link.as_ref().and_then(|link| link.seen.as_deref());
    Csl {
        id: source.name().to_owned(),
        kind: "article-newspaper",
        title: source.whole_title(),
        language: "zh",
        author: source.authors().iter().map(name).collect(),
        container_title: source.paper().and_then(Known::sure),
        issued: source.date().and_then(issued),
        accessed: seen.map(|seen| Issued {
            date_parts: vec![seen.split('-').filter_map(|part| part.parse().ok()).collect()],
            circa: false,
        }),
        page: source.number().and_then(Known::sure).map(|number| number.to_string()),
        section: source.article.rubric.clone(),
        url: source.link.as_ref().map(|link| link.url.clone()),
        note: source.remarks().join("；"),
    }
}

fn issued(date: Known<Date>) -> Option<Issued> {
    let day = date.value.day;
    let mut parts = vec![date.value.year?];
    if !date.inferred {
        parts.extend([u16::from(day.month), u16::from(day.day)]);
    }
    Some(Issued { date_parts: vec![parts], circa: date.inferred })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::Sheet;
    use serde_json::{json, to_value};

    #[test]
    fn an_item_holds_what_is_known_and_no_empty_field() {
        let mut sheet = Sheet::printed("湖上新景").signed(&["王明"]).linked();
        sheet.article().rubric = Some("要闻".into());
        let expected = json!({
            "id": "rrxmeec8", "type": "article-newspaper", "title": "湖上新景", "language": "zh",
            "author": [{ "literal": "王明" }], "container-title": "某日报",
            "issued": { "date-parts": [[2025, 7, 23]] }, "accessed": { "date-parts": [[2025, 11, 25]] },
            "page": "3", "section": "要闻", "URL": "https://paper.example/#/a/1",
        });
        assert_eq!(to_value(csl(&sheet.source())).unwrap(), expected);
        let bare = json!({
            "id": "rrxmeec8", "type": "article-newspaper", "title": "湖上新景", "language": "zh",
        });
        assert_eq!(to_value(csl(&Sheet::new("湖上新景").source())).unwrap(), bare);
    }

    #[test]
    fn an_inferred_day_is_an_estimated_year_with_its_reason() {
        let item = to_value(csl(&Sheet::undated("湖上新景").source())).unwrap();
        assert_eq!(item["issued"], json!({ "date-parts": [[2025]], "circa": true }));
        assert_eq!(
            item["note"],
            "出版日期推定为2025年7月23日或稍后：文中最晚的消息日期是7月23日,正文没有可靠的年份"
        );
    }
}

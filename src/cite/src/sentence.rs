//! How does one name an article in running text? 王明：《湖上新景》，《某日报》2025年7月23日第3版。

use crate::Source;

pub fn sentence(source: &Source) -> String {
    let authors = source.authors().join("、");
    let title = source.title();
    let title = match title.is_headline {
        true => format!("《{}》{}", title.text, source.mark()),
        false => format!("“{}……”", title.text.trim_end_matches('…')),
    };
    let mut parts = vec![if authors.is_empty() { title } else { format!("{authors}：{title}") }];
    let mark = |inferred: bool| if inferred { source.words.inferred } else { "" };
    let mut printed = String::new();
    if let Some(paper) = source.paper() {
        printed += &format!("《{}》{}", paper.value, mark(paper.inferred));
    }
    if let Some(date) = source.date() {
        let later = if date.inferred { source.words.later } else { "" };
        printed += &format!("{}{later}{}", date.value, mark(date.inferred));
    }
    if let Some(number) = source.number() {
        printed += &format!("第{}版{}", number.value, mark(number.inferred));
    }
    if !printed.is_empty() {
        parts.push(printed);
    }
    if let Some(link) = &source.link {
        // A full stop behind an address would be read as part of it.
        return format!("{}，{}", parts.join("，"), link.url);
    }
    parts.join("，") + "。"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::example::Sheet;

    #[test]
    fn a_sentence_says_what_is_known_and_marks_what_is_inferred() {
        let sheet = Sheet::printed("湖上新景").signed(&["王明", "李丽"]);
        assert_eq!(
            sentence(&sheet.source()),
            "王明、李丽：《湖上新景》，《某日报》2025年7月23日第3版。"
        );
        assert_eq!(sentence(&Sheet::new("湖上新景").source()), "《湖上新景》。");
        assert_eq!(
            sentence(&Sheet::undated("湖上新景").linked().source()),
            "《湖上新景》，2025年7月23日或稍后[推定]，https://paper.example/#/a/1"
        );
    }

    #[test]
    fn what_goes_on_from_another_page_is_named_by_its_beginning() {
        let mut sheet = Sheet::printed("水面上的荷花又开了。").continued("湖上新景", "王明");
        sheet.put_paragraph();
        sheet.article().headline.clear();
        let cited = sentence(&sheet.source());
        assert_eq!(cited, "王明：《湖上新景》（上接第1版），《某日报》2025年7月23日第3版。");
    }

    #[test]
    fn what_is_cut_has_its_mark_once() {
        for text in ["水".repeat(60), "水".repeat(39) + "……还有荷花", "水……".to_owned()]
        {
            let mut sheet = Sheet::new(&text);
            sheet.put_paragraph();
            sheet.article().headline.clear();
            let cut = sentence(&sheet.source());
            assert!(cut.ends_with("水……”。"), "{cut}");
            let gbt = crate::gbt(&sheet.source(), crate::Standard::Of2025);
            assert!(!gbt.contains("………"), "{gbt}");
        }
    }
}

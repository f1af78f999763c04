//! How does one name an article in running text? 王明：《湖上新景》，《某日报》2025年7月23日第3版。

use crate::Source;

pub fn sentence(source: &Source) -> String {
    let authors = source.authors().join("、");
    let title = source.title();
    let title = match title.is_headline {
        true => format!("《{}》", title.text),
        false => format!("“{}……”", title.text),
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
}

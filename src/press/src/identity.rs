//! What names a thing for ever, and when was it made? From the content alone, so that a build can be repeated.

use crate::hash;
use crate::item::{Item, SIMPLIFIED, TRADITIONAL, day_of, lang_of};
use edition::{Edition, Page};
use sha2::{Digest, Sha256};

/// `urn:uuid:…` of the parts: a version 8 UUID (RFC 9562), 122 bits of their SHA-256.
pub fn urn(parts: &[&str]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update((part.len() as u64).to_le_bytes());
        digest.update(part);
    }
    let mut bytes: [u8; 16] = digest.finalize()[..16].try_into().expect("32 bytes");
    bytes[6] = bytes[6] & 0x0F | 0x80;
    bytes[8] = bytes[8] & 0x3F | 0x80;
    let hex = hash::digits(&bytes);
    let groups = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]];
    format!("urn:uuid:{}", groups.join("-"))
}

/// An article's own name: its edition's key and its id.
pub fn of_item(item: &Item) -> String {
    urn(&["article", &item.edition.key, item.article.id.as_str()])
}

/// Where a format demands a moment and nothing tells one: plainly none.
const UNKNOWN: &str = "1970-01-01T00:00:00Z";

/// Eight in the morning in Beijing of the day of publication.
pub fn moment(day: Option<(u16, u8, u8)>) -> String {
    match day {
        Some((year, month, day)) => format!("{year:04}-{month:02}-{day:02}T00:00:00Z"),
        None => UNKNOWN.to_owned(),
    }
}

/// The newest day of publication.
pub fn newest(editions: &[Edition]) -> Option<(u16, u8, u8)> {
    editions.iter().filter_map(day_of).max()
}

/// What an edition is called: the paper and the day as far as given or stated, else the key.
pub fn title(edition: &Edition) -> String {
    let paper = edition.paper.as_ref().map_or("报纸版面", |fact| fact.value.as_str());
    let day = match day_of(edition) {
        Some((year, month, day)) => format!("{year}年{month}月{day}日"),
        None => edition.key.clone(),
    };
    format!("{paper} {day}")
}

/// 第3版 县域, as far as known; else the dump's name.
pub fn page_name(page: &Page) -> String {
    let number = page.number.as_ref().map(|number| format!("第{}版", number.value));
    let name = page.name.as_ref().map(|name| name.value.clone());
    let parts: Vec<String> = number.into_iter().chain(name).collect();
    if parts.is_empty() { page.source.clone() } else { parts.join(" ") }
}

/// What the papers are called, each once.
pub fn papers(editions: &[Edition]) -> Vec<&str> {
    let mut papers: Vec<&str> = Vec::new();
    for fact in editions.iter().filter_map(|edition| edition.paper.as_ref()) {
        if !papers.contains(&fact.value.as_str()) {
            papers.push(&fact.value);
        }
    }
    papers
}

/// What all editions together are called.
pub fn collection(editions: &[Edition]) -> String {
    match editions {
        [one] => title(one),
        _ => archive(editions).unwrap_or_else(|| "报纸版面".to_owned()),
    }
}

/// The papers of all editions in a few words: 版心 · 1963—2025 · 11 种报 where their names would make a chain.
pub fn archive(editions: &[Edition]) -> Option<String> {
    const MOST: usize = 3;
    let papers = papers(editions);
    if papers.len() <= MOST {
        return (!papers.is_empty()).then(|| papers.join("、"));
    }
    let years = || editions.iter().filter_map(day_of).map(|(year, ..)| year);
    let years = match (years().min(), years().max()) {
        (Some(first), Some(last)) if first == last => format!(" · {first}"),
        (Some(first), Some(last)) => format!(" · {first}—{last}"),
        _ => String::new(),
    };
    let pages = editions.iter().flat_map(|edition| &edition.pages);
    let kinds = if majority(pages.map(lang_of)) == TRADITIONAL { "種報" } else { "种报" };
    Some(format!("版心{years} · {} {kinds}", papers.len()))
}

/// The language of most, simplified where there are as many of either.
pub fn majority(langs: impl Iterator<Item = &'static str>) -> &'static str {
    let (mut all, mut traditional) = (0, 0);
    for lang in langs {
        all += 1;
        traditional += usize::from(lang == TRADITIONAL);
    }
    if traditional * 2 > all { TRADITIONAL } else { SIMPLIFIED }
}

#[cfg(test)]
mod tests {
    use super::*;
    use edition::{Date, Fact, MonthDay};

    fn edition((paper, year): (&str, u16)) -> Edition {
        let text = if paper.ends_with('報') { "臺東縣農會開會" } else { "县里开会" };
        let date = Date { year: Some(year), day: MonthDay::new(3, 5).unwrap() };
        Edition {
            paper: Some(Fact::given(paper.to_owned())),
            date: Some(Fact::given(date)),
            pages: vec![Page { text: text.to_owned(), ..Page::default() }],
            ..Edition::default()
        }
    }

    #[test]
    fn many_papers_are_counted_and_not_chained() {
        let called = |papers: &[(&str, u16)]| {
            collection(&papers.iter().copied().map(edition).collect::<Vec<_>>())
        };
        let mut all = vec![("汾城报", 1986)];
        assert_eq!(called(&all), "汾城报 1986年3月5日");
        all.extend([("汾城报", 1988), ("涟水报", 1990)]);
        assert_eq!(called(&all), "汾城报、涟水报");
        all.extend([("臺東新報", 1963), ("屏東晚報", 2004)]);
        assert_eq!(called(&all), "版心 · 1963—2004 · 4 种报");
        all.push(("花蓮日報", 2004));
        assert_eq!(called(&all), "版心 · 1963—2004 · 5 种报");
        all.push(("嘉義早報", 2004));
        assert_eq!(called(&all), "版心 · 1963—2004 · 6 種報");
        assert_eq!(collection(&[]), "报纸版面");
    }

    #[test]
    fn a_name_is_a_uuid_of_all_its_parts() {
        let name = urn(&["a", "b"]);
        assert_eq!(name, urn(&["a", "b"]));
        assert_ne!(name, urn(&["ab", ""]));
        let groups: Vec<usize> = name["urn:uuid:".len()..].split('-').map(str::len).collect();
        assert_eq!(groups, [8, 4, 4, 4, 12]);
        assert_eq!((&name[23..24], "89ab".contains(&name[28..29])), ("8", true), "{name}");
    }
}

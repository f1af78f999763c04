//! Who took several pictures at once? 本组图片由王明拍摄, 图片均由李丽提供.

use super::{Credit, Person};
use crate::cursor::{Cursor, ends_with, is_han};
use crate::people;
use crate::source::Ink;

/// A sentence that names whoever took or gave the pictures above it, and says nothing else.
pub fn pictured(ink: &[Ink]) -> Option<Credit> {
    let bracketed = matches!(ink, [first, .., last] if first.c == '(' && last.c == ')');
    let side = usize::from(bracketed);
    let line = &ink[side..ink.len() - side];
    let mut cursor = Cursor::of(line);
    cursor.eat_any(&["本组", "以上", "组", "上述"]);
    cursor.eat_any(&["图片", "照片", "图"])?;
    cursor.eat_any(&["均由", "皆由", "由", "均为", "为"])?;
    for role in ["本报记者", "记者", "通讯员", "受访者", "特约摄影", "摄影师", "摄影家"]
    {
        cursor.eat(role);
    }
    let start = cursor.at;
    let verb = ["拍摄", "摄影", "提供", "摄"].into_iter().find(|verb| ends_with(line, verb))?;
    let end = line.len() - verb.chars().count();
    let whole = line.get(start..end).filter(|name| name.iter().all(|ink| is_han(ink.c)))?;
    let names = if whole.is_empty() { Vec::new() } else { people::names(whole)? };
    // 本组图片由县文化馆提供 names nobody.
    let is_known = |name: &std::ops::Range<usize>| people::has_family(&whole[name.clone()]);
    let said = if verb == "拍摄" { end + 1 } else { end };
    let role = said + side..line.len() + side;
    let people = names
        .into_iter()
        .filter(|_| verb != "提供")
        .filter(is_known)
        .map(|name| Person {
            name: name.start + start + side..name.end + start + side,
            role: Some(role.clone()),
        })
        .collect();
    Some(Credit { people, firm: true, is_photo: true, bracketed, ..Credit::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn counted_pictures_are_dated_by_the_first_of_them() {
        let text = "石桥重新通车\n\n本报讯 封了半年的石桥7月1日重新通车,孩子上学不再绕路。(刘涛)\n\n\
            ①8月9日,河口镇的农民在收割荞麦。\n\n②渡口镇的农民在晒场上忙碌。\n\n本组图片由王小军拍摄\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let day = page.articles[1].dateline.map(|day| day.to_string());
        assert_eq!(day.as_deref(), Some("8月9日"));
        assert_eq!(page.articles[1].bylines[0].name, "王小军");
    }

    #[test]
    fn one_sentence_signs_several_pictures() {
        let named = |text: &str| {
            let source = Source::of(text);
            let read = pictured(&source.ink)?;
            let name = |person: &Person| -> String {
                source.ink[person.name.clone()].iter().map(|ink| ink.c).collect()
            };
            Some(read.people.iter().map(name).collect::<Vec<_>>())
        };
        assert_eq!(named("本组图片由王小军拍摄"), Some(vec!["王小军".to_owned()]));
        assert_eq!(named("（本组照片由县文化馆提供）"), Some(vec![]));
        assert_eq!(named("（图片由特约摄影 王小军 拍摄）"), Some(vec!["王小军".to_owned()]));
        assert_eq!(named("图片由记者整理"), None);
        assert_eq!(named("图为王小军在山上拍摄"), None);
    }
}

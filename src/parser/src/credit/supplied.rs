//! Whose picture is it, where no photographer is named? 资料图片, 受访者供图, (学校供图).

use super::unit::unit;
use crate::cursor::{Cursor, ends_with};
use crate::people;
use crate::source::Ink;
use crate::wordlist::Words;

/// (学校供图), (资料图片): a picture's, and nobody is named.
pub fn supplies_picture(ink: &[Ink]) -> bool {
    is_supplied(ink) || supplier(ink).is_some_and(|who| people::names(who).is_none())
}

/// 资料图片, 受访者供图, 村委会供图: so even without brackets.
pub fn is_supplied(ink: &[Ink]) -> bool {
    static ARCHIVES: Words = Words::of(&[
        "资料图片",
        "资料照片",
        "资料图",
        "资料照",
        "网络图片",
        "网络截图",
        "网络图",
        "网上图片",
        "网上截图",
        "视频截图",
        "影片截图",
    ]);
    is(&ARCHIVES, ink) || is_agencies(ink) || supplier(ink).is_some_and(names_nobody)
}

/// 新华社/路透, 中新社/法新社: whose picture it is that another agency sent.
fn is_agencies(ink: &[Ink]) -> bool {
    static AGENCIES: Words = Words::of(&[
        "新华社",
        "新华",
        "中新社",
        "路透",
        "法新",
        "美联",
        "欧新",
        "塔斯",
        "安莎",
        "埃菲",
        "共同",
    ]);
    let mut cursor = Cursor::of(ink);
    let mut agency = || {
        let is_agency = cursor.eat_of(&AGENCIES).is_some();
        cursor.eat("社");
        is_agency && (cursor.is_done() || cursor.eat("/"))
    };
    agency() && agency() && cursor.is_done()
}

/// Characters of 受访者提供, 校方供图 or 资料图片 behind 图/: whose the pictures are, and nobody is named.
pub fn in_role(rest: &[Ink]) -> Option<usize> {
    let length = rest.iter().skip(1).position(|ink| ink.spaced).map_or(rest.len(), |at| at + 1);
    let word = &rest[..length];
    let given = ends_with(word, "提供").then(|| &word[..length - 2]);
    (is_supplied(word) || names_nobody(given.unwrap_or(word))).then_some(length)
}

fn is(words: &Words, ink: &[Ink]) -> bool {
    words.opening(ink).is_some_and(|word| word.chars().count() == ink.len())
}

/// 受访者, 村委会, 河口镇政府.
fn names_nobody(who: &[Ink]) -> bool {
    static WHO: Words = Words::of(&[
        "受访者",
        "被访者",
        "受访单位",
        "采访对象",
        "村委会",
        "居委会",
        "企业",
        "校方",
        "院方",
        "主办方",
        "网络",
    ]);
    is(&WHO, who) || who.len() > 2 && unit(who) == Some(who.len())
}

/// Who 供图 says that the picture is from.
fn supplier(ink: &[Ink]) -> Option<&[Ink]> {
    let end = ["供图", "提供图片", "提供照片"].iter().find(|end| ends_with(ink, end))?;
    Some(&ink[..ink.len() - end.chars().count()])
}

//! Whose picture is it, where no photographer is named? 资料图片, 受访者供图, (学校供图).

use super::unit::unit;
use crate::cursor::ends_with;
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
    static WHO: Words = Words::of(&[
        "受访者",
        "被访者",
        "村委会",
        "居委会",
        "企业",
        "校方",
        "院方",
        "主办方",
        "网络",
    ]);
    let is = |words: &Words, ink: &[Ink]| {
        words.opening(ink).is_some_and(|word| word.chars().count() == ink.len())
    };
    is(&ARCHIVES, ink)
        || supplier(ink)
            .is_some_and(|who| is(&WHO, who) || who.len() > 2 && unit(who) == Some(who.len()))
}

/// Who 供图 says that the picture is from.
fn supplier(ink: &[Ink]) -> Option<&[Ink]> {
    let end = ["供图", "提供图片", "提供照片"].iter().find(|end| ends_with(ink, end))?;
    Some(&ink[..ink.len() - end.chars().count()])
}

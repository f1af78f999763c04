//! Has a line a dot in it, as the name of a series and of a part of it?

use crate::cursor::is_han;
use crate::source::Ink;
use crate::wordlist::Words;

/// 安宁河谷·记者行: a series and a part of it; no 沁园春·雪.
pub fn is_dotted(ink: &[Ink]) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 6..=12;
    const SHORTEST: usize = 2;
    static GENRES: Words = Words::of(&[
        "微小说",
        "小小说",
        "小说",
        "散文",
        "随笔",
        "童话",
        "寓言",
        "诗歌",
        "组诗",
        "故事",
    ]);
    let mut halves = ink.split(|ink| ink.c == '·');
    let is_half = |half: Option<&[Ink]>| {
        half.is_some_and(|half| half.len() >= SHORTEST && half.iter().all(|ink| is_han(ink.c)))
    };
    LENGTHS.contains(&ink.len())
        && is_half(halves.next())
        && is_half(halves.next())
        && halves.next().is_none()
        && !crate::forms::names_verse(ink)
        // 微小说·还伞 is a title.
        && !GENRES.open(ink)
        && crate::credit::credit(ink).is_none()
}

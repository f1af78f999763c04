//! What else stands in the head, below the line with the paper or the day? Telephones, the office, disclaimers.

use super::place::{numbered_section, tells_makers};
use crate::cursor::{Cursor, contains, ends_with};
use crate::furniture::{HEAD, Matter, is_contact};
use crate::piece::Piece;
use crate::source::{Ink, Source};
use crate::wordlist::Words;

/// Lines of the head below its first, one under the other: each is of the head as long as the one above it is.
pub fn office_lines(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    const MOST: usize = 12;
    let ink = |at: usize| &source.ink[pieces[at].ink.clone()];
    let of_head = |matter: &Option<Matter>| {
        matter.as_ref().is_some_and(|matter| {
            !matter.is_guide && !matter.is_stub && !matter.rules_off && matter.jump.is_none()
        })
    };
    for at in 1..matters.len().min(MOST) {
        if !of_head(&matters[at - 1]) {
            break;
        }
        if matters[at].is_some() {
            continue;
        }
        let is_name_again = matters[..at].iter().zip(0..).any(|(matter, above)| {
            let paper = matter.as_ref().and_then(|matter| matter.paper.clone());
            paper.is_some_and(|paper| is_same(&ink(above)[paper], ink(at)))
        });
        let is_office = is_contact(ink(at)) || is_postal(ink(at)) || disclaims(ink(at));
        if is_name_again || is_office || tells_makers(ink(at)) {
            matters[at] = Some(Matter { why: HEAD, ..Matter::default() });
        } else {
            matters[at] = numbered_section(ink(at));
        }
    }
}

fn is_same(one: &[Ink], other: &[Ink]) -> bool {
    one.iter().map(|ink| ink.c).eq(other.iter().map(|ink| ink.c))
}

/// 邮编:044000, 郵遞區號:100, 郵政信箱 84-12
fn is_postal(ink: &[Ink]) -> bool {
    const LONGEST: usize = 24;
    static POSTS: Words =
        Words::of(&["邮编", "邮政编码", "邮递区号", "邮政信箱", "邮政划拨", "邮区"]);
    let mut cursor = Cursor::of(ink);
    cursor.eat_of(&POSTS).is_some()
        && ink.len() <= LONGEST
        && cursor.rest().iter().any(|ink| ink.c.is_ascii_digit())
}

/// 文責自負, 不代表本報立場, 未经许可不得转载: and nothing else, for 未经许可采砂 两人被刑拘 is news.
fn disclaims(ink: &[Ink]) -> bool {
    const LONGEST: usize = 40;
    static FORBID: Words = Words::of(&["不得", "请勿", "谢绝", "禁止", "严禁"]);
    static PUNISHED: Words =
        Words::of(&["翻印必究", "侵权必究", "转载必究", "盗版必究", "翻版必究", "仿冒必究"]);
    let is = |part: &[Ink], word: &str| part.iter().map(|ink| ink.c).eq(word.chars());
    let says = |part: &[Ink]| {
        let forbids = (0..part.len()).any(|at| FORBID.open(&part[at..]));
        // 酒后驾车违法必究 is news.
        ends_with(part, "自负") && contains(part, "文责")
            || PUNISHED.end(part)
            || is(part, "违者必究")
            || contains(part, "版权所有")
            || ends_with(part, "立场") && contains(part, "不代表")
            || ends_with(part, "转载") && forbids
    };
    let mut parts = ink
        .split(|ink| matches!(ink.c, ',' | ';' | '。' | '、'))
        .flat_map(|clause| clause.chunk_by(|_, next| !next.spaced))
        .peekable();
    ink.len() <= LONGEST && parts.peek().is_some() && parts.all(says)
}

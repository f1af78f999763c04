//! What else stands in the head, below the line with the paper or the day? Telephones, the office, disclaimers.

use crate::cursor::{Cursor, contains};
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
        if is_name_again || is_contact(ink(at)) || is_postal(ink(at)) || disclaims(ink(at)) {
            matters[at] = Some(Matter { why: HEAD, ..Matter::default() });
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

/// 文責自負, 不代表本報立場, 未经许可不得转载.
fn disclaims(ink: &[Ink]) -> bool {
    const LONGEST: usize = 40;
    const WORDS: [&str; 8] = [
        "文责自负",
        "不代表本报",
        "不代表本刊",
        "版权所有",
        "不得转载",
        "请勿转载",
        "未经许可",
        "翻印必究",
    ];
    ink.len() <= LONGEST && WORDS.iter().any(|word| contains(ink, word))
}

//! Is this a line of the system that kept the text? Names of files, numbers of articles, ends of its pages.

use crate::cursor::{Cursor, ends_with};
use crate::source::Ink;
use crate::wordlist::Words;

/// The rule for them.
pub const SYSTEM: &str = "文件名、编号、分页一类的行";

/// 3版头条 春耕.docx, 文章编号:201905010040021, ——第 2 页——.
pub fn is_of_system(ink: &[Ink]) -> bool {
    is_file(ink) || is_numbered(ink) || parts_pages(ink)
}

/// 春耕.docx
fn is_file(ink: &[Ink]) -> bool {
    const LONGEST: usize = 40;
    const TYPES: [&str; 13] = [
        ".doc", ".docx", ".wps", ".txt", ".pdf", ".jpg", ".jpeg", ".JPG", ".png", ".tif", ".fit",
        ".fbd", ".indd",
    ];
    let is_name = |ink: &Ink| !matches!(ink.c, '。' | ',' | ';' | '?' | '!' | '@' | ':');
    ink.last().is_some_and(|last| last.c.is_ascii_alphabetic())
        && ink.len() <= LONGEST
        && TYPES.iter().any(|kind| ends_with(ink, kind) && ink.len() > kind.len())
        && ink.iter().all(is_name)
}

/// 文章编号:201905010040021
fn is_numbered(ink: &[Ink]) -> bool {
    const FEWEST: usize = 4;
    static KEYS: Words =
        Words::of(&["文章编号:", "稿件编号:", "稿件ID:", "文章ID:", "稿号:", "新闻编号:"]);
    let mut cursor = Cursor::of(ink);
    cursor.eat_of(&KEYS).is_some()
        && cursor.rest().len() >= FEWEST
        && cursor
            .rest()
            .iter()
            .all(|ink| ink.c.is_ascii_alphanumeric() || matches!(ink.c, '-' | '_'))
        && cursor.rest().iter().any(|ink| ink.c.is_ascii_digit())
}

/// ——第 2 页——, 第2页 共8页, ===== Page 3 =====
fn parts_pages(ink: &[Ink]) -> bool {
    const LONGEST: usize = 30;
    if ink.len() > LONGEST {
        return false;
    }
    let is_rule = |ink: &Ink| matches!(ink.c, '-' | '—' | '=' | '_' | '~' | '*' | '·' | '─' | '―');
    let start = ink.iter().take_while(|ink| is_rule(ink)).count();
    let end = ink.len() - ink[start..].iter().rev().take_while(|ink| is_rule(ink)).count();
    let mut cursor = Cursor::of(&ink[start..end]);
    if cursor.eat_any(&["Page", "PAGE", "page"]).is_some() {
        let is_told = cursor.number().is_some();
        if cursor.eat("of") || cursor.eat("/") {
            cursor.number();
        }
        return is_told && cursor.is_done();
    }
    if !(cursor.eat("第") && cursor.number().is_some() && cursor.eat("页")) {
        return false;
    }
    cursor.eat_if(|c| matches!(c, ',' | '/'));
    // 第5页 alone may be of the paper.
    let of_all = cursor.eat("共") && cursor.number().is_some() && cursor.eat("页");
    cursor.is_done() && (of_all || start > 0 && end < ink.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn lines_of_a_system_are_told() {
        let told = |line: &str| is_of_system(&Source::of(line).ink);
        for line in [
            "春耕.docx",
            "3版头条 春耕 终稿(2).doc",
            "IMG_2031.JPG",
            "文章编号: 201905010040021",
            "稿件ID：HD-20240724-3",
            "——第 2 页——",
            "第2页 共8页",
            "===== Page 3 of 8 =====",
        ] {
            assert!(told(line), "{line}");
        }
        for line in [
            "第5页",
            "他打开了春耕.docx,看了一遍",
            "稿件请发至hd@163.com",
            "文章编号:待定",
            "翻到第2页",
            "第二页人生",
        ] {
            assert!(!told(line), "{line}");
        }
    }
}

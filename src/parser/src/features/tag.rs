//! Is a label set between two marks that name the series of the one article below it, as 【街谈巷议】 does?

use super::{bare, names_page};
use crate::cursor::is_han;
use crate::source::Ink;
use crate::wordlist::Words;

/// Of the written pages' labels between marks 57 of four characters and more name a column, and 17 a rubric: those of
/// short items, of pictures and of what the page is about.
pub fn is_tag(ink: &[Ink]) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 4..=12;
    static OF_SEVERAL: Words =
        Words::of(&["新闻", "要闻", "话题", "观点", "短笛", "来函", "影像", "公告", "启事"]);
    let [first, .., last] = ink else { return false };
    let label = bare(ink);
    let is_between = matches!((first.c, last.c), ('【', '】'))
        || first.c == last.c && crate::newshead::is_bullet(first.c);
    is_between
        && label.len() + 2 == ink.len()
        && LENGTHS.contains(&label.len())
        && label.iter().all(|ink| is_han(ink.c) || ink.c == '·')
        && !crate::words::BRIEFS.end(label)
        && !OF_SEVERAL.end(label)
        && !names_page(label)
}

#[cfg(test)]
mod tests {
    use super::is_tag;
    use crate::source::Source;

    #[test]
    fn a_label_between_marks_is_told_from_that_of_short_items_and_from_a_mark_before_a_line() {
        let is = |text: &str| is_tag(&Source::of(text).ink);
        assert!(is("【街谈巷议】") && is("◆村里那些事◆") && is("【走基层·看变化】"));
        assert!(!is("【一线短讯】") && !is("【图片新闻】") && !is("【足球】"));
        assert!(!is("◆村里那些事") && !is("【街谈巷议】说的是井盖"));
    }

    #[test]
    fn a_column_between_marks_is_that_of_one_article() {
        let story = |name: &str| {
            format!(
                "本报讯(记者 {name})昨天上午,河口镇把老渡口的石阶重新铺了一遍,来往的人再也不怕下雨天滑倒。\n"
            )
        };
        let text = format!(
            "【来信照登】\n村口的桥该修了\n{}渡口通了夜船\n{}【来信照登】\n老人盼着一张长椅\n{}",
            story("王小明"),
            story("李大伟"),
            story("赵文华")
        );
        let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
        let columns: Vec<_> =
            page.articles.iter().map(|article| article.column.as_deref()).collect();
        assert_eq!(columns, [Some("来信照登"), None, Some("来信照登")]);
    }
}

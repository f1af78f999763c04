//! Is the text above a line and the text below it of one matter? Then the line is a subhead.

use crate::features::Features;
use crate::grammar::Lone;

/// What it says for a subhead that the texts around it have words in common: the logarithm of how much more often that
/// share lies between two paragraphs of one article than between two articles, cut down to what holds for written pages
/// as well as for composed ones.
pub fn one_matter(f: &Features) -> f32 {
    const USUAL: f32 = 0.045;
    const LEAST: f32 = 0.005;
    const MOST: f32 = 2.5;
    // Nothing to compare: subheads stand between long texts.
    const UNKNOWN: f32 = -0.5;
    let Some(cohesion) = f.cohesion else { return UNKNOWN };
    let shared = (cohesion.max(LEAST) / USUAL).ln().min(MOST);
    // Poems, rows, labels and what has a number need not say again what the text said.
    let is_title = f.form.run > 0 || f.form.over_rows || f.form.names_table;
    let is_label = f.rubric > 0 || f.column_words > 0 || f.numbered;
    match shared < 0.0 {
        true if is_title || is_label => 0.0,
        // “金点子”变成“金钥匙”: no title of news.
        true if f.figures => 0.5 * shared,
        true if f.rhymes > 0 => 0.7 * shared,
        _ => shared,
    }
}

/// What it says against a subhead that it would be the only one of a report; nothing where the texts around it are plainly
/// of one matter.
pub fn alone_in_report(f: &Features) -> f32 {
    const ALONE: f32 = -2.5;
    const TWICE: f32 = -6.0;
    const PLAINLY: f32 = 0.05;
    let is_other = f.numbered || f.form.over_rows || f.form.names_table;
    let is_same = f.cohesion.is_some_and(|shared| shared > PLAINLY);
    match f.lone {
        _ if is_other => 0.0,
        Lone::SignedTwice => TWICE,
        Lone::InReport if !is_same => {
            if f.figures {
                0.3 * ALONE
            } else {
                ALONE
            }
        }
        Lone::InReport | Lone::No => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;
    use crate::topic::Topics;

    /// What it says for the line between a text and `below`.
    fn said(line: &str, below: &str) -> f32 {
        let above = "河口镇的老磨坊停了二十年,今年又响了起来。三户人家凑钱换了石磨,磨出的面一袋卖到八十元,买的人还是不少。";
        let page = format!("老磨坊又响起来\n\n{above}\n\n{line}\n\n{below}\n");
        let source = Source::of(&page);
        let pieces = crate::piece::pieces(&source);
        let topics = Topics::of(&source, &pieces);
        let seen: Vec<_> = pieces.iter().map(|_| crate::bond::Seen::default()).collect();
        let no = |_: &[crate::source::Ink]| false;
        let all = crate::features::features(&source, &pieces, &topics, &seen, &no, &no);
        one_matter(&all[2])
    }

    #[test]
    fn texts_of_one_matter_have_words_in_common() {
        let same = "磨坊的三户人家各出一人看石磨,一袋面分三份钱,河口镇的人都来买,今年又添了两盘石磨,还请了一位师傅。";
        let other = "考古队在北山坡上清理出一座汉墓,出土陶罐七件、铜镜一面,县博物馆下月展出,不收门票,讲解也不收钱。";
        assert!(said("客人来了一批又一批", same) > 1.0);
        assert!(said("客人来了一批又一批", other) < -1.0);
        // A figure of speech says less, and what has a number nothing.
        assert!((-1.2..-1.0).contains(&said("从“看天”到“看屏”", other)));
        assert_eq!(said("二、客人来了一批又一批", other), 0.0);
    }

    #[test]
    fn a_report_has_no_lone_subhead_and_an_article_with_a_byline_may() {
        let first = "4月12日,河口镇的老磨坊修好了,停了二十年的石磨又响了起来。";
        let more =
            "三户人家凑钱换了石磨,磨出的面一袋卖到八十元,镇上的人都来买,县里的小学也来订了三十袋。";
        let next =
            "受前期少雨影响,河口镇今年春灌比往年提前十天,三户人家的磨面水渠也先让给了镇上的秧田。";
        let heads = |above: &str| {
            let text =
                format!("老磨坊又响起来\n\n{above}{first}\n\n{more}\n\n春灌提前\n\n{next}\n");
            let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
            page.articles.len()
        };
        assert_eq!((heads("本报讯(记者 王明)"), heads("本报记者 王明\n\n")), (2, 1));
    }
}

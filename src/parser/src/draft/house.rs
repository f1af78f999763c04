//! Whose is 本报评论员 between a text and a headline?

use super::{Layout, first_piece};
use crate::features::Features;
use crate::label::Label;

impl Layout {
    /// A house that nobody's name stands beside signs no report of somebody else: where it stands under one that says who
    /// wrote it, and over a headline of which nothing does, it wrote what follows.
    pub fn return_house(&mut self, features: &[Features]) {
        for at in 1..self.articles.len() {
            let [.., above, below] = &mut self.articles[..=at] else { continue };
            let Some((Label::Signoff, sign)) = above.parts.last().copied() else { continue };
            let is_of_house =
                features[sign].credit.as_ref().is_some_and(|credit| credit.is_of_house());
            let is_next = below.has_heads() && first_piece(below) == sign + 1;
            let others = &above.parts[..above.parts.len() - 1];
            if is_of_house
                && is_next
                && says_who(others, features)
                && !says_who(&below.parts, features)
            {
                above.parts.pop();
                below.parts.insert(0, (Label::Byline, sign));
            }
        }
    }
}

/// It opens with a report head, or somebody has signed it.
fn says_who(parts: &[(Label, usize)], features: &[Features]) -> bool {
    parts.iter().any(|(label, piece)| match label {
        Label::Body => features[*piece].head.is_some(),
        Label::Byline | Label::Signoff => true,
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use ::edition::BlockKind::{self, Byline, Lead, Para, Signoff};

    const REPORT: &str = "水渠清淤完工\n\n本报讯(记者 王晓明)7月3日,上河村的两条水渠清完了淤,秧田不再缺水,村民说这是十几年来头一回。\n\n\
        镇里还请来懂行的人,教大家怎么轮流灌溉,一亩地一年能省下一百多方水。\n\n";
    const COMMENT: &str = "把好事办到心坎上\n\n办好事要看群众要什么。一条水渠淤了十几年,今年终于清完,靠的是一件一件地问,一户一户地听。\n\n\
        好事办得好不好,群众说了算。愿更多的人走到田埂上去,把急事难事办好。\n\n";

    fn kinds(text: &str) -> Vec<Vec<BlockKind>> {
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let kinds = |article: &::edition::Article| {
            article.blocks.iter().map(|block| block.kind).collect::<Vec<_>>()
        };
        page.articles.iter().map(kinds).collect()
    }

    #[test]
    fn a_house_over_a_headline_signs_no_report_that_has_its_writer() {
        for house in ["本报评论员", "本报编辑部", "本報評論員"] {
            let over = kinds(&format!("{REPORT}{house}\n\n{COMMENT}"));
            assert_eq!(over, [vec![Lead, Para], vec![Byline, Lead, Para]], "{house}");
            let below = kinds(&format!("{COMMENT}{house}\n\n{REPORT}"));
            assert_eq!(below, [vec![Lead, Para, Signoff], vec![Lead, Para]], "{house}");
        }
    }

    #[test]
    fn the_office_of_the_paper_under_a_headline_is_its_byline() {
        let text = format!(
            "{REPORT}致全体读者\n\n本报编辑部\n\n亲爱的读者,从下月起本报改为每周四期,多出的版面给乡村,也给大家的来信。\n"
        );
        assert_eq!(kinds(&text)[1], [Byline, Lead]);
    }
}

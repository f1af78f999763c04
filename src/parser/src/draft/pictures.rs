//! Whose is a picture below a text that its own reporter took?

use super::{Draft, Layout, first_piece};
use crate::features::{Features, is_drawing};
use crate::label::Label;
use crate::source::Ink;

impl Layout {
    /// A picture without a head, directly below a paragraph of a text or between two of them, goes to that text where
    /// whoever wrote it took the picture and the text has some of its words. `ink`: that of a piece; `recall`: as in
    /// [`super::layout`].
    pub fn return_pictures<'s>(
        &mut self,
        features: &[Features],
        ink: &dyn Fn(usize) -> &'s [Ink],
        recall: &dyn Fn(&[usize], usize) -> f32,
    ) {
        let mut at = 0;
        while at < self.articles.len() {
            match self.owner(at, features, ink, recall) {
                Some(owner) => {
                    let picture = std::mem::take(&mut self.articles[at].parts);
                    let text = &mut self.articles[owner].parts;
                    let place = text.partition_point(|part| part.1 < picture[0].1);
                    text.splice(place..place, picture);
                    self.articles.remove(at);
                }
                None => at += 1,
            }
        }
    }

    fn owner<'s>(
        &self,
        at: usize,
        features: &[Features],
        ink: &dyn Fn(usize) -> &'s [Ink],
        recall: &dyn Fn(&[usize], usize) -> f32,
    ) -> Option<usize> {
        const HEARD: f32 = 0.1;
        let picture = &self.articles[at];
        if !picture.is_photo() || picture.has_heads() {
            return None;
        }
        let above = first_piece(picture).checked_sub(1)?;
        let holds = |draft: &Draft| draft.parts.contains(&(Label::Body, above));
        let owner = self.articles.iter().position(holds)?;
        let text = &self.articles[owner];
        let caption = first_piece(picture);
        // Reporters of a small paper take pictures of other matters, too: what opens with its mark or its day is an item.
        let is_item = features[caption].bullet || features[caption].opens_with_day;
        // 插图:拨算盘的手 was drawn for the text.
        if is_drawing(ink(caption)) {
            return Some(owner);
        }
        if is_item || recall(&text.last_texts(text.parts.len()), caption) < HEARD {
            return None;
        }
        let named = names(text, features, ink);
        let took = names(picture, features, ink);
        (!took.is_empty() && took.iter().all(|name| named.contains(name))).then_some(owner)
    }
}

/// Who is named in credits and report heads.
fn names<'s>(
    draft: &Draft,
    features: &[Features],
    ink: &dyn Fn(usize) -> &'s [Ink],
) -> Vec<Vec<char>> {
    let of_piece = |(label, piece): &(Label, usize)| {
        let seen = &features[*piece];
        let people = match label {
            Label::Body => seen.head.as_ref().map(|head| &head.people),
            Label::Byline | Label::Signoff | Label::PhotoCredit => {
                seen.credit.as_ref().map(|credit| &credit.people)
            }
            _ => None,
        };
        let words = ink(*piece);
        let name = |range: std::ops::Range<usize>| -> Option<Vec<char>> {
            Some(words.get(range)?.iter().map(|ink| ink.c).collect())
        };
        let people = people.into_iter().flatten();
        people.filter_map(|person| name(person.name.clone())).collect::<Vec<_>>()
    };
    draft.parts.iter().flat_map(of_piece).collect()
}

#[cfg(test)]
mod tests {
    fn blocks(photographer: &str) -> Vec<usize> {
        let text = format!(
            "馬公巷內的小診所\n\n〔記者葉庭宇／馬公報導〕三十四歲的護理師去年回到島上,把老家的藥鋪改成診所,每週看診兩天。\n\n\
             其他日子她量血壓、換藥,打電話催老人家吃藥,病人付的診金是一條剛釣到的石斑。\n\n\
             護理師把老家的老藥櫃留下,每個抽屜放紗布和棉花棒,老人家看了都說好。（記者{photographer}攝）\n\n\
             雨都少年練划船\n\n〔記者陳大文／基隆報導〕港邊的少年划船隊每天清晨練習,教練用盆栽測浪,下雨也不停。\n"
        );
        let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
        page.articles.iter().map(|article| article.blocks.len()).collect()
    }

    #[test]
    fn a_picture_that_the_writer_of_the_text_took_is_the_text_s() {
        assert_eq!(blocks("葉庭宇"), [4, 1]);
        assert_eq!(blocks("林小明"), [2, 2, 1]);
    }
}

//! What does the seam of two pieces say for their labels? A text that stops in mid-sentence wants to go on.

use crate::features::Features;
use crate::label::Label;
use crate::opening::Stop;

/// A text that stops in mid-sentence wants to go on; two lines that share a word are one text.
pub fn cut(from: Label, before: &Features, to: Label, here: &Features) -> f32 {
    use Label::*;
    let Some(seam) = here.seam else { return 0.0 };
    let seam = || seam - fresh(before, here, seam);
    let goes_on = from == to && matches!(from, Body | Caption);
    if goes_on {
        let against = match from {
            Body if is_gapped(here) => GAPPED,
            Body if is_unmarked(here) => UNMARKED,
            _ => 0.0,
        };
        return (seam() * 0.5).clamp(-1.0, 4.0) - against;
    }
    let is_text = matches!(from, Body | Caption) && before.stop == Stop::Open;
    match to {
        Caption | PhotoCredit => 0.0,
        Subhead | Signoff if is_text => -3.0,
        _ if is_text => -2.5,
        Body if from == Headline && here.rest => -REST,
        Body if from == Subhead && here.rest => -REST_OF_SECTION,
        // A head that the next line goes on with is no head.
        Body if from == Subhead => -(seam() - CLOSE_SEAM).clamp(-0.5, 5.0),
        Body => -(seam() - CLOSE_SEAM - 0.4).clamp(-0.5, 5.0),
        _ => 0.0,
    }
}

/// What speaks against a short line with a space in it, of Chinese characters alone, as a piece of a paragraph that is
/// cut before it and behind it: prose has no spaces.
const GAPPED: f32 = 4.0;

/// What speaks against one without any mark.
const UNMARKED: f32 = 1.5;

fn is_unmarked(here: &Features) -> bool {
    const SHORTEST: usize = 8;
    (SHORTEST..SHORT_LINE).contains(&here.len)
        && here.stop == Stop::Open
        && here.commas + here.stops == 0
        && here.credit.is_none()
}

fn is_gapped(here: &Features) -> bool {
    const SHORTEST: usize = 6;
    (SHORTEST..SHORT_LINE).contains(&here.len)
        && here.han == here.len
        && !here.plain
        && here.stop == Stop::Open
        && here.credit.is_none()
}

/// What speaks against a headline over the rest of a sentence, whose beginning is lost …
const REST: f32 = 2.0;
/// … and against a subhead.
const REST_OF_SECTION: f32 = 6.0;

/// A line of fewer characters …
pub const SHORT_LINE: usize = 24;
/// … under the end of a paragraph has this against its being the beginning of one that was cut, in the measure of
/// seams …
pub const FRESH: f32 = 1.5;
/// … and this where others are built as it is; where its words open a paragraph it has nothing against it.
const FRESH_RHYME: f32 = 2.5;
const PARAGRAPH_OPENS: f32 = 1.0;
/// A seam above this is too close for that.
const CLOSEST_SEAM: f32 = 6.0;

/// What speaks against a short line's being the beginning of a paragraph that was cut.
fn fresh(before: &Features, here: &Features, seam: f32) -> f32 {
    if here.marked_off && is_whole(before) {
        return seam;
    }
    if before.len >= SHORT_LINE || before.seam.is_some() || here.tail || seam > CLOSEST_SEAM {
        return 0.0;
    }
    let opens = before.words > PARAGRAPH_OPENS && !before.opens_with_place;
    match before.rhymes {
        _ if before.stub || before.hangs => 0.0,
        0 if before.framed || before.unclosed => 0.0,
        0 if opens || before.commas + before.stops > 0 => 0.0,
        0 => FRESH,
        _ => FRESH_RHYME,
    }
}

/// A line below the end of a paragraph that wants no more.
fn is_whole(before: &Features) -> bool {
    before.len < SHORT_LINE
        && before.seam.is_none()
        && !(before.stub || before.hangs || before.framed || before.unclosed)
}

/// A seam above this is closer than that of a headline and its lead.
const CLOSE_SEAM: f32 = 1.2;

#[cfg(test)]
mod tests {
    use ::edition::BlockKind;

    #[test]
    fn a_headline_may_stand_over_the_rest_of_a_sentence() {
        let text = "河口镇办起识字班\n\n本报讯(记者 王明)晚上九点半,河口镇的旧戏台下坐了二十几个人,有人带着笔,有人带着孩子。\n\n\
            换掉旧电机 一年省出三台车\n\n县农机厂今年换掉旧电机四十台,一年省下的电费够买三台车,工人们都说换得值。\n\n(冯志国 孟建民)\n\n\
            兄嫂争地毁苗 法院上门调解\n\n,一怒之下拔掉弟弟家的玉米苗三百多棵。县法院的法官带着卷尺到了地里,当着兄嫂的面量了三遍,查出地界原先就埋着一块石灰界。\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let heads = page.articles.iter().flat_map(|article| &article.headline);
        let heads: Vec<&str> = heads.map(|span| span.of(text)).collect();
        assert_eq!(heads[1..], ["换掉旧电机 一年省出三台车", "兄嫂争地毁苗 法院上门调解"]);
        assert_eq!(page.articles[2].flags[0].kind, ::edition::FlagKind::LostLead);
    }

    #[test]
    fn a_mark_that_opens_a_line_ties_it_to_no_whole_line_above() {
        let text = "河口镇办起识字班\n\n本报讯(记者 王明)连日来,河口镇的旧戏台下坐了二十几个人,有人带着笔,有人带着孩子。\n\n\
            截至目前,识字班已上课四十堂,学员有九十人。\n\n平遥县:梨子“红”了农家的日子\n\n\
            ,平均亩产达到四千公斤。“今年的梨又大又甜,不愁卖。”种梨的周有根说。\n\n目前,平遥县的梨园有三万亩。\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let heads = page.articles.iter().flat_map(|article| &article.headline);
        let heads: Vec<&str> = heads.map(|span| span.of(text)).collect();
        assert_eq!(heads, ["河口镇办起识字班", "平遥县:梨子“红”了农家的日子"]);
        assert_eq!(page.articles[1].flags[0].kind, ::edition::FlagKind::LostLead);
    }

    #[test]
    fn a_short_line_between_two_cuts_is_a_head_and_a_marked_item_is_none() {
        let text = "河口镇办起识字班\n\n本报讯(记者 王明)晚上九点半,河口镇的旧戏台下坐了二十几个人,有人带着笔,有人带着孩子。\n\n\
            教书的是退休的周老师,他把要学的字一个一个写在门板上,讲完一个,就让大家跟着他走到\n\n\
            白天修渠 晚上识字\n\n识字班的课由大家自己定。六月里上了十四堂,先学写自己的名字,再学看药盒上的字,学得都很快。\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let subheads =
            page.articles[0].blocks.iter().filter(|block| block.kind == BlockKind::Subhead);
        let subheads: Vec<&str> = subheads.map(|block| block.spans[0].of(text)).collect();
        assert_eq!(subheads, ["白天修渠 晚上识字"]);
        let text = "简讯\n\n★河口镇的识字班七月起每周开三晚,愿意来的都可以来。\n\n★上河村的水渠清完了淤,秧田再也不缺水。\n\n\
            ★下河村送走的八匹马经北山口岸\n\n一口老井又出了水\n\n本报讯(记者 王明)干了十年的老井前天又出了水,村里人都来看,有人还带来了桶。\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        assert!(page.columns.is_empty());
        assert_eq!(page.articles.len(), 4);
    }
}

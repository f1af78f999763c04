//! Where do the paragraphs under one picture begin, given where whoever photographed it stands?

use crate::credit::Credit;
use crate::newshead::opening_date;
use crate::opening::{Stop, stop};
use crate::source::Ink;
use crate::wordlist::Words;

/// Pieces under one picture: two or three paragraphs, one of them cut.
const MOST: usize = 4;

/// Characters of them all.
const LONGEST: usize = 260;

/// The first of the pieces between a day, or 图为, and the photographer behind them: 7月22日,村民在采茶。 …
/// 该村今年种茶三千亩。 本报记者 常 奇 摄. `None` where `end` is no photographer's line or one piece is all.
pub fn before_credit(
    inks: &[&[Ink]],
    credits: &[Option<Credit>],
    has_head: &dyn Fn(usize) -> bool,
    end: usize,
) -> Option<usize> {
    let credit = credits[end].as_ref()?;
    if !credit.is_photo && !credit.is_pictured {
        return None;
    }
    let is_open = |at: usize| credits[at].is_none() && !has_head(at) && is_text(inks, at);
    let run = (0..end).rev().take(MOST).take_while(|at| is_open(*at));
    let mut length = 0;
    let mut first = None;
    for at in run {
        length += inks[at].len();
        if length > LONGEST {
            break;
        }
        let may_open = begins(inks, credits, at) || is_flowed_around(inks, at, end);
        let is_dated = opening_date(inks[at]).is_some() && may_open;
        let titles = at > 0 && is_title(inks[at - 1]) && credits[at - 1].is_none();
        // 摄影报道: whoever photographed it wrote it, too.
        let under_pictures = at > 0 && super::is_under_pictures(inks, at - 1);
        let tells = tells_picture(inks[at]) || is_report(inks[end]) || under_pictures;
        let titles = titles && tells && !inks[at + 1..end].iter().any(|ink| is_told(ink));
        let may_begin = credit.is_photo || titles && under_pictures;
        if !may_begin {
            continue;
        }
        // Between the paragraphs of a text only what the dump cut has its photographer so far below.
        let is_scene = at + 2 == end && stop(inks[at]) == Stop::Open && is_scene(inks[at]);
        let is_scene = is_scene && begins(inks, credits, at);
        if is_dated || is_scene || crate::cursor::starts_with(inks[at], "图为") || titles {
            first = Some(at);
            break;
        }
    }
    first.filter(|first| first + 1 < end)
}

/// 王明 摄影报道: whoever photographed it wrote it, too.
pub fn is_report(ink: &[Ink]) -> bool {
    crate::cursor::contains(ink, "摄影报道")
}

/// 眼下,上河县渡口镇的秋梨进入采收期: what can be seen these days, and where.
fn is_scene(ink: &[Ink]) -> bool {
    const NEAR: usize = 20;
    static NOW: Words = Words::of(&[
        "眼下",
        "连日来",
        "近日",
        "日前",
        "时下",
        "当下",
        "近期",
        "这几天",
        "入春",
        "入夏",
        "入秋",
        "入冬",
        "初春",
        "阳春",
        "暮春",
        "初夏",
        "仲夏",
        "盛夏",
        "初秋",
        "金秋",
        "深秋",
        "初冬",
        "隆冬",
        "寒冬",
        "春日",
        "夏日",
        "秋日",
        "冬日",
    ]);
    let near = &ink[..ink.len().min(NEAR)];
    NOW.open(ink) && near.iter().skip(2).any(|ink| "县市区旗镇乡村".contains(ink.c))
}

/// …进入采藕季。图为…: the text says what is in the picture.
fn tells_picture(ink: &[Ink]) -> bool {
    crate::cursor::contains(ink, "。图为")
}

/// 图①…, 图为…: a caption by its own words; what stands above it is text.
fn is_told(ink: &[Ink]) -> bool {
    super::caption(ink) == 2
}

/// A paragraph, or a half of one: no head.
fn is_text(inks: &[&[Ink]], at: usize) -> bool {
    const SHORTEST_HALF: usize = 24;
    let rest = |at: usize| inks.get(at).is_some_and(|ink| stop(ink) == Stop::Full);
    stop(inks[at]) == Stop::Full || inks[at].len() >= SHORTEST_HALF && rest(at + 1)
}

fn is_title(ink: &[Ink]) -> bool {
    const LONGEST_TITLE: usize = 20;
    ink.len() <= LONGEST_TITLE && stop(ink) != Stop::Full
}

/// Between the halves of a sentence: the text flows around the picture.
fn is_flowed_around(inks: &[&[Ink]], at: usize, credit: usize) -> bool {
    const SHORTEST_HALF: usize = 24;
    let is_half = |ink: &[Ink]| stop(ink) == Stop::Open && ink.len() >= SHORTEST_HALF;
    let goes_on = |ink: &&[Ink]| {
        stop(ink) == Stop::Full && opening_date(ink).is_none() && super::caption(ink) == 0
    };
    at > 0 && is_half(inks[at - 1]) && inks.get(credit + 1).is_some_and(goes_on)
}

/// Whatever stands above has ended: a text, a credit, a label. A day in the middle of a report does not begin a caption
/// where its byline stands directly above.
fn begins(inks: &[&[Ink]], credits: &[Option<Credit>], at: usize) -> bool {
    let Some(above) = at.checked_sub(1) else { return true };
    match &credits[above] {
        Some(credit) => credit.bracketed || credit.is_photo,
        // A picture may have a title, and nobody but its photographer.
        None => {
            stop(inks[above]) == Stop::Full
                || crate::features::names_section(inks[above])
                || is_title(inks[above]) && stop(inks[above]) == Stop::Open
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn first(text: &str) -> Option<usize> {
        let source = Source::of(text);
        let inks: Vec<&[Ink]> =
            source.lines.iter().map(|line| &source.ink[line.ink.clone()]).collect();
        let credits: Vec<Option<Credit>> =
            inks.iter().map(|ink| crate::credit::credit(ink)).collect();
        before_credit(&inks, &credits, &|_| false, inks.len() - 1)
    }

    #[test]
    fn the_paragraphs_under_a_picture_begin_with_a_day() {
        let above = "会议由镇长主持,各村负责人参加。";
        let dated = "5月3日,河口镇的果农在给梨树疏果。";
        let more =
            "该镇种植酥梨两万亩,今年挂果喜人,预计每亩比去年多收四百斤,果农们每天一早就\n到了地里。";
        assert_eq!(first(&format!("{above}\n{dated}\n{more}\n本报记者 赵强 摄")), Some(1));
        assert_eq!(first(&format!("梨园疏果忙\n{dated}\n{more}\n赵 强 摄")), Some(1));
        assert_eq!(first(&format!("{above}\n{more}\n本报记者 赵强 摄")), None);
        assert_eq!(first(&format!("{above}\n{dated}\n{more}\n(赵强)")), None);
        let cut =
            "眼下,河口镇的秋梨进入采收期,果农们每天一早就带着剪刀和竹筐\n到了地里。\n赵强 摄影报道";
        assert_eq!(first(&format!("{above}\n{cut}")), Some(1));
        let whole = "眼下,河口镇的秋梨进入采收期。\n果农们每天一早就到了地里。\n赵强 摄影报道";
        assert_eq!(first(&format!("{above}\n{whole}")), None);
        let shown = "初夏时节,河口镇的梨园里一片繁忙。图为果农在疏果。\n疏下的小果被装进竹篓。";
        assert_eq!(first(&format!("梨园疏果忙\n{shown}\n赵 强 摄")), Some(1));
        let titled = format!("梨园疏果忙\n{dated}\n疏下的小果被装进竹篓。\n本报记者 赵 强 文/图");
        assert_eq!(first(&format!("图片新闻\n{titled}")), Some(2));
        assert_eq!(first(&format!("乡村新闻\n{titled}")), None);
    }
}

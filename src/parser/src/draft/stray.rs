//! Which pieces of a text did the dump print behind another article?

use super::{Draft, Layout};
use crate::features::Features;
use crate::label::Label;
use crate::opening::Stop;

/// How many articles further down the rest of a text may stand.
const REACH: usize = 3;

/// A seam above this is that of one sentence.
const ONE_SENTENCE: f32 = 4.5;

/// So much more makes one seam clearly better than another.
const MUCH: f32 = 4.0;

/// A seam above this tears a word, and so much below the other it is out of the question.
const ONE_WORD: f32 = 8.0;
const FAR_BELOW: f32 = 6.0;

/// Pieces of an article; a page without end is not looked through for every paragraph.
const LONGEST: usize = 60;

impl Layout {
    /// A text breaks off in mid-sentence, and behind an article that is complete stands what goes on with it: that comes
    /// back, and what stands below it too, where the article has its own writer's name.
    pub fn return_strays(&mut self, features: &[Features], bond: &dyn Fn(usize, usize) -> f32) {
        let articles = &mut self.articles;
        for at in 0..articles.len() {
            return_inside(&mut articles[at..], features, bond);
            let Some(end) = broken_end(&articles[at], features) else { continue };
            let reach = articles.len().min(at + 1 + REACH);
            let found = (at + 1..reach).find_map(|other| {
                let from = stray(&articles[other], end, features, bond)?;
                Some((other, from))
            });
            let Some((other, from)) = found else { continue };
            let is_all = is_signed(&articles[other], from, features);
            let rows = articles[other].parts[from + 1..].iter().all(|part| part.0 == Label::Table);
            let until = if is_all || rows { articles[other].parts.len() } else { from + 1 };
            let parts: Vec<(Label, usize)> = articles[other].parts.drain(from..until).collect();
            articles[at].parts.extend(parts);
        }
    }
}

/// A paragraph breaks off in mid-word, its own article goes on with something else, and the rest stands behind the next
/// article: it comes back to where the paragraph broke off.
fn return_inside(
    articles: &mut [Draft],
    features: &[Features],
    bond: &dyn Fn(usize, usize) -> f32,
) {
    let [own, next, ..] = articles else { return };
    for at in 0..own.parts.len().saturating_sub(1) {
        let (end, below) = (own.parts[at], own.parts[at + 1]);
        let goes_on = || below.0 == Label::Body && bond(end.1, below.1) > 0.0;
        if !is_open(end, features) || goes_on() {
            continue;
        }
        let from = (1..next.parts.len().min(LONGEST)).find(|from| {
            let (above, (label, piece)) = (next.parts[*from - 1], next.parts[*from]);
            let may_be = label == Label::Body && features[piece].head.is_none();
            may_be && is_whole(above, features) && {
                let (back, here) = (bond(end.1, piece), bond(above.1, piece));
                back > ONE_WORD && back - here > FAR_BELOW
            }
        });
        if let Some(from) = from {
            let part = next.parts.remove(from);
            own.parts.insert(at + 1, part);
            return;
        }
    }
}

/// The last piece of an article that stops in mid-sentence.
fn broken_end(draft: &Draft, features: &[Features]) -> Option<usize> {
    let last = *draft.parts.last()?;
    is_open(last, features).then_some(last.1)
}

/// A paragraph that stops in mid-sentence.
fn is_open((label, piece): (Label, usize), features: &[Features]) -> bool {
    label == Label::Body && features[piece].stop == Stop::Open
}

/// A paragraph that ends with its sentence, or a signature: what stands below it need not go on with it.
fn is_whole((label, piece): (Label, usize), features: &[Features]) -> bool {
    label == Label::Signoff || label == Label::Body && features[piece].stop == Stop::Full
}

/// Where in another article the rest of a sentence begins that this one has not begun.
fn stray(
    draft: &Draft,
    end: usize,
    features: &[Features],
    bond: &dyn Fn(usize, usize) -> f32,
) -> Option<usize> {
    let parts = &draft.parts;
    let from = (1..parts.len()).find(|at| {
        let (label, piece) = parts[*at];
        label == Label::Body
            && is_whole(parts[at - 1], features)
            && features[piece].head.is_none()
            && bond(end, piece) > sure_bond(&features[piece])
            && !is_wanted(&parts[..*at], piece, bond(end, piece), features, bond)
    })?;
    let is_text = |label: Label| matches!(label, Label::Body | Label::Signoff | Label::Table);
    let only_text = parts[from..].iter().all(|part| is_text(part.0));
    only_text.then_some(from)
}

/// Above what a seam says that the piece is the rest of the sentence.
fn sure_bond(piece: &Features) -> f32 {
    match piece.words {
        _ if piece.rest || piece.tail => ONE_SENTENCE,
        ..0.0 => ONE_SENTENCE,
        0.0 => ONE_WORD,
        // It opens as a paragraph would.
        _ => f32::INFINITY,
    }
}

/// Whether a piece above it, in its own article, breaks off and goes on with it better than with what stands below, and
/// about as well as the article does that breaks off further up (`rival`).
fn is_wanted(
    above: &[(Label, usize)],
    piece: usize,
    rival: f32,
    features: &[Features],
    bond: &dyn Fn(usize, usize) -> f32,
) -> bool {
    above.windows(2).any(|two| {
        is_open(two[0], features) && {
            let own = bond(two[0].1, piece);
            bond(two[0].1, two[1].1) < own && own + MUCH >= rival
        }
    })
}

/// Whether whoever wrote the article stands above this part of it.
fn is_signed(draft: &Draft, from: usize, features: &[Features]) -> bool {
    draft.parts[..from].iter().any(|(label, piece)| match label {
        Label::Byline | Label::Signoff => true,
        Label::Body => features[*piece].head.as_ref().is_some_and(|head| !head.people.is_empty()),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use crate::{Context, parse_page};
    use ::edition::FlagKind;

    #[test]
    fn the_rest_of_a_sentence_comes_back_from_behind_another_article() {
        let first = "护林员守住一座山\n\n本报讯 河口镇的护林员每月在山上的时间不少于二十二天,红外相机去年拍到林麝三百多段。\n\n\
            镇里还把护林同增收结合起来,选聘护林员五十一名,家里有难处的先选,每人每年补\n\n";
        let second = "扶贫车间开工\n\n本报讯(记者 余建新)4月23日,河口镇的扶贫车间开工,可以吸纳一百二十名村民就业。\n\n\
            车间同三百户村民签了协议,保底收购。\n\n助七千元,护住了山,也稳住了家。\n\n(杜晓 冯启明)\n";
        let page = parse_page("甲.txt", &format!("{first}{second}"), &Context::default());
        let names = |at: usize| -> Vec<&str> {
            page.articles[at].bylines.iter().map(|byline| byline.name.as_str()).collect()
        };
        assert_eq!(names(0), ["杜晓", "冯启明"]);
        assert_eq!(names(1), ["余建新"]);
        let flags: Vec<FlagKind> = page.articles[0].flags.iter().map(|flag| flag.kind).collect();
        assert_eq!(flags, [FlagKind::Order]);
        // The table below it comes with it.
        let rows = "第一名 河口一队\n第二名 渡口二队\n第三名 上河一队\n";
        let second = second.replace("(杜晓 冯启明)\n", rows);
        let page = parse_page("甲.txt", &format!("{first}{second}"), &Context::default());
        let last = page.articles[0].blocks.last().map(|block| block.kind);
        assert_eq!(last, Some(::edition::BlockKind::Table));
        // What begins a paragraph of its own stays.
        let whole = second.replace("助七千元,护住了山,也稳住了家。", "据了解,明年还要再开两家。");
        let page = parse_page("甲.txt", &format!("{first}{whole}"), &Context::default());
        assert_eq!(page.articles[0].flags[0].kind, FlagKind::LostTail);
    }

    #[test]
    fn a_paragraph_in_the_midst_of_its_article_gets_back_the_rest_of_its_last_word() {
        let first = "修脚技能修出就业路\n\n□ 本报记者 余建新\n\n河口镇的修脚师走出大山,在全国开了八千多家店,员工中六成是同乡,一个带一串。\n\n\
            出去一人富起一家\n\n渡口乡的周小河夫妇就是受益者,两口子培训后到省城上班,第二年就还清了外债,第三年盖起了新房,添置了新家\n\n\
            建起车间旺了人气\n\n除了输出,县里还在六个镇建起修脚工具的生产车间,让留守妇女在家门口就业,年创劳务收入两亿元。\n\n";
        let second = "家门口建起幸福食堂\n\n本报讯(记者 杜晓)12月5日中午,上河镇的老人们吃完饭,又在食堂里唠起了家常,一荤两素一汤只要三块钱。\n\n\
            具和一台新彩电,去年又当上了店长。\n\n";
        let last = "小院说事化解纠纷\n\n本报讯(记者 赵强)县里的小院说事点去年化解邻里纠纷八百多件,没有一件闹到法院。\n";
        let page = parse_page("甲.txt", &format!("{first}{second}{last}"), &Context::default());
        let spans: Vec<usize> =
            page.articles[0].blocks.iter().map(|block| block.spans.len()).collect();
        assert_eq!(spans, [1, 1, 1, 2, 1, 1]);
        assert_eq!(page.articles[1].blocks.len(), 1);
    }
}
